//! Papers and packs of kept products: made, found again byte for byte, kept as long as anybody may hold one.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jiff::Timestamp;
use jiff::civil::date;
use proofmark_actions::{
    ActionError, ChangeOrder, DocumentRole, FilesOrder, HandedFile, LedgerLine, MadePapers, OpenKeptSources,
    PackAge, PapersOrder, PurgeOrder, Submission, SubmitOrder, dossier_history, keep_files, kept_advisories,
    kept_pack, kept_packs, make_papers, pack_age, pack_archive, packed_file, product_document,
    product_documents, purge, submit_release, verify_ledger, verify_pack,
};
use proofmark_facts::{
    Actor, ActorKind, Duty, Forgetting as _, Grant, Keeping, Noun, ProductRecord, RecordKey, ReleaseRecord,
    Sha256,
};
use proofmark_law::StateOfTheLaw;
use proofmark_store::Store;
use proofmark_trust::{SignerKey, SigningKey};

const OPERATOR: &str = "nordlicht-gmbh";
const GATEWAY: (&str, &str) = (OPERATOR, "gateway");
const WITH: &str = "proofmark test";

const DOSSIER: &str = r#"
proofmark = 1

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
"#;

const SBOM: &str = r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
    "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "Gateway"}},
    "components": [{"type": "library", "bom-ref": "lp", "name": "left-pad", "version": "1.1.0",
      "purl": "pkg:npm/left-pad@1.1.0"}], "dependencies": [{"ref": "app", "dependsOn": ["lp"]}]}"#;

fn signer() -> SignerKey {
    SignerKey::new("proofmark-test".parse().unwrap(), SigningKey::from_seed(&[7; 32]))
}

fn at(second: i64) -> Timestamp {
    "2026-11-21T10:00:00Z".parse::<Timestamp>().unwrap() + jiff::SignedDuration::from_secs(second)
}

fn order(by: &Actor, second: i64) -> ChangeOrder<'_> {
    ChangeOrder { by, with: WITH, at: at(second) }
}

fn sources() -> Box<OpenKeptSources<'static>> {
    Box::new(|advisories, files| Ok(kept_advisories(advisories, files)?.into_iter().collect()))
}

