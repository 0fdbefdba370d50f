//! Whatever a page changes, a program can change: every form's counterpart in the API, and the few that have none.

use proofmark_web::{Kind, ROUTES};

/// Each form with what does the same in the API.
const COUNTERPARTS: &[(&str, &str)] = &[
    ("change-password", "change-own-password"),
    ("enrol-codes", "begin-one-time-codes"),
    ("prove-codes", "prove-one-time-codes"),
    ("remove-passkey", "remove-own-passkey"),
    ("forget-identity", "forget-own-identity"),
    ("sign-out-everywhere", "end-own-sessions"),
    ("end-session", "end-own-session"),
    ("end-others", "end-other-sessions"),
    ("end-sessions", "end-sessions-of"),
    ("change-attestors", "put-attestors"),
    ("make-release-papers", "make-papers"),
    ("decide", "decide-findings"),
    ("approve", "approve-proposal"),
    ("refuse", "refuse-proposal"),
    ("withdraw", "withdraw-proposal"),
    ("sign-several", "decide-proposals"),
    ("add-provider", "add-identity-provider"),
    ("provider-secret", "keep-client-secret"),
    ("pause-provider", "pause-identity-provider"),
    ("resume-provider", "resume-identity-provider"),
    ("remove-provider", "remove-identity-provider"),
    ("approve-for-installation", "approve-installation-proposal"),
    ("refuse-for-installation", "refuse-installation-proposal"),
    ("withdraw-for-installation", "withdraw-installation-proposal"),
    ("trust-workload", "add-workload"),
    ("revoke-workload", "remove-workload"),
    ("retry", "retry-job"),
    ("retry-for-installation", "retry-installation-job"),
    ("new-operator", "add-operator"),
    ("invite", "invite-person"),
    ("invite-again", "invite-person-again"),
    ("reset-link", "reset-password-of"),
    ("close-out", "disable-person"),
    ("let-back", "enable-person"),
    ("change-person", "change-duties"),
    ("forget-factor", "forget-second-factor"),
    ("flag-same-person", "say-same-person"),
    ("part-same-person", "take-same-person-back"),
    ("confirm-person", "confirm-account"),
    ("make-token", "issue-token"),
    ("revoke-token", "end-token"),
    ("add-product", "submit-product"),
    ("archive", "archive-product"),
    ("hand-in", "submit-release"),
    ("issue-declaration", "propose-declaration"),
    ("assess-again", "assess-product"),
    ("new-webhook", "add-webhook"),
    ("keep-webhook", "change-webhook"),
    // `enabled` of the webhook as it is to be.
    ("pause-webhook", "change-webhook"),
    ("new-webhook-secret", "rotate-webhook-secret"),
    ("drop-webhook", "remove-webhook"),
    ("replay", "replay-delivery"),
    ("keep-mail", "change-mail"),
    ("drop-mail", "remove-mail"),
    ("test-letter", "send-test-letter"),
    ("new-hold", "place-hold"),
    ("lift-hold", "release-hold"),
    ("do-purge", "purge"),
    ("take-decision-back", "withdraw-decision"),
];

/// Each form that has no counterpart, with why.
const WITHOUT: &[(&str, &str)] = &[
    ("preferences", "kept in the reader's own browser; a program says `Accept-Language` with each request"),
    ("do-sign-in", "begins a session in a browser; a program has a token or a workload's identity"),
    ("sign-in-code", "the second half of signing in"),
    ("passkey-challenge", "a ceremony between a browser and its authenticator (WebAuthn section 7.2)"),
    ("passkey-sign-in", "the second half of that ceremony"),
    ("registration-challenge", "a ceremony between a browser and its authenticator (WebAuthn section 7.1)"),
    ("register-passkey", "the second half of that ceremony"),
    ("sign-out", "ends the session of this browser; every session ends by `end-own-sessions`"),
    ("link-identity", "leads a browser to a provider of identities and back"),
    ("do-set-up", "the link of the first start is for a person who chooses a password"),
    ("accept-invitation", "the link is for a person who chooses a password"),
    ("do-reset", "the link is for a person who chooses a password"),
];

#[test]
fn every_form_has_its_counterpart_in_the_api_or_a_reason() {
    let forms: Vec<&str> = ROUTES
        .iter()
        .filter(|route| route.kind == Kind::Page && !route.method.is_safe())
        .map(|route| route.name)
        .collect();
    for form in &forms {
        let named = COUNTERPARTS.iter().filter(|(name, _)| name == form).count()
            + WITHOUT.iter().filter(|(name, _)| name == form).count();
        assert_eq!(named, 1, "`{form}` has no counterpart in the API and no reason why, or several");
    }
    for (form, counterpart) in COUNTERPARTS {
        assert!(forms.contains(form), "`{form}` is no form any more");
        let found = ROUTES.iter().find(|route| route.name == *counterpart);
        assert!(
            found.is_some_and(|route| route.is_of_api() && !route.method.is_safe()),
            "`{counterpart}` changes nothing in the API"
        );
    }
    for (form, why) in WITHOUT {
        assert!(forms.contains(form) && !why.is_empty(), "`{form}` is no form any more");
    }
}
