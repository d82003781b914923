//! Quoted words in titles and summaries. Nothing can be cited there: they are words that a text of
//! the briefing quotes, with its citation, or nothing checks them.

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::evidence::fold::folded;
use crate::link::rules::pages;
use crate::model::briefing::Briefing;

/// Those that no text quotes.
pub fn words(briefing: &Briefing, found: &mut Vec<Diagnostic>) {
    let documents = || pages(briefing).map(|page| &page.document);
    if documents().all(|document| document.noted.uncited.is_empty()) {
        return;
    }
    let written = documents().flat_map(|document| document.proses()).flat_map(|it| &it.quotations);
    let originals = written.filter_map(|it| it.translation.as_ref()).map(|it| &*it.original);
    let quoted = briefing.quotations.iter().map(|it| &*it.text).chain(originals);
    let quoted: Vec<String> = quoted.map(plain).collect();
    for document in documents() {
        for words in &document.noted.uncited {
            let wanted = plain(&words.value);
            if !quoted.iter().any(|it| holds(it, &wanted)) {
                let message = "no text of the briefing quotes these words, so nothing is checked";
                let help = "quote them in a text too, with the citation: `“…” [@source]`";
                let place = document.place(words.span);
                let told = Diagnostic::new(Code::UnattributedQuotation, place, message);
                found.push(told.help(help));
            }
        }
    }
}

/// Titles begin with a capital, or have one on each word; `[w]e` is `We`.
fn plain(words: &str) -> String {
    folded(words).to_lowercase().replace("...", "…").replace(['[', ']'], "")
}

/// Whether a text holds the words, or all that an omission has left of them in order.
fn holds(text: &str, words: &str) -> bool {
    let mut rest = text;
    words.split('…').all(|part| {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        let after = rest.split_once(part).map(|(_, after)| after);
        rest = after.unwrap_or("");
        after.is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::{holds, plain};

    #[test]
    fn a_title_may_shorten_and_begin_with_a_capital() {
        let text = plain("[w]e will not close the harbour, now or later");
        for (words, is_held) in [
            ("We will not close the harbour", true),
            ("We Will Not Close the Harbour.", true),
            ("We will […] close the harbour … later", true),
            ("We will close the harbour", false),
            ("later we will not close the harbour", false),
            ("now … we will not", false),
        ] {
            assert_eq!(holds(&text, &plain(words)), is_held, "{words}");
        }
    }
}
