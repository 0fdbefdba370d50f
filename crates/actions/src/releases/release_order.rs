//! Which release is looked at, by whom.

use proofmark_access::Right;
use proofmark_facts::{ProductRecord, ReleaseRecord};

use crate::error::ActionError;
use crate::products::ChangeOrder;

/// Who looks at which release.
#[derive(Debug, Clone, Copy)]
pub struct ReleaseOrder<'a> {
    /// Who asks.
    pub change: ChangeOrder<'a>,
    /// The operator's id.
    pub operator: &'a str,
    /// The product.
    pub product: &'a ProductRecord,
    /// The release, of this product.
    pub release: &'a ReleaseRecord,
}

impl<'a> ReleaseOrder<'a> {
    /// The same for another release of the product.
    #[must_use]
    pub fn of(self, release: &'a ReleaseRecord) -> Self {
        Self { release, ..self }
    }

    /// Refuses whoever may not see the product.
    pub(super) fn demand(&self) -> Result<(), ActionError> {
        debug_assert_eq!(self.product.id, self.release.product, "a release is one of its product");
        self.change.demand(Right::SeeProduct, self.operator, Some(&self.product.id))
    }
}
