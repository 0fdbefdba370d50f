//! How cases came out.

use proofmark_actions::CaseReport;
use proofmark_text::text;

use super::page::{Mark, Page, dim, in_colour_of};

/// Every case that did not hold, with what differs; then how many held.
pub(crate) fn cases(page: &mut Page, reports: &[CaseReport]) {
    for report in reports.iter().filter(|report| !report.held) {
        let heading = if report.says.is_empty() {
            text!("proofmark-case-unreadable", file = &report.file)
        } else {
            text!("proofmark-case-failed", file = &report.file, says = &report.says)
        };
        page.marked(Mark::Bad, &heading.to_string());
        for one in &report.mismatches {
            let (expected, found) = (one.expected.to_string(), one.found.to_string());
            let says = text!("proofmark-case-mismatch", at = &one.at, expected = expected, found = found);
            page.below(&says.to_string());
        }
        for problem in &report.problems {
            let at = problem.place.path.as_deref().unwrap_or_default();
            page.below(&format!("{} {}", problem.says, dim(&format!("[{at}]"))));
        }
    }
    let failed = reports.iter().filter(|report| !report.held).count();
    let count = reports.len();
    let (mark, answer) = if failed == 0 {
        (Mark::Good, text!("proofmark-cases-held", count = count))
    } else {
        (Mark::Bad, text!("proofmark-cases-failed", failed = failed, count = count))
    };
    page.marked(mark, &in_colour_of(mark, &answer.to_string()));
}
