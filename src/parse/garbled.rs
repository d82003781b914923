//! Text that was UTF-8 and was read as Windows-1252 before it came here: `cafÃ©` for `café`.
//!
//! A letter became two to four characters, the first of them a letter between `Â` and `ô`. Honest
//! texts have such characters side by side too: `“IRMÃ”`, `é…”`, `10 Å²`. So only what cannot be
//! meant is told: characters that never follow a letter, or a capital letter and a sign within a
//! word of small letters.

use std::ops::Range;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::markdown;
use crate::model::place::Span;
use crate::model::windows_1252::byte_of;
use crate::parse::fields::Reading;

/// How many places of a file are shown one by one.
const SHOWN: usize = 3;
/// The longest piece that is shown, in bytes.
const LONGEST: usize = 80;
/// How many characters side by side are looked at.
const RUN: usize = 16;
/// What a character that could not be read was replaced by.
const LOST: char = '\u{fffd}';

/// Reports the garbled places of a file, but for those in code.
pub fn report_garbled(cx: &mut Reading) {
    let text = &cx.file.text;
    let Some(first) = next(text, 0) else { return };
    // Few files come here: where code stands is looked for once more.
    let marked = markdown::read(text);
    let code = marked.runs.iter().filter(|run| run.code);
    let mut code: Vec<_> = code.map(|run| (run.text as usize, run.length as usize)).collect();
    code.sort_unstable();
    let is_code = |found: &Range<usize>| {
        let before = code.partition_point(|(start, _)| *start <= found.start);
        let last = before.checked_sub(1).and_then(|it| code.get(it));
        last.is_some_and(|(start, length)| found.start < start + length)
    };
    let following = |found: &Range<usize>| next(text, found.end);
    let found = std::iter::successors(Some(first), following).filter(|found| !is_code(found));
    let found: Vec<Range<usize>> = found.collect();
    let more = found.len().saturating_sub(SHOWN);
    for (n, range) in found.into_iter().take(SHOWN).enumerate() {
        let piece = cx.file.text.get(range.clone()).unwrap_or("");
        let (message, mut help) = match meant(piece) {
            _ if piece.starts_with(LOST) => {
                ("a letter that could not be read stood here", "write it anew".to_owned())
            }
            Some(meant) => (
                "this was read in another encoding than it was written in",
                format!("write `{meant}`"),
            ),
            None => (
                "this was read in another encoding than it was written in",
                "take it anew from where it came, as UTF-8".to_owned(),
            ),
        };
        if more > 0 && n + 1 == SHOWN {
            help.push_str(&format!("; {more} more places of this file are like it"));
        }
        let place = cx.place(Span::new(range));
        cx.report(Diagnostic::new(Code::GarbledText, place, message).help(help));
    }
}

/// The next garbled piece of a text, from a byte on: as far as its word reaches.
fn next(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    // What begins one is written C3 82 to C3 B4, and goes on outside ASCII; what was lost, EF BF BD.
    let begins = |at: &usize| match bytes.get(from + at..) {
        Some([0xc3, 0x82..=0xb4, 0x80..=0xff, ..]) => is_sure(text, from + at),
        Some([0xef, 0xbf, 0xbd, ..]) => true,
        _ => false,
    };
    let at = from + memchr::memchr2_iter(0xc3, 0xef, bytes.get(from..)?).find(begins)?;
    let rest = text.get(at..)?;
    if rest.starts_with(LOST) {
        return Some(at..at + rest.len() - rest.trim_start_matches(LOST).len());
    }
    let (mut start, mut end) = (at, at);
    while let Some(before) = text.get(from..start).filter(|_| at - start < LONGEST / 2) {
        let mut chars = before.char_indices().rev().take(4);
        let last = chars.next().filter(|(_, c)| c.is_alphanumeric());
        let is_whole =
            |n: &usize| sequence(&before[*n..]).is_some_and(|it| *n + it.length == before.len());
        let found = last.map(|(n, _)| n).or_else(|| chars.map(|(n, _)| n).find(is_whole));
        let Some(n) = found else { break };
        start = from + n;
    }
    while let Some(c) = text.get(end..).and_then(|rest| rest.chars().next())
        && end - start < LONGEST
    {
        end += match sequence(text.get(end..)?) {
            Some(sequence) => sequence.length,
            None if c.is_alphanumeric() || matches!(c, '€' | LOST) => c.len_utf8(),
            None => break,
        };
    }
    Some(start..end)
}

