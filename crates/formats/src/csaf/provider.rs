//! What a publisher says of where its documents are: `provider-metadata.json` (CSAF 2.0 section 7.1.7; 2.1 writes a directory with its
//! TLP label).

use proofmark_facts::{Place, Problem, Read};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::json::{List, Words, read_value};

/// The largest such file, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// The most distributions, feeds and keys of each.
const MOST: usize = 1_000;

/// The longest address, in bytes.
const LONGEST_ADDRESS: usize = 2_000;

/// The longest name, in characters.
const LONGEST_NAME: usize = 200;

/// What a publisher says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsafProvider {
    /// The role it takes: `csaf_publisher`, `csaf_provider` or `csaf_trusted_provider` (section 7.2).
    pub role: String,
    /// Its name.
    pub name: String,
    /// The address that stands for it.
    pub namespace: String,
    /// Folders with lists of documents.
    pub directories: Vec<CsafPlace>,
    /// ROLIE feeds.
    pub feeds: Vec<CsafPlace>,
    /// The keys it signs by.
    pub keys: Vec<CsafKey>,
    /// Whether it wants to be listed by aggregators.
    pub is_listed: bool,
}

/// Where documents are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsafPlace {
    /// The address.
    pub url: String,
    /// For whom what is there is meant (TLP); `None`: it is not said.
    pub label: Option<String>,
}

/// A key it signs by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsafKey {
    /// Its fingerprint, in small hexadecimal digits; `None`: it is not said.
    pub fingerprint: Option<String>,
    /// Where it lies.
    pub url: String,
}

impl CsafPlace {
    /// Whether what is there is for everybody, and is given without asking who wants it (CSAF 2.0 section 7.1.4). Where no label stands,
    /// it is what lies open.
    pub fn is_open(&self) -> bool {
        self.label.as_deref().is_none_or(|label| ["WHITE", "CLEAR", "UNLABELED"].contains(&label))
    }
}

#[derive(Deserialize)]
struct Written<'a> {
    #[serde(borrow)]
    role: Option<Words<'a>>,
    #[serde(borrow)]
    publisher: Option<Publisher<'a>>,
    #[serde(default, borrow)]
    distributions: List<Distribution<'a>>,
    #[serde(default, borrow)]
    public_openpgp_keys: List<Key<'a>>,
    #[serde(rename = "list_on_CSAF_aggregators", default = "yes")]
    is_listed: bool,
}

#[derive(Deserialize)]
struct Publisher<'a> {
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    namespace: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Distribution<'a> {
    #[serde(borrow)]
    directory_url: Option<Words<'a>>,
    #[serde(borrow)]
    directory: Option<Labelled<'a>>,
    #[serde(borrow)]
    rolie: Option<Rolie<'a>>,
}

#[derive(Deserialize)]
struct Rolie<'a> {
    #[serde(default, borrow)]
    feeds: List<Labelled<'a>>,
}

#[derive(Deserialize)]
struct Labelled<'a> {
    #[serde(borrow)]
    url: Option<Words<'a>>,
    #[serde(borrow)]
    tlp_label: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Key<'a> {
    #[serde(borrow)]
    fingerprint: Option<Words<'a>>,
    #[serde(borrow)]
    url: Option<Words<'a>>,
}

fn yes() -> bool {
    true
}

/// Reads a publisher's metadata of version 2.0 or 2.1. What has no name or a role that is none is refused, and so is an address or a
/// fingerprint that cannot be one: by them is decided whom to believe.
pub fn read_csaf_provider(bytes: &[u8], limits: &Limits) -> Read<CsafProvider> {
    let written: Written<'_> = match read_value(bytes, MOST_BYTES, limits.depth, "CSAF") {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    match written.into_provider() {
        Ok(provider) => Read::with(provider, Vec::new()),
        Err(problem) => Read::refused(*problem),
    }
}

impl Written<'_> {
    fn into_provider(self) -> Result<CsafProvider, Box<Problem>> {
        let role = self.role.map(Words::into_string).unwrap_or_default();
        if !["csaf_publisher", "csaf_provider", "csaf_trusted_provider"].contains(&role.as_str()) {
            return Err(fault("/role", text!("csaf-provider-role", role = excerpt(&role))));
        }
        let (name, namespace) = self.publisher.map_or((None, None), |it| (it.name, it.namespace));
        let name = name_of(name).ok_or_else(|| fault("/publisher/name", text!("csaf-provider-name")))?;
        let (mut directories, mut feeds) = (Vec::new(), Vec::new());
        for (index, one) in self.distributions.0.into_iter().enumerate() {
            let at = format!("/distributions/{index}");
            if let Some(url) = one.directory_url {
                directories.push(CsafPlace { url: address_of(Some(url), &at)?, label: None });
            }
            if let Some(labelled) = one.directory {
                directories.push(labelled.into_place(&at)?);
            }
            for labelled in one.rolie.map(|rolie| rolie.feeds.0).unwrap_or_default() {
                feeds.push(labelled.into_place(&at)?);
            }
        }
        let keys = self.public_openpgp_keys.0.into_iter().enumerate();
        let keys = keys
            .map(|(index, key)| key.into_key(&format!("/public_openpgp_keys/{index}")))
            .collect::<Result<Vec<_>, _>>()?;
        if [directories.len(), feeds.len(), keys.len()].iter().any(|count| *count > MOST) {
            return Err(fault("", text!("csaf-provider-too-many", most = MOST as u64)));
        }
        let namespace = namespace.map(Words::into_string).unwrap_or_default();
        let namespace = namespace.chars().take(LONGEST_NAME).collect();
        Ok(CsafProvider { role, name, namespace, directories, feeds, keys, is_listed: self.is_listed })
    }
}

