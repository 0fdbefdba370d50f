//! SPDX 2 in RDF/XML says what its JSON says.

#![expect(clippy::print_stdout, reason = "a test may say what it saw")]

use proofmark_formats::{Limits, SpdxHeading, read_component_list, read_sbom, write_spdx_2};
use serde_json::Value;

mod data;

const BEGINS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://spdx.org/rdf/terms#"
  xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xmlns:doap="http://usefulinc.com/ns/doap#"
  xmlns:ptr="http://www.w3.org/2009/pointers#" xml:base="https://example.com/a">
"#;

/// Everything nested where it is first spoken of, as the library in Java writes.
const NESTED: &str = r##"<SpdxDocument rdf:about="https://example.com/a#SPDXRef-DOCUMENT">
  <specVersion>SPDX-2.3</specVersion><name>a list</name>
  <dataLicense rdf:resource="http://spdx.org/licenses/CC0-1.0"/>
  <creationInfo><CreationInfo><created>2026-01-02T03:04:05Z</created>
    <creator>Organization: Example (a@example.com)</creator><licenseListVersion>3.20</licenseListVersion></CreationInfo></creationInfo>
  <externalDocumentRef><ExternalDocumentRef rdf:about="#DocumentRef-other">
    <spdxDocument rdf:resource="https://example.com/b"/>
    <checksum><Checksum><algorithm rdf:resource="http://spdx.org/rdf/terms#checksumAlgorithm_sha1"/>
      <checksumValue>d6a770ba38583ed4bb4525bd96e50461655d2759</checksumValue></Checksum></checksum>
  </ExternalDocumentRef></externalDocumentRef>
  <relationship><Relationship><relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_describes"/>
   <relatedSpdxElement>
    <Package rdf:about="https://example.com/a#SPDXRef-a"><name>a</name><versionInfo>1.10</versionInfo>
      <downloadLocation rdf:resource="http://spdx.org/rdf/terms#noassertion"/>
      <filesAnalyzed rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">false</filesAnalyzed>
      <supplier>Organization: Example</supplier><doap:homepage>https://example.com/</doap:homepage>
      <primaryPackagePurpose rdf:resource="http://spdx.org/rdf/terms#purpose_operatingSystem"/>
      <licenseConcluded><DisjunctiveLicenseSet>
        <member><WithExceptionOperator><member rdf:resource="http://spdx.org/licenses/GPL-2.0-only"/>
          <licenseException><LicenseException rdf:about="http://spdx.org/licenses/Classpath-exception-2.0"/></licenseException>
          </WithExceptionOperator></member>
        <member><ConjunctiveLicenseSet><member rdf:resource="http://spdx.org/licenses/MIT"/>
          <member><ExtractedLicensingInfo rdf:about="#LicenseRef-1"><licenseId>LicenseRef-1</licenseId>
            <extractedText>do &lt;as&gt; you like</extractedText><name>Like</name></ExtractedLicensingInfo></member>
          </ConjunctiveLicenseSet></member></DisjunctiveLicenseSet></licenseConcluded>
      <licenseDeclared rdf:resource="http://spdx.org/rdf/terms#none"/>
      <checksum><Checksum><algorithm rdf:resource="http://spdx.org/rdf/terms#checksumAlgorithm_sha256"/>
        <checksumValue>11b6d3ee554eedf79299905a98f9b9a04e498210b59f15094c916c91d150efcd</checksumValue></Checksum></checksum>
      <externalRef><ExternalRef><referenceCategory rdf:resource="http://spdx.org/rdf/terms#referenceCategory_packageManager"/>
        <referenceType rdf:resource="http://spdx.org/rdf/references/purl"/>
        <referenceLocator>pkg:npm/a@1.10</referenceLocator></ExternalRef></externalRef>
      <annotation><Annotation><annotator>Person: Jane</annotator><rdfs:comment>a "b" &amp;c</rdfs:comment>
        <annotationType rdf:resource="http://spdx.org/rdf/terms#annotationType_other"/>
        <annotationDate>2026-01-02T03:04:05Z</annotationDate></Annotation></annotation>
      <relationship><Relationship><relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_dependsOn"/>
        <relatedSpdxElement><Package rdf:about="#SPDXRef-b"><name>b</name><downloadLocation>NONE</downloadLocation>
          </Package></relatedSpdxElement></Relationship></relationship>
      <relationship><Relationship><relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_contains"/>
        <relatedSpdxElement><File rdf:about="#SPDXRef-f"><fileName>./f.c</fileName>
          <fileType rdf:resource="http://spdx.org/rdf/terms#fileType_source"/></File></relatedSpdxElement></Relationship></relationship>
      <relationship><Relationship><relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_copyOf"/>
        <relatedSpdxElement rdf:resource="https://example.com/b#SPDXRef-x"/></Relationship></relationship>
    </Package></relatedSpdxElement></Relationship></relationship>
