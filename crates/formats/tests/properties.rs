//! Whatever the bytes, no reader panics; and what is written is read back.

#![expect(clippy::unwrap_used, reason = "a test may stop here")]

use std::collections::BTreeSet;

use proofmark_facts::{Component, ComponentKind, Revision, RevisionKind, Sbom, SbomOrigin};
use proofmark_formats::{
    CyclonedxHeading, CyclonedxVersion, Limits, advisory_kind, read_cargo_lock, read_cve_record,
    read_cyclonedx, read_eu_exploited, read_euvd, read_kev, read_law_case, read_nvd, read_osv,
    read_package_lock, read_sbom, read_spdx, write_cyclonedx,
};
use proptest::prelude::*;

const CYCLONEDX: &str = r#"{"bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:1","metadata":{
 "timestamp":"2026-01-02T03:04:05Z","tools":{"components":[{"name":"t","version":"1"}],"services":[]},
 "authors":[{"name":"A"}],"component":{"bom-ref":"p","type":"firmware","name":"p","components":[{"type":"file","name":"f"}]}},
 "components":[{"bom-ref":"a","type":"library","group":"g","name":"a \u00e9","version":"1","purl":"pkg:npm/%40g/a@1",
 "hashes":[{"alg":"MD5","content":"d41d8cd98f00b204e9800998ecf8427e"}],"licenses":[{"license":{"id":"MIT"}}]}],
 "services":[{"bom-ref":"s","name":"s"}],"dependencies":[{"ref":"p","dependsOn":["a","s"]}]}"#;
const SPDX: &str = r#"{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","documentNamespace":"https://n",
 "creationInfo":{"created":"2026-01-02T03:04:05Z","creators":["Tool: t"]},"documentDescribes":["SPDXRef-p"],
 "packages":[{"SPDXID":"SPDXRef-p","name":"p","versionInfo":"1","checksums":[{"algorithm":"SHA1","checksumValue":"00"}],
 "externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:npm/p@1"}]},{"SPDXID":"SPDXRef-q","name":"q"}],
 "files":[{"SPDXID":"SPDXRef-f"}],"relationships":[{"spdxElementId":"SPDXRef-q","relationshipType":"DEPENDENCY_OF",
 "relatedSpdxElement":"SPDXRef-p"}]}"#;
const CARGO_LOCK: &str =
    "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\ndependencies = [\"b 1.0.0\"]\n
[[package]]\nname = \"b\"\nversion = \"1.0.0\"\nsource = \"git+https://h/r?rev=1#0a\"\nchecksum = \"00\"\n";
const PACKAGE_LOCK: &str = r#"{"name":"p","lockfileVersion":2,"packages":{"":{"dependencies":{"a":"1"}},
 "node_modules/a":{"version":"1.0.0","integrity":"sha1-AAAA","resolved":"git+ssh://x#1"},"w":{"version":"1"},
 "node_modules/w":{"resolved":"w","link":true}},"dependencies":{"a":{"version":"1.0.0","requires":{"b":"1"},
 "dependencies":{"b":{"version":"1.0.0","dev":true}}}}}"#;
const OSV: &str = r#"{"schema_version":"1.6.0","id":"X-1","modified":"2026-01-02T03:04:05Z","aliases":["CVE-1"],
 "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N"}],"affected":[{"package":{"ecosystem":"npm","name":"a"},
 "ranges":[{"type":"GIT","repo":"r","events":[{"introduced":"0"},{"fixed":"1"}]}],"versions":["1"]}],"database_specific":{"cwe_ids":["CWE-1"]}}"#;
const KEV: &str = r#"{"catalogVersion":"1","dateReleased":"2026-01-02T03:04:05Z","vulnerabilities":[
 {"cveID":"CVE-1","dateAdded":"2026-01-02"}]}"#;
