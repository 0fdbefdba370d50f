//! A release of ten thousand components handed in while everything is assessed anew.

use std::process::Stdio;
use std::time::{Duration, Instant};

use proofmark_facts::JobState;
use proofmark_facts::Jobs as _;
use proofmark_store::Store;
use serde_json::Value;

use crate::client::Client;
use crate::database::Database;
use crate::filling::product_id;
use crate::material::{OPERATOR_ID, SBOM, sbom, write_advisories};
use crate::served::proofmark;
use crate::size::Size;

/// How many components the release has, and how many of them have an advisory.
pub(crate) const COMPONENTS: usize = 10_000;
pub(crate) const ADVISED: usize = 500;

/// How often one is handed in.
const TIMES: usize = 5;

/// Hands in releases, each of another product; the times until each verdict. A record that was kept has the releases of
/// earlier runs: those of this one are others, of components nobody has yet.
pub(crate) fn hand_in(client: &mut Client, form: &str, size: &Size, round: usize, run: i64) -> Vec<Duration> {
    let mut took = Vec::new();
    for turn in 0..TIMES.min(size.products) {
        let body =
            multipart(&sbom(round * TIMES + turn, COMPONENTS, ADVISED, &format!("new-{run}")), round, run);
        let product = product_id(size.products - 1 - turn);
        let what = format!("POST /api/v1/operators/{OPERATOR_ID}/products/{product}/submissions");
        let headers = format!("content-type: multipart/form-data; boundary=x\r\nx-form-token: {form}\r\n");
        let started = Instant::now();
        let answer = client.ask(&what, &headers, body.as_bytes());
        took.push(started.elapsed());
        let verdict: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        assert_eq!(answer.status, 201, "{}", String::from_utf8_lossy(&answer.body));
        assert_eq!(verdict["findings"], ADVISED, "{verdict}");
    }
    took
}

fn multipart(sbom: &str, round: usize, run: i64) -> String {
    let release =
        format!("--x\r\nContent-Disposition: form-data; name=\"release\"\r\n\r\n9.{round}.{run}\r\n");
    let file = format!(
        "--x\r\nContent-Disposition: form-data; name=\"sbom\"; filename=\"{SBOM}\"\r\n\r\n{sbom}\r\n"
    );
    format!("{release}{file}--x--\r\n")
}

/// Brings in data in which so many records say something else than in another edition, as an administrator does: every
/// release with a component of theirs is to be assessed anew. How long that took, and what was said of it.
pub(crate) fn bring_in(database: &Database, edition: i64, otherwise: usize) -> (Duration, String) {
    let folder = tempfile::tempdir().unwrap();
    write_advisories(folder.path(), edition, otherwise);
    let mut import = proofmark(database);
    import.args(["feeds", "import"]).arg(folder.path()).stdout(Stdio::null());
    let started = Instant::now();
    let done = import.output().unwrap();
    let took = started.elapsed();
    assert!(done.status.success());
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    (took, said.lines().last().unwrap_or_default().to_owned())
}

/// How many releases still wait to be assessed anew, as far as they are counted.
pub(crate) fn waiting(database: &Database) -> usize {
    let store = Store::connect(&database.place()).unwrap();
    store.jobs(OPERATOR_ID, Some(JobState::Waiting), 100_000).unwrap().len()
}
