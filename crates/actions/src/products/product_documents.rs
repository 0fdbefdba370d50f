//! Every document of a product there ever was: what it is, who brought it and when, whether it counts, what it shows.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_access::Right;
use proofmark_facts::{Dossier, ProductRecord, Sha256, SystemOfRecord};
use proofmark_formats::read_partial_dossier;
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::assemble_pack::MANIFEST_ROLE;
use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::products::change_order::ChangeOrder;
use crate::products::evidence_of::evidence_of;
use crate::products::issue_declaration::DECLARATION;
use crate::products::keep_files::no_such_product;
use crate::products::kept_packs::manifest_of;
use crate::products::superseded::{PURGE, PURGED, live};
use crate::record::kept_noun;

/// What a document is to its product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentRole {
    /// A revision of the dossier.
    Dossier,
    /// A component list.
    ComponentList,
    /// Statements on vulnerabilities: told by `vex` in the name of its file.
    Vex,
    /// A record of what is known of vulnerabilities, handed in beside the dossier.
    Advisory,
    /// Any other file: evidence, if something names it.
    Evidence,
    /// The receipt of what was handed in together.
    Submission,
    /// A result.
    Assessment,
    /// A paper.
    Paper,
    /// A pack, by its manifest.
    Pack,
    /// Anything else a line of the ledger names.
    Other,
}

impl DocumentRole {
    /// Every role, in the order they are asked for.
    pub const ALL: [Self; 10] = [
        Self::Dossier,
        Self::ComponentList,
        Self::Vex,
        Self::Evidence,
        Self::Paper,
        Self::Pack,
        Self::Assessment,
        Self::Advisory,
        Self::Submission,
        Self::Other,
    ];

    /// The role in a word, as addresses and JSON write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::ComponentList => "component-list",
            Self::Vex => "vex",
            Self::Advisory => "advisory",
            Self::Evidence => "evidence",
            Self::Submission => "submission",
            Self::Assessment => "assessment",
            Self::Paper => "paper",
            Self::Pack => "pack",
            Self::Other => "other",
        }
    }
}

/// A document of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KeptDocument {
    /// Its digest.
    pub sha256: Sha256,
    /// What it is to the product.
    pub role: DocumentRole,
    /// The path it has, or had, beside the dossier or in its pack; absent: it has none, or nothing tells of it any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// When the ledger first tells of it.
    pub at: Timestamp,
    /// Who brought it.
    pub by: String,
    /// The line that tells of it.
    pub line: u64,
    /// When what it shows was observed, where the dossier says so: not when it was handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observed_on: Option<Date>,
    /// Whether it counts now, or something newer took its place.
    pub counts: bool,
    /// When it was taken away; its digest stays in the ledger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purged_at: Option<Timestamp>,
    /// The obligations the dossier names it for. That it is present verifies nothing.
    pub named_for: Vec<String>,
}

/// Every document of the product, the newest first.
pub fn product_documents(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<KeptDocument>, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
    let product = kept.ok_or_else(|| no_such_product(product))?.noun;
    let dossier = present_dossier(operator, &product, keeping)?;
    let mut gathered = Gathered { names: names(&product), dossier: dossier.as_ref(), found: BTreeMap::new() };
    let mut packed = BTreeSet::new();
    for kept in keeping.lines_about(&product.subject, keeping.ledger_size()?)? {
        // A line that cannot be read names nothing; that it is damaged is `ledger verify`'s to say.
        let Ok(line) = LedgerLine::parse(&kept.bytes) else { continue };
        gathered.line(kept.index, &line);
        for file in manifest_of(operator, &line, keeping)?.iter().flat_map(|manifest| &manifest.files) {
            packed.extend(file.sha256.parse::<Sha256>().ok());
            gathered.packed(kept.index, &line, &file.path, &file.sha256, file.observed_on);
        }
    }
    let mut counting = live(operator, &product, keeping)?;
    counting.extend(packed);
    Ok(gathered.done(&counting))
}

/// A document of the product, of whatever role, with its bytes.
pub fn product_document(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    sha256: &Sha256,
    keeping: &dyn SystemOfRecord,
) -> Result<(KeptDocument, Vec<u8>), ActionError> {
    let all = product_documents(order, operator, product, keeping)?;
    let none = || ActionError::NotFound(text!("evidence-no-such-document", digest = sha256.to_string()));
    let found = all.into_iter().find(|one| one.sha256 == *sha256).ok_or_else(none)?;
    let bytes = keeping.document_of(operator, sha256)?.ok_or_else(none)?;
    Ok((found, bytes))
}

