//! Every text of every body the API takes gets hostile words, and every page and answer shows them as words. Bodies come from
//! the register's own schemas, text by text: a new route is asked without anybody naming it here.

use std::collections::BTreeSet;

use axum::body::Body;
use proofmark_facts::Duty;
use proofmark_web::{ROUTES, Route, Takes, openapi};
use serde_json::{Map, Value, json};

use crate::browser::{Browser, Seen};
use crate::foreign_fields::Found;
use crate::foreign_house::{furnish, hostile_house};
use crate::foreign_words::{BROKEN, HOSTILE, sound};
use crate::matrix::path;
use crate::program::API;

/// What stands where nothing hostile does, by the text's name; `#` is a new number every time.
const USUAL: &[(&str, &str)] = &[
    ("account", "guest#"),
    ("administrator", "anna"),
    ("audience", "proofmark"),
    ("code", "000000"),
    ("component", "pkg:npm/left-pad@1.0.0"),
    ("duty", "product-owner"),
    ("email", "ida@maker.example"),
    ("events", "gate.closed"),
    ("expires_at", "2028-03-01T09:00:00Z"),
    ("from", "p@maker.example"),
    ("host", "mail.example"),
    ("issuer", "https://id.example"),
    ("justification", "vulnerable_code_not_present"),
    ("operator", "maker"),
    ("other", "boris"),
    ("security", "tls"),
    ("status", "under_investigation"),
    ("url", "https://chat.example/x"),
    ("vulnerability", "GHSA-aaaa-bbbb-cccc"),
];

/// A step into a body: a field of this name, an entry of a list, or the name of an entry of a map.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Field(String),
    Entry,
    Name,
}

/// The API's own description of itself.
struct Described(Value);

impl Described {
    fn now() -> Self {
        Self(serde_json::from_str(&openapi(ROUTES, "proofmark 1.2.3")).unwrap())
    }

    /// What a route's body must be like.
    fn body(&self, route: &Route) -> &Value {
        let operation = &self.0["paths"][route.path.replace("{*", "{")][route.method.word().to_lowercase()];
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{} does not say what it takes", route.name);
        self.plain(schema)
    }

    /// The schema itself: what is referred to, and of several forms the first that is something.
    fn plain<'a>(&'a self, schema: &'a Value) -> &'a Value {
        if let Some(place) = schema["$ref"].as_str() {
            return self.plain(self.0.pointer(place.trim_start_matches('#')).unwrap());
        }
        let forms =
            ["anyOf", "oneOf", "allOf"].into_iter().filter_map(|any| schema[any].as_array()).flatten();
        let mut forms = forms.filter(|form| form["type"] != "null" && form.get("const").is_none());
        forms.next().map_or(schema, |form| self.plain(form))
    }

    /// Every place of a body where text stands.
    fn texts(&self, schema: &Value, at: &[Step]) -> BTreeSet<Vec<Step>> {
        let schema = self.plain(schema);
        let below = |step: Step, inner: &Value| self.texts(inner, &[at, &[step]].concat());
        let is = |kind: &str| {
            schema["type"] == kind || schema["type"].as_array().is_some_and(|all| all.contains(&kind.into()))
        };
        if is("array") {
            return below(Step::Entry, &schema["items"]);
        }
        let mut found = BTreeSet::new();
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            found.extend(below(Step::Field(name.clone()), inner));
        }
        if schema["additionalProperties"].is_object() {
            found.insert([at, &[Step::Name]].concat());
            found.extend(below(Step::Field("repository".to_owned()), &schema["additionalProperties"]));
        }
        if is("string") || schema["enum"].is_array() || schema["oneOf"].is_array() {
            found.insert(at.to_vec());
        }
        found
    }

    /// A body that is good enough, with these words at this place.
    fn filled(&self, schema: &Value, name: &str, at: Option<(&[Step], &str)>, number: usize) -> Value {
        let chosen = schema["oneOf"].as_array().and_then(|all| all.first()).map(|one| one["const"].clone());
        let schema = self.plain(schema);
        if let Some(([], words)) = at {
            return words.into();
        }
        if let Some(items) = schema.get("items") {
            let inner = at.map(|(steps, words)| (&steps[1..], words));
            return json!([self.filled(items, name, inner, number)]);
        }
        if schema["properties"].is_object() || schema["additionalProperties"].is_object() {
            return self.object(schema, at, number);
        }
        if let Some((_, usual)) = USUAL.iter().find(|(usual, _)| *usual == name) {
            return usual.replace('#', &number.to_string()).into();
        }
        let named = schema["enum"].as_array().and_then(|all| all.first()).cloned().or(chosen);
        match (named, schema["type"].as_str().or_else(|| schema["type"][0].as_str())) {
            (Some(named), _) => named,
            (None, Some("integer")) => schema["minimum"].as_u64().unwrap_or(1).max(1).into(),
            (None, Some("boolean")) => false.into(),
            (None, _) => format!("{name} {number}").into(),
        }
    }

    /// What is required, and the way to the place.
    fn object(&self, schema: &Value, at: Option<(&[Step], &str)>, number: usize) -> Value {
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut made = Map::new();
        let way = at.map(|(steps, words)| (&steps[0], &steps[1..], words));
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            let here = way
                .filter(|(step, ..)| **step == Step::Field(name.clone()))
                .map(|(_, rest, words)| (rest, words));
            if here.is_some() || required.contains(&name.as_str()) {
                made.insert(name.clone(), self.filled(inner, name, here, number));
            }
        }
        let others = &schema["additionalProperties"];
        match way {
            Some((Step::Name, _, words)) => drop(made.insert(words.to_owned(), "maker/x".into())),
            Some((Step::Field(name), rest, words)) if others.is_object() => {
                made.insert(name.clone(), self.filled(others, name, Some((rest, words)), number));
            }
            _ if others.is_object() => {
                drop(made.insert("repository".to_owned(), format!("maker/x{number}").into()));
            }
            _ => {}
        }
        made.into()
    }
}

