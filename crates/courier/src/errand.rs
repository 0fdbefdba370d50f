//! An errand: what is carried where, within which limits, and what came back.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use proofmark_text::text;
use reqwest::Method;

use crate::retry_after::RetryAfter;
use crate::trouble::CourierError;

/// How far an errand goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of an answer's body.
    pub bytes: u64,
    /// The most time for everything: resolving, connecting, redirects, the last byte.
    pub time: Duration,
    /// The most redirects that are followed; none after a body was sent.
    pub redirects: u32,
}

impl Limits {
    /// For an answer that is a document or a key set: a megabyte, twenty seconds, three redirects.
    pub const SMALL: Self = Self { bytes: 1 << 20, time: Duration::from_secs(20), redirects: 3 };

    /// For a feed's parcel: a gigabyte, half an hour, five redirects.
    pub const PARCEL: Self = Self { bytes: 1 << 30, time: Duration::from_mins(30), redirects: 5 };

    /// For an answer nobody reads but to show how a delivery ended: sixteen kilobytes, fifteen seconds.
    pub const DELIVERY: Self = Self { bytes: 16 << 10, time: Duration::from_secs(15), redirects: 0 };
}

/// What an errand carries there.
#[derive(Clone)]
pub(crate) enum Load {
    /// Bytes, perhaps none.
    Bytes(Vec<u8>),
    /// A file of this length.
    File {
        /// Where it lies.
        path: PathBuf,
        /// How many bytes it has.
        length: u64,
    },
}

impl Load {
    /// How many bytes.
    pub(crate) fn length(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File { length, .. } => *length,
        }
    }
}

/// What is carried where. Its `Debug` names neither path nor headers nor body: each may hold secrets.
#[derive(Clone)]
pub struct Errand {
    pub(crate) url: String,
    pub(crate) method: Method,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Load,
    pub(crate) limits: Limits,
    /// A body larger than the limit is cut there instead of refused.
    pub(crate) excerpt: bool,
}

impl Errand {
    /// Fetches what is there.
    pub fn get(url: &str) -> Self {
        Self::new(url, Method::GET, Vec::new())
    }

    /// Hands in a body of this media type.
    pub fn post(url: &str, media_type: &str, body: Vec<u8>) -> Self {
        Self::new(url, Method::POST, body).header("content-type", media_type)
    }

    /// Takes away what is there.
    pub fn delete(url: &str) -> Self {
        Self::new(url, Method::DELETE, Vec::new())
    }

    /// Hands in a file of this media type, piece by piece as it is read: it is never in memory as a whole.
    pub fn post_file(url: &str, media_type: &str, path: PathBuf, length: u64) -> Self {
        let errand = Self::new(url, Method::POST, Vec::new()).header("content-type", media_type);
        Self { body: Load::File { path, length }, ..errand }
    }

    /// With one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Only if it changed since an earlier answer (RFC 9110 section 13.1); the entity tag counts where both are known.
    #[must_use]
    pub fn if_changed_since(self, seen: &Seen) -> Self {
        match (&seen.etag, &seen.last_modified) {
            (Some(tag), _) => self.header("if-none-match", tag),
            (None, Some(date)) => self.header("if-modified-since", date),
            (None, None) => self,
        }
    }

    /// Within these limits.
    #[must_use]
    pub fn within(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Only the beginning of the answer's body is wanted: what is beyond the limit is left where it is.
    #[must_use]
    pub fn for_an_excerpt(self) -> Self {
        Self { excerpt: true, ..self }
    }

    fn new(url: &str, method: Method, body: Vec<u8>) -> Self {
        let headers = Vec::new();
        let body = Load::Bytes(body);
        Self { url: url.to_owned(), method, headers, body, limits: Limits::SMALL, excerpt: false }
    }
}

impl fmt::Debug for Errand {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let origin = crate::destination::Destination::parse(&self.url).map(|there| there.origin());
        out.debug_struct("Errand")
            .field("method", &self.method.as_str())
            .field("origin", &origin.unwrap_or_default())
            .field("bytes", &self.body.length())
            .finish_non_exhaustive()
    }
}

/// What an earlier answer said about itself, to be asked with the next time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// Its entity tag, quotes included.
    pub etag: Option<String>,
    /// When it was last modified, as the server writes it.
    pub last_modified: Option<String>,
}

/// What came back.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Its media type, as written.
    pub content_type: Option<String>,
    /// What to ask with the next time.
    pub seen: Seen,
    /// When the server asks to be asked again.
    pub retry_after: Option<RetryAfter>,
    /// The scheme, host and port it came from, after redirects.
    pub origin: String,
    /// Its body; empty where it was handed on piece by piece.
    pub body: Vec<u8>,
}

impl Answer {
    /// A status between 200 and 299.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Nothing changed since the earlier answer that was asked with.
    pub fn is_unchanged(&self) -> bool {
        self.status == 304
    }

    /// The answer, if it is a success; else the trouble its status means.
    pub fn or_trouble(self) -> Result<Self, CourierError> {
        if self.is_success() {
            return Ok(self);
        }
        let says = text!("courier-status", origin = &self.origin, status = u32::from(self.status));
        // Too many requests, a timeout, or a fault of the server's own: another time it may be otherwise.
        let passing = matches!(self.status, 408 | 425 | 429 | 500..=599);
        Err(if passing { CourierError::hindered(says) } else { CourierError::broken(says) })
    }
}

/// Shows no more of the body than its size.
impl fmt::Debug for Answer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Answer")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("retry_after", &self.retry_after)
            .field("origin", &self.origin)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
