//! One step of a procedure that asks question after question: passed, decided, or stuck on a missing fact.

use proofmark_facts::Dossier;
use proofmark_text::text;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::Source;

/// What one question of a procedure leads to.
pub(crate) enum Step<Outcome> {
    /// To the next question, for these reasons.
    Next(Vec<Reason>),
    /// To an answer.
    End(Outcome, Vec<Reason>),
    /// Nowhere: these facts are not stated.
    Missing(Vec<String>, Vec<Reason>),
}

impl<Outcome> Step<Outcome> {
    pub(crate) fn next(reason: Reason) -> Self {
        Self::Next(vec![reason])
    }

    pub(crate) fn end(outcome: Outcome, reason: Reason) -> Self {
        Self::End(outcome, vec![reason])
    }

    /// The question cannot be answered, and says which fact it waits for.
    pub(crate) fn missing(facts: &[&str], source: Source, cites: Citation) -> Self {
        let paths: Vec<String> = facts.iter().map(|fact| (*fact).to_owned()).collect();
        let reasons = paths.iter().map(|path| not_stated(path, source, cites)).collect();
        Self::Missing(paths, reasons)
    }
}

/// The reason given where a fact is not stated.
pub(crate) fn not_stated(path: &str, source: Source, cites: Citation) -> Reason {
    Reason::new(text!("law-not-stated", path = path), source, cites).on(path)
}

/// A question as a function of the declared facts.
pub(crate) type Question<Outcome> = fn(&Dossier) -> Step<Outcome>;
