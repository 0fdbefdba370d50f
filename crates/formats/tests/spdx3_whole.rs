//! What SPDX 3.0 says is read whole, and written again so that it reads to an equal value.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop here and say what it saw")]

use std::collections::HashSet;

use proofmark_facts::{LicenceName, LicenceSense, PartyKind, Sbom};
use proofmark_formats::{
    CyclonedxHeading, CyclonedxVersion, Limits, SpdxHeading, read_cyclonedx, read_spdx_3, write_cyclonedx,
    write_spdx_3,
};
use serde_json::Value;

mod data;

const HEADING: SpdxHeading<'static> = SpdxHeading {
    product: "Thermostat",
    release: "2.1",
    serial: [7; 16],
    created_at: jiff::Timestamp::UNIX_EPOCH,
    tool_version: "0.1.0",
    goes_on: true,
};

fn read(name: &str, bytes: &[u8]) -> Sbom {
    let read = read_spdx_3(bytes, &Limits::default().whole());
    let problems = read.problems;
    read.value.unwrap_or_else(|| panic!("{name}: {problems:?}")).sbom
}

fn rows() -> Vec<(String, Vec<u8>)> {
    let Some(folder) = data::folder("PROOFMARK_TEST_SBOMS") else { return Vec::new() };
    let index = std::fs::read_to_string(folder.join("INDEX.tsv")).unwrap();
    let file = |line: &str| line.split('\t').next().unwrap().to_owned();
    index
        .lines()
        .skip(1)
        .filter(|line| line.split('\t').nth(3).unwrap() == "spdx3-jsonld")
        .map(|line| (file(line), std::fs::read(folder.join(file(line))).unwrap()))
        .collect()
}

/// Written, read and written again: the value and the bytes stay.
fn round(name: &str, sbom: &Sbom) -> String {
    let written = write_spdx_3(sbom, &HEADING);
    assert!(written.not_carried.is_empty(), "{name}: {:?}", written.not_carried);
    let again = read(name, written.document.as_bytes());
    let mut expected = sbom.clone();
    "SPDX-3.0.1".clone_into(&mut expected.origin.format);
    if expected.origin.serial.is_none() {
        // A document without a name of its own is written with one, and one without makers with this program.
        println!("completed: {name}");
        assert_eq!(again.components, expected.components, "{name}");
        return written.document;
    }
    for (one, other) in again.components.iter().zip(&expected.components) {
        assert_eq!(one, other, "{name}");
    }
    let own_words =
        |sbom: &Sbom| sbom.particulars.as_ref().map(|it| it.own_words.clone()).unwrap_or_default();
    for (one, other) in own_words(&again).iter().zip(&own_words(&expected)) {
        assert_eq!(one, other, "{name}");
    }
    assert_eq!(again.particulars, expected.particulars, "{name}");
    assert_eq!(again, expected, "{name}");
    assert_eq!(write_spdx_3(&again, &HEADING).document, written.document, "{name}");
    written.document
}

/// Every identifier that is spoken of and stands in the document.
fn spoken_of(document: &Value) -> (Vec<String>, Vec<String>) {
    let graph = document["@graph"].as_array().unwrap();
    let id = |element: &Value| {
        element.get("spdxId").or(element.get("@id")).and_then(Value::as_str).map(str::to_owned)
    };
    let there: Vec<String> = graph.iter().filter_map(id).collect();
    let mut waiting: Vec<(&str, &Value)> = graph.iter().map(|element| ("", element)).collect();
    let mut spoken = Vec::new();
    while let Some((member, value)) = waiting.pop() {
        match value {
            Value::String(words) if !matches!(member, "spdxId" | "@id") => spoken.push(words.clone()),
            Value::Array(all) => waiting.extend(all.iter().map(|one| (member, one))),
            Value::Object(all) => waiting.extend(all.iter().map(|(member, one)| (member.as_str(), one))),
            _ => {}
        }
    }
    (there, spoken)
}

