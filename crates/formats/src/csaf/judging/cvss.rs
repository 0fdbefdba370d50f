//! What follows from a vector of CVSS 2.0, 3.0 or 3.1.

use cvss::{v2, v3};
use proofmark_facts::Rating;

/// The scores of a vector, in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scores {
    pub(super) base: u8,
    pub(super) temporal: u8,
    pub(super) environmental: u8,
}

/// The base metrics of CVSS 2.0, then of CVSS 3.0 and 3.1: a vector without one of them has no score.
const BASE_2: [&str; 6] = ["AV", "AC", "Au", "C", "I", "A"];
const BASE_3: [&str; 8] = ["AV", "AC", "PR", "UI", "S", "C", "I", "A"];

/// More metrics than any version has.
const MOST_METRICS: usize = 40;

/// The scores of a vector; `None` where it cannot be read, lacks a base metric or says one twice.
pub(super) fn scores(vector: &str) -> Option<Scores> {
    let metrics = metrics(vector)?;
    if let Some(rest) = vector.strip_prefix("CVSS:3.") {
        let has_all = BASE_3.iter().all(|name| metrics.iter().any(|(metric, _)| metric == name));
        let is_known = rest.starts_with("0/") || rest.starts_with("1/");
        let vector: v3::Vector = vector.parse().ok().filter(|_| has_all && is_known)?;
        return Some(Scores {
            base: tenths(vector.base_score().value())?,
            temporal: tenths(vector.temporal_score().value())?,
            environmental: tenths(vector.environmental_score().value())?,
        });
    }
    let has_all = BASE_2.iter().all(|name| metrics.iter().any(|(metric, _)| metric == name));
    let vector: v2::Vector = vector.parse().ok().filter(|_| has_all)?;
    Some(Scores {
        base: tenths(vector.score().value())?,
        temporal: tenths(vector.temporal_score().value())?,
        environmental: tenths(vector.environmental_score().value())?,
    })
}

/// The metrics of a vector with their values; `None` where one stands twice, for nobody knows which is meant, or has no value,
/// or where there are more than any version has.
pub(super) fn metrics(vector: &str) -> Option<Vec<(&str, &str)>> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for metric in vector.split('/').filter(|metric| !metric.starts_with("CVSS:")) {
        let (name, value) = metric.split_once(':')?;
        if found.len() == MOST_METRICS || found.iter().any(|(known, _)| *known == name) {
            return None;
        }
        found.push((name, value));
    }
    Some(found)
}

/// A score of one decimal, in tenths; `None` for what is no such score.
pub(super) fn tenths(score: f64) -> Option<u8> {
    let tenths = score * 10.0;
    let is_whole = (tenths - tenths.round()).abs() < 1e-6;
    (0..=100_u8).find(|whole| is_whole && f64::from(*whole).total_cmp(&(tenths.round() + 0.0)).is_eq())
}

/// The qualitative word of CVSS 3 for a score in tenths.
pub(super) fn severity(tenths: u8) -> &'static str {
    match Rating::of_score(f64::from(tenths) / 10.0) {
        Rating::Critical => "CRITICAL",
        Rating::High => "HIGH",
        Rating::Medium => "MEDIUM",
        Rating::Low => "LOW",
        Rating::None | Rating::Unknown => "NONE",
    }
}

/// A property of a CVSS object, the metric of the vector that says the same, and the values that are not abbreviated to their first
/// letter.
pub(super) struct Property {
    pub(super) name: &'static str,
    pub(super) metric: &'static str,
    letters: &'static [(&'static str, &'static str)],
}

impl Property {
    /// How the vector writes a value of this property.
    pub(super) fn letter<'v>(&self, value: &'v str, not_defined: &'static str) -> &'v str {
        if value == "NOT_DEFINED" {
            return not_defined;
        }
        let known = self.letters.iter().find(|(word, _)| *word == value).map(|(_, letter)| *letter);
        known.unwrap_or_else(|| value.get(..1).unwrap_or_default())
    }
}

