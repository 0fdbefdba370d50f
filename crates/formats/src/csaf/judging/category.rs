//! What kind of document it calls itself: test 6.1.26.

use proofmark_text::text;

use super::findings::Findings;
use super::judged::Judged;
use super::profile::{INCIDENT, INFORMATIONAL, SECURITY, VEX};
use crate::excerpt::excerpt;

/// 6.1.26: a document of the profile "CSAF Base" does not call itself by something that resembles another profile. Those that are of
/// another profile are not asked.
pub(super) fn prohibited(judged: &Judged<'_>, found: &mut Findings) {
    let category = judged.category();
    let plain = plain(category);
    let resembled = [INCIDENT, INFORMATIONAL, SECURITY, VEX].into_iter().find(|profile| {
        let name = profile.trim_start_matches("csaf_");
        plain == self::plain(name) || plain == self::plain(profile)
    });
    let is_reserved = category.to_lowercase().starts_with("csaf_") && category != "csaf_base";
    let place = || "/document/category".to_owned();
    match resembled {
        Some(profile) => {
            found.tell(place, || {
                text!("csaf-judged-category", category = excerpt(category), profile = profile)
            });
        }
        None if is_reserved => {
            found.tell(place, || text!("csaf-judged-reserved", category = excerpt(category)));
        }
        None => {}
    }
}

/// Without hyphens, underscores and white space, in lower case.
fn plain(category: &str) -> String {
    let kept = category.chars().filter(|one| !one.is_whitespace() && !matches!(one, '-' | '_'));
    kept.flat_map(char::to_lowercase).collect()
}