</SpdxDocument>
<Snippet rdf:about="#SPDXRef-s"><snippetFromFile rdf:resource="#SPDXRef-f"/>
  <range><ptr:StartEndPointer>
    <ptr:startPointer><ptr:LineCharPointer><ptr:lineNumber>5</ptr:lineNumber><ptr:reference rdf:resource="#SPDXRef-f"/></ptr:LineCharPointer></ptr:startPointer>
    <ptr:endPointer><ptr:LineCharPointer><ptr:lineNumber>23</ptr:lineNumber><ptr:reference rdf:resource="#SPDXRef-f"/></ptr:LineCharPointer></ptr:endPointer>
  </ptr:StartEndPointer></range></Snippet>
"##;

/// The same with every node by itself, named where others speak of it, and some of it said twice.
const FLAT: &str = r##"<rdf:Description rdf:ID="SPDXRef-DOCUMENT" name="a list">
  <rdf:type rdf:resource="http://spdx.org/rdf/terms#SpdxDocument"/>
  <specVersion>SPDX-2.3</specVersion><name>a list</name>
  <dataLicense rdf:resource="http://spdx.org/licenses/CC0-1.0"/>
  <creationInfo rdf:parseType="Resource"><created>2026-01-02T03:04:05Z</created>
    <creator>Organization: Example (a@example.com)</creator><licenseListVersion>3.20</licenseListVersion></creationInfo>
  <externalDocumentRef rdf:resource="#DocumentRef-other"/><relationship rdf:nodeID="r0"/>
</rdf:Description>
<Relationship rdf:nodeID="r0"><relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_describes"/>
  <relatedSpdxElement rdf:resource="https://example.com/a#SPDXRef-a"/></Relationship>
<Package rdf:about="#SPDXRef-a"><name>a</name><versionInfo><![CDATA[1.10]]></versionInfo>
  <downloadLocation>NOASSERTION</downloadLocation><filesAnalyzed>false</filesAnalyzed>
  <supplier>Organization: Example</supplier><doap:homepage rdf:resource="https://example.com/"/>
  <primaryPackagePurpose rdf:resource="http://spdx.org/rdf/terms#purpose_operatingSystem"/>
  <licenseConcluded rdf:nodeID="either"/><licenseDeclared rdf:resource="http://spdx.org/rdf/terms#none"/>
  <checksum rdf:nodeID="sum"/><checksum rdf:nodeID="sum"/><externalRef rdf:nodeID="purl"/><annotation rdf:nodeID="said"/>
  <relationship rdf:nodeID="r1"/><relationship rdf:nodeID="r2"/><relationship rdf:nodeID="r3"/></Package>
<Package rdf:about="#SPDXRef-b"><name>b</name><downloadLocation rdf:resource="http://spdx.org/rdf/terms#none"/></Package>
<File rdf:about="#SPDXRef-f"><fileName>./f.c</fileName><fileType rdf:resource="http://spdx.org/rdf/terms#fileType_source"/></File>
<Relationship rdf:nodeID="r1"><relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_dependsOn"/>
  <relatedSpdxElement rdf:resource="#SPDXRef-b"/></Relationship>
<Relationship rdf:nodeID="r2"><relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_contains"/>
  <relatedSpdxElement rdf:resource="#SPDXRef-f"/></Relationship>
<Relationship rdf:nodeID="r3"><relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_copyOf"/>
  <relatedSpdxElement rdf:resource="https://example.com/b#SPDXRef-x"/></Relationship>
<DisjunctiveLicenseSet rdf:nodeID="either"><member rdf:nodeID="both"/><member rdf:nodeID="with"/></DisjunctiveLicenseSet>
<ConjunctiveLicenseSet rdf:nodeID="both"><member rdf:resource="#LicenseRef-1"/><member rdf:resource="http://spdx.org/licenses/MIT"/></ConjunctiveLicenseSet>
<WithExceptionOperator rdf:nodeID="with"><member rdf:resource="http://spdx.org/licenses/GPL-2.0-only"/>
  <licenseException><LicenseException><licenseExceptionId>Classpath-exception-2.0</licenseExceptionId></LicenseException></licenseException></WithExceptionOperator>
