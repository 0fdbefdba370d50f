//! One of the files a feed consists of that are each fetched whole.

/// A file of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedFile {
    /// Where it may lie below the feed's address, the best place first: what is there first is the file.
    pub names: Vec<String>,
    /// Whether the feed is whole without it, as long as no copy of it was ever held.
    pub may_be_missing: bool,
    /// Whether what lies at such a name stays as it is: a file that is held is not asked for again.
    pub is_final: bool,
}

impl FeedFile {
    /// The file of this name, which changes and must be there.
    pub fn named(name: impl Into<String>) -> Self {
        Self::first_of(vec![name.into()])
    }

    /// The first of these that is there.
    pub fn first_of(names: Vec<String>) -> Self {
        Self { names, may_be_missing: false, is_final: false }
    }

    /// The same, of which it is no fault if it is not there yet.
    #[must_use]
    pub fn if_there(self) -> Self {
        Self { may_be_missing: true, ..self }
    }

    /// The same, which once published never changes.
    #[must_use]
    pub fn for_good(self) -> Self {
        Self { is_final: true, ..self }
    }
}
