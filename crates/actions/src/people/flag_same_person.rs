//! Says that two accounts are one person's.

use proofmark_access::Account;
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::answer_for::check_answers_for;
use super::errand::{Errand, about_account};
use super::members::INSTALLATION;
use super::register_passkey::no_program;
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_nouns};

/// Says that two accounts are one person's: where two people are needed, they are one from then on, also under what waits.
///
/// It takes nobody's duties away and gives none, so one person says it alone and at once.
pub fn flag_same_person(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    name: &str,
    other: &str,
) -> Result<(), ActionError> {
    no_program(errand)?;
    let kept = check_answers_for(store, errand, name)?;
    let other = check_answers_for(store, errand, other)?;
    let person = other.noun.person().to_owned();
    // Whoever is already flagged as this person goes along: three accounts of one person are one, whatever the order.
    let before = kept.noun.person().to_owned();
    if before == person {
        return Err(ActionError::Moved(text!("access-same-person-already")));
    }
    let same = |account: &KeptNoun<Account>| account.noun.person() == before;
    let flagged = |account: &KeptNoun<Account>| {
        let (same_person_as, same_person_since) = (Some(person.clone()), Some(errand.at));
        account.replaced_by(&Account { same_person_as, same_person_since, ..account.noun.clone() })
    };
    let all = kept_nouns::<Account>(store, INSTALLATION)?;
    let records = all.iter().filter(|account| same(account)).map(flagged).collect();
    errand.deed(INSTALLATION, &about_account(name), "flag-same-person").keep(store, records)
}
