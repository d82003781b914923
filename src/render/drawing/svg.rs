//! The little of SVG that pictures need.

use std::fmt::Display;

use crate::render::escape;

/// A picture while it is drawn: what is seen, and the links that lie over it.
///
/// What is seen is one image with a name, as ARIA has it, and an image holds nothing that can be
/// reached: so the links are beside it, for pointers alone. By keys, and by ear, readers have the
/// list or table that says the same.
#[derive(Default)]
pub struct Picture {
    seen: String,
    links: String,
}

impl Picture {
    /// Adds an element with attributes and nothing in it.
    pub fn shape(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        push_tag(&mut self.seen, name, attributes);
        self.seen.push_str("/>");
    }

    /// Adds words.
    pub fn words(&mut self, attributes: &[(&str, &dyn Display)], words: &str) {
        push_tag(&mut self.seen, "text", attributes);
        self.seen.push('>');
        escape::push(&mut self.seen, words);
        self.seen.push_str("</text>");
    }

    /// Adds a shape with a name that pointers show.
    pub fn named_shape(&mut self, name: &str, attributes: &[(&str, &dyn Display)], words: &str) {
        push_tag(&mut self.seen, name, attributes);
        self.seen.push('>');
        push_title(&mut self.seen, words);
        self.seen.push_str("</");
        self.seen.push_str(name);
        self.seen.push('>');
    }

    /// Adds a link over a rectangle: its corner, its width and height.
    pub fn link(&mut self, address: &str, words: &str, [x, y, width, height]: [i64; 4]) {
        push_tag(&mut self.links, "a", &[("href", &address), ("tabindex", &"-1")]);
        self.links.push('>');
        push_title(&mut self.links, words);
        let place: [(&str, &dyn Display); 4] =
            [("x", &x), ("y", &y), ("width", &width), ("height", &height)];
        push_tag(&mut self.links, "rect", &place);
        self.links.push_str("/></a>");
    }

    /// The whole, with its name and what it shows.
    #[must_use]
    pub fn finish(self, title: &str, description: &str, width: i64, height: i64) -> String {
        let mut svg = String::with_capacity(self.seen.len() + self.links.len() + 512);
        let view = format!("0 0 {width} {height}");
        let frame: [(&str, &dyn Display); 3] =
            [("viewBox", &view), ("width", &width), ("height", &height)];
        push_tag(&mut svg, "svg", &frame);
        svg.push_str("><g role=\"img\" aria-labelledby=\"drawing_title\" aria-describedby=\"drawing_desc\"><title id=\"drawing_title\">");
        escape::push(&mut svg, title);
        svg.push_str("</title><desc id=\"drawing_desc\">");
        escape::push(&mut svg, description);
        svg.push_str("</desc>");
        svg.push_str(&self.seen);
        svg.push_str("</g><g class=\"links\" aria-hidden=\"true\">");
        svg.push_str(&self.links);
        svg.push_str("</g></svg>");
        svg
    }
}

fn push_title(svg: &mut String, words: &str) {
    svg.push_str("<title>");
    escape::push(svg, words);
    svg.push_str("</title>");
}

fn push_tag(svg: &mut String, name: &str, attributes: &[(&str, &dyn Display)]) {
    svg.push('<');
    svg.push_str(name);
    for (name, value) in attributes {
        svg.push(' ');
        svg.push_str(name);
        svg.push_str("=\"");
        escape::push(svg, &value.to_string());
        svg.push('"');
    }
}
