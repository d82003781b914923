//! Quotations and verdicts: what passes, what does not, and that others can check it again.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "tests may fail"
)]

use dateline::evidence::check::{Wanted, check};
use dateline::evidence::fold::{Folded, Marks};
use dateline::evidence::places::Text;
use dateline::model::briefing::Verdict;
use dateline::model::evidence::{Finding, Fold};

/// Quotations with the verdicts that the rules ask for.
const PAIRS: &str = include_str!("fixture/quotations.txt");

fn found(text: &str, words: &str, language: &str) -> Finding {
    let folded = Folded::new(text, Marks::Alike);
    let wanted = Wanted { words, locator: None, languages: &[language, "en"] };
    check(wanted, Text { original: text, folded: &folded })
}

/// The verdict, in a word, with the folds.
fn said(finding: &Finding) -> String {
    let folds: Vec<&str> = finding.folds.iter().map(|fold: &Fold| fold.word()).collect();
    match (finding.verdict, &finding.doubt) {
        (_, Some(_)) => "doubt".to_owned(),
        (Verdict::Folded, None) => format!("folded {}", folds.join(", ")),
        (verdict, None) => verdict.word().to_owned(),
    }
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(code) = rest.strip_prefix("u{") {
            let (digits, after) = code.split_once('}').unwrap();
            out.push(char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap());
            rest = after;
        } else {
            out.push(match rest.as_bytes()[0] {
                b'n' => '\n',
                b't' => '\t',
                other => panic!("no escape: {other}"),
            });
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// Language, source, verdict and words of each pair.
fn pairs() -> Vec<(String, String, String, String)> {
    let (mut language, mut source, mut all) = (String::new(), String::new(), Vec::new());
    for line in PAIRS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(text) = line.strip_prefix("= ") {
            let (code, text) = text.split_once(' ').unwrap();
            (language, source) = (code.to_owned(), unescaped(text));
        } else {
            let (verdict, words) = line.split_once('|').unwrap();
            let words = unescaped(words);
            all.push((language.clone(), source.clone(), verdict.to_owned(), words));
        }
    }
    all
}

#[test]
fn every_labelled_quotation_gets_its_verdict() {
    let pairs = pairs();
    assert!(pairs.len() >= 200, "{}", pairs.len());
    let mut wrong = Vec::new();
    for (language, source, verdict, words) in &pairs {
        let finding = found(source, words, language);
        if said(&finding) != *verdict {
            wrong.push(format!("{words:?}: {} instead of {verdict}", said(&finding)));
        }
    }
    assert!(wrong.is_empty(), "{} of {} pairs:\n{}", wrong.len(), pairs.len(), wrong.join("\n"));
}

#[test]
fn what_passes_can_be_found_again_by_its_offsets_alone() {
    for (language, source, _, words) in pairs() {
        let finding = found(&source, &words, &language);
        let slice = |start: u32, end: u32| -> String {
            source.chars().skip(start as usize).take((end - start) as usize).collect()
        };
        let mut before = 0;
        for part in &finding.parts {
            assert!(part.start >= before && part.end > part.start, "{words}");
            before = part.end;
        }
        if finding.verdict == Verdict::Exact {
            let [part] = &*finding.parts else { panic!("{words}") };
            assert_eq!(slice(part.start, part.end), words);
        }
        assert_eq!(finding.parts.is_empty(), finding.verdict == Verdict::Failed, "{words}");
    }
}

/// A small generator of numbers, the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// A text in which no word stands twice.
fn text_of(numbers: &mut Numbers, words: usize) -> String {
    const PIECES: [&str; 12] =
        ["ba", "ду", "é", "ß", "ції", "عن", "e\u{301}", "’s", "ra", "x\u{ad}y", "ол", "Ta"];
    const SPACES: [&str; 8] = [" ", "\n", "  ", "\u{a0}", ", ", ". ", " – ", " “"];
    let mut text = String::new();
    for number in 0..words {
        for _ in 0..=numbers.below(3) {
            text.push_str(PIECES[numbers.below(PIECES.len())]);
        }
        text.push_str(&format!("q{number}z"));
        text.push_str(SPACES[numbers.below(SPACES.len())]);
    }
    text
}

#[test]
fn any_run_of_words_is_exact_and_with_any_one_word_changed_it_fails() {
    let mut numbers = Numbers(4);
    for _ in 0..40 {
        let text = text_of(&mut numbers, 60);
        let starts: Vec<(usize, &str)> = text
            .split_whitespace()
            .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
            .collect();
        for _ in 0..25 {
            let first = numbers.below(starts.len());
            let last = first + numbers.below(starts.len() - first);
            let (start, end) = (starts[first].0, starts[last].0 + starts[last].1.len());
            let words = &text[start..end];
            let finding = found(&text, words, "en");
            assert_eq!(finding.verdict, Verdict::Exact, "{words:?} in {text:?}");
            let changed = first + numbers.below(last - first + 1);
            let (at, word) = starts[changed];
            let core = word.trim_matches(|c: char| !c.is_alphanumeric());
            let at = at + word.find(core).unwrap();
            let other = format!("{}other{}", &text[start..at], &text[at + core.len()..end]);
            let finding = found(&text, &other, "en");
            assert_eq!(finding.verdict, Verdict::Failed, "{other:?} in {text:?}");
        }
    }
}

#[test]
fn a_locator_chooses_among_several_places() {
    let text = "He said no.\n\nShe said no.\n\nThey said no, and said no again.";
    let folded = Folded::new(text, Marks::Alike);
    let look = |locator| {
        let wanted = Wanted { words: "said no", locator, languages: &["en"] };
        let finding = check(wanted, Text { original: text, folded: &folded });
        (finding.parts[0].start, finding.places, finding.located)
    };
    assert_eq!(look(None), (3, 4, false));
    assert_eq!(look(Some("para. 2")), (17, 4, true));
    assert_eq!(look(Some("para. 3")), (32, 4, false));
    assert_eq!(look(Some("para. 9")), (3, 4, false));
}

#[test]
fn no_text_and_no_words_make_it_panic_or_wait() {
    const PIECES: [&str; 30] = [
        "a",
        "b ",
        " ",
        "\n",
        "“",
        "”",
        "'",
        "’",
        "\"",
        "[",
        "]",
        "…",
        "...",
        ".",
        ",",
        "[…]",
        "[b]",
        "é",
        "e\u{301}",
        "\u{301}",
        "\u{ad}",
        "中",
        "« ",
        " »",
        "-",
        "3",
        "n't",
        "не ",
        "👩‍🚀",
        "\u{fb01}",
    ];
    let mut numbers = Numbers(9);
    let mut some = |most: usize| -> String {
        (0..numbers.below(most)).map(|_| PIECES[numbers.below(PIECES.len())]).collect()
    };
    for _ in 0..20_000 {
        let (text, words) = (some(40), some(14));
        let finding = found(&text, &words, "und");
        let length = text.chars().count();
        for part in &finding.parts {
            assert!(part.start < part.end && part.end as usize <= length, "{text:?} {words:?}");
        }
        if finding.verdict == Verdict::Exact {
            let part = finding.parts[0];
            let slice: String = text
                .chars()
                .skip(part.start as usize)
                .take((part.end - part.start) as usize)
                .collect();
            assert_eq!(slice, words.trim(), "{text:?}");
        }
    }
    let long = "a ".repeat(1 << 20);
    let started = std::time::Instant::now();
    for words in ["a a a […] a […] b", "a a […] a", &"a ".repeat(5000), &"a […] ".repeat(300), "z"]
    {
        let _ = found(&long, words, "en");
    }
    let taken = started.elapsed();
    assert!(taken.as_secs() < 60, "{taken:?}");
}
