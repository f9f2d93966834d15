//! Tokens of chat, mail and text message services.
//!
//! A table of [`Detector`] rows; what a row must keep is told in [`super::vendor_rows`].

use crate::detect::checks::jumble;
use crate::detect::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// Tokens of chat, mail and text message services.
pub const ROWS: &[Detector] = &[
    Detector {
        id: "slack-token",
        title: "Slack token",
        why: "Reads and writes messages as the bot, app or user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &[
                "xoxa-", "xoxb-", "xoxc-", "xoxd-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-", "xoxe.xox", "xapp-",
                "xwfp-",
            ],
            pattern: r"(?:(?:xoxe\.)?xox[abcdeoprs]|xapp|xwfp)-[0-9A-Za-z%/+_-]{16,}={0,2}[0-9A-Za-z_-]*",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("SLACK_TOKEN=xo", "xb-491506619315-844712777827-YMnJg2oqvMRUvfr6fOQaxoBx"),
                masked: "SLACK_TOKEN=********",
            },
            Match {
                text: concat!(
                    "\"access_token\":\"xox",
                    "e.xo",
                    "xp-1-iLWSqGquIsUwy0IpHKlfjujZ3yQHNroOXeH96ZUL7qTDTgFM9SMXupfJOGkHANhMi5aXlCnbM2bhMRAPLMLzm0eU9okBpg21S9RzfeNL4l8cH4ytLheifHwYB40ArL655LI21G6wyDP8bq98IqFIr3B443Cinfjn\""
                ),
                masked: "\"access_token\":\"********\"",
            },
            Match {
                text: concat!(
                    "SLACK_APP_TOKEN=xap",
                    "p-1-A2STA04XUP5-6071530794114-2635f6b7fc842de66587fecea959e688a4c1087a8a49787c587791a12aab5779"
                ),
                masked: "SLACK_APP_TOKEN=********",
            },
        ],
        ignores: &[Ignore { text: "xoxb-your-bot-token-goes-here-please", reason: "a placeholder in words" }],
        source: "Slack developer docs, \"Tokens\"",
    },
    // The first part is base64 of the user's id in digits, so it begins in one of ten ways.
    Detector {
        id: "discord-token",
        title: "Discord bot or user token",
        why: "Acts as the bot or user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["MD", "MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT", "mfa."],
            pattern: r"(?:[MNO][DTjz][0-9A-Za-z_-]{20,30}\.[0-9A-Za-z_-]{6}\.[0-9A-Za-z_-]{27,}|mfa\.[0-9A-Za-z_-]{80,})",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "call with MTI",
                    "DYIZI5EAPrUVU8KhDvo7Q.GNImAx.rA02G5Ezoaig0xYADWlzCSg-ffoHqu7ZRUcnYA made"
                ),
                masked: "call with ******** made",
            },
            Match {
                text: concat!(
                    "client with mfa",
                    ".1KBkxobU52VuRk7I2K0ieLRFXgGZO8mOFna2h5-yiLbyBhdhDfJL2dYb99dGzUdJoWY4TpwWrKx-pBtPNzIg in"
                ),
                masked: "client with ******** in",
            },
        ],
        ignores: &[
            Ignore { text: "MTAxMjM0NTY3ODkwMTIzNDU2Nzg5.example.org", reason: "base64 and a host name" },
            Ignore { text: "NTLMSSPNegotiateWithTheServer.domain.example", reason: "words" },
        ],
        source: "Discord developer docs, \"API reference: authentication\"",
    },
    Detector {
        id: "twilio-key",
        title: "Twilio API key",
        why: "Names an API key; with its secret, sends messages and calls on the account's bill.",
        family: Family::Credentials,
        tier: Tier::B,
        find: Find::Token { anchors: &["SK"], pattern: r"SK[0-9a-f]{32,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("TWILIO_API_KEY=SK", "167bd85841f6bfad5b4820dade073da1"),
            masked: "TWILIO_API_KEY=********",
        }],
        ignores: &[
            Ignore { text: "ACbf3f2709de8f10b46ecc891e93b2c9b6", reason: "an account id, which is no credential" },
            Ignore { text: "SKU0123456789", reason: "a stock number" },
        ],
        source: "Twilio docs, \"API keys\"",
    },
    Detector {
        id: "sendgrid-key",
        title: "SendGrid API key",
        why: "Sends mail as the account.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["SG."],
            pattern: r"SG\.[0-9A-Za-z_-]{18,30}\.[0-9A-Za-z_-]{30,}",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("SENDGRID_API_KEY=SG.", "Z4JvEn2KEsYHILm4fczA_y.WX3OVXKywKu5bEC3ruJ0YCj2rmbcPzzoM9zf6rNvOHY"),
            masked: "SENDGRID_API_KEY=********",
        }],
        ignores: &[Ignore { text: "SG.core-banking-services.payment-orders-v2", reason: "a topic" }],
        source: "Twilio SendGrid docs, \"API keys\"",
    },
    Detector {
        id: "mailgun-key",
        title: "Mailgun API key",
        why: "Sends mail as the domain.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["key-"], pattern: r"key-[0-9a-f]{32,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("mail with ke", "y-354650b0376d6ca62b305a242c041dd8 sent"),
            masked: "mail with ******** sent",
        }],
        ignores: &[
            Ignore { text: "key-0123456789abcdef", reason: "too short" },
            Ignore { text: "primarykey-0123456789abcdef0123456789abcdef", reason: "`key-` inside a word" },
        ],
        source: "Mailgun docs, \"API keys\"",
    },
    Detector {
        id: "brevo-key",
        title: "Brevo key",
        why: "Sends mail as the account.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["xkeysib-", "xsmtpsib-"],
            pattern: r"x(?:key|smtp)sib-[0-9a-f]{48,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "api-key: xke",
                "ysib-09334dc4b0cc5cb828dfc80881e238b2ff1bb52ff66e125713254e110e4c97c3-sZleMO8u4gMRd6x2"
            ),
            masked: "api-key: ********",
        }],
        ignores: &[Ignore {
            text: "created key xkeysib-AI0Yz... for the build",
            reason: "shortened for display, as consoles show it",
        }],
        source: "Brevo docs, \"API keys\"",
    },
    Detector {
        id: "mailersend-token",
        title: "MailerSend token",
        why: "Sends mail as the domain.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["mlsn."], pattern: r"mlsn\.[0-9a-f]{48,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Authorization: Bearer mls",
                "n.18252fc32ff7f5780ad7478f20953d81c37eeaae1e1624a29a46f7fdc101d10d"
            ),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "mlsn.example", reason: "too short" }],
        source: "MailerSend docs, \"API tokens\"",
    },
    Detector {
        id: "resend-key",
        title: "Resend API key",
        why: "Sends mail as the domain.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["re_"],
            pattern: r"re_[0-9A-Za-z]{6,12}_[0-9A-Za-z]{20,}[0-9A-Za-z_-]*",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("RESEND_API_KEY=re", "_673HqGaG_KbdMKUIfKYDckrB4PWelr5bE"),
            masked: "RESEND_API_KEY=********",
        }],
        ignores: &[
            Ignore { text: "re_export_everything_from_module", reason: "words" },
            Ignore { text: "re_a1b2c3d4_0123456789abcdef01234567", reason: "hex, so ids" },
        ],
        source: "Resend docs, \"API keys\"",
    },
    Detector {
        id: "mandrill-key",
        title: "Mandrill API key",
        why: "Sends mail as the account.",
        family: Family::Credentials,
        tier: Tier::B,
        find: Find::Token { anchors: &["md-"], pattern: r"md-[0-9A-Za-z_-]{22,}", check: Some(jumble::mixed) },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("\"key\":\"md", "-sZOOSm6KqMgL77Hr_MmW8e\""),
            masked: "\"key\":\"********\"",
        }],
        ignores: &[Ignore { text: "md-outline-button-with-icon-left", reason: "a style class" }],
        source: "Mailchimp Transactional docs, \"API keys\"",
    },
    Detector {
        id: "onesignal-key",
        title: "OneSignal key",
        why: "Sends push messages to every device of the app.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["os_v2_"],
            pattern: r"os_v2_(?:app|org)_[0-9a-z]{40,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "call with os_",
                "v2_app_mcev1f955nw4ylqmcl4azt6kcowmyp5y3qfz534ij44sbbefg7q2kotcvj2s6j9rhtyj3t0av5b2kf9mtg7uw79vd502mmk5maw4 made"
            ),
            masked: "call with ******** made",
        }],
        ignores: &[Ignore { text: "os_v2_migration", reason: "words" }],
        source: "OneSignal docs, \"Keys and IDs\"",
    },
    Detector {
        id: "telnyx-key",
        title: "Telnyx API key",
        why: "Sends messages and calls on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["KEY"], pattern: r"KEY[0-9A-F]{30,}_[0-9A-Za-z_-]{16,}", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer KE", "Y074EB38B8A5C8839015259E361D32F6C_7WJh65PE13WsbimzgQzl80"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "KEY0123456789ABCDEF", reason: "too short" }],
        source: "Telnyx docs, \"API keys\"",
    },
    Detector {
        id: "matrix-token",
        title: "Matrix access token",
        why: "Reads and writes messages as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["syt_", "syr_", "mct_", "mcr_"],
            pattern: r"(?:sy[rt]_[0-9A-Za-z]{4,}={0,2}_[0-9A-Za-z]{20,}_[0-9A-Za-z]{6,}|mc[rt]_[0-9A-Za-z]{28,}_[0-9A-Za-z]{6,})[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("Authorization: Bearer sy", "t_1ki1wGcvqly0_wrIlwvGhaSPpocSGqbeh_kPCIZg"),
                masked: "Authorization: Bearer ********",
            },
            Match {
                text: concat!("access_token=mc", "t_I1fknBXAd3x4nEvsgBPXituWS1iUrr_mLbEYe"),
                masked: "access_token=********",
            },
        ],
        ignores: &[Ignore { text: "mct_machine_control_table_of_the_second_line", reason: "words" }],
        source: "Synapse and Matrix Authentication Service docs, \"Access tokens\"",
    },
    Detector {
        id: "pushbullet-token",
        title: "Pushbullet token",
        why: "Reads and sends the user's pushes.",
        family: Family::Credentials,
        tier: Tier::B,
        find: Find::Token {
            anchors: &["o."],
            pattern: r"o\.[0-9A-Za-z]{32,}[0-9A-Za-z_-]*",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Access-Token: o.", "nEYKcIVqWbbyJTxqL0r3ML9N7NSNIPWB"),
            masked: "Access-Token: ********",
        }],
        ignores: &[
            Ignore { text: "o.prototypePropertyWithAVeryLongNameIndeed()", reason: "code" },
            Ignore { text: "o.0123456789abcdef0123456789abcdef", reason: "hex, so a hash" },
        ],
        source: "Pushbullet docs, \"Access token\"",
    },
    Detector {
        id: "ntfy-token",
        title: "ntfy token",
        why: "Reads and publishes as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["tk_"],
            pattern: r"tk_[0-9a-z]{29,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("ntfy with tk", "_8dhwzitonqwo44quk8k21vpoylwem started"),
            masked: "ntfy with ******** started",
        }],
        ignores: &[
            Ignore { text: "tk_abcdefghijklmnopqrstuvwxyzabcd", reason: "letters only" },
            Ignore { text: "stk_0123456789abcdef0123456789abcdef", reason: "`tk_` inside a word" },
        ],
        source: "ntfy docs, \"Access tokens\"",
    },
    Detector {
        id: "twitch-stream-key",
        title: "Twitch stream key",
        why: "Broadcasts on the user's channel.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["live_"],
            pattern: r"live_[0-9]{6,12}_[0-9A-Za-z]{28,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("rtmp://live.example.org/app/li", "ve_915730561_YqrTiaz4hMGlGrmQGUgAzS3tx9u1Qr"),
            masked: "rtmp://live.example.org/app/********",
        }],
        ignores: &[Ignore { text: "live_126031192_short", reason: "too short" }],
        source: "Twitch docs, \"Stream key\"",
    },
    Detector {
        id: "twitch-chat-token",
        title: "Twitch chat token",
        why: "Chats as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["oauth:"],
            pattern: r"oauth:([0-9a-z]{30,}[0-9A-Za-z_-]*)",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("PASS oauth:b0", "e210irn8tioyxegq88napuwy3n0a"),
            masked: "PASS oauth:********",
        }],
        ignores: &[
            Ignore { text: "urn:ietf:params:oauth:grant-type:jwt-bearer", reason: "a name" },
            Ignore { text: "oauth:authorizationcodegrantwithproofkey", reason: "a word" },
        ],
        source: "Twitch docs, \"Authenticating with the chat server\"",
    },
];
