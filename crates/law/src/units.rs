//! Which products are placed on the market unit by unit.

use proofmark_facts::{Dossier, ProductKind};

/// Whether placing on the market is judged unit by unit.
pub(crate) fn has_units(dossier: &Dossier) -> bool {
    matches!(dossier.product.kind, ProductKind::Hardware | ProductKind::HardwareWithSoftware)
}
