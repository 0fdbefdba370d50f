//! A finding: what it does to the gate, where in the product it is, and the form to decide.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_actions::{DecisionOrigin, ReleaseOrder, finding_history, finding_in_the_way, kept_advisory};
use proofmark_facts::{Finding, FindingRow, Placed};
use proofmark_text::text;

use super::component::{component_path, paths};
use super::finding_claims::claims;
use super::finding_declared::{declared, proposed};
use super::finding_facts::facts;
use super::finding_past::history;
use super::finding_rows::chosen_value;
use super::finding_seen::Seen;
use super::finding_triage::triage;
use super::finding_why::why;
use super::findings::decision_form;
use super::reader_of::reader_of;
use super::release_frame::{Framed, View};
use super::words::{closed_says, instant, status_says};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{
    graph as graph_of, product as kept_product, release as kept_release, rows as rows_of, said, standings,
};
use crate::look::{Desk, Place, Reader, Shown, Tone, badge, notice, page, steps};
use crate::refusal::Refusal;

/// Paths that are shown.
const PATHS_SHOWN: usize = 4;

/// Advisories whose own text is looked for.
const MOST_TEXTS: usize = 12;

/// The page.
pub(crate) fn finding(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, _) = kept_product(call)?;
    let (release, version) = kept_release(call)?;
    let (component, vulnerability) =
        (call.name("component").to_owned(), call.name("vulnerability").to_owned());
    let rows = rows_of(call, &product, &release)?;
    let mut rows: Vec<FindingRow> = rows
        .into_iter()
        .filter(|row| row.component == component && row.vulnerability == vulnerability)
        .collect();
    rows.sort_by_key(|row| row.opened_at);
    let row = rows.pop().ok_or_else(|| Refusal::new(404, text!("web-no-such-thing")))?;
    let placed = Placed { product: product.id.clone(), release: release.version.clone(), row };
    let said = said(call, &product, &release).ok();
    let finding = said.as_deref().and_then(|said| said.of(&component, &vulnerability));
    let actor = call.actor();
    let order = ReleaseOrder {
        change: call.change(&actor),
        operator: call.operator(),
        product: &product,
        release: &release,
    };
    let mut names = vec![vulnerability.as_str()];
    names.extend(finding.iter().flat_map(|finding| &finding.vulnerability.aliases).map(String::as_str));
    let history = finding_history(&order, &names, &component, &*call.store)?;
    let mut texts = Vec::new();
    for id in advisories(finding, &vulnerability).into_iter().take(MOST_TEXTS) {
        texts.extend(kept_advisory(&order, id, &*call.store)?);
    }
    let graph = graph_of(call, &product, &release).ok().flatten();
    let blocks = finding.map(|finding| finding_in_the_way(finding, call.today())).unwrap_or_default();
    let origins = standings(call, std::slice::from_ref(&placed))?;
    let seen = Seen {
        framed: Framed { product: &product, release: &release },
        row: &placed,
        finding,
        blocks: &blocks,
        graph: graph.as_deref(),
        texts: &texts,
        history: &history,
        earlier: &rows,
        may_decide: may(&actor, Right::ProposeDecision, call.operator(), Some(&product.id)).is_ok(),
        of_dossier: origins.values().any(|origin| matches!(origin, DecisionOrigin::Dossier { .. })),
        decided: call.asked.query.get("decided").and_then(|count| count.parse().ok()),
        today: call.today(),
    };
    Ok(Answer::page(shown(&reader_of(call), &seen)).version(version.to_string()))
}

