//! A command at a server: the one place that says which file answers which.

use proofmark_actions::ActionError;

use super::server::Server;
use super::unfit::unfit;
use super::{assess, check, declaration, explain, feeds, gate, hold, ledger, maturity, modification, purge};
use crate::address::Address;
use crate::attesting_cli::AttestingCommand;
use crate::cli::{Command, ExplainArgs, LedgerCommand};
use crate::commands::here;
use crate::exit::Exit;
use crate::feeds_cli::FeedsCommand;
use crate::record_cli::RecordCommand;
use crate::session::{Session, misunderstood};

/// Does at the server what is asked; what needs no store is done here, as ever.
pub(crate) fn command(address: &Address, command: &Command, session: &Session) -> Result<Exit, ActionError> {
    if let Some(says) = unfit(command) {
        return Ok(misunderstood(&says));
    }
    let reach = || Server::reach(address, session);
    match command {
        Command::Assess(args) => assess::assess(args, &reach, session),
        Command::Check(args) => check::check(args, &reach, session),
        Command::Modification(args) => modification::modification(args, &reach, session),
        Command::Gate(args) => gate::gate(args, &reach, session),
        Command::Maturity(args) => maturity::maturity(args, &reach, session),
        Command::Explain(args @ ExplainArgs { directory: Some(directory), .. }) => {
            explain::explain(args, directory, &reach, session)
        }
        Command::Ledger(LedgerCommand::Verify) => ledger::verify(&reach, session),
        Command::Ledger(LedgerCommand::Key { pem }) => ledger::key(&reach, *pem, session),
        Command::Ledger(LedgerCommand::Attesting(AttestingCommand::Attestations)) => {
            ledger::attestations(&reach, session)
        }
        Command::Declaration(command) => declaration::declaration(command, &reach, session),
        Command::Record(RecordCommand::Hold(command)) => hold::hold(command, &reach, session),
        Command::Record(RecordCommand::Purge(args)) => purge::purge(args, &reach, session),
        Command::Feeds(FeedsCommand::Status) => feeds::status(&reach, session),
        local => here(local, session),
    }
}
