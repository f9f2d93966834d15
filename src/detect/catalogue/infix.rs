//! Tokens whose mark stands inside them, not at their start.
//!
//! The engine looks for the marker as it looks for anchors, steps back from it over the bytes of
//! `lead` (at most [`LEAD`]), and tries the pattern anchored there. So the start of the run is the
//! start of the token, whatever stands before it (`/bot` before a Telegram token). The laws of
//! [`super::vendor_rows`] hold here too.

use crate::detect::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// How far back from its marker a token may begin, bytes.
pub const LEAD: usize = 128;

/// How the detector of the same id is found.
#[derive(Debug)]
pub struct Infix {
    /// Of a detector in [`ROWS`].
    pub id: &'static str,
    /// Literals one of which is inside the token, case-sensitive.
    pub markers: &'static [&'static str],
    /// The bytes that may stand between the token's start and the marker.
    pub lead: fn(u8) -> bool,
    /// `regex::bytes` syntax, without `^`: tried only at the start of the lead. The whole match is
    /// masked.
    pub pattern: &'static str,
}

impl Infix {
    /// Where the token begins whose marker begins at `marker`; `None` where the lead is longer than
    /// any token's.
    pub fn start(&self, text: &[u8], marker: usize) -> Option<usize> {
        let lead = text[..marker].iter().rev().take(LEAD + 1).take_while(|&&b| (self.lead)(b)).count();
        (lead <= LEAD).then(|| marker - lead)
    }
}

fn in_digits(byte: u8) -> bool {
    byte.is_ascii_digit()
}

fn in_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

fn in_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn in_url_safe(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_.~-".contains(&byte)
}

/// How each of [`ROWS`] is found.
pub const PATTERNS: &[Infix] = &[
    Infix {
        id: "azure-client-secret",
        markers: &["Q~"],
        lead: in_url_safe,
        pattern: r"[0-9A-Za-z_.~-]*[0-9A-Za-z_.~-]{3}[0-9]Q~[0-9A-Za-z_.~-]{30,}",
    },
    // The lengths before the mark are exact: in base64 of pictures these marks stand anywhere.
    Infix {
        id: "azure-identifiable-key",
        markers: &["JQQJ99", "AZDO", "AzSe"],
        lead: in_name,
        pattern: r"(?:[0-9A-Za-z]{52}JQQJ99[0-9A-Za-z]{20,}|[0-9A-Za-z]{76}AZDO[0-9A-Za-z]{4,}|[0-9A-Za-z]{42}AzSe[A-D][0-9A-Za-z]{5,})={0,2}[0-9A-Za-z_-]*",
    },
    Infix {
        id: "azure-function-key",
        markers: &["AzFu"],
        lead: in_url_safe,
        pattern: r"[0-9A-Za-z_-]{44}AzFu[0-9A-Za-z_-]{5,}={0,2}[0-9A-Za-z_-]*",
    },
    Infix {
        id: "terraform-token",
        markers: &[".atlasv1."],
        lead: in_name,
        pattern: r"[0-9A-Za-z]{10,}\.atlasv1\.[0-9A-Za-z_-]{40,}={0,2}[0-9A-Za-z_-]*",
    },
    Infix {
        id: "new-relic-licence-key",
        markers: &["NRAL"],
        lead: in_name,
        pattern: r"[0-9a-z]{30,40}NRAL[0-9A-Za-z_-]*",
    },
    Infix { id: "mailchimp-key", markers: &["-us"], lead: in_hex, pattern: r"[0-9a-f]{32}-us[0-9]{1,2}[0-9A-Za-z_-]*" },
    Infix { id: "telegram-bot-token", markers: &[":A"], lead: in_digits, pattern: r"[0-9]{5,16}:A[0-9A-Za-z_-]{32,}" },
    Infix {
        id: "rapidapi-key",
        markers: &["msh"],
        lead: in_hex,
        pattern: r"[0-9a-f]{10}msh[0-9a-f]{15}p1[0-9a-f]{6}jsn[0-9a-f]{12,}[0-9A-Za-z_-]*",
    },
];

