//! A release's declaration of conformity as it would be issued now: written from what is kept, with everything in the way.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_access::DeclarationSigning;
use proofmark_documents::{DeclarationToIssue, GateSummary, PaperInputs, declaration_to_issue};
use proofmark_facts::{
    Actor, DeclarationGround, GateAnswer, Place, Problem, ProductRecord, ReleaseRecord, ReviewGround, Sha256,
    Signatory, SystemOfRecord, release_id,
};
use proofmark_formats::{Answer, read_answers};
use proofmark_law::{Reason, StateName, StateOfTheLaw, Verdict, assess_at};
use proofmark_text::{Text, text};

use crate::conclusion::{Inputs, read_inputs};
use crate::error::ActionError;
use crate::products::assess_kept::{KeptOrder, files_of};
use crate::products::assessed_today::own_release;
use crate::products::change_order::ChangeOrder;
use crate::products::keep_files::no_such_product;
use crate::products::kept_files::KeptFiles;
use crate::record::{KeptNoun, kept_noun};
use crate::state_in_use::state_in_use;

/// Which release's declaration, of whose product.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeclarationOf<'a> {
    pub(crate) operator: &'a str,
    pub(crate) product: &'a str,
    pub(crate) release: &'a str,
}

/// A declaration as it would be issued now.
#[derive(Debug)]
pub(crate) struct DeclarationNow {
    pub(crate) to_issue: DeclarationToIssue,
    pub(crate) ground: DeclarationGround,
    /// Everything that forbids to issue it.
    pub(crate) forbidden_by: Vec<Problem>,
    /// Why a lawyer should look at the chosen procedure first.
    pub(crate) for_review: Vec<Text>,
    pub(crate) signatory: Option<Signatory>,
    pub(crate) product: KeptNoun<ProductRecord>,
    pub(crate) release: KeptNoun<ReleaseRecord>,
}