#[test]
fn what_is_written_of_real_documents_reads_to_an_equal_value() {
    let (mut count, mut components) = (0, 0);
    for (file, bytes) in rows() {
        let Some(listed) = read_spdx_3(&bytes, &Limits::default().whole()).value else {
            println!("refused: {file}: {}", read_spdx_3(&bytes, &Limits::default().whole()).problems[0].says);
            continue;
        };
        let document = round(&file, &listed.sbom);
        count += 1;
        components += listed.sbom.components.len();
        if listed.sbom.origin.serial.is_none() {
            continue;
        }
        let (was, is): (Value, Value) =
            (serde_json::from_slice(&bytes).unwrap(), serde_json::from_str(&document).unwrap());
        let (there, _) = spoken_of(&was);
        let (there_now, spoken_now) = spoken_of(&is);
        // What stood in the document and is spoken of stands in it still.
        for id in spoken_now.iter().filter(|id| there.contains(id)) {
            assert!(there_now.contains(id), "{file}: {id}");
        }
        let unique: HashSet<&String> = there_now.iter().collect();
        let twice = there.len() - there.iter().collect::<HashSet<_>>().len();
        assert!(there_now.len() - unique.len() <= twice, "{file}: an identifier stands twice");
    }
    println!("{count} documents, {components} components");
}

const DOCUMENT: &str = r#"{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
    {"type": "CreationInfo", "@id": "_:made", "specVersion": "3.0.1", "created": "2026-01-02T03:04:05Z",
     "createdBy": ["https://x/org", "https://x/jane"], "createdUsing": ["https://x/tool"], "comment": "by hand"},
    {"type": "CreationInfo", "@id": "_:creationinfo", "specVersion": "3.0.1", "created": "2025-01-02T03:04:05Z",
     "createdBy": ["https://x/jane"]},
    {"type": "Organization", "spdxId": "https://x/org", "creationInfo": "_:made", "name": "Example",
     "externalIdentifier": [{"type": "ExternalIdentifier", "externalIdentifierType": "email", "identifier": "a@example.com"}]},
    {"type": "Person", "spdxId": "https://x/jane", "creationInfo": "_:made", "name": "Jane", "comment": "on leave"},
    {"type": "Tool", "spdxId": "https://x/tool", "creationInfo": "_:made", "name": "maker 1.0"},
    {"type": "SpdxDocument", "spdxId": "https://x/doc", "creationInfo": "_:made", "name": "a list",
     "rootElement": ["https://x/sbom"], "element": ["https://x/sbom"], "comment": "of a thermostat",
     "profileConformance": ["core", "software", "simpleLicensing"], "dataLicense": "https://spdx.org/licenses/CC0-1.0"},
    {"type": "software_Sbom", "spdxId": "https://x/sbom", "creationInfo": "_:made", "rootElement": ["https://x/app"],
     "software_sbomType": ["source", "analyzed"], "profileConformance": ["core", "software", "simpleLicensing"]},
    {"type": "software_Package", "spdxId": "https://x/app", "creationInfo": "_:made", "name": "app", "suppliedBy": "https://x/org",
     "software_primaryPurpose": "install", "software_homePage": "https://app.example", "software_sourceInfo": "from a shelf",
     "externalRef": [{"type": "ExternalRef", "externalRefType": "vcs", "locator": ["https://git.example"], "comment": "main"},
                     {"type": "ExternalRef", "externalRefType": "cwe", "locator": ["https://cwe.example"]}]},
    {"type": "software_Package", "spdxId": "https://x/zlib", "creationInfo": "_:creationinfo", "name": "zlib",
     "originatedBy": ["https://x/jane"], "software_copyrightText": "NOASSERTION"},
    {"type": "software_Package", "spdxId": "https://x/lone", "creationInfo": "_:made", "name": "lone"},
    {"type": "simplelicensing_SimpleLicensingText", "spdxId": "https://x/text", "creationInfo": "_:made",
     "simplelicensing_licenseText": "Do as you like.",
     "externalRef": [{"type": "ExternalRef", "externalRefType": "license", "locator": ["https://text.example"]}]},
    {"type": "simplelicensing_LicenseExpression", "spdxId": "https://x/mit", "creationInfo": "_:made",
     "simplelicensing_licenseExpression": "MIT OR LicenseRef-1",
     "simplelicensing_customIdToUri": [{"type": "DictionaryEntry", "key": "LicenseRef-1", "value": "https://x/text"}]},
    {"type": "Relationship", "spdxId": "https://x/r1", "creationInfo": "_:made", "from": "https://x/app",
     "relationshipType": "hasDeclaredLicense", "to": ["https://x/mit"]},
    {"type": "Relationship", "spdxId": "https://x/r2", "creationInfo": "_:made", "from": "https://x/app",
     "relationshipType": "contains", "to": ["https://x/zlib"], "completeness": "incomplete"},
    {"type": "Relationship", "spdxId": "https://x/r3", "creationInfo": "_:made", "from": "https://x/zlib",
     "relationshipType": "dependsOn", "to": ["https://spdx.org/rdf/3.0.1/terms/Core/NoneElement"], "completeness": "complete"},
    {"type": "LifecycleScopedRelationship", "spdxId": "https://x/r4", "creationInfo": "_:made", "from": "https://x/app",
     "relationshipType": "dependsOn", "to": ["https://x/lone"], "scope": "test"},
    {"type": "Annotation", "spdxId": "https://x/note", "creationInfo": "_:creationinfo", "annotationType": "review",
     "subject": "https://x/r2", "statement": "seen"},
    {"type": "security_Vulnerability", "spdxId": "https://x/cve", "creationInfo": "_:made", "name": "CVE-2026-1",
     "security_modifiedTime": "2026-01-01T00:00:00Z"},
    {"type": "security_VexNotAffectedVulnAssessmentRelationship", "spdxId": "https://x/vex", "creationInfo": "_:made",
     "from": "https://x/cve", "relationshipType": "doesNotAffect", "to": ["https://x/zlib"],
     "security_justificationType": "componentNotPresent"}
]}"#;

