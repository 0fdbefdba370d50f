//! What several say of the same vulnerabilities, each there once.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use proofmark_facts::{ExploitPrediction, KnownVulnerability};

/// Vulnerabilities known, in the order in which each was first told.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    known: Vec<KnownVulnerability>,
    /// Identifiers by their hash, each with the places of the vulnerabilities that have it.
    places: BTreeSet<(u64, usize)>,
}

impl Merged {
    /// These, which are known to be of each vulnerability one.
    pub(crate) fn of(known: Vec<KnownVulnerability>) -> Self {
        let mut places = BTreeSet::new();
        for (place, one) in known.iter().enumerate() {
            places.extend(identifiers(one).map(|id| (hash(id), place)));
        }
        Self { known, places }
    }

    /// Adds a vulnerability, folding it into the first that shares an identifier with it.
    pub(crate) fn add(&mut self, new: KnownVulnerability) {
        let places = &self.places;
        let with = |id| places.range((hash(id), 0)..=(hash(id), usize::MAX)).map(|(_, place)| *place);
        let shares = |place: &usize| share_an_identifier(&self.known[*place], &new);
        let same = identifiers(&new).flat_map(with).filter(shares).min();
        let place = same.unwrap_or(self.known.len());
        self.places.extend(identifiers(&new).map(|id| (hash(id), place)));
        match self.known.get_mut(place) {
            Some(same) => fold_into(same, new),
            None => self.known.push(new),
        }
    }

    /// All of them.
    pub(crate) fn into_known(self) -> Vec<KnownVulnerability> {
        self.known
    }
}

fn identifiers(one: &KnownVulnerability) -> impl Iterator<Item = &str> {
    std::iter::once(&one.id).chain(&one.aliases).map(String::as_str)
}

/// Two texts with the same hash are looked at: it only has to be rare.
fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

/// Adds what another source or match says of the same vulnerability.
pub(crate) fn fold_into(same: &mut KnownVulnerability, new: KnownVulnerability) {
    if same.id != new.id && !same.aliases.contains(&new.id) {
        same.aliases.push(new.id);
    }
    for alias in new.aliases {
        if alias != same.id && !same.aliases.contains(&alias) {
            same.aliases.push(alias);
        }
    }
    same.aliases.sort();
    same.matched_by.extend(
        new.matched_by.into_iter().filter(|matched| !same.matched_by.contains(matched)).collect::<Vec<_>>(),
    );
    same.fixed_in.extend(
        new.fixed_in.into_iter().filter(|version| !same.fixed_in.contains(version)).collect::<Vec<_>>(),
    );
    if new.severity.rating > same.severity.rating {
        same.severity = new.severity;
    }
    same.exploited = same.exploited.take().or(new.exploited);
    same.prediction = newer(same.prediction, new.prediction);
    // What one advisory calls a vulnerability is one, whatever others tell of it.
    same.informational = same
        .informational
        .max(new.informational)
        .filter(|_| same.informational.is_some() && new.informational.is_some());
    same.summary = same.summary.take().or(new.summary);
    let claims: Vec<_> = new.claims.into_iter().filter(|claim| !same.claims.contains(claim)).collect();
    same.claims.extend(claims);
    if let Some(code) = new.code {
        same.code.get_or_insert_default().add(code);
    }
}

/// The newer of two predictions; the first where nothing says which is.
pub(crate) fn newer(
    known: Option<ExploitPrediction>,
    new: Option<ExploitPrediction>,
) -> Option<ExploitPrediction> {
    let day = |prediction: &ExploitPrediction| prediction.scored_on;
    let is_newer = |new: &ExploitPrediction| known.as_ref().is_none_or(|known| day(new) > day(known));
    new.filter(is_newer).or(known)
}

/// One advisory may cover several vulnerabilities (a distribution's often does): it does not make them one.
fn share_an_identifier(one: &KnownVulnerability, other: &KnownVulnerability) -> bool {
    let is_cve = |id: &str| id.starts_with("CVE-");
    if is_cve(&one.id) && is_cve(&other.id) {
        return one.id == other.id;
    }
    identifiers(one).any(|id| *id == other.id || other.aliases.iter().any(|alias| alias == id))
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{Rating, Severity};
    use proptest::prelude::*;

    use super::*;

    fn known(id: &str, aliases: &[String]) -> KnownVulnerability {
        KnownVulnerability {
            id: id.to_owned(),
            aliases: aliases.iter().filter(|alias| *alias != id).cloned().collect(),
            matched_by: Vec::new(),
            fixed_in: Vec::new(),
            severity: Severity { rating: Rating::Unknown, score: None, vector: None },
            exploited: None,
            prediction: None,
            summary: None,
            claims: Vec::new(),
            code: None,
            informational: None,
        }
    }

    proptest! {
        #[test]
        fn the_first_that_shares_an_identifier_is_the_one_a_walk_through_all_finds(
            all in proptest::collection::vec(
                ("(CVE-[1-4]|G-[1-4])", proptest::collection::vec("(CVE-[1-4]|G-[1-6])", 0..3)), 0..24),
        ) {
            let mut walked: Vec<KnownVulnerability> = Vec::new();
            let mut merged = Merged::default();
            for (id, aliases) in &all {
                merged.add(known(id, aliases));
                let new = known(id, aliases);
                match walked.iter_mut().find(|same| share_an_identifier(same, &new)) {
                    Some(same) => fold_into(same, new),
                    None => walked.push(new),
                }
            }
            prop_assert_eq!(&merged.known, &walked);
            prop_assert_eq!(Merged::of(walked).places, merged.places);
        }
    }
}