const CVE: &str = r#"{"dataType":"CVE_RECORD","dataVersion":"5.1","cveMetadata":{"cveId":"CVE-2026-1000","state":"PUBLISHED",
 "datePublished":"2026-01-02T03:04:05Z"},"containers":{"cna":{"providerMetadata":{"shortName":"a"},"tags":["disputed"],
 "affected":[{"vendor":"v","product":"p","defaultStatus":"affected","versions":[{"version":"1","status":"unaffected","lessThan":"2.*",
 "changes":[{"at":"1.5","status":"affected"}]}]}],"metrics":[{"cvssV3_1":{"vectorString":"CVSS:3.1/AV:N"}}]},"adp":[{"metrics":[{"other":
 {"type":"ssvc","content":{"timestamp":"2026-01-02T03:04:05Z","options":[{"Exploitation":"none"}]}}}]}]}}"#;
const EUVD: &str = r#"[{"id":"EUVD-2026-1","aliases":"CVE-2026-1000\n","baseScoreVector":"CVSS:4.0/AV:N","baseScoreVersion":"4.0",
 "datePublished":"Jul 8, 2026, 9:55:16 AM","exploitedSince":"Jul 8, 2026, 12:00:00 AM","enisaIdProduct":[{"product":{"name":"p",
 "vendor":{"name":"v"}},"product_version":"<1"}]}]"#;
const EU_LIST: &str =
    r#"[{"cveId":"CVE-2026-1","euvdId":"EUVD-2026-1","dateAdded":"2026-01-02","sources":["eukev_kev"]}]"#;

const NVD: &str = r#"{"resultsPerPage":1,"startIndex":0,"totalResults":1,"format":"NVD_CVE","version":"2.0",
 "timestamp":"2026-01-02T03:04:05.678","vulnerabilities":[{"cve":{"id":"CVE-2026-1","vulnStatus":"Analyzed","published":
 "2026-01-02T03:04:05.678","cveTags":[{"tags":["disputed"]}],"descriptions":[{"lang":"en","value":"a \u00e9"}],"metrics":
 {"cvssMetricV31":[{"source":"s","type":"Primary","cvssData":{"vectorString":"CVSS:3.1/AV:N"}}]},"weaknesses":[{"description":
 [{"lang":"en","value":"CWE-79"}]}],"configurations":[{"operator":"AND","nodes":[{"operator":"OR","negate":false,"cpeMatch":
 [{"vulnerable":true,"criteria":"cpe:2.3:a:v:p:*:*:*:*:*:*:*:*","versionEndExcluding":"2"}]}]}],"references":[{"url":"u"}]}}]}"#;

const CASE: &str = "[case]\nsays = \"s\"\non = 2028-01-01\nstate = { as_of = \"2027-01-01\" }\n[case.expect]\nscope = \"out\"\n
[operator]\nname = \"\u{e9}\"\n[scope]\ndata_connection = \"none\"\n[[remote_services]]\nname = \"a\"\n";

fn read_by_all(bytes: &[u8]) {
    let _ = read_law_case(bytes);
    let limits = Limits { components: 3, dependencies: 3, problems: 2, text_bytes: 20, ..Limits::default() };
    for limits in [&limits, &Limits::default(), &Limits::default().whole()] {
        for name in ["bom.json", "Cargo.lock", "package-lock.json"] {
            let _ = read_sbom(name, bytes, limits);
        }
        let _ =
            (read_cyclonedx(bytes, limits), read_spdx(bytes, limits), read_cargo_lock(bytes, "p", limits));
        let _ = read_nvd(bytes, limits, &mut |_| Ok(()));
        let _ = (read_package_lock(bytes, limits), read_osv(bytes, limits), read_kev(bytes, limits));
        let _ = (read_cve_record(bytes, limits), read_euvd(bytes, limits), read_eu_exploited(bytes, limits));
        let _ = advisory_kind(bytes, limits);
    }
}

