//! The declaration that was issued for a release, as its papers carry it: byte for byte, in the place of a draft.

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_documents::IssuedPaper;
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use crate::assemble_pack::PackFile;
use crate::error::ActionError;
use crate::products::declaration_now::{DeclarationOf, declaration_now};
use crate::products::declaration_standing::{differs_in, issued_for, signing_of};

/// A declaration in force, with its files.
pub(crate) struct CarriedDeclaration {
    pub(crate) paper: IssuedPaper,
    /// Each form by its path among the papers.
    files: Vec<(String, Vec<u8>)>,
}

/// The declaration in force for the release; `None`: none was issued.
pub(crate) fn carried_declaration(
    of: DeclarationOf<'_>,
    at: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<CarriedDeclaration>, ActionError> {
    let Some(record) = issued_for(of, keeping)? else { return Ok(None) };
    let Some(issued) = record.in_force() else { return Ok(None) };
    let now = declaration_now(of, &signing_of(issued), at, keeping)?;
    let agrees = differs_in(issued, &now, of.operator, keeping)?.is_empty();
    let mut files = Vec::with_capacity(issued.documents.len());
    for document in &issued.documents {
        let bytes = keeping.document_of(of.operator, &document.sha256)?.ok_or_else(|| {
            let digest = document.sha256.to_string();
            ActionError::Damaged(text!("evidence-file-gone", path = &document.name, digest = digest))
        })?;
        files.push((format!("papers/{}", document.name), bytes));
    }
    let paper = IssuedPaper { revision: issued.revision, issued_on: issued.issued_on, agrees };
    Ok(Some(CarriedDeclaration { paper, files }))
}

impl CarriedDeclaration {
    /// Puts it where the papers have a draft of it.
    pub(crate) fn take_the_place_in(self, papers: &mut Vec<PackFile>) {
        let on: Date = self.paper.issued_on;
        let (written, revision) = (on.to_string(), self.paper.revision);
        let shows = if self.paper.agrees {
            text!("issuing-shows-issued", on = written, revision = revision)
        } else {
            text!("issuing-shows-overtaken", on = written, revision = revision)
        };
        for (path, bytes) in self.files {
            papers.retain(|paper| paper.path != path);
            papers.push(PackFile { path, bytes, shows: shows.to_string(), observed_on: Some(on) });
        }
    }
}
