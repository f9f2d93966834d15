//! The names that loggers give to the same field: a table, and nothing but a table.
//!
//! A name with dots stands for nested objects, for dotted keys, and for any mix of both. Where an
//! entry has several names of one role, the one that stands first here counts.

/// What a field means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// When it happened.
    Time,
    /// How grave it is.
    Level,
    /// What it says to people.
    Message,
    /// How long it took.
    Duration,
    /// What joins the entries of one request.
    Correlation,
    /// Which program wrote it.
    Service,
    /// Which kind of entry it is: `database`, `security`.
    Category,
    /// What was done, by name.
    Operation,
    /// What happened, by name.
    Event,
    /// The method of an HTTP request.
    Method,
    /// The path of an HTTP request.
    Path,
    /// The status code of an HTTP response.
    Status,
    /// The class of an error.
    ErrorType,
    /// What an error says.
    ErrorMessage,
    /// The code of an error.
    ErrorCode,
}

impl Role {
    /// All roles, in the order of their numbers.
    pub const ALL: [Role; 15] = [
        Role::Time,
        Role::Level,
        Role::Message,
        Role::Duration,
        Role::Correlation,
        Role::Service,
        Role::Category,
        Role::Operation,
        Role::Event,
        Role::Method,
        Role::Path,
        Role::Status,
        Role::ErrorType,
        Role::ErrorMessage,
        Role::ErrorCode,
    ];

    /// Its name in the native schema; a user who names it means all aliases.
    pub fn name(self) -> &'static str {
        match self {
            Role::Time => "timestamp",
            Role::Level => "level",
            Role::Message => "message",
            Role::Duration => "duration",
            Role::Correlation => "correlation_id",
            Role::Service => "service",
            Role::Category => "category",
            Role::Operation => "operation",
            Role::Event => "event",
            Role::Method => "method",
            Role::Path => "path",
            Role::Status => "status_code",
            Role::ErrorType => "error.type",
            Role::ErrorMessage => "error.message",
            Role::ErrorCode => "error.code",
        }
    }
}

/// What a name says about its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// Nothing.
    Plain,
    /// A bare number is in this unit.
    In(Unit),
    /// The unit of a bare number is a habit of the logger, not a part of the name: see
    /// [`Unit::of_bare`].
    Habit,
    /// A number is a severity of OpenTelemetry, 1 to 24.
    OpenTelemetry,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// 10⁻⁹ s
    Nanoseconds,
    /// 10⁻⁶ s
    Microseconds,
    /// 10⁻³ s
    Milliseconds,
    /// s
    Seconds,
}

impl Unit {
    /// The unit of a bare `duration`, `elapsed` or `latency`: seconds in the entries of zap and
    /// Zeek, which are known by a time that is `ts` in epoch seconds; elsewhere milliseconds.
    pub fn of_bare(time_is_ts_in_seconds: bool) -> Unit {
        if time_is_ts_in_seconds { Unit::Seconds } else { Unit::Milliseconds }
    }

    /// How many of it are a millisecond, or how many milliseconds are one of it.
    pub fn to_milliseconds(self, value: f64) -> f64 {
        match self {
            Unit::Nanoseconds => value / 1e6,
            Unit::Microseconds => value / 1e3,
            Unit::Milliseconds => value,
            Unit::Seconds => value * 1e3,
        }
    }
}

