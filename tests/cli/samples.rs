//! Logs for the laws, made from a seed: lines of every carrier, clean and sensitive.

use std::fs;
use std::path::Path;

/// A small generator of numbers (xorshift), the same everywhere.
pub struct Seed(pub u64);

impl Seed {
    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    /// `count` characters of `alphabet`.
    pub fn text(&mut self, alphabet: &str, count: usize) -> String {
        (0..count).map(|_| char::from(alphabet.as_bytes()[self.below(alphabet.len())])).collect()
    }
}

/// The letters of base64.
pub const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A file of `fixtures/`.
pub fn fixture(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)).unwrap()
}

/// A secret that was put in a line, and the line.
pub struct Planted {
    pub secret: String,
    pub line: String,
}

/// A line that holds a secret of its own; `n` picks the carrier.
pub fn planted(seed: &mut Seed, n: usize) -> Planted {
    let word = seed.text("abcdefghjkmnpqrstuvwxyz", 6) + &seed.text("23456789", 3);
    let (secret, line) = match n % 10 {
        0 => (word.clone(), format!(r#"{{"level":"INFO","n":{n},"password":"{word}","rate":1.10}}"#)),
        1 => (word.clone(), format!("2026-11-20 10:00:00 INFO user=svc password={word} retry={n}")),
        2 => (
            format!("{word}@"),
            format!(r#"{{"message":"mail sent to {word}@example.com, {n} left","tags":["a","b"]}}"#),
        ),
        3 => (word.clone(), format!(r#"{{"body":"{{\"api_key\":\"{word}\",\"n\":{n}}}"}}"#)),
        4 => (word.clone(), format!(r#"{{"url":"https://files.example.com/{n}?access_token={word}&x=1"}}"#)),
        5 => (word.clone(), format!(r#"{{"headers":{{"Authorization":"Bearer {word}{word}","Accept":"*/*"}}}}"#)),
        6 => (word.clone(), format!("{n} connect postgres://shop:{word}@db.internal:5432/orders failed")),
        // The key of an object.
        7 => (format!("{word}@"), format!(r#"{{"{word}@example.com":{{"token":"{word}{n}"}}}}"#)),
        8 => {
            let digits = format!("{:06}", seed.below(1_000_000));
            let (two, four) = digits.split_at(2);
            (format!("{two}-{four}"), format!(r#"{{"actor":"u-{n}","ssn":"123-{two}-{four}"}}"#))
        }
        _ => (word.clone(), format!(r#"{{"env":[{{"name":"DB_PASSWORD","value":"{word}"}}],"n":{n}}}"#)),
    };
    Planted { secret, line }
}

/// A line that holds nothing sensitive.
pub fn clean(seed: &mut Seed, n: usize) -> String {
    let hex = seed.text("0123456789abcdef", 32);
    let word = seed.text("abcdefghijklmnopqrstuvwxyz", 8);
    match n % 6 {
        0 => format!(r#"{{"timestamp":"2026-11-20T09:14:02.118Z","trace_id":"{hex}","duration_ms":{n}.50}}"#),
        1 => format!("2026-11-20 09:14:07,400 INFO [{word}] done in {n} ms, image sha256:{hex}{hex}"),
        2 => {
            format!(r#"{{"message":"token expired for {word}","max_tokens":{n},"dup":1,"dup":1E+2,"e":"caf\u00e9\/"}}"#)
        }
        3 => format!("{word} {{not json: {n}] \u{e9} \\ \"{hex}"),
        4 => format!(r#"  [ 1.10 , -0 , 12345678901234567890{n} , "{word}" , null ]"#) + "\r",
        _ => String::new(),
    }
}

/// A log of `lines` lines, about one in eight sensitive; and the secrets in it.
pub fn log(seed: u64, lines: usize) -> (String, Vec<String>) {
    let mut seed = Seed(seed | 1);
    let (mut text, mut secrets) = (String::new(), Vec::new());
    for _ in 0..lines {
        let n = seed.below(100_000);
        if seed.below(8) == 0 {
            let planted = planted(&mut seed, n);
            text += &planted.line;
            secrets.push(planted.secret);
        } else {
            text += &clean(&mut seed, n);
        }
        text.push('\n');
    }
    (text, secrets)
}

/// Private keys of all sorts among other lines; `width` is how long each clean line between them is,
/// so that keys fall across the blocks of the pipeline. Second: the lines of the keys.
pub fn keys(seed: u64, count: usize) -> (String, Vec<String>) {
    let mut seed = Seed(seed | 1);
    let (mut text, mut bodies) = (String::new(), Vec::new());
    for n in 0..count {
        for _ in 0..seed.below(40) {
            text += &clean(&mut seed, n);
            text.push('\n');
        }
        let label = ["PRIVATE KEY", "RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "EC PRIVATE KEY"][n % 4];
        let lines: Vec<String> = (0..5 + seed.below(25)).map(|_| seed.text(BASE64, 64)).collect();
        let open = format!("-----BEGIN {label}-----");
        // Every third key is cut off.
        let close = if n % 3 == 0 { String::new() } else { format!("-----END {label}-----") };
        match n % 5 {
            0 => text += &format!("{{\"key\":\"{open}\\n{}\\n{close}\",\"n\":{n}}}\n", lines.join("\\n")),
            1 => {
                text +=
                    &format!("{{\"log\":\"{{\\\"pem\\\":\\\"{open}\\\\n{}\\\\n{close}\\\"}}\"}}\n", lines.join("\\\\n"))
            }
            _ => text += &format!("{open}\n{}\n{close}\n", lines.join("\n")),
        }
        bodies.extend(lines);
        text += &format!("{{\"after\":{n}}}\n");
    }
    (text, bodies)
}
