//! Files handed over for one question: read once, and kept only as far as the answer's line names them.

use std::collections::BTreeMap;

use proofmark_access::Right;
use proofmark_facts::{Sha256, SystemOfRecord};
use proofmark_text::text;

use crate::error::ActionError;
use crate::products::another_operators::another_operators;
use crate::products::change_order::ChangeOrder;
use crate::products::handed_file::{HandedFile, MOST_FILES, problems_of};
use crate::products::keep_files::refused;
use crate::products::kept_files::KeptFiles;
use crate::record::named_product;
use crate::subject::operator_of;

/// Who asks about files they hand over, for which operator.
#[derive(Debug, Clone, Copy)]
pub struct HandedOrder<'a> {
    /// Who asks.
    pub change: ChangeOrder<'a>,
    /// The operator's id.
    pub operator: &'a str,
}

/// No file of the product's: what is handed over is all there is.
static NONE: BTreeMap<String, Sha256> = BTreeMap::new();

impl HandedOrder<'_> {
    /// The files as a dossier names them; every path is held against the same rules as that of a file to keep.
    pub fn beside<'f>(
        &'f self,
        files: &'f [HandedFile],
        keeping: &'f dyn SystemOfRecord,
    ) -> Result<KeptFiles<'f>, ActionError> {
        let problems = problems_of(files);
        if !problems.is_empty() {
            return Err(ActionError::Refused(problems));
        }
        if files.len() > MOST_FILES {
            return Err(refused(text!("record-too-many-files", most = MOST_FILES)));
        }
        Ok(KeptFiles::new(keeping, self.operator, &NONE, files))
    }

    /// Refuses a dossier of another operator, and whoever may not do this for its product.
    pub(crate) fn demand(
        &self,
        right: Right,
        subject: &str,
        (operator_name, product_name): (&str, &str),
        keeping: &dyn SystemOfRecord,
    ) -> Result<(), ActionError> {
        if operator_of(subject) != self.operator {
            return Err(another_operators(keeping, self.operator, operator_name)?);
        }
        let product = named_product(keeping, self.operator, subject, product_name)?;
        self.change.demand(right, self.operator, Some(&product.id))
    }
}
