//! What both example products are held against: facts worked out by hand in their `EXPECTED.md`.

use serde_json::Value;

use crate::house::{Done, House, example};

/// What an assessment answers, as an example expects it.
pub(crate) struct Expected<'a> {
    pub(crate) directory: &'a str,
    pub(crate) code: i32,
    pub(crate) class: (&'a str, &'a str),
    /// Day and how it binds.
    pub(crate) days: &'a [(&'a str, &'a str)],
    /// Service and what it is.
    pub(crate) services: &'a [(&'a str, &'a str)],
    pub(crate) findings: &'a [Finding<'a>],
    /// The codes of what is told beside the answer.
    pub(crate) told: &'a [&'a str],
    /// Component and the code of the sentence that says why.
    pub(crate) unchecked: &'a [(&'a str, &'a str)],
    /// Cause and vulnerability, or component where none is known.
    pub(crate) blocked: &'a [(&'a str, &'a str)],
    pub(crate) open: &'a [&'a str],
    pub(crate) not_applicable: &'a [&'a str],
}

/// One finding: the component without its qualifiers, the vulnerability, where it is fixed, since when it is known
/// to be exploited, its base score, and the decision on it.
pub(crate) type Finding<'a> = Row<'a, &'a [&'a str]>;

type Row<'a, Fixes> = (&'a str, &'a str, Fixes, Option<&'a str>, Option<f64>, Option<&'a str>);

/// Assesses the example and holds every answer against what is expected; gives the assessment.
pub(crate) fn hold(house: &House, expected: &Expected<'_>) -> Value {
    let done = house.assess(&example(expected.directory), &["--format", "json"]);
    assert_eq!(done.code, Some(expected.code), "{}", done.err);
    let told = done.err.split("warning[").skip(1).filter_map(|rest| rest.split(']').next());
    assert_eq!(told.collect::<Vec<_>>(), expected.told, "{}", done.err);
    assert!(!expected.told.is_empty() || done.err.is_empty(), "an example is without a doubt: {}", done.err);
    let json = done.json();
    house.assert_fits("assessment", &json);
    verdict(&json["verdict"], expected);
    findings(&json, expected);
    gate(&json, expected);
    assert_eq!(standing(&json, "open"), expected.open, "open");
    assert_eq!(standing(&json, "late"), [""; 0], "late");
    assert_eq!(standing(&json, "not-applicable"), expected.not_applicable, "not applicable");
    json
}

fn verdict(verdict: &Value, expected: &Expected<'_>) {
    assert_eq!(verdict["scope"]["outcome"], "in-scope");
    assert_eq!(verdict["role"]["outcome"]["is"], "manufacturer");
    assert_eq!(verdict["class"]["outcome"]["is"], expected.class.0);
    assert_eq!(verdict["class"]["category"], expected.class.1);
    let procedures = |which: &str| texts(&verdict["routes"][which], "procedure");
    assert_eq!(procedures("open"), ["B+C", "H"]);
    assert_eq!(procedures("closed"), ["A", "certification"]);
    assert_eq!(procedures("would_open"), ["A", "certification"]);
    let days: Vec<_> =
        texts(&verdict["calendar"], "on").into_iter().zip(texts(&verdict["calendar"], "bound")).collect();
    assert_eq!(days, expected.days);
    let services = &verdict["remote_services"];
    let services: Vec<_> = texts(services, "service").into_iter().zip(texts(services, "outcome")).collect();
    assert_eq!(services, expected.services);
}

fn findings(json: &Value, expected: &Expected<'_>) {
    let list = json["findings"].as_array().unwrap();
    let mut found: Vec<String> = list.iter().map(|finding| format!("{:?}", finding_of(finding))).collect();
    let mut wanted: Vec<String> = expected.findings.iter().map(|finding| format!("{finding:?}")).collect();
    found.sort();
    wanted.sort();
    assert_eq!(found, wanted);
    for finding in list {
        assert!(finding["path"].as_array().unwrap().len() > 1, "no path leads to {finding}");
        assert!(!finding["vulnerability"]["matched_by"].as_array().unwrap().is_empty(), "{finding}");
    }
    let unchecked: Vec<_> = json["unchecked"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["component"].as_str().unwrap(), one["because"]["id"].as_str().unwrap()))
        .collect();
    assert_eq!(unchecked, expected.unchecked);
}

fn finding_of(finding: &Value) -> Row<'_, Vec<&str>> {
    let vulnerability = &finding["vulnerability"];
    (
        finding["component"].as_str().unwrap().split('?').next().unwrap(),
        vulnerability["id"].as_str().unwrap(),
        vulnerability["fixed_in"].as_array().unwrap().iter().map(|fix| fix.as_str().unwrap()).collect(),
        vulnerability["exploited"]["added_on"].as_str(),
        vulnerability["severity"]["score"].as_f64(),
        finding["decision"]["status"].as_str(),
    )
}

fn gate(json: &Value, expected: &Expected<'_>) {
    let gate = &json["gate"];
    assert_eq!(gate["may_be_placed_on_the_market"], expected.blocked.is_empty());
    let blocked: Vec<(&str, &str)> = gate["blocked_by"]
        .as_array()
        .unwrap()
        .iter()
        .map(|block| {
            let component = block["component"].as_str().unwrap();
            (block["cause"].as_str().unwrap(), block["vulnerability"].as_str().unwrap_or(component))
        })
        .collect();
    assert_eq!(blocked, expected.blocked);
    let asked = expected.findings.len() + expected.unchecked.len();
    assert_eq!(gate["cleared"].as_array().unwrap().len(), asked - expected.blocked.len());
}

/// Obligations that stand so.
pub(crate) fn standing<'a>(json: &'a Value, state: &str) -> Vec<&'a str> {
    let obligations = json["obligations"].as_array().unwrap().iter();
    let stands = |one: &&Value| one["state"].get(state).is_some() || one["state"] == state;
    obligations.filter(stands).map(|one| one["obligation"].as_str().unwrap()).collect()
}

fn texts<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|one| one[field].as_str().unwrap()).collect()
}

/// What people see: no escape codes, nothing wider than the terminal but words that cannot be broken.
pub(crate) fn assert_plain(done: &Done, columns: usize) {
    assert!(!done.out.contains('\u{1b}'), "escape codes");
    for line in done.out.lines() {
        let wide = line.chars().count() > columns && line.split_whitespace().count() > 1;
        assert!(!wide, "wider than {columns}: {line}");
    }
}
