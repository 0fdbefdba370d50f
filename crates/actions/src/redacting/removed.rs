//! What was taken out, with its place: said beside the document, never in it.

use proofmark_facts::{Party, PartyKind, RedactionPolicy};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use super::mentions::Mentions;
use super::public_address::is_kept_address;

/// Something that does not stand in the published document.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Removed {
    /// What the component is called in the original; empty for the document itself.
    pub of: String,
    /// Its reference in the original.
    pub reference: String,
    /// The member as the original's format names it; empty where the component as a whole went.
    pub member: String,
    /// Why it went.
    pub why: Text,
}

/// Takes out of one component, or of the document, and notes what.
pub(crate) struct Removing<'r> {
    pub(super) policy: &'r RedactionPolicy,
    pub(super) mentions: &'r Mentions,
    of: String,
    reference: String,
    list: &'r mut Vec<Removed>,
}

impl<'r> Removing<'r> {
    pub(crate) fn from(
        policy: &'r RedactionPolicy,
        mentions: &'r Mentions,
        (of, reference): (String, String),
        list: &'r mut Vec<Removed>,
    ) -> Self {
        Self { policy, mentions, of, reference, list }
    }

    pub(crate) fn note(&mut self, member: &str, why: Text) {
        let (of, reference) = (self.of.clone(), self.reference.clone());
        self.list.push(Removed { of, reference, member: member.to_owned(), why });
    }

    /// Takes a text where the policy does not keep its kind, or where it names what is withheld.
    pub(super) fn text(&mut self, member: &str, text: &mut Option<String>, is_kept: bool) {
        let Some(words) = text else { return };
        let why = match is_kept {
            false => text!("redact-not-kept"),
            true if self.mentions.are_in(words) => text!("redact-names-withheld"),
            true => return,
        };
        *text = None;
        self.note(member, why);
    }

    /// The same of an address.
    pub(super) fn address(&mut self, member: &str, url: &mut Option<String>) {
        let Some(written) = url else { return };
        if !self.is_kept_address(written) {
            *url = None;
            self.note(member, text!("redact-address"));
        }
    }

    pub(super) fn is_kept_address(&self, url: &str) -> bool {
        is_kept_address(self.policy, url) && !self.mentions.are_in(url)
    }

    /// Takes a person whole, and of an organisation its contacts and its addresses that are not kept.
    pub(super) fn party(&mut self, member: &str, party: &mut Option<Party>) {
        let Some(said) = party else { return };
        if !self.policy.keep.persons {
            // Where nothing says what it is, an address for mail tells a person.
            if said.kind == Some(PartyKind::Person) || said.name.contains('@') {
                *party = None;
                self.note(member, text!("redact-person"));
                return;
            }
            if !said.contacts.is_empty() {
                said.contacts.clear();
                self.note(&format!("{member}/contact"), text!("redact-person"));
            }
        }
        if self.mentions.are_in(&said.name) {
            *party = None;
            self.note(member, text!("redact-names-withheld"));
            return;
        }
        let before = said.urls.len();
        said.urls.retain(|url| is_kept_address(self.policy, url) && !self.mentions.are_in(url));
        let mentions = self.mentions;
        said.contacts.retain(|contact| {
            let words = [&contact.name, &contact.email, &contact.phone];
            !words.into_iter().flatten().any(|said| mentions.are_in(said))
        });
        if said.urls.len() < before {
            self.note(&format!("{member}/url"), text!("redact-address"));
        }
    }

    /// The same of several.
    pub(super) fn parties(&mut self, member: &str, parties: &mut Vec<Party>) {
        let all = std::mem::take(parties).into_iter();
        *parties = all
            .filter_map(|party| {
                let mut party = Some(party);
                self.party(member, &mut party);
                party
            })
            .collect();
    }
}
