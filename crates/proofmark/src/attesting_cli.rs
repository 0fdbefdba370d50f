//! What others say about the ledger, on the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use proofmark_text::text;

use crate::going_out_args::GoingOutArgs;

/// Asking others to attest the ledger.
#[derive(Debug, Subcommand)]
pub enum AttestingCommand {
    /// The time-stamping authority.
    #[command(subcommand, about = text!("stamps-cli-authority").to_string())]
    Authority(AuthorityCommand),
    /// The witnesses.
    #[command(subcommand, about = text!("stamps-cli-witness").to_string())]
    Witness(WitnessCommand),
    /// Have the last checkpoint time-stamped.
    #[command(about = text!("stamps-cli-stamp").to_string())]
    Stamp(GoingOutArgs),
    /// Have the last checkpoint cosigned.
    #[command(about = text!("stamps-cli-cosign").to_string())]
    Cosign(GoingOutArgs),
    /// List what others said.
    #[command(about = text!("stamps-cli-attestations").to_string())]
    Attestations,
    /// Put it into a pack.
    #[command(about = text!("stamps-cli-attest").to_string())]
    Attest {
        /// The pack.
        #[arg(value_name = "PACK", help = text!("stamps-cli-attest-pack").to_string())]
        pack: PathBuf,
    },
}

/// What can be done about the time-stamping authority.
#[derive(Debug, Subcommand)]
pub enum AuthorityCommand {
    /// Set it.
    #[command(about = text!("stamps-cli-authority-set").to_string())]
    Set {
        /// Where requests are sent.
        #[arg(value_name = "URL", help = text!("stamps-cli-authority-url").to_string())]
        url: String,
        /// Its roots.
        #[arg(long, value_name = "FILE", help = text!("stamps-cli-roots").to_string())]
        roots: PathBuf,
        /// The policy.
        #[arg(long, value_name = "OID", help = text!("stamps-cli-policy").to_string())]
        policy: Option<String>,
        /// How often.
        #[arg(long = "every", value_name = "MINUTES", help = text!("stamps-cli-every").to_string())]
        every_minutes: Option<u32>,
    },
    /// Remove it.
    #[command(about = text!("stamps-cli-authority-remove").to_string())]
    Remove,
}

/// What can be done about witnesses.
#[derive(Debug, Subcommand)]
pub enum WitnessCommand {
    /// Add one.
    #[command(about = text!("stamps-cli-witness-add").to_string())]
    Add {
        /// Its verifier key.
        #[arg(value_name = "KEY", help = text!("stamps-cli-witness-key").to_string())]
        key: String,
        /// Where it takes checkpoints.
        #[arg(value_name = "URL", help = text!("stamps-cli-witness-url").to_string())]
        url: String,
    },
    /// Remove one.
    #[command(about = text!("stamps-cli-witness-remove").to_string())]
    Remove {
        /// Its name.
        #[arg(value_name = "NAME", help = text!("stamps-cli-witness-name").to_string())]
        name: String,
    },
}

/// Whom a verifier trusts to have attested the ledger.
#[derive(Debug, Args)]
pub struct TrustedAttestorArgs {
    /// Roots of time-stamping authorities.
    #[arg(long = "tsa-roots", value_name = "FILE", help = text!("stamps-cli-verify-roots").to_string())]
    pub roots: Option<PathBuf>,
    /// Keys of witnesses.
    #[arg(long = "witness", value_name = "KEY", help = text!("stamps-cli-verify-witness").to_string())]
    pub witnesses: Vec<String>,
}