/// Tokens with a mark inside, in the order of [`PATTERNS`].
pub const ROWS: &[Detector] = &[
    Detector {
        id: "azure-client-secret",
        title: "Azure client secret",
        why: "Poses as the registered application.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Engine("infix"),
        action: Action::Hide,
        matches: &[Match {
            text: concat!("AZURE_CLIENT_SECRET=Zqu8Q", "~mpm08hsE8JNpjJOQGa2rb19F.lY0mG1ylv"),
            masked: "AZURE_CLIENT_SECRET=********",
        }],
        ignores: &[Ignore { text: "see FAQ~old for the-list-of-all-the-questions", reason: "words" }],
        source: "Microsoft Learn, \"Application secrets\"",
    },
    Detector {
        id: "azure-identifiable-key",
        title: "Azure key with its service named inside",
        why: "Opens the service it was made for: models, DevOps, search.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Engine("infix"),
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "api-key: uhfJXqIEnomef2mSJ5CMTIeg1ZTVnVv2fgKD0f6YYIgrCOX6Jhw7J",
                    "QQJ99BACAAAAAHd11XzWL8MHpoKEzVi"
                ),
                masked: "api-key: ********",
            },
            Match {
                text: concat!(
                    "uses XZya8cdFOcVwWBhqG5KSFdPE0SPgjtHfb1F6w70WAKadYEjW1W5bSapfQ7Dh3yEg42ipqnX1fkkjA",
                    "ZDObd93 to push"
                ),
                masked: "uses ******** to push",
            },
            Match {
                text: concat!("admin oQGXy9KTUMAFGrM14gENAsIrsD3mbLFecbVjafQ4gGA", "zSeBnRfXB of the index"),
                masked: "admin ******** of the index",
            },
        ],
        ignores: &[
            Ignore { text: "TheLAZDOgOfTheLongAndVeryLongNameOfThisClassThatIsNotAToken", reason: "words" },
            Ignore {
                text: "kg8QysD4FIS0Xzm41PB2qs353f2Huu6mXrxWUREVXXPHzGIz3qyV4J1TQt7frRgjix7YSdn60LNJMRLdHb2U9LhOS0AZDOx1y2",
                reason: "no such length, so letters of a picture",
            },
        ],
        source: "Microsoft security-utilities, \"Identifiable keys\"",
    },
    Detector {
        id: "azure-function-key",
        title: "Azure Functions key",
        why: "Calls the function it was made for.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Engine("infix"),
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "https://acme.example.net/api/run?code=qIuRhWlMkU6ag5t_Zj3aoeWqeHGwlifXjw9APP8Dy-3XA",
                "zFuzZmBNAg=="
            ),
            masked: "https://acme.example.net/api/run?code=********",
        }],
        ignores: &[Ignore { text: "TheAzFunctionNameThatIsLongEnoughToBeLookedAt", reason: "words" }],
        source: "Microsoft security-utilities, \"Identifiable keys\"",
    },
    Detector {
        id: "terraform-token",
        title: "Terraform Cloud token",
        why: "Runs and reads the state of workspaces, secrets included.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Engine("infix"),
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "token = \"qwYo8kwQj1qH9C.",
                "atlasv1.stFpS8gELRersl9a6sLABHHNBSz40ZgRCZ3IwEF6y5kyy3JBNWqb9Mt8sCG3CRKbKey\""
            ),
            masked: "token = \"********\"",
        }],
        ignores: &[Ignore { text: "hashicorp.atlasv1.documentation", reason: "words" }],
        source: "HashiCorp docs, \"HCP Terraform API tokens\"",
    },
    Detector {
        id: "new-relic-licence-key",
        title: "New Relic licence key",
        why: "Writes data into the account.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Engine("infix"),
        action: Action::Hide,
        matches: &[Match {
            text: concat!("license ab83bb43e451f9ab2845ad0f3d761f3d0201N", "RAL read"),
            masked: "license ******** read",
        }],
        ignores: &[Ignore { text: "JOURNRALLYINGCRYOFTHECENTURYTODAY", reason: "words" }],
        source: "New Relic docs, \"License keys\"",
    },
    Detector {
        id: "mailchimp-key",
        title: "Mailchimp API key",
        why: "Reads and mails the account's audiences.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Engine("infix"),
        action: Action::Hide,
        matches: &[Match {
            text: concat!("MAILCHIMP_API='bfe8c26b715568b9126bef73fecde3b5-", "us13'"),
            masked: "MAILCHIMP_API='********'",
        }],
        ignores: &[Ignore { text: "0f3a9c5d7e1b2a4c6d8e0f1a2b3c4d5e-us-east-1", reason: "a hash and a region" }],
        source: "Mailchimp Marketing docs, \"API keys\"",
    },
    Detector {
        id: "telegram-bot-token",
        title: "Telegram bot token",
        why: "Acts as the bot.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Engine("infix"),
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("TELEGRAM_TOKEN=2734854575:", "AAODdfdFd2lA2D-FNQEoQ-_xZ90txdegvcU"),
                masked: "TELEGRAM_TOKEN=********",
            },
            Match {
                text: concat!("https://api.example.org/bot6012345678:", "AAed3XBYqpNnRNB7FIYnqdodrN1o5JqEt_l/getMe"),
                masked: "https://api.example.org/bot********/getMe",
            },
        ],
        ignores: &[
            Ignore { text: "at 10:15:AverageOfTheLastDayByHourAndByCustomer", reason: "a time, and words" },
            Ignore { text: "12345:AAAA", reason: "too short" },
        ],
        source: "Telegram Bot API docs, \"Authorizing your bot\"",
    },
    Detector {
        id: "rapidapi-key",
        title: "RapidAPI key",
        why: "Calls APIs on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Engine("infix"),
        action: Action::Hide,
        matches: &[Match {
            text: concat!("X-RapidAPI-Host-Key a7dccc0661m", "sh6cd334b459e4222p10d8c94jsn7e0dedc8b137"),
            masked: "X-RapidAPI-Host-Key ********",
        }],
        ignores: &[Ignore { text: "0123456789msh0123456789abcdef0123", reason: "a hash with letters in it" }],
        source: "RapidAPI docs, \"API keys\"",
    },
];

