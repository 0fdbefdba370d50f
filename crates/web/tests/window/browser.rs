//! A browser, as far as the tests need one: cookies, forms with their token, files.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::connect_info::MockConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use proofmark_web::{House, Opening, ROUTES, router};
use tower::ServiceExt as _;

use crate::promise;
use crate::test_house::{PASSWORD, TestHouse};

#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    pub cookie: String,
    pub form: String,
}

pub(crate) struct Seen {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn code(&self) -> String {
        let problem: serde_json::Value = serde_json::from_str(&self.body).unwrap_or_default();
        problem["code"].as_str().unwrap_or_default().to_owned()
    }
}

impl Browser {
    pub(crate) fn new(house: &Arc<TestHouse>) -> Self {
        Self::opened(house, Opening::default())
    }

    pub(crate) fn opened(house: &Arc<TestHouse>, opening: Opening) -> Self {
        Self::in_house(Arc::clone(house) as Arc<dyn House>, opening)
    }

    pub(crate) fn in_house(house: Arc<dyn House>, opening: Opening) -> Self {
        let peer = SocketAddr::from(([192, 0, 2, 7], 40_000));
        let router = router(house, opening, ROUTES).layer(MockConnectInfo(peer));
        Self { router, cookie: String::new(), form: String::new() }
    }

    pub(crate) async fn send(&mut self, request: Request<Body>) -> Seen {
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            if cookie.contains("proofmark-session=") {
                cookie.split(';').next().unwrap_or_default().clone_into(&mut self.cookie);
            }
        }
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        let content_type = parts.headers.get("content-type").and_then(|value| value.to_str().ok());
        promise::holds(method.as_str(), &path, parts.status, content_type.unwrap_or_default(), &bytes);
        let body = String::from_utf8_lossy(&bytes).into_owned();
        if let Some(at) = body.find(r#"name="form" value=""#) {
            self.form = body[at + 19..].chars().take(64).collect();
        }
        Seen { status: parts.status, headers: parts.headers, body, bytes }
    }

    pub(crate) fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:8417");
        let request = request.header("accept", "text/html").header("sec-fetch-site", "same-origin");
        if self.cookie.is_empty() { request } else { request.header("cookie", &self.cookie) }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Seen {
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    /// Asks as a program would: refusals are problem documents.
    pub(crate) async fn ask(&mut self, path: &str) -> Seen {
        let mut request = self.request("GET", path).body(Body::empty()).unwrap();
        request.headers_mut().insert("accept", "application/json".parse().unwrap());
        self.send(request).await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let mut pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect();
        pairs.push(format!("form={}", self.form));
        let request = self.request("POST", path).header("content-type", "application/x-www-form-urlencoded");
        let request = request.body(Body::from(pairs.join("&"))).unwrap();
        self.send(request).await
    }

    pub(crate) async fn sign_in(&mut self, name: &str) {
        let seen = self.post("/sign-in", &[("name", name), ("password", PASSWORD), ("next", "/")]).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
        self.get("/account").await;
        assert_eq!(self.form.len(), 64, "the account's page has a form");
    }

    /// Sends files as a form does; each with field, name and content.
    pub(crate) async fn send_files(&mut self, path: &str, files: &[(&str, &str, &str)]) -> Seen {
        self.send_files_with(path, files, "").await
    }

    /// The same with this token, if it is one.
    pub(crate) async fn send_files_with(
        &mut self,
        path: &str,
        files: &[(&str, &str, &str)],
        token: &str,
    ) -> Seen {
        let mut body =
            format!("--x\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n{}\r\n", self.form);
        for (field, name, content) in files {
            let part = format!(
                "--x\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n{content}\r\n"
            );
            body.push_str(&part);
        }
        body.push_str("--x--\r\n");
        let request = self.request("POST", path).header("content-type", "multipart/form-data; boundary=x");
        let mut request = request.body(Body::from(body)).unwrap();
        request.headers_mut().insert("accept", "application/json".parse().unwrap());
        if !token.is_empty() {
            request.headers_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        }
        self.send(request).await
    }
}

fn percent(value: &str) -> String {
    value
        .bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}
