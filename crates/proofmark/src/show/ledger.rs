//! What was found in the ledger.

use proofmark_actions::LedgerReport;
use proofmark_text::text;

use super::page::{Mark, Page, dim, in_colour_of};

/// The answer first, then every fault, then the root others can compare.
pub(crate) fn ledger(page: &mut Page, report: &LedgerReport) {
    let unsealed = report.lines.saturating_sub(report.sealed.unwrap_or(0));
    if report.sound {
        let answer = if unsealed == 0 {
            text!("proofmark-ledger-sound", lines = report.lines)
        } else {
            text!("proofmark-ledger-sound-so-far", lines = report.lines - unsealed)
        };
        page.marked(Mark::Good, &in_colour_of(Mark::Good, &answer.to_string()));
    } else {
        let answer = text!("proofmark-ledger-not-sound", count = report.faults.len()).to_string();
        page.marked(Mark::Bad, &in_colour_of(Mark::Bad, &answer));
    }
    for fault in &report.faults {
        page.marked(Mark::Bad, &format!("{fault} {}", dim(&format!("[{}]", fault.id()))));
        if let Some(hint) = fault.hint() {
            page.below(&dim(&hint));
        }
    }
    for (number, caution) in report.cautions.iter().enumerate() {
        page.marked(Mark::Open, &format!("{caution} {}", dim(&format!("[{}]", caution.id()))));
        // What to do about it is the same for every place it is found at: it is said behind the last.
        let next = report.cautions.get(number + 1);
        if let Some(hint) = caution.hint().filter(|_| next.is_none_or(|next| next.id() != caution.id())) {
            page.below(&dim(&hint));
        }
    }
    page.marked(Mark::Plain, &text!("proofmark-ledger-root", root = &report.root).to_string());
    if let Some(sealed) = report.sealed {
        page.marked(Mark::Plain, &text!("proofmark-ledger-sealed", size = sealed.to_string()).to_string());
    }
    if unsealed > 0 {
        page.marked(Mark::Open, &text!("proofmark-ledger-unsealed", count = unsealed).to_string());
    }
    if let Some(key) = &report.key {
        page.marked(Mark::Plain, &text!("proofmark-ledger-signed-by", key = key).to_string());
    }
    if report.records > 0 {
        let rows = report.component_rows + report.finding_rows;
        let says = text!("record-verified", records = report.records, rows = rows);
        page.marked(Mark::Plain, &says.to_string());
    }
    if report.stamps + report.cosignatures > 0 && report.sound {
        let says =
            text!("stamps-ledger-verified", stamps = report.stamps, cosignatures = report.cosignatures);
        page.marked(Mark::Good, &says.to_string());
    }
}
