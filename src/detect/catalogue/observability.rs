//! Keys of services that collect logs, metrics, traces and errors.
//!
//! A table of [`Detector`] rows; what a row must keep is told in [`super::vendor_rows`].

use crate::detect::checks::jumble;
use crate::detect::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// Keys of services that collect logs, metrics, traces and errors.
pub const ROWS: &[Detector] = &[
    Detector {
        id: "sentry-token",
        title: "Sentry token",
        why: "Reads events and releases of the organisation.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sntryu_", "sntrys_", "sntrya_", "sntryi_"],
            pattern: r"sntry[aisu]_[0-9A-Za-z_+/-]{40,}(?:={1,2}[0-9A-Za-z_+/-]*)?",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "SENTRY_AUTH_TOKEN=snt",
                    "ryu_a6b4c8f612f2c0804018fcf83d9035fbd565e705351e2f15ca6c03357173c7d2"
                ),
                masked: "SENTRY_AUTH_TOKEN=********",
            },
            Match {
                text: concat!(
                    "\"authToken\":\"snt",
                    "rys_ey",
                    "JpYXQiOWWAtVxr7TsGwUuBHatdP9KMxFzCgctQspVZ9iZ4M25s6mBcjgUqVPk_JWNy31b9aSROELHbh_QVqv-1H5ClsN9oQYn=_xkqIANsGndJ15Kxr8a79RG0w0Eeh7ooIOAdMLWRY6h3\""
                ),
                masked: "\"authToken\":\"********\"",
            },
        ],
        ignores: &[Ignore { text: "sntryu_ and sntrys_ are prefixes", reason: "only the head" }],
        source: "Sentry docs, \"Auth tokens\"",
    },
    // The third form is base64 of the JSON object with the key `k` that old API keys were.
    Detector {
        id: "grafana-token",
        title: "Grafana token",
        why: "Reads and changes dashboards, or the cloud account.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["glsa_", "glc_", "eyJrIjoi"],
            pattern: r"(?:glsa_[0-9A-Za-z]{30,}|glc_[0-9A-Za-z+/_-]{32,}|eyJrIjoi[0-9A-Za-z+/_-]{40,})={0,2}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("Authorization: Bearer gl", "sa_hq7Fdz1yLu1omzYHhHJrXbBcslCYpFYz_8d3186a0"),
                masked: "Authorization: Bearer ********",
            },
            Match {
                text: concat!(
                    "GRAFANA_CLOUD_TOKEN=glc",
                    "_ey",
                    "JUzWyA2XNN8C5OzraP1qZpwuaptaZkRtJWWuEikiAtaOzv5ZH0b6jxN1SmySk1uHVjnTM38fqEYRyacc4xeWeeVsFmR"
                ),
                masked: "GRAFANA_CLOUD_TOKEN=********",
            },
            Match {
                text: concat!(
                    "Bearer eyJ",
                    "rIjoitlmdm0Ki2vwgGMhNoKwnt6cIn2jzwAjymSzd6rKALuK0xLkeDHHbKOKiQWIY1HJsX31Ts8Up"
                ),
                masked: "Bearer ********",
            },
        ],
        ignores: &[Ignore { text: "glc_lookup_failed", reason: "words" }],
        source: "Grafana docs, \"Service accounts\" and \"Grafana Cloud access policies\"",
    },
    Detector {
        id: "new-relic-key",
        title: "New Relic key",
        why: "Reads or writes the account's data.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["NRAK-", "NRII-", "NRIQ-", "NRRA-", "NRAA-", "NRSP-", "NRJS-", "px-api-", "px-dep-"],
            pattern: r"(?:NR(?:AK|II|IQ|RA|AA|SP|JS)-[0-9A-Za-z_-]{19,}|px-(?:api|dep)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[0-9A-Za-z_-]*)",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[
            Match { text: concat!("Api-Key: NR", "AK-SAIOQZ0QP1VFS62ADWQ87BPK1FN"), masked: "Api-Key: ********" },
            Match {
                text: concat!("\"insertKey\":\"NR", "II-KEowhYhPOH7BUGX54GkN3RrsF7oGsUep\""),
                masked: "\"insertKey\":\"********\"",
            },
            Match {
                text: concat!("PX_API_KEY=px", "-api-6f49c989-7c92-4376-aee9-a483af0ec33c"),
                masked: "PX_API_KEY=********",
            },
        ],
        ignores: &[
            Ignore { text: "NRAK-...", reason: "shortened" },
            Ignore { text: "px-api-gateway-in-the-second-region", reason: "a service name" },
        ],
        source: "New Relic docs, \"New Relic API keys\" and Pixie docs, \"API keys\"",
    },
    Detector {
        id: "dynatrace-token",
        title: "Dynatrace token",
        why: "Reads or writes the environment's data.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["dt0"],
            pattern: r"dt0[a-z][0-9]{2}\.[0-9A-Z]{20,}\.[0-9A-Z]{40,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "call with dt0",
                "c01.DNGBE8ZR5NBZZL8USKXZO45D.COGZS08TASUEWTG1QNVOL7YH8R8NG46K95CQK9RJ2JPR8L9K7JB2TFZRP5T9CYGT made"
            ),
            masked: "call with ******** made",
        }],
        ignores: &[Ignore { text: "dt0c01.G6V7HNXHNOFAAOL8RA86Q6LZ used", reason: "the public half" }],
        source: "Dynatrace docs, \"Access tokens: token format\"",
    },
    Detector {
        id: "elastic-cloud-key",
        title: "Elastic Cloud API key",
        why: "Manages the organisation's deployments.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["essu_"],
            pattern: r"essu_[0-9A-Za-z+/_-]{40,}={0,2}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("EC_API_KEY=ess", "u_tGk1Prw0yjqZllPdCXpeEsbwS87DfIwT+Rfaw0U5uKSI4sOMEuqEXYSk=="),
            masked: "EC_API_KEY=********",
        }],
        ignores: &[Ignore { text: "essu_ begins them", reason: "only the head" }],
        source: "Elastic Cloud docs, \"API keys\"",
    },
    Detector {
        id: "honeycomb-key",
        title: "Honeycomb key",
        why: "Sends or manages the environment's data.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &[
                "hcaik_", "hcalk_", "hcamk_", "hcbik_", "hcblk_", "hcbmk_", "hcxik_", "hcxlk_", "hcxmk_", "hcaic_",
            ],
            pattern: r"hc[a-z](?:[ilm]k|ic)_[0-9a-z]{24,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("x-honeycomb-team: hca", "ik_01ydgq2e0ii70kt9di40wc765n3z5v6u86mqnx1daie0mhtsl4874jn32n"),
            masked: "x-honeycomb-team: ********",
        }],
        ignores: &[Ignore { text: "hcaik_short", reason: "too short" }],
        source: "Honeycomb docs, \"Manage API keys: key format\"",
    },
    Detector {
        id: "posthog-key",
        title: "PostHog personal key",
        why: "Reads and changes the project's data.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["phx_", "phs_"],
            pattern: r"ph[sx]_[0-9A-Za-z_-]{36,}",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("POSTHOG_PERSONAL_API_KEY=ph", "x_DWavedRELfx5fO26EOqQr5QSzxI5qYgQYI4X7mU2plN"),
            masked: "POSTHOG_PERSONAL_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "phc_dBO5yrOXGQDLpETYEmm7w7kX0D14X6wdBvoyJrBVpKX",
            reason: "a project key, made to be seen in pages",
        }],
        source: "PostHog docs, \"API overview\"",
    },
    Detector {
        id: "logfire-token",
        title: "Pydantic Logfire token",
        why: "Writes or reads the project's traces.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["pylf_v"], pattern: r"pylf_v[0-9]+_[0-9A-Za-z_-]{30,}", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("LOGFIRE_TOKEN=py", "lf_v1_us_KQMnyL6pJrLuYsp7IT94uji8Xo23dYVSrpaEdb6bFJ2"),
            masked: "LOGFIRE_TOKEN=********",
        }],
        ignores: &[Ignore { text: "pylf_version", reason: "a word" }],
        source: "Pydantic Logfire docs, \"Create write tokens\"",
    },
    Detector {
        id: "axiom-token",
        title: "Axiom token",
        why: "Reads or writes datasets.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["xaat-", "xapt-"],
            pattern: r"xa[ap]t-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("AXIOM_TOKEN=xa", "at-5691f84c-51ae-4800-a43d-0a38d5e8c8ae"),
            masked: "AXIOM_TOKEN=********",
        }],
        ignores: &[Ignore { text: "xaat-0123", reason: "too short" }],
        source: "Axiom docs, \"API tokens\"",
    },
    Detector {
        id: "statsig-key",
        title: "Statsig server key",
        why: "Reads the rules of every experiment.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["secret-", "console-"],
            pattern: r"(?:secret|console)-[0-9A-Za-z]{43,}[0-9A-Za-z_-]*",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("STATSIG_SERVER_KEY=se", "cret-m9RgNdMsyOQ1vHlyrvHGRfgr8CU5zQPtM4mjk1kKHi8"),
            masked: "STATSIG_SERVER_KEY=********",
        }],
        ignores: &[Ignore { text: "secret-rotation-controller-for-the-payment-namespace", reason: "a name in words" }],
        source: "Statsig docs, \"API keys\"",
    },
    Detector {
        id: "coralogix-key",
        title: "Coralogix key",
        why: "Reads or writes the team's data.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["cxtp_", "cxup_"],
            pattern: r"cx[tu]p_[0-9A-Za-z]{28,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer cx", "tp_WBPeIdyxqPo2sqtKpOHIxLaB6Nv7UI"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "cxup_grade_failed", reason: "words" }],
        source: "Coralogix docs, \"API keys\"",
    },
    Detector {
        id: "tinybird-token",
        title: "Tinybird token",
        why: "Reads or writes the workspace's data.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["p.eyJ"],
            pattern: r"p\.eyJ[0-9A-Za-z_-]{20,}\.[0-9A-Za-z_-]{20,}",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "https://api.example.org/v0/pipes?token=p.e",
                "yJfituSNdJI4MGebvrhp8DxUnnIZAD6r2aMP1WTLjLgBVa4uBNy6IkcdjfzyXqLtJ1.4uu6rytlJv9AM9MmFBb5PkUnOh-3wkH14vcO84lzWin"
            ),
            masked: "https://api.example.org/v0/pipes?token=********",
        }],
        ignores: &[Ignore { text: "p.eyJ is the head", reason: "only the head" }],
        source: "Tinybird docs, \"Auth tokens\"",
    },
    Detector {
        id: "rootly-key",
        title: "Rootly API key",
        why: "Reads and changes incidents.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["rootly_"], pattern: r"rootly_[0-9a-f]{48,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Authorization: Bearer roo",
                "tly_220886bb5a1da60b3284688a28f5298010a535add823b43a0afa755bcbcdff26"
            ),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "rootly_incident", reason: "a word" }],
        source: "Rootly docs, \"API: getting started\"",
    },
];
