//! What the installation keeps about mail: the server letters are handed to, and who is told what by letter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::record::{Noun, RecordKind};
use crate::webhook_record::SealedSecret;

/// The id of the record that holds the mail settings.
pub const MAIL_SETTINGS: &str = "mail";

/// What the id of everybody's wish begins with, among the settings of an operator.
pub const LETTER_WISH: &str = "letters ";

/// The mail server of the installation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// The server's name, which its certificate must bear.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way to it is secured.
    pub security: MailTransport,
    /// The name to sign in with, where it asks for one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub login: Option<String>,
    /// The password to it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub password: Option<SealedSecret>,
    /// Whom letters are from: `Proofmark <proofmark@example.com>`.
    pub from: String,
}

/// How the way to a mail server is secured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MailTransport {
    /// TLS from the first byte.
    Tls,
    /// STARTTLS, without which nothing is sent.
    StartTls,
    /// Nothing: only for a server on the same machine.
    None,
}

/// What a person wants to be told of an operator's products by letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterWish {
    /// The person, as the ledger names them.
    pub account: String,
    /// Their address.
    pub address: String,
    /// Their language's tag: `en`, `de`.
    pub language: String,
    /// How often a summary is sent.
    pub rhythm: LetterRhythm,
    /// What is urgent (a gate that closes, an exploited finding, a proposal that waits) comes at once as well.
    pub urgent_at_once: bool,
    /// A summary comes even when there is nothing new, so that silence is never taken for peace.
    pub also_when_nothing_is_new: bool,
}

/// How often a summary is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LetterRhythm {
    /// Every day.
    Daily,
    /// Every Monday.
    Weekly,
    /// Never.
    Never,
}

impl Noun for MailSettings {
    const KIND: RecordKind = RecordKind::Setting;

    fn id(&self) -> String {
        MAIL_SETTINGS.to_owned()
    }
}

impl Noun for LetterWish {
    const KIND: RecordKind = RecordKind::Setting;

    fn id(&self) -> String {
        format!("{LETTER_WISH}{}", self.account)
    }
}
