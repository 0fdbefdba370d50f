//! Documents read whole and written again: nothing is lost, and what is written is as the schemas ask.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop here and say what it saw")]

use std::path::{Path, PathBuf};

use proofmark_facts::{Sbom, WrittenSbom};
use proofmark_formats::{CyclonedxHeading, CyclonedxVersion, Limits, read_sbom, write_cyclonedx};
use serde_json::{Map, Value};

mod data;

fn heading(version: CyclonedxVersion) -> CyclonedxHeading<'static> {
    CyclonedxHeading {
        version,
        product: "thermostat",
        release: "1.0.0",
        serial: [7; 16],
        created_at: "2027-01-02T03:04:05Z".parse().unwrap(),
        tool_version: "0",
    }
}

fn whole(bytes: &[u8]) -> Option<Sbom> {
    let read = read_sbom("bom.json", bytes, &Limits::default().whole());
    if read.value.is_none() {
        println!("{:?}", read.problems.iter().map(|problem| problem.says.to_string()).collect::<Vec<_>>());
    }
    read.value
}

/// The version a document is written in so that nothing is lost: its own, and 1.6 of what came before.
fn own_version(sbom: &Sbom) -> CyclonedxVersion {
    if sbom.origin.format.ends_with("1.7") { CyclonedxVersion::V1_7 } else { CyclonedxVersion::V1_6 }
}

fn without_format(mut sbom: Sbom) -> Sbom {
    sbom.origin.format = String::new();
    sbom
}

/// The value without what says nothing: empty lists, the order of dependencies and of properties, and what names the version.
fn meaning(value: &Value) -> Value {
    fn plain(value: &Value, name: &str) -> Value {
        match value {
            Value::Array(items) => {
                let mut items: Vec<Value> = items.iter().map(|item| plain(item, "")).collect();
                if matches!(name, "dependencies" | "dependsOn" | "properties" | "provides") {
                    items.sort_by_key(Value::to_string);
                }
                Value::Array(items)
            }
            Value::Object(members) => {
                let says = |(name, value): &(&String, &Value)| match name.as_str() {
                    "metadata" => value.as_object().is_none_or(|members| !members.is_empty()),
                    "components" | "dependencies" | "dependsOn" | "provides" => {
                        value.as_array().is_none_or(|items| !items.is_empty())
                    }
                    _ => true,
                };
                let members = members.iter().filter(says);
                Value::Object(
                    members.map(|(name, value)| (name.clone(), plain(value, name))).collect::<Map<_, _>>(),
                )
            }
            other => other.clone(),
        }
    }
    let mut value = plain(value, "");
    for member in ["$schema", "specVersion"] {
        value.as_object_mut().unwrap().remove(member);
    }
    value
}

fn files_below(folder: &Path, wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let (mut found, mut waiting) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if wanted(path.file_name().unwrap().to_str().unwrap()) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The schemas of CycloneDX, where the folder of the suites has them: `cyclonedx/schema`, as CycloneDX/specification has them.
struct Schemas([jsonschema::Validator; 2]);

impl Schemas {
    fn find(suites: &Path) -> Option<Self> {
        let folder = suites.join("cyclonedx/schema");
        let read = |name: &str| -> Option<Value> {
            let bytes = std::fs::read(folder.join(format!("{name}.schema.json"))).ok()?;
            Some(serde_json::from_slice(&bytes).unwrap())
        };
        let beside = ["spdx", "jsf-0.82", "cryptography-defs"];
        let mut registry = jsonschema::Registry::new();
        for name in beside {
            let address = format!("http://cyclonedx.org/schema/{name}.schema.json");
            registry = registry.add(address, read(name)?).unwrap();
        }
        let registry = registry.prepare().unwrap();
        let of =
            |name: &str| Some(jsonschema::options().with_registry(&registry).build(&read(name)?).unwrap());
        Some(Self([of("bom-1.6")?, of("bom-1.7")?]))
    }

    fn faults(&self, written: &str, version: CyclonedxVersion) -> Vec<String> {
        let schema = &self.0[usize::from(version == CyclonedxVersion::V1_7)];
        let value: Value = serde_json::from_str(written).unwrap();
        schema
            .iter_errors(&value)
            .map(|error| format!("{}: {error:.200}", error.instance_path()))
            .take(3)
            .collect()
    }
}

#[test]
fn every_valid_document_of_the_suite_is_written_again_without_loss() {
    let Some(suites) = data::folder("PROOFMARK_TEST_SUITES") else { return };
    let is_valid =
        |name: &str| name.starts_with("valid-") && Path::new(name).extension().is_some_and(|it| it == "json");
    let mut lossy = Vec::new();
    let documents = files_below(&suites.join("cyclonedx"), is_valid);
    for path in &documents {
        let bytes = std::fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let Some(read) = whole(&bytes) else {
            lossy.push(format!("{name}: refused"));
            continue;
        };
        let WrittenSbom { document, not_carried } = write_cyclonedx(&read, &heading(own_version(&read)));
        let before = meaning(&serde_json::from_slice(&bytes).unwrap());
        let after = meaning(&serde_json::from_str(&document).unwrap());
        // What is listed as not carried is not lost in silence.
        if before != after && not_carried.is_empty() {
            println!("{name}\n before {before:.3000}\n after  {after:.3000}");
            lossy.push(format!("{name}: another document"));
        }
        let again = whole(document.as_bytes()).unwrap();
        if not_carried.is_empty() && without_format(again) != without_format(read) {
            lossy.push(format!("{name}: another value"));
        }
        if !not_carried.is_empty() {
            let says: Vec<String> =
                not_carried.iter().map(|one| format!("{} {}: {}", one.of, one.member, one.why)).collect();
            println!("{name}: {says:?}");
        }
    }
    println!("{} valid documents", documents.len());
    assert_eq!(lossy, Vec::<String>::new());
}

#[test]
fn what_is_written_of_the_suite_is_as_the_schemas_ask() {
    let Some(suites) = data::folder("PROOFMARK_TEST_SUITES") else { return };
    let Some(schemas) = Schemas::find(&suites) else {
        println!("no schemas, nothing to see");
        return;
    };
    let is_valid =
        |name: &str| name.starts_with("valid-") && Path::new(name).extension().is_some_and(|it| it == "json");
    let (mut faults, mut count) = (Vec::new(), 0);
    for path in files_below(&suites.join("cyclonedx"), is_valid) {
        let bytes = std::fs::read(&path).unwrap();
        for version in [CyclonedxVersion::V1_6, CyclonedxVersion::V1_7] {
            let read = whole(&bytes).unwrap();
            let written = write_cyclonedx(&read, &heading(version)).document;
            count += 1;
            let found = schemas.faults(&written, version);
            if !found.is_empty() {
                faults.push((path.file_name().unwrap().to_owned(), version, found));
            }
        }
    }
    println!("{count} documents held against the schemas");
    assert_eq!(faults, []);
}
