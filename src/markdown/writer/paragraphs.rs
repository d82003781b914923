//! Paragraphs, each with an address of its own: a sum of its words, so that it stays whatever is
//! written, moved or taken out elsewhere.

use memchr::memchr2;

use crate::markdown::writer::Writer;
use crate::model::prose::Filling;

/// A paragraph that is open.
pub(super) struct Paragraph {
    /// Where its id begins in the HTML, after the page's prefix.
    id: usize,
    /// Where its words begin in the plain text.
    plain: usize,
    /// Its first reference.
    link: usize,
}

/// What every id begins with.
const MARK: &str = "t-";
/// Stands for the sum until the words are known.
const UNKNOWN: &str = "00000000";

impl Writer<'_> {
    pub(super) fn start_paragraph(&mut self) {
        self.open("<p id=\"");
        self.hole(Filling::IdPrefix);
        self.out.html.push_str(MARK);
        let (id, plain) = (self.out.html.len(), self.out.plain.len());
        self.paragraph = Some(Paragraph { id, plain, link: self.out.links.len() });
        self.out.html.push_str(UNKNOWN);
        self.out.html.push_str("\">");
    }

    pub(super) fn end_paragraph(&mut self) {
        if let Some(paragraph) = self.paragraph.take() {
            let words = self.out.plain.get(paragraph.plain..).unwrap_or("");
            let names = self.out.links.get(paragraph.link..).unwrap_or(&[]);
            let names = names.iter().filter(|link| !link.own_words);
            let names = names.filter_map(|link| self.text.get(link.name.clone()));
            let sum = folded(names.fold(add(BASIS, words), add));
            let end = paragraph.id + UNKNOWN.len();
            // As long as what it replaces: nothing moves.
            self.out.html.replace_range(paragraph.id..end, &format!("{sum:08x}"));
            let nth = self.paragraphs.entry(sum).or_insert(0);
            *nth += 1;
            if *nth > 1 {
                let nth = format!("-{nth}");
                self.insert(end, &nth);
            }
        }
        self.close("</p>\n");
    }
}

/// FNV-1a, 64 bits.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// What each byte adds to a sum: letters and digits, small; nothing where it is a mark.
const ADDS: [u8; 256] = {
    let mut adds = [0; 256];
    let mut byte = 0_u8;
    loop {
        if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
            adds[byte as usize] = byte.to_ascii_lowercase();
        }
        if byte == u8::MAX {
            break adds;
        }
        byte += 1;
    }
};

/// Adds the letters and digits of a text, whatever their case: an address shall outlive a change of
/// spaces, dashes or quotation marks. (Folding all of Unicode would cost more than all the rest.)
fn add(mut sum: u64, text: &str) -> u64 {
    let mut rest = text.as_bytes();
    while let Some(at) = memchr2(0xc2, 0xe2, rest) {
        let (before, mark) = rest.split_at(at);
        // U+0080 to U+00BF, and U+2000 to U+203F: no letters.
        let (letters, length) = match mark {
            [0xc2, ..] => (0, 2),
            [_, 0x80, ..] => (0, 3),
            _ => (1, 1),
        };
        sum = add_bytes(add_bytes(sum, before), mark.get(..letters).unwrap_or(&[]));
        rest = mark.get(length..).unwrap_or(&[]);
    }
    add_bytes(sum, rest)
}

fn add_bytes(sum: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(sum, |sum, byte| {
        let letter = ADDS[usize::from(*byte)];
        let next = (sum ^ u64::from(letter)).wrapping_mul(PRIME);
        // No jump: the ends of words cannot be foretold.
        std::hint::select_unpredictable(letter == 0, sum, next)
    })
}

/// Both halves of a sum in one.
fn folded(sum: u64) -> u32 {
    let [a, b, c, d, e, f, g, h] = sum.to_be_bytes();
    u32::from_be_bytes([a, b, c, d]) ^ u32::from_be_bytes([e, f, g, h])
}

#[cfg(test)]
mod tests {
    use crate::markdown;

    fn ids(text: &str) -> Vec<String> {
        let html = markdown::read(text).html;
        html.split("<p id=\"").skip(1).map(|it| it.split('"').next().unwrap().into()).collect()
    }

    #[test]
    fn an_address_stays_whatever_is_written_elsewhere() {
        let before = ids("One thing.\n\n> Two things. [@a]\n\n- a\n\n- b\n");
        let after =
            ids("Something new.\n\n> Two things. [@a]\n\nOne thing.\n\n- b\n\n- a\n\n- c\n");
        assert_eq!(before.len(), 4);
        assert!(before.iter().all(|id| after.contains(id)), "{before:?} {after:?}");
        assert!(before.iter().all(|id| id.len() == 10 && id.starts_with("t-")), "{before:?}");
    }

    #[test]
    fn it_outlives_marks_spaces_citations_and_capitals_but_no_other_words() {
        let of = |text| ids(text).remove(0);
        let one = of("He said “no – never” to 3\nof them.");
        assert_eq!(one, of("he said \"No - never\"  to 3 of them [@a; @b]."));
        assert_ne!(one, of("He said “no – ever” to 3 of them."));
        assert_ne!(of("[[ann]] left."), of("[[ben]] left."));
        assert_eq!(of("[[ann|She]] left."), of("[[ben|She]] left."));
    }

    #[test]
    fn a_repeat_gets_a_number_and_what_follows_is_found_again() {
        let read = markdown::read(
            "> Same [[a]] & “so”.\n\nSame [[a]] & “so”. More.\n\nSame [[a]] & “so”.\n",
        );
        let ids: Vec<&str> =
            read.html.split("<p id=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
        assert_eq!(ids[2], format!("{}-2", ids[0]));
        assert_ne!(ids[1], ids[0]);
        for run in &read.runs {
            let plain = &read.plain[run.plain as usize..(run.plain + run.length) as usize];
            let start = plain.split('&').next().unwrap();
            assert!(read.html[run.html as usize..].starts_with(start), "{run:?}");
        }
        let quote = &read.block_quotes[0];
        assert!(read.html[quote.html.start as usize..].starts_with("<p id"));
        assert!(read.html[..quote.html.end as usize].ends_with("</p>\n"));
    }
}
