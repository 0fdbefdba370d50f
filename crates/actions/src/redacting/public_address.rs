//! Which addresses may be told to anybody.

use proofmark_facts::{KeptAddresses, RedactionPolicy};

/// Schemes by which anybody can reach something.
const PUBLIC_SCHEMES: [&str; 4] = ["https", "http", "git+https", "git"];

/// Endings of names that are nobody's or somebody's own: RFC 6761, RFC 6762, RFC 8375, RFC 9476 and what the ICANN board and
/// RFC 6762 appendix G name for private use.
const PRIVATE_ENDINGS: [&str; 13] = [
    "alt",
    "arpa",
    "corp",
    "example",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localhost",
    "private",
    "test",
];

/// Whether the policy keeps the address.
pub(super) fn is_kept_address(policy: &RedactionPolicy, url: &str) -> bool {
    match policy.keep.addresses {
        KeptAddresses::All => true,
        KeptAddresses::None => false,
        KeptAddresses::Public => is_public(policy, url),
    }
}

/// Whether a host, as it begins names of packages, is an internal one.
pub(super) fn is_internal_host(policy: &RedactionPolicy, host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let ending = host.rsplit('.').next().unwrap_or(&host);
    let below = |domain: &String| {
        let domain = domain.trim_start_matches(['*', '.']).to_ascii_lowercase();
        host == domain || host.strip_suffix(&domain).is_some_and(|rest| rest.ends_with('.'))
    };
    let is_number = host.split('.').all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    is_number || PRIVATE_ENDINGS.contains(&ending) || policy.internal_hosts.iter().any(below)
}

fn is_public(policy: &RedactionPolicy, url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else { return false };
    let authority = rest.split(['/', '#', '?', '\\']).next().unwrap_or_default();
    // A user may be a password, a port is a machine's, a query may be a token.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    PUBLIC_SCHEMES.contains(&scheme.to_ascii_lowercase().as_str())
        && authority.contains('.')
        && authority.bytes().all(plain)
        && !rest.contains('?')
        && !is_internal_host(policy, authority)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_outside_reaches_or_should_is_no_public_address() {
        let policy =
            RedactionPolicy { internal_hosts: vec!["corp.acme.com".into()], ..RedactionPolicy::default() };
        for url in
            ["https://zlib.net/", "git+https://github.com/a/b@v1", "http://www.acme.com/x#y", "HTTPS://A.ORG"]
        {
            assert!(is_kept_address(&policy, url), "{url}");
        }
        for url in [
            "https://nexus/repository",
            "https://nexus.internal/a",
            "https://git.CORP.acme.com/a",
            "https://corp.acme.com",
            "https://10.0.0.7/a",
            "https://[::1]/a",
            "https://user:word@github.com/a",
            "https://github.com:8443/a",
            "https://github.com/a?token=1",
            "file:///home/erika/a",
            "ssh://git.acme.com/a",
            "git@github.com:a/b",
            "mailto:a@b.org",
            "urn:cdx:1/1",
            "/home/erika",
            "",
        ] {
            assert!(!is_kept_address(&policy, url), "{url}");
        }
        let none = RedactionPolicy::default();
        assert!(
            is_kept_address(&none, "https://git.corp.acme.com/a"),
            "only the policy tells that it is internal"
        );
    }
}
