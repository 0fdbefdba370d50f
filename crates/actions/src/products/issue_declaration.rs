//! Issues a declaration of conformity: its documents, and the record of who proposed, who approved, when and on what ground.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_access::{DeclarationSigning, Proposal};
use proofmark_documents::{Document, render_html, render_json, render_pdf};
use proofmark_facts::{
    DeclarationRecord, IssuedDeclaration, IssuedDocument, Place, Problem, RecordWrite, Sha256,
    SystemOfRecord, release_id,
};
use proofmark_text::{steers, text};

use crate::error::ActionError;
use crate::products::declaration_now::{DeclarationNow, DeclarationOf, declaration_now};
use crate::record::{KeptNoun, instead, kept_noun};

/// What the forms of an issued declaration are called, without the ending.
pub(crate) const STEM: &str = "eu-declaration-of-conformity";

/// What it is to the line that issues it.
pub(crate) const DECLARATION: &str = "declaration";

/// Bytes of a name, a function or a place.
const LONGEST_WORDS: usize = 200;

/// Bytes of what is said of a legal review.
const LONGEST_REVIEW: usize = 4_000;

/// The most declarations of one release: each is another revision of what was once declared.
const MOST_REVISIONS: usize = 200;

/// A declaration in one of its forms.
pub(crate) struct WrittenForm {
    pub(crate) name: String,
    pub(crate) sha256: Sha256,
    pub(crate) bytes: Vec<u8>,
}

/// What an approval leaves behind.
pub(crate) struct IssuedNow {
    pub(crate) record: RecordWrite,
    pub(crate) documents: Vec<WrittenForm>,
    /// What the line is about: the product, so that its packs prove that the declaration was issued.
    pub(crate) subject: String,
}

/// The record a declaration is issued into, unchanged, where nothing forbids to issue one.
pub(crate) fn room_to_issue(
    of: DeclarationOf<'_>,
    signing: &DeclarationSigning,
    at: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<RecordWrite, ActionError> {
    unforbidden(of, signing, at, keeping)?;
    let (kept, record) = present(of, keeping)?;
    Ok(instead(of.operator, kept.as_ref(), &record))
}

/// Issues what the proposal asks for, approved by this person.
pub(crate) fn issue_declaration(
    of: DeclarationOf<'_>,
    signing: &DeclarationSigning,
    proposal: &Proposal,
    (approved_by, at): (&str, Timestamp),
    keeping: &dyn SystemOfRecord,
) -> Result<IssuedNow, ActionError> {
    let now = unforbidden(of, signing, at, keeping)?;
    // What was approved is what was seen, at this very instant too: a verdict may move with the day.
    let seen = proposal.rests_on.iter().find_map(|ground| ground.declaration.as_ref());
    let unseen = || ActionError::Moved(text!("issuing-moved-words"));
    if let Some(says) = seen.ok_or_else(unseen)?.moved(&now.ground).into_iter().next() {
        return Err(ActionError::Moved(says));
    }
    let (kept, mut record) = present(of, keeping)?;
    let on = at.to_zoned(TimeZone::UTC).date();
    let revision = record.issued.len() + 1;
    let documents = written(&now.to_issue.issued(on, revision))?;
    let named = documents.iter().map(|form| IssuedDocument {
        name: form.name.clone(),
        sha256: form.sha256,
        size: form.bytes.len() as u64,
    });
    record.issued.push(IssuedDeclaration {
        revision,
        issued_on: on,
        issued_at: at,
        place: signing.place.trim().to_owned(),
        signatory: signing.name.trim().to_owned(),
        function: signing.function.trim().to_owned(),
        proposed_by: proposal.proposed_by.clone(),
        approved_by: approved_by.to_owned(),
        proposal: proposal.id.clone(),
        legal_review: signing.legal_review.clone().filter(|words| !words.trim().is_empty()),
        ground: now.ground,
        documents: named.collect(),
    });
    let write = instead(of.operator, kept.as_ref(), &record);
    Ok(IssuedNow { record: write, documents, subject: now.product.noun.subject })
}

/// Every form of a declaration. One that a form could not show letter by letter is not to be issued.
pub(crate) fn written(document: &Document) -> Result<Vec<WrittenForm>, ActionError> {
    let pdf = render_pdf(document).map_err(|error| {
        ActionError::Hindered(text!("actions-paper-unrenderable", error = error.text().to_string()))
    })?;
    if !pdf.replaced.is_empty() {
        let letters: String = pdf.replaced.iter().collect();
        return Err(refused("declaration", text!("issuing-letters", letters = letters)));
    }
    let forms = [
        ("pdf", pdf.bytes),
        ("html", render_html(document).into_bytes()),
        ("json", render_json(document).into_bytes()),
    ];
    let form = |(end, bytes): (&str, Vec<u8>)| WrittenForm {
        name: format!("{STEM}.{end}"),
        sha256: Sha256::of(&bytes),
        bytes,
    };
    Ok(forms.into_iter().map(form).collect())
}

/// Whether what the proposer states of the signature can stand in a declaration.
pub(crate) fn check_signing(signing: &DeclarationSigning) -> Result<(), ActionError> {
    let stated = [("name", &signing.name), ("function", &signing.function), ("place", &signing.place)];
    let unfit = |words: &str| {
        !(1..=LONGEST_WORDS).contains(&words.len())
            || words.chars().any(|letter| letter.is_control() || steers(letter))
    };
    let mut problems: Vec<Problem> = stated
        .into_iter()
        .filter(|(_, words)| unfit(words.trim()))
        .map(|(field, _)| {
            let says = text!("issuing-signing", field = field, most = LONGEST_WORDS);
            Problem::error(Place::at(field), says)
        })
        .collect();
    if signing.legal_review.as_ref().is_some_and(|words| words.len() > LONGEST_REVIEW) {
        let says = text!("issuing-review-long", most = LONGEST_REVIEW);
        problems.push(Problem::error(Place::at("legal_review"), says));
    }
    if problems.is_empty() { Ok(()) } else { Err(ActionError::Refused(problems)) }
}

/// The declaration as it stands, where it may be issued.
pub(crate) fn unforbidden(
    of: DeclarationOf<'_>,
    signing: &DeclarationSigning,
    at: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<DeclarationNow, ActionError> {
    check_signing(signing)?;
    let now = declaration_now(of, signing, at, keeping)?;
    if now.forbidden_by.is_empty() { Ok(now) } else { Err(ActionError::Refused(now.forbidden_by)) }
}

/// What was issued for the release so far.
fn present(
    of: DeclarationOf<'_>,
    keeping: &dyn SystemOfRecord,
) -> Result<(Option<KeptNoun<DeclarationRecord>>, DeclarationRecord), ActionError> {
    let kept = kept_noun::<DeclarationRecord>(keeping, of.operator, &release_id(of.product, of.release))?;
    let record = kept.as_ref().map(|kept| kept.noun.clone());
    let none = || DeclarationRecord {
        product: of.product.to_owned(),
        release: of.release.to_owned(),
        issued: Vec::new(),
    };
    let record = record.unwrap_or_else(none);
    if record.issued.len() >= MOST_REVISIONS {
        return Err(refused("release", text!("issuing-too-many", most = MOST_REVISIONS)));
    }
    Ok((kept, record))
}

fn refused(path: &str, says: proofmark_text::Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::at(path), says)])
}
