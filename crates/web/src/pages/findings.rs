//! The findings of the whole portfolio, to be triaged: filters in the address, rows to choose, one decision for all.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_actions::{DecidedFinding, FindingDecision, needs_a_second_person};
use proofmark_facts::{
    DecisionEvidence, DecisionStatus, EvidenceOf, FindingOrder, FindingRow, Mitigation, Page, Placed,
    ProposedDecision, VexJustification,
};
use proofmark_text::{Text, text};

use super::finding_declared::justification_word;
use super::finding_rows::{BECAUSE_ALONE, SaidOfMany, finding_table, read_chosen, table_of};
use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{
    FindingsAsked, Standings, decide as decide_on, findings as list_of, release_of, said, standings,
};
use crate::house::Feeds;
use crate::limit::limit;
use crate::link;
use crate::link::own_path;
use crate::look::{Desk, Icon, Place, Reader, Shown, Tone, empty, hidden, notice, page, pager, select};
use crate::refusal::Refusal;

/// The form that decides.
const FORM: &str = "decide";

/// What the form of filters asks itself, and what a narrower list begins anew with.
const IN_THE_FORM: [&str; 11] = [
    "q",
    "open",
    "unresolved",
    "exploited",
    "score_from",
    "fixable",
    "older_than",
    "order",
    "product",
    "release",
    "after",
];

/// Releases whose last assessment is read for the page.
const RELEASES_READ: usize = 12;

/// The page.
pub(crate) fn findings(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let mut asked: FindingsAsked = call.query()?;
    asked.open.get_or_insert(true);
    let list = list_of(call, &asked)?;
    let decided = call.asked.query.get("decided").and_then(|count| count.parse().ok());
    let may_decide = may(&call.actor(), Right::ProposeDecision, call.operator(), None).is_ok()
        || call.actor().grants.iter().any(|grant| {
            grant.operator == call.operator()
                && Right::ProposeDecision.duties().any(|duty| duty == grant.duty)
        });
    let said = said_of(call, &list);
    let standings = if may_decide { standings(call, &list.items)? } else { Standings::new() };
    let known = call.house.feeds()?;
    let unknown = unknown(&asked, &list, known.as_ref());
    let beside = Beside { said: &said, standings: may_decide.then_some(&standings), unknown: &unknown };
    Ok(Answer::page(shown(&reader_of(call), &asked, &list, &beside, decided)))
}

/// What was said of the findings on the page. Each release is one document: those of many releases are not all read, and
/// each finding has a page that says it.
fn said_of(call: &Call<'_>, list: &Page<Placed<FindingRow>>) -> SaidOfMany {
    let mut all = SaidOfMany::new();
    let mut asked = BTreeSet::new();
    for found in &list.items {
        let key = (found.product.clone(), found.release.clone());
        if asked.len() == RELEASES_READ || !asked.insert(key.clone()) {
            continue;
        }
        let kept = release_of(call, &found.product, &found.release);
        if let Ok(said) = kept.and_then(|(product, release)| said(call, &product, &release)) {
            all.insert(key, said);
        }
    }
    all
}

/// What is known of the findings beside their rows.
struct Beside<'a> {
    said: &'a SaidOfMany,
    /// Where each decision stands; `None`: the reader decides nothing.
    standings: Option<&'a Standings>,
    /// What the list must not be read without.
    unknown: &'a [Text],
}

/// What nobody asked, of what the list is read for: no list looks better because of it.
fn unknown(asked: &FindingsAsked, list: &Page<Placed<FindingRow>>, known: Option<&Feeds>) -> Vec<Text> {
    let mut says = Vec::new();
    match known {
        None => says.push(text!("overview-no-database")),
        Some(known) if known.exploited == 0 && asked.exploited.is_some() => {
            says.push(text!("overview-no-catalogue"));
        }
        Some(_) => {}
    }
    let likely = list.items.iter().any(|found| found.row.epss >= 0);
    if asked.order == Some(FindingOrder::Epss) && !list.items.is_empty() && !likely {
        says.push(text!("overview-no-likelihood"));
    }
    says
}

