//! The headers every answer carries, so that a browser does nothing with it that we did not mean.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::answer::Keep;

/// Nothing may be loaded, run, framed or sent but what is ours; nothing inline runs.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// What stands on every answer.
const ALWAYS: &[(&str, &str)] = &[
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-get=(self), \
         publickey-credentials-create=(self)",
    ),
];

/// For two years, whatever is asked of this host is asked under TLS.
const STRICT_TRANSPORT: &str = "max-age=63072000";

/// Puts them on.
pub(crate) fn put_on(headers: &mut HeaderMap, keep: Keep, secure: bool) {
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(STRICT_TRANSPORT));
    }
    let cache = match keep {
        Keep::Never => "no-store",
        Keep::Shortly => "public, max-age=5",
        Keep::Forever => "public, max-age=31536000, immutable",
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie, Authorization, Accept-Language"));
}
