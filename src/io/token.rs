//! Words that nobody can guess.

use std::fmt::Write as _;
use std::io::Error;
use std::path::Path;
use std::sync::Arc;

use crate::io::error::IoError;

/// 128 random bits of the system, in hex.
///
/// # Errors
/// Where the system has none.
pub fn token() -> Result<Arc<str>, IoError> {
    let mut bytes = [0; 16];
    let refused = |error: getrandom::Error| {
        IoError::new(
            "get random bits from",
            Path::new("the system"),
            Error::other(error.to_string()),
        )
    };
    getrandom::fill(&mut bytes).map_err(refused)?;
    let mut text = String::with_capacity(32);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text.into())
}
