//! Publishers of CSAF documents: one that was added, and those somebody gathered.

use proofmark_formats::CsafListed;
use proofmark_text::text;

use super::page::{Mark, Page, dim, strong};

/// A publisher that was added, as it is shown.
pub(crate) struct ShownProvider<'a> {
    /// Its name.
    pub(crate) publisher: &'a str,
    /// The role it takes.
    pub(crate) role: &'a str,
    /// Where its metadata lie.
    pub(crate) metadata: &'a str,
    /// The fingerprints of the keys that are believed.
    pub(crate) keys: &'a [String],
    /// What its feed is called.
    pub(crate) feed: &'a str,
}

/// One that was added: who it is, and the keys that are believed from now on.
pub(crate) fn provider(page: &mut Page, provider: &ShownProvider<'_>) {
    page.title(provider.publisher, provider.role);
    page.below(provider.metadata);
    page.heading(&text!("csaf-provider-keys", count = provider.keys.len() as u64).to_string(), "");
    for key in provider.keys {
        page.marked(Mark::Plain, key);
    }
    page.below(&dim(&text!("csaf-provider-compare").to_string()));
    page.below(&text!("csaf-provider-next", feed = provider.feed).to_string());
}

/// Those somebody gathered, each with what adds it.
pub(crate) fn listed_providers(page: &mut Page, listed: &[CsafListed]) {
    for one in listed {
        page.marked(Mark::Plain, &format!("{}  {}", strong(&one.name), dim(&one.role)));
        page.below(&one.url);
    }
}
