//! Products of the record as a team keeps them: files, releases, findings over time, decisions, holds, purges; and what
//! is proved when somebody changes a row behind the record's back.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::path::Path;

use jiff::Timestamp;
use proofmark_actions::{
    ActionError, ChangeOrder, DecidedFinding, FilesOrder, FindingDecision, HandedFile, HoldOrder, KeptOrder,
    LedgerLine, OpenKeptSources, Over, Owed, PurgeOrder, RESCAN, Submission, SubmitOrder, Submitted,
    VulnerabilitySource, archive_product, assess_kept, decide_findings, dossier_diff, dossier_history,
    dossier_revision, keep_files, kept_advisories, place_hold, purge, release_hold, rescan, rescan_jobs,
    submit_release, verify_ledger,
};
use proofmark_facts::{
    Actor, ActorKind, Advisory, Affected, AffectedRange, Asking, CpeConfiguration, CpeMatch, CpeNode,
    CpeOperator, DecisionStatus, Duty, FindingRow, GateAnswer, Grant, Job, JobState, Jobs, Keeping, Lane,
    ProductRecord, RangeEvent, RangeKind, RecordKey, RecordKind, ReleaseRecord, Sha256, VexJustification,
};
use proofmark_law::StateOfTheLaw;
use proofmark_store::Store;
use proofmark_vulndb::{Builder, Index};

const OPERATOR: &str = "nordlicht-gmbh";
const WITH: &str = "proofmark test";

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
"#;

const ADVISORY: &str = r#"{"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc", "modified": "2026-01-01T00:00:00Z",
    "aliases": ["CVE-2026-0001"], "summary": "left-pad pads too far",
    "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
    "affected": [{"package": {"ecosystem": "npm", "name": "left-pad"},
      "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.3.0"}]}]}]}"#;

/// Says nothing of left-pad, so that it can be said to be clean.
const OTHER_ADVISORY: &str = r#"{"schema_version": "1.6.0", "id": "GHSA-dddd-eeee-ffff", "modified": "2026-01-01T00:00:00Z",
    "affected": [{"package": {"ecosystem": "npm", "name": "other"},
      "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.0.0"}]}]}]}"#;

fn sbom(left_pad: &str) -> Vec<u8> {
    format!(
        r#"{{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {{"component": {{"type": "application", "bom-ref": "app", "name": "Gateway"}}}},
        "components": [{{"type": "library", "bom-ref": "lp", "name": "left-pad", "version": "{left_pad}",
          "purl": "pkg:npm/left-pad@{left_pad}", "licenses": [{{"license": {{"id": "MIT"}}}}]}}],
        "dependencies": [{{"ref": "app", "dependsOn": ["lp"]}}]}}"#
    )
    .into_bytes()
}

fn file(path: &str, bytes: impl Into<Vec<u8>>) -> HandedFile {
    HandedFile { path: path.to_owned(), bytes: bytes.into() }
}

fn files() -> Vec<HandedFile> {
    vec![
        file("proofmark.toml", DOSSIER),
        file("sbom.cdx.json", sbom("1.1.0")),
        file("advisories/one.json", ADVISORY),
    ]
}

fn at(second: i64) -> Timestamp {
    "2026-11-21T10:00:00Z".parse::<Timestamp>().unwrap() + jiff::SignedDuration::from_secs(second)
}

fn local() -> Actor {
    Actor::local("anna")
}

fn person(name: &str, duty: Duty) -> Actor {
    let grant = Grant { operator: OPERATOR.to_owned(), duty, products: None };
    Actor { name: name.to_owned(), kind: ActorKind::Person, grants: vec![grant] }
}

fn order(by: &Actor, second: i64) -> ChangeOrder<'_> {
    ChangeOrder { by, with: WITH, at: at(second) }
}

fn files_order<'a>(by: &'a Actor, second: i64, product: Option<&'a str>) -> FilesOrder<'a> {
    let state = StateOfTheLaw::embedded();
    FilesOrder { change: order(by, second), operator: OPERATOR, product, take_away: &[], state }
}

fn sources() -> Box<OpenKeptSources<'static>> {
    Box::new(|advisories, files| Ok(kept_advisories(advisories, files)?.into_iter().collect()))
}

fn assess_at(store: &mut Store, second: i64) -> Vec<FindingRow> {
    assess_product(store, second, "gateway");
    store.findings_of(OPERATOR, "gateway", "1.0.0").unwrap()
}

fn assess_product(store: &mut Store, second: i64, product: &str) {
    assess_with(store, second, product, &sources());
}

fn assess_with(store: &mut Store, second: i64, product: &str, sources: &OpenKeptSources<'_>) {
    let by = local();
    let order = KeptOrder {
        change: order(&by, second),
        as_of: jiff::civil::date(2026, 11, 21),
        operator: OPERATOR,
        product,
        release: None,
    };
    assess_kept(&order, sources, StateOfTheLaw::embedded(), store).unwrap();
}

fn keep(store: &mut Store, second: i64, files: &[HandedFile]) {
    let with_dossier = files.iter().any(|file| file.path == "proofmark.toml");
    let product = (!with_dossier).then_some("gateway");
    keep_files(&files_order(&local(), second, product), files, store).unwrap();
}

/// A product with one open finding.
fn gateway(directory: &Path) -> Store {
    let mut store = Store::open(directory).unwrap();
    keep(&mut store, 0, &files());
    assess_at(&mut store, 1);
    store
}

fn submit(
    store: &mut Store,
    by: &Actor,
    submission: &Submission,
    second: i64,
) -> Result<Submitted, ActionError> {
    let order = SubmitOrder {
        change: order(by, second),
        as_of: jiff::civil::date(2026, 11, 21),
        operator: OPERATOR,
        product: Some("gateway"),
    };
    submit_release(&order, submission, &sources(), StateOfTheLaw::embedded(), store)
}

