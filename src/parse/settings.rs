//! `dateline.yaml` → settings.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use crate::citation::style;
use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::place::TextFile;
use crate::model::settings::{Destination, Policies, Publisher, Rule, Settings, Target};
use crate::nearest::nearest;
use crate::parse::conflict::is_in_conflict;
use crate::parse::document::report_fault;
use crate::parse::fields::{Fields, Reading, text};
use crate::parse::garbled::report_garbled;
use crate::parse::once::Once;
use crate::parse::record::record;
use crate::parse::scalar::word_of;
use crate::parse::secrets;
use crate::parse::shape::{Address, Port, Shape, Text, YesNo};
use crate::parse::tags::Language;
use crate::parse::yaml::{self, Node, Value};
use crate::zone::Zone;

record! {
    /// The settings.
    SettingsShape("a settings file") => Settings {
        required "title" => title: Text, "The site's name.";
        required "language" => language: Language, "The language of the site (BCP 47): `en`.";
        optional "base_url" => base_url: BaseUrl, "The site's address; only for what must be absolute.";
        optional "publisher" => publisher: PublisherShape, "Who publishes it.";
        or "time_zones" => time_zones: ZONES, "The clocks that times are shown by; the first bounds bare dates.";
        optional "citation_style" => citation_style: StyleName, "The name of a CSL style: `apa`, `chicago-notes`.";
        or "auto_link" => auto_link: YesNo, "Whether names and aliases of actors are linked by themselves, once a text.";
        or "rules" => rules: Rules, "Severities of diagnostics, by code: `error`, `warning` or `off`.";
        or "policies" => policies: PoliciesShape, "Addresses of the publisher's policies.";
        or "publish" => publish: TARGETS, "Where to publish.";
    }
}

record! {
    /// Who publishes the site.
    PublisherShape("a publisher") => Publisher {
        required "name" => name: Text, "The name.";
        optional "url" => url: Address, "The address.";
    }
}

record! {
    /// Addresses of policies.
    PoliciesShape("the policies") => Policies {
        optional "corrections" => corrections: Address, "On corrections.";
        optional "ethics" => ethics: Address, "On ethics.";
        optional "unnamed_sources" => unnamed_sources: Address, "On sources that are not named.";
        optional "verification" => verification: Address, "On how facts are checked.";
    }
}

/// Clocks, each of them once.
const ZONES: Once<ZoneName> = Once {
    item: ZoneName,
    known_by: None,
    code: Code::ListedTwice,
    called: "the time zone",
    help: "keep one of the two",
};

/// Targets, each of them with a name of its own.
const TARGETS: Once<TargetShape> = Once {
    item: TargetShape,
    known_by: Some("name"),
    code: Code::DuplicateKey,
    called: "a target called",
    help: "give one of the two another name: `dateline publish NAME` tells them apart by it",
};

/// What the names of pages end in.
const PAGES: [&str; 4] = [".html", ".htm", ".xhtml", ".php"];

/// The site's address, which ends in a slash whether that was typed or not.
struct BaseUrl;

impl Shape for BaseUrl {
    type Value = Box<str>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Box<str>> {
        let address = Address.read(node, cx)?;
        if address.contains(['?', '#']) {
            let message = "the site's address has no `?` or `#`";
            cx.wrong(Code::InvalidAddress, node, message, "write it as far as the folder");
            return None;
        }
        // The host is no file, whatever it ends in.
        let below = address.split_once("://").and_then(|(_, rest)| rest.rsplit_once('/'));
        let file = below.map_or("", |(_, file)| file);
        if PAGES.iter().any(|ending| file.to_ascii_lowercase().ends_with(ending)) {
            let folder = address.strip_suffix(file).unwrap_or(&address);
            let message =
                format!("the site's address is that of a folder, not of the page `{file}`");
            cx.wrong(Code::InvalidAddress, node, message, format!("write `{folder}`"));
            return None;
        }
        Some(format!("{}/", address.trim_end_matches('/')).into())
    }

    fn schema(&self) -> Json {
        Address.schema()
    }

    fn example(&self) -> String {
        Address.example()
    }
}

/// The name of an IANA zone.
struct ZoneName;

