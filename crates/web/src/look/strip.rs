//! A strip: a whole in parts side by side, each in the colour of its class; the numbers stand beside it in words.

use maud::{Markup, html};

/// The parts, in thousandths of the whole; what is there is seen, however little it is.
pub(crate) fn strip(parts: &[(&str, u64)], whole: u64) -> Markup {
    let mut at = 0_u64;
    let mut pieces = Vec::new();
    for (class, count) in parts.iter().filter(|(_, count)| *count > 0) {
        let width = count.saturating_mul(1000).checked_div(whole).unwrap_or_default().clamp(4, 1000);
        let width = width.min(1000_u64.saturating_sub(at));
        pieces.push((*class, at, width));
        at += width;
    }
    html! {
        svg .chart .strip aria-hidden="true" focusable="false" viewBox="0 0 1000 10" preserveAspectRatio="none" {
            rect .ground x="0" y="0" width="1000" height="10" {}
            @for (class, x, width) in pieces { rect class=(class) x=(x) y="0" width=(width) height="10" {} }
        }
    }
}

/// A span of a common axis with marks on it: all in thousandths.
pub(crate) fn span_strip(from: u64, to: u64, class: &str, marks: &[(&str, u64)]) -> Markup {
    let (from, to) = (from.min(1000), to.min(1000));
    html! {
        svg .chart .strip .axis-strip aria-hidden="true" focusable="false" viewBox="0 0 1000 10"
            preserveAspectRatio="none" {
            rect .ground x="0" y="0" width="1000" height="10" {}
            rect class=(class) x=(from) y="2" width=(to.saturating_sub(from).max(2)) height="6" {}
            @for (class, at) in marks { rect class=(class) x=((*at).min(996)) y="0" width="4" height="10" {} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{span_strip, strip};

    #[test]
    fn parts_fill_their_whole_and_no_more() {
        let page = strip(&[("critical", 1), ("high", 0), ("low", 100_000)], 100_001).into_string();
        assert!(page.contains(r#"class="critical" x="0" y="0" width="4""#), "{page}");
        assert!(page.contains(r#"class="low" x="4" y="0" width="996""#), "{page}");
        assert!(!page.contains("high"), "{page}");
        assert!(!strip(&[("critical", 0)], 0).into_string().contains("critical"));
    }

    #[test]
    fn a_span_stays_on_its_axis() {
        let page = span_strip(900, 4000, "good", &[("mark", 9000)]).into_string();
        assert!(page.contains(r#"x="900" y="2" width="100""#) && page.contains(r#"x="996""#), "{page}");
    }
}
