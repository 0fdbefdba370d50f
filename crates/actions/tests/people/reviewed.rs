//! The outcome of a legal review counts for what was reviewed: the question, the facts behind it, the state of the law.

use jiff::tz::TimeZone;
use proofmark_access::DeclarationSigning;
use proofmark_actions::people::{
    DeclarationOrder, SecondSignature, decide_proposal, look_at_proposal, propose_declaration,
};
use proofmark_actions::{
    ActionError, ChangeOrder, DeclarationStanding, HandedFile, OpenKeptSources, SignStateOrder, Submission,
    SubmitOrder, UseStateOrder, declaration_standing, kept_advisories, sign_state, state_in_use,
    submit_release, use_state,
};
use proofmark_facts::{Actor, Duty, Keeping as _, RecordKey, RecordKind};
use proofmark_law::StateOfTheLaw;
use proofmark_text::Text;
use proofmark_trust::{SignerKey, SigningKey};

use crate::house::{House, OPERATOR, WITH, at, code, errand};

const BUILT_IN: &str = include_str!("../../../law/data/states/2026-11-21.toml");
const DOSSIER: &str = include_str!("issuing.toml");
const STANDARD: &str = r#"
[[conformity.standards]]
reference = "ETSI EN 304 618"
applied = "in-full"
covers_core_functionality = true
restrictions = "Passwords cannot be left out."
"#;
const REVIEW: &str = "Dr. Recht: the restrictions do not bite.";

/// A state of this day that cites the standard for password managers.
fn citing(as_of: &str) -> String {
    let reference = "reference = \"ETSI EN 304 618\"\n";
    BUILT_IN
        .replace(reference, &format!("{reference}cited_on = \"2027-01-01\"\n"))
        .replace("as_of = \"2026-11-21\"", &format!("as_of = \"{as_of}\""))
        .replace("evidence_newest = \"2026-10-07\"", &format!("evidence_newest = \"{as_of}\""))
}

fn take_into_use(house: &mut House, state: &str, minute: i64) {
    let signer = SignerKey::new("proofmark-test".parse().unwrap(), SigningKey::from_seed(&[7; 32]));
    let (by, with, at) = ("root", WITH, at(minute));
    let signed =
        sign_state(&SignStateOrder { by, with, at }, state.as_bytes(), &mut house.store, &signer).unwrap();
    let (signed, key) = (Some(signed.as_bytes()), Some(signer.verifier_key()));
    let order = UseStateOrder { by, with, at, signed, key, older: false };
    use_state(&order, &mut house.store, &signer).unwrap();
}

fn in_use(house: &House) -> StateOfTheLaw {
    state_in_use(&house.store).unwrap().state
}

fn sources() -> Box<OpenKeptSources<'static>> {
    Box::new(|advisories, files| Ok(kept_advisories(advisories, files)?.into_iter().collect()))
}

/// A password manager that assesses itself by a standard cited with restrictions.
fn hand_in(house: &mut House, restrictions: &str, minute: i64) {
    let local = Actor::local("root");
    let change = ChangeOrder { by: &local, with: WITH, at: at(minute) };
    let as_of = at(minute).to_zoned(TimeZone::UTC).date();
    let order = SubmitOrder { change, as_of, operator: OPERATOR, product: None };
    let dossier =
        DOSSIER.replace("is = \"Showing readings.\"", "is = \"Keeping passwords.\"\ncategory = \"III.I.3\"");
    let dossier = format!("{dossier}{}", STANDARD.replace("Passwords cannot be left out.", restrictions));
    let list = r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "Gateway"}},
        "components": [{"type": "library", "bom-ref": "lp", "name": "left-pad", "version": "1.1.0",
          "purl": "pkg:npm/left-pad@1.1.0"}], "dependencies": [{"ref": "app", "dependsOn": ["lp"]}]}"#;
    let advisory = r#"{"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc",
        "modified": "2026-01-01T00:00:00Z", "affected": [{"package": {"ecosystem": "npm", "name": "left-pad"},
        "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.0.0"}]}]}]}"#;
    let file = |path: &str, bytes: &str| HandedFile { path: path.into(), bytes: bytes.into() };
    let submission = Submission {
        dossier: Some(dossier.into_bytes()),
        sbom: Some(file("sbom.cdx.json", list)),
        files: vec![file("documents/risks.md", "Risks."), file("advisories/one.json", advisory)],
        ..Submission::default()
    };
    let law = in_use(house);
    submit_release(&order, &submission, &*sources(), &law, &mut house.store).unwrap();
}

fn propose(house: &mut House, by: &Actor, review: Option<&str>, minute: i64) -> Result<String, ActionError> {
    let signing = DeclarationSigning {
        name: "Maria Maker".into(),
        function: "Managing director".into(),
        place: "Graz".into(),
        legal_review: review.map(str::to_owned),
    };
    let random = house.random();
    let (operator, product, release, because) = (OPERATOR, "gateway", "1.0.0", "first release");
    let order = DeclarationOrder { operator, product, release, signing, because, random };
    let law = in_use(house);
    propose_declaration(&mut house.store, &errand(by, minute), order, &*sources(), &law)
        .map(|proposal| proposal.id)
}

