//! Why an errand came to nothing.

use std::fmt;

use proofmark_text::Text;

/// An errand that came to nothing. It never names more of a URL than its origin: paths and queries may hold secrets.
#[derive(Debug, Clone, PartialEq)]
pub struct CourierError {
    /// What was attempted, on what, and what went wrong.
    pub says: Text,
    /// What kind of trouble it is.
    pub trouble: CourierTrouble,
}

/// What kind of trouble an errand met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourierTrouble {
    /// It may not go there: it never went. Only another destination or another setting helps.
    Barred,
    /// Something hindered it that may pass: a name that does not resolve, a server that is down or slow.
    Hindered,
    /// An answer came, but not one that can be used: cut off, too large, a circle of redirects, a bad certificate.
    Broken,
}

impl CourierError {
    /// Whether the same errand may go well a little later: what hindered it may pass, and so may a line that was cut.
    pub(crate) fn may_pass(&self) -> bool {
        self.trouble == CourierTrouble::Hindered || self.says.id() == "courier-cut-off"
    }

    /// It may not go there.
    pub(crate) fn barred(says: Text) -> Self {
        Self { says, trouble: CourierTrouble::Barred }
    }

    /// Something hindered it.
    pub(crate) fn hindered(says: Text) -> Self {
        Self { says, trouble: CourierTrouble::Hindered }
    }

    /// The answer cannot be used.
    pub(crate) fn broken(says: Text) -> Self {
        Self { says, trouble: CourierTrouble::Broken }
    }
}

impl fmt::Display for CourierError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.says.fmt(out)
    }
}

impl std::error::Error for CourierError {}
