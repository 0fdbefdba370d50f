//! Generated bills of materials, written as SPDX 2.3 and 3.0.1 and as CycloneDX, and read back. With `PROOFMARK_WRITTEN_SBOMS` naming a folder, the
//! documents are left there, for other readers and the official schemas (`docs/sboms.md`).

#![expect(clippy::unwrap_used, reason = "a test may stop here")]

use proofmark_facts::{
    Completeness, Component, ComponentKind, ComponentScope, ExternalReference, LicenceName, LicenceSense,
    OwnWords, Particulars, Party, PartyKind, ReachedBy, Sbom, SbomOrigin, SbomParticulars, StatedLicence,
    ToolUsed,
};
use proofmark_formats::{
    CyclonedxHeading, CyclonedxVersion, Limits, SpdxHeading, read_sbom, read_spdx, read_spdx_3,
    write_cyclonedx, write_spdx_2, write_spdx_3,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

const HEADING: SpdxHeading<'static> = SpdxHeading {
    product: "Thermostat",
    release: "2.1",
    serial: [7; 16],
    created_at: jiff::Timestamp::UNIX_EPOCH,
    tool_version: "0.1.0",
    goes_on: false,
};

const CYCLONEDX: [(CyclonedxVersion, &str); 2] =
    [(CyclonedxVersion::V1_6, "1.6"), (CyclonedxVersion::V1_7, "1.7")];

const CYCLONEDX_HEADING: CyclonedxHeading<'static> = CyclonedxHeading {
    version: CyclonedxVersion::V1_6,
    product: "Thermostat",
    release: "2.1",
    serial: [7; 16],
    created_at: jiff::Timestamp::UNIX_EPOCH,
    tool_version: "0.1.0",
};

const KINDS: [ComponentKind; 8] = [
    ComponentKind::Application,
    ComponentKind::Framework,
    ComponentKind::Library,
    ComponentKind::Container,
    ComponentKind::OperatingSystem,
    ComponentKind::Device,
    ComponentKind::Firmware,
    ComponentKind::File,
];

fn party() -> impl Strategy<Value = Party> {
    ("[A-Z][a-zé]{1,8}( (Ltd|Inc))?", proptest::option::of("[a-z]{1,6}@example\\.com"), any::<bool>())
        .prop_map(|(name, email, is_person)| {
            let contacts = email.map(|email| ReachedBy { email: Some(email), ..ReachedBy::default() });
            let kind = if is_person { PartyKind::Person } else { PartyKind::Organisation };
            Party { kind: Some(kind), name, urls: Vec::new(), contacts: contacts.into_iter().collect() }
        })
}

fn licence() -> impl Strategy<Value = StatedLicence> {
    let named = prop_oneof![
        Just(LicenceName::Id("MIT".to_owned())),
        Just(LicenceName::Expression("Apache-2.0 OR MIT".to_owned())),
        Just(LicenceName::Expression("LicenseRef-scancode-x AND ISC".to_owned())),
        "[A-Z][a-z ]{2,12}[a-z]".prop_map(LicenceName::Name),
    ];
    (named, any::<Option<bool>>(), any::<bool>()).prop_map(|(named, sense, with_text)| {
        let sense = sense.map(|it| if it { LicenceSense::Declared } else { LicenceSense::Concluded });
        let text =
            (with_text && matches!(named, LicenceName::Name(_))).then(|| "As is.\n\"Do\" what".to_owned());
        StatedLicence { named, sense, text, url: None }
    })
}

fn particulars() -> impl Strategy<Value = Particulars> {
    let reference = ("(vcs|website|distribution|advisories|security-contact|other|poam)", "[a-z]{1,6}");
    let reference = reference.prop_map(|(kind, path)| ExternalReference {
        kind,
        url: format!("https://example.com/{path}"),
        comment: None,
        digests: vec![("SHA-512".to_owned(), "ab".repeat(64))],
    });
    (
        (proptest::option::of("[^\u{0}]{0,12}x"), proptest::option::of("Copyright [a-z]{1,8}")),
        (proptest::option::of(party()), proptest::option::of(party())),
        proptest::collection::vec(licence(), 0..3),
        proptest::collection::vec(reference, 0..4),
        (
            proptest::option::of("[a-z]{1,8}\\.so"),
            any::<Option<bool>>(),
            any::<Option<bool>>(),
            any::<Option<bool>>(),
        ),
        proptest::option::of(0_i64..4_000_000_000),
    )
        .prop_map(
            |((description, copyright), (supplier, manufacturer), licences, references, file, at)| {
                let at = at.map(|at| jiff::Timestamp::from_second(at).unwrap());
                Particulars {
                    description,
                    copyright,
                    supplier,
                    manufacturer,
                    licences,
                    external_references: references,
                    file_name: file.0,
                    executable: file.1,
                    archive: file.2,
                    structured: file.3,
                    scope: at.map(|_| ComponentScope::Optional),
                    released_at: at,
                    built_at: at,
                    valid_until: at,
                    own_words: vec![OwnWords { member: "evidence".to_owned(), json: "{}".to_owned() }],
                    ..Particulars::default()
                }
            },
        )
}

