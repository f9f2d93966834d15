//! Keys of payment, shop and money services.
//!
//! A table of [`Detector`] rows; what a row must keep is told in [`super::vendor_rows`].

use crate::detect::checks::jumble;
use crate::detect::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// Keys of payment, shop and money services.
pub const ROWS: &[Detector] = &[
    // Clerk, WorkOS and Paystack use the same form. Publishable `pk_` keys stay.
    Detector {
        id: "stripe-key",
        title: "Stripe secret key",
        why: "Charges, refunds and reads the account's customers.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sk_live_", "sk_test_", "sk_prod_", "sk_org_", "rk_live_", "rk_test_", "rk_prod_"],
            pattern: r"[rs]k_(?:live|test|prod|org)_[0-9A-Za-z]{4,}[0-9A-Za-z_-]{6,}",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "STRIPE_SECRET_KEY=sk_",
                    "live_51qtRlVcCG0WbvJxgWbZuBFNrbVhUDKZgEPfh55QVDuYNE1IDgEXTPMTbefbqlTTQL0kl4nKKH3JeLcEmX2aR0DQMfzDFFoBorA"
                ),
                masked: "STRIPE_SECRET_KEY=********",
            },
            Match {
                text: concat!("Stripe.api_key = \"rk", "_test_i0RBAC8YzFSY1uVBLfl5waXd\""),
                masked: "Stripe.api_key = \"********\"",
            },
        ],
        ignores: &[
            Ignore { text: "pk_live_CDYlSfLMyliWA8kn7t2RiROh", reason: "publishable: made to be seen in pages" },
            Ignore { text: "sk_test_customer_migrations_table", reason: "words" },
        ],
        source: "Stripe docs, \"API keys\"",
    },
    Detector {
        id: "stripe-webhook-secret",
        title: "webhook signing secret",
        why: "Forges events that the receiver believes.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["whsec_"],
            pattern: r"whsec_[0-9A-Za-z+/_-]{20,}={0,2}[0-9A-Za-z_-]*",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("STRIPE_WEBHOOK_SECRET=wh", "sec_GQEIWkrzK2cFjdMEfwE9vbn5HaE50j0m"),
            masked: "STRIPE_WEBHOOK_SECRET=********",
        }],
        ignores: &[Ignore { text: "whsec_is_missing_in_the_environment", reason: "words" }],
        source: "Stripe docs, \"Receive events in your webhook endpoint\"",
    },
    Detector {
        id: "stripe-client-secret",
        title: "Stripe client secret",
        why: "Completes the one payment it belongs to.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["pi_", "seti_", "ek_live_", "ek_test_"],
            pattern: r"(?:(?:pi|seti)_[0-9A-Za-z]{12,}_secret_[0-9A-Za-z]{16,}|ek_(?:live|test)_[0-9A-Za-z,]{20,})[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("\"client_secret\":\"pi_", "ZSZtQM7WluZdQnzRDMDuBJ09_secret_kVrI0RPL7M4tDUyxMnGa21Oh8\""),
            masked: "\"client_secret\":\"********\"",
        }],
        ignores: &[Ignore { text: "pi_3MtwBwLkdIwHu7ix28a3tqPa", reason: "an id of a payment" }],
        source: "Stripe docs, \"PaymentIntents: client_secret\"",
    },
    Detector {
        id: "square-token",
        title: "Square token or secret",
        why: "Charges and reads the seller's customers.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["EAAA", "sq0atp-", "sq0csp-"],
            pattern: r"(?:EAAA[0-9A-Za-z_-]{56,}|sq0(?:atp|csp)-[0-9A-Za-z_-]{20,})",
            check: Some(jumble::varied),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "Authorization: Bearer EAA",
                    "AWGpiVOp4LrJFEA8k6osaoKscxdWqoPHPSJSyEhpuyyaEzYfFekVHUsplHFmm"
                ),
                masked: "Authorization: Bearer ********",
            },
            Match {
                text: concat!("SQUARE_ACCESS_TOKEN=sq", "0atp-MJkaXxA5NJ-2x3RpOCd19F"),
                masked: "SQUARE_ACCESS_TOKEN=********",
            },
            Match {
                text: concat!("app_secret: sq", "0csp-6L7NwfgTcdacm0eHHhOz7YXhXELdIsHdmh6844yjNZ2"),
                masked: "app_secret: ********",
            },
        ],
        ignores: &[
            Ignore {
                text: "EAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                reason: "zeros in base64",
            },
            Ignore { text: "sq0idp-wWAaCesVx0PhRbXkdUUg9Q", reason: "an application id" },
        ],
        source: "Square docs, \"Access tokens\"",
    },
    Detector {
        id: "shopify-token",
        title: "Shopify token or secret",
        why: "Reads and changes the shop.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["shpat_", "shpca_", "shppa_", "shpss_", "shpua_", "shptka_", "shprt_", "shpit_"],
            pattern: r"shp(?:at|ca|pa|ss|ua|tka|rt|it)_[0-9A-Fa-f]{32,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("X-Shopify-Access-Token: sh", "pat_10205fdabd8377c3e4e70d8152a01e14"),
            masked: "X-Shopify-Access-Token: ********",
        }],
        ignores: &[Ignore { text: "shpat_0123abcd", reason: "too short" }],
        source: "Shopify docs, \"Access tokens\"",
    },
    Detector {
        id: "plaid-token",
        title: "Plaid access token",
        why: "Reads the bank accounts of one person.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["access-sandbox-", "access-development-", "access-production-"],
            pattern: r"access-(?:sandbox|development|production)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("\"access_token\":\"ac", "cess-production-5619c86f-4b53-4903-aa94-bbf284f49470\""),
            masked: "\"access_token\":\"********\"",
        }],
        ignores: &[Ignore { text: "access-production-database-from-the-bastion-host", reason: "words" }],
        source: "Plaid docs, \"Tokens\"",
    },
    Detector {
        id: "paddle-key",
        title: "Paddle key",
        why: "Charges and reads the seller's customers.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["pdl_"],
            pattern: r"pdl_(?:(?:live|sdbx|test)_)?(?:apikey|ntfset)_[0-9A-Za-z_+/-]{24,}",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("PADDLE_API_KEY=pdl", "_live_apikey_tr931w3sfy2srh3h4f3xysrzot_FoIk3mONsSop5ZwSjdYDnP_OuZ"),
            masked: "PADDLE_API_KEY=********",
        }],
        ignores: &[Ignore { text: "pdl_live_session", reason: "words" }],
        source: "Paddle developer docs, \"API keys\"",
    },
    Detector {
        id: "flutterwave-key",
        title: "Flutterwave secret key",
        why: "Charges and pays out on the account.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["FLWSECK"],
            pattern: r"FLWSECK(?:_TEST|_PROD)?-?[0-9A-Za-z]{12,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("FLW_SECRET_KEY=FL", "WSECK_TEST-ead6e8cb8507b77cb1855fda1643890a-X"),
            masked: "FLW_SECRET_KEY=********",
        }],
        ignores: &[Ignore { text: "FLWPUBK_TEST-c88b37a26c537c187a602712f6ee6461-X", reason: "the public key" }],
        source: "Flutterwave docs, \"API keys\"",
    },
    Detector {
        id: "easypost-key",
        title: "EasyPost API key",
        why: "Buys postage on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["EZAK", "EZTK"],
            pattern: r"EZ[AT]K[0-9A-Za-z]{50,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("EASYPOST_API_KEY=EZ", "AKG69zmoSqC64jRILgl71D9yywdXqvjnLH13BT86VeBJwJyEFWaajXL8"),
            masked: "EASYPOST_API_KEY=********",
        }],
        ignores: &[Ignore { text: "EZAK is a prefix", reason: "only the head" }],
        source: "EasyPost docs, \"Authentication\"",
    },
    Detector {
        id: "shippo-token",
        title: "Shippo token",
        why: "Buys postage on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["shippo_live_", "shippo_test_"],
            pattern: r"shippo_(?:live|test)_[0-9a-f]{36,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("call with sh", "ippo_live_2c01807886f486701b5c259fa936873f9f6395ec made"),
            masked: "call with ******** made",
        }],
        ignores: &[Ignore { text: "shippo_test_mode", reason: "words" }],
        source: "Shippo docs, \"Authentication\"",
    },
    Detector {
        id: "duffel-token",
        title: "Duffel token",
        why: "Books travel on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["duffel_live_", "duffel_test_"],
            pattern: r"duffel_(?:live|test)_[0-9A-Za-z_-]{36,}",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer du", "ffel_live_MkKO3wEAKBDm-mMtj6pg5HzZG2u0SIsBTSkE4hSzWMy"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "duffel_test_mode", reason: "words" }],
        source: "Duffel docs, \"Access tokens\"",
    },
    Detector {
        id: "checkout-key",
        title: "Checkout.com secret key",
        why: "Charges and refunds on the account.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sk_"],
            pattern: r"sk_(?:sbox_[0-9a-z*#$]{24,}|(?:test_)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("Authorization: Bearer sk", "_sbox_5s262jgc4uwubw7oca6x43fpt0m"),
                masked: "Authorization: Bearer ********",
            },
            Match {
                text: concat!("client with sk", "_7b0f2069-e4ef-4d12-a259-37e3f11481f1 in"),
                masked: "client with ******** in",
            },
        ],
        ignores: &[Ignore { text: "pk_9da38225-489d-4af5-addc-7abac90ed46e", reason: "the public key" }],
        source: "Checkout.com docs, \"API keys\"",
    },
    Detector {
        id: "polar-token",
        title: "Polar token",
        why: "Reads and changes the organisation's sales.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["polar_"],
            pattern: r"polar_(?:oat|pat|at|rt|ort|cs|ci|whs)_[0-9A-Za-z]{30,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("POLAR_ACCESS_TOKEN=po", "lar_oat_5q94PaGyitG90DQ9acv6a6UxblczzXoMGTlw6FYFuio"),
            masked: "POLAR_ACCESS_TOKEN=********",
        }],
        ignores: &[Ignore { text: "polar_at_night_when_the_lights_are_out", reason: "words" }],
        source: "Polar docs, \"Organization access tokens\"",
    },
    Detector {
        id: "klarna-key",
        title: "Klarna API key",
        why: "Charges and refunds on the account.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["klarna_"],
            pattern: r"klarna_(?:live|test)_api_[0-9A-Za-z+/_-]{32,}={0,2}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "call with kla",
                "rna_live_api_nPwpoWwVdiWBi7qSXs9CH7ga4EousjaigBdxmZGBjQT/Aqxp9ZfzR+tPU6bKQ6KX6qIM4UnShKihwfxk made"
            ),
            masked: "call with ******** made",
        }],
        ignores: &[Ignore { text: "klarna_test_api_timeout", reason: "words" }],
        source: "Klarna docs, \"API credentials\"",
    },
    Detector {
        id: "brex-token",
        title: "Brex token",
        why: "Reads and moves the account's money.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["bxt_"],
            pattern: r"bxt_[0-9A-Za-z]{32,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer bx", "t_2o2uihFXtxvgpT35Rd8A8dlbfBHTT0aloEKCElOa"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "bxt_batch_export_table", reason: "words" }],
        source: "Brex developer docs, \"Authentication\"",
    },
    Detector {
        id: "secret-token-uri",
        title: "secret-token URI",
        why: "Whatever its maker gave it; the form says that it is secret.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["secret-token:"],
            pattern: r"secret-token:[0-9A-Za-z._~%+/=-]{18,}",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer se", "cret-token:BezWT6-tZSrHkBa24ucEc9IyLyucawi9sDTI04ow"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "the secret-token scheme", reason: "only the name" }],
        source: "RFC 8959, \"The secret-token URI scheme\"",
    },
    Detector {
        id: "woocommerce-key",
        title: "WooCommerce REST key",
        why: "Reads and changes the shop.",
        family: Family::Credentials,
        tier: Tier::B,
        find: Find::Token { anchors: &["ck_", "cs_"], pattern: r"c[ks]_[0-9a-f]{40,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "https://shop.example.org/wp-json/wc/v3/orders?consumer_key=ck",
                "_7bbb65976c9f3eeadb41849d67799cbca0eae05d"
            ),
            masked: "https://shop.example.org/wp-json/wc/v3/orders?consumer_key=********",
        }],
        ignores: &[Ignore { text: "cs_live_session", reason: "words" }],
        source: "WooCommerce docs, \"REST API keys\"",
    },
];
