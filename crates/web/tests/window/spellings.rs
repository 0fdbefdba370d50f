//! A value has one spelling: parameters that are empty, doubled or no value of theirs are refused by name everywhere in the
//! API, and a number in a path that is written in another way names nothing.

use proofmark_web::{ROUTES, Route, openapi};
use serde_json::Value;

use crate::bodies::Anybody;
use crate::matrix::path;

/// A number in other ways than its one.
const OTHER: [&str; 9] =
    ["01", "001", "+1", "-1", "%201", "1%20", "1.0", "0x1", "99999999999999999999999999"];

/// What is no value of a parameter of this kind; by hand, beside what the window asks of the same schema.
fn no_values(schema: &Value) -> &'static [&'static str] {
    let form = schema.to_string();
    let is = |sign: &str| form.contains(sign);
    if is("boolean") {
        &["1", "yes", "True", "%20true", "null"]
    } else if is("integer") {
        &["x", "01", "-1", "%2B1", "1.0", "1e1", "%201", "99999999999999999999999999", "null"]
    } else if is("\"number\"") {
        &["x", "-1", "10.5", "1e1", "NaN", "7,5", "null"]
    } else if is("\"date\"") {
        &["x", "today", "2027-02-30", "11.12.2027", "20271211", "null"]
    } else if is("[0-9a-f]{64}") {
        &["x", "abc", "null"]
    } else if is("enum") || is("const") {
        &["no-such-word", "%20", "null"]
    } else {
        &[]
    }
}

#[tokio::test]
async fn no_place_of_the_api_takes_a_value_that_is_none_of_its_parameters() {
    let mut anybody = Anybody::come().await;
    let document: Value = serde_json::from_str(&openapi(ROUTES, "proofmark 1.2.3")).unwrap();
    let (mut kinds, mut held) = (0, 0);
    for route in ROUTES.iter().filter(|route| route.is_of_api()) {
        let method = route.method.word().to_lowercase();
        let parameters = &document["paths"][route.path.replace("{*", "{")][method]["parameters"];
        let parameters = parameters.as_array().unwrap().iter().filter(|one| one["in"] == "query");
        for parameter in parameters {
            let name = parameter["name"].as_str().unwrap();
            let schema = resolved(&document, &parameter["schema"]);
            let wrong = no_values(&schema);
            kinds += usize::from(!wrong.is_empty());
            let ask = |value: &str| format!("?{name}={value}");
            let mut asked = vec![
                (ask(""), Some("ends-parameter-empty")),
                (format!("?{name}"), Some("ends-parameter-empty")),
            ];
            asked.extend(wrong.iter().map(|value| (ask(value), None)));
            if wrong.is_empty() {
                asked.push((format!("?{name}=a&{name}=a"), Some("ends-parameter-twice")));
            }
            for (query, code) in asked {
                let seen = anybody.send(route, &query, "", b"").await;
                let problem = seen.json();
                assert_eq!(seen.status.as_u16(), 400, "{} {query}: {}", route.name, seen.body);
                assert_eq!(
                    problem["problems"][0]["place"]["path"], name,
                    "{} {query}: {problem}",
                    route.name
                );
                assert!(problem["detail"].as_str().unwrap().contains(name), "{}: {problem}", route.name);
                assert!(code.is_none_or(|code| problem["code"] == code), "{} {query}: {problem}", route.name);
                held += 1;
            }
        }
    }
    assert!(kinds > 20 && held > 200, "{kinds} {held}");
}

/// A schema with what it refers to in its place.
fn resolved(document: &Value, schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some(place) = schema["$ref"].as_str() {
        schema = document.pointer(place.trim_start_matches('#')).unwrap().clone();
    }
    if let Some(forms) = schema["anyOf"].as_array() {
        schema["anyOf"] = forms.iter().map(|form| resolved(document, form)).collect();
    }
    schema.as_object_mut().unwrap().remove("description");
    schema
}

#[tokio::test]
async fn no_list_goes_on_behind_a_page_that_was_never_given() {
    let mut anybody = Anybody::come().await;
    for name in [
        "list-products",
        "list-findings",
        "list-components",
        "list-releases",
        "list-cases",
        "list-lines",
        "list-packs",
        "list-attestations",
    ] {
        let route = route(name);
        for after in ["nonsense", "01", "-1", "W10"] {
            let seen = anybody.send(route, &format!("?after={after}"), "", b"").await;
            assert_eq!(seen.json()["problems"][0]["place"]["path"], "after", "{name}: {}", seen.body);
            seen.refused(400, "store-page-unknown");
        }
    }
}

fn route(name: &str) -> &'static Route {
    ROUTES.iter().find(|route| route.name == name).unwrap_or_else(|| panic!("no route `{name}`"))
}

#[tokio::test]
async fn a_number_in_a_path_has_one_spelling() {
    let mut anybody = Anybody::come().await;
    let numbered = ["{revision}", "{line}", "{size}", "{place}"];
    let (mut routes, mut there) = (0, 0);
    for route in ROUTES.iter().filter(|route| numbered.iter().any(|name| route.path.contains(name))) {
        routes += 1;
        let plain = path(route, "maker", "{product}");
        assert!(plain.contains("/1"), "{plain}");
        there += usize::from(anybody.get_with(route, "1").await.status.as_u16() == 200);
        for other in OTHER {
            let seen = anybody.get_with(route, other).await;
            assert_eq!(seen.status.as_u16(), 404, "{} {other}: {}", route.name, seen.body);
        }
    }
    assert!(routes >= 8 && there >= 3, "{routes} {there}");
}
