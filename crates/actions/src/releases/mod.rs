//! Releases looked at closely: how their components hang together, what was said of their findings, what changed between
//! two of them. Nothing here is kept or assessed anew: it is read from what was kept.

mod component_turns;
mod finding_history;
mod finding_turns;
mod kept_advisory;
mod kept_findings;
mod kept_graph;
mod listed;
mod release_changes;
mod release_order;
mod release_weight;
mod shipped;

pub(crate) use component_turns::component_turns;
pub use component_turns::{ComponentTurn, ComponentTurns, DepthTurn, StatedTurn};
pub use finding_history::{FindingStep, finding_history};
pub(crate) use finding_turns::package_of;
pub use finding_turns::{FindingTurn, FindingTurns};
pub use kept_advisory::kept_advisory;
pub use kept_findings::{KeptFindings, KeptSentence, KeptUnchecked, finding_in_the_way, kept_findings};
pub use kept_graph::kept_graph;
pub use listed::Listed;
pub use release_changes::{DossierTurn, GateTurn, ReadGraph, ReleaseChanges, release_changes, release_since};
pub use release_order::ReleaseOrder;
pub use release_weight::{list_weight, said_weight};
pub use shipped::shipped;
