//! Regulation (EU) 2016/679, <https://eur-lex.europa.eu/eli/reg/2016/679/oj>.

use super::{Ask, Control, Framework, samples};
use crate::commands::audit::summary::state::Shows;

/// GDPR (Regulation (EU) 2016/679).
pub const GDPR: Framework = Framework { id: "gdpr", title: "GDPR (Regulation (EU) 2016/679)", controls: CONTROLS };

const CONTROLS: &[Control] = &[
    Control {
        id: "gdpr-5-1-c",
        clause: "GDPR Art. 5(1)(c)",
        asks: "Personal data is limited to what is necessary; a log seldom needs any.",
        looks_at: "secrets and personal data in the lines read, by the masking policy",
        evidence: &[Ask::NothingInClear(&[])],
        gaps: &[Ask::InClear(&[])],
        meets: &[r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"business","message":"order placed"}"#],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"business","message":"sent to john@example.com"}"#,
        ],
    },
    Control {
        id: "gdpr-5-1-f",
        clause: "GDPR Art. 5(1)(f)",
        asks: "Personal data is protected from unauthorised or unlawful processing, and from accidental loss, destruction and damage.",
        looks_at: "access to what is confidential or restricted and whether it names somebody; seals (`--key`)",
        evidence: &[Ask::Shows(Shows::Sensitive, "access to confidential or restricted data"), Ask::Sealed],
        gaps: &[
            Ask::Shows(Shows::SensitiveUnnamed, "such access that names nobody"),
            Ask::Altered,
            Ask::Shows(Shows::Cleared, "the log cleared or deleted"),
        ],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"audit","service":"shop","actor":"u1","action":"document.read","resource":"report/1","result":"success","source_ip":"198.51.100.7","security_level":"restricted"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"audit","service":"shop","action":"document.read","resource":"report/1","result":"success","security_level":"restricted"}"#,
        ],
    },
    Control {
        id: "gdpr-15-17",
        clause: "GDPR Art. 15, 16, 17 with 5(2)",
        asks: "Requests for access, correction and erasure are answered, and that can be shown.",
        looks_at: "entries of such requests, and how they ended",
        evidence: &[Ask::Shows(Shows::Subject, "requests of persons about the own data")],
        gaps: &[Ask::Shows(Shows::SubjectFailed, "such requests that failed, or whose result is not said")],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:05.000Z","category":"audit","service":"shop","actor":"u1","action":"dsar.export","resource":"subject/9","result":"success","source_ip":"198.51.100.7"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:05.000Z","category":"audit","service":"shop","actor":"u1","action":"dsar.export","resource":"subject/9","result":"failure","source_ip":"198.51.100.7"}"#,
        ],
    },
    Control {
        id: "gdpr-30",
        clause: "GDPR Art. 30(1)",
        asks: "There is a record of processing activities: purposes, categories, recipients, time limits.",
        looks_at: "changes of that record (`processing_register.updated`, `ropa`): the record itself is no log, and is not seen",
        evidence: &[Ask::Shows(Shows::Register, "changes of the record")],
        gaps: &[Ask::Shows(Shows::RegisterUnnamed, "such changes by nobody who is named")],
        meets: &[samples::REGISTER],
        fails: &[samples::REGISTER_UNNAMED],
    },
    Control {
        id: "gdpr-32-1-b",
        clause: "GDPR Art. 32(1)(b)",
        asks: "Confidentiality, integrity, availability and resilience of systems last.",
        looks_at: "log-ins and denied actions; bursts of failures that a success follows, and times without any entry",
        evidence: &[
            Ask::Shows(Shows::LoginSuccess, "log-ins"),
            Ask::Shows(Shows::LoginFailure, "failed log-ins"),
            Ask::Shows(Shows::Denied, "denied actions"),
        ],
        gaps: &[Ask::BrokenIn, Ask::Gaps],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"security","service":"shop","event":"login_failed","user_id":"u1","ip":"198.51.100.7"}"#,
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"security","service":"shop","event":"login_success","user_id":"u1","ip":"198.51.100.7"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:00.000Z","category":"security","service":"shop","event":"login_failed","user_id":"u1","ip":"198.51.100.7"}"#,
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"security","service":"shop","event":"login_failed","user_id":"u1","ip":"198.51.100.7"}"#,
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"security","service":"shop","event":"login_failed","user_id":"u1","ip":"198.51.100.7"}"#,
            r#"{"timestamp":"2026-11-20T09:00:03.000Z","category":"security","service":"shop","event":"login_failed","user_id":"u1","ip":"198.51.100.7"}"#,
            r#"{"timestamp":"2026-11-20T09:00:04.000Z","category":"security","service":"shop","event":"login_failed","user_id":"u1","ip":"198.51.100.7"}"#,
            r#"{"timestamp":"2026-11-20T09:00:05.000Z","category":"security","service":"shop","event":"login_failed","user_id":"u1","ip":"198.51.100.7"}"#,
            r#"{"timestamp":"2026-11-20T09:00:20.000Z","category":"security","service":"shop","event":"login_success","user_id":"u1","ip":"198.51.100.7"}"#,
        ],
    },
    Control {
        id: "gdpr-32-1-d",
        clause: "GDPR Art. 32(1)(d)",
        asks: "Whether the measures work is tested and evaluated regularly.",
        looks_at: "entries of reviews, of alerts that were dealt with; a log that shows none does not say that there are none",
        evidence: &[
            Ask::Shows(Shows::Review, "reviews of the log"),
            Ask::Shows(Shows::Handled, "alerts and incidents that were dealt with"),
        ],
        gaps: &[Ask::Shows(Shows::ReviewFailed, "reviews of the log that failed")],
        meets: &[samples::REVIEW],
        fails: &[samples::REVIEW_FAILED],
    },
    Control {
        id: "gdpr-32-4",
        clause: "GDPR Art. 32(4), 29",
        asks: "Whoever has access to personal data under the controller's authority processes it only as instructed.",
        looks_at: "changes of rights, and whether they name who acted",
        evidence: &[Ask::Shows(Shows::Privilege, "changes of rights")],
        gaps: &[Ask::Shows(Shows::PrivilegeUnnamed, "changes of rights by nobody who is named")],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","actor":"u1","action":"role.grant","resource":"user/7","result":"success","source_ip":"198.51.100.7"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","action":"role.grant","resource":"user/7","result":"success"}"#,
        ],
    },
    Control {
        id: "gdpr-33",
        clause: "GDPR Art. 33(1), 33(5)",
        asks: "A breach is notified within 72 hours of being known, and documented.",
        looks_at: "entries of breaches and incidents being notified, reported, documented; entries without a time, and times without any entry, stand against it",
        evidence: &[Ask::Shows(Shows::Breach, "breaches and incidents that were told of")],
        gaps: &[
            Ask::Shows(Shows::BreachFailed, "such notifications that failed"),
            Ask::Shows(Shows::NoTime, "entries without a time"),
            Ask::Gaps,
        ],
        meets: &[samples::BREACH],
        fails: &[samples::BREACH_FAILED],
    },
];