/// What the path's names stand for, so that what is sent reaches what is there.
fn filled_path(route: &Route, product: &str, there: &[(&str, String)]) -> String {
    let named = there.iter().fold(route.path.to_owned(), |path, (name, id)| path.replace(name, id));
    let named = Route { path: Box::leak(named.into_boxed_str()), ..crate::deeds::copy(route) };
    path(&named, "maker", product)
}

async fn send(browser: &mut Browser, route: &Route, path: &str, body: &Value) -> Seen {
    let form = browser.form.clone();
    let request =
        browser.request(route.method.word(), path).header("x-form-token", form).header("if-match", "*");
    let request = request.header("content-type", "application/json");
    let mut request = request.body(Body::from(body.to_string())).unwrap();
    request.headers_mut().insert("accept", "application/json".parse().unwrap());
    browser.send(request).await
}

/// Those of the API's routes that take a body of JSON.
fn taking_json() -> impl Iterator<Item = &'static Route> {
    ROUTES.iter().filter(|route| route.is_of_api() && matches!(route.takes, Takes::Json(_)))
}

/// Sends hostile words at every place; gives the routes that took any, with the places.
async fn tried(
    mut browsers: [&mut Browser; 2],
    product: &str,
    there: &[(&str, String)],
) -> BTreeSet<(&'static str, String)> {
    let described = Described::now();
    let long = "pm<script>pm</script>".repeat(10_000);
    let (mut texts, mut taken, mut number) = (0, BTreeSet::new(), 0);
    for route in taking_json() {
        let schema = described.body(route);
        let path = filled_path(route, product, there);
        let all = described.texts(schema, &[]);
        texts += all.len();
        for at in &all {
            for words in [HOSTILE, BROKEN, "\0", "\u{202e}\u{2066}", " ", "", long.as_str()] {
                number += 1;
                let body = described.filled(schema, "", Some((at, words)), number);
                for browser in &mut browsers {
                    let seen = send(browser, route, &path, &body).await;
                    let what = format!("{} {at:?} {words:.40?}", route.name);
                    // Answers hold to their schema too, wherever one is sent.
                    assert!(seen.status.as_u16() < 500, "{what}: {} {}", seen.status, seen.body);
                    assert!(!seen.header("content-type").starts_with("text/html"), "{what}");
                    assert!(serde_json::from_str::<Value>(&seen.body).is_ok(), "{what}: {}", seen.body);
                    if seen.status.is_success() && words == HOSTILE {
                        taken.insert((route.name, format!("{at:?}")));
                    }
                    if !matches!(seen.code().as_str(), "web-not-found" | "access-may-not") {
                        break;
                    }
                }
            }
        }
    }
    assert!(texts > 60, "{texts}");
    taken
}

#[tokio::test]
async fn hostile_words_in_every_text_of_every_body_stay_words() {
    let (house, mut anna, product) = hostile_house().await;
    furnish(&house, &mut anna, &product).await;
    house.let_in("cora", "maker", Duty::Compliance);
    let mut cora = Browser::new(&house);
    cora.sign_in("cora").await;
    let first = |items: Vec<Value>| items[0]["id"].as_str().unwrap().to_owned();
    let webhook = first(anna.ask(&format!("{API}/webhooks")).await.held(200).items());
    let there = [("{account}", "erik".to_owned()), ("{webhook}", webhook), ("{release}", "1.0.0".to_owned())];
    let taken = tried([&mut anna, &mut cora], &product, &there).await;
    // What is shown again must have come in: else this would show nothing.
    for route in [
        "add-webhook",
        "change-webhook",
        "invite-person",
        "issue-token",
        "place-hold",
        "change-duties",
        "add-operator",
        "decide-findings",
        "add-workload",
        "add-identity-provider",
    ] {
        assert!(
            taken.iter().any(|(name, _)| *name == route),
            "nothing hostile came in by {route}: {taken:?}"
        );
    }

    let starts = [
        "/",
        "/account",
        "/o/maker/people/erik",
        "/installation/operators",
        "/ledger/attestors",
        "/o/maker/search?q=pm",
    ];
    let starts: Vec<String> = starts.map(str::to_owned).to_vec();
    for browser in [&mut anna, &mut cora] {
        for language in ["en", "de"] {
            let session = browser.cookie.split(';').next().unwrap_or_default();
            browser.cookie = format!("{session}; proofmark-language={language}");
            let mut found = Found::default();
            found.walk(browser, &starts).await;
            assert!(found.bodies.values().any(|body| body.contains("onerror=1")), "the words are shown");
        }
    }
    for route in ROUTES.iter().filter(|route| route.is_of_api() && route.method.is_safe()) {
        let path = filled_path(route, &product, &there);
        let seen = anna.ask(&path).await;
        sound(&path, &seen);
        // What is given as data is JSON or a file, never a page of ours.
        let media = seen.header("content-type").split(';').next().unwrap_or_default().to_owned();
        assert_ne!(media, "text/html", "{path}");
        assert!(media != "application/json" || serde_json::from_str::<Value>(&seen.body).is_ok(), "{path}");
    }
}