/// One way to spoil a document: bytes overwritten, taken out, doubled, or all that follows cut off.
fn spoil(bytes: &mut Vec<u8>, (kind, at, length, by): (u8, usize, usize, u8)) {
    let at = at % bytes.len().max(1);
    let end = (at + length).min(bytes.len());
    match kind {
        0 => bytes[at..end].fill(by),
        1 => drop(bytes.drain(at..end)),
        2 => {
            let doubled = bytes[at..end].to_vec();
            bytes.splice(at..at, doubled);
        }
        _ => bytes.truncate(at),
    }
}

fn component() -> impl Strategy<Value = Component> {
    let word = || proptest::option::of("[a-zA-Z0-9é\"\\\\/. -]{1,8}");
    let licences = proptest::collection::vec("[A-Za-z0-9 ().+-]{1,12}", 0..3);
    let purl =
        proptest::option::of("[a-z]{1,5}".prop_map(|name| format!("pkg:cargo/{name}@1").parse().unwrap()));
    (
        ("[^\u{0}]{0,6}x", 0..13_usize),
        word(),
        word(),
        (proptest::option::of("cpe:/a:v:[a-z]{1,6}"), proptest::collection::vec("cpe:/o:v:[a-z]{1,6}", 0..3)),
        word(),
        purl,
        licences,
        ("[0-9a-f]{64}", proptest::collection::vec(revision(), 0..3)),
        any::<bool>(),
    )
        .prop_map(
            |(
                (name, kind),
                group,
                version,
                (cpe, more_cpes),
                supplier,
                purl,
                licences,
                (digest, mut revisions),
                own,
            )| {
                // Pedigree goes before addresses in the document.
                revisions.sort_by_key(|revision| revision.kind == RevisionKind::MadeFrom);
                Component {
                    reference: String::new(),
                    kind: KINDS[kind],
                    group,
                    name,
                    version,
                    purl,
                    more_cpes: if cpe.is_some() { more_cpes } else { Vec::new() },
                    cpe,
                    licences,
                    digests: vec![("SHA-256".into(), digest)],
                    revisions,
                    supplier,
                    own,
                    doubt: None,
                    particulars: None,
                }
            },
        )
}

fn revision() -> impl Strategy<Value = Revision> {
    let repository = "(https://git\\.example/|git@host:)[a-z]{1,5}(\\.git)?";
    (repository, "[0-9a-f]{40}|v[0-9]\\.[0-9]", any::<bool>(), any::<bool>()).prop_map(
        |(repository, at, holds, says)| {
            let kind = if holds { RevisionKind::Holds } else { RevisionKind::MadeFrom };
            Revision { repository: (says || !holds).then_some(repository), at, kind }
        },
    )
}

const KINDS: [ComponentKind; 13] = [
    ComponentKind::Application,
    ComponentKind::Framework,
    ComponentKind::Library,
    ComponentKind::Container,
    ComponentKind::Platform,
    ComponentKind::OperatingSystem,
    ComponentKind::Device,
    ComponentKind::DeviceDriver,
    ComponentKind::Firmware,
    ComponentKind::File,
    ComponentKind::MachineLearningModel,
    ComponentKind::Data,
    ComponentKind::CryptographicAsset,
];

fn sbom() -> impl Strategy<Value = Sbom> {
    let components = proptest::collection::vec(component(), 1..8);
    let dependencies = proptest::collection::btree_set((0..8_u32, 0..8_u32), 0..20);
    (components, dependencies).prop_map(
        |(mut components, dependencies): (Vec<Component>, BTreeSet<(u32, u32)>)| {
            let count = u32::try_from(components.len()).unwrap();
            for (index, component) in components.iter_mut().enumerate() {
                component.reference = format!("r\"{index}");
            }
            components[0].own = true;
            components[0].version.get_or_insert("1".into());
            let inside = |&(from, to): &(u32, u32)| from < count && to < count;
            let dependencies = dependencies.into_iter().filter(inside).collect();
            Sbom { subject: Some(0), components, dependencies, ..Sbom::default() }
        },
    )
}

