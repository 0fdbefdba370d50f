//! A release of before stands on its own files: whatever is handed in since under the same names, on both databases.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use proofmark_access::DeclarationSigning;
use proofmark_actions::people::{DeclarationOrder, SecondSignature, decide_proposal, propose_declaration};
use proofmark_actions::{
    ActionError, Archive, Assessed, ChangeOrder, ExportOrder, HandedFile, Inlet, KeptOrder, MadePapers,
    OpenKeptSources, Outlet, PapersOrder, PurgeOrder, Submission, SubmitOrder, assess_kept, export_record,
    import_record, kept_advisories, make_papers, purge, submit_release, verify_ledger, verify_pack,
};
use proofmark_facts::{
    Actor, DeclarationRecord, Duty, Forgetting as _, Keeping as _, Record, RecordKey, RecordKind,
    ReleaseRecord, Sha256,
};
use proofmark_law::StateOfTheLaw;
use proofmark_store::{Place, Store};
use proofmark_trust::{SignerKey, SigningKey};

use crate::cluster::Cluster;
use crate::house::{House, OPERATOR, WITH, at, errand};

const DOSSIER: &str = include_str!("issuing.toml");
const RISKS: &str = "documents/risks.md";
const OF_FIRST: &str = "Risks of 1.0.0.";
const OF_SECOND: &str = "Risks of 2.0.0: other ones.";
const ADVISORY: &str = r#"{"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc",
    "modified": "2026-01-01T00:00:00Z", "affected": [{"package": {"ecosystem": "npm", "name": "left-pad"},
    "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.0.0"}]}]}]}"#;

/// The same on a file and, where there is one, on a server of its own.
fn on_both(name: &str, story: impl Fn(House)) {
    story(House::with_anna());
    if let Some(cluster) = Cluster::shared() {
        story(House::with_anna_on(Some(&cluster.new_database(name))));
    }
}

fn sources() -> Box<OpenKeptSources<'static>> {
    Box::new(|advisories, files| Ok(kept_advisories(advisories, files)?.into_iter().collect()))
}

fn file(path: &str, bytes: impl AsRef<[u8]>) -> HandedFile {
    HandedFile { path: path.into(), bytes: bytes.as_ref().to_vec() }
}

/// Who sells what connects to nothing: the Regulation keeps none of its papers.
fn unregulated() -> String {
    DOSSIER.replace("direct-logical", "none")
}

fn hand_in(house: &mut House, (dossier, version): (&str, &str), risks: &str, minute: i64) {
    let local = Actor::local("root");
    let change = ChangeOrder { by: &local, with: WITH, at: at(minute) };
    let as_of = at(minute).to_zoned(TimeZone::UTC).date();
    let order = SubmitOrder { change, as_of, operator: OPERATOR, product: None };
    let list = format!(
        r#"{{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {{"component": {{"type": "application", "bom-ref": "app", "name": "Gateway"}}}},
        "components": [{{"type": "library", "bom-ref": "lp", "name": "left-pad", "version": "1.1.0",
          "purl": "pkg:npm/left-pad@1.1.0"}}, {{"type": "library", "bom-ref": "x", "name": "of-it", "version": "{version}",
          "purl": "pkg:npm/of-it@{version}"}}],
        "dependencies": [{{"ref": "app", "dependsOn": ["lp", "x"]}}]}}"#
    );
    let submission = Submission {
        dossier: Some(dossier.replace("version = \"1.0.0\"", &format!("version = \"{version}\"")).into()),
        sbom: Some(file("sbom.cdx.json", list)),
        files: vec![file(RISKS, risks), file("advisories/one.json", ADVISORY)],
        ..Submission::default()
    };
    submit_release(&order, &submission, &*sources(), StateOfTheLaw::embedded(), &mut house.store).unwrap();
}

/// 1.0.0 with its risks, then 2.0.0 with others under the same name.
fn two_releases(house: &mut House, dossier: &str) {
    hand_in(house, (dossier, "1.0.0"), OF_FIRST, 5);
    hand_in(house, (dossier, "2.0.0"), OF_SECOND, 6);
}

fn signer() -> SignerKey {
    SignerKey::new("proofmark-test".parse().unwrap(), SigningKey::from_seed(&[7; 32]))
}

fn make(store: &mut Store, release: &str, minute: i64) -> MadePapers {
    let local = Actor::local("root");
    let order = PapersOrder {
        change: ChangeOrder { by: &local, with: WITH, at: at(minute) },
        as_of: at(minute).to_zoned(TimeZone::UTC).date(),
        operator: OPERATOR,
        product: "gateway",
        release,
        random: [3; 16],
    };
    make_papers(&order, &*sources(), StateOfTheLaw::embedded(), store, &signer()).unwrap()
}

