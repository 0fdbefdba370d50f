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

impl<Outcome> Step<Outcome> {
    /// The same step, with what was found on the way to it before its own reasons.
    pub(crate) fn behind(self, mut reasons: Vec<Reason>) -> Self {
        match self {
            Self::Next(why) => {
                reasons.extend(why);
                Self::Next(reasons)
            }
            Self::End(outcome, why) => {
                reasons.extend(why);
                Self::End(outcome, reasons)
            }
            Self::Missing(facts, why) => {
                reasons.extend(why);
                Self::Missing(facts, reasons)
            }
        }
    }

    /// These facts contradict each other, so that no answer is safe until one of them is mended.
    pub(crate) fn unclear(facts: &[&str], reason: Reason) -> Self {
        Self::Missing(facts.iter().map(|fact| (*fact).to_owned()).collect(), vec![reason])
    }
}

/// The reason given where a fact is not stated.
pub(crate) fn not_stated(path: &str, source: Source, cites: Citation) -> Reason {
    Reason::new(text!("law-not-stated", path = path), source, cites).on(path)
}

/// A question as a function of the declared facts.
pub(crate) type Question<Outcome> = fn(&Dossier) -> Step<Outcome>;

/// A claimed exception with several conditions: one that fails is enough to refuse it, all must be stated to grant it.
///
/// `granted` gets the way to the first condition, `refused` the way to the one that fails.
pub(crate) fn claimed<Outcome>(
    conditions: &[(&'static str, Option<bool>)],
    source: Source,
    cites: Citation,
    granted: impl FnOnce(&'static str) -> Step<Outcome>,
    refused: impl FnOnce(&'static str) -> Step<Outcome>,
) -> Step<Outcome> {
    if let Some((fails, _)) = conditions.iter().find(|(_, holds)| *holds == Some(false)) {
        return refused(fails);
    }
    let unstated = conditions.iter().filter(|(_, holds)| holds.is_none());
    let missing: Vec<&str> = unstated.map(|(path, _)| *path).collect();
    if missing.is_empty() { granted(conditions[0].0) } else { Step::missing(&missing, source, cites) }
}
