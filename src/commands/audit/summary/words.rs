//! What words say of an action: which kind it is, and how it ended.
//!
//! A name is cut into words at what is no letter, at digits and at capitals: `user.login`,
//! `ConsoleLogin` and `LOGIN_FAILED` hold `login`. A kind is known by one word, or by a thing
//! together with what is done to it.

/// Kinds of actions, as a set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds(u32);

impl Kinds {
    /// Proving who one is.
    pub const LOGIN: Kinds = Kinds(1);
    /// Giving rights, or taking them.
    pub const PRIVILEGE: Kinds = Kinds(1 << 1);
    /// Making, changing and removing accounts and credentials.
    pub const ACCOUNT: Kinds = Kinds(1 << 2);
    /// Starting, stopping and clearing the log itself.
    pub const TRAIL: Kinds = Kinds(1 << 3);
    /// Making and removing tables, databases, and the like.
    pub const OBJECT: Kinds = Kinds(1 << 4);
    /// Changing configuration or programs.
    pub const CHANGE: Kinds = Kinds(1 << 5);
    /// What a person asks about the own data: export, correction, erasure.
    pub const SUBJECT: Kinds = Kinds(1 << 6);
    /// Shutting an account out.
    pub const LOCKOUT: Kinds = Kinds(1 << 7);
    /// Leaving.
    pub const LOGOUT: Kinds = Kinds(1 << 8);
    /// Reading the log itself.
    pub const TRAIL_READ: Kinds = Kinds(1 << 9);
    /// Clearing the log, or deleting it.
    pub const CLEARED: Kinds = Kinds(1 << 10);
    /// Going over the log.
    pub const REVIEW: Kinds = Kinds(1 << 11);
    /// Dealing with what was found: alerts, incidents.
    pub const HANDLED: Kinds = Kinds(1 << 12);
    /// Copying the log to where it is safe.
    pub const COPY: Kinds = Kinds(1 << 13);
    /// Clocks that are set by others that are right.
    pub const CLOCK: Kinds = Kinds(1 << 14);
    /// Clocks that are not.
    pub const CLOCK_OFF: Kinds = Kinds(1 << 15);
    /// Changing how clocks are set.
    pub const CLOCK_SET: Kinds = Kinds(1 << 16);
    /// Telling of a breach.
    pub const BREACH: Kinds = Kinds(1 << 17);
    /// Keeping the register of what is done with personal data.
    pub const REGISTER: Kinds = Kinds(1 << 18);

    /// Whether both have a kind in common.
    pub fn intersects(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub const fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }
}

/// Kinds that belong to a trail whoever writes them.
pub const TELLING: Kinds = Kinds::LOGIN.or(Kinds::PRIVILEGE).or(Kinds::TRAIL).or(Kinds::LOCKOUT);

/// Kinds that programs write into whichever log they have: they count wherever they stand.
pub const ANYWHERE: Kinds = Kinds::CLOCK.or(Kinds::CLOCK_OFF).or(Kinds::COPY);

/// How a category stands to the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// `audit`
    Audit,
    /// `security`
    Security,
    /// Any other, or none.
    Other,
}

impl Category {
    /// Of a name in lower case.
    pub fn of(name: &[u8]) -> Category {
        match name {
            b"audit" => Category::Audit,
            b"security" => Category::Security,
            _ => Category::Other,
        }
    }
}

/// How an action ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Success,
    /// It did not come about.
    Failure,
    /// It was not allowed.
    Denied,
    /// That is not said.
    #[default]
    Unknown,
}

/// Words of results.
const RESULTS: &[(Outcome, &[&str])] = &[
    (Outcome::Success, &["success", "successful", "succeeded", "ok", "true", "allowed", "allow", "accepted", "pass"]),
    (Outcome::Success, &["passed", "completed", "permitted"]),
    (Outcome::Denied, &["denied", "deny", "forbidden", "unauthorized", "rejected", "blocked", "refused"]),
    (Outcome::Failure, &["failure", "failed", "fail", "fails", "error", "false", "invalid", "incorrect", "mismatch"]),
];

