//! What changed from one release to another: gate, components, findings, dossier.

use maud::{Markup, html};
use proofmark_actions::{
    ComponentTurn, ComponentTurns, DepthTurn, FindingTurn, Listed, ReleaseChanges, StatedTurn,
};
use proofmark_facts::{GateAnswer, ReleaseRecord};
use proofmark_text::{Text, text};

use super::files::key_changes;
use super::reader_of::reader_of;
use super::release_frame::{Framed, View, finding_path, release_path};
use super::words::{gate_says, score_says, status_says};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{
    ChangesAsked, PageAsked, changes as changes_of, product as kept_product, release as kept_release,
    releases,
};
use crate::limit::Limit;
use crate::look::{Desk, Figure, Icon, Place, Reader, Shown, Tone, badge, empty, figures, page, select};
use crate::refusal::Refusal;

/// Releases one can choose among.
const CHOICES: usize = 100;

struct Seen<'a> {
    framed: Framed<'a>,
    changes: Option<&'a ReleaseChanges>,
    others: &'a [ReleaseRecord],
}

/// The page.
pub(crate) fn changes(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, _) = kept_product(call)?;
    let (release, version) = kept_release(call)?;
    let asked: ChangesAsked = call.query()?;
    let changes = changes_of(call, &product, &release, &asked)?;
    let list = releases(call, &product.id, &PageAsked { after: None, limit: Some(Limit::at_most(CHOICES)) })?;
    let others: Vec<ReleaseRecord> =
        list.items.into_iter().filter(|other| other.version != release.version).collect();
    let framed = Framed { product: &product, release: &release };
    let seen = Seen { framed, changes: changes.as_ref(), others: &others };
    Ok(Answer::page(shown(&reader_of(call), &seen)).version(version.to_string()))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let here = reader.say(&text!("pictures-view-changes"));
    let title = format!("{}: {here}", seen.framed.title());
    let body = html! {
        (seen.framed.way(reader, desk, &[], &here))
        (seen.framed.head(reader, desk, View::Changes, &title))
        @match seen.changes {
            None => { section .panel { (empty(reader, Icon::Ledger, &text!("pictures-first-release"), &html! {})) } }
            Some(changes) => { (told(reader, desk, seen, changes)) }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Portfolio), searched: "" }, &body)
}

fn told(reader: &Reader, desk: &Desk, seen: &Seen<'_>, changes: &ReleaseChanges) -> Markup {
    html! {
        (beside(reader, desk, seen, changes))
        (figures(&amounts(reader, changes)))
        div .columns {
            (gate(reader, changes))
            (dossier(reader, desk, seen, changes))
        }
        (findings(reader, desk, seen, changes))
        @match &changes.components {
            None => {
                section .panel aria-labelledby="components" {
                    header { h2 #components { (reader.say(&text!("web-components"))) } }
                    p .quiet { (reader.say(&text!("pictures-no-list-to-compare"))) }
                }
            }
            Some(components) => { (component_lists(reader, desk, seen, changes, components)) }
        }
        @if changes.dossier.changes.count > 0 {
            section .panel aria-labelledby="keys" {
                header {
                    h2 #keys { (reader.say(&text!("pictures-dossier-keys"))) }
                    span .quiet { (changes.dossier.changes.count) }
                }
                (key_changes(reader, &changes.dossier.changes.items, "keys"))
                (cut_short(reader, &changes.dossier.changes))
            }
        }
    }
}

/// Which release it is laid beside, why that one, and another to choose.
fn beside(reader: &Reader, desk: &Desk, seen: &Seen<'_>, changes: &ReleaseChanges) -> Markup {
    let choices: Vec<(&str, String)> =
        seen.others.iter().map(|other| (other.version.as_str(), other.version.clone())).collect();
    let earlier = release_path(desk, &changes.product, &changes.since);
    html! {
        section .panel aria-labelledby="beside" {
            header {
                h2 #beside {
                    (reader.say(&text!("pictures-since", since = &changes.since)))
                }
                a href=(earlier) { (reader.say(&text!("pictures-see-release", release = &changes.since))) }
            }
            p .hint { (reader.say(&text!("pictures-since-order"))) }
            @if choices.len() > 1 {
                form .filters method="get" data-filters {
                    (select("since", &reader.say(&text!("pictures-since-choose")), &choices, &changes.since))
                    button type="submit" { (reader.say(&text!("pictures-compare"))) }
                }
            }
        }
    }
}

