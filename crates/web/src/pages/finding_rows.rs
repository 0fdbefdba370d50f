//! The rows of findings, as every list of them shows them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::match_confidence::match_confidence;
use super::product_frame::product_path;
use super::release_frame::finding_path;
use super::webhook_forms::seen_version;
use super::words::{day, score_says, status_says};
use crate::desk::Standings;
use crate::link;
use crate::look::{Desk, Reader, Tone, badge, hidden, steps};
use maud::{Markup, html};
use proofmark_actions::{DecisionOrigin, KeptFindings};
use proofmark_facts::{FindingRow, MatchConfidence, MatchRule, Placed, Sha256, Triage};
use proofmark_text::text;

/// Advisories a row names.
const MATCHES_SHOWN: usize = 4;

/// How the field begins that holds a reason for one row alone.
pub(super) const BECAUSE_ALONE: &str = "because ";

/// A list of findings.
pub(super) struct FindingTable<'a> {
    rows: &'a [Placed<FindingRow>],
    /// Whether the rows are of several products.
    of_many: bool,
    /// What was said of them, by product and release.
    said: Option<&'a SaidOfMany>,
    /// Where the decisions stand, as far as the reader may do something about them.
    standings: Option<&'a Standings>,
}

/// What the last assessments of releases said of their findings, by product and release.
pub(super) type SaidOfMany = BTreeMap<(String, String), Arc<KeptFindings>>;

impl<'a> FindingTable<'a> {
    /// With why each is there, as far as that is known here.
    pub(super) fn with(self, said: &'a SaidOfMany) -> Self {
        Self { said: Some(said), ..self }
    }
}

/// A list of these.
pub(super) fn table_of(rows: &[Placed<FindingRow>], of_many: bool) -> FindingTable<'_> {
    FindingTable { rows, of_many, said: None, standings: None }
}

impl<'a> FindingTable<'a> {
    /// With where each decision stands: what the dossier says is not offered to be decided here.
    pub(super) fn standing(self, standings: &'a Standings) -> Self {
        Self { standings: Some(standings), ..self }
    }

    fn origin(&self, found: &Placed<FindingRow>) -> Option<&'a DecisionOrigin> {
        let (vulnerability, component) = (found.row.vulnerability.clone(), found.row.component.clone());
        self.standings?.get(&(found.product.clone(), vulnerability, component))
    }
}

/// The table; with the id of a form, each row can be chosen for it.
pub(super) fn finding_table(
    reader: &Reader,
    desk: &Desk,
    table: &FindingTable<'_>,
    chosen_for: Option<&str>,
) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-label=(reader.say(&text!("web-place-findings"))) {
            table .stacked data-keys {
                thead { tr {
                    @if chosen_for.is_some() { th .pick scope="col" { span .hidden { (reader.say(&text!("web-choose"))) } } }
                    th scope="col" { (reader.say(&text!("web-column-vulnerability"))) }
                    th scope="col" { (reader.say(&text!("web-column-component"))) }
                    @if table.of_many { th scope="col" { (reader.say(&text!("web-column-product"))) } }
                    th scope="col" .end { (reader.say(&text!("web-column-score"))) }
                    th scope="col" .end { (reader.say(&text!("web-column-epss"))) }
                    th scope="col" { (reader.say(&text!("web-column-decision"))) }
                    th scope="col" { (reader.say(&text!("web-column-since"))) }
                } }
                tbody {
                    @for (number, group) in grouped(table.rows).iter().enumerate() {
                        (row(reader, desk, table, group, number, chosen_for))
                    }
                }
            }
        }
    }
}

