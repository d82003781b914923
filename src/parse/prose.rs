//! Markdown → [`Prose`]: references, citations and quotations, each with its place.

use std::ops::Range;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::markdown::buffers;
use crate::markdown::marked::{BlockQuote, Bracket, Fault, Marked};
use crate::model::document::{Expected, Form, Reference};
use crate::model::id::{Kind, ReferenceId};
use crate::model::place::Span;
use crate::model::prose::{Citation, Filling, Mention, Prose, Quoted, Translation};
use crate::parse::citation::{self, Cited};
use crate::parse::faults::{no_heading, said};
use crate::parse::fields::{OwnFile, Reading};
use crate::parse::holes::{HtmlBytes, clip, ends, is_named, push, text_at, with_quotations};
use crate::parse::offsets::Offsets;
use crate::parse::quotation::{self, Uncited};
use crate::parse::sentence::{holding, sentences};

/// Converts a Markdown text. `offsets` lead from its bytes to the file's.
pub fn prose(text: &str, offsets: &Offsets, uncited: Uncited, cx: &mut Reading) -> Prose {
    let marked = crate::markdown::read(text);
    let mut converter = Converter {
        text,
        offsets,
        sentences: sentences(&marked.plain, &marked.names),
        first_reference: cx.references.len(),
        citations: Vec::new(),
        marks: Vec::new(),
        mark_bytes: Vec::new(),
        details: Vec::new(),
        quotations: Vec::new(),
        cx,
    };
    converter.report(&marked.faults);
    converter.links(&marked);
    for bracket in &marked.citations {
        converter.bracket(bracket);
    }
    converter.quotations(&marked, uncited);
    converter.finish(marked)
}

/// What a citation says about the quotation that is tied to it.
#[derive(Clone, Default)]
struct Detail {
    speaker: Option<ReferenceId>,
    topic: Option<Box<str>>,
    translation: Option<Translation>,
}

struct Converter<'a, 'c> {
    text: &'a str,
    offsets: &'a Offsets,
    sentences: Vec<Range<usize>>,
    first_reference: usize,
    citations: Vec<Citation>,
    /// For each bracket: the bytes of the plain text it stands before, and its first citation.
    marks: Vec<(u32, Range<u32>)>,
    /// The bytes of the plain text that they stand before.
    mark_bytes: Vec<u32>,
    details: Vec<Detail>,
    /// Quotations with the holes that mark them.
    quotations: Vec<(Quoted, Option<(u32, u32)>)>,
    cx: &'c mut Reading,
}

impl Converter<'_, '_> {
    fn span(&self, range: Range<usize>) -> Span {
        self.offsets.span(range)
    }

    fn reference(&mut self, name: Range<usize>, expected: Expected, form: Form) -> ReferenceId {
        let written = &self.text[name.clone()];
        let span = self.span(name.clone());
        // A name over a line end has its white space folded.
        let folded = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let same = self.cx.file.slice(&span) == folded;
        self.cx.reference(Reference {
            span,
            spelled: (!same).then(|| folded.into()),
            expected,
            fragment: None,
            form,
        })
    }

    fn links(&mut self, marked: &Marked) {
        for link in &marked.links {
            let form = if link.own_words { Form::LinkWithWords } else { Form::BareLink };
            let id = self.reference(link.name.clone(), Expected::Anything, form);
            if let Some(fragment) = &link.fragment
                && let Some(reference) = self.cx.references.get_mut(id.index())
            {
                reference.fragment = Some(fragment.as_str().into());
            }
        }
    }

    // Citations.

    fn bracket(&mut self, bracket: &Bracket) {
        let first = clip(self.citations.len());
        let start = bracket.inside.start;
        match citation::read(&self.text[bracket.inside.clone()]) {
            Ok(cited) => {
                for one in cited {
                    self.citation(&one, bracket);
                }
            }
            Err(mistake) => {
                let range = start + mistake.range.start..start + mistake.range.end;
                let code = if mistake.no_translator {
                    Code::MissingTranslator
                } else {
                    Code::MalformedCitation
                };
                self.tell(code, self.span(range), &mistake.message, &mistake.help);
            }
        }
        self.marks.push((bracket.at, first..clip(self.citations.len())));
        self.mark_bytes.push(bracket.at);
    }

