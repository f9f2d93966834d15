//! Databases and internal addresses.

use super::super::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// The rows.
pub const ROWS: &[Detector] = &[
    Detector {
        id: "database-url",
        title: "database string",
        why: "Logs in to the database.",
        family: Family::Infrastructure,
        tier: Tier::A,
        find: Find::Engine("url"),
        action: Action::Part,
        matches: &[
            Match { text: "postgres://bob:abc@db-1:5432/orders", masked: "postgres://****:****@****/****" },
            Match { text: "redis://cache:6379/0 x", masked: "redis://****/**** x" },
            Match { text: "bob:abc@tcp(10.0.0.1:3306)/orders", masked: "****:****@tcp(****)/****" },
            Match { text: "jdbc:oracle:thin:bob/abc@db1:1521:orcl", masked: "jdbc:oracle:thin:****/****@****" },
        ],
        ignores: &[Ignore { text: "postgres is up", reason: "a sentence" }],
        source: "RFC 3986; libpq, MySQL, MongoDB and JDBC manuals",
    },
    Detector {
        id: "connection-string",
        title: "hosts and users beside a password",
        why: "Says where the password fits.",
        family: Family::Infrastructure,
        tier: Tier::A,
        find: Find::Engine("assign"),
        action: Action::Part,
        matches: &[
            Match {
                text: "Server=db1;Database=x;Uid=sa;Pwd=abc;",
                masked: "Server=****;Database=x;Uid=****;Pwd=********;",
            },
            Match {
                text: "host=db1 user=bob password=abc dbname=x",
                masked: "host=**** user=**** password=******** dbname=x",
            },
        ],
        ignores: &[Ignore { text: "Server=Apache;Version=2", reason: "no password" }],
        source: "ADO.NET and ODBC connection string syntax; libpq",
    },
    Detector {
        id: "internal-url",
        title: "host of an inner network in a URL",
        why: "Maps the inside of the network.",
        family: Family::Infrastructure,
        tier: Tier::B,
        find: Find::Engine("url"),
        action: Action::Host,
        matches: &[
            Match { text: "GET http://10.0.0.5:8080/health", masked: "GET http://[internal]:8080/health" },
            Match { text: "call https://api.corp.internal/v1/x ok", masked: "call https://[internal]/v1/x ok" },
            Match { text: "http://localhost:3000/", masked: "http://[internal]:3000/" },
        ],
        ignores: &[
            Ignore { text: "GET https://api.example.com/x", reason: "a public host" },
            Ignore { text: "s3://bucket/key", reason: "a bucket" },
        ],
        source: "RFC 1918; RFC 4193; RFC 6762; RFC 8375",
    },
];
