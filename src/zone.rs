//! Stub.
/// Z.
#[derive(Clone, Debug)]
pub struct Zone;
impl Zone {
    /// n
    pub fn named(_: &str) -> Option<Zone> {
        Some(Zone)
    }
    /// utc
    pub fn utc() -> Zone {
        Zone
    }
    /// n
    pub fn names() -> impl Iterator<Item = &'static str> {
        std::iter::empty()
    }
}
