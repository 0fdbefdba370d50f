//! What follows for a finding from facts about the release, with the evidence: nobody decided it, and whoever asks again with
//! the same files gets the same answer.

use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::component_decision::{VexJustification, VexStatus};
use crate::digest::Sha256;

/// The files a sentence names before it ends in an ellipsis.
const MOST_NAMED: usize = 4;

/// A finding laid against what the dossier says of how the release was built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Triage {
    /// What decided, or why nothing could.
    pub rule: TriageRule,
    /// The files it turned on, by their paths in the source tree; of a list that is not whole, those it lacks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// The options that are off, by which the files would be compiled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// The commit that fixes it, as the record names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix_commit: Option<String>,
    /// The commit of the tree that carries the fix: the same one, or one that says it was taken from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_by: Option<String>,
    /// The documents it was laid against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<TriageEvidence>,
    /// The vendor's tree the kernel was built from; `None`: upstream's, or not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vendor_tree: Option<String>,
    /// The version of upstream that tree was made from, by which the kernel was looked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_version: Option<String>,
    /// The system on a chip it runs on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub soc: Option<String>,
}

/// By what a finding was decided, or why it could not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TriageRule {
    /// None of the files the record names is compiled: the vulnerable code is not there.
    NotCompiled,
    /// The files the record names are only compiled under options that are off.
    OptionsOff,
    /// The tree holds a commit that fixes it.
    FixInTree,
    /// A file the record names is compiled.
    Compiled,
    /// Whether a file the record names is compiled cannot be said.
    PerhapsCompiled,
    /// The list lacks files that every kernel compiles, so that nothing follows from what it leaves out.
    ListNotWhole,
    /// The record names no files.
    NoFilesNamed,
    /// The tree holds a commit that fixes it, and one that may take it back.
    FixPerhapsTakenBack,
    /// The list of commits holds none that fixes it, or the record names none.
    FixNotFound,
    /// There is nothing to lay it against but what tree and chip it is.
    Stated,
}

/// A document a finding was laid against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TriageEvidence {
    /// Its path beside the dossier.
    pub file: String,
    /// Its digest.
    pub sha256: Sha256,
}

impl Triage {
    /// The status that follows; `None`: none does, and the finding stays as it is.
    pub fn status(&self) -> Option<VexStatus> {
        match self.rule {
            TriageRule::NotCompiled | TriageRule::OptionsOff => Some(VexStatus::NotAffected),
            TriageRule::FixInTree => Some(VexStatus::Fixed),
            TriageRule::Compiled
            | TriageRule::PerhapsCompiled
            | TriageRule::ListNotWhole
            | TriageRule::NoFilesNamed
            | TriageRule::FixPerhapsTakenBack
            | TriageRule::FixNotFound
            | TriageRule::Stated => None,
        }
    }

    /// Why the product is not affected, for that status.
    pub fn justification(&self) -> Option<VexJustification> {
        (self.status() == Some(VexStatus::NotAffected)).then_some(VexJustification::VulnerableCodeNotPresent)
    }

    /// The reason, a sentence each: what decided, then what is stated of tree and chip.
    pub fn says(&self) -> Vec<Text> {
        let mut says: Vec<Text> = self.rule_says().into_iter().collect();
        says.extend(match (&self.vendor_tree, &self.base_version) {
            (Some(tree), Some(base)) => Some(text!("embedded-vendor-tree-base", tree = tree, base = base)),
            (Some(tree), None) => Some(text!("embedded-vendor-tree", tree = tree)),
            (None, Some(base)) => Some(text!("embedded-base", base = base)),
            (None, None) => None,
        });
        says.extend(self.soc.as_ref().map(|soc| text!("embedded-soc", soc = soc)));
        says
    }

