//! A finding as whoever proposes a decision saw it, and how it has changed since.

use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a decision on a finding is judged by. Not its likelihood of exploitation, which moves every day, and not the
/// release: the same component in another release is the same finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingSeen {
    /// The product's id.
    pub product: String,
    /// The vulnerability.
    pub vulnerability: String,
    /// The component with its version.
    pub component: String,
    /// The highest severity times ten (CVSS base score 9.8 is 98); -1 where there is none.
    pub score: i64,
    /// Listed as exploited somewhere in the world.
    pub exploited: bool,
    /// Versions in which it is fixed, joined by commas.
    pub fixed_in: String,
}

impl FindingSeen {
    /// How it differs from what it is now; `None`: as far as a decision goes it does not.
    pub fn moved(&self, now: Option<&Self>) -> Option<Text> {
        let (vulnerability, component) = (&self.vulnerability, &self.component);
        let Some(now) = now else {
            return Some(text!("desk-finding-gone", vulnerability = vulnerability, component = component));
        };
        if now.exploited != self.exploited {
            return Some(if now.exploited {
                text!("desk-finding-exploited", vulnerability = vulnerability)
            } else {
                text!("desk-finding-not-exploited", vulnerability = vulnerability)
            });
        }
        if now.score != self.score {
            let (was, now) = (rating(self.score), rating(now.score));
            return Some(text!("desk-finding-rated", vulnerability = vulnerability, was = was, now = now));
        }
        if now.fixed_in != self.fixed_in {
            let (was, now) = (listed(&self.fixed_in), listed(&now.fixed_in));
            return Some(text!("desk-finding-fixed-in", vulnerability = vulnerability, was = was, now = now));
        }
        (now != self)
            .then(|| text!("desk-finding-gone", vulnerability = vulnerability, component = component))
    }
}

/// A score as people write it.
fn rating(score: i64) -> String {
    if score < 0 { "–".to_owned() } else { format!("{}.{}", score / 10, score % 10) }
}

fn listed(versions: &str) -> &str {
    if versions.is_empty() { "–" } else { versions }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen() -> FindingSeen {
        FindingSeen {
            product: "gateway".into(),
            vulnerability: "CVE-2026-1".into(),
            component: "pkg:npm/left-pad@1.0.0".into(),
            score: 75,
            exploited: false,
            fixed_in: String::new(),
        }
    }

    #[test]
    fn each_thing_a_decision_is_judged_by_is_told_of_when_it_moves() {
        assert_eq!(seen().moved(Some(&seen())), None);
        let of = |now: FindingSeen| seen().moved(Some(&now)).unwrap();
        for (id, now) in [
            ("desk-finding-rated", FindingSeen { score: -1, ..seen() }),
            ("desk-finding-exploited", FindingSeen { exploited: true, ..seen() }),
            ("desk-finding-fixed-in", FindingSeen { fixed_in: "1.3.0".into(), ..seen() }),
            ("desk-finding-gone", FindingSeen { component: "x".into(), ..seen() }),
            ("desk-finding-gone", FindingSeen { product: "x".into(), ..seen() }),
        ] {
            assert_eq!(of(now).id(), id);
        }
        assert_eq!(seen().moved(None).unwrap().id(), "desk-finding-gone");
        let was = FindingSeen { exploited: true, ..seen() };
        assert_eq!(was.moved(Some(&seen())).unwrap().id(), "desk-finding-not-exploited");
        let rated = of(FindingSeen { score: 98, ..seen() }).to_string();
        assert!(rated.contains("7.5") && rated.contains("9.8"), "{rated}");
    }
}
