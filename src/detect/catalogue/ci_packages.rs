//! Tokens of build services, package registries and code checkers.
//!
//! A table of [`Detector`] rows; what a row must keep is told in [`super::vendor_rows`].

use crate::detect::checks::jumble;
use crate::detect::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// Tokens of build services, package registries and code checkers.
pub const ROWS: &[Detector] = &[
    // For the check digits see `github-token`.
    Detector {
        id: "npm-token",
        title: "npm token",
        why: "Publishes packages as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["npm_"], pattern: r"npm_[0-9A-Za-z]{36,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("//registry.example.org/:_authToken=np", "m_0hzTMdHSFEolkyZo2XTYZVsQffljgVgv8mdz"),
            masked: "//registry.example.org/:_authToken=********",
        }],
        ignores: &[Ignore { text: "npm_config_registry_of_the_build_machine", reason: "a variable name" }],
        source: "npm docs, \"About access tokens\"",
    },
    Detector {
        id: "pypi-token",
        title: "PyPI token",
        why: "Publishes packages as the user or project.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["pypi-AgE"], pattern: r"pypi-AgE[0-9A-Za-z_-]{50,}", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "TWINE_PASSWORD=pyp",
                "i-AgEIcHlwaS5vcmc83hYSG1g4o2tJ2d7gwbxIEOsJtIHSO6RuYQtkCmlEfZJvGkO_EoOfgdlqfuHCOif88DaMR52FTx0cas_mgkRMat9zkW2hi07krJZBaKTr23N-emxXJJelwge"
            ),
            masked: "TWINE_PASSWORD=********",
        }],
        ignores: &[Ignore { text: "pypi-AgEIcHlwaS5vcmc", reason: "only the head" }],
        source: "PyPI help, \"API tokens\"",
    },
    Detector {
        id: "rubygems-key",
        title: "RubyGems API key",
        why: "Publishes gems as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["rubygems_"], pattern: r"rubygems_[0-9a-f]{40,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "curl -H 'X-Gem:ru",
                "bygems_d07893b52d78cdb1192473f87ac01adf3e7abd5cb6920c68' https://gems.example.org"
            ),
            masked: "curl -H 'X-Gem:********' https://gems.example.org",
        }],
        ignores: &[Ignore { text: "rubygems_api_key is empty", reason: "a name" }],
        source: "RubyGems guides, \"API key scopes\"",
    },
    Detector {
        id: "clojars-token",
        title: "Clojars deploy token",
        why: "Publishes jars as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["CLOJARS_"], pattern: r"CLOJARS_[0-9A-Za-z]{40,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("CLOJARS_PASSWORD=CLO", "JARS_f1e80a78975e9820940385f8c1fc08c0ce1caf34d326911b3351cb23c738"),
            masked: "CLOJARS_PASSWORD=********",
        }],
        ignores: &[Ignore { text: "CLOJARS_USERNAME is not set", reason: "a variable name" }],
        source: "Clojars wiki, \"Deploy tokens\"",
    },
    Detector {
        id: "cratesio-token",
        title: "crates.io token",
        why: "Publishes crates as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["cio"],
            pattern: r"cio[0-9A-Za-z]{32,}[0-9A-Za-z_-]*",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("cargo login ci", "oU9V5EkAovNpnOzgvrT26ZycL7ZayxLW3"),
            masked: "cargo login ********",
        }],
        ignores: &[
            Ignore { text: "cioBufferedReaderWithTimeoutAndRetryPolicy", reason: "a name in words" },
            Ignore { text: "cio0123456789abcdef0123456789abcdef012345", reason: "hex, so a hash with a prefix" },
        ],
        source: "The Cargo Book, \"Publishing on crates.io\"",
    },
    Detector {
        id: "nuget-key",
        title: "NuGet API key",
        why: "Publishes packages as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["oy2"], pattern: r"oy2[0-9a-z]{43,}[0-9A-Za-z_-]*", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("nuget push a.nupkg oy", "281nth9ahv31zw43yftscpcx7lhkg8nsup2x7zuochez -Source x"),
            masked: "nuget push a.nupkg ******** -Source x",
        }],
        ignores: &[Ignore { text: "oy2ibqpfnfsyohc2", reason: "too short" }],
        source: "Microsoft Learn, \"Publish NuGet packages: API keys\"",
    },
    // The second head is base64 of `reftkn`.
    Detector {
        id: "artifactory-token",
        title: "JFrog Artifactory key or token",
        why: "Reads and publishes artifacts as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["AKCp", "cmVmdGtu"],
            pattern: r"(?:AKCp[0-9A-Za-z]{60,}|cmVmdGtu[0-9A-Za-z]{50,})[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "jfrog rt dl --apikey=AKC",
                    "p8m6e08Qq1EuufUyEPXpgu0xQQ3WPeZtO3a3ablahXXSEk9zpr8exiFoOZ8wkuFO1kdK6W a/b"
                ),
                masked: "jfrog rt dl --apikey=******** a/b",
            },
            Match {
                text: concat!("X-JFrog-Art-Api: cmV", "mdGtuOjAxOjE3hHxuYZRejVGmpYA0xPYE1yqF2eKBwwJpyqtRYXM2LRHWyEnp"),
                masked: "X-JFrog-Art-Api: ********",
            },
        ],
        ignores: &[Ignore { text: "AKCp8igrDNFerC35", reason: "too short" }],
        source: "JFrog docs, \"API key\" and \"Reference tokens\"",
    },
    Detector {
        id: "packagist-token",
        title: "Packagist token",
        why: "Reads and publishes the organisation's packages.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["packagist_"],
            pattern: r"packagist_[a-z]{3}_[0-9a-f]{28,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "\"http-basic\":{\"repo\":{\"password\":\"pac",
                "kagist_out_20ba27fbd8e4edb199746b4580b1ff9b613cdd040da07ea993cacaa4d3fb272b19a2\"}}"
            ),
            masked: "\"http-basic\":{\"repo\":{\"password\":\"********\"}}",
        }],
        ignores: &[Ignore { text: "packagist_url is not set", reason: "a name" }],
        source: "Private Packagist docs, \"Authentication tokens\"",
    },
    Detector {
        id: "circleci-token",
        title: "CircleCI token",
        why: "Reads and starts builds, and sees their variables.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["CCIPAT_", "CCIPRJ_"],
            pattern: r"CCIP(?:AT|RJ)_[0-9A-Za-z]{16,}_[0-9a-f]{40,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Circle-Token: CCI", "PAT_kdSDLW8mf9MyYuc0KB105J_4bfc08aaee8bdb89ecce856899a7072dbb1263c0"),
            masked: "Circle-Token: ********",
        }],
        ignores: &[Ignore { text: "CCIPAT_ is the prefix", reason: "only the head" }],
        source: "CircleCI changelog, \"New format for API access tokens\"",
    },
    Detector {
        id: "buildkite-token",
        title: "Buildkite token",
        why: "Reads and starts builds, or runs jobs as an agent.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["bkua_", "bkaa_", "bkaj_", "bkar_", "bkat_", "bkct_", "bkpt_", "bkpat_", "bkps_", "bkcs_"],
            pattern: r"bk(?:ua|aa|aj|ar|at|ct|pt|pat|ps|cs)_[0-9A-Za-z_-]{36,}",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("Authorization: Bearer bk", "ua_jloxf7jo676e06cl0fqa8xqpqpw5rhohfe2eyl5lxkfhpfg0v6khb"),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "bkua_example", reason: "too short" }],
        source: "Buildkite docs, \"Token security\"",
    },
    Detector {
        id: "sonar-token",
        title: "SonarQube token",
        why: "Reads and uploads the analysis of projects.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["squ_", "sqp_", "sqa_"],
            pattern: r"sq[apu]_[0-9a-f]{40,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("mvn verify -Dsonar.token=sq", "u_08e88e98bbe0b701585fd5a248d2ac2cfa442d4c"),
                masked: "mvn verify -Dsonar.token=********",
            },
            Match {
                text: concat!("SONAR_TOKEN=sq", "p_fa0acdaaf6ccbf7a8a11222c5f8ba7a2c8568d9d"),
                masked: "SONAR_TOKEN=********",
            },
        ],
        ignores: &[Ignore { text: "sqp_queue_length", reason: "words" }],
        source: "SonarQube docs, \"Managing your tokens\"",
    },
    Detector {
        id: "harness-token",
        title: "Harness token",
        why: "Acts as the user or service account.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["pat.", "sat."],
            pattern: r"[ps]at\.[0-9A-Za-z_-]{22}\.[0-9a-f]{24}\.[0-9A-Za-z_-]{16,}",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("x-api-key: pat", ".U4SsrC62DB-dPFv3vm_Jf2.e0f3ff41cedb53c97c4075a3.8AD3IXKDdocquW5UN52e"),
            masked: "x-api-key: ********",
        }],
        ignores: &[Ignore { text: "pat.somebody-with-a-long-na.example.org", reason: "a host name" }],
        source: "Harness docs, \"Manage API keys\"",
    },
    Detector {
        id: "octopus-key",
        title: "Octopus Deploy API key",
        why: "Deploys as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["API-"],
            pattern: r"API-[0-9A-Z]{25,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("X-Octopus-ApiKey: AP", "I-53CNXAX2B8R5WLA5MUU8G1TYVC"),
            masked: "X-Octopus-ApiKey: ********",
        }],
        ignores: &[
            Ignore { text: "API-DOCUMENTATIONFOREVERYENDPOINT", reason: "a word in capitals" },
            Ignore { text: "API-2024-REVIEW", reason: "too short" },
        ],
        source: "Octopus docs, \"How to create an API key\"",
    },
    Detector {
        id: "prefect-key",
        title: "Prefect API key",
        why: "Runs flows in the workspace.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["pnu_", "pnb_"],
            pattern: r"pn[bu]_[0-9A-Za-z]{36,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("PREFECT_API_KEY=pn", "u_4U0SoZTEeoFESddmXMcQWlFedIFCyRPiGGRL"),
            masked: "PREFECT_API_KEY=********",
        }],
        ignores: &[Ignore { text: "pnu_matic_valve_pressure", reason: "words" }],
        source: "Prefect docs, \"API keys\"",
    },
    Detector {
        id: "dependency-track-key",
        title: "Dependency-Track API key",
        why: "Reads and uploads the parts lists of projects.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["odt_"],
            pattern: r"odt_[0-9A-Za-z]{8}_?[0-9A-Za-z]{24,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("X-Api-Key: od", "t_tzDCThTYb6K90h9x4XMD4Qhq0fP1F8ZS"),
                masked: "X-Api-Key: ********",
            },
            Match {
                text: concat!("X-Api-Key: od", "t_8cLEo616_B6I8A2fV2wUdndV5gF8aQiz2TATrN4VB"),
                masked: "X-Api-Key: ********",
            },
        ],
        ignores: &[Ignore { text: "odt_document_converter_for_letters", reason: "words" }],
        source: "Dependency-Track docs, \"REST API: authentication\"",
    },
    Detector {
        id: "stackhawk-key",
        title: "StackHawk API key",
        why: "Runs scans and reads their findings.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["hawk."],
            pattern: r"hawk\.[0-9A-Za-z_-]{18,}\.[0-9A-Za-z_-]{16,}",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("HAWK_API_KEY=ha", "wk.0D6Cpd8Rq0Q8rninq9D7.Qmn1EpQQF4JfAmTrQQXJ"),
            masked: "HAWK_API_KEY=********",
        }],
        ignores: &[Ignore { text: "hawk.applicationscanner-service.internal-network-zone", reason: "a host name" }],
        source: "StackHawk docs, \"API keys\"",
    },
    Detector {
        id: "socket-token",
        title: "Socket API token",
        why: "Reads the organisation's scans.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token { anchors: &["sktsec_"], pattern: r"sktsec_[0-9A-Za-z_-]{36,}", check: None },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("SOCKET_SECURITY_API_TOKEN=sk", "tsec_GKs5CFRFjfYkNVo133EJUhD3TtCE_utUJV7Eh4Z2sclQ_api"),
            masked: "SOCKET_SECURITY_API_TOKEN=********",
        }],
        ignores: &[Ignore { text: "sktsec_", reason: "only the head" }],
        source: "Socket docs, \"API tokens\"",
    },
    Detector {
        id: "chromatic-token",
        title: "Chromatic project token",
        why: "Uploads builds of the project.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["chpt_"],
            pattern: r"chpt_[0-9a-z]{13,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("npx chromatic --project-token=ch", "pt_sca0fw67l68icyu"),
            masked: "npx chromatic --project-token=********",
        }],
        ignores: &[Ignore { text: "chpt_chapter_titles", reason: "words" }],
        source: "Chromatic docs, \"Project token\"",
    },
    // Looks like a JWT, but its head names no algorithm.
    Detector {
        id: "teamcity-token",
        title: "TeamCity token",
        why: "Acts as the user on the build server.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["eyJ0eXAiOiAiVENWMiJ9."],
            pattern: r"eyJ0eXAiOiAiVENWMiJ9\.[0-9A-Za-z_-]{18,}\.[0-9A-Za-z_-]{20,}",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Authorization: Bearer eyJ",
                "0eXAiOiAiVENWMiJ9.clRo-ZsRb571-wRIUA1a45iGb6npy4YJKILL.YDUXlW_gBsClU6ryYCfYL72H8OFZ1qR12evXLFymfaMXYEfP"
            ),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore { text: "eyJ0eXAiOiAiVENWMiJ9", reason: "only the head, which holds nothing" }],
        source: "TeamCity docs, \"Configuring your user profile: access tokens\"",
    },
    Detector {
        id: "postman-key",
        title: "Postman API key",
        why: "Reads and changes the user's collections.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["PMAK-", "PMAT-"],
            pattern: r"PMA(?:K-[0-9A-Fa-f]{24}-[0-9A-Fa-f]{34,}|T-[0-9A-Za-z]{26,})[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("X-API-Key: PMA", "K-3ac2640d8d9cae3e54d44f81-db18a2bd8011317abd5a999364b8556553"),
                masked: "X-API-Key: ********",
            },
            Match { text: concat!("access_key=PM", "AT-S25LDNYWCOT50LO4JN94DUCHHC"), masked: "access_key=********" },
        ],
        ignores: &[Ignore { text: "PMAT-ERIAL-LIST-OF-THE-WAREHOUSE", reason: "words" }],
        source: "Postman docs, \"Postman API authentication\"",
    },
    Detector {
        id: "dbt-token",
        title: "dbt Cloud token",
        why: "Runs jobs and reads the project.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["dbtc_", "dbtu_"],
            pattern: r"dbt[cu]_[0-9A-Za-z_-]{30,}={0,2}[0-9A-Za-z_-]*",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("call with db", "tc_2yFht-zplEOVy4IU1fKjQxM52-gTjes604wQ made"),
            masked: "call with ******** made",
        }],
        ignores: &[Ignore { text: "dbtc_customer_orders_by_region_and_month", reason: "a table name" }],
        source: "dbt docs, \"Service account tokens\"",
    },
];