fn amounts(reader: &Reader, changes: &ReleaseChanges) -> Vec<Figure> {
    let figure = |count: u64, label: Text, tone: Tone, link: &str| Figure {
        number: reader.count(count),
        label: reader.say(&label),
        tone: if count == 0 { Tone::Plain } else { tone },
        link: (count > 0).then(|| format!("#{link}")),
    };
    let of = &changes.findings;
    let mut figures = vec![
        figure(of.appeared.count, text!("pictures-appeared"), Tone::Bad, "appeared"),
        figure(of.disappeared.count, text!("pictures-disappeared"), Tone::Good, "disappeared"),
        figure(of.decided.count, text!("pictures-decided"), Tone::Plain, "decided"),
    ];
    if let Some(components) = &changes.components {
        let moved = components.upgraded.count + components.downgraded.count + components.otherwise.count;
        figures.extend([
            figure(components.added.count, text!("pictures-added"), Tone::Plain, "components"),
            figure(components.removed.count, text!("pictures-removed"), Tone::Plain, "components"),
            figure(moved, text!("pictures-moved"), Tone::Plain, "components"),
        ]);
    }
    figures
}

fn gate(reader: &Reader, changes: &ReleaseChanges) -> Markup {
    let one = |answer: GateAnswer| {
        let (tone, says) = gate_says(Some(answer));
        badge(tone, &reader.say(&says))
    };
    html! {
        section .panel aria-labelledby="gates" {
            header { h2 #gates { (reader.say(&text!("web-column-gate"))) } }
            dl .pairs {
                dt { (changes.since) } dd { (one(changes.gate.before)) }
                dt { (changes.release) } dd { (one(changes.gate.after)) }
            }
            p .hint { (reader.say(&text!("pictures-as-known-today"))) }
        }
    }
}

fn dossier(reader: &Reader, desk: &Desk, seen: &Seen<'_>, changes: &ReleaseChanges) -> Markup {
    let revision = |number: Option<u64>| {
        let product = crate::link::path(&["o", &desk.id, "products", &seen.framed.product.id]);
        html! {
            @match number {
                Some(number) => {
                    a href=(format!("{product}/dossier/{number}")) {
                        (reader.say(&text!("web-revision", number = number)))
                    }
                }
                None => { span .quiet { (reader.say(&text!("pictures-not-stated"))) } }
            }
        }
    };
    html! {
        section .panel aria-labelledby="dossiers" {
            header { h2 #dossiers { (reader.say(&text!("pictures-dossier"))) } }
            dl .pairs {
                dt { (changes.since) } dd { (revision(changes.dossier.before)) }
                dt { (changes.release) } dd { (revision(changes.dossier.after)) }
            }
            p .quiet {
                @if changes.dossier.changes.count == 0 { (reader.say(&text!("web-no-changes"))) }
                @else { a href="#keys" { (reader.say(&text!("pictures-keys-differ", count = changes.dossier.changes.count))) } }
            }
        }
    }
}

fn findings(reader: &Reader, desk: &Desk, seen: &Seen<'_>, changes: &ReleaseChanges) -> Markup {
    let of = &changes.findings;
    let (now, then) = (changes.release.as_str(), changes.since.as_str());
    let lists = [
        ("appeared", text!("pictures-appeared"), &of.appeared, now),
        ("disappeared", text!("pictures-disappeared"), &of.disappeared, then),
        ("decided", text!("pictures-decided"), &of.decided, now),
    ];
    html! {
        section .panel aria-labelledby="turns" {
            header {
                h2 #turns { (reader.say(&text!("web-place-findings"))) }
                span .quiet { (reader.say(&text!("pictures-stayed", count = of.stayed))) }
            }
            @for (id, says, list, version) in lists {
                @if list.count > 0 {
                    h3 id=(id) { (reader.say(&says)) " " span .quiet { (list.count) } }
                    ul .plain-list aria-labelledby=(id) {
                        @for turn in &list.items { li { (finding(reader, desk, seen, turn, version)) } }
                    }
                    (cut_short(reader, list))
                }
            }
            @if of.appeared.count + of.disappeared.count + of.decided.count == 0 {
                p .quiet { (reader.say(&text!("pictures-nothing-changed"))) }
            }
        }
    }
}

fn finding(reader: &Reader, desk: &Desk, seen: &Seen<'_>, turn: &FindingTurn, version: &str) -> Markup {
    let (class, score) = score_says(reader, turn.score);
    let path = finding_path(desk, &seen.framed.product.id, version, &turn.component, &turn.vulnerability);
    html! {
        span .tally { span class=(class) { (score) } } " "
        a href=(path) { (turn.vulnerability) } " " code { (turn.component) }
        @if turn.exploited { " " (badge(Tone::Bad, &reader.say(&text!("web-exploited")))) }
        @if let Some((tone, says)) = status_says(&turn.status) { " " (badge(tone, &reader.say(&says))) }
        @if let Some(says) = gone_says(&turn.because) { span .below .quiet { (reader.say(&says)) } }
        @if !turn.summary.is_empty() { span .below .quiet { (turn.summary) } }
    }
}

/// Why a finding is no longer there.
fn gone_says(because: &str) -> Option<Text> {
    match because {
        "component-gone" => Some(text!("pictures-gone-component")),
        "other-version" => Some(text!("pictures-gone-version")),
        "not-listed" => Some(text!("pictures-gone-not-listed")),
        _ => None,
    }
}

fn component_lists(
    reader: &Reader,
    desk: &Desk,
    seen: &Seen<'_>,
    changes: &ReleaseChanges,
    components: &ComponentTurns,
) -> Markup {
    let (now, then) = (changes.release.as_str(), changes.since.as_str());
    let lists = [
        ("added", text!("pictures-added"), &components.added, now),
        ("removed", text!("pictures-removed"), &components.removed, then),
        ("upgraded", text!("pictures-upgraded"), &components.upgraded, now),
        ("downgraded", text!("pictures-downgraded"), &components.downgraded, now),
        ("otherwise", text!("pictures-otherwise"), &components.otherwise, now),
    ];
    let stated = [
        ("relicensed", text!("pictures-relicensed"), &components.relicensed),
        ("resupplied", text!("pictures-resupplied"), &components.resupplied),
    ];
    let none = lists.iter().all(|(_, _, list, _)| list.count == 0)
        && stated.iter().all(|(_, _, list)| list.count == 0)
        && components.moved.count == 0;
    html! {
        section .panel aria-labelledby="components" {
            header { h2 #components { (reader.say(&text!("web-components"))) } }
            @if none { p .quiet { (reader.say(&text!("pictures-nothing-changed"))) } }
            @for (id, says, list, version) in lists {
                @if list.count > 0 {
                    @let hint = reader.hint(&says);
                    details open[list.count <= 20] {
                        summary { h3 id=(id) { (reader.say(&says)) " " span .quiet { (list.count) } } }
                        @if !hint.is_empty() { p .hint { (hint) } }
                        ul .plain-list aria-labelledby=(id) {
                            @for turn in &list.items { li { (component(reader, desk, seen, turn, version)) } }
                        }
                        (cut_short(reader, list))
                    }
                }
            }
            (entries(reader, "moved", &text!("pictures-nearer-or-farther"), &components.moved, |turn: &DepthTurn| {
                let link = component_path(desk, seen, now, turn.place);
                html! {
                    a .mono href=(link) { (turn.package) }
                    span .below { (steps_say(reader, turn.from)) " → " (steps_say(reader, turn.to)) }
                }
            }))
            @for (id, says, list) in stated {
                (entries(reader, id, &says, list, |turn: &StatedTurn| {
                    let link = component_path(desk, seen, now, turn.place);
                    html! {
                        a .mono href=(link) { (turn.package) }
                        span .below { (turn.from.join(", ")) " → " (turn.to.join(", ")) }
                    }
                }))
            }
        }
    }
}

/// A list that can be folded, an entry a line.
fn entries<T>(
    reader: &Reader,
    id: &str,
    says: &Text,
    list: &Listed<T>,
    entry: impl Fn(&T) -> Markup,
) -> Markup {
    html! {
        @if list.count > 0 {
            details open[list.count <= 20] {
                summary { h3 id=(id) { (reader.say(says)) " " span .quiet { (list.count) } } }
                ul .plain-list aria-labelledby=(id) { @for turn in &list.items { li { (entry(turn)) } } }
                (cut_short(reader, list))
            }
        }
    }
}

/// How far from the product a component is.
fn steps_say(reader: &Reader, steps: Option<u32>) -> String {
    reader.say(&match steps {
        None => text!("quality-diff-loose"),
        Some(1) => text!("pictures-direct"),
        Some(steps) => text!("quality-diff-steps", count = steps),
    })
}

fn component_path(desk: &Desk, seen: &Seen<'_>, version: &str, place: usize) -> String {
    format!("{}/components/{place}", release_path(desk, &seen.framed.product.id, version))
}

fn component(reader: &Reader, desk: &Desk, seen: &Seen<'_>, turn: &ComponentTurn, version: &str) -> Markup {
    let path = component_path(desk, seen, version, turn.place);
    html! {
        a .mono href=(path) { (turn.package) }
        @if turn.direct { " " (badge(Tone::Plain, &reader.say(&text!("pictures-direct")))) }
        span .below {
            @if !turn.from.is_empty() { code { (turn.from.join(", ")) } }
            @if !turn.from.is_empty() && !turn.to.is_empty() { " → " }
            @if !turn.to.is_empty() { code { (turn.to.join(", ")) } }
        }
    }
}

fn cut_short<T>(reader: &Reader, list: &Listed<T>) -> Markup {
    let more = list.count.saturating_sub(list.items.len() as u64);
    html! { @if more > 0 { p .quiet { (reader.say(&text!("web-and-more", count = more))) } } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_with_changes_and_without_an_earlier_release() {
        let (product, release) = (samples::product(), samples::release());
        let changes = samples::changes();
        let others = [samples::release(), ReleaseRecord { version: "0.8 <b>".into(), ..samples::release() }];
        let framed = Framed { product: &product, release: &release };
        let bare = ReleaseChanges { components: None, ..changes.clone() };
        for reader in readers() {
            for changes in [Some(&changes), Some(&bare), None] {
                let seen = Seen { framed, changes, others: &others };
                assert_sound(&shown(&reader, &seen));
            }
        }
    }
}