fn shown(
    reader: &Reader,
    asked: &FindingsAsked,
    list: &Page<Placed<FindingRow>>,
    beside: &Beside<'_>,
    decided: Option<u64>,
) -> Markup {
    let title = reader.say(&text!("web-place-findings"));
    let Some(desk) = &reader.desk else { return html! {} };
    let may_decide = beside.standings.is_some();
    let table = table_of(&list.items, true).with(beside.said);
    let table = match beside.standings {
        Some(standings) => table.standing(standings),
        None => table,
    };
    let body = html! {
        div .head {
            h1 { (title) }
            p .lead { (reader.say(&text!("web-findings-lead"))) }
        }
        @if let Some(count) = decided { (notice(reader, Tone::Good, &text!("web-decided", count = count))) }
        @for says in beside.unknown { (notice(reader, Tone::Open, says)) }
        section .panel {
            (filters(reader, asked))
            @if list.items.is_empty() && list.next.is_none() {
                (empty(reader, Icon::Findings, &text!("web-no-findings"), &html! {}))
            } @else {
                @if !list.items.is_empty() { (finding_table(reader, desk, &table, may_decide.then_some(FORM))) }
                @if list.next.is_some() && list.items.len() < limit(asked.limit) {
                    p .hint { (reader.say(&text!("web-findings-go-on"))) }
                }
                (pages(reader, desk, asked, list.next.as_deref()))
            }
        }
        @if may_decide && !list.items.is_empty() { (decision_form(reader, desk, &html! {}, None)) }
        (keys(reader, may_decide))
    };
    page(reader, &Shown { title: &title, at: Some(Place::Findings), searched: "" }, &body)
}

fn filters(reader: &Reader, asked: &FindingsAsked) -> Markup {
    let say = |text: Text| reader.say(&text);
    let open = [("true", say(text!("web-open"))), ("false", say(text!("web-closed")))];
    let resolved = [
        ("", say(text!("web-any"))),
        ("true", say(text!("web-unresolved"))),
        ("false", say(text!("web-resolved"))),
    ];
    let exploited = [
        ("", say(text!("web-any"))),
        ("true", say(text!("web-exploited"))),
        ("false", say(text!("overview-not-listed-as-exploited"))),
    ];
    let scores = [
        ("", say(text!("web-any"))),
        ("9.0", say(text!("web-rating-critical"))),
        ("7.0", say(text!("web-from-high"))),
        ("4.0", say(text!("web-from-medium"))),
    ];
    let orders = [
        ("severity", say(text!("web-order-severity"))),
        ("epss", say(text!("web-order-epss"))),
        ("newest", say(text!("web-order-newest"))),
    ];
    let fixable = [
        ("", say(text!("web-any"))),
        ("true", say(text!("pictures-fixable"))),
        ("false", say(text!("pictures-not-fixable"))),
    ];
    let ages = [
        ("", say(text!("web-any"))),
        ("7", say(text!("pictures-older-week"))),
        ("30", say(text!("pictures-older-month"))),
        ("90", say(text!("pictures-older-quarter"))),
        ("365", say(text!("pictures-older-year"))),
    ];
    let score = number(asked.score_from);
    html! {
        form .filters method="get" data-filters {
            div .field .grow {
                label for="q" { (say(text!("pictures-filter-words"))) }
                input id="q" name="q" type="search" maxlength="200" value=(asked.q.as_deref().unwrap_or_default());
            }
            (select("open", &say(text!("web-filter-state")), &open, flag(asked.open)))
            (select("unresolved", &say(text!("web-filter-resolved")), &resolved, flag(asked.unresolved)))
            (select("exploited", &say(text!("web-filter-exploited")), &exploited, flag(asked.exploited)))
            (select("score_from", &say(text!("web-filter-score")), &scores, &score))
            (select("fixable", &say(text!("pictures-filter-fixable")), &fixable, flag(asked.fixable)))
            (select("older_than", &say(text!("pictures-filter-age")), &ages, &number(asked.older_than)))
            (select("order", &say(text!("web-filter-order")), &orders, order_word(asked.order)))
            @for (name, label, value) in [
                ("product", say(text!("web-column-product")), &asked.product),
                ("release", say(text!("web-column-release")), &asked.release),
            ] {
                div .field {
                    label for=(name) { (label) }
                    input id=(name) name=(name) type="search" value=(value.as_deref().unwrap_or_default());
                }
            }
            // What the list was narrowed by otherwise stays so, whatever it is.
            @for (name, value) in link::pairs_of(asked) {
                @if !IN_THE_FORM.contains(&name.as_str()) { input type="hidden" name=(name) value=(value); }
            }
            button type="submit" { (say(text!("web-filter-apply"))) }
            a .button href="?" { (say(text!("pictures-filter-none"))) }
        }
    }
}

