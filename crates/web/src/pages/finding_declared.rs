//! What whoever built the release declares of a finding, with the document that says it: it closes nothing, and proposes a decision.

use maud::{Markup, html};
use proofmark_facts::{Finding, ProposedDecision, VexJustification};
use proofmark_text::text;

use crate::look::Reader;

/// Every statement with its document; nothing where none was made.
pub(super) fn declared(reader: &Reader, finding: Option<&Finding>) -> Markup {
    let Some(finding) = finding.filter(|finding| !finding.declared.is_empty()) else { return html! {} };
    html! {
        section .panel aria-labelledby="declared" {
            header { h2 #declared { (reader.say(&text!("embedded-declared"))) } }
            @for declared in &finding.declared {
                @for says in declared.says() { p { (reader.say(&says)) } }
                @if let Some(says) = finding.status().and_then(|status| declared.contradicts(status)) {
                    p .hint { (reader.say(&says)) }
                }
                dl .pairs {
                    dt { (reader.say(&text!("embedded-evidence"))) ": " code { (declared.evidence.file) } }
                    dd { code { (declared.evidence.sha256) } }
                }
            }
            p .quiet { (reader.say(&text!("embedded-declared-hint"))) }
            @if proposed(Some(finding)).is_some() {
                p .hint { (reader.say(&text!("embedded-proposal-taken"))) }
            }
        }
    }
}

/// The decision the first statement that proposes one proposes; none where somebody decided, or the release's facts say.
pub(super) fn proposed(finding: Option<&Finding>) -> Option<ProposedDecision> {
    let finding = finding.filter(|finding| finding.status().is_none())?;
    finding.declared.iter().find_map(proofmark_facts::DeclaredByBuilder::proposes)
}

/// A justification in the word the form sends.
pub(super) fn justification_word(justification: VexJustification) -> &'static str {
    match justification {
        VexJustification::ComponentNotPresent => "component_not_present",
        VexJustification::VulnerableCodeNotPresent => "vulnerable_code_not_present",
        VexJustification::VulnerableCodeNotInExecutePath => "vulnerable_code_not_in_execute_path",
        VexJustification::VulnerableCodeCannotBeControlledByAdversary => {
            "vulnerable_code_cannot_be_controlled_by_adversary"
        }
        VexJustification::InlineMitigationsAlreadyExist => "inline_mitigations_already_exist",
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{
        BuilderSays, BuilderStatement, DeclaredByBuilder, Sha256, StatementOrigin, TriageEvidence, VexStatus,
    };

    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn what_is_declared_is_sound_and_names_its_document() {
        let with = |says| {
            let statement = BuilderStatement {
                package: Some("open<ssl>".into()),
                because: Some("<script>".into()),
                patch: Some("<b>.patch".into()),
                ..BuilderStatement::new("CVE-2026-1", says, StatementOrigin::Patch)
            };
            let evidence = TriageEvidence { file: "<i>.json".into(), sha256: Sha256::of(b"") };
            let mut finding = samples::finding();
            finding.decision = None;
            finding.declared = vec![DeclaredByBuilder { statement, evidence }];
            finding
        };
        for reader in readers() {
            for says in [
                BuilderSays::Fixed,
                BuilderSays::NotAffected,
                BuilderSays::Ignored,
                BuilderSays::Affected,
                BuilderSays::UnderInvestigation,
            ] {
                let shown = declared(&reader, Some(&with(says)));
                assert_sound(&html! { h1 { "A finding" } (shown) });
                assert!(shown.0.contains(&Sha256::of(b"").to_string()), "{says:?}: {}", shown.0);
            }
            assert_eq!(declared(&reader, Some(&samples::finding())).0, "");
        }
        let proposal = proposed(Some(&with(BuilderSays::Fixed))).unwrap();
        assert_eq!(proposal.status, VexStatus::Fixed);
        assert_eq!(proposed(Some(&with(BuilderSays::Ignored))), None);
    }
}