#[test]
fn everything_a_document_says_is_taken_or_kept_in_its_own_words() {
    let sbom = read("document", DOCUMENT.as_bytes());
    let particulars = sbom.particulars.as_deref().unwrap();
    let [app, zlib, _] = sbom.components.as_slice() else { panic!("{:?}", sbom.components) };
    let of_app = app.particulars.as_deref().unwrap();
    assert_eq!(of_app.supplier.as_ref().unwrap().email(), Some("a@example.com"));
    let [licence] = of_app.licences.as_slice() else { panic!("{:?}", of_app.licences) };
    assert_eq!(licence.named, LicenceName::Expression("MIT OR LicenseRef-1".to_owned()));
    assert_eq!(licence.sense, Some(LicenceSense::Declared));
    assert_eq!(particulars.licence_texts[0].url.as_deref(), Some("https://text.example"));
    let references: Vec<&str> = of_app.external_references.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(references, ["website", "vcs"]);
    assert_eq!(zlib.particulars.as_deref().unwrap().authors[0].kind, Some(PartyKind::Person));
    assert_eq!(
        (sbom.dependencies.as_slice(), particulars.contained.as_slice()),
        (&[(0, 1), (0, 2)][..], &[(0, 1)][..])
    );
    assert_eq!(particulars.answered, [0, 1]);
    let stated: Vec<(&str, &[u32], &[u32])> = particulars
        .completeness
        .iter()
        .map(|it| (it.aggregate.as_str(), it.parts_of.as_slice(), it.dependencies_of.as_slice()))
        .collect();
    assert_eq!(stated, [("complete", &[][..], &[1][..]), ("incomplete", &[0][..], &[][..])]);
    assert_eq!(particulars.lifecycles, ["pre-build", "post-build"]);
    assert_eq!(particulars.manufacturer.as_ref().unwrap().name, "Example");
    assert_eq!(
        (particulars.authors[0].name.as_str(), particulars.tools[0].name.as_str()),
        ("Jane", "maker 1.0")
    );
    let own: Vec<&str> = particulars.own_words.iter().map(|words| words.member.as_str()).collect();
    let kept = [
        "@graph/Annotation",
        "@graph/CreationInfo",
        "@graph/LifecycleScopedRelationship",
        "@graph/Organization",
        "@graph/Person",
        "@graph/Relationship",
        "@graph/security_VexNotAffectedVulnAssessmentRelationship",
        "@graph/security_Vulnerability",
        "CreationInfo/comment",
        "CreationInfo/createdBy",
        "SpdxDocument/comment",
    ];
    assert_eq!(own, kept);
    let own: Vec<&str> = of_app.own_words.iter().map(|words| words.member.as_str()).collect();
    assert_eq!(own, ["externalRef", "software_primaryPurpose", "software_sourceInfo"]);

    let written: Value = serde_json::from_str(&round("document", &sbom)).unwrap();
    let graph = written["@graph"].as_array().unwrap();
    let of = |id: &str| graph.iter().find(|it| it["spdxId"] == id).unwrap_or_else(|| panic!("{id}"));
    assert_eq!(of("https://x/zlib")["creationInfo"], "_:made");
    assert_eq!(of("https://x/note")["creationInfo"], "_:made");
    assert_eq!(of("https://x/vex")["creationInfo"], "_:creationinfo");
    assert_eq!(graph.iter().filter(|it| it["type"] == "CreationInfo").count(), 2);
    // What is said in its own words is not said a second time.
    let depends =
        graph.iter().filter(|it| it["relationshipType"] == "dependsOn" && it["from"] == "https://x/app");
    assert_eq!(depends.count(), 1);
}

