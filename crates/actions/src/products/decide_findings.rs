//! Decides on findings: one decision with one reason, for one finding or many. What dismisses needs a second person.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_access::Right;
use proofmark_facts::{
    DecisionEvidence, DecisionRecord, DecisionStatus, Mitigation, Noun, Place, Problem, ProductRecord,
    RecordWrite, Sha256, SystemOfRecord, VexJustification,
};
use proofmark_text::{Text, text};

use crate::again_when_moved::again_when_moved;
use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::products::change_order::ChangeOrder;
use crate::products::decided_finding::DecidedFinding;
use crate::products::finding_seen::finding_seen;
use crate::products::keep_files::no_such_product;
use crate::products::product_decisions::decided_in_dossier;
use crate::products::rescan::jobs_of_product;
use crate::record::{kept_noun, written};

/// The action's name in the ledger.
const ACTION: &str = "decide-findings";

/// What the decisions are to the line that keeps them: reasons are read from there once a record says something else.
pub(crate) const DECISION: &str = "decision";

/// The most findings of one decision.
const MOST_FINDINGS: usize = 1000;

/// The longest reason, in bytes.
const LONGEST_REASON: usize = 10_000;

/// The most names of what pulls a component in, and of files, in one decision.
const MOST_NAMES: usize = 100;

/// The longest of those names, in bytes.
const LONGEST_NAME: usize = 1000;

/// A decision in the making.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FindingDecision {
    /// What is claimed.
    pub status: DecisionStatus,
    /// Why it is not affected, for that status.
    pub justification: Option<VexJustification>,
    /// The reasoning in words.
    pub because: String,
    /// For `affected`: the remaining risk is accepted.
    pub risk_accepted: bool,
    /// The last day the decision holds.
    pub expires_on: Option<Date>,
    /// The second person, once they approved exactly this.
    pub approved_by: Option<String>,
    /// What pulls the component in, where the decision holds for no more than that.
    pub via: Vec<String>,
    /// By what the risk is dealt with.
    pub mitigation: Option<Mitigation>,
    /// What shows it, by paths beside the dossier.
    pub evidence: Vec<DecisionEvidence>,
}

/// Whether the decision takes findings out of the way without a fix, so that two persons must stand behind it.
pub fn needs_a_second_person(decision: &FindingDecision) -> bool {
    decision.status.dismisses() || decision.risk_accepted
}

/// Keeps the decision on each of the findings with one line, and has the product assessed anew.
///
/// What the dossier decides is refused: it holds where both speak, so nothing would come of it.
///
/// One that dismisses is kept only with the name of a second person, who is not the one who decided: a proposal
/// carries it out.
pub fn decide_findings(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    findings: &[DecidedFinding],
    decision: &FindingDecision,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    order.demand(Right::ProposeDecision, operator, Some(product))?;
    if needs_a_second_person(decision) && decision.approved_by.is_none() {
        return Err(ActionError::Forbidden(text!("record-second-person-needed")));
    }
    if let Some((finding, place)) = decided_in_dossier(operator, product, findings, keeping)?.first() {
        let DecidedFinding { vulnerability, component } = finding;
        let says = text!(
            "desk-dossier-decides",
            vulnerability = vulnerability,
            component = component,
            place = place
        );
        return Err(ActionError::Moved(says));
    }
    again_when_moved(|| {
        let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
        let subject = kept.ok_or_else(|| no_such_product(product))?.noun.subject;
        let decisions = decision_records(order, operator, product, findings, decision, keeping)?;
        let bytes = serde_json::to_vec(&decisions).expect("strings, numbers and names become JSON");
        let digest = Sha256::of(&bytes);
        let records = decision_writes(operator, &decisions, keeping)?;
        let line = LineDraft {
            subject: &subject,
            at: order.at,
            by: &order.by.name,
            action: ACTION,
            documents: vec![LineDocument::new(DECISION, &digest)],
            outcome: Some(outcome(decision)),
            with: order.with,
        };
        let mut entry = Entry::of_documents(line, operator, vec![(digest, &bytes)]);
        entry.records = records;
        entry.jobs = jobs_of_product(operator, product, order.at, keeping)?;
        entry.keep(keeping)?;
        Ok(())
    })
}

