//! The log of a server: one line an event, for people or for programs, without secrets.

use tracing_subscriber::EnvFilter;

/// Writes events to standard error from now on: as text, or each as a line of JSON.
///
/// `PROOFMARK_LOG` says which, in the words of the `tracing` filters; by default ours from information on, others' from
/// warnings on.
pub(crate) fn write_log(json: bool) {
    let filter = EnvFilter::try_from_env("PROOFMARK_LOG")
        .unwrap_or_else(|_| EnvFilter::new("warn,proofmark=info,proofmark_web=info"));
    let log =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    // One that is set already was set by a test.
    let _ = if json { log.json().flatten_event(true).try_init() } else { log.with_ansi(false).try_init() };
}

/// From now on a fault of ours is logged and ends the request it happened in, not the server for everybody.
pub(crate) fn log_faults() {
    std::panic::set_hook(Box::new(|panic| tracing::error!("a fault of Proofmark itself: {panic}")));
}
