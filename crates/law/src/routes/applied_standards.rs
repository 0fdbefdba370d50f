//! Which cited standards and common specifications the makers applied in full to the core functionality.

use jiff::civil::Date;
use proofmark_facts::{Application, Dossier};

use crate::state::state_of_the_law::StateOfTheLaw;

/// What the declared standards are worth for a class I product on a day (Article 32(2)).
pub(crate) enum Applied {
    /// This reference is cited, serves the category and was applied in full.
    InFull(String),
    /// This one is cited and serves the category, but was applied in part.
    InPart(String),
    /// These are cited and serve the category; none of them was applied.
    Ignored(Vec<String>),
    /// No reference that serves the category is cited.
    NoneCited,
}

/// Lays the declared standards against the state of the law.
pub(crate) fn applied(dossier: &Dossier, state: &StateOfTheLaw, category: &str, day: Date) -> Applied {
    let presumed = presuming(state, category, day);
    if presumed.is_empty() {
        return Applied::NoneCited;
    }
    let declared = |reference: &str, in_full: bool| {
        dossier.conformity.standards.iter().any(|standard| {
            (standard.applied == Application::InFull || !in_full) && names(&standard.reference, reference)
        })
    };
    if let Some(reference) = presumed.iter().find(|reference| declared(reference, true)) {
        return Applied::InFull(reference.clone());
    }
    match presumed.iter().find(|reference| declared(reference, false)) {
        Some(reference) => Applied::InPart(reference.clone()),
        None => Applied::Ignored(presumed),
    }
}

/// References that give a presumption of conformity for this category on this day.
fn presuming(state: &StateOfTheLaw, category: &str, day: Date) -> Vec<String> {
    let standards = state.cited_standards(category, day).map(|standard| standard.reference.clone());
    let specifications = state
        .common_specifications
        .iter()
        .filter(|one| one.applies_from <= day && one.categories.iter().any(|served| served == category))
        .map(|one| one.reference.clone());
    standards.chain(specifications).collect()
}

/// Whether what a dossier wrote (`EN 304 626:2027`, `DIN ETSI EN 304626`) names this reference.
pub fn names(written: &str, reference: &str) -> bool {
    let plain = |text: &str| -> String {
        text.to_uppercase().replace("ETSI", "").chars().filter(|letter| !letter.is_whitespace()).collect()
    };
    let (written, reference) = (plain(written), plain(reference));
    let Some(at) = written.find(&reference) else { return false };
    let next = written[at + reference.len()..].chars().next();
    // `EN 304 62` must not pass for `EN 304 626`, nor `EN 40000-1-2` for `EN 40000-1-21`.
    !reference.is_empty() && next.is_none_or(|letter| !letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_reference_is_known_with_or_without_its_year_and_publisher() {
        assert!(names("ETSI EN 304 626 V1.1.1", "ETSI EN 304 626"));
        assert!(names("EN 304626:2027", "ETSI EN 304 626"));
        assert!(names("DIN EN 40000-1-3:2027", "EN 40000-1-3"));
        assert!(!names("EN 304 6261", "ETSI EN 304 626"));
        assert!(!names("EN 18031-1:2024", "ETSI EN 304 626"));
    }
}
