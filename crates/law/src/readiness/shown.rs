//! Whether a kind of evidence is there for an obligation: what shows it, or what is missing and where to write it.

use proofmark_facts::{Dossier, RequirementDecision};
use proofmark_text::{Arg, Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::obligations::obligation as registered;
use crate::register::requirement_ids::requirement_path;

/// Something that is not there yet.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Missing {
    /// The kind of evidence.
    pub kind: EvidenceKind,
    /// Where in the dossier it belongs.
    pub at: String,
    /// What is missing.
    pub says: Text,
    /// What to write or add.
    pub closes_by: Text,
}

/// What was found when one kind of evidence was looked for.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// What shows it.
    pub(crate) shows: Vec<Text>,
    /// What is missing; empty: it is shown.
    pub(crate) missing: Vec<Missing>,
}

/// Collects what is there and what is missing for one kind of evidence.
pub(crate) struct Search<'a> {
    pub(crate) case: &'a Case<'a>,
    kind: EvidenceKind,
    found: Found,
}

impl<'a> Search<'a> {
    pub(crate) fn new(case: &'a Case<'a>, kind: EvidenceKind) -> Self {
        Self { case, kind, found: Found::default() }
    }

    pub(crate) fn done(self) -> Found {
        self.found
    }

    pub(crate) fn dossier(&self) -> &'a Dossier {
        self.case.dossier
    }

    pub(crate) fn shows(&mut self, says: Text) {
        self.found.shows.push(says);
    }

    pub(crate) fn lacks(&mut self, at: &str, says: Text) {
        self.found.missing.push(Missing {
            kind: self.kind,
            at: at.to_owned(),
            says,
            closes_by: self.kind.closes_by(),
        });
    }

    fn shows_all(&mut self, good: Vec<Text>) {
        self.found.shows.extend(good);
    }

    fn lacks_all(&mut self, at: &str, bad: Vec<Text>) {
        for says in bad {
            self.lacks(at, says);
        }
    }

    /// A fact that must be stated.
    pub(crate) fn fact(&mut self, path: &str, stated: bool) {
        if stated {
            self.shows(text!("law-shown-fact", path = path));
        } else {
            self.lacks(path, text!("law-missing-fact", path = path));
        }
    }

    /// Words that must be there.
    pub(crate) fn words(&mut self, path: &str, words: Option<&str>) {
        self.fact(path, words.is_some_and(|words| !words.trim().is_empty()));
    }

    /// A fact that must be declared to be so.
    pub(crate) fn holds(&mut self, path: &str, holds: bool) {
        if holds {
            self.shows(text!("law-shown-fact", path = path));
        } else {
            self.lacks(path, text!("law-missing-not-true", path = path));
        }
    }

    /// Documents as files, or as words or a link in their place; at least one, and every file named is there.
    pub(crate) fn files_or_words(&mut self, path: &str, entries: &[String]) {
        let kept = &self.case.kept.files;
        let (words, files): (Vec<&str>, Vec<&str>) = entries
            .iter()
            .map(String::as_str)
            .partition(|entry| !kept.contains_key(*entry) && is_words_or_link(entry));
        if !words.is_empty() {
            self.shows(text!("law-shown-fact", path = path));
        }
        if !files.is_empty() || words.is_empty() {
            self.files(path, files);
        }
    }

    /// Files that must be named, exist and not be stale: all of them, and at least one.
    pub(crate) fn files<'f>(&mut self, path: &str, files: impl IntoIterator<Item = &'f str>) {
        let mut any = false;
        for file in files {
            any = true;
            match usable(self.case, path, file) {
                Ok(says) => self.shows(says),
                Err(says) => self.lacks(path, says),
            }
        }
        if !any {
            self.lacks(path, text!("law-missing-fact", path = path));
        }
    }
}

/// Whether an entry that is no file in sight was meant as words or a link, and not as a file that is absent.
fn is_words_or_link(entry: &str) -> bool {
    let entry = entry.trim();
    let ending = entry.rsplit_once('.').map_or("", |(_, ending)| ending);
    let has_ending = (1..=5).contains(&ending.len()) && ending.chars().all(|one| one.is_ascii_alphanumeric());
    let is_link = entry.starts_with("https://") || entry.starts_with("http://");
    is_link || (entry.contains(char::is_whitespace) && !has_ending)
}

/// Whether a named file counts: it exists, and no evidence entry says it can no longer be relied on.
fn usable(case: &Case<'_>, path: &str, file: &str) -> Result<Text, Text> {
    if !case.kept.files.contains_key(file) {
        return Err(text!("law-missing-file", path = path, file = file));
    }
    let stale_after = case
        .dossier
        .evidence
        .iter()
        .filter(|evidence| evidence.file == file)
        .filter_map(|evidence| evidence.stale_after)
        .find(|stale_after| *stale_after < case.day);
    match stale_after {
        Some(stale_after) => {
            Err(text!("law-missing-stale", file = file, stale_after = stale_after.to_string()))
        }
        None => Ok(text!("law-shown-file", file = file)),
    }
}

