//! A timeline: days in their order on a line, with today between them; what each is stands in words below.

use jiff::civil::Date;
use maud::{Markup, html};

use super::badge::Tone;

/// A day on the line.
#[derive(Debug, Clone)]
pub(crate) struct TimelineDay {
    /// The day.
    pub(crate) on: Date,
    /// How it stands.
    pub(crate) tone: Tone,
}

/// How wide the ground is.
const WIDTH: i64 = 1000;

/// The days in their order, however far apart they are, with today where it lies between them.
pub(crate) fn timeline(alternative: &str, days: &[TimelineDay], today: Date) -> Markup {
    let mut days = days.to_vec();
    days.sort_by_key(|day| day.on);
    let (first, last) = ends(&days, today);
    let place = |on: Date| {
        let whole = between(first, last).max(1);
        20 + between(first, on) * (WIDTH - 40) / whole
    };
    let now = place(today);
    html! {
        figure .timeline-figure {
            svg .chart .timeline role="img" aria-label=(alternative) viewBox="0 0 1000 44" {
                path .axis d="M20 22H980" {}
                path .now d=(format!("M{now} 4V40")) {}
                @for day in &days {
                    @let x = place(day.on);
                    (mark(day.tone, x))
                }
            }
            figcaption { span { (first) } span { (last) } }
        }
    }
}

/// Colour and shape say the same.
fn mark(tone: Tone, x: i64) -> Markup {
    html! {
        @match tone {
            Tone::Good => { circle .good cx=(x) cy="22" r="8" {} }
            Tone::Bad => { path .bad d=(format!("M{} 13h18v18h-18z", x - 9)) {} }
            Tone::Open => { path .open d=(format!("M{x} 11l11 11l-11 11l-11 -11z")) {} }
            Tone::Plain => { circle .hollow cx=(x) cy="22" r="7" {} }
        }
    }
}

/// From the first day to the last, with today among them.
fn ends(days: &[TimelineDay], today: Date) -> (Date, Date) {
    let all = || days.iter().map(|day| day.on).chain([today]);
    (all().min().unwrap_or(today), all().max().unwrap_or(today))
}

fn between(first: Date, last: Date) -> i64 {
    first.until(last).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_stand_in_their_order_and_today_among_them() {
        let day = |on, tone| TimelineDay { on, tone };
        let days = [day(date(2028, 1, 1), Tone::Bad), day(date(2026, 1, 1), Tone::Good)];
        let drawn = timeline("a < b", &days, date(2027, 1, 1)).into_string();
        assert!(drawn.contains(r#"d="M500 4V40""#), "{drawn}");
        assert!(drawn.contains(r#"cx="20""#) && drawn.contains("M971 13"), "{drawn}");
        assert!(drawn.contains("2026-01-01") && drawn.contains("a &lt; b"), "{drawn}");
        let alone = timeline("x", &[], date(2027, 1, 1)).into_string();
        assert!(alone.contains(r#"d="M20 4V40""#), "{alone}");
    }
}
