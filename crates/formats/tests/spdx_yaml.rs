//! SPDX 2 in YAML says what its JSON says.

#![expect(clippy::print_stdout, reason = "a test may say what it saw")]

use proofmark_formats::{Limits, read_component_list, read_sbom};

mod data;

const DOCUMENT: &str = "---
SPDXID: SPDXRef-DOCUMENT
spdxVersion: SPDX-2.3
name: a list
dataLicense: CC0-1.0
documentNamespace: https://example.com/a
creationInfo:
  created: 2026-01-02T03:04:05Z
  creators: ['Organization: Example (a@example.com)']
packages:
  - SPDXID: SPDXRef-a
    name: a
    versionInfo: '1.10'
    downloadLocation: NOASSERTION
    licenseDeclared: MIT
    annotations: [{annotator: 'Person: Jane', annotationDate: 2026-01-02T03:04:05Z, comment: \"a: *b\", annotationType: OTHER}]
  - {SPDXID: SPDXRef-b, name: b, downloadLocation: NONE}
relationships:
  - {spdxElementId: SPDXRef-a, relationshipType: CONTAINS, relatedSpdxElement: SPDXRef-b}
";

#[test]
fn a_document_in_yaml_is_read_whole() {
    let read = read_sbom("bom.spdx.yaml", DOCUMENT.as_bytes(), &Limits::default().whole());
    let sbom = read.value.unwrap_or_else(|| panic!("{:?}", read.problems));
    assert_eq!(sbom.origin.format, "SPDX-2.3");
    assert_eq!(sbom.components[0].version.as_deref(), Some("1.10"));
    let particulars = sbom.particulars.unwrap();
    assert_eq!(particulars.contained, [(0, 1)]);
    assert_eq!(particulars.manufacturer.unwrap().email(), Some("a@example.com"));
    let of_a = sbom.components[0].particulars.as_deref().unwrap();
    assert!(of_a.own_words.iter().any(|words| words.member == "annotations" && words.json.contains("a: *b")));
}

#[test]
fn what_would_harm_or_could_be_read_in_two_ways_is_refused() {
    let refused = |written: &str| {
        let read = read_sbom("bom.yaml", written.as_bytes(), &Limits::default().whole());
        assert!(read.value.is_none(), "{written}");
        read.problems[0].says.id().to_owned()
    };
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    assert_eq!(refused(&format!("{DOCUMENT}{bomb}")), "formats-spdx-yaml");
    assert_eq!(refused(&format!("{DOCUMENT}d: {}{}\n", "[".repeat(99), "]".repeat(99))), "formats-spdx-yaml");
    let block: Vec<String> = (0..300).map(|depth| format!("{}- ", "  ".repeat(depth))).collect();
    let block = block.join("\n");
    assert_eq!(refused(&format!("{DOCUMENT}d:\n{block}")), "formats-spdx-yaml");
    assert_eq!(refused(&format!("{DOCUMENT}name: another\n")), "formats-spdx-yaml");
    assert_eq!(refused(&format!("{DOCUMENT}number: .inf\n")), "formats-spdx-yaml");
    assert_eq!(refused(&format!("{DOCUMENT}'open\n")), "formats-spdx-yaml");
    let long = Limits { toml_bytes: 10, ..Limits::default() };
    assert_eq!(read_sbom("b", DOCUMENT.as_bytes(), &long).problems[0].says.id(), "formats-too-long");
}

#[test]
fn real_documents_say_the_same_in_yaml() {
    let Some(folder) = data::folder("PROOFMARK_TEST_SBOMS") else { return };
    let index = std::fs::read_to_string(folder.join("INDEX.tsv")).unwrap();
    let (mut alike, mut refused) = (0, 0);
    let whole = Limits::default().whole();
    for line in index.lines().skip(1).filter(|line| line.split('\t').nth(3) == Some("spdx-json")) {
        let file = line.split('\t').next().unwrap();
        let bytes = std::fs::read(folder.join(file)).unwrap();
        if bytes.len() > 300_000 {
            continue;
        }
        let Ok(value) = serde_json::from_slice::<serde_json::Value>(&bytes) else { continue };
        let yaml = yaml_serde::to_string(&value).unwrap();
        let of_json = read_component_list("bom.json", value.to_string().as_bytes(), &whole).value;
        let read = read_component_list("bom.yaml", yaml.as_bytes(), &whole);
        if read.value.is_none() && of_json.is_some() {
            refused += 1;
            println!("{file}: {}", read.problems[0].says);
            continue;
        }
        assert_eq!(read.value, of_json, "{file}");
        alike += 1;
    }
    println!("{alike} alike, {refused} refused");
    assert!(refused * 20 <= alike, "what is refused for looking like an alias is rare");
}
