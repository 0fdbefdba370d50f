//! A component of a release: what it is, how it came into the product, what is known about it.

use maud::{Markup, html};
use proofmark_facts::{Component, ComponentGraph, ComponentKind, FindingRow, FoundPaths, Placed};
use proofmark_text::{Text, text};

use super::component_tree::of_list;
use super::finding_rows::{finding_table, table_of};
use super::reader_of::reader_of;
use super::release_frame::{Framed, View, on_path};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{
    graph as graph_of, product as kept_product, release as kept_release, rows as rows_of, said,
};
use crate::link;
use crate::look::{Desk, Place, Reader, Shown, Station, Tone, badge, notice, page, path_picture, steps};
use crate::refusal::Refusal;

/// Paths that are shown.
const PATHS_SHOWN: usize = 6;

/// Neighbours that are listed.
const NEIGHBOURS_SHOWN: usize = 50;

struct Seen<'a> {
    framed: Framed<'a>,
    graph: &'a ComponentGraph,
    place: usize,
    component: &'a Component,
    findings: &'a [Placed<FindingRow>],
    /// Why nothing can be said about it, in the assessment's words.
    unchecked: Option<&'a str>,
}

/// The page.
pub(crate) fn component(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, _) = kept_product(call)?;
    let (release, version) = kept_release(call)?;
    let graph = graph_of(call, &product, &release)?;
    let place = of_list(call.name("place"), graph.as_deref())?;
    let nothing = || Refusal::new(404, text!("web-no-such-thing"));
    let graph = graph.ok_or_else(nothing)?;
    let component = graph.component(place).ok_or_else(nothing)?;
    let called = component.called();
    let rows = rows_of(call, &product, &release)?;
    let placed =
        |row: FindingRow| Placed { product: product.id.clone(), release: release.version.clone(), row };
    let findings: Vec<_> = rows.into_iter().filter(|row| row.component == called).map(placed).collect();
    // What cannot be read of the assessment is told where it is asked for; the component is shown without it.
    let said = said(call, &product, &release).ok();
    let unchecked = said.as_ref().and_then(|said| {
        let of_this = said.unchecked.iter().find(|one| one.component == called);
        of_this.map(|one| one.because.text.as_str())
    });
    let framed = Framed { product: &product, release: &release };
    let seen = Seen { framed, graph: &graph, place, component, findings: &findings, unchecked };
    Ok(Answer::page(shown(&reader_of(call), &seen)).version(version.to_string()))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let title = on_path(seen.graph, seen.place);
    let list = format!("{}/components", seen.framed.path(desk));
    let components = reader.say(&text!("web-components"));
    let body = html! {
        (seen.framed.way(reader, desk, &[(&components, list.clone())], &title))
        (seen.framed.head(reader, desk, View::Components, &title))
        @if let Some(because) = seen.unchecked {
            (notice(reader, Tone::Open, &text!("pictures-unchecked")))
            p .quiet lang="en" { (because) }
        }
        div .columns {
            (about(reader, seen))
            (neighbours(reader, seen, &list))
        }
        (ways(reader, seen))
        section .panel aria-labelledby="findings" {
            header { h2 #findings { (reader.say(&text!("web-place-findings"))) } }
            @if seen.findings.is_empty() { p .quiet { (reader.say(&text!("pictures-no-finding-here"))) } }
            @else { (finding_table(reader, desk, &table_of(seen.findings, false), None)) }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Portfolio), searched: "" }, &body)
}

fn about(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let component = seen.component;
    let purl = component.purl.as_ref().map(ToString::to_string);
    let rows: [(Text, Option<&str>); 5] = [
        (text!("web-column-version"), component.version.as_deref()),
        (text!("pictures-purl"), purl.as_deref()),
        (text!("pictures-cpe"), component.cpe.as_deref()),
        (text!("pictures-supplier"), component.supplier.as_deref()),
        (text!("pictures-reference"), Some(component.reference.as_str())),
    ];
    html! {
        section .panel aria-labelledby="about" {
            header {
                h2 #about { (reader.say(&kind_says(component.kind))) }
                @if component.own { (badge(Tone::Plain, &reader.say(&text!("pictures-own")))) }
            }
            dl .pairs {
                @for (name, value) in &rows {
                    dt { (reader.say(name)) }
                    dd {
                        @match value.filter(|value| !value.is_empty()) {
                            Some(value) => { code { (value) } }
                            None => { span .quiet { (reader.say(&text!("pictures-not-stated"))) } }
                        }
                    }
                }
                dt { (reader.say(&text!("web-column-licences"))) }
                dd {
                    @if component.licences.is_empty() { span .quiet { (reader.say(&text!("pictures-not-stated"))) } }
                    @for licence in &component.licences { code { (licence) } " " }
                }
                dt { (reader.say(&text!("pictures-hashes"))) }
                dd {
                    @if component.digests.is_empty() { span .quiet { (reader.say(&text!("pictures-not-stated"))) } }
                    @for (algorithm, value) in &component.digests {
                        div { span .quiet { (algorithm) " " } code { (value) } }
                    }
                }
            }
        }
    }
}

