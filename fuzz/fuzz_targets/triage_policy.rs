//! The reader of rules and targets for findings on any bytes, and any condition: no panic, a value only where no problem is an error, and
//! what is read can be asked of a finding in time.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_facts::Weight;
use proofmark_formats::{ConditionFacts, Fact, TriageCondition, read_triage_policy};

fuzz_target!(|bytes: &[u8]| {
    let read = read_triage_policy(bytes);
    let refused = read.problems.iter().any(|problem| problem.weight == Weight::Error);
    assert_eq!(read.value.is_none(), refused);
    if let Ok(words) = str::from_utf8(bytes)
        && let Ok(condition) = TriageCondition::read(words)
    {
        let mut facts = ConditionFacts::default();
        facts.know("finding.aliases", Fact::List(vec!["GHSA-1".to_owned(); 100]));
        facts.know("finding.severity", Fact::Text("high".to_owned()));
        facts.know("finding.score", Fact::Number(7.5));
        facts.know("component.package", Fact::Text("pkg:npm/a".to_owned()));
        // What was checked whole can be asked: its kinds fit together.
        condition.is_met(&facts).expect("a condition that was read can be asked");
        let _ = condition.rests_on_a_ground();
    }
});
