//! Tables as RFC 4180 has them: UTF-8 without a byte order mark, CRLF, quotation marks where needed.
//!
//! The only module that knows the `csv` crate.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

/// A table: its head, and its rows, each with a cell for each column.
#[must_use]
pub fn table<'a, const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [Cow<'a, str>; N]>,
) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and all rows have the same length.
    let _ = writer.write_record(head);
    for row in rows {
        let _ =
            writer.write_record(row.iter().map(|cell| harmless(cell).into_owned().into_bytes()));
    }
    writer.into_inner().unwrap_or_default()
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
        String::from_utf8(table(["a", "b"], rows)).unwrap()
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
