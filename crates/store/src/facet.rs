//! Facets: everything a finding is filtered by that has few values, as one number. Each facet of an operator is a stretch
//! of every index over findings; a choice of filters is a choice of stretches.

use proofmark_facts::FindingRow;

/// The scores times ten of each rating, the worst first; those without a score come last.
const RATINGS: [(i64, i64); 5] = [(90, 100), (70, 89), (40, 69), (1, 39), (-1, 0)];

/// How many facets there are: four truths and a rating.
const COUNT: i64 = 16 * 5;

/// A facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Facet(i64);

/// What of facets a list wants; `None` wants both.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wanted {
    pub(crate) closed: Option<bool>,
    pub(crate) unresolved: Option<bool>,
    pub(crate) exploited: Option<bool>,
    pub(crate) fixable: Option<bool>,
    /// At least this score times ten.
    pub(crate) score_from: Option<i64>,
}

impl Facet {
    /// The finding's.
    pub(crate) fn of(row: &FindingRow) -> Self {
        let rating = RATINGS.iter().position(|(least, _)| row.score >= *least).unwrap_or(RATINGS.len() - 1);
        let truths = [row.closed_at.is_some(), row.unresolved, row.exploited, !row.fixed_in.is_empty()];
        let truths = truths.into_iter().fold(0, |number, truth| number * 2 + i64::from(truth));
        Self(truths * 5 + i64::try_from(rating).unwrap_or_default())
    }

    /// The number rows hold.
    pub(crate) fn number(self) -> i64 {
        self.0
    }

    /// The largest score times ten a finding of it has.
    pub(crate) fn worst_score(self) -> i64 {
        self.scores().1
    }

    fn scores(self) -> (i64, i64) {
        usize::try_from(self.0 % 5).ok().and_then(|rating| RATINGS.get(rating).copied()).unwrap_or((-1, 100))
    }

    fn truth(self, place: u32) -> bool {
        ((self.0 / 5) >> place) & 1 == 1
    }
}

impl Wanted {
    /// The facets whose findings may be wanted.
    pub(crate) fn facets(&self) -> Vec<Facet> {
        (0..COUNT).map(Facet).filter(|facet| self.wants(*facet)).collect()
    }

    fn wants(&self, facet: Facet) -> bool {
        let truths = [(3, self.closed), (2, self.unresolved), (1, self.exploited), (0, self.fixable)];
        truths.into_iter().all(|(place, wanted)| wanted.is_none_or(|wanted| wanted == facet.truth(place)))
            && self.score_from.is_none_or(|least| facet.worst_score() >= least.min(100))
    }

    /// Whether the facets alone say which scores are wanted: the least is that of a rating.
    pub(crate) fn score_is_a_rating(&self) -> bool {
        self.score_from.is_none_or(|least| least <= -1 || RATINGS.iter().any(|(from, _)| *from == least))
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proofmark_facts::FindingRow;
    use proptest::prelude::*;

    use super::{Facet, Wanted};

    fn row(score: i64, [closed, unresolved, exploited, fixable]: [bool; 4]) -> FindingRow {
        FindingRow {
            component: String::new(),
            vulnerability: String::new(),
            aliases: Vec::new(),
            summary: String::new(),
            score,
            epss: -1,
            exploited,
            status: String::new(),
            unresolved,
            fixed_in: if fixable { "1".to_owned() } else { String::new() },
            opened_at: Timestamp::UNIX_EPOCH,
            closed_at: closed.then_some(Timestamp::UNIX_EPOCH),
            closed_because: String::new(),
        }
    }

    proptest! {
        #[test]
        fn a_facet_is_wanted_just_when_its_findings_may_be(
            score in -1_i64..=100,
            truths in any::<[bool; 4]>(),
            wants in any::<[Option<bool>; 4]>(),
            score_from in proptest::option::of(-5_i64..=120),
        ) {
            let [closed, unresolved, exploited, fixable] = wants;
            let wanted = Wanted { closed, unresolved, exploited, fixable, score_from };
            let facet = Facet::of(&row(score, truths));
            let fits = wants.iter().zip(truths).all(|(want, is)| want.is_none_or(|want| want == is));
            let severe = score_from.is_none_or(|least| score >= least.min(100));
            let chosen = wanted.facets().contains(&facet);
            prop_assert!(!(fits && severe) || chosen);
            prop_assert!(fits || !chosen);
            if wanted.score_is_a_rating() {
                prop_assert_eq!(chosen, fits && severe);
            }
            prop_assert!(score <= facet.worst_score());
        }
    }
}
