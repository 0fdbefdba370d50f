//! Withdraws a kept decision: the finding is open to be decided anew.

use proofmark_access::Right;
use proofmark_facts::{DecisionRecord, ProductRecord, SystemOfRecord, decision_id};
use proofmark_text::text;

use crate::again_when_moved::again_when_moved;
use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::LineDraft;
use crate::over::Over;
use crate::products::change_order::ChangeOrder;
use crate::products::decided_finding::DecidedFinding;
use crate::products::keep_files::no_such_product;
use crate::products::rescan::jobs_of_product;
use crate::record::kept_noun;

/// Takes the decision on this finding out of the record; the ledger still tells of it.
pub fn withdraw_decision(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    finding: &DecidedFinding,
    over: &Over,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    order.demand(Right::ProposeDecision, operator, Some(product))?;
    again_when_moved(|| {
        let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
        let subject = kept.ok_or_else(|| no_such_product(product))?.noun.subject;
        let DecidedFinding { vulnerability, component } = finding;
        let id = decision_id(product, vulnerability, component);
        let Some(decision) = kept_noun::<DecisionRecord>(keeping, operator, &id)? else {
            return Err(ActionError::NotFound(text!(
                "record-no-such-decision",
                vulnerability = vulnerability,
                component = component
            )));
        };
        over.clone().check(Some(decision.sha256))?;
        let line = LineDraft {
            subject: &subject,
            at: order.at,
            by: &order.by.name,
            action: "withdraw-decision",
            documents: Vec::new(),
            outcome: None,
            with: order.with,
        };
        let mut entry = Entry::of_documents(line, operator, Vec::new());
        entry.records.push(decision.taken_away());
        entry.jobs = jobs_of_product(operator, product, order.at, keeping)?;
        entry.keep(keeping)?;
        Ok(())
    })
}
