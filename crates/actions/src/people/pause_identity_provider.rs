//! Pauses a provider of identities, at once, and has people come from it again, by two where there are two.

use proofmark_access::{Act, IdentityProvider, Right};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::add_identity_provider::provider_there;
use super::do_or_propose::{Settled, do_or_propose};
use super::errand::Errand;
use super::members::INSTALLATION;
use super::propose::ProposeOrder;
use super::refused::check;
use crate::error::ActionError;

/// Nobody comes from the provider any more until it is taken up again: what it is and our secret there stay. Whoever is
/// signed in already stays so.
pub fn pause_identity_provider(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    provider: &str,
) -> Result<(), ActionError> {
    check(errand, Right::ManagePeople, INSTALLATION, None)?;
    let kept = provider_there(store, provider)?;
    if kept.noun.paused_at.is_some() {
        return Err(ActionError::Moved(text!("desk-provider-paused", provider = &kept.noun.name)));
    }
    let paused = IdentityProvider { paused_at: Some(errand.at), ..kept.noun.clone() };
    let about = format!("identity-providers:{provider}");
    errand.deed(INSTALLATION, &about, "pause-identity-provider").keep(store, vec![kept.replaced_by(&paused)])
}

/// People come from the provider again, or it is proposed where a second person can sign: whoever paused it had a reason.
pub fn resume_identity_provider(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    provider: &str,
    because: &str,
    random: [u8; 16],
) -> Result<Settled, ActionError> {
    check(errand, Right::ManagePeople, INSTALLATION, None)?;
    let kept = provider_there(store, provider)?;
    if kept.noun.paused_at.is_none() {
        return Err(ActionError::Moved(text!("desk-provider-not-paused", provider = &kept.noun.name)));
    }
    let act = Act::AddIdentityProvider { provider: IdentityProvider { paused_at: None, ..kept.noun } };
    do_or_propose(store, errand, ProposeOrder { operator: INSTALLATION, act, because, rests_on: &[], random })
}