fn file(path: &str, text: &str) -> HandedFile {
    HandedFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// A store with a product that was handed in and assessed at second 0.
fn kept() -> (tempfile::TempDir, Store) {
    let home = tempfile::tempdir().unwrap();
    let mut store = Store::open(home.path()).unwrap();
    hand_in(&mut store, DOSSIER, 0);
    (home, store)
}

fn hand_in(store: &mut Store, dossier: &str, second: i64) {
    let by = Actor::local("anna");
    let order = SubmitOrder { change: order(&by, second), as_of: day(), operator: OPERATOR, product: None };
    let submission = Submission {
        dossier: Some(dossier.as_bytes().to_vec()),
        sbom: Some(file("sbom.cdx.json", SBOM)),
        files: vec![file("documents/risks.md", "Risks.")],
        ..Submission::default()
    };
    submit_release(&order, &submission, &sources(), StateOfTheLaw::embedded(), store).unwrap();
}

fn day() -> jiff::civil::Date {
    date(2026, 11, 21)
}

fn make(store: &mut Store, by: &Actor, second: i64) -> Result<MadePapers, ActionError> {
    let order = PapersOrder {
        change: order(by, second),
        as_of: day(),
        operator: OPERATOR,
        product: "gateway",
        release: "1.0.0",
        random: [3; 16],
    };
    make_papers(&order, &sources(), StateOfTheLaw::embedded(), store, &signer())
}

fn actions(store: &Store) -> Vec<String> {
    let lines = store.lines(0, 100).unwrap();
    lines.iter().map(|line| LedgerLine::parse(&line.bytes).unwrap().action).collect()
}

fn person(duty: Duty, products: Option<&[&str]>) -> Actor {
    let products = products.map(|all| all.iter().map(|one| (*one).to_owned()).collect());
    let grants = vec![Grant { operator: OPERATOR.to_owned(), duty, products }];
    Actor { name: "paul".into(), kind: ActorKind::Person, grants }
}

#[test]
fn a_pack_is_intact_and_comes_back_byte_for_byte_whatever_was_written_since() {
    let (_home, mut store) = kept();
    let by = Actor::local("anna");
    let made = make(&mut store, &by, 10).unwrap();
    let report = verify_pack(&made.archive, Some(signer().verifier_key()));
    assert!(report.intact, "{:?}", report.faults);
    assert_eq!(made.pack.papers().count(), 6 * 3 + 1, "six papers in three forms, and the SBOM");
    assert_eq!(made.pack.dossier(), Some(Sha256::of(DOSSIER.as_bytes())));
    assert_eq!(made.pack.component_list(), Some(Sha256::of(SBOM.as_bytes())));
    // What is written afterwards, about this product and others, changes nothing of it.
    hand_in(&mut store, &DOSSIER.replace("\"Gateway\"", "\"Other\""), 20);
    hand_in(&mut store, &DOSSIER.replace("1.0.0", "1.1.0"), 30);
    let again =
        || pack_archive(&order(&by, 40), GATEWAY, "1.0.0", &made.pack.digest, &store, &signer()).unwrap();
    assert_eq!(again(), made.archive);
    let found = kept_pack(&order(&by, 40), GATEWAY, "1.0.0", &made.pack.digest, &store).unwrap();
    assert_eq!(found, made.pack);
    let path = "papers/technical-documentation.pdf";
    let paper = packed_file(&order(&by, 40), GATEWAY, &found, path, &store).unwrap();
    assert!(paper.bytes.starts_with(b"%PDF-"));
    assert_eq!(verify_ledger(&store, Some(signer().verifier_key()), at(60)).unwrap().faults, Vec::new());
}

#[test]
fn what_holds_today_is_not_assessed_twice_and_what_has_changed_is() {
    let (_home, mut store) = kept();
    let by = Actor::local("anna");
    let first = make(&mut store, &by, 10).unwrap();
    assert_eq!(actions(&store), ["assess", "assemble-pack"]);
    // The dossier is another one now: the papers are made from it, not from the one the release was assessed with.
    let changed = file("proofmark.toml", &DOSSIER.replace("\"software\"", "\"hardware\""));
    let state = StateOfTheLaw::embedded();
    let files = FilesOrder {
        change: order(&by, 20),
        operator: OPERATOR,
        product: Some("gateway"),
        take_away: &[],
        state,
    };
    keep_files(&files, std::slice::from_ref(&changed), &mut store).unwrap();
    let second = make(&mut store, &by, 30).unwrap();
    assert_eq!(second.pack.dossier(), Some(Sha256::of(&changed.bytes)));
    assert_eq!(actions(&store), ["assess", "assemble-pack", "keep-files", "assess", "assemble-pack"]);
    let all = kept_packs(&order(&by, 40), GATEWAY, Some("1.0.0"), (None, 10), &store).unwrap();
    assert_eq!(all, [second.pack.clone(), first.pack.clone()]);
    let older = kept_packs(&order(&by, 40), GATEWAY, None, (Some(second.pack.line), 10), &store).unwrap();
    assert_eq!(older, [first.pack]);
    let none = kept_packs(&order(&by, 40), GATEWAY, Some("9"), (None, 10), &store).unwrap();
    assert_eq!(none, []);
}

#[test]
fn papers_of_an_earlier_release_move_the_product_nowhere() {
    let (_home, mut store) = kept();
    let by = Actor::local("anna");
    let newer = DOSSIER.replace("1.0.0", "1.1.0");
    hand_in(&mut store, &newer, 10);
    let order = PapersOrder {
        change: order(&by, 24 * 3600),
        as_of: date(2026, 11, 22),
        operator: OPERATOR,
        product: "gateway",
        release: "1.0.0",
        random: [3; 16],
    };
    let made = make_papers(&order, &sources(), StateOfTheLaw::embedded(), &mut store, &signer()).unwrap();
    assert_eq!(made.pack.as_of, Some(date(2026, 11, 22)));
    assert_eq!(made.pack.dossier(), Some(Sha256::of(DOSSIER.as_bytes())), "the one it had");
    let product = record::<ProductRecord>(&store, "gateway");
    assert_eq!(product.standing.as_ref().unwrap().release, "1.1.0");
    assert_eq!(product.files["proofmark.toml"], Sha256::of(newer.as_bytes()));
    let release = record::<ReleaseRecord>(&store, "gateway 1.0.0");
    assert_eq!(made.pack.assessment(), Some(release.assessment), "the record says the same");
    let history = dossier_history(&order.change, OPERATOR, "gateway", &store).unwrap();
    assert_eq!(history.len(), 2, "nobody went back to the earlier dossier");
    let age = pack_age(&order.change, OPERATOR, (&product, &release), &made.pack, &store).unwrap();
    assert_eq!((age.is_current(), age.revision), (true, Some(1)));
}

#[test]
fn a_pack_is_overtaken_by_each_thing_it_was_made_from() {
    let (_home, mut store) = kept();
    let by = Actor::local("anna");
    let made = make(&mut store, &by, 10).unwrap();
    let age = |store: &Store| {
        let product = record::<ProductRecord>(store, "gateway");
        let release = record::<ReleaseRecord>(store, "gateway 1.0.0");
        pack_age(&order(&by, 90), OPERATOR, (&product, &release), &made.pack, store).unwrap()
    };
    assert!(age(&store).is_current());
    let keep = |store: &mut Store, second, handed: HandedFile| {
        let files = FilesOrder {
            change: order(&by, second),
            operator: OPERATOR,
            product: Some("gateway"),
            take_away: &[],
            state: StateOfTheLaw::embedded(),
        };
        keep_files(&files, std::slice::from_ref(&handed), store).unwrap();
    };
    keep(&mut store, 20, file("sbom.cdx.json", &SBOM.replace("1.1.0", "1.3.0")));
    assert_eq!(age(&store), PackAge { revision: Some(1), list_changed: true, ..PackAge::default() });
    keep(&mut store, 30, file("proofmark.toml", &DOSSIER.replace("software", "hardware")));
    assert!(age(&store).dossier_changed && !age(&store).assessed_since);
    make(&mut store, &by, 40).unwrap();
    assert!(age(&store).assessed_since);
}

fn record<N: Noun>(store: &Store, id: &str) -> N {
    let key = RecordKey { operator: OPERATOR.to_owned(), kind: N::KIND, id: id.to_owned() };
    serde_json::from_slice(&store.record(&key).unwrap().unwrap().content).unwrap()
}

#[test]
fn every_document_is_listed_with_what_it_is_and_what_it_is_named_for() {
    let (_home, mut store) = kept();
    let by = Actor::local("anna");
    make(&mut store, &by, 10).unwrap();
    hand_in(&mut store, &DOSSIER.replace("software", "hardware"), 20);
    let order = order(&by, 30);
    let all = product_documents(&order, OPERATOR, "gateway", &store).unwrap();
    let of = |digest: Sha256| all.iter().find(|one| one.sha256 == digest).unwrap();
    let risks = of(Sha256::of(b"Risks."));
    assert_eq!((risks.role, risks.counts), (DocumentRole::Evidence, true));
    assert_eq!(risks.path.as_deref(), Some("documents/risks.md"));
    assert_eq!(risks.named_for, ["annex-VII-3", "art13-2"]);
    let list = of(Sha256::of(SBOM.as_bytes()));
    assert_eq!(list.role, DocumentRole::ComponentList);
    assert!(list.named_for.contains(&"annex-VII-8".to_owned()));
    let earlier = of(Sha256::of(DOSSIER.as_bytes()));
    assert_eq!((earlier.role, earlier.line), (DocumentRole::Dossier, 0));
    assert_eq!(all.iter().filter(|one| one.role == DocumentRole::Paper).count(), 19);
    assert_eq!(all.iter().filter(|one| one.role == DocumentRole::Pack).count(), 1);
    let (_, bytes) = product_document(&order, OPERATOR, "gateway", &risks.sha256, &store).unwrap();
    assert_eq!(bytes, b"Risks.");
    let other = product_document(&order, OPERATOR, "gateway", &Sha256::of(b"x"), &store);
    assert!(matches!(other, Err(ActionError::NotFound(_))));
}

#[test]
fn the_papers_are_the_same_for_the_same_day_and_input() {
    let ((_one, mut one), (_two, mut two)) = (kept(), kept());
    let by = Actor::local("anna");
    let (one, two) = (make(&mut one, &by, 10).unwrap(), make(&mut two, &by, 99).unwrap());
    assert_eq!(one.pack.files, two.pack.files, "when they were asked for makes no difference");
}

#[test]
fn who_may_not_assess_makes_none_and_who_may_not_see_gets_none() {
    let (_home, mut store) = kept();
    let forbidden = |done: Result<(), ActionError>| matches!(done, Err(ActionError::Forbidden(_)));
    for duty in [Duty::Auditor, Duty::Approver, Duty::Administrator] {
        assert!(forbidden(make(&mut store, &person(duty, None), 5).map(drop)), "{duty:?}");
    }
    let elsewhere = person(Duty::Compliance, Some(&["sensor"]));
    assert!(forbidden(make(&mut store, &elsewhere, 5).map(drop)));
    assert_eq!(actions(&store), ["assess"], "nothing was written for anybody");
    let here = person(Duty::Compliance, Some(&["gateway"]));
    let made = make(&mut store, &here, 10).unwrap();
    assert_eq!(made.pack.made_by, "paul");
    let (digest, order) = (&made.pack.digest, order(&elsewhere, 20));
    assert!(forbidden(kept_packs(&order, GATEWAY, None, (None, 1), &store).map(drop)));
    assert!(forbidden(kept_pack(&order, GATEWAY, "1.0.0", digest, &store).map(drop)));
    assert!(forbidden(pack_archive(&order, GATEWAY, "1.0.0", digest, &store, &signer()).map(drop)));
    assert!(forbidden(packed_file(&order, GATEWAY, &made.pack, "papers/x", &store).map(drop)));
}

#[test]
fn what_is_not_there_is_said() {
    let (_home, mut store) = kept();
    let by = Actor::local("anna");
    let made = make(&mut store, &by, 10).unwrap();
    let refused = |done: Result<(), ActionError>| match done {
        Err(ActionError::NotFound(says)) => says.id().to_owned(),
        other => panic!("{other:?}"),
    };
    let order = order(&by, 20);
    let digest = &made.pack.digest;
    let other_release = kept_pack(&order, GATEWAY, "1.1.0", digest, &store).map(drop);
    assert_eq!(refused(other_release), "evidence-no-such-pack");
    let other = kept_pack(&order, GATEWAY, "1.0.0", &Sha256::of(b"x"), &store).map(drop);
    assert_eq!(refused(other), "evidence-no-such-pack");
    let paper = packed_file(&order, GATEWAY, &made.pack, "papers/../x", &store).map(drop);
    assert_eq!(refused(paper), "evidence-no-such-paper");
    let lost: Sha256 =
        made.pack.files.iter().find(|file| file.path.ends_with("risks.md")).unwrap().sha256.parse().unwrap();
    store.forget_document(OPERATOR, &lost).unwrap();
    let archive = pack_archive(&order, GATEWAY, "1.0.0", digest, &store, &signer()).map(drop);
    assert_eq!(refused(archive), "evidence-file-gone");
    // A release whose dossier is gone cannot be assessed, so nothing is made of it.
    store.forget_document(OPERATOR, &Sha256::of(DOSSIER.as_bytes())).unwrap();
    let before = actions(&store).len();
    assert!(matches!(make(&mut store, &by, 30), Err(ActionError::Refused(problems)) if !problems.is_empty()));
    assert_eq!(actions(&store).len(), before, "nothing was written");
}

#[test]
fn a_purge_leaves_what_lies_in_a_pack() {
    let (_home, mut store) = kept();
    let by = Actor::local("anna");
    let made = make(&mut store, &by, 10).unwrap();
    // Superseded both, the pack's dossier and one nobody packed; and nothing is kept by law any more.
    let unpacked = DOSSIER.replace("software", "hardware");
    hand_in(&mut store, &unpacked, 20);
    hand_in(&mut store, &format!("{DOSSIER}\n[scope]\ndata_connection = \"none\"\n"), 30);
    let state = StateOfTheLaw::embedded();
    let order =
        PurgeOrder { change: order(&by, 40), operator: OPERATOR, product: None, state, only_look: false };
    let report = purge(&order, &mut store).unwrap();
    let went = |text: &str| report.purged.iter().any(|one| one.sha256 == Sha256::of(text.as_bytes()));
    assert!(went(&unpacked) && !went(DOSSIER), "{:?}", report.purged);
    let again = pack_archive(&order.change, GATEWAY, "1.0.0", &made.pack.digest, &store, &signer()).unwrap();
    assert_eq!(again, made.archive);
}
