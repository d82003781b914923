//! Which of several places a locator means: `para. 4`, `line 12`, `p. 3`.

/// The range of bytes of a text that a locator names; none where it names none that can be told.
#[must_use]
pub fn range(text: &str, locator: &str) -> Option<(usize, usize)> {
    let mut words = locator.split(|c: char| c.is_whitespace() || c == ',' || c == '.');
    let mut words = words.by_ref().filter(|word| !word.is_empty());
    let first = words.next()?.to_lowercase();
    let (unit, number) = match first.strip_prefix(['¶', '§']) {
        Some("") => ("para".to_owned(), words.next()?.to_owned()),
        Some(number) => ("para".to_owned(), number.to_owned()),
        None => (first, words.next()?.to_owned()),
    };
    let number: usize = number.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    let nth = number.checked_sub(1)?;
    match unit.as_str() {
        "para" | "paras" | "par" | "paragraph" | "absatz" | "abs" | "абз" | "абзац" | "alinéa"
        | "párrafo" => paragraphs(text).nth(nth),
        "line" | "l" | "zeile" | "строка" | "рядок" | "ligne" | "línea" => {
            pieces(text, '\n', |_| true).nth(nth)
        }
        "p" | "page" | "s" | "seite" | "стр" | "с" | "pág" if text.contains('\u{c}') => {
            pieces(text, '\u{c}', |_| true).nth(nth)
        }
        _ => None,
    }
}

/// The paragraphs: what blank lines part, or lines where there are none.
fn paragraphs(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let lines: Vec<(usize, usize)> = pieces(text, '\n', |_| true).collect();
    let blank = |(start, end): &(usize, usize)| {
        text.get(*start..*end).is_none_or(|line| line.trim().is_empty())
    };
    let inside = lines.iter().skip_while(|it| blank(it));
    let last = lines.iter().rposition(|it| !blank(it)).unwrap_or(0);
    let first = lines.len() - inside.clone().count();
    let parted = lines.get(first..last).is_some_and(|lines| lines.iter().any(blank));
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for line in &lines {
        if blank(line) {
            open = false;
        } else if let Some(paragraph) = found.last_mut().filter(|_| open && parted) {
            paragraph.1 = line.1;
        } else {
            found.push(*line);
            open = true;
        }
    }
    found.into_iter()
}

fn pieces<'t>(
    text: &'t str,
    mark: char,
    wanted: impl Fn(&str) -> bool + 't,
) -> impl Iterator<Item = (usize, usize)> + 't {
    let mut start = 0;
    text.split(mark).filter_map(move |piece| {
        let range = (start, start + piece.len());
        start = range.1 + mark.len_utf8();
        wanted(piece).then_some(range)
    })
}

#[cfg(test)]
mod tests {
    use super::range;

    fn at<'t>(text: &'t str, locator: &str) -> Option<&'t str> {
        range(text, locator).map(|(start, end)| &text[start..end])
    }

    #[test]
    fn paragraphs_and_lines_are_counted() {
        let text = "One\nstill one\n\nTwo\n\n\nThree";
        assert_eq!(at(text, "para. 1"), Some("One\nstill one"));
        assert_eq!(at(text, "paragraph 3, line 1"), Some("Three"));
        assert_eq!(at(text, "¶2"), Some("Two"));
        assert_eq!(at(text, "line 2"), Some("still one"));
        assert_eq!(at("One\nTwo\n", "para. 2"), Some("Two"));
        assert_eq!(at("One\nTwo", "para. 9"), None);
        assert_eq!(at("One\nTwo", "p. 1"), None);
        assert_eq!(at("One\u{c}Two", "p. 2"), Some("Two"));
        assert_eq!(at("One", "chapter two"), None);
    }
}
