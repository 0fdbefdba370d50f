//! Annex I, Part I, point (2)(a): whether a release may be placed on the market, given what is known to be exploitable.

use jiff::civil::Date;
use proofmark_facts::{
    CheckedOtherwise, DecisionLack, DecisionStatus, EvidenceOf, Finding, LapsedDecision, Triage, Unchecked,
    VexStatus, VulnerabilityDecision,
};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{F, G, P, Source};

const KNOWN_EXPLOITABLE: Citation = Citation::annex("I").part("I").point("2").letter("a");
const AI1_2A: Source = Source::new("AI1-2a", &[P, G, F]);

/// What the gate is asked with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GateInputs<'a> {
    /// Known vulnerabilities in the release's components, each with the makers' decision on it.
    pub findings: &'a [Finding],
    /// Components nothing can be said about.
    pub unchecked: &'a [Unchecked],
    /// What the makers checked by other means.
    pub checked_otherwise: &'a [CheckedOtherwise],
    /// Components the makers wrote themselves, named as in `unchecked`.
    pub own_components: &'a [String],
    /// Whether there was an SBOM to check.
    pub sbom_present: bool,
    /// The advisory data that was asked; `None`: there was none.
    pub advisories: Option<AdvisoryData>,
    /// The day the gate is asked for.
    pub day: Date,
}

/// What advisory data was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AdvisoryData {
    /// The day it was complete up to, where it says so.
    pub as_of: Option<Date>,
}

/// The gate's answer.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Gate {
    /// Whether the release passes point (2)(a). Nothing else is asked here.
    pub may_be_placed_on_the_market: bool,
    /// Everything that stands in the way.
    pub blocked_by: Vec<Block>,
    /// Findings that do not, and why.
    pub cleared: Vec<Cleared>,
    /// What the answer as a whole rests on.
    pub reasons: Vec<Reason>,
}

/// One thing in the way.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Block {
    /// What kind of obstacle.
    pub cause: BlockCause,
    /// Why it blocks.
    pub reason: Reason,
    /// The component, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// The vulnerability, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vulnerability: Option<String>,
    /// That it is known to be exploited somewhere, and what that does not mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exploited_somewhere: Option<Text>,
}

/// The kinds of obstacles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BlockCause {
    /// There is no SBOM to check.
    NoSbom,
    /// There is no advisory data to check against.
    NoAdvisoryData,
    /// Nobody has decided on the finding.
    Undecided,
    /// The decision is that nobody knows yet.
    UnderInvestigation,
    /// Declared not affected without saying why.
    NotJustified,
    /// Declared affected, and the risk is not accepted by a named person with reasons.
    RiskNotAccepted,
    /// Declared fixed, but the SBOM still holds an affected version.
    FixNotProven,
    /// The decision no longer holds.
    DecisionLapsed,
    /// By the makers' own policy a second person must agree, and nobody did.
    NotApproved,
    /// What the decision rests on is not shown by the evidence its kind of mitigation needs.
    MitigationNotVerified,
    /// No advisory data speaks about the component, and nobody checked it otherwise.
    Unchecked,
}

/// A finding that does not stand in the way.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Cleared {
    /// By what.
    pub by: ClearedBy,
    /// Why.
    pub reason: Reason,
    /// The component.
    pub component: String,
    /// The vulnerability; `None`: an unchecked component that was checked otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vulnerability: Option<String>,
    /// That it is known to be exploited somewhere, and what that does not mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exploited_somewhere: Option<Text>,
}

/// What clears a finding or an unchecked component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClearedBy {
    /// Not affected, with a justification.
    NotAffected,
    /// The match is wrong: the record speaks of something else than the component.
    WrongMatch,
    /// Nobody decided: it follows, with evidence, from what the dossier says of how the release was built.
    ReleaseFacts,
    /// Affected, and the remaining risk is accepted with reasons by a named person.
    RiskAccepted,
    /// Checked by other means.
    CheckedOtherwise,
}

