//! What people hand in by mistake, and what they hand in on purpose: each with what it is told.

use std::time::{Duration, Instant};

use proofmark_facts::{Read, Sbom};
use proofmark_formats::{Limits, read_sbom};

fn read(bytes: impl AsRef<[u8]>) -> Read<Sbom> {
    read_sbom("bom.json", bytes.as_ref(), &Limits::default())
}

/// Each problem on a line: weight, place, sentence.
fn told(read: &Read<Sbom>) -> String {
    let line = |problem: &proofmark_facts::Problem| {
        let place = &problem.place;
        let path = place.path.as_deref().unwrap_or_default();
        let position =
            place.line_and_column.map(|(line, column)| format!("{line}:{column}")).unwrap_or_default();
        format!("{:?} {path}{position}: {}", problem.weight, problem.says)
    };
    read.problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn refusal(bytes: impl AsRef<[u8]>) -> String {
    let read = read(bytes);
    assert_eq!(read.value, None);
    told(&read)
}

fn document(members: &str) -> String {
    format!("{{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", {members}}}")
}

#[test]
fn what_is_no_text_is_named() {
    insta::assert_snapshot!(refusal([0x1f, 0x8b, 8, 0]), @"Error : this file is packed (gzip)");
    insta::assert_snapshot!(refusal(b"PK\x03\x04rest"), @"Error : this file is packed (ZIP)");
    insta::assert_snapshot!(refusal([0x28, 0xb5, 0x2f, 0xfd]), @"Error : this file is packed (Zstandard)");
    insta::assert_snapshot!(refusal(b"\xfd7zXZ\0"), @"Error : this file is packed (XZ)");
    insta::assert_snapshot!(refusal(b"%PDF-1.7"), @"Error : this file is a PDF, which no program can read a bill of materials from");
    insta::assert_snapshot!(refusal([0xff, 0xfe, b'{', 0]), @"Error : this file is written in UTF-16");
    insta::assert_snapshot!(refusal(b"{\"a\":\n \"\xc3\xa9\xff\"}"), @"Error 2:4: the byte at offset 10 is not UTF-8");
    insta::assert_snapshot!(refusal(""), @"Error : there is nothing in this file");
    insta::assert_snapshot!(refusal(" \n"), @"Error : there is nothing in this file");
}

