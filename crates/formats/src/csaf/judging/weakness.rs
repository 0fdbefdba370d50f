//! The weakness a vulnerability is of, in the words of the Common Weakness Enumeration: test 6.1.11.

use std::collections::HashMap;
use std::sync::LazyLock;

use proofmark_text::text;

use super::findings::Findings;
use super::judged::Judged;

/// Number, name and former names of each weakness, parted by tabs; where from, says `data/csaf/ORIGIN.md`.
const WEAKNESSES: &str = include_str!("../../../data/csaf/weaknesses.tsv");

/// The names of each weakness, the present one first.
static NAMES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let lines = WEAKNESSES.lines().filter_map(|line| line.split_once('\t'));
    lines.map(|(number, names)| (number, names.split('\t').collect())).collect()
});

/// 6.1.11: the weakness exists, and that is its name. A document does not say which version of the enumeration it speaks of, so that a
/// name the weakness had in any version is one of its names.
pub(super) fn weakness(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let (Some(id), Some(name)) = (value["cwe"]["id"].as_str(), value["cwe"]["name"].as_str()) else {
            continue;
        };
        match id.strip_prefix("CWE-").and_then(|number| NAMES.get(number)) {
            None => {
                let place = || format!("/vulnerabilities/{vulnerability}/cwe/id");
                found.tell(place, || text!("csaf-judged-weakness-unknown", id = id));
            }
            Some(names) if !names.contains(&name) => {
                let place = || format!("/vulnerabilities/{vulnerability}/cwe/name");
                let right = names.first().copied().unwrap_or_default();
                found.tell(place, || text!("csaf-judged-weakness-name", id = id, name = right));
            }
            Some(_) => {}
        }
    }
}
