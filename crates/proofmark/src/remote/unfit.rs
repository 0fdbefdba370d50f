//! What cannot be meant at a server, and where it is to be done instead.

use proofmark_text::{Text, text};

use crate::attesting_cli::{AttestingCommand, AuthorityCommand, WitnessCommand};
use crate::cli::{Command, LedgerCommand};
use crate::feeds_cli::FeedsCommand;
use crate::law_cli::LawCommand;
use crate::record_cli::{HoldCommand, RecordCommand};

/// Why this command, or an option of it, cannot be meant at a server; `None`: it can.
pub(crate) fn unfit(command: &Command) -> Option<Text> {
    if let Some(name) = only_where_the_store_lies(command) {
        return Some(text!("server-only-at-home", command = name));
    }
    let (option, given) = match command {
        Command::Assess(args) if args.db.is_some() => ("--db", true),
        Command::Gate(args) => ("--db", args.db.is_some()),
        Command::Maturity(args) => ("--db", args.db.is_some()),
        Command::Explain(args) => ("--db", args.directory.is_some() && args.db.is_some()),
        Command::Assess(args) => ("--by", args.by.is_some()),
        Command::Check(args) => ("--by", args.by.is_some()),
        Command::Modification(args) => ("--by", args.by.is_some()),
        Command::Record(RecordCommand::Purge(args)) => ("--by", args.by.is_some()),
        Command::Record(RecordCommand::Hold(
            HoldCommand::Place { by, .. } | HoldCommand::Release { by, .. },
        )) => ("--by", by.is_some()),
        _ => ("", false),
    };
    match (option, given) {
        (_, false) => None,
        ("--db", _) => Some(text!("server-decides-database")),
        _ => Some(text!("server-decides-who")),
    }
}

/// The name of a command that works on the store itself, its key or its files.
fn only_where_the_store_lies(command: &Command) -> Option<&'static str> {
    Some(match command {
        Command::Serve(_) => "serve",
        Command::Scan(_) => "scan",
        Command::Sbom(_) => "sbom",
        Command::Vex(_) => "vex",
        Command::Csaf(_) => "csaf",
        Command::Triage(_) => "triage",
        Command::Case(_) => "case",
        Command::Feeds(FeedsCommand::Sync(_)) => "feeds sync",
        Command::Feeds(FeedsCommand::Import(_)) => "feeds import",
        Command::Feeds(FeedsCommand::Export { .. }) => "feeds export",
        Command::Ledger(LedgerCommand::Publish { .. }) => "ledger publish",
        Command::Ledger(LedgerCommand::Attesting(attesting)) => return of_attesting(attesting),
        Command::Law(law) => match law {
            LawCommand::Show { .. } => "law show",
            LawCommand::History => "law history",
            LawCommand::Diff { .. } => "law diff",
            LawCommand::Use(_) => "law use",
            LawCommand::Sign { .. } => "law sign",
            LawCommand::Map(_) | LawCommand::Try { .. } => return None,
        },
        Command::Record(record) => match record {
            RecordCommand::Backup { .. } => "backup",
            RecordCommand::Restore { .. } => "restore",
            RecordCommand::Export { .. } => "export",
            RecordCommand::Import { .. } => "import",
            RecordCommand::Doctor { .. } => "doctor",
            RecordCommand::Purge(_) | RecordCommand::Hold(_) => return None,
        },
        _ => return None,
    })
}

/// Of what others say about the ledger only the list is asked at a server: who is asked is set there, and a stamp or a
/// cosignature is fetched by the machine that keeps it.
fn of_attesting(command: &AttestingCommand) -> Option<&'static str> {
    Some(match command {
        AttestingCommand::Attestations => return None,
        AttestingCommand::Authority(AuthorityCommand::Set { .. }) => "ledger authority set",
        AttestingCommand::Authority(AuthorityCommand::Remove) => "ledger authority remove",
        AttestingCommand::Witness(WitnessCommand::Add { .. }) => "ledger witness add",
        AttestingCommand::Witness(WitnessCommand::Remove { .. }) => "ledger witness remove",
        AttestingCommand::Stamp(_) => "ledger stamp",
        AttestingCommand::Cosign(_) => "ledger cosign",
        AttestingCommand::Attest { .. } => "ledger attest",
    })
}
