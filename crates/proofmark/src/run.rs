//! Runs the program: from the command line to how it ended.

use std::io::ErrorKind;

use proofmark_actions::ActionError;
use proofmark_facts::{Place, Problem};
use proofmark_text::text;

use crate::cli::{Cli, Colour, Command, Format};
use crate::commands::here;
use crate::exit::Exit;
use crate::remote;
use crate::session::{Session, cut_off, misunderstood, show_problems, talk};
use crate::whereabouts::Where;

/// Reads the command line, does what it asks, and says how it ended.
pub fn run() -> Exit {
    let cli = match Cli::of_process() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are answers, not mistakes.
            let exit = if error.use_stderr() { Exit::Usage } else { Exit::Yes };
            return match error.print() {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                    show_error(&cut_off(&error), Format::Text);
                    Exit::Hindered
                }
                _ => exit,
            };
        }
    };
    match cli.everywhere.colour {
        Colour::Auto => {}
        Colour::Always => anstream::ColorChoice::Always.write_global(),
        Colour::Never => anstream::ColorChoice::Never.write_global(),
    }
    let session = Session::new(&cli.everywhere);
    let exit = obey(&session, &cli.command);
    match session.into_cut_off() {
        Some(error) => {
            show_error(&error, cli.everywhere.format);
            Exit::Hindered
        }
        None => exit,
    }
}

fn obey(session: &Session, command: &Command) -> Exit {
    let done = match session.place() {
        Err(says) => return misunderstood(says),
        Ok(Where::Here) => here(command, session),
        Ok(Where::Server(address)) => remote::command(address, command, session),
    };
    done.unwrap_or_else(|error| {
        show_error(&error, session.format);
        Exit::from(&error)
    })
}

/// Errors are talk for people; for programs they are the same JSON that results are, on standard error.
fn show_error(error: &ActionError, format: Format) {
    let problems = match error {
        ActionError::Refused(problems) => problems.clone(),
        ActionError::Hindered(says)
        | ActionError::Damaged(says)
        | ActionError::Forbidden(says)
        | ActionError::NotFound(says)
        | ActionError::Moved(says) => {
            vec![Problem::error(Place::default(), says.clone())]
        }
    };
    match format {
        Format::Json => {
            let text = serde_json::to_string_pretty(&problems).expect("problems become JSON");
            talk(&format!("{text}\n"));
        }
        Format::Text => show_problems(&problems),
    }
}

/// Turns a panic into the exit code and the sentence that say it is our fault.
pub fn watch_for_bugs() {
    std::panic::set_hook(Box::new(|panic| {
        let says = text!("proofmark-bug", message = panic.to_string());
        talk(&format!("{says}\n{}\n", says.hint().unwrap_or_default()));
        std::process::exit(Exit::Bug as i32);
    }));
}
