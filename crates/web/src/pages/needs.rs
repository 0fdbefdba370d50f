//! What needs somebody, as figures that lead on, and what there is to say of old data.

use maud::{Markup, html};
use proofmark_text::{Text, text};

use super::words::instant;
use crate::desk::{FeedAge, NeedAsked, Overview};
use crate::link;
use crate::look::{Desk, Figure, Place, Reader, Tone, badge, notice};

/// Every figure leads to the list that explains it; one that is zero stands quiet and leads nowhere.
pub(super) fn what_needs_me(reader: &Reader, desk: &Desk, overview: &Overview) -> Vec<Figure> {
    let (sums, needs) = (&overview.sums, &overview.needs);
    let list = |query: &[(&str, &str)]| link::with_query(&Place::Portfolio.path(desk), query);
    let needing = |need: NeedAsked| list(&[("needs", need.word())]);
    let found = |query: &[(&str, &str)]| link::with_query(&Place::Findings.path(desk), query);
    let cases = || link::with_query(&Place::Cases.path(desk), &[("open", "true")]);
    let figure = |count: u64, label: Text, tone: Tone, link: String| Figure {
        number: reader.count(count),
        label: reader.say(&label),
        tone: if count == 0 { Tone::Plain } else { tone },
        link: (count > 0).then_some(link),
    };
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
        figure(
            sums.findings.exploited,
            text!("web-figure-exploited", count = sums.findings.exploited),
            Tone::Bad,
            found(&[("exploited", "true"), ("open", "true")]),
        ),
        figure(
            sums.findings.undecided,
            text!("web-figure-undecided", count = sums.findings.undecided),
            Tone::Open,
            found(&[("unresolved", "true"), ("open", "true")]),
        ),
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
    use proofmark_facts::Needs;

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
}