fn number<N: ToString>(number: Option<N>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn flag(flag: Option<bool>) -> &'static str {
    match flag {
        Some(true) => "true",
        Some(false) => "false",
        None => "",
    }
}

fn order_word(order: Option<FindingOrder>) -> &'static str {
    match order {
        Some(FindingOrder::Epss) => "epss",
        Some(FindingOrder::Newest) => "newest",
        Some(FindingOrder::Severity) | None => "severity",
    }
}

fn pages(reader: &Reader, desk: &Desk, asked: &FindingsAsked, next: Option<&str>) -> Markup {
    let to = |after: &str| link::page_of(&Place::Findings.path(desk), asked, after);
    let first = asked.after.is_some().then(|| to(""));
    pager(reader, first.as_deref(), next.map(to).as_deref())
}

/// What keys do on this page; the switch that turns them off is the script's own.
fn keys(reader: &Reader, may_decide: bool) -> Markup {
    let say = |text: Text| reader.say(&text);
    let mut keys = vec![
        ("j", say(text!("pictures-key-down"))),
        ("k", say(text!("pictures-key-up"))),
        ("o", say(text!("pictures-key-open"))),
        ("e", say(text!("pictures-key-why"))),
        ("/", say(text!("pictures-key-search"))),
        ("?", say(text!("pictures-key-help"))),
    ];
    if may_decide {
        keys.extend([
            ("x", say(text!("pictures-key-choose"))),
            ("a", say(text!("pictures-key-all"))),
            ("d", say(text!("pictures-key-decide"))),
        ]);
    }
    html! {
        details .panel .keys data-keys-help {
            summary { (say(text!("pictures-keys"))) }
            dl .pairs {
                @for (key, what) in &keys { dt { kbd { (key) } } dd { (what) } }
            }
            label .check data-keys-switch hidden {
                input type="checkbox" checked;
                (say(text!("pictures-keys-on")))
            }
        }
    }
}

