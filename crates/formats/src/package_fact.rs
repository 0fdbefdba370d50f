//! What a build says of a package beside listing it: the source it is made from, and the name it is known by.

/// A fact about packages of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageFact {
    /// The package.
    pub name: String,
    /// The source package or recipe it is made from.
    pub source: Option<String>,
    /// Its CPE name, as written; the version may be left open.
    pub cpe: Option<String>,
}

impl PackageFact {
    /// A fact; what is empty is not stated.
    pub(crate) fn new(name: &str, source: &str, cpe: &str) -> Self {
        let stated = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        Self { name: name.to_owned(), source: stated(source), cpe: stated(cpe) }
    }
}
