//! What nobody asked is never shown as fine: lists that were not handed in, databases that are not there.

use axum::http::StatusCode;
use serde_json::Value;

use crate::browser::Browser;
use crate::life::{DOSSIER, SBOM};
use crate::test_house::TestHouse;

const NO_LIST: &str = "no component list: nothing was checked";
const NO_DATA: &str = "no vulnerability database: nothing was checked";

/// A product of this dossier with this component list; its path.
async fn handed_in(anna: &mut Browser, dossier: &str, sbom: Option<&str>) -> String {
    let mut files = vec![("files", "proofmark.toml", dossier)];
    files.extend(sbom.map(|sbom| ("files", "sbom.cdx.json", sbom)));
    let seen = anna.send_files("/o/maker/products", &files).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    seen.header("location").to_owned()
}

async fn pages_say(anna: &mut Browser, product: &str, says: &str) {
    for path in ["/o/maker".to_owned(), product.to_owned(), format!("{product}/releases/1.0.0")] {
        let seen = anna.get(&path).await;
        assert_eq!(seen.status, StatusCode::OK, "{path}: {}", seen.body);
        assert!(seen.body.contains(says), "{path} does not say {says:?}: {}", seen.body);
        assert!(!seen.body.contains(">none known<"), "{path}: {}", seen.body);
        assert!(!seen.body.contains("<li class=\"good\"><strong>0<"), "{path}: {}", seen.body);
    }
}

#[tokio::test]
async fn a_release_without_a_component_list_is_not_said_to_have_no_findings() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let bare = DOSSIER.replace("sbom = \"sbom.cdx.json\"\n", "");
    let product = handed_in(&mut anna, &bare, None).await;
    pages_say(&mut anna, &product, NO_LIST).await;
    let id = product.rsplit('/').next().unwrap();
    let kept = anna.ask(&format!("/api/v1/operators/maker/products/{id}")).await;
    let kept: Value = serde_json::from_str(&kept.body).unwrap();
    assert_eq!(kept["standing"]["looked_for"]["component_list"], false, "programs are told too: {kept}");
}

#[tokio::test]
async fn a_release_nobody_held_against_a_database_is_not_said_to_have_no_findings() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let product = handed_in(&mut anna, DOSSIER, Some(SBOM)).await;
    pages_say(&mut anna, &product, NO_DATA).await;
    let list = anna.get("/o/maker/findings").await.body;
    assert!(list.contains("There is no vulnerability database"), "{list}");
}

#[tokio::test]
async fn an_obligation_nobody_can_decide_is_counted_alike_everywhere() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let product = handed_in(&mut anna, DOSSIER, Some(SBOM)).await;
    let id = product.rsplit('/').next().unwrap();
    let kept = anna.ask(&format!("/api/v1/operators/maker/products/{id}")).await;
    let kept: Value = serde_json::from_str(&kept.body).unwrap();
    let of = |word: &str| kept["standing"]["obligations"][word].as_u64().unwrap();
    assert!(of("undecided") > 0, "{kept}");
    let page = anna.get(&format!("{product}/obligations?show=undecided")).await.body;
    assert!(page.contains(&format!("undecided <span class=\"quiet\">{}</span>", of("undecided"))), "{page}");
    assert_eq!(page.matches("<tr id=\"").count() as u64, of("undecided"));
    let all = of("met") + of("open") + of("late") + of("undecided");
    let portfolio = anna.get("/o/maker").await.body;
    assert!(portfolio.contains(&format!("{} of {all} met", of("met"))), "{portfolio}");
}
