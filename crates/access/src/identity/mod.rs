//! Identities others vouch for: `OpenID` Connect for people, identity tokens of CI systems for workloads. Only the pure
//! parts: whoever calls fetches the documents. Start reading at [`IdentityProvider`] and [`Workload`].

mod discovery;
mod id_token;
mod jwt;
mod pkce;
mod provider;
#[cfg(test)]
mod samples;
mod workload;

pub use discovery::Discovery;
pub use id_token::{ExternalIdentity, IdentityClaims, check_id_token};
pub use jwt::{Claims, SigningKeys, claimed_issuer, claimed_key};
pub use pkce::{AuthorizationRequest, token_request, token_response};
pub use provider::IdentityProvider;
pub use workload::{Workload, is_identity_token};
