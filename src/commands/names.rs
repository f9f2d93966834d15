//! Names as they may be shown, and a memory of them.

use std::collections::HashMap;

use crate::entry::ends::Ends;
use crate::input::Origin;
use crate::mask::{Carry, Masker, Scratch};
use crate::stats::{Merge, Quick, Table};

/// The longest name that is told from others, in bytes; what is behind is cut.
const LONGEST: usize = 200;
/// How many names are remembered.
const REMEMBERED: usize = 1 << 14;

/// Which place names have in a table: a name is masked when it is new, and is quick to find after.
#[derive(Debug, Default)]
pub struct Memory {
    known: HashMap<Box<[u8]>, u32, Quick>,
    generation: u32,
    /// Short names that were asked for lately, by a number made of them: found without a loop over bytes.
    lately: Vec<(Ends, u32)>,
}

/// Places for short names; a power of two.
const LATELY: usize = 256;

impl Memory {
    /// The index in `table` of the name that `shown` makes of `name`.
    #[inline]
    pub fn index<T: Merge + Default>(
        &mut self,
        table: &mut Table<T>,
        name: &[u8],
        shown: impl FnOnce(&[u8]) -> String,
    ) -> u32 {
        if self.generation != table.generation() {
            self.known.clear();
            self.lately.clear();
            self.generation = table.generation();
        }
        let ends = Ends::of(name);
        let place = ends.hash() % LATELY;
        if let Some((of, index)) = self.lately.get(place)
            && *of == ends
            && ends.are_all()
            && !name.is_empty()
        {
            return *index;
        }
        if let Some(index) = self.known.get(name) {
            if ends.are_all() {
                self.lately.resize(LATELY, (Ends::default(), 0));
                self.lately[place] = (ends, *index);
            }
            return *index;
        }
        let index = table.index(&shown(name));
        if self.known.len() >= REMEMBERED {
            self.known.clear();
        }
        // Finding the index may have moved all others; the next name will see that.
        if self.generation == table.generation() {
            self.known.insert(name.into(), index);
        }
        index
    }
}

/// `name`, the value of `field`, without what `masker` hides, and not too long.
pub fn shown(name: &[u8], field: &str, masker: Option<&Masker>) -> String {
    let text = String::from_utf8_lossy(name);
    let mut text = match masker {
        Some(masker) => masked(&text, field, masker),
        None => text.into_owned(),
    };
    if text.len() > LONGEST {
        let mut end = LONGEST;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        text.push('…');
    }
    text
}

/// The name of an input as it may be shown: a file can be called by what it is about.
pub fn of_input(input: &Origin, masker: Option<&Masker>) -> String {
    let name = input.to_string();
    match masker {
        Some(masker) => String::from_utf8_lossy(&masker.mask_line(name.as_bytes())).into_owned(),
        None => name,
    }
}

/// The text with a star for each character that `masker` hides: its places stay.
pub fn starred(text: &str, masker: &Masker) -> String {
    let mut work = Scratch::default();
    masker.mask_lines(text.as_bytes(), Carry::default(), &mut work);
    let hidden: Vec<(usize, usize)> = work.edits.each().map(|(start, end, _)| (start, end)).collect();
    let is_hidden = |at: usize| hidden.iter().any(|(start, end)| (*start..*end).contains(&at));
    // As many bytes, too: spans are in bytes.
    let star = |letter: char| "*".repeat(letter.len_utf8());
    text.char_indices().map(|(at, letter)| if is_hidden(at) { star(letter) } else { letter.to_string() }).collect()
}

/// As in the log: a key may say that its value is a secret.
fn masked(text: &str, field: &str, masker: &Masker) -> String {
    let field = field.rsplit('.').next().unwrap_or(field);
    let document = serde_json::json!({ field: text }).to_string();
    match masker.mask_line(document.as_bytes()) {
        std::borrow::Cow::Borrowed(_) => text.to_owned(),
        std::borrow::Cow::Owned(masked) => {
            let masked: Option<serde_json::Map<String, serde_json::Value>> = serde_json::from_slice(&masked).ok();
            let value = masked.and_then(|fields| fields.into_iter().next());
            // What was valid JSON still is; if ever not, nothing is shown.
            value.and_then(|(_, value)| value.as_str().map(str::to_owned)).unwrap_or_else(|| "********".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mask::Policy;

    #[test]
    fn names_are_shown_as_the_log_would_be() {
        let masker = Masker::new(Policy::default_profile());
        let shown = |name: &str, field: &str| shown(name.as_bytes(), field, Some(&masker));
        assert_eq!(shown("SELECT", "operation"), "SELECT");
        assert_eq!(shown("john@example.com", "user"), "j***@example.com");
        assert_eq!(shown("correct horse", "password"), "********");
        assert!(shown(&"é".repeat(300), "x").chars().count() == 101);
        assert_eq!(super::shown(b"john@example.com", "user", None), "john@example.com");
    }

    #[test]
    fn names_that_are_masked_alike_are_one() {
        let masker = Masker::new(Policy::default_profile());
        let (mut memory, mut table) = (Memory::default(), Table::<u64>::new(10));
        for name in ["john@example.com", "jane@example.com", "john@example.com"] {
            let index = memory.index(&mut table, name.as_bytes(), |name| shown(name, "user", Some(&masker)));
            *table.item(index) += 1;
        }
        assert_eq!(table.finish().0, [("j***@example.com".into(), 3)]);
    }

    #[test]
    fn a_full_table_and_its_memory_agree() {
        let (mut memory, mut table) = (Memory::default(), Table::<u64>::new(5));
        for round in 0..3 {
            for n in 0..40 {
                let index = memory.index(&mut table, format!("{n}").as_bytes(), |name| shown(name, "n", None));
                *table.item(index) += 1 + round;
            }
        }
        let (all, other) = table.finish();
        assert!(all.len() == 5 && all.iter().all(|row| row.1 == 6));
        assert_eq!(other, 35 * 6);
    }
}
