//! What a case expects of a verdict, and where the verdict says otherwise.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The parts of a verdict that answer what every product is asked first.
const ANSWERED: &[&str] = &["scope", "role", "class", "routes", "remote_services"];

/// Expectations that are lists of words.
const LISTS: &[&str] = &[
    "open",
    "closed",
    "would_open",
    "missing",
    "rows",
    "cites",
    "owes",
    "owes_not",
    "contradictions",
    "present",
    "absent",
];

const NO_WAY: &str = "no way: it begins with `/`";

/// A verdict with what goes with it, as the JSON that `assess` writes.
pub(crate) struct Tried {
    /// The verdict.
    pub(crate) verdict: Value,
    /// How every obligation stands while nothing is kept.
    pub(crate) obligations: Value,
    /// What contradicts what.
    pub(crate) contradictions: Value,
}

/// An expectation that did not hold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Mismatch {
    /// The expectation's key, or its way through the verdict.
    pub at: String,
    /// What the case expects.
    pub expected: Value,
    /// What the verdict says instead.
    pub found: Value,
}

/// Lays every expectation against the verdict.
pub(crate) fn compare(expect: &Map<String, Value>, tried: &Tried) -> Vec<Mismatch> {
    expect.iter().flat_map(|(key, expected)| judge(key, expected, tried)).collect()
}

fn judge(key: &str, expected: &Value, tried: &Tried) -> Vec<Mismatch> {
    if LISTS.contains(&key) && !is_list_of_words(expected) {
        return vec![unusable(key, expected, "no list of words")];
    }
    let verdict = &tried.verdict;
    let same = |found: Value| mismatch(key, expected, found, |expected, found| expected == found);
    match key {
        "scope" | "class" => same(outcome(&verdict[key]["outcome"])),
        "role" => same(outcome(&verdict["role"]["outcome"])),
        "category" => same(verdict["class"]["category"].clone()),
        "open" | "closed" | "would_open" => {
            let procedures = strings(&verdict["routes"][key], "procedure");
            mismatch(key, expected, json!(procedures), |expected, found| words(expected) == words(found))
        }
        "missing" => all_in(key, expected, &missing(verdict)),
        "rows" => all_in(key, expected, &everywhere(verdict, "row")),
        "cites" => cited(key, expected, &everywhere(verdict, "cites")),
        "legal_review" => review(key, expected, verdict),
        "owes" => all_in(key, expected, &standing(&tried.obligations, true)),
        "owes_not" => all_in(key, expected, &standing(&tried.obligations, false)),
        "contradictions" => {
            let codes = everywhere(&tried.contradictions, "id");
            if expected == &json!([]) { same(json!(codes)) } else { all_in(key, expected, &codes) }
        }
        "present" => standing_there(key, expected, verdict, true),
        "absent" => standing_there(key, expected, verdict, false),
        "at" => match expected.as_object() {
            Some(ways) => ways.iter().flat_map(|(way, wanted)| at(way, wanted, verdict)).collect(),
            None => vec![unusable(key, expected, "no table of ways")],
        },
        _ => vec![unusable(key, expected, "no such expectation")],
    }
}

fn mismatch(key: &str, expected: &Value, found: Value, holds: fn(&Value, &Value) -> bool) -> Vec<Mismatch> {
    if holds(expected, &found) {
        return Vec::new();
    }
    vec![Mismatch { at: key.to_owned(), expected: expected.clone(), found }]
}

/// Every expected word is among what was found.
fn all_in(key: &str, expected: &Value, found: &BTreeSet<String>) -> Vec<Mismatch> {
    if words(expected).is_subset(found) && expected.is_array() {
        return Vec::new();
    }
    vec![Mismatch { at: key.to_owned(), expected: expected.clone(), found: json!(found) }]
}

/// Every expected place is cited, as it is written or more exactly: `Article 18` by `Article 18(3)(a)`.
fn cited(key: &str, expected: &Value, found: &BTreeSet<String>) -> Vec<Mismatch> {
    let within = |place: &String| {
        found.iter().any(|cites| {
            let rest = cites.strip_prefix(place.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['(', ',']))
        })
    };
    if expected.is_array() && words(expected).iter().all(within) {
        return Vec::new();
    }
    vec![Mismatch { at: key.to_owned(), expected: expected.clone(), found: json!(found) }]
}

