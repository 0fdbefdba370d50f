//! What follows for a finding from what the dossier says of how the release was built, with the documents that show it.

use maud::{Markup, html};
use proofmark_facts::{AffectedCode, Finding, VexStatus};
use proofmark_text::text;

use crate::look::{Reader, Tone, badge};

/// The reason with its evidence; nothing where no facts of the release were laid against the finding.
pub(super) fn triage(reader: &Reader, finding: Option<&Finding>) -> Markup {
    let Some((finding, triage)) = finding.and_then(|finding| Some((finding, finding.triage.as_ref()?)))
    else {
        return html! {};
    };
    let follows = match triage.status() {
        Some(VexStatus::Fixed) => Some(text!("embedded-follows-fixed")),
        Some(_) => Some(text!("embedded-follows-not-affected")),
        None => None,
    };
    html! {
        section .panel aria-labelledby="triage" {
            header {
                h2 #triage { (reader.say(&text!("embedded-triage"))) }
                @if let Some(says) = &follows { (badge(Tone::Good, &reader.say(says))) }
            }
            @for says in triage.says() {
                p { (reader.say(&says)) }
                @if let Some(hint) = says.hint_in(reader.language()) { p .hint { (hint) } }
            }
            @if let Some(code) = &finding.vulnerability.code { (named(reader, code)) }
            @if !triage.evidence.is_empty() {
                dl .pairs {
                    @for evidence in &triage.evidence {
                        dt { (reader.say(&text!("embedded-evidence"))) ": " code { (evidence.file) } }
                        dd { code { (evidence.sha256) } }
                    }
                }
            }
            @if follows.is_some() && finding.decision.is_none() {
                p .quiet { (reader.say(&text!("embedded-nobody-decided"))) }
            }
        }
    }
}

fn named(reader: &Reader, code: &AffectedCode) -> Markup {
    html! {
        @if !code.program_files.is_empty() {
            p .quiet { (reader.say(&text!("embedded-files-named", files = code.program_files.join(", ")))) }
        }
        @if !code.fix_commits.is_empty() {
            p .quiet { (reader.say(&text!("embedded-commits-named", commits = code.fix_commits.join(", ")))) }
        }
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{Sha256, Triage, TriageEvidence, TriageRule};

    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_reason_is_sound_and_names_its_evidence() {
        let with = |rule| {
            let mut finding = samples::finding();
            let code = AffectedCode {
                program_files: vec!["net/<b>.c".into(), "net/x.c".into()],
                fix_commits: vec!["<i>".into()],
            };
            finding.vulnerability.code = Some(code.clone());
            finding.triage = Some(Triage {
                rule,
                files: code.program_files,
                options: vec!["CONFIG_<x>".into()],
                fix_commit: Some("<i>".into()),
                carried_by: Some("<u>".into()),
                evidence: vec![TriageEvidence { file: "kernel/<s>.txt".into(), sha256: Sha256::of(b"") }],
                vendor_tree: Some("linux-<x>".into()),
                base_version: Some("6.6.3".into()),
                soc: Some("<chip>".into()),
            });
            finding
        };
        for reader in readers() {
            for rule in [
                TriageRule::NotCompiled,
                TriageRule::OptionsOff,
                TriageRule::FixInTree,
                TriageRule::Compiled,
                TriageRule::PerhapsCompiled,
                TriageRule::ListNotWhole,
                TriageRule::FixPerhapsTakenBack,
                TriageRule::NoFilesNamed,
                TriageRule::FixNotFound,
                TriageRule::Stated,
            ] {
                let shown = triage(&reader, Some(&with(rule)));
                assert_sound(&html! { h1 { "A finding" } (shown) });
                assert!(shown.0.contains(&Sha256::of(b"").to_string()), "{rule:?}: {}", shown.0);
            }
            assert_eq!(triage(&reader, Some(&samples::finding())).0, "");
        }
    }
}
