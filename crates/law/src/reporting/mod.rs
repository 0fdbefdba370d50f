//! Articles 14 to 17: what has to be notified, by when, to whom, and what the notifications say.

mod asked;
pub(crate) mod awareness;
mod bound;
pub(crate) mod case_verdict;
mod civil_time;
pub(crate) mod clock;
pub(crate) mod clocks;
pub(crate) mod content;
pub(crate) mod coordinator;
mod declared;
pub(crate) mod delay;
mod easter;
pub(crate) mod fields;
pub(crate) mod filled;
pub(crate) mod form;
pub(crate) mod holidays;
pub(crate) mod period;
pub(crate) mod platform;
pub(crate) mod trigger;
