//! The official JSON schema of CSAF 2.0, and those of CVSS it refers to.

use std::collections::HashSet;
use std::sync::LazyLock;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Registry, Validator};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use serde_json::Value;

use super::lists::elements;
use crate::official_schema::schema_faults;

/// After so many faults nobody looks for more.
pub(super) const MOST_FAULTS: usize = 5_000;

const CSAF: &str = include_str!("../../../schemas/csaf/csaf-2.0.schema.json");

/// The schemas of CVSS: the member they are for, its `version`, and the address the schema of CSAF knows them by.
const OF_CVSS: [(&str, &str, &str, &str); 3] = [
    ("cvss_v2", "2.0", "https://www.first.org/cvss/cvss-v2.0.json", CVSS_2_0),
    ("cvss_v3", "3.0", "https://www.first.org/cvss/cvss-v3.0.json", CVSS_3_0),
    ("cvss_v3", "3.1", "https://www.first.org/cvss/cvss-v3.1.json", CVSS_3_1),
];
const CVSS_2_0: &str = include_str!("../../../schemas/csaf/cvss-v2.0.schema.json");
const CVSS_3_0: &str = include_str!("../../../schemas/csaf/cvss-v3.0.schema.json");
const CVSS_3_1: &str = include_str!("../../../schemas/csaf/cvss-v3.1.schema.json");

struct Schemas {
    csaf: Validator,
    /// The same, but that no object may have members it does not name (test 6.2.20).
    strict: Validator,
    cvss: Vec<OfCvss>,
}

struct OfCvss {
    member: &'static str,
    version: &'static str,
    schema: Validator,
    known: HashSet<String>,
}

/// `None` only if a schema that is built in were none, which a test rules out.
static SCHEMAS: LazyLock<Option<Schemas>> = LazyLock::new(build);

fn build() -> Option<Schemas> {
    let mut registry = Registry::new();
    for (_, _, address, schema) in OF_CVSS {
        registry = registry.add(address, serde_json::from_str::<Value>(schema).ok()?).ok()?;
    }
    let registry = registry.prepare().ok()?;
    let csaf: Value = serde_json::from_str(CSAF).ok()?;
    let mut strict = csaf.clone();
    forbid_others(&mut strict);
    let options = || jsonschema::options().should_validate_formats(true);
    let cvss = OF_CVSS.iter().map(|(member, version, _, written)| {
        let written: Value = serde_json::from_str(written).ok()?;
        let known = written["properties"].as_object()?.keys().cloned().collect();
        Some(OfCvss { member, version, schema: options().build(&written).ok()?, known })
    });
    Some(Schemas {
        csaf: options().with_registry(&registry).build(&csaf).ok()?,
        strict: options().with_registry(&registry).build(&strict).ok()?,
        cvss: cvss.collect::<Option<_>>()?,
    })
}

/// Makes a schema one that names all members.
fn forbid_others(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("type").is_some_and(|kind| kind == "object") && members.contains_key("properties")
            {
                members.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            members.values_mut().for_each(forbid_others);
        }
        Value::Array(elements) => elements.iter_mut().for_each(forbid_others),
        _ => {}
    }
}

/// Where the document breaks the schema of CSAF, but for what its CVSS objects break; `None` where it could not be told.
pub(super) fn csaf_faults(document: &Value) -> Option<Vec<Problem>> {
    let mut faults = schema_faults(&SCHEMAS.as_ref()?.csaf, document, MOST_FAULTS);
    faults.retain(|fault| !fault.place.path.as_deref().is_some_and(is_in_cvss));
    Some(faults)
}

/// Whether a place is in a CVSS object, which test 6.1.8 is about.
fn is_in_cvss(place: &str) -> bool {
    let mut steps = place.split('/').skip(1);
    steps.next() == Some("vulnerabilities")
        && steps.nth(1) == Some("scores")
        && steps.nth(1).is_some_and(|member| member.starts_with("cvss_v"))
}

/// Where a CVSS object breaks the schema of the version it says it is of.
pub(super) fn cvss_faults(member: &str, object: &Value) -> Vec<Problem> {
    let of_member = || SCHEMAS.iter().flat_map(|all| &all.cvss).filter(|one| one.member == member);
    // Of a version that is none, the schema of the highest says that it is.
    let schema = of_member().find(|one| object["version"] == one.version).or_else(|| of_member().next_back());
    match schema {
        Some(one) => schema_faults(&one.schema, object, MOST_FAULTS),
        None => vec![Problem::error(Place::default(), text!("csaf-judged-no-schema"))],
    }
}

/// The objects with members the schemas do not name.
pub(super) fn additional_properties(document: &Value, told: &mut dyn FnMut(String, String)) {
    let Some(schemas) = SCHEMAS.as_ref() else { return };
    for error in schemas.strict.iter_errors(document).take(MOST_FAULTS) {
        if let ValidationErrorKind::AdditionalProperties { unexpected } = error.kind() {
            told(error.instance_path().to_string(), unexpected.join(", "));
        }
    }
    for (vulnerability, value) in elements(&document["vulnerabilities"]).iter().enumerate() {
        for (score, value) in elements(&value["scores"]).iter().enumerate() {
            for schema in &schemas.cvss {
                let object = value.get(schema.member).filter(|object| object["version"] == schema.version);
                let Some(members) = object.and_then(Value::as_object) else { continue };
                let others: Vec<&str> =
                    members.keys().filter(|name| !schema.known.contains(*name)).map(String::as_str).collect();
                if !others.is_empty() {
                    let place = format!("/vulnerabilities/{vulnerability}/scores/{score}/{}", schema.member);
                    told(place, others.join(", "));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_schema_is_built() {
        assert_eq!(SCHEMAS.as_ref().map(|all| all.cvss.len()), Some(3));
    }

    #[test]
    fn what_is_in_a_cvss_object_is_known() {
        assert!(
            is_in_cvss("/vulnerabilities/0/scores/3/cvss_v3/baseScore")
                && is_in_cvss("/vulnerabilities/0/scores/3/cvss_v2")
        );
        assert!(!is_in_cvss("/vulnerabilities/0/scores/3") && !is_in_cvss("/document/0/scores/3/cvss_v3"));
    }
}
