//! Annex VI: the simplified EU declaration of conformity (Articles 13(20) and 28(3)).

use proofmark_law::Citation;
use proofmark_text::text;

use super::declaration::is_signed;
use super::gap::{address, filled, mark, missing};
use super::inputs::PaperInputs;
use super::masthead::{begin, finish};
use crate::{Callout, Document, Inline, Quotation, Section};

/// Writes the prescribed sentences with their gaps filled. Without the exact address of the full declaration there
/// is nothing to refer to, and the full declaration must accompany the product.
pub fn simplified_declaration(inputs: &PaperInputs<'_>) -> Document {
    let conformity = &inputs.dossier.conformity;
    let at = filled(conformity.declaration_at.as_deref());
    let cites = Citation::annex("VI").to_string();
    let mut body = Section::new(text!("papers-simplified-wording").to_string())
        .cites(cites.clone())
        .block(Quotation::new(wording(inputs)).cites(cites));
    if at.is_none() {
        body = body.block(missing(text!("papers-missing-declaration-address"), "conformity.declaration_at"));
    }
    let mut paper = begin(inputs, "simplified-declaration", &text!("papers-simplified"))
        .subtitle(text!("papers-regulation").to_string());
    let signed = is_signed(inputs);
    if !signed {
        let says = Inline::from(text!("papers-simplified-not-yet")).plain(" ");
        paper = paper.lead(Callout::warning(says.cites(Citation::article(13).paragraph(20).to_string())));
    }
    finish(paper.section(body), (!signed).then(|| text!("papers-simplified-draft")))
}

/// The sentences of Annex VI, which must not be changed; only the gaps are the manufacturer's.
fn wording(inputs: &PaperInputs<'_>) -> Inline {
    let dossier = inputs.dossier;
    let mut words = Inline::from(text!("papers-simplified-hereby", name = &dossier.operator.name)).plain(" ");
    match filled(dossier.product.type_designation.as_deref()) {
        Some(designation) => words = words.strong(designation),
        None => words.runs.extend(mark("product.type_designation").runs),
    }
    words = words.plain(" ").plain(text!("papers-simplified-complies").to_string()).plain(" ");
    match filled(dossier.conformity.declaration_at.as_deref()) {
        Some(at) => words.runs.extend(address(at).runs),
        // The gap is set apart below the quotation, so that it counts once.
        None => words = words.plain("…"),
    }
    words
}
