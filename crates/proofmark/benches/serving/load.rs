//! Requests at a steady rate, whether those before were answered or not: what waits counts from when it should have gone.

use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::client::Client;

/// How many connections there are: enough that none is waited for.
const CONNECTIONS: usize = 96;

/// How long each request of a path took.
pub(crate) struct Times {
    /// Which page, by its place among them.
    pub(crate) page: usize,
    pub(crate) took: Duration,
}

/// Asks each path of the plan in its turn, so many a second; with each the page it belongs to, whose headers it has.
pub(crate) fn at_rate(
    address: SocketAddr,
    headers: &[&str],
    rate: u32,
    plan: &[(usize, String)],
) -> Vec<Times> {
    let next = AtomicUsize::new(0);
    let times = Mutex::new(Vec::with_capacity(plan.len()));
    let started = Instant::now() + Duration::from_millis(50);
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS.min(plan.len()) {
            scope.spawn(|| {
                let mut client = Client::new(address, "");
                loop {
                    let turn = next.fetch_add(1, Ordering::Relaxed);
                    let Some((page, path)) = plan.get(turn) else { return };
                    let due = started + Duration::from_secs(1) * u32::try_from(turn).unwrap() / rate;
                    std::thread::sleep(due.saturating_duration_since(Instant::now()));
                    headers[*page].clone_into(&mut client.headers);
                    let answer = client.get(path);
                    let took = due.elapsed();
                    assert!(answer.status < 400, "{path}: {}", answer.status);
                    times.lock().unwrap().push(Times { page: *page, took });
                }
            });
        }
    });
    times.into_inner().unwrap()
}

/// The time that this share of them did not exceed.
pub(crate) fn quantile(times: &[Duration], share: f64) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
    let place = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(place.clamp(1, sorted.len().max(1)) - 1).copied().unwrap_or_default()
}