<ExtractedLicensingInfo rdf:about="#LicenseRef-1"><extractedText>do &lt;as&gt; you like</extractedText><name>Like</name></ExtractedLicensingInfo>
<Checksum rdf:nodeID="sum" checksumValue="11b6d3ee554eedf79299905a98f9b9a04e498210b59f15094c916c91d150efcd"
  ><algorithm rdf:resource="http://spdx.org/rdf/terms#checksumAlgorithm_sha256"/>
  <checksumValue>11b6d3ee554eedf79299905a98f9b9a04e498210b59f15094c916c91d150efcd</checksumValue></Checksum>
<ExternalRef rdf:nodeID="purl"><referenceCategory rdf:resource="http://spdx.org/rdf/terms#referenceCategory_packageManager"/>
  <referenceType rdf:resource="http://spdx.org/rdf/references/purl"/><referenceLocator>pkg:npm/a@1.10</referenceLocator></ExternalRef>
<Annotation rdf:nodeID="said"><annotator>Person: Jane</annotator><rdfs:comment>a "b" &amp;c</rdfs:comment>
  <annotationType rdf:resource="http://spdx.org/rdf/terms#annotationType_other"/><annotationDate>2026-01-02T03:04:05Z</annotationDate></Annotation>
<ExternalDocumentRef rdf:about="#DocumentRef-other"><externalDocumentId>DocumentRef-other</externalDocumentId>
  <spdxDocument rdf:resource="https://example.com/b"/>
  <checksum><rdf:Description><algorithm rdf:resource="http://spdx.org/rdf/terms#checksumAlgorithm_sha1"/>
    <checksumValue>d6a770ba38583ed4bb4525bd96e50461655d2759</checksumValue></rdf:Description></checksum></ExternalDocumentRef>
<Snippet rdf:about="#SPDXRef-s"><snippetFromFile rdf:resource="#SPDXRef-f"/>
  <range rdf:parseType="Resource">
    <ptr:endPointer rdf:parseType="Resource"><ptr:lineNumber>23</ptr:lineNumber><ptr:reference rdf:resource="#SPDXRef-f"/></ptr:endPointer>
    <ptr:startPointer rdf:parseType="Resource"><ptr:lineNumber>5</ptr:lineNumber><ptr:reference rdf:resource="#SPDXRef-f"/></ptr:startPointer>
  </range></Snippet>
"##;

const JSON: &str = r#"{"SPDXID": "SPDXRef-DOCUMENT", "spdxVersion": "SPDX-2.3", "name": "a list", "dataLicense": "CC0-1.0",
  "documentNamespace": "https://example.com/a",
  "creationInfo": {"created": "2026-01-02T03:04:05Z", "creators": ["Organization: Example (a@example.com)"], "licenseListVersion": "3.20"},
  "documentDescribes": ["SPDXRef-a"],
  "externalDocumentRefs": [{"externalDocumentId": "DocumentRef-other", "spdxDocument": "https://example.com/b",
    "checksum": {"algorithm": "SHA1", "checksumValue": "d6a770ba38583ed4bb4525bd96e50461655d2759"}}],
  "hasExtractedLicensingInfos": [{"licenseId": "LicenseRef-1", "extractedText": "do <as> you like", "name": "Like"}],
  "packages": [{"SPDXID": "SPDXRef-a", "name": "a", "versionInfo": "1.10", "downloadLocation": "NOASSERTION", "filesAnalyzed": false,
    "supplier": "Organization: Example", "homepage": "https://example.com/", "primaryPackagePurpose": "OPERATING_SYSTEM",
    "licenseConcluded": "((LicenseRef-1 AND MIT) OR GPL-2.0-only WITH Classpath-exception-2.0)", "licenseDeclared": "NONE",
    "checksums": [{"algorithm": "SHA256", "checksumValue": "11b6d3ee554eedf79299905a98f9b9a04e498210b59f15094c916c91d150efcd"}],
    "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:npm/a@1.10"}],
    "annotations": [{"annotator": "Person: Jane", "comment": "a \"b\" &c", "annotationType": "OTHER", "annotationDate": "2026-01-02T03:04:05Z"}],
    "hasFiles": ["SPDXRef-f"]},
   {"SPDXID": "SPDXRef-b", "name": "b", "downloadLocation": "NONE"}],
  "files": [{"SPDXID": "SPDXRef-f", "fileName": "./f.c", "fileTypes": ["SOURCE"]}],
  "snippets": [{"SPDXID": "SPDXRef-s", "snippetFromFile": "SPDXRef-f", "ranges": [{
    "startPointer": {"lineNumber": 5, "reference": "SPDXRef-f"}, "endPointer": {"lineNumber": 23, "reference": "SPDXRef-f"}}]}],
  "relationships": [
   {"spdxElementId": "SPDXRef-a", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-b"},
   {"spdxElementId": "SPDXRef-a", "relationshipType": "COPY_OF", "relatedSpdxElement": "DocumentRef-other:SPDXRef-x"}]}"#;

