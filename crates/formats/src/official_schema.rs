//! Holds a bill of materials against the official schema of its version. Readers are lenient: what they do not need may be wrong.
//! This finds the rest.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{Registry, Validator};
use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use serde_json::Value;

/// A document beyond this many bytes is not held against a schema: it would have to lie in memory as a tree.
const LARGEST: usize = 32 << 20;

/// After so many faults nobody looks for more.
const MOST_FOUND: usize = 5_000;

/// The letters of a value that are repeated in a problem.
const MOST_SHOWN: usize = 60;

/// The schemas that others refer to, by their file names.
const BESIDE: [(&str, &str); 3] = [
    ("spdx", include_str!("../schemas/cyclonedx/spdx.schema.json")),
    ("jsf-0.82", include_str!("../schemas/cyclonedx/jsf-0.82.schema.json")),
    ("cryptography-defs", include_str!("../schemas/cyclonedx/cryptography-defs.schema.json")),
];

/// The schemas, by `specVersion`.
const OF_CYCLONEDX: [(&str, &str); 6] = [
    ("1.2", include_str!("../schemas/cyclonedx/bom-1.2.schema.json")),
    ("1.3", include_str!("../schemas/cyclonedx/bom-1.3.schema.json")),
    ("1.4", include_str!("../schemas/cyclonedx/bom-1.4.schema.json")),
    ("1.5", include_str!("../schemas/cyclonedx/bom-1.5.schema.json")),
    ("1.6", include_str!("../schemas/cyclonedx/bom-1.6.schema.json")),
    ("1.7", include_str!("../schemas/cyclonedx/bom-1.7.schema.json")),
];

/// What the official schema says of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct SchemaVerdict {
    /// Which schema it is.
    pub schema: String,
    /// Where the document breaks it, at most as many as were asked for; each a warning with its place.
    pub faults: Vec<Problem>,
    /// Whether there are more.
    pub more: bool,
}

/// Holds a CycloneDX document in JSON against the schema of the version it says it is of. `None`: it is in another form or version, or
/// too large.
///
/// Time grows with the document; it is held in memory as a tree.
pub fn held_against_schema(document: &[u8], most: usize) -> Option<SchemaVerdict> {
    if document.len() > LARGEST {
        return None;
    }
    let document = document.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(document);
    let document: Value = serde_json::from_slice(document).ok()?;
    let version = document["specVersion"].as_str().filter(|_| document["bomFormat"] == "CycloneDX")?;
    let (version, schema) = OF_CYCLONEDX.iter().find(|(of, _)| *of == version)?;
    let mut registry = Registry::new();
    for (name, schema) in BESIDE {
        let address = format!("http://cyclonedx.org/schema/{name}.schema.json");
        registry = registry.add(address, serde_json::from_str::<Value>(schema).ok()?).ok()?;
    }
    let registry = registry.prepare().ok()?;
    let schema: Value = serde_json::from_str(schema).ok()?;
    let options = jsonschema::options().with_registry(&registry).should_validate_formats(true);
    let schema = options.build(&schema).ok()?;
    let mut faults = schema_faults(&schema, &document, MOST_FOUND);
    let more = faults.len() > most;
    faults.truncate(most);
    Some(SchemaVerdict { schema: format!("CycloneDX {version}"), faults, more })
}

/// Where a document breaks a schema, at most in so many places; each a warning with its place, in their order.
pub(crate) fn schema_faults(schema: &Validator, document: &Value, most: usize) -> Vec<Problem> {
    let errors = schema.iter_errors(document).take(most).map(|error| {
        let says = wording(error.kind(), error.instance());
        Problem::warning(Place::at(error.instance_path().to_string()), says)
    });
    let mut faults: Vec<Problem> = errors.collect();
    // The library's tables are in another order with each run.
    faults.sort_by_cached_key(|it| (it.place.path.clone(), it.says.to_string()));
    faults
}

