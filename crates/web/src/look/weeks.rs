//! Weeks: what came above a line and what went below it, week by week, drawn by the server. The same numbers stand in a
//! table beside it, which is what a screen reader reads.

use maud::{Markup, html};

/// How wide and high the ground is; it is stretched to the page.
const WIDTH: u64 = 1000;
const HEIGHT: u64 = 120;

/// A week: what came, and what went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Week {
    /// What came in it.
    pub(crate) came: u64,
    /// What went in it.
    pub(crate) went: u64,
}

/// The picture alone; the first and the last week are named below it.
pub(crate) fn weeks(alternative: &str, weeks: &[Week], first: &str, last: &str) -> Markup {
    let most = weeks.iter().map(|week| week.came.max(week.went)).max().unwrap_or_default().max(1);
    let step = WIDTH / (weeks.len() as u64).max(1);
    let middle = HEIGHT / 2;
    // The smallest amount is still to be seen.
    let height = |amount: u64| match amount {
        0 => 0,
        amount => (amount.saturating_mul(middle - 4) / most).max(1),
    };
    html! {
        figure .curve-figure {
            svg .chart .weeks-ground role="img" aria-label=(alternative) viewBox="0 0 1000 120"
                preserveAspectRatio="none" {
                @for (place, week) in weeks.iter().enumerate() {
                    @let x = place as u64 * step + step / 5;
                    @let width = (step * 3 / 5).max(1);
                    @if week.came > 0 {
                        @let up = height(week.came);
                        rect .open x=(x) y=(middle - up) width=(width) height=(up) {}
                    }
                    @if week.went > 0 { rect .good x=(x) y=(middle) width=(width) height=(height(week.went)) {} }
                }
                path .axis d="M0 60H1000" {}
            }
            figcaption { span { (first) } span { (last) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_fills_its_half_and_the_least_is_seen() {
        let given = [Week { came: 1000, went: 0 }, Week { came: 1, went: 500 }];
        let page = weeks("a < b", &given, "x", "y").into_string();
        assert!(page.contains(r#"class="open" x="100" y="4" width="300" height="56""#), "{page}");
        assert!(page.contains(r#"class="open" x="600" y="59" width="300" height="1""#), "{page}");
        assert!(page.contains(r#"class="good" x="600" y="60" width="300" height="28""#), "{page}");
        assert!(page.contains("a &lt; b") && page.matches("<rect").count() == 3);
        assert!(!weeks("a", &[], "x", "y").into_string().contains("<rect"));
    }
}
