//! What needs somebody, as figures that lead on, and what there is to say of old data.

use maud::{Markup, html};
use proofmark_facts::Unasked;
use proofmark_text::{Text, text};

use super::words::instant;
use crate::desk::{FeedAge, NeedAsked, Overview};
use crate::link;
use crate::look::{Desk, Figure, Place, Reader, Tone, badge, notice, unasked_says};

/// Every figure leads to the list that explains it; one that is zero stands quiet and leads nowhere.
pub(super) fn what_needs_me(reader: &Reader, desk: &Desk, overview: &Overview) -> Vec<Figure> {
    let (sums, needs) = (&overview.sums, &overview.needs);
    let list = |query: &[(&str, &str)]| link::with_query(&Place::Portfolio.path(desk), query);
    let needing = |need: NeedAsked| list(&[("needs", need.word())]);
    let cases = || link::with_query(&Place::Cases.path(desk), &[("open", "true")]);
    let figure = |count, label, tone, link| figure(reader, count, &label, tone, link);
    let clocks_late = text!("overview-figure-clocks-late", count = needs.clocks_late);
    let clocks_running = text!("overview-figure-clocks-running", count = needs.clocks_running);
    let mut figures = vec![
        figure(needs.clocks_late, clocks_late, Tone::Bad, cases()),
        figure(needs.clocks_running, clocks_running, Tone::Open, cases()),
        figure(
            sums.gates_closed,
            text!("web-figure-gates-closed", count = sums.gates_closed),
            Tone::Bad,
            list(&[("gate", "closed")]),
        ),
        exploited_figure(reader, desk, overview),
        undecided_figure(reader, desk, overview),
        figure(sums.obligations_late, late_says(overview), Tone::Bad, needing(NeedAsked::Late)),
        figure(
            needs.support_ended,
            text!("overview-figure-support-ended", count = needs.support_ended),
            Tone::Bad,
            needing(NeedAsked::SupportEnded),
        ),
        figure(
            needs.support_ending,
            text!("overview-figure-support-ending", count = needs.support_ending),
            Tone::Open,
            needing(NeedAsked::SupportEnding),
        ),
        figure(
            sums.unassessed,
            text!("web-figure-unassessed", count = sums.unassessed),
            Tone::Open,
            needing(NeedAsked::Assessment),
        ),
        figure(sums.products, text!("web-figure-products", count = sums.products), Tone::Plain, list(&[])),
    ];
    figures.extend(overview.failed_jobs.map(|failed| {
        figure(
            failed,
            text!("overview-figure-failed-jobs", count = failed),
            Tone::Bad,
            Place::Feeds.path(desk),
        )
    }));
    figures
}

fn figure(reader: &Reader, count: u64, label: &Text, tone: Tone, link: String) -> Figure {
    Figure {
        number: reader.count(count),
        label: reader.say(label),
        tone: if count == 0 { Tone::Plain } else { tone },
        link: (count > 0).then_some(link),
    }
}

/// Open findings that are exploited somewhere.
fn exploited_figure(reader: &Reader, desk: &Desk, overview: &Overview) -> Figure {
    let count = overview.sums.findings.exploited;
    let list = link::with_query(&Place::Findings.path(desk), &[("exploited", "true"), ("open", "true")]);
    let counted = figure(reader, count, &text!("web-figure-exploited", count = count), Tone::Bad, list);
    asked_figure(reader, counted, exploitation(overview))
}

/// Open findings nobody decided on.
fn undecided_figure(reader: &Reader, desk: &Desk, overview: &Overview) -> Figure {
    let count = overview.sums.findings.undecided;
    let list = link::with_query(&Place::Findings.path(desk), &[("unresolved", "true"), ("open", "true")]);
    let counted = figure(reader, count, &text!("web-figure-undecided", count = count), Tone::Open, list);
    asked_figure(reader, counted, data(overview))
}

/// Why nobody knows whether there is any; `None`: somebody looked, or some were found all the same.
fn data(overview: &Overview) -> Option<Unasked> {
    let nobody_looked = overview.feeds.is_none() && overview.sums.findings.open() == 0;
    nobody_looked.then_some(Unasked::NoVulnerabilityData)
}

