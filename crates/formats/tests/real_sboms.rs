//! SBOMs of real software, from the folder `PROOFMARK_TEST_SBOMS` names (with its `INDEX.tsv`).

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop here and say what it saw")]

use std::time::Instant;

use proofmark_facts::{Component, Cpe, Read, Sbom};
use proofmark_formats::{
    CyclonedxHeading, CyclonedxVersion, Limits, read_cyclonedx, read_sbom, read_spdx, write_cyclonedx,
};

mod data;

type Reader = fn(&[u8], &Limits) -> Read<Sbom>;

struct Row {
    file: String,
    components: Option<usize>,
    bytes: Vec<u8>,
}

fn rows(format: &str) -> Vec<Row> {
    let Some(folder) = data::folder("PROOFMARK_TEST_SBOMS") else { return Vec::new() };
    let index = std::fs::read_to_string(folder.join("INDEX.tsv")).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let bytes = || std::fs::read(folder.join(cells[0])).unwrap();
        (cells[3] == format).then(|| Row {
            file: cells[0].to_owned(),
            components: cells[6].parse().ok(),
            bytes: bytes(),
        })
    };
    index.lines().skip(1).filter_map(row).collect()
}

/// Every document whose reading differs from the index: its file, and the component count or the refusal.
fn differences(format: &str, read: Reader) -> Vec<(String, String)> {
    let (mut differ, mut bytes, mut components, mut warnings) = (Vec::new(), 0, 0, 0);
    let rows = rows(format);
    let started = Instant::now();
    for row in &rows {
        bytes += row.bytes.len();
        let read = read(&row.bytes, &Limits::default());
        warnings += read.problems.len();
        let says = match &read.value {
            Some(sbom) => {
                components += sbom.components.len();
                // The index counts every `component` of XML; of JSON not `metadata.component`; SPDX's subject is a package.
                let besides = usize::from(format == "cdx-json" && sbom.subject.is_some());
                let listed = sbom.components.len() - besides;
                if Some(listed) == row.components {
                    continue;
                }
                format!("{listed} components, the index says {:?}", row.components)
            }
            None => read.problems.last().unwrap().says.to_string(),
        };
        differ.push((row.file.clone(), says));
    }
    let count = rows.len();
    println!(
        "{count} {format}: {bytes} bytes, {components} components, {warnings} problems: {:?}",
        started.elapsed()
    );
    differ
}

fn assert_only(differences: &[(String, String)], explained: &[(&str, &str)]) {
    let unexplained: Vec<_> = differences
        .iter()
        .filter(|(file, _)| !explained.iter().any(|(known, _)| file.contains(known)))
        .collect();
    for difference in differences {
        println!("{difference:?}");
    }
    assert!(unexplained.is_empty(), "{unexplained:#?}");
}

#[test]
fn cyclonedx_documents_have_as_many_components_as_the_index_says() {
    let explained = [
        ("cyclonedx-qwen-7b", "five more stand inside `metadata.component`, which the index leaves out"),
        ("harp-darwin-amd64", "109 more stand inside `metadata.component`"),
        ("skip_invalid-empty-component", "made to be invalid: a component without name"),
        ("guac/1dedfbd09d-cyclonedx-components-flat", "its subject is listed too, under its package URL"),
        ("trustify/7bd5a65b80-cyclonedx-circular", "its subject is listed among the components too"),
    ];
    assert_only(&differences("cdx-json", read_cyclonedx), &explained);
}

#[test]
fn cyclonedx_documents_in_xml_have_as_many_components_as_the_index_says() {
    let explained = [
        ("DependencyTrack__dependency-track", "an ancestor in a pedigree is counted"),
        ("popey__plugfest-sboms", "the tool is a component too"),
        ("CycloneDX__specification", "made to be tests: `cyclonedx_suite` holds each against its JSON"),
    ];
    assert_only(&differences("cdx-xml", by_content), &explained);
}

#[test]
fn spdx_documents_have_as_many_components_as_the_index_says() {
    let explained = [
        (
            "guac/3809ba1691-invalid-spdx-identifier",
            "a draft's shape: creators are objects, `packageName` for `name`",
        ),
        ("guac/48dd5d60e4-small-spdx", "the same"),
        ("trustify/284c6bac22-openssl", "one package has two package URLs, and is asked for by both"),
        ("trustify/ac5c6025ab-ubi9-micro", "the same"),
    ];
    assert_only(&differences("spdx-json", read_spdx), &explained);
}

fn by_content(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    read_sbom("x", bytes, limits)
}