/// What a garbled piece was meant as; none where some of it is lost.
fn meant(piece: &str) -> Option<String> {
    let mut out = String::with_capacity(piece.len());
    let mut rest = piece;
    while let Some(c) = rest.chars().next() {
        let (read, length) = match sequence(rest) {
            Some(sequence) => (sequence.read, sequence.length),
            // The last byte of this mark alone is nothing in Windows-1252, and mostly lost.
            None if rest.starts_with(CUT_MARK) => {
                let last = rest.get(CUT_MARK.len()..).and_then(|rest| rest.chars().next());
                let (read, last) = match last {
                    // Windows-1250 has letters for the last bytes of `”` and `“`.
                    Some(last @ ('ť' | LOST)) => ('”', last.len_utf8()),
                    Some(last @ 'ś') => ('“', last.len_utf8()),
                    Some(_) | None => ('”', 0),
                };
                (read, CUT_MARK.len() + last)
            }
            None => (c, c.len_utf8()),
        };
        out.push(read);
        rest = rest.get(length..)?;
    }
    let out = out.replace('\u{feff}', "");
    if out.is_empty() || out.contains(LOST) {
        return None;
    }
    // What went through it twice.
    if out.len() < piece.len() && next(&out, 0).is_some() { meant(&out) } else { Some(out) }
}

/// `”` without its last byte.
const CUT_MARK: &str = "â€";

/// Characters that are the bytes of one character of UTF-8.
struct Sequence {
    /// The first of them.
    lead: char,
    /// How many bytes they have.
    length: usize,
    /// What they are as UTF-8.
    read: char,
    /// The most telling of those after the first.
    sign: Sign,
    /// The one after the first, as it is.
    second: char,
}

/// How a character can follow a letter, the most telling last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// As a letter.
    Letter,
    /// After the end of a word: quotation marks, dashes, an ellipsis.
    Closing,
    /// So too, and a word of small letters may follow.
    Space,
    /// At the end of a word or a figure.
    Raised,
    /// Not at all.
    Foreign,
}

impl Sign {
    fn of(c: char) -> Self {
        match c {
            'š' | 'Š' | 'ž' | 'Ž' | 'œ' | 'Œ' | 'Ÿ' => Sign::Letter,
            '‘' | '’' | '“' | '”' | '…' | '–' | '—' | '‹' | '›' | '«' | '»' | '·' | '‚' | '•'
            | '†' | '‡' => Sign::Closing,
            '\u{a0}' | '\u{ad}' | '´' => Sign::Space,
            '©' | '®' | '™' | 'ª' | 'º' | '°' | '¹' | '²' | '³' => Sign::Raised,
            _ => Sign::Foreign,
        }
    }
}

/// The sequence that a text begins with.
fn sequence(text: &str) -> Option<Sequence> {
    let mut chars = text.chars();
    let lead = chars.next()?;
    let first = byte_of(lead)?;
    let count = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let (mut bytes, mut length) = ([first, 0, 0, 0], lead.len_utf8());
    let (mut sign, mut second) = (Sign::Letter, lead);
    for (n, slot) in bytes.iter_mut().enumerate().take(count).skip(1) {
        let c = chars.next()?;
        *slot = byte_of(c).filter(|byte| (0x80..0xc0).contains(byte))?;
        length += c.len_utf8();
        sign = sign.max(Sign::of(c));
        if n == 1 {
            second = c;
        }
    }
    let read = str::from_utf8(bytes.get(..count)?).ok()?.chars().next()?;
    (!read.is_control()).then_some(Sequence { lead, length, read, sign, second })
}

