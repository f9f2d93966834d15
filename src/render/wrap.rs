//! Text in lines of so many columns.

use std::fmt::Write;

/// The least room for words behind a start, in columns.
const LEAST: usize = 10;

/// Puts words behind a start on the end of `text`, in lines of at most so many columns that begin below where the
/// words begin. What is longer than a line goes on in the next. Where the start leaves too little room, the lines are
/// longer than that by at most what is missing of `LEAST`.
pub fn wrapped(start: &str, words: &str, columns: usize, text: &mut String) {
    let indent = start.chars().count();
    let room = columns.saturating_sub(indent).max(LEAST);
    let (mut line, mut used) = (start.to_owned(), 0);
    for word in words.split(' ') {
        let mut word = word;
        let long = word.chars().count();
        if used > 0 && used + 1 + long > room {
            let _ = writeln!(text, "{}", line.trim_end());
            (line, used) = (" ".repeat(indent), 0);
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        // What is longer than a line goes on in the next.
        while word.chars().count() > room - used {
            let cut = word.char_indices().nth(room - used).map_or(word.len(), |(at, _)| at);
            let _ = writeln!(text, "{line}{}", &word[..cut]);
            word = &word[cut..];
            (line, used) = (" ".repeat(indent), 0);
        }
        line.push_str(word);
        used += word.chars().count();
    }
    let _ = writeln!(text, "{}", line.trim_end());
}

/// The text, or its start and an ellipsis, in at most so many columns.
pub fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let start: String = text.chars().take(width.saturating_sub(1)).collect();
    start + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_below_where_they_begin() {
        let mut text = String::new();
        wrapped("note: ", "one two three fourteen-letters", 16, &mut text);
        assert_eq!(text, "note: one two\n      three\n      fourteen-l\n      etters\n");
    }

    #[test]
    fn what_is_cut_shows_it() {
        assert_eq!((cut("abc", 3), cut("abcd", 3), cut("é", 1)), ("abc".into(), "ab…".into(), "é".into()));
    }
}
