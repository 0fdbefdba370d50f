//! The order of GitHub Actions' releases (docs.github.com, "Using tags for release management").
//!
//! Releases are tags of Semantic Versioning. A tag with fewer numbers floats: `v4` is whatever of 4 is newest, so
//! it is before 5.0.0 and after 3.9.9, and about a release of 4 nothing can be said. A commit is no version.

use std::cmp::Ordering;

use super::coarse;
use super::number;
use super::semver::SemVer;

/// How many numbers a release has.
const NUMBERS: usize = 3;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GitHubAction<'a>(SemVer<'a>);

impl<'a> GitHubAction<'a> {
    /// One number of more than four digits is a commit's first digits or a date, and no tag that floats.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let version = SemVer::parse(written.trim())?;
        let count = version.numbers.split('.').count();
        let is_tag = count == NUMBERS || (count < NUMBERS && version.pre[0].is_empty());
        (is_tag && (count > 1 || version.numbers.len() <= 4)).then_some(Self(version))
    }

    /// The order; `None` where one floats over the other.
    pub(crate) fn compare(self, other: Self) -> Option<Ordering> {
        let (mut left, mut right) = (self.0.numbers.split('.'), other.0.numbers.split('.'));
        loop {
            match (left.next(), right.next()) {
                (Some(left), Some(right)) => match number::compare(left, right) {
                    Ordering::Equal => {}
                    unequal => return Some(unequal),
                },
                (None, None) => return Some(self.0.compare(other.0)),
                _ => return None,
            }
        }
    }

    /// A place for every tag, to sort by: one that floats goes before what it floats over.
    pub(crate) fn place(self, other: Self) -> Ordering {
        let count = |version: Self| version.0.numbers.split('.').count().min(NUMBERS);
        self.compare(other).unwrap_or_else(|| count(self).cmp(&count(other)))
    }

    /// The first number alone, as a tag may float over all the others.
    pub(crate) fn coarse(self) -> u64 {
        coarse::of_numbers(number::leading(self.0.numbers).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Option<Ordering> {
        GitHubAction::parse(left).unwrap().compare(GitHubAction::parse(right).unwrap())
    }

    #[test]
    fn a_tag_that_floats_is_compared_with_other_releases_only() {
        assert_eq!(order("v4", "5.0.0"), Some(Ordering::Less));
        assert_eq!(order("v4", "3.9.9"), Some(Ordering::Greater));
        assert_eq!(order("v4", "v4"), Some(Ordering::Equal));
        assert_eq!(order("v4", "4.1.3"), None);
        assert_eq!(order("v4.1", "4.1.3"), None);
        assert_eq!(order("v4.1", "4.2.0"), Some(Ordering::Less));
        assert_eq!(order("v4.1.2", "4.1.3"), Some(Ordering::Less));
        assert_eq!(order("v4.1.2-rc1", "4.1.2"), Some(Ordering::Less));
    }

    #[test]
    fn a_commit_or_a_branch_is_no_version() {
        for junk in ["", "main", "8f4b7f84864484a7bf31766abe9204da3cbe65b3", "12345678", "v4-beta", "1.2.3.4"]
        {
            assert!(GitHubAction::parse(junk).is_none(), "{junk}");
        }
    }
}
