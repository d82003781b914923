//! A piece of nginx's configuration.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::hosts::hosted::{Hosted, POLICY, long, short};

/// What stands in a `server` block. Names that hold a hash are told by their form, so that it need
/// not be made again with every build; only former ids need that.
#[must_use]
pub fn configuration(site: &Hosted<'_>, folder: &str) -> String {
    let at = site.folder().unwrap_or("/");
    let mut text = format!(
        "# Made by `dateline export nginx`: include it in a server block. After `dateline mv`, make it again.\n\
         location {at} {{\n"
    );
    let mut line = |words: &str| text.push_str(&format!("  {words};\n"));
    match at {
        "/" => line(&format!("root \"{folder}\"")),
        _ => line(&format!("alias \"{folder}/\"")),
    }
    line("index index.html");
    line("absolute_redirect off");
    line(&format!("error_page 404 {at}404.html"));
    let mut types: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut texts = BTreeSet::new();
    for (ending, media_type) in site.endings() {
        let (plain, charset) = media_type.split_once("; charset=").unwrap_or((media_type, ""));
        types.entry(plain).or_default().push(ending);
        // Of HTML it is said without being asked to.
        if !charset.is_empty() && plain != "text/html" {
            texts.insert(plain);
        }
    }
    line("charset utf-8");
    line(&format!("charset_types {}", texts.into_iter().collect::<Vec<_>>().join(" ")));
    line("default_type application/octet-stream");
    line(&format!("set $dateline_cache \"{}\"", short()));
    line("set $dateline_policy \"\"");
    let mut of = |names: &str, variable: &str, value: &str| {
        text.push_str(&format!("  if ($uri ~ \"{names}\") {{ set ${variable} \"{value}\"; }}\n"));
    };
    of(r"\.[0-9a-f]{10}\.[A-Za-z0-9]+$", "dateline_cache", long());
    if let Some(policy) = &site.policy.content {
        of(r"\.html$", "dateline_policy", policy);
    }
    let mut header =
        |name: &str, value: &str| text.push_str(&format!("  add_header {name} {value} always;\n"));
    header("Cache-Control", "$dateline_cache");
    header(POLICY, "$dateline_policy");
    site.of_all().for_each(|(name, value)| header(name, &format!("\"{value}\"")));
    text.push_str("  types {\n");
    for (media_type, endings) in types {
        text.push_str(&format!("    {media_type} {};\n", endings.join(" ")));
    }
    text.push_str("  }\n}\n");
    for (from, to) in site.redirects() {
        text.push_str(&format!(
            "location = {at}{from} {{ absolute_redirect off; return 301 {at}{to}; }}\n"
        ));
    }
    text
}
