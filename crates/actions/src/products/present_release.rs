//! Which release a product's dossier is about, and with which list it is assessed.

use proofmark_facts::{ProductRecord, Release, SbomReceipt, SystemOfRecord};
use proofmark_formats::read_partial_dossier;

use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::products::own_list::ListGround;

/// The release the product's dossier is about as it lies there now: of its dossier nothing older is read.
pub(crate) fn present_release(
    operator: &str,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<Release>, ActionError> {
    let digest = product.files.get(DOSSIER);
    let bytes = digest.map(|digest| keeping.document_of(operator, digest)).transpose()?.flatten();
    let read = bytes.and_then(|bytes| read_partial_dossier(&bytes).read);
    Ok(read.map(|read| read.dossier.release))
}

/// The list of that release, where another release's lies in its place.
pub(crate) fn present_list(
    operator: &str,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<SbomReceipt>, ActionError> {
    let Some(release) = present_release(operator, product, keeping)? else { return Ok(None) };
    let declared = release.sbom.as_deref();
    let ground = ListGround { operator, product: &product.id, files: &product.files, declared };
    ground.own_list(&release.version, keeping)
}
