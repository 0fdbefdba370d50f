//! What the program is told about going outside.

use std::path::PathBuf;

use clap::Args;
use proofmark_courier::Network;
use proofmark_text::text;

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

fn network(written: &str) -> Result<Network, String> {
    written.parse().map_err(|says: proofmark_text::Text| says.to_string())
}