/// What is wrong, in our words: those of the schema's keyword would list hundreds of licences.
fn wording(kind: &ValidationErrorKind, value: &Value) -> Text {
    match kind {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            text!("quality-schema-unknown-member", members = unexpected.join(", "))
        }
        ValidationErrorKind::Required { property } => {
            text!("quality-schema-lacks", member = property.as_str().unwrap_or_default())
        }
        ValidationErrorKind::Enum { .. } | ValidationErrorKind::Constant { .. } => {
            text!("quality-schema-unknown-word", value = shown(value))
        }
        ValidationErrorKind::Pattern { pattern } => {
            text!("quality-schema-form", value = shown(value), form = pattern.as_str())
        }
        ValidationErrorKind::Format { format } => {
            text!("quality-schema-format", value = shown(value), format = format.as_str())
        }
        ValidationErrorKind::Type { kind } => text!("quality-schema-type", kind = of_type(kind)),
        ValidationErrorKind::UniqueItems => text!("quality-schema-twice"),
        ValidationErrorKind::OneOfMultipleValid { .. } => text!("quality-schema-several-forms"),
        ValidationErrorKind::OneOfNotValid { .. } | ValidationErrorKind::AnyOf { .. } => {
            text!("quality-schema-no-form")
        }
        other => text!("quality-schema-rule", rule = other.keyword()),
    }
}

fn of_type(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Single(one) => one.to_string(),
        TypeKind::Multiple(several) => {
            several.iter().map(|one| one.to_string()).collect::<Vec<_>>().join(", ")
        }
    }
}

fn shown(value: &Value) -> String {
    let written = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match written.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", &written[..end]),
        None => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(document: &str) -> Vec<(String, String)> {
        let verdict = held_against_schema(document.as_bytes(), 20).unwrap();
        let place = |problem: &Problem| problem.place.path.clone().unwrap_or_default();
        verdict.faults.iter().map(|problem| (place(problem), problem.says.id().to_owned())).collect()
    }

    #[test]
    fn every_schema_is_built_and_takes_the_least_document() {
        for (version, _) in OF_CYCLONEDX {
            let least = format!(r#"{{"bomFormat":"CycloneDX","specVersion":"{version}","version":1}}"#);
            assert_eq!(faults(&least), [], "{version}");
            assert_eq!(
                faults(&least.replace(":1}", ":\"1\"}")),
                [("/version".into(), "quality-schema-type".into())]
            );
        }
    }

    #[test]
    fn each_kind_of_fault_is_told_at_its_place() {
        let found = faults(
            r#"{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"serialNumber":"7","extra":1,
            "metadata":{"timestamp":"yesterday"},
            "components":[{"type":"thing","name":"a"},{"type":"library"},
                {"type":"library","name":"b","licenses":[{"license":{"id":"No-Such"}}]}],
            "dependencies":[{"ref":"a"},{"ref":"a"}]}"#,
        );
        let told =
            |place: &str, id: &str| assert!(found.contains(&(place.into(), id.into())), "{place}: {found:?}");
        told("", "quality-schema-unknown-member");
        told("/serialNumber", "quality-schema-form");
        told("/metadata/timestamp", "quality-schema-format");
        told("/components/0/type", "quality-schema-unknown-word");
        told("/components/1", "quality-schema-lacks");
        told("/components/2/licenses", "quality-schema-no-form");
        told("/dependencies", "quality-schema-twice");
        assert_eq!(found.len(), 7);
    }

    #[test]
    fn so_many_are_told_and_that_there_are_more() {
        let components = r#"{"type":"thing","name":"a"},"#.repeat(30);
        let document = format!(
            r#"{{"bomFormat":"CycloneDX","specVersion":"1.4","version":1,"components":[{}]}}"#,
            components.trim_end_matches(',')
        );
        let verdict = held_against_schema(document.as_bytes(), 5).unwrap();
        assert!(verdict.faults.len() == 5 && verdict.more);
        assert_eq!(verdict.schema, "CycloneDX 1.4");
    }

    #[test]
    fn what_has_no_schema_is_not_judged() {
        for document in ["", "{}", "<bom/>", r#"{"bomFormat":"CycloneDX","specVersion":"1.1"}"#] {
            assert_eq!(held_against_schema(document.as_bytes(), 5), None);
        }
    }
}