/// The advisories it was matched by, each once; the vulnerability's own name first.
fn advisories<'a>(finding: Option<&'a Finding>, vulnerability: &'a str) -> Vec<&'a str> {
    let known = finding.map(|finding| &finding.vulnerability);
    let matched = known.iter().flat_map(|known| &known.matched_by).map(|matched| matched.advisory.as_str());
    let aliases = known.iter().flat_map(|known| &known.aliases).map(String::as_str);
    let mut ids: Vec<&str> = Vec::new();
    for id in std::iter::once(vulnerability).chain(matched).chain(aliases) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let row = &seen.row.row;
    let title = format!("{}: {}", row.vulnerability, row.component);
    let findings = reader.say(&text!("web-place-findings"));
    let list = crate::link::with_query(
        &Place::Findings.path(desk),
        &[("product", &seen.row.product), ("release", &seen.row.release)],
    );
    let open = row.closed_at.is_none();
    let body = html! {
        (seen.framed.way(reader, desk, &[(&findings, list)], &row.vulnerability))
        (head(reader, desk, seen))
        @if let Some(count) = seen.decided { (notice(reader, Tone::Good, &text!("web-decided", count = count))) }
        (gate(reader, seen))
        div .columns { (facts(reader, seen)) (place(reader, desk, seen)) }
        (triage(reader, seen.finding))
        (declared(reader, seen.finding))
        (why(reader, seen))
        (claims(reader, seen))
        (history(reader, seen))
        @if seen.may_decide && open && seen.of_dossier {
            p .hint {
                (reader.say(&text!("web-decided-in-dossier"))) " "
                a href=(crate::link::path(&["o", &desk.id, "products", &seen.row.product, "decisions"])) {
                    (reader.say(&text!("desk-decisions")))
                }
            }
        } @else if seen.may_decide && open {
            (decision_form(reader, desk, &html! {
                input type="hidden" name="finding" value=(chosen_value(seen.row));
            }, proposed(seen.finding).as_ref()))
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Findings), searched: "" }, &body)
}

fn head(reader: &Reader, desk: &Desk, seen: &Seen<'_>) -> Markup {
    let row = &seen.row.row;
    html! {
        div .head {
            div .row {
                h1 { (row.vulnerability) }
                @match status_says(&row.status) {
                    Some((tone, says)) => (badge(tone, &reader.say(&says))),
                    None if row.closed_at.is_some() => (badge(Tone::Plain, &reader.say(&text!("web-closed")))),
                    None => (badge(Tone::Open, &reader.say(&text!("web-undecided")))),
                }
            }
            (seen.framed.views(reader, desk, View::Standing))
            p .lead { code { (row.component) } }
            @if !row.summary.is_empty() { p .lead { (row.summary) } }
        }
    }
}

