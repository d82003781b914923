//! The program under test.

use std::ffi::OsString;

/// Where the program is: what `DATELINE` names (`./test` tests what is released, which takes a fifth
/// of the time), or the one that was built with the test.
pub(crate) fn program() -> OsString {
    std::env::var_os("DATELINE").unwrap_or_else(|| env!("CARGO_BIN_EXE_dateline").into())
}