#[test]
fn other_formats_are_named() {
    insta::assert_snapshot!(refusal("<?xml version=\"1.0\"?><rdf:RDF xmlns:spdx=\"http://spdx.org/rdf/terms#\"/>"), @"Error 1:72: the prefix `rdf` stands for no namespace here");
    insta::assert_snapshot!(refusal(r#"{"sbom": {}}"#), @"Error : the bill of materials stands inside `sbom` here");
    insta::assert_snapshot!(refusal(r#"{"payloadType": "application/vnd.in-toto+json"}"#), @"Error : this is a signed attestation around a document");
    insta::assert_snapshot!(refusal(r#"{"id": "GHSA-1", "affected": []}"#), @"Error : this is an OSV record, not a bill of materials");
    insta::assert_snapshot!(refusal("[]"), @"Error : this is a list, and a bill of materials is one object");
    insta::assert_snapshot!(refusal("hello"), @"Error : this is no bill of materials in a format that is read");
    insta::assert_snapshot!(refusal("<!DOCTYPE html><html>"), @"Error : this is a web page");
    insta::assert_snapshot!(told(&read_sbom("a/bun.lock", b"# bun", &Limits::default())), @"Error : `bun.lock` is no lockfile that is read");
}

#[test]
fn a_spoilt_document_says_where() {
    insta::assert_snapshot!(refusal("{\"bomFormat\": \"CycloneDX\",\n \"components\": [{\"na"), @"Error 2:20: the document ends in the middle");
    insta::assert_snapshot!(refusal("{\"bomFormat\": \"CycloneDX\",\n é\"specVersion\"}"), @"Error 2:2: this is not JSON: key must be a string");
    insta::assert_snapshot!(refusal(document("\"components\": [{\"name\": 7}]")), @"Error 1:74: this cannot stand here in CycloneDX: invalid type: integer `7`, expected a text");
    insta::assert_snapshot!(refusal(document("\"components\": [],\n \"components\": []")), @"Error 2:13: this cannot stand here in CycloneDX: a member stands twice in one object");
    insta::assert_snapshot!(refusal(document("\"version\": 1") + "}"), @"Error 1:63: this is not JSON: trailing characters");
    insta::assert_snapshot!(refusal("{\"bomFormat\": \"SPDX\", \"specVersion\": \"1.1\"}"), @r"
    Error /bomFormat: `bomFormat` is `SPDX`, not `CycloneDX`
    Error /specVersion: `1.1` is no version of CycloneDX that is read
    ");
    insta::assert_snapshot!(told(&read("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.9\"}")), @r"
    Warning /specVersion: CycloneDX `1.9` is newer than 1.7, the newest version known here
    Warning : this list names no component besides the product: nothing is looked for
    ");
}

#[test]
fn a_document_too_deep_is_refused_before_anything_recurses() {
    let deep = document(&format!("\"x\":\n{}", "[".repeat(1_000_000)));
    insta::assert_snapshot!(refusal(deep), @"Error 2:64: objects and lists stand more than 64 deep in each other here");
    let nested = document(&"\"components\": [{".repeat(40));
    insta::assert_snapshot!(refusal(nested), @"Error 1:561: objects and lists stand more than 64 deep in each other here");
}

#[test]
fn a_document_beyond_the_limits_is_refused() {
    let limits = Limits { bytes: 200, components: 2, dependencies: 1, text_bytes: 5, ..Limits::default() };
    let told = |members: &str| told(&read_sbom("x", document(members).as_bytes(), &limits));
    insta::assert_snapshot!(told(&" ".repeat(200)), @"Error : this file has 250 bytes, more than the 200 bytes that are read");
    insta::assert_snapshot!(told("\"components\": [{\"name\": \"a\", \"components\": [{\"name\":\"b\"},{}]}]"), @r"
    Warning /components/0/components/0: this component does not say its type
    Error 1:108: the document has more than the 2 components that are read
    ");
    insta::assert_snapshot!(told("\"dependencies\": [{\"ref\": \"\", \"dependsOn\": [\"a\", \"b\"]}]"), @"Error 1:101: the document has more than the 1 dependencies that are read");
    insta::assert_snapshot!(told("\"components\": [{\"type\": \"file\", \"name\": \"abcdef\"}]"), @"Error /components/0: a text here is longer than the 5 bytes that are kept");
}

#[test]
fn all_problems_are_told_at_once_each_with_its_place() {
    let read = read(document(
        r#""metadata": {"timestamp": "yesterday", "component": {"type": "", "name": ""}},
        "components": [
          {"bom-ref": "a", "type": "library", "name": "a", "purl": "npm/a"},
          {"bom-ref": "a", "type": "library", "name": "b", "hashes": [{"alg": "MD5", "content": "0"}]},
          {"type": "gadget", "name": " ", "components": [{"version": "1"}]}],
        "dependencies": [{"ref": "a", "dependsOn": ["a", "z"]}, {"dependsOn": []}]"#,
    ));
    assert_eq!(read.value, None);
    insta::assert_snapshot!(told(&read), @r"
    Warning /metadata/component: the product this document is about has no name here
    Warning /metadata/component: this component does not say its type
    Warning /components/0/purl: `npm/a` is not a package URL
    Warning /components/1/hashes: `0` is no digest of the algorithm `MD5`
    Warning /components/1/bom-ref: the reference `a` stands for two components
    Error /components/2/components/0: this component has no name
    Warning /components/2/components/0: this component does not say its type
    Warning /components/2: the name of this component is empty
    Warning /components/2: `gadget` is no type of component
    Warning /metadata/timestamp: `yesterday` is not a date and time with a time zone
    Warning /dependencies/1/ref: this dependency does not say what depends
    Warning /dependencies/0/dependsOn/1: the reference `z` stands for no component of this document
    ");
}

#[test]
fn a_circle_is_no_problem() {
    let read = read(document(
        r#""components": [{"bom-ref": "a", "type": "library", "name": "a"}, {"bom-ref": "b", "type": "library", "name": "b"}],
        "dependencies": [{"ref": "a", "dependsOn": ["b"]}, {"ref": "b", "dependsOn": ["a", "b"]}]"#,
    ));
    assert_eq!((told(&read).as_str(), read.value.unwrap().dependencies), ("", vec![(0, 1), (1, 0), (1, 1)]));
}

/// Time grows with the size of the document: a million of anything stays within seconds, unoptimised.
fn within(seconds: u64, bytes: &str) -> Read<Sbom> {
    let started = Instant::now();
    let read = read(bytes);
    let spent = started.elapsed();
    assert!(spent < Duration::from_secs(seconds), "{} bytes took {spent:?}", bytes.len());
    read
}

#[test]
fn a_million_empty_components_are_counted_and_capped() {
    let empty = document(&format!("\"components\": [{}{{}}]", "{},".repeat(999_999)));
    let read = within(30, &empty);
    assert_eq!((read.value.is_none(), read.problems.len()), (true, 202));
    insta::assert_snapshot!(read.problems.last().unwrap().says, @"999900 more of this kind: `formats-component-without-name`");
    let beyond = document(&format!("\"components\": [{}{{}}]", "{},".repeat(1_000_000)));
    let problems = within(30, &beyond).problems;
    let refusal = problems.iter().find(|problem| problem.place.line_and_column.is_some()).unwrap();
    insta::assert_snapshot!(refusal.says, @"the document has more than the 1000000 components that are read");
}

#[test]
fn many_components_of_one_reference_are_kept() {
    let one = r#"{"bom-ref":"a","type":"library","name":"a"}"#;
    let all = document(&format!("\"components\": [{}]", vec![one; 300_000].join(",")));
    let read = within(30, &all);
    assert_eq!(read.value.unwrap().components.len(), 300_000);
    assert_eq!(read.problems.len(), 101);
}

#[test]
fn a_million_dependencies_on_nothing_are_capped() {
    let nothing = vec!["\"x\""; 1_000_000].join(",");
    let all = document(&format!("\"dependencies\": [{{\"ref\": \"y\", \"dependsOn\": [{nothing}]}}]"));
    assert_eq!(within(30, &all).problems.len(), 101);
}
