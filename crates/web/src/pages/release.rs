//! A release: what stands in its way, its findings over time, its components, the lists it came with.

use jiff::Timestamp;
use maud::{Markup, html};
use proofmark_actions::Looked;
use proofmark_facts::{
    Artefact, ComponentRow, FindingRow, Page, Placed, ProductRecord, ReleaseRecord, known_exploited,
    known_findings,
};
use proofmark_law::Block;
use proofmark_text::{Text, text};

use super::finding_rows::{finding_table, table_of};
use super::reader_of::reader_of;
use super::release_frame::{Framed, View, finding_path};
use super::words::{day, gate_says, instant};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{ComponentsAsked, FindingsAsked, components, findings};
use crate::desk::{looked_at, product as kept_product, release as kept_release, rows as rows_of, shipped};
use crate::limit::Limit;
use crate::link;
use crate::look::{
    Bar, Desk, Figure, Place, Reader, Shown, Tone, badge, bars, crumbs, curve, figures, known_figure, legend,
    none_open, page, pager, steps,
};
use crate::refusal::Refusal;

/// Blocks that are named; the findings list has the rest.
const BLOCKS_SHOWN: usize = 12;

/// Artefacts that are listed.
const ARTEFACTS_SHOWN: usize = 100;

struct Seen<'a> {
    product: &'a ProductRecord,
    release: &'a ReleaseRecord,
    looked: Option<&'a Looked>,
    findings: &'a Page<Placed<FindingRow>>,
    rows: &'a [FindingRow],
    components: &'a Page<Placed<ComponentRow>>,
    shipped: &'a [Artefact],
    named: &'a str,
    now: Timestamp,
}

/// The page.
pub(crate) fn release(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, _) = kept_product(call)?;
    let (release, version) = kept_release(call)?;
    let looked = looked_at(call, Some(&release.version)).ok();
    let of_release = |after: Option<&str>| {
        (Some(product.id.clone()), Some(release.version.clone()), after.map(str::to_owned))
    };
    let (of_product, version_of, after) = of_release(call.asked.query.get("findings-after"));
    let asked = FindingsAsked {
        product: of_product,
        release: version_of,
        after,
        open: Some(true),
        limit: Some(Limit::at_most(25)),
        ..FindingsAsked::default()
    };
    let list = findings(call, &asked)?;
    let named = call.asked.query.get("named").unwrap_or_default();
    let (of_product, version_of, after) = of_release(call.asked.query.get("after"));
    let asked = ComponentsAsked {
        product: of_product,
        release: version_of,
        after,
        named: (!named.is_empty()).then(|| named.to_owned()),
        limit: Some(Limit::at_most(25)),
        ..ComponentsAsked::default()
    };
    let parts = components(call, &asked)?;
    let rows = rows_of(call, &product, &release)?;
    let seen = Seen {
        product: &product,
        release: &release,
        looked: looked.as_deref(),
        findings: &list,
        rows: &rows,
        components: &parts,
        shipped: &shipped(call, &product, &release)?,
        named,
        now: call.now,
    };
    Ok(Answer::page(shown(&reader_of(call), &seen)).version(version.to_string()))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let product = link::path(&["o", &desk.id, "products", &seen.product.id]);
    let path = format!("{product}{}", link::path(&["releases", &seen.release.version]));
    let (tone, gate) = gate_says(Some(seen.release.gate));
    let title = format!("{} {}", seen.product.name, seen.release.version);
    let portfolio = reader.say(&text!("web-place-portfolio"));
    let way = [(portfolio.as_str(), Place::Portfolio.path(desk)), (seen.product.name.as_str(), product)];
    let body = html! {
        (crumbs(reader, &way, &seen.release.version))
        div .head {
            div .row { h1 { (title) } (badge(tone, &reader.say(&gate))) }
            (Framed { product: seen.product, release: seen.release }.views(reader, desk, View::Standing))
            p .lead {
                (reader.say(&text!("web-assessed", version = &seen.release.version, at = instant(seen.release.assessed_at))))
            }
        }
        (figures(&amounts(reader, seen.release)))
        @if let Some(looked) = seen.looked { (in_the_way(reader, desk, seen, looked)) }
        @if !seen.rows.is_empty() {
            div .columns { (over_time(reader, seen)) (ages(reader, seen)) }
        }
        section .panel aria-labelledby="findings" {
            header { h2 #findings { (reader.say(&text!("web-open-findings"))) } }
            @if seen.findings.items.is_empty() {
                p { (none_open(reader, known_findings(seen.release.looked_for.as_ref(), 0))) }
            } @else {
                (finding_table(reader, desk, &table_of(&seen.findings.items, false), None))
            }
            @let next = seen.findings.next.as_deref().map(|after| link::with_query(&path, &[("findings-after", after)]));
            (pager(reader, None, next.as_deref()))
        }
        (parts(reader, seen, &path))
        div .columns { (receipts(reader, seen.release)) (artefacts(reader, seen.shipped)) }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Portfolio), searched: "" }, &body)
}

