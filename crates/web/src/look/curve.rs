//! A curve: a number over time, drawn by the server, with its ends in words below.

use maud::{Markup, html};

/// How wide and high the ground is; it is stretched to the page.
const WIDTH: u64 = 1000;
const HEIGHT: u64 = 200;

/// The curve of these amounts, each at its place between 0 and 1000, in order; it holds each until the next.
pub(crate) fn curve(alternative: &str, points: &[(u64, u64)], first: &str, last: &str) -> Markup {
    let most = points.iter().map(|(_, amount)| *amount).max().unwrap_or_default().max(1);
    let height = |amount: u64| HEIGHT - 10 - amount.saturating_mul(HEIGHT - 20) / most;
    let mut line = String::new();
    for (place, amount) in points {
        let (x, y) = ((*place).min(WIDTH), height(*amount));
        if line.is_empty() {
            line = format!("M{x} {y}");
        } else {
            line.extend(["H", &x.to_string(), "V", &y.to_string()]);
        }
    }
    line.extend(["H", &WIDTH.to_string()]);
    let start = points.first().map_or(0, |(place, _)| *place);
    let area = format!("{line}V{HEIGHT}H{start}Z");
    html! {
        figure .curve-figure {
            span .most aria-hidden="true" { (most) }
            svg .chart .curve-ground role="img" aria-label=(alternative) viewBox="0 0 1000 200"
                preserveAspectRatio="none" {
                path .axis d="M0 199H1000M0 10H1000" {}
                @if !points.is_empty() {
                    path .area d=(area) {}
                    path .curve d=(line) {}
                }
            }
            figcaption { span { (first) } span { (last) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::curve;

    #[test]
    fn the_most_reaches_the_top_and_the_last_lasts() {
        let page = curve("a < b", &[(0, 0), (500, 4), (800, 2)], "x", "y").into_string();
        assert!(page.contains(r#"d="M0 190H500V10H800V100H1000""#), "{page}");
        assert!(page.contains("a &lt; b"));
    }
}