fn product(store: &Store) -> ProductRecord {
    let key = RecordKey { operator: OPERATOR.into(), kind: RecordKind::Product, id: "gateway".into() };
    serde_json::from_slice(&store.record(&key).unwrap().unwrap().content).unwrap()
}

fn last_line(store: &Store) -> LedgerLine {
    let size = store.ledger_size().unwrap();
    LedgerLine::parse(&store.lines(size - 1, 1).unwrap()[0].bytes).unwrap()
}

fn faults(store: &Store) -> Vec<&'static str> {
    let report = verify_ledger(store, None, at(60)).unwrap();
    assert_eq!(report.sound, report.faults.is_empty());
    report.faults.iter().map(proofmark_text::Text::id).collect()
}

fn decision(status: DecisionStatus) -> FindingDecision {
    FindingDecision { status, because: "it is never called".to_owned(), ..FindingDecision::default() }
}

fn left_pad() -> DecidedFinding {
    DecidedFinding { vulnerability: "CVE-2026-0001".into(), component: "pkg:npm/left-pad@1.1.0".into() }
}

#[test]
fn a_product_is_kept_assessed_and_proved_with_all_its_rows() {
    let directory = tempfile::tempdir().unwrap();
    let store = gateway(directory.path());
    let line = last_line(&store);
    let named: Vec<(&str, &str, bool)> = line
        .records
        .iter()
        .map(|record| (record.kind.as_str(), record.id.as_str(), record.before.is_some()))
        .collect();
    assert_eq!(named, [("product", "gateway", true), ("release", "gateway 1.0.0", false)]);
    assert_eq!((line.proofmark_line, line.action.as_str()), (2, "assess"));
    let stands = product(&store).standing.unwrap();
    assert_eq!(
        (stands.gate, stands.findings.critical, stands.findings.undecided),
        (GateAnswer::Closed, 1, 1)
    );
    assert_eq!(stands.release, "1.0.0");
    let components = store.components_of(OPERATOR, "gateway", "1.0.0").unwrap();
    let shown: Vec<(&str, bool, &str)> =
        components.iter().map(|row| (row.name.as_str(), row.top_level, row.licences.as_str())).collect();
    assert!(shown.contains(&("left-pad", true, "MIT")), "{shown:?}");
    let report = verify_ledger(&store, None, at(60)).unwrap();
    assert!(report.sound, "{report:?}");
    assert_eq!((report.records, report.releases, report.finding_rows), (3, 1, 1));
}

