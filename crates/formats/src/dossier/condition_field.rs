//! What a rule's condition may speak of: names, what kind of fact each is, and whether it tells of the risk alone.

/// What kind of fact a field is, or a part of a condition comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FactKind {
    /// `true` or `false`.
    Truth,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// Text.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of texts.
    List,
}

/// One field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    /// What it is a field of: `finding`, `component`, `product`.
    pub(super) of: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// What kind of fact it is.
    pub(super) kind: FactKind,
    /// Whether it tells why a vulnerability does not reach this product, or what it is: not how bad or how likely it is, how old, or
    /// which product was asked about.
    pub(super) is_ground: bool,
}

const fn field(of: &'static str, name: &'static str, kind: FactKind, is_ground: bool) -> Field {
    Field { of, name, kind, is_ground }
}

const RATINGS: FactKind = FactKind::Word(&["none", "low", "medium", "high", "critical"]);
const CONFIDENCES: FactKind = FactKind::Word(&["weak", "likely", "certain"]);
const PRODUCTS: FactKind = FactKind::Word(&[
    "software",
    "hardware",
    "hardware-with-software",
    "remote-service",
    "source-code",
    "tutorial-code",
    "not-electronic",
]);

/// Every field, in the order the reference lists them.
pub(super) const FIELDS: &[Field] = &[
    field("finding", "id", FactKind::Text, true),
    field("finding", "aliases", FactKind::List, true),
    field("finding", "severity", RATINGS, false),
    field("finding", "score", FactKind::Number, false),
    field("finding", "epss", FactKind::Number, false),
    field("finding", "exploited", FactKind::Truth, false),
    field("finding", "age_days", FactKind::Whole, false),
    field("finding", "fix_available", FactKind::Truth, false),
    field("finding", "confidence", CONFIDENCES, true),
    field("finding", "sources", FactKind::List, true),
    field("finding", "files", FactKind::List, true),
    field("component", "name", FactKind::Text, true),
    field("component", "package", FactKind::Text, true),
    field("component", "version", FactKind::Text, true),
    field("component", "type", FactKind::Text, true),
    field("component", "supplier", FactKind::Text, true),
    field("component", "direct", FactKind::Truth, true),
    field("component", "pulled_in_by", FactKind::List, true),
    field("product", "name", FactKind::Text, false),
    field("product", "release", FactKind::Text, false),
    field("product", "kind", PRODUCTS, false),
];
