//! How bad a vulnerability is: `scores` of 2.0 and `metrics` of 2.1.

use proofmark_facts::SeverityVector;
use serde::Deserialize;

use crate::json::{List, MaybeWords, Words};

/// The most different vectors of one vulnerability.
const MOST_VECTORS: usize = 50;

/// An element of `scores`, or the content of one of `metrics`.
#[derive(Deserialize)]
pub(super) struct Score<'a> {
    #[serde(rename = "cvss_v2", borrow)]
    v2: Option<Cvss<'a>>,
    #[serde(rename = "cvss_v3", borrow)]
    v3: Option<Cvss<'a>>,
    #[serde(rename = "cvss_v4", borrow)]
    v4: Option<Cvss<'a>>,
}

/// An element of `metrics`.
#[derive(Deserialize)]
pub(super) struct Metric<'a> {
    #[serde(borrow)]
    content: Option<Score<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Cvss<'a> {
    #[serde(default, borrow)]
    vector_string: MaybeWords<'a>,
}

/// The vectors, each once, in the order of the document.
pub(super) fn severities(scores: List<Score<'_>>, metrics: List<Metric<'_>>) -> Vec<SeverityVector> {
    let mut found: Vec<SeverityVector> = Vec::new();
    let all = scores.0.into_iter().chain(metrics.0.into_iter().filter_map(|metric| metric.content));
    for score in all {
        let by_scheme = [("CVSS_V2", score.v2), ("CVSS_V3", score.v3), ("CVSS_V4", score.v4)];
        for (scheme, cvss) in by_scheme {
            let Some(vector) = cvss.and_then(|cvss| cvss.vector_string.0).map(Words::into_string) else {
                continue;
            };
            let severity = SeverityVector { scheme: scheme.to_owned(), vector };
            if found.len() < MOST_VECTORS && !found.contains(&severity) {
                found.push(severity);
            }
        }
    }
    found
}