fn component() -> impl Strategy<Value = Component> {
    let word = || proptest::option::of("[a-zA-Z0-9é\"\\\\/. -]{1,8}x");
    let purl =
        proptest::option::of("[a-z]{1,5}".prop_map(|name| format!("pkg:cargo/{name}@1").parse().unwrap()));
    let cpe = proptest::option::of("cpe:2\\.3:a:v:[a-z]{1,6}:1:\\*:\\*:\\*:\\*:\\*:\\*:\\*");
    let reference = "(SPDXRef-[a-z]{1,3}|[a-z_/@é]{0,5}|urn:x:[a-z]{1,2}|SPDXRef-DOCUMENT)";
    (
        "[^\u{0}]{0,6}x",
        0..8_usize,
        word(),
        purl,
        cpe,
        "[0-9a-f]{64}",
        reference,
        proptest::option::of(particulars()),
    )
        .prop_map(|(name, kind, version, purl, cpe, digest, reference, particulars)| Component {
            reference,
            kind: KINDS[kind],
            name,
            version,
            purl,
            cpe,
            digests: vec![("SHA-256".to_owned(), digest.clone()), ("SHA3-256".to_owned(), digest)],
            particulars: particulars.map(Box::new),
            ..Component::default()
        })
}

fn sbom() -> impl Strategy<Value = Sbom> {
    let parts = (
        proptest::collection::vec(component(), 1..8),
        proptest::collection::btree_set((0_u32..8, 0_u32..8), 0..10),
        proptest::option::of(party()),
        any::<[bool; 3]>(),
    );
    parts.prop_map(|(components, dependencies, manufacturer, [with_subject, with_contained, unknown])| {
        let count = u32::try_from(components.len()).unwrap();
        let dependencies: Vec<(u32, u32)> = dependencies
            .into_iter()
            .filter(|(from, to)| *from < count && *to < count && from != to)
            .collect();
        let contained =
            if with_contained { dependencies.iter().copied().take(2).collect() } else { Vec::new() };
        let lone = (0..count).find(|index| dependencies.iter().all(|(from, _)| from != index));
        let aggregate = if unknown { "unknown" } else { "complete" }.to_owned();
        let completeness =
            lone.map(|lone| Completeness { aggregate, parts_of: Vec::new(), dependencies_of: vec![lone] });
        Sbom {
            origin: SbomOrigin { format: "CycloneDX 1.6".to_owned(), ..SbomOrigin::default() },
            subject: with_subject.then_some(0),
            components,
            dependencies,
            particulars: Some(Box::new(SbomParticulars {
                name: Some("A \"product\"".to_owned()),
                manufacturer,
                tools: vec![ToolUsed {
                    vendor: None,
                    name: "maker".to_owned(),
                    version: Some("1.0".to_owned()),
                }],
                contained,
                completeness: completeness.into_iter().collect(),
                ..SbomParticulars::default()
            })),
        }
    })
}

type What<'a> =
    (&'a str, Option<&'a str>, ComponentKind, Option<String>, Vec<&'a str>, &'a [(String, String)]);

/// What every one of these formats says of components.
fn said(sbom: &Sbom) -> Vec<What<'_>> {
    fn what(it: &Component) -> What<'_> {
        let Component { name, version, kind, purl, digests, .. } = it;
        let cpes = it.cpes().collect();
        (
            name.as_str(),
            version.as_deref(),
            *kind,
            purl.as_ref().map(ToString::to_string),
            cpes,
            digests.as_slice(),
        )
    }
    sbom.components.iter().map(what).collect()
}