#[test]
fn another_format_is_told_what_it_loses() {
    let sbom = read("document", DOCUMENT.as_bytes());
    let heading = CyclonedxHeading {
        version: CyclonedxVersion::V1_6,
        product: "a",
        release: "1",
        serial: [1; 16],
        created_at: jiff::Timestamp::UNIX_EPOCH,
        tool_version: "0",
    };
    let written = write_cyclonedx(&sbom, &heading);
    let lost = |member: &str| written.not_carried.iter().any(|it| it.member == member);
    assert!(
        lost("@graph/security_Vulnerability") && lost("software_sourceInfo") && lost("@graph/Annotation")
    );
    let again = read_cyclonedx(written.document.as_bytes(), &Limits::default().whole()).value.unwrap();
    assert!(lost("parts") && again.dependencies.contains(&(0, 1)));
    assert_eq!(
        again.particulars.as_ref().unwrap().completeness,
        sbom.particulars.as_ref().unwrap().completeness
    );

    let own = r#"{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","bom-ref":"a",
        "licenses":[{"license":{"id":"MIT","url":"https://l"}}]}],
        "compositions":[{"aggregate":"incomplete_first_party_only","assemblies":["a"]}]}"#;
    let own = read_cyclonedx(own.as_bytes(), &Limits::default().whole()).value.unwrap();
    let written = write_spdx_3(&own, &SpdxHeading { goes_on: false, ..HEADING });
    let lost: Vec<&str> = written.not_carried.iter().map(|it| it.member.as_str()).collect();
    assert_eq!(lost, ["compositions", "licenses"]);
}

#[test]
fn hostile_documents_are_refused_or_read_without_harm() {
    let whole = Limits::default().whole();
    let twice = DOCUMENT
        .replace("\"software_sourceInfo\": \"from a shelf\"", "\"summary\": \"a\", \"summary\": \"b\"");
    let problems = read_spdx_3(twice.as_bytes(), &whole).problems;
    assert!(problems.iter().any(|it| it.place.path.as_deref() == Some("/@graph/7")), "{problems:?}");
    let deep = DOCUMENT.replace("\"seen\"", &format!("{}1{}", "[".repeat(100), "]".repeat(100)));
    assert!(read_spdx_3(deep.as_bytes(), &whole).value.is_none());
    let cycle = DOCUMENT.replace(
        "\"from\": \"https://x/zlib\",\n     \"relationshipType\": \"dependsOn\", \"to\": [\"https://spdx.org/rdf/3.0.1/terms/Core/NoneElement\"]",
        "\"from\": \"https://x/zlib\",\n     \"relationshipType\": \"dependsOn\", \"to\": [\"https://x/app\", \"https://x/zlib\"]",
    );
    let sbom = read("cycle", cycle.as_bytes());
    assert_eq!(sbom.dependencies, [(0, 1), (0, 2), (1, 0)]);
    round("cycle", &sbom);
    // One identifier for two things, and one of the document's own names for another element.
    let same = DOCUMENT
        .replace("https://x/lone", "https://x/zlib")
        .replace("https://x/note", "https://x/doc#agent-0");
    let again = write_spdx_3(&read("same", same.as_bytes()), &HEADING).document;
    let again = read("same", again.as_bytes());
    assert_eq!(again.components[2].reference, "https://x/doc#component-2");
    round("same", &again);
    let number = DOCUMENT.replace("\"by hand\"", "1e999");
    assert!(read_spdx_3(number.as_bytes(), &whole).value.is_none());
}

