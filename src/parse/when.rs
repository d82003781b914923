//! Stub.
use crate::model::when::When;
/// E.
#[derive(Debug)]
pub struct WhenError {
    /// r
    pub range: std::ops::Range<usize>,
    /// m
    pub message: String,
    /// h
    pub help: String,
}
/// w
pub fn when(text: &str) -> Result<When, WhenError> {
    Ok(When(text.into()))
}
/// d
pub fn day(text: &str) -> Result<When, WhenError> {
    Ok(When(text.into()))
}
/// i
pub fn instant(_text: &str) -> Result<i64, WhenError> {
    Ok(0)
}
