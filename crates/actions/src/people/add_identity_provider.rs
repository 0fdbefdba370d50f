//! Taking people from a provider of identities, our secret there, and no longer taking people from it.

use proofmark_access::{Act, Credential, IdentityProvider, ProviderCredential, Right, Secret};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::do_or_propose::{Settled, do_or_propose};
use super::errand::{Errand, there};
use super::kept_secrets::{provider_purpose, seal};
use super::members::INSTALLATION;
use super::propose::ProposeOrder;
use super::refused::{check, forbidden, refused_at};
use crate::error::ActionError;
use crate::notices::Strongbox;
use crate::record::{KeptNoun, instead, kept_noun, kept_nouns};

/// Bytes of a client's secret.
const LONGEST_SECRET: usize = 1000;

/// The providers people may come from now: everybody who signs in sees their names.
pub fn open_identity_providers(store: &dyn SystemOfRecord) -> Result<Vec<IdentityProvider>, ActionError> {
    let all = identity_providers(store)?;
    Ok(all.into_iter().filter(|provider| provider.is_open().is_ok()).collect())
}

/// Every provider, also those that are paused.
pub fn identity_providers(store: &dyn SystemOfRecord) -> Result<Vec<IdentityProvider>, ActionError> {
    Ok(kept_nouns(store, INSTALLATION)?.into_iter().map(|kept| kept.noun).collect())
}

/// A provider people shall come from.
#[derive(Debug, Clone, Copy)]
pub struct ProviderOrder<'a> {
    /// Its name as people see it on the sign-in page.
    pub name: &'a str,
    /// Whom its tokens are from.
    pub issuer: &'a str,
    /// What it calls us.
    pub client_id: &'a str,
    /// Why, for the second person.
    pub because: &'a str,
    /// Random bytes: the proposal's identification.
    pub random: [u8; 16],
}

/// Adds a provider, or proposes it where a second person can sign. One that is there is not changed by it.
pub fn add_identity_provider(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    order: &ProviderOrder<'_>,
) -> Result<Settled, ActionError> {
    check(errand, Right::ManagePeople, INSTALLATION, None)?;
    let made = IdentityProvider::new(order.name, order.issuer, order.client_id, errand.at, &errand.by.name);
    let provider = made.map_err(refused_at("provider"))?;
    let kept: Option<KeptNoun<IdentityProvider>> = kept_noun(store, INSTALLATION, &provider.id)?;
    if kept.is_some() {
        return Err(refused_at("name")(text!("identity-provider-there", provider = &provider.name).into()));
    }
    let order = ProposeOrder {
        operator: INSTALLATION,
        act: Act::AddIdentityProvider { provider },
        because: order.because,
        rests_on: &[],
        random: order.random,
    };
    do_or_propose(store, errand, order)
}

/// Keeps the secret a provider gave us, sealed. It is never shown again.
pub fn keep_client_secret(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    strongbox: &dyn Strongbox,
    provider: &str,
    secret: &Secret,
) -> Result<(), ActionError> {
    check(errand, Right::ManagePeople, INSTALLATION, None)?;
    if !(1..=LONGEST_SECRET).contains(&secret.reveal().len()) {
        return Err(refused_at("client_secret")(text!("access-provider-malformed").into()));
    }
    provider_there(store, provider)?;
    let kept: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_provider(provider))?;
    let client_secret = seal(strongbox, &provider_purpose(provider), secret)?;
    let credential =
        Credential::Provider(ProviderCredential { provider: provider.to_owned(), client_secret });
    let records = vec![instead(INSTALLATION, kept.as_ref(), &credential)];
    let about = format!("identity-providers:{provider}");
    errand.deed(INSTALLATION, &about, "keep-client-secret").keep(store, records)
}

/// Takes a provider out, at once: nobody comes from it any more.
pub fn remove_identity_provider(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    provider: &str,
) -> Result<(), ActionError> {
    check(errand, Right::ManagePeople, INSTALLATION, None)?;
    let kept = provider_there(store, provider)?;
    let secret: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_provider(provider))?;
    let mut records = vec![kept.taken_away()];
    records.extend(secret.map(|secret| secret.taken_away()));
    let about = format!("identity-providers:{provider}");
    errand.deed(INSTALLATION, &about, "remove-identity-provider").keep(store, records)
}

/// A provider that must be there, and from which people may come now.
pub(super) fn provider_open(
    store: &dyn SystemOfRecord,
    provider: &str,
) -> Result<IdentityProvider, ActionError> {
    let provider = provider_there(store, provider)?.noun;
    provider.is_open().map_err(forbidden)?;
    Ok(provider)
}

/// A provider that must be there.
pub(super) fn provider_there(
    store: &dyn SystemOfRecord,
    provider: &str,
) -> Result<KeptNoun<IdentityProvider>, ActionError> {
    there(kept_noun(store, INSTALLATION, provider)?, || text!("access-no-provider", provider = provider))
}
