//! Versions and ranges of them as names of branches: test 6.1.31, and 6.2.18.

use proofmark_text::text;

use super::findings::Findings;
use super::judged::Judged;

/// The words the standard takes for a range.
const WORDS: [&str; 7] = ["after", "all", "before", "earlier", "later", "prior", "versions"];

/// 6.1.31: a version is no range.
pub(super) fn in_product_version(judged: &Judged<'_>, found: &mut Findings) {
    each(judged, "product_version", |place, name| {
        if is_range(name) {
            let place = || format!("{}/name", judged.products.branch_place(place));
            found.tell(place, || text!("csaf-judged-range", name = name));
        }
    });
}

/// 6.2.18: a range is one of `vers`.
pub(super) fn without_vers(judged: &Judged<'_>, found: &mut Findings) {
    each(judged, "product_version_range", |place, name| {
        if !is_vers(name) {
            let place = || format!("{}/name", judged.products.branch_place(place));
            found.tell(place, || text!("csaf-judged-no-vers", name = name));
        }
    });
}

fn each<'d>(judged: &Judged<'d>, category: &str, mut told: impl FnMut(usize, &'d str)) {
    for (place, branch) in judged.products.branches.iter().enumerate() {
        if let Some(name) = branch.value["name"].as_str().filter(|_| branch.value["category"] == category) {
            told(place, name);
        }
    }
}

/// A comparison sign, or one of the words as a word of its own: the published valid documents hold a version `after-eight`.
fn is_range(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_part = |one: char| one.is_alphanumeric() || matches!(one, '-' | '_' | '.');
    lower.contains(['<', '>']) || lower.split(|one| !is_part(one)).any(|word| WORDS.contains(&word))
}

/// The form the standard deems sufficient: a scheme, a slash, and something behind it.
fn is_vers(name: &str) -> bool {
    let Some((scheme, constraints)) = name.strip_prefix("vers:").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let is_sign = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'.' | b'-' | b'+');
    let begins = scheme.bytes().next().is_some_and(is_sign);
    begins && scheme.bytes().all(|byte| is_sign(byte) || byte.is_ascii_digit()) && !constraints.is_empty()
}
