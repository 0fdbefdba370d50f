//! The form of one stage of a case beside what the law asks for there: all a draft consists of.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_facts::{Dossier, Stage, Stream};
use schemars::JsonSchema;
use serde::Serialize;

use crate::reporting::asked::Asked;
use crate::reporting::content::{StageContent, content};
use crate::reporting::filled::{FilledField, filled};
use crate::roles::role::role;
use crate::scope::article_2_scope::scope;
use crate::state::state_of_the_law::StateOfTheLaw;

/// The form of one stage of a case, and what the law asks for there.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StageForm {
    /// The fields, in the form's order.
    pub fields: Vec<FilledField>,
    /// What the law asks for.
    pub content: StageContent,
}

/// The form of this stage for the dossier's first case, filled with what is known at this instant.
///
/// `None`: the dossier declares no case, or it is none that Article 14 is about.
pub fn stage_form(dossier: &Dossier, state: &StateOfTheLaw, at: Timestamp, of: Stage) -> Option<StageForm> {
    let case = dossier.cases.first()?;
    if !matches!(case.stream, Stream::Vulnerability | Stream::Incident) {
        return None;
    }
    let (scope, role) = (scope(dossier, state), role(dossier));
    let day = at.to_zoned(TimeZone::UTC).date();
    let asked = Asked { dossier, state, scope: &scope, role: &role, case, index: 0, day, now: at };
    Some(StageForm { fields: filled(&asked, of), content: content(&asked, of) })
}
