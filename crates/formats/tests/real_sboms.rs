//! SBOMs of real software, from the folder `PROOFMARK_TEST_SBOMS` names (with its `INDEX.tsv`).

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop here and say what it saw")]

use std::time::Instant;

use proofmark_facts::{Read, Sbom};
use proofmark_formats::{Limits, read_cyclonedx, read_sbom, read_spdx};

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
                // The index does not count CycloneDX's `metadata.component`; SPDX's subject is a package.
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
        ("trustify/7bd5a65b80-cyclonedx-circular", "its subject is listed among the components too"),
    ];
    assert_only(&differences("cdx-json", read_cyclonedx), &explained);
}

#[test]
fn spdx_documents_have_as_many_components_as_the_index_says() {
    let explained = [
        (
            "guac/3809ba1691-invalid-spdx-identifier",
            "a draft's shape: creators are objects, `packageName` for `name`",
        ),
        ("guac/48dd5d60e4-small-spdx", "the same"),
    ];
    assert_only(&differences("spdx-json", read_spdx), &explained);
}

/// The whole corpus through the one door, whatever the format: what is not read is refused with its reason.
#[test]
fn what_is_not_read_is_refused_by_name() {
    let refusals = [
        ("cdx-xml", "formats-cyclonedx-xml"),
        ("spdx-tv", "formats-spdx-tag-value"),
        ("spdx3-jsonld", "formats-spdx-3"),
        ("bad", "formats-json-malformed"),
    ];
    for (format, refusal) in refusals {
        // One file is no document but the JSON schema of SPDX 3.
        for row in rows(format).iter().filter(|row| !row.file.ends_with("spdx_3.0.1-schema.json")) {
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
            let read = read_sbom(&row.file, &row.bytes, &Limits::default());
            let alone = if format == "cdx-json" { read_cyclonedx } else { read_spdx };
            assert_eq!(read, alone(&row.bytes, &Limits::default()), "{}", row.file);
        }
    }
}
