//! What a server says a command prints: the same words, the same JSON, the same answer.

use proofmark_actions::ActionError;
use proofmark_facts::Problem;
use proofmark_text::text;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::told::ToldProblem;
use crate::cli::Format;
use crate::exit::Exit;
use crate::session::{Session, show_problems};

/// An answer as it is printed.
#[derive(Deserialize)]
pub(super) struct Printed {
    answer: String,
    #[serde(default)]
    notices: Vec<ToldProblem>,
    text: Option<String>,
    result: Option<Box<RawValue>>,
}

impl Printed {
    /// Shows what was noticed, named as the user named the files.
    pub(super) fn show_notices(&mut self, session: &Session, named: impl Fn(Problem) -> Problem) {
        let notices = std::mem::take(&mut self.notices);
        if !session.quiet {
            show_problems(&notices.into_iter().map(|told| named(told.into())).collect::<Vec<_>>());
        }
    }

    /// The result as data.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, ActionError> {
        let read = self.result.as_deref().and_then(|result| serde_json::from_str(result.get()).ok());
        read.ok_or_else(|| ActionError::Hindered(text!("server-answer-unknown")))
    }

    /// Prints the result in the format that was asked for and gives the answer; `kept` is the result where it was
    /// fetched by its digest.
    pub(super) fn print(&self, session: &Session, kept: Option<&str>) -> Result<Exit, ActionError> {
        let lacking = || ActionError::Hindered(text!("server-answer-unknown"));
        match session.format {
            Format::Json => {
                let result =
                    kept.or_else(|| self.result.as_deref().map(RawValue::get)).ok_or_else(lacking)?;
                session.print(&format!("{}\n", result.trim_end()));
            }
            // The server lays it out; that it only lays out is made sure here.
            Format::Text => session.print(self.text.as_deref().ok_or_else(lacking)?),
        }
        self.exit()
    }

    /// The answer alone.
    pub(super) fn exit(&self) -> Result<Exit, ActionError> {
        match self.answer.as_str() {
            "yes" => Ok(Exit::Yes),
            "no" => Ok(Exit::No),
            "undecided" => Ok(Exit::Undecided),
            _ => Err(ActionError::Hindered(text!("server-answer-unknown"))),
        }
    }

    /// The result as the document it is: its JSON with a newline at its end.
    pub(super) fn document(&self) -> Result<String, ActionError> {
        let result =
            self.result.as_deref().ok_or_else(|| ActionError::Hindered(text!("server-answer-unknown")))?;
        Ok(format!("{}\n", result.get().trim_end()))
    }
}
