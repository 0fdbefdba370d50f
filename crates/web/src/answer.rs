//! An answer: what a handler gives, before the frame turns it into HTTP.

use maud::Markup;
use serde::Serialize;

use crate::cookie::SetCookie;

/// What a handler gives.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// What is in it.
    pub content: Content,
    /// Cookies to set or take away.
    pub cookies: Vec<SetCookie>,
    /// Where the browser goes, or where what was made is found.
    pub location: Option<String>,
    /// The version of what is shown, for `ETag`; without one the bytes speak for themselves.
    pub version: Option<String>,
    /// How long it may be kept.
    pub keep: Keep,
    /// It holds a secret that is shown this once: no copy of it is kept, not even for who asks again.
    pub secret: bool,
    /// Seconds after which it is worth another try, where a page says why it was not done.
    pub retry_after: Option<u64>,
}

/// What is in an answer.
#[derive(Debug)]
pub enum Content {
    /// Nothing.
    Nothing,
    /// A page.
    Page(String),
    /// JSON.
    Json(Vec<u8>),
    /// Bytes of some type; with a name they are a download.
    Bytes {
        /// The media type.
        media: &'static str,
        /// The bytes.
        bytes: Vec<u8>,
        /// The file name it is saved under.
        name: Option<String>,
    },
}

/// How long an answer may be kept by whoever gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Not at all: it is somebody's.
    Never,
    /// For a few seconds by anybody.
    Shortly,
    /// For ever: its address changes with its content.
    Forever,
}

impl Answer {
    /// This content, as somebody's.
    pub fn of(content: Content) -> Self {
        Self {
            status: 200,
            content,
            cookies: Vec::new(),
            location: None,
            version: None,
            keep: Keep::Never,
            secret: false,
            retry_after: None,
        }
    }

    /// A page.
    pub fn page(markup: Markup) -> Self {
        Self::of(Content::Page(markup.into_string()))
    }

    /// This value as JSON.
    pub fn json(value: &impl Serialize) -> Self {
        let mut bytes =
            serde_json::to_vec_pretty(value).expect("answers are strings, numbers, lists and names");
        bytes.push(b'\n');
        Self::of(Content::Json(bytes))
    }

    /// The browser goes there and asks with `GET` (RFC 9110 section 15.4.4).
    pub fn see(path: impl Into<String>) -> Self {
        Self { status: 303, location: Some(path.into()), ..Self::of(Content::Nothing) }
    }

    /// With this status.
    #[must_use]
    pub fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// With this cookie.
    #[must_use]
    pub fn cookie(mut self, cookie: SetCookie) -> Self {
        self.cookies.push(cookie);
        self
    }

    /// With this version of what is shown.
    #[must_use]
    pub fn version(self, version: impl Into<String>) -> Self {
        Self { version: Some(version.into()), ..self }
    }

    /// With a secret in it that is shown this once.
    #[must_use]
    pub fn secret(self) -> Self {
        Self { secret: true, ..self }
    }

    /// To be kept so long.
    #[must_use]
    pub fn keep(self, keep: Keep) -> Self {
        Self { keep, ..self }
    }
}