/// The names of each role but the duration, the most telling first.
pub const NAMES: &[(Role, &[&str])] = &[
    (Role::Time, &["timestamp", "@timestamp", "ts", "time", "t", "datetime", "eventTime", "asctime", "_ts"]),
    (Role::Time, &["requestReceivedTimestamp", "time_iso8601", "time_local", "msec", "date", "timeUnixNano"]),
    (Role::Level, &["level", "lvl", "severity", "log.level", "levelname", "loglevel", "severityText"]),
    (Role::Message, &["message", "msg", "log", "body", "log.message", "event"]),
    (Role::Correlation, &["correlation_id", "correlationId", "request_id", "requestId", "trace_id", "traceId"]),
    (Role::Correlation, &["traceparent", "x-request-id", "trace.id", "requestID", "auditID", "req.id", "reqId", "uid"]),
    (Role::Service, &["service", "service.name", "app", "logger", "name", "eventSource", "log.logger"]),
    (Role::Category, &["category"]),
    (Role::Operation, &["operation", "operationName", "operation_name", "eventName", "rpc.method", "grpc.method"]),
    (Role::Event, &["event", "event.action", "event.name", "event_name", "event_type"]),
    (Role::Method, &["method", "http.method", "http.request.method", "req.method", "request_method", "verb"]),
    (
        Role::Path,
        &["path", "url.path", "http.route", "http.target", "req.url", "request_uri", "requestURI", "uri", "url"],
    ),
    (Role::Status, &["status_code", "statusCode", "http.status_code", "http.response.status_code", "res.statusCode"]),
    (Role::Status, &["responseStatus.code", "status"]),
    (Role::ErrorType, &["error.type", "err.type", "exception.type", "error.name", "err.name", "error.kind"]),
    (Role::ErrorType, &["error_type", "errorType", "exception.class", "errorCode", "responseStatus.reason"]),
    (Role::ErrorMessage, &["error.message", "err.message", "exception.message", "error", "err", "exception"]),
    (Role::ErrorMessage, &["exc_info", "error_message", "errorMessage", "responseStatus.message"]),
    (Role::ErrorCode, &["error.code", "err.code", "exception.code", "error_code", "errorCode"]),
];

/// Names of numbers that are severities of OpenTelemetry.
pub const OPEN_TELEMETRY_LEVELS: &[&str] = &["severityNumber", "severity_number", "SeverityNumber"];

/// Names of durations; each is also known with a unit behind it ([`UNITS`]).
pub const DURATIONS: &[(&str, Note)] = &[
    ("duration", Note::Habit),
    ("latency", Note::Habit),
    ("elapsed", Note::Habit),
    ("took", Note::In(Unit::Milliseconds)),
    ("response_time", Note::In(Unit::Milliseconds)),
    ("responseTime", Note::In(Unit::Milliseconds)),
    ("request_time", Note::In(Unit::Seconds)),
];

/// Durations that are no family.
pub const OTHER_DURATIONS: &[(&str, Note)] = &[("event.duration", Note::In(Unit::Nanoseconds))];

/// Units at the end of a name.
pub const UNITS: &[(&str, Unit)] = &[
    ("_ms", Unit::Milliseconds),
    ("Ms", Unit::Milliseconds),
    ("_millis", Unit::Milliseconds),
    ("Millis", Unit::Milliseconds),
    ("_milliseconds", Unit::Milliseconds),
    ("_us", Unit::Microseconds),
    ("Us", Unit::Microseconds),
    ("_micros", Unit::Microseconds),
    ("_microseconds", Unit::Microseconds),
    ("_ns", Unit::Nanoseconds),
    ("Ns", Unit::Nanoseconds),
    ("_nanos", Unit::Nanoseconds),
    ("_nanoseconds", Unit::Nanoseconds),
    ("_s", Unit::Seconds),
    ("_sec", Unit::Seconds),
    ("_seconds", Unit::Seconds),
    ("Seconds", Unit::Seconds),
];

/// The unit that the end of a field's name tells, if it does.
pub fn unit_of_name(name: &str) -> Option<Unit> {
    let found = UNITS.iter().filter(|(end, _)| name.ends_with(end));
    found.max_by_key(|(end, _)| end.len()).map(|(_, unit)| *unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_twice_in_one_role() {
        for role in Role::ALL {
            let mut names: Vec<&str> =
                NAMES.iter().filter(|row| row.0 == role).flat_map(|row| row.1.iter().copied()).collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "{role:?}");
        }
    }

    #[test]
    fn roles_are_numbered_in_order() {
        for (number, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(role as usize, number);
        }
    }

    #[test]
    fn a_name_tells_its_unit() {
        assert_eq!(unit_of_name("queue.wait_us"), Some(Unit::Microseconds));
        assert_eq!(unit_of_name("wait_milliseconds"), Some(Unit::Milliseconds));
        assert_eq!(unit_of_name("elapsedSeconds"), Some(Unit::Seconds));
        assert_eq!(unit_of_name("status"), None);
    }
}
