//! Samples of what pages show, for their tests: nothing of them was ever in a store.

use jiff::Timestamp;
use jiff::civil::date;
use proofmark_actions::{AssessOrder, Assessed, built_in, look};
use proofmark_facts::{
    Beside, BesideError, ComponentRow, FindingRow, FindingTally, GateAnswer, Job, JobState, Lane,
    ObligationTally, Page, Placed, ProductRecord, ProductStanding, ReleaseRecord, RowSeal, SbomReceipt,
    Sha256,
};

/// A dossier with names that would like to be markup.
pub(super) const DOSSIER: &str = include_str!("../../tests/window/dossier.toml");

pub(super) fn at(written: &str) -> Timestamp {
    written.parse().unwrap()
}

pub(super) fn now() -> Timestamp {
    at("2028-02-01T09:00:00Z")
}

pub(super) fn tally() -> FindingTally {
    FindingTally { critical: 1, high: 2, medium: 12, low: 3, unrated: 1, exploited: 1, undecided: 4 }
}

pub(super) fn product() -> ProductRecord {
    let standing = ProductStanding {
        assessment: Sha256::of(b"a"),
        assessed_at: now(),
        release: "1.0.0 <b>".into(),
        scope: "in-scope".into(),
        role: Some("manufacturer".into()),
        class: Some("default".into()),
        gate: GateAnswer::Closed,
        obligations: ObligationTally { met: 31, open: 40, late: 2, undecided: 0, not_applicable: 9 },
        findings: tally(),
        unchecked: 2,
        support_ends_on: Some(date(2033, 2, 1)),
        next_deadline_at: Some(at("2028-02-02T09:00:00Z")),
    };
    ProductRecord {
        id: "gateway".into(),
        subject: "nordlicht-gmbh/gateway/0123abcd".into(),
        name: "Gateway <i>7</i>".into(),
        files: [("proofmark.toml".to_owned(), Sha256::of(b"b"))].into(),
        created_at: at("2027-11-21T10:00:00Z"),
        standing: Some(standing),
        archived: true,
    }
}

pub(super) fn release() -> ReleaseRecord {
    let receipt = |name: &str| SbomReceipt {
        name: name.into(),
        sha256: Sha256::of(name.as_bytes()),
        received_at: now(),
        received_from: "token:\"<x>".into(),
    };
    ReleaseRecord {
        product: "gateway".into(),
        version: "1.0.0".into(),
        created_at: now(),
        number: 1,
        dossier: Sha256::of(b"d"),
        sboms: vec![receipt("old.json"), receipt("sbom.cdx.json")],
        assessment: Sha256::of(b"a"),
        assessed_at: now(),
        gate: GateAnswer::Open,
        findings: tally(),
        component_rows: RowSeal { count: 10_482, sha256: Sha256::of(b"c") },
        finding_rows: RowSeal { count: 19, sha256: Sha256::of(b"f") },
    }
}

pub(super) fn findings() -> Page<Placed<FindingRow>> {
    let row = |number: u32, score: i64, status: &str, closed: bool| Placed {
        product: "gateway".into(),
        release: "1.0.0".into(),
        row: FindingRow {
            component: format!("pkg:npm/left-pad@1.{number}.0"),
            vulnerability: format!("CVE-2028-{number:04}"),
            summary: "left-pad <script>alert(1)</script> pads too far".into(),
            score,
            epss: if score < 0 { -1 } else { score * 9_000 },
            exploited: score > 90,
            status: status.into(),
            unresolved: status.is_empty(),
            fixed_in: if score > 50 { "1.3.0,2.0.1".into() } else { String::new() },
            opened_at: at("2027-12-21T10:00:00Z"),
            closed_at: closed.then(now),
            closed_because: String::new(),
        },
    };
    let items = vec![
        row(1, 98, "", false),
        row(2, 75, "under_investigation", false),
        row(3, 53, "not_affected", false),
        row(4, 31, "fixed", true),
        row(5, -1, "", false),
    ];
    Page { items, next: Some("98 x/y".into()) }
}

pub(super) fn components() -> Page<Placed<ComponentRow>> {
    let row = ComponentRow {
        place: 0,
        name: "left-pad <b>".into(),
        version: "1.1.0".into(),
        purl: "pkg:npm/left-pad@1.1.0".into(),
        licences: "MIT".into(),
        top_level: true,
    };
    Page { items: vec![Placed { product: "gateway".into(), release: "1.0.0".into(), row }], next: None }
}

pub(super) fn jobs() -> Vec<Job> {
    [JobState::Waiting, JobState::Done, JobState::Failed]
        .into_iter()
        .map(|state| Job {
            id: "rescan nordlicht-gmbh gateway 1.0.0".into(),
            lane: Lane::Bulk,
            kind: "rescan".into(),
            payload: "{}".into(),
            operator: "nordlicht-gmbh".into(),
            due_at: now(),
            attempts: 2,
            most_attempts: 5,
            state,
            leased: (state == JobState::Waiting).then(|| ("node".to_owned(), now())),
            trouble: (state == JobState::Failed).then(|| "the disk is <full>".to_owned()),
        })
        .collect()
}

struct OnlyDossier;

impl Beside for OnlyDossier {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, BesideError> {
        Ok((path == "proofmark.toml").then(|| DOSSIER.replace("sbom = \"sbom.cdx.json\"\n", "").into_bytes()))
    }

    fn names(&self) -> Result<Vec<String>, BesideError> {
        Ok(vec!["proofmark.toml".into()])
    }
}

/// The assessment of a dossier with little in it.
pub(crate) fn assessed() -> Assessed {
    let order = AssessOrder { by: "anna", with: "proofmark test", at: now(), as_of: date(2028, 2, 1) };
    look(&order, &OnlyDossier, &|_| Ok(Vec::new()), &built_in().state).unwrap()
}
