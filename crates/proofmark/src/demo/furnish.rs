//! Furnishes a demonstration: two products with releases, decisions, papers and a hold, so that every page has something.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_access::Act;
use proofmark_actions::people::{Errand, ProposeOrder, propose};
use proofmark_actions::{
    ActionError, ChangeOrder, DecidedFinding, FindingDecision, HoldOrder, KeptFiles, PapersOrder, Submission,
    SubmitOrder, VulnerabilitySource, decide_findings, decision_records, kept_advisories, make_papers,
    place_hold, submit_release,
};
use proofmark_facts::{Actor, DecisionStatus, FindingRow, Noun, SystemOfRecord, VexJustification};
use proofmark_law::StateOfTheLaw;
use proofmark_trust::SignerKey;

use super::draw::drawn;
use super::material::{Example, GATEWAY, PASSWORD_MANAGER};
use super::people::{EntryLink, let_in, person};
use crate::session::WITH;

/// Where and when everything happens.
pub(super) struct Scene<'a> {
    store: &'a mut dyn SystemOfRecord,
    signer: &'a SignerKey,
    state: &'a StateOfTheLaw,
    now: Timestamp,
}

/// Brings everything in, and gives the links people come in by.
pub(crate) fn furnish(
    store: &mut dyn SystemOfRecord,
    signer: &SignerKey,
    state: &StateOfTheLaw,
    now: Timestamp,
) -> Result<Vec<EntryLink>, ActionError> {
    let local = Actor::local("demonstration");
    let links = let_in(&Errand { by: &local, at: now, with: WITH }, store)?;
    let mut scene = Scene { store, signer, state, now };
    scene.hand_in(&GATEWAY, &GATEWAY.earlier())?;
    let gateway = scene.hand_in(&GATEWAY, &GATEWAY.with_a_case(now))?;
    scene.decide(&gateway)?;
    scene.hold(&gateway)?;
    let manager = scene.hand_in(&PASSWORD_MANAGER, &PASSWORD_MANAGER.submission())?;
    scene.make_papers(&manager)?;
    Ok(links)
}

/// A release that was handed in.
struct HandedIn {
    operator: String,
    product: String,
    release: String,
}

impl Scene<'_> {
    fn change<'c>(&self, by: &'c Actor) -> ChangeOrder<'c> {
        ChangeOrder { by, with: WITH, at: self.now }
    }

    fn hand_in(&mut self, example: &Example, submission: &Submission) -> Result<HandedIn, ActionError> {
        let operator = example.operator_id();
        let mette = person("mette", &operator);
        let order = SubmitOrder {
            change: self.change(&mette),
            as_of: self.today(),
            operator: &operator,
            product: None,
        };
        let done = submit_release(&order, submission, &sources, self.state, self.store)?;
        let release = done.assessed.assessment.release;
        Ok(HandedIn { operator, product: done.product, release })
    }

    /// One finding is looked into, and one dismissal waits for the second person.
    fn decide(&mut self, of: &HandedIn) -> Result<(), ActionError> {
        let rows = self.store.findings_of(&of.operator, &of.product, &of.release)?;
        let mut open = rows.iter().filter(|row| row.closed_at.is_none() && row.status.is_empty());
        let sven = person("sven", &of.operator);
        if let Some(row) = open.next() {
            let because = "The vendor's statement is asked for; an answer is promised for this week.";
            let decision = decision(DecisionStatus::UnderInvestigation, None, because);
            let change = self.change(&sven);
            decide_findings(&change, &of.operator, &of.product, &[named(row)], &decision, self.store)?;
        }
        if let Some(row) = open.next() {
            let because = "The affected function is not compiled into our build: the option is off.";
            let reason = Some(VexJustification::VulnerableCodeNotPresent);
            let decision = decision(DecisionStatus::NotAffected, reason, because);
            self.propose(of, &sven, &[named(row)], &decision)?;
        }
        Ok(())
    }

    fn propose(
        &mut self,
        of: &HandedIn,
        by: &Actor,
        findings: &[DecidedFinding],
        decision: &FindingDecision,
    ) -> Result<(), ActionError> {
        let change = self.change(by);
        let records = decision_records(&change, &of.operator, &of.product, findings, decision, self.store)?;
        for record in records {
            let content = serde_json::to_value(&record).expect("a decision becomes JSON");
            let act = Act::DecideFinding { product: of.product.clone(), decision: record.id(), content };
            let order = ProposeOrder {
                operator: &of.operator,
                act,
                because: &decision.because,
                rests_on: &[],
                random: drawn()?,
            };
            propose(self.store, &Errand { by, at: self.now, with: WITH }, order)?;
        }
        Ok(())
    }

    fn hold(&mut self, of: &HandedIn) -> Result<(), ActionError> {
        let mette = person("mette", &of.operator);
        let order = HoldOrder {
            change: self.change(&mette),
            operator: &of.operator,
            product: Some(&of.product),
            name: "Question of the market surveillance authority",
            because: "An answer is being prepared; nothing of this product may go meanwhile.",
        };
        place_hold(&order, self.store).map(drop)
    }

    fn make_papers(&mut self, of: &HandedIn) -> Result<(), ActionError> {
        let mette = person("mette", &of.operator);
        let order = PapersOrder {
            change: self.change(&mette),
            as_of: self.today(),
            operator: &of.operator,
            product: &of.product,
            release: &of.release,
            random: drawn()?,
        };
        make_papers(&order, &sources, self.state, self.store, self.signer).map(drop)
    }

    fn today(&self) -> jiff::civil::Date {
        self.now.to_zoned(TimeZone::UTC).date()
    }
}

fn sources(advisories: &[String], files: &KeptFiles<'_>) -> Result<Vec<VulnerabilitySource>, ActionError> {
    Ok(kept_advisories(advisories, files)?.into_iter().collect())
}

fn decision(
    status: DecisionStatus,
    justification: Option<VexJustification>,
    because: &str,
) -> FindingDecision {
    FindingDecision { status, justification, because: because.to_owned(), ..FindingDecision::default() }
}

fn named(row: &FindingRow) -> DecidedFinding {
    DecidedFinding { vulnerability: row.vulnerability.clone(), component: row.component.clone() }
}