/// Writes it from the dossier, the component list and the files as they are kept, under the state of the law in use. The
/// release gate's answer is the one that is kept: whoever signs asks it anew before.
pub(crate) fn declaration_now(
    of: DeclarationOf<'_>,
    signing: &DeclarationSigning,
    at: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<DeclarationNow, ActionError> {
    let DeclarationOf { operator, product, release } = of;
    let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
    let kept_product = kept.ok_or_else(|| no_such_product(product))?;
    let kept = kept_noun::<ReleaseRecord>(keeping, operator, &release_id(product, release))?;
    let missing = || ActionError::NotFound(text!("record-no-such-release", version = release));
    let kept_release = kept.ok_or_else(missing)?;
    let day = at.to_zoned(TimeZone::UTC).date();
    let nobody = Actor::local("");
    let order = KeptOrder {
        change: ChangeOrder { by: &nobody, with: "", at },
        as_of: day,
        operator,
        product,
        release: own_release(operator, product, release, keeping)?,
    };
    let kept = files_of(&order, keeping)?;
    let state = state_in_use(keeping)?.state;
    let inputs = read_inputs(&KeptFiles::new(keeping, operator, &kept.of_release, &[]), &state, &kept.meant)?;
    let verdict = assess_at(&inputs.dossier, &state, day, at);
    let named: BTreeMap<String, Option<Sha256>> = inputs
        .files
        .iter()
        .map(|(path, file)| (path.clone(), file.as_ref().map(|file| file.sha256)))
        .collect();
    let found = named.iter().filter_map(|(path, sha256)| Some((path.clone(), (*sha256)?))).collect();
    let paper = PaperInputs {
        dossier: &inputs.dossier,
        verdict: &verdict,
        state: &state,
        day,
        sbom: None,
        files: &found,
        findings: &[],
        unchecked: &[],
        gate: GateSummary { may_be_placed: kept_release.noun.gate == GateAnswer::Open, lines: Vec::new() },
        vulnerability_data: None,
        issued: None,
    };
    let to_issue = declaration_to_issue(&paper, &signatory_of(signing));
    let for_review = for_review(&inputs, &verdict);
    let mut forbidden_by = forbidden_by(&to_issue, signing, &for_review);
    if kept_release.noun.dossier != inputs.dossier_sha256 {
        forbidden_by.push(problem("release", text!("issuing-not-assessed-since")));
    }
    let ground = DeclarationGround {
        product: product.to_owned(),
        release: release.to_owned(),
        declared: to_issue.digest(),
        dossier: inputs.dossier_sha256,
        component_list: inputs.list.as_ref().map(|list| list.about.sha256),
        files: DeclarationGround::of_files(&named),
        named,
        review: review_ground(&inputs, &verdict, &state),
    };
    let signatory = inputs.dossier.conformity.signatory;
    Ok(DeclarationNow {
        to_issue,
        ground,
        forbidden_by,
        for_review,
        signatory,
        product: kept_product,
        release: kept_release,
    })
}

fn signatory_of(signing: &DeclarationSigning) -> Signatory {
    Signatory {
        name: signing.name.trim().to_owned(),
        function: Some(signing.function.trim().to_owned()),
        place: Some(signing.place.trim().to_owned()),
        signed_on: None,
    }
}

/// What Annex V asks for and is not stated, each with its point; then what else forbids it, in the Regulation's order.
fn forbidden_by(
    to_issue: &DeclarationToIssue,
    signing: &DeclarationSigning,
    for_review: &[Text],
) -> Vec<Problem> {
    let lacks = to_issue
        .lacks
        .iter()
        .map(|lack| problem(&lack.path, text!("issuing-lacks", path = &lack.path, cites = &lack.cites)));
    let mut all: Vec<Problem> = lacks.collect();
    let obstacle = |says: &Text| Problem::error(Place::default(), says.clone());
    all.extend(to_issue.obstacles.iter().map(obstacle));
    let reviewed = signing.legal_review.as_deref().is_some_and(|words| !words.trim().is_empty());
    if !reviewed {
        all.extend(for_review.iter().cloned().map(|says| problem("legal_review", says)));
    }
    all
}

/// The reasons of the chosen procedure that nobody should rely on before a lawyer looked.
fn for_review(inputs: &Inputs, verdict: &Verdict) -> Vec<Text> {
    let mut says: Vec<Text> = Vec::new();
    for reason in reasons_of_procedure(inputs, verdict) {
        if let Some(why) = &reason.legal_review {
            let asked =
                text!("issuing-legal-review", cites = reason.cites.to_string(), why = why.to_string());
            if !says.contains(&asked) {
                says.push(asked);
            }
        }
    }
    says
}

fn reasons_of_procedure<'a>(inputs: &Inputs, verdict: &'a Verdict) -> impl Iterator<Item = &'a Reason> {
    let chosen = inputs.dossier.conformity.procedure;
    let routes = verdict.routes.open.iter().filter(move |route| Some(route.procedure) == chosen);
    routes.flat_map(|route| &route.reasons)
}

/// What a legal review of the chosen procedure is of; `None`: it asks for none. Not only the reason that asks for it: a
/// lawyer looks at it beside what else opens the procedure.
fn review_ground(inputs: &Inputs, verdict: &Verdict, state: &StateOfTheLaw) -> Option<ReviewGround> {
    let reasons: Vec<&Reason> = reasons_of_procedure(inputs, verdict).collect();
    if reasons.iter().all(|reason| reason.legal_review.is_none()) {
        return None;
    }
    let answers = read_answers(&inputs.dossier_bytes).value.unwrap_or_default();
    let (mut asked, mut rests_on) = (Vec::new(), Vec::new());
    for reason in reasons {
        let by = format!("{} {}", reason.row, reason.cites);
        asked.extend(reason.legal_review.as_ref().map(|why| (by.clone(), why.to_string())));
        rests_on.push((by, reason.says.to_string()));
        if let Some(fact) = &reason.fact {
            let value = match answers.get(fact) {
                Some(Answer::Value(value)) => value.trim().to_owned(),
                _ => String::new(),
            };
            rests_on.push((fact.clone(), value));
        }
    }
    let StateName { as_of, digest } = state.name();
    Some(ReviewGround { asked: digests(asked), rests_on: digests(rests_on), law_as_of: as_of, law: digest })
}

/// What is said under each name, as one digest.
fn digests(said: Vec<(String, String)>) -> BTreeMap<String, Sha256> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, words) in said {
        all.entry(name).or_default().push(words);
    }
    all.into_iter().map(|(name, words)| (name, Sha256::of(words.join("\n").as_bytes()))).collect()
}

fn problem(path: &str, says: Text) -> Problem {
    Problem::error(Place::at(path), says)
}
