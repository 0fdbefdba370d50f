//! Cases: vulnerabilities and incidents that products' dossiers declare, those that press most first.

use jiff::Timestamp;
use maud::{Markup, html};
use proofmark_facts::{Page, PlacedCase};
use proofmark_text::text;

use super::case_words::{awareness_says, clock_says, duty_says, left, stage_says, stream_says};
use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{CasesAsked, cases as list};
use crate::link;
use crate::look::{Desk, Icon, Place, Reader, Shown, Tone, badge, empty, page, pager, select};
use crate::refusal::Refusal;

/// The page.
pub(crate) fn cases(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: CasesAsked = call.query()?;
    let found = list(call, &asked)?;
    Ok(Answer::page(shown(&reader_of(call), &asked, &found, call.now)))
}

fn shown(reader: &Reader, asked: &CasesAsked, found: &Page<PlacedCase>, now: Timestamp) -> Markup {
    let title = reader.say(&text!("overview-place-cases"));
    let Some(desk) = &reader.desk else { return html! {} };
    let filtered = asked.open.is_some() || asked.named.is_some() || asked.product.is_some();
    let body = html! {
        div .head {
            h1 { (title) }
            p .lead { (reader.say(&text!("overview-cases-lead"))) }
        }
        @if found.items.is_empty() && !filtered && asked.after.is_none() {
            (empty(reader, Icon::Cases, &text!("overview-no-cases"), &how_declared(reader)))
        } @else {
            section .panel aria-labelledby="cases" {
                header { h2 #cases { (title) } (filters(reader, asked)) }
                @if found.items.is_empty() { p .quiet { (reader.say(&text!("web-no-match"))) } }
                @else { (table(reader, desk, &found.items, now)) }
                (pages(reader, desk, asked, found.next.as_deref()))
            }
            details .panel {
                summary { (reader.say(&text!("overview-how-declared"))) }
                p { (reader.hint(&text!("overview-no-cases"))) }
                (how_declared(reader))
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Cases), searched: "" }, &body)
}

/// A case as a dossier declares it, and the command that tells its clocks before anything is declared.
pub(super) fn how_declared(reader: &Reader) -> Markup {
    html! {
        pre {
            "# proofmark.toml\n"
            "[[cases]]\n"
            "name = \"session tokens\"\n"
            "stream = \"vulnerability\"        # incident, near-miss, cyber-threat\n"
            "[cases.known]\n"
            "exploited_in_our_product = true\n"
            "reliable_evidence = true\n"
            "[cases.awareness]\n"
            "signal_at = 2026-10-06T08:00:00+02:00\n"
            "[[cases.rulings]]\n"
            "aware_at = 2026-10-06T10:30:00+02:00\n"
            "because = \"seen in our own logs\"\n"
            "decided_by = \"Erika Mustermann\"\n"
            "[cases.sent]\n"
            "coordinator = \"DE\"\n"
            "early_warning_at = 2026-10-06T18:00:00+02:00\n"
        }
        p { (reader.say(&text!("overview-clocks-command"))) }
        pre { "proofmark clocks --stream vulnerability --aware 2026-10-06T10:30:00+02:00 --coordinator DE" }
    }
}

fn filters(reader: &Reader, asked: &CasesAsked) -> Markup {
    let choices = [
        ("", reader.say(&text!("web-any"))),
        ("true", reader.say(&text!("overview-cases-open"))),
        ("false", reader.say(&text!("overview-cases-quiet"))),
    ];
    let open = asked.open.map_or("", |open| if open { "true" } else { "false" });
    html! {
        form .filters method="get" data-filters {
            div .field {
                label for="named" { (reader.say(&text!("web-filter-named"))) }
                input id="named" name="named" type="search" value=(asked.named.as_deref().unwrap_or_default());
            }
            (select("open", &reader.say(&text!("web-filter-state")), &choices, open))
            button type="submit" { (reader.say(&text!("web-filter-apply"))) }
        }
    }
}

fn table(reader: &Reader, desk: &Desk, cases: &[PlacedCase], now: Timestamp) -> Markup {
    let label = [
        text!("overview-column-case"),
        text!("web-column-product"),
        text!("overview-column-duty"),
        text!("overview-column-awareness"),
        text!("web-column-deadline"),
        text!("overview-column-submitted"),
    ]
    .map(|label| reader.say(&label));
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="cases" {
            table .stacked data-keys {
                thead { tr { @for one in &label { th scope="col" { (one) } } } }
                tbody { @for case in cases { (row(reader, desk, case, &label, now)) } }
            }
        }
    }
}

