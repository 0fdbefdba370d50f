//! What is filled in: dossiers, component lists and advisories, made the same way in every run.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::random::scattered;

/// The operator everything belongs to, by name and by id.
pub(crate) const OPERATOR: &str = "Maker";
pub(crate) const OPERATOR_ID: &str = "maker";

/// Packages that have an advisory; further ones have none.
pub(crate) const ADVISED: usize = 5000;

/// The path of every product's component list.
pub(crate) const SBOM: &str = "sbom.cdx.json";

/// What a product is called.
pub(crate) fn product_name(number: usize) -> String {
    format!("Product {number:05}")
}

/// The dossier of a product: the example gateway's, under another name and without advisories of its own.
pub(crate) fn dossier(number: usize) -> String {
    let text = fs::read_to_string(example().join("proofmark.toml")).unwrap();
    text.replace("advisories = [\"advisories\"]\n", "")
        .replace("Kvistmark Feltnet A/S", OPERATOR)
        .replace("name = \"Kvistmark EG-200\"", &format!("name = \"{}\"", product_name(number)))
}

/// The example's evidence, by path.
pub(crate) fn evidence() -> Vec<(String, Vec<u8>)> {
    let folder = fs::read_dir(example().join("documents")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let named = |path: &PathBuf| format!("documents/{}", path.file_name().unwrap().to_str().unwrap());
    files.iter().map(|path| (named(path), fs::read(path).unwrap())).collect()
}

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/edge-gateway").canonicalize().unwrap()
}

/// A component list in CycloneDX: so many components, so many of them with one advisory each; what the others' names begin
/// with.
pub(crate) fn sbom(list: usize, components: usize, advised: usize, others: &str) -> String {
    let mut sbom = String::from(
        r#"{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"type":"application","name":"product","version":"1","bom-ref":"product"}},"components":["#,
    );
    for place in 0..components {
        let comma = if place == 0 { "" } else { "," };
        let name =
            if place < advised { advised_name(list, place, advised) } else { format!("{others}-{place:05}") };
        let version = format!("{}.{}.{}", place % 4, (place + list) % 40, list % 10);
        write!(
            sbom,
            r#"{comma}{{"type":"library","bom-ref":"c{place}","name":"{name}","version":"{version}","purl":"pkg:npm/{name}@{version}","licenses":[{{"license":{{"id":"MIT"}}}}]}}"#
        )
        .unwrap();
    }
    sbom.push_str(r#"],"dependencies":[{"ref":"product","dependsOn":["#);
    let top: Vec<String> = (0..components).step_by(10).map(|place| format!("\"c{place}\"")).collect();
    sbom.push_str(&top.join(","));
    sbom.push_str("]}");
    for first in (0..components).step_by(10) {
        let under: Vec<String> =
            (first + 1..(first + 10).min(components)).map(|place| format!("\"c{place}\"")).collect();
        write!(sbom, r#",{{"ref":"c{first}","dependsOn":[{}]}}"#, under.join(",")).unwrap();
    }
    sbom.push_str("]}");
    sbom
}

/// No package twice in one list, and other packages in another: each place has its own share of them.
fn advised_name(list: usize, place: usize, advised: usize) -> String {
    let share = (ADVISED / advised).max(1);
    let within = usize::try_from(scattered((list * 31 + place) as u64) % share as u64).unwrap();
    format!("lib{:04}", (place * share + within) % ADVISED)
}

/// Writes an advisory for every package that has one; the first so many of them say something else in each edition.
pub(crate) fn write_advisories(folder: &Path, edition: i64, otherwise: usize) {
    fs::create_dir_all(folder).unwrap();
    let vectors = [
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:N",
        "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
        "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
        "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N",
    ];
    for number in 0..ADVISED {
        let name = format!("lib{number:04}");
        let circumstances = if number < otherwise { edition } else { 0 };
        let record = format!(
            r#"{{"schema_version":"1.6.7","id":"{id}","modified":"2026-10-01T00:00:00Z","summary":"Something that should not be possible is possible in {name} under {circumstances} circumstances","severity":[{{"type":"CVSS_V3","score":"{vector}"}}],"affected":[{{"package":{{"ecosystem":"npm","name":"{name}"}},"ranges":[{{"type":"SEMVER","events":[{{"introduced":"0"}},{{"fixed":"9.9.9"}}]}}]}}]}}"#,
            id = vulnerability(number),
            vector = vectors[number % vectors.len()],
        );
        fs::write(folder.join(format!("{}.json", vulnerability(number))), record).unwrap();
    }
}

/// The vulnerability of the package of this number.
pub(crate) fn vulnerability(number: usize) -> String {
    format!("CVE-2026-{number:05}")
}