fn rdf(inside: &str) -> String {
    format!("{BEGINS}{inside}</rdf:RDF>\n")
}

/// The document as SPDX 2.3, in an order of its own: RDF has none, and says what it says once.
fn ordered(name: &str, written: &[u8]) -> Value {
    let read = read_sbom(name, written, &Limits::default().whole());
    let sbom = read.value.unwrap_or_else(|| panic!("{name}: {:?}", read.problems));
    assert!(
        !read.problems.iter().any(|problem| problem.says.id() == "formats-xml-passed-over"),
        "{:?}",
        read.problems
    );
    let heading = SpdxHeading {
        product: "p",
        release: "1",
        serial: [0; 16],
        created_at: jiff::Timestamp::UNIX_EPOCH,
        tool_version: "0",
        goes_on: true,
    };
    let mut value =
        serde_json::from_str(&write_spdx_2(&sbom, &heading).document).expect("a document of SPDX");
    relate(&mut value);
    order(&mut value);
    value
}

/// What the document describes and the files of packages as the relationships they are: some say it so in JSON, some so.
fn relate(document: &mut Value) {
    let mut related = Vec::new();
    let mut relate = |from: &Value, kind: &str, to: Option<Value>| {
        for to in to.iter().filter_map(Value::as_array).flatten() {
            related.push(serde_json::json!({"spdxElementId": from, "relationshipType": kind, "relatedSpdxElement": to}));
        }
    };
    let own = document["SPDXID"].clone();
    relate(
        &own,
        "DESCRIBES",
        document.as_object_mut().expect("a document of SPDX").remove("documentDescribes"),
    );
    for package in document["packages"].as_array_mut().expect("a document of SPDX") {
        let id = package["SPDXID"].clone();
        relate(&id, "CONTAINS", package.as_object_mut().expect("a document of SPDX").remove("hasFiles"));
    }
    match document.get_mut("relationships").and_then(Value::as_array_mut) {
        Some(relationships) => relationships.extend(related),
        None => document["relationships"] = Value::Array(related),
    }
}

fn order(value: &mut Value) {
    match value {
        Value::Array(list) => {
            list.iter_mut().for_each(order);
            list.sort_by_key(Value::to_string);
            list.dedup();
        }
        // A set of licences with brackets around it is the same without.
        Value::String(words)
            if words.starts_with('(') && words.ends_with(')') && words.matches('(').count() == 1 =>
        {
            *words = words[1..words.len() - 1].to_owned();
        }
        Value::Object(members) => members.values_mut().for_each(order),
        _ => {}
    }
}

#[test]
fn a_document_in_rdf_says_what_its_json_says_however_its_nodes_stand() {
    let expected = ordered("a.json", JSON.as_bytes());
    let licence = &expected["packages"][0]["licenseConcluded"];
    assert!(licence.as_str().unwrap().contains("Classpath"), "{licence}");
    for (name, inside) in [("nested", NESTED), ("flat", FLAT)] {
        assert_eq!(ordered(name, rdf(inside).as_bytes()), expected, "{name}");
    }
    // To match as well.
    let matched =
        |written: &str| read_component_list("a", written.as_bytes(), &Limits::default()).value.unwrap();
    let (of_rdf, of_json) = (matched(&rdf(NESTED)), matched(JSON));
    assert_eq!(of_rdf.sbom.components, of_json.sbom.components);
    assert_eq!(of_rdf.sbom.dependencies, of_json.sbom.dependencies);
    assert_eq!(of_rdf.sbom.subject, of_json.sbom.subject);
}

#[test]
fn what_no_member_stands_for_is_told() {
    let written = rdf(&NESTED.replace("<name>b</name>", "<name>b</name><artifactOf>x</artifactOf>"));
    let read = read_sbom("a", written.as_bytes(), &Limits::default().whole());
    let told: Vec<_> = read.problems.iter().map(|problem| problem.says.to_string()).collect();
    assert!(told.iter().any(|told| told.contains("artifactOf")), "{told:?}");
}

