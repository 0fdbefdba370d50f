//! Issuing a declaration of conformity at the window: proposed on a page and by program, read, approved by another person.

use std::sync::Arc;

use axum::http::StatusCode;
use proofmark_facts::Duty;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::life::SBOM;
use crate::program::API;
use crate::test_house::TestHouse;

const DOSSIER: &str = include_str!("issuing.toml");
const PAPER: &str = "eu-declaration-of-conformity";

/// A product whose declaration could be issued; Anna answers for it, Ben approves.
async fn maker() -> (Arc<TestHouse>, Browser, Browser, String) {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("ben", "maker", Duty::Approver);
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let product = hand_in(&mut anna, "/o/maker/products", DOSSIER).await;
    let mut ben = Browser::new(&house);
    ben.sign_in("ben").await;
    (house, anna, ben, product)
}

async fn hand_in(anna: &mut Browser, path: &str, dossier: &str) -> String {
    let advisory = json!({
        "schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc", "modified": "2026-01-01T00:00:00Z",
        "affected": [{ "package": { "ecosystem": "npm", "name": "left-pad" },
            "ranges": [{ "type": "SEMVER", "events": [{ "introduced": "0" }, { "fixed": "0.9.0" }] }] }],
    });
    let advisory = advisory.to_string();
    let files = [
        ("files", "proofmark.toml", dossier),
        ("files", "sbom.cdx.json", SBOM),
        ("files", "documents/risks.md", "Risks."),
        ("files", "advisories/one.json", advisory.as_str()),
    ];
    let seen = anna.send_files(path, &files).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    seen.header("location").rsplit('/').next().unwrap().to_owned()
}

fn signing() -> Value {
    json!({ "signing": { "name": "Maria Maker", "function": "Managing director", "place": "Graz" },
        "because": "first release" })
}

