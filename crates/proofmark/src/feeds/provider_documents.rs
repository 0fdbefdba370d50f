//! Which documents a publisher lists: in ROLIE feeds, or in folders with lists.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_courier::{CsafDigest, Fetched, Seen};
use proofmark_facts::{Read, Sha256};
use proofmark_formats::{CsafProvider, Limits, RolieEntry, read_csaf_changes, read_csaf_index, read_rolie};
use proofmark_text::text;

use super::asking::Asking;
use super::changed_records::Modified;
use super::csaf_documents::Listed;
use super::failure::Failure;
use super::part::Held;
use super::provider_keys::check_secure;

/// How much of a digest stands in a document's name in the copy.
const NAMED_BY: usize = 16;

/// What is listed: when each document was released last, and where it lies.
#[derive(Default)]
pub(super) struct Listing {
    pub(super) published: Modified,
    pub(super) documents: BTreeMap<String, Listed>,
}

/// Everything that is for everybody. Feeds are gone by where there are any: they say where digests and signatures lie.
pub(super) fn listing(asking: &Asking<'_>, metadata: &CsafProvider) -> Result<Listing, Failure> {
    let must_have_digest = metadata.role == "csaf_trusted_provider";
    let mut listing = Listing::default();
    let feeds: Vec<&str> =
        metadata.feeds.iter().filter(|feed| feed.is_open()).map(|feed| feed.url.as_str()).collect();
    for url in &feeds {
        let bytes = fetch_at(asking, url, asking.feed.most_bytes)?;
        for entry in list_of(read_rolie(&bytes, &Limits::default()))? {
            listing.add_entry(entry, must_have_digest)?;
        }
    }
    let folders = metadata.directories.iter().filter(|folder| feeds.is_empty() && folder.is_open());
    let mut is_any = !feeds.is_empty();
    for folder in folders {
        is_any = true;
        listing.add_folder(asking, &folder.url, must_have_digest)?;
    }
    if is_any { Ok(listing) } else { Err(Failure::refused(text!("csaf-provider-nothing-open"))) }
}

impl Listing {
    fn add_entry(&mut self, entry: RolieEntry, must_have_digest: bool) -> Result<(), Failure> {
        for url in [Some(&entry.url), entry.signature.as_ref(), entry.sha256.as_ref(), entry.sha512.as_ref()]
        {
            url.map_or(Ok(()), |url| check_secure(url)).map_err(Failure::refused)?;
        }
        let name = name_of(&entry.url);
        let digests = [(CsafDigest::Sha512, entry.sha512), (CsafDigest::Sha256, entry.sha256)];
        let digests = digests.into_iter().filter_map(|(digest, url)| Some((digest, url?))).collect();
        let listed = Listed { url: entry.url, digests, must_have_digest, signature: entry.signature };
        self.published.insert(name.clone(), entry.updated_at);
        self.documents.insert(name, listed);
        Ok(())
    }

    fn add_folder(&mut self, asking: &Asking<'_>, url: &str, must_have_digest: bool) -> Result<(), Failure> {
        check_secure(url).map_err(Failure::refused)?;
        let folder = if url.ends_with('/') { url.to_owned() } else { format!("{url}/") };
        let changes = fetch_at(asking, &format!("{folder}changes.csv"), asking.feed.most_bytes)?;
        let released: Modified = list_of(read_csaf_changes(&changes))?.into_iter().rev().collect();
        let index = fetch_at(asking, &format!("{folder}index.txt"), asking.feed.most_bytes)?;
        for path in list_of(read_csaf_index(&index))? {
            let url = format!("{folder}{}", path.replace('+', "%2B"));
            let name = name_of(&url);
            let digests = [CsafDigest::Sha512, CsafDigest::Sha256]
                .map(|digest| (digest, format!("{url}{}", digest.ending())));
            let signature = Some(format!("{url}.asc"));
            let at = released.get(&path).copied().unwrap_or(Timestamp::UNIX_EPOCH);
            self.published.insert(name.clone(), at);
            self.documents.insert(name, Listed { url, digests: digests.into(), must_have_digest, signature });
        }
        Ok(())
    }
}

/// What a document is called in the copy: by its address, so that two of one name stay two.
fn name_of(url: &str) -> String {
    let digest = Sha256::of(url.as_bytes()).to_string();
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let file = url.rsplit('/').next().and_then(|file| file.strip_suffix(".json"));
    let file = file.filter(|file| file.len() <= 150 && !file.is_empty() && file.bytes().all(fit));
    format!("{}-{}.json", &digest[..NAMED_BY], file.unwrap_or("document"))
}

/// What lies at an address; that nothing does is a fault.
pub(super) fn fetch_at(asking: &Asking<'_>, url: &str, most_bytes: u64) -> Result<Vec<u8>, Failure> {
    check_secure(url).map_err(Failure::refused)?;
    let (mut held, nothing) = (Held::default(), Seen::default());
    match asking.fetcher.fetch(&asking.parcel(url, &nothing, most_bytes), &mut held)? {
        Fetched::Whole(_) => Ok(held.0),
        Fetched::Unchanged => Err(Failure::refused(text!("feeds-unfit"))),
    }
}

pub(super) fn list_of<T>(read: Read<T>) -> Result<T, Failure> {
    let says = read.problems.into_iter().next().map(|problem| problem.says);
    read.value.ok_or_else(|| Failure::refused(says.unwrap_or_else(|| text!("feeds-unfit"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_and_two_addresses_have_two() {
        for url in
            ["https://a/b/lamp-1.json", "https://a/..", "https://a/x.json?y", "https://a/%2e%2e.json", ""]
        {
            let name = name_of(url);
            assert!(
                name.strip_suffix(".json").is_some()
                    && !name.contains(['/', '%', '?'])
                    && !name.contains(".."),
                "{name}"
            );
        }
        assert_ne!(name_of("https://a/b/lamp-1.json"), name_of("https://a/c/lamp-1.json"));
    }
}