    fn citation(&mut self, cited: &Cited, bracket: &Bracket) {
        let start = bracket.inside.start;
        let moved = |range: &Range<usize>| start + range.start..start + range.end;
        let speaker = cited
            .speaker
            .as_ref()
            .map(|range| self.reference(moved(range), Expected::Only(Kind::Actor), Form::Citation));
        let source =
            self.reference(moved(&cited.source), Expected::Only(Kind::Source), Form::Citation);
        let translation = cited.translation.as_ref().map(|(translator, words)| Translation {
            translator: translator.as_str().into(),
            original: self.text[moved(words)].into(),
            span: self.span(moved(words)),
        });
        self.citations.push(Citation {
            source,
            locator: cited.locator.as_deref().map(Into::into),
            span: self.span(start - 1..bracket.inside.end + 1),
        });
        let topic = cited.topic.as_deref().map(Into::into);
        self.details.push(Detail { speaker, topic, translation });
    }

    // Quotations.

    fn quotations(&mut self, marked: &Marked, uncited: Uncited) {
        let mut outer: Vec<_> = marked.block_quotes.iter().filter(|quote| !quote.nested).collect();
        outer.sort_by_key(|quote| quote.plain.start);
        for quote in &outer {
            self.block_quote(marked, quote, uncited);
        }
        let mut read = Vec::new();
        let mut line_start = 0;
        let mut bytes = HtmlBytes::default();
        // All marks but one are outside ASCII: most texts are passed over without being read.
        let has_none = marked.plain.is_ascii() && !marked.plain.contains('"');
        let lines = if has_none { "" } else { &marked.plain };
        for line in lines.split('\n') {
            let start = clip(line_start);
            let before = outer.partition_point(|quote| quote.plain.start <= start);
            let quote = before.checked_sub(1).and_then(|n| outer.get(n));
            let set_apart = quote.is_some_and(|quote| quote.plain.contains(&start));
            if !set_apart && line.contains(|c| citation::quote_end(c).is_some()) {
                self.line(marked, line, line_start, &mut bytes, uncited, &mut read);
            }
            line_start += line.len() + 1;
        }
        read.extend(outer.iter().map(|quote| quote.plain.start as usize..quote.plain.end as usize));
        for mark in quotation::unread(&marked.plain, &self.mark_bytes, &read) {
            let message = "this mark stands before a citation and ends no quotation that is read";
            let help = "write the quoted words between `“` and `”`, so that they can be checked";
            self.mark(marked, &mark, message, help);
        }
    }

    fn mark(&mut self, marked: &Marked, mark: &Range<usize>, message: &str, help: &str) {
        let Some((run, _)) = ends(marked, mark).filter(|(run, _)| !run.code) else { return };
        let from = text_at(run, mark.start);
        let length = self.text[from..].chars().next().map_or(1, char::len_utf8);
        self.tell(Code::UnclosedQuotation, self.span(from..from + length), message, help);
    }

