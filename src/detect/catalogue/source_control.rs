//! Tokens of places that keep source code.
//!
//! A table of [`Detector`] rows; what a row must keep is told in [`super::vendor_rows`].

use crate::detect::checks::jumble;
use crate::detect::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// Tokens of places that keep source code.
pub const ROWS: &[Detector] = &[
    // Neither here nor for npm is the CRC-32 in the last six letters asked for: made-up tokens of tests fail it, and a
    // leak is worse than a mask too many.
    Detector {
        id: "github-token",
        title: "GitHub token",
        why: "Reads and writes repositories as the user or app.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
            pattern: r"gh[oprsu]_[0-9A-Za-z_-]{36,}",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("GITHUB_TOKEN=gh", "p_mxrP7jYsBlyLkHuyCnK6taUaJSeBOx64kca5"),
                masked: "GITHUB_TOKEN=********",
            },
            Match {
                text: concat!("git clone remote gh", "o_uxa98KUr6UWSbazQ0Kbp96NfqDsdVR4PFnW3 was set"),
                masked: "git clone remote ******** was set",
            },
        ],
        ignores: &[
            Ignore {
                text: "created key ghp_RSZ9F... for the build",
                reason: "shortened for display, as consoles show it",
            },
            Ignore { text: "ghp_xxxx", reason: "a placeholder" },
        ],
        source: "GitHub Docs, \"About authentication to GitHub: token formats\"",
    },
    // Holds a whole JWT, dots and all, so it needs a row of its own to go in one piece.
    Detector {
        id: "github-app-token",
        title: "GitHub App installation token",
        why: "Acts as the installed app on its repositories.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["ghs_"],
            pattern: r"ghs_[0-9]{1,12}_eyJ[0-9A-Za-z_-]{8,}(?:\.[0-9A-Za-z_-]+)*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "call with ghs",
                "_7008125_ey",
                "JtNL8V6NhzqOvKe8KKdDL97AQT9zSSAJDI.eyJ7B5i1qfwGr5jsi4eCuNPba1rUGsh8J_-otpv4GJszSNnn8dH0takxF9Qe9BGFO0k-mlbngSbLsYgsCi6pgpJQRnPkYKuM49_0HirAbXK12TQEscBn8uzYgEv.KGqaByzg1gNOFOt09PhUMXm3jgBkq-cuaPJB01TU4MzANx_2dQMGJQKuaNwW6mCstQ1pKN0UhBKw_oGfYRh04U made"
            ),
            masked: "call with ******** made",
        }],
        ignores: &[Ignore { text: "ghs_123456_installation", reason: "words" }],
        source: "GitHub Docs, \"Generating an installation access token for a GitHub App\"",
    },
    Detector {
        id: "github-fine-grained-token",
        title: "GitHub fine-grained token",
        why: "Reads and writes the repositories it was made for.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["github_pat_"], pattern: r"github_pat_[0-9A-Za-z_-]{36,}", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "\"token\":\"git",
                "hub_pat_11BHLS0UTA05WiZamTj9SeO_8zKQLZyQ5w6XkCEyD2N1BW6BawuDkLLozFL70KjbGpEQ9D4U7yLULnu1aAF\""
            ),
            masked: "\"token\":\"********\"",
        }],
        ignores: &[Ignore { text: "github_pat_rotation_days", reason: "a setting" }],
        source: "GitHub Docs, \"Managing your personal access tokens\"",
    },
    Detector {
        id: "gitlab-token",
        title: "GitLab token",
        why: "Acts as the user, project, runner or agent it was made for.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &[
                "glpat-", "gloas-", "gldt-", "glcbt-", "glptt-", "glft-", "glimt-", "glagent-", "glsoat-", "glffct-",
                "glrt-", "glrtr-", "glwt-",
            ],
            pattern: r"gl(?:pat|oas|dt|cbt|ptt|ft|imt|agent|soat|ffct|rt|rtr|wt)-[0-9A-Za-z_-]{20,}(?:\.[0-9a-z]{2,}\.[0-9A-Za-z_-]{7,})?",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[
            Match { text: concat!("PRIVATE-TOKEN: gl", "pat-k1dRDeJDToGoqnVq9oqk"), masked: "PRIVATE-TOKEN: ********" },
            Match {
                text: concat!(
                    "git push remote glp",
                    "at-zdZnwfckqfUVbiM5PeBslRUizCe4NAVMNvd4P8V3kTogWNKWWu4.01.0z1xzwxt1 was set"
                ),
                masked: "git push remote ******** was set",
            },
            Match {
                text: concat!("gitlab-runner register --token gl", "rt-t1_X6oZzoH9_hmBdfyv-UbO"),
                masked: "gitlab-runner register --token ********",
            },
        ],
        ignores: &[
            Ignore { text: "glagent-deployment-of-the-second-cluster", reason: "words" },
            Ignore {
                text: "created key glpat-oFroR... for the build",
                reason: "shortened for display, as consoles show it",
            },
        ],
        source: "GitLab Docs, \"GitLab token overview\"",
    },
    Detector {
        id: "gitlab-runner-registration-token",
        title: "GitLab runner registration token",
        why: "Registers a runner, which then sees the jobs' secrets.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["GR1348941"], pattern: r"GR1348941[0-9A-Za-z_-]{20,}", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("--registration-token GR", "1348941ZkqOb8M0Py8i8XfN-EbL"),
            masked: "--registration-token ********",
        }],
        ignores: &[Ignore { text: "ticket GR1348941 closed", reason: "only the head" }],
        source: "GitLab Docs, \"GitLab token overview\"",
    },
    Detector {
        id: "gitlab-session",
        title: "GitLab session cookie",
        why: "Acts as the user who is signed in.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["_gitlab_session="],
            pattern: r"_gitlab_session=([0-9A-Za-z_-]{18,})",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("saw _gitlab_session=96", "e020b375ada379a2f4a668818c4c22 there"),
            masked: "saw _gitlab_session=******** there",
        }],
        ignores: &[Ignore { text: "the _gitlab_session cookie is set", reason: "no value" }],
        source: "GitLab Docs, \"GitLab token overview\"",
    },
    Detector {
        id: "atlassian-token",
        title: "Atlassian API token",
        why: "Acts as the user in Jira, Confluence or Bitbucket.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["ATATT3", "ATCTT3", "ATSTT3"],
            pattern: r"AT(?:ATT|CTT|STT)3[0-9A-Za-z_-]{40,}(?:=[0-9A-Za-z_-]*)?",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "JIRA_API_TOKEN='ATA",
                    "TT3xFfGF019nuBcv_6qpzNeEjXU8XwLns8aLYKakbAhqjNA02Bva0P4OrXxt1fJkSL1pQbZh0UlQLHwJdQxtmq3rocz8a247fvpX-awwLRw7nPx8Yh7-8oJIaIEL1mlnpFSOuSmRSmmOVqGpqCG80Z77248PqR5KPqR63couMF1xFCPsA9wB=D111E02D'"
                ),
                masked: "JIRA_API_TOKEN='********'",
            },
            Match {
                text: concat!(
                    "remote ATC",
                    "TT3xFfGN0SHNYsvKpy2UZLFP89uI9ECwwDZJwjZDykaeTHz6V9A_MgP0ZNF8Eyh_fFWLWVgy8iFxIUicDsRa0jo70Oe2fWctLsxNj0SgciynoTBPEjwpFKSgx9t2I7E2OrXlKmcAzQdkMlDo71PJjNuKVz19eBpRhFacjc_3Q=933B258F was set"
                ),
                masked: "remote ******** was set",
            },
        ],
        ignores: &[Ignore { text: "ATATT3 is how they begin", reason: "only the head" }],
        source: "Atlassian support, \"Manage API tokens for your Atlassian account\"",
    },
    Detector {
        id: "bitbucket-app-password",
        title: "Bitbucket app password",
        why: "Reads and writes the user's repositories.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["ATBB"],
            pattern: r"ATBB[0-9A-Za-z]{24,}[0-9A-Za-z_=-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("remote AT", "BBD4ALCu3OTCMOo4StXM21Nher6D0B1IV9 was set"),
            masked: "remote ******** was set",
        }],
        ignores: &[Ignore { text: "ATBB is a prefix", reason: "only the head" }],
        source: "Atlassian support, \"App passwords\"",
    },
    Detector {
        id: "trello-token",
        title: "Trello token",
        why: "Reads and changes the user's boards.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["ATTA"], pattern: r"ATTA[0-9a-f]{60,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "https://api.example.org/1/boards?token=ATT",
                "Add7128b803bce7d6d36d6a0829c39271bbf6782b6c6038d08e7df2ccc5a01d0eA1384139"
            ),
            masked: "https://api.example.org/1/boards?token=********",
        }],
        ignores: &[Ignore { text: "ATTACHMENT_COUNT_LIMIT_REACHED", reason: "a name" }],
        source: "Atlassian developer docs, \"Trello REST API: authorization\"",
    },
    Detector {
        id: "sourcegraph-token",
        title: "Sourcegraph token",
        why: "Searches and reads the code the user sees.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sgp_", "sgd_", "slk_"],
            pattern: r"(?:sgp_(?:[0-9A-Fa-f]{16}_|local_)?[0-9A-Fa-f]{40,}|s(?:gd|lk)_[0-9a-f]{64,})[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("SRC_ACCESS_TOKEN=sgp", "_241e66f44863fc80_729f642ea82196890bc54250283118f5feadbd4b"),
                masked: "SRC_ACCESS_TOKEN=********",
            },
            Match {
                text: concat!("call with sg", "p_1f72c5754e1805bc59eaf8b8b2de2e2ba93503c8 made"),
                masked: "call with ******** made",
            },
        ],
        ignores: &[Ignore { text: "sgp_stock_price_history_table", reason: "words" }],
        source: "Sourcegraph docs, \"Access tokens\"",
    },
    Detector {
        id: "gitpod-token",
        title: "Gitpod token",
        why: "Opens and manages the user's workspaces.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["gitpod_pat_"],
            pattern: r"gitpod_pat_[0-9A-Za-z_-]{10,}(?:\.[0-9A-Za-z_-]+)*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("GITPOD_TOKEN=git", "pod_pat_DSKR3R2pJO55.YwC4Ftta5qTX84Jjw0BySr6sGcRS7wcHmS1zboNr"),
            masked: "GITPOD_TOKEN=********",
        }],
        ignores: &[Ignore { text: "gitpod_pat_", reason: "only the head" }],
        source: "Gitpod docs, \"Access tokens\"",
    },
    Detector {
        id: "codesandbox-token",
        title: "CodeSandbox token",
        why: "Runs sandboxes on the team's account.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["csb_v1_"], pattern: r"csb_v[0-9]+_[0-9A-Za-z_-]{30,}", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("CSB_API_KEY=cs", "b_v1_P8R5w0vN0iZNcLLqBZQhpoMsfbnEaYfrkHATU6qu_p8"),
            masked: "CSB_API_KEY=********",
        }],
        ignores: &[Ignore { text: "csb_v1_", reason: "only the head" }],
        source: "CodeSandbox SDK docs, \"API token\"",
    },
];
