//! Persons, organisations and tools as SPDX 2 writes them: `Organization: Example (mail@example.com)` (SPDX 2.3 section 6.8).

use proofmark_facts::{Party, PartyKind, ReachedBy};

/// The words for what a party is.
const ROLES: [(&str, PartyKind); 3] =
    [("Person", PartyKind::Person), ("Organization", PartyKind::Organisation), ("Tool", PartyKind::Tool)];

/// The party, unless nobody is named.
pub(super) fn party(written: &str) -> Option<Party> {
    let written = written.trim();
    if matches!(written, "" | "NOASSERTION" | "NONE") {
        return None;
    }
    let role = written.split_once(':').and_then(|(role, rest)| {
        ROLES.iter().find(|(word, _)| *word == role.trim()).map(|(_, kind)| (*kind, rest.trim()))
    });
    let (kind, named) = role.map_or((None, written), |(kind, named)| (Some(kind), named));
    let reached = named.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let reached = reached.filter(|(_, mail)| mail.contains('@'));
    let (name, mail) =
        reached.map_or((named, None), |(name, mail)| (name.trim(), Some(mail.trim().to_owned())));
    let contacts = mail.map(|email| ReachedBy { email: Some(email), ..ReachedBy::default() });
    Some(Party { kind, name: name.to_owned(), urls: Vec::new(), contacts: contacts.into_iter().collect() })
}

/// The party in SPDX's words; one of which it is not known what it is counts as an organisation.
pub(super) fn party_written(party: &Party) -> String {
    let kind = party.kind.unwrap_or(PartyKind::Organisation);
    let role = ROLES.iter().find(|(_, known)| *known == kind).map_or("Organization", |(word, _)| word);
    let only_contact = || party.contacts.iter().find_map(|contact| contact.name.as_deref());
    let name = Some(party.name.as_str()).filter(|name| !name.is_empty()).or_else(only_contact);
    match (name, party.email()) {
        (Some(name), Some(mail)) => format!("{role}: {name} ({mail})"),
        (Some(name), None) => format!("{role}: {name}"),
        (None, Some(mail)) => format!("{role}: {mail} ({mail})"),
        (None, None) => match party.urls.first() {
            Some(url) => format!("{role}: {url}"),
            None => "NOASSERTION".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_named_is_written_as_it_was() {
        for written in ["Person: Jane Doe (jane@example.com)", "Organization: A (B) Ltd", "Tool: spdx-1.0"] {
            assert_eq!(party_written(&party(written).unwrap()), written);
        }
        let jane = party("Person:Jane Doe(jane@example.com)").unwrap();
        assert_eq!((jane.kind, jane.name.as_str()), (Some(PartyKind::Person), "Jane Doe"));
        assert_eq!(jane.email(), Some("jane@example.com"));
        assert_eq!(party("NOASSERTION"), None);
        assert_eq!(party("Jane").unwrap().kind, None);
    }
}
