//! The verdict as `JUnit` XML, in the form CI systems share: a suite a rule, a case a hit.

use std::fmt::Write;

use super::gate_verdict::{GateHit, GateOutcome, GateVerdict, RuleOutcome};
use super::sarif::path_words;

/// The verdict as `JUnit` XML. What blocks fails, what is waived or not asked is skipped, what warns passes and says so; a rule that
/// hits nothing is one case that passes.
pub fn junit(verdict: &GateVerdict) -> String {
    let cases = |rule: &RuleOutcome| rule.hits.len().max(1);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let tests: usize = verdict.rules.iter().map(cases).sum();
    let failures = verdict.blocking();
    put(
        &mut xml,
        format_args!("<testsuites name=\"proofmark gate\" tests=\"{tests}\" failures=\"{failures}\">\n"),
    );
    for rule in &verdict.rules {
        suite(&mut xml, verdict, rule, cases(rule));
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn suite(xml: &mut String, verdict: &GateVerdict, rule: &RuleOutcome, tests: usize) {
    let failures = if rule.outcome == GateOutcome::Blocked { rule.standing().count() } else { 0 };
    let not_asked = rule.outcome == GateOutcome::NotAsked;
    let skipped =
        if not_asked { tests } else { rule.hits.iter().filter(|hit| hit.waived_by.is_some()).count() };
    let at = verdict.rests_on.judged_at.strftime("%Y-%m-%dT%H:%M:%S");
    let id = escaped(&rule.rule.id);
    put(
        xml,
        format_args!(
            "  <testsuite name=\"{id}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" timestamp=\"{at}\">\n"
        ),
    );
    if rule.hits.is_empty() {
        let because = escaped(&rule.rule.because);
        let inside = if not_asked { "<skipped/>" } else { "" };
        put(xml, format_args!("    <testcase classname=\"{id}\" name=\"{because}\">{inside}</testcase>\n"));
    }
    for hit in &rule.hits {
        case(xml, verdict, rule, hit);
    }
    xml.push_str("  </testsuite>\n");
}

fn case(xml: &mut String, verdict: &GateVerdict, rule: &RuleOutcome, hit: &GateHit) {
    let name = match &hit.vulnerability {
        Some(vulnerability) => format!("{vulnerability} {}", hit.about()),
        None => hit.sentence(),
    };
    let (id, name, file) = (escaped(&rule.rule.id), escaped(&name), escaped(&hit.place.file));
    let line = hit.place.line;
    put(
        xml,
        format_args!("    <testcase classname=\"{id}\" name=\"{name}\" file=\"{file}\" line=\"{line}\">"),
    );
    let says = escaped(&hit.sentence());
    let more: Vec<String> =
        [path_words(hit), hit.hint()].into_iter().filter(|more| !more.is_empty()).collect();
    let more = escaped(&more.join("\n"));
    let waiver = hit.waived_by.and_then(|waiver| verdict.waivers.get(waiver));
    match (rule.outcome, waiver) {
        (GateOutcome::NotAsked, _) => xml.push_str("<skipped/>"),
        (_, Some(waiver)) => {
            put(xml, format_args!("<skipped message=\"{}\"/>", escaped(&waiver.waiver.because)));
        }
        (GateOutcome::Blocked, None) => {
            put(xml, format_args!("<failure message=\"{says}\" type=\"{id}\">{more}</failure>"));
        }
        _ => put(xml, format_args!("<system-out>{says}\n{more}</system-out>")),
    }
    xml.push_str("</testcase>\n");
}

/// Text as it may stand between tags and in attributes. What XML 1.0 cannot hold at all is shown as a replacement sign.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            sign => out.push(sign),
        }
    }
    out
}

fn put(xml: &mut String, words: std::fmt::Arguments<'_>) {
    xml.write_fmt(words).expect("a string can be written to");
}
