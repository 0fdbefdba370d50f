//! What needs somebody today, cases and the search: over all products, and over those somebody may see.

use std::sync::Arc;

use axum::http::StatusCode;
use proofmark_facts::Duty;
use serde_json::Value;

use crate::browser::Browser;
use crate::life::{DOSSIER, SBOM};
use crate::test_house::TestHouse;

/// The operator became aware two days before the house's now: the early warning is overdue, the notification is not.
const CASE: &str = r#"
[[cases]]
name = "stolen keys"
stream = "vulnerability"
[cases.known]
exploited_in_our_product = true
reliable_evidence = true
malicious_actor = true
without_owner_permission = true
[cases.content]
cve = "CVE-2028-4711"
[[cases.rulings]]
aware_at = 2028-01-30T09:00:00Z
because = "seen in our own logs"
decided_by = "Erika Mustermann"
"#;

/// Two products, of which the first declares a case; their ids.
async fn two_products(house: &Arc<TestHouse>) -> (Browser, [String; 2]) {
    house.set_up();
    let mut anna = Browser::new(house);
    anna.sign_in("anna").await;
    let with_case = format!("{DOSSIER}{CASE}");
    let pump = DOSSIER.replace("Gateway <i>7</i>", "Pump").replace("1.0.0", "2.5.0");
    let mut ids = vec![];
    for dossier in [&with_case, &pump] {
        let files = [("files", "proofmark.toml", dossier.as_str()), ("files", "sbom.cdx.json", SBOM)];
        let seen = anna.send_files("/o/maker/products", &files).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
        ids.push(seen.header("location").rsplit('/').next().unwrap().to_owned());
    }
    (anna, ids.try_into().unwrap())
}

async fn json(browser: &mut Browser, path: &str) -> Value {
    let seen = browser.ask(path).await;
    assert_eq!(seen.status, StatusCode::OK, "{path}: {}", seen.body);
    serde_json::from_str(&seen.body).unwrap()
}

#[tokio::test]
async fn a_declared_case_runs_its_clocks_on_the_portfolio_and_has_a_page() {
    let house = TestHouse::new();
    let (mut anna, [gateway, _]) = two_products(&house).await;
    let case = format!("{gateway}.stolen-keys");
    let sums = json(&mut anna, "/api/v1/operators/maker/portfolio").await;
    assert_eq!((sums["products"].as_u64(), sums["needs"]["clocks_late"].as_u64()), (Some(2), Some(1)));
    let first = &sums["needs"]["clocks"][0];
    assert_eq!((first["case"].as_str(), first["stage"].as_str()), (Some(&*case), Some("early-warning")));
    assert_eq!(first["due_at"], "2028-01-31T09:00:00Z");
    assert_eq!(sums["needs"]["assess_again"], 0);
    assert_eq!(sums["finding_weeks"].as_array().unwrap().len(), 53);
    assert!(sums["readiness"]["annex-i-part-i"]["undecided"].as_u64() > Some(0), "{}", sums["readiness"]);
    assert_eq!(sums["feeds"], Value::Null);
    let page = anna.get("/o/maker").await.body;
    for said in
        ["overdue by 1 d 0 h", "2028-01-31 09:00 UTC", "Article 14(2)(a)", "no vulnerability database"]
    {
        assert!(page.contains(said) || page.to_lowercase().contains(said), "{said}: {page}");
    }
    assert!(page.contains(&format!("href=\"/o/maker/cases/{case}\"")), "{page}");

    let list = json(&mut anna, "/api/v1/operators/maker/cases?open=true").await;
    assert_eq!(list["items"][0]["id"].as_str(), Some(&*case));
    assert_eq!(json(&mut anna, "/api/v1/operators/maker/cases?open=false").await["items"][0], Value::Null);
    assert!(anna.get("/o/maker/cases").await.body.contains("stolen keys"));
    let shown = anna.get(&format!("/o/maker/cases/{case}")).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    for said in ["Erika Mustermann", "CVE-2028-4711", "Article 14(2)(b)", "proofmark clocks", "missing"] {
        assert!(shown.body.contains(said), "{said}: {}", shown.body);
    }
    assert_eq!(anna.get("/o/maker/cases/nothing").await.status, StatusCode::NOT_FOUND);

    for (words, found) in [
        ("stolen", "stolen keys"),
        ("cve-2028-4711", "stolen keys"),
        ("eft-PA", "left-pad"),
        ("pkg:npm/left-pad", "left-pad"),
        ("2.5", "2.5.0"),
    ] {
        let page = anna.get(&format!("/o/maker/search?q={words}")).await.body;
        assert!(page.contains(found), "{words}: {page}");
    }
    let answer = json(&mut anna, "/api/v1/operators/maker/search?q=pad&limit=1").await;
    let next = answer["components"]["next"].as_str().unwrap();
    let next = json(&mut anna, &format!("/api/v1/operators/maker/search?q=pad&limit=1&after={next}")).await;
    assert_eq!(next["components"]["items"].as_array().unwrap().len(), 1);
    assert_ne!(next["components"]["items"], answer["components"]["items"]);
    assert_eq!(json(&mut anna, "/api/v1/operators/maker/search").await, Value::Null);
}

