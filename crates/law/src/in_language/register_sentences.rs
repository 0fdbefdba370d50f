//! Every sentence of every register, for the check that each is said in every language.

use proofmark_text::RegisterSentence;

use super::reporting::neighbour;
use crate::classes::categories::categories;
use crate::classes::category::Class;
use crate::classes::look_up::product_kinds;
use crate::definitions::DEFINITIONS;
use crate::neighbours::register::NEIGHBOURS;
use crate::readiness::routine::ROUTINES;
use crate::register::obligations::OBLIGATIONS;
use crate::reporting::fields::platform_fields;
use crate::reporting::platform::platform_facts;
use crate::routes::annex_viii::MODULES;
use crate::teaching::mistakes::MISTAKES;
use crate::teaching::role_notions::ROLE_NOTIONS;

/// Every sentence that stands as a constant in a register and is said in the language of its reader.
pub fn register_sentences() -> Vec<RegisterSentence> {
    let mut all: Vec<RegisterSentence> = Vec::new();
    for one in OBLIGATIONS {
        all.push(one.asks_sentence());
        all.extend(one.suggested_evidence());
        all.extend(one.suggested_statements());
        all.extend(one.suggested_notes());
    }
    all.extend(ROUTINES.iter().map(crate::Routine::does_sentence));
    for one in categories() {
        all.extend([one.title_sentence(), one.matches_when_sentence()]);
        all.extend(one.example_sentences());
        all.extend(one.draft_sentence());
    }
    let classes = [Class::Default, Class::ImportantI, Class::ImportantII, Class::Critical];
    all.extend(classes.map(Class::sentence));
    for one in product_kinds() {
        all.push(one.kind_sentence());
        all.extend(one.mistake_sentence());
    }
    for one in MODULES {
        all.extend(one.step_sentences());
        all.extend(one.document_sentences());
        all.push(one.output_sentence());
    }
    all.extend(MISTAKES.iter().flat_map(|one| [one.claim_sentence(), one.correct_sentence()]));
    for one in ROLE_NOTIONS {
        all.extend([one.name_sentence(), one.is_sentence(), one.follows_sentence()]);
    }
    all.extend(DEFINITIONS.iter().flat_map(|one| [one.term_sentence(), one.meaning_sentence()]));
    for one in platform_fields() {
        all.push(one.what_sentence());
        all.extend(one.note_sentence());
    }
    all.extend(platform_facts().0.iter().map(crate::PlatformFact::says_sentence));
    all.extend(NEIGHBOURS.iter().map(|one| neighbour(one.id, one.name)));
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proofmark_text::{Language, register_keys};

    use super::*;

    #[test]
    fn every_entry_of_every_register_is_said_in_german_and_nothing_else_is() {
        let asked: BTreeSet<String> =
            register_sentences().iter().map(|sentence| sentence.key().to_owned()).collect();
        let said: BTreeSet<String> = register_keys(Language::German).into_iter().map(str::to_owned).collect();
        let lacking: Vec<&String> = asked.difference(&said).collect();
        let orphans: Vec<&String> = said.difference(&asked).collect();
        assert_eq!((lacking, orphans), (vec![], vec![]));
    }

    #[test]
    fn no_two_sentences_share_a_key() {
        let all = register_sentences();
        let keys: BTreeSet<&str> = all.iter().map(RegisterSentence::key).collect();
        assert_eq!(keys.len(), all.len());
    }

    #[test]
    fn english_is_the_constant() {
        for sentence in register_sentences() {
            assert_eq!(sentence.in_language(Language::English), sentence.to_string());
        }
    }

    #[test]
    fn an_entry_speaks_the_language_of_its_reader() {
        let asks = crate::obligation("art13-8b").unwrap();
        assert!(asks.asks_in(Language::German).contains("Unterstützungszeitraum"));
        assert_eq!(asks.asks_in(Language::English), asks.asks);
        assert_eq!(Class::ImportantII.name_in(Language::German), "wichtig, Klasse II");
        assert_eq!(Class::ImportantII.name_in(Language::English), "important-II");
        let weekly: Vec<String> = ROUTINES.iter().map(|one| one.does_in(Language::German).into()).collect();
        let distinct: BTreeSet<&String> = weekly.iter().collect();
        assert_eq!(distinct.len(), ROUTINES.len());
    }
}
