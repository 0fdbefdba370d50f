//! What a manufacturer asks of a release beyond the Regulation: rules, the waivers of them, and data they are held against.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::finding::MatchConfidence;
use crate::severity::Rating;

/// A manufacturer's rules for the gate. It adds to what the Regulation asks and can take nothing from it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GatePolicy {
    /// Rules over findings.
    pub findings: Vec<FindingRule>,
    /// Rules over the decisions the dossier states.
    pub decisions: Vec<DecisionRule>,
    /// Rules over how good the bill of materials is.
    pub sbom: Vec<SbomRule>,
    /// Rules over signatures.
    pub signatures: Vec<SignatureRule>,
    /// Rules over components.
    pub components: Vec<ComponentRule>,
    /// Rules over licences.
    pub licences: Vec<LicenceRule>,
    /// Rules over how old data may be.
    pub data: Vec<DataRule>,
    /// Files that say until when components are supported.
    pub end_of_life: Vec<EndOfLifeFile>,
    /// What is let through for a while.
    pub waivers: Vec<Waiver>,
}

/// What every rule has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GateRule {
    /// Its name, which waivers and reports call it by.
    pub id: String,
    /// What a hit does.
    pub level: GateLevel,
    /// Why there is such a rule, in the words of who made it.
    pub because: String,
}

/// What a hit of a rule does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GateLevel {
    /// It is told; the gate stays open.
    Warn,
    /// It closes the gate.
    #[default]
    Block,
}

/// A rule over findings: it hits what meets all that is stated.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FindingRule {
    /// The rule.
    pub rule: GateRule,
    /// Rated so or worse. What nobody rated is not.
    pub severity_at_least: Option<Rating>,
    /// Listed as exploited somewhere, or not.
    pub exploited: Option<bool>,
    /// Probability of exploitation within thirty days (EPSS), in hundredths; what was not scored has none.
    pub epss_percent_at_least: Option<u64>,
    /// Days since a source first published it, or a catalogue listed it as exploited; what nobody dated has none.
    pub age_days_at_least: Option<u64>,
    /// A version that fixes it is known, or none is.
    pub fix_available: Option<bool>,
    /// The component fits one of these; empty: any.
    pub components: Vec<String>,
    /// The vulnerability, or a name of it, fits one of these; empty: any.
    pub vulnerabilities: Vec<String>,
    /// It is so sure that the component has it.
    pub confidence_at_least: Option<MatchConfidence>,
    /// It stands so; empty: it is open.
    pub states: Vec<FindingState>,
}

/// How a finding stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FindingState {
    /// Nobody decided, and nothing follows from the release's facts.
    Undecided,
    /// Nobody knows yet.
    UnderInvestigation,
    /// Affected.
    Affected,
    /// Affected, and the remaining risk is accepted.
    RiskAccepted,
    /// Declared fixed, while the affected version is still listed.
    FixDeclared,
    /// Not affected.
    NotAffected,
    /// The match is wrong: the record speaks of something else.
    WrongMatch,
    /// Closed by facts about the release.
    ClosedByFacts,
    /// The decision no longer holds.
    Expired,
}

impl FindingState {
    /// Whether somebody still has to do something, or bears a risk.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::NotAffected | Self::WrongMatch | Self::ClosedByFacts)
    }
}

/// A rule over decisions of the dossier: it hits what meets all that is stated.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DecisionRule {
    /// The rule.
    pub rule: GateRule,
    /// The last day it held has passed.
    pub expired: bool,
    /// Its last day is so many days away at most, or has passed.
    pub expires_within_days: Option<u64>,
    /// It names no last day.
    pub without_expiry: bool,
    /// It names nobody who decided.
    pub without_person: bool,
    /// It was taken so many days ago; one without a day counts.
    pub age_days_at_least: Option<u64>,
}

/// A rule over the bill of materials: everything stated must be met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SbomRule {
    /// The rule.
    pub rule: GateRule,
    /// The guideline, by its name.
    pub guideline: String,
    /// All the guideline requires is there.
    pub met: bool,
    /// So much of what it requires is there, in hundredths.
    pub score_at_least: Option<u64>,
    /// These of its checks are met.
    pub checks: Vec<String>,
}

