//! Compares two states of the law, and says what changes for products. Nothing is kept.

use jiff::civil::Date;
use proofmark_facts::Beside;
use proofmark_law::{
    ProductDifference, StateDifference, StateName, StateOfTheLaw, difference_for, state_differences,
};
use proofmark_text::text;
use proofmark_trust::Note;
use schemars::JsonSchema;
use serde::Serialize;

use crate::dossier_input::dossier_input;
use crate::error::ActionError;
use crate::use_state::refused;

/// What differs between two states, and what that changes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StateComparison {
    /// The one.
    pub was: StateName,
    /// The other.
    pub is: StateName,
    /// Everything that stands differently in them.
    pub differences: Vec<StateDifference>,
    /// What changes for each product that was asked about, in their order.
    pub products: Vec<ComparedProduct>,
}

/// One product under both states.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ComparedProduct {
    /// The directory with its dossier, as it was named.
    pub directory: String,
    /// The product's name.
    pub product: String,
    /// The release.
    pub release: String,
    /// What changes for it.
    pub changes: ProductDifference,
}

/// Compares two states for the dossiers in these directories, on this day.
pub fn compare_states(
    was: &StateOfTheLaw,
    is: &StateOfTheLaw,
    directories: &[(String, &dyn Beside)],
    day: Date,
) -> Result<StateComparison, ActionError> {
    let mut products = Vec::new();
    for (directory, beside) in directories {
        let input = dossier_input(*beside, is)?;
        // What contradicts the law under one state may not under the other; only a dossier that is none is refused.
        let Some((dossier, _)) = input.declared else { return Err(ActionError::Refused(input.problems)) };
        products.push(ComparedProduct {
            directory: directory.clone(),
            product: dossier.product.name.clone(),
            release: dossier.release.version.clone(),
            changes: difference_for(&dossier, was, is, day),
        });
    }
    Ok(StateComparison { was: was.name(), is: is.name(), differences: state_differences(was, is), products })
}

/// Reads a state to compare with: signed or not, because comparing relies on nothing in it.
pub fn read_state(file: &[u8]) -> Result<StateOfTheLaw, ActionError> {
    let note = Note::parse(file).ok();
    let plain = || String::from_utf8_lossy(file).into_owned();
    let written = note.map_or_else(plain, |note| note.unverified_text().to_owned());
    StateOfTheLaw::parse(&written)
        .map_err(|error| refused(text!("routes-state-unreadable", error = error.to_string())))
}

/// The built-in state of this day.
pub fn state_of_day(day: Date) -> Option<&'static StateOfTheLaw> {
    StateOfTheLaw::history().iter().find(|state| state.as_of == day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state_in_use::built_in;

    #[test]
    fn what_is_no_state_is_refused_and_bytes_are_no_text() {
        for file in [&b"\xff\xfe"[..], b"", b"as_of = 1", b"installation/state-of-the-law"] {
            assert!(matches!(read_state(file), Err(ActionError::Refused(_))));
        }
        assert_eq!(state_of_day(built_in().state.as_of), Some(StateOfTheLaw::embedded()));
    }
}
