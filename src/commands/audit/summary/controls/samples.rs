//! Lines of logs about the keeping of logs, which several frameworks ask for.

/// The log was read by somebody.
pub const TRAIL_READ: &str = r#"{"timestamp":"2026-11-20T09:00:01Z","category":"audit","service":"siem","actor":"u1","action":"audit_log.viewed","resource":"trail/1","result":"success","source_ip":"198.51.100.7"}"#;
/// The log was read by nobody who is named.
pub const TRAIL_READ_UNNAMED: &str = r#"{"timestamp":"2026-11-20T09:00:01Z","category":"audit","service":"siem","action":"audit_log.viewed","resource":"trail/1","result":"success"}"#;
/// Somebody was kept from reading it.
pub const TRAIL_READ_DENIED: &str = r#"{"timestamp":"2026-11-20T09:00:01Z","category":"audit","service":"siem","actor":"u1","action":"document.read","resource":"audit-log/1","result":"denied","source_ip":"198.51.100.7"}"#;
/// The log was reviewed.
pub const REVIEW: &str = r#"{"timestamp":"2026-11-20T09:00:02Z","category":"audit","service":"siem","actor":"u1","action":"log_review.completed","resource":"trail/1","result":"success"}"#;
/// It was not.
pub const REVIEW_FAILED: &str = r#"{"timestamp":"2026-11-20T09:00:02Z","category":"audit","service":"siem","actor":"u1","action":"log_review","resource":"trail/1","result":"failed"}"#;
/// What was found was dealt with.
pub const HANDLED: &str = r#"{"timestamp":"2026-11-20T09:00:02Z","category":"security","service":"siem","actor":"u1","action":"alert.resolved","resource":"alert/1","result":"success"}"#;
/// It was not.
pub const HANDLED_FAILED: &str = r#"{"timestamp":"2026-11-20T09:00:02Z","category":"security","service":"siem","actor":"u1","action":"incident.escalated","resource":"alert/1","result":"failed"}"#;
/// The log was copied.
pub const COPY: &str = r#"{"timestamp":"2026-11-20T09:00:03Z","category":"system","service":"vector","event":"logs.shipped","result":"success"}"#;
/// It was not.
pub const COPY_FAILED: &str =
    r#"{"timestamp":"2026-11-20T09:00:03Z","category":"system","service":"vector","event":"log_backup.failed"}"#;
/// The log was cleared.
pub const CLEARED: &str = r#"{"timestamp":"2026-11-20T09:00:03Z","category":"audit","service":"db","actor":"u1","action":"audit_log.cleared","resource":"trail/1","result":"success"}"#;
/// A clock is right.
pub const CLOCK: &str =
    r#"{"timestamp":"2026-11-20T09:00:04Z","category":"system","service":"chronyd","event":"clock.synchronized"}"#;
/// A clock is not.
pub const CLOCK_OFF: &str =
    r#"{"timestamp":"2026-11-20T09:00:04Z","category":"system","service":"chronyd","event":"clock.drift"}"#;
/// Somebody changed how clocks are set.
pub const CLOCK_SET: &str = r#"{"timestamp":"2026-11-20T09:00:05Z","category":"audit","service":"host","actor":"u1","action":"ntp.configured","resource":"host/1","result":"success"}"#;
/// Nobody who is named did.
pub const CLOCK_SET_UNNAMED: &str = r#"{"timestamp":"2026-11-20T09:00:05Z","category":"audit","service":"host","action":"clock.changed","resource":"host/1","result":"success"}"#;
/// A breach was told of.
pub const BREACH: &str = r#"{"timestamp":"2026-11-20T09:00:06Z","category":"audit","service":"privacy","actor":"u1","action":"breach.notified","resource":"breach/1","result":"success"}"#;
/// It was not.
pub const BREACH_FAILED: &str = r#"{"timestamp":"2026-11-20T09:00:06Z","category":"audit","service":"privacy","actor":"u1","action":"breach.notification","resource":"breach/1","result":"failed"}"#;
/// Somebody kept the register.
pub const REGISTER: &str = r#"{"timestamp":"2026-11-20T09:00:07Z","category":"audit","service":"privacy","actor":"u1","action":"processing_register.updated","resource":"register/1","result":"success"}"#;
/// Nobody who is named did.
pub const REGISTER_UNNAMED: &str = r#"{"timestamp":"2026-11-20T09:00:07Z","category":"audit","service":"privacy","action":"processing_register.updated","resource":"register/1","result":"success"}"#;
/// Entries of many years ago, and of now.
pub const YEARS_AGO: &str = r#"{"timestamp":"2019-01-02T09:00:00Z","category":"business","message":"order placed"}"#;
/// See [`YEARS_AGO`].
pub const NOW: &str = r#"{"timestamp":"2026-11-20T09:00:00Z","category":"business","message":"order placed"}"#;
