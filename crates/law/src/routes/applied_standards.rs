//! What gives the core functionality a presumption of conformity: standards, common specifications, a certificate.

use proofmark_facts::{Application, AppliedStandard, AssuranceLevel};

use crate::routes::route::Inputs;

/// What the declared standards and certificate are worth for a class I product on a day (Article 32(2)).
pub(crate) enum Applied {
    /// This reference is cited, serves the category, was applied in full and covers the core functionality.
    InFull {
        /// The reference.
        reference: String,
        /// Its place among the declared standards.
        at: usize,
        /// Restrictions of its citation, which the dossier says how it meets.
        restrictions: Option<String>,
    },
    /// A certificate of a designated scheme at a sufficient level covers it.
    Certified {
        /// The scheme.
        scheme: String,
        /// The certificate's number.
        reference: String,
    },
    /// It would be enough, but this fact is not stated.
    Unclear {
        /// The standard or scheme.
        reference: String,
        /// The way to the fact.
        fact: String,
    },
    /// Applied in full, but it does not cover every risk of the core functionality.
    NotCovering {
        /// The standard or scheme.
        reference: String,
        /// The way to the fact.
        fact: String,
    },
    /// This one is cited and serves the category, but was applied in part.
    InPart(String),
    /// These are cited and serve the category; none of them was applied.
    Ignored(Vec<String>),
    /// No reference that serves the category is cited.
    NoneCited,
}

/// A reference that counts, with the restrictions of its citation.
struct Presumed {
    reference: String,
    restrictions: Option<String>,
}

/// Lays the declared standards and certificate against the state of the law; the best of them counts.
pub(crate) fn applied(inputs: &Inputs<'_>, category: &str) -> Applied {
    let presumed = presuming(inputs, category);
    let declared = inputs.dossier.conformity.standards.iter().enumerate();
    let mut found: Vec<Applied> = declared
        .filter_map(|(at, standard)| {
            let one = presumed.iter().find(|one| names(&standard.reference, &one.reference))?;
            Some(worth(at, standard, one))
        })
        .collect();
    found.extend(certified(inputs));
    found.sort_by_key(rank);
    found.into_iter().next().unwrap_or_else(|| {
        if presumed.is_empty() {
            Applied::NoneCited
        } else {
            Applied::Ignored(presumed.into_iter().map(|one| one.reference).collect())
        }
    })
}

fn rank(applied: &Applied) -> u8 {
    match applied {
        Applied::InFull { restrictions: None, .. } => 0,
        Applied::Certified { .. } => 1,
        Applied::InFull { .. } => 2,
        Applied::Unclear { .. } => 3,
        Applied::NotCovering { .. } => 4,
        Applied::InPart(_) => 5,
        Applied::Ignored(_) => 6,
        Applied::NoneCited => 7,
    }
}

fn worth(at: usize, standard: &AppliedStandard, one: &Presumed) -> Applied {
    let reference = one.reference.clone();
    let fact = format!("conformity.standards[{at}].covers_core_functionality");
    if standard.applied == Application::InPart {
        return Applied::InPart(reference);
    }
    match standard.covers_core_functionality {
        Some(false) => Applied::NotCovering { reference, fact },
        None => Applied::Unclear { reference, fact },
        // A citation with restrictions presumes nothing where they bite.
        Some(true) if one.restrictions.is_some() && standard.restrictions.is_none() => {
            Applied::Unclear { reference, fact: format!("conformity.standards[{at}].restrictions") }
        }
        Some(true) => {
            let restrictions = standard.restrictions.clone();
            Applied::InFull { reference, at, restrictions }
        }
    }
}

/// The declared certificate, where its scheme is designated and its level counts (Article 27(8) and (9)).
fn certified(inputs: &Inputs<'_>) -> Option<Applied> {
    let certificate = inputs.dossier.conformity.certificate.as_ref()?;
    let designated = inputs.state.designated_scheme(inputs.category, inputs.day)?;
    let runs = certificate.valid_until.is_none_or(|until| until >= inputs.day);
    let same = certificate.scheme.trim().eq_ignore_ascii_case(&designated.scheme);
    if !same || !runs || certificate.level < AssuranceLevel::Substantial {
        return None;
    }
    let fact = "conformity.certificate.covers_core_functionality".to_owned();
    let scheme = certificate.scheme.clone();
    Some(match certificate.covers_core_functionality {
        Some(true) => {
            Applied::Certified { scheme, reference: certificate.reference.clone().unwrap_or_default() }
        }
        Some(false) => Applied::NotCovering { reference: scheme, fact },
        None => Applied::Unclear { reference: scheme, fact },
    })
}

/// References that give a presumption of conformity for this category on this day.
fn presuming(inputs: &Inputs<'_>, category: &str) -> Vec<Presumed> {
    let standards = inputs.state.cited_standards(category, inputs.day).map(|standard| Presumed {
        reference: standard.reference.clone(),
        restrictions: standard.restrictions.clone(),
    });
    let specifications = inputs
        .state
        .common_specifications
        .iter()
        .filter(|one| {
            one.applies_from <= inputs.day && one.categories.iter().any(|served| served == category)
        })
        .map(|one| Presumed { reference: one.reference.clone(), restrictions: None });
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
