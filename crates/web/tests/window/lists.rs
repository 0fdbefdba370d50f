//! Every list of the API gives from one to two hundred entries at a time, and says so to whoever asks for more or for none.

use proofmark_web::{Kind, Method, ROUTES, openapi};
use serde_json::Value;

use crate::browser::Browser;
use crate::life::{DOSSIER, SBOM};
use crate::matrix::path;
use crate::test_house::TestHouse;

#[tokio::test]
async fn no_list_takes_none_or_more_than_two_hundred() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let files = [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];
    let product = anna.send_files("/o/maker/products", &files).await.header("location").to_owned();
    let product = product.rsplit('/').next().unwrap().to_owned();
    let document: Value = serde_json::from_str(&openapi(ROUTES, "proofmark 1.2.3")).unwrap();
    let mut lists = 0;
    for route in ROUTES.iter().filter(|route| route.kind == Kind::Api && route.method == Method::Get) {
        let parameters = &document["paths"][route.path.replace("{*", "{")]["get"]["parameters"];
        let all = parameters.as_array().into_iter().flatten();
        if !all.into_iter().any(|one| one["name"] == "limit") {
            continue;
        }
        lists += 1;
        let place = path(route, "maker", &product);
        for limit in ["0", "201", "-1", "many", "18446744073709551616"] {
            let seen = anna.ask(&format!("{place}?limit={limit}")).await;
            seen.refused(422, "ends-limit");
        }
        for limit in ["1", "200", ""] {
            let seen = anna.ask(&format!("{place}?limit={limit}")).await;
            // What the path names need not be there; the limit is not what is wrong.
            assert_ne!(seen.code(), "ends-limit", "{place} {limit}");
        }
    }
    assert!(lists > 10, "{lists}");
}