/// Asks whether the release is free of known exploitable vulnerabilities, as far as its makers can show.
pub fn gate(inputs: &GateInputs<'_>) -> Gate {
    let mut gate = Gate {
        may_be_placed_on_the_market: false,
        blocked_by: Vec::new(),
        cleared: Vec::new(),
        reasons: Vec::new(),
    };
    basis(inputs, &mut gate);
    for finding in inputs.findings {
        judge(finding, inputs.day, &mut gate);
    }
    for component in inputs.unchecked {
        if !inputs.own_components.contains(&component.component) {
            unchecked(component, inputs.checked_otherwise, &mut gate);
        }
    }
    gate.may_be_placed_on_the_market = gate.blocked_by.is_empty();
    gate
}

/// Without an SBOM or advisory data there is nothing to be known, which is not the same as nothing to know.
fn basis(inputs: &GateInputs<'_>, gate: &mut Gate) {
    if !inputs.sbom_present {
        let source = Source::new("AI2-1", &[P]);
        let cites = Citation::annex("I").part("II").point("1");
        let reason = Reason::new(text!("law-gate-no-sbom"), source, cites).on("release.sbom");
        gate.blocked_by.push(about_nothing(BlockCause::NoSbom, reason));
    }
    match inputs.advisories {
        None => {
            let reason = Reason::new(text!("law-gate-no-advisories"), AI1_2A, KNOWN_EXPLOITABLE);
            gate.blocked_by.push(about_nothing(BlockCause::NoAdvisoryData, reason));
        }
        Some(AdvisoryData { as_of: Some(as_of) }) => {
            let says = text!("law-gate-advisories-of", as_of = as_of.to_string());
            gate.reasons.push(Reason::new(says, AI1_2A, KNOWN_EXPLOITABLE));
        }
        Some(AdvisoryData { as_of: None }) => {
            gate.reasons.push(Reason::new(text!("law-gate-advisories-undated"), AI1_2A, KNOWN_EXPLOITABLE));
        }
    }
    let says = text!("law-gate-per-placing");
    gate.reasons.push(Reason::new(says, AI1_2A, Citation::article(13).paragraph(1)));
}

fn about_nothing(cause: BlockCause, reason: Reason) -> Block {
    Block { cause, reason, component: None, vulnerability: None, exploited_somewhere: None }
}

fn judge(finding: &Finding, day: Date, gate: &mut Gate) {
    let (id, component) = (&finding.vulnerability.id, &finding.component);
    let exploited_somewhere =
        finding.vulnerability.exploited.as_ref().map(|known| {
            text!("law-gate-exploited-somewhere", vulnerability = id, catalogue = &known.catalogue)
        });
    let verdict = match &finding.decision {
        None if follows_from_facts(finding) => follows(finding),
        None => undecided(finding),
        Some(decision) => stands(finding, decision, day),
    };
    match verdict {
        Judged::Blocks(cause, reason) => gate.blocked_by.push(Block {
            cause,
            reason,
            component: Some(component.clone()),
            vulnerability: Some(id.clone()),
            exploited_somewhere,
        }),
        Judged::Clears(by, reason) => gate.cleared.push(Cleared {
            by,
            reason,
            component: component.clone(),
            vulnerability: Some(id.clone()),
            exploited_somewhere,
        }),
    }
}

/// Nobody decided, or what somebody decided is about another version or another way in.
fn undecided(finding: &Finding) -> Judged {
    let (id, component) = (&finding.vulnerability.id, &finding.component);
    let reason = |says| Reason::new(says, AI1_2A, KNOWN_EXPLOITABLE).on("vulnerability_decisions");
    if let Some(lapsed) = finding.lapsed.first() {
        let because = LapsedDecision::says(lapsed);
        let says = text!("triage-gate-lapsed", vulnerability = id, component = component, because = because);
        return Judged::Blocks(BlockCause::DecisionLapsed, reason(says));
    }
    let says = text!("law-gate-undecided", vulnerability = id, component = component);
    Judged::Blocks(BlockCause::Undecided, reason(says))
}