fn heading() -> CyclonedxHeading<'static> {
    CyclonedxHeading {
        version: CyclonedxVersion::V1_6,
        product: "thermostat",
        release: "1.2.3",
        serial: [
            0x3e, 0x67, 0x16, 0x87, 0x39, 0x5b, 0x41, 0xf5, 0xa3, 0x0f, 0xa5, 0x89, 0x21, 0xa6, 0x9b, 0x79,
        ],
        created_at: "2026-11-21T10:00:00Z".parse().unwrap(),
        tool_version: "0.1.0",
    }
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_by_all(&bytes);
    }

    #[test]
    fn no_spoilt_document_makes_a_reader_panic(
        document in proptest::sample::select(vec![CYCLONEDX, SPDX, CARGO_LOCK, PACKAGE_LOCK, OSV, KEV, CVE, EUVD, EU_LIST, NVD, CASE]),
        ways in proptest::collection::vec((0..4_u8, any::<usize>(), 0..40_usize, any::<u8>()), 1..6),
    ) {
        let mut bytes = document.as_bytes().to_vec();
        for way in ways {
            spoil(&mut bytes, way);
        }
        read_by_all(&bytes);
    }

    #[test]
    fn a_written_sbom_is_read_back(sbom in sbom()) {
        let written = write_cyclonedx(&sbom, &heading()).document;
        let read = read_cyclonedx(written.as_bytes(), &Limits::default());
        prop_assert_eq!(&read.problems, &vec![]);
        let read = read.value.unwrap();
        prop_assert_eq!(Sbom { origin: SbomOrigin::default(), ..read }, sbom);
    }

    /// Read whole and written again, a document is the same one, byte by byte.
    #[test]
    fn a_document_read_whole_is_written_again(sbom in sbom()) {
        let written = write_cyclonedx(&sbom, &heading()).document;
        let first = read_cyclonedx(written.as_bytes(), &Limits::default().whole()).value.unwrap();
        let again = write_cyclonedx(&first, &heading());
        prop_assert_eq!(&again.not_carried, &vec![]);
        let second = read_cyclonedx(again.document.as_bytes(), &Limits::default().whole()).value.unwrap();
        prop_assert_eq!(&first, &second);
        prop_assert_eq!(write_cyclonedx(&second, &heading()).document, again.document);
    }
}

#[test]
fn every_beginning_of_a_document_is_refused_or_read_without_panic() {
    for document in [CYCLONEDX, SPDX, CARGO_LOCK, PACKAGE_LOCK, OSV, KEV, CVE, EUVD, EU_LIST, NVD] {
        for end in 0..document.len() {
            read_by_all(&document.as_bytes()[..end]);
        }
    }
}

/// A lockfile of several members becomes an SBOM whose subject is the product, leaves with empty entries.
#[test]
fn a_lockfile_becomes_an_sbom() {
    let lock = read_cargo_lock(CARGO_LOCK.as_bytes(), "thermostat", &Limits::default()).value.unwrap();
    let written = write_cyclonedx(&Sbom { subject: None, ..lock }, &heading()).document;
    let dependencies = written.split_once("\"dependencies\"").unwrap().1;
    insta::assert_snapshot!(dependencies, @r#"
    : [
        {
          "ref": "thermostat",
          "dependsOn": [
            "pkg:cargo/a@1.0.0"
          ]
        },
        {
          "ref": "pkg:cargo/a@1.0.0",
          "dependsOn": [
            "pkg:cargo/b@1.0.0?vcs_url=git%2Bhttps:%2F%2Fh%2Fr%400a"
          ]
        },
        {
          "ref": "pkg:cargo/b@1.0.0?vcs_url=git%2Bhttps:%2F%2Fh%2Fr%400a"
        }
      ]
    }
    "#);
    let read = read_cyclonedx(written.as_bytes(), &Limits::default());
    assert_eq!(read.problems, []);
    let sbom = read.value.unwrap();
    assert_eq!((sbom.subject, sbom.components[0].name.as_str()), (Some(0), "thermostat"));
    assert_eq!(sbom.dependencies, [(0, 1), (1, 2)]);
}
