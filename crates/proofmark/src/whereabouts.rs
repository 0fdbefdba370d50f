//! Where a command works: on the home of this machine, or at a server that is asked.

use std::env;

use proofmark_text::{Text, text};

use crate::address::Address;
use crate::cli::Everywhere;

/// Where a command works.
pub(crate) enum Where {
    /// On the home, here.
    Here,
    /// At the server of this address.
    Server(Address),
}

impl Where {
    /// What the options say, else the environment; what somebody wrote on the command line goes before what is set
    /// for every command.
    pub(crate) fn of(options: &Everywhere) -> Result<Self, Text> {
        let store =
            options.home.is_some() || options.store.database.is_some() || options.store.blobs.is_some();
        let set = env::var("PROOFMARK_SERVER").ok().filter(|url| !url.is_empty());
        let url = match (&options.server, store) {
            (Some(_), true) => return Err(text!("server-and-home")),
            (Some(url), false) => Some(url.clone()),
            (None, true) => None,
            (None, false) => set,
        };
        if let Some(url) = url {
            return Address::of(&url, options).map(Self::Server);
        }
        let idle = [("--token-file", options.token_file.is_some()), ("--ca", options.ca.is_some())];
        match idle.into_iter().find(|(_, given)| *given) {
            Some((option, _)) => Err(text!("server-option-without", option = option)),
            None => Ok(Self::Here),
        }
    }
}
