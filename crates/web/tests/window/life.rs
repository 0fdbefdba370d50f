//! A product's life through the window: handed in, seen, searched, told apart from another operator's.

use axum::http::StatusCode;
use proofmark_facts::Duty;

use crate::browser::Browser;
use crate::test_house::TestHouse;

pub(crate) const DOSSIER: &str = include_str!("dossier.toml");
pub(crate) const SBOM: &str = include_str!("sbom.cdx.json");

#[tokio::test]
async fn a_product_is_handed_in_and_every_page_about_it_is_there() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = Browser::new(&house);
    browser.sign_in("anna").await;
    assert!(browser.get("/o/maker").await.body.contains("No product yet"));
    let files = [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];
    let seen = browser.send_files("/o/maker/products", &files).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    let product = seen.header("location").to_owned();
    for path in [
        "/o/maker".to_owned(),
        product.clone(),
        format!("{product}/obligations?show=open"),
        format!("{product}/dossier"),
        format!("{product}/releases/1.0.0"),
        format!("{product}/dossier/1"),
        "/o/maker/findings".to_owned(),
        "/o/maker/approvals".to_owned(),
        "/o/maker/ledger".to_owned(),
        "/o/maker/feeds".to_owned(),
        "/o/maker/people".to_owned(),
        "/o/maker/settings".to_owned(),
        "/o/maker/search?q=left".to_owned(),
        "/account".to_owned(),
    ] {
        let seen = browser.get(&path).await;
        assert_eq!(seen.status, StatusCode::OK, "{path}: {}", seen.body);
        assert_eq!(seen.body.matches("<h1").count(), 1, "{path}");
        assert!(!seen.body.contains(">web-") && !seen.body.contains("style=\""), "{path}: {}", seen.body);
    }
    assert!(browser.get("/o/maker/search?q=left").await.body.contains("left-pad"));
    let file = browser.get(&format!("{product}/files?path=proofmark.toml")).await;
    assert_eq!(file.body, DOSSIER);
    assert!(file.header("content-disposition").starts_with("attachment"));
}

#[tokio::test]
async fn a_dossier_is_no_way_round_the_second_person() {
    const DISMISSAL: &str = r#"
[[vulnerability_decisions]]
vulnerability = "CVE-2028-0001"
component = "pkg:npm/left-pad@1.0.0"
status = "not_affected"
justification = "vulnerable_code_not_present"
because = "nobody pads here"
"#;
    let house = TestHouse::new();
    house.set_up();
    let mut browser = Browser::new(&house);
    browser.sign_in("anna").await;
    let files = [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];
    let product = browser.send_files("/o/maker/products", &files).await.header("location").to_owned();
    let hand_in = format!("{product}/submissions");
    let dismissing = format!("{DOSSIER}{DISMISSAL}");
    let seen = browser.send_files(&hand_in, &[("files", "proofmark.toml", &dismissing)]).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", seen.body);
    assert!(seen.body.contains("CVE-2028-0001") && seen.body.contains("no second person"), "{}", seen.body);
    let kept = browser.get(&format!("{product}/files?path=proofmark.toml")).await;
    assert_eq!(kept.body, DOSSIER, "nothing of it was kept");
    // What dismisses nothing needs nobody else.
    let affected = dismissing.replace("not_affected", "affected");
    let affected = affected.replace("justification = \"vulnerable_code_not_present\"\n", "");
    let seen = browser.send_files(&hand_in, &[("files", "proofmark.toml", &affected)]).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    // A product's first dossier is taken over as it is.
    let other = dismissing.replace("Gateway <i>7</i>", "Another");
    let files = [("files", "proofmark.toml", other.as_str()), ("files", "sbom.cdx.json", SBOM)];
    let seen = browser.send_files("/o/maker/products", &files).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    let again = other.replace("kind = \"software\"", "kind = \"software\"\ndescription = \"x\"");
    let path = format!("{}/submissions", seen.header("location"));
    let seen = browser.send_files(&path, &[("files", "proofmark.toml", &again)]).await;
    assert_ne!(seen.code(), "record-unapproved", "what stood before stands: {}", seen.body);
}

#[tokio::test]
async fn the_api_says_the_same_and_does_a_change_once() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = Browser::new(&house);
    browser.sign_in("anna").await;
    let files = [("dossier", "proofmark.toml", DOSSIER), ("sbom", "sbom.cdx.json", SBOM)];
    let seen = browser.send_files("/api/v1/operators/maker/submissions", &files).await;
    assert_eq!(seen.status, StatusCode::CREATED, "{}", seen.body);
    let answer: serde_json::Value = serde_json::from_str(&seen.body).unwrap();
    assert_eq!(answer["gate"], "closed", "nobody looked for vulnerabilities");
    let document = seen.header("location").to_owned();
    let kept = browser.ask(&document).await;
    assert_eq!(kept.status, StatusCode::OK);
    let kept: serde_json::Value = serde_json::from_str(&kept.body).unwrap();
    assert_eq!(kept["release"], "1.0.0");
    let product = answer["product"].as_str().unwrap().to_owned();
    let shown = browser.ask(&format!("/api/v1/operators/maker/products/{product}")).await;
    assert!(shown.header("etag").starts_with('"') && shown.body.contains(&product));
    let list = browser.ask("/api/v1/operators/maker/components?named=left").await;
    assert!(list.body.contains("left-pad"), "{}", list.body);
}

#[tokio::test]
async fn nobody_of_another_operator_learns_that_it_is_there() {
    let house = TestHouse::new();
    house.set_up();
    house.add_operator("Other");
    house.let_in("olga", "other", Duty::ProductOwner);
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let files = [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];
    let product = anna.send_files("/o/maker/products", &files).await.header("location").to_owned();
    let mut olga = Browser::new(&house);
    olga.sign_in("olga").await;
    let there = olga.ask(&product).await;
    let nowhere = olga.ask("/o/nobody/products/nothing").await;
    assert_eq!((there.status, there.code()), (StatusCode::NOT_FOUND, "web-not-found".to_owned()));
    assert_eq!((nowhere.status, nowhere.code()), (there.status, there.code()));
    assert!(!olga.get("/o/other/ledger").await.body.contains("maker"));
    assert!(olga.get("/o/other").await.body.contains("No product yet"));
}

#[tokio::test]
async fn the_ledger_can_be_followed_from_outside() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = Browser::new(&house);
    assert_eq!(browser.ask("/ledger/checkpoint").await.status, StatusCode::NOT_FOUND);
    house.in_store(|store| {
        let signer = proofmark_web::House::signer(&*house);
        proofmark_actions::seal_batch(store, signer).unwrap();
    });
    let checkpoint = browser.ask("/ledger/checkpoint").await.body;
    let size: u64 = checkpoint.lines().nth(1).unwrap().parse().unwrap();
    assert_eq!(browser.ask(&format!("/ledger/tile/0/000.p/{size}")).await.status, StatusCode::OK);
    assert_eq!(
        browser.ask(&format!("/ledger/tile/0/000.p/{}", size + 1)).await.status,
        StatusCode::NOT_FOUND
    );
    let entries = browser.ask(&format!("/ledger/tile/entries/000.p/{size}")).await;
    assert_eq!(entries.status, StatusCode::UNAUTHORIZED, "lines name operators and people");
}
