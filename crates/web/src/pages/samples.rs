//! Samples of what pages show, for their tests: nothing of them was ever in a store.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::date;
use proofmark_access::{Act, FindingSeen, Ground, Proposal, ProposalState};
use proofmark_actions::people::{Competing, ProposalView};
use proofmark_actions::{
    ComponentTurn, ComponentTurns, DepthTurn, DossierRevision, DossierTurn, FindingTurn, FindingTurns,
    GateTurn, KeptFindings, Listed, ReleaseChanges, StatedTurn, dossier_diff, finding_ages, finding_curve,
};
use proofmark_facts::{
    Advisory, AnnexPart, AwarenessRuling, CaseAwareness, CaseDuty, CaseGone, CaseStanding, ClockStanding,
    Component, ComponentGraph, ComponentRow, Exploited, Finding, FindingHistory, FindingRow, FindingTally,
    FindingWeek, GateAnswer, Job, JobState, KnownVulnerability, Lane, LookedFor, MatchConfidence, MatchRule,
    MatchedBy, Needs, ObligationTally, OpenSince, Outlook, Page, Placed, PlacedCase, Portfolio,
    ProductRecord, ProductStanding, Rating, ReleaseRecord, RowSeal, RunningClock, Sbom, SbomOrigin,
    SbomReceipt, Severity, Sha256, Stage, Stream, SupportDays,
};

use super::claim_samples::claims;
use crate::desk::{FeedAge, Overview};

/// A dossier with names that would like to be markup.
pub(super) const DOSSIER: &str = include_str!("../../tests/window/dossier.toml");

pub(super) fn at(written: &str) -> Timestamp {
    written.parse().unwrap()
}

pub(super) fn now() -> Timestamp {
    at("2028-02-01T09:00:00Z")
}

/// A proposal that waits beside another one.
pub(super) fn proposal(act: Act) -> ProposalView {
    let seen = FindingSeen {
        product: "gateway".into(),
        vulnerability: "<v>".into(),
        component: "<c>".into(),
        score: 75,
        exploited: true,
        fixed_in: "<1.3.0>".into(),
    };
    let other = Competing { proposal: "0b".into(), proposed_by: "<anna>".into(), because: "<script>".into() };
    ProposalView {
        proposal: Proposal {
            id: "0a".into(),
            act,
            because: "lost <script>".into(),
            proposed_by: "<ben>".into(),
            person: "ben".into(),
            proposed_at: now(),
            expires_at: at("2028-02-15T09:00:00Z"),
            rests_on: vec![Ground::of_finding("a", seen)],
            state: ProposalState::Open,
        },
        before: None,
        own: false,
        competing: vec![other],
        dossier_decides: Some("<place>".into()),
        refused_by: Vec::new(),
    }
}

pub(super) fn tally() -> FindingTally {
    FindingTally { critical: 1, high: 2, medium: 12, low: 3, unrated: 1, exploited: 1, undecided: 4 }
}

pub(super) fn revision() -> DossierRevision {
    DossierRevision {
        number: 1,
        sha256: Sha256::of(b"d"),
        at: now(),
        by: "anna <b>".into(),
        action: "keep-files".into(),
        line: 0,
    }
}

