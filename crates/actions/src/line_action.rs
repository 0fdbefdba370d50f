//! What the ledger's lines say was done, in words: the code of every action there is, with its sentence.

use proofmark_text::{Text, text};

/// Names the sentence.
type Says = fn() -> Text;

/// Every action that writes a line, by its code, in the order of the codes.
const ACTIONS: &[(&str, Says)] = &[
    ("accept-invitation", || text!("ends-action-accept-invitation")),
    ("add-identity-provider", || text!("ends-action-add-identity-provider")),
    ("add-operator", || text!("ends-action-add-operator")),
    ("add-webhook", || text!("ends-action-add-webhook")),
    ("approve", || text!("ends-action-approve")),
    ("archive-product", || text!("ends-action-archive-product")),
    ("assemble-pack", || text!("ends-action-assemble-pack")),
    ("assess", || text!("ends-action-assess")),
    ("change-attestors", || text!("ends-action-change-attestors")),
    ("change-grants", || text!("ends-action-change-grants")),
    ("change-mail-settings", || text!("ends-action-change-mail-settings")),
    ("change-password", || text!("ends-action-change-password")),
    ("change-webhook", || text!("ends-action-change-webhook")),
    ("check-supplier", || text!("ends-action-check-supplier")),
    ("confirm-person", || text!("ends-action-confirm-person")),
    ("cosign-checkpoint", || text!("ends-action-cosign-checkpoint")),
    ("decide-finding", || text!("ends-action-decide-finding")),
    ("decide-findings", || text!("ends-action-decide-findings")),
    ("determine-modification", || text!("ends-action-determine-modification")),
    ("disable-account", || text!("ends-action-disable-account")),
    ("disable-webhook", || text!("ends-action-disable-webhook")),
    ("enable-account", || text!("ends-action-enable-account")),
    ("end-other-sessions", || text!("ends-action-end-other-sessions")),
    ("end-session", || text!("ends-action-end-session")),
    ("end-sessions", || text!("ends-action-end-sessions")),
    ("enrol-one-time-codes", || text!("ends-action-enrol-one-time-codes")),
    ("enter-in-case", || text!("ends-action-enter-in-case")),
    ("flag-same-person", || text!("ends-action-flag-same-person")),
    ("forget-identity", || text!("ends-action-forget-identity")),
    ("forget-second-factor", || text!("ends-action-forget-second-factor")),
    ("import-advisories", || text!("ends-action-import-advisories")),
    ("invite", || text!("ends-action-invite")),
    ("invite-again", || text!("ends-action-invite-again")),
    ("keep-client-secret", || text!("ends-action-keep-client-secret")),
    ("keep-files", || text!("ends-action-keep-files")),
    ("make-reset-link", || text!("ends-action-make-reset-link")),
    ("make-token", || text!("ends-action-make-token")),
    ("open-case", || text!("ends-action-open-case")),
    ("part-same-person", || text!("ends-action-part-same-person")),
    ("pause-identity-provider", || text!("ends-action-pause-identity-provider")),
    ("place-hold", || text!("ends-action-place-hold")),
    ("propose", || text!("ends-action-propose")),
    ("propose-modification", || text!("ends-action-propose-modification")),
    ("purge", || text!("ends-action-purge")),
    ("refuse", || text!("ends-action-refuse")),
    ("register-passkey", || text!("ends-action-register-passkey")),
    ("release-hold", || text!("ends-action-release-hold")),
    ("remove-identity-provider", || text!("ends-action-remove-identity-provider")),
    ("remove-mail-settings", || text!("ends-action-remove-mail-settings")),
    ("remove-passkey", || text!("ends-action-remove-passkey")),
    ("remove-webhook", || text!("ends-action-remove-webhook")),
    ("replay-delivery", || text!("ends-action-replay-delivery")),
    ("reset-password", || text!("ends-action-reset-password")),
    ("resume-identity-provider", || text!("ends-action-resume-identity-provider")),
    ("revoke-token", || text!("ends-action-revoke-token")),
    ("revoke-workload", || text!("ends-action-revoke-workload")),
    ("rotate-webhook-secret", || text!("ends-action-rotate-webhook-secret")),
    ("seal-credentials", || text!("ends-action-seal-credentials")),
    ("send-test-letter", || text!("ends-action-send-test-letter")),
    ("set-up", || text!("ends-action-set-up")),
    ("sign-in", || text!("ends-action-sign-in")),
    ("sign-in-throttled", || text!("ends-action-sign-in-throttled")),
    ("sign-out", || text!("ends-action-sign-out")),
    ("sign-out-everywhere", || text!("ends-action-sign-out-everywhere")),
    ("sign-state-of-the-law", || text!("ends-action-sign-state-of-the-law")),
    ("stamp-checkpoint", || text!("ends-action-stamp-checkpoint")),
    ("trust-workload", || text!("ends-action-trust-workload")),
    ("unarchive-product", || text!("ends-action-unarchive-product")),
    ("use-state-of-the-law", || text!("ends-action-use-state-of-the-law")),
    ("use-token-first", || text!("ends-action-use-token-first")),
    ("wish-letters", || text!("ends-action-wish-letters")),
    ("withdraw", || text!("ends-action-withdraw")),
    ("withdraw-decision", || text!("ends-action-withdraw-decision")),
];

/// What was done, in words; `None` for the code of another version's action.
pub fn action_says(code: &str) -> Option<Text> {
    let place = ACTIONS.binary_search_by_key(&code, |(code, _)| *code).ok()?;
    Some(ACTIONS[place].1())
}

#[cfg(test)]
mod tests {
    use proofmark_text::Language;

    use super::*;

    #[test]
    fn every_action_has_its_own_words_in_every_language() {
        assert!(ACTIONS.is_sorted_by(|one, other| one.0 < other.0), "they are looked up by their order");
        for language in [Language::English, Language::German] {
            let mut said: Vec<String> =
                ACTIONS.iter().map(|(_, says)| says().in_language(language)).collect();
            for (says, (code, of)) in said.iter().zip(ACTIONS) {
                assert!(!says.is_empty() && *says != of().id(), "{code}: {says}");
                assert_eq!(of().id().strip_prefix("ends-action-"), Some(*code));
            }
            said.sort_unstable();
            said.dedup();
            assert_eq!(said.len(), ACTIONS.len());
        }
        assert_eq!(action_says("assess").map(|says| says.id()), Some("ends-action-assess"));
        assert_eq!(action_says("what-no-version-does"), None);
    }
}
