//! The keys a publisher signs by: taken only from where its metadata say and only through TLS, and believed only by the fingerprints
//! somebody accepted.

use std::collections::BTreeSet;

use proofmark_courier::Destination;
use proofmark_formats::CsafProvider;
use proofmark_text::{Text, text};
use proofmark_trust::openpgp::OpenPgpCertificate;

/// The most bytes of a file with a key.
pub(super) const MOST_KEY_BYTES: u64 = 1 << 20;

/// The keys that are published, each fetched and held against the fingerprint that is said of it. `fetch` gives what lies at an address.
pub(super) fn published_keys<E: From<Text>>(
    metadata: &CsafProvider,
    fetch: &dyn Fn(&str) -> Result<Vec<u8>, E>,
) -> Result<Vec<OpenPgpCertificate>, E> {
    let mut keys: Vec<OpenPgpCertificate> = Vec::new();
    for key in &metadata.keys {
        check_secure(&key.url)?;
        let bytes = fetch(&key.url)?;
        let unfit = |why: String| text!("csaf-key-unfit", url = &key.url, why = why);
        let certificate =
            OpenPgpCertificate::parse(&bytes).map_err(|fault| E::from(unfit(fault.to_string())))?;
        let print = certificate.fingerprint();
        if key.fingerprint.as_ref().is_some_and(|said| *said != print) {
            return Err(text!("csaf-key-other", url = &key.url, fingerprint = print).into());
        }
        keys.push(certificate);
    }
    Ok(keys)
}

/// Refuses keys that are not just those that were accepted. One that is gone is a change too: without it, nothing would be verified
/// that was before.
pub(super) fn check_accepted(
    keys: &[OpenPgpCertificate],
    accepted: &[String],
    feed: &str,
) -> Result<(), Text> {
    let found: BTreeSet<String> = keys.iter().map(OpenPgpCertificate::fingerprint).collect();
    let known: BTreeSet<String> = accepted.iter().cloned().collect();
    if found == known {
        return Ok(());
    }
    let listed = |keys: &BTreeSet<String>| {
        if keys.is_empty() { "-".to_owned() } else { keys.iter().cloned().collect::<Vec<_>>().join(", ") }
    };
    Err(text!("csaf-key-changed", found = listed(&found), accepted = listed(&known), feed = feed))
}

/// Nothing of a publisher is believed that came over an open line; what stays within this machine was on none.
pub(super) fn check_secure(url: &str) -> Result<(), Text> {
    let there = Destination::parse(url).map_err(|error| error.says)?;
    if there.is_secure() || there.is_this_machine() {
        return Ok(());
    }
    Err(text!("csaf-provider-plain", origin = there.origin()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_came_went_or_changed_are_each_a_change() {
        let key = include_bytes!("../../../../fuzz/seeds/openpgp/psirt.key.asc");
        let keys = [OpenPgpCertificate::parse(key).unwrap()];
        let accepted = [keys[0].fingerprint()];
        assert!(check_accepted(&keys, &accepted, "csaf-a").is_ok());
        assert!(check_accepted(&[], &[], "csaf-a").is_ok());
        for (found, known) in
            [(&keys[..], &[][..]), (&[][..], &accepted[..]), (&keys[..], &["ab".to_owned()][..])]
        {
            assert_eq!(check_accepted(found, known, "csaf-a").unwrap_err().id(), "csaf-key-changed");
        }
    }

    #[test]
    fn an_open_line_is_refused() {
        assert!(check_secure("https://lamp.example/key.asc").is_ok());
        assert_eq!(check_secure("http://lamp.example/key.asc").unwrap_err().id(), "csaf-provider-plain");
        assert!(check_secure("ftp://lamp.example/key.asc").is_err());
    }
}
