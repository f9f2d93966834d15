//! Cuts an expression into tokens.

use super::ast::Span;

/// A token and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub span: Span,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A run of other characters: a name, a keyword, a literal.
    Word(String),
    /// Text in quotes, without them.
    Quoted(String),
    /// `(`
    Open,
    /// `)`
    Close,
    /// `,`
    Comma,
    /// `= == != <> < <= > >= ~ =~ !~ && || !`, as written.
    Sign(&'static str),
    /// The end of the expression.
    End,
}

/// Signs; of those that begin alike the longest stands first.
const SIGNS: &[&str] = &["==", "=~", "=", "!=", "!~", "!", "<>", "<=", "<", ">=", ">", "~", "&&", "||"];

/// What ends a word, besides white space.
fn ends_word(letter: char) -> bool {
    matches!(letter, '(' | ')' | ',' | '"' | '\'' | '=' | '!' | '<' | '>' | '~' | '&' | '|')
}

/// What cannot be cut, and where.
#[derive(Debug, Clone, PartialEq)]
pub enum BadToken {
    /// A quote that is never closed.
    Open(Span),
    /// A single `&` or `|`: what was probably meant.
    Sign(Span, &'static str),
}

/// All tokens of `text`; the last is [`Kind::End`].
///
/// # Errors
/// The first place that is no token.
pub fn tokens(text: &str) -> Result<Vec<Token>, BadToken> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let start = at;
        let kind = if letter.is_whitespace() {
            at += letter.len_utf8();
            continue;
        } else if let Some(sign) = SIGNS.iter().find(|sign| text[at..].starts_with(**sign)) {
            at += sign.len();
            Kind::Sign(sign)
        } else {
            match letter {
                '(' | ')' | ',' => {
                    at += 1;
                    match letter {
                        '(' => Kind::Open,
                        ')' => Kind::Close,
                        _ => Kind::Comma,
                    }
                }
                '"' | '\'' => {
                    let (content, len) = quoted(&text[at + 1..], letter).ok_or(BadToken::Open(start..text.len()))?;
                    at += 1 + len;
                    Kind::Quoted(content)
                }
                '&' => return Err(BadToken::Sign(start..start + 1, "and")),
                '|' => return Err(BadToken::Sign(start..start + 1, "or")),
                _ => {
                    let ends = |letter: char| letter.is_whitespace() || ends_word(letter);
                    at += text[at..].find(ends).unwrap_or(text.len() - at);
                    Kind::Word(text[start..at].to_owned())
                }
            }
        };
        tokens.push(Token { kind, span: start..at });
    }
    tokens.push(Token { kind: Kind::End, span: text.len()..text.len() });
    Ok(tokens)
}

/// The text up to the closing quote, and its length with that quote. A backslash before the quote
/// makes the quote a part of the text; every other backslash stands for itself, so that patterns
/// need no second layer of them.
fn quoted(text: &str, quote: char) -> Option<(String, usize)> {
    let mut content = String::new();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            letter if letter == quote => return Some((content, at + 1)),
            '\\' if letters.peek().is_some_and(|(_, next)| *next == quote) => {
                letters.next();
                content.push(quote);
            }
            letter => content.push(letter),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let shown = |token: Token| match token.kind {
            Kind::Word(word) => word,
            Kind::Quoted(text) => format!("[{text}]"),
            Kind::Sign(sign) => sign.to_owned(),
            other => format!("{other:?}"),
        };
        tokens(text).unwrap().into_iter().map(shown).collect()
    }

    #[test]
    fn words_signs_and_quotes_are_told_apart() {
        let found = cut(r#"a.b>=5||x-y!~'\d "q\' '&&t<2026-11-20T09:14:07+01:00 (,)"#);
        let expected = ["a.b", ">=", "5", "||", "x-y", "!~", r#"[\d "q' ]"#, "&&", "t", "<"];
        assert_eq!(found[..10], expected);
        assert_eq!(found[10..], ["2026-11-20T09:14:07+01:00", "Open", "Comma", "Close", "End"]);
    }

    #[test]
    fn what_is_no_token_is_placed() {
        assert_eq!(tokens("a = \"b"), Err(BadToken::Open(4..6)));
        assert_eq!(tokens("a & b"), Err(BadToken::Sign(2..3, "and")));
        assert_eq!(tokens("a | b"), Err(BadToken::Sign(2..3, "or")));
    }
}