/// The same of those that are exploited somewhere.
fn exploitation(overview: &Overview) -> Option<Unasked> {
    let nobody_looked = !overview.exploitation_asked && overview.sums.findings.exploited == 0;
    data(overview).or(nobody_looked.then_some(Unasked::NoExploitedCatalogue))
}

/// A figure that counts nothing because nobody looked says so instead of none.
fn asked_figure(reader: &Reader, figure: Figure, unasked: Option<Unasked>) -> Figure {
    match unasked {
        None => figure,
        Some(unasked) => Figure {
            number: "–".to_owned(),
            label: format!("{}: {}", figure.label, reader.say(&unasked_says(unasked))),
            ..figure
        },
    }
}

/// Obligations late, with the day on which the next open one binds.
fn late_says(overview: &Overview) -> Text {
    let count = overview.sums.obligations_late;
    match overview.needs.binds_next_on {
        Some(on) => text!("overview-figure-late-next", count = count, on = on.to_string()),
        None => text!("web-figure-late", count = count),
    }
}

/// Sources that are too old to rely on, each with its newest record; that there are none at all; nothing otherwise.
pub(super) fn stale_feeds(reader: &Reader, desk: &Desk, overview: &Overview) -> Markup {
    let Some(feeds) = &overview.feeds else {
        return notice(reader, Tone::Bad, &text!("overview-no-database"));
    };
    let stale: Vec<&FeedAge> = feeds.iter().filter(|feed| feed.stale).collect();
    html! {
        @if !stale.is_empty() {
            section .panel aria-labelledby="stale" {
                header {
                    h2 #stale { (reader.say(&text!("overview-stale-feeds", count = stale.len()))) }
                    a href=(Place::Feeds.path(desk)) { (reader.say(&text!("web-place-feeds"))) }
                }
                ul .plain-list {
                    @for feed in stale {
                        li {
                            strong { (feed.name) } " "
                            @match feed.newest {
                                Some(at) => (badge(Tone::Bad, &reader.say(&text!("overview-newest", at = instant(at))))),
                                None => (badge(Tone::Bad, &reader.say(&text!("overview-no-records")))),
                            }
                        }
                    }
                }
                p .quiet {
                    (reader.say(&text!("overview-stale-means", days = overview.feed_stale_after_days.to_string())))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{FindingTally, Needs};

    use super::*;
    use crate::look::readers;
    use crate::pages::samples;

    #[test]
    fn what_is_zero_is_quiet_and_what_is_not_leads_to_its_list() {
        let reader = &readers()[0];
        let desk = reader.desk.as_ref().unwrap();
        let mut overview = samples::overview();
        let all = what_needs_me(reader, desk, &overview);
        assert!(all.iter().all(|figure| figure.link.is_some()), "{all:?}");
        overview.needs = Needs::default();
        let quiet = what_needs_me(reader, desk, &overview);
        let zero: Vec<_> = quiet.iter().filter(|figure| figure.number == "0").collect();
        assert_eq!(zero.len(), 4);
        assert!(zero.iter().all(|figure| figure.link.is_none() && figure.tone == Tone::Plain));
    }

    #[test]
    fn what_nobody_looked_for_is_not_counted_as_none() {
        let reader = &readers()[0];
        let desk = reader.desk.as_ref().unwrap();
        let mut overview = samples::overview();
        overview.sums.findings = FindingTally::default();
        overview.exploitation_asked = false;
        let dashes = |overview: &Overview| {
            let all = what_needs_me(reader, desk, overview);
            all.into_iter()
                .filter(|figure| figure.number == "–")
                .map(|figure| figure.label)
                .collect::<Vec<_>>()
        };
        let no_catalogue = dashes(&overview);
        assert_eq!(no_catalogue.len(), 1);
        assert!(no_catalogue[0].contains("catalogue"), "{no_catalogue:?}");
        overview.feeds = None;
        let no_data = dashes(&overview);
        assert_eq!(no_data.len(), 2);
        assert!(no_data.iter().all(|label| label.contains("vulnerability database")), "{no_data:?}");
        overview.sums.findings.exploited = 1;
        overview.sums.findings.high = 1;
        assert!(dashes(&overview).is_empty(), "what was found is found");
    }
}
