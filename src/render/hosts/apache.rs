//! `.htaccess`, as Apache reads it.

use crate::release::manifest::Class;
use crate::render::hosts::hosted::{Hosted, POLICY, long, short};

/// `.htaccess`. Where the site's address is not known, Apache finds out at each request where the
/// folder stands.
#[must_use]
pub fn htaccess(site: &Hosted<'_>) -> String {
    let mut text = "# Made by dateline from this site: each build makes it anew.\n".to_owned();
    if let Some(folder) = site.folder() {
        text.push_str(&format!("ErrorDocument 404 {folder}404.html\n"));
    }
    text.push_str("<IfModule mod_mime.c>\n");
    for (ending, media_type) in site.endings() {
        let (plain, charset) = media_type.split_once("; charset=").unwrap_or((media_type, ""));
        text.push_str(&format!("  AddType {plain} .{ending}\n"));
        if !charset.is_empty() {
            text.push_str(&format!("  AddCharset {charset} .{ending}\n"));
        }
    }
    text.push_str("</IfModule>\n<IfModule mod_headers.c>\n");
    let header = |name: &str, value: &str| format!("  Header set {name} \"{value}\"\n");
    text.push_str(&header("Cache-Control", short()));
    site.of_all().for_each(|(name, value)| text.push_str(&header(name, value)));
    let mut only = |names: &str, name: &str, value: &str| {
        let header = header(name, value);
        text.push_str(&format!("  <FilesMatch \"^({names})$\">\n  {header}  </FilesMatch>\n"));
    };
    if let Some(policy) = &site.policy.content {
        only(r".*\.html", POLICY, policy);
    }
    let fixed = site.served().filter(|it| it.class == Class::Immutable);
    let names = fixed.filter_map(|it| it.path.rsplit('/').next()).map(pattern);
    let names: Vec<String> = names.collect();
    if !names.is_empty() {
        only(&names.join("|"), "Cache-Control", long());
    }
    text.push_str("</IfModule>\n");
    let Some(folder) = site.folder() else { return text + &anywhere(site) };
    let mut moved = site.redirects().peekable();
    if moved.peek().is_some() {
        text.push_str("<IfModule mod_alias.c>\n");
        for (from, to) in moved {
            text.push_str(&format!("  Redirect 301 {folder}{from} {folder}{to}\n"));
        }
        text.push_str("</IfModule>\n");
    }
    text
}

/// The 404 page and redirects of a site that may stand in any folder. What is asked for ends with the
/// path below this file's folder: what stands before that is where the folder is.
fn anywhere(site: &Hosted<'_>) -> String {
    let mut text = "<IfModule mod_rewrite.c>\n  RewriteEngine On\n\
        \x20 RewriteCond $0#%{REQUEST_URI} ^([^#]*)#/(.*)\\1$\n\
        \x20 RewriteRule ^.*$ - [E=SITE:%2]\n\
        \x20 ErrorDocument 404 /%{reqenv:SITE}404.html\n"
        .to_owned();
    for (from, to) in site.redirects() {
        let from: Vec<String> = from.split('/').map(pattern).collect();
        text.push_str(&format!(
            "  RewriteRule ^{}$ /%{{ENV:SITE}}{to} [R=301,L]\n",
            from.join("/")
        ));
    }
    text + "</IfModule>\n"
}

/// A pattern that a name alone fits.
fn pattern(name: &str) -> String {
    let mut pattern = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        // A quotation mark would end the word that the pattern stands in.
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii() {
            pattern.push(c);
        } else if c == '.' {
            pattern.push_str(r"\.");
        } else {
            pattern.push('.');
        }
    }
    pattern
}
