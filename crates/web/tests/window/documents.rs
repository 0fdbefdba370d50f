//! Papers and packs at the window: made, listed, fetched, verified by a stranger; and refused to whom they are none of.

use axum::body::Body;
use axum::http::StatusCode;
use proofmark_actions::{Archive, verify_pack};
use proofmark_facts::Duty;
use proofmark_web::House as _;
use serde_json::Value;

use crate::browser::{Browser, Seen};
use crate::life::{DOSSIER, SBOM};
use crate::test_house::TestHouse;

const RELEASE: &str = "/api/v1/operators/maker/products/gateway/releases/1.0.0";

async fn handed_in(house: &std::sync::Arc<TestHouse>) -> (Browser, String) {
    house.set_up();
    let mut anna = Browser::new(house);
    anna.sign_in("anna").await;
    let files = [("dossier", "proofmark.toml", DOSSIER), ("sbom", "sbom.cdx.json", SBOM)];
    let seen = anna.send_files("/api/v1/operators/maker/submissions", &files).await;
    let answer: Value = serde_json::from_str(&seen.body).unwrap();
    let product = answer["product"].as_str().unwrap();
    (anna, RELEASE.replace("gateway", product))
}

async fn make(browser: &mut Browser, release: &str) -> Seen {
    let mut request = browser.request("POST", &format!("{release}/packs")).body(Body::empty()).unwrap();
    request.headers_mut().insert("accept", "application/json".parse().unwrap());
    request.headers_mut().insert("x-form-token", browser.form.parse().unwrap());
    browser.send(request).await
}

#[tokio::test]
async fn a_pack_made_by_the_api_is_fetched_again_and_a_stranger_finds_no_fault() {
    let house = TestHouse::new();
    let (mut anna, release) = handed_in(&house).await;
    let none = anna.ask(&format!("{release}/papers/technical-documentation.pdf")).await;
    assert_eq!((none.status, none.code()), (StatusCode::NOT_FOUND, "evidence-no-papers".to_owned()));
    let seen = make(&mut anna, &release).await;
    assert_eq!(seen.status, StatusCode::CREATED, "{}", seen.body);
    let made: Value = serde_json::from_str(&seen.body).unwrap();
    assert_eq!(made["papers"].as_array().unwrap().len(), 19);
    assert_eq!(seen.header("location"), made["href"].as_str().unwrap());

    let pack = anna.ask(made["href"].as_str().unwrap()).await;
    assert_eq!(pack.status, StatusCode::OK, "{}", pack.body);
    assert_eq!(pack.header("content-type"), "application/zip");
    assert_eq!(pack.header("x-content-type-options"), "nosniff");
    let disposition = pack.header("content-disposition").to_owned();
    assert!(disposition.starts_with("attachment;") && disposition.contains("-1.0.0-evidence-pack.zip"));
    assert_eq!(proofmark_facts::Sha256::of(&pack.bytes).to_string(), made["archive_sha256"]);
    let report = verify_pack(&pack.bytes, Some(house.signer().verifier_key()));
    assert!(report.intact, "{:?}", report.faults);

    let archive = Archive::parse(&pack.bytes).unwrap();
    for paper in made["papers"].as_array().unwrap() {
        let seen = anna.ask(paper["href"].as_str().unwrap()).await;
        assert_eq!(seen.status, StatusCode::OK, "{paper}");
        assert_eq!(seen.header("content-type"), paper["media"].as_str().unwrap());
        assert!(seen.header("content-disposition").starts_with("attachment;"), "{paper}");
        let path = format!("papers/{}", paper["name"].as_str().unwrap());
        assert_eq!(Some(seen.bytes.as_slice()), archive.get(&path), "{path}");
    }
    let newest = anna.ask(&format!("{release}/papers/user-information.html")).await;
    assert_eq!(newest.bytes, archive.get("papers/user-information.html").unwrap());
    for (path, code) in [
        ("papers/evil.exe", "evidence-no-such-paper"),
        ("papers/..%2Fresults%2Fassessment.json", "evidence-no-such-paper"),
        ("packs/1", "web-no-such-thing"),
        (&format!("packs/{}", "0".repeat(64)), "evidence-no-such-pack"),
        (&format!("papers/findings.pdf?pack={}", "0".repeat(64)), "evidence-no-such-pack"),
    ] {
        let seen = anna.ask(&format!("{release}/{path}")).await;
        assert_eq!((seen.status, seen.code()), (StatusCode::NOT_FOUND, code.to_owned()), "{path}");
    }
}