/// What it does to the gate, and why.
fn gate(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let row = &seen.row.row;
    html! {
        @if let Some(closed) = row.closed_at {
            (notice(reader, Tone::Plain, &text!("pictures-closed-since", at = instant(closed), because = closed_says(&row.closed_because))))
        } @else if seen.blocks.is_empty() {
            @if seen.finding.is_some() { (notice(reader, Tone::Good, &text!("pictures-not-in-the-way"))) }
        } @else {
            section .panel aria-labelledby="gate" {
                header { h2 #gate { (reader.say(&text!("pictures-in-the-way"))) } (badge(Tone::Bad, &reader.say(&text!("web-gate-closed")))) }
                ul .plain-list {
                    @for block in seen.blocks {
                        li {
                            (reader.say(&block.reason.says)) " " span .cite { (block.reason.cites.in_language(reader.language())) }
                            @if let Some(says) = &block.exploited_somewhere { span .below .quiet { (reader.say(says)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Where it is in the product.
fn place(reader: &Reader, desk: &Desk, seen: &Seen<'_>) -> Markup {
    let component = &seen.row.row.component;
    let places: Vec<usize> = seen
        .graph
        .map(|graph| {
            (0..graph.len())
                .filter(|place| graph.component(*place).is_some_and(|one| one.called() == *component))
                .collect()
        })
        .unwrap_or_default();
    html! {
        section .panel aria-labelledby="where" {
            header {
                h2 #where { (reader.say(&text!("web-dependency-path"))) }
                @if let Some(place) = places.first() {
                    a href=(component_path(desk, seen.framed, *place)) { (reader.say(&text!("pictures-see-component"))) }
                }
            }
            @match (seen.graph, places.first()) {
                (Some(graph), Some(place)) if graph.is_attached(*place) => {
                    (paths(reader, graph, &graph.paths_to(*place, PATHS_SHOWN)))
                    @if places.len() > 1 {
                        p .quiet { (reader.say(&text!("pictures-listed-often", count = places.len()))) }
                    }
                }
                (Some(_), Some(_)) => { p .quiet { (reader.say(&text!("pictures-not-attached"))) } }
                _ => {
                    @match seen.finding.filter(|finding| !finding.path.is_empty()) {
                        Some(finding) => (steps(&reader.say(&text!("web-dependency-path")), &finding.path)),
                        None => { p .quiet { (reader.say(&text!("pictures-component-not-listed"))) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proofmark_actions::FindingStep;
    use proofmark_facts::DecisionStatus;

    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    fn sample_history() -> Vec<FindingStep> {
        ["decide-findings", "withdraw-decision", "propose", "approve", "refuse", "withdraw", "submit"]
            .into_iter()
            .map(|action| FindingStep {
                at: samples::now(),
                by: "ben <b>".into(),
                action: action.into(),
                status: Some(DecisionStatus::NotAffected),
                because: Some("it never runs <script>".into()),
                line: Some(7),
            })
            .collect()
    }

    /// A finding with nothing beside it: no history, no graph, nobody who may decide.
    fn bare<'a>(framed: Framed<'a>, row: &'a Placed<FindingRow>, finding: &'a Finding) -> Seen<'a> {
        Seen {
            framed,
            row,
            finding: Some(finding),
            blocks: &[],
            graph: None,
            texts: &[],
            history: &[],
            earlier: &[],
            may_decide: false,
            of_dossier: false,
            decided: None,
            today: jiff::civil::date(2028, 2, 1),
        }
    }

    #[test]
    fn the_page_is_sound_open_and_closed_known_and_forgotten() {
        let (product, release, graph) = (samples::product(), samples::release(), samples::graph());
        let finding = samples::finding();
        let blocks = finding_in_the_way(&finding, jiff::civil::date(2028, 2, 1));
        assert_eq!(blocks.len(), 1);
        let (history, texts) = (sample_history(), [samples::advisory()]);
        let rows = samples::findings().items;
        let earlier = [rows[3].row.clone()];
        for reader in readers() {
            for (row, finding, may_decide) in
                [(&rows[0], Some(&finding), true), (&rows[3], None, true), (&rows[4], None, false)]
            {
                let seen = Seen {
                    framed: Framed { product: &product, release: &release },
                    row,
                    finding,
                    blocks: if finding.is_some() { &blocks } else { &[] },
                    graph: may_decide.then_some(&graph),
                    texts: &texts,
                    history: &history,
                    earlier: &earlier,
                    may_decide,
                    of_dossier: false,
                    decided: Some(1),
                    today: jiff::civil::date(2028, 2, 1),
                };
                assert_sound(&shown(&reader, &seen));
            }
        }
    }

    #[test]
    fn exploited_somewhere_is_never_said_of_the_product() {
        let (product, release, finding) = (samples::product(), samples::release(), samples::finding());
        let row = &samples::findings().items[0];
        let seen = bare(Framed { product: &product, release: &release }, row, &finding);
        let page = shown(&readers()[0], &seen).0;
        assert!(page.contains("exploited somewhere"), "{page}");
        assert!(page.contains("says nothing about whether anybody exploits it in this product"), "{page}");
    }

    #[test]
    fn each_source_speaks_for_itself_and_a_contradiction_stands_above_them() {
        let (product, release, rows) = (samples::product(), samples::release(), samples::findings().items);
        let page_of = |reader: &Reader, finding: &Finding| {
            let seen = bare(Framed { product: &product, release: &release }, &rows[0], finding);
            let page = shown(reader, &seen);
            assert_sound(&page);
            page.0
        };
        let mut finding = samples::finding();
        for reader in readers() {
            let page = page_of(&reader, &finding);
            for shown in [
                "CISA-ADP",
                "2028-01-02",
                "Exploitation: active",
                "CWE-79",
                "CVSS:3.1/AV:?",
                "mitre &lt;b&gt;",
            ] {
                assert!(page.contains(shown), "{shown}: {page}");
            }
        }
        let says = "Sources contradict each other";
        assert!(page_of(&readers()[0], &finding).contains(says));
        finding.vulnerability.claims.retain(|claim| claim.state.stands());
        assert!(!page_of(&readers()[0], &finding).contains(says));
    }

    #[test]
    fn what_the_dossier_decides_is_not_decided_here_and_a_declared_fix_never_looks_proven() {
        let (product, release) = (samples::product(), samples::release());
        let mut placed = samples::findings().items[0].clone();
        placed.row.status = "fixed".into();
        for reader in readers() {
            for of_dossier in [true, false] {
                let seen = Seen {
                    framed: Framed { product: &product, release: &release },
                    row: &placed,
                    finding: None,
                    blocks: &[],
                    graph: None,
                    texts: &[],
                    history: &[],
                    earlier: &[],
                    may_decide: true,
                    of_dossier,
                    decided: None,
                    today: jiff::civil::date(2028, 2, 1),
                };
                let page = shown(&reader, &seen);
                assert_sound(&page);
                assert_eq!(page.0.contains("id=\"decide\""), !of_dossier, "{}", page.0);
                assert_eq!(page.0.contains("products/gateway/decisions"), of_dossier, "{}", page.0);
                assert!(!page.0.contains("badge good"), "{}", page.0);
            }
        }
    }
}