/// The dossier as it lies there now, as far as it can be read.
fn present_dossier(
    operator: &str,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<Dossier>, ActionError> {
    let digest = product.files.get(DOSSIER);
    let bytes = digest.map(|digest| keeping.document_of(operator, digest)).transpose()?.flatten();
    Ok(bytes.and_then(|bytes| read_partial_dossier(&bytes).read).map(|read| read.dossier))
}

fn names(product: &ProductRecord) -> BTreeMap<Sha256, &str> {
    product.files.iter().map(|(path, sha256)| (*sha256, path.as_str())).collect()
}

/// Documents as the ledger's lines tell of them, one after the other.
struct Gathered<'a> {
    /// The paths of the product's files as they lie there now.
    names: BTreeMap<Sha256, &'a str>,
    dossier: Option<&'a Dossier>,
    found: BTreeMap<Sha256, KeptDocument>,
}

impl Gathered<'_> {
    fn line(&mut self, index: u64, line: &LedgerLine) {
        for document in &line.documents {
            let Ok(sha256) = document.sha256.parse::<Sha256>() else { continue };
            if line.action == PURGE && document.role == PURGED {
                if let Some(gone) = self.found.get_mut(&sha256) {
                    gone.purged_at = Some(line.at);
                }
                continue;
            }
            let path = self.names.get(&sha256).map(|path| (*path).to_owned());
            let role = self.role(&document.role, path.as_deref());
            self.put(index, line, sha256, role, path, None);
        }
    }

    /// A file of a pack: a paper, or what was packed beside it and no line names by itself.
    fn packed(&mut self, index: u64, line: &LedgerLine, path: &str, written: &str, on: Option<Date>) {
        let Ok(sha256) = written.parse::<Sha256>() else { return };
        let (role, path, on) = match path.split_once('/') {
            Some(("papers", _)) => (DocumentRole::Paper, path, None),
            Some(("evidence", path)) => (self.role("file", Some(path)), path, on),
            Some(("inputs", DOSSIER)) => (DocumentRole::Dossier, DOSSIER, None),
            Some(("inputs", path)) => (DocumentRole::ComponentList, path, None),
            _ => (DocumentRole::Assessment, path, None),
        };
        self.put(index, line, sha256, role, Some(path.to_owned()), on);
    }

    fn put(
        &mut self,
        index: u64,
        line: &LedgerLine,
        sha256: Sha256,
        role: DocumentRole,
        path: Option<String>,
        observed_on: Option<Date>,
    ) {
        let found = self.found.entry(sha256).or_insert_with(|| KeptDocument {
            sha256,
            role,
            path: None,
            at: line.at,
            by: line.by.clone(),
            line: index,
            observed_on: None,
            counts: false,
            purged_at: None,
            named_for: Vec::new(),
        });
        // It may have been handed in again after it was taken away.
        found.purged_at = None;
        // A list that was first handed in as any file is a list once an assessment read it.
        if found.role == DocumentRole::Evidence {
            found.role = role;
        }
        found.path = found.path.take().or(path);
        found.observed_on = found.observed_on.or(observed_on);
    }

    fn role(&self, written: &str, path: Option<&str>) -> DocumentRole {
        match written {
            "dossier" => DocumentRole::Dossier,
            "sbom" => DocumentRole::ComponentList,
            "submission" => DocumentRole::Submission,
            "assessment" => DocumentRole::Assessment,
            DECLARATION => DocumentRole::Paper,
            MANIFEST_ROLE => DocumentRole::Pack,
            "file" => self.role_of_file(path.unwrap_or_default()),
            _ => DocumentRole::Other,
        }
    }

    fn role_of_file(&self, path: &str) -> DocumentRole {
        let below = |folder: &String| {
            path == folder || path.strip_prefix(folder.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        if self.dossier.is_some_and(|dossier| dossier.advisories.iter().any(below)) {
            DocumentRole::Advisory
        } else if path.to_ascii_lowercase().contains("vex") {
            DocumentRole::Vex
        } else {
            DocumentRole::Evidence
        }
    }

    fn done(self, counting: &BTreeSet<Sha256>) -> Vec<KeptDocument> {
        let evidence = self.dossier.map(evidence_of).unwrap_or_default();
        let mut all: Vec<KeptDocument> = self.found.into_values().collect();
        for document in &mut all {
            document.counts = document.purged_at.is_none()
                && (counting.contains(&document.sha256) || document.role == DocumentRole::Pack);
            // Only what lies there now under the path is what the dossier names.
            if let Some(path) = self.names.get(&document.sha256) {
                let ids = evidence.get(path).into_iter().flatten();
                document.named_for = ids.map(|id| (*id).to_owned()).collect();
            }
            if document.observed_on.is_none() {
                document.observed_on = self.dossier.and_then(|dossier| {
                    let named = |path: &String| document.path.as_ref() == Some(path);
                    let found = dossier.evidence.iter().find(|evidence| named(&evidence.file));
                    found.and_then(|evidence| evidence.observed_on)
                });
            }
        }
        all.sort_by(|one, other| {
            (other.line, &one.path, one.sha256).cmp(&(one.line, &other.path, other.sha256))
        });
        all
    }
}
