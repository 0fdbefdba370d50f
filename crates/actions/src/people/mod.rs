//! What people do about people: coming in, being let in, and what two of them must do together. Start reading at
//! [`Errand`], then [`sign_in`], [`propose`] and [`decide_proposal`].

mod accept_invitation;
mod add_identity_provider;
mod add_operator;
mod alone;
mod answer_for;
mod attempts;
mod carry_out;
mod challenges;
mod check_link;
mod confirm_person;
mod decide_afresh;
mod decide_proposal;
mod disable_account;
mod do_alone;
mod do_or_propose;
mod end_session;
mod end_sessions;
mod enrol_one_time_codes;
mod errand;
mod forget_identity;
mod invite;
mod kept_secrets;
mod links;
mod look_at_people;
mod look_at_proposal;
mod make_token;
mod members;
mod one_person;
mod open_session;
mod pause_identity_provider;
mod propose;
mod propose_declaration;
mod refused;
mod register_passkey;
mod replaced_session;
mod reset_password;
mod revoke_token;
mod revoke_workload;
mod same_person;
mod set_up;
mod sign_in;
mod sign_in_trouble;
mod sign_in_with_code;
mod sign_in_with_identity;
mod sign_in_with_passkey;
mod sign_out;
mod trust_workload;
mod ways_in;
mod who_asks;
mod who_asks_as_workload;

pub use accept_invitation::{accept_invitation, invited_by_link};
pub use add_identity_provider::{
    ProviderOrder, add_identity_provider, identity_providers, keep_client_secret, open_identity_providers,
    remove_identity_provider,
};
pub use add_operator::add_operator;
pub use check_link::{check_reset_link, check_set_up_link};
pub use confirm_person::confirm_person;
pub use decide_afresh::decide_afresh;
pub use decide_proposal::{SecondSignature, decide_proposal, withdraw_proposal};
pub use disable_account::{disable_account, enable_account};
pub use do_alone::do_alone;
pub use do_or_propose::{Settled, do_or_propose};
pub use end_session::{OwnSession, end_other_sessions, end_session, sessions_of};
pub use end_sessions::end_sessions;
pub use enrol_one_time_codes::{ask_to_enrol_one_time_codes, enrol_one_time_codes};
pub use errand::Errand;
pub use forget_identity::{forget_identity, identities_of};
pub use invite::{InviteOrder, Invited, invite, invite_again};
pub use kept_secrets::seal_credentials;
pub use look_at_people::{Member, operators, people, proposal_views, proposals, tokens, workloads};
pub use look_at_proposal::{Competing, ProposalView, look_at_proposal};
pub use make_token::{MadeToken, TokenOrder, make_token};
pub use pause_identity_provider::{pause_identity_provider, resume_identity_provider};
pub use propose::{ProposeOrder, propose};
pub use propose_declaration::{DeclarationOrder, propose_declaration};
pub use register_passkey::{ask_to_register_passkey, passkeys_of, register_passkey, remove_passkey};
pub use replaced_session::REPLACED_SECRET_STANDS;
pub use reset_password::{change_password, make_reset_link, reset_password};
pub use revoke_token::revoke_token;
pub use revoke_workload::revoke_workload;
pub use same_person::same_person_with;
pub use set_up::{SetUpOrder, is_unset, make_set_up_link, set_up};
pub use sign_in::{SignInOrder, SignedIn, sign_in};
pub use sign_in_trouble::SignInTrouble;
pub use sign_in_with_code::{CodeOrder, sign_in_with_code};
pub use sign_in_with_identity::{
    BackFromProvider, IdentityPurpose, SendOrder, SendRandom, SentToProvider, back_from_provider,
    identity_provider, send_to_provider, sign_in_with_identity,
};
pub use sign_in_with_passkey::{PasskeySignInOrder, ask_for_passkey, sign_in_with_passkey};
pub use sign_out::{sign_out, sign_out_everywhere};
pub use trust_workload::{TrustOrder, trust_workload};
pub use who_asks::{InSession, rotate_session, who_asks_in_session, who_asks_with_token};
pub use who_asks_as_workload::{TrustedIssuer, trusted_issuer, who_asks_as_workload};
