//! A server's address: where it is, what proves who asks, whose certificates are believed.

use std::env;
use std::path::PathBuf;

use proofmark_access::Secret;
use proofmark_actions::ActionError;
use proofmark_courier::Destination;
use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};

use crate::cli::Everywhere;
use crate::directory::read_file;

/// The longest file a token is read from, in bytes.
const LONGEST_TOKEN: usize = 4096;

/// A server's address, as the options and the environment say it.
pub(crate) struct Address {
    /// Scheme, host and port.
    pub(crate) origin: String,
    /// The operator asked for; `None`: the only one the token reaches.
    pub(crate) operator: Option<String>,
    /// Where the token lies, if not in the environment.
    token_file: Option<PathBuf>,
    /// Certificates of further authorities.
    authorities: Option<PathBuf>,
}

impl Address {
    /// Reads the address. A token never travels in the clear: without TLS only this machine is asked.
    pub(crate) fn of(url: &str, options: &Everywhere) -> Result<Self, Text> {
        let there = Destination::parse(url).map_err(|error| error.says)?;
        // What stands behind the host would be passed over in silence.
        let rest = url.trim().split_once("://").map_or("", |(_, rest)| rest).trim_end_matches('/');
        if rest.contains(['/', '?', '#']) {
            return Err(text!("server-address-with-path", origin = there.origin()));
        }
        if !there.is_secure() && !there.is_this_machine() {
            return Err(text!("server-address-unprotected", origin = there.origin()));
        }
        let set = || env::var("PROOFMARK_OPERATOR").ok().filter(|id| !id.is_empty());
        Ok(Self {
            origin: there.origin(),
            operator: options.operator.clone().or_else(set),
            token_file: options.token_file.clone(),
            authorities: options.ca.clone(),
        })
    }

    /// The token: from the file that was named, else from the environment. `None`: there is none.
    ///
    /// There is no option for the token itself: what stands on a command line every process of the machine can read.
    pub(crate) fn token(&self) -> Result<Option<Secret>, ActionError> {
        let Some(path) = &self.token_file else {
            let set = env::var("PROOFMARK_TOKEN").ok().filter(|token| !token.trim().is_empty());
            return Ok(set.map(|token| Secret::new(token.trim().to_owned())));
        };
        let bytes = read_file(path)?;
        let text = String::from_utf8(bytes).ok().filter(|text| text.len() <= LONGEST_TOKEN);
        let token = text.map(|text| text.trim().to_owned()).filter(|token| !token.is_empty());
        let unfit = || refused(text!("server-token-file", path = path.display().to_string()));
        token.map(Secret::new).map(Some).ok_or_else(unfit)
    }

    /// The certificates of further authorities, in PEM.
    pub(crate) fn authorities(&self) -> Result<Option<Vec<u8>>, ActionError> {
        Ok(self.authorities.as_deref().map(read_file).transpose()?)
    }
}

fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}