#[test]
fn five_hundred_generated_lists_are_written_and_read_back() {
    let folder = std::env::var_os("PROOFMARK_WRITTEN_SBOMS").map(std::path::PathBuf::from);
    let mut runner = TestRunner::deterministic();
    let sbom = sbom();
    for number in 0..500 {
        let sbom = sbom.new_tree(&mut runner).unwrap().current();
        let (two, three) = (write_spdx_2(&sbom, &HEADING), write_spdx_3(&sbom, &HEADING));
        assert_eq!(two, write_spdx_2(&sbom, &HEADING));
        assert_eq!(three, write_spdx_3(&sbom, &HEADING));
        if let Some(folder) = &folder {
            std::fs::write(folder.join(format!("{number:03}.spdx.json")), &two.document).unwrap();
            std::fs::write(folder.join(format!("{number:03}.spdx3.json")), &three.document).unwrap();
        }
        let whole = Limits::default().whole();
        for (version, name) in CYCLONEDX {
            let written = write_cyclonedx(&sbom, &CyclonedxHeading { version, ..CYCLONEDX_HEADING }).document;
            if let Some(folder) = &folder {
                std::fs::write(folder.join(format!("{number:03}.{name}.cdx.json")), &written).unwrap();
            }
            let read = read_sbom("", written.as_bytes(), &whole).value.unwrap();
            let again: Vec<&str> = read.components.iter().map(|it| it.name.as_str()).collect();
            assert!(sbom.components.iter().all(|it| again.contains(&it.name.as_str())), "{number}");
        }
        let two = read_spdx(two.document.as_bytes(), &whole);
        let three = read_spdx_3(three.document.as_bytes(), &whole);
        let read = three.value.as_ref().unwrap();
        let on = SpdxHeading { goes_on: true, ..HEADING };
        let again = write_spdx_3(&read.sbom, &on).document;
        assert_eq!(read_spdx_3(again.as_bytes(), &whole).value.as_ref(), Some(read), "{number}");
        let (two, three) = (two.value.unwrap(), three.value.unwrap().sbom);
        for read in [&two, &three] {
            let mut again = said(read);
            if sbom.subject.is_none() {
                assert_eq!(again.pop().unwrap().0, "Thermostat");
                assert_eq!(read.subject, Some(sbom.components.len()));
            } else {
                assert_eq!(read.subject, Some(0));
                assert!(again[0].1.is_some());
                again[0].1 = sbom.components[0].version.as_deref();
            }
            assert_eq!(again, said(&sbom), "{number}");
            let own = read.dependencies.iter().filter(|(from, _)| (*from as usize) < sbom.components.len());
            assert_eq!(own.copied().collect::<Vec<_>>(), sbom.dependencies, "{number}");
        }
        for read in [&two, &three] {
            let (before, after) = (sbom.particulars.as_ref().unwrap(), read.particulars.as_ref().unwrap());
            assert_eq!(after.contained, before.contained);
        }
    }
}

#[test]
fn what_neither_can_say_is_told() {
    let component = Component {
        name: "zlib".to_owned(),
        kind: ComponentKind::CryptographicAsset,
        group: Some("madler".to_owned()),
        particulars: Some(Box::new(Particulars {
            scope: Some(ComponentScope::Required),
            executable: Some(false),
            own_words: vec![OwnWords { member: "cryptoProperties".to_owned(), json: "{}".to_owned() }],
            ..Particulars::default()
        })),
        ..Component::default()
    };
    let sbom = Sbom { components: vec![component], ..Sbom::default() };
    for written in [write_spdx_2(&sbom, &HEADING), write_spdx_3(&sbom, &HEADING)] {
        let members: Vec<&str> = written.not_carried.iter().map(|it| it.member.as_str()).collect();
        for member in ["group", "type", "cryptoProperties", "scope", "executable"] {
            assert!(members.contains(&member), "{member}: {members:?}");
        }
        assert!(written.not_carried.iter().all(|it| it.of == "zlib"));
    }
}

#[test]
fn a_signature_is_told_once_and_further_dependencies_as_what_they_are() {
    let words = |member: &str| OwnWords { member: member.to_owned(), json: "{}".to_owned() };
    let particulars = SbomParticulars {
        signed: true,
        own_words: vec![words("dependencies"), words("signature")],
        ..SbomParticulars::default()
    };
    let sbom = Sbom { particulars: Some(Box::new(particulars)), ..Sbom::default() };
    for written in [write_spdx_2(&sbom, &HEADING), write_spdx_3(&sbom, &HEADING)] {
        let told: Vec<(&str, &str)> =
            written.not_carried.iter().map(|it| (it.member.as_str(), it.why.id())).collect();
        let expected = [
            ("dependencies", "formats-not-carried-further-dependencies"),
            ("signature", "formats-not-carried-signature"),
        ];
        assert_eq!(told, expected);
    }
}
