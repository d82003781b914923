//! Bytes → characters, in the encoding that the bytes declare. Never a guess.

use encoding_rs::{Encoding, UTF_8};

use crate::capture::sort::{Given, Refused, Sort};

const HELP: &str = "name its encoding with `--encoding`, for example `--encoding windows-1251`";

/// Reads bytes as text.
///
/// # Errors
/// Where no encoding is declared and they are not UTF-8, or where they are not what they declare.
pub fn decode(given: &Given<'_>, sort: Sort) -> Result<String, Refused> {
    let marked = Encoding::for_bom(given.bytes);
    let encoding = match (given.encoding, marked) {
        (Some(label), _) => known(label)?,
        (None, Some((encoding, _))) => encoding,
        (None, None) => declared(given, sort)?,
    };
    let (text, _, broken) = encoding.decode(given.bytes);
    if broken {
        let name = encoding.name();
        let why = if encoding == UTF_8 && std::str::from_utf8(given.bytes).is_err() {
            let byte =
                std::str::from_utf8(given.bytes).map_or_else(|it| it.valid_up_to() + 1, |_| 0);
            format!("is not {name}, from byte {byte} on")
        } else {
            format!("is not the {name} that it says it is")
        };
        return Err(Refused::new(why, HELP));
    }
    if text.contains('\0') {
        return Err(Refused::new("holds NUL bytes, so it is no text", HELP));
    }
    Ok(text.into_owned())
}

fn known(label: &str) -> Result<&'static Encoding, Refused> {
    Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| {
        let why = format!("is said to be in `{label}`, which is no encoding of the web");
        Refused::new(why, HELP)
    })
}

/// What a server or the page itself says; UTF-8 where neither says anything.
fn declared(given: &Given<'_>, sort: Sort) -> Result<&'static Encoding, Refused> {
    let media = given.media_type.and_then(|it| after(it, "charset="));
    if let Some(label) = media {
        return known(label);
    }
    if sort == Sort::Page {
        let start = given.bytes.get(..given.bytes.len().min(4096)).unwrap_or(given.bytes);
        let start = String::from_utf8_lossy(start);
        if let Some(label) = start
            .split("<meta")
            .skip(1)
            .find_map(|it| after(it.split('>').next().unwrap_or(""), "charset="))
        {
            let encoding = known(label)?;
            // A page that could be read as far as this cannot be in units of two bytes.
            return Ok(if encoding.is_ascii_compatible() { encoding } else { UTF_8 });
        }
    }
    Ok(UTF_8)
}

/// The word after a name, without quotation marks.
fn after<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let at = text.to_ascii_lowercase().find(name)? + name.len();
    let rest = text.get(at..)?.trim_start().trim_start_matches(['"', '\'']);
    let end = rest.find(['"', '\'', ';', ' ', '/', '>']).unwrap_or(rest.len());
    rest.get(..end).filter(|word| !word.is_empty())
}

/// A plain text with `\n` as line end, and without what no page can show.
#[must_use]
pub fn plain(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t' | '\u{c}');
    let mut plain: String = lines.trim_start_matches('\u{feff}').chars().filter(kept).collect();
    if !plain.ends_with('\n') {
        plain.push('\n');
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{decode, plain};
    use crate::capture::sort::{Given, Sort};

    fn read(
        bytes: &[u8],
        media_type: Option<&str>,
        encoding: Option<&str>,
    ) -> Result<String, String> {
        let given = Given { bytes, media_type, name: "x", encoding };
        decode(&given, Sort::Page).map_err(|it| it.why)
    }

    #[test]
    fn the_declared_encoding_is_read_and_nothing_is_guessed() {
        assert_eq!(
            read(b"\xcc\xe8\xf0", Some("text/html; charset=windows-1251"), None).unwrap(),
            "Мир"
        );
        assert_eq!(read(b"\xcc\xe8\xf0", None, Some("cp1251")).unwrap(), "Мир");
        assert_eq!(read(b"\xff\xfeA\0", None, None).unwrap(), "A");
        let page = b"<meta http-equiv=x content=\"text/html; charset=koi8-r\"><p>\xed\xc9\xd2";
        assert!(read(page, None, None).unwrap().ends_with("Мир"));
        let page = "<META CHARSET='utf-8'>é".as_bytes();
        assert!(read(page, None, None).unwrap().ends_with('é'));
        assert_eq!(read(b"caf\xe9", None, None).unwrap_err(), "is not UTF-8, from byte 4 on");
        assert!(
            read(b"x", Some("text/html; charset=klingon"), None).unwrap_err().contains("`klingon`")
        );
        assert!(read(b"a\0b", None, None).unwrap_err().contains("NUL"));
        assert!(read(b"\x81\x30", Some("text/html;charset=shift_jis"), None).is_err());
    }

    #[test]
    fn a_plain_text_has_one_kind_of_line_end() {
        assert_eq!(plain("\u{feff}a\r\nb\rc\u{1}"), "a\nb\nc\n");
    }
}
