//! Chosen fields of a line, with tabs between them.

use crate::entry::fields::{BadField, Fields, Seen, SlotId};

/// The fields to show, in order.
#[derive(Debug)]
pub struct Columns {
    fields: Fields,
    slots: Vec<SlotId>,
}

impl Columns {
    /// Fields by name: the name of a role stands for all of its aliases.
    ///
    /// # Errors
    /// The first name that cannot be looked for.
    pub fn new(mut fields: Fields, names: &[String]) -> Result<Columns, (BadField, String)> {
        // The native name of the duration.
        let native = |name: &String| if name == "duration_ms" { "duration".to_owned() } else { name.clone() };
        let slots = names.iter().map(|name| fields.add_any(&native(name)).map_err(|bad| (bad, name.clone())));
        Ok(Columns { slots: slots.collect::<Result<_, _>>()?, fields })
    }

    /// Puts the values in `line` on the end of `out`, as jq's `@tsv` writes them: a tab, a newline, a
    /// carriage return and a backslash in a value as `\t`, `\n`, `\r`, `\\`. A value that is not there
    /// is empty; objects and arrays are JSON. Of a line that is no entry nothing is there.
    pub fn write(&self, line: &[u8], out: &mut Vec<u8>) {
        let mut seen = Seen::default();
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        if self.fields.read(line, &mut seen).is_err() {
            seen = Seen::default();
        }
        let mut text = Vec::new();
        for (index, slot) in self.slots.iter().enumerate() {
            if index > 0 {
                out.push(b'\t');
            }
            text.clear();
            match (seen.get(*slot), seen.nested(*slot)) {
                (Some(value), _) => value.decode(line, &mut text),
                (None, Some(range)) => text.extend_from_slice(&line[range]),
                (None, None) => {}
            }
            for byte in &text {
                match byte {
                    b'\t' => out.extend_from_slice(b"\\t"),
                    b'\n' => out.extend_from_slice(b"\\n"),
                    b'\r' => out.extend_from_slice(b"\\r"),
                    b'\\' => out.extend_from_slice(b"\\\\"),
                    byte => out.push(*byte),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_between_tabs_and_are_text() {
        let names = ["level", "user", "user.id", "none", "message", "tags"].map(str::to_owned);
        let columns = Columns::new(Fields::new(), &names).unwrap();
        let mut out = Vec::new();
        columns.write(br#"{"lvl":"warn","user":{"id":12345678901234567890},"msg":"a\tb\\c\nd","tags":[1]}"#, &mut out);
        let expected = "warn\t{\"id\":12345678901234567890}\t12345678901234567890\t\ta\\tb\\\\c\\nd\t[1]";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
        let mut out = Vec::new();
        columns.write(b"plain", &mut out);
        assert_eq!(out, b"\t\t\t\t\t");
    }
}
