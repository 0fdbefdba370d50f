//! What of a record held: a range or a version, where it stands in the index, put into words when somebody asks.

use std::borrow::Cow;
use std::fmt;

use crate::window::Stretch;

/// The range or version that matched.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum HeldRange<'t> {
    /// A version the record lists.
    Listed(&'t str),
    /// A stretch of versions.
    Stretch(Stretch<'t>),
    /// Something else, in words.
    Words(String),
}

impl HeldRange<'_> {
    /// In words of the ecosystem: `>= 1.0.0, < 1.4.2`.
    pub(crate) fn words(&self) -> Cow<'_, str> {
        match self {
            Self::Listed(version) => Cow::Borrowed(version),
            Self::Stretch(stretch) => Cow::Owned(stretch.to_string()),
            Self::Words(words) => Cow::Borrowed(words),
        }
    }
}

impl fmt::Display for HeldRange<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listed(version) => out.write_str(version),
            Self::Stretch(stretch) => stretch.fmt(out),
            Self::Words(words) => out.write_str(words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::window::End;

    #[test]
    fn a_range_is_shown_in_the_words_it_is_compared_by() {
        let stretch = Stretch { from: Some("1.0"), to: End::LastAffected("2.0") };
        for (held, words) in [
            (HeldRange::Listed("1.2"), "1.2"),
            (HeldRange::Stretch(stretch), ">= 1.0, <= 2.0"),
            (HeldRange::Words("v1".to_owned()), "v1"),
        ] {
            assert_eq!((held.to_string().as_str(), held.words().as_ref()), (words, words));
        }
    }
}
