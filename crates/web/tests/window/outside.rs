//! What lies outside the house of the tests: the courier's own rules say where nothing is sent, and nothing ever goes.

use proofmark_access::Secret;
use proofmark_actions::{Letter, Parcel, Post, Reply, Strongbox};
use proofmark_courier::{Courier, Outfit, is_mail_address};
use proofmark_facts::{MailSettings, MailTransport};
use proofmark_text::Text;

/// Judges addresses as the courier does.
pub(crate) struct TestPost(Courier);

impl TestPost {
    pub(crate) fn new() -> Self {
        Self(Courier::new(&Outfit::plain("proofmark/test")).unwrap())
    }
}

impl Post for TestPost {
    fn check_url(&self, url: &str) -> Result<(), Text> {
        self.0.check(url).map(drop).map_err(|error| error.says)
    }

    fn check_mail_server(&self, host: &str, security: MailTransport) -> Result<(), Text> {
        let is_plain = security == MailTransport::None;
        self.0.check_mail_server(host, is_plain).map_err(|error| error.says)
    }

    fn is_address(&self, address: &str) -> bool {
        is_mail_address(address)
    }

    fn deliver(&self, _: &Parcel<'_>) -> Result<Reply, Text> {
        panic!("the window delivers nothing itself")
    }

    fn mail(&self, _: &MailSettings, _: Option<&Secret>, _: &Letter) -> Result<(), Text> {
        panic!("the window sends no letter itself")
    }
}

/// Turns secrets round: enough to see that none is kept or shown as it was.
pub(crate) struct TestBox;

impl Strongbox for TestBox {
    fn seal(&self, purpose: &str, secret: &str) -> Option<String> {
        Some(format!("sealed-0:{purpose}:{}", secret.chars().rev().collect::<String>()))
    }

    fn open(&self, purpose: &str, sealed: &str) -> Option<Secret> {
        let turned = sealed.strip_prefix("sealed-0:")?.strip_prefix(purpose)?.strip_prefix(':')?;
        Some(Secret::new(turned.chars().rev().collect()))
    }
}
