//! What programs and people ask of the API in the tests: JSON out and in, with the version they saw.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::Value;

use crate::browser::{Browser, Seen};

/// The API of the operator `maker`.
pub(crate) const API: &str = "/api/v1/operators/maker";

impl Seen {
    /// The answer as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// The entries of a page of a list.
    pub(crate) fn items(&self) -> Vec<Value> {
        self.json()["items"].as_array().unwrap_or_else(|| panic!("no list: {}", self.body)).clone()
    }

    /// The answer, which must have this status.
    pub(crate) fn held(self, status: u16) -> Self {
        assert_eq!(self.status, StatusCode::from_u16(status).unwrap(), "{}", self.body);
        self
    }

    /// Holds that it was refused with this status and code.
    pub(crate) fn refused(self, status: u16, code: &str) {
        assert_eq!((self.status.as_u16(), self.code().as_str()), (status, code), "{}", self.body);
    }

    /// The version shown, as it is sent back.
    pub(crate) fn tag(&self) -> String {
        self.header("etag").to_owned()
    }
}

impl Browser {
    /// Sends JSON, or nothing, in a session; with headers.
    pub(crate) async fn call(
        &mut self,
        method: &str,
        path: &str,
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> Seen {
        let form = self.form.clone();
        let mut request = self.request(method, path).header("x-form-token", form);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(with_body(request, body)).await
    }

    /// Sends JSON as a new thing or a change that needs no version.
    pub(crate) async fn tell(&mut self, path: &str, body: Value) -> Seen {
        self.call("POST", path, Some(body), &[]).await
    }

    /// Asks as a program with this token.
    pub(crate) async fn with_token(
        &mut self,
        token: &str,
        method: &str,
        path: &str,
        body: Option<Value>,
    ) -> Seen {
        let request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:8417");
        let request = request.header("authorization", format!("Bearer {token}"));
        self.send(with_body(request, body)).await
    }
}

fn with_body(request: axum::http::request::Builder, body: Option<Value>) -> Request<Body> {
    let mut request = match body {
        Some(json) => {
            request.header("content-type", "application/json").body(Body::from(json.to_string())).unwrap()
        }
        None => request.body(Body::empty()).unwrap(),
    };
    request.headers_mut().insert("accept", "application/json".parse().unwrap());
    request
}
