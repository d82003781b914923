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
/// b
pub fn bounds(_: &crate::model::when::When, _: &Zone) -> crate::model::when::Bounds {
    crate::model::when::Bounds { lower: 0, upper: 0 }
}
