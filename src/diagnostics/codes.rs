//! Every kind of fault: its code, its name, what it means. One row each; the name is that of its files in
//! `fixtures/configs/`, where `NAME.txt` is how it is said.

use super::Severity;

/// A kind of fault.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Unique and stable: `PK0103`.
    pub id: &'static str,
    /// The same as a name, kebab-case: `out-of-order`.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// One clause, lower case.
    pub title: &'static str,
    /// What it means, why it is a fault and what to do: a paragraph.
    pub explanation: &'static str,
    /// How it is said of a real config.
    pub example: &'static str,
}

macro_rules! codes {
    ($($id:literal $constant:ident $name:literal $severity:ident: $title:literal, $explanation:literal;)*) => {
        $(
            #[doc = $title]
            pub static $constant: Code = Code {
                id: $id,
                name: $name,
                severity: Severity::$severity,
                title: $title,
                explanation: $explanation,
                example: include_str!(concat!("../../fixtures/configs/", $name, ".txt")),
            };
        )*
        /// All of them, by code.
        pub static ALL: &[&Code] = &[$(&$constant),*];
    };
}

/// The code with this id or name, in any letter case.
pub fn named(text: &str) -> Option<&'static Code> {
    ALL.iter().find(|code| code.id.eq_ignore_ascii_case(text) || code.name.eq_ignore_ascii_case(text)).copied()
}

