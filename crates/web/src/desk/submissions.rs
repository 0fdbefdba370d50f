//! Handing in: files become a submission, and a submission a verdict.

use jiff::civil::Date;
use proofmark_actions::{
    ActionError, Assessed, ChangeOrder, DOSSIER, HandedFile, KeptFiles, KeptOrder, Submission, SubmitOrder,
    Submitted, assess_kept, submit_release,
};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Deserialize;

use super::costs::{ASSESSING_COSTS, CARRYING_COSTS};
use super::kept::assessing_cost;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::taken::{Taken, TakenFile};

/// How a submission is meant, and what of it is printed.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct SubmitAsked {
    /// The day the answer is for; today unless said otherwise.
    pub(crate) on: Option<Date>,
    /// Whether these are all the files of the product: what is not among them is no longer one.
    pub(crate) complete: Option<bool>,
    /// In words too, as the command line prints them, this many columns wide.
    pub(crate) columns: Option<u16>,
    /// Everything in words, not only what is open.
    pub(crate) all: Option<bool>,
}

/// Hands in what the form holds for the product the path names, or for the one its dossier is about.
pub(crate) fn submit(call: &mut Call<'_>, asked: &SubmitAsked) -> Result<Submitted, Refusal> {
    room_for_files(call)?;
    let mut submission = submission_of(call)?;
    submission.complete = asked.complete.unwrap_or_default();
    let actor = call.actor();
    let state = call.house.state_in_use(&*call.store)?.state;
    let house = call.house;
    let open = |advisories: &[String], files: &KeptFiles<'_>| house.open_sources(advisories, files);
    let (operator, product) = (call.operator().to_owned(), call.name("product").to_owned());
    let order = SubmitOrder {
        change: ChangeOrder { by: &actor, with: house.program(), at: call.now },
        as_of: asked.on.unwrap_or_else(|| call.today()),
        operator: &operator,
        product: (!product.is_empty()).then_some(product.as_str()),
    };
    Ok(submit_release(&order, &submission, &open, &state, call.store)?)
}

/// The files by what they are: `dossier`, `sbom` and `vex` by their fields, a dossier by its name wherever it came.
fn submission_of(call: &Call<'_>) -> Result<Submission, Refusal> {
    let Taken::Files { files, .. } = &call.taken else { return Err(Refusal::new(400, text!("web-no-body"))) };
    let release = call.field("release");
    let mut submission =
        Submission { release: (!release.is_empty()).then(|| release.to_owned()), ..Submission::default() };
    let root = root_of(files);
    for file in files {
        let path = file.name.strip_prefix(root).unwrap_or(&file.name).to_owned();
        let handed = HandedFile { path, bytes: bytes_of(file)? };
        // What is there once is not taken twice: nobody would know which of them the verdict rests on.
        let is_second = match file.field.as_str() {
            "sbom" => submission.sbom.replace(handed).is_some(),
            "vex" => submission.vex.replace(handed).is_some(),
            "dossier" => submission.dossier.replace(handed.bytes).is_some(),
            _ if handed.path == DOSSIER => submission.dossier.replace(handed.bytes).is_some(),
            _ => {
                submission.files.push(handed);
                false
            }
        };
        if is_second {
            return Err(Refusal::new(422, text!("desk-part-twice", part = &file.field)));
        }
    }
    Ok(submission)
}

/// Takes room for reading these files, before any of them is: lists and statements are taken apart, all others carried. What
/// lies there already counts too where the product is known: it is assessed with them.
fn room_for_files(call: &Call<'_>) -> Result<(), Refusal> {
    let Taken::Files { files, .. } = &call.taken else { return Ok(()) };
    let cost = |file: &TakenFile| file.length * if is_read(file) { ASSESSING_COSTS } else { CARRYING_COSTS };
    let handed: u64 = files.iter().map(cost).sum();
    let product = call.name("product");
    let has_list = files.iter().any(is_read);
    let kept = if product.is_empty() || has_list { 0 } else { kept_cost(call, product)? };
    Ok(call.turn.take_room(handed.saturating_add(kept))?)
}

/// Whether it may be read as a list, a statement or an advisory.
fn is_read(file: &TakenFile) -> bool {
    let endings = [".json", ".lock", ".zip", ".gz", ".zst", ".spdx"];
    matches!(file.field.as_str(), "sbom" | "vex") || endings.iter().any(|ending| file.name.ends_with(ending))
}

/// What assessing the product's kept files takes; nothing where there is none of that name yet.
fn kept_cost(call: &Call<'_>, product: &str) -> Result<u64, Refusal> {
    let actor = call.actor();
    let order = KeptOrder {
        change: call.change(&actor),
        as_of: call.today(),
        operator: call.operator(),
        product,
        release: None,
    };
    match assessing_cost(&order, call) {
        Err(ActionError::NotFound(_)) => Ok(0),
        cost => Ok(cost?),
    }
}

/// Every file of the form under the name it was sent by.
pub(crate) fn files_handed(call: &Call<'_>) -> Result<Vec<HandedFile>, Refusal> {
    room_for_files(call)?;
    let Taken::Files { files, .. } = &call.taken else { return Err(Refusal::new(400, text!("web-no-body"))) };
    let handed = |file: &TakenFile| Ok(HandedFile { path: file.name.clone(), bytes: bytes_of(file)? });
    files.iter().map(handed).collect()
}

/// The folder a browser was given as a whole: the one the dossier lies in. Paths are from there, as the dossier has them.
fn root_of(files: &[TakenFile]) -> &str {
    if files.iter().any(|file| file.name == DOSSIER) {
        return "";
    }
    let dossiers = files.iter().filter_map(|file| file.name.strip_suffix(DOSSIER));
    dossiers.filter(|root| root.ends_with('/')).min_by_key(|root| root.len()).unwrap_or_default()
}

fn bytes_of(file: &TakenFile) -> Result<Vec<u8>, Refusal> {
    std::fs::read(file.path())
        .map_err(|error| Refusal::new(507, text!("web-no-room", error = error.kind().to_string())))
}

/// Assesses the product again from its kept files.
pub(crate) fn assess(call: &mut Call<'_>) -> Result<Assessed, Refusal> {
    call.turn.take_room(kept_cost(call, call.name("product"))?)?;
    let actor = call.actor();
    let state = call.house.state_in_use(&*call.store)?.state;
    let house = call.house;
    let open = |advisories: &[String], files: &KeptFiles<'_>| house.open_sources(advisories, files);
    let (operator, product) = (call.operator().to_owned(), call.name("product").to_owned());
    let order = KeptOrder {
        change: ChangeOrder { by: &actor, with: house.program(), at: call.now },
        as_of: call.today(),
        operator: &operator,
        product: &product,
        release: None,
    };
    Ok(assess_kept(&order, &open, &state, call.store)?)
}
