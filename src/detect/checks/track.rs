//! Data of a card's magnetic stripe.

use super::luhn::luhn;

/// Length in bytes of the track data that `text` begins with, end sentinel included where there is
/// one; None where it begins with none.
///
/// Track 1 is `%B`, 12 to 19 digits (spaces between them let through), `^`, a name of 1 to 26
/// characters, `^`, and additional data; track 2 is `;`, 12 to 19 digits, `=` (or the `D` of
/// readers that print the hexadecimal form), and additional data. The digits must pass Luhn and the
/// additional data begin with four digits, the expiry, or their separator. A track that is cut off
/// before its `?` is taken as far as its alphabet goes.
///
/// Source: ISO/IEC 7813:2006, sections 5 and 6: at most 79 and 40 characters. O(1), nothing is
/// allocated.
pub fn track_len(text: &[u8]) -> Option<usize> {
    match text {
        [b'%', b'B' | b'b', ..] => first(&text[..text.len().min(98)]),
        [b';', b'0'..=b'9', ..] => second(&text[..text.len().min(40)]),
        _ => None,
    }
}

fn first(text: &[u8]) -> Option<usize> {
    let number = 2 + text[2..].iter().position(|byte| *byte == b'^')?;
    let mut digits = [0; 19];
    let mut count = 0;
    for &byte in text[2..number].iter().filter(|byte| **byte != b' ') {
        *digits.get_mut(count)? = byte;
        count += 1;
    }
    let name = text[number + 1..].iter().position(|byte| *byte == b'^')?;
    let data = number + 1 + name + 1;
    let named = (1..=26).contains(&name) && text[number + 1..data - 1].iter().all(is_printed);
    if !named || !is_pan(&digits[..count]) || !has_expiry(&text[data..], b'^') {
        return None;
    }
    let run = text[data..].iter().take_while(|byte| is_printed(byte) && **byte != b'?').count();
    let end = data + run;
    if text.get(end) == Some(&b'?') {
        return Some(end + 1);
    }
    // Without its end, what is printed behind it would be taken for additional data.
    let run = text[data..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'^');
    Some(data + run.count())
}

fn second(text: &[u8]) -> Option<usize> {
    let number = 1 + text[1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let separator = text.get(number).filter(|byte| matches!(byte, b'=' | b'D' | b'd'))?;
    let data = number + 1;
    if !is_pan(&text[1..number]) || !has_expiry(&text[data..], *separator) {
        return None;
    }
    let run = text[data..].iter().take_while(|byte| byte.is_ascii_digit() || *byte == separator);
    let end = data + run.count();
    Some(end + usize::from(text.get(end) == Some(&b'?')))
}

fn is_pan(digits: &[u8]) -> bool {
    (12..=19).contains(&digits.len()) && luhn(digits)
}

/// `YYMM`, or the separator that stands for it where a card has none.
fn has_expiry(data: &[u8], separator: u8) -> bool {
    data.first() == Some(&separator) || data.len() >= 4 && data[..4].iter().all(u8::is_ascii_digit)
}

/// The alphabet of track 1, and the lower case that test data is written in. A quote or a backslash
/// ends a string, so that these are not taken.
fn is_printed(byte: &u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "%B4111111111111111^DOE/JOHN A^29121010000000000000000?";
    const SECOND: &str = ";4111111111111111=29121010000012300000?";

    #[test]
    fn whole_tracks_have_their_length_whatever_follows() {
        for track in [FIRST, SECOND, "%B3782 822463 10005^DOE/J^2912101?", ";378282246310005==101?"] {
            for behind in ["", " ", "\"", "x", ";4111", "?"] {
                let text = format!("{track}{behind}");
                assert_eq!(track_len(text.as_bytes()), Some(track.len()), "{text}");
            }
        }
    }

    #[test]
    fn a_track_that_is_cut_off_is_taken_to_its_last_character() {
        for track in [FIRST, SECOND] {
            let cut = &track[..track.len() - 3];
            assert_eq!(track_len(cut.as_bytes()), Some(cut.len()));
            assert_eq!(track_len(format!("{cut}\" next").as_bytes()), Some(cut.len()));
            assert_eq!(track_len(format!("{cut} next").as_bytes()), Some(cut.len()));
        }
    }

    #[test]
    fn a_changed_digit_of_the_number_fails() {
        for (track, start) in [(FIRST, 2), (SECOND, 1)] {
            for place in start..start + 16 {
                let mut changed = track.as_bytes().to_vec();
                changed[place] = if changed[place] == b'9' { b'8' } else { changed[place] + 1 };
                assert_eq!(track_len(&changed), None);
            }
        }
    }

    #[test]
    fn other_texts_fail() {
        for text in [
            "",
            "%",
            "%B",
            ";",
            ";4",
            "%B4111111111111111",
            "%B4111111111111111^",
            ";4111111111111111",
            ";4111111111111111;2912",
            ";4111111111111111=",
            ";4111111111111111=29a",
            "%B4111111111111111^^2912",
            "%B4111111111111111^NAME^x",
            "%20B4111111111111111^A^2912?",
            "%B4111111111111111^A NAME OF TWENTY-SEVEN CHARS^2912?",
            ";18=2912?",
            "%B18^A^2912?",
            ";41111111111111111111=2912?",
            "%B^A^2912?",
        ] {
            assert_eq!(track_len(text.as_bytes()), None, "{text}");
        }
    }
}
