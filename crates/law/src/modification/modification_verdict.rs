//! The verdict on a change: what is proposed, what a person decided, and what follows.

use proofmark_facts::{Determination, Dossier, Modification};
use schemars::JsonSchema;
use serde::Serialize;

use crate::modification::difference::Difference;
use crate::modification::follow::{Follow, FollowKind};
use crate::modification::follows::{Changed, follows};
use crate::modification::proposal::Proposal;
use crate::modification::standing::{Decision, standing};
use crate::reason::Reason;

/// Whether a modification is substantial (Article 3(30)).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ModificationVerdict {
    /// What the declared facts lead to.
    pub proposal: Proposal,
    /// Why; where it cannot be decided, every question to ask.
    pub reasons: Vec<Reason>,
    /// Where what is declared contradicts itself or what the dossiers show; while there is any, nothing is proposed.
    pub contradictions: Vec<Reason>,
    /// What a person decided; it counts, whatever is proposed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// What counts: the decision, else the proposal; `None`: nothing does yet.
    pub stands: Option<Determination>,
    /// What follows from what counts, and what follows in any case.
    pub follows: Vec<Follow>,
}

impl ModificationVerdict {
    /// Whether the version keeps the day its predecessor was placed on the market.
    pub(crate) fn keeps_placing_date(&self) -> bool {
        self.follows.iter().any(|follow| follow.what == FollowKind::KeepsPlacingDate)
    }

    /// Every reason of it, in the order they are given.
    pub fn all_reasons(&self) -> impl Iterator<Item = &Reason> {
        // Contradictions are reasons too: where there is any, they are all of them.
        self.reasons.iter().chain(self.follows.iter().map(|follow| &follow.reason))
    }
}

/// Judges the change the newer dossier declares, with the earlier one and the differences where they are known.
///
/// `None`: there is nothing to judge, because no change is declared and no earlier dossier is at hand. With an
/// earlier dossier, a newer one that declares nothing is asked everything.
pub fn modification(
    newer: &Dossier,
    earlier: Option<&Dossier>,
    differences: &[Difference],
) -> Option<ModificationVerdict> {
    let silent = Modification::default();
    let declared = match (&newer.modification, earlier) {
        (Some(declared), _) => declared,
        (None, Some(_)) => &silent,
        (None, None) => return None,
    };
    let standing = standing(declared, newer, differences);
    let of_earlier = earlier.and_then(|earlier| earlier.release.placed_on_the_market_on);
    let changed = Changed { declared, newer, earlier_placed_on: declared.earlier_placed_on.or(of_earlier) };
    Some(ModificationVerdict {
        follows: follows(changed, standing.stands),
        proposal: standing.proposal,
        reasons: standing.reasons,
        contradictions: standing.contradictions,
        decision: standing.decision,
        stands: standing.stands,
    })
}
