//! A command on the home of this machine: the one place that says which file does which.

use proofmark_actions::ActionError;

use super::{
    assess, case, check, clocks, csaf, declaration, explain, feeds, gate, init, law, ledger, maturity,
    modification, quiz, record, sbom, scan, schema, serve, triage, verify, versions, vex,
};
use crate::cli::Command;
use crate::exit::Exit;
use crate::session::Session;

/// Does here what is asked.
pub(crate) fn here(command: &Command, session: &Session) -> Result<Exit, ActionError> {
    match command {
        Command::Assess(args) => assess::assess(args, session),
        Command::Scan(args) => scan::scan(args, session),
        Command::Sbom(command) => sbom::sbom(command, session),
        Command::Vex(command) => vex::vex(command, session),
        Command::Csaf(command) => csaf::csaf(command, session),
        Command::Triage(command) => triage::triage(command, session),
        Command::Gate(args) => gate::gate(args, session),
        Command::Case(args) => case::case(args, session),
        Command::Check(args) => check::check(args, session),
        Command::Clocks(args) => clocks::clocks(args, session),
        Command::Modification(args) => modification::modification(args, session),
        Command::Verify(args) => verify::verify(args, session),
        Command::Feeds(command) => feeds::feeds(command, session),
        Command::Ledger(command) => ledger::ledger(command, session),
        Command::Law(command) => law::law(command, session),
        Command::Versions(command) => versions::versions(command, session),
        Command::Init(args) => init::init(args, session),
        Command::Explain(args) => explain::explain(args, session),
        Command::Quiz(args) => quiz::quiz(args, session),
        Command::Maturity(args) => maturity::maturity(args, session),
        Command::Serve(args) => serve::serve(args, session),
        Command::Schema(args) => Ok(schema::schema(args.name, session)),
        Command::Declaration(command) => declaration::declaration(command, session),
        Command::Record(command) => record::record(command, session),
    }
}