impl Shape for ZoneName {
    type Value = Box<str>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Box<str>> {
        let name = word_of(node, cx)?.trim();
        if Zone::named(name).is_some() {
            return Some(name.into());
        }
        let names: Vec<String> = Zone::names().map(|name| name.to_string()).collect();
        let help = match zone_meant(name, &names) {
            Some(zone) => format!("did you mean `{zone}`?"),
            None => "write an IANA name such as `Europe/Moscow`".to_owned(),
        };
        cx.wrong(Code::InvalidValue, node, format!("`{name}` is not a time zone"), help);
        None
    }

    fn schema(&self) -> Json {
        Text.schema()
    }

    fn example(&self) -> String {
        "Europe/Moscow".to_owned()
    }
}

/// The zone that a name means: in other capitals, the city alone, or misspelt. Short names are near to
/// others that are hours away (`MSK` to `MST`, `UTC+3` to `UTC`), so they are not guessed.
fn zone_meant<'n>(name: &str, names: &'n [String]) -> Option<&'n str> {
    let city = name.replace(' ', "_");
    let is_city = |zone: &str| {
        zone.rsplit_once('/').is_some_and(|(_, of_zone)| of_zone.eq_ignore_ascii_case(&city))
    };
    let zones = || names.iter().map(String::as_str);
    let is_offset = name.contains(['+', '-', '−']) && name.contains(|c: char| c.is_ascii_digit());
    let can_be_misspelt = name.contains('/') && !is_offset;
    zones()
        .find(|zone| zone.eq_ignore_ascii_case(name))
        // Of `GMT+2` the zone `Etc/GMT+2` is the other side of the world: its sign is turned round.
        .or_else(|| zones().find(|zone| !is_offset && is_city(zone)))
        .or_else(|| can_be_misspelt.then(|| nearest(name, zones())).flatten())
}

/// The name of a reference style.
struct StyleName;

impl Shape for StyleName {
    type Value = Box<str>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Box<str>> {
        let name = word_of(node, cx)?.trim();
        if style::names().any(|known| known == name) {
            return Some(name.into());
        }
        let help = match nearest(&name.to_lowercase(), style::names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write a style such as `apa`, `chicago-notes` or `iso-690-numeric`; \
                     docs/format.md has them all"
                .to_owned(),
        };
        cx.wrong(Code::InvalidValue, node, format!("no reference style is called `{name}`"), help);
        None
    }

    fn schema(&self) -> Json {
        Text.schema()
    }

    fn example(&self) -> String {
        "chicago-notes".to_owned()
    }
}

/// Severities by code.
struct Rules;

impl Shape for Rules {
    type Value = BTreeMap<Box<str>, Rule>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Self::Value> {
        let Value::Map(entries, _) = &node.value else {
            let message = "rules are fields: `code: error`, `code: warning` or `code: off`";
            cx.wrong(Code::WrongType, node, message, "write `unattributed-quotation: error`");
            return None;
        };
        let mut rules = BTreeMap::new();
        for (key, value) in entries {
            let code = text(key).unwrap_or("");
            let Some(known) = Code::from_name(code) else {
                let names = Code::ALL.iter().map(|code| code.name());
                let help = match nearest(code, names) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`dateline check` shows the code of each finding".to_owned(),
                };
                cx.wrong(
                    Code::UnknownField,
                    key,
                    format!("no finding has the code `{code}`"),
                    help,
                );
                continue;
            };
            let rule = match text(value) {
                Some("error") => Rule::Error,
                Some("warning") => Rule::Warning,
                Some("off" | "false") => Rule::Off,
                Some(_) | None => {
                    let message = "a rule is `error`, `warning` or `off`";
                    cx.wrong(Code::InvalidValue, value, message, "write one of the three");
                    continue;
                }
            };
            if known.is_fixed() && rule != Rule::Error {
                let message = format!("`{code}` is always an error");
                let help = format!("delete this line; `dateline check --explain {code}` says why");
                cx.wrong(Code::InvalidValue, value, message, help);
                continue;
            }
            rules.insert(code.into(), rule);
        }
        Some(rules)
    }

    fn schema(&self) -> Json {
        let one = |code: &Code| match code.is_fixed() {
            true => json!({"enum": ["error"]}),
            false => json!({"enum": ["error", "warning", "off", false]}),
        };
        let all = Code::ALL.iter().map(|code| (code.name().to_owned(), one(code)));
        json!({"type": "object", "properties": all.collect::<Map<_, _>>(), "additionalProperties": false})
    }

    fn example(&self) -> String {
        "{orphan: off}".to_owned()
    }
}

