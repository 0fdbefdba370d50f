//! What is sent to every place of the API that takes something, and is wrong: each is refused by name and with its place.

use axum::body::Body;
use proofmark_facts::Duty;
use proofmark_web::{ROUTES, Route, Takes};
use serde_json::Value;

use crate::browser::{Browser, Seen};
use crate::life::{DOSSIER, SBOM};
use crate::matrix::path;
use crate::test_house::TestHouse;

/// Somebody who comes past every wall there is, in one of two browsers.
pub(crate) struct Anybody {
    browsers: [Browser; 2],
    product: String,
}

impl Anybody {
    pub(crate) async fn come() -> Self {
        let house = TestHouse::new();
        house.set_up();
        house.let_in("cora", "maker", Duty::Compliance);
        let mut browsers = [Browser::new(&house), Browser::new(&house)];
        browsers[0].sign_in("anna").await;
        browsers[1].sign_in("cora").await;
        let files = [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];
        let product = browsers[0].send_files("/o/maker/products", &files).await.header("location").to_owned();
        let product = product.rsplit('/').next().unwrap().to_owned();
        Self { browsers, product }
    }

    /// What the route answers to this body; over whatever version is there.
    pub(crate) async fn send(&mut self, route: &Route, query: &str, media: &str, body: &[u8]) -> Seen {
        let path = format!("{}{query}", path(route, "maker", &self.product));
        self.send_to(route, &path, media, body).await
    }

    /// What the route answers where the number its path names is written like this.
    pub(crate) async fn get_with(&mut self, route: &Route, number: &str) -> Seen {
        let numbered = ["{revision}", "{line}", "{size}", "{place}"];
        let written = numbered.iter().fold(route.path.to_owned(), |path, name| path.replace(name, number));
        let path = written.replace("{operator}", "maker").replace("{product}", &self.product);
        let path = path.replace("{release}", "1.0.0").replace("{name}", "x");
        self.send_to(route, &path, "", b"").await
    }

    async fn send_to(&mut self, route: &Route, path: &str, media: &str, body: &[u8]) -> Seen {
        let mut last = None;
        for browser in &mut self.browsers {
            let form = browser.form.clone();
            let mut request = browser.request(route.method.word(), path).header("if-match", "*");
            request = request.header("x-form-token", form);
            if !media.is_empty() {
                request = request.header("content-type", media);
            }
            let mut request = request.body(Body::from(body.to_vec())).unwrap();
            request.headers_mut().insert("accept", "application/json".parse().unwrap());
            let seen = browser.send(request).await;
            let stopped = matches!(seen.code().as_str(), "web-not-found" | "access-may-not");
            last = Some(seen);
            if !stopped {
                break;
            }
        }
        last.unwrap()
    }
}

/// Holds that it was refused with one of these codes, in a problem document.
fn refused(route: &Route, what: &str, seen: &Seen, codes: &[&str]) {
    let (status, code) = (seen.status.as_u16(), seen.code());
    assert!((400..500).contains(&status), "{} {what}: {status} {}", route.name, seen.body);
    assert_eq!(seen.header("content-type"), "application/problem+json", "{} {what}", route.name);
    assert!(codes.contains(&code.as_str()), "{} {what}: {status} {}", route.name, seen.body);
}