/// Documents declared in `evidence` to show an obligation: one that counts is enough. Where authorities called on
/// the obligation, each call is answered instead.
pub(crate) fn record(search: &mut Search<'_>, obligation: &str) {
    if answered(search, obligation) {
        return;
    }
    let (good, bad) = declared_evidence(search.case, obligation);
    if good.is_empty() && bad.is_empty() {
        let asks = registered(obligation).map_or_else(|| Arg::from(""), |found| found.asks_sentence().into());
        search.lacks("evidence", text!("law-missing-record", obligation = obligation, asks = asks));
    } else if good.is_empty() {
        search.lacks_all("evidence", bad);
    } else {
        search.shows_all(good);
    }
}

/// Whether every call of an authority was answered; `false` where there was none. What is open is noted.
fn answered(search: &mut Search<'_>, obligation: &str) -> bool {
    let (dossier, day) = (search.dossier(), search.case.day);
    let mut any = false;
    for (index, request) in dossier.authority_requests.iter().enumerate() {
        if request.obligation != obligation {
            continue;
        }
        any = true;
        let path = format!("authority_requests[{index}].answered_on");
        match request.answered_on.filter(|on| *on <= day) {
            Some(on) => search.shows(text!("duties-shown-answered", on = on.to_string())),
            None => search.lacks(&path, text!("duties-missing-answer", path = &path)),
        }
    }
    any
}

fn declared_evidence(case: &Case<'_>, obligation: &str) -> (Vec<Text>, Vec<Text>) {
    let declared = case
        .dossier
        .evidence
        .iter()
        .filter(|evidence| evidence.shows.iter().any(|shown| shown == obligation));
    sort(declared.map(|evidence| usable(case, "evidence", &evidence.file)))
}

fn sort(judged: impl Iterator<Item = Result<Text, Text>>) -> (Vec<Text>, Vec<Text>) {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for one in judged {
        match one {
            Ok(says) => good.push(says),
            Err(says) => bad.push(says),
        }
    }
    (good, bad)
}

/// A requirement is stated by a decision that says how it is implemented, or why it does not apply.
pub(crate) fn stated_requirement(search: &mut Search<'_>, id: &str) {
    match decision_on(search.dossier(), id) {
        None => search.lacks("requirements", text!("law-missing-decision", requirement = id)),
        Some((index, decision)) if decision.applies => {
            if decision.implemented_by.as_deref().unwrap_or_default().trim().is_empty() {
                let path = format!("{}.implemented_by", requirement_path(index, id));
                search.lacks(&path, text!("law-missing-implementation", requirement = id));
            }
        }
        Some((index, decision)) => set_aside(search, id, &requirement_path(index, id), decision),
    }
}

/// A requirement of Annex I is met only by a decision that it applies, says how, and names a file that is there.
pub(crate) fn requirement(search: &mut Search<'_>, id: &str) {
    let Some((index, decision)) = decision_on(search.dossier(), id) else {
        search.lacks("requirements", text!("law-missing-decision", requirement = id));
        return;
    };
    let at = requirement_path(index, id);
    if !decision.applies {
        set_aside(search, id, &at, decision);
        return;
    }
    let implemented_by = decision.implemented_by.as_deref().unwrap_or_default().trim();
    if implemented_by.is_empty() {
        let says = text!("law-missing-implementation", requirement = id);
        search.lacks(&format!("{at}.implemented_by"), says);
    } else {
        search.shows(text!("law-shown-decision", requirement = id, implemented_by = implemented_by));
    }
    let path = format!("{at}.evidence");
    let named = decision.evidence.iter().map(|file| usable(search.case, &path, file));
    let (mut good, mut bad) = sort(named);
    let (more_good, more_bad) = declared_evidence(search.case, id);
    good.extend(more_good);
    bad.extend(more_bad);
    if good.is_empty() {
        search.lacks(&path, text!("law-missing-decision-evidence", requirement = id));
        search.lacks_all(&path, bad);
    } else {
        search.shows_all(good);
    }
}

fn set_aside(search: &mut Search<'_>, id: &str, at: &str, decision: &RequirementDecision) {
    if always_applies(id) {
        search.lacks(&format!("{at}.applies"), text!("law-missing-always-applies", requirement = id));
    } else if justification(decision).is_none() {
        let path = format!("{at}.not_applicable_because");
        search.lacks(&path, text!("law-missing-justification", requirement = id));
    }
}

/// The first decision on a requirement, with its place in the dossier.
pub(crate) fn decision_on<'d>(dossier: &'d Dossier, id: &str) -> Option<(usize, &'d RequirementDecision)> {
    dossier.requirements.iter().enumerate().find(|(_, decision)| decision.requirement == id)
}

/// Part I, point (1) and the whole of Part II apply to every product (Article 13(3) and (8), recital 54).
pub(crate) fn always_applies(requirement: &str) -> bool {
    requirement == "I.1" || requirement.starts_with("II.")
}

/// The justification of a decision that a requirement does not apply, where there is one.
pub(crate) fn justification(decision: &RequirementDecision) -> Option<&str> {
    let words = decision.not_applicable_because.as_deref()?.trim();
    (!words.is_empty()).then_some(words)
}
