//! The verdict as Markdown for a comment on a pull request: short first, the rest folded.

use std::fmt::Write;

use proofmark_text::{Text, text};

use super::gate_verdict::{GateHit, GateOutcome, GateVerdict, RuleOutcome, WaiverStanding};
use super::sarif::path_words;

/// The most hits of a rule that are listed.
const MOST_LISTED: usize = 20;

/// The most bytes: GitHub takes comments of 65,536 signs, and every sign has a byte at least.
const MOST_BYTES: usize = 60_000;

/// The verdict as Markdown. What others wrote (names of components, reasons) stands between backticks or escaped: it makes no link, no
/// picture, no mention and no HTML.
pub fn markdown(verdict: &GateVerdict) -> String {
    let mut page = String::new();
    let (sign, says) = if verdict.passed {
        (
            "✅",
            text!(
                "gate-report-passed",
                product = escaped(&verdict.product),
                release = escaped(&verdict.release)
            ),
        )
    } else {
        (
            "❌",
            text!(
                "gate-report-blocked",
                product = escaped(&verdict.product),
                release = escaped(&verdict.release)
            ),
        )
    };
    put(&mut page, format_args!("### {sign} {says}\n\n"));
    let waived =
        verdict.rules.iter().flat_map(|rule| &rule.hits).filter(|hit| hit.waived_by.is_some()).count();
    let counts = text!(
        "gate-report-counts",
        blocking = verdict.blocking(),
        warnings = verdict.warnings(),
        waived = waived
    );
    put(&mut page, format_args!("{counts}\n\n"));
    let heads = [text!("gate-report-rule"), text!("gate-report-outcome"), text!("gate-report-hits")];
    put(&mut page, format_args!("| {} | {} | {} |\n|---|---|---:|\n", heads[0], heads[1], heads[2]));
    for rule in &verdict.rules {
        let (id, words) = (code(&rule.rule.id), outcome_words(rule.outcome));
        put(&mut page, format_args!("| {id} | {words} | {} |\n", rule.hits.len()));
    }
    page.push('\n');
    for rule in verdict.rules.iter().filter(|rule| !rule.hits.is_empty()) {
        folded(&mut page, verdict, rule);
    }
    waivers(&mut page, verdict);
    rests_on(&mut page, verdict);
    page
}

fn folded(page: &mut String, verdict: &GateVerdict, rule: &RuleOutcome) {
    let summary = format!("{}: {}", rule.rule.id, rule.rule.because);
    put(page, format_args!("<details><summary>{}</summary>\n\n", html(&summary)));
    let mut listed = 0;
    for hit in rule.hits.iter().take(MOST_LISTED) {
        let line = hit_line(verdict, hit);
        if page.len() + line.len() > MOST_BYTES {
            break;
        }
        page.push_str(&line);
        listed += 1;
    }
    if listed < rule.hits.len() {
        let left_out = text!("gate-report-left-out", count = rule.hits.len() - listed);
        put(page, format_args!("- {left_out}\n"));
    }
    page.push_str("\n</details>\n\n");
}

fn hit_line(verdict: &GateVerdict, hit: &GateHit) -> String {
    let mut line = format!("- {}", escaped(&hit.sentence()));
    let path = path_words(hit);
    if !path.is_empty() {
        put(&mut line, format_args!("<br>{}", code(&path)));
    }
    let mended = hit.hint();
    if !mended.is_empty() {
        put(&mut line, format_args!("<br>{}", escaped(&mended)));
    }
    if let Some(waiver) = hit.waived_by.and_then(|waiver| verdict.waivers.get(waiver)) {
        let waiver = &waiver.waiver;
        let until = waiver.expires_on.to_string();
        let says = text!("gate-report-waived", until = until, because = escaped(&waiver.because));
        put(&mut line, format_args!("<br>**{says}**"));
    }
    if let Some(since) = hit.waiver_expired_on {
        put(
            &mut line,
            format_args!("<br>**{}**", text!("gate-report-waiver-expired", on = since.to_string())),
        );
    }
    line.push('\n');
    line
}

fn waivers(page: &mut String, verdict: &GateVerdict) {
    for waiver in
        verdict.waivers.iter().filter(|waiver| waiver.standing == WaiverStanding::Unused).take(MOST_LISTED)
    {
        let rule = code(&waiver.waiver.rule);
        put(page, format_args!("> {}\n", text!("gate-report-waiver-unused", rule = rule)));
    }
}

fn rests_on(page: &mut String, verdict: &GateVerdict) {
    let basis = &verdict.rests_on;
    put(page, format_args!("\n<details><summary>{}</summary>\n\n", text!("gate-report-rests-on")));
    let documents = [Some(&basis.dossier), basis.policy.as_ref(), basis.sbom.as_ref()];
    for document in documents.into_iter().flatten() {
        put(page, format_args!("- {} SHA-256 `{}`\n", code(&document.name), document.sha256));
    }
    for data in basis.vulnerability_data.iter().take(MOST_LISTED) {
        let as_of = data.as_of.map_or_else(|| text!("gate-report-undated").to_string(), |at| at.to_string());
        put(page, format_args!("- {} {as_of}\n", code(&data.name)));
    }
    put(
        page,
        format_args!("- {}, {}, {}\n", basis.state_of_the_law, code(&basis.judged_with), basis.judged_at),
    );
    page.push_str("\n</details>\n");
}

/// What came of a rule, in words.
pub(super) fn outcome_words(outcome: GateOutcome) -> Text {
    match outcome {
        GateOutcome::Passed => text!("gate-outcome-passed"),
        GateOutcome::Waived => text!("gate-outcome-waived"),
        GateOutcome::Warned => text!("gate-outcome-warned"),
        GateOutcome::Blocked => text!("gate-outcome-blocked"),
        GateOutcome::NotAsked => text!("gate-outcome-not-asked"),
    }
}

/// Words as code, in which nothing is markup: more backticks around them than stand in them, and no line break or table border.
fn code(words: &str) -> String {
    let words: String = words
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect::<String>()
        .replace('|', "¦");
    let longest = words.split(|sign| sign != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let gap = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    format!("{fence}{gap}{words}{gap}{fence}")
}

/// Words in which nothing is markup: every sign of ASCII punctuation that could be is written as its number.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '.' | ',' | ';' | '(' | ')' | '\'' | '-' | '=' | '%' => out.push(sign),
            sign if sign.is_control() => out.push(' '),
            sign if sign.is_ascii_punctuation() => put(&mut out, format_args!("&#{};", u32::from(sign))),
            sign => out.push(sign),
        }
    }
    out
}

/// Words between tags of HTML.
fn html(words: &str) -> String {
    escaped(words)
}

fn put(page: &mut String, words: std::fmt::Arguments<'_>) {
    page.write_fmt(words).expect("a string can be written to");
}
