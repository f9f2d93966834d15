//! Layers: flags over variables over the environment's section over the file over defaults; and a config that steers
//! masking.

use serde_json::Value;

use crate::harness::{MAIL, MASKED, Place};

const CONFIG: &str = "\
environment: staging
masking:
  profile: pci
  skip_detectors: [phone]
environments:
  staging: {masking: {profile: gdpr}}
  production: {masking: {profile: strict}}
";

/// Value and origin of a key, as `--show` has them.
#[track_caller]
fn shown(run: crate::harness::Run, key: &str) -> (Value, Value) {
    let output = run.output();
    let object: Value = serde_json::from_slice(&output.stdout).unwrap();
    let values = object["values"].as_array().unwrap();
    let row = values.iter().find(|row| row["key"] == key).unwrap_or_else(|| panic!("{key}: {object}"));
    (row["value"].clone(), row["from"].clone())
}

#[test]
fn each_layer_is_laid_over_the_ones_below_it() {
    let place = Place::new().with("pake.yaml", CONFIG);
    let show = |flags: &str| place.pake(&format!("validate-config --show --format json {flags}"));
    let profile = |run| shown(run, "masking.profile");
    let kind = |kind: &str, name: &str| serde_json::json!({"kind": kind, "name": name});

    let (value, from) = profile(show("--profile sox").env("PAKE_MASKING_PROFILE", "hipaa"));
    assert_eq!((value, from), ("sox".into(), kind("flag", "--profile")));
    let (value, from) = profile(show("").env("PAKE_MASKING_PROFILE", "hipaa"));
    assert_eq!((value, from), ("hipaa".into(), kind("variable", "PAKE_MASKING_PROFILE")));
    let (value, from) = profile(show(""));
    assert_eq!((value, &from["line"]), ("gdpr".into(), &6.into()));
    let (value, from) = profile(show("").env("PAKE_ENVIRONMENT", "production"));
    assert_eq!((value, &from["line"]), ("strict".into(), &7.into()));
    let (value, from) = profile(show("--environment production").env("PAKE_ENVIRONMENT", "staging"));
    assert_eq!((value, &from["line"]), ("strict".into(), &7.into()));
    let (value, from) = profile(place.pake("validate-config --show --format json --no-config"));
    assert_eq!((value, from), ("default".into(), serde_json::json!({"kind": "default"})));
    assert_eq!(shown(show(""), "masking.skip_detectors").0, serde_json::json!(["phone"]));
    assert_eq!(shown(show(""), "report.percentiles").0, serde_json::json!([50, 95, 99]));
}

#[test]
fn what_holds_is_shown_as_text_with_its_origin() {
    let place = Place::new().with("pake.yaml", "masking:\n  detectors: [email]\n");
    let run = place.pake("validate-config --show").env("PAKE_SERVICE_NAME", "shop");
    run.prints_among(&["PAKE_SERVICE_NAME\n", "[email]", "pake.yaml:2\n", "default\n"]).check();
}

#[test]
fn variables_are_checked_like_the_file() {
    let place = Place::new().with("a", MAIL);
    let said = "error[PK0104]: `masking.profile` cannot be `gpdr`
 --> PAKE_MASKING_PROFILE:1:1
  |
1 | gpdr
  | ^^^^
  |
  = help: did you mean `gdpr`?
";
    place.pake("mask a").env("PAKE_MASKING_PROFILE", "gpdr").exits(2).says(said).check();
    let run = place.pake("validate-config").env("PAKE_MASKING_SKIP_DETECTORS", "phone,emial").exits(1);
    run.prints_among(&["PAKE_MASKING_SKIP_DETECTORS:1:7", "did you mean `email`?"]).check();
    let run = place.pake("validate-config").env("PAKE_MASKING_PROFIEL", "gdpr");
    run.prints_among(&["warning[PK0502]", "did you mean `PAKE_MASKING_PROFILE`?"]).check();
    let run = place.pake("validate-config --deny warnings").env("PAKE_MASKING_PROFIEL", "gdpr").exits(1);
    run.prints_among(&["error[PK0502]"]).check();
}

