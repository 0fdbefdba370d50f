//! The components of a release: as a tree from the product down, and searched.

use std::collections::BTreeMap;

use maud::{Markup, html};
use proofmark_facts::{ComponentGraph, FindingRow};
use proofmark_text::text;

use super::reader_of::reader_of;
use super::release_frame::{Framed, View, on_path, open_findings};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{graph as graph_of, product as kept_product, release as kept_release, rows as rows_of};
use crate::link;
use crate::look::{
    Desk, Icon, Leaf, Place, Reader, Shown, Tone, Tree, badge, empty, page, pager, steps, tree,
};
use crate::parameter::whole;
use crate::refusal::Refusal;

/// Components a tree shows, and levels below the one it begins at.
const MOST: usize = 200;
const DEEPEST: u32 = 6;

/// Components outside the tree that are shown beside it.
const MOST_LOOSE: usize = 50;

/// Components a search shows at a time.
const MOST_FOUND: usize = 50;

struct Seen<'a> {
    framed: Framed<'a>,
    graph: Option<&'a ComponentGraph>,
    open: BTreeMap<&'a str, usize>,
    words: &'a str,
    from: Option<usize>,
    loose: bool,
    skip: usize,
}

/// The page.
pub(crate) fn component_tree(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, _) = kept_product(call)?;
    let (release, version) = kept_release(call)?;
    let graph = graph_of(call, &product, &release)?;
    let rows: Vec<FindingRow> = rows_of(call, &product, &release)?;
    let asked = |name: &str| call.asked.query.get(name).unwrap_or_default();
    let from = match asked("from") {
        "" => None,
        place => Some(of_list(place, graph.as_deref())?),
    };
    let words: String = asked("q").trim().chars().take(200).collect();
    let seen = Seen {
        framed: Framed { product: &product, release: &release },
        graph: graph.as_deref(),
        open: open_findings(&rows),
        words: &words,
        from,
        loose: asked("loose") == "true",
        skip: asked("skip").parse().unwrap_or_default(),
    };
    Ok(Answer::page(shown(&reader_of(call), &seen)).version(version.to_string()))
}

/// A place of the list, as an address names it.
pub(super) fn of_list(place: &str, graph: Option<&ComponentGraph>) -> Result<usize, Refusal> {
    let place = whole(place).and_then(|place| usize::try_from(place).ok());
    let place = place.filter(|place| graph.is_some_and(|graph| *place < graph.len()));
    place.ok_or_else(|| Refusal::new(404, text!("web-no-such-thing")))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let title = format!("{}: {}", seen.framed.title(), reader.say(&text!("web-components")));
    let here = reader.say(&text!("web-components"));
    let path = format!("{}/components", seen.framed.path(desk));
    let body = html! {
        (seen.framed.way(reader, desk, &[], &here))
        (seen.framed.head(reader, desk, View::Components, &title))
        @match seen.graph.filter(|graph| !graph.is_empty()) {
            None => { section .panel { (empty(reader, Icon::Findings, &text!("pictures-no-components"), &html! {})) } }
            Some(graph) => {
                (search_box(reader, seen, &path))
                @if seen.words.is_empty() { (trees(reader, desk, seen, graph, &path)) }
                @else { (found(reader, desk, seen, graph, &path)) }
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Portfolio), searched: "" }, &body)
}

fn search_box(reader: &Reader, seen: &Seen<'_>, path: &str) -> Markup {
    html! {
        form .panel .filters method="get" action=(path) role="search" aria-label=(reader.say(&text!("pictures-search-list"))) {
            div .field .grow {
                label for="words" { (reader.say(&text!("pictures-search-list"))) }
                input id="words" name="q" type="search" value=(seen.words) maxlength="200" aria-describedby="words-hint";
                p .hint #words-hint { (reader.hint(&text!("pictures-search-list"))) }
            }
            button type="submit" { (reader.say(&text!("web-search-label"))) }
            @if !seen.words.is_empty() { a .button href=(path) { (reader.say(&text!("pictures-back-to-tree"))) } }
        }
    }
}