    /// Whether anything was laid against it, beside what is stated of tree and chip.
    fn rule_says(&self) -> Option<Text> {
        let (files, evidence) = (named(&self.files), self.evidence_says());
        Some(match self.rule {
            TriageRule::NotCompiled => text!("embedded-not-compiled", files = files, evidence = evidence),
            TriageRule::OptionsOff => {
                let options = named(&self.options);
                text!("embedded-options-off", files = files, options = options, evidence = evidence)
            }
            TriageRule::FixInTree => {
                let commit = self.fix_commit.as_deref().unwrap_or_default();
                let by = self.carried_by.as_deref().unwrap_or_default();
                if by.starts_with(commit) {
                    text!("embedded-fix-in-tree", commit = commit, evidence = evidence)
                } else {
                    text!("embedded-fix-carried", commit = commit, by = by, evidence = evidence)
                }
            }
            TriageRule::Compiled => text!("embedded-compiled", files = files, evidence = evidence),
            TriageRule::PerhapsCompiled => {
                text!("embedded-perhaps-compiled", files = files, evidence = evidence)
            }
            TriageRule::ListNotWhole => text!("embedded-not-whole", files = files, evidence = evidence),
            TriageRule::FixPerhapsTakenBack => {
                let by = self.carried_by.as_deref().unwrap_or_default();
                text!("embedded-fix-perhaps-taken-back", by = by, evidence = evidence)
            }
            TriageRule::NoFilesNamed => text!("embedded-no-files"),
            TriageRule::FixNotFound => text!("embedded-fix-not-found", evidence = evidence),
            TriageRule::Stated => return None,
        })
    }

    /// Each document with the beginning of its digest.
    fn evidence_says(&self) -> String {
        let one = |evidence: &TriageEvidence| {
            let digest = evidence.sha256.to_string();
            format!("`{}` (SHA-256 {}…)", evidence.file, digest.get(..16).unwrap_or(&digest))
        };
        self.evidence.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

fn named(names: &[String]) -> String {
    let mut shown: Vec<String> = names.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    if names.len() > MOST_NAMED {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn triage(rule: TriageRule) -> Triage {
        Triage {
            rule,
            files: vec!["drivers/net/can/vcan.c".into()],
            options: vec!["CONFIG_CAN_VCAN".into()],
            fix_commit: Some("ab".repeat(20)),
            carried_by: Some("cd".repeat(20)),
            evidence: vec![TriageEvidence { file: "kernel/compiled.txt".into(), sha256: Sha256::of(b"") }],
            vendor_tree: None,
            base_version: None,
            soc: Some("i.MX 8M Plus".into()),
        }
    }

    #[test]
    fn only_what_shows_that_the_code_is_absent_or_mended_closes_a_finding() {
        for (rule, status) in [
            (TriageRule::NotCompiled, Some(VexStatus::NotAffected)),
            (TriageRule::OptionsOff, Some(VexStatus::NotAffected)),
            (TriageRule::FixInTree, Some(VexStatus::Fixed)),
            (TriageRule::Compiled, None),
            (TriageRule::PerhapsCompiled, None),
            (TriageRule::ListNotWhole, None),
            (TriageRule::FixPerhapsTakenBack, None),
            (TriageRule::NoFilesNamed, None),
            (TriageRule::FixNotFound, None),
            (TriageRule::Stated, None),
        ] {
            assert_eq!(triage(rule).status(), status, "{rule:?}");
        }
    }

    #[test]
    fn the_reason_names_file_and_evidence() {
        let says: Vec<String> = triage(TriageRule::NotCompiled).says().iter().map(Text::to_string).collect();
        assert_eq!(
            says,
            [
                "None of the source files the record names (`drivers/net/can/vcan.c`) is compiled into the release's kernel, as `kernel/compiled.txt` (SHA-256 e3b0c44298fc1c14…) shows.",
                "It runs on `i.MX 8M Plus`.",
            ]
        );
        let carried = triage(TriageRule::FixInTree).says()[0].to_string();
        assert!(carried.contains(&"ab".repeat(20)) && carried.contains(&"cd".repeat(20)), "{carried}");
    }
}
