//! Makes a release's papers: assessed as it stands today, written, gathered with inputs and evidence into a pack.

use jiff::civil::Date;
use proofmark_access::Right;
use proofmark_facts::{Problem, SystemOfRecord};
use proofmark_law::StateOfTheLaw;
use proofmark_trust::SignerKey;

use crate::assemble_pack::{PackOrder, assemble};
use crate::error::ActionError;
use crate::papers::{Papers, papers_beside};
use crate::products::assess_files::OpenKeptSources;
use crate::products::assess_kept::KeptOrder;
use crate::products::assessed_today::assessed_today;
use crate::products::carried_declaration::carried_declaration;
use crate::products::change_order::ChangeOrder;
use crate::products::declaration_now::DeclarationOf;
use crate::products::kept_packs::KeptPack;
use crate::seal::still_as_sealed;

/// Whose papers are made, for which day.
#[derive(Debug, Clone, Copy)]
pub struct PapersOrder<'a> {
    /// Who asks.
    pub change: ChangeOrder<'a>,
    /// The day the papers are for.
    pub as_of: Date,
    /// The operator's id.
    pub operator: &'a str,
    /// The product's id.
    pub product: &'a str,
    /// The release's version.
    pub release: &'a str,
    /// Random bytes: the serial number of the SBOM that is written is made of them.
    pub random: [u8; 16],
}

/// What was made.
#[derive(Debug, Clone)]
pub struct MadePapers {
    /// The pack, as it can be found again.
    pub pack: KeptPack,
    /// Its archive.
    pub archive: Vec<u8>,
    /// What a form could not show as it is.
    pub warnings: Vec<Problem>,
}

/// Writes the papers of a release and assembles its evidence pack, with one line for the pack. Where the release was not
/// assessed today, or something has changed since, it is assessed first, with a line of its own: what is handed out is
/// what the record says. A declaration that was issued goes with them as it was issued, in the place of a draft.
pub fn make_papers(
    order: &PapersOrder<'_>,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &mut dyn SystemOfRecord,
    signer: &SignerKey,
) -> Result<MadePapers, ActionError> {
    order.change.demand(Right::Assess, order.operator, Some(order.product))?;
    // The key first: over a ledger that was rewritten nothing may be kept.
    still_as_sealed(keeping, signer)?;
    let PapersOrder { change, as_of, operator, product, release, .. } = *order;
    let kept = KeptOrder { change, as_of, operator, product, release: None };
    let assessed = assessed_today(release, &kept, open_sources, state, keeping)?;
    let carried = carried_declaration(DeclarationOf { operator, product, release }, change.at, keeping)?;
    let beside = carried.as_ref().map(|carried| carried.paper.clone());
    let Papers { mut files, warnings } = papers_beside(&assessed, state, uuid(order.random), beside)?;
    if let Some(carried) = carried {
        carried.take_the_place_in(&mut files);
    }
    let result = &assessed.assessment;
    let pack_order = PackOrder {
        subject: &result.subject,
        operator: &result.operator,
        product: &result.product,
        release: &result.release,
        by: &order.change.by.name,
        with: order.change.with,
        at: order.change.at,
    };
    let assembled = assemble(&pack_order, files, keeping, signer)?;
    let pack = KeptPack::of(assembled.digest, assembled.line, &order.change.by.name, assembled.manifest);
    Ok(MadePapers { pack, archive: assembled.archive, warnings })
}

/// Random bytes as a version 4 UUID (RFC 9562 section 5.4).
fn uuid(mut random: [u8; 16]) -> [u8; 16] {
    random[6] = random[6] & 0x0f | 0x40;
    random[8] = random[8] & 0x3f | 0x80;
    random
}