/// What a decision is worth on the day, once whoever must agree did, and what it rests on is shown.
fn stands(finding: &Finding, decision: &VulnerabilityDecision, day: Date) -> Judged {
    let worth = decided(finding, decision, day);
    let Judged::Clears(ClearedBy::NotAffected | ClearedBy::WrongMatch | ClearedBy::RiskAccepted, _) = worth
    else {
        return worth;
    };
    let (id, component) = (&finding.vulnerability.id, &finding.component);
    let reason = |says| Reason::new(says, AI1_2A, KNOWN_EXPLOITABLE).on("vulnerability_decisions");
    match finding.lacks.first() {
        None => worth,
        Some(DecisionLack::SecondPerson) => {
            let says = text!("triage-gate-not-approved", vulnerability = id, component = component);
            Judged::Blocks(BlockCause::NotApproved, reason(says))
        }
        Some(DecisionLack::Verification { needs }) => {
            let needs: Vec<&str> = needs.iter().map(|kind| EvidenceOf::word(*kind)).collect();
            let says = text!(
                "triage-gate-not-verified",
                vulnerability = id,
                component = component,
                needs = needs.join("` / `")
            );
            Judged::Blocks(BlockCause::MitigationNotVerified, reason(says))
        }
    }
}

/// What one finding comes to.
enum Judged {
    Clears(ClearedBy, Reason),
    Blocks(BlockCause, Reason),
}

/// What follows from the release's facts needs nobody's decision: the vulnerable code is not in the release, or its fix is.
fn follows(finding: &Finding) -> Judged {
    let (id, component) = (&finding.vulnerability.id, &finding.component);
    let says = finding.triage.as_ref().map(Triage::says).unwrap_or_default();
    let because = says.into_iter().next().unwrap_or_else(|| text!("embedded-triage"));
    let is_fixed = finding.triage.as_ref().and_then(Triage::status) == Some(VexStatus::Fixed);
    let says = if is_fixed {
        text!("embedded-gate-fixed", vulnerability = id, component = component, because = because)
    } else {
        text!("embedded-gate-not-affected", vulnerability = id, component = component, because = because)
    };
    Judged::Clears(ClearedBy::ReleaseFacts, Reason::new(says, AI1_2A, KNOWN_EXPLOITABLE).on("release"))
}

/// What a decision comes to that no longer holds on the day, or is not taken yet.
fn not_of_the_day(finding: &Finding, decision: &VulnerabilityDecision, day: Date) -> Option<Judged> {
    let (id, component) = (&finding.vulnerability.id, &finding.component);
    let says = match (decision.expires_on, decision.decided_on) {
        (Some(expires_on), _) if expires_on < day => text!(
            "law-gate-lapsed",
            vulnerability = id,
            component = component,
            expires_on = expires_on.to_string(),
        ),
        // What somebody will decide is not decided.
        (_, Some(decided_on)) if decided_on > day => text!(
            "law-gate-not-yet-decided",
            vulnerability = id,
            component = component,
            decided_on = decided_on.to_string(),
        ),
        _ => return None,
    };
    if follows_from_facts(finding) {
        return Some(follows(finding));
    }
    let has_expired = decision.expires_on.is_some_and(|expires_on| expires_on < day);
    let cause = if has_expired { BlockCause::DecisionLapsed } else { BlockCause::Undecided };
    let reason = Reason::new(says, AI1_2A, KNOWN_EXPLOITABLE).on("vulnerability_decisions");
    Some(Judged::Blocks(cause, reason))
}

