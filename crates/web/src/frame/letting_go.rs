//! Letting go: what is held for whoever asks next goes when nobody does.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::shared::Frame;
use crate::budget::LIGHT;
use crate::readings::HELD_FOR;

/// How often it is looked after.
const EVERY: Duration = Duration::from_secs(20);

/// Lets go what is heavy a minute after it was asked for last, and everything once nobody has asked for anything as long.
/// It ends with the frame; where nothing can run beside the requests, nothing does.
pub(super) fn let_go_in_time(frame: &Arc<Frame>) {
    let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
    let frame = Arc::downgrade(frame);
    runtime.spawn(async move {
        let (mut asked, mut quiet) = (0, Duration::ZERO);
        loop {
            tokio::time::sleep(EVERY).await;
            let Some(frame) = frame.upgrade() else { return };
            let now = frame.requests.load(Ordering::Relaxed);
            quiet = if now == asked { quiet + EVERY } else { Duration::ZERO };
            asked = now;
            frame.let_go(quiet);
        }
    });
}

impl Frame {
    /// Lets go what need not be held after this long a silence.
    fn let_go(&self, quiet: Duration) {
        self.room.readings.let_go(|bytes, unasked| bytes >= LIGHT && unasked >= HELD_FOR);
        if quiet >= HELD_FOR {
            self.room.readings.let_go(|_, _| true);
            self.memory.forget_all();
        }
    }
}