const fn property(
    name: &'static str,
    metric: &'static str,
    letters: &'static [(&'static str, &'static str)],
) -> Property {
    Property { name, metric, letters }
}

/// Section 2.1 to 2.3 of the CVSS 2.0 guide, with the names of its schema.
pub(super) const OF_2: [Property; 14] = [
    property("accessVector", "AV", &[]),
    property("accessComplexity", "AC", &[]),
    property("authentication", "Au", &[]),
    property("confidentialityImpact", "C", &[]),
    property("integrityImpact", "I", &[]),
    property("availabilityImpact", "A", &[]),
    property("exploitability", "E", &[("PROOF_OF_CONCEPT", "POC")]),
    property("remediationLevel", "RL", &[("OFFICIAL_FIX", "OF"), ("TEMPORARY_FIX", "TF")]),
    property("reportConfidence", "RC", &[("UNCONFIRMED", "UC"), ("UNCORROBORATED", "UR")]),
    property("collateralDamagePotential", "CDP", &[("LOW_MEDIUM", "LM"), ("MEDIUM_HIGH", "MH")]),
    property("targetDistribution", "TD", &[]),
    property("confidentialityRequirement", "CR", &[]),
    property("integrityRequirement", "IR", &[]),
    property("availabilityRequirement", "AR", &[]),
];

/// Table 15 of CVSS 3.1, with the names of its schema; 3.0 has the same.
pub(super) const OF_3: [Property; 22] = [
    property("attackVector", "AV", &[]),
    property("attackComplexity", "AC", &[]),
    property("privilegesRequired", "PR", &[]),
    property("userInteraction", "UI", &[]),
    property("scope", "S", &[]),
    property("confidentialityImpact", "C", &[]),
    property("integrityImpact", "I", &[]),
    property("availabilityImpact", "A", &[]),
    property("exploitCodeMaturity", "E", &[]),
    property("remediationLevel", "RL", &[]),
    property("reportConfidence", "RC", &[]),
    property("confidentialityRequirement", "CR", &[]),
    property("integrityRequirement", "IR", &[]),
    property("availabilityRequirement", "AR", &[]),
    property("modifiedAttackVector", "MAV", &[]),
    property("modifiedAttackComplexity", "MAC", &[]),
    property("modifiedPrivilegesRequired", "MPR", &[]),
    property("modifiedUserInteraction", "MUI", &[]),
    property("modifiedScope", "MS", &[]),
    property("modifiedConfidentialityImpact", "MC", &[]),
    property("modifiedIntegrityImpact", "MI", &[]),
    property("modifiedAvailabilityImpact", "MA", &[]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_first_have_their_scores() {
        let all = |vector: &str| scores(vector).map(|it| (it.base, it.temporal, it.environmental));
        // CVSS 2.0 guide, section 3.3.1 to 3.3.3, with the environmental scores it takes for CDP:H and TD:H.
        assert_eq!(
            all("AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H"),
            Some((78, 64, 92))
        );
        assert_eq!(
            all("AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:L"),
            Some((100, 83, 90))
        );
        assert_eq!(all("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), Some((98, 98, 98)));
        assert_eq!(all("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O/RC:U"), Some((98, 78, 78)));
        assert_eq!(all("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/MC:N/MI:N/MA:N"), Some((98, 98, 0)));
    }

    #[test]
    fn what_cannot_be_computed_has_no_scores() {
        for vector in [
            "",
            "CVSS:3.1/AV:N",
            "CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/AV:L",
            "AV:N/AC:L/Au:N/C:C/I:C",
            "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
        ] {
            assert_eq!(scores(vector), None, "{vector}");
        }
        assert_eq!((tenths(9.8), tenths(9.85), tenths(10.1), tenths(-0.1)), (Some(98), None, None, None));
    }
}
