//! Payment Card Industry Data Security Standard v4.0.1 (June 2024), <https://www.pcisecuritystandards.org>.

use super::{Ask, CARDS, Control, Framework};
use crate::commands::audit::summary::state::Shows;

/// PCI DSS v4.0.1.
pub const PCI_DSS: Framework = Framework { id: "pci-dss", title: "PCI DSS v4.0.1", controls: CONTROLS };

const CONTROLS: &[Control] = &[
    Control {
        id: "pci-3.5.1",
        clause: "PCI DSS v4.0.1 Req. 3.5.1",
        asks: "Card numbers are unreadable wherever they are stored; a log is such a place.",
        looks_at: "numbers, codes and tracks of cards in the lines read",
        evidence: &[Ask::NothingInClear(CARDS)],
        gaps: &[Ask::InClear(CARDS)],
        meets: &[r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"business","message":"order placed"}"#],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"business","message":"charge card 4111-1111-1111-1111"}"#,
        ],
    },
    Control {
        id: "pci-8.2.1",
        clause: "PCI DSS v4.0.1 Req. 8.2.1",
        asks: "Everybody who gets access has an identity of the own.",
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
        id: "pci-8.3.4",
        clause: "PCI DSS v4.0.1 Req. 8.3.4",
        asks: "After ten failed attempts at most the account is locked, for 30 minutes at least.",
        looks_at: "bursts of failed log-ins, whether a success follows, and lock-outs",
        evidence: &[Ask::Shows(Shows::LoginFailure, "failed log-ins"), Ask::Shows(Shows::Lockout, "accounts locked")],
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
        id: "pci-10.2.1",
        clause: "PCI DSS v4.0.1 Req. 10.2.1",
        asks: "Audit logs are on and at work.",
        looks_at: "entries of the trail, and times without any",
        evidence: &[Ask::Shows(Shows::Trail, "entries of the trail")],
        gaps: &[Ask::Gaps],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"audit","service":"shop","actor":"u1","action":"document.read","resource":"report/1","result":"success","source_ip":"198.51.100.7","security_level":"restricted"}"#,
        ],
        fails: &[],
    },
    Control {
        id: "pci-10.2.1.1",
        clause: "PCI DSS v4.0.1 Req. 10.2.1.1",
        asks: "Each access of a person to cardholder data is logged.",
        looks_at: "access to what is confidential or restricted, and whether it names somebody",
        evidence: &[Ask::Shows(Shows::Sensitive, "access to confidential or restricted data")],
        gaps: &[Ask::Shows(Shows::SensitiveUnnamed, "such access that names nobody")],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"audit","service":"shop","actor":"u1","action":"document.read","resource":"report/1","result":"success","source_ip":"198.51.100.7","security_level":"restricted"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"audit","service":"shop","action":"document.read","resource":"report/1","result":"success","security_level":"restricted"}"#,
        ],
    },
    Control {
        id: "pci-10.2.1.2",
        clause: "PCI DSS v4.0.1 Req. 10.2.1.2",
        asks: "Each action with administrative rights is logged.",
        looks_at: "changes of rights, configuration and programs, and whether they name somebody",
        evidence: &[
            Ask::Shows(Shows::Privilege, "changes of rights"),
            Ask::Shows(Shows::Change, "changes of configuration or programs"),
        ],
        gaps: &[Ask::Shows(Shows::ChangeUnnamed, "changes that name nobody")],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","actor":"u1","action":"role.grant","resource":"user/7","result":"success","source_ip":"198.51.100.7"}"#,
            r#"{"timestamp":"2026-11-20T09:00:03.000Z","category":"audit","service":"shop","actor":"u1","action":"config.change","resource":"config/5","result":"success","source_ip":"198.51.100.7"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","action":"config.change","resource":"config/5","result":"success"}"#,
        ],
    },
    Control {
        id: "pci-10.2.1.4",
        clause: "PCI DSS v4.0.1 Req. 10.2.1.4",
        asks: "Each invalid attempt at access is logged.",
        looks_at: "failed log-ins and denied actions",
        evidence: &[Ask::Shows(Shows::LoginFailure, "failed log-ins"), Ask::Shows(Shows::Denied, "denied actions")],
        gaps: &[Ask::Shows(Shows::NoResult, "entries without a result")],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"security","service":"shop","event":"login_failed","user_id":"u1","ip":"198.51.100.7"}"#,
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"security","service":"shop","event":"login_success","user_id":"u1","ip":"198.51.100.7"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","actor":"u1","action":"role.grant","resource":"user/7"}"#,
        ],
    },
    Control {
        id: "pci-10.2.1.5",
        clause: "PCI DSS v4.0.1 Req. 10.2.1.5",
        asks: "Changes of accounts, credentials and privileges are logged.",
        looks_at: "changes of accounts and rights, and whether entries name who acted",
        evidence: &[
            Ask::Shows(Shows::Account, "changes of accounts or credentials"),
            Ask::Shows(Shows::Privilege, "changes of rights"),
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
        id: "pci-10.2.1.6",
        clause: "PCI DSS v4.0.1 Req. 10.2.1.6",
        asks: "Starting, stopping and pausing of audit logs is logged.",
        looks_at: "changes of the trail itself, and times without any entry",
        evidence: &[Ask::Shows(Shows::TrailChange, "changes of the trail")],
        gaps: &[Ask::Gaps],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:04.000Z","category":"audit","service":"shop","actor":"u1","action":"audit_log.started","resource":"trail/1","result":"success","source_ip":"198.51.100.7"}"#,
        ],
        fails: &[],
    },
    Control {
        id: "pci-10.2.1.7",
        clause: "PCI DSS v4.0.1 Req. 10.2.1.7",
        asks: "Creation and deletion of system-level objects is logged.",
        looks_at: "tables, databases, buckets and the like made or removed, and whether entries name who acted",
        evidence: &[Ask::Shows(Shows::Object, "system objects made or removed")],
        gaps: &[Ask::Shows(Shows::NoActor, "entries that name nobody")],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:06.000Z","category":"audit","service":"shop","actor":"u1","action":"table.drop","resource":"orders","result":"success","source_ip":"198.51.100.7"}"#,
        ],
        fails: &[
            r#"{"timestamp":"2026-11-20T09:00:02.000Z","category":"audit","service":"shop","action":"role.grant","resource":"user/7","result":"success"}"#,
        ],
    },
    Control {
        id: "pci-10.2.2",
        clause: "PCI DSS v4.0.1 Req. 10.2.2",
        asks: "Each entry says who, what, when, with what result, from where and on what.",
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
        id: "pci-10.3.4",
        clause: "PCI DSS v4.0.1 Req. 10.3.2, 10.3.4",
        asks: "Audit logs are protected from changes, and a change is noticed.",
        looks_at: "logs that are as they were sealed (`--key`)",
        evidence: &[Ask::Sealed],
        gaps: &[Ask::Altered],
        meets: &[],
        fails: &[],
    },
    Control {
        id: "pci-10.6",
        clause: "PCI DSS v4.0.1 Req. 10.6",
        asks: "Times are right, and the same everywhere.",
        looks_at: "whether entries of the category audit have a time that can be read",
        evidence: &[Ask::Shows(Shows::Trail, "entries of the trail")],
        gaps: &[Ask::Shows(Shows::NoTime, "entries without a time")],
        meets: &[
            r#"{"timestamp":"2026-11-20T09:00:01.000Z","category":"audit","service":"shop","actor":"u1","action":"document.read","resource":"report/1","result":"success","source_ip":"198.51.100.7","security_level":"restricted"}"#,
        ],
        fails: &[
            r#"{"category":"audit","service":"shop","actor":"u1","action":"role.grant","resource":"user/7","result":"success"}"#,
        ],
    },
];
