//! The register of questions, in the order they are asked.

use proofmark_formats::dossier_key;

use super::question::Question;
use super::{
    of_afterwards, of_boundary, of_cases, of_class, of_free_software, of_identity, of_modification,
    of_neighbours, of_operator, of_placing, of_remainder, of_remote, of_role, of_scope, of_supply,
};

/// Every question: identity, scope, free software, supply, remote services, role, class, what follows, and what
/// further answers may wait for.
pub fn questions() -> impl Iterator<Item = &'static Question> {
    of_identity::QUESTIONS
        .iter()
        .chain(of_scope::QUESTIONS)
        .chain(of_free_software::QUESTIONS)
        .chain(of_supply::QUESTIONS)
        .chain(of_remote::QUESTIONS)
        .chain(of_role::QUESTIONS)
        .chain(of_class::QUESTIONS)
        .chain(of_afterwards::QUESTIONS)
        .chain(of_modification::QUESTIONS)
        .chain(of_placing::QUESTIONS)
        .chain(of_boundary::QUESTIONS)
        .chain(of_operator::QUESTIONS)
        .chain(of_neighbours::QUESTIONS)
        .chain(of_cases::QUESTIONS)
        .chain(of_remainder::QUESTIONS)
}

/// The question that asks for this path, wherever in a list it stands.
pub fn question_for(path: &str) -> Option<&'static Question> {
    let key = dossier_key(path)?.path;
    questions().find(|question| question.key == key)
}