/// What a decision is worth on the day: it clears the finding, or blocks for a reason.
fn decided(finding: &Finding, decision: &VulnerabilityDecision, day: Date) -> Judged {
    let (id, component) = (&finding.vulnerability.id, &finding.component);
    let reason = |says| Reason::new(says, AI1_2A, KNOWN_EXPLOITABLE).on("vulnerability_decisions");
    if let Some(judged) = not_of_the_day(finding, decision, day) {
        return judged;
    }
    match decision.status {
        DecisionStatus::UnderInvestigation => Judged::Blocks(
            BlockCause::UnderInvestigation,
            reason(text!("law-gate-under-investigation", vulnerability = id, component = component)),
        ),
        // A fix that somebody declares is proven where the release's facts show it.
        DecisionStatus::Fixed if follows_from_facts(finding) => follows(finding),
        DecisionStatus::Fixed => Judged::Blocks(
            BlockCause::FixNotProven,
            reason(text!("law-gate-fix-not-proven", vulnerability = id, component = component)),
        ),
        DecisionStatus::NotAffected if decision.justification.is_none() => Judged::Blocks(
            BlockCause::NotJustified,
            reason(text!("law-gate-not-justified", vulnerability = id, component = component)),
        ),
        DecisionStatus::NotAffected => {
            let says = match &decision.by_rule {
                Some(rule) => text!(
                    "triage-gate-by-rule",
                    vulnerability = id,
                    component = component,
                    rule = &rule.id,
                    sha256 = rule.sha256.to_string()
                ),
                None => text!("law-gate-not-affected", vulnerability = id, component = component),
            };
            Judged::Clears(ClearedBy::NotAffected, reason(says))
        }
        DecisionStatus::WrongMatch => {
            let by = decision.decided_by.as_deref().unwrap_or_default().trim();
            if by.is_empty() || decision.because.trim().is_empty() {
                let says = text!("triage-gate-wrong-match-bare", vulnerability = id, component = component);
                return Judged::Blocks(BlockCause::NotJustified, reason(says));
            }
            let because = &decision.because;
            let says = match &decision.by_rule {
                Some(rule) => text!(
                    "triage-gate-wrong-match-by-rule",
                    vulnerability = id,
                    component = component,
                    rule = &rule.id,
                    sha256 = rule.sha256.to_string(),
                    because = because
                ),
                None => text!(
                    "triage-gate-wrong-match",
                    vulnerability = id,
                    component = component,
                    by = by,
                    because = because
                ),
            };
            Judged::Clears(ClearedBy::WrongMatch, reason(says))
        }
        DecisionStatus::Affected => affected(finding, decision),
    }
}

fn follows_from_facts(finding: &Finding) -> bool {
    finding.triage.as_ref().is_some_and(|triage| triage.status().is_some())
}

/// A risk-based decision is allowed (guidance points 236 and 237), but a person must stand behind it with reasons.
fn affected(finding: &Finding, decision: &VulnerabilityDecision) -> Judged {
    let (id, component) = (&finding.vulnerability.id, &finding.component);
    let decided_by = decision.decided_by.as_deref().unwrap_or_default().trim();
    if !decision.risk_accepted || decision.because.trim().is_empty() || decided_by.is_empty() {
        let says = text!("law-gate-risk-not-accepted", vulnerability = id, component = component);
        let reason = Reason::new(says, AI1_2A, KNOWN_EXPLOITABLE).on("vulnerability_decisions");
        return Judged::Blocks(BlockCause::RiskNotAccepted, reason);
    }
    let says = text!(
        "law-gate-risk-accepted",
        vulnerability = id,
        component = component,
        decided_by = decided_by,
        because = &decision.because,
    );
    let reason = Reason::new(says, AI1_2A, Citation::guidance(236)).on("vulnerability_decisions");
    let reason = if finding.vulnerability.exploited.is_some() {
        reason.for_review(text!("law-review-exploited-accepted", vulnerability = id))
    } else {
        reason
    };
    Judged::Clears(ClearedBy::RiskAccepted, reason)
}

fn unchecked(component: &Unchecked, checked_otherwise: &[CheckedOtherwise], gate: &mut Gate) {
    let name = &component.component;
    let source = Source::new("DUE-02", &[P]);
    let cites = Citation::article(13).paragraph(5);
    let covering = checked_otherwise
        .iter()
        .find(|check| covers(&check.component, name) && !check.because.trim().is_empty());
    if let Some(check) = covering {
        let says = text!("law-gate-checked-otherwise", component = name, because = &check.because);
        gate.cleared.push(Cleared {
            by: ClearedBy::CheckedOtherwise,
            reason: Reason::new(says, source, cites).on("checked_otherwise"),
            component: name.clone(),
            vulnerability: None,
            exploited_somewhere: None,
        });
        return;
    }
    let says = text!("law-gate-unchecked", component = name, because = &component.because);
    gate.blocked_by.push(Block {
        cause: BlockCause::Unchecked,
        reason: Reason::new(says, source, cites).on("checked_otherwise"),
        component: Some(name.clone()),
        vulnerability: None,
        exploited_somewhere: None,
    });
}

