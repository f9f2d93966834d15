//! The splitter of keys into words.

/// The most words looked at; further ones are cut off at the front.
const MAX_WORDS: usize = 8;
/// Keys longer than this are no keys.
const MAX_KEY: usize = 96;

/// A key's words, lower case, the last ones of it.
pub struct Words {
    letters: [u8; MAX_KEY],
    ends: [u8; MAX_WORDS + 1],
    count: usize,
}

impl Words {
    /// Splits `key`: camelCase, PascalCase, acronym runs, snake, kebab, dots, spaces and digits divide words.
    /// A digit run is no word, and is left out. Empty for a key longer than 96 bytes.
    pub fn of(key: &[u8]) -> Words {
        let mut words = Words { letters: [0; MAX_KEY], ends: [0; MAX_WORDS + 1], count: 0 };
        if key.len() > MAX_KEY {
            return words;
        }
        let (mut filled, mut open) = (0, false);
        for (at, &byte) in key.iter().enumerate() {
            let letter = byte.is_ascii_alphabetic() || byte >= 0x80;
            if !letter {
                open = false;
                continue;
            }
            let upper = byte.is_ascii_uppercase();
            let humps = at > 0
                && upper
                && (key[at - 1].is_ascii_lowercase()
                    || key[at - 1].is_ascii_uppercase()
                        && key.get(at + 1).is_some_and(u8::is_ascii_lowercase)
                        && key.get(at + 2).is_none_or(|third| {
                            !third.is_ascii_uppercase() || key.get(at + 1).is_some_and(u8::is_ascii_lowercase)
                        }));
            if !open || humps {
                if words.count == MAX_WORDS {
                    words.ends.copy_within(1.., 0);
                    words.count -= 1;
                }
                words.count += 1;
                words.ends[words.count - 1] = filled;
                open = true;
            }
            words.letters[usize::from(filled)] = byte.to_ascii_lowercase();
            filled += 1;
            words.ends[words.count] = filled;
        }
        words
    }

    pub(super) fn get(&self, index: usize) -> &str {
        let range = usize::from(self.ends[index])..usize::from(self.ends[index + 1]);
        std::str::from_utf8(&self.letters[range]).unwrap_or("")
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub(super) fn has(&self, list: &[&str]) -> bool {
        (0..self.count).any(|index| list.contains(&self.get(index)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(key: &str) -> Vec<String> {
        let words = Words::of(key.as_bytes());
        (0..words.len()).map(|index| words.get(index).to_string()).collect()
    }

    #[test]
    fn keys_are_split_into_words() {
        assert_eq!(words("accessToken"), ["access", "token"]);
        assert_eq!(words("X-API-Key"), ["x", "api", "key"]);
        assert_eq!(words("HTTPServerURL"), ["http", "server", "url"]);
        assert_eq!(words("db.password"), ["db", "password"]);
        assert_eq!(words("DB_PASSWORD_2"), ["db", "password"]);
        assert_eq!(words("sha256Sum"), ["sha", "sum"]);
        assert_eq!(words("APIKey"), ["api", "key"]);
        assert_eq!(words("a b c d e f g h i j"), ["c", "d", "e", "f", "g", "h", "i", "j"]);
    }
}
