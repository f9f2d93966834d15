//! Every key of a config, once: its name, what it takes, what it means. The checks, the JSON Schema, the manual, the
//! `PAKE_…` variables and `--show` all come from this table.

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// As it is written: `skip_detectors`.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// What it means: sentences.
    pub about: &'static str,
    /// What holds where nothing is said, as it would be written; empty where nothing holds.
    pub default: &'static str,
    /// A value as it could stand in YAML; empty for tables, whose keys have their own.
    pub sample: &'static str,
    /// Whether the table makes no sense without it.
    pub needed: bool,
}

/// What a key takes.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Any text that is not empty.
    Text,
    /// Any text, also an empty one.
    Line,
    /// One of a few words, in any letter case.
    Choice(&'static [&'static str]),
    /// A percentile: above 0, at most 100.
    Percentile,
    /// A time with its unit.
    Duration,
    /// A time of day.
    Time,
    /// A time zone.
    Zone,
    /// A path, or a pattern of paths, of files to read.
    Path,
    /// The path of a file that must exist.
    File,
    /// A field's path or pattern.
    Field,
    /// A field's path: names with dots.
    Name,
    /// A detector's id, or that of an own rule.
    Detector,
    /// A domain.
    Domain,
    /// A gate of a report.
    Gate,
    /// A pattern in the syntax of Rust's `regex`.
    Pattern,
    /// The id of an own rule.
    Id,
    /// One value, or a list of them.
    Several(&'static Kind),
    /// A list.
    List(&'static Kind),
    /// A table with these keys.
    Table(&'static [Key]),
    /// A table whose keys are of one kind, and its values of another.
    Entries(&'static Kind, &'static Kind),
}

const fn key(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key { name, kind, about, default: "", sample: "", needed: false }
}

impl Key {
    const fn default(self, default: &'static str) -> Key {
        Key { default, ..self }
    }

    const fn sample(self, sample: &'static str) -> Key {
        Key { sample, ..self }
    }

    const fn needed(self) -> Key {
        Key { needed: true, ..self }
    }
}

/// Levels of entries, least first.
pub const LEVELS: &[&str] = &["debug", "info", "warning", "error", "critical"];
/// Names of the profiles.
pub const PROFILES: &[&str] = &["default", "pci", "hipaa", "gdpr", "sox", "strict"];
/// Names of the frameworks of an audit.
pub const FRAMEWORKS: &[&str] = &["sox", "gdpr", "hipaa", "pci-dss"];
/// Names of weekdays.
pub const DAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Names of actions.
pub const ACTIONS: &[&str] = &[
    "hide",
    "stars",
    "last-four",
    "ends",
    "initial",
    "card",
    "email",
    "ssn",
    "iban",
    "phone",
    "address",
    "host",
    "part",
    "network",
    "device",
];
/// Names of checks.
pub const CHECKS: &[&str] =
    &["luhn", "mod97", "entropy", "mixed", "base58", "bech32", "ethereum", "jwt", "aba", "ssn", "date"];

/// The keys of a whole config.
pub const ROOT: &[Key] = &[
    key("service_name", Kind::Text, "Name of the service that the logs are of, where entries do not say it.").sample("shop"),
    key("environment", Kind::Text, "Name of the environment: its section under `environments` is laid over the rest. `--environment` and `PAKE_ENVIRONMENT` come before it.").sample("production"),
    key("log_level", Kind::Choice(LEVELS), "Least level of the entries that reports count; those without a level are counted too.").default("debug").sample("info"),
    key("input", Kind::Table(INPUT), "What is read, and how its entries are understood."),
    key("masking", Kind::Table(MASKING), "What is masked, and how."),
    key("report", Kind::Table(REPORT), "What reports show, and when they fail."),
    key("audit", Kind::Table(AUDIT), "How entries tell who did what, and what an audit is held against."),
    key("retention", Kind::Table(RETENTION), "How long entries of each category are kept. Checked against what `audit.frameworks` ask; pake deletes nothing."),
    key("environments", Kind::Entries(&Kind::Text, &Kind::Table(SECTION)), "Sections that are laid over the rest: by name of the environment, any of the keys above except `environment`."),
];

/// The keys of a section under `environments`.
pub const SECTION: &[Key] = &[
    key("service_name", Kind::Text, "See above.").sample("shop"),
    key("log_level", Kind::Choice(LEVELS), "See above.").sample("info"),
    key("input", Kind::Table(INPUT), "See above."),
    key("masking", Kind::Table(MASKING), "See above."),
    key("report", Kind::Table(REPORT), "See above."),
    key("audit", Kind::Table(AUDIT), "See above."),
    key("retention", Kind::Table(RETENTION), "See above."),
];

const INPUT: &[Key] = &[
    key("paths", Kind::Several(&Kind::Path), "Files that are read when none is named and nothing is piped in: paths and patterns (`*`, `?`, `**`), from the folder of the config. Rotated and compressed ones are read too: `app.log.1`, `app.log-20261120.gz`.").sample("[logs/*.log]"),
    key("fields", Kind::Table(FIELDS), "Names that fields have instead of the known ones; the key itself in a list stands for these: `timestamp: [when, timestamp]`."),
    key("timezone", Kind::Zone, "Zone of timestamps that name none.").default("UTC").sample("Europe/Berlin"),
    key("order", Kind::Choice(&["any", "time"]), "How entries stand in files. Where they stand in the order of their times, no more of a file is read than what the window of time lies in.").default("any").sample("time"),
];

const FIELDS: &[Key] = &[
    key("timestamp", Kind::Several(&Kind::Name), "When it happened.").sample("when"),
    key("level", Kind::Several(&Kind::Name), "How bad it is.").sample("prio"),
    key("message", Kind::Several(&Kind::Name), "What happened, in words.").sample("text"),
    key(
        "duration",
        Kind::Several(&Kind::Name),
        "How long it took; the unit is taken from the name (`_ms`, `_us`, `_s`) or the text.",
    )
    .sample("took_ms"),
    key("correlation", Kind::Several(&Kind::Name), "What joins the entries of one request.")
        .sample("[request, trace.id]"),
    key("service", Kind::Several(&Kind::Name), "Which service wrote it.").sample("app.name"),
    key("error", Kind::Several(&Kind::Name), "What went wrong: a text, or a table with `type`, `message` and `code`.")
        .sample("failure"),
];

const MASKING: &[Key] = &[
    key("profile", Kind::Choice(PROFILES), "What to look for: a named selection of detectors.").default("default").sample("gdpr"),
    key("detectors", Kind::Several(&Kind::Detector), "Look for these only, of own rules too.").sample("[email, card]"),
    key("skip_detectors", Kind::Several(&Kind::Detector), "Do not look for these.").sample("[phone]"),
    key("fields", Kind::Table(MASKED_FIELDS), "Fields that are masked or kept whatever they hold."),
    key("internal_domains", Kind::Several(&Kind::Domain), "Domains whose hosts are internal ones, with all below them.").sample("[corp.example.com]"),
    key("actions", Kind::Entries(&Kind::Detector, &Kind::Choice(ACTIONS)), "What a detector puts in place of what it finds, instead of its own way.").sample("{email: hide}"),
    key("rules", Kind::List(&Kind::Table(RULE)), "Own rules: each is looked for, checked and masked like a built-in detector."),
    key("import", Kind::Several(&Kind::File), "Rule files of gitleaks or betterleaks (TOML), from the folder of the config. What cannot be taken over is said.").sample("gitleaks.toml"),
];

const MASKED_FIELDS: &[Key] = &[
    key("mask", Kind::Several(&Kind::Field), "Fields whose values are always masked.")
        .sample("[user.alias, \"**.badge\"]"),
    key("keep", Kind::Several(&Kind::Field), "Fields whose values are never masked.").sample("[build.id]"),
];

/// The keys of an own rule.
pub const RULE: &[Key] = &[
    key("id", Kind::Id, "Names the rule in summaries, in `detectors` and in `skip_detectors`.").sample("acme-token").needed(),
    key("title", Kind::Text, "A few words.").sample("token of the Acme gateway"),
    key("pattern", Kind::Pattern, "What it looks like, in the syntax of Rust's `regex`. The first group that holds something, where there is one, is what is masked. Of JSON it sees each key, each value, and each member as it is written.").sample(r"'acme_[0-9a-z]{20,}'").needed(),
    key("anchors", Kind::Several(&Kind::Text), "Texts one of which every match holds: the pattern is tried only where one stands. Found from the pattern where not given.").sample("[acme_]"),
    key("check", Kind::Choice(CHECKS), "A test that what is masked must pass.").sample("luhn"),
    key("action", Kind::Choice(ACTIONS), "What is put in its place.").default("hide").sample("last-four"),
    key("matches", Kind::List(&Kind::Table(MATCH)), "Texts that hold one, tested by `pake validate-config`."),
    key("ignores", Kind::List(&Kind::Table(IGNORE)), "Texts that look alike and must stay, tested by `pake validate-config`."),
];

const MATCH: &[Key] = &[
    key("text", Kind::Line, "A line of a log.").sample("'sent acme_0123456789abcdefghij'").needed(),
    key("masked", Kind::Line, "The same line, masked by this rule.").sample("'sent ********'").needed(),
];

const IGNORE: &[Key] = &[
    key("text", Kind::Line, "A line of a log.").sample("acme_short").needed(),
    key("reason", Kind::Text, "Why it stays.").sample("too short"),
];

const REPORT: &[Key] = &[
    key("percentiles", Kind::List(&Kind::Percentile), "Percentiles of durations, in rising order.")
        .default("[50, 95, 99]")
        .sample("[50, 90, 99.9]"),
    key("by", Kind::Several(&Kind::Name), "Fields that groups are made by.").sample("[service, operation]"),
    key("gates", Kind::Several(&Kind::Gate), "Thresholds that fail the report: a measure, a comparison, a value. `p95` is of all entries together, `p95(checkout)` of a group, `p95(*)` of each.")
        .sample("[p95 > 300ms, error_rate > 1%]"),
];

const AUDIT: &[Key] = &[
    key("actor", Kind::Several(&Kind::Field), "Who did it.").default("[actor, user_id]").sample("user.name"),
    key("action", Kind::Several(&Kind::Field), "What was done.").default("action").sample("verb"),
    key("resource", Kind::Several(&Kind::Field), "What it was done to.").default("resource").sample("target"),
    key("result", Kind::Several(&Kind::Field), "How it ended.").default("result").sample("outcome"),
    key("business_hours", Kind::Table(HOURS), "When people work: access outside of it is pointed out."),
    key("frameworks", Kind::Several(&Kind::Choice(FRAMEWORKS)), "What the audit is held against.")
        .sample("[sox, pci-dss]"),
];

const HOURS: &[Key] = &[
    key("days", Kind::Several(&Kind::Choice(DAYS)), "Days of the week.")
        .default("[mon, tue, wed, thu, fri]")
        .sample("[mon, tue]"),
    key("from", Kind::Time, "When the day begins.").sample("\"08:00\"").needed(),
    key("to", Kind::Time, "When it ends.").sample("\"18:30\"").needed(),
    key("timezone", Kind::Zone, "The zone of both.").default("UTC").sample("America/New_York"),
];

const RETENTION: &[Key] = &[
    key("default", Kind::Duration, "Entries of the categories that are not named.").sample("90d"),
    key("application", Kind::Duration, "Entries of this category.").sample("90d"),
    key("security", Kind::Duration, "Entries of this category.").sample("7y"),
    key("audit", Kind::Duration, "Entries of this category.").sample("7y"),
    key("performance", Kind::Duration, "Entries of this category.").sample("14d"),
    key("business", Kind::Duration, "Entries of this category.").sample("7y"),
    key("system", Kind::Duration, "Entries of this category.").sample("4w"),
    key("api", Kind::Duration, "Entries of this category.").sample("30d"),
    key("database", Kind::Duration, "Entries of this category.").sample("30d"),
];

/// Calls `each` with the path of every key of `keys` and the key, tables before what is in them. What stands in lists
/// has `[]` in its path, what stands under names of one's own `<name>`.
pub fn walk(keys: &'static [Key], prefix: &str, each: &mut impl FnMut(&str, &'static Key)) {
    for key in keys {
        let path = if prefix.is_empty() { key.name.to_owned() } else { format!("{prefix}.{}", key.name) };
        each(&path, key);
        match key.kind {
            Kind::Table(inner) => walk(inner, &path, each),
            Kind::List(Kind::Table(inner)) => walk(inner, &(path + "[]"), each),
            // The sections repeat the keys of the root.
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_documented_once_and_has_a_sample() {
        let mut paths = Vec::new();
        walk(ROOT, "", &mut |path, key| {
            paths.push(path.to_owned());
            assert!(key.about.ends_with('.') && key.about.len() > 8, "{path}");
            let is_table = matches!(key.kind, Kind::Table(_) | Kind::List(Kind::Table(_)));
            let open = matches!(key.kind, Kind::Entries(_, Kind::Table(_)));
            assert_eq!(key.sample.is_empty(), is_table || open, "{path}");
        });
        let count = paths.len();
        paths.sort();
        paths.dedup();
        assert_eq!((count, count > 50), (paths.len(), true));
    }

    #[test]
    fn a_section_has_the_keys_of_the_root_but_those_that_choose_it() {
        let names = |keys: &[Key]| keys.iter().map(|key| key.name).collect::<Vec<_>>();
        let mut root = names(ROOT);
        root.retain(|name| !matches!(*name, "environment" | "environments"));
        assert_eq!(root, names(SECTION));
    }
}