#[test]
fn a_program_among_the_authors_is_a_tool_in_cyclonedx_and_no_person() {
    let document = r#"{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
        {"type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1", "created": "2026-01-01T00:00:00Z", "createdBy": ["urn:p", "urn:s"]},
        {"type": "Person", "spdxId": "urn:p", "creationInfo": "_:c", "name": "Jane Doe"},
        {"type": "SoftwareAgent", "spdxId": "urn:s", "creationInfo": "_:c", "name": "builder 2"},
        {"type": "SpdxDocument", "spdxId": "urn:d", "creationInfo": "_:c", "rootElement": ["urn:b"], "element": ["urn:b"],
         "profileConformance": ["core", "software", "simpleLicensing"]},
        {"type": "software_Sbom", "spdxId": "urn:b", "creationInfo": "_:c", "rootElement": ["urn:a"], "element": ["urn:a"]},
        {"type": "software_Package", "spdxId": "urn:a", "creationInfo": "_:c", "name": "a", "software_packageVersion": "1",
         "originatedBy": ["urn:p", "urn:s"]}]}"#;
    let sbom = read("programs", document.as_bytes());
    round("programs", &sbom);
    let heading = CyclonedxHeading {
        version: CyclonedxVersion::V1_6,
        product: "p",
        release: "1",
        serial: [1; 16],
        created_at: jiff::Timestamp::UNIX_EPOCH,
        tool_version: "0",
    };
    let written = write_cyclonedx(&sbom, &heading);
    let document: Value = serde_json::from_str(&written.document).unwrap();
    let names = |pointer: &str| -> Vec<String> {
        let all = document.pointer(pointer).and_then(Value::as_array).into_iter().flatten();
        all.map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("/metadata/authors"), ["Jane Doe"]);
    assert_eq!(names("/metadata/tools/components"), ["builder 2", "proofmark"]);
    assert_eq!(names("/metadata/component/authors"), ["Jane Doe"], "{}", written.document);
    let lost = |one: &&proofmark_facts::NotCarried| one.why.to_string().contains("`builder 2` is a program");
    assert_eq!(written.not_carried.iter().filter(lost).count(), 1, "{:?}", written.not_carried);
}

#[test]
fn a_model_and_a_data_set_are_components_and_stay_what_they_are() {
    use proofmark_facts::ComponentKind::{Application, Data, Library, MachineLearningModel};
    let document = r#"{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
        {"type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1", "created": "2026-01-01T00:00:00Z", "createdBy": ["urn:p"]},
        {"type": "Organization", "spdxId": "urn:p", "creationInfo": "_:c", "name": "Maker"},
        {"type": "SpdxDocument", "spdxId": "urn:d", "creationInfo": "_:c", "rootElement": ["urn:b"], "element": ["urn:b"],
         "profileConformance": ["core", "software", "ai", "dataset"]},
        {"type": "software_Sbom", "spdxId": "urn:b", "creationInfo": "_:c", "rootElement": ["urn:a"], "element": ["urn:a", "urn:m", "urn:t"]},
        {"type": "software_Package", "spdxId": "urn:a", "creationInfo": "_:c", "name": "a", "software_packageVersion": "1"},
        {"type": "ai_AIPackage", "spdxId": "urn:m", "creationInfo": "_:c", "name": "seer", "software_packageVersion": "3",
         "software_packageUrl": "pkg:huggingface/acme/seer@3", "ai_typeOfModel": ["transformer"], "suppliedBy": "urn:p"},
        {"type": "dataset_DatasetPackage", "spdxId": "urn:t", "creationInfo": "_:c", "name": "faces", "dataset_datasetType": ["image"]},
        {"type": "ai_AIPackage", "spdxId": "urn:f", "creationInfo": "_:c", "name": "runner", "software_primaryPurpose": "application"},
        {"type": "Relationship", "spdxId": "urn:r", "creationInfo": "_:c", "from": "urn:a", "relationshipType": "dependsOn", "to": ["urn:m"]}]}"#;
    let sbom = read("models", document.as_bytes());
    let kinds: Vec<_> = sbom.components.iter().map(|it| (it.name.as_str(), it.kind)).collect();
    assert_eq!(
        kinds,
        [("a", Library), ("seer", MachineLearningModel), ("faces", Data), ("runner", Application)]
    );
    assert_eq!(sbom.dependencies, [(0, 1)]);
    assert_eq!(sbom.components[1].supplier.as_deref(), Some("Maker"));
    let written = round("models", &sbom);
    let graph = serde_json::from_str::<Value>(&written).unwrap()["@graph"].take();
    let of = |id: &str| graph.as_array().unwrap().iter().find(|one| one["spdxId"] == *id).unwrap().clone();
    assert_eq!(
        (&of("urn:m")["type"], &of("urn:m")["ai_typeOfModel"][0]),
        (&"ai_AIPackage".into(), &"transformer".into())
    );
    assert_eq!(of("urn:t")["type"], "dataset_DatasetPackage");
    assert_eq!(of("urn:a")["type"], "software_Package");
}
