//! Addresses by which an editor opens a file at a place. They are links on the preview's pages, which
//! the author follows or not; no request ever starts a program.

use std::path::Path;

use crate::commands::refusal::Refusal;
use crate::model::place::Position;

/// The editors whose addresses are known, with their own documents' forms.
const KNOWN: [(&str, &str); 8] = [
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{path}&line={line}&column={column}"),
    ("bbedit", "bbedit://open?url=file://{path}&line={line}"),
];
/// What a browser would run or fetch itself.
const REFUSED: [&str; 8] =
    ["javascript", "data", "http", "https", "file", "blob", "vbscript", "about"];

/// How an editor is asked to open a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    form: Box<str>,
}

impl Editor {
    /// An editor by its name, or by an address with `{path}`, `{line}` and `{column}` in it.
    ///
    /// # Errors
    /// Where it is neither, or where following the address would do something else.
    pub fn named(text: &str) -> Result<Self, Refusal> {
        if let Some((_, form)) = KNOWN.iter().find(|(name, _)| *name == text) {
            return Ok(Editor { form: (*form).into() });
        }
        let scheme = text.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        let is_word = |scheme: &String| {
            scheme.starts_with(|c: char| c.is_ascii_lowercase())
                && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
                && !REFUSED.contains(&scheme.as_str())
        };
        if scheme.as_ref().is_some_and(is_word) && text.contains("{path}") {
            return Ok(Editor { form: text.into() });
        }
        let names = KNOWN.map(|(name, _)| name).join(", ");
        let help = format!(
            "one of {names}; or the editor's own address, with {{path}} in it: `myeditor://open?file={{path}}&line={{line}}`"
        );
        Err(Refusal::new(format!("`{text}` is no editor that is known"), help))
    }

    /// The address that opens a file at a place.
    #[must_use]
    pub fn address(&self, root: &Path, path: &str, position: Position) -> String {
        let full = root.join(path);
        let mut encoded = String::new();
        for byte in full.to_string_lossy().bytes() {
            let is_plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
            match byte {
                b'\\' => encoded.push('/'),
                _ if is_plain => encoded.push(char::from(byte)),
                _ => encoded.push_str(&format!("%{byte:02X}")),
            }
        }
        if !encoded.starts_with('/') {
            encoded.insert(0, '/');
        }
        let (line, column) = (position.line.to_string(), position.column.to_string());
        self.form.replace("{line}", &line).replace("{column}", &column).replace("{path}", &encoded)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Editor;
    use crate::model::place::Position;

    #[test]
    fn a_file_is_opened_at_its_place() {
        let position = Position { line: 3, column: 7 };
        let open = |editor: &str| {
            let editor = Editor::named(editor).unwrap();
            editor.address(Path::new("/home/a b"), "content/é?.md", position)
        };
        assert_eq!(open("vscode"), "vscode://file/home/a%20b/content/%C3%A9%3F.md:3:7");
        assert_eq!(open("x+y://{line}/{path}"), "x+y://3//home/a%20b/content/%C3%A9%3F.md");
    }

    #[test]
    fn what_a_browser_would_run_or_fetch_is_no_editor() {
        for text in [
            "notepad",
            "javascript://{path}",
            "JavaScript://{path}",
            "data://{path}",
            "https://{path}",
            "file://{path}",
            "://{path}",
            "x y://{path}",
            "vscode://file",
            "",
        ] {
            assert!(Editor::named(text).is_err(), "{text}");
        }
    }
}
