//! HIPAA Security Rule, 45 CFR Part 164 Subpart C, <https://www.ecfr.gov/current/title-45/part-164/subpart-C>.

use super::{Ask, Control, Framework, samples};
use crate::commands::audit::summary::state::Shows;

/// HIPAA Security Rule (45 CFR 164).
pub const HIPAA: Framework = Framework { id: "hipaa", title: "HIPAA Security Rule (45 CFR 164)", controls: CONTROLS };

const CONTROLS: &[Control] = &[
    Control {
        id: "hipaa-308-a-1-ii-d",
        clause: "45 CFR 164.308(a)(1)(ii)(D)",
        asks: "Records of activity (logs, access reports, incidents) are reviewed regularly.",
        looks_at: "entries of reviews (`log_review.completed`); a log that shows none does not say that there are none",
        evidence: &[
            Ask::Shows(Shows::Review, "reviews of the log"),
            Ask::Shows(Shows::Handled, "alerts and incidents that were dealt with"),
        ],
        gaps: &[Ask::Shows(Shows::ReviewFailed, "reviews of the log that failed")],
        meets: &[samples::REVIEW],
        fails: &[samples::REVIEW_FAILED],
    },
    Control {
        id: "hipaa-308-a-4-ii-c",
        clause: "45 CFR 164.308(a)(4)(ii)(C)",
        asks: "Rights of access are established, reviewed and changed under control.",
        looks_at: "changes of rights and accounts, and whether entries name who acted",
        evidence: &[
            Ask::Shows(Shows::Privilege, "changes of rights"),
            Ask::Shows(Shows::Account, "changes of accounts or credentials"),
        ],
        gaps: &[Ask::Shows(Shows::NoActor, "entries that name nobody")],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","actor":"u1","action":"role.grant","resource":"user/7","result":"success","source_ip":"198.51.100.7"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","action":"role.grant","resource":"user/7","result":"success"}"#,
        ],
    },
    Control {
        id: "hipaa-308-a-5-ii-c",
        clause: "45 CFR 164.308(a)(5)(ii)(C)",
        asks: "Attempts to log in are monitored, and discrepancies reported.",
        looks_at: "log-ins that failed and succeeded; bursts of failures that a success follows",
        evidence: &[Ask::Shows(Shows::LoginFailure, "failed log-ins"), Ask::Shows(Shows::LoginSuccess, "log-ins")],
        gaps: &[Ask::BrokenIn],
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
        id: "hipaa-312-a-2-i",
        clause: "45 CFR 164.312(a)(2)(i)",
        asks: "Every user has a unique name or number.",
        looks_at: "whether entries of the trail name who acted",
        evidence: &[Ask::Shows(Shows::Trail, "entries of the trail")],
        gaps: &[Ask::Shows(Shows::NoActor, "entries that name nobody")],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","actor":"u1","action":"role.grant","resource":"user/7","result":"success","source_ip":"198.51.100.7"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","action":"role.grant","resource":"user/7","result":"success"}"#,
        ],
    },
    Control {
        id: "hipaa-312-b",
        clause: "45 CFR 164.312(b)",
        asks: "Activity in systems with health records is recorded and can be examined.",
        looks_at: "access to what is confidential or restricted, and the fields that entries lack",
        evidence: &[Ask::Shows(Shows::Sensitive, "access to confidential or restricted data")],
        gaps: &[
            Ask::Shows(Shows::SensitiveUnnamed, "such access that names nobody"),
            Ask::Shows(Shows::NoTime, "entries without a time"),
            Ask::Shows(Shows::NoAction, "entries without an action"),
            Ask::Shows(Shows::NoResource, "entries without a resource"),
            Ask::Shows(Shows::NoResult, "entries without a result"),
        ],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"audit","service":"shop","actor":"u1","action":"document.read","resource":"report/1","result":"success","source_ip":"198.51.100.7","security_level":"restricted"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"audit","service":"shop","action":"document.read","resource":"report/1","result":"success","security_level":"restricted"}"#,
        ],
    },
    Control {
        id: "hipaa-312-c-1",
        clause: "45 CFR 164.312(c)(1)",
        asks: "Records are protected from improper alteration or destruction.",
        looks_at: "logs that are as they were sealed (`--key`); entries that a log was cleared stand against it",
        evidence: &[Ask::Sealed],
        gaps: &[Ask::Altered, Ask::Shows(Shows::Cleared, "the log cleared or deleted")],
        meets: &[],
        fails: &[samples::CLEARED],
    },
    Control {
        id: "hipaa-312-d",
        clause: "45 CFR 164.312(d)",
        asks: "Who asks for access is verified to be who is claimed.",
        looks_at: "log-ins, and bursts of failures that a success follows",
        evidence: &[Ask::Shows(Shows::LoginSuccess, "log-ins")],
        gaps: &[Ask::BrokenIn],
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
        id: "hipaa-316-b-2-i",
        clause: "45 CFR 164.316(b)(2)(i)",
        asks: "What the rule wants documented is kept for six years; whether logs are of that, it leaves open, and many keep them as long.",
        looks_at: "from when to when the entries are that were read: give it all logs; that a log was cleared stands against it",
        evidence: &[Ask::Reach(6 * 365)],
        gaps: &[Ask::Shows(Shows::Cleared, "the log cleared or deleted")],
        meets: &[samples::YEARS_AGO, samples::NOW],
        fails: &[samples::CLEARED],
    },
    Control {
        id: "hipaa-502-b",
        clause: "45 CFR 164.502(b) (Privacy Rule), 164.312(a)(1)",
        asks: "No more of a person is shown than is needed; a log seldom needs any.",
        looks_at: "secrets and personal data in the lines read, by the masking policy",
        evidence: &[Ask::NothingInClear(&[])],
        gaps: &[Ask::InClear(&[])],
        meets: &[r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"business","message":"order placed"}"#],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"business","message":"sent to john@example.com"}"#,
        ],
    },
];
