//! Pictures of the portfolio, where a person would rather look than read. Beside each stand the numbers it was drawn from.

use jiff::Unit;
use jiff::civil::Date;
use maud::{Markup, html};
use proofmark_actions::{CurveWeek, FindingAge};
use proofmark_facts::{AnnexPart, ObligationTally, ProductRecord, SupportDays};
use proofmark_text::{Text, text};
use std::collections::BTreeMap;

use super::obligations::{legend_of, parts_of};
use crate::desk::Overview;
use crate::link;
use crate::look::{Bar, Desk, Place, Reader, Tone, Week, bars, curve, legend, span_strip, strip, weeks};

/// All of them.
pub(super) fn pictures(
    reader: &Reader,
    desk: &Desk,
    overview: &Overview,
    ending: &[ProductRecord],
    today: Date,
) -> Markup {
    html! {
        (readiness(reader, &overview.readiness))
        (ages(reader, desk, &overview.finding_ages))
        (over_time(reader, &overview.finding_weeks))
        (support_periods(reader, desk, ending, today))
    }
}

/// How ready the products are, annex by annex.
fn readiness(reader: &Reader, readiness: &BTreeMap<AnnexPart, ObligationTally>) -> Markup {
    let title = reader.say(&text!("overview-readiness"));
    let rows: Vec<Bar> = AnnexPart::ALL
        .into_iter()
        .filter_map(|part| readiness.get(&part).map(|tally| (part, tally)))
        .filter(|(_, tally)| tally.asked() > 0)
        .map(|(part, tally)| Bar {
            label: reader.say(&part_says(part)),
            link: None,
            parts: parts_of(reader, tally),
        })
        .collect();
    html! {
        section .panel aria-labelledby="readiness" {
            header { h2 #readiness { (title) } }
            @if rows.is_empty() {
                p .quiet { (reader.say(&text!("overview-nothing-to-draw"))) }
            } @else {
                (bars(&title, &rows, false))
                (legend_of(reader, &rows))
            }
        }
    }
}

/// An annex as people call it.
fn part_says(part: AnnexPart) -> Text {
    match part {
        AnnexPart::AnnexIPartI => text!("overview-part-annex-i-i"),
        AnnexPart::AnnexIPartIi => text!("overview-part-annex-i-ii"),
        AnnexPart::AnnexIi => text!("overview-part-annex-ii"),
        AnnexPart::AnnexVAndVi => text!("overview-part-annex-v-vi"),
        AnnexPart::AnnexVii => text!("overview-part-annex-vii"),
        AnnexPart::Reporting => text!("overview-part-reporting"),
        AnnexPart::Articles => text!("overview-part-articles"),
    }
}

/// How old open findings are.
fn ages(reader: &Reader, desk: &Desk, ages: &[FindingAge]) -> Markup {
    let classes = ["critical", "high", "medium", "low", "unrated"];
    let names = [
        text!("web-rating-critical"),
        text!("web-rating-high"),
        text!("web-rating-medium"),
        text!("web-rating-low"),
        text!("web-rating-unrated"),
    ]
    .map(|name| reader.say(&name));
    let sum = |age: &FindingAge| age.open.iter().sum::<u64>();
    let most = ages.iter().map(sum).max().unwrap_or_default();
    html! {
        section .panel aria-labelledby="ages" {
            header {
                h2 #ages { (reader.say(&text!("overview-ages"))) }
                a href=(link::with_query(&Place::Findings.path(desk), &[("open", "true")])) {
                    (reader.say(&text!("overview-all-findings")))
                }
            }
            @if most == 0 {
                p .quiet { (reader.say(&text!("overview-none-open-anywhere"))) }
            } @else {
                div .wide tabindex="0" role="region" aria-labelledby="ages" {
                    table .numbers .stacked {
                        thead { tr {
                            th scope="col" { (reader.say(&text!("overview-column-age"))) }
                            td .picture {}
                            @for name in &names { th scope="col" .end { (name) } }
                        } }
                        tbody {
                            @for age in ages {
                                @let parts: Vec<(&str, u64)> = classes.into_iter().zip(age.open).collect();
                                tr {
                                    th scope="row" { (reader.say(&age_says(age))) }
                                    td .picture { (strip(&parts, most)) }
                                    @for (name, count) in names.iter().zip(age.open) { td .end data-label=(name) { (reader.count(count)) } }
                                }
                            }
                        }
                    }
                }
                p .quiet { (reader.say(&text!("overview-ages-note"))) }
            }
        }
    }
}

fn age_says(age: &FindingAge) -> Text {
    match (age.weeks_from, age.weeks_below) {
        (0, _) => text!("overview-age-this-week"),
        (from, Some(below)) => {
            text!("overview-age-weeks", from = from.to_string(), to = (below - 1).to_string())
        }
        (from, None) => text!("overview-age-older", from = from.to_string()),
    }
}

/// Findings over a year: open at each week's end, and what came and went.
fn over_time(reader: &Reader, curve_weeks: &[CurveWeek]) -> Markup {
    let (Some(first), Some(last)) = (curve_weeks.first(), curve_weeks.last()) else { return html! {} };
    let nothing = curve_weeks.iter().all(|week| week.open + week.opened + week.closed == 0);
    let step = 1000 / curve_weeks.len() as u64;
    let points: Vec<(u64, u64)> =
        curve_weeks.iter().enumerate().map(|(place, week)| (place as u64 * step, week.open)).collect();
    let moved: Vec<Week> =
        curve_weeks.iter().map(|week| Week { came: week.opened, went: week.closed }).collect();
    let (from, to) = (first.from.to_string(), last.from.to_string());
    let open = text!(
        "overview-open-alternative",
        from = &from,
        to = &to,
        first = reader.count(first.open),
        last = reader.count(last.open)
    );
    let (came, went) = moved.iter().fold((0, 0), |(came, went), week| (came + week.came, went + week.went));
    let moving = text!("overview-moved-alternative", came = reader.count(came), went = reader.count(went));
    let names = [(Tone::Open, text!("overview-opened")), (Tone::Good, text!("overview-closed"))];
    html! {
        section .panel aria-labelledby="over-time" {
            header { h2 #over-time { (reader.say(&text!("overview-over-time"))) } }
            @if nothing {
                p .quiet { (reader.say(&text!("overview-nothing-to-draw"))) }
            } @else {
                p .quiet { (reader.say(&text!("overview-open-at-end"))) }
                (curve(&reader.say(&open), &points, &from, &to))
                (weeks(&reader.say(&moving), &moved, &from, &to))
                (legend(&names.map(|(tone, name)| (tone, reader.say(&name)))))
                details {
                    summary { (reader.say(&text!("overview-numbers"))) }
                    (week_table(reader, curve_weeks))
                }
                p .quiet { (reader.say(&text!("overview-over-time-note"))) }
            }
        }
    }
}

fn week_table(reader: &Reader, weeks: &[CurveWeek]) -> Markup {
    let columns = [
        text!("overview-column-week"),
        text!("overview-opened"),
        text!("overview-closed"),
        text!("overview-open-at-end"),
    ];
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="over-time" {
            table .numbers {
                thead { tr { @for column in &columns { th scope="col" { (reader.say(column)) } } } }
                tbody {
                    @for week in weeks.iter().rev() {
                        tr {
                            th scope="row" { time datetime=(week.from) { (week.from) } }
                            td { (reader.count(week.opened)) }
                            td { (reader.count(week.closed)) }
                            td { (reader.count(week.open)) }
                        }
                    }
                }
            }
        }
    }
}

/// The support periods that end first, on one axis with today on it.
fn support_periods(reader: &Reader, desk: &Desk, products: &[ProductRecord], today: Date) -> Markup {
    let lines: Vec<Line<'_>> = products.iter().filter_map(|product| Line::of(product, today)).collect();
    let days = lines.iter().flat_map(|line| [line.from, line.ends_on].into_iter().chain(line.floor()));
    let (first, last) =
        days.chain([today]).fold((today, today), |(first, last), day| (first.min(day), last.max(day)));
    let whole = between(first, last).max(1);
    let place = |day: Date| between(first, day) * 1000 / whole;
    let columns = [
        text!("web-column-product"),
        text!("overview-column-from"),
        text!("web-column-support-end"),
        text!("overview-column-floor"),
    ];
    html! {
        section .panel aria-labelledby="support-periods" {
            header {
                h2 #support-periods { (reader.say(&text!("overview-support-periods"))) }
                a href=(link::with_query(&Place::Portfolio.path(desk), &[("order", "support-end")])) {
                    (reader.say(&text!("overview-all-by-support-end")))
                }
            }
            @if lines.is_empty() {
                p .quiet { (reader.say(&text!("overview-no-support-periods"))) }
            } @else {
                div .wide tabindex="0" role="region" aria-labelledby="support-periods" {
                    table .numbers {
                        thead { tr {
                            th scope="col" { (reader.say(&columns[0])) }
                            td .picture .quiet { span { (first) } " – " span { (last) } }
                            @for column in &columns[1..] { th scope="col" { (reader.say(column)) } }
                        } }
                        tbody {
                            @for line in &lines {
                                @let marks: Vec<(&str, u64)> = line.floor().map(|on| ("floor", place(on))).into_iter()
                                    .chain([("now", place(today))]).collect();
                                tr {
                                    th scope="row" {
                                        a href=(link::path(&["o", &desk.id, "products", &line.product.id])) {
                                            (line.product.name)
                                        }
                                    }
                                    td .picture {
                                        (span_strip(place(line.from), place(line.ends_on), line.tone(today).class(), &marks))
                                    }
                                    td { @if line.days.runs_from.is_some() { (line.from) } }
                                    td {
                                        time datetime=(line.ends_on) { (line.ends_on) }
                                        @if line.ends_on < today {
                                            span .below { (reader.say(&text!("overview-support-over"))) }
                                        }
                                        @if line.is_short() {
                                            span .below { (reader.say(&text!("overview-support-short"))) }
                                        }
                                    }
                                    td { @if let Some(on) = line.floor() { time datetime=(on) { (on) } } }
                                }
                            }
                        }
                    }
                }
                ul .legend {
                    li .now { (reader.say(&text!("overview-today", on = today.to_string()))) }
                    li .floor { (reader.say(&text!("overview-floor"))) }
                }
            }
        }
    }
}

/// A product's support period.
struct Line<'a> {
    product: &'a ProductRecord,
    days: SupportDays,
    from: Date,
    ends_on: Date,
}

