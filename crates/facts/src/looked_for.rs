//! What was looked for before anything was said of a release's findings: that nothing was found says something only
//! where somebody looked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an assessment looked for, and in what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LookedFor {
    /// There was a component list to look in.
    pub component_list: bool,
    /// Vulnerability data was asked.
    pub vulnerability_data: bool,
    /// Among it was a catalogue of vulnerabilities exploited somewhere in the world.
    pub exploited_catalogue: bool,
    /// Components of which something, or anything, could not be said.
    pub unchecked: u64,
}

/// Something that is known only where somebody looked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known<T> {
    /// Somebody looked everywhere there is to look.
    Fully(T),
    /// Somebody looked, but of so many components nothing, or not everything, could be said.
    Partly(T, u64),
    /// Nobody looked.
    Unasked(Unasked),
}

/// Why nobody looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unasked {
    /// There was no component list to look in.
    NoComponentList,
    /// There was no vulnerability data to look with.
    NoVulnerabilityData,
    /// There was no catalogue of exploited vulnerabilities.
    NoExploitedCatalogue,
    /// It was assessed before this was kept: nobody can tell without assessing it again.
    NotKept,
}

/// The open findings, as far as they are known. What was found is found, whatever else was not asked.
pub fn known_findings(looked: Option<&LookedFor>, open: u64) -> Known<u64> {
    match looked {
        None if open > 0 => Known::Fully(open),
        None => Known::Unasked(Unasked::NotKept),
        Some(looked) if open == 0 && !looked.component_list => Known::Unasked(Unasked::NoComponentList),
        Some(looked) if open == 0 && !looked.vulnerability_data => {
            Known::Unasked(Unasked::NoVulnerabilityData)
        }
        Some(looked) if looked.unchecked > 0 => Known::Partly(open, looked.unchecked),
        Some(_) => Known::Fully(open),
    }
}

/// Those of the open findings that are listed as exploited somewhere, as far as that is known.
pub fn known_exploited(looked: Option<&LookedFor>, exploited: u64) -> Known<u64> {
    if exploited > 0 {
        return Known::Fully(exploited);
    }
    match (known_findings(looked, 0), looked) {
        (Known::Unasked(unasked), _) => Known::Unasked(unasked),
        (_, Some(looked)) if !looked.exploited_catalogue => Known::Unasked(Unasked::NoExploitedCatalogue),
        (known, _) => known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: LookedFor =
        LookedFor { component_list: true, vulnerability_data: true, exploited_catalogue: true, unchecked: 0 };

    #[test]
    fn none_is_an_answer_only_where_somebody_looked() {
        let no_list = LookedFor { component_list: false, ..ALL };
        let no_data = LookedFor { vulnerability_data: false, exploited_catalogue: false, ..ALL };
        let some = LookedFor { unchecked: 3, ..ALL };
        assert_eq!(known_findings(Some(&ALL), 0), Known::Fully(0));
        assert_eq!(known_findings(Some(&some), 0), Known::Partly(0, 3));
        assert_eq!(known_findings(Some(&no_list), 0), Known::Unasked(Unasked::NoComponentList));
        assert_eq!(known_findings(Some(&no_data), 0), Known::Unasked(Unasked::NoVulnerabilityData));
        assert_eq!(known_findings(None, 0), Known::Unasked(Unasked::NotKept));
        for looked in [None, Some(&no_list), Some(&no_data), Some(&ALL)] {
            assert_eq!(known_findings(looked, 2), Known::Fully(2), "what was found is found");
        }
    }

    #[test]
    fn nobody_is_said_not_to_exploit_what_no_catalogue_was_asked_about() {
        let no_catalogue = LookedFor { exploited_catalogue: false, ..ALL };
        assert_eq!(known_exploited(Some(&ALL), 0), Known::Fully(0));
        let unasked = Known::Unasked(Unasked::NoExploitedCatalogue);
        assert_eq!(known_exploited(Some(&no_catalogue), 0), unasked);
        assert_eq!(known_exploited(Some(&no_catalogue), 1), Known::Fully(1));
        let no_list = LookedFor { component_list: false, ..ALL };
        assert_eq!(known_exploited(Some(&no_list), 0), Known::Unasked(Unasked::NoComponentList));
        assert_eq!(known_exploited(None, 0), Known::Unasked(Unasked::NotKept));
    }
}
