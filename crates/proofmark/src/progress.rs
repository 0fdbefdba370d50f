//! Progress of long work, on standard error, only where somebody watches.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use proofmark_text::Text;

use crate::session::Session;

/// A line that changes while work goes on.
pub(crate) struct Progress(Option<ProgressBar>);

impl Progress {
    /// Nothing is shown to a file, a pipe, or somebody who asked for quiet.
    pub(crate) fn new(session: &Session) -> Self {
        if session.quiet || !std::io::stderr().is_terminal() {
            return Self(None);
        }
        let style = ProgressStyle::with_template("{spinner} {msg}  {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_spinner());
        let bar = ProgressBar::new_spinner().with_style(style);
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(Some(bar))
    }

    /// Says how far it is.
    pub(crate) fn say(&self, says: &Text) {
        if let Some(bar) = &self.0 {
            bar.set_message(says.to_string());
        }
    }

    /// Takes the line away.
    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
