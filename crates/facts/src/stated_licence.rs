//! A licence as a bill of materials states it.

/// A licence, and in which sense it is stated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct StatedLicence {
    /// How the licence is named.
    pub named: LicenceName,
    /// Who states it: the one who made the component, or the one who looked.
    pub sense: Option<LicenceSense>,
    /// Its text, where it stands in the document.
    pub text: Option<String>,
    /// Where its text lies.
    pub url: Option<String>,
}

/// How a licence is named.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum LicenceName {
    /// An expression of SPDX licence ids (SPDX 2.3 annex D).
    Expression(String),
    /// An id of the SPDX licence list.
    Id(String),
    /// A name that is on no list.
    Name(String),
}

/// In which sense a licence is stated (CycloneDX `acknowledgement`; SPDX `licenseDeclared` and `licenseConcluded`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LicenceSense {
    /// By who made the component: the original licence of BSI TR-03183-2.
    Declared,
    /// By who examined it: the distribution licence of BSI TR-03183-2.
    Concluded,
}

impl LicenceName {
    /// The name as written, whatever it is.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Expression(words) | Self::Id(words) | Self::Name(words) => words,
        }
    }
}

impl Default for LicenceName {
    fn default() -> Self {
        Self::Name(String::new())
    }
}