#[test]
fn a_finding_keeps_the_day_it_was_first_found_and_its_history() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let again = assess_at(&mut store, 10);
    assert_eq!((again.len(), again[0].opened_at), (1, at(1)));
    keep(&mut store, 11, &[file("advisories/one.json", OTHER_ADVISORY)]);
    let gone = assess_at(&mut store, 12);
    assert_eq!((gone[0].closed_at, gone[0].closed_because.as_str()), (Some(at(12)), "not-listed"));
    keep(&mut store, 13, &[file("advisories/one.json", ADVISORY)]);
    let back = assess_at(&mut store, 14);
    assert_eq!(back.iter().map(|row| row.opened_at).collect::<Vec<_>>(), [at(1), at(14)]);
    assert_eq!(back[0].closed_at, Some(at(12)));
    keep(&mut store, 15, &[file("sbom.cdx.json", sbom("1.3.0"))]);
    let fixed = assess_at(&mut store, 16);
    assert_eq!(fixed[1].closed_because, "component-gone");
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn a_pipeline_submits_in_one_change_and_gets_its_evidence_back() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let before = store.ledger_size().unwrap();
    let engineer = person("token:ci", Duty::Engineer);
    let submission = Submission {
        release: Some("1.1.0".to_owned()),
        sbom: Some(file("target/bom.json", sbom("1.3.0"))),
        artefacts: vec![],
        ..Submission::default()
    };
    let submitted = submit(&mut store, &engineer, &submission, 20).unwrap();
    assert_eq!(store.ledger_size().unwrap(), before + 1);
    assert_eq!(store.document(&submitted.evidence).unwrap().as_deref(), Some(&submitted.assessed.bytes[..]));
    assert_eq!(submitted.assessed.assessment.release, "1.1.0");
    assert!(submitted.assessed.assessment.findings.is_empty());
    let releases = store.releases(OPERATOR, "gateway", None, 10).unwrap().items;
    let shown: Vec<(&str, u64)> =
        releases.iter().map(|release| (release.version.as_str(), release.number)).collect();
    assert_eq!(shown, [("1.1.0", 2), ("1.0.0", 1)]);
    assert_eq!(releases[0].sboms[0].name, "sbom.cdx.json");
    assert_eq!(releases[0].sboms[0].received_from, "token:ci");
    // A wrong list is superseded, not deleted.
    let submission = Submission { sbom: Some(file("bom.json", sbom("1.3.1"))), ..submission };
    submit(&mut store, &engineer, &submission, 21).unwrap();
    let releases = store.releases(OPERATOR, "gateway", None, 10).unwrap().items;
    assert_eq!(releases[0].sboms.len(), 2);
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn a_pipeline_writes_no_dossier_and_alone_dismisses_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let engineer = person("token:ci", Duty::Engineer);
    let dossier =
        Submission { dossier: Some(format!("{DOSSIER}\n# mine").into_bytes()), ..Submission::default() };
    assert!(matches!(submit(&mut store, &engineer, &dossier, 20), Err(ActionError::Forbidden(_))));
    // Not under another name either: among the files, or as the list of a dossier that names itself.
    let hidden = Submission {
        files: vec![file("proofmark.toml", format!("{DOSSIER}\n# mine"))],
        ..Submission::default()
    };
    assert!(matches!(submit(&mut store, &engineer, &hidden, 20), Err(ActionError::Forbidden(_))));
    let evidence = [file("documents/evidence.txt", "seen")];
    keep_files(&files_order(&engineer, 20, Some("gateway")), &evidence, &mut store).unwrap();
    let own = [file("proofmark.toml", format!("{DOSSIER}\n# mine"))];
    let written = keep_files(&files_order(&engineer, 20, Some("gateway")), &own, &mut store);
    assert!(matches!(written, Err(ActionError::Forbidden(_))));
    let vex = |status: &str| {
        let json = format!(
            r#"{{"@context": "https://openvex.dev/ns/v0.2.0", "author": "ci", "statements": [{{
            "vulnerability": {{"name": "CVE-2026-0001"}}, "products": [{{"@id": "pkg:npm/left-pad@1.1.0"}}],
            "status": "{status}", "justification": "", "impact_statement": "never called"}}]}}"#
        );
        Submission { vex: Some(file("vex.json", json)), ..Submission::default() }
    };
    let dismissed = submit(&mut store, &engineer, &vex("not_affected"), 21).unwrap();
    assert_eq!(dismissed.to_approve.len(), 1);
    assert!(dismissed.assessed.assessment.findings[0].decision.is_none());
    let open = submit(&mut store, &engineer, &vex("under_investigation"), 22).unwrap();
    assert_eq!(open.to_approve, []);
    let decided = open.assessed.assessment.findings[0].decision.as_ref().unwrap();
    assert_eq!(
        (decided.status, decided.decided_by.as_deref()),
        (DecisionStatus::UnderInvestigation, Some("ci"))
    );
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn two_who_assess_at_once_both_get_through() {
    let directory = tempfile::tempdir().unwrap();
    drop(gateway(directory.path()));
    let threads: Vec<_> = (0..4)
        .map(|thread| {
            let path = directory.path().to_owned();
            std::thread::spawn(move || {
                let mut store = Store::open(&path).unwrap();
                for round in 0..5 {
                    assess_at(&mut store, 100 + 10 * thread + round);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let store = Store::open(directory.path()).unwrap();
    assert_eq!(store.ledger_size().unwrap(), 22);
    assert_eq!(store.findings_of(OPERATOR, "gateway", "1.0.0").unwrap()[0].opened_at, at(1));
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn dismissing_takes_two_persons_and_the_dossier_has_the_last_word() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let anna = person("anna", Duty::SecurityResponse);
    let decide = |store: &mut Store, decision: &FindingDecision| {
        decide_findings(&order(&anna, 30), OPERATOR, "gateway", &[left_pad()], decision, store)
    };
    let dismissal = FindingDecision {
        justification: Some(VexJustification::VulnerableCodeNotInExecutePath),
        ..decision(DecisionStatus::NotAffected)
    };
    let refusal = |done: Result<(), ActionError>| match done.unwrap_err() {
        ActionError::Forbidden(says) | ActionError::NotFound(says) => says.id(),
        other => panic!("{other}"),
    };
    assert_eq!(refusal(decide(&mut store, &dismissal)), "record-second-person-needed");
    let own = FindingDecision { approved_by: Some("anna".to_owned()), ..dismissal.clone() };
    assert_eq!(refusal(decide(&mut store, &own)), "record-second-person-same");
    let approved = FindingDecision { approved_by: Some("emil".to_owned()), ..dismissal };
    decide(&mut store, &approved).unwrap();
    let jobs = store.jobs(OPERATOR, None, 10).unwrap();
    assert_eq!(
        jobs.iter().map(|job| (job.kind.as_str(), job.lane)).collect::<Vec<_>>(),
        [(RESCAN, Lane::Soon)]
    );

    let by = local();
    let job = store.lease_job("one", &[Lane::Soon], at(31), at(60)).unwrap().unwrap();
    let again = |store: &mut Store, second| {
        rescan(&order(&by, second), &job, &sources(), StateOfTheLaw::embedded(), store).unwrap()
    };
    assert!(again(&mut store, 31), "the decision clears the finding");
    let rows = store.findings_of(OPERATOR, "gateway", "1.0.0").unwrap();
    assert_eq!(
        (rows[0].status.as_str(), rows[0].unresolved, rows[0].closed_at),
        ("not_affected", false, None)
    );
    let size = store.ledger_size().unwrap();
    assert!(!again(&mut store, 32), "nothing new, nothing written");
    assert_eq!(store.ledger_size().unwrap(), size);

    let declared = format!(
        "{DOSSIER}\n[[vulnerability_decisions]]\nvulnerability = \"CVE-2026-0001\"\n\
         component = \"pkg:npm/left-pad@1.1.0\"\nstatus = \"under_investigation\"\nbecause = \"we look\"\n"
    );
    keep(&mut store, 33, &[file("proofmark.toml", declared)]);
    let kept = KeptOrder {
        change: order(&by, 34),
        as_of: jiff::civil::date(2026, 11, 21),
        operator: OPERATOR,
        product: "gateway",
        release: None,
    };
    let assessed = assess_kept(&kept, &sources(), StateOfTheLaw::embedded(), &mut store).unwrap();
    let assessment = assessed.assessment;
    assert_eq!(assessment.findings[0].decision.as_ref().unwrap().status, DecisionStatus::UnderInvestigation);
    assert!(assessment.notices.iter().any(|notice| notice.says.id() == "record-decision-overruled"));
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn what_is_not_found_cannot_be_decided_on() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let anna = person("anna", Duty::SecurityResponse);
    let other = DecidedFinding { vulnerability: "CVE-1".into(), ..left_pad() };
    let done = decide_findings(
        &order(&anna, 30),
        OPERATOR,
        "gateway",
        &[left_pad(), other],
        &decision(DecisionStatus::Affected),
        &mut store,
    );
    assert!(matches!(done, Err(ActionError::NotFound(_))), "{done:?}");
    let nothing = FindingDecision { because: " ".to_owned(), ..decision(DecisionStatus::Affected) };
    let done = decide_findings(&order(&anna, 30), OPERATOR, "gateway", &[left_pad()], &nothing, &mut store);
    assert!(matches!(done, Err(ActionError::Refused(_))), "{done:?}");
}

#[test]
fn a_dossier_has_a_history_and_every_revision_stays_readable() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let later = DOSSIER.replace("kind = \"software\"", "kind = \"software\"\nintended_purpose = \"Routes.\"");
    keep(&mut store, 20, &[file("proofmark.toml", later.clone())]);
    let by = person("rita", Duty::Auditor);
    let order = order(&by, 21);
    let history = dossier_history(&order, OPERATOR, "gateway", &store).unwrap();
    assert_eq!(history.iter().map(|one| (one.number, one.at)).collect::<Vec<_>>(), [(1, at(0)), (2, at(20))]);
    let first = dossier_revision(&order, OPERATOR, "gateway", &history[0].sha256, &store).unwrap();
    let changes = dossier_diff(&first, later.as_bytes());
    assert_eq!(changes.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), ["product.intended_purpose"]);
    let sbom = Sha256::of(&sbom("1.1.0"));
    assert!(dossier_revision(&order, OPERATOR, "gateway", &sbom, &store).is_err(), "no dossier, though kept");
}

#[test]
fn another_operator_s_product_is_not_there() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let stranger = Actor {
        grants: vec![Grant { operator: "other".into(), duty: Duty::ProductOwner, products: None }],
        ..person("eve", Duty::Auditor)
    };
    let files = [file("a.txt", "a")];
    let theirs = FilesOrder { operator: "other", ..files_order(&stranger, 20, Some("gateway")) };
    assert!(matches!(keep_files(&theirs, &files, &mut store), Err(ActionError::NotFound(_))));
    let ours = files_order(&stranger, 20, Some("gateway"));
    assert!(matches!(keep_files(&ours, &files, &mut store), Err(ActionError::Forbidden(_))));
    let dossier = [file("proofmark.toml", DOSSIER)];
    let passed_off = FilesOrder { operator: "other", ..files_order(&stranger, 20, None) };
    assert!(matches!(keep_files(&passed_off, &dossier, &mut store), Err(ActionError::Refused(_))));
    let renamed = [file("proofmark.toml", DOSSIER.replace("Gateway", "Router"))];
    let wrong = keep_files(&files_order(&local(), 20, Some("gateway")), &renamed, &mut store);
    assert!(matches!(wrong, Err(ActionError::Refused(_))));
    let out = [file("../../etc/passwd", "x")];
    let wrong = keep_files(&files_order(&local(), 20, Some("gateway")), &out, &mut store);
    assert!(matches!(wrong, Err(ActionError::Refused(_))));
}

#[test]
fn products_whose_names_read_alike_stay_two() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let alike = [file("proofmark.toml", DOSSIER.replace("\"Gateway\"", "\"GATEWAY\""))];
    let kept = keep_files(&files_order(&local(), 20, None), &alike, &mut store).unwrap();
    assert!(kept.is_new);
    assert!(kept.product.id.starts_with("gateway-"), "{}", kept.product.id);
    let again = keep_files(&files_order(&local(), 21, None), &alike, &mut store).unwrap();
    assert_eq!((again.changed, again.product.id), (false, kept.product.id));
}

#[test]
fn an_archived_product_is_only_out_of_the_way() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let by = local();
    assert!(archive_product(&order(&by, 20), OPERATOR, "gateway", true, &mut store).unwrap());
    assert!(!archive_product(&order(&by, 21), OPERATOR, "gateway", true, &mut store).unwrap());
    assert!(product(&store).archived);
    assert_eq!(faults(&store), Vec::<&str>::new());
    assess_at(&mut store, 22);
    assert!(product(&store).archived);
    // Whatever was published while nobody asked is asked when it is at work again.
    let rescans = |store: &Store| {
        let jobs = store.jobs(OPERATOR, None, 10).unwrap();
        jobs.iter().filter(|job| job.kind == RESCAN).count()
    };
    assert_eq!(rescans(&store), 0);
    assert!(archive_product(&order(&by, 23), OPERATOR, "gateway", false, &mut store).unwrap());
    assert_eq!(rescans(&store), 1);
}

