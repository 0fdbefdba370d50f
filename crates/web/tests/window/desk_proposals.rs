//! Two persons, by program and by page: proposed, signed one by one and several at once, withdrawn.

use std::sync::Arc;

use axum::http::StatusCode;
use proofmark_facts::Duty;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::life::SBOM;
use crate::program::API;
use crate::test_house::TestHouse;

const DOSSIER: &str = "proofmark = 1\nadvisories = [\"advisories\"]\n[operator]\nname = \"Maker\"\n[product]\nname = \"Gateway\"\nkind = \"software\"\n[release]\nversion = \"1.0.0\"\nsbom = \"sbom.cdx.json\"\n";
const COMPONENT: &str = "pkg:npm/left-pad@1.0.0";

fn advisory(id: &str) -> String {
    json!({
        "schema_version": "1.6.0", "id": id, "modified": "2026-01-01T00:00:00Z", "summary": "pads too far",
        "affected": [{ "package": { "ecosystem": "npm", "name": "left-pad" },
            "ranges": [{ "type": "SEMVER", "events": [{ "introduced": "0" }, { "fixed": "1.3.0" }] }] }],
    })
    .to_string()
}

/// A product with two open findings, and three people: anna owns it, ben and vera approve.
async fn maker(dossier: &str) -> (Arc<TestHouse>, Browser, Browser, String) {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("ben", "maker", Duty::Approver);
    let mut anna = somebody(&house, "anna").await;
    let (one, two) = (advisory("GHSA-aaaa-bbbb-cccc"), advisory("GHSA-dddd-eeee-ffff"));
    let files = [
        ("files", "proofmark.toml", dossier),
        ("files", "sbom.cdx.json", SBOM),
        ("files", "advisories/one.json", one.as_str()),
        ("files", "advisories/two.json", two.as_str()),
    ];
    let seen = anna.send_files("/o/maker/products", &files).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    let product = seen.header("location").rsplit('/').next().unwrap().to_owned();
    let ben = somebody(&house, "ben").await;
    (house, anna, ben, product)
}

async fn somebody(house: &Arc<TestHouse>, name: &str) -> Browser {
    let mut browser = Browser::new(house);
    browser.sign_in(name).await;
    browser
}

fn dismissal(vulnerabilities: &[&str], because: &str) -> Value {
    let findings: Vec<Value> =
        vulnerabilities.iter().map(|id| json!({ "vulnerability": id, "component": COMPONENT })).collect();
    json!({ "findings": findings, "status": "not_affected",
        "justification": "vulnerable_code_not_present", "because": because })
}

