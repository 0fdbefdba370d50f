//! Issuing a declaration of conformity: two people, one revision, a record nobody changes.

use proofmark_access::{Act, DeclarationSigning, ProposalState};
use proofmark_actions::people::{
    DeclarationOrder, ProposeOrder, SecondSignature, decide_afresh, decide_proposal, do_alone, do_or_propose,
    look_at_proposal, propose, propose_declaration,
};
use proofmark_actions::{
    ActionError, Archive, ChangeOrder, DeclarationStanding, DeclarationStands, HandedFile, MadePapers,
    OpenKeptSources, PapersOrder, PurgeOrder, Submission, SubmitOrder, declaration_standing,
    issued_declaration, kept_advisories, make_papers, pack_age, proposed_declaration, purge, submit_release,
    verify_ledger, verify_pack,
};
use proofmark_facts::{
    Actor, DeclarationRecord, Duty, Keeping as _, Problem, ProductRecord, RecordKey, RecordKind,
    ReleaseRecord, Sha256,
};
use proofmark_law::StateOfTheLaw;
use proofmark_trust::{SignerKey, SigningKey};

use crate::house::{House, OPERATOR, WITH, at, code, errand};

const DOSSIER: &str = include_str!("issuing.toml");
const SBOM: &str = r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
    "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "Gateway"}},
    "components": [{"type": "library", "bom-ref": "lp", "name": "left-pad", "version": "1.1.0",
      "purl": "pkg:npm/left-pad@1.1.0"}], "dependencies": [{"ref": "app", "dependsOn": ["lp"]}]}"#;
const GATEWAY: (&str, &str) = (OPERATOR, "gateway");

fn sources() -> Box<OpenKeptSources<'static>> {
    Box::new(|advisories, files| Ok(kept_advisories(advisories, files)?.into_iter().collect()))
}

/// A published vulnerability of the component, fixed before the version that is used; or only after.
fn advisory(fixed: &str, changed: u32) -> String {
    format!(
        r#"{{"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc", "modified": "2026-01-0{changed}T00:00:00Z",
        "affected": [{{"package": {{"ecosystem": "npm", "name": "left-pad"}},
        "ranges": [{{"type": "SEMVER", "events": [{{"introduced": "0"}}, {{"fixed": "{fixed}"}}]}}]}}]}}"#
    )
}

fn hand_in(house: &mut House, dossier: &str, advisory: &str, minute: i64) {
    let local = Actor::local("root");
    let change = ChangeOrder { by: &local, with: WITH, at: at(minute) };
    let day = at(minute).to_zoned(jiff::tz::TimeZone::UTC).date();
    let order = SubmitOrder { change, as_of: day, operator: OPERATOR, product: None };
    let file = |path: &str, text: &str| HandedFile { path: path.into(), bytes: text.as_bytes().to_vec() };
    let submission = Submission {
        dossier: Some(dossier.as_bytes().to_vec()),
        sbom: Some(file("sbom.cdx.json", SBOM)),
        files: vec![file("documents/risks.md", "Risks."), file("advisories/one.json", advisory)],
        ..Submission::default()
    };
    submit_release(&order, &submission, &*sources(), StateOfTheLaw::embedded(), &mut house.store).unwrap();
}

/// Emil is an engineer, Vera and Otto approve; the release's declaration could be issued.
fn house() -> (House, Actor, [Actor; 2]) {
    let mut house = House::with_anna();
    let local = Actor::local("root");
    for (name, duty) in [("vera", Duty::Approver), ("otto", Duty::Approver), ("emil", Duty::Engineer)] {
        house.welcome(&local, name, OPERATOR, &[duty], 2);
    }
    hand_in(&mut house, DOSSIER, &advisory("1.0.0", 1), 5);
    let [vera, otto, emil] = ["vera", "otto", "emil"].map(|name| house.actor(name, 6));
    (house, emil, [vera, otto])
}

fn signing() -> DeclarationSigning {
    DeclarationSigning {
        name: "Maria Maker".into(),
        function: "Managing director".into(),
        place: "Graz".into(),
        legal_review: None,
    }
}

fn try_to_propose(
    house: &mut House,
    by: &Actor,
    signing: DeclarationSigning,
    minute: i64,
) -> Result<String, ActionError> {
    let random = house.random();
    let because = "first release";
    let order = DeclarationOrder {
        operator: OPERATOR,
        product: "gateway",
        release: "1.0.0",
        signing,
        because,
        random,
    };
    let errand = errand(by, minute);
    propose_declaration(&mut house.store, &errand, order, &*sources(), StateOfTheLaw::embedded())
        .map(|proposal| proposal.id)
}