/// The records such a decision writes, over what is there now.
fn decision_writes(
    operator: &str,
    decisions: &[DecisionRecord],
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<RecordWrite>, ActionError> {
    let mut writes: Vec<RecordWrite> = Vec::new();
    for record in decisions {
        let kept = kept_noun::<DecisionRecord>(keeping, operator, &record.id())?;
        writes.push(written(operator, record, kept.map(|kept| kept.sha256)));
    }
    Ok(writes)
}

/// The decision on each of the findings, judged and ready to be kept: what a proposal to dismiss them holds.
///
/// Whoever decides must not be the second person. Findings that are not open are refused.
pub fn decision_records(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    findings: &[DecidedFinding],
    decision: &FindingDecision,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<DecisionRecord>, ActionError> {
    if decision.approved_by.as_deref() == Some(order.by.name.as_str()) {
        return Err(ActionError::Forbidden(text!("record-second-person-same")));
    }
    let problems = problems_of(order, findings, decision);
    if !problems.is_empty() {
        let problem = |says| Problem::error(Place::at("decision"), says);
        return Err(ActionError::Refused(problems.into_iter().map(problem).collect()));
    }
    let mut records: Vec<DecisionRecord> = Vec::new();
    for finding in findings {
        let DecidedFinding { vulnerability, component } = finding;
        if finding_seen(operator, product, (vulnerability, component), keeping)?.is_none() {
            return Err(ActionError::NotFound(text!(
                "record-finding-not-open",
                vulnerability = vulnerability,
                component = component
            )));
        }
        let record = record(order, product, finding, decision);
        if !records.iter().any(|other| other.id() == record.id()) {
            records.push(record);
        }
    }
    Ok(records)
}

fn problems_of(
    order: &ChangeOrder<'_>,
    findings: &[DecidedFinding],
    decision: &FindingDecision,
) -> Vec<Text> {
    let today = order.at.to_zoned(TimeZone::UTC).date();
    let mut says = Vec::new();
    if findings.is_empty() || findings.len() > MOST_FINDINGS {
        says.push(text!("record-decision-count", most = MOST_FINDINGS));
    }
    if decision.because.trim().is_empty() || decision.because.len() > LONGEST_REASON {
        says.push(text!("record-decision-reason", most = LONGEST_REASON));
    }
    if decision.risk_accepted && decision.status != DecisionStatus::Affected {
        says.push(text!("record-decision-risk"));
    }
    // CSAF 2.0 section 6.1.27.9 and OpenVEX ask for one, and without it the gate stays closed.
    if decision.justification.is_none() && decision.status == DecisionStatus::NotAffected {
        says.push(text!("desk-justification-missing"));
    }
    if decision.justification.is_some() && decision.status != DecisionStatus::NotAffected {
        says.push(text!("record-decision-justification"));
    }
    let too_long = |words: &String| words.trim().is_empty() || words.len() > LONGEST_NAME;
    let names = || decision.via.iter().chain(decision.evidence.iter().map(|one| &one.file));
    if names().count() > MOST_NAMES || names().any(too_long) {
        says.push(text!("triage-decision-names", most = MOST_NAMES, longest = LONGEST_NAME));
    }
    if decision.expires_on.is_some_and(|on| on < today) {
        says.push(text!("record-decision-expired"));
    }
    says
}

fn record(
    order: &ChangeOrder<'_>,
    product: &str,
    finding: &DecidedFinding,
    decision: &FindingDecision,
) -> DecisionRecord {
    DecisionRecord {
        product: product.to_owned(),
        vulnerability: finding.vulnerability.clone(),
        component: finding.component.clone(),
        status: decision.status,
        justification: decision.justification,
        because: decision.because.trim().to_owned(),
        risk_accepted: decision.risk_accepted,
        decided_by: order.by.name.clone(),
        decided_at: order.at,
        approved_by: decision.approved_by.clone(),
        expires_on: decision.expires_on,
        via: decision.via.clone(),
        mitigation: decision.mitigation,
        evidence: decision.evidence.clone(),
    }
}

fn outcome(decision: &FindingDecision) -> &'static str {
    match (decision.status, decision.risk_accepted) {
        (DecisionStatus::NotAffected, _) => "not affected",
        (DecisionStatus::WrongMatch, _) => "wrong match",
        (_, true) => "risk accepted",
        (DecisionStatus::Affected, false) => "affected",
        (DecisionStatus::Fixed, false) => "fixed",
        (DecisionStatus::UnderInvestigation, false) => "under investigation",
    }
}
