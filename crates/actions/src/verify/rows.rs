//! Holds the rows of a release against the seals in its record, and what lists show of a product against its record.

use proofmark_facts::{
    FindingTally, GateAnswer, Portfolio, ProductRecord, Record, ReleaseRecord, RowSeal, Seen, SystemOfRecord,
};
use proofmark_text::{Text, text};

use super::faults::Faults;
use super::outlook;
use crate::error::ActionError;

/// How many releases are read at a time.
const BATCH: usize = 200;

/// How often something that somebody changes while it is looked at is looked at again.
const LOOKS: usize = 3;

/// What was held against its seal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Checked {
    pub(crate) releases: u64,
    pub(crate) components: u64,
    pub(crate) findings: u64,
}

/// Recomputes both seals of a release from its rows.
pub(crate) fn check_release(
    keeping: &dyn SystemOfRecord,
    record: &Record,
    checked: &mut Checked,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    let operator = &record.key.operator;
    let mut wrong = Vec::new();
    for _ in 0..LOOKS {
        // Read anew: the rows are written together with the record, and somebody may be at it.
        let Some(record) = keeping.record(&record.key)? else { return Ok(()) };
        let Ok(release) = serde_json::from_slice::<ReleaseRecord>(&record.content) else {
            faults.push(unreadable(&record));
            return Ok(());
        };
        let components = keeping.components_of(operator, &release.product, &release.version)?;
        let mut findings = keeping.findings_of(operator, &release.product, &release.version)?;
        findings.sort_by(|one, other| {
            let key = |row: &proofmark_facts::FindingRow| {
                (row.component.clone(), row.vulnerability.clone(), row.opened_at)
            };
            key(one).cmp(&key(other))
        });
        let (component_rows, finding_rows) =
            (RowSeal::of_components(&components), RowSeal::of_findings(&findings));
        wrong = seals_broken(&release, component_rows, finding_rows);
        if wrong.is_empty() {
            checked.releases += 1;
            checked.components += component_rows.count;
            checked.findings += finding_rows.count;
            return Ok(());
        }
    }
    for fault in wrong {
        faults.push(fault);
    }
    Ok(())
}

fn seals_broken(release: &ReleaseRecord, components: RowSeal, findings: RowSeal) -> Vec<Text> {
    let (product, version) = (&release.product, &release.version);
    let mut faults = Vec::new();
    if components != release.component_rows {
        faults.push(text!(
            "record-components-changed",
            product = product,
            release = version,
            expected = release.component_rows.count.to_string(),
            found = components.count.to_string()
        ));
    }
    if findings != release.finding_rows {
        faults.push(text!(
            "record-findings-changed",
            product = product,
            release = version,
            expected = release.finding_rows.count.to_string(),
            found = findings.count.to_string()
        ));
    }
    faults
}

/// Asks the lists about the product and holds the answers against its record and its releases' records.
pub(crate) fn check_product(
    keeping: &dyn SystemOfRecord,
    record: &Record,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    let operator = &record.key.operator;
    let mut wrong = None;
    for _ in 0..LOOKS {
        let Some(record) = keeping.record(&record.key)? else { return Ok(()) };
        let Ok(product) = serde_json::from_slice::<ProductRecord>(&record.content) else {
            faults.push(unreadable(&record));
            return Ok(());
        };
        let shown = keeping.portfolio(operator, &Seen::These(vec![product.id.clone()]))?;
        wrong = if shown != sums(&product) || !outlook::is_shown(keeping, operator, &product)? {
            Some(text!("record-product-shown-otherwise", product = &product.id))
        } else if !lists_releases(keeping, operator, &product.id)? {
            Some(text!("record-releases-shown-otherwise", product = &product.id))
        } else {
            return Ok(());
        };
    }
    if let Some(fault) = wrong {
        faults.push(fault);
    }
    Ok(())
}

/// What a portfolio of this one product must say; of one that is archived, nothing.
fn sums(product: &ProductRecord) -> Portfolio {
    if product.archived {
        return Portfolio::default();
    }
    let standing = product.standing.as_ref();
    let gate = |answer: GateAnswer| u64::from(standing.is_some_and(|standing| standing.gate == answer));
    Portfolio {
        products: 1,
        gates_open: gate(GateAnswer::Open),
        gates_closed: gate(GateAnswer::Closed),
        unassessed: u64::from(standing.is_none()),
        obligations_late: standing.map_or(0, |standing| standing.obligations.late),
        findings: standing.map_or_else(FindingTally::default, |standing| standing.findings),
    }
}

/// Whether the list of releases is the releases' records, the newest first, and no more.
fn lists_releases(keeping: &dyn SystemOfRecord, operator: &str, product: &str) -> Result<bool, ActionError> {
    let mut after: Option<String> = None;
    let (mut listed, mut last_number) = (0_u64, u64::MAX);
    loop {
        let page = keeping.releases(operator, product, after.as_deref(), BATCH)?;
        for release in &page.items {
            if release.product != product || release.number > last_number {
                return Ok(false);
            }
            last_number = release.number;
            listed += 1;
        }
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    Ok(listed == kept_releases(keeping, operator, product)?)
}

fn kept_releases(keeping: &dyn SystemOfRecord, operator: &str, product: &str) -> Result<u64, ActionError> {
    let prefix = format!("{product} ");
    let mut after = prefix.clone();
    let mut kept = 0;
    loop {
        let kind = proofmark_facts::RecordKind::Release;
        let records = keeping.records(operator, kind, &after, BATCH)?;
        let of_product = records.iter().filter(|record| record.key.id.starts_with(&prefix)).count();
        kept += of_product as u64;
        match records.last() {
            Some(last) if of_product == records.len() => after.clone_from(&last.key.id),
            _ => return Ok(kept),
        }
    }
}

fn unreadable(record: &Record) -> Text {
    let (kind, id) = (record.key.kind.word(), &record.key.id);
    text!("record-unreadable", kind = kind, id = id, error = "its content is not what its kind promises")
}
