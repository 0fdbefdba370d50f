//! What `proofmark serve` is told.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use proofmark_text::text;

use crate::feeds_cli::FeedRhythmArgs;
use crate::going_out_args::GoingOutArgs;

/// What the window takes unless it is told otherwise, in MiB.
const WORK_MEMORY_MIB: u32 = 512;

/// What `serve` is told.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// With the example products, in a home of its own.
    #[arg(long, conflicts_with_all = ["behind_tls_proxy", "hosts", "tls_cert", "open_ledger"])]
    #[arg(help = text!("evidence-cli-demo").to_string())]
    pub demo: bool,
    /// Where it listens.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8417")]
    #[arg(help = text!("web-cli-listen").to_string())]
    pub listen: SocketAddr,
    /// The certificate chain.
    #[arg(long, value_name = "FILE", requires = "tls_key", help = text!("web-cli-tls-cert").to_string())]
    pub tls_cert: Option<PathBuf>,
    /// The private key.
    #[arg(long, value_name = "FILE", requires = "tls_cert", help = text!("web-cli-tls-key").to_string())]
    pub tls_key: Option<PathBuf>,
    /// Something in front speaks TLS.
    #[arg(long, conflicts_with = "tls_cert", help = text!("web-cli-behind-tls-proxy").to_string())]
    pub behind_tls_proxy: bool,
    /// Names it answers to.
    #[arg(long = "host", value_name = "NAME", help = text!("web-cli-host").to_string())]
    pub hosts: Vec<String>,
    /// Whose word on where a request came from is believed.
    #[arg(long = "trusted-proxy", value_name = "ADDRESS", help = text!("web-cli-trusted-proxy").to_string())]
    pub trusted_proxies: Vec<IpAddr>,
    /// How many connections to the database.
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u8).range(2..=100))]
    #[arg(help = text!("web-cli-stores").to_string())]
    pub stores: u8,
    /// How many threads take any job.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=64))]
    #[arg(help = text!("proofmark-cli-workers").to_string())]
    pub workers: u8,
    /// How many requests a minute.
    #[arg(long, value_name = "N", default_value_t = 6000)]
    #[arg(help = text!("web-cli-requests-a-minute").to_string())]
    pub requests_a_minute: u32,
    /// How much memory work on large releases may take together, in MiB.
    #[arg(long, value_name = "MIB", default_value_t = WORK_MEMORY_MIB, value_parser = clap::value_parser!(u32).range(64..))]
    #[arg(help = text!("server-cli-work-memory").to_string())]
    pub work_memory: u32,
    /// Whether anybody may read the ledger's lines.
    #[arg(long, help = text!("web-cli-open-ledger").to_string())]
    pub open_ledger: bool,
    /// What it fetches by itself.
    #[command(flatten)]
    pub feeds: FeedRhythmArgs,
    /// How to go outside.
    #[command(flatten)]
    pub going_out: GoingOutArgs,
    /// How the log is written.
    #[arg(long, value_enum, default_value_t = LogFormat::Text, value_name = "FORMAT")]
    #[arg(help = text!("web-cli-log").to_string())]
    pub log: LogFormat,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    #[value(help = text!("proofmark-cli-format-text").to_string())]
    Text,
    /// For programs.
    #[value(help = text!("proofmark-cli-format-json").to_string())]
    Json,
}

#[cfg(test)]
mod tests {
    use proofmark_web::Opening;

    use super::*;

    #[test]
    fn the_default_is_the_windows() {
        assert_eq!(u64::from(WORK_MEMORY_MIB) << 20, Opening::WORK_MEMORY);
    }
}
