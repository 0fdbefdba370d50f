//! What a legal review was of: what was asked, what the procedure was found to rest on, under which state of the law.

use std::collections::BTreeMap;

use jiff::civil::Date;
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::digest::Sha256;

/// For what the outcome of a legal review was given. For anything else it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewGround {
    /// What a lawyer was to look at, by the row of the reference and the law that ask it: the digest of each question.
    pub asked: BTreeMap<String, Sha256>,
    /// What the procedure was found to rest on, by the same and by the ways to the declared facts: the digest of each finding
    /// and of each fact's value.
    pub rests_on: BTreeMap<String, Sha256>,
    /// The day the state of the law describes.
    pub law_as_of: Date,
    /// The digest of that state.
    pub law: Sha256,
}

impl ReviewGround {
    /// Why what came out for one counts no more for what is asked now; empty: it counts, or nothing is asked now.
    pub fn moved(was: Option<&Self>, now: Option<&Self>) -> Vec<Text> {
        let (was, now) = match (was, now) {
            (_, None) => return Vec::new(),
            (None, Some(_)) => return vec![text!("issuing-review-untold")],
            (Some(was), Some(now)) => (was, now),
        };
        let mut says = Vec::new();
        let asked = differing(&was.asked, &now.asked);
        if !asked.is_empty() {
            says.push(text!("issuing-review-asked", what = asked.join(", ")));
        }
        let rests_on = differing(&was.rests_on, &now.rests_on);
        if !rests_on.is_empty() {
            says.push(text!("issuing-review-rests-on", what = rests_on.join(", ")));
        }
        if was.law != now.law {
            let named = |ground: &Self| format!("{} ({}…)", ground.law_as_of, &ground.law.to_string()[..12]);
            says.push(text!("issuing-review-law", was = named(was), now = named(now)));
        }
        says
    }
}

/// What is only in one, or not the same in both.
fn differing<'a>(was: &'a BTreeMap<String, Sha256>, now: &'a BTreeMap<String, Sha256>) -> Vec<&'a str> {
    let mut names: Vec<&str> = was
        .keys()
        .chain(now.keys())
        .filter(|name| was.get(*name) != now.get(*name))
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground() -> ReviewGround {
        ReviewGround {
            asked: [("RTE-02 Article 27(1)".to_owned(), Sha256::of(b"why"))].into(),
            rests_on: [("conformity.standards".to_owned(), Sha256::of(b"x"))].into(),
            law_as_of: Date::constant(2026, 11, 21),
            law: Sha256::of(b"state"),
        }
    }

    #[test]
    fn an_outcome_counts_for_the_same_question_facts_and_law_and_for_nothing_else() {
        let ids = |was: Option<&ReviewGround>, now: Option<&ReviewGround>| {
            ReviewGround::moved(was, now).iter().map(Text::id).collect::<Vec<_>>()
        };
        let was = ground();
        assert_eq!(ids(Some(&was), Some(&was)), Vec::<&str>::new());
        assert_eq!(ids(Some(&was), None), Vec::<&str>::new());
        assert_eq!(ids(None, Some(&was)), ["issuing-review-untold"]);
        let asked = ReviewGround { asked: [("OPN-03".to_owned(), Sha256::of(b"why"))].into(), ..ground() };
        assert_eq!(ids(Some(&was), Some(&asked)), ["issuing-review-asked"]);
        let words = ReviewGround {
            asked: [("RTE-02 Article 27(1)".to_owned(), Sha256::of(b"another"))].into(),
            ..ground()
        };
        assert_eq!(ids(Some(&was), Some(&words)), ["issuing-review-asked"]);
        let facts = ReviewGround {
            rests_on: [("conformity.standards".to_owned(), Sha256::of(b"y"))].into(),
            ..ground()
        };
        let says = ReviewGround::moved(Some(&was), Some(&facts));
        assert!(says[0].to_string().contains("conformity.standards"), "{}", says[0]);
        let law =
            ReviewGround { law: Sha256::of(b"newer"), law_as_of: Date::constant(2027, 6, 1), ..ground() };
        let says = ReviewGround::moved(Some(&was), Some(&law));
        assert_eq!(says.iter().map(Text::id).collect::<Vec<_>>(), ["issuing-review-law"]);
        let says = says[0].to_string();
        assert!(says.contains("2026-11-21") && says.contains("2027-06-01"), "{says}");
    }
}
