//! The structure tree: what reads the page aloud follows this, not the drawing.

use krilla::tagging::{Identifier, Node, Tag, TagGroup, TagKind, TagTree};
use proofmark_text::{Language, Text};

/// An element of the structure tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element(usize);

struct Entry {
    tag: TagKind,
    elements: Vec<Element>,
    drawn: Vec<Identifier>,
}

/// The structure tree while it grows: composing adds elements in reading order, painting adds to each what
/// was drawn for it. An element has nested elements or drawn content, never both, so that the order of the
/// one need not be held against the order of the other.
pub(super) struct Structure {
    entries: Vec<Entry>,
    /// The language of the paper; `None`: we do not speak it, and say our own words in English.
    spoken: Option<Language>,
}

impl Structure {
    /// A tree with its root alone.
    pub(super) fn new(spoken: Option<Language>) -> Self {
        Self { entries: vec![Entry::new(Tag::Part.into())], spoken }
    }

    /// The whole paper.
    pub(super) const ROOT: Element = Element(0);

    /// Adds an element as the last one nested in `parent`.
    pub(super) fn add(&mut self, parent: Element, tag: impl Into<TagKind>) -> Element {
        let element = Element(self.entries.len());
        self.entries.push(Entry::new(tag.into()));
        self.entries[parent.0].elements.push(element);
        element
    }

    /// Adds an element for words of ours, marked with their language where the paper has another.
    pub(super) fn add_own(&mut self, parent: Element, tag: impl Into<TagKind>) -> Element {
        let mut tag = tag.into();
        if self.spoken.is_none() {
            tag.set_lang(Some(Language::default().tag().to_owned()));
        }
        self.add(parent, tag)
    }

    /// Words of ours, in the language of such an element.
    pub(super) fn own_words(&self, words: &Text) -> String {
        words.in_language(self.spoken.unwrap_or_default())
    }

    /// Notes what was drawn for an element.
    pub(super) fn drew(&mut self, element: Element, identifier: Identifier) {
        self.entries[element.0].drawn.push(identifier);
    }

    /// The tree for krilla.
    pub(super) fn finish(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        tree.push(self.take(Self::ROOT));
        tree
    }

    fn take(&mut self, element: Element) -> TagGroup {
        let entry = &mut self.entries[element.0];
        let tag = entry.tag.clone();
        let nested = std::mem::take(&mut entry.elements);
        let mut children: Vec<Node> = std::mem::take(&mut entry.drawn).into_iter().map(Node::from).collect();
        children.extend(nested.into_iter().map(|nested| Node::from(self.take(nested))));
        TagGroup::with_children(tag, children)
    }
}

impl Entry {
    fn new(tag: TagKind) -> Self {
        Self { tag, elements: Vec::new(), drawn: Vec::new() }
    }
}
