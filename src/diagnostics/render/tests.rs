use super::super::{Place, Source, codes};
use super::*;

fn found() -> Vec<Diagnostic> {
    let source = Source::new("a:b/pake,1.yaml", "x: 1\nreport: 50 % <é>\n");
    let error = Diagnostic::coded(&codes::WRONG_TYPE, "`report` is a number,\nnot a table");
    let warning = Diagnostic::coded(&codes::UNKNOWN_VARIABLE, "`PAKE_X` is \"no\" key").with_help("unset PAKE_X");
    vec![error.at(Place::new(&source, 13..22)).with_label("50 % <é>"), warning]
}

fn rendered(format: Format) -> String {
    render(format, &["a:b/pake,1.yaml".to_owned(), "good.yaml".to_owned()], &found())
}

#[test]
fn text_shows_the_line_and_the_way_out() {
    let expected = "error[PK0010]: `report` is a number,\\nnot a table
 --> a:b/pake,1.yaml:2:9
  |
2 | report: 50 % <é>
  |         ^^^^^^^^ 50 % <é>

warning[PK0502]: `PAKE_X` is \"no\" key
help: unset PAKE_X

1 error, 1 warning
";
    assert_eq!(rendered(Format::Text { colour: false }), expected);
    assert!(rendered(Format::Text { colour: true }).contains("\u{1b}["));
}

#[test]
fn a_line_that_is_too_long_is_only_named() {
    let source = Source::new("a", format!("x: {}", "y".repeat(100_000)));
    let one = Diagnostic::coded(&codes::WRONG_TYPE, "wrong").at(Place::new(&source, 3..50_000));
    let shown = render(Format::Text { colour: false }, &[], &[one]);
    assert!(shown.starts_with("error[PK0010]: wrong\n--> a:1:4\n") && shown.len() < 100, "{shown}");
}

#[test]
fn json_has_places_and_counts() {
    let object: serde_json::Value = serde_json::from_str(&rendered(Format::Json)).unwrap();
    assert_eq!((&object["errors"], &object["warnings"], &object["schema"]), (&1.into(), &1.into(), &1.into()));
    let place = serde_json::json!({"file": "a:b/pake,1.yaml", "line": 2, "column": 9, "end_line": 2, "end_column": 17});
    assert_eq!(object["diagnostics"][0]["place"], place);
    assert_eq!(object["diagnostics"][1]["code"], "PK0502");
}

#[test]
fn github_escapes_what_would_end_its_fields() {
    let expected = "::error file=a%3Ab/pake%2C1.yaml,line=2,endLine=2,col=9,endColumn=17,title=PK0010::\
                    `report` is a number,%0Anot a table: 50 %25 <é>\n\
                    ::warning title=PK0502::`PAKE_X` is \"no\" key; unset PAKE_X\n";
    assert_eq!(rendered(Format::Github), expected);
}

#[test]
fn sarif_names_its_rules_and_places() {
    let object: serde_json::Value = serde_json::from_str(&rendered(Format::Sarif)).unwrap();
    let run = &object["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "PK0010");
    assert_eq!(run["results"][0]["ruleId"], "PK0010");
    let place = &run["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%3Ab/pake%2C1.yaml");
    assert_eq!(place["region"]["endColumn"], 17);
    assert!(run["results"][1].get("locations").is_none());
}

#[test]
fn junit_is_a_case_an_error_or_a_sound_file_and_escapes_what_xml_cannot_hold() {
    let xml = rendered(Format::Junit);
    assert!(xml.contains("<testsuites name=\"pake validate-config\" tests=\"3\" failures=\"1\">"), "{xml}");
    assert!(xml.contains("<failure type=\"PK0010\" message=\"`report` is a number,&#10;not a table\">"), "{xml}");
    assert!(xml.contains("50 % &lt;é&gt;") && xml.contains("name=\"good.yaml\""), "{xml}");
    assert!(xml.contains("<system-out>warning PK0502: `PAKE_X` is &quot;no&quot; key"), "{xml}");
}
