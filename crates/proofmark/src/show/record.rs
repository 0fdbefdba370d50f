//! What concerns the record as a whole: an export, a purge, holds, what the doctor found.

use proofmark_actions::{ExportManifest, PurgeReport};
use proofmark_facts::HoldRecord;
use proofmark_text::text;

use super::page::{Mark, Page, dim};
use crate::doctor_report::{DoctorReport, Health};

/// What was written, and the head of its ledger to compare with.
pub(crate) fn export(page: &mut Page, manifest: &ExportManifest) {
    let says = text!("record-exported", lines = manifest.ledger.size, documents = manifest.documents);
    page.marked(Mark::Good, &says.to_string());
    page.marked(Mark::Plain, &text!("proofmark-ledger-root", root = &manifest.ledger.root).to_string());
}

/// What went and what stays, each with its reason.
pub(crate) fn purge(page: &mut Page, report: &PurgeReport, only_looked: bool) {
    let went = report.purged.len();
    let says = if only_looked {
        text!("record-purge-would", count = went)
    } else {
        text!("record-purge-did", count = went)
    };
    page.marked(Mark::Good, &says.to_string());
    for purged in &report.purged {
        page.below(&format!("{} {} {}", purged.product, purged.role, dim(&purged.sha256.to_string())));
    }
    if !report.spared.is_empty() {
        let says = text!("record-purge-spared", count = report.spared.len());
        page.marked(Mark::Plain, &says.to_string());
    }
    for spared in &report.spared {
        page.below(&format!("{} {} {}", spared.product, spared.role, dim(&spared.sha256.to_string())));
        page.below(&spared.because.to_string());
    }
}

/// The holds in force.
pub(crate) fn holds(page: &mut Page, holds: &[HoldRecord]) {
    if holds.is_empty() {
        page.marked(Mark::Plain, &text!("record-no-holds").to_string());
    }
    for hold in holds {
        let on = hold.product.clone().unwrap_or_else(|| text!("record-hold-on-all").to_string());
        page.marked(Mark::Open, &format!("{}: {on}", hold.id));
        page.below(&hold.because);
        let (by, at) = (&hold.placed_by, hold.placed_at.to_string());
        page.below(&dim(&text!("record-hold-placed-by", by = by, at = at).to_string()));
    }
}

/// Everything that was looked at, and how to mend what is not well.
pub(crate) fn doctor(page: &mut Page, report: &DoctorReport) {
    for check in &report.checks {
        let mark = match check.health {
            Health::Well => Mark::Good,
            Health::Attention => Mark::Open,
            Health::Ill => Mark::Bad,
        };
        page.marked(mark, &format!("{}: {}", check.name, check.says));
        if check.health != Health::Well
            && let Some(hint) = check.says.hint()
        {
            page.below(&dim(&hint));
        }
    }
    let says = if report.healthy { text!("record-doctor-well") } else { text!("record-doctor-ill") };
    let mark = if report.healthy { Mark::Good } else { Mark::Bad };
    page.marked(mark, &says.to_string());
}
