//! Bars: how parts make up a whole, one bar a row. The words stand in the page, so that they keep their size.

use maud::{Markup, html};

use super::badge::Tone;

/// One bar.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    /// What it is about.
    pub(crate) label: String,
    /// Where more of it is seen.
    pub(crate) link: Option<String>,
    /// Its parts: how each stands, what it is called, how many.
    pub(crate) parts: Vec<(Tone, String, u64)>,
}

/// Bars below each other: each as wide as the largest where `compared`, else each whole.
pub(crate) fn bars(title: &str, bars: &[Bar], compared: bool) -> Markup {
    let sum = |bar: &Bar| bar.parts.iter().map(|(_, _, count)| count).sum::<u64>();
    let largest = bars.iter().map(sum).max().unwrap_or_default();
    html! {
        dl .bars aria-label=(title) {
            @for bar in bars {
                @let whole = if compared { largest } else { sum(bar) };
                div {
                    dt {
                        @if let Some(link) = &bar.link { a href=(link) { (bar.label) } } @else { (bar.label) }
                    }
                    dd {
                        (drawn(bar, whole))
                        span .amounts {
                            @for (tone, name, count) in bar.parts.iter().filter(|(_, _, count)| *count > 0) {
                                span class=(tone.class()) title=(name) { (count) " " span .hidden { (name) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The parts side by side, in thousandths of the whole.
fn drawn(bar: &Bar, whole: u64) -> Markup {
    let mut at = 0;
    let mut pieces = Vec::new();
    for (tone, _, count) in &bar.parts {
        let width = count.saturating_mul(1000).checked_div(whole).unwrap_or_default();
        if width > 0 {
            pieces.push((tone.class(), at, width));
            at += width;
        }
    }
    html! {
        svg .chart .strip aria-hidden="true" focusable="false" viewBox="0 0 1000 10" preserveAspectRatio="none" {
            rect .ground x="0" y="0" width="1000" height="10" {}
            @for (class, x, width) in pieces {
                rect class=(class) x=(x) y="0" width=(width) height="10" {}
            }
        }
    }
}

/// What the colours of the parts say, once below all bars.
pub(crate) fn legend(parts: &[(Tone, String)]) -> Markup {
    html! {
        ul .legend { @for (tone, name) in parts { li class=(tone.class()) { (name) } } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(parts: &[(Tone, u64)]) -> Bar {
        let parts = parts.iter().map(|(tone, count)| (*tone, "x".to_owned(), *count)).collect();
        Bar { label: "<a>".into(), link: None, parts }
    }

    #[test]
    fn parts_fill_their_whole_and_no_more() {
        let page = drawn(&bar(&[(Tone::Good, 1), (Tone::Open, 2), (Tone::Bad, 0)]), 3).into_string();
        assert!(page.contains(r#"class="good" x="0" y="0" width="333""#), "{page}");
        assert!(page.contains(r#"class="open" x="333" y="0" width="666""#), "{page}");
        assert!(!page.contains("bad"), "{page}");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        let page = bars("t", &[bar(&[(Tone::Good, 0)])], false).into_string();
        assert!(!page.contains(r#"class="good""#) && page.contains("&lt;a&gt;"), "{page}");
    }
}
