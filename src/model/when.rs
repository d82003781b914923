//! Stub until the real one is merged.
/// When.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct When(pub Box<str>);
/// Bounds in UTC seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Bounds {
    /// Lower.
    pub lower: i64,
    /// Upper.
    pub upper: i64,
}
