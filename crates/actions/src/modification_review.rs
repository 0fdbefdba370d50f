//! The review of a modification: two revisions laid against each other and against the law. Its JSON is a promise.

use jiff::Timestamp;
use proofmark_facts::{ComponentChanges, ExplainedDifference, Place, Problem, Sha256};
use proofmark_law::{
    Difference, ModificationVerdict, StateName, StateOfTheLaw, differences, modification, unreasoned,
};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::InputDocument;
use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::revision::Revision;
use crate::subject::subject;

/// The version of the review's form that this program writes.
const REVIEW_FORMAT: u32 = 1;

/// What was found about one change, with the inputs it was found from.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ModificationReview {
    /// The form's version.
    pub proofmark_modification: u32,
    /// Operator and product in one word, as the ledger names them.
    pub subject: String,
    /// The operator's name.
    pub operator: String,
    /// The product's name.
    pub product: String,
    /// When it was reviewed.
    pub reviewed_at: Timestamp,
    /// The program that reviewed.
    pub reviewed_with: String,
    /// The state of the law it was reviewed under.
    pub state: StateName,
    /// The earlier revision.
    pub earlier: RevisionInputs,
    /// The newer revision.
    pub newer: RevisionInputs,
    /// What the two differ in, as far as it bears on the test.
    pub differences: Vec<Difference>,
    /// Differences the makers explained to be other than they seem.
    pub explained: Vec<ExplainedDifference>,
    /// How the two component lists differ; `None`: one of the two revisions has none.
    pub components: Option<ComponentChanges>,
    /// The verdict on the change.
    pub modification: ModificationVerdict,
    /// What was noticed when the two were laid beside each other.
    pub notices: Vec<Problem>,
}

/// What one revision was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RevisionInputs {
    /// The version it is about.
    pub release: String,
    /// The dossier.
    pub dossier: InputDocument,
    /// The component list; `None`: there was none.
    pub sbom: Option<InputDocument>,
    /// The risk assessment; `None`: none is named, or it is not there.
    pub risk_assessment: Option<InputDocument>,
}

/// Who asks for a review, and when.
#[derive(Debug, Clone, Copy)]
pub struct ReviewOrder<'a> {
    /// Who asks.
    pub by: &'a str,
    /// The program, with its version.
    pub with: &'a str,
    /// Now.
    pub at: Timestamp,
}

impl ModificationReview {
    /// The review's bytes: JSON, indented, with a newline at its end.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes =
            serde_json::to_vec_pretty(self).expect("strings, numbers, lists and names become JSON");
        bytes.push(b'\n');
        bytes
    }
}

/// Lays the two revisions beside each other. Nothing is read or kept here.
///
/// Refused where the newer dossier declares another predecessor than the one handed in, or a decision that
/// departs from what is proposed without saying why.
pub(crate) fn review(
    order: &ReviewOrder<'_>,
    earlier: &Revision,
    newer: &Revision,
    state: &StateOfTheLaw,
) -> Result<ModificationReview, ActionError> {
    let lists = earlier.list.as_ref().zip(newer.list.as_ref());
    let components = lists.map(|(before, now)| ComponentChanges::between(&before.sbom, &now.sbom));
    let differences = differences(&earlier.dossier, &newer.dossier, components.as_ref());
    let verdict = modification(&newer.dossier, Some(&earlier.dossier), &differences)
        .expect("with an earlier dossier at hand there is always a verdict");
    let mut errors = predecessor(earlier, newer);
    errors.extend(unreasoned(&verdict));
    if !errors.is_empty() {
        for problem in &mut errors {
            newer.locate(problem);
        }
        return Err(ActionError::Refused(errors));
    }
    let mut notices = idle_explanations(newer, &differences);
    for problem in &mut notices {
        newer.locate(problem);
    }
    let (operator, product) = (&newer.dossier.operator.name, &newer.dossier.product.name);
    Ok(ModificationReview {
        proofmark_modification: REVIEW_FORMAT,
        subject: subject(operator, product),
        operator: operator.clone(),
        product: product.clone(),
        reviewed_at: order.at,
        reviewed_with: order.with.to_owned(),
        state: state.name(),
        earlier: inputs(earlier),
        newer: inputs(newer),
        differences,
        explained: newer
            .dossier
            .modification
            .iter()
            .flat_map(|declared| declared.explained.clone())
            .collect(),
        components,
        modification: verdict,
        notices,
    })
}

/// The newer dossier's own word on its predecessor against the dossier that was handed in as such.
fn predecessor(earlier: &Revision, newer: &Revision) -> Vec<Problem> {
    let mut errors = Vec::new();
    let Some(declared) = &newer.dossier.modification else { return errors };
    let release = &earlier.dossier.release;
    if let Some(stated) = declared.of_version.as_ref().filter(|stated| **stated != release.version) {
        let says = text!("modification-problem-other-version", stated = stated, found = &release.version);
        errors.push(Problem::error(Place::at("modification.of_version"), says));
    }
    if let (Some(stated), Some(found)) = (declared.earlier_placed_on, release.placed_on_the_market_on)
        && stated != found
    {
        let says =
            text!("modification-problem-other-day", stated = stated.to_string(), found = found.to_string(),);
        errors.push(Problem::error(Place::at("modification.earlier_placed_on"), says));
    }
    errors
}

/// An explanation of something that is no difference explains nothing.
fn idle_explanations(newer: &Revision, differences: &[Difference]) -> Vec<Problem> {
    let explains = |explained: &ExplainedDifference| {
        differences
            .iter()
            .any(|difference| difference.explained_in(std::slice::from_ref(explained)).is_some())
    };
    let declared = newer.dossier.modification.iter().flat_map(|declared| &declared.explained).enumerate();
    declared
        .filter(|(_, explained)| !explains(explained))
        .map(|(index, explained)| {
            let name = serde_json::to_value(explained.difference).ok();
            let name = name.as_ref().and_then(|name| name.as_str()).unwrap_or_default().to_owned();
            let place = Place::at(format!("modification.explained[{index}].difference"));
            Problem::warning(place, text!("modification-problem-explained-idle", difference = name))
        })
        .collect()
}

fn inputs(revision: &Revision) -> RevisionInputs {
    let named = |name: &str, sha256: Sha256| InputDocument { name: name.to_owned(), sha256 };
    RevisionInputs {
        release: revision.dossier.release.version.clone(),
        dossier: named(DOSSIER, revision.sha256),
        sbom: revision.list.as_ref().map(|list| named(&list.about.name, list.about.sha256)),
        risk_assessment: revision.risk_assessment.as_ref().map(|(document, _)| document.clone()),
    }
}