/// Whether a declared name covers a component; a trailing `*` stands for any ending.
fn covers(declared: &str, component: &str) -> bool {
    match declared.strip_suffix('*') {
        Some(beginning) => component.starts_with(beginning),
        None => declared == component,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::{
        DecisionStatus::*, Exploited, KnownVulnerability, LapseReason, Rating, RuleNamed, Severity, Sha256,
        TriageRule, VexJustification,
    };

    use super::*;

    const DAY: Date = date(2028, 3, 1);

    fn finding(decision: Option<VulnerabilityDecision>) -> Finding {
        Finding {
            component: "pkg:cargo/left@1.0.0".to_owned(),
            vulnerability: KnownVulnerability {
                id: "CVE-2028-0001".to_owned(),
                severity: Severity { rating: Rating::High, ..Severity::default() },
                ..KnownVulnerability::default()
            },
            path: Vec::new(),
            decision,
            triage: None,
            declared: Vec::new(),
            lapsed: Vec::new(),
            lacks: Vec::new(),
        }
    }

    fn decision(status: DecisionStatus) -> VulnerabilityDecision {
        VulnerabilityDecision {
            vulnerability: "CVE-2028-0001".to_owned(),
            component: "pkg:cargo/left@1.0.0".to_owned(),
            status,
            justification: (status == NotAffected).then_some(VexJustification::VulnerableCodeNotPresent),
            because: "the parser is compiled out".to_owned(),
            risk_accepted: status == Affected,
            decided_by: Some("A. Person".to_owned()),
            decided_on: Some(date(2028, 2, 1)),
            ..VulnerabilityDecision::default()
        }
    }

    fn ask(findings: &[Finding]) -> Gate {
        gate(&GateInputs {
            findings,
            unchecked: &[],
            checked_otherwise: &[],
            own_components: &[],
            sbom_present: true,
            advisories: Some(AdvisoryData { as_of: Some(date(2028, 2, 29)) }),
            day: DAY,
        })
    }

    fn cause(decision: Option<VulnerabilityDecision>) -> Option<BlockCause> {
        let gate = ask(&[finding(decision)]);
        assert_eq!(gate.may_be_placed_on_the_market, gate.blocked_by.is_empty());
        gate.blocked_by.first().map(|block| block.cause)
    }

    #[test]
    fn a_finding_blocks_until_a_decision_clears_it() {
        assert_eq!(cause(None), Some(BlockCause::Undecided));
        assert_eq!(cause(Some(decision(UnderInvestigation))), Some(BlockCause::UnderInvestigation));
        assert_eq!(cause(Some(decision(NotAffected))), None);
        assert_eq!(cause(Some(decision(Affected))), None);
        let unjustified = VulnerabilityDecision { justification: None, ..decision(NotAffected) };
        assert_eq!(cause(Some(unjustified)), Some(BlockCause::NotJustified));
        for lacking in [
            VulnerabilityDecision { risk_accepted: false, ..decision(Affected) },
            VulnerabilityDecision { because: " ".to_owned(), ..decision(Affected) },
            VulnerabilityDecision { decided_by: None, ..decision(Affected) },
        ] {
            assert_eq!(cause(Some(lacking)), Some(BlockCause::RiskNotAccepted));
        }
    }

    #[test]
    fn a_fix_declared_is_not_a_fix_proven() {
        assert_eq!(cause(Some(decision(Fixed))), Some(BlockCause::FixNotProven));
    }

    #[test]
    fn what_follows_from_the_releases_facts_needs_nobodys_decision_and_yields_to_one() {
        let with = |rule, decided: Option<VulnerabilityDecision>| {
            let triage = Triage {
                rule,
                files: vec!["net/can/bcm.c".to_owned()],
                options: Vec::new(),
                fix_commit: None,
                carried_by: None,
                evidence: Vec::new(),
                vendor_tree: None,
                base_version: None,
                soc: None,
            };
            ask(&[Finding { triage: Some(triage), ..finding(decided) }])
        };
        let blocks = |gate: &Gate| gate.blocked_by.first().map(|block| block.cause);
        let absent = with(TriageRule::NotCompiled, None);
        assert_eq!((blocks(&absent), absent.cleared[0].by), (None, ClearedBy::ReleaseFacts));
        assert!(absent.cleared[0].reason.says.to_string().contains("net/can/bcm.c"));
        assert_eq!(blocks(&with(TriageRule::Compiled, None)), Some(BlockCause::Undecided));
        assert_eq!(blocks(&with(TriageRule::NoFilesNamed, None)), Some(BlockCause::Undecided));
        let doubted = with(TriageRule::NotCompiled, Some(decision(UnderInvestigation)));
        assert_eq!(blocks(&doubted), Some(BlockCause::UnderInvestigation));
        let proven = with(TriageRule::FixInTree, Some(decision(Fixed)));
        assert_eq!((blocks(&proven), proven.cleared[0].by), (None, ClearedBy::ReleaseFacts));
        assert_eq!(
            blocks(&with(TriageRule::FixNotFound, Some(decision(Fixed)))),
            Some(BlockCause::FixNotProven)
        );
        let lapsed = VulnerabilityDecision { expires_on: Some(date(2028, 2, 29)), ..decision(NotAffected) };
        assert_eq!(blocks(&with(TriageRule::NotCompiled, Some(lapsed.clone()))), None);
        assert_eq!(blocks(&with(TriageRule::Compiled, Some(lapsed))), Some(BlockCause::DecisionLapsed));
    }

    #[test]
    fn a_decision_holds_on_its_last_day_and_lapses_the_day_after() {
        let until =
            |expires_on| VulnerabilityDecision { expires_on: Some(expires_on), ..decision(NotAffected) };
        assert_eq!(cause(Some(until(DAY))), None);
        assert_eq!(cause(Some(until(date(2028, 2, 29)))), Some(BlockCause::DecisionLapsed));
        let said = ask(&[finding(Some(until(date(2028, 2, 29))))]).blocked_by[0].reason.says.to_string();
        assert!(said.contains("2028-02-29"), "{said}");
    }

    #[test]
    fn a_decision_of_a_later_day_is_none_yet() {
        for status in [NotAffected, WrongMatch, Affected, Fixed, UnderInvestigation] {
            let on = |day| VulnerabilityDecision { decided_on: Some(day), ..decision(status) };
            assert_eq!(cause(Some(on(date(2028, 3, 2)))), Some(BlockCause::Undecided), "{status:?}");
            assert_ne!(cause(Some(on(DAY))), Some(BlockCause::Undecided), "{status:?}");
        }
        let later = VulnerabilityDecision { decided_on: Some(date(2028, 3, 2)), ..decision(NotAffected) };
        let said = ask(&[finding(Some(later))]).blocked_by[0].reason.says.to_string();
        assert!(said.contains("2028-03-02"), "{said}");
        // Nor has it lapsed: it never was.
        let both = |expires_on| VulnerabilityDecision {
            decided_on: Some(date(2028, 3, 2)),
            expires_on: Some(expires_on),
            ..decision(NotAffected)
        };
        assert_eq!(cause(Some(both(date(2028, 4, 1)))), Some(BlockCause::Undecided));
    }

    #[test]
    fn a_wrong_match_clears_with_a_person_and_a_reason_and_says_nothing_of_being_affected() {
        let gate = ask(&[finding(Some(decision(WrongMatch)))]);
        assert_eq!((gate.blocked_by.len(), gate.cleared[0].by), (0, ClearedBy::WrongMatch));
        let rule = RuleNamed { id: "by-name".to_owned(), sha256: Sha256::of(b"r") };
        for status in [WrongMatch, NotAffected] {
            let by_rule = VulnerabilityDecision { by_rule: Some(rule.clone()), ..decision(status) };
            let said = ask(&[finding(Some(by_rule))]).cleared[0].reason.says.to_string();
            assert!(said.contains("`by-name`") && said.contains(&rule.sha256.to_string()), "{said}");
        }
        for bare in [
            VulnerabilityDecision { decided_by: None, ..decision(WrongMatch) },
            VulnerabilityDecision { because: " ".to_owned(), ..decision(WrongMatch) },
        ] {
            assert_eq!(cause(Some(bare)), Some(BlockCause::NotJustified));
        }
    }

    #[test]
    fn a_decision_that_lacks_a_second_person_or_its_evidence_clears_nothing() {
        let needs = vec![EvidenceOf::Test];
        for (lack, cause) in [
            (DecisionLack::SecondPerson, BlockCause::NotApproved),
            (DecisionLack::Verification { needs }, BlockCause::MitigationNotVerified),
        ] {
            for status in [NotAffected, Affected, WrongMatch] {
                let lacking = Finding { lacks: vec![lack.clone()], ..finding(Some(decision(status))) };
                let gate = ask(&[lacking]);
                assert_eq!((gate.blocked_by[0].cause, gate.cleared.len()), (cause, 0), "{status:?}");
            }
            // What blocks anyway says its own reason.
            let fixed = Finding { lacks: vec![lack], ..finding(Some(decision(Fixed))) };
            assert_eq!(ask(&[fixed]).blocked_by[0].cause, BlockCause::FixNotProven);
        }
    }

    #[test]
    fn what_was_decided_on_another_version_says_why_it_does_not_hold() {
        let lapsed = LapsedDecision { decision: decision(NotAffected), because: LapseReason::OtherVersion };
        let gate = ask(&[Finding { lapsed: vec![lapsed], ..finding(None) }]);
        assert_eq!(gate.blocked_by[0].cause, BlockCause::DecisionLapsed);
        let said = gate.blocked_by[0].reason.says.to_string();
        assert!(said.contains("A. Person") && said.contains("lapsed"), "{said}");
    }

    #[test]
    fn err_21_exploited_somewhere_is_not_exploited_in_our_product() {
        let mut known = finding(Some(decision(NotAffected)));
        known.vulnerability.exploited = Some(Exploited { catalogue: "KEV".to_owned(), added_on: None });
        let gate = ask(&[known.clone()]);
        assert!(gate.may_be_placed_on_the_market);
        assert!(gate.cleared[0].exploited_somewhere.is_some());
        assert_eq!(gate.cleared[0].reason.legal_review, None);

        known.decision = Some(decision(Affected));
        assert!(ask(&[known]).cleared[0].reason.legal_review.is_some());
    }

    #[test]
    fn err_22_known_vulnerabilities_may_remain_when_they_are_not_exploitable_or_accepted() {
        let gate = ask(&[finding(Some(decision(NotAffected))), finding(Some(decision(Affected)))]);
        assert!(gate.may_be_placed_on_the_market);
        assert_eq!(gate.cleared.len(), 2);
    }

    #[test]
    fn without_an_sbom_or_advisory_data_nothing_passes() {
        let nothing = gate(&GateInputs {
            findings: &[],
            unchecked: &[],
            checked_otherwise: &[],
            own_components: &[],
            sbom_present: false,
            advisories: None,
            day: DAY,
        });
        let causes: Vec<BlockCause> = nothing.blocked_by.iter().map(|block| block.cause).collect();
        assert_eq!(causes, [BlockCause::NoSbom, BlockCause::NoAdvisoryData]);
    }

    #[test]
    fn unchecked_components_block_unless_checked_otherwise_or_own() {
        let names = ["vendor-blob 2.1", "libacme-core", "own-part"];
        let unchecked: Vec<Unchecked> = names
            .iter()
            .map(|name| Unchecked { component: (*name).to_owned(), because: text!("law-gate-no-sbom") })
            .collect();
        let check = |component: &str| CheckedOtherwise {
            component: component.to_owned(),
            because: "supplier statement".to_owned(),
            decided_by: None,
            decided_on: None,
        };
        let ask = |checks: &[CheckedOtherwise]| {
            let gate = gate(&GateInputs {
                findings: &[],
                unchecked: &unchecked,
                checked_otherwise: checks,
                own_components: &["own-part".to_owned()],
                sbom_present: true,
                advisories: Some(AdvisoryData { as_of: None }),
                day: DAY,
            });
            gate.blocked_by.len()
        };
        assert_eq!(ask(&[]), 2);
        assert_eq!(ask(&[check("vendor-blob")]), 2, "without `*` the whole name counts");
        assert_eq!(ask(&[check("vendor-*")]), 1);
        assert_eq!(ask(&[check("vendor-*"), check("libacme-core")]), 0);
        assert_eq!(ask(&[CheckedOtherwise { because: String::new(), ..check("*") }]), 2);
    }
}
