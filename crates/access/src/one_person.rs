//! Who counts as one person where two are needed: beside accounts that are known to be somebody's, those into which one
//! had a link that the other then came in by. Whoever had it could have used it.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How long whoever could have signed still counts as somebody else who could, and how long a link that was in another's
/// hands counts where nobody could say whose account it is: as long as a proposal may wait.
pub const NOT_ALONE_FOR: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Entries of one holder that are kept: the first, because a second factor set up later proves nothing against it, and
/// the last.
const MOST_OF_ONE: usize = 2;

/// Somebody who had a link into an account when its way in was chosen by that link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkHolder {
    /// Their account.
    pub account: String,
    /// When the link was used.
    pub at: Timestamp,
    /// The operators at which it counts no more: somebody there confirmed whose account it is, or there was nobody else
    /// when the link was made. What is said at one operator is worth nothing at another: its people may be anybody's.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub settled_at: Vec<String>,
}

impl LinkHolder {
    /// The holders after this one.
    #[must_use]
    pub fn added_to(self, holders: &[Self]) -> Vec<Self> {
        let mut after = holders.to_vec();
        let of_them = |one: &Self| one.account == self.account;
        if after.iter().filter(|one| of_them(one)).count() >= MOST_OF_ONE
            && let Some(last) = after.iter().rposition(of_them)
        {
            after.remove(last);
        }
        after.push(self);
        after
    }

    /// Whether it counts at this operator still.
    pub fn counts_at(&self, operator: &str) -> bool {
        !self.settled_at.iter().any(|one| one == operator)
    }

    /// Until when it counts where nobody could say whose account it is.
    pub fn counts_until(&self) -> Timestamp {
        self.at.checked_add(NOT_ALONE_FOR).unwrap_or(Timestamp::MAX)
    }
}

/// Persons of whom one may be the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OnePerson {
    pairs: Vec<(String, String)>,
}

impl OnePerson {
    /// Says that the one may be the other.
    pub fn join(&mut self, one: &str, other: &str) {
        self.pairs.push((one.to_owned(), other.to_owned()));
    }

    /// Whether the two may be one, over however many others.
    pub fn may_be(&self, one: &str, other: &str) -> bool {
        let mut reached = BTreeSet::from([one]);
        loop {
            let before = reached.len();
            for (left, right) in &self.pairs {
                if reached.contains(left.as_str()) || reached.contains(right.as_str()) {
                    reached.extend([left.as_str(), right.as_str()]);
                }
            }
            if reached.len() == before {
                return reached.contains(other);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn holder(account: &str, second: i64) -> LinkHolder {
        LinkHolder {
            account: account.into(),
            at: Timestamp::from_second(second).unwrap(),
            settled_at: vec!["maker".into()],
        }
    }

    #[test]
    fn whoever_holds_two_is_what_makes_them_one() {
        let mut persons = OnePerson::default();
        persons.join("emil", "anna");
        persons.join("anna", "vera");
        persons.join("otto", "ida");
        assert!(persons.may_be("emil", "vera") && persons.may_be("vera", "emil"));
        assert!(!persons.may_be("emil", "otto") && !persons.may_be("emil", "nora"));
        assert!(persons.may_be("nora", "nora"));
    }

    #[test]
    fn the_first_link_of_each_is_never_forgotten_for_a_later_one() {
        let mut held = Vec::new();
        for second in 1..=5 {
            held = holder("anna", second).added_to(&held);
            held = holder("boris", 10 * second).added_to(&held);
        }
        assert_eq!(held.len(), 4);
        for one in [holder("anna", 1), holder("anna", 5), holder("boris", 10), holder("boris", 50)] {
            assert!(held.contains(&one), "{held:?}");
        }
        assert!(!holder("anna", 0).counts_at("maker") && holder("anna", 0).counts_at("other"));
        assert_eq!(holder("anna", 0).counts_until(), Timestamp::from_second(14 * 86_400).unwrap());
    }

    proptest! {
        #[test]
        fn it_goes_both_ways(pairs in proptest::collection::vec(("[a-e]", "[a-e]"), 0..8), one in "[a-e]", other in "[a-e]") {
            let mut persons = OnePerson::default();
            for (left, right) in &pairs {
                persons.join(left, right);
            }
            prop_assert_eq!(persons.may_be(&one, &other), persons.may_be(&other, &one));
        }
    }
}
