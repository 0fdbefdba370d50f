//! People whom a provider of identities vouches for, and workloads whom their CI system does.

use proofmark_access::{Act, Discovery, IdentityProvider, Secret, SessionSecret, Workload};
use proofmark_actions::ActionError;
use proofmark_actions::people::{
    BackFromProvider, IdentityPurpose, SendOrder, SendRandom, SentToProvider, SignInTrouble,
    back_from_provider, do_alone, forget_identity, identities_of, identity_providers, keep_client_secret,
    remove_identity_provider, revoke_workload, send_to_provider, sign_in_with_identity, trusted_issuer,
    who_asks_as_workload, who_asks_in_session,
};
use proofmark_facts::{Actor, ActorKind, Duty};
use serde_json::{Value, json};

use crate::house::{HOME, House, OPERATOR, WITH, at, code, errand, grant, trouble};
use crate::issuer::Issuer;
use crate::test_box::TestBox;

const BOX: TestBox = TestBox(1);

const ISSUER: &str = "https://id.example";

pub(crate) fn provider(house: &mut House, anna: &Actor) {
    let provider = IdentityProvider::new("Maker ID", ISSUER, "proofmark", at(2), "anna").unwrap();
    let act = Act::AddIdentityProvider { provider };
    let ((), line) = house.one_line(|house| do_alone(&mut house.store, &errand(anna, 2), "", &act).unwrap());
    assert_eq!((line.action.as_str(), line.outcome.as_deref()), ("add-identity-provider", Some("alone")));
    keep_client_secret(&mut house.store, &errand(anna, 2), &BOX, "maker-id", &"hush hush".into()).unwrap();
    assert_eq!(identity_providers(&house.store).unwrap().len(), 1);
}

fn discovery() -> Discovery {
    Discovery {
        issuer: ISSUER.into(),
        authorization_endpoint: "https://id.example/authorize".into(),
        token_endpoint: "https://id.example/token".into(),
        jwks_uri: "https://id.example/keys".into(),
        names_itself: false,
    }
}

/// Sends somebody to the provider; gives the state.
fn sent(house: &mut House, purpose: IdentityPurpose, minute: i64) -> Secret {
    let sent = try_to_send(house, purpose, minute).unwrap();
    assert!(sent.address.contains(sent.state.reveal()));
    sent.state
}

fn try_to_send(
    house: &mut House,
    purpose: IdentityPurpose,
    minute: i64,
) -> Result<SentToProvider, SignInTrouble> {
    let random = SendRandom { state: house.random(), nonce: house.random(), verifier: house.random() };
    let order = SendOrder {
        provider: "maker-id",
        discovery: &discovery(),
        redirect: "https://proofmark.example/back",
        purpose,
        next: "/o/maker",
        address: HOME,
        at: at(minute),
        random,
    };
    send_to_provider(&mut house.store, order)
}

/// Sends somebody to the provider and takes them back.
pub(crate) fn back(house: &mut House, purpose: IdentityPurpose, minute: i64) -> (BackFromProvider, Secret) {
    let state = sent(house, purpose, minute);
    (back_from_provider(&mut house.store, &BOX, state.reveal(), at(minute)).unwrap(), state)
}

pub(crate) fn claims(back: &BackFromProvider, subject: &str, minute: i64) -> Value {
    let now = at(minute).as_second();
    json!({
        "iss": ISSUER, "aud": "proofmark", "sub": subject, "nonce": back.request.nonce, "iat": now, "exp": now + 300,
    })
}

pub(crate) fn come(
    house: &mut House,
    issuer: &Issuer,
    purpose: IdentityPurpose,
    subject: &str,
    minute: i64,
) -> Result<SessionSecret, SignInTrouble> {
    let (back, _) = back(house, purpose, minute);
    let token = issuer.sign(&claims(&back, subject, minute));
    let random = house.random();
    sign_in_with_identity(&mut house.store, &back, &token, &issuer.keys(), at(minute), WITH, random)
}

