//! How cases came out.

use proofmark_actions::CaseReport;
use proofmark_text::text;
use serde_json::Value;

use super::page::{Mark, Page, dim, in_colour_of};

/// How much of a value is shown.
const MOST_LETTERS: usize = 240;

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
            let (expected, found) = (shortened(&one.expected), shortened(&one.found));
            let says = text!("proofmark-case-mismatch", at = &one.at, expected = expected, found = found);
            page.below(&says.to_string());
        }
        for problem in &report.problems {
            let line = problem.place.line_and_column.map(|(line, column)| format!("{line}:{column}"));
            let at = [line, problem.place.path.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let at = if at.is_empty() { at } else { format!(" ({at})") };
            page.below(&format!("{}{}", problem.says, dim(&at)));
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

/// A value on a few lines of the terminal; the JSON output holds all of it.
fn shortened(value: &Value) -> String {
    let written = value.to_string();
    match written.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &written[..end]),
        None => written,
    }
}