/// The risks a pack carries; `None`: none.
fn risks_in(made: &MadePapers) -> Option<String> {
    assert!(verify_pack(&made.archive, None).intact);
    let archive = Archive::parse(&made.archive).unwrap();
    archive.get(&format!("evidence/{RISKS}")).map(|bytes| String::from_utf8(bytes.to_vec()).unwrap())
}

/// Assessed anew, as each night.
fn assess_anew(house: &mut House, release: &str, minute: i64) -> Assessed {
    let local = Actor::local("root");
    let order = KeptOrder {
        change: ChangeOrder { by: &local, with: WITH, at: at(minute) },
        as_of: at(minute).to_zoned(TimeZone::UTC).date(),
        operator: OPERATOR,
        product: "gateway",
        release: Some(release),
    };
    assess_kept(&order, &*sources(), StateOfTheLaw::embedded(), &mut house.store).unwrap()
}

fn kept(store: &Store, kind: RecordKind, id: &str) -> Record {
    store.record(&RecordKey { operator: OPERATOR.into(), kind, id: id.into() }).unwrap().unwrap()
}

fn release(store: &Store, version: &str) -> ReleaseRecord {
    let record = kept(store, RecordKind::Release, &format!("gateway {version}"));
    serde_json::from_slice(&record.content).unwrap()
}

/// As a record was kept before it named the release's files; with these a later assessment took other ones.
fn as_before(house: &mut House, version: &str, files: Option<BTreeMap<String, Sha256>>) {
    let record = kept(&house.store, RecordKind::Release, &format!("gateway {version}"));
    let mut content: serde_json::Value = serde_json::from_slice(&record.content).unwrap();
    match files {
        Some(files) => content["files"] = serde_json::to_value(files).unwrap(),
        None => assert!(content.as_object_mut().unwrap().remove("files").is_some()),
    }
    house.overwrite(&record, serde_json::to_vec(&content).unwrap());
}

fn purge_all(house: &mut House, minute: i64) -> Vec<Sha256> {
    let local = Actor::local("root");
    let order = PurgeOrder {
        change: ChangeOrder { by: &local, with: WITH, at: at(minute) },
        operator: OPERATOR,
        product: None,
        state: StateOfTheLaw::embedded(),
        only_look: false,
    };
    purge(&order, &mut house.store).unwrap().purged.iter().map(|one| one.sha256).collect()
}

#[test]
fn papers_of_a_release_of_before_carry_its_own_files_byte_for_byte() {
    on_both("older_papers", |mut house| {
        two_releases(&mut house, DOSSIER);
        let told = release(&house.store, "1.0.0").files.unwrap();
        let named: Vec<&str> = told.keys().map(String::as_str).collect();
        assert_eq!(named, ["advisories/one.json", RISKS, "proofmark.toml", "sbom.cdx.json"]);
        assert_eq!(told[RISKS], Sha256::of(OF_FIRST.as_bytes()));
        // A later day: it is assessed anew, and once more.
        for minute in [2000, 4000] {
            assert_eq!(risks_in(&make(&mut house.store, "1.0.0", minute)).as_deref(), Some(OF_FIRST));
            assert_eq!(risks_in(&make(&mut house.store, "2.0.0", minute)).as_deref(), Some(OF_SECOND));
        }
        let assessed = assess_anew(&mut house, "1.0.0", 5000).assessment;
        assert_eq!(assessed.files[RISKS], Some(Sha256::of(OF_FIRST.as_bytes())));
        assert_eq!(assessed.notices, Vec::new());
        assert_eq!(release(&house.store, "1.0.0").files.unwrap(), told);
        let report = verify_ledger(&house.store, Some(signer().verifier_key()), at(5001)).unwrap();
        assert_eq!(report.faults, Vec::new());
    });
}

