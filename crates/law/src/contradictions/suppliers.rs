//! Contradictions about the check of a supplier.

use proofmark_facts::{Dossier, Place, Problem};
use proofmark_text::text;

use crate::roles::role::Role;
use crate::verdict::Verdict;

/// A check that comes too late, or of someone who has none to make.
pub(crate) fn suppliers(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    let Some(check) = &dossier.supplier_check else { return };
    if verdict.role.role().is_some_and(|role| !matches!(role, Role::Importer | Role::Distributor)) {
        let says = text!("duties-contradiction-check-of-other-role");
        problems.push(Problem::warning(Place::at("supplier_check"), says));
    }
    // Articles 19(2) and 20(2): before placing, before making available.
    if let (Some(checked_on), Some(placed_on)) = (check.checked_on, dossier.release.placed_on_the_market_on)
        && checked_on > placed_on
        && verdict.role.role() == Some(Role::Importer)
    {
        let says = text!(
            "duties-contradiction-checked-after-placing",
            checked_on = checked_on.to_string(),
            placed_on = placed_on.to_string()
        );
        problems.push(Problem::warning(Place::at("supplier_check.checked_on"), says));
    }
}