#[test]
fn nothing_goes_that_law_or_hold_keeps_and_what_goes_leaves_its_digest() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let by = local();
    let superseded = Sha256::of(&sbom("1.1.0"));
    keep(&mut store, 20, &[file("sbom.cdx.json", sbom("1.3.0"))]);
    assess_at(&mut store, 21);
    let state = StateOfTheLaw::embedded();
    let purge_at = |store: &mut Store, second| {
        let order = PurgeOrder {
            change: order(&by, second),
            operator: OPERATOR,
            product: None,
            state,
            only_look: false,
        };
        purge(&order, store).unwrap()
    };
    let report = purge_at(&mut store, 30);
    assert_eq!(report.purged, []);
    assert!(report.spared.iter().all(|spared| spared.because.id() == "record-kept-unknown"));
    assert!(report.spared.iter().any(|spared| spared.sha256 == superseded));

    // The Regulation does not apply to what connects to nothing.
    let out = format!("{DOSSIER}\n[scope]\ndata_connection = \"none\"\n");
    keep(&mut store, 31, &[file("proofmark.toml", out)]);
    assess_at(&mut store, 32);
    let hold = HoldOrder {
        change: order(&by, 33),
        operator: OPERATOR,
        product: Some("gateway"),
        name: "Case 7",
        because: "court",
    };
    let hold = place_hold(&hold, &mut store).unwrap();
    let report = purge_at(&mut store, 34);
    assert_eq!(report.purged, []);
    assert!(report.spared.iter().all(|spared| spared.because.id() == "record-kept-by-hold"));
    release_hold(&order(&by, 35), OPERATOR, &hold.id, Over::Anything, &mut store).unwrap();
    let report = purge_at(&mut store, 36);
    assert!(report.purged.iter().any(|purged| purged.sha256 == superseded), "{report:?}");
    assert_eq!(store.document(&superseded).unwrap(), None);
    assert_eq!(last_line(&store).action, "purge");
    assert_eq!(faults(&store), Vec::<&str>::new());
    // What is handed in again is kept again, and what counts never went.
    assert_eq!(purge_at(&mut store, 37).purged, []);
    keep(&mut store, 38, &[file("sbom.cdx.json", sbom("1.1.0"))]);
    assert!(store.document(&superseded).unwrap().is_some());
    assess_at(&mut store, 39);
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn whatever_is_changed_behind_the_record_s_back_is_named() {
    for (statement, expected) in [
        (
            "UPDATE record SET content = CAST(replace(content, 'gateway', 'gatewax') AS BLOB) WHERE kind = 'release'",
            "record-changed",
        ),
        ("DELETE FROM record WHERE kind = 'operator'", "record-removed"),
        (
            "INSERT INTO record SELECT operator, 'hold', 'x', CAST('{}' AS BLOB), sha256 FROM record LIMIT 1",
            "record-added",
        ),
        ("UPDATE component_row SET licences = 'GPL-2.0-only'", "record-components-changed"),
        ("DELETE FROM component_row WHERE place = 0", "record-components-changed"),
        ("UPDATE finding_row SET unresolved = 0", "record-findings-changed"),
        ("UPDATE finding_row SET opened_at = opened_at - 1000", "record-findings-changed"),
        ("DELETE FROM finding_row", "record-findings-changed"),
        ("UPDATE product_row SET gate = 'open'", "record-row-changed"),
        ("UPDATE product_row SET critical = 0", "record-row-changed"),
        ("UPDATE readiness_row SET open = open + 1", "record-row-changed"),
        ("DELETE FROM release_row", "record-row-missing"),
    ] {
        let directory = tempfile::tempdir().unwrap();
        let store = gateway(directory.path());
        let database = rusqlite::Connection::open(directory.path().join("store.db")).unwrap();
        assert!(database.execute(statement, []).unwrap() > 0, "{statement}");
        let found = faults(&store);
        assert!(found.contains(&expected), "{statement}: {found:?}");
    }
}