/// Whether what begins at a byte can be nothing but garbled.
fn is_sure(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    if rest.starts_with(CUT_MARK) {
        return true;
    }
    let Some(first) = sequence(rest) else { return false };
    let following = |end: usize| rest.get(end..).and_then(sequence);
    let mut end = first.length;
    let mut run = vec![first];
    while let Some(more) = following(end).filter(|_| run.len() < RUN) {
        end += more.length;
        run.push(more);
    }
    let [first] = &run[..] else {
        let all = |leads: &str| run.iter().all(|it| leads.contains(it.lead));
        let some = |sign| run.iter().any(|it| it.sign >= sign);
        return some(Sign::Foreign)
            || all("Â")
            || (all("ÐÑ×ØÙ") && some(Sign::Space))
            || (all("ÃÄÅÎÏ") && some(Sign::Raised));
    };
    let is_small = |c: Option<char>| c.is_some_and(char::is_lowercase);
    let last = before.chars().next_back();
    let after = is_small(last);
    let followed = is_small(rest.get(end..).and_then(|rest| rest.chars().next()));
    match first.lead {
        'Â' | 'Ã' | 'Î' | 'Ï' | 'Ð' | 'Ñ' => match first.sign {
            Sign::Foreign | Sign::Letter => true,
            Sign::Raised => {
                after || followed || (first.lead == 'Â' && last.is_some_and(char::is_numeric))
            }
            Sign::Space | Sign::Closing => after,
        },
        // Å is a unit, and may have an exponent or an error: `1.5 Å±0.1`. Sámi writes š and ž.
        'Ä' | 'Å' => match first.second {
            '±' | '¹' | '²' | '³' | 'š' | 'ž' => after && followed,
            _ => match first.sign {
                Sign::Foreign | Sign::Letter => true,
                Sign::Raised => after || followed,
                Sign::Space => after,
                Sign::Closing => after && followed,
            },
        },
        'â' => first.second == '€' || first.sign == Sign::Foreign,
        // Vietnamese, and the mark that some programs put before a text.
        'á' => after && followed && ('\u{1e00}'..='\u{1eff}').contains(&first.read),
        'ï' => first.sign == Sign::Foreign,
        'ð' => first.second == 'Ÿ',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{meant, next};

    /// What is found in a text, and what it was meant as.
    fn found(text: &str) -> Vec<(&str, Option<String>)> {
        let all = std::iter::successors(next(text, 0), |found| next(text, found.end));
        all.map(|range| (&text[range.clone()], meant(&text[range]))).collect()
    }

    #[test]
    fn garbled_words_are_found_whole_and_read_as_they_were_meant() {
        let mut wrong = Vec::new();
        for (text, piece, right) in [
            ("I donâ€™t know", "donâ€™t", "don’t"),
            ("He said â€œyes now", "â€œyes", "“yes"),
            ("so â€œyesâ€\u{fffd} now", "â€œyesâ€\u{fffd}", "“yes”"),
            ("a â€“ b", "â€“", "–"),
            ("rzekł â€žtakâ€ť wczoraj", "â€žtakâ€ť", "„tak”"),
            ("â€śano, śťavaâ€ť", "â€śano", "“ano"),
            ("waitâ€¦", "waitâ€¦", "wait…"),
            ("Ã¢â‚¬Å“so", "Ã¢â‚¬Å“so", "“so"),
            ("doesnÃ¢â‚¬â„¢t", "doesnÃ¢â‚¬â„¢t", "doesn’t"),
            ("the cafÃ© of", "cafÃ©", "café"),
            ("un Ã©tÃ© chaud", "Ã©tÃ©", "été"),
            ("voilÃ\u{a0} tout", "voilÃ\u{a0}", "voilà"),
            ("llegÃ³.", "llegÃ³", "llegó"),
            ("el Ãºltimo", "Ãºltimo", "último"),
            ("SÃ£o Paulo", "SÃ£o", "São"),
            ("ZoÃ« Roe", "ZoÃ«", "Zoë"),
            ("MÃ¼nchen", "MÃ¼nchen", "München"),
            ("StraÃŸe", "StraÃŸe", "Straße"),
            ("PoznaÅ„", "PoznaÅ„", "Poznań"),
            ("Å‚adÃ³w", "Å‚adÃ³w", "ładów"),
            ("KÅ‚Ã³dÅº", "KÅ‚Ã³dÅº", "Kłódź"),
            ("siÄ™ tam", "siÄ™", "się"),
            ("ErdoÄŸan", "ErdoÄŸan", "Erdoğan"),
            ("kadÄ±n", "kadÄ±n", "kadın"),
            ("gyÅ±rű", "gyÅ±rű", "gyűrű"),
            ("ÐŸÑƒÑ‚Ð¸Ð½ said", "ÐŸÑƒÑ‚Ð¸Ð½", "Путин"),
            ("Ð´Ð°", "Ð´Ð°", "да"),
            ("Î‘Î¸Î®Î½Î±", "Î‘Î¸Î®Î½Î±", "Αθήνα"),
            ("Ø§Ù„Ø¹", "Ø§Ù„Ø¹", "الع"),
            ("×©×œ×•", "×©×œ×•", "שלו"),
            ("ä¸\u{ad}å›½", "ä¸\u{ad}å›½", "中国"),
            ("æ—¥æœ¬", "æ—¥æœ¬", "日本"),
            ("Viá»‡t Nam", "Viá»‡t", "Việt"),
            ("5 â‚¬ or Â£5", "â‚¬", "€"),
            ("a Â£5 note", "Â£5", "£5"),
            ("at 20Â°C", "20Â°C", "20°C"),
            ("motÂ\u{a0}: ", "motÂ\u{a0}", "mot\u{a0}"),
            ("Acmeâ„¢", "Acmeâ„¢", "Acme™"),
            ("ðŸ˜€", "ðŸ˜€", "😀"),
        ] {
            let all = found(text);
            if all.first() != Some(&(piece, Some(right.to_owned()))) {
                wrong.push(format!("{text}: {all:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        let lost = found("ein caf\u{fffd}\u{fffd} und ÑƒÑ\u{fffd}, ï»¿ ï¿½");
        let pieces: Vec<_> = lost.iter().map(|(piece, _)| *piece).collect();
        assert_eq!(pieces, ["\u{fffd}\u{fffd}", "ÑƒÑ\u{fffd}", "ï»¿", "ï¿½"]);
        assert!(lost.iter().all(|(_, meant)| meant.is_none()), "{lost:?}");
    }

    #[test]
    fn honest_texts_of_any_language_are_not_garbled() {
        let texts = [
            "Le café… « voilà », dit-il : l’été, « où ? » – l’île… À bientôt. “né…”, né”… (né™) ÂGE, « Â »",
            "EMPLOYÉ·E·S, ANDRÉ†, CAFÉ®, GÎTE… L’ÎLE–DE… NOËL\u{a0}! « HÔTEL\u{a0}» ÇA… Ç’A",
            "“IRMÃ” “IRMÔ, IRMÃ… MANHÃ—que, A MAÇÃ–e, «IRMÃ», IRMÃ’s, AMANHÃ\u{a0}e, IRMÃ“, FUNAÃ®",
            "MÂINE, COBORÂ… „COBORÂ” «COBORÂ», COBORÂ\u{a0}», În țară, Î… „Î”, mâ… mâ”, mâ—“x”",
            "Tiếng Việt: “MÃ…”, “HÀ”, Ð…, ĐÃ “rồi”, há»†, mã”, là…” và “thế à…”",
            "„Straße“, „groß“… Fuß” ß– Ä… Ä…Ä… „Ä“, »Ä«, ÄÖÜ, »Ü«, Über\u{ad}maß, 3×”, ×€",
            "”på”… på”, två…” Å, ”Å”, Å…, 10 Å², 1.5 Å±0.1, 5 mÅ, 5 mÅ², 5 mÅ±0.1, Ångström, Åš",
            "Ø… ”Ø”, Ø–, Æ”, på», Ð, ORÐ…, „ORД, ORД, ORÐ®",
            "Úžas, ÚŽAS, vidíš”, nevíš…”, Íš, MÁŠ, Nevím, prý„ne“, što, éž…”",
            "ESPAÑA, ‘CAMPAÑ’, «AÑO», ESPAÑ… Ñ\u{a0}», ¿Qué? ¡Olé!, está»†, 1.ª, Nº 5, Nª",
            "Türkiye’nin İstanbul’u, ŞÎ… kâr”, “kâ”, ÇAĞ, Ğ… Ş”",
            "Zażółć gęślą jaźń „ŻÓŁW”… „Ó”, Ó–, MÓJ",
            "«Привет», Київ – “їжак”… Ґ, Ўзбек, № 5, — да…",
            "中文，“你好”……（倭）「日本」『語』１００％、한국어…",
            "العربية «قال» ١٢٣ ٪ עברית “שלום”… ไทย हिन्दी ქართული հայերեն",
            "5 €, £5, ¥100, 20 °C, 3 × 4, ½, § 5, ±2, µm, © 2021, ™, naïve, Zoë, façade, coöperate",
            "",
        ];
        let found: Vec<_> = texts.into_iter().flat_map(found).collect();
        assert_eq!(found, []);
    }
}
