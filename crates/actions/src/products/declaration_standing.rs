//! How a release's declaration of conformity stands: a draft, waiting for a second person, issued, overtaken.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_access::{Act, DeclarationSigning, Proposal, Right};
use proofmark_documents::read_json;
use proofmark_facts::{
    DeclarationRecord, IssuedDeclaration, Problem, ReviewGround, SystemOfRecord, release_id,
};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::ActionError;
use crate::products::change_order::ChangeOrder;
use crate::products::declaration_now::{DeclarationNow, DeclarationOf, declaration_now};
use crate::products::issue_declaration::written;
use crate::products::kept_packs::PackedFile;
use crate::record::{kept_noun, kept_nouns};

/// What stands in the place of words that are only stated when it is proposed.
const LATER: &str = "…";

/// How a release's declaration stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DeclarationStanding {
    /// The product's id.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// In a word.
    pub stands: DeclarationStands,
    /// Everything that forbids to issue it now; each names its fact or its article.
    pub forbidden_by: Vec<Problem>,
    /// Why a lawyer should look at the chosen procedure first; the proposal then states how that came out.
    pub for_review: Vec<Text>,
    /// The legal review that was stated last for a declaration of this release, where one is asked for now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier_review: Option<EarlierReview>,
    /// Who the dossier says signs: what a proposal may begin with.
    pub signatory: Option<DeclarationSigning>,
    /// What waits for a second person.
    pub waiting: Vec<WaitingDeclaration>,
    /// What was issued, the newest first.
    pub issued: Vec<IssuedDeclaration>,
    /// The points of the declaration in force that would now say something else, by number and heading.
    pub differs_in: Vec<String>,
    /// What of its ground moved since the declaration in force was issued; that alone makes it say nothing else.
    pub moved: Vec<Text>,
}

/// A legal review that was stated for a declaration issued before.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct EarlierReview {
    /// The declaration it was stated for.
    pub revision: usize,
    /// When that one was issued.
    pub issued_on: Date,
    /// Who made it, and how it came out.
    pub outcome: String,
    /// Why it counts no more; empty: the same is asked, of the same facts, under the same state of the law.
    pub lapsed: Vec<Text>,
}

/// How a release's declaration stands, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeclarationStands {
    /// Nothing was issued.
    Draft,
    /// Nothing was issued, and it waits for a second person.
    Waits,
    /// Issued, and it says what the dossier says.
    Issued,
    /// Issued, and the dossier now says otherwise.
    NoLongerAgrees,
}

impl DeclarationStands {
    /// The word, as JSON writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Waits => "waits",
            Self::Issued => "issued",
            Self::NoLongerAgrees => "no-longer-agrees",
        }
    }
}

/// A declaration that waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WaitingDeclaration {
    /// The proposal.
    pub proposal: String,
    /// Who proposed it.
    pub proposed_by: String,
    /// When.
    pub proposed_at: Timestamp,
    /// Why.
    pub because: String,
    /// Who signs, and where.
    pub signing: DeclarationSigning,
}

/// How it stands, for whoever may see the product.
pub fn declaration_standing(
    order: &ChangeOrder<'_>,
    (operator, product): (&str, &str),
    release: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<DeclarationStanding, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let of = DeclarationOf { operator, product, release };
    let mut issued = issued_for(of, keeping)?.map(|record| record.issued).unwrap_or_default();
    let waiting = waiting(of, order.at, keeping)?;
    let in_force = issued.last();
    let signing = in_force.map_or_else(nobody_yet, signing_of);
    let now = declaration_now(of, &signing, order.at, keeping)?;
    let (differs_in, moved) = match in_force {
        Some(one) => (differs_in(one, &now, operator, keeping)?, one.ground.moved(&now.ground)),
        None => (Vec::new(), Vec::new()),
    };
    let stands = match (in_force, differs_in.is_empty(), waiting.is_empty()) {
        (None, _, true) => DeclarationStands::Draft,
        (None, _, false) => DeclarationStands::Waits,
        (Some(_), true, _) => DeclarationStands::Issued,
        (Some(_), false, _) => DeclarationStands::NoLongerAgrees,
    };
    let earlier_review = issued.iter().rev().find_map(|one| earlier_review(one, &now));
    issued.reverse();
    let reviewed: Vec<&Text> = now.for_review.iter().collect();
    let forbidden = now.forbidden_by.iter().filter(|problem| !reviewed.contains(&&problem.says));
    Ok(DeclarationStanding {
        product: product.to_owned(),
        release: release.to_owned(),
        stands,
        forbidden_by: forbidden.cloned().collect(),
        signatory: now.signatory.as_ref().map(|signatory| DeclarationSigning {
            name: signatory.name.clone(),
            function: signatory.function.clone().unwrap_or_default(),
            place: signatory.place.clone().unwrap_or_default(),
            legal_review: None,
        }),
        for_review: now.for_review,
        earlier_review,
        waiting,
        issued,
        differs_in,
        moved,
    })
}