#[test]
fn a_declaration_of_a_release_of_before_stands_on_its_own_files() {
    on_both("older_declaration", |mut house| {
        two_releases(&mut house, DOSSIER);
        let local = Actor::local("root");
        house.welcome(&local, "vera", OPERATOR, &[Duty::Approver], 7);
        house.welcome(&local, "emil", OPERATOR, &[Duty::Engineer], 7);
        let [vera, emil] = ["vera", "emil"].map(|name| house.actor(name, 8));
        let signing = DeclarationSigning {
            name: "Maria Maker".into(),
            function: "Managing director".into(),
            place: "Graz".into(),
            legal_review: None,
        };
        // Issued twice: what is issued again stands on the same.
        for minute in [10, 20] {
            let random = house.random();
            let order = DeclarationOrder {
                operator: OPERATOR,
                product: "gateway",
                release: "1.0.0",
                signing: signing.clone(),
                because: "first release",
                random,
            };
            let law = StateOfTheLaw::embedded();
            let proposal =
                propose_declaration(&mut house.store, &errand(&emil, minute), order, &*sources(), law)
                    .unwrap();
            // Of another release, it moves nothing of this one.
            hand_in(&mut house, (DOSSIER, "2.0.0"), &format!("{OF_SECOND} {minute}"), minute + 1);
            let signature = SecondSignature::Approve;
            let errand = errand(&vera, minute + 2);
            decide_proposal(&mut house.store, &errand, OPERATOR, &proposal.id, signature).unwrap();
        }
        let record = kept(&house.store, RecordKind::Declaration, "gateway 1.0.0");
        let record: DeclarationRecord = serde_json::from_slice(&record.content).unwrap();
        assert_eq!(record.issued.len(), 2);
        for issued in &record.issued {
            let named: Vec<(&str, Option<Sha256>)> =
                issued.ground.named.iter().map(|(path, sha256)| (path.as_str(), *sha256)).collect();
            assert_eq!(named, [(RISKS, Some(Sha256::of(OF_FIRST.as_bytes())))]);
            assert!(issued.kept().any(|digest| digest == Sha256::of(OF_FIRST.as_bytes())));
        }
        assert_eq!(risks_in(&make(&mut house.store, "1.0.0", 30)).as_deref(), Some(OF_FIRST));
    });
}

#[test]
fn purging_takes_nothing_away_that_a_release_of_before_stands_on() {
    on_both("older_purged", |mut house| {
        hand_in(&mut house, (&unregulated(), "1.0.0"), "A draft.", 4);
        two_releases(&mut house, &unregulated());
        let gone = purge_all(&mut house, 7);
        assert!(gone.contains(&Sha256::of(b"A draft.")), "what nothing stands on goes: {gone:?}");
        assert!(!gone.contains(&Sha256::of(OF_FIRST.as_bytes())), "{gone:?}");
        assert_eq!(risks_in(&make(&mut house.store, "1.0.0", 8)).as_deref(), Some(OF_FIRST));
    });
    // Nor where its record was kept before it named them.
    on_both("older_purged_before", |mut house| {
        two_releases(&mut house, &unregulated());
        as_before(&mut house, "1.0.0", None);
        assert!(!purge_all(&mut house, 7).contains(&Sha256::of(OF_FIRST.as_bytes())));
        assert_eq!(risks_in(&make(&mut house.store, "1.0.0", 8)).as_deref(), Some(OF_FIRST));
    });
}

#[test]
fn of_a_record_of_before_the_assessments_of_then_tell_the_files() {
    on_both("older_told", |mut house| {
        hand_in(&mut house, (DOSSIER, "1.0.0"), "A draft.", 4);
        two_releases(&mut house, DOSSIER);
        // Each night the newest files had been taken for it.
        let newest = release(&house.store, "2.0.0").files.unwrap();
        as_before(&mut house, "1.0.0", Some(newest));
        let wrong = assess_anew(&mut house, "1.0.0", 7).assessment;
        assert_eq!(wrong.files[RISKS], Some(Sha256::of(OF_SECOND.as_bytes())));
        as_before(&mut house, "1.0.0", None);
        assert_eq!(risks_in(&make(&mut house.store, "1.0.0", 2000)).as_deref(), Some(OF_FIRST));
        let told = release(&house.store, "1.0.0").files.unwrap();
        assert_eq!(told[RISKS], Sha256::of(OF_FIRST.as_bytes()), "kept from now on");
    });
}

#[test]
fn a_file_of_then_that_is_gone_is_named_and_no_other_takes_its_place() {
    on_both("older_gone", |mut house| {
        two_releases(&mut house, DOSSIER);
        as_before(&mut house, "1.0.0", None);
        house.store.forget_document(OPERATOR, &Sha256::of(OF_FIRST.as_bytes())).unwrap();
        let made = make(&mut house.store, "1.0.0", 2000);
        assert_eq!(risks_in(&made), None, "another release's are none of its");
        let archive = Archive::parse(&made.archive).unwrap();
        let result = archive.get("results/assessment.json").unwrap();
        let result: serde_json::Value = serde_json::from_slice(result).unwrap();
        let notices = result["notices"].to_string();
        assert!(notices.contains("issuing-file-of-then-gone") && notices.contains(RISKS), "{notices}");
        // Its digest is not forgotten: were it handed in again, it would be found.
        let told = release(&house.store, "1.0.0").files.unwrap();
        assert_eq!(told[RISKS], Sha256::of(OF_FIRST.as_bytes()));
        hand_in(&mut house, (DOSSIER, "2.0.0"), OF_FIRST, 2001);
        hand_in(&mut house, (DOSSIER, "2.0.0"), OF_SECOND, 2002);
        assert_eq!(risks_in(&make(&mut house.store, "1.0.0", 4000)).as_deref(), Some(OF_FIRST));
    });
    // Nor where nothing of then tells of it.
    on_both("older_untold", |mut house| {
        two_releases(&mut house, DOSSIER);
        let mut told = release(&house.store, "1.0.0").files.unwrap();
        told.remove(RISKS);
        as_before(&mut house, "1.0.0", Some(told));
        let assessed = assess_anew(&mut house, "1.0.0", 7).assessment;
        assert_eq!(assessed.files[RISKS], None);
        let ids: Vec<&str> = assessed.notices.iter().map(|notice| notice.says.id()).collect();
        assert_eq!(ids, ["issuing-file-not-of-then"]);
    });
}

