//! The document's version and how it came to be: tests 6.1.14, 6.1.16 to 6.1.22 and 6.1.30, and 6.2.4 to 6.2.6.

use std::collections::HashSet;

use jiff::Timestamp;
use proofmark_text::text;

use super::findings::Findings;
use super::judged::Judged;
use super::lists::elements;
use super::version_number::VersionNumber;
use crate::excerpt::excerpt;

const HISTORY: &str = "/document/tracking/revision_history";

/// An item of the revision history.
struct Revision<'d> {
    index: usize,
    at: Timestamp,
    written: &'d str,
    number: VersionNumber<'d>,
}

impl Revision<'_> {
    fn place(&self) -> String {
        format!("{HISTORY}/{}/number", self.index)
    }
}

/// The history by date; what is of one date is by number. An item whose date or number is none is told to the test.
fn history<'d>(judged: &Judged<'d>, found: &mut Findings) -> Vec<Revision<'d>> {
    let mut history = Vec::new();
    for (index, item) in elements(&judged.tracking["revision_history"]).iter().enumerate() {
        let written = item["number"].as_str().unwrap_or_default();
        let at = item["date"].as_str().and_then(|date| date.parse().ok());
        match (at, VersionNumber::of(written)) {
            (Some(at), Some(number)) => history.push(Revision { index, at, written, number }),
            _ => found.cannot_tell(text!("csaf-judged-revision", place = format!("{HISTORY}/{index}"))),
        }
    }
    history.sort_by(|one, other| one.at.cmp(&other.at).then_with(|| one.number.compare(other.number)));
    history
}

/// The document's version; where it is none the test is told.
fn version<'d>(judged: &Judged<'d>, found: &mut Findings) -> Option<(&'d str, VersionNumber<'d>)> {
    let written = judged.tracking["version"].as_str().unwrap_or_default();
    let number = VersionNumber::of(written);
    if number.is_none() {
        found.cannot_tell(text!("csaf-judged-revision", place = "/document/tracking/version"));
    }
    Some((written, number?))
}

/// 6.1.14: later revisions have higher numbers.
pub(super) fn sorted(judged: &Judged<'_>, found: &mut Findings) {
    for two in history(judged, found).windows(2) {
        if let [before, after] = two
            && after.number.compare(before.number).is_lt()
        {
            let says =
                || text!("csaf-judged-unsorted-history", number = after.written, before = before.written);
            found.tell(|| after.place(), says);
        }
    }
}

/// 6.1.16: the document's version is that of its last revision.
pub(super) fn latest(judged: &Judged<'_>, found: &mut Findings) {
    let history = history(judged, found);
    let (Some(last), Some((written, version))) = (history.last(), version(judged, found)) else { return };
    let is_draft = judged.status() == "draft";
    let same = if is_draft {
        version.released() == last.number.released()
    } else {
        version.without_build() == last.number.without_build()
    };
    if !same {
        let says = || text!("csaf-judged-latest", version = excerpt(written), last = last.written);
        found.tell(|| "/document/tracking/version".to_owned(), says);
    }
}

/// 6.1.17: what is not released yet is a draft.
pub(super) fn draft(judged: &Judged<'_>, found: &mut Findings) {
    let Some((written, version)) = version(judged, found) else { return };
    if (version.major == "0" || version.pre_release.is_some()) && judged.status() != "draft" {
        let says =
            || text!("csaf-judged-not-draft", version = excerpt(written), status = excerpt(judged.status()));
        found.tell(|| "/document/tracking/status".to_owned(), says);
    }
}

/// 6.1.18: the history of what is released has no revision before the first release.
pub(super) fn released(judged: &Judged<'_>, found: &mut Findings) {
    for revision in history(judged, found) {
        if is_released(judged) && revision.number.major == "0" {
            let says = || {
                text!(
                    "csaf-judged-zero-revision",
                    number = revision.written,
                    status = excerpt(judged.status())
                )
            };
            found.tell(|| revision.place(), says);
        }
    }
}

