//! Reads any text as what people and programs prove themselves with: sessions, tokens, links, recovery codes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_access::{LinkSecret, Secret, SessionSecret, Token, find_recovery_code, recovery_digest};

fuzz_target!(|sent: &str| {
    if let Some(session) = SessionSecret::read(sent) {
        assert_eq!(session.to_text().reveal(), sent);
    }
    if let Some(link) = LinkSecret::read(sent) {
        assert_eq!(link.to_text().reveal(), sent);
    }
    let secret = Secret::new(sent.to_owned());
    if let Err(refusal) = Token::read(&secret) {
        // Whatever was sent, the same is said of it: so nothing of it is told again.
        let of_nothing = Token::read(&Secret::new(String::new())).map(|_| ());
        assert_eq!(Some(refusal.says), of_nothing.err().map(|refusal| refusal.says));
    }
    assert_eq!(find_recovery_code(&[], &secret), None);
    assert_eq!(find_recovery_code(&[recovery_digest(&secret)], &secret), Some(0));
});
