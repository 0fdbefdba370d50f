//! Rescans releases: each is assessed anew when the data on vulnerabilities, or a decision, changed. Where nothing came
//! of it, nothing is written.

use std::collections::{BTreeSet, HashSet};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_facts::{Component, Job, Lane, NewJob, ProductRecord, RecordKind, SystemOfRecord};
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
    /// Those with a component, or a finding, of which the new one says something else.
    Changed(&'a Changes),
}

/// Jobs for the releases that are to be assessed anew, of every product at work, in the lane that waits for everybody else.
pub fn rescan_jobs(
    owed: Owed<'_>,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<NewJob>, ActionError> {
    let mut jobs = Vec::new();
    let changed = match owed {
        Owed::Changed(changes) => Some(changes),
        Owed::Everything => None,
    };
    if changed.is_some_and(Changes::is_empty) {
        return Ok(jobs);
    }
    for operator in operator_ids(keeping)? {
        if let Some(changes) = changed {
            let touched = touched(changes, &operator, keeping)?;
            if touched.is_empty() {
                continue;
            }
            let at_work: HashSet<String> = products_at_work(&operator, keeping)?.into_iter().collect();
            let touched = touched.into_iter().filter(|(product, _)| at_work.contains(product));
            jobs.extend(touched.map(|(product, release)| job(&operator, product, release, Lane::Bulk, now)));
        } else {
            for product in products_at_work(&operator, keeping)? {
                jobs.extend(jobs_in_lane(&operator, &product, Lane::Bulk, now, keeping)?);
            }
        }
    }
    Ok(jobs)
}

/// Releases with a component of a package that is spoken of otherwise, or with a finding that catalogues say something else of:
/// advisories beside their dossiers may tell of vulnerabilities no record of the database speaks of.
fn touched(
    changes: &Changes,
    operator: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<BTreeSet<(String, String)>, ActionError> {
    let with = keeping.releases_with(operator, &mut |package| touches(changes, package))?;
    let mut touched: BTreeSet<_> = with.into_iter().collect();
    if changes.of_catalogues() {
        touched.extend(keeping.releases_knowing(operator, &mut |id| changes.touches_identifier(id))?);
    }
    Ok(touched)
}

/// Whether the changes may speak of components of this package, or of those asked by this word.
fn touches(changes: &Changes, package: &str) -> bool {
    match package.parse() {
        Ok(purl) => changes.touches(&Component { purl: Some(purl), ..Component::default() }),
        Err(_) => changes.touches_word(package),
    }
}

/// The ids of all products that are not archived.
fn products_at_work(operator: &str, keeping: &dyn SystemOfRecord) -> Result<Vec<String>, ActionError> {
    let mut products = Vec::new();
    let mut after = String::new();
    loop {
        let records = keeping.records(operator, RecordKind::Product, &after, BATCH)?;
        let Some(last) = records.last() else { return Ok(products) };
        after.clone_from(&last.key.id);
        for record in &records {
            let product = noun_of::<ProductRecord>(record)?.noun;
            if !product.archived {
                products.push(product.id);
            }
        }
    }
}

/// A job for every release of one product: somebody decided something and waits to see it.
pub(crate) fn jobs_of_product(
    operator: &str,
    product: &str,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<NewJob>, ActionError> {
    jobs_in_lane(operator, product, Lane::Soon, now, keeping)
}

/// Jobs for all releases of a product.
fn jobs_in_lane(
    operator: &str,
    product: &str,
    lane: Lane,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<NewJob>, ActionError> {
    let mut jobs = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = keeping.releases(operator, product, after.as_deref(), BATCH)?;
        let releases = page.items.into_iter();
        jobs.extend(releases.map(|release| job(operator, product.to_owned(), release.version, lane, now)));
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(jobs),
        }
    }
}

fn job(operator: &str, product: String, release: String, lane: Lane, now: Timestamp) -> NewJob {
    let work = RescanWork { product, release };
    NewJob {
        id: format!("{RESCAN} {operator} {} {}", work.product, work.release),
        lane,
        kind: RESCAN.to_owned(),
        payload: serde_json::to_string(&work).expect("two strings become JSON"),
        operator: operator.to_owned(),
        due_at: now,
        most_attempts: MOST_ATTEMPTS,
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
