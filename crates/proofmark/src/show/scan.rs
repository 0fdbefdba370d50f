//! What a scan found, the worst first.

use std::cmp::Reverse;

use proofmark_actions::{ScanEnd, ScanFinding, ScanHead};
use proofmark_facts::{Finding, Rating};
use proofmark_text::text;

use super::assessment::{finding_details, finding_head, unchecked};
use super::page::{Mark, Page, dim};

/// How many findings are shown before the rest is counted.
const SHOWN: usize = 20;

/// The findings of a scan, as many of the worst as are shown.
#[derive(Debug)]
pub(crate) struct Scanned {
    kept: Vec<ScanFinding>,
    shown: usize,
    found: usize,
    exploited: usize,
}

impl Scanned {
    /// None yet; `all` keeps every one.
    pub(crate) fn new(all: bool) -> Self {
        Self { kept: Vec::new(), shown: if all { usize::MAX } else { SHOWN }, found: 0, exploited: 0 }
    }

    /// Counts a finding, and keeps it if it may be among those shown.
    pub(crate) fn take(&mut self, finding: ScanFinding) {
        self.found += 1;
        self.exploited += usize::from(finding.vulnerability.exploited.is_some());
        self.kept.push(finding);
        if self.kept.len() >= self.shown.saturating_mul(8) {
            self.keep_the_worst();
        }
    }

    /// How many there were.
    pub(crate) fn found(&self) -> usize {
        self.found
    }

    fn keep_the_worst(&mut self) {
        self.kept.sort_by(|one, other| key(one).cmp(&key(other)));
        self.kept.truncate(self.shown);
    }
}

/// Exploited first, then by rating, then by name, as an assessment sorts them.
fn key(finding: &ScanFinding) -> (Reverse<bool>, Reverse<Rating>, &str, &str) {
    let vulnerability = &finding.vulnerability;
    let exploited = vulnerability.exploited.is_some();
    (Reverse(exploited), Reverse(vulnerability.severity.rating), &vulnerability.id, &finding.component)
}

/// The scan as a page of this width.
pub(crate) fn scanned(head: &ScanHead, mut scanned: Scanned, end: &ScanEnd, columns: usize) -> String {
    scanned.keep_the_worst();
    let Scanned { kept, shown, found, exploited } = scanned;
    let mut page = Page::of_width(columns);
    let as_of = head.as_of.map_or_else(|| "?".to_owned(), |at| at.strftime("%Y-%m-%d").to_string());
    page.title(&head.file, &head.format);
    page.below(&dim(&text!("vulndb-scan-asked", database = &head.database, as_of = as_of).to_string()));
    let remark = text!(
        "proofmark-findings-count",
        findings = found,
        components = head.components,
        exploited = exploited
    );
    page.heading(&text!("proofmark-findings").to_string(), &remark.to_string());
    for ScanFinding { component, vulnerability } in kept {
        let finding = Finding {
            component,
            vulnerability,
            path: Vec::new(),
            decision: None,
            triage: None,
            declared: Vec::new(),
        };
        finding_head(&mut page, Mark::Bad, &finding);
        finding_details(&mut page, &finding);
    }
    page.rest(found, shown);
    for folded in &end.same_source {
        let count = folded.stands_for.len();
        let says = text!("embedded-same-source", count = count, component = &folded.component);
        page.marked(Mark::Plain, &dim(&says.to_string()));
    }
    unchecked(&mut page, &end.unchecked, shown == usize::MAX);
    page.to_string()
}
