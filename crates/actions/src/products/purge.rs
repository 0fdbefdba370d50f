//! Purges what nobody must keep any more: superseded uploads past the law's retention and under no hold, done jobs,
//! what has expired. Everything it leaves it leaves with a reason. The ledger's lines stay for ever.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proofmark_access::Right;
use proofmark_facts::{CaseRecord, HoldRecord, PurgeableRecord, RecordKind, Sha256, SystemOfRecord};
use proofmark_law::{Citation, StateOfTheLaw};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::products::change_order::ChangeOrder;
use crate::products::superseded::{PURGE, PURGED, ProductPapers, Stays, papers_of_all};
use crate::record::{kept_nouns, noun_of, written};

/// How long done jobs can still be looked at.
const JOBS_KEPT_DAYS: i64 = 30;

/// The most documents one line names.
const MOST_DOCUMENTS: usize = 1000;

/// How many holds are read at a time.
const BATCH: usize = 500;

/// Whose things are purged.
#[derive(Debug, Clone, Copy)]
pub struct PurgeOrder<'a> {
    /// Who asks.
    pub change: ChangeOrder<'a>,
    /// The operator's id.
    pub operator: &'a str,
    /// One product's id; `None`: all of the operator's.
    pub product: Option<&'a str>,
    /// The state of the law that says how long things are kept.
    pub state: &'a StateOfTheLaw,
    /// Say what would go and what stays, and take nothing away.
    pub only_look: bool,
}

/// What a purge did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct PurgeReport {
    /// Documents that went; those that would go where it only looked.
    pub purged: Vec<Purged>,
    /// Superseded documents that stay, each with the reason.
    pub spared: Vec<Spared>,
    /// How many done jobs went.
    pub done_jobs: u64,
    /// How many expired things went.
    pub expired: u64,
}

/// A document that went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Purged {
    /// The product's id.
    pub product: String,
    /// What it was to the action that kept it.
    pub role: String,
    /// Its digest, which stays in the ledger.
    pub sha256: Sha256,
}

/// A superseded document that stays.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Spared {
    /// The product's id.
    pub product: String,
    /// What it was to the action that kept it.
    pub role: String,
    /// Its digest.
    pub sha256: Sha256,
    /// Why it stays.
    pub because: Text,
    /// The law, where it is the law that keeps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<Citation>,
}

/// Purges. One line of the ledger for each product says which documents went; they go once it is written.
pub fn purge(order: &PurgeOrder<'_>, keeping: &mut dyn PurgeableRecord) -> Result<PurgeReport, ActionError> {
    order.change.demand(Right::Purge, order.operator, order.product)?;
    let holds = holds(order.operator, keeping)?;
    let all = papers_of_all(order.operator, order.state, order.change.at, keeping)?;
    let reasons: BTreeMap<&str, Option<Stays>> =
        all.iter().map(|papers| (papers.id(), kept_by(papers, &holds, order.change.at))).collect();
    // What one product still needs, another one cannot have taken away; nor what a case names.
    let mut needed: BTreeSet<Sha256> = all
        .iter()
        .flat_map(|papers| {
            let stays = reasons[papers.id()].is_some();
            papers.live.iter().copied().chain(papers.superseded.keys().copied().filter(move |_| stays))
        })
        .collect();
    for case in kept_nouns::<CaseRecord>(keeping, order.operator)? {
        needed.extend(case.noun.kept());
    }
    let mut report = PurgeReport::default();
    let wanted = |papers: &&ProductPapers| order.product.is_none_or(|product| product == papers.id());
    for papers in all.iter().filter(wanted) {
        let because = reasons[papers.id()].as_ref();
        let gone = sort(papers, because, &needed, &mut report);
        if !order.only_look {
            take_away(order, papers, &gone, keeping)?;
        }
        report.purged.extend(gone);
    }
    if !order.only_look {
        let days = SignedDuration::from_hours(24 * JOBS_KEPT_DAYS);
        let before = order.change.at.checked_sub(days).unwrap_or(Timestamp::MIN);
        report.done_jobs = keeping.forget_done_jobs(before)?;
        report.expired = keeping.forget_expired(order.change.at)?;
    }
    Ok(report)
}

/// The holds in force for the operator, in the order of their names.
pub fn holds(operator: &str, keeping: &dyn SystemOfRecord) -> Result<Vec<HoldRecord>, ActionError> {
    let mut holds: Vec<HoldRecord> = Vec::new();
    loop {
        let after = holds.last().map(|hold| hold.id.clone()).unwrap_or_default();
        let records = keeping.records(operator, RecordKind::Hold, &after, BATCH)?;
        if records.is_empty() {
            return Ok(holds);
        }
        for record in &records {
            holds.push(noun_of::<HoldRecord>(record)?.noun);
        }
    }
}

/// Why everything of the product stays: a hold first, for it outlasts every period.
fn kept_by(papers: &ProductPapers, holds: &[HoldRecord], now: Timestamp) -> Option<Stays> {
    if let Some(hold) = holds.iter().find(|hold| hold.covers(papers.id())) {
        let because = text!("record-kept-by-hold", name = &hold.id, because = &hold.because);
        return Some(Stays { because, cites: None });
    }
    papers.floor.keeps(now.to_zoned(TimeZone::UTC).date())
}

/// Documents of the product that may go; the others are spared with their reason.
fn sort(
    papers: &ProductPapers,
    stays: Option<&Stays>,
    needed: &BTreeSet<Sha256>,
    report: &mut PurgeReport,
) -> Vec<Purged> {
    let mut gone = Vec::new();
    for (sha256, role) in &papers.superseded {
        let (product, role, sha256) = (papers.id().to_owned(), role.clone(), *sha256);
        let another = || Stays { because: text!("record-kept-by-another"), cites: None };
        let needed = || needed.contains(&sha256).then(another);
        match stays.cloned().or_else(needed) {
            Some(Stays { because, cites }) => {
                report.spared.push(Spared { product, role, sha256, because, cites });
            }
            None => gone.push(Purged { product, role, sha256 }),
        }
    }
    gone
}

/// The line first, then the documents: after a crash between the two, the next purge finishes the work.
fn take_away(
    order: &PurgeOrder<'_>,
    papers: &ProductPapers,
    gone: &[Purged],
    keeping: &mut dyn PurgeableRecord,
) -> Result<(), ActionError> {
    for part in gone.chunks(MOST_DOCUMENTS) {
        let line = LineDraft {
            subject: &papers.product.noun.subject,
            at: order.change.at,
            by: &order.change.by.name,
            action: PURGE,
            documents: part.iter().map(|one| LineDocument::new(PURGED, &one.sha256)).collect(),
            outcome: None,
            with: order.change.with,
        };
        let mut entry = Entry::of_documents(line, order.operator, Vec::new());
        // Written as it is: were a file of it handed in again meanwhile, nothing of this may happen.
        let product = &papers.product;
        entry.records.push(written(order.operator, &product.noun, Some(product.sha256)));
        entry.keep(keeping)?;
        for one in part {
            keeping.forget_document(order.operator, &one.sha256)?;
        }
    }
    Ok(())
}
