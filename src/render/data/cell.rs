//! Tables as RFC 4180 has them: UTF-8 without a byte order mark, CRLF, quotation marks where needed.
//!
//! The only module that knows the `csv` crate.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

/// Writes a table: its head, and its rows, each with a cell for each column.
///
/// # Errors
/// Those of what it is written to: all rows have the same length.
pub fn table<'a, const N: usize>(
    to: &mut impl Write,
    head: [&str; N],
    rows: impl Iterator<Item = [Cow<'a, str>; N]>,
) -> io::Result<()> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to);
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell).into_owned().into_bytes()))?;
    }
    writer.flush()
}

/// A cell that no spreadsheet takes for a formula: those that would be get an apostrophe in front.
fn harmless(cell: &str) -> Cow<'_, str> {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            Cow::Owned(format!("'{cell}"))
        }
        Some(_) | None => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cells: &[[&'static str; 2]]) -> String {
        let rows = cells.iter().map(|row| row.map(Cow::Borrowed));
        let mut bytes = Vec::new();
        table(&mut bytes, ["a", "b"], rows).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn cells_are_quoted_where_they_must_be_and_lines_end_in_crlf() {
        let text = rows(&[["one, two", "say \"no\""], ["a\nb", "“é”"], ["", ""]]);
        assert_eq!(text, "a,b\r\n\"one, two\",\"say \"\"no\"\"\"\r\n\"a\nb\",“é”\r\n,\r\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        let text = rows(&[["=1+1", "@SUM(A1)"], ["-1", "\tx"], ["a=b", "'quoted"]]);
        assert_eq!(text, "a,b\r\n'=1+1,'@SUM(A1)\r\n'-1,'\tx\r\na=b,'quoted\r\n");
    }
}