pub(super) fn looked_for() -> LookedFor {
    LookedFor { component_list: true, vulnerability_data: true, exploited_catalogue: true, unchecked: 2 }
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
        looked_for: Some(looked_for()),
        support_ends_on: Some(date(2033, 2, 1)),
        next_deadline_at: Some(at("2028-02-02T09:00:00Z")),
        outlook: Some(Outlook {
            support: Some(SupportDays {
                runs_from: Some(date(2028, 2, 1)),
                floor_ends_on: Some(date(2033, 2, 1)),
                required_ends_on: Some(date(2033, 2, 1)),
            }),
            cases: vec![case().case],
            ..Outlook::default()
        }),
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

/// A case whose early warning was sent, whose notification is due and whose users wait.
pub(super) fn case() -> PlacedCase {
    let clock = |stage, due_at: Option<&str>, submitted_at: Option<&str>| ClockStanding {
        stage,
        starts_at: Some(at("2028-01-31T09:00:00Z")),
        due_at: due_at.map(at),
        submitted_at: submitted_at.map(at),
        given_before: false,
    };
    let case = CaseStanding {
        id: "session-tokens".into(),
        name: "session <b>tokens</b>".into(),
        identifiers: vec!["CVE-2028-1".into()],
        stream: Stream::Vulnerability,
        duty: CaseDuty::Mandatory,
        awareness: CaseAwareness::Aware,
        aware_at: Some(at("2028-01-31T09:00:00Z")),
        rulings: vec![AwarenessRuling {
            aware_at: at("2028-01-31T09:00:00Z"),
            because: Some("seen in <script> logs".into()),
            evidence: None,
            decided_by: Some("A. <x>".into()),
            confirmed_by: Some("B".into()),
            stands: Some(true),
        }],
        clocks: vec![
            clock(Stage::EarlyWarning, Some("2028-02-01T09:00:00Z"), Some("2028-01-31T12:00:00Z")),
            clock(Stage::Notification, Some("2028-02-03T09:00:00Z"), None),
            clock(Stage::Users, None, None),
            ClockStanding { starts_at: None, ..clock(Stage::FinalReport, None, None) },
        ],
        gone: Some(CaseGone { at: at("2028-01-31T18:00:00Z"), dossier: Sha256::of(b"<dossier>") }),
    };
    PlacedCase {
        id: "gateway.session-tokens".into(),
        product: "gateway".into(),
        product_name: "Gateway <i>7</i>".into(),
        case,
    }
}

/// What needs somebody where everything does.
pub(super) fn overview() -> Overview {
    let placed = case();
    let clock = |clock: &ClockStanding| RunningClock {
        case: placed.id.clone(),
        name: placed.case.name.clone(),
        product: placed.product.clone(),
        product_name: placed.product_name.clone(),
        stream: placed.case.stream,
        duty: placed.case.duty,
        stage: clock.stage,
        starts_at: clock.starts_at,
        due_at: clock.due_at,
    };
    let history = FindingHistory {
        weeks: vec![FindingWeek { from: date(2028, 1, 24), opened: 1_300, closed: 100 }],
        open: vec![OpenSince { from: date(2028, 1, 24), open: [1_200, 0, 0, 0, 0] }],
    };
    let tally = ObligationTally { met: 3, open: 2, late: 1, undecided: 1, not_applicable: 4 };
    Overview {
        sums: Portfolio {
            products: 1_200,
            gates_open: 3,
            gates_closed: 1,
            unassessed: 1,
            obligations_late: 2,
            findings: tally_of_many(),
        },
        needs: Needs {
            to_triage: 4,
            late: 2,
            binds_next_on: Some(date(2028, 6, 1)),
            support_ended: 1,
            support_ending: 2,
            assess_again: 3,
            cases: 1,
            clocks_running: 14,
            clocks_late: 1,
            clocks: placed.case.pressing().into_iter().map(clock).collect(),
        },
        feeds: Some(vec![
            FeedAge { name: "OSV <b>".into(), newest: Some(now()), stale: false },
            FeedAge { name: "KEV".into(), newest: Some(at("2027-12-21T10:00:00Z")), stale: true },
            FeedAge { name: "empty".into(), newest: None, stale: true },
        ]),
        exploitation_asked: true,
        feed_stale_after_days: 7,
        failed_jobs: Some(2),
        readiness: AnnexPart::ALL.into_iter().map(|part| (part, tally)).collect(),
        finding_weeks: finding_curve(&history, date(2028, 2, 1)),
        finding_ages: finding_ages(&history, date(2028, 2, 1)).to_vec(),
    }
}

fn tally_of_many() -> FindingTally {
    FindingTally { critical: 1_200, ..tally() }
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
        files: None,
        assessment: Sha256::of(b"a"),
        assessed_at: now(),
        gate: GateAnswer::Open,
        findings: tally(),
        looked_for: Some(looked_for()),
        notices: Some(Sha256::of(b"n")),
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
            aliases: Vec::new(),
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
        asked: None,
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
        particulars: None,
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
        particulars: None,
    })
}

/// What the last assessment said of the first sample finding.
pub(super) fn finding() -> Finding {
    let row = &findings().items[0].row;
    let matched = |advisory: &str, rule, confidence| MatchedBy {
        advisory: advisory.into(),
        rule,
        range: ">= 1.0.0, < 1.3.0".into(),
        source: "<i>".into(),
        criteria: Some("cpe:2.3:<x>".into()),
        confidence,
        beside: Some("<soc>".into()),
    };
    Finding {
        component: row.component.clone(),
        vulnerability: KnownVulnerability {
            id: row.vulnerability.clone(),
            aliases: vec!["GHSA-<x>".into(), "GHSA-m425-mq94-257g".into()],
            matched_by: vec![
                matched("GHSA-m425-mq94-257g", MatchRule::PackageRange, MatchConfidence::Certain),
                matched("<b>", MatchRule::CpeRange, MatchConfidence::Weak),
            ],
            fixed_in: vec!["1.3.0".into()],
            severity: Severity {
                rating: Rating::Critical,
                score: Some(9.8),
                vector: Some("CVSS:3.1/<x>".into()),
            },
            exploited: Some(Exploited { catalogue: "CISA KEV".into(), added_on: Some(date(2028, 1, 3)) }),
            prediction: None,
            summary: None,
            claims: claims(),
            code: None,
            informational: None,
        },
        path: vec!["Gateway <i>7</i> 1.0.0".into(), "left-pad 1.1.0".into()],
        decision: None,
        triage: None,
        declared: Vec::new(),
        lapsed: Vec::new(),
        lacks: Vec::new(),
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
    let stated = |from: &str, to: &str| Listed {
        count: 1,
        items: vec![StatedTurn {
            package: "g".into(),
            from: vec![from.into()],
            to: vec![to.into()],
            place: 1,
        }],
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
            moved: Listed {
                count: 700,
                items: vec![DepthTurn { package: "f <b>".into(), from: Some(3), to: None, place: 1 }],
            },
            relicensed: stated("MIT", "BUSL-1.1 <b>"),
            resupplied: stated("Acme & Co", "Other"),
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
