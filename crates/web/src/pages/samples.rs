//! Samples of what pages show, for their tests: nothing of them was ever in a store.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::date;
use proofmark_actions::{
    AssessOrder, Assessed, ComponentTurn, ComponentTurns, DossierTurn, FindingTurn, FindingTurns, GateTurn,
    KeptFindings, Listed, ReleaseChanges, built_in, dossier_diff, look,
};
use proofmark_facts::{
    Advisory, Beside, BesideError, Component, ComponentGraph, ComponentRow, Exploited, Finding, FindingRow,
    FindingTally, GateAnswer, Job, JobState, KnownVulnerability, Lane, MatchRule, MatchedBy, ObligationTally,
    Page, Placed, ProductRecord, ProductStanding, Rating, ReleaseRecord, RowSeal, Sbom, SbomOrigin,
    SbomReceipt, Severity, Sha256,
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

/// A list with a shared part, a circle, what nothing pulls in, and names that would like to be markup.
pub(super) fn graph() -> ComponentGraph {
    let component = |name: &str, version: &str| Component {
        name: name.into(),
        version: Some(version.into()),
        licences: vec!["MIT <b>".into()],
        digests: vec![("SHA-256".into(), "00<i>".into())],
        supplier: Some("<script>".into()),
        cpe: Some("cpe:2.3:<x>".into()),
        reference: "ref \"<b>".into(),
        ..Component::default()
    };
    let app = Component { own: true, ..component("Gateway <i>7</i>", "1.0.0") };
    let pad = Component { purl: "pkg:npm/left-pad@1.1.0".parse().ok(), ..component("left-pad <b>", "1.1.0") };
    ComponentGraph::of(Sbom {
        origin: SbomOrigin::default(),
        subject: Some(0),
        components: vec![app, component("one", "1"), component("two", "2"), pad, component("stray <b>", "")],
        dependencies: vec![(0, 1), (0, 2), (1, 3), (2, 3), (3, 1)],
    })
}

/// A list that says nothing of how its components hang together.
pub(super) fn flat_graph(count: usize) -> ComponentGraph {
    let component = |number: usize| Component { name: format!("part {number}"), ..Component::default() };
    let components = (0..count).map(component).collect();
    ComponentGraph::of(Sbom {
        origin: SbomOrigin::default(),
        subject: None,
        components,
        dependencies: vec![],
    })
}

/// What the last assessment said of the first sample finding.
pub(super) fn finding() -> Finding {
    let row = &findings().items[0].row;
    Finding {
        component: row.component.clone(),
        vulnerability: KnownVulnerability {
            id: row.vulnerability.clone(),
            aliases: vec!["GHSA-<x>".into(), "GHSA-m425-mq94-257g".into()],
            matched_by: vec![
                MatchedBy {
                    advisory: "GHSA-m425-mq94-257g".into(),
                    rule: MatchRule::PackageRange,
                    range: ">= 1.0.0, < 1.3.0".into(),
                },
                MatchedBy { advisory: "<b>".into(), rule: MatchRule::PackageVersion, range: "1.1.0".into() },
            ],
            fixed_in: vec!["1.3.0".into()],
            severity: Severity {
                rating: Rating::Critical,
                score: Some(9.8),
                vector: Some("CVSS:3.1/<x>".into()),
            },
            exploited: Some(Exploited { catalogue: "CISA KEV".into(), added_on: Some(date(2028, 1, 3)) }),
            summary: None,
        },
        path: vec!["Gateway <i>7</i> 1.0.0".into(), "left-pad 1.1.0".into()],
        decision: None,
    }
}

pub(super) fn said() -> BTreeMap<(String, String), Arc<KeptFindings>> {
    let said = KeptFindings { assessed_at: now(), findings: vec![finding()], unchecked: vec![] };
    [(("gateway".to_owned(), "1.0.0".to_owned()), Arc::new(said))].into()
}

pub(super) fn advisory() -> Advisory {
    Advisory {
        id: "GHSA-m425-mq94-257g".into(),
        published_at: Some(now()),
        modified_at: Some(now()),
        withdrawn_at: Some(now()),
        summary: Some("pads <b>too</b> far".into()),
        details: Some("`pad` <script>alert(1)</script>".into()),
        references: vec!["https://example.com/\"<x>".into(), "ftp:<b>".into()],
        ..Advisory::default()
    }
}

pub(super) fn changes() -> ReleaseChanges {
    let component = |package: &str| ComponentTurn {
        package: package.into(),
        from: vec!["1 <b>".into()],
        to: vec!["2".into()],
        direct: true,
        place: 3,
    };
    let components = |package: &str| Listed { count: 700, items: vec![component(package)] };
    let finding = |vulnerability: &str, because: &str| FindingTurn {
        vulnerability: vulnerability.into(),
        component: "pkg:npm/left-pad@1.1.0".into(),
        summary: "pads <i>too</i> far".into(),
        score: 98,
        exploited: true,
        status: "affected".into(),
        because: because.into(),
    };
    let findings = |because: &str| Listed { count: 1, items: vec![finding("CVE-2028-0001", because)] };
    ReleaseChanges {
        product: "gateway".into(),
        release: "1.0.0".into(),
        since: "0.9 <b>".into(),
        gate: GateTurn { before: GateAnswer::Closed, after: GateAnswer::Open },
        dossier: DossierTurn {
            before: Some(1),
            after: None,
            changes: Listed { count: 9, items: dossier_diff(b"", DOSSIER.as_bytes()) },
        },
        components: Some(ComponentTurns {
            added: components("pkg:npm/<b>"),
            removed: components("b"),
            upgraded: components("c"),
            downgraded: components("d"),
            otherwise: components("e"),
        }),
        findings: FindingTurns {
            appeared: findings(""),
            disappeared: findings("component-gone"),
            decided: findings(""),
            stayed: 3,
        },
    }
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
pub(super) fn assessed() -> Assessed {
    let order = AssessOrder { by: "anna", with: "proofmark test", at: now(), as_of: date(2028, 2, 1) };
    look(&order, &OnlyDossier, &|_| Ok(Vec::new()), &built_in().state).unwrap()
}
