//! The verdict as SARIF 2.1.0 (OASIS), as code scanning takes it.

use proofmark_facts::{GateLevel, Rating, Sha256};
use serde_json::{Value, json};

use super::gate_verdict::{GateHit, GateOutcome, GateVerdict, HitPlace, RuleOutcome, WaiverStanding};

/// The most results of a run: what GitHub takes of one file.
const MOST_RESULTS: usize = 25_000;

/// The verdict as SARIF, indented. Files are named below `folder`, a path from the root of the repository; empty: that root.
///
/// What blocks is an `error`, what warns a `warning`; what is waived carries an accepted suppression. A fingerprint stays while
/// rule, component and vulnerability stay. What is beyond the most a run may hold is told in a notification.
pub fn sarif(verdict: &GateVerdict, folder: &str) -> String {
    let asked = || verdict.rules.iter().enumerate().filter(|(_, rule)| rule.outcome != GateOutcome::NotAsked);
    let all = asked().map(|(_, rule)| rule.hits.len()).sum::<usize>();
    let results: Vec<Value> = asked()
        .flat_map(|(index, rule)| rule.hits.iter().map(move |hit| (index, rule, hit)))
        .take(MOST_RESULTS)
        .map(|(index, rule, hit)| result(verdict, (index, rule), hit, folder))
        .collect();
    let mut told: Vec<Value> = Vec::new();
    if all > results.len() {
        let left_out = all - results.len();
        told.push(notification(&proofmark_text::text!("gate-report-left-out", count = left_out).to_string()));
    }
    for waiver in verdict.waivers.iter().filter(|waiver| waiver.standing == WaiverStanding::Unused) {
        told.push(notification(
            &proofmark_text::text!("gate-report-waiver-unused", rule = &waiver.waiver.rule).to_string(),
        ));
    }
    let basis = &verdict.rests_on;
    let version = basis.judged_with.rsplit(' ').next().unwrap_or_default();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "Proofmark",
                "version": version,
                "rules": verdict.rules.iter().map(rule_of).collect::<Vec<_>>(),
            }},
            "automationDetails": {"id": format!("proofmark-gate/{}/", verdict.subject)},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": true,
                "endTimeUtc": basis.judged_at.to_string(),
                "toolExecutionNotifications": told,
            }],
            "results": results,
            "properties": {"passed": verdict.passed, "release": verdict.release, "asOf": basis.as_of.to_string()},
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).expect("strings and numbers become JSON");
    text.push('\n');
    text
}

fn notification(words: &str) -> Value {
    json!({"level": "note", "message": {"text": words}})
}

fn rule_of(rule: &RuleOutcome) -> Value {
    let cites = rule.cites.map(|cites| cites.to_string());
    let because = &rule.rule.because;
    let help = cites.as_ref().map_or_else(|| because.clone(), |cites| format!("{because} ({cites})"));
    let worst = rule.hits.iter().map(|hit| hit.rating).max().unwrap_or_default();
    json!({
        "id": rule.rule.id,
        "shortDescription": {"text": one_line(because)},
        "fullDescription": {"text": because},
        "help": {"text": help},
        "defaultConfiguration": {"level": level(rule.rule.level)},
        "properties": {
            "tags": ["security", "cyber-resilience-act"],
            "security-severity": security_severity(worst),
            "cites": cites,
        },
    })
}

fn result(verdict: &GateVerdict, (index, rule): (usize, &RuleOutcome), hit: &GateHit, folder: &str) -> Value {
    let mut words = hit.sentence();
    for more in [path_words(hit), hit.hint()] {
        if !more.is_empty() {
            words.push('\n');
            words.push_str(&more);
        }
    }
    let waiver = hit.waived_by.and_then(|waiver| verdict.waivers.get(waiver));
    let suppressions: Vec<Value> = waiver
        .map(|waiver| {
            let waiver = &waiver.waiver;
            json!({"kind": "external", "status": "accepted", "justification": waiver.because})
        })
        .into_iter()
        .collect();
    json!({
        "ruleId": rule.rule.id,
        "ruleIndex": index,
        "level": level(rule.rule.level),
        "message": {"text": words},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": uri(folder, &hit.place), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": hit.place.line},
        }}],
        "partialFingerprints": {"proofmarkGateHit/v1": fingerprint(rule, hit)},
        "suppressions": suppressions,
    })
}

/// What pulls the component in, where more than itself is known of that.
pub(super) fn path_words(hit: &GateHit) -> String {
    if hit.path.len() > 1 { hit.path.join(" → ") } else { String::new() }
}

/// Of the rule and what it hits, not of line, release or day: the same thing stays the same alert. What stands in no component is
/// told apart by the sentence's key and its file.
fn fingerprint(rule: &RuleOutcome, hit: &GateHit) -> String {
    let says = hit.says.as_ref().filter(|_| hit.component.is_none()).map_or_else(String::new, |says| {
        let args = says.args().iter().filter(|(name, _)| matches!(*name, "check" | "file"));
        format!("{} {:?} {}", says.id(), args.collect::<Vec<_>>(), hit.place.file)
    });
    let parts = [
        rule.rule.id.as_str(),
        hit.component.as_deref().unwrap_or_default(),
        hit.vulnerability.as_deref().unwrap_or_default(),
        &says,
    ];
    Sha256::of(parts.join("\u{0}").as_bytes()).to_string()
}

fn level(level: GateLevel) -> &'static str {
    match level {
        GateLevel::Block => "error",
        GateLevel::Warn => "warning",
    }
}

/// A number GitHub sorts by: the middle of each band of CVSS.
fn security_severity(rating: Rating) -> &'static str {
    match rating {
        Rating::Critical => "9.5",
        Rating::High => "8.0",
        Rating::Medium | Rating::Unknown => "5.5",
        Rating::Low => "2.0",
        Rating::None => "0.0",
    }
}

fn one_line(words: &str) -> String {
    words.lines().next().unwrap_or_default().to_owned()
}

/// The file as a relative reference (RFC 3986): everything else than unreserved signs and slashes is escaped.
fn uri(folder: &str, place: &HitPlace) -> String {
    let path = if folder.is_empty() { place.file.clone() } else { format!("{folder}/{}", place.file) };
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.extend(format!("%{byte:02X}").chars()),
        }
    }
    uri
}
