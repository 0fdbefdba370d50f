//! Who takes in an answer as it comes: its head first, then its body piece by piece.

use std::io;

use reqwest::header::HeaderMap;

use crate::errand::Answer;

/// Takes in an answer.
pub(crate) trait Receive {
    /// The head has come; `false`: its body is not wanted.
    fn begin(&mut self, head: &Answer, headers: &HeaderMap) -> io::Result<bool>;

    /// A piece of the body.
    fn take(&mut self, piece: &[u8]) -> io::Result<()>;
}

/// Somebody who wants every body, and nothing but the body.
pub(crate) struct Handed<'t>(pub(crate) &'t mut dyn FnMut(&[u8]) -> io::Result<()>);

impl Receive for Handed<'_> {
    fn begin(&mut self, _: &Answer, _: &HeaderMap) -> io::Result<bool> {
        Ok(true)
    }

    fn take(&mut self, piece: &[u8]) -> io::Result<()> {
        (self.0)(piece)
    }
}
