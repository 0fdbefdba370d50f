//! Articles 13(8) to (19), 23, 69 and 71 over time: when duties bind, how long support lasts, how long things are kept.

pub(crate) mod duties;
pub(crate) mod earlier_version;
pub(crate) mod law_days;
pub(crate) mod legacy;
pub(crate) mod placing;
pub(crate) mod retention;
pub(crate) mod span;
pub(crate) mod support_notices;
pub(crate) mod support_period;
