//! How bad a container says a vulnerability is, whether it is exploited, and what else an enricher decided.

use jiff::civil::Date;
use proofmark_facts::{Exploitation, ExploitedStatement, SeverityVector, SsvcDecision, TechnicalImpact};
use serde::Deserialize;
use serde_json::Value;

use crate::instants::day_of;
use crate::json::{List, Words};

/// One entry of `metrics`: scores, or something of a kind the format does not know.
#[derive(Deserialize)]
pub(super) struct Metric<'a> {
    #[serde(rename = "cvssV2_0", borrow)]
    v2: Option<Cvss<'a>>,
    #[serde(rename = "cvssV3_0", borrow)]
    v3: Option<Cvss<'a>>,
    #[serde(rename = "cvssV3_1", borrow)]
    v31: Option<Cvss<'a>>,
    #[serde(rename = "cvssV4_0", borrow)]
    v4: Option<Cvss<'a>>,
    #[serde(borrow)]
    other: Option<Other<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Cvss<'a> {
    #[serde(borrow)]
    vector_string: Option<Words<'a>>,
    #[serde(borrow)]
    base_severity: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Other<'a> {
    #[serde(rename = "type", borrow)]
    kind: Option<Words<'a>>,
    /// Of any shape: whoever adds a kind decides.
    content: Option<Value>,
}

/// What all metrics of a container say together.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Rated {
    pub(super) severities: Vec<SeverityVector>,
    pub(super) word: Option<String>,
    pub(super) exploited: Option<ExploitedStatement>,
    pub(super) ssvc: Option<SsvcDecision>,
}

/// Gathers the metrics of a container.
pub(super) fn rated(metrics: List<Metric<'_>>) -> Rated {
    let mut rated = Rated::default();
    for metric in metrics.0 {
        let scored =
            [("CVSS_V2", metric.v2), ("CVSS_V3", metric.v3), ("CVSS_V3", metric.v31), ("CVSS_V4", metric.v4)];
        for (scheme, cvss) in scored {
            let Some(cvss) = cvss else { continue };
            if let Some(vector) = cvss.vector_string.filter(|vector| !vector.trim().is_empty()) {
                let severity = SeverityVector { scheme: scheme.to_owned(), vector: vector.into_string() };
                if !rated.severities.contains(&severity) {
                    rated.severities.push(severity);
                }
            }
            rated.word = rated.word.or_else(|| cvss.base_severity.map(Words::into_string));
        }
        if let Some(Other { kind: Some(kind), content: Some(content) }) = metric.other {
            match kind.to_ascii_lowercase().as_str() {
                "ssvc" => rated.ssvc = rated.ssvc.or_else(|| ssvc(&content)),
                "kev" => rated.exploited = rated.exploited.take().or_else(|| Some(kev(&content))),
                // Some write their severity as a word of their own.
                _ => {
                    let word = content.get("text").or_else(|| content.get("value")).and_then(Value::as_str);
                    let word = word.filter(|word| word.len() < 40);
                    rated.word = rated.word.or_else(|| word.map(str::to_owned));
                }
            }
        }
    }
    rated
}

/// CISA's decision points: `options`, each an object of one point.
fn ssvc(content: &Value) -> Option<SsvcDecision> {
    let options = content.get("options")?.as_array()?;
    let point = |name: &str| {
        let given = |option: &Value| {
            let (key, value) = option.as_object()?.iter().next()?;
            key.eq_ignore_ascii_case(name).then(|| value.as_str().map(str::to_ascii_lowercase))?
        };
        options.iter().find_map(given)
    };
    let decision = SsvcDecision {
        exploitation: point("Exploitation").and_then(|word| match word.as_str() {
            "none" => Some(Exploitation::None),
            "poc" | "public poc" => Some(Exploitation::Poc),
            "active" => Some(Exploitation::Active),
            _ => None,
        }),
        automatable: point("Automatable").and_then(|word| match word.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }),
        technical_impact: point("Technical Impact").and_then(|word| match word.as_str() {
            "partial" => Some(TechnicalImpact::Partial),
            "total" => Some(TechnicalImpact::Total),
            _ => None,
        }),
        decided_on: content.get("timestamp").and_then(Value::as_str).and_then(day_of),
    };
    Some(decision).filter(|decision| decision.says_something())
}

/// An entry of CISA's catalogue of known exploited vulnerabilities. That it has no day makes it no less one.
fn kev(content: &Value) -> ExploitedStatement {
    let since: Option<Date> = content.get("dateAdded").and_then(Value::as_str).and_then(day_of);
    ExploitedStatement { list: "CISA KEV".to_owned(), since }
}