#[test]
fn whom_a_provider_vouches_for_comes_in_once_they_are_known() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    provider(&mut house, &anna);
    let issuer = Issuer::new();
    let unknown = house.no_line(|house| come(house, &issuer, IdentityPurpose::SignIn, "subject-1", 3));
    assert_eq!(trouble(unknown), "access-identity-unknown");

    let link = house.invited(&anna, "emil", OPERATOR, &[Duty::Engineer], 4).link.to_text();
    let accept = IdentityPurpose::Accept(link.reveal().to_owned());
    let (session, line) =
        house.one_line(|house| come(house, &issuer, accept.clone(), "subject-1", 5).unwrap());
    assert_eq!((line.by.as_str(), line.outcome.as_deref()), ("emil", Some("identity")));
    let found = who_asks_in_session(&mut house.store, &session, at(5)).unwrap().unwrap();
    assert_eq!(found.actor.name, "emil");
    assert_eq!(trouble(come(&mut house, &issuer, accept, "subject-2", 6)), "access-no-link");

    let session = come(&mut house, &issuer, IdentityPurpose::SignIn, "subject-1", 7).unwrap();
    assert!(who_asks_in_session(&mut house.store, &session, at(7)).unwrap().is_some());
    let link_anna = IdentityPurpose::Link("anna".into());
    assert_eq!(
        trouble(come(&mut house, &issuer, link_anna.clone(), "subject-1", 8)),
        "access-identity-taken"
    );
    assert!(come(&mut house, &issuer, link_anna, "subject-3", 9).is_ok());
    let session = come(&mut house, &issuer, IdentityPurpose::SignIn, "subject-3", 10).unwrap();
    assert_eq!(who_asks_in_session(&mut house.store, &session, at(10)).unwrap().unwrap().actor.name, "anna");

    let (back, _) = back(&mut house, IdentityPurpose::SignIn, 11);
    let forged = Issuer::new().sign(&claims(&back, "subject-1", 11));
    let ended =
        sign_in_with_identity(&mut house.store, &back, &forged, &issuer.keys(), at(11), WITH, [1; 32]);
    assert_eq!(trouble(ended), "access-identity-signature");
    remove_identity_provider(&mut house.store, &errand(&anna, 12), "maker-id").unwrap();
    assert!(identity_providers(&house.store).unwrap().is_empty());
}

#[test]
fn a_way_back_is_gone_once_and_answers_its_own_request() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    provider(&mut house, &anna);
    let issuer = Issuer::new();
    let (first, state) = back(&mut house, IdentityPurpose::Link("anna".into()), 3);
    assert_eq!(first.client_secret.as_ref().unwrap().reveal(), "hush hush");
    assert_eq!(
        code(back_from_provider(&mut house.store, &BOX, state.reveal(), at(3))),
        "access-sign-in-lapsed"
    );
    let (second, _) = back(&mut house, IdentityPurpose::SignIn, 3);
    let token = issuer.sign(&claims(&first, "subject-1", 3));
    let ended =
        sign_in_with_identity(&mut house.store, &second, &token, &issuer.keys(), at(3), WITH, [1; 32]);
    assert_eq!(trouble(ended), "access-identity-nonce");
    assert!(!house.holds(&state), "a state is kept as a digest");
    assert!(!house.holds(&"hush hush".into()), "the client's secret is kept sealed");
    let lost = back_under(&mut house, &TestBox(2));
    assert_eq!(code(lost), "courier-secret-unopened");
}

/// Comes back to an installation with another key.
fn back_under(house: &mut House, other: &TestBox) -> Result<BackFromProvider, ActionError> {
    let state = sent(house, IdentityPurpose::SignIn, 4);
    back_from_provider(&mut house.store, other, state.reveal(), at(4))
}

#[test]
fn nobody_fills_the_store_with_ways_to_a_provider() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    provider(&mut house, &anna);
    for _ in 0..300 {
        sent(&mut house, IdentityPurpose::SignIn, 3);
    }
    assert_eq!(trouble(try_to_send(&mut house, IdentityPurpose::SignIn, 3)), "access-throttled");
    assert!(try_to_send(&mut house, IdentityPurpose::SignIn, 20).is_ok());
}