#[tokio::test]
async fn a_case_that_is_taken_out_of_the_dossier_stays_and_says_since_when() {
    let house = TestHouse::new();
    let (mut anna, [gateway, _]) = two_products(&house).await;
    let case = format!("{gateway}.stolen-keys");
    let submissions = "/api/v1/operators/maker/submissions";
    let files = [("dossier", "proofmark.toml", DOSSIER), ("sbom", "sbom.cdx.json", SBOM)];
    let seen = anna.send_files(submissions, &files).await;
    assert_eq!(seen.status, StatusCode::CREATED, "{}", seen.body);
    let list = json(&mut anna, "/api/v1/operators/maker/cases?open=true").await;
    let gone = &list["items"][0];
    assert_eq!(gone["id"].as_str(), Some(&*case), "it has not vanished: {list}");
    assert!(gone["case"]["gone"]["at"].is_string() && gone["case"]["gone"]["dossier"].is_string(), "{list}");
    let sums = json(&mut anna, "/api/v1/operators/maker/portfolio").await;
    assert_eq!(sums["needs"]["clocks_late"].as_u64(), Some(1), "and neither have its clocks");
    assert!(anna.get("/o/maker/cases").await.body.contains("no longer declared since"));
    let shown = anna.get(&format!("/o/maker/cases/{case}")).await.body;
    assert!(
        shown.contains("No longer declared since") && shown.contains("Revision 2 of the dossier"),
        "{shown}"
    );

    // Declared again it is as any other.
    let with = format!("{DOSSIER}{CASE}");
    let files = [("dossier", "proofmark.toml", with.as_str()), ("sbom", "sbom.cdx.json", SBOM)];
    anna.send_files(submissions, &files).await;
    let list = json(&mut anna, "/api/v1/operators/maker/cases").await;
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
    assert!(list["items"][0]["case"]["gone"].is_null(), "{list}");
}

#[tokio::test]
async fn every_need_is_a_list() {
    let house = TestHouse::new();
    let (mut anna, [gateway, pump]) = two_products(&house).await;
    let ids = |list: &Value| -> Vec<String> {
        let items = list["items"].as_array().unwrap();
        items.iter().map(|product| product["id"].as_str().unwrap().to_owned()).collect()
    };
    let path = "/api/v1/operators/maker/products?needs=";
    assert_eq!(ids(&json(&mut anna, &format!("{path}clock")).await), [gateway]);
    for none in ["assessment", "assess-again", "support-ended", "support-ending"] {
        assert!(ids(&json(&mut anna, &format!("{path}{none}")).await).is_empty(), "{none}");
    }
    let all = json(&mut anna, "/api/v1/operators/maker/products").await;
    assert!(ids(&all).contains(&pump));
    assert_eq!(anna.ask(&format!("{path}sleep")).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn an_engineer_of_one_product_sees_nothing_of_the_other() {
    let house = TestHouse::new();
    let (_, [gateway, pump]) = two_products(&house).await;
    house.let_in_for("eve", "maker", Duty::Engineer, &[&pump]);
    let mut eve = Browser::new(&house);
    eve.sign_in("eve").await;
    let sums = json(&mut eve, "/api/v1/operators/maker/portfolio").await;
    assert_eq!((sums["products"].as_u64(), sums["needs"]["cases"].as_u64()), (Some(1), Some(0)));
    assert_eq!(sums["needs"]["clocks"].as_array().unwrap().len(), 0);
    assert_eq!(sums["failed_jobs"], Value::Null, "engineers see no jobs");
    let case = format!("{gateway}.stolen-keys");
    for path in [format!("/o/maker/cases/{case}"), format!("/api/v1/operators/maker/cases/{case}")] {
        let there = eve.ask(&path).await;
        let nowhere = eve.ask(&path.replace("stolen", "no")).await;
        assert_eq!((there.status, there.code()), (StatusCode::NOT_FOUND, nowhere.code()));
    }
    for path in ["/o/maker", "/o/maker/cases", "/o/maker/search?q=stolen", "/o/maker/search?q=left"] {
        let page = eve.get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.body.contains(&gateway) && !page.body.contains("stolen keys"), "{path}");
    }
    assert!(eve.get("/o/maker/search?q=left").await.body.contains(&pump));
    let asked = "/api/v1/operators/maker/search?q=1.0.0";
    assert_eq!(json(&mut eve, asked).await["releases"].as_array().unwrap().len(), 0);
}
