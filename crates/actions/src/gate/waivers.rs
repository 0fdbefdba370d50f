//! Lays waivers against what the manufacturer's rules hit. What the Regulation's own rule hits, no waiver lets through.

use jiff::civil::Date;
use proofmark_facts::Waiver;

use super::gate_verdict::{GateHit, RuleOutcome, RuleSource, WaiverStanding, WaiverUse};

/// Marks every hit that is waived on the day, and every one that was; says of each waiver what it does.
pub(super) fn waive(rules: &mut [RuleOutcome], waivers: &[Waiver], day: Date) -> Vec<WaiverUse> {
    let mut hits = vec![0_usize; waivers.len()];
    for rule in rules.iter_mut().filter(|rule| rule.source == RuleSource::Policy) {
        let of_rule: Vec<(usize, &Waiver)> =
            waivers.iter().enumerate().filter(|(_, waiver)| waiver.rule == rule.rule.id).collect();
        for hit in &mut rule.hits {
            lay(hit, &of_rule, &mut hits, day);
        }
    }
    let used = |(waiver, hits): (&Waiver, usize)| {
        let standing = match () {
            () if waiver.expires_on < day => WaiverStanding::Expired,
            () if waiver.decided_on > day => WaiverStanding::NotYet,
            () if hits == 0 => WaiverStanding::Unused,
            () => WaiverStanding::Used,
        };
        WaiverUse { waiver: waiver.clone(), standing, hits }
    };
    waivers.iter().zip(hits).map(used).collect()
}

fn lay(hit: &mut GateHit, waivers: &[(usize, &Waiver)], hits: &mut [usize], day: Date) {
    let names: Vec<&str> = hit.vulnerability.iter().chain(&hit.aliases).map(String::as_str).collect();
    let covering: Vec<&(usize, &Waiver)> =
        waivers.iter().filter(|(_, waiver)| waiver.covers(hit.component.as_deref(), &names)).collect();
    let waived_by = covering.iter().find(|(_, waiver)| waiver.holds_on(day)).map(|(index, _)| *index);
    let expired = covering.iter().filter(|(_, waiver)| waiver.expires_on < day);
    let expired_on = expired.clone().map(|(_, waiver)| waiver.expires_on).max();
    for (index, _) in expired {
        hits[*index] += 1;
    }
    if let Some(index) = waived_by {
        hits[index] += 1;
    } else {
        hit.waiver_expired_on = expired_on;
    }
    hit.waived_by = waived_by;
}
