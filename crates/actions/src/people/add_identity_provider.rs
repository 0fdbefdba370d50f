//! Our secret at a provider of identities, and no longer taking people from one.

use proofmark_access::{Credential, IdentityProvider, ProviderCredential, Right, Secret};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::errand::{Errand, there};
use super::members::INSTALLATION;
use super::refused::{check, refused_at};
use crate::error::ActionError;
use crate::record::{KeptNoun, instead, kept_noun, kept_nouns};

/// Bytes of a client's secret.
const LONGEST_SECRET: usize = 1000;

/// The providers people may come from: everybody who signs in sees their names.
pub fn identity_providers(store: &dyn SystemOfRecord) -> Result<Vec<IdentityProvider>, ActionError> {
    Ok(kept_nouns(store, INSTALLATION)?.into_iter().map(|kept| kept.noun).collect())
}

/// Keeps the secret a provider gave us. It is never shown again.
pub fn keep_client_secret(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
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
    let credential = Credential::Provider(ProviderCredential::new(provider, secret));
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

/// A provider that must be there.
pub(super) fn provider_there(
    store: &dyn SystemOfRecord,
    provider: &str,
) -> Result<KeptNoun<IdentityProvider>, ActionError> {
    there(kept_noun(store, INSTALLATION, provider)?, || text!("access-no-provider", provider = provider))
}