#[test]
fn what_would_harm_or_could_be_read_in_two_ways_is_refused_with_its_line() {
    let refused = |written: &str| {
        let read = read_sbom("bom.rdf", written.as_bytes(), &Limits::default().whole());
        assert!(read.value.is_none(), "{}", &written[..written.len().min(500)]);
        let line = read.problems[0].place.line_and_column.map(|(line, _)| line);
        (read.problems[0].says.id().to_owned(), line)
    };
    let told = |id: &str, line: usize| (id.to_owned(), Some(line));
    let with = |more: &str| rdf(&format!("{NESTED}{more}"));
    let lines = rdf(NESTED).lines().count();
    let bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<rdf:RDF";
    assert_eq!(refused(&rdf(NESTED).replace("<rdf:RDF", bomb)), told("formats-xml-doctype", 2));
    assert_eq!(refused(&with("<Package><name>&b;</name></Package>")), told("formats-xml-entity", lines));
    assert_eq!(refused(&with("<x:Package/>")), told("formats-xml-prefix", lines));
    assert_eq!(
        refused(&with("<Package><name rdf:parseType='Literal'>x</name></Package>")),
        told("formats-rdf-unread", lines)
    );
    assert_eq!(refused(&with(&"<Package><relationship>".repeat(5000))), told("formats-xml-too-deep", lines));
    assert_eq!(
        refused(&with("<SpdxDocument rdf:about='#SPDXRef-2'/>")),
        told("formats-rdf-several-documents", lines)
    );
    assert_eq!(refused(&rdf("")).0, "formats-rdf-no-document");
    assert_eq!(refused(rdf(NESTED).trim_end().trim_end_matches("</rdf:RDF>")).0, "formats-xml-ends-early");
    assert_eq!(refused(&format!("{}<a/>", rdf(NESTED))), told("formats-xml-outside", lines + 1));
    let twice = "<Package rdf:about='#SPDXRef-b'><versionInfo>1</versionInfo>\n<versionInfo>2</versionInfo></Package>";
    assert_eq!(refused(&with(twice)), told("formats-xml-twice", lines + 1));
    let circle = "<Package rdf:about='#SPDXRef-b'><licenseConcluded rdf:nodeID='l'/></Package>
        <ConjunctiveLicenseSet rdf:nodeID='l'><member rdf:nodeID='m'/></ConjunctiveLicenseSet>
        <ConjunctiveLicenseSet rdf:nodeID='m'><member rdf:nodeID='l'/></ConjunctiveLicenseSet>";
    assert_eq!(refused(&with(circle)).0, "formats-rdf-licence-deep");
    // Each set stands twice in the one before: what a few lines say is longer than any memory.
    let doubled: Vec<String> = (0..60)
        .map(|at| {
            let member = |way: &str| format!("<member><ConjunctiveLicenseSet rdf:nodeID='{way}{at}'><member rdf:nodeID='l{}'/></ConjunctiveLicenseSet></member>", at + 1);
            format!("<DisjunctiveLicenseSet rdf:nodeID='l{at}'>{}{}</DisjunctiveLicenseSet>", member("a"), member("b"))
        })
        .collect();
    let start = "<Package rdf:about='#SPDXRef-b'><licenseConcluded rdf:nodeID='l0'/></Package>";
    let id = refused(&with(&format!("{start}{}", doubled.concat()))).0;
    assert!(["formats-xml-too-much", "formats-rdf-licence-deep"].contains(&id.as_str()), "{id}");
    // One long comment that many speak of.
    let comment = format!(
        "<Annotation rdf:nodeID='c'><rdfs:comment>{}</rdfs:comment></Annotation>",
        "x".repeat(1_000_000)
    );
    let many: Vec<String> = (0..1000)
        .map(|at| format!("<Package rdf:about='#SPDXRef-{at}'><annotation rdf:nodeID='c'/></Package>"))
        .collect();
    assert_eq!(refused(&with(&format!("{comment}{}", many.concat()))).0, "formats-xml-too-much");
    let names = format!("<Package xmlns:long='{}'/>", "x".repeat(2000));
    assert_eq!(refused(&with(&names)), told("formats-rdf-unread", lines));
    let long = Limits { toml_bytes: 10, ..Limits::default() };
    assert_eq!(read_sbom("b", rdf(NESTED).as_bytes(), &long).problems[0].says.id(), "formats-too-long");
}

/// Pairs of `NAME.rdf.xml` and `NAME.json` that others wrote of the same document.
#[test]
fn documents_of_others_say_the_same_in_rdf() {
    let Some(folder) = data::folder("PROOFMARK_TEST_RDF") else { return };
    let mut alike = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some(name) = path.to_str().and_then(|name| name.strip_suffix(".rdf.xml")) else { continue };
        let of_json = ordered(name, &std::fs::read(format!("{name}.json")).unwrap());
        assert_eq!(ordered(name, &std::fs::read(&path).unwrap()), of_json, "{name}");
        alike += 1;
    }
    println!("{alike} alike");
    assert!(alike > 0);
}