#[test]
fn the_nearest_config_is_found_up_to_the_root_of_the_repository() {
    let place = Place::new().with("pake.yaml", "masking: {skip_detectors: [email]}\n");
    let script = |script: &str| {
        let script = format!("mkdir -p repo/.git repo/a/b none home/pake; cd repo/a/b; {script}");
        let output = place.shell(&script).wait_with_output().unwrap();
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    };
    let nothing = "export XDG_CONFIG_HOME=none;";
    let found = |setup: &str| script(&format!("{nothing} {setup} \"$PAKE\" validate-config"));
    // The one above lies outside of the repository.
    assert!(found("").starts_with("no config was found"));
    assert!(found("echo 'masking: {}' > ../../pake.toml;").contains("pake.toml:1:8"));
    assert!(found("rm ../../pake.toml; echo 'masking: {}' > ../../pake.yml;").contains("pake.yml: valid"));
    assert_eq!(found("echo '{}' > ../pake.json;").rsplit('/').next(), Some("pake.json: valid\n"));
    assert_eq!(found("echo '' > pake.toml;"), "pake.toml: valid\n");
    assert_eq!(found("echo '' > pake.yaml;"), "pake.yaml: valid\n");
    let home = script(
        "rm -f pake.* ../pake.* ../../pake.*; echo '{}' > ../../../home/pake/pake.json; \
                       XDG_CONFIG_HOME=../../../home \"$PAKE\" validate-config",
    );
    assert!(home.ends_with("home/pake/pake.json: valid\n"), "{home}");
    let named = script("PAKE_CONFIG=../../../pake.yaml \"$PAKE\" validate-config");
    assert_eq!(named, "../../../pake.yaml: valid\n");
}

#[test]
fn a_config_steers_masking() {
    let place = Place::new().with("a", MAIL).with("pake.yaml", "masking: {skip_detectors: [email]}\n");
    place.pake("mask a").prints(MAIL).check();
    place.pake("mask a --no-config").prints(MASKED).check();
    place.pake("mask a --skip-detectors phone").prints(MASKED).check();
    place.pake("mask a").env("PAKE_MASKING_SKIP_DETECTORS", "phone").prints(MASKED).check();
    place.write("b.toml", "[masking]\nprofile = 'sox'\n");
    place.pake("mask a --config b.toml").prints(MAIL).check();
    place.write("c.json", "{\"masking\":{\"detectors\":[\"card\"]}}");
    place.pake("mask a").env("PAKE_CONFIG", "c.json").prints(MAIL).check();
}

#[test]
fn fields_domains_and_actions_come_from_the_config() {
    let config = "
masking:
  fields: {mask: [user.alias], keep: ['**.from']}
  internal_domains: [corp.example.com]
  actions: {email: hide, card: last-four}
";
    let place = Place::new().with("pake.yaml", config);
    let log = "{\"user\":{\"alias\":\"zoe\"},\"from\":\"john@example.com\",\"to\":\"jane@example.com\"}\n\
               see https://wiki.corp.example.com/x and paid with 4111-1111-1111-1111 by card\n";
    let masked = "{\"user\":{\"alias\":\"********\"},\"from\":\"john@example.com\",\"to\":\"********\"}\n\
                  see https://[internal]/x and paid with ****-****-****-1111 by card\n";
    place.pake("mask").stdin(log).prints(masked).check();
    place.pake("mask").stdin(masked).prints(masked).check();
}

#[test]
fn a_broken_config_is_said_before_any_output() {
    let place = Place::new().with("a", MAIL).with("pake.yaml", "masking:\n  profil: gdpr\n");
    let said = "error[PK0009]: there is no key `profil` in `masking`
 --> pake.yaml:2:3
  |
2 |   profil: gdpr
  |   ^^^^^^
  |
  = help: did you mean `profile`?
";
    place.pake("mask a").exits(2).says(said).check();
    place
        .pake("mask a --config none.yaml")
        .exits(2)
        .says("error[PK0001]: cannot read `none.yaml`: no such file or directory\n")
        .check();
    place.pake("mask a --environment production --no-config").prints(MASKED).check();
    // Warnings are for `validate-config`.
    place.write("pake.yaml", "masking: {skip_detectors: [ipv4]}\n");
    place.pake("mask a").prints(MASKED).check();
}
