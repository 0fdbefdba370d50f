//! SBOMs of real software, from the folder `PROOFMARK_TEST_SBOMS` names (with its `INDEX.tsv`).

use std::time::Instant;

use proofmark_formats::{Limits, read_cyclonedx};

mod data;

struct Row {
    file: String,
    format: String,
    components: Option<usize>,
    bytes: Vec<u8>,
}

fn rows(format: &str) -> Vec<Row> {
    let Some(folder) = data::folder("PROOFMARK_TEST_SBOMS") else { return Vec::new() };
    let index = std::fs::read_to_string(folder.join("INDEX.tsv")).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        Row {
            file: cells[0].to_owned(),
            format: cells[3].to_owned(),
            components: cells[6].parse().ok(),
            bytes: std::fs::read(folder.join(cells[0])).unwrap(),
        }
    };
    let all = index.lines().skip(1).map(row);
    all.filter(|row| row.format.starts_with(format)).collect()
}

/// The index counts what stands in `components`, at any depth; the subject comes on top.
#[test]
fn cyclonedx_documents_have_as_many_components_as_the_index_says() {
    let (mut differ, mut bytes, mut components) = (Vec::new(), 0, 0);
    let rows = rows("cdx-json");
    let started = Instant::now();
    for row in &rows {
        bytes += row.bytes.len();
        let read = read_cyclonedx(&row.bytes, &Limits::default());
        match &read.value {
            Some(sbom) => {
                components += sbom.components.len();
                let listed = sbom.components.len() - usize::from(sbom.subject.is_some());
                if Some(listed) != row.components {
                    differ.push(format!("{}: {listed}, index {:?}", row.file, row.components));
                }
            }
            None => differ.push(format!("{}: {}", row.file, read.problems.last().unwrap().says)),
        }
    }
    println!("{} documents, {bytes} bytes, {components} components: {:?}", rows.len(), started.elapsed());
    println!("{differ:#?}");
}
