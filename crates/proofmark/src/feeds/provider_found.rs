//! Finds a publisher's metadata by its domain, in the order CSAF 2.0 asks for (section 7.3.1): the well-known address, `security.txt`, the
//! DNS path; and reads the lists of those who gather publishers.

use proofmark_actions::ActionError;
use proofmark_courier::{Answer, Courier, CourierTrouble, Errand, Limits as ErrandLimits};
use proofmark_facts::{Place, Problem};
use proofmark_formats::{
    CsafListed, CsafProvider, Limits, csaf_of_security_txt, read_csaf_aggregator, read_csaf_provider,
};
use proofmark_text::{Text, text};
use proofmark_trust::openpgp::OpenPgpCertificate;

use super::provider_keys::{check_secure, published_keys};

/// The most bytes of a list of publishers.
const LIST: ErrandLimits = ErrandLimits { bytes: 16 << 20, ..ErrandLimits::SMALL };

/// Who goes outside for it.
pub(crate) struct Outside<'a> {
    /// The courier.
    pub(crate) courier: &'a Courier,
}

/// A publisher that was found.
pub(crate) struct FoundProvider {
    /// Where its metadata lie.
    pub(crate) url: String,
    /// What it says of itself.
    pub(crate) metadata: CsafProvider,
    /// The fingerprints of its keys, sorted.
    pub(crate) keys: Vec<String>,
}

/// Finds the publisher of a domain, or the one whose metadata lie at an address.
pub(crate) fn find_provider(outside: &Outside<'_>, written: &str) -> Result<FoundProvider, ActionError> {
    let (url, metadata) = match places(written) {
        Sought::Metadata(url) => {
            let metadata = outside.metadata(&url)?.ok_or_else(|| not_there(&url))?;
            (url, metadata)
        }
        Sought::Domain { base, dns } => outside.of_domain(written, &base, dns.as_deref())?,
    };
    let fetch = |url: &str| -> Result<Vec<u8>, Fault> {
        match outside.there(url, ErrandLimits::SMALL)? {
            Some(answer) => Ok(answer.body),
            None => Err(Fault(not_there(url))),
        }
    };
    let keys = published_keys::<Fault>(&metadata, &fetch).map_err(|fault| fault.0)?;
    let mut keys: Vec<String> = keys.iter().map(OpenPgpCertificate::fingerprint).collect();
    keys.sort();
    keys.dedup();
    Ok(FoundProvider { url, metadata, keys })
}

/// The publishers an aggregator lists.
pub(crate) fn listed_providers(outside: &Outside<'_>, url: &str) -> Result<Vec<CsafListed>, ActionError> {
    let answer = outside.there(url, LIST)?.ok_or_else(|| not_there(url))?;
    let read = read_csaf_aggregator(&answer.body, &Limits::default());
    read.value.ok_or(ActionError::Refused(read.problems))
}

/// What somebody wrote.
#[derive(Debug, PartialEq, Eq)]
enum Sought {
    /// The address of metadata.
    Metadata(String),
    /// A domain, as the beginning of addresses; and the DNS path, where it has a name.
    Domain { base: String, dns: Option<String> },
}

fn places(written: &str) -> Sought {
    let written = written.trim();
    let Some((_, rest)) = written.split_once("://") else {
        let domain = written.trim_end_matches('/');
        let dns = Some(format!("https://csaf.data.security.{domain}"));
        return Sought::Domain { base: format!("https://{domain}"), dns };
    };
    match rest.split_once('/') {
        Some((_, path)) if !path.is_empty() => Sought::Metadata(written.to_owned()),
        _ => Sought::Domain { base: written.trim_end_matches('/').to_owned(), dns: None },
    }
}

impl Outside<'_> {
    fn of_domain(
        &self,
        written: &str,
        base: &str,
        dns: Option<&str>,
    ) -> Result<(String, CsafProvider), ActionError> {
        let well_known = format!("{base}/.well-known/csaf/provider-metadata.json");
        if let Some(metadata) = self.metadata(&well_known)? {
            return Ok((well_known, metadata));
        }
        for path in ["/.well-known/security.txt", "/security.txt"] {
            let Some(answer) = self.there(&format!("{base}{path}"), ErrandLimits::SMALL)? else { continue };
            for url in csaf_of_security_txt(&answer.body) {
                if let Some(metadata) = self.metadata(&url)? {
                    return Ok((url, metadata));
                }
            }
        }
        // A name nobody has registered is the same as an address where nothing lies.
        if let Some(url) = dns
            && let Ok(Some(metadata)) = self.metadata(url)
        {
            return Ok((url.to_owned(), metadata));
        }
        Err(refused(text!("csaf-provider-not-found", domain = written)))
    }

    /// The metadata at an address; `None`: nothing lies there.
    fn metadata(&self, url: &str) -> Result<Option<CsafProvider>, ActionError> {
        let Some(answer) = self.there(url, ErrandLimits::SMALL)? else { return Ok(None) };
        let read = read_csaf_provider(&answer.body, &Limits::default());
        read.value.map(Some).ok_or(ActionError::Refused(read.problems))
    }

    /// What lies at an address; `None`: nothing.
    fn there(&self, url: &str, limits: ErrandLimits) -> Result<Option<Answer>, ActionError> {
        check_secure(url).map_err(refused)?;
        let answer = self.courier.carry(&Errand::get(url).within(limits));
        let answer = match answer {
            Ok(answer) if matches!(answer.status, 404 | 410) => return Ok(None),
            answer => answer.and_then(Answer::or_trouble),
        };
        answer.map(Some).map_err(|error| match error.trouble {
            CourierTrouble::Hindered => ActionError::Hindered(error.says),
            CourierTrouble::Barred | CourierTrouble::Broken => refused(error.says),
        })
    }
}

/// An error of an action, made of what is wrong with a key.
struct Fault(ActionError);

impl From<Text> for Fault {
    fn from(says: Text) -> Self {
        Self(refused(says))
    }
}

impl From<ActionError> for Fault {
    fn from(error: ActionError) -> Self {
        Self(error)
    }
}

fn not_there(url: &str) -> ActionError {
    refused(text!("csaf-provider-not-there", url = url))
}

fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_and_an_address_are_told_apart() {
        let domain = |base: &str, dns: Option<&str>| Sought::Domain {
            base: base.to_owned(),
            dns: dns.map(str::to_owned),
        };
        let dns = Some("https://csaf.data.security.lamp.example");
        assert_eq!(places(" lamp.example/ "), domain("https://lamp.example", dns));
        assert_eq!(places("https://lamp.example/"), domain("https://lamp.example", None));
        let url = "https://lamp.example/x/provider-metadata.json";
        assert_eq!(places(url), Sought::Metadata(url.to_owned()));
    }
}
