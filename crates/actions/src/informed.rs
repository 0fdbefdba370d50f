//! What advisories tell of a component that is no vulnerability: said, and counted as none.

use proofmark_facts::{Informational, Place, Problem};
use proofmark_text::text;

/// What is said of it.
pub(crate) fn informed(
    component: &str,
    advisory: &str,
    summary: Option<&str>,
    kind: Informational,
) -> Problem {
    let advisory = match summary {
        Some(summary) => format!("{advisory} ({})", summary.trim_end_matches('.')),
        None => advisory.to_owned(),
    };
    let says = match kind {
        Informational::Unmaintained => {
            text!("vulndb-told-unmaintained", component = component, advisory = advisory)
        }
        Informational::Notice => {
            text!("vulndb-told-notice", component = component, advisory = advisory)
        }
    };
    Problem::warning(Place::default(), says)
}
