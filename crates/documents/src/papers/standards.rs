//! The standards and specifications a product was built to, and what each is worth in law (Article 27).

use jiff::civil::Date;
use proofmark_facts::{Application, AppliedStandard};
use proofmark_law::{StateOfTheLaw, names_standard};
use proofmark_text::{Text, text};

use super::gap::{filled, mark};
use super::inputs::PaperInputs;
use super::names;
use crate::{Inline, Table};

/// Reference, extent and presumption of each; `None` where none is declared.
pub(super) fn table(inputs: &PaperInputs<'_>) -> Option<Table> {
    let standards = &inputs.dossier.conformity.standards;
    if standards.is_empty() {
        return None;
    }
    let mut table = Table::new()
        .names(text!("papers-column-reference").to_string(), 4)
        .column(text!("papers-column-extent").to_string(), 5)
        .column(text!("papers-column-presumption").to_string(), 5);
    for (index, standard) in standards.iter().enumerate() {
        let worth = presumption(inputs.state, &standard.reference, inputs.day);
        table = table.row([Inline::from(&standard.reference), extent(index, standard), worth.into()]);
    }
    Some(table)
}

/// Applied in full, or which parts: a partial use that does not say which parts is a gap (Annex VII, point 5).
fn extent(index: usize, standard: &AppliedStandard) -> Inline {
    let said = names::application(standard.applied).to_string();
    match (standard.applied, filled(standard.parts.as_deref())) {
        (Application::InFull, _) => said.into(),
        (Application::InPart, Some(parts)) => format!("{said}: {parts}").into(),
        (Application::InPart, None) => {
            let mut words = Inline::from(format!("{said}\n"));
            words.runs.extend(mark(&format!("conformity.standards[{index}].parts")).runs);
            words
        }
    }
}

fn presumption(state: &StateOfTheLaw, written: &str, day: Date) -> Text {
    let cited = state.standards.iter().find_map(|standard| {
        let on = standard.cited_on.filter(|on| *on <= day)?;
        names_standard(written, &standard.reference).then_some(on)
    });
    if let Some(on) = cited {
        return text!("papers-presumption-cited", cited_on = on.to_string());
    }
    let specified = state
        .common_specifications
        .iter()
        .any(|one| one.applies_from <= day && names_standard(written, &one.reference));
    if specified {
        text!("papers-presumption-common-specification")
    } else {
        text!("papers-presumption-none")
    }
}