/// A rule over signatures: everything stated must be so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignatureRule {
    /// The rule.
    pub rule: GateRule,
    /// The bill of materials carries a signature in itself. That one is not verified here.
    pub sbom_carries_signature: bool,
    /// Beside the bill of materials lies a signature by one of the keys.
    pub sbom: bool,
    /// Beside each of these files lies a signature by one of the keys.
    pub files: Vec<String>,
    /// OpenPGP certificates, as paths beside the dossier.
    pub keys: Vec<String>,
}

/// A rule over components: it hits what meets all that is stated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ComponentRule {
    /// The rule.
    pub rule: GateRule,
    /// It fits one of these; empty: any.
    pub components: Vec<String>,
    /// The dossier says that its makers support it no longer on the day, and nothing is done about it.
    pub without_support: bool,
    /// By a file of [`GatePolicy::end_of_life`] its support ends within so many days, or has ended; one its file does not know counts.
    pub end_of_life_within_days: Option<u64>,
}

/// A rule over licences. What makers wrote themselves is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LicenceRule {
    /// The rule.
    pub rule: GateRule,
    /// The expression can be met by these alone; empty: not asked.
    pub allowed: Vec<String>,
    /// The expression can be met without any of these.
    pub denied: Vec<String>,
    /// A licence must be stated.
    pub must_be_stated: bool,
}

/// A rule over the age of data: everything stated must be so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataRule {
    /// The rule.
    pub rule: GateRule,
    /// Advisory data are so many days old at most.
    pub advisories_days_at_most: Option<u64>,
    /// Files of [`GatePolicy::end_of_life`] are so many days old at most.
    pub end_of_life_days_at_most: Option<u64>,
    /// The bill of materials is so many days old at most.
    pub sbom_days_at_most: Option<u64>,
}

/// A file that says until when versions of one product are supported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EndOfLifeFile {
    /// The file, beside the dossier.
    pub file: String,
    /// The components that are versions of that product.
    pub components: Vec<String>,
    /// The day it was true on, where the file does not say.
    pub as_of: Option<Date>,
}

/// What is let through for a while although a rule hits it, answered for by two persons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Waiver {
    /// The rule.
    pub rule: String,
    /// Components it covers; empty: any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<String>,
    /// Vulnerabilities it covers; empty: any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vulnerabilities: Vec<String>,
    /// Why.
    pub because: String,
    /// Who decided.
    pub decided_by: String,
    /// Who else approved.
    pub approved_by: String,
    /// When.
    pub decided_on: Date,
    /// The last day it holds.
    pub expires_on: Date,
}

impl Waiver {
    /// Whether it holds on this day.
    pub fn holds_on(&self, day: Date) -> bool {
        (self.decided_on..=self.expires_on).contains(&day)
    }

    /// Whether it is about such a hit of its rule. What it names, the hit must have.
    pub fn covers(&self, component: Option<&str>, vulnerability: &[&str]) -> bool {
        let names_component = component.is_some_and(|component| fits_one(&self.components, component));
        let names_vulnerability = vulnerability.iter().any(|name| fits_one(&self.vulnerabilities, name));
        (self.components.is_empty() || names_component)
            && (self.vulnerabilities.is_empty() || names_vulnerability)
    }
}

/// Whether a name is one of these; a trailing `*` stands for any ending.
pub fn fits_one(patterns: &[String], name: &str) -> bool {
    patterns.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => pattern == name,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_waiver_holds_to_the_end_of_its_last_day_and_covers_only_what_it_names() {
        let waiver = Waiver {
            rule: "r".into(),
            components: vec!["pkg:npm/left-pad@*".into()],
            vulnerabilities: vec!["CVE-2026-7".into()],
            because: "b".into(),
            decided_by: "A".into(),
            approved_by: "B".into(),
            decided_on: date(2026, 11, 1),
            expires_on: date(2026, 11, 21),
        };
        let holds = |day| waiver.holds_on(date(2026, 11, day));
        assert!(holds(1) && holds(21) && !holds(22));
        assert!(!waiver.holds_on(date(2026, 10, 31)), "not before it was decided");
        assert!(waiver.covers(Some("pkg:npm/left-pad@1"), &["GHSA-1", "CVE-2026-7"]));
        assert!(!waiver.covers(Some("pkg:npm/left-pad@1"), &["CVE-2026-70"]));
        assert!(!waiver.covers(Some("pkg:npm/left-padded@1"), &["CVE-2026-7"]));
        assert!(!waiver.covers(None, &["CVE-2026-7"]) && !waiver.covers(Some("pkg:npm/left-pad@1"), &[]));
    }
}