/// An issued declaration in one of its forms, byte for byte as it was issued.
pub fn issued_declaration(
    order: &ChangeOrder<'_>,
    (operator, product): (&str, &str),
    release: &str,
    (revision, name): (usize, &str),
    keeping: &dyn SystemOfRecord,
) -> Result<PackedFile, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let record = issued_for(DeclarationOf { operator, product, release }, keeping)?;
    let none = || ActionError::NotFound(text!("issuing-no-such", release = release, revision = revision));
    let issued = record.as_ref().and_then(|record| record.revision(revision)).ok_or_else(none)?;
    let document = issued.documents.iter().find(|document| document.name == name).ok_or_else(none)?;
    let bytes = keeping.document_of(operator, &document.sha256)?.ok_or_else(|| {
        let digest = document.sha256.to_string();
        ActionError::NotFound(text!("evidence-file-gone", path = name, digest = digest))
    })?;
    Ok(PackedFile { sha256: document.sha256, bytes })
}

/// The declaration a proposal is about, in one of its forms, as it will be issued: but for the day of issue, the revision
/// and the warning that it was not. Where what it rests on has moved, it says so instead.
pub fn proposed_declaration(
    order: &ChangeOrder<'_>,
    (operator, product): (&str, &str),
    release: &str,
    (proposal, name): (&str, &str),
    keeping: &dyn SystemOfRecord,
) -> Result<PackedFile, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let none = || ActionError::NotFound(text!("access-no-proposal", proposal = proposal));
    let kept = kept_noun::<Proposal>(keeping, operator, proposal)?.ok_or_else(none)?.noun;
    let signing = signing_for(&kept.act, product, release).ok_or_else(none)?;
    let of = DeclarationOf { operator, product, release };
    let now = declaration_now(of, signing, order.at, keeping)?;
    let seen = kept.rests_on.iter().find_map(|ground| ground.declaration.as_ref());
    if let Some(says) = seen.and_then(|seen| seen.moved(&now.ground).into_iter().next()) {
        return Err(ActionError::Moved(says));
    }
    let forms = written(&now.to_issue.waiting(order.at.to_zoned(TimeZone::UTC).date()))?;
    let form = forms.into_iter().find(|form| form.name == name).ok_or_else(none)?;
    Ok(PackedFile { sha256: form.sha256, bytes: form.bytes })
}

/// What was issued for a release.
pub(crate) fn issued_for(
    of: DeclarationOf<'_>,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<DeclarationRecord>, ActionError> {
    let kept = kept_noun::<DeclarationRecord>(keeping, of.operator, &release_id(of.product, of.release))?;
    Ok(kept.map(|kept| kept.noun))
}

/// The points that would say something else now. An issued paper that is no longer there differs in all of them.
pub(crate) fn differs_in(
    issued: &IssuedDeclaration,
    now: &DeclarationNow,
    operator: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<String>, ActionError> {
    if issued.ground.declared == now.ground.declared {
        return Ok(Vec::new());
    }
    let json = issued
        .documents
        .iter()
        .find(|document| document.name.rsplit_once('.').is_some_and(|(_, end)| end == "json"));
    let bytes = json.map(|json| keeping.document_of(operator, &json.sha256)).transpose()?.flatten();
    let was = bytes.as_deref().and_then(read_json);
    let empty = || proofmark_documents::Document::new("", "", "en", issued.issued_on);
    Ok(now.to_issue.differs_from(&was.unwrap_or_else(empty)))
}

/// The review stated for it, held against what is asked now; `None`: none was stated, or none is asked for.
fn earlier_review(issued: &IssuedDeclaration, now: &DeclarationNow) -> Option<EarlierReview> {
    let review = now.ground.review.as_ref()?;
    Some(EarlierReview {
        revision: issued.revision,
        issued_on: issued.issued_on,
        outcome: issued.legal_review.clone()?,
        lapsed: ReviewGround::moved(issued.ground.review.as_ref(), Some(review)),
    })
}

/// Who signed it, as it was stated.
pub(crate) fn signing_of(issued: &IssuedDeclaration) -> DeclarationSigning {
    DeclarationSigning {
        name: issued.signatory.clone(),
        function: issued.function.clone(),
        place: issued.place.clone(),
        legal_review: issued.legal_review.clone(),
    }
}

fn nobody_yet() -> DeclarationSigning {
    let later = || LATER.to_owned();
    DeclarationSigning { name: later(), function: later(), place: later(), legal_review: None }
}

fn waiting(
    of: DeclarationOf<'_>,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<WaitingDeclaration>, ActionError> {
    let all = kept_nouns::<Proposal>(keeping, of.operator)?.into_iter().map(|kept| kept.noun);
    let open = all.filter(|proposal| proposal.waits(now).is_ok());
    let waits = open.filter_map(|proposal| {
        let signing = signing_for(&proposal.act, of.product, of.release)?.clone();
        Some(WaitingDeclaration {
            proposal: proposal.id,
            proposed_by: proposal.proposed_by,
            proposed_at: proposal.proposed_at,
            because: proposal.because,
            signing,
        })
    });
    Ok(waits.collect())
}

fn signing_for<'a>(act: &'a Act, product: &str, release: &str) -> Option<&'a DeclarationSigning> {
    match act {
        Act::IssueDeclaration { product: of, release: version, signing }
            if of == product && version == release =>
        {
            Some(signing)
        }
        _ => None,
    }
}
