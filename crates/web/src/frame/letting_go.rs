//! Letting go: what is held for whoever asks next goes when nobody does.

use std::sync::Arc;
use std::time::Duration;

/// How often it is looked after.
const EVERY: Duration = Duration::from_secs(20);

/// What holds something for whoever asks next.
pub(super) trait Holds: Send + Sync + 'static {
    /// How often it was asked so far.
    fn asked(&self) -> u64;

    /// Lets go what need not be held after this long a silence.
    fn let_go(&self, quiet: Duration);
}

/// Lets go what is heavy a minute after it was asked for last, and everything once nobody has asked for anything as long.
/// It ends with the holder; where nothing can run beside the requests, nothing does.
pub(super) fn let_go_in_time(holder: &Arc<impl Holds>) {
    let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
    let holder = Arc::downgrade(holder);
    runtime.spawn(async move {
        let (mut asked, mut quiet) = (0, Duration::ZERO);
        loop {
            tokio::time::sleep(EVERY).await;
            let Some(holder) = holder.upgrade() else { return };
            let now = holder.asked();
            quiet = if now == asked { quiet + EVERY } else { Duration::ZERO };
            asked = now;
            holder.let_go(quiet);
        }
    });
}