/// An index of these records.
fn index(records: &[&str]) -> Index {
    let mut builder = Builder::new();
    for record in records {
        let read = proofmark_formats::read_osv(record.as_bytes(), &proofmark_formats::Limits::default());
        builder.add(&read.value.unwrap(), "test").unwrap();
    }
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

#[test]
fn only_releases_with_a_component_that_is_spoken_of_otherwise_are_assessed_anew() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    // The next release has another package in the place of left-pad.
    let second = String::from_utf8(sbom("1.1.0")).unwrap().replace("left-pad", "right-pad");
    keep(
        &mut store,
        3,
        &[
            file("proofmark.toml", DOSSIER.replace("1.0.0", "2.0.0")),
            file("sbom.cdx.json", second),
            file("advisories/one.json", ADVISORY),
        ],
    );
    assess_at(&mut store, 4);
    let owed = |store: &Store, owed: Owed<'_>| -> Vec<String> {
        let jobs = rescan_jobs(owed, at(10), store).unwrap();
        jobs.into_iter().map(|job| job.id).collect()
    };
    let all = ["rescan nordlicht-gmbh gateway 1.0.0", "rescan nordlicht-gmbh gateway 2.0.0"];
    let mut everything = owed(&store, Owed::Everything);
    everything.sort();
    assert_eq!(everything, all);
    let older = index(&[OTHER_ADVISORY]);
    let of_left_pad = index(&[OTHER_ADVISORY, ADVISORY]).changes_since(&older).unwrap();
    assert_eq!(owed(&store, Owed::Changed(&of_left_pad)), [all[0]]);
    let of_right_pad = ADVISORY.replace("left-pad\"", "right-pad\"");
    let of_right_pad = index(&[OTHER_ADVISORY, &of_right_pad]).changes_since(&older).unwrap();
    assert_eq!(owed(&store, Owed::Changed(&of_right_pad)), [all[1]]);
    let of_nobody =
        index(&[&OTHER_ADVISORY.replace("\"1.0.0\"", "\"1.0.1\"")]).changes_since(&older).unwrap();
    assert!(!of_nobody.is_empty());
    assert_eq!(owed(&store, Owed::Changed(&of_nobody)), Vec::<String>::new());
    // An ecosystem nobody had advisories of: what could not be said of its components can be said now.
    let of_npm = older.changes_since(&index(&[])).unwrap();
    assert_eq!(owed(&store, Owed::Changed(&of_npm)).len(), 2);
    archive_product(&order(&local(), 11), OPERATOR, "gateway", true, &mut store).unwrap();
    assert_eq!(owed(&store, Owed::Everything), Vec::<String>::new());
}