fn row(reader: &Reader, desk: &Desk, placed: &PlacedCase, label: &[String; 6], now: Timestamp) -> Markup {
    let case = &placed.case;
    let (tone, duty) = duty_says(case.duty);
    let pressing = case.pressing();
    html! {
        tr {
            th scope="row" {
                a href=(link::path(&["o", &desk.id, "cases", &placed.id])) { (case.name) }
                span .below .quiet { (reader.say(&stream_says(case.stream))) }
                @for identifier in &case.identifiers { span .below { code { (identifier) } } }
                @if let Some(gone) = &case.gone {
                    span .below { (badge(Tone::Open, &reader.say(&text!("ends-case-gone", at = instant(gone.at))))) }
                }
            }
            td data-label=(label[1]) {
                a href=(link::path(&["o", &desk.id, "products", &placed.product])) { (placed.product_name) }
            }
            td data-label=(label[2]) { (badge(tone, &reader.say(&duty))) }
            td data-label=(label[3]) { (reader.say(&awareness_says(case))) }
            td data-label=(label[4]) {
                @if let Some(clock) = pressing.first() {
                    (reader.say(&stage_says(clock.stage)))
                    @if let Some(due_at) = clock.due_at {
                        @let (tone, says) = left(due_at, now);
                        span .below { time datetime=(due_at) { (instant(due_at)) } }
                        span .below { (badge(tone, &reader.say(&says))) }
                    } @else {
                        @let (tone, says) = clock_says(clock, now);
                        span .below { (badge(tone, &reader.say(&says))) }
                    }
                }
            }
            td data-label=(label[5]) {
                @let submitted: Vec<_> = case.clocks.iter().filter(|clock| clock.submitted_at.is_some()).collect();
                @if submitted.is_empty() { span .quiet { (reader.say(&text!("overview-nothing-submitted"))) } }
                @for clock in submitted { span .below { (reader.say(&stage_says(clock.stage))) } }
            }
        }
    }
}

fn pages(reader: &Reader, desk: &Desk, asked: &CasesAsked, next: Option<&str>) -> Markup {
    let open = asked.open.map_or("", |open| if open { "true" } else { "false" });
    let named = asked.named.as_deref().unwrap_or_default();
    let product = asked.product.as_deref().unwrap_or_default();
    let to = |after: &str| {
        let query = [("named", named), ("open", open), ("product", product), ("after", after)];
        link::with_query(&Place::Cases.path(desk), &query)
    };
    let first = asked.after.is_some().then(|| to(""));
    pager(reader, first.as_deref(), next.map(to).as_deref())
}

/// The clocks that press, as a table on the overview.
pub(super) fn clock_panel(
    reader: &Reader,
    desk: &Desk,
    clocks: &[proofmark_facts::RunningClock],
    all: u64,
    now: Timestamp,
) -> Markup {
    let label = [
        text!("overview-column-due"),
        text!("overview-column-stage"),
        text!("overview-column-case"),
        text!("web-column-product"),
    ]
    .map(|label| reader.say(&label));
    html! {
        section .panel aria-labelledby="clocks" {
            header {
                h2 #clocks { (reader.say(&text!("overview-clocks"))) }
                a href=(link::with_query(&Place::Cases.path(desk), &[("open", "true")])) {
                    (reader.say(&text!("overview-all-cases")))
                }
            }
            div .wide tabindex="0" role="region" aria-labelledby="clocks" {
                table .stacked {
                    thead { tr { @for one in &label { th scope="col" { (one) } } } }
                    tbody {
                        @for clock in clocks {
                            @let cites = proofmark_law::stage_citation(clock.stream, clock.stage);
                            tr {
                                td data-label=(label[0]) {
                                    @if let Some(due_at) = clock.due_at {
                                        @let (tone, says) = left(due_at, now);
                                        time datetime=(due_at) { strong { (instant(due_at)) } }
                                        " " (badge(tone, &reader.say(&says)))
                                    } @else {
                                        (badge(Tone::Open, &reader.say(&text!("overview-clock-without-delay"))))
                                    }
                                }
                                td data-label=(label[1]) {
                                    (reader.say(&stage_says(clock.stage)))
                                    " " span .cite { (cites.in_language(reader.language())) }
                                }
                                th scope="row" data-label=(label[2]) {
                                    a href=(link::path(&["o", &desk.id, "cases", &clock.case])) { (clock.name) }
                                }
                                td data-label=(label[3]) {
                                    a href=(link::path(&["o", &desk.id, "products", &clock.product])) {
                                        (clock.product_name)
                                    }
                                }
                            }
                        }
                    }
                }
            }
            @if all > clocks.len() as u64 {
                p .quiet { (reader.say(&text!("overview-more-clocks", count = all - clocks.len() as u64))) }
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
    fn the_page_is_sound_with_and_without_cases() {
        let found = Page { items: vec![samples::case()], next: Some("x".into()) };
        let nothing = Page { items: Vec::new(), next: None };
        let filtered = CasesAsked { named: Some("\"><script>".into()), ..CasesAsked::default() };
        for reader in readers() {
            assert_sound(&shown(&reader, &CasesAsked::default(), &found, samples::now()));
            assert_sound(&shown(&reader, &CasesAsked::default(), &nothing, samples::now()));
            assert_sound(&shown(&reader, &filtered, &nothing, samples::now()));
        }
    }

    #[test]
    fn a_clock_that_ran_out_is_said_to_have() {
        let found = Page { items: vec![samples::case()], next: None };
        let later = samples::at("2028-02-09T09:00:00Z");
        let page = shown(&readers()[0], &CasesAsked::default(), &found, later).into_string();
        assert!(page.contains("overdue by"), "{page}");
    }
}