/// `true` or `false` for the answers every product gets, or the rows for which a lawyer is asked anywhere.
fn review(key: &str, expected: &Value, verdict: &Value) -> Vec<Mismatch> {
    let Value::Bool(asked) = expected else {
        if !is_list_of_words(expected) {
            return vec![unusable(key, expected, "neither true nor false nor a list of words")];
        }
        return all_in(key, expected, &for_review(verdict));
    };
    let rows: BTreeSet<String> = ANSWERED.iter().flat_map(|part| for_review(&verdict[*part])).collect();
    if *asked != rows.is_empty() {
        return Vec::new();
    }
    vec![Mismatch { at: key.to_owned(), expected: expected.clone(), found: json!(rows) }]
}

/// The rows for which a lawyer is asked.
fn for_review(value: &Value) -> BTreeSet<String> {
    let mut rows = BTreeSet::new();
    objects(value, &mut |object| {
        if object.contains_key("legal_review") {
            rows.extend(object.get("row").and_then(Value::as_str).map(str::to_owned));
        }
    });
    rows
}

/// An outcome's word: `"in-scope"`, `{"is": "manufacturer"}` or `{"undetermined": …}`.
fn outcome(outcome: &Value) -> Value {
    match outcome {
        Value::Object(one) => match one.get("is") {
            Some(is) => is.clone(),
            None => one.keys().next().map(|word| json!(word)).unwrap_or_default(),
        },
        word => word.clone(),
    }
}

/// The facts that undetermined answers anywhere in the verdict wait for.
fn missing(verdict: &Value) -> BTreeSet<String> {
    let mut missing = BTreeSet::new();
    objects(verdict, &mut |object| missing.extend(object.get("missing").map(words).unwrap_or_default()));
    missing
}

/// Obligations that are owed, or that are not.
///
/// Owed is what applies; not what binds a product only once it is substantially modified.
fn standing(obligations: &Value, owed: bool) -> BTreeSet<String> {
    let all = obligations.as_array().into_iter().flatten();
    all.filter(|one| is_owed(one) == owed)
        .filter_map(|one| one["obligation"].as_str().map(str::to_owned))
        .collect()
}

fn is_owed(one: &Value) -> bool {
    one["state"].get("not-applicable").is_none() && one["bound"] != "not-unless-substantially-modified"
}

/// What stands at a way through the verdict, as `/retention/[row=RET-01]/until`.
fn at(way: &str, expected: &Value, verdict: &Value) -> Vec<Mismatch> {
    if !is_way(way) {
        return vec![unusable(way, expected, NO_WAY)];
    }
    let found = follow(way, verdict).cloned().unwrap_or_default();
    mismatch(way, expected, found, |expected, found| expected == found)
}

/// An expectation that nothing could ever hold to must not pass for one that holds.
fn unusable(at: &str, expected: &Value, why: &str) -> Mismatch {
    Mismatch { at: at.to_owned(), expected: expected.clone(), found: json!(why) }
}

fn is_list_of_words(expected: &Value) -> bool {
    expected.as_array().is_some_and(|words| words.iter().all(Value::is_string))
}

fn is_way(way: &str) -> bool {
    way.starts_with('/')
}

/// Something stands at each of these ways, or nothing does.
fn standing_there(key: &str, ways: &Value, verdict: &Value, wanted: bool) -> Vec<Mismatch> {
    let ways: Vec<&str> = ways.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if let Some(no_way) = ways.iter().find(|way| !is_way(way)) {
        return vec![unusable(no_way, &json!(key), NO_WAY)];
    }
    let otherwise = |way: &&str| follow(way, verdict).is_some_and(|found| !found.is_null()) != wanted;
    let mismatch = |way: &str| Mismatch {
        at: way.to_owned(),
        expected: json!(key),
        found: follow(way, verdict).cloned().unwrap_or_default(),
    };
    ways.into_iter().filter(otherwise).map(mismatch).collect()
}

fn follow<'v>(way: &str, verdict: &'v Value) -> Option<&'v Value> {
    way.split('/').skip(1).try_fold(verdict, go)
}

