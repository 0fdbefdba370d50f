//! A store with something in every table that is held: a product with findings, a declared case, evidence and a pack.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use proofmark_actions::{
    ChangeOrder, HandedFile, OpenKeptSources, PapersOrder, Submission, SubmitOrder, kept_advisories,
    make_papers, seal_batch, submit_release,
};
use proofmark_facts::Actor;
use proofmark_law::StateOfTheLaw;
use proofmark_store::{Place, Store};
use proofmark_trust::{SignerKey, SigningKey};
use tempfile::TempDir;

const OPERATOR: &str = "nordlicht-gmbh";

const DOSSIER: &str = r#"
proofmark = 1
advisories = ["advisories"]

[operator]
name = "Nordlicht GmbH"

[product]
name = "Gateway"
kind = "software"

[release]
version = "1.0.0"
sbom = "sbom.cdx.json"

[risk_assessment]
document = "documents/risks.md"

[[cases]]
name = "stolen keys"
stream = "vulnerability"
[cases.known]
exploited_in_our_product = true
reliable_evidence = true
malicious_actor = true
without_owner_permission = true
[cases.content]
cve = "CVE-2026-4711"
[[cases.rulings]]
aware_at = 2026-11-20T09:00:00Z
because = "seen in our own logs"
decided_by = "Erika Mustermann"
"#;

const ADVISORY: &str = r#"{"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc", "modified": "2026-01-01T00:00:00Z",
    "aliases": ["CVE-2026-0001"], "summary": "left-pad pads too far",
    "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
    "affected": [{"package": {"ecosystem": "npm", "name": "left-pad"},
      "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.3.0"}]}]}]}"#;

const SBOM: &str = r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
    "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "Gateway"}},
    "components": [{"type": "library", "bom-ref": "lp", "name": "left-pad", "version": "1.1.0",
      "purl": "pkg:npm/left-pad@1.1.0"}], "dependencies": [{"ref": "app", "dependsOn": ["lp"]}]}"#;

/// The store, closed.
pub(crate) struct World {
    pub(crate) home: TempDir,
}

impl World {
    /// One on SQLite.
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        fill(Store::open(home.path()).unwrap());
        Self { home }
    }

    /// One on PostgreSQL.
    pub(crate) fn on(url: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        fill(Store::connect(&Place::of_home(home.path()).with_database(url).unwrap()).unwrap());
        Self { home }
    }

    /// SQLite's file.
    pub(crate) fn file(&self) -> PathBuf {
        self.home.path().join("store.db")
    }
}

pub(crate) fn signer() -> SignerKey {
    SignerKey::new("proofmark-test".parse().unwrap(), SigningKey::from_seed(&[7; 32]))
}

pub(crate) fn at(second: i64) -> Timestamp {
    "2026-11-21T10:00:00Z".parse::<Timestamp>().unwrap() + jiff::SignedDuration::from_secs(second)
}

fn day() -> Date {
    date(2026, 11, 21)
}

fn sources() -> Box<OpenKeptSources<'static>> {
    Box::new(|advisories, files| Ok(kept_advisories(advisories, files)?.into_iter().collect()))
}

/// Four lines, each under a checkpoint of its own.
fn fill(mut store: Store) {
    let by = Actor::local("anna");
    let state = StateOfTheLaw::embedded();
    let file = |path: &str, text: &str| HandedFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    for (second, version) in [(0, "1.0.0"), (10, "1.1.0")] {
        let change = ChangeOrder { by: &by, with: "proofmark test", at: at(second) };
        let order = SubmitOrder { change, as_of: day(), operator: OPERATOR, product: None };
        let submission = Submission {
            dossier: Some(DOSSIER.replace("1.0.0", version).into_bytes()),
            sbom: Some(file("sbom.cdx.json", SBOM)),
            files: vec![file("documents/risks.md", "Risks."), file("advisories/one.json", ADVISORY)],
            ..Submission::default()
        };
        submit_release(&order, &submission, &sources(), state, &mut store).unwrap();
        seal_batch(&mut store, &signer()).unwrap();
    }
    let order = PapersOrder {
        change: ChangeOrder { by: &by, with: "proofmark test", at: at(20) },
        as_of: day(),
        operator: OPERATOR,
        product: "gateway",
        release: "1.1.0",
        random: [3; 16],
    };
    make_papers(&order, &sources(), state, &mut store, &signer()).unwrap();
}
