//! A span of time with what happens in it: a support period, with today.

use jiff::civil::Date;
use maud::{Markup, html};

/// A day that matters, with what it is.
#[derive(Debug, Clone)]
pub(crate) struct Milestone {
    /// The day.
    pub(crate) on: Date,
    /// What it is.
    pub(crate) what: String,
}

/// From the first day to the last, with today where it lies between, and the days in words below.
pub(crate) fn time_span(
    alternative: &str,
    first: Date,
    last: Date,
    today: Date,
    days: &[Milestone],
) -> Markup {
    let whole = between(first, last).max(1);
    let place = |day: Date| (between(first, day).clamp(0, whole)) * 1000 / whole;
    let now = place(today);
    html! {
        figure .span-figure {
            svg .chart .strip role="img" aria-label=(alternative) viewBox="0 0 1000 10" preserveAspectRatio="none" {
                rect .ground x="0" y="0" width="1000" height="10" {}
                rect .accent x="0" y="0" width=(now) height="10" {}
                @for day in days { rect .tick x=(place(day.on).clamp(0, 997)) y="0" width="3" height="10" {} }
            }
            ol .milestones {
                @for day in days { li { time datetime=(day.on) { (day.on) } " " span { (day.what) } } }
            }
        }
    }
}

fn between(first: Date, last: Date) -> i64 {
    first.until(last).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn today_stands_between_the_ends_wherever_it_is() {
        let (first, last) = (date(2027, 1, 1), date(2027, 12, 31));
        let drawn = |today| time_span("a", first, last, today, &[]).into_string();
        assert!(drawn(date(2027, 7, 2)).contains(r#"width="500""#));
        assert!(drawn(date(2020, 1, 1)).contains(r#"width="0""#));
        assert!(drawn(date(2040, 1, 1)).matches(r#"width="1000""#).count() == 2);
    }
}