    fn line(
        &mut self,
        marked: &Marked,
        line: &str,
        start: usize,
        bytes: &mut HtmlBytes,
        uncited: Uncited,
        read: &mut Vec<Range<usize>>,
    ) {
        let end = start + line.len();
        let (found, unclosed) = quotation::find(line, |at| is_named(marked, start + at));
        for quote in found {
            let words = start + quote.words.start..start + quote.words.end;
            let whole = start + quote.whole.start..start + quote.whole.end;
            read.push(whole.clone());
            let Some((open, close)) = ends(marked, &whole).filter(|(a, b)| !a.code && !b.code)
            else {
                continue;
            };
            let begins = bytes.at(marked, open, whole.start);
            let ends = bytes.at(marked, close, whole.end);
            let holes =
                if open.element == close.element { (begins, ends) } else { (begins, begins) };
            let span = self.span(text_at(open, whole.start)..text_at(close, whole.end));
            let sentence = holding(&self.sentences, whole.start);
            let mark = quotation::tied(&marked.plain, &whole, &sentence, end, &self.mark_bytes);
            let citation = mark.and_then(|n| self.serving(n));
            self.quotation(marked, words, span, sentence, citation, Some(holes), false, uncited);
        }
        for at in unclosed {
            let mark = start + at..start + at + 1;
            let message = "no quotation mark closes this one in its paragraph";
            self.mark(marked, &mark, message, "close it, so that the words can be checked");
            read.push(mark);
        }
    }

    /// The first citation of a bracket.
    fn serving(&self, mark: usize) -> Option<u32> {
        let (_, citations) = self.marks.get(mark)?;
        (!citations.is_empty()).then_some(citations.start)
    }