/// One decision for every chosen row; `chosen` is what is chosen without rows.
pub(super) fn decision_form(
    reader: &Reader,
    desk: &Desk,
    chosen: &Markup,
    proposed: Option<&ProposedDecision>,
) -> Markup {
    let status = proposed.map_or("under_investigation", |it| it.status.words().openvex);
    let because =
        proposed.map(|it| it.because.iter().map(|says| reader.say(says)).collect::<Vec<_>>().join(" "));
    let because = because.unwrap_or_default();
    let justification = proposed.and_then(|it| it.justification).map_or("", justification_word);
    let say = |text: Text| reader.say(&text);
    let statuses = [
        ("under_investigation", say(text!("web-status-under-investigation"))),
        ("affected", say(text!("web-status-affected"))),
        ("fixed", say(text!("web-status-fixed"))),
        ("not_affected", say(text!("web-status-not-affected"))),
        ("wrong_match", say(text!("triage-status-wrong-match"))),
    ];
    let mitigations = [
        ("", say(text!("triage-no-mitigation"))),
        ("update", say(text!("triage-mitigation-update"))),
        ("configuration", say(text!("triage-mitigation-configuration"))),
        ("compensating_control", say(text!("triage-mitigation-control"))),
        ("removal", say(text!("triage-mitigation-removal"))),
    ];
    let justifications = [
        ("", say(text!("web-any-justification"))),
        ("component_not_present", say(text!("web-because-component-not-present"))),
        ("vulnerable_code_not_present", say(text!("web-because-code-not-present"))),
        ("vulnerable_code_not_in_execute_path", say(text!("web-because-not-executed"))),
        ("vulnerable_code_cannot_be_controlled_by_adversary", say(text!("web-because-not-controlled"))),
        ("inline_mitigations_already_exist", say(text!("web-because-mitigated"))),
    ];
    html! {
        section .panel aria-labelledby="decide-title" {
            header { h2 #decide-title { (say(text!("web-decide"))) } }
            p .hint {
                @if chosen.0.is_empty() { (say(text!("web-decide-hint"))) }
                @else { (say(text!("pictures-decide-hint"))) }
                " " (say(text!("overview-one-decision")))
            }
            form id=(FORM) .decide method="post" action=(format!("{}/decisions", Place::Findings.path(desk))) {
                (hidden(reader))
                input type="hidden" name="back" value=(reader.path);
                (chosen)
                (select("status", &say(text!("web-decide-status")), &statuses, status))
                (select("justification", &say(text!("web-decide-justification")), &justifications, justification))
                div .field .long {
                    label for="because" { (say(text!("web-decide-because"))) }
                    textarea id="because" name="because" rows="3" required maxlength="4000" { (because) }
                }
                div .field {
                    label for="expires_on" { (say(text!("web-decide-expires"))) }
                    input id="expires_on" name="expires_on" type="date";
                }
                (select("mitigation", &say(text!("triage-decide-mitigation")), &mitigations, ""))
                (lines("via", &say(text!("triage-decide-via")), &reader.hint(&text!("triage-decide-via"))))
                (lines("evidence", &say(text!("triage-decide-evidence")), &reader.hint(&text!("triage-decide-evidence"))))
                div .row { button .primary type="submit" { (say(text!("web-decide"))) } }
            }
        }
    }
}

/// A field with one name a line.
fn lines(name: &str, label: &str, hint: &str) -> Markup {
    html! {
        div .field .long {
            label for=(name) { (label) }
            textarea id=(name) name=(name) rows="2" maxlength="20000" aria-describedby={ (name) "-hint" } {}
            p .hint id={ (name) "-hint" } { (hint) }
        }
    }
}

/// Keeps one decision on all the findings that were chosen.
pub(crate) fn decide(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let decision = decision_of(call)?;
    let fields = call.taken.fields().cloned().unwrap_or_default();
    // One reason for all, or for some another of their own: each reason is a decision of its own.
    let mut by_product: BTreeMap<(&str, &str), Vec<DecidedFinding>> = BTreeMap::new();
    for value in fields.all("finding") {
        let bad = || Refusal::new(400, text!("web-bad-form"));
        let (product, vulnerability, component) = read_chosen(value).ok_or_else(bad)?;
        let finding =
            DecidedFinding { vulnerability: vulnerability.to_owned(), component: component.to_owned() };
        let alone = fields.get(&format!("{BECAUSE_ALONE}{value}")).unwrap_or_default().trim();
        by_product.entry((product, alone)).or_default().push(finding);
    }
    if by_product.is_empty() {
        return Err(Refusal::new(422, text!("web-nothing-chosen")));
    }
    let operator = call.operator().to_owned();
    let mut count = 0;
    for ((product, alone), findings) in &by_product {
        let because = if alone.is_empty() { decision.because.clone() } else { (*alone).to_owned() };
        let decision = FindingDecision { because, ..decision.clone() };
        count += decide_on(call, product, findings, &decision)?.decided;
    }
    if needs_a_second_person(&decision) {
        return Ok(Answer::see(link::path(&["o", &operator, "approvals"])));
    }
    let back = own_path(call.field("back"));
    let mark = if back.contains('?') { '&' } else { '?' };
    Ok(Answer::see(format!("{back}{mark}decided={count}")))
}

fn decision_of(call: &Call<'_>) -> Result<FindingDecision, Refusal> {
    let bad = || Refusal::new(422, text!("web-bad-form"));
    let word = |name: &str| serde_json::Value::String(call.field(name).to_owned());
    let status: DecisionStatus = serde_json::from_value(word("status")).map_err(|_| bad())?;
    let justification: Option<VexJustification> = match call.field("justification") {
        "" => None,
        _ => Some(serde_json::from_value(word("justification")).map_err(|_| bad())?),
    };
    let expires_on = match call.field("expires_on") {
        "" => None,
        day => Some(day.parse().map_err(|_| bad())?),
    };
    let mitigation: Option<Mitigation> = match call.field("mitigation") {
        "" => None,
        _ => Some(serde_json::from_value(word("mitigation")).map_err(|_| bad())?),
    };
    let lines = |name: &str| {
        let lines = call.field(name).lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let evidence = lines("evidence").iter().map(|line| evidence_of(line)).collect::<Option<Vec<_>>>();
    Ok(FindingDecision {
        mitigation,
        via: lines("via"),
        evidence: evidence.ok_or_else(|| Refusal::new(422, text!("triage-evidence-line")))?,
        status,
        justification,
        because: call.field("because").to_owned(),
        risk_accepted: false,
        expires_on,
        ..FindingDecision::default()
    })
}

/// A kind of evidence and a file on one line.
fn evidence_of(line: &str) -> Option<DecisionEvidence> {
    let (kind, file) = line.split_once(char::is_whitespace)?;
    let kind: EvidenceOf = serde_json::from_value(serde_json::Value::String(kind.to_owned())).ok()?;
    Some(DecisionEvidence { kind, file: file.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use crate::limit::Limit;
    use proofmark_actions::DecisionOrigin;

    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_for_whoever_decides_and_whoever_looks() {
        let asked = FindingsAsked { vulnerability: Some("\"<x>".into()), ..FindingsAsked::default() };
        let nothing = Page { items: Vec::new(), next: None };
        for reader in readers() {
            let (list, said, unsaid) = (samples::findings(), samples::said(), SaidOfMany::new());
            let standings = Standings::new();
            let decides = Beside { said: &said, standings: Some(&standings), unknown: &[] };
            let looks = Beside { said: &unsaid, standings: None, unknown: &[] };
            assert_sound(&shown(&reader, &asked, &list, &decides, Some(2)));
            assert_sound(&shown(&reader, &asked, &list, &looks, None));
            assert_sound(&shown(&reader, &asked, &nothing, &decides, None));
            let goes_on = Page { items: Vec::new(), next: Some("further".into()) };
            let looked = shown(&reader, &asked, &goes_on, &decides, None);
            assert_sound(&looked);
            assert!(looked.0.contains("after=further"), "what was not looked at yet can be");
        }
    }

    #[test]
    fn nothing_the_list_was_narrowed_by_is_lost_by_its_form_or_its_pages() {
        let asked = FindingsAsked {
            vulnerability: Some("CVE-2028-1".into()),
            newer_than: Some(7),
            exploited: Some(true),
            limit: Some(Limit::at_most(20)),
            after: Some("x".into()),
            ..FindingsAsked::default()
        };
        let reader = &readers()[0];
        let said = SaidOfMany::new();
        let beside = Beside { said: &said, standings: None, unknown: &[] };
        let page =
            shown(reader, &asked, &Page { next: Some("y".into()), ..samples::findings() }, &beside, None).0;
        let form = page.split("data-filters").nth(1).unwrap().split("</form>").next().unwrap();
        for (name, value) in [("vulnerability", "CVE-2028-1"), ("newer_than", "7"), ("limit", "20")] {
            let hidden = format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
            assert_eq!(form.matches(&hidden).count(), 1, "{form}");
            assert!(page.contains(&format!("{name}={value}&amp;")), "{page}");
        }
        for name in IN_THE_FORM.iter().filter(|name| **name != "after") {
            assert_eq!(form.matches(&format!("name=\"{name}\"")).count(), 1, "{name}: {form}");
        }
        assert!(!form.contains("name=\"after\"") && page.contains("after=y"), "{page}");
    }

    #[test]
    fn what_the_dossier_says_is_not_offered_and_what_the_record_says_can_be_withdrawn() {
        let list = samples::findings();
        let decided: Vec<_> = list.items.iter().filter(|placed| !placed.row.status.is_empty()).collect();
        let key = |at: usize| {
            let placed = decided[at];
            (placed.product.clone(), placed.row.vulnerability.clone(), placed.row.component.clone())
        };
        let revision = proofmark_facts::Sha256::of(b"r");
        let dossier = DecisionOrigin::Dossier { revision, place: "vulnerability_decisions[0]".into() };
        let record = DecisionOrigin::Record { version: revision, overruled: false };
        let asked = FindingsAsked::default();
        for reader in readers() {
            let boxes = |standings: &Standings| {
                let said = SaidOfMany::new();
                let beside = Beside { said: &said, standings: Some(standings), unknown: &[] };
                let page = shown(&reader, &asked, &list, &beside, None);
                assert_sound(&page);
                (page.0.matches("name=\"finding\"").count(), page.0.matches("/decisions/withdraw").count())
            };
            assert_eq!(boxes(&Standings::new()), (list.items.len(), 0));
            assert_eq!(boxes(&Standings::from([(key(0), dossier.clone())])), (list.items.len() - 1, 0));
            assert_eq!(boxes(&Standings::from([(key(0), record.clone())])), (list.items.len(), 1));
        }
    }
}
