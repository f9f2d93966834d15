//! Keys of services that run or serve models.
//!
//! A table of [`Detector`] rows; what a row must keep is told in [`super::vendor_rows`].

use crate::detect::checks::jumble;
use crate::detect::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// Keys of services that run or serve models.
pub const ROWS: &[Detector] = &[
    Detector {
        id: "openai-key",
        title: "OpenAI API key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sk-"],
            pattern: r"sk-(?:(?:proj|svcacct|service|admin|None)-[0-9A-Za-z_-]{40,}|[0-9A-Za-z_-]{10,}?T3BlbkFJ[0-9A-Za-z_-]{10,}|[0-9A-Za-z]{48,}[0-9A-Za-z_-]*)",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "OPENAI_API_KEY=sk-",
                    "proj-Ldrl-xgQs5iOWEINAwykNvDaGX2a8wB03q_pXRSwZBUiEQxYOP6IQt2mkGsEDpgUPqtPycoDGaT3BlbkFJ6-CRBmHF2w8v_dYty4i7z72aNKbcIo9J2dm5yu-ZIc_JRsGY5NKb91BzFDY050l9H43zApDe3Y"
                ),
                masked: "OPENAI_API_KEY=********",
            },
            Match {
                text: concat!(
                    "Authorization: Bearer sk",
                    "-3DM0tvol3SzqV5ZalMNoT3BlbkFJCc4HkoyQLvNcdWg1odp8"
                ),
                masked: "Authorization: Bearer ********",
            },
            Match {
                text: concat!(
                    "\"apiKey\":\"sk-",
                    "svcacct-FVW2ayLHG8XCUTqpUzWsnox2Ry15-y-8EyX79LgkE8p981CM2QlHhu3QHiAv\""
                ),
                masked: "\"apiKey\":\"********\"",
            },
        ],
        ignores: &[
            Ignore {
                text: "sk-learn-pipeline-with-a-very-long-name-that-goes-on-and-on",
                reason: "a name in words",
            },
            Ignore {
                text: "sk-proj-the-renewal-of-the-checkout-page-in-the-autumn",
                reason: "a name in words",
            },
        ],
        source: "OpenAI platform docs, \"API keys\"",
    },
    Detector {
        id: "anthropic-key",
        title: "Anthropic API key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sk-ant-"],
            pattern: r"sk-ant-[0-9A-Za-z_-]{24,}",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "x-api-key: sk-",
                    "ant-api03-fv_MBIXAR_vDEh0oAz9PW8IwiB3_xCd0uPiamrjy4VsaxgLwcc9_CwJDdEyIZJEnedlnk92v0Jy3IKtZHgHMUYfHa4B4oAA"
                ),
                masked: "x-api-key: ********",
            },
            Match {
                text: concat!(
                    "ANTHROPIC_ADMIN_KEY=sk-",
                    "ant-admin01-ez6LYT5B7-7miRMR-2ZLVPywXMuTeiyE44WLD0G6Ld9L01-kcSJHySJlwOgGlKr5780biD6zmXxK1Dz9Y_FsP2-dGYW0zAA"
                ),
                masked: "ANTHROPIC_ADMIN_KEY=********",
            },
        ],
        ignores: &[Ignore {
            text: "sk-ant-colony-optimisation-for-routing",
            reason: "a name in words",
        }],
        source: "Anthropic docs, \"API and Admin API keys\"",
    },
    Detector {
        id: "openrouter-key",
        title: "OpenRouter API key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sk-or-"],
            pattern: r"sk-or-(?:v[0-9]+-)?[0-9a-f]{48,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "OPENROUTER_API_KEY=sk-",
                "or-v1-76fa3336f6475f6cab6548ebeab93601b93a9fd3ba4d4992058b3aa9fb0c4650"
            ),
            masked: "OPENROUTER_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "sk-or-pk-which-one-is-public",
            reason: "words",
        }],
        source: "OpenRouter docs, \"Authentication\"",
    },
    Detector {
        id: "langfuse-secret",
        title: "Langfuse secret key",
        why: "Reads and writes the project's traces.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sk-lf-"],
            pattern: r"sk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "LANGFUSE_SECRET_KEY=sk",
                "-lf-109348f8-7574-4c8d-ac1d-938a64f499ad"
            ),
            masked: "LANGFUSE_SECRET_KEY=********",
        }],
        ignores: &[Ignore {
            text: "pk-lf-5ec3df15-896c-4ceb-af3d-e98b4e5619be",
            reason: "the public key",
        }],
        source: "Langfuse docs, \"Create API keys\"",
    },
    Detector {
        id: "helicone-key",
        title: "Helicone API key",
        why: "Reads and writes the organisation's requests.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sk-helicone-"],
            pattern: r"sk-helicone-[0-9A-Za-z_-]{20,}",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Helicone-Auth: Bearer sk",
                "-helicone-h698xy9-2lq91w8-sf8xkkt-c1iyr81"
            ),
            masked: "Helicone-Auth: Bearer ********",
        }],
        ignores: &[Ignore {
            text: "sk-helicone-your-api-key-goes-here",
            reason: "a placeholder in words",
        }],
        source: "Helicone docs, \"API keys\"",
    },
    Detector {
        id: "sk-key",
        title: "model service key of the form sk-",
        why: "Calls models on the account's bill; DeepSeek, Moonshot and others use this form.",
        family: Family::Credentials,
        tier: Tier::B,
        find: Find::Token {
            anchors: &["sk-"],
            pattern: r"sk-[0-9A-Za-z]{32,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("DEEPSEEK_API_KEY=sk", "-6dc362c925b48d16a790eb36cc208a1e"),
            masked: "DEEPSEEK_API_KEY=********",
        }],
        ignores: &[
            Ignore {
                text: "sk-learn",
                reason: "a library",
            },
            Ignore {
                text: "risk-0123456789abcdef0123456789abcdef",
                reason: "`sk-` inside a word",
            },
        ],
        source: "DeepSeek API docs, \"Your first API call\"",
    },
    Detector {
        id: "sk-hex-key",
        title: "API key of the form sk_ and hex",
        why: "Speaks, or looks people up, on the account's bill; ElevenLabs and others use this form.",
        family: Family::Credentials,
        tier: Tier::B,
        find: Find::Token {
            anchors: &["sk_"],
            pattern: r"sk_[0-9a-f]{32,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "xi-api-key: sk",
                "_062ed06b4b3296f6460ecc5bef4ed9656504a7a011751e6e"
            ),
            masked: "xi-api-key: ********",
        }],
        ignores: &[
            Ignore {
                text: "task_0123456789abcdef0123456789abcdef",
                reason: "`sk_` inside a word",
            },
            Ignore {
                text: "sk_buff_head_init_at_0123456789abcdef",
                reason: "a kernel symbol",
            },
        ],
        source: "ElevenLabs docs, \"Authentication\"",
    },
    Detector {
        id: "huggingface-token",
        title: "Hugging Face token",
        why: "Reads and writes models as the user.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["hf_", "api_org_"],
            pattern: r"(?:hf|api_org)_[0-9A-Za-z]{30,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("HF_TOKEN=hf", "_fcIKCxApDrAGfCtCrjnMJlJxoGaGSKLEUM"),
                masked: "HF_TOKEN=********",
            },
            Match {
                text: concat!("Bearer ap", "i_org_gSDVexaFkssBjNNzblBgVjkVibuEZBLHvf"),
                masked: "Bearer ********",
            },
        ],
        ignores: &[Ignore {
            text: "hf_transfer_enabled_for_this_download_run",
            reason: "words",
        }],
        source: "Hugging Face docs, \"User access tokens\"",
    },
    Detector {
        id: "groq-key",
        title: "Groq API key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["gsk_"],
            pattern: r"gsk_[0-9A-Za-z]{40,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "GROQ_API_KEY=gs",
                "k_fbs4Z1bwPnjTK0aF6b0orZkZC0LLTpGNbVpjcxCOKwhaH6zz8GG9"
            ),
            masked: "GROQ_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "gsk_application_new",
            reason: "a function name",
        }],
        source: "Groq docs, \"API keys\"",
    },
    Detector {
        id: "xai-key",
        title: "xAI API key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["xai-"],
            pattern: r"xai-[0-9A-Za-z_-]{60,}",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "XAI_API_KEY=xai",
                "-FK92ajpJE1stk48jSzoJvxfWvg0hhpuhi87dLGRXeA8xME2n46iyAibKo7HjfgwbdxAFgUQ0rEV4EfgD"
            ),
            masked: "XAI_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "xai-explainable-models-for-credit-scoring-with-shapley-values-part",
            reason: "a name in words",
        }],
        source: "xAI docs, \"Authentication\"",
    },
    Detector {
        id: "perplexity-key",
        title: "Perplexity API key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["pplx-"],
            pattern: r"pplx-[0-9A-Za-z]{36,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Authorization: Bearer pp",
                "lx-LWFB2XJLrNNKWggXEksyEGt7xcoLXi1KOsS01KCjZBXFHRbR"
            ),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore {
            text: "pplx-online-models",
            reason: "words",
        }],
        source: "Perplexity docs, \"API key management\"",
    },
    Detector {
        id: "nvidia-key",
        title: "NVIDIA API key",
        why: "Calls models and pulls images on the account.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["nvapi-"],
            pattern: r"nvapi-[0-9A-Za-z_-]{50,}",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "NVIDIA_API_KEY=nva",
                "pi-PERj92yrDKD3RtvJtl2Tasd-6l61Eq-IM8xJ9AR60MTkOW2tsMiK5t3aPCM3IXfD"
            ),
            masked: "NVIDIA_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "nvapi-your-key-here",
            reason: "a placeholder",
        }],
        source: "NVIDIA docs, \"NGC and NIM API keys\"",
    },
    Detector {
        id: "replicate-token",
        title: "Replicate API token",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["r8_"],
            pattern: r"r8_[0-9A-Za-z]{37,}[0-9A-Za-z_-]*",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "REPLICATE_API_TOKEN=r8",
                "_4TIrGnahnhDyKpE80GfRN7x9kvjKVFQypcszB"
            ),
            masked: "REPLICATE_API_TOKEN=********",
        }],
        ignores: &[
            Ignore {
                text: "mov r8_saved_before_the_call_of_the_handler_function",
                reason: "a symbol",
            },
            Ignore {
                text: "r8_0123456789abcdef0123456789abcdef01234567",
                reason: "hex, so a hash with a prefix",
            },
        ],
        source: "Replicate docs, \"API tokens\"",
    },
    Detector {
        id: "langsmith-key",
        title: "LangSmith API key",
        why: "Reads and writes the workspace's traces.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["lsv2_", "ls__"],
            pattern: r"(?:lsv2_[a-z]{2}_|ls__)[0-9a-f]{32}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!(
                    "LANGSMITH_API_KEY=ls",
                    "v2_pt_b38426247072dea4685d439f86e44596_2d14623229"
                ),
                masked: "LANGSMITH_API_KEY=********",
            },
            Match {
                text: concat!("LANGCHAIN_API_KEY=ls", "__ff5fb59fed72d527fea64bab8785d545"),
                masked: "LANGCHAIN_API_KEY=********",
            },
        ],
        ignores: &[Ignore {
            text: "lsv2_pt_",
            reason: "only the head",
        }],
        source: "LangSmith docs, \"Create an account and API key\"",
    },
    Detector {
        id: "pinecone-key",
        title: "Pinecone API key",
        why: "Reads and writes the project's indexes.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["pcsk_"],
            pattern: r"pcsk_[0-9A-Za-z_-]{40,}",
            check: Some(jumble::solid),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Api-Key: pcs",
                "k_aisVf6_FSHQOZQjh4Fx7YHKhTRl69uSMg61AK19RGjY5JPUDkJYAxoXotjQijkyao3C7Cu"
            ),
            masked: "Api-Key: ********",
        }],
        ignores: &[Ignore {
            text: "pcsk_example",
            reason: "too short",
        }],
        source: "Pinecone docs, \"Manage API keys\"",
    },
    Detector {
        id: "wandb-key",
        title: "Weights & Biases API key",
        why: "Reads and writes the user's runs.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["wandb_v1_"],
            pattern: r"wandb_v[0-9]+_[0-9A-Za-z_-]{40,}",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "WANDB_API_KEY=wan",
                "db_v1_cTteSasz3mLkQY_XNOjzKY-KnbO572oA8SbKg70ge0kwWbiUnOEyLUfKPohNBDx5ITwwLpEQUilc8"
            ),
            masked: "WANDB_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "wandb_v1_run",
            reason: "too short",
        }],
        source: "Weights & Biases docs, \"API keys\"",
    },
    Detector {
        id: "fireworks-key",
        title: "Fireworks AI key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["fw_"],
            pattern: r"fw_[0-9A-Za-z]{20,}[0-9A-Za-z_-]*",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("FIREWORKS_API_KEY=fw", "_B4qT1j3ioVQOj838tNaTisnO"),
            masked: "FIREWORKS_API_KEY=********",
        }],
        ignores: &[
            Ignore {
                text: "fw_upgrade_0123456789abcdef",
                reason: "a firmware file",
            },
            Ignore {
                text: "fw_a1b2c3d4e5f60718293a4b5c",
                reason: "hex, so a hash with a prefix",
            },
        ],
        source: "Fireworks AI docs, \"API keys\"",
    },
    Detector {
        id: "together-key",
        title: "Together AI key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["tgp_v1_"],
            pattern: r"tgp_v[0-9]+_[0-9A-Za-z_-]{36,}",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "TOGETHER_API_KEY=tg",
                "p_v1_W2_gdPzOnqmNfaX0A0gnMv31rbQCqAwsrJhYa0tKUBm"
            ),
            masked: "TOGETHER_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "tgp_v1_",
            reason: "only the head",
        }],
        source: "Together AI docs, \"API keys\"",
    },
    Detector {
        id: "cerebras-key",
        title: "Cerebras API key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["csk-"],
            pattern: r"csk-[0-9a-z]{40,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "CEREBRAS_API_KEY=cs",
                "k-r2zvmjhltokzd9e5nt5p8ey09vf7xrdhcqm9w51e0obj29ig"
            ),
            masked: "CEREBRAS_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "csk-cricket-club",
            reason: "words",
        }],
        source: "Cerebras docs, \"Quickstart: API key\"",
    },
    Detector {
        id: "voyage-key",
        title: "Voyage AI key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["pa-"],
            pattern: r"pa-[0-9A-Za-z_-]{43,}",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "VOYAGE_API_KEY=pa",
                "-61yizbH1Wg6_5-ZVWIau6b4sM_7yjOT8qWuV4a5mlYX"
            ),
            masked: "VOYAGE_API_KEY=********",
        }],
        ignores: &[
            Ignore {
                text: "pa-system-for-the-second-floor-of-the-main-building",
                reason: "words",
            },
            Ignore {
                text: "spa-0f3a9c5d7e1b2a4c6d8e0f1a2b3c4d5e6f708192a3b4",
                reason: "`pa-` inside a word",
            },
        ],
        source: "Voyage AI docs, \"API key\"",
    },
    Detector {
        id: "jina-key",
        title: "Jina AI key",
        why: "Calls models on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["jina_"],
            pattern: r"jina_[0-9a-f]{24,}[0-9A-Za-z_-]{16,}",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "Authorization: Bearer jin",
                "a_1e8ba7e96cf6b1d70d2618a7513cefd5L3l5lQ30UCfe1eyWurz3xMBYLAHp"
            ),
            masked: "Authorization: Bearer ********",
        }],
        ignores: &[Ignore {
            text: "jina_reader",
            reason: "words",
        }],
        source: "Jina AI docs, \"API key\"",
    },
    Detector {
        id: "tavily-key",
        title: "Tavily API key",
        why: "Searches on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["tvly-"],
            pattern: r"tvly-(?:[a-z]+-)?[0-9A-Za-z]{20,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[
            Match {
                text: concat!("TAVILY_API_KEY=tv", "ly-emD56cbLFG2XSWyKZgPA3dvyqNuFWUnS"),
                masked: "TAVILY_API_KEY=********",
            },
            Match {
                text: concat!("Bearer tv", "ly-dev-aXMBDfwNy6rvLp6XI01louErkM0M6uUe"),
                masked: "Bearer ********",
            },
        ],
        ignores: &[Ignore {
            text: "tvly-your-api-key-goes-in-here",
            reason: "a placeholder in words",
        }],
        source: "Tavily docs, \"API credentials\"",
    },
    Detector {
        id: "firecrawl-key",
        title: "Firecrawl API key",
        why: "Crawls on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["fc-"],
            pattern: r"fc-[0-9a-f]{32,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "FirecrawlApp(api_key=\"fc",
                "-c43a149a75b07109ef36ba0f24c47d9f\")"
            ),
            masked: "FirecrawlApp(api_key=\"********\")",
        }],
        ignores: &[
            Ignore {
                text: "fc-0123-uplink",
                reason: "a port name",
            },
            Ignore {
                text: "dfc-0123456789abcdef0123456789abcdef",
                reason: "`fc-` inside a word",
            },
        ],
        source: "Firecrawl docs, \"API reference: authentication\"",
    },
    Detector {
        id: "brave-search-key",
        title: "Brave Search API key",
        why: "Searches on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["BSA"],
            pattern: r"BSA[0-9A-Za-z_-]{28,}",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("X-Subscription-Token: BS", "ADK9wj3mmVCe6eOBfQWntdYWQy7DE"),
            masked: "X-Subscription-Token: ********",
        }],
        ignores: &[Ignore {
            text: "BSA-CERTIFIED-PRODUCTS-OF-THE-YEAR-2024",
            reason: "words in capitals",
        }],
        source: "Brave Search API docs, \"Authentication\"",
    },
    Detector {
        id: "apify-token",
        title: "Apify token",
        why: "Runs scrapers on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["apify_api_"],
            pattern: r"apify_api_[0-9A-Za-z]{30,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "APIFY_TOKEN=ap",
                "ify_api_dmGzMNoB8Ocww0GSzRQApXnf7DSHkQHTmfzY"
            ),
            masked: "APIFY_TOKEN=********",
        }],
        ignores: &[Ignore {
            text: "apify_api_client",
            reason: "words",
        }],
        source: "Apify docs, \"API integration\"",
    },
    Detector {
        id: "runpod-key",
        title: "RunPod API key",
        why: "Runs machines on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["rpa_"],
            pattern: r"rpa_[0-9A-Z]{36,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "RUNPOD_API_KEY=rp",
                "a_XWUZXVSIR3UAHY5ARQ2945JJHJVH4C31MZ244YCV"
            ),
            masked: "RUNPOD_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "rpa_robot_that_books_the_invoices_of_the_day",
            reason: "words",
        }],
        source: "RunPod docs, \"API keys\"",
    },
    Detector {
        id: "e2b-key",
        title: "E2B API key",
        why: "Runs sandboxes on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["e2b_"],
            pattern: r"e2b_[0-9a-f]{40,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "E2B_API_KEY=e2",
                "b_4f33cbb61f3c4aeccd9c35ce741ef605370a7e91"
            ),
            masked: "E2B_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "e2b_template",
            reason: "words",
        }],
        source: "E2B docs, \"API key\"",
    },
    Detector {
        id: "browserbase-key",
        title: "Browserbase API key",
        why: "Runs browsers on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["bb_live_", "bb_test_"],
            pattern: r"bb_(?:live|test)_[0-9A-Za-z_-]{20,}",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("X-BB-API-Key: bb", "_live_YM2cJbxL0rDPuY3SVvrDAi8FdEY"),
            masked: "X-BB-API-Key: ********",
        }],
        ignores: &[Ignore {
            text: "bb_live_session_count_today",
            reason: "words",
        }],
        source: "Browserbase docs, \"API keys\"",
    },
    Detector {
        id: "llamacloud-key",
        title: "LlamaCloud API key",
        why: "Parses and indexes documents on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["llx-"],
            pattern: r"llx-[0-9A-Za-z]{40,}[0-9A-Za-z_-]*",
            check: Some(jumble::jumbled),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "LLAMA_CLOUD_API_KEY=ll",
                "x-TDd2ZU2tSnq7ac1kWaBlo6XrZRaXy5ThdnWIaiocr6RcC4nk"
            ),
            masked: "LLAMA_CLOUD_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "llx-your-key",
            reason: "too short",
        }],
        source: "LlamaCloud docs, \"API key\"",
    },
    Detector {
        id: "cartesia-key",
        title: "Cartesia API key",
        why: "Speaks on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["sk_car_"],
            pattern: r"sk_car_[0-9A-Za-z_-]{20,}",
            check: Some(jumble::mixed),
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!("X-API-Key: sk", "_car_Z6E07E1qBnIfEfGPvfRLUS"),
            masked: "X-API-Key: ********",
        }],
        ignores: &[Ignore {
            text: "sk_car_dealer_in_bratislava",
            reason: "words",
        }],
        source: "Cartesia docs, \"Authenticate your requests\"",
    },
    Detector {
        id: "cursor-key",
        title: "Cursor API key",
        why: "Runs agents on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["crsr_"],
            pattern: r"crsr_[0-9a-f]{48,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "CURSOR_API_KEY=crs",
                "r_68743d029ea4031cc12cc5310d24ae14d8dc386da13fc1b9a382f178188d57a2"
            ),
            masked: "CURSOR_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "crsr_position",
            reason: "words",
        }],
        source: "Cursor docs, \"API keys\"",
    },
    Detector {
        id: "daytona-key",
        title: "Daytona API key",
        why: "Runs sandboxes on the account's bill.",
        family: Family::Credentials,
        tier: Tier::A,
        find: Find::Token {
            anchors: &["dtn_"],
            pattern: r"dtn_[0-9a-f]{48,}[0-9A-Za-z_-]*",
            check: None,
        },
        action: Action::Hide,
        matches: &[Match {
            text: concat!(
                "DAYTONA_API_KEY=dtn",
                "_f482ac5266a8fa85d44a36e45310d4ae8c96a04e3ff9fe010c9ba2701389b388"
            ),
            masked: "DAYTONA_API_KEY=********",
        }],
        ignores: &[Ignore {
            text: "dtn_delay_tolerant_network",
            reason: "words",
        }],
        source: "Daytona docs, \"API keys\"",
    },
];
