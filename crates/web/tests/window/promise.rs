//! Every answer of the API that a test gets is held against what the `OpenAPI` document promises of it.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use axum::http::StatusCode;
use jsonschema::Validator;
use proofmark_web::{ROUTES, Route, openapi};
use serde_json::{Value, json};

static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&openapi(ROUTES, "proofmark 1.2.3")).unwrap());

/// By pointer into the document, made when first asked for.
static VALIDATORS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

/// Panics when the answer of this method and path is not what the document says it is.
pub(crate) fn holds(method: &str, path: &str, status: StatusCode, content_type: &str, body: &[u8]) {
    let path = path.split('?').next().unwrap_or_default();
    let Some(route) = route(method, path) else { return };
    let responses =
        &DOCUMENT["paths"][route.path.replace("{*", "{")][method.to_ascii_lowercase()]["responses"];
    let class = format!("{}XX", status.as_u16() / 100);
    let answer = [status.as_str(), &class].into_iter().find(|answer| responses[*answer].is_object());
    let Some(answer) = answer else { panic!("{method} {path} answers {status}, which is not described") };
    if status == StatusCode::NOT_MODIFIED {
        return;
    }
    let place = responses[answer]["$ref"].as_str().unwrap_or_default().trim_start_matches('#');
    let response = if place.is_empty() { &responses[answer] } else { DOCUMENT.pointer(place).unwrap() };
    let media = content_type.split(';').next().unwrap_or_default().trim();
    let said = &response["content"][media];
    assert!(said.is_object(), "{method} {path} answers {status} in {content_type}, which is not described");
    let said = &said["schema"];
    if said.is_null() {
        return;
    }
    let value: Value =
        serde_json::from_slice(body).unwrap_or_else(|error| panic!("{method} {path}: {error}"));
    if let Err(broken) = validator(&format!("{}/{answer}", route.name), said).validate(&value) {
        panic!("{method} {path} breaks its promise at {}: {broken}\n{value:#}", broken.instance_path());
    }
}

/// The route of the API that answers; words go before names.
fn route(method: &str, path: &str) -> Option<&'static Route> {
    let fitting =
        |route: &&Route| route.is_of_api() && route.method.word() == method && fits(route.path, path);
    ROUTES.iter().filter(fitting).min_by_key(|route| route.names().count())
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut patterns, mut segments) = (pattern.split('/'), path.split('/'));
    loop {
        match (patterns.next(), segments.next()) {
            (None, None) => return true,
            (Some(pattern), Some(_)) if pattern.starts_with("{*") => return true,
            (Some(pattern), Some(segment)) if pattern == segment || pattern.starts_with('{') => {}
            _ => return false,
        }
    }
}

fn validator(name: &str, schema: &Value) -> Arc<Validator> {
    let mut all = VALIDATORS.lock().unwrap();
    let made = all.entry(name.to_owned()).or_insert_with(|| {
        let whole = json!({ "allOf": [schema], "components": DOCUMENT["components"] });
        Arc::new(jsonschema::draft202012::new(&whole).unwrap())
    });
    Arc::clone(made)
}

#[test]
fn an_answer_that_lacks_what_is_promised_is_noticed() {
    let answered = |body: &'static [u8]| {
        let held = || holds("GET", "/api/v1/me", StatusCode::OK, "application/json", body);
        std::panic::catch_unwind(held).is_ok()
    };
    assert!(!answered(b"{}"));
    assert!(!answered(b"[]"));
    assert!(route("GET", "/api/v1/me/nothing").is_none());
    let refused = |body| holds("GET", "/api/v1/me", StatusCode::FORBIDDEN, "application/problem+json", body);
    assert!(std::panic::catch_unwind(|| refused(br#"{"title":"no"}"#)).is_err());
}
