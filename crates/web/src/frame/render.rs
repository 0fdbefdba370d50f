//! Renders: answers and refusals become HTTP.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use proofmark_facts::Sha256;

use super::head::Head;
use super::headers::put_on;
use super::rates::Pace;
use crate::answer::{Answer, Content, Keep};
use crate::cookie::SetCookie;
use crate::look::{Reader, Refused, refusal_page};
use crate::refusal::Refusal;
use crate::route::Kind;

/// What is known of a request while its answer is rendered.
pub(crate) struct Rendering<'a> {
    /// What its headers said.
    pub(crate) head: &'a Arc<Head>,
    /// Who its route answers to; `None`: there is no such route.
    pub(crate) kind: Option<Kind>,
    /// Its id.
    pub(crate) request: &'a str,
    /// Whether the house only demonstrates.
    pub(crate) demonstration: bool,
    /// Whether the browser speaks TLS.
    pub(crate) secure: bool,
    /// The nearest page above what was asked.
    pub(crate) above: Option<String>,
    /// What its bucket still holds.
    pub(crate) pace: Option<Pace>,
}

impl Rendering<'_> {
    /// The response of an answer.
    pub(crate) fn answer(&self, answer: Answer) -> Response<Body> {
        let (media, bytes, name) = match answer.content {
            Content::Nothing => ("", Vec::new(), None),
            Content::Page(page) => ("text/html; charset=utf-8", page.into_bytes(), None),
            Content::Json(bytes) => ("application/json", bytes, None),
            Content::Bytes { media, bytes, name } => (media, bytes, name),
        };
        let version = answer.version.clone().or_else(|| {
            let own = answer.status == 200 && !bytes.is_empty() && self.kind != Some(Kind::Page);
            own.then(|| Sha256::of(&bytes).to_string())
        });
        let unchanged = version.as_deref().is_some_and(|version| self.has(version));
        let mut headers = HeaderMap::new();
        put_on(&mut headers, answer.keep, self.secure);
        if let Some(version) = &version {
            put(&mut headers, header::ETAG, &format!("\"{version}\""));
        }
        if !media.is_empty() {
            put(&mut headers, header::CONTENT_TYPE, media);
        }
        if let Some(name) = name {
            let name = crate::link::encoded(&name);
            put(&mut headers, header::CONTENT_DISPOSITION, &format!("attachment; filename*=UTF-8''{name}"));
        }
        if let Some(seconds) = answer.retry_after {
            put(&mut headers, header::RETRY_AFTER, &seconds.to_string());
        }
        if let Some(location) = &answer.location {
            put(&mut headers, header::LOCATION, location);
        }
        for cookie in &answer.cookies {
            if let Ok(value) = HeaderValue::from_str(&cookie.to_header(self.secure)) {
                headers.append(header::SET_COOKIE, value);
            }
        }
        if unchanged {
            return self.respond(304, headers, Vec::new());
        }
        self.respond(answer.status, headers, bytes)
    }

    /// The response of a refusal: a page for a browser, a problem document for everybody else.
    pub(crate) fn refusal(
        &self,
        refusal: &Refusal,
        reader: Option<&Reader>,
        fresh: Option<&SetCookie>,
    ) -> Response<Body> {
        let page = self.is_for_a_page();
        if let (true, Some(instead)) = (page, &refusal.instead) {
            let answer = Answer::see(instead.clone());
            return self.answer(fresh.cloned().into_iter().fold(answer, Answer::cookie));
        }
        let mut headers = HeaderMap::new();
        put_on(&mut headers, Keep::Never, self.secure);
        if let Some(cookie) =
            fresh.and_then(|cookie| HeaderValue::from_str(&cookie.to_header(self.secure)).ok())
        {
            headers.append(header::SET_COOKIE, cookie);
        }
        if let Some(seconds) = refusal.retry_after {
            put(&mut headers, header::RETRY_AFTER, &seconds.to_string());
        }
        if refusal.status == 401 {
            put(&mut headers, header::WWW_AUTHENTICATE, "Bearer");
        }
        let bytes = if page {
            put(&mut headers, header::CONTENT_TYPE, "text/html; charset=utf-8");
            let stranger = self.stranger();
            let refused = Refused { refusal, request: self.request, above: self.above.as_deref() };
            refusal_page(reader.unwrap_or(&stranger), &refused).into_string().into_bytes()
        } else {
            put(&mut headers, header::CONTENT_TYPE, "application/problem+json");
            let document = refusal.to_problem(self.head.taste.language, self.request);
            put(&mut headers, header::CONTENT_LANGUAGE, self.head.taste.language.tag());
            serde_json::to_vec_pretty(&document).expect("a problem document is JSON")
        };
        self.respond(refusal.status, headers, bytes)
    }

    /// Whether a refusal is read by a person.
    pub(crate) fn is_for_a_page(&self) -> bool {
        self.head.wants_page && self.kind != Some(Kind::Api)
    }

    /// Somebody nothing is known of.
    fn stranger(&self) -> Reader {
        let demonstration = self.demonstration;
        Reader { taste: self.head.taste, demonstration, path: "/".to_owned(), ..Reader::default() }
    }

    /// Whether the asker has this version already.
    fn has(&self, version: &str) -> bool {
        let listed = self.head.if_none_match.as_deref().unwrap_or_default().split(',');
        listed.map(|one| one.trim().trim_start_matches("W/").trim_matches('"')).any(|one| one == version)
    }

    fn respond(&self, status: u16, mut headers: HeaderMap, bytes: Vec<u8>) -> Response<Body> {
        put(&mut headers, HeaderName::from_static("x-request-id"), self.request);
        if let Some(pace) = self.pace {
            let policy = format!("\"default\";q={};w=60", pace.a_minute);
            let left = format!("\"default\";r={};t={}", pace.left, pace.wait.unwrap_or(60));
            put(&mut headers, HeaderName::from_static("ratelimit-policy"), &policy);
            put(&mut headers, HeaderName::from_static("ratelimit"), &left);
        }
        let mut response = Response::new(Body::from(bytes));
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        *response.headers_mut() = headers;
        response
    }
}

/// A value that cannot stand in a header is left out rather than split.
fn put(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
