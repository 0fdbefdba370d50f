//! By what a finding's component was found, where that is worth a word: it is not certain, or it was found by a commit.

use proofmark_facts::{Finding, MatchConfidence, MatchRule};
use proofmark_text::{Text, text};

/// What is said of the surest match. Of those that are as sure, one by the component's name goes before one by its commit.
pub(super) fn how_found(finding: &Finding) -> Option<Text> {
    let matched = &finding.vulnerability.matched_by;
    let surest = matched.iter().max_by_key(|it| (it.confidence, it.rule != MatchRule::Commit))?;
    let sure = match surest.confidence {
        MatchConfidence::Certain => text!("cpe-certain"),
        MatchConfidence::Likely => text!("cpe-likely"),
        MatchConfidence::Weak => text!("cpe-weak"),
    };
    match (surest.rule, surest.confidence) {
        (MatchRule::Commit, _) => {
            // Assessments of before kept no name beside such a match; the component is then called by it.
            let at = surest.criteria.as_deref().unwrap_or(&finding.component);
            Some(text!("cpe-finding-commit", sure = sure, at = at, range = &surest.range))
        }
        (_, MatchConfidence::Certain) => None,
        (_, MatchConfidence::Weak) => Some(text!("cpe-finding-weak")),
        (MatchRule::Digest, MatchConfidence::Likely) => Some(text!("cpe-finding-digest")),
        (MatchRule::PackageRange | MatchRule::PackageVersion, MatchConfidence::Likely) => {
            Some(text!("cpe-finding-package"))
        }
        (
            MatchRule::CpeRange | MatchRule::CpeExact | MatchRule::CpeHardware | MatchRule::NameVersion,
            MatchConfidence::Likely,
        ) => Some(text!("cpe-finding-likely")),
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{KnownVulnerability, MatchedBy};

    use super::*;

    fn matched(rule: MatchRule, confidence: MatchConfidence, criteria: Option<&str>) -> MatchedBy {
        MatchedBy {
            advisory: "OSV-2026-1".into(),
            rule,
            range: ">= aaaaaaaaaaaa, < bbbbbbbbbbbb".into(),
            source: String::new(),
            criteria: criteria.map(str::to_owned),
            confidence,
            beside: None,
        }
    }

    fn says(matched_by: Vec<MatchedBy>) -> String {
        let finding = Finding {
            component: "zlib@1.2.11".into(),
            vulnerability: KnownVulnerability { matched_by, ..KnownVulnerability::default() },
            path: vec![],
            decision: None,
            triage: None,
            declared: vec![],
            lapsed: Vec::new(),
            lacks: Vec::new(),
        };
        how_found(&finding).map(|says| says.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_match_by_commit_is_told_with_repository_commit_and_range() {
        use MatchConfidence::{Certain, Likely};
        let at = Some("github.com/madler/zlib@v1.2.11");
        let told = "likely: found by repository and commit or tag `github.com/madler/zlib@v1.2.11`, \
                    affected there `>= aaaaaaaaaaaa, < bbbbbbbbbbbb`";
        assert_eq!(says(vec![matched(MatchRule::Commit, Likely, at)]), told);
        assert!(
            says(vec![matched(MatchRule::Commit, Certain, at)]).starts_with("certain: found by repository")
        );
        assert!(says(vec![matched(MatchRule::Commit, Certain, None)]).contains("`zlib@1.2.11`"));
    }

    #[test]
    fn each_rule_has_its_own_words_and_the_surest_match_speaks() {
        use MatchConfidence::{Certain, Likely, Weak};
        let cpe = Some("cpe:2.3:a:zlib:zlib:*:*:*:*:*:*:*:*");
        assert_eq!(says(vec![matched(MatchRule::CpeRange, Likely, cpe)]), "likely: found by its CPE name");
        let both = vec![matched(MatchRule::Commit, Certain, None), matched(MatchRule::CpeRange, Likely, cpe)];
        assert!(says(both).contains("by repository and commit"));
        let both =
            vec![matched(MatchRule::Commit, Certain, None), matched(MatchRule::PackageRange, Certain, None)];
        assert_eq!(says(both), "", "by the package it is certain, so nothing has to be said");
        let mut likely: Vec<String> =
            [MatchRule::PackageRange, MatchRule::Digest, MatchRule::CpeExact, MatchRule::Commit]
                .map(|rule| says(vec![matched(rule, Likely, None)]))
                .into();
        likely.sort_unstable();
        likely.dedup();
        assert_eq!(likely.len(), 4, "{likely:?}");
        assert!(says(vec![matched(MatchRule::NameVersion, Weak, None)]).starts_with("weak"));
    }
}
