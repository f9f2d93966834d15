//! Tokens of everything else that is sold as a service.
//!
//! A table of [`Detector`] rows; what a row must keep is told in [`super::vendor_rows`].

use crate::detect::checks::jumble;
use crate::detect::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// Tokens of everything else that is sold as a service.
pub const ROWS: &[Detector] = &[
    Detector {
        id: "notion-token",
        title: "Notion token",
        why: "Reads and changes the shared pages.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["ntn_", "secret_"],
            pattern: r"(?:ntn_[0-9]{8,}[0-9A-Za-z]{30,}|secret_[0-9A-Za-z]{43,})[0-9A-Za-z_-]*",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("NOTION_TOKEN=nt", "n_19480963295QWROhlixc682jC1bMfeovL0QoKHZKRhJ8Vn"),
                masked: "NOTION_TOKEN=********",
            },
            Match {
                text: concat!("notion.Client(auth=\"se", "cret_OuAqfmh8vHnxd32Ws05e8sOqZNGoALCDgoO7vDmYOLx\")"),
                masked: "notion.Client(auth=\"********\")",
            },
        ],
        ignores: &[Ignore { text: "secret_rotation_days_of_the_production_database_cluster", reason: "a setting" }],
        source: "Notion developer docs, \"Authentication\"",
    },
    Detector {
        id: "linear-key",
        title: "Linear key",
        why: "Reads and changes the workspace's issues.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["lin_api_", "lin_oauth_", "lin_wh_"],
            pattern: r"lin_(?:api|oauth|wh)_[0-9A-Za-z]{32,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("client with li", "n_api_rv88lk7MICuHnhinA52kLNsVTgKW0FDbxFYdywPA in"),
            masked: "client with ******** in",
        }],
        ignores: &[Ignore { text: "lin_api_version", reason: "words" }],
        source: "Linear developer docs, \"Personal API keys\"",
    },
    Detector {
        id: "airtable-token",
        title: "Airtable token",
        why: "Reads and changes the bases it was made for.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["pat"],
            pattern: r"pat[0-9A-Za-z]{14}\.[0-9a-f]{60,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "AIRTABLE_API_KEY=pat",
                "LRYBOCa1aI3LW9.fab4b039539dd59374825ca01b3709f7ad882e0855b5b6ca6daad1e4a4ef20be"
            ),
            masked: "AIRTABLE_API_KEY=********",
        }],
        ignores: &[Ignore { text: "patternMatcherXY.0f3a9c5d7e1b2a4c6d8e", reason: "too short behind the dot" }],
        source: "Airtable docs, \"Personal access tokens\"",
    },
    Detector {
        id: "figma-token",
        title: "Figma token",
        why: "Reads the user's designs.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["figd_", "figo_", "figor_", "figu_", "figur_", "figr_"],
            pattern: r"fig(?:d|or?|ur?|r)_[0-9A-Za-z_-]{36,}",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("X-Figma-Token: fi", "gd_Drdt5VeBo0unwe0dqYhiyPK-hvKBI1_c-gkEXmPg"),
            masked: "X-Figma-Token: ********",
        }],
        ignores: &[Ignore { text: "figr_background_colour_of_the_second_panel_in_the_plot", reason: "words" }],
        source: "Figma docs, \"Access tokens\"",
    },
    Detector {
        id: "typeform-token",
        title: "Typeform token",
        why: "Reads forms and their answers.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["tfp_"],
            pattern: r"tfp_(?:[0-9A-Za-z_-]|[.=][0-9A-Za-z_-]){40,}",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer tfp", "_khxA4lwZykzmnmvZ8M7lVTMWpqjDibyaZzpKhiKIMEs9_56gMBLVZH79uRI"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore {
            text: "tfp_total_factor_productivity_by_country_and_by_year_since_1950x",
            reason: "words, with a year",
        }],
        source: "Typeform docs, \"Personal access token\"",
    },
    Detector {
        id: "readme-key",
        title: "ReadMe API key",
        why: "Reads and changes the project's documentation.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["rdme_"], pattern: r"rdme_[0-9a-z]{60,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "README_API_KEY=rdm",
                "e_zf4bcohkrdq6wcdrmw1mkcgeazsyb05aquwu7v3pkxow02z7qyfto5u5f2qds557rwfzx6"
            ),
            masked: "README_API_KEY=********",
        }],
        ignores: &[Ignore { text: "rdme_sync", reason: "words" }],
        source: "ReadMe docs, \"Authentication\"",
    },
    Detector {
        id: "hubspot-token",
        title: "HubSpot private app token",
        why: "Reads and changes the account's contacts.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["pat-na", "pat-eu", "pat-ap"],
            pattern: r"pat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer pa", "t-na1-1c6d29d8-28ce-4a9e-a468-5037e8af5cc6"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "pat-na1-region", reason: "words" }],
        source: "HubSpot docs, \"Private apps\"",
    },
    Detector {
        id: "contentful-token",
        title: "Contentful management token",
        why: "Reads and changes the space's content.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["CFPAT-"], pattern: r"CFPAT-[0-9A-Za-z_-]{40,}", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer CF", "PAT-rMfBOmsqtxlwrgxeAUijJVOumhdRjZkwin6bQnbU0AI"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "CFPAT-...", reason: "shortened" }],
        source: "Contentful docs, \"Personal access tokens\"",
    },
    Detector {
        id: "mapbox-token",
        title: "Mapbox token",
        why: "Draws maps on the account's bill, or manages it.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sk.eyJ", "pk.eyJ", "tk.eyJ"],
            pattern: r"[pst]k\.eyJ[0-9A-Za-z_-]{40,}\.[0-9A-Za-z_-]{20,}",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "MAPBOX_SECRET_TOKEN=sk.",
                    "eyJCFc9H6Sx5hhwBioDFdC0bjqAewswR4M8t5HUTFde8ZnxGOwEyJXJEfGpLIH2.xA5UB3kju8LoAJAiMn2lgQ"
                ),
                masked: "MAPBOX_SECRET_TOKEN=********",
            },
            Match {
                text: concat!(
                    "/styles/v1/a?access_token=pk.",
                    "eyJU5MddFZUg4Zf9NIv2E2lKlrY5rn950fiBCJDActglnF8qQyWa1suITXz45S8.edFHbY1eGDTOEn7fQIe-ix"
                ),
                masked: "/styles/v1/a?access_token=********",
            },
        ],
        ignores: &[Ignore { text: "pk.eyJ is the head", reason: "only the head" }],
        source: "Mapbox docs, \"Access tokens\"",
    },
    Detector {
        id: "dropbox-token",
        title: "Dropbox access token",
        why: "Reads and changes the user's files for some hours.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sl."],
            pattern: r"sl\.(?:[0-9A-Za-z]\.)?[0-9A-Za-z_-]{60,}",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "Authorization: Bearer sl.",
                    "u.5vlVDwmbdVjo-w9pVZyXMuQ4ddzIw4mwZev0aJJ6sL0XHVCSZ_GugUlGqOCDCyXStRt0LhQWHgKsfAI988Hf0nKrhIo2XDJ1JUXHxW7envwoezrJe8aTeL38cjXikdrB_c3PJ51wU0RL"
                ),
                masked: "Authorization: Bearer ********",
            },
            Match {
                text: concat!(
                    "\"access_token\":\"sl.",
                    "MF4rHGW3erVLJZvgBkXJM-kJUQCmv1GLoysJOVymdPIUteGQ6rtI5IFEzImJSWjqz8F9Cyghq0prvAUMW7DEQ6epKSNbOmm5frIVtw49-LwHjn3l089GEjEwmWP-xNCFczhkNiRXm\""
                ),
                masked: "\"access_token\":\"********\"",
            },
        ],
        ignores: &[Ignore {
            text: "sl.list-item-with-a-long-name-and-some-more-words-until-it-is-long-enough",
            reason: "words",
        }],
        source: "Dropbox docs, \"OAuth guide\"",
    },
    Detector {
        id: "facebook-token",
        title: "Facebook access token",
        why: "Acts as the user or page.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["EAA"],
            pattern: r"EAA[A-Z][0-9A-Za-z]{80,}[0-9A-Za-z_-]*",
            check: Some(jumble::varied),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "https://graph.example.org/me?access_token=EAA",
                "CIeIUKRJkDqBwkpls4lUd0yTmmbqZFUfAaikp01dTm1labSwPiQzDud9BZbTD6BuzEV8mNEcqwHZbgTc8jnNDAnSusFEyDh5R62lwquCQrgGTnKv6KdTRcRRqUZ1fs6rd93pw5YLHUEtnCj6lmF8vaY"
            ),
            masked: "https://graph.example.org/me?access_token=********",
        }],
        ignores: &[Ignore {
            text: "EAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            reason: "zeros in base64",
        }],
        source: "Meta for Developers docs, \"Access tokens\"",
    },
    Detector {
        id: "instagram-token",
        title: "Instagram access token",
        why: "Acts as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["IGQV", "IGQW", "IGAA"],
            pattern: r"IG(?:QV|QW|AA)[0-9A-Za-z_-]{80,}",
            check: Some(jumble::varied),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "access_token=IGQ",
                "VJJWriFMTcGVYCfwMXF6zzRTqRs8rYqapCFhZMyeHoKbCXR7N53gSu3eq68wpVLrv5d08h6fsDFSTvrxMxtitaz9YOstOfJFrWvWk6LuqqcJsvtomupCMR7WJt9zrd3Beewq8RZST7hreO"
            ),
            masked: "access_token=********",
        }],
        ignores: &[Ignore { text: "IGAA is a prefix", reason: "only the head" }],
        source: "Meta for Developers docs, \"Instagram access tokens\"",
    },
    Detector {
        id: "twitter-bearer-token",
        title: "Twitter bearer token",
        why: "Reads as the application.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["AAAAAAAAAAAAAAAAAAAAA"],
            pattern: r"A{20,24}[0-9A-Za-z]{2,10}A{3,8}(?:[0-9A-Za-z]|%[0-9A-Fa-f]{2}){60,}[0-9A-Za-z_-]*",
            check: Some(jumble::encoded),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Authorization: Bearer AAA",
                "AAAAAAAAAAAAAAAAAAZmotSAAAAAA3HouDjB6h9%2BKwsiYtkuqSns5yB0b25E%3DbaJLWbtSY0oKnZoU9Fk3ii4eZ9j5ouA1TTQkD4fP"
            ),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore {
            text: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            reason: "zeros in base64",
        }],
        source: "X developer docs, \"OAuth 2.0 bearer token\"",
    },
    Detector {
        id: "salesforce-session",
        title: "Salesforce session",
        why: "Acts as the user who is signed in.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["00D"],
            pattern: r"00D[0-9A-Za-z]{9,15}![0-9A-Za-z_]{18,}(?:[0-9A-Za-z_-]|\.[0-9A-Za-z_-])*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Authorization: Bearer 00D",
                "NFWEYqTHA06h!AQYU35L7DMdDTIRUY1vchGeS9OLAV9uzF7jWh03bbb2XU25TyugFbFesMmBeIoTtaHNYJBdruqsYwKzYNvvWXOBVyFh1"
            ),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "org 00D5f000000XyZaEAK", reason: "an organisation id" }],
        source: "Salesforce docs, \"Session id and access token\"",
    },
    Detector {
        id: "salesforce-refresh-token",
        title: "Salesforce refresh token",
        why: "Signs in as the user again and again.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["5Aep861"],
            pattern: r"5Aep861(?:[0-9A-Za-z_-]|[.=][0-9A-Za-z_-]){40,}",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "\"refresh_token\":\"5Ae",
                "p861RV-oV4Ww5oXTZa_Qa4J2fu1Jls37Nn5or0oGIqGnERxU2C0n4Zdo-6y27S8G\""
            ),
            masked: "\"refresh_token\":\"********\"",
        }],
        ignores: &[Ignore { text: "5Aep861 is the head", reason: "only the head" }],
        source: "Salesforce docs, \"OAuth 2.0 refresh token flow\"",
    },
    Detector {
        id: "unkey-key",
        title: "Unkey root key",
        why: "Makes and revokes API keys of others.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["unkey_"],
            pattern: r"unkey_[0-9A-Za-z]{18,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("UNKEY_ROOT_KEY=un", "key_CXwcYJrad9UhIxTimR1KbcQd"),
            masked: "UNKEY_ROOT_KEY=********",
        }],
        ignores: &[Ignore { text: "unkey_workspace_name", reason: "words" }],
        source: "Unkey docs, \"Root keys\"",
    },
    Detector {
        id: "adafruit-key",
        title: "Adafruit IO key",
        why: "Reads and writes the user's feeds.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["aio_"],
            pattern: r"aio_[0-9A-Za-z]{24,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("X-AIO-Key: ai", "o_ICp3tyMtQV52pFX3TUMjotUT1x6i"),
            masked: "X-AIO-Key: ********",
        }],
        ignores: &[Ignore { text: "aio_read_submit_completed_for_device", reason: "words" }],
        source: "Adafruit IO docs, \"Security\"",
    },
    Detector {
        id: "adobe-client-secret",
        title: "Adobe client secret",
        why: "Poses as the registered application.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["p8e-"], pattern: r"p8e-[0-9A-Za-z_-]{30,}", check: Some(jumble::solid) },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("\"client_secret\":\"p8", "e-94_slGSJP4R5nJHiciujZ2jeU4Zlw-GJ\""),
            masked: "\"client_secret\":\"********\"",
        }],
        ignores: &[Ignore { text: "p8e-the-eighth-platform-edition-of-the-board", reason: "words" }],
        source: "Adobe Developer docs, \"Credentials\"",
    },
    Detector {
        id: "clickup-token",
        title: "ClickUp personal token",
        why: "Reads and changes the user's tasks.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["pk_"], pattern: r"pk_[0-9]{4,12}_[0-9A-Z]{30,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("client with pk", "_6810913_FQTFU8R6O0Y97BL8555KJAWCAWCMYG89 in"),
            masked: "client with ******** in",
        }],
        ignores: &[Ignore { text: "pk_live_Y1xSJwCE0vWnMQ9E7hdPXgEt", reason: "a publishable key of Stripe" }],
        source: "ClickUp docs, \"Authentication\"",
    },
    Detector {
        id: "calcom-key",
        title: "Cal.com API key",
        why: "Reads and changes the user's bookings.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["cal_"], pattern: r"cal_(?:live_)?[0-9a-f]{32,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("?apiKey=ca", "l_live_ee14e1ff9d95f23be2b8b4041030a58f"),
            masked: "?apiKey=********",
        }],
        ignores: &[Ignore { text: "cal_event_view", reason: "words" }],
        source: "Cal.com docs, \"Authentication\"",
    },
    Detector {
        id: "frameio-token",
        title: "Frame.io token",
        why: "Reads and changes the team's videos.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["fio-u-"], pattern: r"fio-u-[0-9A-Za-z_-]{40,}", check: Some(jumble::solid) },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Authorization: Bearer fio",
                "-u-yCHH8SIRfMdq7KSgcr51oKUs1Y7xXGJrsu25sQDzKzLXybzlCb1SAKLSMH0moRpf"
            ),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "fio-u-turn", reason: "words" }],
        source: "Frame.io docs, \"Developer tokens\"",
    },
    Detector {
        id: "canva-secret",
        title: "Canva client secret",
        why: "Poses as the registered application.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["cnvca"], pattern: r"cnvca[0-9A-Za-z_-]{40,}", check: Some(jumble::mixed) },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("CANVA_CLIENT_SECRET=cn", "vca1RLUaUoNP1wu-YLpbigCSqO3gmd5jdPkq4c2344L3AeMezJovM0"),
            masked: "CANVA_CLIENT_SECRET=********",
        }],
        ignores: &[Ignore { text: "cnvcalendar", reason: "a word" }],
        source: "Canva docs, \"Authentication\"",
    },
    Detector {
        id: "retool-token",
        title: "Retool token",
        why: "Manages the organisation's apps.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["retool_01"], pattern: r"retool_01[0-9A-Za-z]{20,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer re", "tool_01h706bzemxetuu73vwdq1olyq3j"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "retool_01_migration", reason: "words" }],
        source: "Retool docs, \"API authentication\"",
    },
    Detector {
        id: "stytch-secret",
        title: "Stytch secret",
        why: "Signs in as any user of the project.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["secret-live-", "secret-test-"],
            pattern: r"secret-(?:live|test)-[0-9A-Za-z_-]{30,}={0,2}[0-9A-Za-z_-]*",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("STYTCH_SECRET=se", "cret-live-b_ZL9LMYVRn_ML2ER1B1_6YBQhpzbcw1GKGZ="),
            masked: "STYTCH_SECRET=********",
        }],
        ignores: &[Ignore { text: "secret-test-namespace-with-a-rather-long-name", reason: "words" }],
        source: "Stytch docs, \"API keys\"",
    },
    Detector {
        id: "ory-token",
        title: "Ory token",
        why: "Acts as the user, or manages the project.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["ory_at_", "ory_rt_", "ory_ac_", "ory_pat_", "ory_wak_", "ory_st_", "ory_lo_", "ory_apikey_"],
            pattern: r"ory_(?:at|rt|ac|pat|wak|st|lo|apikey)_[0-9A-Za-z_-]{24,}(?:\.[0-9A-Za-z_-]{16,})?",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "Authorization: Bearer ory",
                    "_at_rpvyuFFi6sIJswzAodxWqCrLGisH5as7UY0n01p19cE.F_dMDBQnYz79MBABBfPfwAE865GAwWdUtNMMnkd8IWq"
                ),
                masked: "Authorization: Bearer ********",
            },
            Match { text: concat!("ORY_PAT=or", "y_pat_irHQSF0j6oP9zPwPvd4O8gmResODl6B7"), masked: "ORY_PAT=********" },
        ],
        ignores: &[Ignore { text: "ory_st_ate", reason: "too short" }],
        source: "Ory docs, \"Token formats\"",
    },
    Detector {
        id: "jumpcloud-key",
        title: "JumpCloud API key",
        why: "Manages the organisation's users and machines.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["jca_"],
            pattern: r"jca_[0-9A-Za-z]{30,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("x-api-key: jc", "a_UHJpjgfSjkVAf31QUrMC6pkjKOL8lMvFrZRn"),
            masked: "x-api-key: ********",
        }],
        ignores: &[Ignore { text: "jca_java_connector_architecture_adapter", reason: "words" }],
        source: "JumpCloud docs, \"API keys\"",
    },
    Detector {
        id: "kong-token",
        title: "Kong Konnect token",
        why: "Manages the organisation's gateways.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["kpat_", "spat_"],
            pattern: r"[ks]pat_[0-9A-Za-z]{40,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer kp", "at_hYbqKl2X37DIjnkhPnu8SBMXZUhwJWZVnuWOyutTVfu5r4"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "spat_spatial_index", reason: "words" }],
        source: "Kong Konnect docs, \"Personal and system access tokens\"",
    },
    Detector {
        id: "zoho-token",
        title: "Zoho OAuth token",
        why: "Acts as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["1000."],
            pattern: r"1000\.[0-9a-f]{32}\.[0-9a-f]{32,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("call with 100", "0.b3d00a0fb87df26f5eee2541fc41fe48.8dc738b5e1d1a6ed59a98c47fa5066e3 made"),
            masked: "call with ******** made",
        }],
        ignores: &[Ignore {
            text: "1000.0f3a9c5d7e1b2a4c6d8e0f1a2b3c4d5e",
            reason: "one part only, as of a client id",
        }],
        source: "Zoho accounts docs, \"Access token\"",
    },
    Detector {
        id: "tiktok-token",
        title: "TikTok token",
        why: "Acts as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["act.", "rft."],
            pattern: r"(?:act|rft)\.[0-9A-Za-z]{50,}(?:[!.][0-9A-Za-z]+)*[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "\"access_token\":\"act",
                ".MROmGPRrE4N9fv4BB5j10SUKweHP8Ksx3wqQPiVh9gTmu7vDIyzlgQ6d8sBq!nlTG.va\""
            ),
            masked: "\"access_token\":\"********\"",
        }],
        ignores: &[Ignore { text: "act.on", reason: "too short" }],
        source: "TikTok for Developers docs, \"Manage user access tokens\"",
    },
    Detector {
        id: "pinterest-token",
        title: "Pinterest token",
        why: "Acts as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["pina_"], pattern: r"pina_[0-9A-Za-z_-]{20,}", check: Some(jumble::jumbled) },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Authorization: Bearer pin",
                "a_47TQ71MK955VXJ32THW9UOBQKT4V3BGDL7EEVMDYMY7G3Y0D0TO3V0BDFB6WPJ60VLG02SQDMYT6T0ZBM2VY4NKSL2"
            ),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "pina_colada", reason: "a drink" }],
        source: "Pinterest developer docs, \"Authentication\"",
    },
    Detector {
        id: "roblox-cookie",
        title: "Roblox session cookie",
        why: "Acts as the user who is signed in.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["WARNING:-DO-NOT-SHARE-THIS"],
            pattern: r"WARNING:-DO-NOT-SHARE-THIS\.[0-9A-Za-z.-]+\|_([0-9A-Za-z._-]{40,})",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "stored .ROBLOSECURITY=_|WAR",
                "NING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items.|_CCCF6B80F03F5753791336EFD6654822CD481D4F102E12C1198317AABC36FD03DDEBAF0C57910E0B51560623FE98B21505774304E533984986E449FA08C6509577AAEEBE7C500E005AA380D2D71546A008FD0F2FCBEC58605403156E7CF4D44F14D3C71E28CCD1E1DA611A800BB1AE7BF3BB4E351401871C315B2FB922340D9EAB7E25034902F2E774A349DC097E4AF8A0E73643055D"
            ),
            masked: "stored .ROBLOSECURITY=_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items.|_********",
        }],
        ignores: &[Ignore { text: "WARNING:-DO-NOT-SHARE-THIS-DOCUMENT", reason: "words" }],
        source: "Roblox docs, \"Cookie authentication\"",
    },
    Detector {
        id: "gitbook-token",
        title: "GitBook token",
        why: "Reads and changes the user's pages.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["gb_api_"], pattern: r"gb_api_[0-9A-Za-z]{32,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer gb", "_api_cmQFnrv8nTDKvA66hUgu2VxlUFHrjK5cPVHsaNW9"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "gb_api_limits", reason: "words" }],
        source: "GitBook docs, \"API authentication\"",
    },
    Detector {
        id: "close-key",
        title: "Close API key",
        why: "Reads and changes the account's leads.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["api_"],
            pattern: r"api_[0-9A-Za-z]{20,24}\.[0-9A-Za-z]{20,}[0-9A-Za-z_-]*",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("call with ap", "i_b7eCSTYbjR2HZ7rL2L5Vim.xXJcrx209qR1cSAXGJ2R0t made"),
            masked: "call with ******** made",
        }],
        ignores: &[Ignore { text: "api_documentationgenerator.configurationloader", reason: "a module path" }],
        source: "Close docs, \"API keys\"",
    },
    Detector {
        id: "builderio-key",
        title: "Builder.io private key",
        why: "Changes the space's content.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["bpk-"], pattern: r"bpk-[0-9a-f]{32,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer bp", "k-5f5d965f07c612922e2920722dd43462"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "bpk-0123", reason: "too short" }],
        source: "Builder.io docs, \"Private API keys\"",
    },
    Detector {
        id: "segment-token",
        title: "Segment public API token",
        why: "Manages the workspace's sources.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["sgp_"], pattern: r"sgp_[0-9A-Za-z]{60,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("\"token\": \"sgp", "_VluwUpmtFGXXATu39Yz07AA0dTBEKVYQgqCn0pMrzvuzMvCOnUf2E5kODIwwF7US\""),
            masked: "\"token\": \"********\"",
        }],
        ignores: &[Ignore { text: "sgp_stock_price_history_table", reason: "words" }],
        source: "Segment docs, \"Public API\"",
    },
    // The head is base64 of `tok:`.
    Detector {
        id: "intercom-token",
        title: "Intercom token",
        why: "Reads and answers the account's conversations.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["dG9rO"], pattern: r"dG9rO[0-9A-Za-z+/]{50,}={0,2}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer dG9", "rOctNEzqpo5LVZjFLRZsv3Aw6npzQFUnD6uouTudH6SJbPXe9wA94n5hU="),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "dG9rOnRlc3Q=", reason: "base64 of a few letters" }],
        source: "Intercom docs, \"Authentication\"",
    },
];
