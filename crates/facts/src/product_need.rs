//! Why a product is in a list: what it needs from somebody.

use jiff::civil::Date;

/// What a product in a list must need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProductNeed {
    /// A finding has no decision that holds.
    Triage,
    /// An obligation is late.
    Late,
    /// It was never assessed.
    Assessment,
    /// It was assessed before its cases, days and annexes were kept.
    AssessAgain,
    /// A clock of a case waits for somebody.
    Clock,
    /// Its support period ends between these days, both included.
    SupportEnding(Date, Date),
    /// Its support period ended before this day.
    SupportEnded(Date),
}
