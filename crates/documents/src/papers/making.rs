//! Annex VII, point 2: how the product is designed, developed and produced, and how vulnerabilities are handled.

use proofmark_text::text;

use super::gap::missing;
use super::inputs::{PaperInputs, SbomSummary};
use super::masthead::section;
use super::pairs::Pairs;
use super::point::{files, letter, point};
use crate::{Block, Inline, Section, Table};

/// How many direct dependencies are named one by one; the bill of materials names them all.
const SHOWN_DEPENDENCIES: usize = 60;

/// Point 2 with its three letters.
pub(super) fn making(inputs: &PaperInputs<'_>) -> Section {
    let documents = &inputs.dossier.technical_documentation;
    let design =
        files(inputs, &documents.design, text!("papers-missing-design"), "technical_documentation.design");
    let production = files(
        inputs,
        &documents.production,
        text!("papers-missing-production"),
        "technical_documentation.production",
    );
    let mut built_up = letter("2", "a", &text!("papers-technical-design")).block(design);
    if let Some(sbom) = &inputs.sbom {
        built_up = built_up.block(dependencies(sbom));
    }
    section(&text!("papers-technical-making"), point("2"))
        .number("2")
        .section(built_up)
        .section(handling(inputs))
        .section(letter("2", "c", &text!("papers-technical-production")).block(production))
}

/// How the software is built up: what it is directly made from.
fn dependencies(sbom: &SbomSummary) -> Block {
    if sbom.top_level.is_empty() {
        // Annex I Part II(1) asks for the top-level dependencies at the very least.
        return missing(text!("papers-missing-top-level", sbom = &sbom.name), "release.sbom").into();
    }
    let shown = sbom.top_level.iter().take(SHOWN_DEPENDENCIES);
    let left = sbom.top_level.len().saturating_sub(SHOWN_DEPENDENCIES);
    let mut table = Table::new()
        .caption(text!("papers-top-level", count = sbom.top_level.len()).to_string())
        .names(text!("papers-column-component").to_string(), 1);
    for component in shown {
        table = table.row([Inline::new().code(component.clone())]);
    }
    if left > 0 {
        table = table.row([Inline::from(text!("papers-top-level-more", count = left))]);
    }
    table.into()
}

fn handling(inputs: &PaperInputs<'_>) -> Section {
    let (documents, contact) = (&inputs.dossier.technical_documentation, &inputs.dossier.contact);
    let pairs = Pairs::new()
        .say(&text!("papers-sbom"), sbom_in_a_line(inputs))
        .ask(
            &text!("papers-disclosure-policy"),
            contact.disclosure_policy.as_deref(),
            "contact.disclosure_policy",
        )
        .ask(
            &text!("papers-report-address"),
            contact.vulnerability_reports.as_deref(),
            "contact.vulnerability_reports",
        )
        .may(&text!("papers-advisories"), contact.advisories.as_deref());
    letter("2", "b", &text!("papers-technical-handling"))
        .block(pairs)
        .block(text!("papers-technical-handling-processes"))
        .block(files(
            inputs,
            &documents.vulnerability_handling,
            text!("papers-missing-handling"),
            "technical_documentation.vulnerability_handling",
        ))
        .block(text!("papers-technical-update-distribution"))
        .block(files(
            inputs,
            &documents.update_distribution,
            text!("papers-missing-update-distribution"),
            "technical_documentation.update_distribution",
        ))
}

fn sbom_in_a_line(inputs: &PaperInputs<'_>) -> Inline {
    match &inputs.sbom {
        None => Inline::missing(text!("papers-missing-sbom-in-a-line", path = "release.sbom").to_string()),
        Some(sbom) => Inline::new().code(sbom.name.clone()).plain(
            text!("papers-sbom-in-a-line", format = &sbom.format, components = sbom.components).to_string(),
        ),
    }
}
