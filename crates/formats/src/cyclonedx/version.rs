//! The versions of the specification that are written.

/// The versions of CycloneDX that are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CyclonedxVersion {
    /// 1.6 (ECMA-424, first edition).
    #[default]
    V1_6,
    /// 1.7 (ECMA-424, second edition).
    V1_7,
}

impl CyclonedxVersion {
    /// As it stands in `specVersion`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::V1_6 => "1.6",
            Self::V1_7 => "1.7",
        }
    }
}