fn proposed(house: &mut House, by: &Actor, minute: i64) -> String {
    try_to_propose(house, by, signing(), minute).unwrap()
}

fn approve(house: &mut House, by: &Actor, id: &str, minute: i64) -> Result<(), ActionError> {
    let signature = SecondSignature::Approve;
    decide_proposal(&mut house.store, &errand(by, minute), OPERATOR, id, signature).map(drop)
}

fn standing(house: &House, by: &Actor, minute: i64) -> DeclarationStanding {
    let order = ChangeOrder { by, with: WITH, at: at(minute) };
    declaration_standing(&order, GATEWAY, "1.0.0", &house.store).unwrap()
}

fn record(house: &House) -> Option<DeclarationRecord> {
    let key =
        RecordKey { operator: OPERATOR.into(), kind: RecordKind::Declaration, id: "gateway 1.0.0".into() };
    let record = house.store.record(&key).unwrap()?;
    Some(serde_json::from_slice(&record.content).unwrap())
}

fn problems<T: std::fmt::Debug>(ended: Result<T, ActionError>) -> Vec<Problem> {
    match ended.unwrap_err() {
        ActionError::Refused(problems) => problems,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_declaration_is_issued_when_a_second_person_approves_in_one_line() {
    let (mut house, emil, [vera, _]) = house();
    assert_eq!(standing(&house, &emil, 9).stands, DeclarationStands::Draft);
    let (id, line) = house.one_line(|house| proposed(house, &emil, 10));
    assert_eq!((line.action.as_str(), line.outcome.as_deref()), ("propose", Some("issue-declaration")));
    assert_eq!(record(&house), None, "nothing is issued yet");
    let waits = standing(&house, &vera, 11);
    assert_eq!((waits.stands, waits.waiting.len()), (DeclarationStands::Waits, 1));
    assert_eq!(waits.waiting[0].signing, signing());
    // What is signed can be read before, and says that it was not issued.
    let order = ChangeOrder { by: &vera, with: WITH, at: at(11) };
    let name = "eu-declaration-of-conformity.html";
    let seen = proposed_declaration(&order, GATEWAY, "1.0.0", (&id, name), &house.store).unwrap();
    let seen = String::from_utf8(seen.bytes).unwrap();
    assert!(seen.contains("Not issued: waits for a second person") && seen.contains("Maria Maker"), "{seen}");

    let ((), line) = house.one_line(|house| approve(house, &vera, &id, 12).unwrap());
    assert!(line.subject.starts_with("maker-gmbh/gateway"), "about the product: {}", line.subject);
    assert_eq!(line.action, "approve");
    let roles: Vec<&str> = line.documents.iter().map(|document| document.role.as_str()).collect();
    assert_eq!(roles, ["declaration"; 3]);
    let kinds: Vec<&str> = line.records.iter().map(|record| record.kind.as_str()).collect();
    assert_eq!(kinds, ["declaration", "product", "release", "proposal"], "one change");
    let kept = record(&house).unwrap();
    let issued = kept.in_force().unwrap();
    assert_eq!(
        (issued.revision, issued.proposed_by.as_str(), issued.approved_by.as_str()),
        (1, "emil", "vera")
    );
    assert_eq!((issued.issued_at, issued.proposal.as_str()), (at(12), id.as_str()));
    let order = ChangeOrder { by: &emil, with: WITH, at: at(13) };
    for document in &issued.documents {
        let form = issued_declaration(&order, GATEWAY, "1.0.0", (1, &document.name), &house.store).unwrap();
        assert_eq!((Sha256::of(&form.bytes), form.bytes.len() as u64), (document.sha256, document.size));
    }
    let html = issued_declaration(&order, GATEWAY, "1.0.0", (1, name), &house.store).unwrap().bytes;
    let html = String::from_utf8(html).unwrap();
    for says in ["Issued on 2027-01-15, revision 1", "Graz", "Managing director", "Werkstrasse 1"] {
        assert!(html.contains(says), "{says}: {html}");
    }
    assert!(!html.contains("Not issued"), "{html}");
    let stands = standing(&house, &emil, 14);
    assert_eq!(stands.stands, DeclarationStands::Issued);
    assert_eq!((stands.waiting, stands.moved, stands.differs_in), (vec![], vec![], vec![]));
    assert_eq!(verify_ledger(&house.store, None, at(20)).unwrap().faults, Vec::new());
}

#[test]
fn nobody_issues_alone_nor_approves_their_own() {
    let (mut house, emil, [vera, _]) = house();
    let id = proposed(&mut house, &emil, 10);
    assert_eq!(code(house.no_line(|house| approve(house, &emil, &id, 11))), "access-may-not");
    // Vera, who may approve, proposes nothing; whoever may both signs only what others proposed.
    assert_eq!(code(house.no_line(|house| try_to_propose(house, &vera, signing(), 11))), "access-may-not");
    let local = Actor::local("root");
    house.welcome(&local, "wera", OPERATOR, &[Duty::Approver, Duty::Engineer], 12);
    let wera = house.actor("wera", 13);
    let own = proposed(&mut house, &wera, 14);
    assert_eq!(code(house.no_line(|house| approve(house, &wera, &own, 15))), "access-proposal-own");
    let seen = look_at_proposal(&house.store, &errand(&wera, 15), OPERATOR, &own).unwrap();
    assert!(seen.own && !seen.refused_by.is_empty());
    house.same_person("wera", "vera", 16);
    assert_eq!(code(house.no_line(|house| approve(house, &vera, &own, 17))), "access-proposal-own");
    let act =
        Act::IssueDeclaration { product: "gateway".into(), release: "1.0.0".into(), signing: signing() };
    for by in [&local, &wera, &emil] {
        let ended = house.no_line(|house| do_alone(&mut house.store, &errand(by, 18), OPERATOR, &act));
        assert!(["access-needs-second", "access-may-not"].contains(&code(ended)));
    }
    // Whoever is alone waits for somebody: there is no way to issue without a second one.
    let mut alone = House::with_anna();
    hand_in(&mut alone, DOSSIER, &advisory("1.0.0", 1), 5);
    let anna = alone.actor("anna", 6);
    let order = ProposeOrder { operator: OPERATOR, act, because: "x", rests_on: &[], random: [9; 16] };
    let ended = alone.no_line(|house| do_or_propose(&mut house.store, &errand(&anna, 7), order));
    assert_eq!(code(ended), "access-needs-second");
    let waits = proposed(&mut alone, &anna, 8);
    assert_eq!(code(alone.no_line(|house| approve(house, &anna, &waits, 9))), "access-may-not");
}

#[test]
fn an_approval_holds_for_what_was_seen_and_says_what_moved() {
    let (mut house, emil, [vera, _]) = house();
    let moves: [(&str, &str, &str, &str); 2] = [
        ("issuing-moved-dossier", "readings of meters", "readings of heat meters", "1.0.0"),
        ("issuing-moved-dossier", "Werkstrasse 1", "Werkstrasse 2", "1.0.0"),
    ];
    let mut minute = 10;
    for (says, was, is, fixed) in moves {
        hand_in(&mut house, DOSSIER, &advisory("1.0.0", 1), minute);
        let id = proposed(&mut house, &emil, minute + 1);
        hand_in(&mut house, &DOSSIER.replace(was, is), &advisory(fixed, 1), minute + 2);
        assert_eq!(code(house.no_line(|house| approve(house, &vera, &id, minute + 3))), says);
        let seen = look_at_proposal(&house.store, &errand(&vera, minute + 3), OPERATOR, &id).unwrap();
        assert_eq!(seen.refused_by[0].id(), says);
        // Back as it was, it is what was seen.
        hand_in(&mut house, DOSSIER, &advisory("1.0.0", 1), minute + 4);
        approve(&mut house, &vera, &id, minute + 5).unwrap();
        minute += 10;
    }
    assert_eq!(record(&house).unwrap().issued.len(), 2, "each is another revision");
}

#[test]
fn what_is_known_of_vulnerabilities_may_move_unless_it_closes_the_gate() {
    let (mut house, emil, [vera, _]) = house();
    let id = proposed(&mut house, &emil, 10);
    // The advisory was revised: the release is assessed anew, and what is declared is the same.
    hand_in(&mut house, DOSSIER, &advisory("1.0.0", 2), 11);
    let shown = look_at_proposal(&house.store, &errand(&vera, 12), OPERATOR, &id).unwrap();
    assert_eq!(shown.refused_by, Vec::new());
    // It is told that the version in use is affected: the gate closes.
    hand_in(&mut house, DOSSIER, &advisory("2.0.0", 3), 13);
    assert_eq!(code(house.no_line(|house| approve(house, &vera, &id, 14))), "papers-obstacle-gate");
    let ended = try_to_propose(&mut house, &emil, signing(), 15);
    assert_eq!(code(ended), "papers-obstacle-gate");
    hand_in(&mut house, DOSSIER, &advisory("1.0.0", 4), 16);
    // What the last assessment did not know yet, a fresh look does.
    let none: Box<OpenKeptSources<'static>> = Box::new(|_, _| Ok(Vec::new()));
    let (law, signature) = (StateOfTheLaw::embedded(), SecondSignature::Approve);
    let fresh = house.no_line(|house| {
        decide_afresh(&mut house.store, &errand(&vera, 17), (OPERATOR, &id), signature, &*none, law)
    });
    assert_eq!(code(fresh), "papers-obstacle-gate");
    let done =
        decide_afresh(&mut house.store, &errand(&vera, 18), (OPERATOR, &id), signature, &*sources(), law);
    assert!(matches!(done.unwrap().state, ProposalState::Done { .. }));
}

#[test]
fn of_two_that_wait_one_is_issued_and_the_other_lapses() {
    let (mut house, emil, [vera, otto]) = house();
    let first = proposed(&mut house, &emil, 10);
    let second = proposed(&mut house, &emil, 11);
    approve(&mut house, &vera, &second, 12).unwrap();
    assert_eq!(code(house.no_line(|house| approve(house, &otto, &first, 13))), "desk-proposal-lapsed");
    assert_eq!(code(house.no_line(|house| approve(house, &otto, &second, 14))), "access-proposal-closed");
    assert_eq!(record(&house).unwrap().issued.len(), 1);
    let again = proposed(&mut house, &emil, 15);
    approve(&mut house, &otto, &again, 16).unwrap();
    let kept = record(&house).unwrap();
    let revisions: Vec<(usize, &str)> =
        kept.issued.iter().map(|one| (one.revision, one.approved_by.as_str())).collect();
    assert_eq!(revisions, [(1, "vera"), (2, "otto")]);
}

#[test]
fn everything_that_is_missing_is_named_at_once_with_the_point_that_asks_for_it() {
    let (mut house, emil, _) = house();
    let bare = DOSSIER
        .replace("postal_address = \"Werkstrasse 1, 8010 Graz, Austria\"\n", "")
        .replace("type_designation = \"Gateway 7\"\n", "")
        .replace("ce_marking_on = \"The page https://maker.example/ce\"\n", "")
        .replace("procedure = \"A\"\ncompleted_on = 2027-01-10\n", "");
    hand_in(&mut house, &bare, &advisory("2.0.0", 1), 10);
    let found = house.no_line(|house| {
        // The release was assessed when it was handed in: proposing assesses nothing anew.
        problems(try_to_propose(house, &emil, signing(), 10))
    });
    let named: Vec<(String, &str)> = found
        .iter()
        .map(|problem| (problem.place.path.clone().unwrap_or_default(), problem.says.id()))
        .collect();
    let lacks = |path: &str| (path.to_owned(), "issuing-lacks");
    for expected in [
        lacks("product.type_designation"),
        lacks("operator.postal_address"),
        lacks("conformity.procedure"),
        lacks("conformity.ce_marking_on"),
        (String::new(), "papers-obstacle-no-procedure"),
        (String::new(), "papers-obstacle-not-completed"),
        (String::new(), "papers-obstacle-gate"),
    ] {
        assert!(named.contains(&expected), "{expected:?}: {named:?}");
    }
    assert_eq!(named.len(), 7, "{named:?}");
    assert!(found[1].says.to_string().contains("Annex V, point 2"), "{}", found[1].says);
    let nobody = DeclarationSigning { name: " ".into(), place: "Graz\nWien".into(), ..signing() };
    let found = problems(house.no_line(|house| try_to_propose(house, &emil, nobody, 11)));
    let at: Vec<&str> =
        found.iter().map(|problem| problem.place.path.as_deref().unwrap_or_default()).collect();
    assert_eq!(at, ["name", "place"]);
}

#[test]
fn an_issued_declaration_stays_as_it_is_and_says_what_the_dossier_now_says_otherwise() {
    let (mut house, emil, [vera, _]) = house();
    let id = proposed(&mut house, &emil, 10);
    approve(&mut house, &vera, &id, 11).unwrap();
    let issued = record(&house).unwrap();
    // What the declaration does not say may change: it still agrees, and what moved is told.
    hand_in(&mut house, &DOSSIER.replace("readings of meters", "readings"), &advisory("1.0.0", 1), 12);
    let stands = standing(&house, &emil, 13);
    assert_eq!((stands.stands, stands.differs_in.len()), (DeclarationStands::Issued, 0));
    assert_eq!(
        stands.moved.iter().map(proofmark_text::Text::id).collect::<Vec<_>>(),
        ["issuing-moved-dossier"]
    );
    hand_in(&mut house, &DOSSIER.replace("Werkstrasse 1", "Werkstrasse 2"), &advisory("1.0.0", 1), 14);
    let stands = standing(&house, &emil, 15);
    assert_eq!(stands.stands, DeclarationStands::NoLongerAgrees);
    assert_eq!(stands.differs_in, ["2 Manufacturer"]);
    assert_eq!(record(&house).unwrap(), issued, "never changed");
    // Issued anew, it is another revision, and the first one can still be had.
    let again = proposed(&mut house, &emil, 16);
    approve(&mut house, &vera, &again, 17).unwrap();
    let stands = standing(&house, &emil, 18);
    assert_eq!((stands.stands, stands.issued.len()), (DeclarationStands::Issued, 2));
    let order = ChangeOrder { by: &emil, with: WITH, at: at(18) };
    for (revision, street) in [(1, "Werkstrasse 1"), (2, "Werkstrasse 2")] {
        let name = "eu-declaration-of-conformity.html";
        let form = issued_declaration(&order, GATEWAY, "1.0.0", (revision, name), &house.store).unwrap();
        assert!(String::from_utf8(form.bytes).unwrap().contains(street), "{revision}");
    }
    assert_eq!(code(issued_declaration(&order, GATEWAY, "1.0.0", (3, "x"), &house.store)), "issuing-no-such");
}

#[test]
fn a_proposal_that_rests_on_no_declaration_issues_none() {
    let (mut house, emil, [vera, _]) = house();
    let id = proposed(&mut house, &emil, 10);
    let key = RecordKey { operator: OPERATOR.into(), kind: RecordKind::Proposal, id: id.clone() };
    let kept = house.store.record(&key).unwrap().unwrap();
    let mut proposal: serde_json::Value = serde_json::from_slice(&kept.content).unwrap();
    proposal["rests_on"] = serde_json::json!([]);
    house.overwrite(&kept, serde_json::to_vec(&proposal).unwrap());
    assert_eq!(code(approve(&mut house, &vera, &id, 11)), "issuing-moved-words");
    assert_eq!(record(&house), None);
    // By the plain way a proposal is bound as well.
    let act =
        Act::IssueDeclaration { product: "gateway".into(), release: "1.0.0".into(), signing: signing() };
    let order = ProposeOrder { operator: OPERATOR, act, because: "x", rests_on: &[], random: [7; 16] };
    let plain = propose(&mut house.store, &errand(&emil, 12), order).unwrap();
    assert!(plain.rests_on.iter().any(|ground| ground.declaration.is_some()));
}

fn signer() -> SignerKey {
    SignerKey::new("proofmark-test".parse().unwrap(), SigningKey::from_seed(&[7; 32]))
}

fn make(house: &mut House, minute: i64) -> MadePapers {
    let local = Actor::local("root");
    let order = PapersOrder {
        change: ChangeOrder { by: &local, with: WITH, at: at(minute) },
        as_of: at(minute).to_zoned(jiff::tz::TimeZone::UTC).date(),
        operator: OPERATOR,
        product: "gateway",
        release: "1.0.0",
        random: [3; 16],
    };
    make_papers(&order, &*sources(), StateOfTheLaw::embedded(), &mut house.store, &signer()).unwrap()
}

#[test]
fn papers_carry_what_was_issued_and_say_when_the_dossier_says_otherwise() {
    let (mut house, emil, [vera, _]) = house();
    let path = "papers/eu-declaration-of-conformity.html";
    let shown = |made: &MadePapers| {
        let file = made.pack.files.iter().find(|file| file.path == path).unwrap();
        let bytes = Archive::parse(&made.archive).unwrap().get(path).unwrap().to_vec();
        assert_eq!(Sha256::of(&bytes).to_string(), file.sha256);
        (file.shows.clone(), bytes)
    };
    let before = make(&mut house, 9);
    let draft = String::from_utf8(shown(&before).1).unwrap();
    assert!(draft.contains("Draft: complete, not issued"), "{draft}");
    let id = proposed(&mut house, &emil, 10);
    approve(&mut house, &vera, &id, 11).unwrap();
    let issued = record(&house).unwrap().issued[0].clone();
    let digest =
        issued.documents.iter().find(|one| one.name == "eu-declaration-of-conformity.html").unwrap().sha256;
    let after = make(&mut house, 12);
    assert_eq!(Sha256::of(&shown(&after).1), digest, "as it was issued");
    assert!(shown(&after).0.contains("issued on 2027-01-15, revision 1"), "{}", shown(&after).0);
    assert_eq!(before.pack.files.len(), after.pack.files.len(), "in the place of the draft");
    let report = verify_pack(&after.archive, None);
    assert!(report.intact, "{:?}", report.faults);
    let archive = Archive::parse(&after.archive).unwrap();
    let approval = archive.files().iter().any(|file| {
        file.path.starts_with("ledger/lines/")
            && file.bytes.windows(17).any(|part| part == b"issue-declaration")
    });
    assert!(approval, "the pack proves that it was issued");
    let age = |house: &House, pack| {
        let kept = |kind, id: &str| {
            let key = RecordKey { operator: OPERATOR.into(), kind, id: id.into() };
            house.store.record(&key).unwrap().unwrap().content
        };
        let product: ProductRecord = serde_json::from_slice(&kept(RecordKind::Product, "gateway")).unwrap();
        let release: ReleaseRecord =
            serde_json::from_slice(&kept(RecordKind::Release, "gateway 1.0.0")).unwrap();
        let order = ChangeOrder { by: &emil, with: WITH, at: at(13) };
        pack_age(&order, OPERATOR, (&product, &release), pack, &house.store).unwrap().issued_since
    };
    assert!(age(&house, &before.pack) && !age(&house, &after.pack));

    hand_in(&mut house, &DOSSIER.replace("Werkstrasse 1", "Werkstrasse 2"), &advisory("1.0.0", 1), 14);
    let overtaken = make(&mut house, 15);
    let (shows, bytes) = shown(&overtaken);
    assert_eq!(Sha256::of(&bytes), digest, "never silently changed");
    assert!(shows.contains("no longer agrees with the dossier"), "{shows}");
    assert_eq!(
        verify_ledger(&house.store, Some(signer().verifier_key()), at(20)).unwrap().faults,
        Vec::new()
    );
}

#[test]
fn what_an_issued_declaration_stands_on_is_never_purged() {
    let (mut house, emil, [vera, _]) = house();
    let id = proposed(&mut house, &emil, 10);
    approve(&mut house, &vera, &id, 11).unwrap();
    let issued = record(&house).unwrap().issued[0].clone();
    let between = DOSSIER.replace("Werkstrasse 1", "Werkstrasse 2");
    hand_in(&mut house, &between, &advisory("1.0.0", 1), 12);
    let local = Actor::local("root");
    let order = |minute: i64| PurgeOrder {
        change: ChangeOrder { by: &local, with: WITH, at: at(minute) },
        operator: OPERATOR,
        product: None,
        state: StateOfTheLaw::embedded(),
        only_look: false,
    };
    // Until when the law keeps the revisions cannot be said (Article 13(13)): none goes.
    assert_eq!(purge(&order(13), &mut house.store).unwrap().purged, Vec::new());
    // The Regulation does not apply to what connects to nothing, so the law keeps none.
    hand_in(&mut house, &DOSSIER.replace("direct-logical", "none"), &advisory("1.0.0", 1), 14);
    let report = purge(&order(15), &mut house.store).unwrap();
    let gone: Vec<Sha256> = report.purged.iter().map(|one| one.sha256).collect();
    assert!(gone.contains(&Sha256::of(between.as_bytes())), "what nothing stands on goes: {report:#?}");
    for kept in issued.kept() {
        assert!(!gone.contains(&kept) && house.store.document_of(OPERATOR, &kept).unwrap().is_some());
    }
    assert_eq!(issued.ground.dossier, Sha256::of(DOSSIER.as_bytes()));
}
