//! CVSS objects: tests 6.1.7 to 6.1.10, and 6.2.19.

use std::collections::HashSet;

use proofmark_text::text;
use serde_json::Value;

use super::cvss::{OF_2, OF_3, Property, metrics, scores, severity, tenths};
use super::findings::Findings;
use super::judged::Judged;
use super::lists::{elements, texts};
use super::schema::cvss_faults;
use crate::excerpt::excerpt;

/// The members of a score that are CVSS objects.
const OBJECTS: [&str; 2] = ["cvss_v2", "cvss_v3"];

/// A CVSS object of a document.
struct Object<'d> {
    vulnerability: usize,
    score: usize,
    member: &'static str,
    value: &'d Value,
}

impl Object<'_> {
    fn place(&self) -> String {
        format!("/vulnerabilities/{}/scores/{}/{}", self.vulnerability, self.score, self.member)
    }
}

fn objects<'d>(judged: &Judged<'d>) -> impl Iterator<Item = Object<'d>> {
    judged.vulnerabilities.iter().enumerate().flat_map(|(vulnerability, value)| {
        elements(&value["scores"]).iter().enumerate().flat_map(move |(score, value)| {
            OBJECTS.iter().filter_map(move |member| {
                Some(Object { vulnerability, score, member, value: value.get(member)? })
            })
        })
    })
}

/// 6.1.7: within a vulnerability a product has one vector of each version of CVSS.
pub(super) fn multiple_scores(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let mut seen: HashSet<(&str, &str)> = HashSet::new();
        for (score, value) in elements(&value["scores"]).iter().enumerate() {
            for version in OBJECTS.iter().filter_map(|member| value.get(member)?["version"].as_str()) {
                let mut here = HashSet::new();
                for (index, id) in texts(&value["products"]).filter(|(_, id)| here.insert(*id)) {
                    if !seen.insert((version, id)) {
                        let place =
                            || format!("/vulnerabilities/{vulnerability}/scores/{score}/products/{index}");
                        let says = || text!("csaf-judged-scored-twice", id = id, version = excerpt(version));
                        found.tell(place, says);
                    }
                }
            }
        }
    }
}

/// 6.1.8: every CVSS object keeps the schema of its version.
pub(super) fn invalid(judged: &Judged<'_>, found: &mut Findings) {
    for object in objects(judged) {
        for problem in cvss_faults(object.member, object.value) {
            let below = problem.place.path.unwrap_or_default();
            found.tell(|| format!("{}{below}", object.place()), || problem.says);
        }
    }
}

/// 6.1.9: the scores and their words are those that follow from the vector.
pub(super) fn computation(judged: &Judged<'_>, found: &mut Findings) {
    for object in objects(judged) {
        let Some(vector) = object.value["vectorString"].as_str() else {
            found.cannot_tell(text!("csaf-judged-no-vector", place = object.place()));
            continue;
        };
        let Some(computed) = scores(vector) else {
            let place = || format!("{}/vectorString", object.place());
            found.tell(place, || text!("csaf-judged-vector", vector = excerpt(vector)));
            continue;
        };
        let parts = [
            ("baseScore", "baseSeverity", computed.base),
            ("temporalScore", "temporalSeverity", computed.temporal),
            ("environmentalScore", "environmentalSeverity", computed.environmental),
        ];
        for (score, word, computed) in parts {
            let told = &object.value[score];
            if let Some(given) = told.as_f64().filter(|given| tenths(*given) != Some(computed)) {
                let right = format!("{}.{}", computed / 10, computed % 10);
                let says = || text!("csaf-judged-score", given = given.to_string(), right = right);
                found.tell(|| format!("{}/{score}", object.place()), says);
            }
            let given = object.value[word].as_str().filter(|_| object.member == "cvss_v3");
            if let Some(given) = given.filter(|given| *given != severity(computed)) {
                let says = || text!("csaf-judged-score", given = excerpt(given), right = severity(computed));
                found.tell(|| format!("{}/{word}", object.place()), says);
            }
        }
    }
}

/// 6.1.10: what stands beside the vector says the same as the vector. What the vector leaves out contradicts nothing: the published valid
/// documents have such properties.
pub(super) fn inconsistent(judged: &Judged<'_>, found: &mut Findings) {
    for object in objects(judged) {
        let Some(vector) = object.value["vectorString"].as_str() else {
            found.cannot_tell(text!("csaf-judged-no-vector", place = object.place()));
            continue;
        };
        let Some(metrics) = metrics(vector) else {
            let place = || format!("{}/vectorString", object.place());
            found.tell(place, || text!("csaf-judged-vector", vector = excerpt(vector)));
            continue;
        };
        let (properties, not_defined): (&[Property], _) =
            if object.member == "cvss_v2" { (&OF_2, "ND") } else { (&OF_3, "X") };
        for property in properties {
            let Some(given) = object.value[property.name].as_str() else { continue };
            let in_vector = metrics.iter().find(|(metric, _)| *metric == property.metric);
            let Some((_, in_vector)) = in_vector else { continue };
            if property.letter(given, not_defined) != *in_vector {
                let says = || {
                    text!(
                        "csaf-judged-inconsistent",
                        given = excerpt(given),
                        metric = property.metric,
                        value = *in_vector
                    )
                };
                found.tell(|| format!("{}/{}", object.place(), property.name), says);
            }
        }
    }
}

/// 6.2.19: where a fixed product is scored, its environmental score is 0.
pub(super) fn fixed_products(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let status = &value["product_status"];
        let mut scored: HashSet<&str> = HashSet::new();
        let mut harmless: HashSet<&str> = HashSet::new();
        for score in elements(&value["scores"]) {
            let products = texts(&score["products"]).map(|(_, id)| id);
            let is_harmless = OBJECTS.iter().filter_map(|member| score.get(member)).any(has_no_effect);
            if is_harmless { harmless.extend(products) } else { scored.extend(products) }
        }
        for member in ["first_fixed", "fixed"] {
            for (index, id) in texts(&status[member]) {
                if scored.contains(id) && !harmless.contains(id) {
                    let place =
                        || format!("/vulnerabilities/{vulnerability}/product_status/{member}/{index}");
                    found.tell(place, || text!("csaf-judged-fixed-scored", id = id));
                }
            }
        }
    }
}

fn has_no_effect(cvss: &Value) -> bool {
    let given = cvss["environmentalScore"].as_f64().map(tenths);
    let modified = ["modifiedConfidentialityImpact", "modifiedIntegrityImpact", "modifiedAvailabilityImpact"];
    let computed = || cvss["vectorString"].as_str().and_then(scores).map(|it| it.environmental);
    let nobody_has_it = cvss["targetDistribution"] == "NONE";
    nobody_has_it
        || given == Some(Some(0))
        || modified.iter().all(|name| cvss[*name] == "NONE")
        || computed() == Some(0)
}
