//! The clock feeds are fetched by: the machine's, with a way to be told to stop.

use std::time::Duration;

use jiff::Timestamp;
use proofmark_courier::Pace;

use crate::session::now;
use crate::worker::Stop;

/// The machine's clock.
pub(crate) struct Clock<'s> {
    /// Who says when to stop; nobody: it is gone on to the end.
    pub(crate) stop: Option<&'s Stop>,
}

impl Pace for Clock<'_> {
    fn now(&self) -> Timestamp {
        now()
    }

    fn wait(&self, time: Duration) -> bool {
        let Some(stop) = self.stop else {
            std::thread::sleep(time);
            return true;
        };
        stop.wait(time);
        !stop.is_asked()
    }
}