#[test]
fn an_advisory_that_came_since_counts_for_a_release_of_before_too() {
    on_both("older_advisories", |mut house| {
        two_releases(&mut house, DOSSIER);
        assert!(assess_anew(&mut house, "1.0.0", 7).assessment.findings.is_empty());
        let newest = ADVISORY.replace("1.0.0\"}", "2.0.0\"}");
        let local = Actor::local("root");
        let change = ChangeOrder { by: &local, with: WITH, at: at(8) };
        let as_of = at(8).to_zoned(TimeZone::UTC).date();
        let order = SubmitOrder { change, as_of, operator: OPERATOR, product: Some("gateway") };
        let handed = Submission { files: vec![file("advisories/one.json", newest)], ..Submission::default() };
        submit_release(&order, &handed, &*sources(), StateOfTheLaw::embedded(), &mut house.store).unwrap();
        assert_eq!(assess_anew(&mut house, "1.0.0", 9).assessment.findings.len(), 1);
        // What is the product's no longer is read as it was.
        let bare = DOSSIER.replace("advisories = [\"advisories\"]", "").replace("1.0.0\"", "3.0.0\"");
        let handed = Submission {
            dossier: Some(bare.into_bytes()),
            files: vec![file("sbom.cdx.json", "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\"}")],
            complete: true,
            ..Submission::default()
        };
        let order = SubmitOrder { product: None, ..order };
        submit_release(&order, &handed, &*sources(), StateOfTheLaw::embedded(), &mut house.store).unwrap();
        assert_eq!(assess_anew(&mut house, "1.0.0", 10).assessment.findings.len(), 1);
        assert_eq!(risks_in(&make(&mut house.store, "1.0.0", 11)).as_deref(), Some(OF_FIRST));
    });
}

/// An export in memory.
#[derive(Default)]
struct Shelf {
    files: BTreeMap<String, Vec<u8>>,
    open: String,
}

impl Outlet for Shelf {
    fn begin(&mut self, path: &str) -> Result<(), ActionError> {
        path.clone_into(&mut self.open);
        self.files.insert(path.to_owned(), Vec::new());
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), ActionError> {
        self.files.get_mut(&self.open).unwrap().extend_from_slice(bytes);
        Ok(())
    }

    fn end(&mut self) -> Result<(), ActionError> {
        Ok(())
    }
}

impl Inlet for Shelf {
    fn read(&self, path: &str, _: usize) -> Result<Option<Vec<u8>>, ActionError> {
        Ok(self.files.get(path).cloned())
    }

    fn lines(
        &self,
        path: &str,
        _: usize,
        see: &mut dyn FnMut(&[u8]) -> Result<(), ActionError>,
    ) -> Result<bool, ActionError> {
        let Some(bytes) = self.files.get(path) else { return Ok(false) };
        bytes.split_inclusive(|byte| *byte == b'\n').try_for_each(see)?;
        Ok(true)
    }
}

#[test]
fn what_a_release_stands_on_moves_with_the_record() {
    on_both("older_moved", |mut house| {
        two_releases(&mut house, DOSSIER);
        let mut shelf = Shelf::default();
        let local = Actor::local("root");
        let order = ExportOrder { by: &local, with: WITH, at: at(7), key: None };
        export_record(&order, &mut house.store, &mut shelf).unwrap();
        let directory = tempfile::tempdir().unwrap();
        let mut elsewhere = Store::connect(&Place::of_home(directory.path())).unwrap();
        import_record(&local, &shelf, None, &mut elsewhere).unwrap();
        assert_eq!(release(&elsewhere, "1.0.0"), release(&house.store, "1.0.0"));
        assert_eq!(risks_in(&make(&mut elsewhere, "1.0.0", 2000)).as_deref(), Some(OF_FIRST));
    });
}
