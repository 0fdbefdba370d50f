//! Who stands behind a component or a document about components.

/// A person, an organisation or a tool.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Party {
    /// What they are, where it is said.
    pub kind: Option<PartyKind>,
    /// Their name; empty where only a way to reach them is said.
    pub name: String,
    /// Addresses of pages.
    pub urls: Vec<String>,
    /// Whom to reach there, and how.
    pub contacts: Vec<ReachedBy>,
}

/// What a party is (SPDX 2.3 section 6.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartyKind {
    /// A natural person.
    Person,
    /// A legal person, or an association of persons.
    Organisation,
    /// A program.
    Tool,
}

/// One way to reach a party.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ReachedBy {
    /// Who answers there.
    pub name: Option<String>,
    /// Electronic mail.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

impl Party {
    /// A party of which only the name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The first address of electronic mail.
    pub fn email(&self) -> Option<&str> {
        self.contacts.iter().find_map(|contact| contact.email.as_deref())
    }
}
