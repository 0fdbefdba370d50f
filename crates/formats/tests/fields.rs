//! Which member of a document becomes which fact.

use proofmark_facts::{ComponentKind, Read, Sbom};
use proofmark_formats::{Limits, read_cyclonedx, read_spdx};

/// The SBOM of a document without problems.
fn clean(read: Read<Sbom>) -> Sbom {
    assert_eq!(read.problems, []);
    read.value.expect("a document without problems gives a value")
}

#[test]
fn cyclonedx_members_become_facts() {
    let sbom = clean(read_cyclonedx(
        br#"{"dependencies": [{"ref": "app", "dependsOn": ["lib", "service"], "provides": ["part"]}, {"ref": "lib"},
              {"ref": "pkg:npm/nameless-reference@1", "dependsOn": ["lib"]}],
            "services": [{"bom-ref": "outer", "name": "s", "services": [{"bom-ref": "service", "name": "t"}]}],
            "components": [
              {"bom-ref": "lib", "type": "library", "group": "@s", "name": "lib", "version": "1.0", "scope": "required",
               "purl": "pkg:npm/@s/lib@1.0", "cpe": "cpe:2.3:a:s:lib:1.0:*:*:*:*:*:*:*", "publisher": "P",
               "supplier": {"name": "S"}, "hashes": [{"alg": "SHA-1", "content": "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709"}],
               "licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "Own"}}, {"expression": "A OR B"}, {"license": {}}],
               "components": [{"bom-ref": "part", "type": "file", "name": "part", "properties": null}]},
              {"type": "firmware", "name": "nr", "purl": "pkg:npm/nameless-reference@1", "publisher": "P"}],
            "metadata": {"timestamp": "2026-01-02T03:04:05+01:00", "supplier": {"name": "Maker"},
              "tools": [{"vendor": "V", "name": "T", "version": "1"}], "authors": [{"email": "a@b.eu"}],
              "manufacturer": {"name": "M"}, "component": {"bom-ref": "app", "type": "application", "name": "app"}},
            "serialNumber": "urn:uuid:1", "specVersion": "1.4", "bomFormat": "CycloneDX", "vulnerabilities": [{}]}"#,
        &Limits::default(),
    ));
    let names: Vec<&str> = sbom.components.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["lib", "part", "nr", "app"]);
    assert_eq!(sbom.subject, Some(3));
    // `provides` is no dependency; a service is no component; a part hangs on what it is a part of.
    assert_eq!(sbom.dependencies, [(0, 1), (2, 0), (3, 0)]);
    let lib = &sbom.components[0];
    assert_eq!((lib.kind, lib.own, lib.supplier.as_deref()), (ComponentKind::Library, false, Some("S")));
    assert_eq!(lib.licences, ["MIT", "Own", "A OR B"]);
    assert_eq!(lib.purl.as_ref().map(ToString::to_string).as_deref(), Some("pkg:npm/%40s/lib@1.0"));
    assert_eq!(lib.digests, [("SHA-1".to_owned(), "da39a3ee5e6b4b0d3255bfef95601890afd80709".to_owned())]);
    assert_eq!(sbom.components[2].supplier.as_deref(), Some("P"));
    let app = &sbom.components[3];
    assert_eq!((app.own, app.supplier.as_deref()), (true, Some("Maker")));
    assert_eq!(sbom.origin.created_by, ["a@b.eu", "M", "V T 1"]);
    assert_eq!(sbom.origin.created_at.map(|at| at.to_string()).as_deref(), Some("2026-01-02T02:04:05Z"));
    assert_eq!(
        (sbom.origin.format.as_str(), sbom.origin.serial.as_deref()),
        ("CycloneDX 1.4", Some("urn:uuid:1"))
    );
}

