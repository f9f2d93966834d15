//! Sarbanes-Oxley Act of 2002 (Pub. L. 107-204), with the practice of COSO (2013) and COBIT 2019.

use super::{Ask, Control, Framework, samples};
use crate::commands::audit::summary::state::Shows;

/// SOX (Sarbanes-Oxley Act of 2002).
pub const SOX: Framework = Framework { id: "sox", title: "SOX (Sarbanes-Oxley Act of 2002)", controls: CONTROLS };

const CONTROLS: &[Control] = &[
    Control {
        id: "sox-302-access",
        clause: "SOX §302(a)(4), 15 U.S.C. 7241; COBIT 2019 DSS05.04",
        asks: "Officers answer for internal controls: access to systems is by known users.",
        looks_at: "log-ins, and bursts of failures that a success follows",
        evidence: &[Ask::Shows(Shows::LoginSuccess, "log-ins"), Ask::Shows(Shows::LoginFailure, "failed log-ins")],
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
        id: "sox-404-privileges",
        clause: "SOX §404, 15 U.S.C. 7262; COSO principle 11; COBIT 2019 DSS06.03",
        asks: "Rights are given and taken under control.",
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
        id: "sox-404-changes",
        clause: "SOX §404, 15 U.S.C. 7262; COSO principle 11; COBIT 2019 BAI06.01",
        asks: "Changes of configuration and programs are authorised and can be traced to somebody.",
        looks_at: "changes of configuration and programs, and whether they name somebody",
        evidence: &[Ask::Shows(Shows::Change, "changes of configuration or programs")],
        gaps: &[Ask::Shows(Shows::ChangeUnnamed, "changes that name nobody")],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:03.000Z","category":"audit","service":"shop","actor":"u1","action":"config.change","resource":"config/5","result":"success","source_ip":"198.51.100.7"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","action":"config.change","resource":"config/5","result":"success"}"#,
        ],
    },
    Control {
        id: "sox-404-monitoring",
        clause: "SOX §404, 15 U.S.C. 7262; COSO principle 16; COBIT 2019 DSS05.07",
        asks: "Controls are watched all the time.",
        looks_at: "entries of the trail, and times without any",
        evidence: &[Ask::Shows(Shows::Trail, "entries of the trail")],
        gaps: &[Ask::Gaps],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"audit","service":"shop","actor":"u1","action":"document.read","resource":"report/1","result":"success","source_ip":"198.51.100.7","security_level":"restricted"}"#,
        ],
        fails: &[],
    },
    Control {
        id: "sox-404-trail",
        clause: "SOX §404, 15 U.S.C. 7262; COBIT 2019 DSS06.05",
        asks: "Transactions can be traced to who made them, and when.",
        looks_at: "entries of the category audit, and the fields that they lack",
        evidence: &[Ask::Shows(Shows::Trail, "entries of the trail")],
        gaps: &[
            Ask::Shows(Shows::NoTime, "entries without a time"),
            Ask::Shows(Shows::NoActor, "entries that name nobody"),
            Ask::Shows(Shows::NoAction, "entries without an action"),
            Ask::Shows(Shows::NoResource, "entries without a resource"),
            Ask::Shows(Shows::NoResult, "entries without a result"),
            Ask::Shows(Shows::NoOrigin, "entries that do not say where they come from"),
        ],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"audit","service":"shop","actor":"u1","action":"document.read","resource":"report/1","result":"success","source_ip":"198.51.100.7","security_level":"restricted"}"#,
        ],
        fails: &[
            r#"{"category":"audit","service":"shop","actor":"u1","action":"role.grant","resource":"user/7","result":"success"}"#,
        ],
    },
    Control {
        id: "sox-802",
        clause: "SOX §802, 18 U.S.C. 1519",
        asks: "Records are not altered, destroyed or falsified.",
        looks_at: "logs that are as they were sealed (`--key`); entries that a log was cleared stand against it",
        evidence: &[Ask::Sealed],
        gaps: &[Ask::Altered, Ask::Shows(Shows::Cleared, "the log cleared or deleted")],
        meets: &[],
        fails: &[samples::CLEARED],
    },
    Control {
        id: "sox-404-review",
        clause: "SOX §404, 15 U.S.C. 7262; COSO principle 16",
        asks: "Whether controls work is evaluated, as they run or from time to time.",
        looks_at: "entries of reviews (`log_review.completed`), of alerts that were dealt with; a log that shows none does not say that there are none",
        evidence: &[
            Ask::Shows(Shows::Review, "reviews of the log"),
            Ask::Shows(Shows::Handled, "alerts and incidents that were dealt with"),
        ],
        gaps: &[Ask::Shows(Shows::ReviewFailed, "reviews of the log that failed")],
        meets: &[samples::REVIEW],
        fails: &[samples::REVIEW_FAILED],
    },
    Control {
        id: "sox-802-retention",
        clause: "SOX §802; 17 CFR 210.2-06(a), 18 U.S.C. 1520(a)",
        asks: "Accountants keep what an audit rests on: seven years by the SEC's rule, five by the statute itself; logs that it rests on are kept as long.",
        looks_at: "from when to when the entries are that were read: give it all logs; that a log was cleared stands against it",
        evidence: &[Ask::Reach(7 * 365)],
        gaps: &[Ask::Shows(Shows::Cleared, "the log cleared or deleted")],
        meets: &[samples::YEARS_AGO, samples::NOW],
        fails: &[samples::CLEARED],
    },
];
