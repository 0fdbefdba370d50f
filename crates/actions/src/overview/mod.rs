//! What is looked at across all products: what needs somebody today, how old the data is, findings over time.

mod feed_age;
mod finding_ages;
mod finding_curve;
mod needs_today;

pub use feed_age::{FEED_STALE_AFTER_DAYS, is_stale};
pub use finding_ages::{FindingAge, finding_ages};
pub use finding_curve::{CURVE_WEEKS, CurveWeek, curve_from, finding_curve};
pub use needs_today::{SUPPORT_ENDING_MONTHS, needs_today, support_ending_until};