fn amounts(reader: &Reader, release: &ReleaseRecord) -> Vec<Figure> {
    let (of, looked) = (&release.findings, release.looked_for.as_ref());
    let found = |count: u64, label: Text, tone: Tone| {
        known_figure(reader, known_findings(looked, count), &label, tone)
    };
    let plain = |count: u64, label: Text, tone: Tone| Figure {
        number: reader.count(count),
        label: reader.say(&label),
        tone,
        link: None,
    };
    let (components, severe) = (release.component_rows.count, of.critical + of.high);
    let mut figures = vec![
        plain(components, text!("web-figure-components", count = components), Tone::Plain),
        found(of.open(), text!("web-figure-open", count = of.open()), Tone::Open),
        found(severe, text!("web-figure-severe", count = severe), Tone::Bad),
        known_figure(
            reader,
            known_exploited(looked, of.exploited),
            &text!("web-figure-exploited", count = of.exploited),
            Tone::Bad,
        ),
        found(of.undecided, text!("web-figure-undecided", count = of.undecided), Tone::Open),
    ];
    if let Some(unchecked) = looked.map(|looked| looked.unchecked).filter(|unchecked| *unchecked > 0) {
        figures.push(plain(unchecked, text!("overview-figure-unchecked", count = unchecked), Tone::Open));
    }
    figures
}

/// What keeps the gate closed, each with the way it came into the product.
fn in_the_way(reader: &Reader, desk: &Desk, seen: &Seen<'_>, looked: &Looked) -> Markup {
    let assessment = &looked.assessment;
    let blocks = &assessment.gate.blocked_by;
    let way = |block: &Block| {
        let found = assessment.findings.iter().find(|finding| {
            Some(&finding.vulnerability.id) == block.vulnerability.as_ref()
                && Some(&finding.component) == block.component.as_ref()
        });
        found.map(|finding| finding.path.clone()).filter(|path| path.len() > 1)
    };
    html! {
        @if assessment.gate_is_asked && !blocks.is_empty() {
            section .panel aria-labelledby="gate" {
                header {
                    h2 #gate { (reader.say(&text!("web-in-the-way"))) }
                    span .quiet { (reader.count(looked.blocks as u64)) }
                }
                ul .plain-list {
                    @for block in blocks.iter().take(BLOCKS_SHOWN) {
                        li {
                            @if let (Some(component), Some(vulnerability)) = (&block.component, &block.vulnerability) {
                                a href=(finding_path(desk, &seen.product.id, &seen.release.version, component, vulnerability)) {
                                    (vulnerability)
                                }
                                " "
                            }
                            (reader.say(&block.reason.says)) " " span .cite { (block.reason.cites.in_language(reader.language())) }
                            @if let Some(path) = way(block) {
                                (steps(&reader.say(&text!("web-dependency-path")), &path))
                            }
                        }
                    }
                }
                @if looked.blocks > BLOCKS_SHOWN {
                    p .quiet { (reader.say(&text!("web-and-more", count = looked.blocks - BLOCKS_SHOWN))) }
                }
            }
        }
    }
}

