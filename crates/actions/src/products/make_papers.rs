//! Makes a release's papers: assessed as it stands today, written, gathered with inputs and evidence into a pack.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_access::Right;
use proofmark_facts::{Problem, ProductRecord, ReleaseRecord, Sha256, SystemOfRecord, release_id};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;
use proofmark_trust::SignerKey;

use crate::assemble_pack::{PackOrder, assemble};
use crate::assess::Assessed;
use crate::error::ActionError;
use crate::papers::{Papers, papers};
use crate::products::assess_files::OpenKeptSources;
use crate::products::assess_kept::{KeptOrder, assess_kept};
use crate::products::change_order::ChangeOrder;
use crate::products::keep_files::no_such_product;
use crate::products::kept_packs::KeptPack;
use crate::products::look_kept::look_kept;
use crate::products::present_release::present_release;
use crate::record::kept_noun;
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
/// what the record says.
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
    let assessed = assessed_today(order, open_sources, state, keeping)?;
    let Papers { files, warnings } = papers(&assessed, state, uuid(order.random))?;
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

/// The release's assessment as it is kept, where it would come out the same today; else a new one.
fn assessed_today(
    order: &PapersOrder<'_>,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Assessed, ActionError> {
    let PapersOrder { change, as_of, operator, product, .. } = *order;
    let kept_product = kept_noun::<ProductRecord>(keeping, operator, product)?;
    let kept_product = kept_product.ok_or_else(|| no_such_product(product))?.noun;
    let kept = kept_noun::<ReleaseRecord>(keeping, operator, &release_id(product, order.release))?;
    let missing = || ActionError::NotFound(text!("record-no-such-release", version = order.release));
    let kept = kept.ok_or_else(missing)?.noun;
    let present = present_release(operator, &kept_product, keeping)?;
    let is_present = present.is_some_and(|present| present.version == order.release);
    let release = (!is_present).then_some(order.release);
    let as_kept = KeptOrder {
        change: ChangeOrder { at: kept.assessed_at, ..change },
        as_of,
        operator,
        product,
        release,
    };
    let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    // For today it is assessed today; for another day any assessment counts that was made for it.
    if day(kept.assessed_at) == as_of || day(change.at) != as_of {
        let looked = look_kept(&as_kept, open_sources, state, keeping)?;
        if Sha256::of(&looked.bytes) == kept.assessment {
            return Ok(looked);
        }
    }
    assess_kept(&KeptOrder { change, ..as_kept }, open_sources, state, keeping)
}

/// Random bytes as a version 4 UUID (RFC 9562 section 5.4).
fn uuid(mut random: [u8; 16]) -> [u8; 16] {
    random[6] = random[6] & 0x0f | 0x40;
    random[8] = random[8] & 0x3f | 0x80;
    random
}