#[tokio::test]
async fn a_program_proposes_a_second_person_approves_and_the_bytes_stay() {
    let (_house, mut anna, mut ben, product) = maker().await;
    let declaration = format!("{API}/products/{product}/releases/1.0.0/declaration");
    let stands = anna.ask(&declaration).await.held(200).json();
    assert_eq!((&stands["stands"], &stands["forbidden_by"]), (&json!("draft"), &json!([])), "{stands}");
    let proposed = anna.tell(&declaration, signing()).await.held(202).json();
    let id = proposed["proposal"].as_str().unwrap().to_owned();
    assert_eq!(proposed["href"], format!("{API}/proposals/{id}"));
    anna.tell(&format!("{API}/proposals/{id}/approve"), json!({})).await.refused(403, "access-may-not");
    ben.tell(&declaration, signing()).await.refused(403, "access-may-not");

    // The second person reads what they sign, on the page where they sign it.
    let page = ben.get("/o/maker/approvals").await.held(200).body;
    for words in ["Issue the EU declaration of conformity of", "Maria Maker", "Graz"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let paper = format!("{declaration}/proposals/{id}/{PAPER}.html");
    assert!(page.contains(&paper), "{page}");
    let seen = ben.ask(&paper).await.held(200);
    assert!(seen.header("content-disposition").starts_with("attachment;"));
    assert!(seen.body.contains("Not issued") && seen.body.contains("Werkstrasse 1"), "{}", seen.body);
    assert_eq!(ben.ask(&declaration).await.held(200).json()["stands"], "waits");

    ben.tell(&format!("{API}/proposals/{id}/approve"), json!({ "because": "read" })).await.held(200);
    let stands = anna.ask(&declaration).await.held(200).json();
    let issued = &stands["issued"][0];
    assert_eq!(
        (&stands["stands"], &issued["proposed_by"], &issued["approved_by"]),
        (&json!("issued"), &json!("anna"), &json!("ben"))
    );
    for document in issued["documents"].as_array().unwrap() {
        let name = document["name"].as_str().unwrap();
        let seen = anna.ask(&format!("{declaration}/revisions/1/{name}")).await.held(200);
        assert_eq!(proofmark_facts::Sha256::of(&seen.bytes).to_string(), document["sha256"], "{name}");
        for other in ["01", "+1", "%201", "1%20", "x", "0x1"] {
            let seen = anna.ask(&format!("{declaration}/revisions/{other}/{name}")).await;
            seen.refused(404, "web-no-such-thing");
        }
    }
    for path in ["revisions/2/x.pdf", "revisions/1/x.pdf"] {
        anna.ask(&format!("{declaration}/{path}")).await.refused(404, "issuing-no-such");
    }
    anna.ask(&format!("{declaration}/proposals/0a/{PAPER}.pdf")).await.refused(404, "access-no-proposal");
}

#[tokio::test]
async fn the_pages_propose_and_say_how_it_stands() {
    let (_house, mut anna, mut ben, product) = maker().await;
    let own = format!("/o/maker/products/{product}");
    let page = format!("{own}/releases/1.0.0/declaration");
    let seen = anna.get(&page).await.held(200).body;
    assert!(seen.contains("Draft, not issued") && seen.contains("Managing director"), "{seen}");
    assert!(
        !ben.get(&page).await.held(200).body.contains("<button class=\"primary\""),
        "who may not propose"
    );
    let fields =
        [("name", "Maria <i>Maker</i>"), ("function", "<b>"), ("place", "Graz<p>"), ("because", "<u>first")];
    let sent = anna.post(&page, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let seen = anna.get(sent.header("location")).await.held(200).body;
    assert!(seen.contains("Waits for a second person"), "{seen}");
    for path in [sent.header("location"), "/o/maker/approvals"] {
        let seen = ben.get(path).await.held(200).body;
        assert!(seen.contains("Maria &lt;i&gt;Maker"), "{seen}");
        assert!(!["<i>", "<b>", "<p>\"", "<u>"].iter().any(|tag| seen.contains(tag)), "{seen}");
    }
    let id = sent.header("location").rsplit('=').next().unwrap().to_owned();
    // The dossier moves: it can no longer be signed, and says what moved.
    let moved = DOSSIER.replace("Werkstrasse 1", "Werkstrasse 2");
    hand_in(&mut anna, &format!("{own}/submissions"), &moved).await;
    ben.tell(&format!("{API}/proposals/{id}/approve"), json!({})).await.refused(409, "issuing-moved-dossier");
    let paper = format!("{API}/products/{product}/releases/1.0.0/declaration/proposals/{id}/{PAPER}.pdf");
    ben.ask(&paper).await.refused(409, "issuing-moved-dossier");
    hand_in(&mut anna, &format!("{own}/submissions"), DOSSIER).await;
    let signed = ben.post(&format!("/o/maker/approvals/{id}/approve"), &[]).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.body);
    let seen = anna.get(&page).await.held(200).body;
    for words in ["Revision 1, issued on", "Proposed by anna, approved by ben", "In force"] {
        assert!(seen.contains(words), "{words}: {seen}");
    }
    // And where the dossier says otherwise afterwards, so does every page about it.
    hand_in(&mut anna, &format!("{own}/submissions"), &moved).await;
    let seen = anna.get(&page).await.held(200).body;
    assert!(seen.contains("No longer agrees with the dossier") && seen.contains("2 Manufacturer"), "{seen}");
    let seen = anna.get(&format!("{own}/documents")).await.held(200).body;
    assert!(seen.contains("No longer agrees with the dossier"), "{seen}");
}

#[tokio::test]
async fn what_cannot_be_issued_says_everything_that_is_in_the_way() {
    let (_house, mut anna, _, product) = maker().await;
    let bare = DOSSIER.replace("postal_address = \"Werkstrasse 1, 8010 Graz, Austria\"\n", "");
    let bare = bare.replace("completed_on = 2028-01-10\n", "");
    hand_in(&mut anna, &format!("/o/maker/products/{product}/submissions"), &bare).await;
    let declaration = format!("{API}/products/{product}/releases/1.0.0/declaration");
    let refused = anna.tell(&declaration, signing()).await.held(422).json();
    let codes: Vec<&str> = refused["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["says"]["id"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["issuing-lacks", "issuing-lacks", "papers-obstacle-not-completed"], "{refused}");
    let page = format!("/o/maker/products/{product}/releases/1.0.0/declaration");
    let seen = anna.get(&page).await.held(200).body;
    assert!(seen.contains("operator.postal_address") && seen.contains("Annex V, point 2"), "{seen}");
}