fn approve(house: &mut House, by: &Actor, id: &str, minute: i64) -> Result<(), ActionError> {
    let signature = SecondSignature::Approve;
    decide_proposal(&mut house.store, &errand(by, minute), OPERATOR, id, signature).map(drop)
}

fn standing(house: &House, by: &Actor, minute: i64) -> DeclarationStanding {
    let order = ChangeOrder { by, with: WITH, at: at(minute) };
    declaration_standing(&order, (OPERATOR, "gateway"), "1.0.0", &house.store).unwrap()
}

fn ids(says: &[Text]) -> Vec<&str> {
    says.iter().map(Text::id).collect()
}

/// Emil proposes, Vera approves; the state of the law in use cites the standard.
fn house() -> (House, Actor, Actor) {
    let mut house = House::with_anna();
    let local = Actor::local("root");
    take_into_use(&mut house, &citing("2027-01-10"), 1);
    for (name, duty) in [("vera", Duty::Approver), ("emil", Duty::Engineer)] {
        house.welcome(&local, name, OPERATOR, &[duty], 2);
    }
    hand_in(&mut house, "Passwords cannot be left out.", 5);
    let [vera, emil] = ["vera", "emil"].map(|name| house.actor(name, 6));
    (house, emil, vera)
}

#[test]
fn a_review_counts_for_the_state_of_the_law_it_was_of() {
    let (mut house, emil, vera) = house();
    assert_eq!(code(house.no_line(|house| propose(house, &emil, None, 5))), "issuing-legal-review");
    let id = propose(&mut house, &emil, Some(REVIEW), 10).unwrap();
    // Nothing of the declaration moves, nor of the dossier: only the law it was reviewed under.
    take_into_use(&mut house, &citing("2027-01-12"), 11);
    assert_eq!(code(house.no_line(|house| approve(house, &vera, &id, 12))), "issuing-review-law");
    let seen = look_at_proposal(&house.store, &errand(&vera, 12), OPERATOR, &id).unwrap();
    assert_eq!(seen.refused_by[0].id(), "issuing-review-law");
    let anew = propose(&mut house, &emil, Some(REVIEW), 13).unwrap();
    approve(&mut house, &vera, &anew, 14).unwrap();

    // What was stated for one that was issued counts as long as the same is asked.
    let stands = standing(&house, &emil, 15);
    let earlier = stands.earlier_review.unwrap();
    assert_eq!((earlier.revision, earlier.outcome.as_str(), earlier.lapsed), (1, REVIEW, Vec::new()));
    take_into_use(&mut house, &citing("2027-01-14"), 16);
    let stands = standing(&house, &emil, 17);
    assert_eq!(ids(&stands.earlier_review.unwrap().lapsed), ["issuing-review-law"]);
    assert!(ids(&stands.moved).contains(&"issuing-review-law"), "{:?}", stands.moved);
    assert!(!stands.for_review.is_empty());
}

#[test]
fn a_review_counts_for_the_facts_it_was_of() {
    let (mut house, emil, vera) = house();
    let id = propose(&mut house, &emil, Some(REVIEW), 10).unwrap();
    approve(&mut house, &vera, &id, 11).unwrap();
    hand_in(&mut house, "Passwords can be left out in kiosk mode.", 12);
    let earlier = standing(&house, &emil, 13).earlier_review.unwrap();
    assert_eq!(ids(&earlier.lapsed), ["issuing-review-rests-on"]);
    let says = earlier.lapsed[0].to_string();
    assert!(says.contains("conformity.standards[0].restrictions"), "{says}");
    // Back as it was, it counts.
    hand_in(&mut house, "Passwords cannot be left out.", 14);
    assert_eq!(standing(&house, &emil, 15).earlier_review.unwrap().lapsed, Vec::new());
}

#[test]
fn a_review_of_which_nothing_is_kept_counts_for_nothing() {
    let (mut house, emil, vera) = house();
    let id = propose(&mut house, &emil, Some(REVIEW), 10).unwrap();
    let key = RecordKey { operator: OPERATOR.into(), kind: RecordKind::Proposal, id: id.clone() };
    let kept = house.store.record(&key).unwrap().unwrap();
    let mut proposal: serde_json::Value = serde_json::from_slice(&kept.content).unwrap();
    let declaration = proposal["rests_on"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find_map(|ground| ground.get_mut("declaration"))
        .unwrap();
    assert!(declaration.as_object_mut().unwrap().remove("review").is_some());
    house.overwrite(&kept, serde_json::to_vec(&proposal).unwrap());
    assert_eq!(code(house.no_line(|house| approve(house, &vera, &id, 11))), "issuing-review-untold");
}
