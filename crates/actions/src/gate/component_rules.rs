//! Rules over components: those nobody should use, and those nobody supports any more.

use jiff::civil::Date;
use proofmark_facts::{Component, ComponentRule, ComponentWithoutSupport, Remedy, fits_one};
use proofmark_formats::{EndOfLife, SupportEnds};
use proofmark_text::{Text, text};

use super::gate_verdict::GateHit;

/// What is known of the support of components.
#[derive(Clone, Copy)]
pub(super) struct Support<'a> {
    /// What the dossier says.
    pub(super) declared: &'a [ComponentWithoutSupport],
    /// Files that say until when versions are supported, with the components they are about.
    pub(super) files: &'a [(&'a [String], EndOfLife)],
    /// The day.
    pub(super) day: Date,
}

/// What the rule hits, with the index of each component.
pub(super) fn components_hit(
    rule: &ComponentRule,
    components: &[Component],
    support: Support<'_>,
) -> Vec<(usize, GateHit)> {
    let mut hits = Vec::new();
    for (index, component) in components.iter().enumerate() {
        let called = component.called();
        if !rule.components.is_empty() && !fits_one(&rule.components, &called) {
            continue;
        }
        let unsupported = declared_unsupported(&called, component, support);
        let ending = rule.end_of_life_within_days.map(|days| ending(&called, component, days, support));
        let says = match (rule.without_support, &unsupported, ending) {
            (true, None, _) | (_, _, Some(None)) => continue,
            (_, _, Some(Some(says))) => says,
            (true, Some(says), None) => says.clone(),
            (false, _, None) => text!("gate-hit-component", component = &called),
        };
        hits.push((index, GateHit { component: Some(called), says: Some(says), ..GateHit::default() }));
    }
    hits
}

/// What the dossier says of its support, where that has ended and nothing is done about it.
fn declared_unsupported(called: &str, component: &Component, support: Support<'_>) -> Option<Text> {
    let is_meant = |one: &&ComponentWithoutSupport| {
        let version = component.version.as_deref().unwrap_or_default();
        let by_version = one
            .component
            .rsplit_once(['@', ' '])
            .is_some_and(|(name, named)| name == component.name && named == version);
        one.component == called || one.component == component.name || by_version
    };
    let is_over = |one: &&ComponentWithoutSupport| {
        let has_ended = one.supported_until.is_none_or(|last| last < support.day);
        has_ended && matches!(one.remedy, None | Some(Remedy::None))
    };
    support.declared.iter().filter(is_meant).find(is_over).map(|one| match one.supported_until {
        Some(last) => text!("gate-hit-unsupported-since", component = called, on = last.to_string()),
        None => text!("gate-hit-unsupported", component = called),
    })
}

/// What a file says of the end of its support, where that is near or past or the file knows nothing of its version.
fn ending(called: &str, component: &Component, days: u64, support: Support<'_>) -> Option<Text> {
    let (_, file) = support.files.iter().find(|(patterns, _)| fits_one(patterns, called))?;
    let purl_version = component.purl.as_ref().and_then(|purl| purl.version.as_deref());
    let version = component.version.as_deref().or(purl_version).unwrap_or_default();
    let Some(line) = file.line_of(version) else {
        return Some(text!("gate-hit-end-of-life-unknown", component = called));
    };
    match line.ends {
        SupportEnds::NoneKnown => None,
        SupportEnds::Ended => Some(text!("gate-hit-unsupported", component = called)),
        SupportEnds::On(from) => {
            let left = i64::from((from - support.day).get_days());
            let on = from.to_string();
            match left {
                ..=0 => Some(text!("gate-hit-end-of-life-past", component = called, on = on)),
                _ if left <= i64::try_from(days).unwrap_or(i64::MAX) => {
                    Some(text!("gate-hit-end-of-life-near", component = called, on = on))
                }
                _ => None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_formats::SupportedLine;

    use super::*;

    fn component(name: &str, version: &str) -> Component {
        Component { name: name.into(), version: Some(version.into()), ..Component::default() }
    }

    #[test]
    fn support_ends_by_the_dossier_and_by_the_file() {
        let line = |name: &str, ends| SupportedLine { name: name.into(), ends };
        let file = EndOfLife {
            as_of: None,
            lines: vec![
                line("3.0", SupportEnds::On(date(2026, 12, 1))),
                line("3.5", SupportEnds::NoneKnown),
                line("1.1", SupportEnds::Ended),
            ],
        };
        let patterns = ["openssl@*".to_owned()];
        let declared = |until, remedy| {
            [ComponentWithoutSupport { component: "zlib".into(), supported_until: until, remedy }]
        };
        let hit = |rule: &ComponentRule, of: Component, declared: &[ComponentWithoutSupport]| {
            let files = [(&patterns[..], file.clone())];
            let support = Support { declared, files: &files, day: date(2026, 11, 21) };
            let hits = components_hit(rule, &[of], support);
            hits.first().map(|(_, hit)| hit.says.as_ref().unwrap().id())
        };
        let within = |days| ComponentRule { end_of_life_within_days: Some(days), ..ComponentRule::default() };
        assert_eq!(hit(&within(10), component("openssl", "3.0.2"), &[]), Some("gate-hit-end-of-life-near"));
        assert_eq!(hit(&within(9), component("openssl", "3.0.2"), &[]), None);
        assert_eq!(hit(&within(0), component("openssl", "1.1.1w"), &[]), Some("gate-hit-unsupported"));
        assert_eq!(hit(&within(9), component("openssl", "3.5.1"), &[]), None);
        assert_eq!(hit(&within(9), component("openssl", "4.0"), &[]), Some("gate-hit-end-of-life-unknown"));
        assert_eq!(hit(&within(9), component("zlib", "1.3"), &[]), None, "no file is about it");
        let rule = ComponentRule { without_support: true, ..ComponentRule::default() };
        let zlib = || component("zlib", "1.3");
        assert_eq!(hit(&rule, zlib(), &declared(None, None)), Some("gate-hit-unsupported"));
        let yesterday = Some(date(2026, 11, 20));
        assert_eq!(hit(&rule, zlib(), &declared(yesterday, None)), Some("gate-hit-unsupported-since"));
        assert_eq!(hit(&rule, zlib(), &declared(Some(date(2026, 11, 21)), None)), None);
        assert_eq!(hit(&rule, zlib(), &declared(None, Some(Remedy::PatchedByUs))), None);
        assert_eq!(hit(&rule, component("zlib-ng", "1"), &declared(None, None)), None);
    }
}
