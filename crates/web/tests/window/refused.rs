//! What was refused, as a person reads it: once, under a heading of its kind, with the navigation and a way on.

use axum::http::StatusCode;
use proofmark_facts::Duty;

use crate::browser::{Browser, Seen};
use crate::life::{DOSSIER, SBOM};
use crate::test_house::TestHouse;

const NAVIGATION: &str = "<nav class=\"side\"";

fn heading(seen: &Seen) -> &str {
    assert_eq!(seen.body.matches("<h1").count(), 1, "{}", seen.body);
    seen.body.split("<h1>").nth(1).unwrap().split("</h1>").next().unwrap()
}

#[tokio::test]
async fn whoever_is_signed_in_keeps_their_navigation_and_has_a_way_on() {
    let house = TestHouse::new();
    house.set_up();
    house.add_operator("Other");
    house.let_in("dora", "maker", Duty::Auditor);
    house.let_in("olga", "other", Duty::ProductOwner);
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    for (path, above) in [
        ("/o/maker/products/nothing", "/o/maker"),
        ("/o/maker/products/nothing/releases/1", "/o/maker/products/nothing"),
        ("/o/maker/nowhere", "/o/maker"),
    ] {
        let seen = anna.get(path).await;
        assert_eq!((seen.status, heading(&seen)), (StatusCode::NOT_FOUND, "Not found"), "{path}");
        assert!(seen.body.contains(NAVIGATION) && seen.body.contains("href=\"/o/maker/findings\""), "{path}");
        assert!(seen.body.contains(&format!("href=\"{above}\"")), "{path}: {}", seen.body);
    }
    let mut dora = Browser::new(&house);
    dora.sign_in("dora").await;
    let files = [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];
    let product = anna.send_files("/o/maker/products", &files).await.header("location").to_owned();
    let seen = dora.post(&format!("{product}/assessments"), &[]).await;
    assert_eq!((seen.status, heading(&seen)), (StatusCode::FORBIDDEN, "Not allowed"), "{}", seen.body);
    assert!(seen.body.contains(NAVIGATION) && seen.body.contains(&format!("href=\"{product}\"")));
    // Whose operator it is not learns nothing of it, and stands at a desk of their own.
    let mut olga = Browser::new(&house);
    olga.sign_in("olga").await;
    let seen = olga.get("/o/maker/findings").await;
    assert_eq!(heading(&seen), "Not found");
    assert!(
        seen.body.contains("href=\"/o/other/findings\"") && !seen.body.contains("Maker"),
        "{}",
        seen.body
    );
    let mut nobody = Browser::new(&house);
    let seen = nobody.get("/nowhere").await;
    assert_eq!(heading(&seen), "Not found");
    assert!(!seen.body.contains(NAVIGATION));
}

#[tokio::test]
async fn what_is_wrong_is_said_once_and_the_forms_on_the_page_still_work() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let seen = anna.post("/o/maker/findings/decisions", &[("status", "affected"), ("because", "x")]).await;
    assert_eq!((seen.status, heading(&seen)), (StatusCode::UNPROCESSABLE_ENTITY, "Not done"));
    assert_eq!(seen.body.matches("No finding was chosen").count(), 1, "{}", seen.body);
    assert!(seen.body.contains("Tick the findings"), "{}", seen.body);
    assert!(seen.body.contains(NAVIGATION) && seen.body.contains("href=\"/o/maker/findings\""));
    let out = anna.post("/sign-out", &[]).await;
    assert_eq!(out.status, StatusCode::SEE_OTHER, "{}", out.body);
}
