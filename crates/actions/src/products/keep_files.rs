//! Keeps files of a product: its dossier, component lists, evidence. A new product begins with its dossier.

use std::collections::BTreeMap;

use proofmark_access::Right;
use proofmark_facts::{Place, Problem, ProductRecord, Release, Sha256, SystemOfRecord, Weight};
use proofmark_law::StateOfTheLaw;
use proofmark_text::{Text, text};

use crate::again_when_moved::again_when_moved;
use crate::conclusion::{Meant, read_inputs};
use crate::dossier_input::{DOSSIER, dossier_input};
use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::products::another_operators::another_operators;
use crate::products::change_order::ChangeOrder;
use crate::products::handed_file::{HandedFile, MOST_FILES, problems_of};
use crate::products::kept_files::KeptFiles;
use crate::products::unapproved::refuse_unapproved;
use crate::record::{KeptNoun, kept_noun, named_product, operator_if_new, written};
use crate::subject::{operator_of, subject};

/// The action's name in the ledger.
const ACTION: &str = "keep-files";

/// Whose files are kept.
#[derive(Debug, Clone, Copy)]
pub struct FilesOrder<'a> {
    /// Who asks.
    pub change: ChangeOrder<'a>,
    /// The operator's id.
    pub operator: &'a str,
    /// The product's id; `None`: the product the handed dossier is about, which may be new.
    pub product: Option<&'a str>,
    /// Paths whose files are the product's no longer. Their documents stay kept.
    pub take_away: &'a [String],
    /// The state of the law the dossier is held against.
    pub state: &'a StateOfTheLaw,
}

/// A product with its files, as it is kept now.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptProduct {
    /// The product.
    pub product: ProductRecord,
    /// Whether it is new.
    pub is_new: bool,
    /// Whether anything was changed; files that were the product's already change nothing, and no line is written.
    pub changed: bool,
    /// What was noticed in the dossier.
    pub notices: Vec<Problem>,
}

/// Keeps the files, and one line that names them. A dossier with an error is refused, with every problem at its place.
pub fn keep_files(
    order: &FilesOrder<'_>,
    files: &[HandedFile],
    keeping: &mut dyn SystemOfRecord,
) -> Result<KeptProduct, ActionError> {
    let handed_problems = problems_of(files);
    if !handed_problems.is_empty() {
        return Err(ActionError::Refused(handed_problems));
    }
    again_when_moved(|| attempt(order, files, keeping))
}

fn attempt(
    order: &FilesOrder<'_>,
    files: &[HandedFile],
    keeping: &mut dyn SystemOfRecord,
) -> Result<KeptProduct, ActionError> {
    let handed = HandedOver { files, complete: false };
    let target = target(order.change, order.operator, order.product, handed, order.state, keeping)?;
    let right = if order.take_away.is_empty() && target.leaves_dossier(files) {
        Right::HandIn
    } else {
        Right::KeepDossier
    };
    order.change.demand(right, order.operator, Some(&target.id))?;
    let mut after = target.files_after(files);
    after.retain(|path, _| path == DOSSIER || !order.take_away.contains(path));
    if after.len() > MOST_FILES {
        return Err(refused(text!("record-too-many-files", most = MOST_FILES)));
    }
    let changed = target.kept.as_ref().is_none_or(|kept| kept.noun.files != after);
    let product = target.product_with(after, order.change);
    if changed {
        keep(order, files, &target, &product, keeping)?;
    }
    Ok(KeptProduct { product, is_new: target.kept.is_none(), changed, notices: target.notices })
}

/// Files as they were handed in.
#[derive(Clone, Copy)]
pub(crate) struct HandedOver<'a> {
    pub(crate) files: &'a [HandedFile],
    /// Whether they are all there are: the dossier among them says which product is meant.
    pub(crate) complete: bool,
}

/// The product that files are handed in for.
pub(crate) struct Target {
    pub(crate) id: String,
    pub(crate) subject: String,
    /// The names as the dossier writes them.
    pub(crate) operator_name: String,
    pub(crate) product_name: String,
    /// The release the dossier is about.
    pub(crate) version: String,
    /// The component list the dossier names.
    pub(crate) declared_sbom: Option<String>,
    /// Where advisories lie that the dossier names.
    pub(crate) advisories: Vec<String>,
    pub(crate) kept: Option<KeptNoun<ProductRecord>>,
    notices: Vec<Problem>,
}

impl Target {
    /// The product's files with these over them.
    pub(crate) fn files_after(&self, files: &[HandedFile]) -> BTreeMap<String, Sha256> {
        let mut after = self.kept.as_ref().map(|kept| kept.noun.files.clone()).unwrap_or_default();
        after.extend(files.iter().map(|file| (file.path.clone(), file.sha256())));
        after
    }

    /// Whether these files leave the dossier as it is kept, and the advisories it names: whoever hands in evidence may
    /// not write either by the way. An advisory that withdraws another takes its findings away.
    pub(crate) fn leaves_dossier(&self, files: &[HandedFile]) -> bool {
        let Some(kept) = self.kept.as_ref().map(|kept| &kept.noun.files) else { return false };
        let is_of_dossier = |file: &&HandedFile| file.path == DOSSIER || self.is_advisory(&file.path);
        let mut handed = files.iter().filter(is_of_dossier);
        kept.contains_key(DOSSIER) && handed.all(|file| kept.get(&file.path) == Some(&file.sha256()))
    }

