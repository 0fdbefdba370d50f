//! Rescans releases: each is assessed anew when the data on vulnerabilities, or a decision, changed. Where nothing came
//! of it, nothing is written.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_facts::{
    Component, Job, Lane, NewJob, ProductRecord, RecordKind, ReleaseRecord, SystemOfRecord,
};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;
use proofmark_vulndb::Changes;
use serde::{Deserialize, Serialize};

use crate::again_when_moved::again_when_moved;
use crate::error::ActionError;
use crate::products::assess_files::OpenKeptSources;
use crate::products::assess_kept::{KeptOrder, attempt};
use crate::products::change_order::ChangeOrder;
use crate::products::kept_weight::kept_weight;
use crate::record::{noun_of, operator_ids};

/// What a rescan is called among the jobs.
pub const RESCAN: &str = "rescan";

/// How often a rescan is tried.
const MOST_ATTEMPTS: u32 = 5;

/// How many records are read at a time.
const BATCH: usize = 500;

/// The work of one job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RescanWork {
    /// The product's id.
    pub product: String,
    /// The release's version.
    pub release: String,
}

/// Which releases are to be assessed anew once there is a new vulnerability database.
#[derive(Debug, Clone, Copy)]
pub enum Owed<'a> {
    /// All: nobody knows what the one before had said.
    Everything,
    /// Those with a component of which the new one says something else.
    Changed(&'a Changes),
}

/// Jobs for the releases that are to be assessed anew, of every product at work, in the lane that waits for everybody else.
pub fn rescan_jobs(
    owed: Owed<'_>,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<NewJob>, ActionError> {
    let mut jobs = Vec::new();
    let mut touched = match owed {
        Owed::Everything => None,
        // The record keeps package URLs of components, not their CPE names.
        Owed::Changed(changes) if changes.of_products() => None,
        Owed::Changed(changes) if changes.is_empty() => return Ok(jobs),
        Owed::Changed(changes) => Some(Touched { changes, known: HashMap::new() }),
    };
    for operator in operator_ids(keeping)? {
        let mut after = String::new();
        loop {
            let records = keeping.records(&operator, RecordKind::Product, &after, BATCH)?;
            let Some(last) = records.last() else { break };
            after.clone_from(&last.key.id);
            for record in &records {
                let product = noun_of::<ProductRecord>(record)?.noun;
                if product.archived {
                    continue;
                }
                let wanted = touched
                    .as_mut()
                    .map(|touched| touched.releases(&operator, &product.id, keeping))
                    .transpose()?;
                jobs.extend(jobs_in_lane(&operator, &product.id, wanted.as_ref(), Lane::Bulk, now, keeping)?);
            }
        }
    }
    Ok(jobs)
}

/// How many package URLs are remembered at a time, whatever the portfolio has.
const MOST_REMEMBERED: usize = 200_000;

/// What was found of package URLs so far: most stand in many releases.
struct Touched<'a> {
    changes: &'a Changes,
    known: HashMap<String, bool>,
}

impl Touched<'_> {
    /// The releases of a product with a component that the changes touch.
    fn releases(
        &mut self,
        operator: &str,
        product: &str,
        keeping: &dyn SystemOfRecord,
    ) -> Result<BTreeSet<String>, ActionError> {
        let mut releases = BTreeSet::new();
        for (release, purl) in keeping.purls_of(operator, product)? {
            if !releases.contains(&release) && self.is(purl) {
                releases.insert(release);
            }
        }
        Ok(releases)
    }

    fn is(&mut self, purl: String) -> bool {
        if let Some(known) = self.known.get(&purl) {
            return *known;
        }
        let component = Component { purl: purl.parse().ok(), ..Component::default() };
        let touched = self.changes.touches(&component);
        if self.known.len() >= MOST_REMEMBERED {
            self.known.clear();
        }
        self.known.insert(purl, touched);
        touched
    }
}

/// A job for every release of one product: somebody decided something and waits to see it.
pub(crate) fn jobs_of_product(
    operator: &str,
    product: &str,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<NewJob>, ActionError> {
    jobs_in_lane(operator, product, None, Lane::Soon, now, keeping)
}

/// Jobs for these releases of a product, or for all.
fn jobs_in_lane(
    operator: &str,
    product: &str,
    wanted: Option<&BTreeSet<String>>,
    lane: Lane,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<NewJob>, ActionError> {
    let mut jobs = Vec::new();
    let mut after: Option<String> = None;
    if wanted.is_some_and(BTreeSet::is_empty) {
        return Ok(jobs);
    }
    loop {
        let page = keeping.releases(operator, product, after.as_deref(), BATCH)?;
        let is_wanted =
            |release: &ReleaseRecord| wanted.is_none_or(|wanted| wanted.contains(&release.version));
        for release in page.items.into_iter().filter(is_wanted) {
            let work = RescanWork { product: product.to_owned(), release: release.version };
            jobs.push(NewJob {
                id: format!("{RESCAN} {operator} {product} {}", work.release),
                lane,
                kind: RESCAN.to_owned(),
                payload: serde_json::to_string(&work).expect("two strings become JSON"),
                operator: operator.to_owned(),
                due_at: now,
                most_attempts: MOST_ATTEMPTS,
            });
        }
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(jobs),
        }
    }
}

/// How many bytes such a job has to read ([`kept_weight`]): asked before anything of it is read.
pub fn rescan_weight(
    order: &ChangeOrder<'_>,
    job: &Job,
    keeping: &dyn SystemOfRecord,
) -> Result<u64, ActionError> {
    let work = work_of(job)?;
    kept_weight(&kept_order(order, job, &work), keeping)
}

/// Does such a job; says whether anything had changed, so that a line was written.
pub fn rescan(
    order: &ChangeOrder<'_>,
    job: &Job,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &mut dyn SystemOfRecord,
) -> Result<bool, ActionError> {
    let work = work_of(job)?;
    let order = kept_order(order, job, &work);
    again_when_moved(|| attempt(&order, true, open_sources, state, keeping)).map(|(_, written)| written)
}

fn work_of(job: &Job) -> Result<RescanWork, ActionError> {
    serde_json::from_str(&job.payload).map_err(|error| {
        ActionError::Damaged(text!("record-job-unreadable", id = &job.id, error = error.to_string()))
    })
}

fn kept_order<'a>(order: &ChangeOrder<'a>, job: &'a Job, work: &'a RescanWork) -> KeptOrder<'a> {
    KeptOrder {
        change: *order,
        as_of: order.at.to_zoned(TimeZone::UTC).date(),
        operator: &job.operator,
        product: &work.product,
        release: Some(&work.release),
    }
}