#[tokio::test]
async fn packs_are_listed_page_by_page_newest_first() {
    let house = TestHouse::new();
    let (mut anna, release) = handed_in(&house).await;
    for _ in 0..3 {
        assert_eq!(make(&mut anna, &release).await.status, StatusCode::CREATED);
    }
    let mut lines: Vec<u64> = Vec::new();
    let mut path = format!("{release}/packs?limit=2");
    loop {
        let page: Value = serde_json::from_str(&anna.ask(&path).await.body).unwrap();
        let items = page["items"].as_array().unwrap();
        lines.extend(items.iter().map(|pack| pack["line"].as_u64().unwrap()));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("{release}/packs?limit=2&after={next}");
    }
    assert_eq!(lines.len(), 3);
    assert!(lines.is_sorted_by(|one, next| one > next), "{lines:?}");
    assert_eq!(make(&mut anna, &release.replace("1.0.0", "9.9.9")).await.code(), "record-no-such-release");
}

#[tokio::test]
async fn whoever_only_sees_gets_papers_and_makes_none_and_others_learn_nothing() {
    let house = TestHouse::new();
    let (mut anna, release) = handed_in(&house).await;
    let made: Value = serde_json::from_str(&make(&mut anna, &release).await.body).unwrap();
    let pack = made["href"].as_str().unwrap();
    house.let_in("rita", "maker", Duty::Auditor);
    let mut rita = Browser::new(&house);
    rita.sign_in("rita").await;
    assert_eq!(rita.ask(pack).await.status, StatusCode::OK);
    assert_eq!(make(&mut rita, &release).await.code(), "access-may-not");
    house.let_in_for("paul", "maker", Duty::Compliance, &["another-product"]);
    let mut paul = Browser::new(&house);
    paul.sign_in("paul").await;
    for path in [pack.to_owned(), format!("{release}/packs"), format!("{release}/papers/findings.pdf")] {
        let seen = paul.ask(&path).await;
        assert!(matches!(seen.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{path}");
        assert_eq!(Browser::new(&house).ask(&path).await.code(), "web-sign-in-first", "{path}");
    }
    assert!(matches!(make(&mut paul, &release).await.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN));
}

#[tokio::test]
async fn the_pages_show_papers_packs_and_documents_and_what_has_overtaken_them() {
    let house = TestHouse::new();
    let (mut anna, release) = handed_in(&house).await;
    let product = release.split('/').nth(6).unwrap().to_owned();
    let own = format!("/o/maker/products/{product}");
    let all = anna.get("/o/maker/documents").await;
    assert!(all.status == StatusCode::OK && all.body.contains("No papers yet"), "{}", all.body);
    let made = anna.post(&format!("{own}/releases/1.0.0/papers"), &[]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let place = made.header("location").to_owned();
    assert!(place.starts_with(&format!("{own}/documents?made=")), "{place}");
    let page = anna.get(&place).await.body;
    for says in
        ["were made", "Nothing has changed since", "EU declaration of conformity", "Download the pack"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    // Every address on the page leads somewhere.
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    for link in links.filter(|link| link.starts_with("/api/v1/")) {
        let seen = anna.ask(&link.replace("&amp;", "&")).await;
        assert_eq!(seen.status, StatusCode::OK, "{link}");
        assert!(seen.header("content-disposition").starts_with("attachment;"), "{link}");
    }
    let sboms = anna.get(&format!("{own}/documents?role=component-list&q=cdx")).await.body;
    assert!(sboms.contains("sbom.cdx.json") && !sboms.contains(">proofmark.toml<"), "{sboms}");
    let changed = DOSSIER.replace("1.0.0\"", "1.0.0\"\nplaced_on_the_market_on = 2028-01-15");
    let files = [("dossier", "proofmark.toml", changed.as_str())];
    let seen = anna.send_files(&format!("{own}/submissions"), &files).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    let page = anna.get(&format!("{own}/documents")).await.body;
    assert!(page.contains("The dossier changed since") && page.contains("Superseded"), "{page}");
    assert!(anna.get("/o/maker/documents").await.body.contains("The dossier changed since"));
    let german = anna.get("/o/maker/documents?named=nothing-of-the-kind").await;
    assert_eq!(german.status, StatusCode::OK);
}

#[tokio::test]
async fn an_auditor_sees_the_pages_without_the_button_and_another_product_s_people_nothing() {
    let house = TestHouse::new();
    let (mut anna, release) = handed_in(&house).await;
    let product = release.split('/').nth(6).unwrap().to_owned();
    let own = format!("/o/maker/products/{product}/documents");
    assert!(anna.get(&own).await.body.contains("Make the papers"));
    house.let_in("rita", "maker", Duty::Auditor);
    house.let_in_for("paul", "maker", Duty::Compliance, &["another-product"]);
    let mut rita = Browser::new(&house);
    rita.sign_in("rita").await;
    for path in ["/o/maker/documents", &own] {
        let seen = rita.get(path).await;
        assert!(seen.status == StatusCode::OK && !seen.body.contains("Make the papers"), "{path}");
    }
    let seen = rita.post(&own.replace("/documents", "/releases/1.0.0/papers"), &[]).await;
    assert_eq!(seen.status, StatusCode::FORBIDDEN);
    let mut paul = Browser::new(&house);
    paul.sign_in("paul").await;
    assert!(!paul.get("/o/maker/documents").await.body.contains(&product));
    assert!(matches!(paul.get(&own).await.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN));
}