/// Kinds that one word gives away.
const ONE: &[(Kinds, &[&str])] = &[
    (Kinds::LOGIN, &["login", "logon", "signin", "authenticate", "authenticated", "authentication", "mfa", "sso"]),
    (Kinds::PRIVILEGE, &["grant", "revoke", "revoked", "sudo", "elevate", "elevated", "escalate", "escalation"]),
    (Kinds::PRIVILEGE, &["promote", "promoted", "demote", "demoted", "impersonate", "impersonation", "privilege"]),
    (Kinds::LOGOUT, &["logout", "logoff", "signout"]),
    (Kinds::LOCKOUT, &["lockout"]),
    (Kinds::SUBJECT, &["dsar", "erasure", "rectification", "gdpr"]),
    (Kinds::CHANGE, &["deploy", "deployed", "deployment", "rollback"]),
    (Kinds::CLOCK, &["ntp", "ntpd", "chrony", "chronyd", "timesync", "timesyncd", "ptp"]),
    (Kinds::REGISTER, &["ropa"]),
];

/// Kinds that a thing gives away together with what is done to it.
const TWO: &[(Kinds, &[&str], &[&str])] = &[
    (Kinds::LOGIN, &["sign", "log", "logged", "signed"], &["in"]),
    (Kinds::LOGIN, &["password", "credentials", "otp"], &["check", "verify", "verified", "failed", "invalid"]),
    (
        Kinds::PRIVILEGE,
        &["role", "roles", "permission", "permissions", "rights", "acl", "group"],
        &[
            "add", "added", "assign", "assigned", "attach", "change", "changed", "create", "created", "delete",
            "deleted",
        ],
    ),
    (
        Kinds::PRIVILEGE,
        &["role", "roles", "permission", "permissions", "rights", "acl", "group"],
        &["detach", "granted", "modify", "put", "remove", "removed", "set", "unassign", "update", "updated", "assume"],
    ),
    (Kinds::PRIVILEGE, &["policy"], &["attach", "detach", "put"]),
    (
        Kinds::ACCOUNT,
        &["user", "account", "identity", "credential", "password", "key"],
        &["create", "created", "delete", "deleted", "add", "added", "remove", "removed", "disable", "disabled"],
    ),
    (
        Kinds::ACCOUNT,
        &["user", "account", "identity", "credential", "password", "key"],
        &["enable", "enabled", "reset", "change", "changed", "rotate", "rotated", "update", "lock", "locked", "unlock"],
    ),
    (Kinds::LOCKOUT, &["account", "user"], &["lock", "locked"]),
    (
        Kinds::TRAIL,
        &["audit", "log", "logs", "logging", "trail", "auditing", "auditd"],
        &["start", "started", "stop", "stopped", "pause", "paused", "clear", "cleared", "delete", "deleted", "disable"],
    ),
    (
        Kinds::TRAIL,
        &["audit", "log", "logs", "logging", "trail", "auditing", "auditd"],
        &["disabled", "enable", "enabled", "init", "initialized", "purge", "purged", "rotate", "rotated", "truncate"],
    ),
    (
        Kinds::OBJECT,
        &["table", "database", "schema", "index", "bucket", "volume", "procedure", "trigger"],
        &["create", "created", "drop", "dropped", "delete", "deleted", "alter", "altered", "truncate"],
    ),
    (
        Kinds::CHANGE,
        &["config", "configuration", "setting", "settings", "release", "rule", "schema"],
        &["change", "changed", "update", "updated", "set", "edit", "apply", "applied", "modify", "create", "alter"],
    ),
    (
        Kinds::SUBJECT,
        &["personal", "subject", "consent"],
        &["export", "erase", "delete", "access", "rectify", "withdraw", "request", "data", "withdrawn", "given"],
    ),
    (Kinds::TRAIL_READ, LOGS, READ),
    (Kinds::CLEARED, LOGS, &["clear", "cleared", "delete", "deleted", "truncate", "truncated", "wipe", "wiped"]),
    (Kinds::REVIEW, LOGS, &["review", "reviewed", "reviews"]),
    (
        Kinds::HANDLED,
        &["alert", "alerts", "anomaly", "incident"],
        &["acknowledge", "acknowledged", "triage", "triaged", "resolve", "resolved", "escalate", "escalated", "closed"],
    ),
    (
        Kinds::COPY,
        LOGS,
        &[
            "backup",
            "backups",
            "archive",
            "archived",
            "ship",
            "shipped",
            "forward",
            "forwarded",
            "replicated",
            "copied",
        ],
    ),
    (Kinds::CLOCK, &["clock", "time"], &["sync", "synced", "synchronized", "synchronised", "synchronization"]),
    (
        Kinds::CLOCK_OFF,
        &["clock", "time", "ntp", "chrony", "timesync"],
        &["unsynchronized", "unsynchronised", "unsynced", "skew", "skewed", "drift", "drifted"],
    ),
    (Kinds::CLOCK_SET, &["clock", "ntp", "timezone"], &["set", "change", "changed", "update", "updated", "configured"]),
    (
        Kinds::BREACH,
        &["breach", "incident"],
        &["notify", "notified", "notification", "report", "reported", "document", "documented", "declared"],
    ),
    (Kinds::REGISTER, &["processing"], &["register"]),
];

