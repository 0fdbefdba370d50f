//! The courier as actions see it: parcels become signed deliveries, letters get the installation's name.

use std::sync::Arc;

use proofmark_access::Secret;
use proofmark_actions::{Attestors, Letter, Parcel, Post, Reply};
use proofmark_courier::{Courier, Delivery, MailSecurity, MailServer, WebhookSecret, is_mail_address};
use proofmark_facts::{MailSettings, MailTransport};
use proofmark_text::Text;
use proofmark_trust::witness::{AddCheckpoint, WitnessAnswer};

/// Carries what actions hand it.
#[derive(Debug, Clone)]
pub struct Outside(Result<Arc<Courier>, Text>);

impl Outside {
    /// Carries with this courier.
    pub fn with(courier: Arc<Courier>) -> Self {
        Self(Ok(courier))
    }

    /// Carries nothing, and says why.
    pub fn nobody(because: Text) -> Self {
        Self(Err(because))
    }

    fn courier(&self) -> Result<&Courier, Text> {
        self.0.as_deref().map_err(Clone::clone)
    }
}

impl Post for Outside {
    fn check_url(&self, url: &str) -> Result<(), Text> {
        self.courier()?.check(url).map(|_| ()).map_err(|error| error.says)
    }

    fn check_mail_server(&self, host: &str, security: MailTransport) -> Result<(), Text> {
        let is_plain = security == MailTransport::None;
        self.courier()?.check_mail_server(host, is_plain).map_err(|error| error.says)
    }

    fn is_address(&self, address: &str) -> bool {
        is_mail_address(address)
    }

    fn deliver(&self, parcel: &Parcel<'_>) -> Result<Reply, Text> {
        let secrets: Result<Vec<WebhookSecret>, Text> =
            parcel.secrets.iter().map(|secret| WebhookSecret::parse(secret.reveal())).collect();
        let delivery = Delivery { id: parcel.id, at: parcel.at, body: parcel.body };
        let answer = self.courier()?.deliver(parcel.url, &delivery, &secrets?).map_err(|error| error.says)?;
        Ok(Reply {
            status: answer.status,
            not_before: answer.retry_after.map(|after| after.not_before(parcel.at)),
            excerpt: answer.body,
        })
    }

    fn mail(&self, server: &MailSettings, password: Option<&Secret>, letter: &Letter) -> Result<(), Text> {
        let login = server.login.as_ref().zip(password);
        let to = MailServer {
            host: server.host.clone(),
            port: server.port,
            security: match server.security {
                MailTransport::Tls => MailSecurity::Tls,
                MailTransport::StartTls => MailSecurity::StartTls,
                MailTransport::None => MailSecurity::None,
            },
            login: login.map(|(name, password)| (name.clone(), password.reveal().to_owned())),
        };
        // The part after the sign is the sender's own domain, so that an id is unique in the world.
        let domain = server.from.rsplit('@').next().unwrap_or_default().trim_end_matches('>');
        let letter = proofmark_courier::Letter {
            id: format!("{}@{domain}", letter.id),
            at: letter.at,
            from: server.from.clone(),
            to: letter.to.clone(),
            subject: letter.subject.clone(),
            text: letter.text.clone(),
            html: None,
        };
        self.courier()?.mail(&to, &letter).map_err(|error| error.says)
    }
}

impl proofmark_web::Outside for Outside {
    fn check_address(&self, address: &str) -> Result<(), Text> {
        self.check_url(address)
    }

    fn fetch_published(&self, address: &str) -> Result<Vec<u8>, Text> {
        self.courier()?.fetch_published(address).map_err(|error| error.says)
    }

    fn post_form(&self, address: &str, fields: &[(&str, &str)]) -> Result<Vec<u8>, Text> {
        self.courier()?.post_form(address, fields).map_err(|error| error.says)
    }
}

impl Attestors for Outside {
    fn ask_time_stamp(&self, url: &str, request: &[u8]) -> Result<Vec<u8>, Text> {
        self.courier()?.ask_time_stamp(url, request).map_err(|error| error.says)
    }

    fn ask_witness(&self, prefix: &str, request: &AddCheckpoint) -> Result<WitnessAnswer, Text> {
        self.courier()?.ask_witness(prefix, request).map_err(|error| error.says)
    }
}
