//! Every list of the API gives from one to two hundred entries at a time, and says so to whoever asks for more or for none.

use proofmark_facts::Duty;
use proofmark_web::{Kind, Method, ROUTES, openapi};
use serde_json::Value;

use crate::browser::Browser;
use crate::life::{DOSSIER, SBOM};
use crate::matrix::path;
use crate::program::API;
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
            seen.refused(400, "ends-limit");
        }
        for limit in ["1", "200"] {
            let seen = anna.ask(&format!("{place}?limit={limit}")).await;
            // What the path names need not be there; the limit is not what is wrong.
            assert_ne!(seen.code(), "ends-limit", "{place} {limit}");
        }
    }
    assert!(lists > 10, "{lists}");
}

#[test]
fn no_list_of_the_api_is_given_whole() {
    let document: Value = serde_json::from_str(&openapi(ROUTES, "proofmark 1.2.3")).unwrap();
    for route in ROUTES.iter().filter(|route| route.kind == Kind::Api && route.method == Method::Get) {
        let answers = &document["paths"][route.path.replace("{*", "{")]["get"]["responses"]["200"];
        let schema = &answers["content"]["application/json"]["schema"];
        let named =
            schema["$ref"].as_str().map(|place| document.pointer(place.trim_start_matches('#')).unwrap());
        let schema = named.unwrap_or(schema);
        let forms = schema["anyOf"].as_array().cloned().unwrap_or_else(|| vec![schema.clone()]);
        assert!(
            forms.iter().all(|form| form["type"] != "array"),
            "{} gives a list without pages",
            route.name
        );
    }
}

#[tokio::test]
async fn lists_are_walked_page_by_page_without_a_gap() {
    let house = TestHouse::new();
    house.set_up();
    for (name, duty) in [("ben", Duty::Approver), ("cora", Duty::Compliance), ("dora", Duty::Administrator)] {
        house.let_in(name, "maker", duty);
    }
    house.add_operator("Other");
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let files = [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];
    let product = anna.send_files("/o/maker/products", &files).await.header("location").to_owned();
    let product = product.rsplit('/').next().unwrap().to_owned();
    for name in ["one", "two", "three"] {
        house.wait(1);
        let hold = serde_json::json!({ "name": name, "because": "an inquiry" });
        anna.tell(&format!("{API}/holds"), hold).await.held(201);
        let webhook = serde_json::json!({ "name": name, "url": "https://chat.example/hook", "events": ["gate.closed"] });
        anna.tell(&format!("{API}/webhooks"), webhook).await;
        let duties = serde_json::json!({ "duties": [{ "duty": "engineer" }], "because": name });
        anna.tell(&format!("{API}/people/cora/duties"), duties).await.held(202);
        let token = serde_json::json!({ "name": name, "duties": [{ "duty": "product-owner" }],
            "expires_at": "2028-06-01T00:00:00Z" });
        anna.tell(&format!("{API}/tokens"), token).await.held(201);
    }
    let mut walked = Vec::new();
    for route in ROUTES.iter().filter(|route| route.kind == Kind::Api && route.method == Method::Get) {
        let place = path(route, "maker", &product);
        let whole = anna.ask(&format!("{place}?limit=200")).await;
        let Some(items) = serde_json::from_str::<Value>(&whole.body)
            .ok()
            .and_then(|page| page["items"].as_array().cloned())
        else {
            continue;
        };
        let (mut one_by_one, mut after) = (Vec::new(), String::new());
        for _ in 0..=items.len() {
            let page = anna.ask(&format!("{place}?limit=1{after}")).await.held(200);
            one_by_one.extend(page.items());
            let Some(next) = page.json()["next"].as_str().map(str::to_owned) else { break };
            let next = next.replace('%', "%25").replace('+', "%2B").replace(' ', "%20");
            after = format!("&after={}", next.replace('#', "%23").replace('&', "%26"));
        }
        // A ledger grows by nothing here, and a page may be empty where all the others were seen.
        assert_eq!(one_by_one, items, "{}", route.name);
        if items.len() > 2 {
            walked.push(route.name);
        }
    }
    for name in ["list-people", "list-proposals", "list-holds", "list-tokens", "list-lines"] {
        assert!(walked.contains(&name), "{name}: {walked:?}");
    }
}