/// What a log is called.
const LOGS: &[&str] = &["audit", "log", "logs", "trail", "auditlog"];
/// What is done to one that is read.
const READ: &[&str] = &["read", "view", "viewed", "download", "downloaded", "query", "queried", "export", "exported"];

/// The longest name that is looked at, in bytes, and the most words of it.
const LONGEST: usize = 120;
const WORDS: usize = 12;

/// The words of a name, in lower case, separated by spaces.
fn words(name: &[u8]) -> String {
    let mut out = String::new();
    let mut before = b' ';
    for byte in name.iter().take(LONGEST).copied() {
        let starts = byte.is_ascii_uppercase() && before.is_ascii_lowercase();
        if byte.is_ascii_alphabetic() {
            if starts {
                out.push(' ');
            }
            out.push(char::from(byte.to_ascii_lowercase()));
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
        before = byte;
    }
    out
}

/// The kinds of an action of that name.
pub fn kinds(name: &[u8]) -> Kinds {
    let text = words(name);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).take(WORDS).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let one = ONE.iter().filter(|(_, list)| has(list)).map(|(kind, _)| *kind);
    let two = TWO.iter().filter(|(_, things, deeds)| has(things) && has(deeds)).map(|(kind, _, _)| *kind);
    one.chain(two).fold(Kinds::default(), Kinds::or)
}

/// Whether what was done is to read, and what it was done to is a log.
pub fn reads_trail(action: &[u8], resource: &[u8]) -> bool {
    let has = |name: &[u8], list: &[&str]| words(name).split(' ').any(|word| list.contains(&word));
    has(resource, LOGS) && has(action, READ)
}

