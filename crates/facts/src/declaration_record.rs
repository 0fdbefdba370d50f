//! What the installation keeps about the EU declarations of conformity that were issued for a release.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::declaration_ground::DeclarationGround;
use crate::digest::Sha256;
use crate::record::{Noun, RecordKind};
use crate::release_record::release_id;

/// Every declaration that was issued for a release, in the order they were. None is ever changed: a later one supersedes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclarationRecord {
    /// The product's id.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// The declarations, the oldest first; the last one is in force.
    pub issued: Vec<IssuedDeclaration>,
}

/// A declaration that was issued: drawn up for the manufacturer by two people (Article 13(12), Article 28, Annex V).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuedDeclaration {
    /// Its number among the release's, from one.
    pub revision: usize,
    /// The day of issue, in UTC: the day the second person approved.
    pub issued_on: Date,
    /// The instant of the approval.
    pub issued_at: Timestamp,
    /// The place of issue (Annex V, point 8).
    pub place: String,
    /// Who signs for and on behalf of the manufacturer: name.
    pub signatory: String,
    /// Who signs: function.
    pub function: String,
    /// Who proposed to issue it, as the ledger names them.
    pub proposed_by: String,
    /// Who approved: another person.
    pub approved_by: String,
    /// The proposal.
    pub proposal: String,
    /// How the legal review of the procedure came out, where one was asked for: of what its ground says, and of nothing else.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub legal_review: Option<String>,
    /// What it rests on.
    pub ground: DeclarationGround,
    /// The declaration in each of its forms, byte for byte as it was issued.
    pub documents: Vec<IssuedDocument>,
}

/// An issued declaration in one of its forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuedDocument {
    /// The file's name.
    pub name: String,
    /// Its digest.
    pub sha256: Sha256,
    /// Its size in bytes.
    pub size: u64,
}

impl DeclarationRecord {
    /// The declaration in force.
    pub fn in_force(&self) -> Option<&IssuedDeclaration> {
        self.issued.last()
    }

    /// The declaration of this number.
    pub fn revision(&self, revision: usize) -> Option<&IssuedDeclaration> {
        self.issued.iter().find(|one| one.revision == revision)
    }
}

impl IssuedDeclaration {
    /// Every document it stands on or consists of: they stay as long as it does.
    pub fn kept(&self) -> impl Iterator<Item = Sha256> {
        let ground = [Some(self.ground.dossier), self.ground.component_list].into_iter().flatten();
        let documents = self.documents.iter().map(|document| document.sha256);
        ground.chain(self.ground.kept_files()).chain(documents)
    }
}

impl Noun for DeclarationRecord {
    const KIND: RecordKind = RecordKind::Declaration;

    /// The release's.
    fn id(&self) -> String {
        release_id(&self.product, &self.release)
    }
}
