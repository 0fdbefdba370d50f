//! A whole JSON document in memory, for small documents of which much is asked: a member that stands twice is refused, as two
//! readers could choose differently between the two.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    /// `null`, a truth value or a number that is no count.
    Other,
    /// A number without fraction and sign.
    Count(u64),
    /// A text.
    Words(String),
    /// A list.
    List(Vec<Tree>),
    /// An object, its members in their order.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The member of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(member, _)| member == name).map(|(_, value)| value)
    }

    /// The value behind these names, one in the other.
    pub(crate) fn at(&self, names: &[&str]) -> Option<&Self> {
        names.iter().try_fold(self, |value, name| value.get(name))
    }

    /// The text of the member of this name, if it is one that says something.
    pub(crate) fn words(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_words()
    }

    /// The same as a text of one's own.
    pub(crate) fn own(&self, name: &str) -> Option<String> {
        self.words(name).map(str::to_owned)
    }

    /// The text, if it is one that says something.
    pub(crate) fn as_words(&self) -> Option<&str> {
        match self {
            Self::Words(words) => Some(words.as_str()).filter(|words| !words.trim().is_empty()),
            _ => None,
        }
    }

    /// The elements of the member of this name; none where it is no list.
    pub(crate) fn list(&self, name: &str) -> &[Self] {
        self.get(name).map_or(&[], Self::elements)
    }

    /// The elements; none where it is no list.
    pub(crate) fn elements(&self) -> &[Self] {
        match self {
            Self::List(elements) => elements,
            _ => &[],
        }
    }

    /// The members of the object of this name, in their order.
    pub(crate) fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The texts of a list, or the text alone where a writer leaves the brackets out.
    pub(crate) fn all_words(&self, name: &str) -> Vec<&str> {
        match self.get(name) {
            Some(Self::List(elements)) => elements.iter().filter_map(Self::as_words).collect(),
            Some(one) => one.as_words().into_iter().collect(),
            None => Vec::new(),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Tree;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Words(text.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Count(number))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Tree, A::Error> {
        let mut kept = Vec::new();
        while let Some(element) = elements.next_element()? {
            kept.push(element);
        }
        Ok(Tree::List(kept))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Tree, A::Error> {
        let (mut kept, mut names) = (Vec::new(), std::collections::HashSet::new());
        while let Some((name, value)) = members.next_entry::<String, Tree>()? {
            if !names.insert(name.clone()) {
                return Err(A::Error::custom("a member stands twice in one object"));
            }
            kept.push((name, value));
        }
        Ok(Tree::Object(kept))
    }
}
