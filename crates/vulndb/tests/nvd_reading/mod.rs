//! Small records with configurations of products, for tests.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use proofmark_facts::{Advisory, CpeBound, CpeConfiguration, CpeMatch, CpeNode, CpeOperator, SeverityVector};
use proofmark_vulndb::Builder;
use serde_json::Value;

use crate::reading;

/// Adds a record: one with `configurations` is the NVD's, every other OSV's.
pub(crate) fn add(builder: &mut Builder, record: &str) {
    let record: Value = serde_json::from_str(record).unwrap();
    let mut advisory: Advisory = reading::advisory(&record);
    let Some(configurations) = record["configurations"].as_array() else {
        builder.add(&advisory, "test").unwrap();
        return;
    };
    if let Some(vector) = record["vector"].as_str() {
        advisory.severities = vec![SeverityVector { scheme: "CVSS_V3".into(), vector: vector.into() }];
    }
    let configurations: Vec<CpeConfiguration> = configurations.iter().map(configuration).collect();
    builder.add_with_configurations(&advisory, &configurations, "NVD").unwrap();
}

fn configuration(written: &Value) -> CpeConfiguration {
    CpeConfiguration {
        operator: operator(written),
        negate: written["negate"] == true,
        nodes: written["nodes"].as_array().unwrap().iter().map(node).collect(),
    }
}

fn node(written: &Value) -> CpeNode {
    CpeNode {
        operator: operator(written),
        negate: written["negate"] == true,
        matches: written["cpeMatch"].as_array().unwrap().iter().map(one).collect(),
    }
}

fn one(written: &Value) -> CpeMatch {
    let bound = |key: &str, included: bool| {
        written[key].as_str().map(|version| CpeBound { version: version.to_owned(), included })
    };
    CpeMatch {
        vulnerable: written["vulnerable"] == true,
        criteria: written["criteria"].as_str().unwrap().parse().unwrap(),
        from: bound("versionStartIncluding", true).or(bound("versionStartExcluding", false)),
        to: bound("versionEndIncluding", true).or(bound("versionEndExcluding", false)),
    }
}

fn operator(written: &Value) -> CpeOperator {
    if written["operator"] == "AND" { CpeOperator::And } else { CpeOperator::Or }
}