/// The rows of one finding in several releases of a product as one: what is decided on it holds for all of them. Where
/// they stand differently, each stands for itself.
fn grouped(rows: &[Placed<FindingRow>]) -> Vec<Vec<&Placed<FindingRow>>> {
    let alike = |one: &Placed<FindingRow>, other: &Placed<FindingRow>| {
        let stands = |found: &Placed<FindingRow>| (found.row.unresolved, found.row.closed_at.is_some());
        (&one.product, &one.row.component, &one.row.vulnerability, &one.row.status)
            == (&other.product, &other.row.component, &other.row.vulnerability, &other.row.status)
            && stands(one) == stands(other)
    };
    let mut groups: Vec<Vec<&Placed<FindingRow>>> = Vec::new();
    for row in rows {
        match groups.iter_mut().find(|group| alike(group[0], row)) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// The product, and each release the finding is in with the finding's page there.
fn releases(reader: &Reader, desk: &Desk, group: &[&Placed<FindingRow>]) -> Markup {
    let to = |found: &Placed<FindingRow>| {
        let row = &found.row;
        finding_path(desk, &found.product, &found.release, &row.component, &row.vulnerability)
    };
    html! {
        @if let Some(first) = group.first() {
            a href=(product_path(desk, &first.product)) { (first.product) }
            @if group.len() > 1 {
                span .below .quiet { (reader.say(&text!("overview-in-releases", count = group.len()))) }
            }
            span .below {
                @for found in group { a href=(to(found)) { (found.release) } " " }
            }
        }
    }
}

fn row(
    reader: &Reader,
    desk: &Desk,
    table: &FindingTable<'_>,
    group: &[&Placed<FindingRow>],
    number: usize,
    chosen_for: Option<&str>,
) -> Markup {
    let Some(found) = group.first() else { return html! {} };
    let finding = &found.row;
    let path = finding_path(desk, &found.product, &found.release, &finding.component, &finding.vulnerability);
    let origin = table.origin(found);
    let of_dossier = matches!(origin, Some(DecisionOrigin::Dossier { .. }));
    let (class, score) = score_says(reader, finding.score);
    html! {
        tr {
            @if let Some(form) = chosen_for {
                td .pick {
                    @if !of_dossier {
                    input type="checkbox" name="finding" form=(form) value=(chosen_value(found))
                        aria-label=(reader.say(&text!("web-choose-this", vulnerability = &finding.vulnerability, component = &finding.component)));
                    }
                }
            }
            th scope="row" {
                a href=(path) data-open { (finding.vulnerability) }
                @if finding.exploited { " " (badge(Tone::Bad, &reader.say(&text!("web-exploited")))) }
                @if !finding.summary.is_empty() { span .below .quiet .summary { (finding.summary) } }
                (why(reader, table, found, number, chosen_for.filter(|_| !of_dossier)))
            }
            td {
                code { (finding.component) }
                @if !finding.fixed_in.is_empty() {
                    span .below { (reader.say(&text!("web-fixed-in", versions = finding.fixed_in.replace(',', ", ")))) }
                }
            }
            @if table.of_many { td { (releases(reader, desk, group)) } }
            td .end data-label=(reader.say(&text!("web-column-score"))) { span .tally { span class=(class) { (score) } } }
            td .end data-label=(reader.say(&text!("web-column-epss"))) { (short_likelihood(reader, finding.epss)) }
            td {
                @match status_says(&finding.status) {
                    Some((tone, says)) => (badge(tone, &reader.say(&says))),
                    None if finding.closed_at.is_some() => (badge(Tone::Plain, &reader.say(&text!("web-closed")))),
                    None => (badge(Tone::Open, &reader.say(&text!("web-undecided")))),
                }
                @if let Some(origin) = origin { (stands(reader, desk, found, origin)) }
            }
            td data-label=(reader.say(&text!("web-column-since"))) {
                @let opened_at = group.iter().map(|found| found.row.opened_at).min().unwrap_or(finding.opened_at);
                time datetime=(opened_at) { (day(opened_at)) }
            }
        }
    }
}

/// Why it is there and, where it can be chosen, a reason for it alone.
fn why(
    reader: &Reader,
    table: &FindingTable<'_>,
    found: &Placed<FindingRow>,
    number: usize,
    chosen_for: Option<&str>,
) -> Markup {
    let key = (found.product.clone(), found.release.clone());
    let said = table.said.and_then(|said| said.get(&key));
    let known = said.and_then(|said| said.of(&found.row.component, &found.row.vulnerability));
    let id = format!("because-{number}");
    html! {
        @if known.is_some() || chosen_for.is_some() {
            details .why {
                summary {
                    (reader.say(&text!("pictures-why")))
                    span .hidden { ": " (found.row.vulnerability) ", " (found.row.component) }
                }
                @if let Some(known) = known {
                    ul .plain-list {
                        @for matched in known.vulnerability.matched_by.iter().take(MATCHES_SHOWN) {
                            li {
                                (matched.advisory) ": " code { (matched.range) }
                                @if let (MatchRule::Commit, Some(at)) = (matched.rule, &matched.criteria) {
                                    " " (reader.say(&text!("cpe-by-commit"))) " " code { (at) }
                                }
                                @if matched.confidence != MatchConfidence::Certain {
                                    " " (match_confidence(reader, matched.confidence))
                                }
                            }
                        }
                    }
                    @for says in known.triage.iter().flat_map(Triage::says) { p { (reader.say(&says)) } }
                    @if known.path.len() > 1 { (steps(&reader.say(&text!("web-dependency-path")), &known.path)) }
                }
                @if let Some(form) = chosen_for {
                    div .field {
                        label for=(id) { (reader.say(&text!("pictures-because-alone"))) }
                        input id=(id) form=(form) type="text" maxlength="4000" autocomplete="off"
                            name=(format!("{BECAUSE_ALONE}{}", chosen_value(found)));
                    }
                }
            }
        }
    }
}

/// Where the decision stands, with the way to change it there.
fn stands(reader: &Reader, desk: &Desk, found: &Placed<FindingRow>, origin: &DecisionOrigin) -> Markup {
    let path = link::path(&["o", &desk.id, "products", &found.product, "decisions"]);
    html! {
        @match origin {
            DecisionOrigin::Dossier { .. } => {
                span .below { a href=(path) { (reader.say(&text!("desk-in-dossier"))) } }
            }
            DecisionOrigin::Record { version, .. } => {
                (withdraw_form(reader, &path, (&found.row.vulnerability, &found.row.component), version))
            }
        }
    }
}

/// The form that withdraws the decision that was seen.
pub(super) fn withdraw_form(
    reader: &Reader,
    path: &str,
    (vulnerability, component): (&str, &str),
    version: &Sha256,
) -> Markup {
    html! {
        form method="post" action=(format!("{path}/withdraw")) {
            (hidden(reader))
            (seen_version(version))
            input type="hidden" name="vulnerability" value=(vulnerability);
            input type="hidden" name="component" value=(component);
            input type="hidden" name="back" value=(reader.path);
            button type="submit" aria-label=(reader.say(&text!("desk-withdraw-this", vulnerability = vulnerability, component = component))) {
                (reader.say(&text!("desk-withdraw-decision")))
            }
        }
    }
}

/// The probability of exploitation (EPSS, in millionths), or that it is not known.
pub(super) fn likelihood(reader: &Reader, epss: i64) -> Markup {
    html! {
        @if let Ok(epss) = u64::try_from(epss) { (reader.percent(epss)) }
        @else { span .quiet { (reader.say(&text!("overview-not-known"))) } }
    }
}

/// The same where there is little room: a dash that says so to whoever cannot see it stand alone.
fn short_likelihood(reader: &Reader, epss: i64) -> Markup {
    let unknown = reader.say(&text!("overview-not-known"));
    html! {
        @if epss >= 0 { (likelihood(reader, epss)) }
        @else { span .quiet title=(unknown) { "–" span .hidden { " " (unknown) } } }
    }
}

/// What a chosen row sends: a product's id and a vulnerability's identifier hold no space.
pub(super) fn chosen_value(found: &Placed<FindingRow>) -> String {
    format!("{} {} {}", found.product, found.row.vulnerability, found.row.component)
}

/// Reads what a chosen row sent: product, vulnerability, component.
pub(super) fn read_chosen(value: &str) -> Option<(&str, &str, &str)> {
    let (product, rest) = value.split_once(' ')?;
    let (vulnerability, component) = rest.split_once(' ')?;
    Some((product, vulnerability, component))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_likelihood_nobody_knows_is_not_shown_as_nothing() {
        for reader in crate::look::readers() {
            let says = reader.say(&text!("overview-not-known"));
            assert!(likelihood(&reader, -1).0.contains(&says));
            assert!(!likelihood(&reader, 0).0.contains(&says));
        }
    }

    #[test]
    fn a_finding_of_several_releases_is_one_row_unless_they_stand_differently() {
        let first = crate::pages::samples::findings().items[0].clone();
        let placed = |release: &str, status: &str| {
            let row = FindingRow { status: status.into(), ..first.row.clone() };
            Placed { release: release.into(), row, ..first.clone() }
        };
        let rows = [placed("2.0", ""), placed("1.1", "affected"), placed("1.0", ""), placed("0.9", "")];
        let groups = grouped(&rows);
        let names: Vec<Vec<&str>> =
            groups.iter().map(|group| group.iter().map(|one| one.release.as_str()).collect()).collect();
        assert_eq!(names, [vec!["2.0", "1.0", "0.9"], vec!["1.1"]]);
        for reader in crate::look::readers() {
            let desk = reader.desk.clone().unwrap();
            let page = finding_table(&reader, &desk, &table_of(&rows, true), Some("decide")).0;
            assert_eq!(page.matches("type=\"checkbox\"").count(), 2, "{page}");
            for release in ["2.0", "1.1", "1.0", "0.9"] {
                assert!(page.contains(&format!("/releases/{release}/findings/")), "{page}");
            }
        }
    }

    #[test]
    fn a_component_may_hold_spaces() {
        assert_eq!(
            read_chosen("gateway CVE-2026-1 acme lib 1.0"),
            Some(("gateway", "CVE-2026-1", "acme lib 1.0"))
        );
        assert_eq!(read_chosen("gateway"), None);
    }
}
