//! Sections, and the table of contents that leads to them.

use std::collections::{HashMap, HashSet};

use maud::{Markup, html};
use proofmark_text::text;

use super::block::block;
use super::own_words::OwnWords;
use crate::legible::legible;
use crate::{Document, Section};

/// The `id` of every section, by its position: the anchor it asks for where nobody else has it.
pub(super) struct Anchors {
    by_position: HashMap<Vec<usize>, String>,
}

impl Anchors {
    /// Names every section of the document.
    pub(super) fn of(document: &Document) -> Self {
        let mut anchors = Self { by_position: HashMap::new() };
        let mut taken = HashSet::from(["content", "contents"].map(str::to_owned));
        for (at, section) in document.sections.iter().enumerate() {
            anchors.name(section, vec![at], &mut taken);
        }
        anchors
    }

    fn name(&mut self, section: &Section, position: Vec<usize>, taken: &mut HashSet<String>) {
        let numbers: Vec<String> = position.iter().map(|at| (at + 1).to_string()).collect();
        let fallback = format!("section-{}", numbers.join("."));
        let wished = section.anchor.as_deref().map(tidy).filter(|wished| !wished.is_empty());
        let mut name = wished.unwrap_or_else(|| fallback.clone());
        while taken.contains(&name) || taken.contains(&titled(&name)) {
            name = format!("{name}-{fallback}");
        }
        taken.extend([name.clone(), titled(&name)]);
        for (at, nested) in section.sections.iter().enumerate() {
            self.name(nested, [position.as_slice(), &[at]].concat(), taken);
        }
        self.by_position.insert(position, name);
    }

    fn get(&self, position: &[usize]) -> &str {
        self.by_position.get(position).map_or("", String::as_str)
    }
}

/// The `id` of the heading of a section.
fn titled(anchor: &str) -> String {
    format!("{anchor}-title")
}

fn tidy(anchor: &str) -> String {
    anchor.chars().map(|it| if it.is_alphanumeric() || matches!(it, '.' | '_') { it } else { '-' }).collect()
}

/// The table of contents, a landmark of its own.
pub(super) fn contents(own: &OwnWords, document: &Document, anchors: &Anchors) -> Markup {
    html! {
        nav aria-labelledby="contents" {
            h2 #contents { (own.say(&text!("documents-contents"))) }
            (entries(&document.sections, anchors, &[]))
        }
    }
}

fn entries(sections: &[Section], anchors: &Anchors, above: &[usize]) -> Markup {
    html! {
        @if !sections.is_empty() {
            ol {
                @for (at, section) in sections.iter().enumerate() {
                    @let position = [above, &[at]].concat();
                    li {
                        a href={ "#" (anchors.get(&position)) } { (title(section)) }
                        (entries(&section.sections, anchors, &position))
                    }
                }
            }
        }
    }
}

fn title(section: &Section) -> Markup {
    html! {
        @if let Some(number) = &section.number { span .number { (legible(number)) } " " }
        (legible(&section.title))
    }
}

/// A section with all that is nested in it.
pub(super) fn section(own: &OwnWords, content: &Section, anchors: &Anchors, position: &[usize]) -> Markup {
    let anchor = anchors.get(position);
    let heading = titled(anchor);
    html! {
        section id=(anchor) aria-labelledby=(heading) {
            (headline(content, &heading, position.len() + 1))
            @for content in &content.blocks { (block(own, content)) }
            @for (at, nested) in content.sections.iter().enumerate() {
                (section(own, nested, anchors, &[position, &[at]].concat()))
            }
        }
    }
}

fn headline(content: &Section, id: &str, level: usize) -> Markup {
    let title = title(content);
    html! {
        @match level {
            2 => h2 id=(id) { (title) },
            3 => h3 id=(id) { (title) },
            4 => h4 id=(id) { (title) },
            5 => h5 id=(id) { (title) },
            6 => h6 id=(id) { (title) },
            _ => div .h6 role="heading" aria-level=(level) id=(id) { (title) },
        }
        @if !content.cites.is_empty() {
            p .cites {
                @for (at, cited) in content.cites.iter().enumerate() {
                    @if at > 0 { " " }
                    span .cite { (legible(cited)) }
                }
            }
        }
    }
}