#[tokio::test]
async fn every_place_that_takes_json_says_what_is_wrong_with_it_and_where() {
    let mut anybody = Anybody::come().await;
    let mut seen_routes = 0;
    let json = "application/json";
    let form = "application/x-www-form-urlencoded";
    let wrong: [(&str, &str, Vec<u8>, &str); 17] = [
        ("no body", json, b"".to_vec(), "web-no-body"),
        ("spaces", json, b" \n ".to_vec(), "web-no-body"),
        ("a list", json, b"[]".to_vec(), "ends-no-object"),
        ("nothing", json, b"null".to_vec(), "ends-no-object"),
        ("a number", json, b"7".to_vec(), "ends-no-object"),
        ("another field", json, br#"{"no-such-field":1}"#.to_vec(), "web-bad-json"),
        ("cut off", json, b"{".to_vec(), "web-bad-json"),
        ("cut off in a value", json, br#"{"name":"a"#.to_vec(), "web-bad-json"),
        ("no JSON", json, b"name=a".to_vec(), "web-bad-json"),
        ("no UTF-8", json, b"{\"\xff\":1}".to_vec(), "web-bad-json"),
        ("two values", json, b"{} {}".to_vec(), "web-bad-json"),
        ("deep lists", json, "[".repeat(100_000).into_bytes(), "web-bad-json"),
        ("deep objects", json, r#"{"a":"#.repeat(20_000).into_bytes(), "web-bad-json"),
        ("too much", json, vec![b' '; 300 * 1024], "web-too-large"),
        ("a form", form, b"{}".to_vec(), "web-wrong-media"),
        ("words", "text/plain", b"{}".to_vec(), "web-wrong-media"),
        ("no media type", "", b"{}".to_vec(), "web-wrong-media"),
    ];
    for route in ROUTES.iter().filter(|route| route.is_of_api() && matches!(route.takes, Takes::Json(_))) {
        seen_routes += 1;
        for (what, media, body, code) in &wrong {
            let seen = anybody.send(route, "", media, body).await;
            refused(route, what, &seen, &[code]);
            if *code == "web-bad-json" {
                let place = &seen.json()["problems"][0]["place"]["line_and_column"];
                assert!(
                    place[0].as_u64().is_some_and(|line| line > 0),
                    "{} {what}: {}",
                    route.name,
                    seen.body
                );
            }
        }
        let seen = anybody.send(route, "", json, b"{}").await;
        assert!(seen.status.as_u16() < 500, "{}: {}", route.name, seen.body);
    }
    assert!(seen_routes > 15, "{seen_routes}");
}

#[tokio::test]
async fn every_place_that_takes_no_body_refuses_one() {
    let mut anybody = Anybody::come().await;
    for route in ROUTES.iter().filter(|route| route.is_of_api() && route.takes == Takes::Nothing) {
        for body in ["{}", "[]", "null", "x"] {
            let seen = anybody.send(route, "", "application/json", body.as_bytes()).await;
            refused(route, body, &seen, &["ends-body-unwanted"]);
            assert_eq!(seen.status.as_u16(), 400, "{}", route.name);
        }
    }
}

#[tokio::test]
async fn every_place_that_takes_files_refuses_everything_else() {
    let mut anybody = Anybody::come().await;
    let form = "multipart/form-data; boundary=x";
    let head = "--x\r\nContent-Disposition: form-data; name=";
    let wrong = [
        ("JSON", "application/json", "{}".to_owned(), "web-wrong-media"),
        ("no media type", "", "{}".to_owned(), "web-wrong-media"),
        ("no boundary", "multipart/form-data", "--x\r\n".to_owned(), "web-bad-form"),
        ("no body", form, String::new(), "web-bad-form"),
        ("cut off", form, format!("{head}\"files\""), "web-bad-form"),
        (
            "a part of another name",
            form,
            format!("{head}\"sbmo\"; filename=\"a.json\"\r\n\r\n{{}}\r\n--x--\r\n"),
            "ends-unknown-part",
        ),
        (
            "a field of another name",
            form,
            format!("{head}\"relaese\"\r\n\r\n1.0\r\n--x--\r\n"),
            "ends-unknown-part",
        ),
    ];
    let mut seen_routes = 0;
    for route in ROUTES.iter().filter(|route| route.is_of_api() && matches!(route.takes, Takes::Files(_))) {
        seen_routes += 1;
        for (what, media, body, code) in &wrong {
            let seen = anybody.send(route, "", media, body.as_bytes()).await;
            refused(route, what, &seen, &[code]);
            if *code == "ends-unknown-part" {
                let problem = seen.json();
                assert!(
                    problem["hint"].as_str().is_some_and(|hint| hint.contains("`files`")),
                    "{}",
                    seen.body
                );
                assert_ne!(problem["problems"][0]["place"]["path"], Value::Null);
            }
        }
    }
    assert!(seen_routes > 3, "{seen_routes}");
}
