//! A parameter nobody knows is refused everywhere in the API: a filter that is mistyped would let everything through.

use proofmark_web::{ROUTES, Takes, openapi};
use serde_json::Value;

use crate::bodies::Anybody;

#[tokio::test]
async fn no_place_of_the_api_takes_a_parameter_it_does_not_know() {
    let mut anybody = Anybody::come().await;
    let document: Value = serde_json::from_str(&openapi(ROUTES, "proofmark 1.2.3")).unwrap();
    for route in ROUTES.iter().filter(|route| route.is_of_api()) {
        let method = route.method.word().to_lowercase();
        let parameters = &document["paths"][route.path.replace("{*", "{")][method]["parameters"];
        let parameters = parameters.as_array().unwrap().iter().filter(|one| one["in"] == "query");
        let known: Vec<&str> = parameters.filter_map(|one| one["name"].as_str()).collect();
        for name in ["no-such-parameter", "limitt", "Limit", "form"] {
            let media = if route.takes == Takes::Nothing { "" } else { "application/json" };
            let seen = anybody.send(route, &format!("?{name}=1"), media, b"").await;
            let problem = seen.json();
            let code = if known.is_empty() { "ends-no-parameters" } else { "ends-unknown-parameter" };
            seen.refused(422, code);
            assert!(problem["detail"].as_str().unwrap().contains(name), "{}: {problem}", route.name);
            assert_eq!(problem["problems"][0]["place"]["path"], name);
            for one in &known {
                let hint = problem["hint"].as_str().unwrap();
                assert!(hint.contains(&format!("`{one}`")), "{}: {hint}", route.name);
            }
        }
    }
}

#[tokio::test]
async fn a_score_is_asked_on_its_own_scale() {
    let mut anybody = Anybody::come().await;
    let list = ROUTES.iter().find(|route| route.name == "list-findings").unwrap();
    for score in ["-1", "10.1", "70", "high"] {
        anybody
            .send(list, &format!("?score_from={score}"), "", b"")
            .await
            .refused(400, "ends-parameter-number");
    }
    for score in ["0", "7", "9.8", "10.0"] {
        anybody.send(list, &format!("?score_from={score}"), "", b"").await.held(200);
    }
    let page = ROUTES.iter().find(|route| route.name == "findings").unwrap();
    let page = anybody.send(page, "?score_from=7", "", b"").await.held(200);
    assert!(page.body.contains(r#"<option value="7.0" selected"#), "{}", page.body);
}
