//! The post, as actions see it: who carries parcels and letters outside. Where they may go is the courier's to say.

use jiff::Timestamp;
use proofmark_access::Secret;
use proofmark_facts::{MailSettings, MailTransport};
use proofmark_text::Text;
use serde::{Deserialize, Serialize};

/// Who carries parcels and letters outside.
pub trait Post {
    /// Why nothing is sent to this URL, as far as can be said beforehand.
    fn check_url(&self, url: &str) -> Result<(), Text>;

    /// Why letters are handed to no server of this name, as far as can be said beforehand.
    fn check_mail_server(&self, host: &str, security: MailTransport) -> Result<(), Text>;

    /// Whether a letter can be sent to this address.
    fn is_address(&self, address: &str) -> bool;

    /// Makes one attempt at a delivery.
    fn deliver(&self, parcel: &Parcel<'_>) -> Result<Reply, Text>;

    /// Hands a letter to the mail server.
    fn mail(&self, server: &MailSettings, password: Option<&Secret>, letter: &Letter) -> Result<(), Text>;
}

/// An event on its way to a receiver.
#[derive(Debug, Clone, Copy)]
pub struct Parcel<'a> {
    /// Where to.
    pub url: &'a str,
    /// The event's id.
    pub id: &'a str,
    /// When this attempt is made.
    pub at: Timestamp,
    /// The event's JSON.
    pub body: &'a [u8],
    /// What it is signed with.
    pub secrets: &'a [Secret],
}

/// A letter to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Its id, without the part that names the installation: the same when it is sent again.
    pub id: String,
    /// When it was written.
    pub at: Timestamp,
    /// To whom.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
}

/// What a receiver answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The beginning of the body.
    pub excerpt: Vec<u8>,
    /// Not to be asked again before.
    pub not_before: Option<Timestamp>,
}
