//! `pake report` on the logs of many loggers, each without configuration.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What is expected of a file of `fixtures/loggers/`.
struct Expected {
    file: &'static str,
    reported: u64,
    errors: u64,
    /// When the first entry was.
    first: &'static str,
    /// A group, its values and the greatest of them in milliseconds.
    group: (&'static str, u64, Option<f64>),
    service: &'static str,
    /// The type of an error.
    kind: &'static str,
    /// What an error says, folded.
    message: &'static str,
}

const EXPECTED: [Expected; 10] = [
    Expected {
        file: "pino",
        reported: 3,
        errors: 1,
        first: "2026-11-20T09:14:07.391Z",
        group: ("GET /cart/{id}", 2, Some(250.0)),
        service: "shop",
        kind: "TypeError",
        message: "request errored",
    },
    Expected {
        file: "bunyan",
        reported: 3,
        errors: 2,
        first: "2026-11-20T09:14:07.391Z",
        group: ("send", 1, Some(35.0)),
        service: "mailer",
        kind: "Error",
        message: "cannot send",
    },
    Expected {
        file: "zap",
        reported: 3,
        errors: 2,
        first: "2026-11-20T09:14:07.391Z",
        group: ("GET /orders/{id}", 2, Some(1500.0)),
        service: "api",
        kind: "(none)",
        message: "impossible state",
    },
    Expected {
        file: "logrus",
        reported: 3,
        errors: 1,
        first: "2026-11-20T08:14:08Z",
        group: ("resize", 3, Some(62_500.0)),
        service: "(none)",
        kind: "(none)",
        message: "job failed",
    },
    Expected {
        file: "structlog",
        reported: 3,
        errors: 1,
        first: "2026-11-20T09:14:07.391222Z",
        group: ("order placed", 2, Some(40.0)),
        service: "shop.orders",
        kind: "(none)",
        message: "order failed",
    },
    Expected {
        file: "ecs",
        reported: 2,
        errors: 1,
        first: "2026-11-20T09:14:07.391Z",
        group: ("page-served", 2, Some(1250.0)),
        service: "front",
        kind: "java.net.SocketTimeoutException",
        message: "page failed",
    },
    Expected {
        file: "cloudtrail",
        reported: 2,
        errors: 1,
        first: "2026-11-20T09:14:07Z",
        group: ("GetObject", 0, None),
        service: "s3.amazonaws.com",
        kind: "AccessDenied",
        message: "Access Denied",
    },
    Expected {
        file: "kubernetes-audit",
        reported: 2,
        errors: 1,
        first: "2026-11-20T09:14:07.391222Z",
        group: ("get /api/v1/namespaces/shop/pods/{id}", 0, None),
        service: "(none)",
        kind: "Forbidden",
        message: "secrets is forbidden",
    },
    Expected {
        file: "zeek",
        reported: 3,
        errors: 0,
        first: "2026-11-20T09:14:07.391222Z",
        group: ("(none)", 2, Some(1250.0)),
        service: "ssl",
        kind: "",
        message: "",
    },
    Expected {
        file: "nginx",
        reported: 2,
        errors: 1,
        first: "2026-11-20T09:14:07Z",
        group: ("POST /shop/orders", 1, Some(1250.0)),
        service: "(none)",
        kind: "(none)",
        message: "(none)",
    },
];

#[test]
fn the_log_of_every_known_logger_is_read_without_configuration() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/loggers");
    for expected in &EXPECTED {
        let file = expected.file;
        let mut pake = Command::new(assert_cmd::cargo::cargo_bin!("pake"));
        let pake = pake.args(["report", "--format", "json"]).arg(folder.join(format!("{file}.jsonl")));
        let report: Value = serde_json::from_slice(&pake.output().unwrap().stdout).unwrap();
        assert_eq!(report["data"]["reported"], expected.reported, "{file}");
        assert_eq!(report["data"]["lines"], expected.reported, "{file}");
        assert_eq!(report["data"]["undated"], 0, "{file}");
        assert_eq!(report["data"]["first"], expected.first, "{file}");
        assert_eq!(report["errors"]["count"], expected.errors, "{file}");
        let (name, count, greatest) = expected.group;
        let groups = report["groups"].as_array().unwrap();
        let group = groups.iter().find(|group| group["name"] == name).unwrap_or_else(|| panic!("{file}: {groups:?}"));
        assert_eq!(group["values"]["n"], count, "{file}");
        assert_eq!(group["values"]["max"].as_f64(), greatest, "{file}");
        let names = |list: &str| -> Vec<String> {
            let rows = report["errors"][list].as_array().unwrap();
            rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
        };
        assert!(names("by_service").iter().any(|name| name == expected.service), "{file}: {:?}", names("by_service"));
        if expected.errors > 0 {
            assert!(names("by_type").iter().any(|name| name == expected.kind), "{file}: {:?}", names("by_type"));
            assert!(names("messages").iter().any(|name| name == expected.message), "{file}: {:?}", names("messages"));
        }
    }
    let files = std::fs::read_dir(folder).unwrap().count();
    assert_eq!(files, EXPECTED.len());
}
