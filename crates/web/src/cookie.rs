//! Cookies: the session's, that of somebody on their way to a provider, and the two that remember how a reader likes to
//! read.

/// The name of a cookie. Under TLS it carries the prefix that binds it to this very host (RFC 6265bis section 4.1.3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CookieName {
    /// Who is signed in.
    Session,
    /// Who was sent to a provider of identities: only the browser that left may come back.
    Sent,
    /// The language pages are in.
    Language,
    /// Light or dark.
    Theme,
}

impl CookieName {
    fn plain(self) -> &'static str {
        match self {
            Self::Session => "proofmark-session",
            Self::Sent => "proofmark-sent",
            Self::Language => "proofmark-language",
            Self::Theme => "proofmark-theme",
        }
    }

    fn written(self, secure: bool) -> String {
        if secure { format!("__Host-{}", self.plain()) } else { self.plain().to_owned() }
    }

    /// The cookie's value in a `Cookie` header, as the header has it.
    pub fn read(self, header: &str, secure: bool) -> Option<&str> {
        let name = self.written(secure);
        header.split(';').find_map(|pair| {
            let (found, value) = pair.trim().split_once('=')?;
            (found == name).then_some(value)
        })
    }
}

/// A cookie to set.
#[derive(Clone, PartialEq, Eq)]
pub struct SetCookie {
    /// Which.
    pub name: CookieName,
    /// Its value: letters, digits, `-`, `_`, `.` and `~` only.
    pub value: String,
    /// For how many seconds; zero takes it away, `None` until the browser closes.
    pub for_seconds: Option<u64>,
}

/// A session's cookie is a secret: it is never shown.
impl std::fmt::Debug for SetCookie {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("SetCookie").field("name", &self.name).finish_non_exhaustive()
    }
}

impl SetCookie {
    /// Takes the cookie away.
    pub fn gone(name: CookieName) -> Self {
        Self { name, value: String::new(), for_seconds: Some(0) }
    }

    /// The header's value.
    pub fn to_header(&self, secure: bool) -> String {
        let mut written =
            format!("{}={}; Path=/; HttpOnly; SameSite=Lax", self.name.written(secure), self.value);
        if let Some(seconds) = self.for_seconds {
            written.extend(["; Max-Age=", &seconds.to_string()]);
        }
        if secure {
            written.push_str("; Secure");
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn under_tls_a_cookie_is_bound_to_its_host() {
        let cookie = SetCookie { name: CookieName::Session, value: "abc".to_owned(), for_seconds: None };
        assert_eq!(
            cookie.to_header(true),
            "__Host-proofmark-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure"
        );
        assert_eq!(
            SetCookie::gone(CookieName::Theme).to_header(false),
            "proofmark-theme=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
        );
        assert!(!format!("{cookie:?}").contains("abc"));
    }

    #[test]
    fn a_cookie_of_the_other_kind_is_not_taken_for_it() {
        // A plain one could have been set by a neighbouring name or an unencrypted page.
        let header = "proofmark-session=forged; __Host-proofmark-session=real";
        assert_eq!(CookieName::Session.read(header, true), Some("real"));
        assert_eq!(CookieName::Session.read("proofmark-session=forged", true), None);
        assert_eq!(CookieName::Session.read("xproofmark-session=a", false), None);
    }
}
