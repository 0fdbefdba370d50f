//! A tree of components: what pulls in what, folded and unfolded without a script.

use maud::{Markup, html};
use proofmark_facts::{Branch, Shown};
use proofmark_text::text;

use super::badge::{Tone, badge};
use super::reader::Reader;

/// What the tree says of a component.
#[derive(Debug, Clone, Default)]
pub(crate) struct Leaf {
    /// Its name.
    pub(crate) name: String,
    /// Its version; empty where there is none.
    pub(crate) version: String,
    /// Where it is looked at.
    pub(crate) link: String,
    /// Where what it pulls in is looked at.
    pub(crate) below: String,
    /// How many findings are open in it.
    pub(crate) findings: usize,
    /// Made by the makers of the product.
    pub(crate) own: bool,
}

/// Levels that are unfolded when the page opens.
const UNFOLDED: usize = 2;

/// A tree of a page.
pub(crate) struct Tree<'a> {
    /// What its places on the page are called: other than those of the page's other trees.
    pub(crate) name: &'a str,
    /// What it shows, in words.
    pub(crate) label: &'a str,
    /// Its branches.
    pub(crate) branches: &'a [Branch],
    /// What is said of the component at a place.
    pub(crate) leaf: &'a dyn Fn(usize) -> Leaf,
}

/// The branches, each with its leaf.
pub(crate) fn tree(reader: &Reader, tree: &Tree<'_>) -> Markup {
    html! { ul .tree aria-label=(tree.label) { @for one in tree.branches { (branch(reader, tree, one, 0)) } } }
}

fn branch(reader: &Reader, tree: &Tree<'_>, one: &Branch, level: usize) -> Markup {
    let about = (tree.leaf)(one.place);
    let more = || {
        html! {
            li { a href=(about.below) {
                (reader.say(&text!("pictures-more-below", count = one.hidden, name = &about.name)))
            } }
        }
    };
    html! {
        li {
            // The link stands beside what unfolds, not in it: one is inside the other for nobody who listens.
            span .leaf id=[here(tree, one)] { (named(reader, tree, &about, one)) }
            @if !one.below.is_empty() {
                details open[level < UNFOLDED] {
                    summary {
                        span .hidden { (reader.say(&text!("pictures-pulls-in"))) ": " (about.name) " " (about.version) }
                    }
                    ul {
                        @for below in &one.below { (branch(reader, tree, below, level + 1)) }
                        @if one.hidden > 0 { (more()) }
                    }
                }
            } @else if one.hidden > 0 {
                ul { (more()) }
            }
        }
    }
}

/// A component is unfolded once, so this names one place on the page.
fn here(tree: &Tree<'_>, one: &Branch) -> Option<String> {
    (one.shown == Shown::Here).then(|| format!("{}-{}", tree.name, one.place))
}

fn named(reader: &Reader, tree: &Tree<'_>, about: &Leaf, one: &Branch) -> Markup {
    html! {
        a href=(about.link) { (about.name) }
        @if !about.version.is_empty() { " " span .quiet { (about.version) } }
        @if about.own { " " (badge(Tone::Plain, &reader.say(&text!("pictures-own")))) }
        @if about.findings > 0 {
            " " (badge(Tone::Bad, &reader.say(&text!("pictures-findings-here", count = about.findings))))
        }
        @match one.shown {
            Shown::Here => {}
            Shown::Elsewhere => {
                " " a .quiet href=(format!("#{}-{}", tree.name, one.place)) {
                    (reader.say(&text!("pictures-shown-elsewhere")))
                    span .hidden { ": " (about.name) " " (about.version) }
                }
            }
            Shown::Circle => { " " span .quiet { (reader.say(&text!("pictures-circle"))) } }
        }
    }
}
