//! Which release a product's dossier is about.

use proofmark_facts::{ProductRecord, SystemOfRecord};
use proofmark_formats::read_partial_dossier;

use crate::dossier_input::DOSSIER;
use crate::error::ActionError;

/// The release the product's dossier is about as it lies there now: of it nothing older is read.
pub(crate) fn present_release(
    operator: &str,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<String>, ActionError> {
    let digest = product.files.get(DOSSIER);
    let bytes = digest.map(|digest| keeping.document_of(operator, digest)).transpose()?.flatten();
    let read = bytes.and_then(|bytes| read_partial_dossier(&bytes).read);
    Ok(read.map(|read| read.dossier.release.version))
}
