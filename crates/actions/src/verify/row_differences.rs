//! Rows that differ from what they are made from, in words.

use proofmark_facts::{Difference, RowDifference};
use proofmark_text::{Text, text};

/// Which row of which table differs, and in what.
pub(super) fn row_fault(differs: &RowDifference) -> Text {
    let RowDifference { table, row, difference } = differs;
    match difference {
        Difference::Missing => text!("record-row-missing", table = *table, row = row),
        Difference::Added => text!("record-row-added", table = *table, row = row),
        Difference::Columns(columns) => {
            text!("record-row-changed", table = *table, row = row, columns = columns.join(", "))
        }
    }
}

/// A row that holds something else in one column.
pub(super) fn column_fault(table: &'static str, row: String, column: &'static str) -> Text {
    row_fault(&RowDifference { table, row, difference: Difference::Columns(vec![column]) })
}