#[cfg(test)]
mod tests {
    use regex::bytes::RegexBuilder;

    use super::*;

    fn find(infix: &Infix, text: &str) -> Option<(usize, usize)> {
        let pattern = RegexBuilder::new(&format!("^(?:{})", infix.pattern)).unicode(false).build().expect("a pattern");
        let starts = infix
            .markers
            .iter()
            .flat_map(|m| text.match_indices(m))
            .filter_map(|(at, _)| infix.start(text.as_bytes(), at));
        starts.filter_map(|start| pattern.find(&text.as_bytes()[start..]).map(|m| (start, start + m.end()))).next()
    }

    fn mask(infix: &Infix, text: &str) -> String {
        match find(infix, text) {
            Some((start, end)) => format!("{}********{}", &text[..start], &text[end..]),
            None => text.to_owned(),
        }
    }

    #[test]
    fn rows_and_patterns_go_together() {
        assert!(ROWS.iter().map(|row| row.id).eq(PATTERNS.iter().map(|infix| infix.id)));
    }

    #[test]
    fn every_match_is_masked_and_every_ignore_stays() {
        for (row, infix) in ROWS.iter().zip(PATTERNS) {
            for sample in row.matches {
                assert_eq!(mask(infix, sample.text), sample.masked, "{}", row.id);
            }
            for sample in row.ignores {
                assert_eq!(mask(infix, sample.text), sample.text, "{}: {}", row.id, sample.reason);
            }
        }
    }

    #[test]
    fn a_token_that_grows_leaves_no_tail() {
        for (row, infix) in ROWS.iter().zip(PATTERNS) {
            for sample in row.matches {
                let (_, end) = find(infix, sample.text).expect("a match");
                for grown in ["7", "aZ9_-", &"aZ9_-x0B".repeat(5)] {
                    let text = format!("{}{grown}{}", &sample.text[..end], &sample.text[end..]);
                    assert_eq!(mask(infix, &text), sample.masked, "{}", row.id);
                }
            }
        }
    }

    #[test]
    fn a_lead_longer_than_any_token_is_left() {
        let text = format!("{}AZDO1234", "a1".repeat(100));
        assert_eq!(mask(&PATTERNS[1], &text), text);
    }
}
