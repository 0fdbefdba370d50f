//! How the index keeps a severity.

use crate::severity::{self, Rated};
use crate::tables::Tables;

/// A severity as a record of the index keeps it: the offset of its vector, its score in tenths and its rating's code.
pub(crate) fn rated(vector: u32, score: u8, rating: u8, tables: Tables<'_>) -> Option<Rated<'_>> {
    let vector = tables.text(vector)?;
    Some(Rated {
        rating: severity::of_code(rating),
        tenths: Some(score).filter(|&score| score <= 100),
        vector: Some(vector).filter(|vector| !vector.is_empty()),
    })
}