impl<'a> Line<'a> {
    fn of(product: &'a ProductRecord, today: Date) -> Option<Self> {
        let standing = product.standing.as_ref()?;
        let ends_on = standing.support_ends_on?;
        let days = standing.outlook.as_ref().and_then(|outlook| outlook.support).unwrap_or_default();
        let from = days.runs_from.unwrap_or_else(|| today.min(ends_on));
        Some(Self { product, days, from, ends_on })
    }

    /// The earliest end the law allows, where it asks for a support period.
    fn floor(&self) -> Option<Date> {
        self.days.floor_ends_on
    }

    fn is_short(&self) -> bool {
        self.floor().is_some_and(|floor| self.ends_on < floor)
    }

    fn tone(&self, today: Date) -> Tone {
        if self.is_short() || self.ends_on < today { Tone::Bad } else { Tone::Good }
    }
}

/// Days from one to the other; none where the other is earlier.
fn between(first: Date, last: Date) -> u64 {
    first.until((Unit::Day, last)).map_or(0, |span| u64::try_from(span.get_days()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::look::readers;
    use crate::pages::samples;

    #[test]
    fn a_support_period_that_ends_before_the_law_lets_it_is_said_to_be_too_short() {
        let reader = &readers()[0];
        let desk = reader.desk.as_ref().unwrap();
        let mut product = samples::product();
        let shown = |product: &ProductRecord| {
            support_periods(reader, desk, std::slice::from_ref(product), date(2028, 2, 1)).into_string()
        };
        let long_enough = shown(&product);
        assert!(long_enough.contains("class=\"floor\"") && !long_enough.contains("Shorter"), "{long_enough}");
        product.standing.as_mut().unwrap().support_ends_on = Some(date(2031, 1, 1));
        assert!(shown(&product).contains("Shorter"));
        product.standing.as_mut().unwrap().outlook = None;
        assert!(!shown(&product).contains("class=\"floor\" x"));
        product.standing = None;
        assert!(!shown(&product).contains("<table"));
    }

    #[test]
    fn every_number_that_is_drawn_stands_in_a_table() {
        let reader = &readers()[0];
        let overview = samples::overview();
        let page = over_time(reader, &overview.finding_weeks).into_string();
        assert_eq!(page.matches("<tr>").count(), 1 + overview.finding_weeks.len());
        let desk = reader.desk.as_ref().unwrap();
        let page = ages(reader, desk, &overview.finding_ages).into_string();
        assert!(page.contains("1,200") && page.contains("role=\"region\""), "{page}");
    }
}
