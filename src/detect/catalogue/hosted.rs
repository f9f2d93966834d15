//! Tokens of hosted tools and services, a line or two each.
//!
//! A table of [`Detector`] rows; what a row must keep is told in [`super::vendor_rows`].

use crate::detect::checks::jumble;
use crate::detect::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// What is alike in all rows.
const fn row(id: &'static str, title: &'static str, source: &'static str, find: Find) -> Detector {
    Detector {
        id,
        title,
        why: "Uses the service in its owner's name.",
        family: Family::Credentials,
        tier: Tier::A,
        find,
        action: Action::Hide,
        matches: &[],
        ignores: &[],
        source,
    }
}

/// Whether the token is hex behind its prefix, or drawn letters and digits.
fn drawn(token: &[u8]) -> bool {
    jumble::mixed(token) || token[5..].iter().all(u8::is_ascii_hexdigit)
}

/// Tokens of hosted tools.
pub const ROWS: &[Detector] = &[
    Detector {
        matches: &[Match {
            text: concat!("key servi", "ces/T29326ML64L/BG2TJF8CZ2K/Na1Hedcm4pMbXDuCL1mHoOsF ok"),
            masked: "key services/******** ok",
        }],
        ignores: &[Ignore { text: "key services/TEMPLATE/default/the_quick_brown_fox", reason: "no token" }],
        ..row(
            "slack-webhook-path",
            "Slack webhook without its host",
            "Slack developers, incoming webhooks",
            Find::Token {
                anchors: &["services/T", "workflows/T", "triggers/T"],
                pattern: r"(?:services|workflows|triggers)/(T[0-9A-Z]{6,}/[0-9A-Z]{6,}(?:/[0-9]+)?/[0-9A-Za-z]{18,}[0-9A-Za-z_-]*)",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key 2", "/0174681453840191/6146100330766619:68a29a0d347301ef56e64dc3cd608906 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key 1/1234567890123456: 17 of them", reason: "no token" }],
        ..row(
            "asana-token",
            "Asana token",
            "Asana developers, personal access tokens",
            Find::Token {
                anchors: &["1/", "2/"],
                pattern: r"[12]/[0-9]{12,}(?:/[0-9]{12,})?:[0-9a-f]{32,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key dt",
                "0s16.LZGCJN2Q.AVSYEEFNPAXX3I4IYLJTOPMK9MY4F0DGGC6QPZQ05S7LEIO49ERNNBER02PDCLSX ok"
            ),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key dt0s16.sample.example-of-a-token-name", reason: "no token" }],
        ..row(
            "dynatrace-platform-token",
            "Dynatrace platform or OAuth token",
            "Dynatrace docs, platform tokens",
            Find::Token {
                anchors: &["dt0s", "dt0a", "dt0e"],
                pattern: r"dt0[a-z][0-9]{2}\.[A-Z0-9]{8,24}\.[A-Z0-9]{50,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key fl", "p_HKifxi5CvQUSHL8iLc7bE6wSt9cbMOeEeUtuieeCIxVc57 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key flp_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "friendli-token",
            "Friendli token",
            "Friendli docs, personal access tokens",
            Find::Token {
                anchors: &["flp_"],
                pattern: r"flp_[0-9A-Za-z]{40,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key p", "k_4ab2f2d0f0cc022238daceee2092f073ff ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key pk_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "klaviyo-key",
            "Klaviyo private key",
            "Klaviyo developers, API keys",
            Find::Token { anchors: &["pk_"], pattern: r"pk_[0-9a-f]{34,}[0-9A-Za-z_-]*", check: None },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key li", "ve_mOBZZW6m4nyoL6uniiFw152cTe8r0k ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key live_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "live-key",
            "live key of a payment service",
            "Mollie, GoCardless, Chargebee and Lob docs, API keys",
            Find::Token {
                anchors: &["live_"],
                pattern: r"live_(?:[0-9a-f]{35}|[0-9A-Za-z]{30,}|[0-9A-Za-z_-]{40})[0-9A-Za-z_-]*",
                check: Some(drawn),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key APP_", "USR-1774366875975104-904954-04ce6087413e3b266f850f1578b5c72d-627730689 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key APP_USR-settings-page-of-the-shop", reason: "no token" }],
        ..row(
            "mercado-pago-token",
            "Mercado Pago token",
            "Mercado Pago developers, credentials",
            Find::Token {
                anchors: &["APP_USR-", "TEST-"],
                pattern: r"(?:APP_USR|TEST)-[0-9]{12,}-[0-9]{6}-[0-9a-f]{32}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match { text: concat!("key NR", "BR-aea63367c29a80b21ea ok"), masked: "key ******** ok" }],
        ignores: &[Ignore { text: "key NRBR-some-short-words-with-dashes", reason: "no token" }],
        ..row(
            "new-relic-browser-key",
            "New Relic browser or admin key",
            "New Relic docs, API keys",
            Find::Token {
                anchors: &["NRBR-", "NRAA-", "NRRA-", "NRSP-"],
                pattern: r"NR(?:BR|AA|RA|SP)-[0-9a-zA-Z]{18,}[0-9A-Za-z_-]*",
                check: Some(jumble::solid),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key ovs", "xat_c87ff4ad-fa36-d084-0164-709ab7f3f386 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key ovsxat_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "open-vsx-token",
            "Open VSX token",
            "Eclipse Open VSX, access tokens",
            Find::Token {
                anchors: &["ovsxat_", "ovsxp_"],
                pattern: r"ovsx[a-z]{1,2}_[0-9a-f]{8}-[0-9a-f-]{20,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key pd", "us+_0XBPWQQ_d0cd5666-47b5-aa66-6347-428c3dd46c03 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key pdus+short", reason: "no token" }],
        ..row(
            "pagerduty-oauth-token",
            "PagerDuty OAuth token",
            "PagerDuty developers, OAuth",
            Find::Token { anchors: &["pdus+", "pdeu+"], pattern: r"pd(?:us|eu)\+[0-9A-Za-z_+-]{18,}", check: None },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key sec", "-c-mKRw609xhTGOWvGR1mZeEgbcWJNG5KEjmlhnl1ks7RgLdi8R ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key sec-c-the-quick-brown-fox-jumps", reason: "no token" }],
        ..row(
            "pubnub-secret-key",
            "PubNub secret key",
            "PubNub docs, keysets",
            Find::Token {
                anchors: &["sec-c-"],
                pattern: r"sec-c-[0-9A-Za-z]{40,}[0-9A-Za-z_=-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key ramp", "_tok_DeWguzDBGwBnMxaOSc2mlADxVxz6mMkgGYau5fZ1T436O8zK ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key ramp_tok_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "ramp-token",
            "Ramp token",
            "Ramp developers, OAuth",
            Find::Token { anchors: &["ramp_tok_"], pattern: r"ramp_tok_[0-9A-Za-z]{40,}[0-9A-Za-z_-]*", check: None },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key sin", "dri_MmGLvZWqr6hVVXk07zi5v4ISxXBWlznU ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key sindri_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "sindri-key",
            "Sindri key",
            "Sindri docs, API keys",
            Find::Token {
                anchors: &["sindri_"],
                pattern: r"sindri_[0-9A-Za-z]{32,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key tes", "tsk_leZvtEga4wO5Ndor89QtvnQzKlIeyGFP ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key testsk_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "svix-token",
            "Svix token",
            "Svix docs, authentication",
            Find::Token {
                anchors: &["testsk_", "sk_svix_"],
                pattern: r"(?:testsk|sk_svix)_[0-9A-Za-z]{24,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match { text: concat!("key tr_p", "rod_baXpLcOkAWRyd5uVzdLU ok"), masked: "key ******** ok" }],
        ignores: &[Ignore { text: "key tr_dev_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "trigger-key",
            "Trigger.dev key",
            "Trigger.dev docs, API keys",
            Find::Token {
                anchors: &["tr_dev_", "tr_prod_", "tr_stg_", "tr_pat_", "tr_preview_"],
                pattern: r"tr_(?:dev|prod|stg|pat|preview)_[0-9A-Za-z]{18,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key waka", "_tok_8ueZ5oBUEqWpcHg7ZU6Dj90pMThdNADhn3dwHjhxCiQADMqOLRAxXVH0i8sU ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key waka_tok_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "wakatime-token",
            "WakaTime OAuth token",
            "WakaTime developers, OAuth",
            Find::Token {
                anchors: &["waka_sec_", "waka_tok_", "waka_ref_"],
                pattern: r"waka_(?:sec|tok|ref)_[0-9A-Za-z]{40,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key produ", "ction_47f39b8868767611088d013782257bffb6aaf423e6ed8c4b4a95db3ea22dfe90 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key production_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "wepay-token",
            "WePay token",
            "WePay developers, access tokens",
            Find::Token {
                anchors: &["production_", "stage_"],
                pattern: r"(?:production|stage)_[0-9a-f]{64}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key y", "0_jNBkM_PKsCTPUpP4J4N6OCZFkUUdUYXyVXtwwl6KcChuLc2iNkQkJnO ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key y0_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "yandex-oauth-token",
            "Yandex OAuth token",
            "Yandex ID docs, OAuth tokens",
            Find::Token {
                anchors: &["y0_", "y1_", "y2_", "y3_"],
                pattern: r"y[0-3]_[0-9A-Za-z_-]{50,}",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key z", "h_475c5a6cd981f939451e0f1a365b67f7e58c59f8fca2f7c164c8170fbe7d5d5a ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key zh_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "zenhub-token",
            "ZenHub token",
            "ZenHub docs, personal API keys",
            Find::Token { anchors: &["zh_"], pattern: r"zh_[0-9a-f]{64,}[0-9A-Za-z_-]*", check: None },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key ap", "h0_sHqIgtwaAtqkTIm97kMcy1yl4Ae0_uNONZjN7iUjrnY7p4bW8ELo6bAtLWMR ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key aph0_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "anyscale-token",
            "Anyscale token",
            "Anyscale docs, API keys",
            Find::Token {
                anchors: &["aph0_", "aph5_"],
                pattern: r"aph[05]_[0-9A-Za-z_-]{40,}",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key v", "2xc2866c3a98faec23434556c1e237153dd2ad464cfad0ca708a6a9e3c6a935897 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key v2x0123456789abcdef0123456789abcdef", reason: "no token" }],
        ..row(
            "bitgo-token",
            "BitGo token",
            "BitGo developers, access tokens",
            Find::Token { anchors: &["v2x"], pattern: r"v2x[0-9a-f]{64,}[0-9A-Za-z_-]*", check: None },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key pr",
                "od:happy-otter-123|wNGGjKTm7HTT17mK8bOQmXfipEKASvvf73xrD4hCUip5KIIJeJ6qk6V50vMjh70asR5xpWKx1klMJZeD ok"
            ),
            masked: "key prod:happy-otter-123|******** ok",
        }],
        ignores: &[Ignore { text: "key prod:happy-otter-123 | some_name_of_a_function", reason: "no token" }],
        ..row(
            "convex-deploy-key",
            "Convex deploy key",
            "Convex docs, deploy keys",
            Find::Token {
                anchors: &["prod:", "dev:", "preview:"],
                pattern: r"(?:prod|dev|preview):[a-z]+-[a-z]+-[0-9]{1,4}\|([0-9A-Za-z+/=_-]{40,})",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key depot_p", "roject_1c549c056de14c3c5a487a114cf3fbdd9fedd33add0a19dca9273e7c1f379c72 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key depot_project_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "depot-token",
            "Depot token",
            "Depot docs, authentication",
            Find::Token {
                anchors: &["depot_project_", "depot_user_", "depot_org_"],
                pattern: r"depot_(?:project|user|org)_[0-9a-f]{40,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key sign", "key-prod-bd57d32343e09790a52eec4b7190ea9af4f66916abf05676139a8d4aed257936 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key signkey-prod-is-set-by-the-platform", reason: "no token" }],
        ..row(
            "inngest-signing-key",
            "Inngest signing key",
            "Inngest docs, signing keys",
            Find::Token {
                anchors: &["signkey-"],
                pattern: r"signkey-(?:prod|test|branch|dev)-[0-9a-f]{32,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key TH",
                "AArlUpGQsYrxZQH4hLHot57lQoriOQfDeC6HeH6caMLsIqBZKfksWmplrUJblY5j5cND6WLya75FdleJXP6xuQEYcHsG02ORHV8IlMXXkhMBpQCJXqYTYUpqFIo2LMFqcmMTdKC34lujMbMFZBGCUq2Z ok"
            ),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key THAAAAAAAAAAAAAAAAAAAAAAAA", reason: "no token" }],
        ..row(
            "threads-token",
            "Threads token",
            "Meta for Developers, Threads API",
            Find::Token {
                anchors: &["THAA", "THQV"],
                pattern: r"TH(?:AA|QV)[0-9A-Za-z]{80,}[0-9A-Za-z_-]*",
                check: Some(jumble::varied),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key pt", "s_behlpjdt3cuq7fkyqpk75du25xnci7ij ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key pts_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "pangea-token",
            "Pangea token",
            "Pangea docs, tokens",
            Find::Token {
                anchors: &["pts_", "pmt_"],
                pattern: r"p(?:ts|mt)_[a-z2-7]{32}[0-9A-Za-z_-]*",
                check: Some(jumble::jumbled),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key scp-", "live-e107d42c9fd2179837de27b9a615c1a5 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key scp-live-the-quick-brown-fox-jumps", reason: "no token" }],
        ..row(
            "scrapfly-key",
            "Scrapfly key",
            "Scrapfly docs, authentication",
            Find::Token {
                anchors: &["scp-live-", "scp-test-"],
                pattern: r"scp-(?:live|test)-[0-9a-f]{32,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key se", "am_D3z71nyyYdnAwplYJZkE_nznMDWtECFORl3FnIyAedSrx ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key seam_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "seam-key",
            "Seam key",
            "Seam docs, API keys",
            Find::Token {
                anchors: &["seam_"],
                pattern: r"seam_[0-9A-Za-z]{6,22}_[0-9A-Za-z]{20,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key sp", "u_8rNbHlVqGzK7PTnrgxdjU7XxiXpU16hb ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key spu_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "spectral-token",
            "Spectral token",
            "Check Point Spectral docs, team keys",
            Find::Token {
                anchors: &["spu_"],
                pattern: r"spu_[0-9A-Za-z]{32,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key st", "e-u1yCf24yuqX4HQdtzMpFcmjGMicntABEISiHTJquUCQyj4n1rITCziyH3wog ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key ste-the-quick-brown-fox-jumps", reason: "no token" }],
        ..row(
            "steel-key",
            "Steel key",
            "Steel docs, API keys",
            Find::Token {
                anchors: &["ste-"],
                pattern: r"ste-[0-9A-Za-z]{40,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key tp", "uf_sxwNnic2bVOEKaZWVtQQe62nJSwQh9X3 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key tpuf_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "turbopuffer-key",
            "Turbopuffer key",
            "Turbopuffer docs, authentication",
            Find::Token {
                anchors: &["tpuf_"],
                pattern: r"tpuf_[0-9A-Za-z]{32,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key tl", "k_XPQF1HZ5D5YVS5ROKZM4KWP7FV1J4Q9TBZHX ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key tlk_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "twelve-labs-key",
            "Twelve Labs key",
            "Twelve Labs docs, API keys",
            Find::Token {
                anchors: &["tlk_"],
                pattern: r"tlk_[0-9A-Z]{26,}[0-9A-Za-z_-]*",
                check: Some(jumble::jumbled),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key zu", "t_iZIgW_M8PGjdeSPVMHx8XRUdBjg01iJi75WXerIN ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key zut_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "vectara-key",
            "Vectara key",
            "Vectara docs, API keys",
            Find::Token {
                anchors: &["zut_", "zqt_", "zwt_"],
                pattern: r"z[uqw]t_[0-9A-Za-z_-]{36,}",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key produ", "ction$5x4bjmroqop7a8za$7f2a8b30a6c5655af9bd9bf77ba54223 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key production$some_name_of_a_function", reason: "no token" }],
        ..row(
            "braintree-token",
            "Braintree access token",
            "Braintree docs, access tokens",
            Find::Token {
                anchors: &["production$", "sandbox$"],
                pattern: r"(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key A",
                "QE4Tth2CGXREckN3A3EdwqzGVYSzqTOqxTRulv2Wn1K1iKAPTiNV-1rZkimyNQsoPlaELS8Y7irSrAqOQzy7RidkTh3cmswU-IZhzv5b1I2EkxetC ok"
            ),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key AQEAAAAAAAAAAAAAAAAAAAAAAAAA", reason: "no token" }],
        ..row(
            "adyen-key",
            "Adyen key",
            "Adyen docs, API credentials",
            Find::Token {
                anchors: &["AQE"],
                pattern: r"AQE[0-9A-Za-z]{2}[0-9A-Za-z+/=]{30,}-[0-9A-Za-z+/=]{20,}-[0-9A-Za-z+/=!-~]{8,}",
                check: Some(jumble::varied),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key acc", "ess_Z31PsozUNAWjKyRSnIsZ3jCl1gJ75q ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key access_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "access-key-mollie",
            "Mollie organization token",
            "Mollie docs, organization access tokens",
            Find::Token {
                anchors: &["access_"],
                pattern: r"access_[0-9A-Za-z]{30,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match { text: concat!("key sk", "ey_live_51hjubrjrzruof4mx9q ok"), masked: "key ******** ok" }],
        ignores: &[Ignore { text: "key skey_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "omise-secret-key",
            "Omise secret key",
            "Omise docs, authentication",
            Find::Token {
                anchors: &["skey_"],
                pattern: r"skey_(?:test|live)?_?[0-9a-z]{18,}[0-9A-Za-z_-]*",
                check: Some(jumble::jumbled),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key ak_l", "ive_Jdjea5WtQfalvEiYm3AEcAwZJzJdnJ ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key ak_live_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "pagar-me-key",
            "Pagar.me key",
            "Pagar.me docs, keys",
            Find::Token {
                anchors: &["ak_live_", "ak_test_"],
                pattern: r"ak_(?:live|test)_[0-9A-Za-z]{24,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key A2",
                "1AAGJyLF4gwdvpjITdNi7bAiUbHF_ZNm9Z0GdbsDPXVJU5TNJiPmHQBxBgqMAwSntsVSx3cbZgZmPAcwPin ok"
            ),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key A21AABCDEFGHIJKLMNOPQRSTU", reason: "no token" }],
        ..row(
            "paypal-access-token",
            "PayPal access token",
            "PayPal developer docs, authentication",
            Find::Token { anchors: &["A21AA"], pattern: r"A21AA[0-9A-Za-z_-]{60,}", check: None },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key alc", "ht_LuBE98oFAXT4l0reRy86u4lXwHajUO ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key alcht_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "alchemy-token",
            "Alchemy token",
            "Alchemy docs, API keys",
            Find::Token {
                anchors: &["alcht_", "alch_"],
                pattern: r"alcht?_[0-9A-Za-z]{28,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key c", "u_c16bed33ededc7c11ee911a4ea8a6fc1 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key cu_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "checkly-key",
            "Checkly key",
            "Checkly docs, API keys",
            Find::Token { anchors: &["cu_", "sv_"], pattern: r"(?:cu|sv)_[0-9a-f]{32}[0-9A-Za-z_-]*", check: None },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key sec", "ret_user_39iW5Fhol17PY8j1hZgGqqel3cTvqHZwDnIa3BmF ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key secret_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "secret-key-prefixed",
            "key that begins with secret_",
            "GrowthBook docs, API keys",
            Find::Token {
                anchors: &["secret_"],
                pattern: r"secret_(?:user_|admin_|readonly_)?[0-9A-Za-z]{32,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key pe", "rm:r9PpegJCYWF4.peZF2dX3J5eY.8jZxlgvc7w93o1shAlNyb2RND5FefP ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key perm:the.quick.brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "jetbrains-token",
            "JetBrains permanent token",
            "JetBrains Hub docs, permanent tokens",
            Find::Token {
                anchors: &["perm:", "perm-"],
                pattern: r"perm[:-][0-9A-Za-z+/=]{4,}\.[0-9A-Za-z+/=-]{2,}\.[0-9A-Za-z]{20,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key we", "b_6a6dc0aa866545e14838bb96026b9d6428dbd8e433bd7f39392e7fc6d7e2bda9 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key web_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "percy-token",
            "Percy token",
            "BrowserStack Percy docs, project tokens",
            Find::Token {
                anchors: &["web_", "app_", "auto_", "vmw_"],
                pattern: r"(?:web|app|auto|vmw)_[0-9a-f]{64}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key ds", "p_e89070db48cd8a333e62b0b0b04f2b5eaf170cd7 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key dsp_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "deepsource-token",
            "DeepSource token",
            "DeepSource docs, access tokens",
            Find::Token { anchors: &["dsp_"], pattern: r"dsp_[0-9a-f]{40,}[0-9A-Za-z_-]*", check: None },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key tok", "en-8hde3:zn7n5xj6zgfakq4h13jbxxbgw0898hgt6hepif66tswpp03dn2k9g3 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key token-abcde: the_quick_brown_fox_jumps", reason: "no token" }],
        ..row(
            "rancher-token",
            "Rancher token",
            "Rancher docs, API keys",
            Find::Token {
                anchors: &["token-", "kubeconfig-u"],
                pattern: r"(?:token|kubeconfig-u(?:ser)?)-[0-9a-z]{5,12}:[0-9a-z]{50,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key pt", "r_i25gZ2GjjKHlANN93T9hA0aojZ0hVVTyksHNbzhFt69= ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key ptr_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "portainer-token",
            "Portainer token",
            "Portainer docs, access tokens",
            Find::Token {
                anchors: &["ptr_"],
                pattern: r"ptr_[0-9A-Za-z+/]{43}[0-9A-Za-z_+/=-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key 0",
                ".1cd92683-daf6-43c9-887b-2dfcbdae3191.kHyJuz0oRgTxcuxE8oHVHFUaxAL9ga:SLw9px9MSx1tnMWLdulFhH== ok"
            ),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key 0.48c78342-1635-48a6-accd-afbe01336365", reason: "no token" }],
        ..row(
            "bitwarden-access-token",
            "Bitwarden Secrets Manager token",
            "Bitwarden docs, access tokens",
            Find::Token {
                anchors: &["0."],
                pattern: r"0\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[0-9A-Za-z]{30}:[0-9A-Za-z+/=_-]{22,}",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key a",
                "t_WWwd2fnqLr_s1ZY8BP3xzfsKRgfzo1qvcuj0jYsPsdWFdzNfJi7vOTbN7RWnLIa0VEAvRO660elYfCRWiyWCRBZhCu5VU ok"
            ),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key at_the_quick_brown_fox_jumps_over", reason: "no token" }],
        ..row(
            "boundary-token",
            "HashiCorp Boundary token",
            "HashiCorp Boundary docs, auth tokens",
            Find::Token {
                anchors: &["at_"],
                pattern: r"at_[0-9A-Za-z]{10}_s1[0-9A-Za-z]{40,}[0-9A-Za-z_-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key s",
                "ke1h91wQ1JThShztS9PJh73ngAuIi18hj3rEAc5B7ymRS7FFBSZyGXEgJV2kXLumaw0kPwyLZHRyCKL1DwXLjETzufSFoOqwUAKcq6eZ0qypTnB6NeJlA6HDyFholWNgRtG2jcSwKkJFvFjC8WwZtgpYjnm3IVNwhkWmLk57xSuxg8YTZsM ok"
            ),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key skeletonOfTheApplication", reason: "no token" }],
        ..row(
            "sanity-token",
            "Sanity token",
            "Sanity docs, API tokens",
            Find::Token {
                anchors: &["sk"],
                pattern: r"sk[0-9A-Za-z]{160,}[0-9A-Za-z_-]*",
                check: Some(jumble::varied),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key tl", "y-21UqhpwblI4qQssqJiqFerbsYr8Gj3yk03I2 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key tly-the-quick-brown-fox-jumps", reason: "no token" }],
        ..row(
            "tally-key",
            "Tally key",
            "Tally developers, API keys",
            Find::Token {
                anchors: &["tly-"],
                pattern: r"tly-[0-9A-Za-z]{30,}[0-9A-Za-z_-]*",
                check: Some(jumble::mixed),
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key At",
                "za|qluHNg2UD95VSBISDjojManpyVNTshisd0sj3xlT_zn1r-yk-dlrMGQCItt2c-OvluenoMMd1etxkaViBYD0SQCSYbEHgVQT6E1wztBG59CQxEHGcxNDiMQA ok"
            ),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key Atza|the_quick_brown_fox_jumps", reason: "no token" }],
        ..row(
            "amazon-login-token",
            "Login with Amazon token",
            "Login with Amazon docs, access tokens",
            Find::Token {
                anchors: &["Atza|", "Atzr|"],
                pattern: r"Atz[ar]\|[0-9A-Za-z_+/-]{40,}[0-9A-Za-z_+/=-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key v^1",
                ".1#i^1#p^3#r^0#I^3#f^0#t^RcYpIffRWGpCncAJixQwe6e1yiAYQYovYny6sJL8VeE06adFcy9eB6kjenk4F9o7uvi7ijZTu8cmpiSR ok"
            ),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key v^1.1#i^1#f^0", reason: "no token" }],
        ..row(
            "ebay-token",
            "eBay token",
            "eBay developers, OAuth",
            Find::Token { anchors: &["v^1.1#"], pattern: r"v\^1\.1#i\^1#[0-9A-Za-z#^+/=_-]{40,}", check: None },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key WPL", "_AP1.p42U48QDxxUh7rj83elUwR.Hq8ffPob== ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key WPL_AP1_the_name_of_a_setting", reason: "no token" }],
        ..row(
            "linkedin-client-secret",
            "LinkedIn client secret",
            "LinkedIn developers, client secrets",
            Find::Token {
                anchors: &["WPL_AP"],
                pattern: r"WPL_AP[01]\.[0-9A-Za-z]{12,}\.[0-9A-Za-z+/_-]{6,}[0-9A-Za-z+/_=-]*",
                check: None,
            },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!(
                "key vk1",
                ".a.jNxuQnL96S-7eys8d4ZgKufwZBcdC2_i7dxRbvMfRHV8GOvTs126GQ-Du7KvOEZuRKmaS9o_Wa_ZI_7hlO_9hsdJ4gkJgEZfGyn2Thj-9tLORzB5MqFJMwp8MFfcR8ZiuoHKXNGxHqh30YaH_-CXTfcu_DDpt3O7IxdInQQgdLM7hQnJB-ie ok"
            ),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key vk1.a.some_name_of_a_function", reason: "no token" }],
        ..row(
            "vk-token",
            "VK token",
            "VK developers, access tokens",
            Find::Token { anchors: &["vk1.a."], pattern: r"vk1\.a\.[0-9A-Za-z_-]{80,}", check: None },
        )
    },
    Detector {
        matches: &[Match {
            text: concat!("key ns", "ec1xr70jvh0m5ey4rkj6d60798mm76s6q9vtrft353zrarmx7vsryq3augml0 ok"),
            masked: "key ******** ok",
        }],
        ignores: &[Ignore { text: "key nsec1qqqqqqqqqqqqqqqqqqqq", reason: "no token" }],
        ..row(
            "nostr-secret-key",
            "Nostr secret key",
            "NIP-19",
            Find::Token { anchors: &["nsec1"], pattern: r"nsec1[02-9ac-hj-np-z]{58}[0-9A-Za-z_-]*", check: None },
        )
    },
];
