//! Private keys among the files that are published as they are, known by how keys begin.

use memchr::memmem;

/// What keys of PuTTY begin with.
const PUTTY: &[u8] = b"PuTTY-User-Key-File-";

/// What stands before a key (PEM, OpenSSH's, PGP's): it begins like this, names a kind in a few
/// words, and ends in one of two ways.
const BEGINS: &[u8] = b"-----BEGIN ";
const ENDS: [&[u8]; 2] = [b"PRIVATE KEY-----", b"PRIVATE KEY BLOCK-----"];
const LONGEST_KIND: usize = 20;

/// What may stand between that and the key: how lines end, as such and as in JSON, and what quotes
/// them.
const BETWEEN: usize = 16;

/// How many characters of a key there are at least: what is shorter stands for one.
const SHORTEST: usize = 16;

/// Whether a piece of a file is or holds a private key.
#[must_use]
pub fn is_private_key(piece: &[u8]) -> bool {
    piece.starts_with(PUTTY)
        || memmem::find_iter(piece, BEGINS).any(|at| {
            let rest = piece.get(at + BEGINS.len()..).unwrap_or_default();
            after_name(rest).is_some_and(is_of_key)
        })
}

/// What follows the name of a private key.
fn after_name(rest: &[u8]) -> Option<&[u8]> {
    let kind = rest.iter().take(LONGEST_KIND).take_while(|b| b.is_ascii_uppercase() || **b == b' ');
    // `PRIVATE KEY` itself may be all of it.
    (0..=kind.count()).find_map(|n| ENDS.iter().find_map(|end| rest.get(n..)?.strip_prefix(*end)))
}

/// Whether this is the inside of a key: Base64, or a field such as `Proc-Type: 4,ENCRYPTED`. A page
/// about keys names them as well, and goes on otherwise.
fn is_of_key(rest: &[u8]) -> bool {
    let is_base64 = |b: u8| b.is_ascii_alphanumeric() || b"+/=".contains(&b);
    let begins = |rest: &[u8]| {
        let is_field = ["Proc-Type: ", "Version: ", "Comment: "];
        is_field.iter().any(|field| rest.starts_with(field.as_bytes()))
            || rest.get(..SHORTEST).is_some_and(|key| key.iter().all(|b| is_base64(*b)))
    };
    let mut rest = rest;
    for _ in 0..BETWEEN {
        if begins(rest) {
            return true;
        }
        let length = match rest {
            [b'\\', b'n' | b'r', ..] => 2,
            [b' ' | b'\t' | b'\r' | b'\n' | b'"' | b'\'' | b'+' | b'>' | b'|', ..] => 1,
            _ => return false,
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_private_key;

    const BODY: &str = "bm90IGEga2V5LCBidXQgYSB0ZXN0IG9mIG9uZQ==";

    #[test]
    fn keys_are_known_by_what_they_begin_with() {
        for kind in ["", "RSA ", "EC ", "DSA ", "OPENSSH ", "ENCRYPTED "] {
            let key = format!("-----BEGIN {kind}PRIVATE KEY-----\n{BODY}\n");
            assert!(is_private_key(key.as_bytes()), "{kind}");
            let certificate = "-----BEGIN CERTIFICATE-----\nTWFueQ==\n-----END CERTIFICATE-----\n";
            assert!(is_private_key(format!("{certificate}{key}").as_bytes()), "{kind}");
            assert!(is_private_key(key.replace('\n', "\r\n").as_bytes()), "{kind}");
        }
        for key in [
            format!("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n{BODY}"),
            format!("-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n{BODY}"),
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n".to_owned(),
            format!("tls:\n  key: |\n    -----BEGIN PRIVATE KEY-----\n    {BODY}\n"),
            "PuTTY-User-Key-File-3: ssh-ed25519\n".to_owned(),
            format!("{{\"private_key\": \"-----BEGIN PRIVATE KEY-----\\n{BODY}\\n\"}}"),
            format!("<pre>-----BEGIN PRIVATE KEY-----\n{BODY}\n</pre>"),
            format!("> -----BEGIN RSA PRIVATE KEY-----\n> {BODY}\n"),
            format!("{}-----BEGIN PRIVATE KEY-----\n{BODY}", "text \0 ".repeat(9_000)),
        ] {
            assert!(is_private_key(key.as_bytes()), "{key}");
        }
    }

    #[test]
    fn what_is_public_or_only_tells_of_keys_is_none() {
        for text in [
            format!("-----BEGIN PUBLIC KEY-----\n{BODY}\n"),
            format!("-----BEGIN CERTIFICATE-----\n{BODY}\n"),
            format!("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n{BODY}\n"),
            "const begin = '-----BEGIN PRIVATE KEY-----';\nreturn text.startsWith(begin)\n"
                .to_owned(),
            "A key begins with\n-----BEGIN PRIVATE KEY-----\nand goes on in Base64.\n".to_owned(),
            "-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----\n".to_owned(),
            "-----BEGIN PRIVATE KEY-----".to_owned(),
            "Keys of PuTTY begin with PuTTY-User-Key-File-3".to_owned(),
            String::new(),
        ] {
            assert!(!is_private_key(text.as_bytes()), "{text}");
        }
    }
}
