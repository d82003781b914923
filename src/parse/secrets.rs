//! Settings are committed and shared, so nothing in them may look like a password, a key or a token.

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::parse::fields::{Reading, text};
use crate::parse::yaml::{Node, Value};

/// Words in the names of fields that hold secrets.
const NAMES: [&str; 9] = [
    "password",
    "passwd",
    "secret",
    "token",
    "api_key",
    "apikey",
    "access_key",
    "private_key",
    "credential",
];

/// What secrets begin with: keys of Amazon, tokens of GitHub, GitLab and Slack.
const BEGINNINGS: [&str; 11] = [
    "AKIA",
    "ASIA",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "xoxb-",
    "xoxp-",
];

/// Parameters of addresses that let whoever has the address in.
const PARAMETERS: [&str; 7] =
    ["token=", "password=", "secret=", "signature=", "credential=", "sig=", "key="];

/// Refuses secrets, wherever they stand.
pub fn refuse(node: &Node<'_>, cx: &mut Reading) {
    match &node.value {
        Value::Map(entries, _) => {
            for (key, value) in entries {
                let written = text(key).unwrap_or("");
                let name = written.to_lowercase().replace('-', "_");
                let is_rule = Code::from_name(written).is_some();
                if !is_rule && NAMES.iter().any(|word| name.contains(word)) {
                    let message = "the settings must not hold a password, key or token";
                    let help = "take the line out, and put the value into the environment";
                    cx.wrong(Code::SecretInSettings, key, message, help);
                } else {
                    refuse(value, cx);
                }
            }
        }
        Value::List(items, _) => items.iter().for_each(|item| refuse(item, cx)),
        Value::Text(text, _) => {
            if let Some((message, help)) = wrong(text) {
                cx.wrong(Code::SecretInSettings, node, message, help);
            }
        }
        Value::Empty => {}
    }
}

/// Of what stands on a line with a secret, only that is told: nothing else may show the line.
pub fn only(diagnostics: &mut Vec<Diagnostic>) {
    let line = |it: &Diagnostic| it.place.as_ref().map(|place| place.start().line);
    let secrets = diagnostics.iter().filter(|it| it.code == Code::SecretInSettings);
    let secrets: Vec<_> = secrets.filter_map(line).collect();
    diagnostics.retain(|it| {
        it.code == Code::SecretInSettings || !line(it).is_some_and(|it| secrets.contains(&it))
    });
}

/// What is wrong with a value, and what helps.
fn wrong(text: &str) -> Option<(&'static str, &'static str)> {
    let begins = |word: &str| BEGINNINGS.iter().any(|it| word.starts_with(it));
    let mut words = text.split(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c)));
    if words.any(|word| word.len() > 15 && begins(word)) || text.contains("-----BEGIN") {
        let help = "take it out, and put the value into the environment";
        return Some(("this looks like a password, key or token", help));
    }
    let (scheme, rest) = text.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    if let Some((user, _)) = host.rsplit_once('@') {
        // Over ssh a name alone says who comes, and proves nothing. Over https a token may be just that.
        if user.contains(':') || !scheme.ends_with("ssh") {
            let help = "write the address without what stands before the `@`; git asks its credential \
                        helper for the name and the token: `git credential approve`";
            return Some((
                "an address in the settings must not hold a name, password or token",
                help,
            ));
        }
    }
    let query = rest.split_once('?').map_or("", |(_, query)| query).to_lowercase();
    if PARAMETERS.iter().any(|it| query.contains(it)) {
        let help = "take what follows the `?` out, and put the value into the environment";
        return Some(("this address holds a key or token", help));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn secrets_are_known_by_their_looks() {
        for secret in [
            "https://0123canary@host.example/site.git",
            "https://me:word@host.example/site.git",
            "https://x-access-token:word@host.example/site.git",
            "ssh://me:word@host.example/site.git",
            "https://host.example/b?X-Amz-Signature=0123",
            "https://host.example/b?sv=2021&sig=0123",
            "ghp_0123456789abcdef0123",
            "key is AKIAIOSFODNN7EXAMPLE",
            "-----BEGIN OPENSSH PRIVATE KEY-----",
        ] {
            assert!(wrong(secret).is_some(), "{secret}");
        }
        for plain in [
            "https://host.example/site.git",
            "ssh://git@host.example:22/site.git",
            "git@host.example:me/site.git",
            "https://host.example/@me/page?x=1",
            "ASIA",
            "The call: who said what",
        ] {
            assert!(wrong(plain).is_none(), "{plain}");
        }
    }
}
