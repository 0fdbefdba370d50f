//! How bad a vulnerability is, as the NVD or the one who published it says, in the schemes of CVSS.

use proofmark_facts::SeverityVector;
use serde::Deserialize;

use crate::json::{List, Words};

/// One severity with who gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NvdMetric {
    /// The scheme as OSV calls it (`CVSS_V2`, `CVSS_V3`, `CVSS_V4`) and the vector.
    pub severity: SeverityVector,
    /// Who gives it, by address: `nvd@nist.gov` or that of a numbering authority.
    pub source: String,
    /// Whether it is the NVD's first word; another's is second beside it.
    pub primary: bool,
}

/// The severities as written, by scheme.
#[derive(Deserialize)]
pub(super) struct Metrics<'a> {
    #[serde(rename = "cvssMetricV40", default, borrow)]
    four: List<Written<'a>>,
    #[serde(rename = "cvssMetricV31", default, borrow)]
    three_one: List<Written<'a>>,
    #[serde(rename = "cvssMetricV30", default, borrow)]
    three: List<Written<'a>>,
    #[serde(rename = "cvssMetricV2", default, borrow)]
    two: List<Written<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    #[serde(borrow)]
    source: Option<Words<'a>>,
    #[serde(rename = "type", borrow)]
    kind: Option<Words<'a>>,
    #[serde(borrow)]
    cvss_data: Option<CvssData<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CvssData<'a> {
    #[serde(borrow)]
    vector_string: Option<Words<'a>>,
}

impl Metrics<'_> {
    /// The newest scheme first, within it the primary one; without vector there is nothing to say.
    pub(super) fn into_metrics(self) -> Vec<NvdMetric> {
        let by_scheme = [
            ("CVSS_V4", self.four),
            ("CVSS_V3", self.three_one),
            ("CVSS_V3", self.three),
            ("CVSS_V2", self.two),
        ];
        let mut metrics = Vec::new();
        for (scheme, written) in by_scheme {
            let first = metrics.len();
            metrics.extend(written.0.into_iter().filter_map(|it| it.into_metric(scheme)));
            metrics[first..].sort_by_key(|metric| !metric.primary);
        }
        metrics
    }
}

impl Written<'_> {
    fn into_metric(self, scheme: &str) -> Option<NvdMetric> {
        let vector = self.cvss_data?.vector_string?.into_string();
        Some(NvdMetric {
            severity: SeverityVector { scheme: scheme.to_owned(), vector },
            source: self.source.map(Words::into_string).unwrap_or_default(),
            primary: self.kind.as_deref() == Some("Primary"),
        })
    }
}

/// The severities that count: CVSS 2 only where nothing newer is said, and the primary ones if there are any.
pub(super) fn counting(metrics: &[NvdMetric]) -> Vec<SeverityVector> {
    let is_newer = |metric: &NvdMetric| metric.severity.scheme != "CVSS_V2";
    let any_newer = metrics.iter().any(is_newer);
    let of_age = || metrics.iter().filter(|metric| is_newer(metric) == any_newer);
    let any_primary = of_age().any(|metric| metric.primary);
    of_age().filter(|metric| metric.primary == any_primary).map(|metric| metric.severity.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scheme and vector of what counts.
    fn counts(json: &str) -> Vec<String> {
        let metrics: Metrics<'_> = serde_json::from_str(json).unwrap();
        counting(&metrics.into_metrics())
            .into_iter()
            .map(|it| format!("{} {}", it.scheme, it.vector))
            .collect()
    }

    #[test]
    fn the_primary_ones_count_and_the_oldest_scheme_only_alone() {
        let metric = |member: &str, kind: &str, vector: &str| {
            format!(
                r#""cvssMetric{member}": [{{"source": "s", "type": "{kind}", "cvssData": {{"vectorString": "{vector}"}}}}]"#
            )
        };
        let (old, newer) = (metric("V2", "Primary", "two"), metric("V31", "Primary", "three"));
        let newest = metric("V40", "Secondary", "four");
        assert_eq!(counts(&format!("{{{old}, {newer}, {newest}}}")), ["CVSS_V3 three"]);
        assert_eq!(counts(&format!("{{{old}, {newest}}}")), ["CVSS_V4 four"]);
        assert_eq!(counts(&format!("{{{old}}}")), ["CVSS_V2 two"]);
        assert_eq!(counts(&format!("{{{newest}}}")), ["CVSS_V4 four"]);
        assert_eq!(counts(&format!("{{{}}}", metric("V30", "Secondary", "three"))), ["CVSS_V3 three"]);
        assert_eq!(counts(r#"{"cvssMetricV31": [{"type": "Primary"}], "ssvcV203": [1]}"#), [""; 0]);
    }
}