/// A folder of this computer to publish to. `~` is what shells write for the home folder.
struct FolderPath;

impl Shape for FolderPath {
    type Value = Box<str>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Box<str>> {
        let path = Text.read(node, cx)?;
        if path.starts_with('~') {
            let message = "`~` is the name of a folder here, and does not lead home";
            let help = "write the whole path, such as `/home/…`, or one relative to the briefing";
            cx.wrong(Code::InvalidValue, node, message, help);
            return None;
        }
        Some(path)
    }

    fn schema(&self) -> Json {
        Text.schema()
    }

    fn example(&self) -> String {
        "published".to_owned()
    }
}

/// One place to publish to: its fields depend on its `to`.
struct TargetShape;

const DESTINATIONS: &[&str] = &["folder", "ssh", "git", "s3"];

impl Shape for TargetShape {
    type Value = Target;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Target> {
        let mut fields = Fields::of("a target", "name: …", node, cx)?;
        let name = fields.required("name", &Text, cx);
        let url = fields.optional("url", &Address, cx);
        let to = crate::parse::shape::OneOf(DESTINATIONS, |word| {
            DESTINATIONS.iter().copied().find(|known| *known == word)
        });
        let to = fields.required("to", &to, cx);
        let to = match to {
            Some(to) => destination(to, &mut fields, cx),
            None => {
                fields.pass_over();
                None
            }
        };
        fields.finish(cx);
        Some(Target { name: name?, to: to?, url })
    }

    fn schema(&self) -> Json {
        let text = || Text.schema();
        json!({
            "type": "object",
            "properties": {
                "name": text(), "to": {"enum": DESTINATIONS}, "url": Address.schema(),
                "path": text(), "host": text(), "port": Port.schema(), "user": text(),
                "remote": text(), "branch": text(), "bucket": text(), "endpoint": Address.schema(),
                "region": text(), "prefix": text(),
            },
            "required": ["name", "to"],
            "additionalProperties": false,
        })
    }

    fn example(&self) -> String {
        "{name: local, to: folder, path: published}".to_owned()
    }
}

fn destination(to: &str, fields: &mut Fields<'_, '_>, cx: &mut Reading) -> Option<Destination> {
    match to {
        "folder" => Some(Destination::Folder { path: fields.required("path", &FolderPath, cx)? }),
        "ssh" => {
            let host = fields.required("host", &Text, cx);
            let path = fields.required("path", &Text, cx);
            let port = fields.optional("port", &Port, cx);
            let user = fields.optional("user", &Text, cx);
            Some(Destination::Ssh { host: host?, path: path?, port, user })
        }
        "git" => {
            let remote = fields.required("remote", &Text, cx);
            let branch = fields.optional("branch", &Text, cx);
            Some(Destination::Git { remote: remote?, branch })
        }
        _ => {
            let bucket = fields.required("bucket", &Text, cx);
            let endpoint = fields.optional("endpoint", &Address, cx);
            let region = fields.optional("region", &Text, cx);
            let prefix = fields.optional("prefix", &Text, cx);
            Some(Destination::S3 { bucket: bucket?, endpoint, region, prefix })
        }
    }
}

/// Reads the settings. What cannot be read is as if it were not there, so that the content can
/// be checked all the same.
#[must_use]
pub fn settings(file: &Arc<TextFile>) -> (Settings, Vec<Diagnostic>) {
    let fallback = || Settings { language: "en".into(), ..Settings::default() };
    let mut cx = Reading::new(file);
    if is_in_conflict(&mut cx) {
        return (fallback(), cx.diagnostics);
    }
    report_garbled(&mut cx);
    let mut rest = String::new();
    let tree = yaml::tree(&file.text, &mut rest);
    for fault in &tree.faults {
        report_fault(fault, &file.text, &mut cx);
    }
    let empty = Node { start: 0, end: 0, value: Value::Empty };
    let root = tree.root.as_ref().unwrap_or(&empty);
    secrets::refuse(root, &mut cx);
    let settings = Fields::of("a settings file", "title: …", root, &mut cx).and_then(|fields| {
        let mut fields = fields.broken(tree.broken.clone());
        let settings = SettingsShape::take(&mut fields, &mut cx);
        fields.finish(&mut cx);
        settings
    });
    secrets::only(&mut cx.diagnostics);
    (settings.unwrap_or_else(fallback), cx.diagnostics)
}