fn trees(reader: &Reader, desk: &Desk, seen: &Seen<'_>, graph: &ComponentGraph, path: &str) -> Markup {
    let leaf = |place: usize| leaf(seen, desk, graph, place);
    if let Some(from) = seen.from {
        return below(reader, seen, graph, from, path, &leaf);
    }
    let subject = graph.sbom().subject.filter(|_| graph.roots().first() == graph.sbom().subject.as_ref());
    let loose = &graph.roots()[usize::from(subject.is_some())..];
    html! {
        @if let (Some(subject), false) = (subject, seen.loose) {
            @let branches = graph.excerpt(&[subject], MOST, DEEPEST);
            section .panel aria-labelledby="tree" {
                header {
                    h2 #tree { (reader.say(&text!("pictures-tree"))) }
                    span .quiet { (reader.count(graph.len() as u64)) }
                }
                p .hint { (reader.say(&text!("pictures-tree-hint"))) }
                (tree(reader, &Tree { name: "part", label: &reader.say(&text!("pictures-tree")), branches: &branches, leaf: &leaf }))
            }
        }
        @if !loose.is_empty() {
            @let rest = loose.get(seen.skip..).unwrap_or_default();
            @let most = if subject.is_none() || seen.loose { MOST } else { MOST_LOOSE };
            @let branches = graph.excerpt(&rest[..rest.len().min(most)], most, DEEPEST);
            @let next = (rest.len() > most).then(|| {
                let skip = (seen.skip + most).to_string();
                link::with_query(path, &[("loose", "true"), ("skip", &skip)])
            });
            section .panel aria-labelledby="loose" {
                @let says = if subject.is_some() { text!("pictures-loose") } else { text!("pictures-no-subject") };
                header { h2 #loose { (reader.say(&says)) } span .quiet { (reader.count(loose.len() as u64)) } }
                p .hint { (reader.hint(&says)) }
                (tree(reader, &Tree { name: "loose", label: &reader.say(&says), branches: &branches, leaf: &leaf }))
                (pager(reader, (seen.skip > 0).then_some(path), next.as_deref()))
            }
        }
    }
}

/// One component's part of the tree.
fn below(
    reader: &Reader,
    seen: &Seen<'_>,
    graph: &ComponentGraph,
    from: usize,
    path: &str,
    leaf: &dyn Fn(usize) -> Leaf,
) -> Markup {
    let rest = graph.below(from).get(seen.skip..).unwrap_or_default();
    let branches = graph.excerpt(&rest[..rest.len().min(MOST)], MOST, DEEPEST);
    let at = from.to_string();
    let first = link::with_query(path, &[("from", &at)]);
    let next = (rest.len() > MOST)
        .then(|| link::with_query(path, &[("from", &at), ("skip", &(seen.skip + MOST).to_string())]));
    let name = on_path(graph, from);
    let label = reader.say(&text!("pictures-below", name = &name));
    html! {
        section .panel aria-labelledby="tree" {
            header {
                h2 #tree { (label) }
                a href=(path) { (reader.say(&text!("pictures-back-to-tree"))) }
            }
            @for way in graph.paths_to(from, 1).paths {
                @let names: Vec<String> = way.iter().map(|place| on_path(graph, *place)).collect();
                (steps(&reader.say(&text!("web-dependency-path")), &names))
            }
            @if branches.is_empty() { p .quiet { (reader.say(&text!("pictures-nothing-below"))) } }
            @else { (tree(reader, &Tree { name: "part", label: &label, branches: &branches, leaf })) }
            (pager(reader, (seen.skip > 0).then_some(first.as_str()), next.as_deref()))
        }
    }
}

fn leaf(seen: &Seen<'_>, desk: &Desk, graph: &ComponentGraph, place: usize) -> Leaf {
    let Some(component) = graph.component(place) else { return Leaf::default() };
    let path = format!("{}/components", seen.framed.path(desk));
    let at = place.to_string();
    Leaf {
        name: component.full_name(),
        version: component.version.clone().unwrap_or_default(),
        link: format!("{path}/{at}"),
        below: link::with_query(&path, &[("from", &at)]),
        findings: seen.open.get(component.called().as_str()).copied().unwrap_or_default(),
        own: component.own,
    }
}

fn found(reader: &Reader, desk: &Desk, seen: &Seen<'_>, graph: &ComponentGraph, path: &str) -> Markup {
    let all: Vec<usize> = graph.holding(seen.words).collect();
    let page: Vec<usize> = all.iter().skip(seen.skip).take(MOST_FOUND).copied().collect();
    let next = (all.len() > seen.skip.saturating_add(MOST_FOUND)).then(|| {
        let skip = (seen.skip + MOST_FOUND).to_string();
        link::with_query(path, &[("q", seen.words), ("skip", &skip)])
    });
    let first = (seen.skip > 0).then(|| link::with_query(path, &[("q", seen.words)]));
    html! {
        section .panel aria-labelledby="found" {
            header { h2 #found role="status" { (reader.say(&text!("pictures-found", count = all.len()))) } }
            @if page.is_empty() {
                p .quiet { (reader.say(&text!("web-no-match"))) }
            } @else {
                div .wide tabindex="0" role="region" aria-labelledby="found" {
                    table .stacked data-keys {
                        thead { tr {
                            th scope="col" { (reader.say(&text!("web-column-component"))) }
                            th scope="col" { (reader.say(&text!("web-column-version"))) }
                            th scope="col" { (reader.say(&text!("web-column-licences"))) }
                            th scope="col" { (reader.say(&text!("web-dependency-path"))) }
                        } }
                        tbody { @for place in page { (row(reader, desk, seen, graph, place)) } }
                    }
                }
            }
            (pager(reader, first.as_deref(), next.as_deref()))
        }
    }
}

fn row(reader: &Reader, desk: &Desk, seen: &Seen<'_>, graph: &ComponentGraph, place: usize) -> Markup {
    let Some(component) = graph.component(place) else { return html! {} };
    let about = leaf(seen, desk, graph, place);
    let way = graph.paths_to(place, 1).paths.into_iter().next().unwrap_or_default();
    let names: Vec<String> = way.iter().map(|place| on_path(graph, *place)).collect();
    html! {
        tr {
            th scope="row" {
                a href=(about.link) { (about.name) }
                @if about.findings > 0 { " " (badge(Tone::Bad, &reader.say(&text!("pictures-findings-here", count = about.findings)))) }
                @if let Some(purl) = &component.purl { span .below .quiet .mono { (purl) } }
            }
            td data-label=(reader.say(&text!("web-column-version"))) { (about.version) }
            td data-label=(reader.say(&text!("web-column-licences"))) { (component.licences.join(", ")) }
            td {
                @if graph.is_attached(place) { (steps(&reader.say(&text!("web-dependency-path")), &names)) }
                @else { span .quiet { (reader.say(&text!("pictures-not-attached"))) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_as_a_tree_and_as_a_search() {
        let (product, release) = (samples::product(), samples::release());
        let (graph, flat) = (samples::graph(), samples::flat_graph(300));
        let framed = Framed { product: &product, release: &release };
        let open: BTreeMap<&str, usize> = [("pkg:npm/left-pad@1.1.0", 2)].into();
        for reader in readers() {
            for (graph, words, from, skip) in [
                (Some(&graph), "", None, 0),
                (Some(&graph), "", Some(1), 0),
                (Some(&graph), "", Some(3), 500),
                (Some(&graph), "<b>", None, 0),
                (Some(&graph), "nothing like it", None, 0),
                (Some(&flat), "", None, 0),
                (Some(&flat), "part", None, 50),
                (None, "", None, 0),
            ] {
                let seen = Seen { framed, graph, open: open.clone(), words, from, loose: false, skip };
                assert_sound(&shown(&reader, &seen));
            }
        }
    }

    #[test]
    fn shared_parts_and_circles_are_said() {
        let (product, release, graph) = (samples::product(), samples::release(), samples::graph());
        let framed = Framed { product: &product, release: &release };
        let seen = Seen {
            framed,
            graph: Some(&graph),
            open: [].into(),
            words: "",
            from: None,
            loose: false,
            skip: 0,
        };
        let page = shown(&readers()[0], &seen).0;
        assert!(page.contains("href=\"#part-3\""), "{page}");
        assert!(page.contains("pulls in what pulls it in"), "{page}");
        assert!(page.contains("Not connected to the product"), "{page}");
    }
}