#[test]
fn a_release_of_which_something_else_is_noticed_alone_is_written_once() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    let dossier = DOSSIER.replace("advisories = [\"advisories\"]\n", "");
    keep(&mut store, 0, &[file("proofmark.toml", dossier), file("sbom.cdx.json", sbom("1.1.0"))]);
    let told = |summary: &str| {
        format!(
            r#"{{"schema_version": "1.6.7", "id": "RUSTSEC-2026-0001", "modified": "2026-03-04T00:00:00Z", "summary": "{summary}",
            "affected": [{{"package": {{"ecosystem": "npm", "name": "left-pad"}},
              "database_specific": {{"informational": "unmaintained"}},
              "ranges": [{{"type": "SEMVER", "events": [{{"introduced": "0"}}]}}]}}]}}"#
        )
    };
    let rescanned = |store: &mut Store, second: i64, records: &[&str]| {
        let open: Box<OpenKeptSources<'_>> =
            Box::new(|_, _| Ok(vec![VulnerabilitySource { name: "home".to_owned(), index: index(records) }]));
        let job = Job {
            id: "rescan nordlicht-gmbh gateway 1.0.0".into(),
            kind: RESCAN.into(),
            lane: Lane::Bulk,
            payload: r#"{"product":"gateway","release":"1.0.0"}"#.into(),
            operator: OPERATOR.into(),
            due_at: at(second),
            attempts: 0,
            most_attempts: 1,
            state: JobState::Waiting,
            leased: None,
            trouble: None,
        };
        rescan(&order(&local(), second), &job, &open, StateOfTheLaw::embedded(), store).unwrap()
    };
    let record_of_release = |store: &Store| -> ReleaseRecord {
        let key =
            RecordKey { operator: OPERATOR.into(), kind: RecordKind::Release, id: "gateway 1.0.0".into() };
        serde_json::from_slice(&store.record(&key).unwrap().unwrap().content).unwrap()
    };
    let (nobody, somebody) = (told("nobody is there"), told("somebody may come"));
    assess_at(&mut store, 1);
    assert!(rescanned(&mut store, 2, &[OTHER_ADVISORY]));
    let before = record_of_release(&store);
    for (second, records) in [(3, [OTHER_ADVISORY, &nobody]), (5, [OTHER_ADVISORY, &somebody])] {
        assert!(rescanned(&mut store, second, &records), "{records:?}");
        assert!(!rescanned(&mut store, second + 1, &records), "nothing came of it: {records:?}");
        let after = record_of_release(&store);
        assert_eq!((after.findings, after.gate), (before.findings, before.gate));
        let kept = store.document(&after.assessment).unwrap().unwrap();
        let kept: serde_json::Value = serde_json::from_slice(&kept).unwrap();
        assert!(kept["notices"].to_string().contains("is no longer maintained"), "{kept}");
    }
    assert!(rescanned(&mut store, 7, &[OTHER_ADVISORY]), "what is no longer told is no longer noticed");
    assert_eq!(record_of_release(&store).notices, before.notices);
    assert_eq!(faults(&store), Vec::<&str>::new());
}

/// An index of these records and of what a catalogue lists.
fn listing(records: &[&str], listed: &[&str]) -> Index {
    let mut builder = Builder::new();
    for record in records {
        let read = proofmark_formats::read_osv(record.as_bytes(), &proofmark_formats::Limits::default());
        builder.add(&read.value.unwrap(), "test").unwrap();
    }
    for id in listed {
        builder.add_exploited(id, "CISA KEV", None).unwrap();
    }
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

#[test]
fn a_catalogue_that_lists_what_only_advisories_beside_the_dossier_tell_of_reaches_those_releases_alone() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    // Two more products: one knows another vulnerability, one is told of none.
    for (name, advisory) in
        [("Pump", ADVISORY.replace("0001", "0002")), ("Sensor", OTHER_ADVISORY.to_owned())]
    {
        let files = [
            file("proofmark.toml", DOSSIER.replace("Gateway", name)),
            file("sbom.cdx.json", sbom("1.1.0")),
            file("advisories/one.json", advisory.replace("GHSA-aaaa", &format!("GHSA-{name}"))),
        ];
        keep_files(&files_order(&local(), 2, None), &files, &mut store).unwrap();
        assess_product(&mut store, 3, &name.to_lowercase());
    }
    let owed = |store: &Store, before: &Index, after: &Index| -> Vec<String> {
        let changes = after.changes_since(before).unwrap();
        let jobs = rescan_jobs(Owed::Changed(&changes), at(10), store).unwrap();
        jobs.into_iter().map(|job| job.id).collect()
    };
    // The home's database speaks of neither package nor vulnerability.
    let before = listing(&[OTHER_ADVISORY], &[]);
    let by_cve = listing(&[OTHER_ADVISORY], &["CVE-2026-0001", "CVE-2026-7777"]);
    assert_eq!(owed(&store, &before, &by_cve), ["rescan nordlicht-gmbh gateway 1.0.0"]);
    assert_eq!(owed(&store, &by_cve, &before), ["rescan nordlicht-gmbh gateway 1.0.0"]);
    let by_alias = listing(&[OTHER_ADVISORY], &["GHSA-Pump-bbbb-cccc"]);
    assert_eq!(owed(&store, &before, &by_alias), ["rescan nordlicht-gmbh pump 1.0.0"]);
    let of_nobody = listing(&[OTHER_ADVISORY], &["CVE-2026-7777"]);
    assert_eq!(owed(&store, &before, &of_nobody), Vec::<String>::new());
    // Assessed anew with it, its finding says so; the other's does not.
    let rescanned = |store: &mut Store, product: &str| {
        let open: Box<OpenKeptSources<'static>> = Box::new(|advisories, files| {
            let index = listing(&[OTHER_ADVISORY], &["CVE-2026-0001"]);
            let home = VulnerabilitySource { name: "home".to_owned(), index };
            Ok(std::iter::once(home).chain(kept_advisories(advisories, files)?).collect())
        });
        assess_with(store, 11, product, &open);
        let rows = store.findings_of(OPERATOR, product, "1.0.0").unwrap();
        rows.into_iter().map(|row| (row.vulnerability, row.exploited)).collect::<Vec<_>>()
    };
    assert_eq!(rescanned(&mut store, "gateway"), [("CVE-2026-0001".to_owned(), true)]);
    assert_eq!(rescanned(&mut store, "pump"), [("CVE-2026-0002".to_owned(), false)]);
}