    fn is_advisory(&self, path: &str) -> bool {
        self.advisories.iter().any(|named| {
            let below = path.strip_prefix(named.trim_end_matches('/'));
            below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
        })
    }

    /// Whether a file of the product is not among these: whoever hands in evidence may not take any away by the way.
    pub(crate) fn loses_any(&self, files: &[HandedFile]) -> bool {
        let mut kept = self.kept.iter().flat_map(|kept| kept.noun.files.keys());
        kept.any(|path| files.iter().all(|file| file.path != *path))
    }

    fn product_with(&self, files: BTreeMap<String, Sha256>, change: ChangeOrder<'_>) -> ProductRecord {
        let kept = self.kept.as_ref().map(|kept| &kept.noun);
        ProductRecord {
            id: self.id.clone(),
            subject: self.subject.clone(),
            name: self.product_name.clone(),
            files,
            created_at: kept.map_or(change.at, |kept| kept.created_at),
            standing: kept.and_then(|kept| kept.standing.clone()),
            archived: kept.is_some_and(|kept| kept.archived),
        }
    }
}

/// Which product is meant: the dossier, handed in or kept, says so, and it must be this operator's.
pub(crate) fn target(
    change: ChangeOrder<'_>,
    operator: &str,
    product: Option<&str>,
    handed: HandedOver<'_>,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<Target, ActionError> {
    let HandedOver { files, complete } = handed;
    let asked_for = match product {
        Some(id) => {
            // Whoever may not see it must not learn from the answer that it is there.
            change.demand(Right::SeeProduct, operator, Some(id))?;
            let kept = kept_noun::<ProductRecord>(keeping, operator, id)?;
            Some(kept.ok_or_else(|| no_such_product(id))?)
        }
        None => None,
    };
    let none = BTreeMap::new();
    let kept_before = asked_for.as_ref().filter(|_| !complete).map_or(&none, |kept| &kept.noun.files);
    let beside = KeptFiles::new(keeping, operator, kept_before, files);
    let input = dossier_input(&beside, state)?;
    let wrong = input.problems.iter().any(|problem| problem.weight == Weight::Error);
    let Some((dossier, _)) = input.declared.filter(|_| !wrong) else {
        // With what is wrong with the component list: everything is told at once.
        let all = read_inputs(&beside, state, &Meant::default());
        return Err(all.err().unwrap_or(ActionError::Refused(input.problems)));
    };
    let (operator_name, product_name) = (dossier.operator.name.clone(), dossier.product.name.clone());
    let Release { version, sbom: declared_sbom, .. } = dossier.release.clone();
    let advisories = dossier.advisories.clone();
    let subject = subject(&operator_name, &product_name);
    if operator_of(&subject) != operator {
        return Err(another_operators(keeping, operator, &operator_name)?);
    }
    let (id, kept) = match asked_for {
        Some(kept) if kept.noun.subject != subject => {
            let (found, expected) = (product_name, kept.noun.name);
            return Err(refused(text!(
                "record-dossier-of-another-product",
                found = found,
                expected = expected
            )));
        }
        Some(kept) => (kept.noun.id.clone(), Some(kept)),
        None => {
            let named = named_product(keeping, operator, &subject, &product_name)?;
            (named.id, named.kept)
        }
    };
    refuse_unapproved(&change, operator, kept.as_ref(), (&dossier, files), state, keeping)?;
    Ok(Target {
        id,
        subject,
        operator_name,
        product_name,
        version,
        declared_sbom,
        advisories,
        kept,
        notices: input.problems,
    })
}

fn keep(
    order: &FilesOrder<'_>,
    files: &[HandedFile],
    target: &Target,
    product: &ProductRecord,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    let role = |file: &HandedFile| if file.path == DOSSIER { "dossier" } else { "file" };
    let named = files.iter().map(|file| LineDocument::new(role(file), &file.sha256())).collect();
    let mut entry = Entry::of_documents(
        LineDraft {
            subject: &product.subject,
            at: order.change.at,
            by: &order.change.by.name,
            action: ACTION,
            documents: named,
            outcome: None,
            with: order.change.with,
        },
        order.operator,
        files.iter().map(|file| (file.sha256(), file.bytes.as_slice())).collect(),
    );
    let ChangeOrder { by, at, .. } = order.change;
    entry.records.extend(operator_if_new(keeping, order.operator, &target.operator_name, &by.name, at)?);
    entry.records.push(written(order.operator, product, target.kept.as_ref().map(|kept| kept.sha256)));
    entry.keep(keeping)?;
    Ok(())
}

/// There is no such product, or whoever asks may not know of it.
pub(crate) fn no_such_product(id: &str) -> ActionError {
    ActionError::NotFound(text!("record-no-such-product", id = id))
}

pub(crate) fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}
