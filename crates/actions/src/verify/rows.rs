//! Holds rows against what they are made from: those of a release against its record and the seals in it, what lists show
//! of a product against its record.

use proofmark_facts::{HeldRelease, ReleaseRecord, RowDifference, RowSeal, SystemOfRecord};
use proofmark_text::{Text, text};

use super::faults::Faults;
use super::row_differences::row_fault;
use crate::error::ActionError;

/// The most rows of a table that belong to nothing and are named.
const MOST_STRAYS: usize = 100;

/// What was held against its seal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Checked {
    pub(crate) releases: u64,
    pub(crate) components: u64,
    pub(crate) findings: u64,
}

/// Recomputes both seals of a release from its rows, and each row's own columns from what it says.
pub(crate) fn check_release(
    keeping: &dyn SystemOfRecord,
    operator: &str,
    id: &str,
    checked: &mut Checked,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    let Some(held) = keeping.held_release(operator, id)? else { return Ok(()) };
    let HeldRelease { record, components, findings, differences } = held;
    name_all(&differences, faults);
    for fault in seals_broken(&record, components, findings) {
        faults.push(fault);
    }
    checked.releases += 1;
    checked.components += components.count;
    checked.findings += findings.count;
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

/// Makes what lists and overviews show of a product again from its record and from the rows of its releases.
pub(crate) fn check_product(
    keeping: &dyn SystemOfRecord,
    operator: &str,
    product: &str,
    faults: &mut Faults,
) -> Result<(), ActionError> {
    name_all(&keeping.product_differences(operator, product)?, faults);
    Ok(())
}

/// Looks for rows that belong to nothing.
pub(crate) fn check_strays(keeping: &dyn SystemOfRecord, faults: &mut Faults) -> Result<(), ActionError> {
    name_all(&keeping.stray_rows(MOST_STRAYS)?, faults);
    Ok(())
}

fn name_all(differences: &[RowDifference], faults: &mut Faults) {
    for differs in differences {
        faults.push(row_fault(differs));
    }
}