fn neighbours(reader: &Reader, seen: &Seen<'_>, list: &str) -> Markup {
    let sides = [
        ("above", text!("pictures-pulled-in-by"), seen.graph.above(seen.place)),
        ("below", text!("pictures-pulls-in"), seen.graph.below(seen.place)),
    ];
    html! {
        section .panel aria-labelledby="neighbours" {
            header {
                h2 #neighbours { (reader.say(&text!("pictures-neighbours"))) }
                a href=(link::with_query(list, &[("from", &seen.place.to_string())])) {
                    (reader.say(&text!("pictures-tree-below")))
                }
            }
            @for (id, says, places) in &sides {
                h3 id=(id) { (reader.say(says)) " " span .quiet { (places.len()) } }
                @if places.is_empty() { p .quiet { (reader.say(&text!("pictures-none"))) } }
                @else {
                    ul .plain-list aria-labelledby=(id) {
                        @for place in places.iter().take(NEIGHBOURS_SHOWN) {
                            li { a href=(format!("{list}/{place}")) { (on_path(seen.graph, *place)) } }
                        }
                        @if places.len() > NEIGHBOURS_SHOWN {
                            li .quiet { (reader.say(&text!("web-and-more", count = places.len() - NEIGHBOURS_SHOWN))) }
                        }
                    }
                }
            }
        }
    }
}

fn ways(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let found = seen.graph.paths_to(seen.place, PATHS_SHOWN);
    html! {
        section .panel aria-labelledby="ways" {
            header { h2 #ways { (reader.say(&text!("web-dependency-path"))) } }
            @if seen.graph.is_attached(seen.place) {
                (paths(reader, seen.graph, &found))
            } @else {
                p .quiet { (reader.say(&text!("pictures-not-attached"))) }
                p .hint { (reader.hint(&text!("pictures-loose"))) }
                @if found.paths.iter().any(|path| path.len() > 1) { (paths(reader, seen.graph, &found)) }
            }
        }
    }
}

/// The paths as a picture and in words, the shortest first.
pub(super) fn paths(reader: &Reader, graph: &ComponentGraph, found: &FoundPaths) -> Markup {
    let station = |place: usize| {
        let component = graph.component(place);
        Station {
            name: component.map(Component::full_name).unwrap_or_default(),
            version: component.and_then(|component| component.version.clone()).unwrap_or_default(),
        }
    };
    let alternative = reader.say(&text!("pictures-paths-alternative", count = found.paths.len()));
    html! {
        @if found.paths.iter().any(|path| path.len() > 1) {
            div .wide tabindex="0" role="region" aria-label=(alternative) {
                (path_picture(&alternative, &found.paths, &station))
            }
        }
        ol .ways aria-label=(reader.say(&text!("pictures-paths-in-words"))) {
            @for way in &found.paths {
                @let names: Vec<String> = way.iter().map(|place| on_path(graph, *place)).collect();
                li { (steps(&reader.say(&text!("web-dependency-path")), &names)) }
            }
        }
        @if found.more { p .quiet { (reader.say(&text!("pictures-more-paths"))) } }
    }
}

fn kind_says(kind: ComponentKind) -> Text {
    match kind {
        ComponentKind::Application => text!("pictures-kind-application"),
        ComponentKind::Framework => text!("pictures-kind-framework"),
        ComponentKind::Library => text!("pictures-kind-library"),
        ComponentKind::Container => text!("pictures-kind-container"),
        ComponentKind::Platform => text!("pictures-kind-platform"),
        ComponentKind::OperatingSystem => text!("pictures-kind-operating-system"),
        ComponentKind::Device => text!("pictures-kind-device"),
        ComponentKind::DeviceDriver => text!("pictures-kind-device-driver"),
        ComponentKind::Firmware => text!("pictures-kind-firmware"),
        ComponentKind::File => text!("pictures-kind-file"),
        ComponentKind::MachineLearningModel => text!("pictures-kind-model"),
        ComponentKind::Data => text!("pictures-kind-data"),
        ComponentKind::CryptographicAsset => text!("pictures-kind-cryptographic-asset"),
    }
}

/// A path's page of the desk: where a component is looked at.
pub(super) fn component_path(desk: &Desk, framed: Framed<'_>, place: usize) -> String {
    format!("{}/components/{place}", framed.path(desk))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_for_every_component() {
        let (product, release, graph) = (samples::product(), samples::release(), samples::graph());
        let framed = Framed { product: &product, release: &release };
        let findings = samples::findings().items;
        for reader in readers() {
            for place in 0..graph.len() {
                let component = graph.component(place).unwrap();
                let findings = if place == 3 { findings.as_slice() } else { &[] };
                let unchecked = (place == 4).then_some("nobody <b> knows");
                let seen = Seen { framed, graph: &graph, place, component, findings, unchecked };
                let page = shown(&reader, &seen);
                assert_sound(&page);
            }
        }
    }
}
