//! A request's head: what its headers say, as far as the frame cares.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderName, Uri, header};
use proofmark_access::Secret;
use proofmark_text::Language;

use crate::cookie::CookieName;
use crate::options::Opening;
use crate::visitor::{Taste, Theme};

/// What a request's headers say. Secrets in it are never shown.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// The host asked for, with its port.
    pub(crate) host: Option<String>,
    /// Where the request came from, going through proxies that are trusted.
    pub(crate) address: Option<IpAddr>,
    /// `Origin`.
    pub(crate) origin: Option<String>,
    /// `Sec-Fetch-Site`.
    pub(crate) fetch_site: Option<String>,
    /// `Content-Type`.
    pub(crate) content_type: Option<String>,
    /// `Content-Length`.
    pub(crate) length: Option<u64>,
    /// `If-Match`.
    pub(crate) if_match: Option<String>,
    /// `If-None-Match`.
    pub(crate) if_none_match: Option<String>,
    /// `Idempotency-Key`.
    pub(crate) once: Option<String>,
    /// The token of `Authorization: Bearer`.
    pub(crate) token: Option<Secret>,
    /// The session cookie.
    pub(crate) session: Option<Secret>,
    /// The cookie of somebody who was sent to a provider of identities.
    pub(crate) sent: Option<Secret>,
    /// The form's token, where a script sends it as a header.
    pub(crate) form_token: Option<Secret>,
    /// Whether a page is wanted rather than JSON.
    pub(crate) wants_page: bool,
    /// How the visitor likes to read.
    pub(crate) taste: Taste,
}

impl Head {
    /// Reads the headers.
    pub(crate) fn read(uri: &Uri, headers: &HeaderMap, peer: SocketAddr, opening: &Opening) -> Self {
        let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        let named = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let cookies = text(header::COOKIE).unwrap_or_default();
        let secure = opening.is_secure();
        let cookie = |name: CookieName| name.read(cookies, secure);
        let bearer = text(header::AUTHORIZATION).and_then(|value| {
            let (scheme, token) = value.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then(|| Secret::from(token.trim()))
        });
        // Of two hosts a proxy may have believed the other one (RFC 9112 section 3.2).
        let one_host = headers.get_all(header::HOST).iter().nth(1).is_none();
        let named_host = uri.authority().map(axum::http::uri::Authority::as_str);
        let asked_host = named_host.or_else(|| text(header::HOST)).filter(|_| one_host);
        Self {
            host: asked_host.map(str::to_owned),
            address: Some(client(peer.ip(), &forwarded(headers), &opening.trusted_proxies)),
            origin: text(header::ORIGIN).map(str::to_owned),
            fetch_site: named("sec-fetch-site").map(str::to_owned),
            content_type: text(header::CONTENT_TYPE).map(str::to_owned),
            length: text(header::CONTENT_LENGTH).and_then(|length| length.parse().ok()),
            if_match: listed(headers, &header::IF_MATCH),
            if_none_match: text(header::IF_NONE_MATCH).map(str::to_owned),
            once: named("idempotency-key").map(str::to_owned),
            token: bearer,
            session: cookie(CookieName::Session).map(Secret::from),
            sent: cookie(CookieName::Sent).map(Secret::from),
            form_token: named("x-form-token").map(Secret::from),
            wants_page: text(header::ACCEPT).is_some_and(|accept| accept.contains("text/html")),
            taste: Taste {
                language: cookie(CookieName::Language)
                    .and_then(Language::of_tag)
                    .or_else(|| text(header::ACCEPT_LANGUAGE).and_then(Language::accepted))
                    .unwrap_or_default(),
                theme: cookie(CookieName::Theme).and_then(Theme::of_word).unwrap_or_default(),
            },
        }
    }
}

/// A header that is a list, with all its lines (RFC 9110 section 5.3). A line that cannot be read is none of what is there.
fn listed(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let lines: Vec<&str> = headers.get_all(name).iter().map(|line| line.to_str().unwrap_or("\"\"")).collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}

/// `X-Forwarded-For` as one list: several lines of it are one (RFC 9110 section 5.3). A proxy that adds a line of its own
/// puts it last, below what a stranger wrote.
fn forwarded(headers: &HeaderMap) -> String {
    // What cannot be read stands for an address nobody knows: what is before it is not believed.
    let lines = headers.get_all("x-forwarded-for").iter().map(|line| line.to_str().unwrap_or("unknown"));
    lines.collect::<Vec<_>>().join(",")
}

/// The address a request came from: the last one in the list that no trusted proxy has. What stands before it was
/// written by strangers.
fn client(peer: IpAddr, forwarded: &str, trusted: &[IpAddr]) -> IpAddr {
    let peer = peer.to_canonical();
    if !trusted.contains(&peer) {
        return peer;
    }
    let mut hops = forwarded.rsplit(',').map(str::trim);
    hops.find_map(|hop| match hop.parse::<IpAddr>() {
        Ok(address) if trusted.contains(&address.to_canonical()) => None,
        Ok(address) => Some(address.to_canonical()),
        Err(_) => Some(peer),
    })
    .unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn ip(written: &str) -> IpAddr {
        written.parse().unwrap()
    }

    #[test]
    fn a_request_to_two_hosts_is_to_none() {
        let (peer, opening) = ("192.0.2.9:1".parse().unwrap(), Opening::default());
        let mut headers = HeaderMap::new();
        let host = |headers: &HeaderMap| Head::read(&Uri::from_static("/"), headers, peer, &opening).host;
        headers.append(header::HOST, HeaderValue::from_static("localhost"));
        assert_eq!(host(&headers).as_deref(), Some("localhost"));
        headers.append(header::HOST, HeaderValue::from_static("evil.example"));
        assert_eq!(host(&headers), None);
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let trusted = [ip("10.0.0.1"), ip("10.0.0.2")];
        let stranger: &[&[u8]] = &[b"1.1.1.1", b"203.0.113.5"];
        for (peer, lines, found) in [
            ("192.0.2.9", &[b"203.0.113.5" as &[u8]] as &[&[u8]], "192.0.2.9"),
            ("10.0.0.1", &[b"203.0.113.5"], "203.0.113.5"),
            ("10.0.0.1", &[b"1.1.1.1, 203.0.113.5, 10.0.0.2"], "203.0.113.5"),
            // A proxy's own line stands below the one a stranger sent.
            ("10.0.0.1", stranger, "203.0.113.5"),
            ("10.0.0.1", &[b"1.1.1.1", b"203.0.113.5, 10.0.0.2"], "203.0.113.5"),
            ("10.0.0.1", &[b"1.1.1.1", b"\xff"], "10.0.0.1"),
            ("::ffff:10.0.0.1", &[b"203.0.113.5"], "203.0.113.5"),
            ("10.0.0.1", &[b"nonsense"], "10.0.0.1"),
            ("10.0.0.1", &[], "10.0.0.1"),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append("x-forwarded-for", HeaderValue::from_bytes(line).unwrap());
            }
            assert_eq!(client(ip(peer), &forwarded(&headers), &trusted), ip(found), "{peer} {headers:?}");
        }
    }
}