fn go<'v>(value: &'v Value, step: &str) -> Option<&'v Value> {
    match (step.strip_prefix('[').and_then(|step| step.strip_suffix(']')), value) {
        (Some(choice), Value::Array(items)) => {
            let (key, wanted) = choice.split_once('=')?;
            items.iter().find(|item| match &item[key] {
                Value::String(text) => text == wanted,
                other => serde_json::from_str::<Value>(wanted).is_ok_and(|wanted| wanted == *other),
            })
        }
        (_, Value::Array(items)) => items.get(step.parse::<usize>().ok()?),
        (_, Value::Object(object)) => object.get(step),
        _ => None,
    }
}

fn strings(list: &Value, key: &str) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|one| one[key].as_str().map(str::to_owned)).collect()
}

fn everywhere(value: &Value, key: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    objects(value, &mut |object| found.extend(object.get(key).and_then(Value::as_str).map(str::to_owned)));
    found
}

fn words(list: &Value) -> BTreeSet<String> {
    list.as_array().into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

fn objects(value: &Value, visit: &mut impl FnMut(&Map<String, Value>)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| objects(item, visit)),
        Value::Object(object) => {
            visit(object);
            object.values().for_each(|value| objects(value, visit));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried() -> Tried {
        Tried {
            verdict: json!({
                "scope": { "outcome": { "undetermined": { "missing": ["scope.data_connection"] } }, "reasons": [
                    { "row": "SCP-04", "cites": "Article 2(1)" },
                ] },
                "role": { "outcome": { "is": "manufacturer" } },
                "class": { "outcome": { "is": "critical" }, "category": "IV.1" },
                "routes": { "open": [{ "procedure": "H" }, { "procedure": "B+C" }] },
                "retention": [{ "row": "RET-01", "until": "2038-01-01", "legal_review": "x" }],
            }),
            obligations: json!([
                { "obligation": "art13-1", "state": { "open": {} } },
                { "obligation": "art19-1", "state": { "not-applicable": {} } },
            ]),
            contradictions: json!([{ "says": { "id": "law-contradiction-x" } }]),
        }
    }

    fn holds(expect: &Value) -> bool {
        compare(expect.as_object().unwrap(), &tried()).is_empty()
    }

    #[test]
    fn what_the_verdict_says_holds() {
        let all = [
            json!({ "scope": "undetermined", "role": "manufacturer", "class": "critical", "category": "IV.1" }),
            json!({ "open": ["B+C", "H"], "missing": ["scope.data_connection"], "rows": ["SCP-04"] }),
            json!({ "cites": ["Article 2"], "rows": [] }),
            json!({ "cites": ["Article 2(1)"], "legal_review": ["RET-01"], "owes": ["art13-1"] }),
            json!({ "legal_review": false, "owes_not": ["art19-1"], "contradictions": ["law-contradiction-x"] }),
            json!({ "at": { "/retention/[row=RET-01]/until": "2038-01-01", "/routes/open/0/procedure": "H" } }),
        ];
        for expect in all {
            assert!(holds(&expect), "{expect}");
        }
    }

    #[test]
    fn what_it_does_not_say_is_told() {
        let none = [
            json!({ "scope": "in-scope" }),
            json!({ "role": "importer" }),
            json!({ "open": ["H"] }),
            json!({ "open": ["A", "B+C", "H"] }),
            json!({ "missing": ["scope.own_use_only"] }),
            json!({ "rows": "SCP-04" }),
            json!({ "cites": ["Article 2(1)(a)"] }),
            json!({ "cites": ["Article"] }),
            json!({ "legal_review": true }),
            json!({ "legal_review": ["SCP-04"] }),
            json!({ "owes": ["art19-1"] }),
            json!({ "owes_not": ["art13-1"] }),
            json!({ "contradictions": [] }),
            json!({ "at": { "/retention/[row=RET-02]/until": "2038-01-01" } }),
            json!({ "at": { "/retention/1": {} } }),
            json!({ "scpe": "in-scope" }),
            json!({ "at": "/scope" }),
            json!({ "at": { "scope": 1 } }),
            json!({ "absent": ["retention/1"] }),
            json!({ "absent": [7] }),
            json!({ "rows": [7] }),
            json!({ "would_open": "A" }),
            json!({ "legal_review": [7] }),
        ];
        for expect in none {
            assert!(!holds(&expect), "{expect}");
        }
    }
}