codes! {
    // The file and its form.
    "PK0001" NOT_READABLE "not-readable" Error: "the config cannot be read",
        "The file is not there, is a folder or no regular file, or this user may not read it. A named pipe or a \
         device is not opened at all, since opening one can wait for ever; standard input is read with `-`.";
    "PK0002" TOO_LARGE "too-large" Error: "the config is too large",
        "A config has at most 4 MiB. A config of that size was hardly meant as one: more often a log or a dump \
         has been named by mistake. Rules can be spread over files with `masking.import`.";
    "PK0003" WRONG_ENCODING "wrong-encoding" Error: "the config is not UTF-8",
        "Configs are UTF-8, with or without a byte order mark. UTF-16 and UTF-32 are known by their first bytes; \
         other bytes that are no UTF-8 are shown by their place. Editors call the right form `UTF-8` in `save \
         as`; `iconv` changes a file: `iconv -f UTF-16 -t UTF-8 old.yaml > pake.yaml`.";
    "PK0004" SYNTAX "syntax" Error: "the text is no YAML, TOML or JSON",
        "The text breaks the rules of its format, which is told by the file's name: `.toml` and `.json` by their \
         endings, all else, and standard input, is YAML. What stands before the fault is checked too, so that one \
         run says as much as it can.";
    "PK0005" DUPLICATE_KEY "duplicate-key" Error: "a key stands twice",
        "Of two values for one key, readers take the first, the last or none; which is meant cannot be told.";
    "PK0006" TOO_DEEP "too-deep" Error: "the config is nested too deeply",
        "No key of a config lies deeper than 8 levels. Nesting beyond 64 levels is refused before it is read on, \
         so that a hostile file costs nothing.";
    "PK0007" TOO_MANY_VALUES "too-many-values" Error: "the config has too many values",
        "At most 100,000 values, those that YAML aliases repeat included. A few lines of aliases of aliases can \
         stand for billions of values (a `YAML bomb`); counting ends such a file at once.";
    "PK0008" TAB_INDENTATION "tab-indentation" Error: "a tab stands where YAML wants spaces",
        "YAML does not allow tabs in indentation (YAML 1.2.2, section 6.1). Set the editor to spaces, or change \
         the file: `expand -t 2 old.yaml > pake.yaml`.";
    "PK0009" UNKNOWN_KEY "unknown-key" Error: "there is no such key",
        "A key that no command reads would be a setting that does nothing: most often a slip of the keyboard, or \
         a key at the wrong level. `pake validate-config --schema` lists all keys.";
    "PK0010" WRONG_TYPE "wrong-type" Error: "a value is of the wrong type",
        "A text stands where a list is wanted, a number where a text is wanted, and so on. In YAML a text that \
         looks like a number, a boolean or null needs quotes; in TOML and JSON every text has them.";
    "PK0011" AMBIGUOUS_WORD "ambiguous-word" Warning: "an unquoted word that other YAML readers take for something else",
        "YAML 1.1 reads `no`, `off`, `yes`, `on`, `y` and `n` as booleans, `012` as ten, `1:30` as ninety and \
         `2026-11-20` as a date; YAML 1.2, which pake follows, reads them as text (and `1e3` as a number). Quotes \
         make the text a text everywhere.";
    "PK0012" MISSING_KEY "missing-key" Error: "a key that is needed is missing",
        "Some tables make no sense without one of their keys: a rule needs an `id` and a `pattern`, an example \
         needs a `text`.";
    // Values.
    "PK0101" UNIT_MISSING "unit-missing" Error: "a duration has no unit",
        "A bare number could be seconds, milliseconds or days. Durations are written with their unit: `250ms`, \
         `1.5s`, `30m`, `12h`, `90d`, `4w`, `7y`, or several of them, such as `1h30m`.";
    "PK0102" OUT_OF_RANGE "out-of-range" Error: "a number is out of range",
        "The value lies outside of what makes sense: a percentile is above 0 and at most 100, a rate at most 100 \
         %.";
    "PK0103" OUT_OF_ORDER "out-of-order" Error: "thresholds are not in order",
        "A higher percentile can never be smaller than a lower one, so a threshold for `p95` that is above the \
         one for `p99` can never be the one that fails: one of the two is a slip. The same holds for hours that \
         end before they begin, and for a list of percentiles that does not rise.";
    "PK0104" UNKNOWN_CHOICE "unknown-choice" Error: "there is no such choice",
        "The key takes one of a few words, and this is none of them.";
    "PK0105" BAD_UNIT "bad-unit" Error: "a duration cannot be read",
        "Units are `ns`, `us`, `ms`, `s`, `m` (minutes), `h`, `d`, `w` and `y` (365 days); a month is no fixed \
         time. Numbers may have a fraction, units follow without a space.";
    "PK0106" BAD_TIME "bad-time" Error: "a time of day cannot be read",
        "Times of day are written `HH:MM`, from `00:00` to `24:00`.";
    "PK0107" UNKNOWN_TIMEZONE "unknown-timezone" Error: "there is no such time zone",
        "A zone is `UTC`, an offset such as `+02:00`, or a name of the IANA database such as `Europe/Berlin`. \
         Short names such as `CET` or `EST` stand for several zones.";
    "PK0108" FILE_NOT_FOUND "file-not-found" Error: "a file or folder that is named does not exist",
        "Relative paths begin at the folder of the config, not at the folder in which pake runs. A pattern with \
         `*`, `?` or `[` that matches nothing yet is no fault.";
    "PK0109" BAD_GATE "bad-gate" Error: "a gate cannot be read",
        "A gate is what is measured, a comparison and a threshold: `p95 > 300ms`, `error_rate > 1%`, \
         `p99(checkout) > 1s`, `p95 rises > 20%`. It fails the report where it is true.";
    "PK0110" BAD_FIELD "bad-field" Error: "a field pattern cannot be read",
        "A pattern is names with dots: `user.email`, `headers.*` for any one name, `**.token` at any depth, \
         `items[].id` for all elements. Letter case does not matter.";
    // Masking.
    "PK0201" UNKNOWN_DETECTOR "unknown-detector" Error: "there is no such detector",
        "`pake detectors` lists all of them. An own rule is named by its `id`.";
    "PK0202" CONTRADICTION "contradiction" Error: "two settings contradict each other",
        "The same field is to be masked and to be kept, or the same detector to be used and to be skipped. What \
         would happen is not what one of the two lines says.";
    "PK0203" NO_EFFECT "no-effect" Warning: "a setting has no effect",
        "What the line asks for is so without it, or can never happen: a detector that is skipped though the \
         profile does not have it, an action for a detector that is off, a name that stands twice in a list.";
    "PK0204" BAD_DOMAIN "bad-domain" Error: "an internal domain cannot be read",
        "A domain is names with dots, such as `corp.example.com`; all names below it count too. It has no scheme, \
         no port, no path and no `*`, and is more than one of the world's top-level domains: `com` would make \
         every URL internal.";
    "PK0205" MASK_NOT_APPLICABLE "mask-not-applicable" Error: "the action cannot be applied to what the detector finds",
        "Some actions keep a part that only one kind of value has: `card` keeps four digits at both ends, `email` \
         the domain, `iban` the country. On other values they would show what they ought to hide. `hide` and \
         `stars` fit everything.";
    // Own rules.
    "PK0301" BAD_PATTERN "bad-pattern" Error: "a pattern does not compile",
        "Patterns are those of Rust's `regex`: <https://docs.rs/regex/latest/regex/#syntax>. Look-around and \
         back-references are not part of it, since they can take exponential time. In YAML, single quotes keep \
         backslashes as they are: `'\\d+'`. An imported rule file is checked in the same way.";
    "PK0302" EMPTY_MATCH "empty-match" Error: "a pattern matches the empty text",
        "A pattern such as `x*` matches everywhere, and masks nothing. At least one character must be there: \
         `x+`.";
    "PK0303" STOPS_INSIDE "stops-inside" Warning: "a pattern can stop inside a token",
        "The pattern ends after a fixed number of characters while the token can go on with characters of the \
         same kind, so that a longer token leaves its tail in clear. Leave the end open: `{32,}` instead of \
         `{32}`; the run is then taken to its end. End the pattern with `\\b` where the length is sure.";
    "PK0304" EXPLOSIVE "explosive" Warning: "a pattern takes exponential time in other engines",
        "A repetition inside a repetition over the same characters, such as `(a+)+`, can be tried in \
         exponentially many ways by engines that backtrack. pake's engine does not; a gateway or a scanner that \
         shares the rule can be stopped by one hostile line. A single repetition matches the same.";
    "PK0305" COSTLY "costly" Warning: "a rule is costly",
        "A rule is tried only where one of its anchors stands: texts that every match begins with or holds. A \
         rule without an anchor of at least 3 characters is tried on every line. Give the pattern a fixed part, \
         or `anchors`.";
    "PK0306" SWALLOWED "swallowed" Warning: "another rule masks everything that this rule finds",
        "All examples of the rule are masked in the same way by other detectors that are on; the rule can be left \
         out, unless it is there for its name in summaries.";
    "PK0307" MATCH_FAILS "match-fails" Error: "an example is not masked as expected",
        "Each entry of `matches` is a text that holds a value, and `masked` the text expected. The example was \
         masked by the rule alone, and this is not what came out.";
    "PK0308" IGNORE_FAILS "ignore-fails" Error: "a text that must stay is masked",
        "Each entry of `ignores` is a text that looks alike and must stay as it is, but the rule finds something \
         in it.";
    "PK0309" ID_TAKEN "id-taken" Error: "an id is taken",
        "Ids name rules in summaries, in `detectors` and in `skip_detectors`, so no two rules have the same, and \
         none has that of a built-in detector.";
    "PK0310" NEVER_FIRES "never-fires" Error: "a rule can never fire",
        "None of the rule's anchors can stand in a match of its pattern, and the pattern is tried only where an \
         anchor stands. Letter case counts, unless the pattern begins with `(?i)`.";
    "PK0311" BAD_ID "bad-id" Error: "an id is not written as ids are",
        "Ids are lower case letters, digits and single hyphens, and begin with a letter: `acme-token`. They stand \
         in reports, flags and metrics.";
    "PK0312" NOT_TAKEN_OVER "not-taken-over" Warning: "a part of an imported rule could not be taken over",
        "Rule files of gitleaks and betterleaks know things that make no sense for a log stream (paths, commits) \
         or that pake's patterns do not have. The rest of the rule is taken over, or the rule is left out, as the \
         message says.";
    // Retention and audit.
    "PK0401" RETENTION_TOO_SHORT "retention-too-short" Error: "entries are kept for less time than a framework asks",
        "The frameworks named under `audit.frameworks` ask for least times. SOX: seven years for the records of an \
         audit or review (17 CFR 210.2-06(a), made under section 802 of the act; 18 U.S.C. 1520 by itself asks for \
         five); it binds the accountant, and issuers keep what the accountant looks at as long. HIPAA: six years, \
         from its creation or from when it was last in effect, for the documentation of the security rule, records of \
         those actions and activities among it that the rule wants documented (45 CFR 164.316(b)(1)(ii), (b)(2)(i)). PCI DSS 4.0.1: twelve months of audit log history, of which the last three are at hand \
         (requirement 10.5.1). The GDPR names no least time, but asks that there is a greatest (article 5(1)(e)).";
    // Surroundings.
    "PK0501" UNKNOWN_ENVIRONMENT "unknown-environment" Error: "there is no section for the environment",
        "`--environment` or `PAKE_ENVIRONMENT` names an environment for which the config has no section under \
         `environments`, though it has others. (An environment named only by `environment` in the file needs no \
         section.)";
    "PK0502" UNKNOWN_VARIABLE "unknown-variable" Warning: "a variable is not read",
        "Variables that begin with `PAKE_` set keys: `PAKE_MASKING_PROFILE` sets `masking.profile`. This one sets \
         none.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_rise_names_are_kebab_case_and_everything_is_explained() {
        assert!(ALL.windows(2).all(|pair| pair[0].id < pair[1].id));
        for code in ALL {
            assert!(code.id.len() == 6 && code.id.starts_with("PK"), "{}", code.id);
            assert!(code.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", code.name);
            assert!(ALL.iter().filter(|other| other.name == code.name).count() == 1, "{}", code.name);
            assert!(code.explanation.len() > code.title.len() && code.explanation.ends_with(['.', ')']), "{}", code.id);
            assert!(code.example.contains(&format!("{}[{}]", code.severity.name(), code.id)), "{}", code.id);
        }
    }

    #[test]
    fn a_code_is_found_by_id_and_by_name() {
        assert_eq!(named("pk0103").map(|code| code.name), Some("out-of-order"));
        assert_eq!(named("out-of-order").map(|code| code.id), Some("PK0103"));
        assert_eq!(named("PK9999"), None);
    }
}
