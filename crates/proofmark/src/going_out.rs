//! How the program goes outside: what it is told about networks, and who carries things there.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use proofmark_actions::ActionError;
use proofmark_courier::{AllowedNetworks, Courier, Network, Outfit};
use proofmark_text::text;

use crate::session::WITH;
use crate::worker::Outside;
use crate::write::hindered;

/// What is told about going outside.
#[derive(Debug, Args)]
pub struct GoingOutArgs {
    /// Networks outgoing requests may reach although they are not public.
    #[arg(long = "allow-network", value_name = "NETWORK", help = text!("proofmark-cli-allow-network").to_string())]
    #[arg(value_parser = network)]
    pub allowed_networks: Vec<Network>,
    /// The proxy for outgoing requests.
    #[arg(long, value_name = "URL", help = text!("proofmark-cli-proxy").to_string())]
    pub proxy: Option<String>,
    /// Certificates of authorities trusted besides the system's.
    #[arg(long, value_name = "FILE", help = text!("proofmark-cli-authorities").to_string())]
    pub authorities: Option<PathBuf>,
}

/// Who carries things outside. Where it cannot be made ready, work goes on and each errand says why it did not go.
pub(crate) fn outside(args: &GoingOutArgs) -> Result<Outside, ActionError> {
    let mut outfit = Outfit::plain(&WITH.replace(' ', "/"));
    outfit.allowed = AllowedNetworks(args.allowed_networks.clone());
    outfit.proxy.clone_from(&args.proxy);
    if let Some(path) = &args.authorities {
        outfit.authorities = Some(fs::read(path).map_err(|error| hindered(path, &error))?);
    }
    Ok(match Courier::new(&outfit) {
        Ok(courier) => Outside::with(Arc::new(courier)),
        Err(error) => Outside::nobody(error.says),
    })
}

fn network(written: &str) -> Result<Network, String> {
    written.parse().map_err(|says: proofmark_text::Text| says.to_string())
}
