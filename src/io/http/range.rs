//! Parts of a file: `Range: bytes=0-99`.

/// Which bytes are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// All of them: no range, several, or one that cannot be read.
    All,
    /// From the first up to one past the last.
    Part(u64, u64),
    /// Bytes that the file does not have.
    Beyond,
}

/// Reads the header's value, for a file of a length.
#[must_use]
pub fn asked(header: &str, length: u64) -> Asked {
    let Some(range) = header.strip_prefix("bytes=") else { return Asked::All };
    let Some((first, last)) = range.trim().split_once('-') else { return Asked::All };
    let number = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u64>().unwrap_or(u64::MAX))
    };
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first > last => Asked::All,
        (Some(first), _) if first >= length && (last.is_empty() || number(last).is_some()) => {
            Asked::Beyond
        }
        (Some(first), Some(last)) => Asked::Part(first, length.min(last.saturating_add(1))),
        (Some(first), None) if last.is_empty() => Asked::Part(first, length),
        (None, Some(last)) if first.is_empty() => {
            let wanted = last.min(length);
            if wanted == 0 { Asked::Beyond } else { Asked::Part(length - wanted, length) }
        }
        (Some(_) | None, None) | (None, Some(_)) => Asked::All,
    }
}

#[cfg(test)]
mod tests {
    use super::Asked::{All, Beyond, Part};
    use super::asked;

    #[test]
    fn one_range_is_understood() {
        for (header, expected) in [
            ("bytes=0-0", Part(0, 1)),
            ("bytes=2-4", Part(2, 5)),
            ("bytes=2-", Part(2, 10)),
            ("bytes=8-99", Part(8, 10)),
            ("bytes=-3", Part(7, 10)),
            ("bytes=-99", Part(0, 10)),
            ("bytes=9-99999999999999999999999", Part(9, 10)),
            ("bytes=10-", Beyond),
            ("bytes=10-12", Beyond),
            ("bytes=-0", Beyond),
            ("bytes=99999999999999999999999-", Beyond),
        ] {
            assert_eq!(asked(header, 10), expected, "{header}");
        }
    }

    #[test]
    fn what_cannot_be_read_asks_for_all() {
        for header in [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=4-2",
            "bytes=0-1,3-4",
            "bytes=a-b",
            "bytes=+1-2",
            "bytes=10-x",
            "lines=0-1",
            "bytes=1-2-3",
        ] {
            assert_eq!(asked(header, 10), All, "{header}");
        }
    }

    #[test]
    fn an_empty_file_has_no_parts() {
        assert_eq!((asked("bytes=0-", 0), asked("bytes=-1", 0)), (Beyond, Beyond));
    }
}