impl Outcome {
    /// All but the unknown.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Success => "success",
            Outcome::Failure => "failure",
            Outcome::Denied => "denied",
            Outcome::Unknown => "(none)",
        }
    }

    /// What a result says; a number is a status of HTTP.
    pub fn of(result: &[u8]) -> Outcome {
        if result.is_empty() {
            return Outcome::Unknown;
        }
        match Outcome::of_status(result) {
            Outcome::Unknown => Outcome::of_words(result),
            known => known,
        }
    }

    /// What the words of a name say; the worst of them.
    pub fn of_words(name: &[u8]) -> Outcome {
        let text = words(name);
        let says = |outcome: Outcome| {
            let lists = RESULTS.iter().filter(|(known, _)| *known == outcome);
            text.split(' ').any(|word| lists.clone().any(|(_, list)| list.contains(&word)))
        };
        let order = [Outcome::Denied, Outcome::Failure, Outcome::Success];
        order.into_iter().find(|outcome| says(*outcome)).unwrap_or_default()
    }

    /// What a status of HTTP says.
    pub fn of_status(status: &[u8]) -> Outcome {
        match status {
            b"401" | b"403" => Outcome::Denied,
            [b'4' | b'5', b'0'..=b'9', b'0'..=b'9'] => Outcome::Failure,
            [b'2' | b'3', b'0'..=b'9', b'0'..=b'9'] => Outcome::Success,
            _ => Outcome::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_known_by_their_words() {
        for (kind, names) in [
            (
                Kinds::LOGIN,
                &["user.login", "ConsoleLogin", "LOGIN_FAILED", "sign-in", "mfa_failed", "password_check"][..],
            ),
            (
                Kinds::PRIVILEGE,
                &["role.grant", "role.revoke", "AddUserToGroup", "AttachUserPolicy", "sudo", "permissions updated"],
            ),
            (Kinds::ACCOUNT, &["user.create", "DeleteUser", "key.rotate", "account_locked"]),
            (Kinds::TRAIL, &["StopLogging", "audit_log_cleared", "logging.disabled"]),
            (Kinds::OBJECT, &["drop table", "CreateBucket"]),
            (Kinds::CHANGE, &["config.change", "deploy"]),
            (Kinds::LOCKOUT, &["account_locked"]),
            (Kinds::TRAIL_READ, &["audit_log.viewed", "logs.export"]),
            (Kinds::CLEARED, &["audit_log_cleared", "DeleteLogs"]),
            (Kinds::REVIEW, &["log_review.completed", "audit log reviewed"]),
            (Kinds::HANDLED, &["alert.acknowledged", "incident.resolved"]),
            (Kinds::COPY, &["logs.shipped", "audit_log_backup"]),
            (Kinds::CLOCK, &["ntp.sync", "clock synchronized", "chronyd"]),
            (Kinds::CLOCK_OFF, &["clock.drift", "ntp_unsynchronized"]),
            (Kinds::CLOCK_SET, &["clock.changed", "ntp_updated"]),
            (Kinds::BREACH, &["breach.notified", "IncidentReported"]),
            (Kinds::REGISTER, &["ropa.update", "processing_register.changed"]),
        ] {
            for name in names {
                assert!(kinds(name.as_bytes()).intersects(kind), "{name}");
            }
        }
        for name in ["user.logout", "document.read", "payment.refund", "page_view_count"] {
            assert!(!kinds(name.as_bytes()).intersects(TELLING), "{name}");
        }
        assert!(reads_trail(b"document.read", b"audit-log/2026-11") && !reads_trail(b"write", b"log"));
        assert!(!reads_trail(b"read", b"blog/7") && !reads_trail(b"read", b"catalog"));
        assert!(!kinds(b"permission_denied").intersects(Kinds::PRIVILEGE));
        assert!(!kinds(b"stop_watch logged").intersects(Kinds::TRAIL));
    }

    #[test]
    fn results_are_words_or_statuses() {
        for (outcome, results) in [
            (Outcome::Success, &["success", "OK", "true", "200", "302", "Allowed"][..]),
            (Outcome::Failure, &["failure", "FAILED", "false", "500", "404", "invalid password"]),
            (Outcome::Denied, &["denied", "403", "401", "access denied", "AccessDenied"]),
            (Outcome::Unknown, &["", "42", "perhaps", "2000"]),
        ] {
            for result in results {
                assert_eq!(Outcome::of(result.as_bytes()), outcome, "{result}");
            }
        }
        assert_eq!(Outcome::of_words(b"login_failed"), Outcome::Failure);
        assert_eq!(Outcome::of_words(b"login_success"), Outcome::Success);
    }
}