impl Labelled<'_> {
    fn into_place(self, at: &str) -> Result<CsafPlace, Box<Problem>> {
        let label = self.tlp_label.map(|label| label.to_ascii_uppercase());
        Ok(CsafPlace { url: address_of(self.url, at)?, label })
    }
}

impl Key<'_> {
    fn into_key(self, at: &str) -> Result<CsafKey, Box<Problem>> {
        let written = self.fingerprint.map(|print| print.trim().to_ascii_lowercase());
        let is_print =
            |print: &String| print.len() >= 40 && print.bytes().all(|byte| byte.is_ascii_hexdigit());
        if let Some(print) = written.as_ref().filter(|print| !is_print(print)) {
            return Err(fault(
                &format!("{at}/fingerprint"),
                text!("csaf-provider-fingerprint", written = excerpt(print)),
            ));
        }
        Ok(CsafKey { fingerprint: written, url: address_of(self.url, at)? })
    }
}

/// A name in one line.
pub(super) fn name_of(written: Option<Words<'_>>) -> Option<String> {
    let name: String =
        written?.trim().chars().filter(|letter| !letter.is_control()).take(LONGEST_NAME).collect();
    Some(name).filter(|name| !name.is_empty())
}

/// An address of the web. Whether an errand may go there is the courier's to say.
pub(super) fn address_of(written: Option<Words<'_>>, at: &str) -> Result<String, Box<Problem>> {
    let written = written.map(Words::into_string).unwrap_or_default();
    let plain = !written.bytes().any(|byte| byte.is_ascii_control() || byte == b' ');
    let scheme = written.starts_with("https://") || written.starts_with("http://");
    if plain && scheme && written.len() <= LONGEST_ADDRESS {
        return Ok(written);
    }
    Err(fault(at, text!("csaf-provider-address", written = excerpt(&written))))
}

pub(super) fn fault(at: &str, says: proofmark_text::Text) -> Box<Problem> {
    Box::new(Problem::error(Place::at(at.to_owned()), says))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const METADATA: &str = include_str!("../../../../fuzz/seeds/csaf_provider/provider.json");

    fn read(json: &str) -> Read<CsafProvider> {
        read_csaf_provider(json.as_bytes(), &Limits::default())
    }

    #[test]
    fn folders_and_feeds_of_both_versions_are_read_with_their_labels() {
        let provider = read(METADATA).value.unwrap();
        assert_eq!((provider.name.as_str(), provider.role.as_str()), ("Lamp PSIRT", "csaf_trusted_provider"));
        let shown = |places: &[CsafPlace]| {
            places.iter().map(|place| (place.url.clone(), place.is_open())).collect::<Vec<_>>()
        };
        assert_eq!(
            shown(&provider.directories),
            [
                ("https://lamp.example/.well-known/csaf/white/".to_owned(), true),
                ("https://lamp.example/.well-known/csaf/amber/".to_owned(), false)
            ]
        );
        assert_eq!(
            shown(&provider.feeds),
            [
                ("https://lamp.example/.well-known/csaf/feed-tlp-white.json".to_owned(), true),
                ("https://lamp.example/.well-known/csaf/feed-tlp-amber.json".to_owned(), false)
            ]
        );
        let print = provider.keys[0].fingerprint.as_deref();
        assert_eq!(print, Some("277b3afd6e1f51b2b23828ba6917c429b2fdcc0e"));
        assert!(provider.is_listed);
    }

    #[test]
    fn what_is_not_said_as_it_must_be_is_refused_with_its_place() {
        for (old, new, at) in [
            ("csaf_trusted_provider", "csaf_king", "/role"),
            ("Lamp PSIRT", " ", "/publisher/name"),
            ("https://lamp.example/.well-known/csaf/white/", "file:///etc/", "/distributions/0"),
            ("https://lamp.example/.well-known/csaf/white/", "https://a b/", "/distributions/0"),
            ("277B3AFD", "XYZ", "/public_openpgp_keys/0/fingerprint"),
        ] {
            let read = read(&METADATA.replace(old, new));
            assert_eq!(read.value, None, "{new}");
            assert_eq!(read.problems[0].place.path.as_deref(), Some(at), "{new}");
        }
        assert_eq!(read("{}").value, None);
        assert_eq!(read("[]").value, None);
    }

    proptest! {
        #[test]
        fn no_address_is_other_than_of_the_web(url in ".{0,40}", bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let json = serde_json::json!({"role": "csaf_provider", "publisher": {"name": "a"},
                "distributions": [{"directory_url": url}]});
            if let Some(provider) = read(&json.to_string()).value {
                let url = &provider.directories[0].url;
                prop_assert!(url.starts_with("http") && !url.contains(['\n', '\r', ' ']));
            }
            let _ = read_csaf_provider(&bytes, &Limits::default());
        }
    }
}