    fn block_quote(&mut self, marked: &Marked, quote: &BlockQuote, uncited: Uncited) {
        let range = quote.plain.start as usize..quote.plain.end as usize;
        let plain = marked.plain.get(range.clone()).unwrap_or("");
        let lead = plain.len() - plain.trim_start().len();
        let mut words = range.start + lead..range.start + lead + plain.trim().len();
        // It is tied to the citation that ends it.
        let last = self.mark_bytes.partition_point(|at| *at < quote.plain.end).checked_sub(1);
        let last = last.filter(|n| {
            let at = self.mark_bytes.get(*n).copied().unwrap_or(0);
            let after = marked.plain.get(at as usize..words.end.max(at as usize));
            quote.plain.contains(&at) && after.is_some_and(|after| after.trim().is_empty())
        });
        let inner_start = words.start;
        let inner = quotation::find(marked.plain.get(words.clone()).unwrap_or(""), |at| {
            is_named(marked, inner_start + at)
        });
        let inner = inner.0;
        if let [only] = inner.as_slice()
            && only.whole == (0..words.len())
        {
            words = words.start + only.words.start..words.start + only.words.end;
        }
        let citation = last.and_then(|n| self.serving(n));
        let span = self.span(quote.text.clone());
        let sentence = words.clone();
        let holes = Some((quote.html.start, quote.html.end));
        self.quotation(marked, words, span, sentence, citation, holes, true, uncited);
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one quotation, used once each")]
    fn quotation(
        &mut self,
        marked: &Marked,
        words: Range<usize>,
        span: Span,
        sentence: Range<usize>,
        citation: Option<u32>,
        holes: Option<(u32, u32)>,
        block: bool,
        uncited: Uncited,
    ) {
        let text = marked.plain.get(words.clone()).unwrap_or("");
        let names = |byte: usize| marked.names.partition_point(|hole| (hole.at as usize) < byte);
        let names = names(words.end + 1) - names(words.start);
        if citation.is_none() && uncited == Uncited::Reported {
            if quotation::count(text) + names >= quotation::WORDS_THAT_NEED_A_CITATION {
                let message = "these quoted words have no citation";
                let help = "put `[@source]` right after them, or later in the same sentence";
                self.tell(Code::UnattributedQuotation, span, message, help);
            }
            return;
        }
        // What holds no word would be found in any text.
        if names == 0 && !quotation::says_something(text) {
            let message = "no letter and no digit stands between these quotation marks";
            let help = "write the quoted words, or put the mark that is meant between backticks";
            self.tell(Code::EmptyQuotation, span, message, help);
            return;
        }
        let detail = citation.and_then(|n| self.details.get(n as usize)).cloned();
        let Detail { speaker, topic, translation } = detail.unwrap_or_default();
        let quoted = Quoted {
            words: Span::new(words),
            span,
            sentence: Span::new(sentence),
            citation,
            speaker,
            topic,
            translation,
            block,
        };
        self.quotations.push((quoted, holes));
    }

    // Putting together.

    fn finish(mut self, marked: Marked) -> Prose {
        let base = clip(self.first_reference);
        let moved = |id: ReferenceId| ReferenceId(id.0 + base);
        self.quotations.sort_by_key(|(quoted, _)| quoted.words);
        let mut holes = Vec::with_capacity(marked.holes.len() + 2 * self.quotations.len());
        for hole in &marked.holes {
            let at = hole.at;
            match hole.filling {
                Filling::LinkStart(id) => push(&mut holes, at, Filling::LinkStart(moved(id))),
                Filling::LinkEnd(id) => push(&mut holes, at, Filling::LinkEnd(moved(id))),
                Filling::Name(id) => push(&mut holes, at, Filling::Name(moved(id))),
                Filling::Citation(bracket) => {
                    let cited = self.marks.get(bracket as usize).map(|(_, cited)| cited.clone());
                    for citation in cited.unwrap_or_default() {
                        push(&mut holes, at, Filling::Citation(citation));
                    }
                }
                other @ (Filling::QuotationStart(_)
                | Filling::QuotationEnd(_)
                | Filling::Root
                | Filling::IdPrefix
                | Filling::Level(_)) => push(&mut holes, at, other),
            }
        }
        let ends = self.quotations.iter().map(|(_, ends)| *ends);
        let holes = with_quotations(holes, ends);
        self.files_and_fragments(&marked);
        let mentions = self.mentions(&marked, base);
        let plain: Box<str> = marked.plain.as_str().into();
        let html: Box<str> = marked.html.as_str().into();
        buffers::give_back(marked.html, marked.plain);
        Prose {
            words: clip(plain.split_ascii_whitespace().count() + marked.names.len()),
            html,
            holes,
            names: marked
                .names
                .into_iter()
                .map(|mut hole| {
                    hole.reference = moved(hole.reference);
                    hole
                })
                .collect(),
            plain,
            mentions,
            citations: self.citations,
            quotations: self.quotations.into_iter().map(|(quoted, _)| quoted).collect(),
            headings: marked.headings,
        }
    }

    fn mentions(&self, marked: &Marked, base: u32) -> Vec<Mention> {
        let links = marked.links.iter().enumerate().map(|(n, link)| (link.at, base + clip(n)));
        let cited = self.marks.iter().flat_map(|(at, cited)| {
            let sources = self.citations.get(cited.start as usize..cited.end as usize);
            sources.unwrap_or(&[]).iter().map(|citation| (*at, citation.source.0))
        });
        let mut mentions: Vec<(u32, u32)> = links.chain(cited).collect();
        mentions.sort_unstable();
        let mention = |(at, reference)| {
            // A citation stands after the words of its sentence.
            let sentence = Span::new(holding(&self.sentences, at as usize));
            Mention { reference: ReferenceId(reference), sentence }
        };
        mentions.into_iter().map(mention).collect()
    }

    fn files_and_fragments(&mut self, marked: &Marked) {
        for file in &marked.files {
            let (span, path) = (self.span(file.range.clone()), file.path.as_str().into());
            self.cx.files.push(OwnFile { span, path, is_picture: file.is_picture });
        }
        for (range, id) in &marked.fragments {
            if let Some((message, help)) = no_heading(id, &marked.headings) {
                self.tell(Code::UnknownHeading, self.span(range.clone()), &message, &help);
            }
        }
    }

    fn report(&mut self, faults: &[Fault]) {
        for fault in faults {
            let (code, message, help) = said(&fault.wrong, self.text, &fault.range);
            self.tell(code, self.span(fault.range.clone()), &message, &help);
        }
    }

    fn tell(&mut self, code: Code, span: Span, message: &str, help: &str) {
        let place = self.cx.place(span);
        self.cx.report(Diagnostic::new(code, place, message).help(help));
    }
}
