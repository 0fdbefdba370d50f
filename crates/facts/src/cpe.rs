//! A Common Platform Enumeration name: which product of which vendor in which version, said in eleven attributes
//! (NIST IR 7695, "Common Platform Enumeration: Naming Specification Version 2.3").

use crate::cpe_value::{CpeText, CpeValue};

/// The longest name that is read, in bytes.
pub const LONGEST_CPE_BYTES: usize = 2048;

/// A well-formed name. Text is in small letters, as names that differ only in case name the same (IR 7696, 7.3).
///
/// It is written in two ways: as formatted string, `cpe:2.3:a:haxx:curl:8.4.0:*:*:*:*:*:*:*`, which `Display` gives,
/// and as the URI of version 2.2, `cpe:/a:haxx:curl:8.4.0`, which [`Cpe::uri`] gives. `FromStr` reads both.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cpe {
    pub(crate) values: [CpeValue; 11],
}

/// The attributes of a name, in the order of the formatted string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CpeAttribute {
    /// Application, operating system or hardware: `a`, `o`, `h`.
    Part,
    /// Who makes the product.
    Vendor,
    /// The product.
    Product,
    /// Its version.
    Version,
    /// Update, service pack, pre-release.
    Update,
    /// Edition; kept for names of version 2.2.
    Edition,
    /// Language of the user interface (RFC 5646).
    Language,
    /// For which market or group of users.
    SwEdition,
    /// The software it runs on.
    TargetSw,
    /// The hardware it runs on.
    TargetHw,
    /// Anything else.
    Other,
}

impl CpeAttribute {
    /// All of them, in their order.
    pub const ALL: [Self; 11] = [
        Self::Part,
        Self::Vendor,
        Self::Product,
        Self::Version,
        Self::Update,
        Self::Edition,
        Self::Language,
        Self::SwEdition,
        Self::TargetSw,
        Self::TargetHw,
        Self::Other,
    ];

    /// What the specification calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Vendor => "vendor",
            Self::Product => "product",
            Self::Version => "version",
            Self::Update => "update",
            Self::Edition => "edition",
            Self::Language => "language",
            Self::SwEdition => "sw_edition",
            Self::TargetSw => "target_sw",
            Self::TargetHw => "target_hw",
            Self::Other => "other",
        }
    }
}

impl Cpe {
    /// The name that says nothing but the product.
    pub fn of_product(product: CpeText) -> Self {
        let mut values = [const { CpeValue::Any }; 11];
        values[CpeAttribute::Product as usize] = CpeValue::Text(product);
        Self { values }
    }

    /// The same name for every version of its product.
    #[must_use]
    pub fn of_any_version(mut self) -> Self {
        self.values[CpeAttribute::Version as usize] = CpeValue::Any;
        self
    }

    /// What an attribute says.
    pub fn get(&self, attribute: CpeAttribute) -> &CpeValue {
        &self.values[attribute as usize]
    }

    /// Part, vendor and product as one word, `a:haxx:curl`, each in its well-formed spelling; `None` unless all three are
    /// said and none has a wildcard. Names of the same product have the same word.
    pub fn product_key(&self) -> Option<String> {
        let said = |attribute| {
            let text = self.get(attribute).text().filter(|text| !text.has_wildcards())?;
            Some(text.as_quoted())
        };
        let (part, vendor) = (said(CpeAttribute::Part)?, said(CpeAttribute::Vendor)?);
        Some(format!("{part}:{vendor}:{}", said(CpeAttribute::Product)?))
    }
}
