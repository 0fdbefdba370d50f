//! What a scan found, the worst first.

use std::cmp::Reverse;

use proofmark_actions::{ScanEnd, ScanFinding, ScanHead, ScanPart, ScanSighting};
use proofmark_facts::{Badness, Finding};
use proofmark_text::text;

use super::assessment::{finding_details, finding_head, unchecked};
use super::page::{Mark, Page, dim};

/// How many findings are shown before the rest is counted.
const SHOWN: usize = 20;

/// The findings of a scan, as many of the worst as are shown.
#[derive(Debug)]
pub(crate) struct Scanned {
    kept: Vec<ScanFinding>,
    /// The place of the last of those that would be shown, once there are enough.
    last: Option<usize>,
    shown: usize,
    found: usize,
    exploited: usize,
}

impl Scanned {
    /// None yet; `all` keeps every one.
    pub(crate) fn new(all: bool) -> Self {
        let shown = if all { usize::MAX } else { SHOWN };
        Self { kept: Vec::new(), last: None, shown, found: 0, exploited: 0 }
    }

    /// Adds what another thread found after it.
    pub(crate) fn add(&mut self, part: Self) {
        self.found += part.found;
        self.exploited += part.exploited;
        self.kept.extend(part.kept);
        self.keep_few();
    }

    /// How many there were.
    pub(crate) fn found(&self) -> usize {
        self.found
    }

    fn keep_few(&mut self) {
        if self.kept.len() >= self.shown.saturating_mul(8) {
            self.keep_the_worst();
        }
    }

    fn keep_the_worst(&mut self) {
        self.kept.sort_by(|one, other| key(one).cmp(&key(other)));
        self.kept.truncate(self.shown);
        self.last = self.shown.checked_sub(1).filter(|last| *last < self.kept.len());
    }
}

impl ScanPart for Scanned {
    /// Counts a finding, and keeps it if it may be among those shown.
    fn take(&mut self, sighting: ScanSighting<'_>) {
        let is_exploited = sighting.is_exploited();
        self.found += 1;
        self.exploited += usize::from(is_exploited);
        let badness = sighting.badness();
        let key_of_it = (Reverse(is_exploited), Reverse(badness), sighting.id(), sighting.component);
        // Nothing is copied that comes after enough others.
        if self.last.is_some_and(|last| key(&self.kept[last]) <= key_of_it) {
            return;
        }
        self.kept.push(sighting.to_finding());
        self.keep_few();
    }

    fn is_full(&self) -> bool {
        false
    }
}

/// Exploited first, then by rating and score, then by name, as an assessment sorts them.
fn key(finding: &ScanFinding) -> (Reverse<bool>, Reverse<Badness>, &str, &str) {
    let vulnerability = &finding.vulnerability;
    let exploited = vulnerability.exploited.is_some();
    (Reverse(exploited), Reverse(vulnerability.severity.badness()), &vulnerability.id, &finding.component)
}

/// The scan as a page of this width.
pub(crate) fn scanned(head: &ScanHead, mut scanned: Scanned, end: &ScanEnd, columns: usize) -> String {
    scanned.keep_the_worst();
    let Scanned { kept, shown, found, exploited, .. } = scanned;
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
            lapsed: Vec::new(),
            lacks: Vec::new(),
        };
        finding_head(&mut page, Mark::Bad, &finding);
        finding_details(&mut page, &finding);
    }
    page.rest(found, shown);
    for notice in end.notices.iter().filter(|notice| notice.says.id().starts_with("vulndb-told-")) {
        page.marked(Mark::Plain, &notice.says.to_string());
    }
    for folded in &end.same_source {
        let count = folded.stands_for.len();
        let says = text!("embedded-same-source", count = count, component = &folded.component);
        page.marked(Mark::Plain, &dim(&says.to_string()));
    }
    unchecked(&mut page, &end.unchecked, shown == usize::MAX);
    page.to_string()
}
