//! Words for what the law and the record answer in types.

use jiff::Timestamp;
use proofmark_facts::{GateAnswer, Procedure, Rating};
use proofmark_law::{Class, ClassOutcome, ClassVerdict, Role, RoleOutcome, ScopeOutcome, category};
use proofmark_text::{Language, Text, text};

use crate::look::{Reader, Tone};

/// What the scope procedure answered.
pub(super) fn scope_says(outcome: &ScopeOutcome) -> (Tone, Text) {
    match outcome {
        ScopeOutcome::InScope => (Tone::Good, text!("proofmark-scope-in")),
        ScopeOutcome::PartOfAnotherProduct => (Tone::Plain, text!("proofmark-scope-part")),
        ScopeOutcome::Out => (Tone::Plain, text!("proofmark-scope-out")),
        ScopeOutcome::NotOnTheMarket => (Tone::Plain, text!("proofmark-scope-not-on-the-market")),
        ScopeOutcome::AllowedWithoutConformity => (Tone::Plain, text!("proofmark-scope-allowed")),
        ScopeOutcome::Undetermined { missing } => {
            (Tone::Open, text!("proofmark-scope-open", missing = missing.join(", ")))
        }
    }
}

/// Which role the declaring person has.
pub(super) fn role_says(outcome: &RoleOutcome) -> (Tone, Text) {
    let role = match outcome {
        RoleOutcome::Is(role) => role,
        RoleOutcome::Undetermined { missing } => {
            return (Tone::Open, text!("proofmark-role-open", missing = missing.join(", ")));
        }
    };
    let says = match role {
        Role::Manufacturer => text!("proofmark-role-manufacturer"),
        Role::Importer => text!("proofmark-role-importer"),
        Role::Distributor => text!("proofmark-role-distributor"),
        Role::AuthorisedRepresentative => text!("proofmark-role-representative"),
        Role::Steward => text!("proofmark-role-steward"),
        Role::None => text!("proofmark-role-none"),
    };
    (Tone::Plain, says)
}

/// Which class the product is in.
pub(super) fn class_says(verdict: &ClassVerdict, language: Language) -> (Tone, Text) {
    let number = verdict.category.unwrap_or_default();
    let title = verdict.category.and_then(category).map(|found| found.title_in(language)).unwrap_or_default();
    let title = title.as_ref();
    match &verdict.outcome {
        ClassOutcome::Is(Class::Default) => (Tone::Plain, text!("proofmark-class-default")),
        ClassOutcome::Is(Class::ImportantI) => {
            (Tone::Plain, text!("proofmark-class-important-one", number = number, title = title))
        }
        ClassOutcome::Is(Class::ImportantII) => {
            (Tone::Plain, text!("proofmark-class-important-two", number = number, title = title))
        }
        ClassOutcome::Is(Class::Critical) => {
            (Tone::Plain, text!("proofmark-class-critical", number = number, title = title))
        }
        ClassOutcome::Undetermined { missing } => {
            (Tone::Open, text!("proofmark-class-open", missing = missing.join(", ")))
        }
    }
}

/// What a procedure is called.
pub(super) fn procedure_says(procedure: Procedure) -> Text {
    match procedure {
        Procedure::InternalControl => text!("proofmark-procedure-a"),
        Procedure::TypeExamination => text!("proofmark-procedure-bc"),
        Procedure::FullQualityAssurance => text!("proofmark-procedure-h"),
        Procedure::Certification => text!("proofmark-procedure-certification"),
    }
}

/// What the release gate answers; `None`: nobody asked it yet.
pub(super) fn gate_says(gate: Option<GateAnswer>) -> (Tone, Text) {
    match gate {
        Some(GateAnswer::Open) => (Tone::Good, text!("web-gate-open")),
        Some(GateAnswer::Closed) => (Tone::Bad, text!("web-gate-closed")),
        Some(GateAnswer::NotAsked) => (Tone::Plain, text!("web-gate-not-asked")),
        None => (Tone::Open, text!("web-gate-unknown")),
    }
}

/// The status of a decision, as rows have it.
pub(super) fn status_says(status: &str) -> Option<(Tone, Text)> {
    match status {
        "not_affected" => Some((Tone::Good, text!("web-status-not-affected"))),
        "wrong_match" => Some((Tone::Good, text!("triage-status-wrong-match"))),
        "affected" => Some((Tone::Bad, text!("web-status-affected"))),
        // Declared, not proven: what the component list still holds decides.
        "fixed" => Some((Tone::Open, text!("web-status-fixed"))),
        "under_investigation" => Some((Tone::Open, text!("web-status-under-investigation"))),
        _ => None,
    }
}

/// Why a finding closed, from the word rows have.
pub(super) fn closed_says(because: &str) -> Text {
    match because {
        "component-gone" => text!("pictures-closed-component-gone"),
        "withdrawn" => text!("pictures-closed-withdrawn"),
        _ => text!("pictures-closed-not-listed"),
    }
}

/// A rating.
pub(super) fn rating_says(rating: Rating) -> Text {
    match rating {
        Rating::Critical => text!("web-rating-critical"),
        Rating::High => text!("web-rating-high"),
        Rating::Medium => text!("web-rating-medium"),
        Rating::Low => text!("web-rating-low"),
        Rating::None | Rating::Unknown => text!("web-rating-unrated"),
    }
}

/// A score times ten in words and as the reader's language writes it: `9.8`.
pub(super) fn score_says(reader: &Reader, score: i64) -> (&'static str, String) {
    let class = match score {
        90.. => "critical",
        70..=89 => "high",
        40..=69 => "medium",
        1..=39 => "low",
        _ => "unrated",
    };
    let written = u64::try_from(score).map_or_else(|_| "–".to_owned(), |score| reader.tenths(score));
    (class, written)
}

/// An instant as people read it, in UTC.
pub(super) fn instant(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// The day of an instant, in UTC.
pub(super) fn day(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_called_what_the_regulation_calls_it_in_the_readers_language() {
        let verdict = ClassVerdict {
            outcome: ClassOutcome::Is(Class::ImportantI),
            category: Some("III.I.12"),
            reasons: Vec::new(),
            considered: Vec::new(),
            suggestions: Vec::new(),
        };
        let (_, says) = class_says(&verdict, Language::German);
        let says = says.in_language(Language::German);
        assert!(says.contains("Router, Modems für die Internetanbindung und Switches"), "{says}");
    }

    #[test]
    fn a_declared_fix_is_not_said_to_be_as_it_should() {
        assert_eq!(status_says("fixed").map(|(tone, _)| tone), Some(Tone::Open));
    }
}