/// How many findings were open, from the first to now.
fn over_time(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let mut turns: Vec<(Timestamp, bool)> = Vec::new();
    for row in seen.rows {
        turns.push((row.opened_at, true));
        turns.extend(row.closed_at.map(|at| (at, false)));
    }
    turns.sort();
    let first = turns.first().map_or(seen.now, |(at, _)| *at);
    let whole = (seen.now.as_second() - first.as_second()).max(1);
    let (mut open, mut points): (u64, Vec<(u64, u64)>) = (0, Vec::new());
    for (at, opens) in turns {
        open = if opens { open + 1 } else { open.saturating_sub(1) };
        let place = ((at.as_second() - first.as_second()) * 1000 / whole).clamp(0, 1000).unsigned_abs();
        match points.last_mut() {
            Some(last) if last.0 == place => last.1 = open,
            _ => points.push((place, open)),
        }
    }
    let alternative = text!("web-over-time-alternative", from = day(first), to = day(seen.now), count = open);
    html! {
        section .panel aria-labelledby="over-time" {
            header { h2 #over-time { (reader.say(&text!("web-over-time"))) } }
            (curve(&reader.say(&alternative), &points, &day(first), &day(seen.now)))
        }
    }
}

/// How long what is open has been open.
fn ages(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let days = |row: &FindingRow| (seen.now.as_second() - row.opened_at.as_second()).max(0) / 86_400;
    let steps = [
        (0, 7, text!("web-age-week")),
        (7, 30, text!("web-age-month")),
        (30, 90, text!("web-age-quarter")),
        (90, 365, text!("web-age-year")),
        (365, i64::MAX, text!("web-age-older")),
    ];
    let open: Vec<&FindingRow> = seen.rows.iter().filter(|row| row.closed_at.is_none()).collect();
    let rows: Vec<Bar> = steps
        .iter()
        .map(|(from, to, name)| {
            let within = open.iter().filter(|row| (*from..*to).contains(&days(row)));
            let (unresolved, resolved): (Vec<&&FindingRow>, Vec<_>) = within.partition(|row| row.unresolved);
            Bar {
                label: reader.say(name),
                link: None,
                parts: vec![
                    (Tone::Bad, reader.say(&text!("web-unresolved")), unresolved.len() as u64),
                    (Tone::Good, reader.say(&text!("web-resolved")), resolved.len() as u64),
                ],
            }
        })
        .collect();
    let title = reader.say(&text!("web-ages"));
    html! {
        section .panel aria-labelledby="ages" {
            header { h2 #ages { (title) } }
            (bars(&title, &rows, true))
            (legend(&[
                (Tone::Bad, reader.say(&text!("web-unresolved"))),
                (Tone::Good, reader.say(&text!("web-resolved"))),
            ]))
        }
    }
}

fn parts(reader: &Reader, seen: &Seen<'_>, path: &str) -> Markup {
    let list = &seen.components.items;
    html! {
        section .panel aria-labelledby="components" {
            header {
                h2 #components { (reader.say(&text!("web-components"))) }
                form .filters method="get" action=(format!("{path}#components")) {
                    div .field {
                        label for="named" { (reader.say(&text!("web-filter-named"))) }
                        input id="named" name="named" type="search" value=(seen.named);
                    }
                    button type="submit" { (reader.say(&text!("web-filter-apply"))) }
                }
            }
            p { a href=(format!("{path}/components")) { (reader.say(&text!("pictures-see-tree"))) } }
            @if list.is_empty() {
                p .quiet { (reader.say(&text!("web-no-match"))) }
            } @else {
                div .wide tabindex="0" role="region" aria-labelledby="components" {
                    table .stacked {
                        thead { tr {
                            th scope="col" { (reader.say(&text!("web-column-component"))) }
                            th scope="col" { (reader.say(&text!("web-column-version"))) }
                            th scope="col" { (reader.say(&text!("web-column-licences"))) }
                            th scope="col" { (reader.say(&text!("web-column-named-by"))) }
                        } }
                        tbody {
                            @for Placed { row, .. } in list {
                                tr {
                                    th scope="row" { a href=(format!("{path}/components/{}", row.place)) { (row.name) } span .below .quiet .mono { (row.purl) } }
                                    td { (row.version) }
                                    td { (row.licences) }
                                    td { @if row.top_level { (reader.say(&text!("web-named-by-product"))) } }
                                }
                            }
                        }
                    }
                }
            }
            @let next = seen.components.next.as_deref().map(|after| {
                link::with_query(path, &[("named", seen.named), ("after", after)]) + "#components"
            });
            (pager(reader, None, next.as_deref()))
        }
    }
}

fn receipts(reader: &Reader, release: &ReleaseRecord) -> Markup {
    html! {
        section .panel aria-labelledby="sboms" {
            header { h2 #sboms { (reader.say(&text!("web-sboms"))) } }
            @if release.sboms.is_empty() { p .quiet { (reader.say(&text!("web-no-sbom"))) } }
            ul .plain-list {
                @for (place, receipt) in release.sboms.iter().enumerate().rev() {
                    li {
                        code { (receipt.name) } " "
                        @if place + 1 == release.sboms.len() { (badge(Tone::Good, &reader.say(&text!("web-sbom-counts")))) }
                        @else { (badge(Tone::Plain, &reader.say(&text!("web-sbom-superseded")))) }
                        span .below {
                            (reader.say(&text!("web-received", at = instant(receipt.received_at), by = &receipt.received_from)))
                        }
                        span .below .quiet .mono { (receipt.sha256) }
                    }
                }
            }
        }
    }
}

fn artefacts(reader: &Reader, shipped: &[Artefact]) -> Markup {
    html! {
        section .panel aria-labelledby="shipped" {
            header {
                h2 #shipped { (reader.say(&text!("pictures-shipped"))) }
                span .quiet { (reader.count(shipped.len() as u64)) }
            }
            @if shipped.is_empty() {
                p .quiet { (reader.say(&text!("pictures-nothing-shipped"))) }
                p .hint { (reader.hint(&text!("pictures-nothing-shipped"))) }
            }
            ul .plain-list {
                @for artefact in shipped.iter().take(ARTEFACTS_SHOWN) {
                    li {
                        code { (artefact.name) }
                        @if let Some(sha256) = &artefact.sha256 { span .below .quiet .mono { (sha256) } }
                    }
                }
                @if shipped.len() > ARTEFACTS_SHOWN {
                    li .quiet { (reader.say(&text!("web-and-more", count = shipped.len() - ARTEFACTS_SHOWN))) }
                }
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
    fn the_page_is_sound() {
        let (product, release, assessed) = (samples::product(), samples::release(), crate::pages::assessed());
        let looked = Looked { assessment: assessed.assessment, blocks: 60, lasts: true, dossier_bytes: 0 };
        let (findings, components) = (samples::findings(), samples::components());
        let rows: Vec<FindingRow> = findings.items.iter().map(|placed| placed.row.clone()).collect();
        for reader in readers() {
            let seen = Seen {
                product: &product,
                release: &release,
                looked: Some(&looked),
                findings: &findings,
                rows: &rows,
                components: &components,
                shipped: &[Artefact { name: "firmware <b>.img".into(), sha256: None }],
                named: "\"<x>",
                now: samples::now(),
            };
            assert_sound(&shown(&reader, &seen));
        }
    }
}
