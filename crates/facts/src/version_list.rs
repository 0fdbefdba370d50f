//! Versions that an advisory lists one by one.

use std::fmt;

/// Versions as written, in their order. All of them are one text: records list hundreds of thousands, a few letters each.
#[derive(Clone, Default, Eq)]
pub struct VersionList {
    text: String,
    /// Where each ends in the text, in bytes.
    ends: Vec<usize>,
}

impl VersionList {
    /// Adds a version behind the others.
    #[inline]
    pub fn push(&mut self, version: &str) {
        self.text.push_str(version);
        self.ends.push(self.text.len());
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The versions.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |&end| &self.text[std::mem::replace(&mut start, end)..end])
    }

    /// Whether this one is among them, written alike.
    pub fn contains(&self, version: &str) -> bool {
        self.iter().any(|one| one == version)
    }
}

impl<S: AsRef<str>> FromIterator<S> for VersionList {
    fn from_iter<I: IntoIterator<Item = S>>(versions: I) -> Self {
        let mut list = Self::default();
        versions.into_iter().for_each(|version| list.push(version.as_ref()));
        list
    }
}

impl<S: AsRef<str>, const COUNT: usize> From<[S; COUNT]> for VersionList {
    fn from(versions: [S; COUNT]) -> Self {
        versions.into_iter().collect()
    }
}

impl PartialEq for VersionList {
    fn eq(&self, other: &Self) -> bool {
        // Most records list none. To compare no bytes at the place an empty list points to is slow where the system's comparison
        // masks what it must not read: the processor then finds out each time that there is nothing to read.
        self.len() == other.len() && (self.is_empty() || self.text == other.text && self.ends == other.ends)
    }
}

impl fmt::Debug for VersionList {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn versions_are_those_added_in_their_order(versions in proptest::collection::vec("[0-9.é]{0,4}", 0..9), other in "[0-9.é]{0,4}") {
            let list: VersionList = versions.iter().collect();
            prop_assert_eq!(list.iter().collect::<Vec<_>>(), versions.iter().collect::<Vec<_>>());
            prop_assert_eq!((list.len(), list.iter().len(), list.is_empty()), (versions.len(), versions.len(), versions.is_empty()));
            prop_assert_eq!(list.contains(&other), versions.contains(&other));
            prop_assert_eq!(format!("{list:?}"), format!("{versions:?}"));
        }
    }

    #[test]
    fn the_same_letters_divided_otherwise_are_another_list() {
        assert_ne!(VersionList::from(["1.0", "1.1"]), VersionList::from(["1.01", ".1"]));
        assert_eq!(VersionList::from([""]).len(), 1);
    }
}