#[tokio::test]
async fn what_dismisses_is_proposed_by_one_and_approved_by_another() {
    let (_house, mut anna, mut ben, product) = maker(DOSSIER).await;
    let decisions = format!("{API}/products/{product}/decisions");
    let asked = dismissal(&["GHSA-aaaa-bbbb-cccc"], "<script>not built in</script>");
    let proposed = anna.tell(&decisions, asked).await.held(202).json();
    let id = proposed["proposals"][0].as_str().unwrap().to_owned();
    assert_eq!(proposed["decided"], 0);
    let mine = anna.ask(&format!("{API}/proposals/{id}")).await.held(200).json();
    assert_eq!(
        (mine["own"].as_bool(), mine["refused_by"][0]["id"].as_str()),
        (Some(true), Some("access-may-not"))
    );
    anna.tell(&format!("{API}/proposals/{id}/approve"), json!({})).await.refused(403, "access-may-not");

    let page = ben.get("/o/maker/approvals").await.held(200);
    for words in [
        "GHSA-aaaa-bbbb-cccc",
        "undecided",
        "not affected",
        "the vulnerable code is not in it",
        "What it is bound to",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    assert!(!page.body.contains("<script>not") && !page.body.contains("\"justification\""), "{}", page.body);
    let seen = ben.ask(&format!("{API}/proposals/{id}")).await.held(200).json();
    assert_eq!((&seen["refused_by"], &seen["own"]), (&json!([]), &json!(false)));
    let done = ben
        .tell(&format!("{API}/proposals/{id}/approve"), json!({ "because": "seen" }))
        .await
        .held(200)
        .json();
    assert_eq!(
        (&done["proposal"]["state"]["state"], &done["proposal"]["state"]["because"]),
        (&json!("done"), &json!("seen"))
    );
    ben.tell(&format!("{API}/proposals/{id}/refuse"), json!({ "because": "no" }))
        .await
        .refused(409, "access-proposal-closed");

    // The record says so, under a version; withdrawn over another it is not, over this one it is.
    let one = format!("{decisions}/GHSA-aaaa-bbbb-cccc/pkg%3Anpm%2Fleft-pad%401.0.0");
    let kept = anna.ask(&one).await.held(200);
    assert_eq!(kept.json()["approved_by"], "ben");
    ben.call("DELETE", &one, None, &[("if-match", &kept.tag())]).await.refused(403, "access-may-not");
    anna.call("DELETE", &one, None, &[]).await.refused(428, "desk-if-match-missing");
    anna.call("DELETE", &one, None, &[("if-match", "\"00\"")]).await.refused(412, "desk-moved");
    anna.call("DELETE", &one, None, &[("if-match", &kept.tag())]).await.held(200);
    anna.ask(&one).await.refused(404, "record-no-such-decision");
    assert_eq!(anna.ask(&decisions).await.held(200).json(), json!({ "items": [], "next": null }));
}

#[tokio::test]
async fn several_are_signed_at_once_and_each_is_answered_for() {
    let (house, mut anna, mut ben, product) = maker(DOSSIER).await;
    let decisions = format!("{API}/products/{product}/decisions");
    let ids = ["GHSA-aaaa-bbbb-cccc", "GHSA-dddd-eeee-ffff"];
    let proposed = anna.tell(&decisions, dismissal(&ids, "not built in")).await.held(202).json();
    let first = proposed["proposals"][0].as_str().unwrap().to_owned();
    let second = proposed["proposals"][1].as_str().unwrap().to_owned();
    // What the second rests on moves: a decision that needs one person is made meanwhile.
    let mut meanwhile = dismissal(&ids[1..], "it is there");
    meanwhile["status"] = "affected".into();
    meanwhile["justification"] = Value::Null;
    anna.tell(&decisions, meanwhile).await.held(201);
    let stale = ben.ask(&format!("{API}/proposals/{second}")).await.json();
    assert_eq!(stale["refused_by"][0]["id"], "access-proposal-moved");
    assert_eq!(stale["before"]["status"], "affected");

    let page = ben.get("/o/maker/approvals").await.held(200);
    assert!(page.body.contains("You cannot sign this now"), "{}", page.body);
    let size = house.in_store(|store| store.ledger_size().unwrap());
    let fields = [
        ("proposal", first.as_str()),
        ("proposal", second.as_str()),
        ("proposal", "<i>none"),
        ("sign", "approve"),
        ("because", ""),
    ];
    let signed = ben.post("/o/maker/signatures", &fields).await.held(200);
    assert!(
        signed.body.contains("1 of 3 signed")
            || signed.body.contains("\u{2068}1\u{2069} of \u{2068}3\u{2069} signed"),
        "{}",
        signed.body
    );
    assert!(!signed.body.contains("<i>"));
    let lines = house.in_store(|store| store.ledger_size().unwrap()) - size;
    assert_eq!(lines, 1, "one signature, one line");
    let again = json!({ "proposals": [first, second], "approve": false, "because": "too late" });
    let again = ben.tell(&format!("{API}/signatures"), again).await.held(200).json();
    assert_eq!(
        (again["signed"].as_u64(), &again["results"][0]["because"]["id"]),
        (Some(1), &json!("access-proposal-closed"))
    );
    let nothing = json!({ "proposals": [], "approve": true });
    ben.tell(&format!("{API}/signatures"), nothing).await.refused(422, "desk-nothing-to-sign");
}

#[tokio::test]
async fn nobody_signs_their_own_and_no_program_signs_at_all() {
    let (house, mut anna, mut ben, product) = maker(DOSSIER).await;
    let decisions = format!("{API}/products/{product}/decisions");
    house.let_in("pia", "maker", Duty::Approver);
    let token =
        json!({ "name": "CI", "duties": [{ "duty": "approver" }], "expires_at": "2028-03-01T09:00:00Z" });
    let token = ben.tell(&format!("{API}/tokens"), token).await.held(201).json();
    let token = token["token"].as_str().unwrap().to_owned();
    let proposed = anna.tell(&decisions, dismissal(&["GHSA-aaaa-bbbb-cccc"], "no")).await.held(202).json();
    let id = proposed["proposals"][0].as_str().unwrap().to_owned();
    let approve = format!("{API}/proposals/{id}/approve");
    let by_program = ben.with_token(&token, "POST", &approve, Some(json!({}))).await;
    by_program.refused(403, "access-in-person");
    let refused = ben.tell(&format!("{API}/proposals/{id}/refuse"), json!({ "because": "" })).await;
    refused.refused(422, "access-because-missing");
    ben.call("POST", &format!("{API}/proposals/{id}/withdraw"), None, &[])
        .await
        .refused(403, "access-proposal-not-own");
    let back = anna.call("POST", &format!("{API}/proposals/{id}/withdraw"), None, &[]).await.held(200).json();
    assert_eq!(back["proposal"]["state"]["state"], "withdrawn");
    ben.ask(&format!("{API}/proposals/none")).await.refused(404, "access-no-proposal");
}

#[tokio::test]
async fn what_the_dossier_decides_is_neither_offered_nor_withdrawn_here() {
    let declared = format!(
        "{DOSSIER}\n[[vulnerability_decisions]]\nvulnerability = \"GHSA-aaaa-bbbb-cccc\"\ncomponent = \"{COMPONENT}\"\nstatus = \"affected\"\nbecause = \"it is there\"\ndecided_by = \"anna\"\ndecided_on = \"2026-11-01\"\n"
    );
    let (_house, mut anna, _, product) = maker(&declared).await;
    let listed = anna.ask(&format!("{API}/products/{product}/decisions")).await.held(200).items();
    assert_eq!(listed[0]["origin"]["stands_in"], "dossier", "{listed:?}");
    let page = anna.get("/o/maker/findings").await.held(200);
    assert_eq!(
        page.body.matches("name=\"finding\"").count(),
        1,
        "only the other one is offered: {}",
        page.body
    );
    let page = anna.get(&format!("/o/maker/products/{product}/decisions")).await.held(200);
    assert!(page.body.contains("in the dossier") && !page.body.contains("/decisions/withdraw"));
    let withdraw = format!("/o/maker/products/{product}/decisions/withdraw");
    let version = "0".repeat(64);
    let fields =
        [("vulnerability", "GHSA-aaaa-bbbb-cccc"), ("component", COMPONENT), ("version", version.as_str())];
    assert_eq!(anna.post(&withdraw, &fields).await.status, StatusCode::NOT_FOUND);

    // The other one is decided in the record, and can be withdrawn from its row.
    let mut asked = dismissal(&["GHSA-dddd-eeee-ffff"], "it is there");
    asked["status"] = "affected".into();
    asked["justification"] = Value::Null;
    anna.tell(&format!("{API}/products/{product}/decisions"), asked).await.held(201);
    let assess = format!("{API}/products/{product}/assessments");
    anna.call("POST", &assess, None, &[]).await.held(201);
    let page = anna.get("/o/maker/findings").await.held(200);
    assert_eq!(page.body.matches("/decisions/withdraw").count(), 1, "{}", page.body);
    let version = page.body.split("name=\"version\" value=\"").nth(1).unwrap()[..64].to_owned();
    let fields = [
        ("vulnerability", "GHSA-dddd-eeee-ffff"),
        ("component", COMPONENT),
        ("version", version.as_str()),
        ("back", "/o/maker/findings"),
    ];
    assert_eq!(anna.post(&withdraw, &fields).await.header("location"), "/o/maker/findings");
}

#[tokio::test]
async fn an_approval_lapses_when_the_finding_moved_and_not_when_something_else_did() {
    let (_house, mut anna, mut ben, product) = maker(DOSSIER).await;
    let decisions = format!("{API}/products/{product}/decisions");
    let ids = ["GHSA-aaaa-bbbb-cccc", "GHSA-dddd-eeee-ffff"];
    let proposed = anna.tell(&decisions, dismissal(&ids, "not built in")).await.held(202).json();
    let first = proposed["proposals"][0].as_str().unwrap().to_owned();
    let second = proposed["proposals"][1].as_str().unwrap().to_owned();
    let seen = ben.ask(&format!("{API}/proposals/{first}")).await.json();
    let finding = seen["proposal"]["rests_on"].as_array().unwrap().last().unwrap()["finding"].clone();
    assert_eq!((&finding["fixed_in"], &finding["component"]), (&json!("1.3.0"), &json!(COMPONENT)));
    assert!(ben.get("/o/maker/approvals").await.body.contains("1.3.0"));

    // Another advisory, another dossier, another assessment: the first finding is what it was. The second is fixed elsewhere now.
    let moved = advisory("GHSA-dddd-eeee-ffff").replace("1.3.0", "1.4.0");
    let third = advisory("GHSA-gggg-hhhh-jjjj");
    let dossier = DOSSIER.replace("kind = \"software\"", "kind = \"software\"\nintended_purpose = \"Pads.\"");
    let files = [
        ("files", "proofmark.toml", dossier.as_str()),
        ("files", "advisories/two.json", moved.as_str()),
        ("files", "advisories/three.json", third.as_str()),
    ];
    let page = format!("/o/maker/products/{product}/submissions");
    let handed = anna.send_files(&page, &files).await;
    assert_eq!(handed.status, StatusCode::SEE_OTHER, "{}", handed.body);
    let stale = ben.ask(&format!("{API}/proposals/{second}")).await.json();
    assert_eq!(stale["refused_by"][0]["id"], "desk-finding-fixed-in", "{stale}");
    ben.tell(&format!("{API}/proposals/{second}/approve"), json!({}))
        .await
        .refused(409, "desk-finding-fixed-in");
    ben.tell(&format!("{API}/proposals/{first}/approve"), json!({})).await.held(200);
}

#[tokio::test]
async fn of_two_that_wait_for_the_same_one_lapses() {
    let (_house, mut anna, mut ben, product) = maker(DOSSIER).await;
    let decisions = format!("{API}/products/{product}/decisions");
    let one = ["GHSA-aaaa-bbbb-cccc"];
    let mut ids = Vec::new();
    for because in ["<b>not built in", "never called"] {
        let proposed = anna.tell(&decisions, dismissal(&one, because)).await.held(202).json();
        ids.push(proposed["proposals"][0].as_str().unwrap().to_owned());
    }
    let other = anna.tell(&decisions, dismissal(&["GHSA-dddd-eeee-ffff"], "x")).await.held(202).json();
    let other = other["proposals"][0].as_str().unwrap().to_owned();
    let seen = ben.ask(&format!("{API}/proposals/{}", ids[0])).await.json();
    assert_eq!(seen["competing"][0]["proposal"], ids[1].as_str());
    assert_eq!(seen["competing"].as_array().unwrap().len(), 1, "{seen}");
    assert!(ben.ask(&format!("{API}/proposals/{other}")).await.json()["competing"].is_null());
    let page = ben.get("/o/maker/approvals").await.held(200).body;
    assert_eq!(page.matches("Another proposal about the same waits").count(), 2, "{page}");
    ben.tell(&format!("{API}/proposals/{}/approve", ids[1]), json!({})).await.held(200);
    let lapsed = ben.ask(&format!("{API}/proposals/{}", ids[0])).await.json();
    assert_eq!(lapsed["proposal"]["state"]["state"], "lapsed");
    assert_eq!(lapsed["proposal"]["state"]["approved"], ids[1].as_str());
    ben.tell(&format!("{API}/proposals/{}/approve", ids[0]), json!({}))
        .await
        .refused(409, "desk-proposal-lapsed");
    assert!(ben.get("/o/maker/approvals").await.body.contains("lapsed at"));
    ben.tell(&format!("{API}/proposals/{other}/approve"), json!({})).await.held(200);
}

#[tokio::test]
async fn what_does_not_affect_says_why_in_a_word_of_vex() {
    let (_house, mut anna, _, product) = maker(DOSSIER).await;
    let mut bare = dismissal(&["GHSA-aaaa-bbbb-cccc"], "not built in");
    bare["justification"] = Value::Null;
    let decisions = format!("{API}/products/{product}/decisions");
    anna.tell(&decisions, bare).await.refused(422, "desk-justification-missing");
    let finding = anna.get("/o/maker/findings").await.body;
    let finding = finding.split("name=\"finding\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
    let finding = finding.split('"').next().unwrap().replace("&quot;", "\"").replace("&amp;", "&");
    let fields = [("finding", finding.as_str()), ("status", "not_affected"), ("because", "not built in")];
    let seen = anna.post("/o/maker/findings/decisions", &fields).await.held(422);
    assert!(seen.body.contains("vulnerable_code_not_present"), "{}", seen.body);
}

#[tokio::test]
async fn what_the_dossier_decides_is_told_to_whoever_decides_beside_it() {
    let declared = format!(
        "{DOSSIER}\n[[vulnerability_decisions]]\nvulnerability = \"GHSA-aaaa-bbbb-cccc\"\ncomponent = \"{COMPONENT}\"\nstatus = \"affected\"\nbecause = \"it is there\"\ndecided_by = \"anna\"\ndecided_on = \"2026-11-01\"\n"
    );
    let (_house, mut anna, mut ben, product) = maker(&declared).await;
    let decisions = format!("{API}/products/{product}/decisions");
    let mut fixed = dismissal(&["GHSA-aaaa-bbbb-cccc"], "it is gone");
    fixed["status"] = "fixed".into();
    fixed["justification"] = Value::Null;
    anna.tell(&decisions, fixed).await.refused(409, "desk-dossier-decides");
    // A dismissal is still approved here: a revision of the dossier needs it.
    let asked = dismissal(&["GHSA-aaaa-bbbb-cccc"], "not built in");
    let proposed = anna.tell(&decisions, asked).await.held(202).json();
    assert_eq!(proposed["dossier_holds"], json!(["vulnerability_decisions[0]"]));
    let id = proposed["proposals"][0].as_str().unwrap();
    let seen = ben.ask(&format!("{API}/proposals/{id}")).await.held(200).json();
    assert_eq!(seen["dossier_decides"], "vulnerability_decisions[0]");
    assert!(ben.get("/o/maker/approvals").await.body.contains("The dossier decides the same finding"));
}

#[tokio::test]
async fn a_token_is_limited_to_products_that_are_there() {
    let (_house, mut anna, _, product) = maker(DOSSIER).await;
    let asked = |products: &[&str]| {
        json!({ "name": "CI", "duties": [{ "duty": "product-owner", "products": products }],
            "expires_at": "2028-03-01T09:00:00Z" })
    };
    let path = format!("{API}/tokens");
    anna.tell(&path, asked(&[&product, "gone"])).await.refused(422, "desk-no-such-product");
    anna.tell(&path, asked(&[&product])).await.held(201);
    let fields = [("token_name", "CI"), ("days", "30"), ("products", "gone"), ("duty", "product-owner")];
    assert!(anna.post("/o/maker/tokens", &fields).await.held(422).body.contains("gone"));
}
