//! Private keys among the files that are published as they are, known by what they begin with.

/// How much of a file is looked at: a few certificates may stand before a key.
const LOOKED_AT: usize = 16 << 10;

/// What keys of PuTTY begin with.
const PUTTY: &[u8] = b"PuTTY-User-Key-File-";

/// What the line before a key (PEM, OpenSSH's, PGP's) begins with, and what it may end with.
const BEGINS: &str = "-----BEGIN ";
const ENDS: [&str; 2] = ["PRIVATE KEY-----", "PRIVATE KEY BLOCK-----"];

/// How many characters the first line of a key has at least: what is shorter stands for one.
const SHORTEST: usize = 16;

/// Whether a file that begins like this is or holds a private key.
#[must_use]
pub fn is_private_key(beginning: &[u8]) -> bool {
    let looked_at = beginning.get(..LOOKED_AT).unwrap_or(beginning);
    if looked_at.starts_with(PUTTY) {
        return true;
    }
    // Pictures, films and archives are passed over without a look at each line.
    if looked_at.contains(&0) {
        return false;
    }
    let text = String::from_utf8_lossy(looked_at);
    let mut lines = text.lines().map(|line| line.trim_matches([' ', '\t', '\r', '\u{feff}']));
    while let Some(line) = lines.next() {
        let is_first = line.starts_with(BEGINS) && ENDS.iter().any(|end| line.ends_with(end));
        // A page about keys names the line as well; only a key goes on like one.
        if is_first && lines.find(|line| !line.is_empty()).is_some_and(is_of_key) {
            return true;
        }
    }
    false
}

/// Whether a line is one of a key: Base64, or a field such as `Proc-Type: 4,ENCRYPTED`.
fn is_of_key(line: &str) -> bool {
    let is_field = line.split_once(": ").is_some_and(|(name, _)| {
        name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-') && !name.is_empty()
    });
    let is_base64 = |b: u8| b.is_ascii_alphanumeric() || b"+/=".contains(&b);
    is_field || (line.len() >= SHORTEST && line.bytes().all(is_base64))
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
            format!("const begin = '-----BEGIN PRIVATE KEY-----';\n{BODY}\n"),
            "A key begins with\n-----BEGIN PRIVATE KEY-----\nand goes on in Base64.\n".to_owned(),
            "-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----\n".to_owned(),
            "-----BEGIN PRIVATE KEY-----".to_owned(),
            "Keys of PuTTY begin with PuTTY-User-Key-File-3".to_owned(),
            format!("\0-----BEGIN PRIVATE KEY-----\n{BODY}\n"),
            String::new(),
        ] {
            assert!(!is_private_key(text.as_bytes()), "{text}");
        }
    }
}
