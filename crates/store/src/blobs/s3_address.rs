//! Where a bucket is and how it is spoken to: read from an `s3://` address.

use std::fmt;
use std::time::Duration;

use proofmark_facts::KeepError;
use proofmark_text::text;

use crate::error;
use crate::percent::unescaped;

/// The address of a bucket. Its keys are shown to nobody.
#[derive(Clone, Default)]
pub(crate) struct S3Address {
    /// The bucket's name.
    pub(crate) bucket: String,
    /// What the names of all documents begin with; empty or ending with a slash.
    pub(crate) prefix: String,
    /// The server, where it is not Amazon's.
    pub(crate) endpoint: Option<String>,
    /// The region, where the environment does not say.
    pub(crate) region: Option<String>,
    /// Key and secret, where the environment does not hold them.
    pub(crate) keys: Option<(String, String)>,
    /// The bucket is part of the path, not of the host's name.
    pub(crate) path_style: bool,
    /// Without TLS: always said aloud, or to this machine.
    pub(crate) plain: bool,
    /// The server refuses to write only what is not there yet; by their digests, documents are the same anyway.
    pub(crate) unconditional: bool,
    /// How long one request may take; the default is enough for a large document over a slow line.
    pub(crate) timeout: Option<Duration>,
}

impl S3Address {
    /// Reads `s3://key:secret@bucket/prefix?endpoint=…&region=…`; further settings are
    /// `path_style=true`, `plain=true`, `conditional=false`, `timeout_seconds=120`.
    ///
    /// Only the bucket is needed: the rest comes from the usual `AWS_…` variables. A server other than Amazon's is spoken
    /// to with the bucket in the path unless `path_style=false`.
    pub(crate) fn parse(url: &str) -> Result<Self, KeepError> {
        let rest = url.strip_prefix("s3://").unwrap_or(url);
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (place, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let (keys, bucket) = match place.rsplit_once('@') {
            Some((keys, bucket)) => (keys.split_once(':'), bucket),
            None => (None, place),
        };
        if bucket.is_empty() {
            return Err(unreadable("no bucket"));
        }
        let prefix = prefix.trim_matches('/');
        let mut address = Self {
            bucket: bucket.to_owned(),
            prefix: if prefix.is_empty() { String::new() } else { format!("{prefix}/") },
            keys: keys.map(|(key, secret)| (unescaped(key), unescaped(secret))),
            ..Self::default()
        };
        let mut path_style = None;
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match (name, value) {
                ("endpoint", value) => address.endpoint = Some(unescaped(value)),
                ("region", value) => address.region = Some(unescaped(value)),
                ("path_style", "true" | "false") => path_style = Some(value == "true"),
                ("plain", "true" | "false") => address.plain = value == "true",
                ("timeout_seconds", value) if seconds(value).is_some() => address.timeout = seconds(value),
                ("conditional", "true" | "false") => address.unconditional = value == "false",
                _ => return Err(unreadable(&format!("`{name}` is unknown or has no such value"))),
            }
        }
        address.path_style = path_style.unwrap_or(address.endpoint.is_some());
        let plainly = address.endpoint.as_deref().and_then(|endpoint| endpoint.strip_prefix("http://"));
        if let Some(host) = plainly {
            if !address.plain && !is_local(host) {
                return Err(unreadable("without TLS only with `plain=true`"));
            }
            address.plain = true;
        }
        Ok(address)
    }

    /// The bucket and its server, as errors name them.
    pub(crate) fn shown(&self) -> String {
        let Self { bucket, prefix, .. } = self;
        let server = self.endpoint.as_ref().map_or_else(String::new, |endpoint| format!(" ({endpoint})"));
        format!("s3://{bucket}/{prefix}{server}")
    }
}

impl fmt::Debug for S3Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("S3Address").field("bucket", &self.shown()).finish_non_exhaustive()
    }
}

/// From one second to one hour.
fn seconds(written: &str) -> Option<Duration> {
    written.parse().ok().filter(|seconds| (1..=3600).contains(seconds)).map(Duration::from_secs)
}

fn is_local(host: &str) -> bool {
    let host = host.split('/').next().unwrap_or(host);
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    ["localhost", "127.0.0.1", "[::1]"].contains(&name)
}

/// Says what is wrong with the address, never the address itself: it may hold a secret.
fn unreadable(why: &str) -> KeepError {
    error::hindrance(text!("store-address-unreadable", error = why))
}

#[cfg(test)]
mod tests {
    use super::S3Address;

    #[test]
    fn an_address_says_where_and_with_what() {
        let url = "s3://KEY:se%2Fcret@evidence/proofmark/?endpoint=https%3A%2F%2Fminio.example:9000&region=eu-central-1";
        let address = S3Address::parse(url).unwrap();
        assert_eq!((address.bucket.as_str(), address.prefix.as_str()), ("evidence", "proofmark/"));
        assert_eq!(address.keys, Some(("KEY".to_owned(), "se/cret".to_owned())));
        assert_eq!(address.endpoint.as_deref(), Some("https://minio.example:9000"));
        assert!(address.path_style && !address.plain);
        assert!(!format!("{address:?}").contains("cret"));
    }

    #[test]
    fn nothing_is_plain_beyond_this_machine_unless_somebody_says_so() {
        assert!(S3Address::parse("s3://b?endpoint=http://minio.example:9000").is_err());
        assert!(S3Address::parse("s3://b?endpoint=http://minio.example:9000&plain=true").is_ok());
        assert!(S3Address::parse("s3://b?endpoint=http://127.0.0.1:9000").unwrap().plain);
        assert!(S3Address::parse("s3://b?endpoint=http://localhost.example:9000").is_err());
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for wrong in ["s3://", "s3://b?endpont=x", "s3://b?plain=yes", "s3://b?timeout_seconds=0"] {
            assert!(S3Address::parse(wrong).is_err(), "{wrong}");
        }
    }
}
