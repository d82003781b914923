//! Values of `dateline.yaml` that cannot be.

use dateline::diagnostic::diagnostic::Diagnostic;

use crate::fixture::{all_said, engine_with};
use crate::{found, place};

fn with(fields: &str) -> String {
    format!("//- dateline.yaml\ntitle: The call\nlanguage: en\n{fields}\n")
}

/// The one finding: its place, the places that belong to it, its code and what is underlined.
fn only(fields: &str) -> (String, String) {
    let findings = engine_with(&with(fields)).findings();
    let [one]: [&Diagnostic; 1] = findings
        .iter()
        .collect::<Vec<_>>()
        .try_into()
        .unwrap_or_else(|_| panic!("{fields}: {:#?}", all_said(&findings)));
    let related = one.related.iter().map(|(place, _)| format!(" < {place}")).collect::<String>();
    let at = one.place.as_ref().unwrap();
    let marked = at.file.slice(&at.span);
    let told = format!("{}{related} {} {marked}", place(one), one.code.name());
    (told.replace("dateline.yaml:", ""), one.help.clone().unwrap_or_default())
}

#[test]
fn every_value_that_cannot_be_is_told_with_what_to_type() {
    let ssh = |port: &str| {
        format!("publish: [{{name: far, to: ssh, host: a.example, path: /srv, port: {port}}}]")
    };
    let ports = "write a port from 1 to 65535";
    let zone = "write an IANA name such as `Europe/Moscow`";
    for (fields, told, help) in [
        (
            "base_url: https://a.example/call/index.html",
            "3:11 invalid-address https://a.example/call/index.html",
            "write `https://a.example/call/`",
        ),
        (
            "base_url: https://a.example/INDEX.HTM",
            "3:11 invalid-address https://a.example/INDEX.HTM",
            "write `https://a.example/`",
        ),
        (
            "base_url: https://a.example:70000/",
            "3:11 invalid-address https://a.example:70000/",
            ports,
        ),
        (
            "base_url: https://a.example:/",
            "3:11 invalid-address https://a.example:/",
            "take the colon away",
        ),
        ("base_url: http://[::1]:0", "3:11 invalid-address http://[::1]:0", ports),
        (
            "publisher: {name: A, url: 'https://a.example:x'}",
            "3:27 invalid-address 'https://a.example:x'",
            ports,
        ),
        (&ssh("70000"), "3:67 invalid-value 70000", ports),
        (&ssh("0"), "3:67 invalid-value 0", ports),
        (&ssh("ssh"), "3:67 invalid-value ssh", ports),
        ("time_zones: [UTC+3]", "3:14 invalid-value UTC+3", zone),
        ("time_zones: [GMT-03:00]", "3:14 invalid-value GMT-03:00", zone),
        ("time_zones: [GMT+2]", "3:14 invalid-value GMT+2", zone),
        ("time_zones: [MSK]", "3:14 invalid-value MSK", zone),
        ("time_zones: [utc]", "3:14 invalid-value utc", "did you mean `UTC`?"),
        (
            "time_zones: [new york]",
            "3:14 invalid-value new york",
            "did you mean `America/New_York`?",
        ),
        (
            "time_zones: [Europe/Moskow]",
            "3:14 invalid-value Europe/Moskow",
            "did you mean `Europe/Moscow`?",
        ),
    ] {
        assert_eq!(only(fields), (told.to_owned(), help.to_owned()));
    }
    for fields in [
        "base_url: https://a.example/call.v2",
        "base_url: https://index.html",
        "base_url: https://me:1x@a.example:65535/call",
        "base_url: http://[::1]",
        "time_zones: [UTC, Etc/GMT-3]",
        &ssh("22"),
    ] {
        // A name before the `@` is a secret, which is told elsewhere.
        let found = found(&with(fields));
        assert!(found.iter().all(|it| it.contains("secret")), "{fields}: {found:?}");
    }
}

#[test]
fn a_target_or_style_that_is_none_is_told_once() {
    let whole = "write the whole path, such as `/home/…`, or one relative to the briefing";
    for path in ["~/site", "~"] {
        let target = format!("publish: [{{name: live, to: folder, path: '{path}'}}]");
        assert_eq!(only(&target), (format!("3:42 invalid-value '{path}'"), whole.to_owned()));
    }
    let (told, _) = only("publish: [{name: live, to: ftp, host: a.example, path: /srv, pasv: 1}]");
    assert_eq!(told, "3:28 invalid-value ftp");
    let (told, help) = only("publish: [{name: live, too: folder, path: out}]");
    assert_eq!((told.as_str(), help.as_str()), ("3:24 unknown-field too", "did you mean `to`?"));
    let (told, _) = only("publish: [{name: live, path: out}]");
    assert!(told.ends_with("missing-field {name: live, path: out}"), "{told}");
    let (told, help) = only("citation_style: APA");
    assert_eq!((told.as_str(), help.as_str()), ("3:17 invalid-value APA", "did you mean `apa`?"));
}

#[test]
fn a_rule_is_no_secret_whatever_its_name() {
    for code in ["secret-in-files", "secret-in-settings"] {
        let (told, help) = only(&format!("rules:\n  {code}: off"));
        assert_eq!(told, format!("4:{} invalid-value off", code.len() + 5));
        assert!(help.contains(code), "{help}");
    }
}

#[test]
fn what_stands_twice_names_both_places() {
    let (told, help) = only("time_zones: [Europe/Moscow, UTC, Europe/Moscow]");
    assert_eq!(told, "3:34 < 3:14 listed-twice Europe/Moscow");
    assert_eq!(help, "keep one of the two");
    let one = "\n  - {to: folder, path: out, name: live}";
    let other = "\n  - name: 'live'\n    to: git\n    remote: site.git";
    let (told, help) = only(&format!("publish:{one}{other}"));
    assert_eq!(told, "5:11 < 4:35 duplicate-key 'live'");
    assert!(help.contains("another name"), "{help}");
    let apart = format!("publish:{one}{}", other.replace("live", "far"));
    assert_eq!(found(&with(&apart)), [""; 0]);
}