#[test]
fn the_last_way_in_is_not_forgotten() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    provider(&mut house, &anna);
    let issuer = Issuer::new();
    let link = house.invited(&anna, "emil", OPERATOR, &[Duty::Engineer], 4).link.to_text();
    come(&mut house, &issuer, IdentityPurpose::Accept(link.reveal().to_owned()), "subject-1", 5).unwrap();
    let emil = Actor { name: "emil".into(), kind: ActorKind::Person, grants: Vec::new() };
    let own = identities_of(&house.store, "emil").unwrap();
    assert_eq!(own.len(), 1);
    let forgotten = forget_identity(&mut house.store, &errand(&emil, 6), &own[0]);
    assert_eq!(code(forgotten), "identity-last-way-in");
    assert_eq!(
        code(forget_identity(&mut house.store, &errand(&anna, 6), &own[0])),
        "access-identity-unknown",
        "it is not Anna's"
    );
    come(&mut house, &issuer, IdentityPurpose::Link("anna".into()), "subject-2", 7).unwrap();
    let own = identities_of(&house.store, "anna").unwrap();
    let ((), line) =
        house.one_line(|house| forget_identity(&mut house.store, &errand(&anna, 8), &own[0]).unwrap());
    assert_eq!(line.action, "forget-identity");
    let again = come(&mut house, &issuer, IdentityPurpose::SignIn, "subject-2", 9);
    assert_eq!(trouble(again), "access-identity-unknown");
}

#[test]
fn a_trusted_workload_needs_no_secret() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    let workload = Workload {
        id: "gateway-ci".into(),
        name: "Gateway CI".into(),
        issuer: "https://gitlab.example".into(),
        audience: "https://proofmark.example".into(),
        conditions: [
            ("project_path".into(), "maker/gateway".into()),
            ("ref_protected".into(), "true".into()),
        ]
        .into(),
        grants: vec![grant(OPERATOR, Duty::Engineer)],
        trusted_at: at(2),
        trusted_by: "anna".into(),
        expires_at: Some(at(100)),
        revoked: None,
    };
    let open = Workload { conditions: [("ref".into(), "main".into())].into(), ..workload.clone() };
    let act = Act::TrustWorkload { workload: open };
    assert_eq!(code(do_alone(&mut house.store, &errand(&anna, 2), OPERATOR, &act)), "access-workload-open");
    let act = Act::TrustWorkload { workload };
    house.one_line(|house| do_alone(&mut house.store, &errand(&anna, 2), OPERATOR, &act).unwrap());

    let issuer = Issuer::new();
    let now = at(3).as_second();
    let token = |protected: &str| {
        issuer.sign(&json!({
            "iss": "https://gitlab.example", "aud": "https://proofmark.example", "sub": "project_path:maker/gateway:…",
            "project_path": "maker/gateway", "ref_protected": protected, "iat": now, "exp": now + 300,
        }))
    };
    let ask = |house: &House, token: &Secret| {
        let trusted = trusted_issuer(&house.store, Some(OPERATOR), token, at(3))?;
        who_asks_as_workload(&house.store, &trusted, token, &issuer.keys(), at(3))
    };
    let anywhere = trusted_issuer(&house.store, None, &token("true"), at(3)).unwrap();
    assert_eq!((anywhere.issuer.as_str(), anywhere.operators.len()), ("https://gitlab.example", 1));
    let elsewhere = trusted_issuer(&house.store, Some("other-ag"), &token("true"), at(3));
    assert_eq!(code(elsewhere), "access-workload-unknown");
    let late = trusted_issuer(&house.store, Some(OPERATOR), &token("true"), at(100));
    assert_eq!(code(late), "access-workload-unknown", "the trust has ended");
    let actor = ask(&house, &token("true")).unwrap();
    assert_eq!((actor.name.as_str(), actor.kind), ("workload:gateway-ci", ActorKind::Workload));
    assert_eq!(actor.grants, [grant(OPERATOR, Duty::Engineer)]);
    assert_eq!(code(ask(&house, &token("false"))), "access-workload-condition");
    assert_eq!(
        code(ask(&house, &Issuer::new().sign(&json!({ "iss": "https://gitlab.example" })))),
        "access-workload-unknown",
        "what the issuer did not sign says nothing about whom we trust"
    );
    revoke_workload(&mut house.store, &errand(&anna, 4), OPERATOR, "gateway-ci").unwrap();
    assert_eq!(code(ask(&house, &token("true"))), "access-workload-unknown");
}