/// 6.1.19: no revision is a pre-release.
pub(super) fn pre_release(judged: &Judged<'_>, found: &mut Findings) {
    for revision in history(judged, found) {
        if revision.number.pre_release.is_some() {
            found.tell(|| revision.place(), || text!("csaf-judged-pre-release", number = revision.written));
        }
    }
}

/// 6.1.20: what is released has no version of a pre-release.
pub(super) fn non_draft(judged: &Judged<'_>, found: &mut Findings) {
    let Some((written, version)) = version(judged, found) else { return };
    if is_released(judged) && version.pre_release.is_some() {
        let says = || {
            text!(
                "csaf-judged-released-version",
                version = excerpt(written),
                status = excerpt(judged.status())
            )
        };
        found.tell(|| "/document/tracking/version".to_owned(), says);
    }
}

/// 6.1.21: the history begins at 0 or 1 and leaves no (major) version out.
pub(super) fn missing_item(judged: &Judged<'_>, found: &mut Findings) {
    let history = history(judged, found);
    if let Some(first) = history.first().filter(|first| !matches!(first.number.major, "0" | "1")) {
        found.tell(|| first.place(), || text!("csaf-judged-first-revision", number = first.written));
    }
    for two in history.windows(2) {
        if let [before, after] = two
            && !after.number.follows(before.number)
        {
            let says =
                || text!("csaf-judged-missing-revision", number = after.written, before = before.written);
            found.tell(|| after.place(), says);
        }
    }
}

/// 6.1.22: no two revisions have one number.
pub(super) fn multiple(judged: &Judged<'_>, found: &mut Findings) {
    let mut seen = HashSet::new();
    for (index, item) in elements(&judged.tracking["revision_history"]).iter().enumerate() {
        if let Some(number) = item["number"].as_str().filter(|number| !seen.insert(*number)) {
            let place = || format!("{HISTORY}/{index}/number");
            found.tell(place, || text!("csaf-judged-revision-twice", number = number));
        }
    }
}

/// 6.1.30: all versions are whole numbers, or all are semantic.
pub(super) fn mixed(judged: &Judged<'_>, found: &mut Findings) {
    let Some((written, version)) = version(judged, found) else { return };
    for revision in history(judged, found) {
        if revision.number.is_semantic() != version.is_semantic() {
            let says = || text!("csaf-judged-mixed", number = revision.written, version = excerpt(written));
            found.tell(|| revision.place(), says);
        }
    }
}

/// 6.2.4: no revision says what it was built from.
pub(super) fn build_metadata(judged: &Judged<'_>, found: &mut Findings) {
    for revision in history(judged, found) {
        if revision.number.build.is_some() {
            found.tell(|| revision.place(), || text!("csaf-judged-build", number = revision.written));
        }
    }
}

/// 6.2.5: the first release is not before the first revision.
pub(super) fn initial_date(judged: &Judged<'_>, found: &mut Findings) {
    let oldest = history(judged, found).first().map(|revision| revision.at);
    older(judged, found, "initial_release_date", oldest);
}

/// 6.2.6: the present release is not before the last revision.
pub(super) fn current_date(judged: &Judged<'_>, found: &mut Findings) {
    let newest = history(judged, found).last().map(|revision| revision.at);
    older(judged, found, "current_release_date", newest);
}

fn older(judged: &Judged<'_>, found: &mut Findings, member: &'static str, than: Option<Timestamp>) {
    let written = judged.tracking[member].as_str().unwrap_or_default();
    let place = || format!("/document/tracking/{member}");
    match (written.parse::<Timestamp>(), than) {
        (Ok(at), Some(than)) if at < than => {
            found.tell(place, || text!("csaf-judged-older", date = written, revision = than.to_string()));
        }
        (Ok(_), _) => {}
        (Err(_), _) => found.cannot_tell(text!("csaf-judged-revision", place = place())),
    }
}

fn is_released(judged: &Judged<'_>) -> bool {
    matches!(judged.status(), "final" | "interim")
}