#[test]
fn a_long_list_takes_no_room_for_what_is_not_there() {
    let component = |place: usize| {
        format!(
            r#"{{"bom-ref": "{place}", "type": "library", "name": "c{place}", "licenses": [{{"license": {{"id": "MIT"}}}}]}}"#
        )
    };
    let components: Vec<String> = (0..1100).map(component).collect();
    let written = components.join(",");
    let document =
        format!(r#"{{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{written}]}}"#);
    let sbom = clean(read_cyclonedx(document.as_bytes(), &Limits::default()));
    assert_eq!((sbom.components.len(), sbom.components.capacity()), (1100, 1100));
    assert!(sbom.components.iter().all(|component| component.licences.capacity() == 1));
}

#[test]
fn a_subject_listed_twice_is_one_component() {
    let sbom = clean(read_cyclonedx(
        br#"{"bomFormat": "CycloneDX", "specVersion": "1.6",
            "components": [{"bom-ref": "x", "type": "library", "name": "x"}],
            "metadata": {"component": {"bom-ref": "app", "type": "application", "name": "app"}},
            "dependencies": [{"ref": "app", "dependsOn": ["x"]}]}"#,
        &Limits::default(),
    ));
    assert_eq!((sbom.subject, sbom.dependencies), (Some(1), vec![(1, 0)]));
    let read = read_cyclonedx(
        br#"{"bomFormat": "CycloneDX", "specVersion": "1.6",
            "metadata": {"component": {"bom-ref": "app", "type": "application", "name": "app"}},
            "components": [{"bom-ref": "w", "type": "library", "name": "w"},
              {"bom-ref": "app", "type": "application", "name": "app", "version": "2"},
              {"bom-ref": "x", "type": "library", "name": "x"}],
            "dependencies": [{"ref": "app", "dependsOn": ["x"]}]}"#,
        &Limits::default(),
    );
    let sbom = clean(read);
    assert_eq!((sbom.components.len(), sbom.subject, sbom.dependencies), (3, Some(0), vec![(0, 2)]));
    assert_eq!(sbom.components[0].version.as_deref(), Some("2"));
}

#[test]
fn spdx_members_become_facts() {
    let relationship = |from: &str, kind: &str, to: &str| {
        format!(
            r#"{{"spdxElementId":"SPDXRef-{from}","relationshipType":"{kind}","relatedSpdxElement":"SPDXRef-{to}"}}"#
        )
    };
    let relationships = [
        relationship("DOCUMENT", "DESCRIBES", "app"),
        relationship("app", "DEPENDS_ON", "b"),
        relationship("app", "CONTAINS", "file"),
        relationship("c", "BUILD_DEPENDENCY_OF", "app"),
        relationship("d", "CONTAINED_BY", "b"),
        relationship("app", "GENERATED_FROM", "d"),
        r#"{"spdxElementId":"SPDXRef-b","relationshipType":"DEPENDS_ON","relatedSpdxElement":"NOASSERTION"}"#
            .to_owned(),
    ];
    let package = |name: &str| format!(r#"{{"SPDXID":"SPDXRef-{name}","name":"{name}"}}"#);
    let json = format!(
        r#"{{"spdxVersion":"SPDX-2.2","SPDXID":"SPDXRef-DOCUMENT","documentNamespace":"https://n",
          "creationInfo":{{"created":"2026-01-02T03:04:05Z","creators":["Tool: t-1","Organization: O (o@o.eu)"]}},
          "files":[{{"SPDXID":"SPDXRef-file"}}],"relationships":[{}],
          "packages":[{{"SPDXID":"SPDXRef-app","name":"app","versionInfo":"1.0","primaryPackagePurpose":"FIRMWARE",
            "supplier":"NOASSERTION","originator":"Organization: Maker","licenseConcluded":"NOASSERTION","licenseDeclared":"MIT",
            "checksums":[{{"algorithm":"MD5","checksumValue":"d41d8cd98f00b204e9800998ecf8427e"}}],
            "externalRefs":[{{"referenceType":"cpe22Type","referenceLocator":"cpe:/a:x:app"}},
              {{"referenceType":"cpe23Type","referenceLocator":"cpe:2.3:a:x:app:1.0:*:*:*:*:*:*:*"}},
              {{"referenceType":"purl","referenceLocator":"pkg:npm/app@1.0"}}]}},{},{},{}]}}"#,
        relationships.join(","),
        package("b"),
        package("c"),
        package("d")
    );
    let sbom = clean(read_spdx(json.as_bytes(), &Limits::default()));
    assert_eq!((sbom.subject, sbom.components.len()), (Some(0), 4));
    assert_eq!(sbom.dependencies, [(0, 1), (0, 2), (1, 3)]);
    let app = &sbom.components[0];
    assert_eq!((app.kind, app.own, app.supplier.as_deref()), (ComponentKind::Firmware, true, Some("Maker")));
    assert_eq!(app.licences, ["MIT"]);
    assert_eq!(app.cpes().collect::<Vec<_>>(), ["cpe:2.3:a:x:app:1.0:*:*:*:*:*:*:*", "cpe:/a:x:app"]);
    assert!(app.purl.is_some() && app.digests.len() == 1);
    assert_eq!(sbom.origin.created_by, ["t-1", "O (o@o.eu)"]);
    assert_eq!((sbom.origin.format.as_str(), sbom.origin.serial.as_deref()), ("SPDX-2.2", Some("https://n")));
}