#[test]
fn spdx_documents_of_other_forms_have_as_many_components_as_the_index_says() {
    let from_elsewhere =
        "images count as what they were built from, which another document describes, and that is told";
    let explained = [
        ("0cc848b896-build.spdx", "of Zephyr's build, only what it makes is listed: the others are targets"),
        ("23a1bf007f-kubernetes-release.spdx", from_elsewhere),
        ("e640019641-k8s-release-sbom.spdx", from_elsewhere),
    ];
    assert_only(&differences("spdx-tv", by_content), &explained);
    let models = "models and data sets are components, which the index does not count";
    let explained = [
        ("spdx_3.0.1-schema.json", "the schema itself"),
        ("spdx-context.jsonld", "the context itself"),
        ("2b3765b58a-simplehtr-example", models),
        ("88f6224ca0-example01.spdx3", models),
    ];
    assert_only(&differences("spdx3-jsonld", by_content), &explained);
}

/// The whole corpus through the one door, whatever the format: what is not read is refused with its reason.
#[test]
fn what_is_not_read_is_refused_by_name() {
    let refusals = [("bad", "formats-json-malformed")];
    for (format, refusal) in refusals {
        for row in &rows(format) {
            let read = read_sbom(&row.file, &row.bytes, &Limits::default());
            let last = read.problems.last().unwrap();
            assert_eq!(
                (read.value.is_none(), last.says.id()),
                (true, refusal),
                "{}: {}",
                row.file,
                last.says
            );
        }
    }
    for format in ["cdx-json", "spdx-json"] {
        for row in rows(format) {
            let mut read = read_sbom(&row.file, &row.bytes, &Limits::default());
            // That a list names nothing is said of any format, so it is said at the door.
            read.problems.retain(|problem| problem.says.id() != "formats-names-nothing");
            let alone = if format == "cdx-json" { read_cyclonedx } else { read_spdx };
            assert_eq!(read, alone(&row.bytes, &Limits::default()), "{}", row.file);
        }
    }
}

/// What is read is written and read again: the same components and dependencies. With `PROOFMARK_TEST_OUT`,
/// a folder, the written documents are kept there for validation against the schema.
#[test]
fn what_is_read_can_be_written_and_read_again() {
    let heading = CyclonedxHeading {
        version: CyclonedxVersion::V1_6,
        product: "product",
        release: "1.0.0",
        serial: [7; 16],
        created_at: "2026-11-21T10:00:00Z".parse().unwrap(),
        tool_version: "0.1.0",
    };
    let kept = std::env::var_os("PROOFMARK_TEST_OUT").map(std::path::PathBuf::from);
    for row in rows("cdx-json").into_iter().chain(rows("spdx-json")) {
        let Some(sbom) = read_sbom(&row.file, &row.bytes, &Limits::default()).value else { continue };
        let written = write_cyclonedx(&sbom, &heading).document;
        if let Some(folder) = &kept {
            std::fs::write(folder.join(row.file.replace('/', "_")), &written).unwrap();
        }
        let read = read_cyclonedx(written.as_bytes(), &Limits::default());
        assert_eq!(
            read.problems
                .iter()
                .filter(|it| !["name", "cpe"].iter().any(|word| it.says.id().contains(word)))
                .count(),
            0,
            "{}",
            row.file
        );
        let again = read.value.unwrap();
        let made_up = usize::from(sbom.subject.is_none());
        assert_eq!(again.components.len(), sbom.components.len() + made_up, "{}", row.file);
        if made_up == 0 {
            assert_eq!(again.dependencies.len(), sbom.dependencies.len(), "{}", row.file);
            let purls = |sbom: &Sbom| sbom.components.iter().filter(|it| it.purl.is_some()).count();
            assert_eq!(purls(&again), purls(&sbom), "{}", row.file);
        }
    }
}

/// Every CPE name of a document is kept, and each that cannot be read is told: the two counts agree, and hardly any cannot.
#[test]
fn every_cpe_name_is_kept_and_the_unreadable_ones_are_told() {
    let limits = Limits { problems: usize::MAX, ..Limits::default() };
    let (mut names, mut unreadable, mut more) = (0, 0, 0);
    for row in rows("cdx-json").into_iter().chain(rows("spdx-json")) {
        let read = read_sbom(&row.file, &row.bytes, &limits);
        let Some(sbom) = read.value else { continue };
        let told = read.problems.iter().filter(|problem| problem.says.id() == "cpe-unreadable").count();
        let stated = || sbom.components.iter().flat_map(Component::cpes);
        let wrong: Vec<&str> = stated().filter(|name| name.parse::<Cpe>().is_err()).collect();
        for name in &wrong {
            println!("{}: {name}: {}", row.file, name.parse::<Cpe>().unwrap_err().says());
        }
        for name in stated().filter_map(|name| name.parse::<Cpe>().ok()) {
            assert_eq!(name.to_string().parse::<Cpe>().as_ref(), Ok(&name));
            assert_eq!(name.uri().parse::<Cpe>(), Ok(name));
        }
        assert_eq!(told, wrong.len(), "{}", row.file);
        names += stated().count();
        unreadable += wrong.len();
        more += sbom.components.iter().filter(|component| !component.more_cpes.is_empty()).count();
    }
    println!("{names} CPE names, {unreadable} unreadable; {more} components with more than one");
    assert!(unreadable * 100 <= names);
}
