//! HTML → text: what a reader of the page sees, a paragraph at a time.
//!
//! A page is read token by token, so that neither depth nor size of it can do harm.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// Elements whose content no reader sees as text.
const UNSEEN: &[&str] = &[
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select",
    "textarea", "title",
];

/// Elements that stand apart from what is before and after them.
const APART: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
    "caption",
];

/// Elements that begin a line of their own.
const LINES: &[&str] = &["br", "li", "dt", "dd", "tr", "option", "legend"];

/// Elements that have no end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// The text of a page.
#[must_use]
pub fn text(html: &str) -> String {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut writer = Writer::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => writer.start(&tag),
            Token::EndTag(tag) => writer.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => writer.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    let mut text = writer.text.trim_end().to_owned();
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

#[derive(Default)]
struct Writer {
    text: String,
    /// The line ends that belong before the next word.
    breaks: usize,
    space: bool,
    /// The element whose content is passed over, and how many of its name are open inside it.
    unseen: Option<(String, usize)>,
    /// How many elements are open whose white space counts.
    pre: usize,
}

impl Writer {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name);
        if let Some((unseen, depth)) = &mut self.unseen {
            *depth += usize::from(*unseen == name);
            return;
        }
        let void = VOID.contains(&&*name);
        if !void && !tag.self_closing && (UNSEEN.contains(&&*name) || is_hidden(tag)) {
            self.unseen = Some((name.into_owned(), 1));
            return;
        }
        match &*name {
            "pre" => self.pre += 1,
            "q" => self.word("“"),
            "td" | "th" => self.space = true,
            _ => {}
        }
        self.apart(&name);
    }

    fn end(&mut self, name: &str) {
        if let Some((unseen, depth)) = &mut self.unseen {
            *depth -= usize::from(unseen == name);
            if *depth == 0 {
                self.unseen = None;
            }
            return;
        }
        match name {
            "pre" => self.pre = self.pre.saturating_sub(1),
            "q" => {
                self.space = false;
                self.word("”");
            }
            _ => {}
        }
        self.apart(name);
    }

    fn apart(&mut self, name: &str) {
        let breaks = if APART.contains(&name) {
            2
        } else if LINES.contains(&name) {
            1
        } else {
            return;
        };
        self.breaks = self.breaks.max(breaks);
    }

    fn text(&mut self, text: &str) {
        if self.unseen.is_some() {
            return;
        }
        if self.pre > 0 {
            return self.word(text);
        }
        // The white space of HTML; other kinds of space are part of the text.
        let is_space = |c: char| matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}');
        for (number, word) in text.split(is_space).enumerate() {
            self.space |= number > 0;
            if !word.is_empty() {
                self.word(word);
            }
        }
    }

    fn word(&mut self, word: &str) {
        if self.breaks > 0 {
            let line_end = if self.text.is_empty() {
                ""
            } else if self.breaks > 1 {
                "\n\n"
            } else {
                "\n"
            };
            self.text.push_str(line_end);
        } else if self.space && !self.text.is_empty() {
            self.text.push(' ');
        }
        (self.breaks, self.space) = (0, false);
        let kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        self.text.extend(word.chars().filter(kept));
    }
}

fn is_hidden(tag: &StartTag<()>) -> bool {
    let value =
        |name: &[u8]| tag.attributes.get(name).map(|it| String::from_utf8_lossy(it).to_lowercase());
    let style = value(b"style").unwrap_or_default().replace(' ', "");
    value(b"hidden").is_some_and(|it| it != "until-found") || style.contains("display:none")
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_a_reader_sees_is_kept_a_paragraph_at_a_time() {
        let html = "<!doctype html><head><title>No</title><style>p{}</style></head><body><h1>The
            talks</h1><p>We <b>will</b>\nact&nbsp;now &amp; then.<br>Soon<!-- no -->.</p><script>no(\"<p>\")</script>
            <ul><li>One<li>Two</ul><table><tr><td>a<td>b<tr><td>c</table><div hidden>no<div>no</div></div>
            <p style='display: none'>no</p><pre>x\n  y</pre>He said <q>so</q>, co&shy;op<sup>1</sup>.";
        let expected = "The talks\n\nWe will act\u{a0}now & then.\nSoon.\n\nOne\nTwo\n\na b\nc\n\nx\n  y\n\n\
                        He said “so”, co\u{ad}op1.\n";
        assert_eq!(text(html), expected);
        assert_eq!(text("<script>only()</script>"), "");
        assert_eq!(text("plain"), "plain\n");
    }

    #[test]
    fn depth_does_no_harm() {
        let deep = format!("{}x{}", "<div><b>".repeat(200_000), "</b>".repeat(100_000));
        assert_eq!(text(&deep), "x\n");
        let broken = "<a ".repeat(100_000) + "<p";
        assert_eq!(text(&broken), "");
    }
}