/// An index of records of the NVD about these products, and one about a repository.
fn speaking_of(products: &[&str], repository: Option<&str>) -> Index {
    let mut builder = Builder::new();
    let advisory = |id: &str| Advisory { id: id.to_owned(), ..Advisory::default() };
    for product in products {
        let one = CpeMatch { vulnerable: true, criteria: product.parse().unwrap(), from: None, to: None };
        let node = CpeNode { operator: CpeOperator::Or, negate: false, matches: vec![one] };
        let configuration = CpeConfiguration { operator: CpeOperator::Or, negate: false, nodes: vec![node] };
        let id = format!("CVE-2026-1{:03}", product.len());
        builder.add_with_configurations(&advisory(&id), &[configuration], "NVD").unwrap();
    }
    if let Some(repository) = repository {
        let events = vec![RangeEvent::Introduced("0".to_owned())];
        let range = AffectedRange { kind: RangeKind::Git, repository: Some(repository.to_owned()), events };
        let affected = vec![Affected { ranges: vec![range], ..Affected::default() }];
        builder.add(&Advisory { affected, ..advisory("OSV-1") }, "OSV").unwrap();
    }
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

#[test]
fn records_about_products_and_repositories_reach_the_releases_that_ask_for_them_alone() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    let revision = "21767c654d31d2dccdde4330529775c6c5fd5389";
    let from = format!(r#""purl": "pkg:git/git.example/acme/pad@{revision}""#);
    for (name, says) in [
        ("Named", r#""cpe": "cpe:2.3:a:acme:pad:1.0:*:*:*:*:*:*:*""#),
        ("Open", r#""cpe": "cpe:2.3:a:*:pad:1.0:*:*:*:*:*:*:*""#),
        ("Bare", r#""version": "1.0""#),
        ("Made", from.as_str()),
        ("Other", r#""purl": "pkg:npm/pad@1.0.0""#),
    ] {
        let list = format!(
            r#"{{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
            "components": [{{"type": "library", "name": "Pad", {says}}}]}}"#
        );
        let files = [
            file(
                "proofmark.toml",
                DOSSIER.replace("Gateway", name).replace("advisories = [\"advisories\"]\n", ""),
            ),
            file("sbom.cdx.json", list),
        ];
        keep_files(&files_order(&local(), 0, None), &files, &mut store).unwrap();
        assess_product(&mut store, 1, &name.to_lowercase());
    }
    // The list names no product, the build does.
    let built = DOSSIER.replace("Gateway", "Built").replace("advisories = [\"advisories\"]\n", "");
    let built = built.replace("sbom.cdx.json\"", "image.manifest\"\nbuild_files = [\"Packages.manifest\"]");
    let files = [
        file("proofmark.toml", built),
        file("image.manifest", "libpad - 1.0-r1\nkernel - 6.6.73~5f0b7c-r1\n"),
        file(
            "Packages.manifest",
            "Package: libpad\nVersion: 1.0-r1\nCPE-ID: cpe:/a:acme:pad\nSourceName: libpad\n\n",
        ),
    ];
    keep_files(&files_order(&local(), 0, None), &files, &mut store).unwrap();
    assess_product(&mut store, 1, "built");
    let (pad, other) = ("cpe:2.3:a:acme:pad:*:*:*:*:*:*:*:*", "cpe:2.3:a:acme:others:*:*:*:*:*:*:*:*");
    let git = "https://git.example/acme/pad";
    let (elsewhere, kept) = ("https://git.example/acme/elsewhere", speaking_of(&[other], Some(git)));
    let owed = |before: &Index, after: &Index| -> Vec<String> {
        let changes = after.changes_since(before).unwrap();
        let jobs = rescan_jobs(Owed::Changed(&changes), at(10), &store).unwrap();
        let mut products: Vec<String> =
            jobs.into_iter().map(|job| job.id.split(' ').nth(2).unwrap().to_owned()).collect();
        products.sort();
        products
    };
    assert_eq!(owed(&kept, &speaking_of(&[other, pad], Some(git))), ["bare", "built", "named", "open"]);
    assert_eq!(owed(&kept, &speaking_of(&[other], Some(elsewhere))), ["made"]);
    assert_eq!(
        owed(&kept, &speaking_of(&[], Some(git))),
        ["bare", "built", "named", "open"],
        "whether any is spoken of"
    );
    assert_eq!(owed(&speaking_of(&[pad], None), &speaking_of(&[pad, other], None)), Vec::<String>::new());
}

#[test]
fn a_release_keeps_its_own_list_whatever_is_handed_in_for_others() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let by = local();
    let of = |version: &str, list: Option<Vec<u8>>| Submission {
        release: Some(version.to_owned()),
        sbom: list.map(|bytes| file("bom.json", bytes)),
        ..Submission::default()
    };
    let clean = String::from_utf8(sbom("1.1.0")).unwrap().replace("left-pad", "right-pad").into_bytes();
    submit(&mut store, &by, &of("14.0.0", Some(clean)), 10).unwrap();
    let components = |store: &Store, version: &str| -> Vec<String> {
        let all = store.components_of(OPERATOR, "gateway", version).unwrap().into_iter().map(|one| one.name);
        all.filter(|name| name.ends_with("pad")).collect()
    };
    assert_eq!(components(&store, "14.0.0"), ["right-pad"]);
    // The dossier's own release is assessed anew: its list is not the one that came in for another since.
    let findings = assess_at(&mut store, 11);
    assert!(findings.len() == 1 && findings[0].closed_at.is_none(), "left-pad is affected: {findings:?}");
    assert_eq!(components(&store, "1.0.0"), ["left-pad"]);
    // Handed in again without a list: its own.
    submit(&mut store, &by, &of("1.0.0", None), 12).unwrap();
    assert_eq!(components(&store, "1.0.0"), ["left-pad"]);
    submit(&mut store, &by, &of("14.0.0", None), 13).unwrap();
    assert_eq!(components(&store, "14.0.0"), ["right-pad"]);
    // A dossier handed in without a list is still about the release it names.
    let dossier = Submission { dossier: Some(DOSSIER.as_bytes().to_vec()), ..Submission::default() };
    submit(&mut store, &by, &dossier, 13).unwrap();
    assert_eq!(components(&store, "1.0.0"), ["left-pad"]);
    // A new release is not given another's.
    let refused = submit(&mut store, &by, &of("15.0.0", None), 14).unwrap_err();
    let ActionError::Refused(problems) = refused else { panic!("{refused:?}") };
    assert_eq!(problems[0].says.id(), "record-list-of-another");
    let beside = Submission { files: vec![file("sbom.cdx.json", sbom("1.1.0"))], ..of("15.0.0", None) };
    submit(&mut store, &by, &beside, 14).unwrap();
    assert_eq!(components(&store, "15.0.0"), ["left-pad"]);
    for version in ["1.\u{202E}2", "..", "."] {
        assert!(submit(&mut store, &by, &of(version, Some(sbom("1.1.0"))), 15).is_err(), "{version:?}");
    }
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn whoever_hands_in_evidence_writes_no_advisory_by_the_way() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = gateway(directory.path());
    let engineer = person("eve", Duty::Engineer);
    let with = |path: &str, bytes: &str| Submission {
        release: Some("1.0.0".to_owned()),
        sbom: Some(file("sbom.cdx.json", sbom("1.1.0"))),
        files: vec![file(path, bytes)],
        ..Submission::default()
    };
    let withdrawn = ADVISORY.replace("\"aliases\"", "\"withdrawn\": \"2026-11-21T00:00:00Z\", \"aliases\"");
    for (path, bytes) in
        [("advisories/one.json", withdrawn.as_str()), ("advisories/two/later.json", &withdrawn)]
    {
        let refused = submit(&mut store, &engineer, &with(path, bytes), 10);
        assert!(matches!(refused, Err(ActionError::Forbidden(_))), "{path}: {refused:?}");
        let order = files_order(&engineer, 11, Some("gateway"));
        let refused = keep_files(&order, &[file(path, bytes)], &mut store);
        assert!(matches!(refused, Err(ActionError::Forbidden(_))), "{path}: {refused:?}");
    }
    // As it lies there already, or as evidence.
    submit(&mut store, &engineer, &with("advisories/one.json", ADVISORY), 12).unwrap();
    submit(&mut store, &engineer, &with("advisories.txt", "notes"), 13).unwrap();
    let owner = person("olga", Duty::ProductOwner);
    keep_files(
        &files_order(&owner, 14, Some("gateway")),
        &[file("advisories/one.json", withdrawn)],
        &mut store,
    )
    .unwrap();
}

#[test]
fn a_list_the_dossier_does_not_name_is_its_releases_own_under_any_of_the_usual_names() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    let by = local();
    let undeclared = DOSSIER.replace("sbom = \"sbom.cdx.json\"\n", "");
    keep(
        &mut store,
        0,
        &[
            file("proofmark.toml", undeclared),
            file("sbom.json", sbom("1.1.0")),
            file("advisories/one.json", ADVISORY),
        ],
    );
    assert_eq!(assess_at(&mut store, 1).len(), 1);
    let pads = |store: &Store| -> Vec<String> {
        let all = store.components_of(OPERATOR, "gateway", "1.0.0").unwrap().into_iter().map(|one| one.name);
        all.filter(|name| name.ends_with("pad")).collect()
    };
    let clean = String::from_utf8(sbom("1.1.0")).unwrap().replace("left-pad", "right-pad").into_bytes();
    for (second, name) in [(10, "bom.json"), (20, "sbom.cdx.json"), (30, "sbom.json")] {
        let submission = Submission {
            release: Some(format!("14.{second}.0")),
            sbom: Some(file(name, clean.clone())),
            ..Submission::default()
        };
        submit(&mut store, &by, &submission, second).unwrap();
        assess_at(&mut store, second + 1);
        assert_eq!(pads(&store), ["left-pad"], "{name}");
    }
    // A new list that came in for no release is the one of the release the dossier is about.
    let replaced = String::from_utf8(sbom("1.1.0")).unwrap().replace("left-pad", "new-pad");
    for name in ["bom.json", "sbom.cdx.json", "sbom.json"] {
        keep(&mut store, 40, &[file(name, replaced.clone())]);
    }
    assess_at(&mut store, 41);
    assert_eq!(pads(&store), ["new-pad"]);
    assert_eq!(faults(&store), Vec::<&str>::new());
}
