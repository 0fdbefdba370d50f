//! How bad sources say it is, as one severity: base scores computed from vectors, else the source's word.

use std::cmp::Ordering;
use std::str::FromStr;

use cvss::Cvss;
use proofmark_facts::Rating;

/// The base metrics of CVSS 2.0.
const BASE_2: [&str; 6] = ["AV", "AC", "Au", "C", "I", "A"];
/// The base metrics of CVSS 3.0 and 3.1.
const BASE_3: [&str; 8] = ["AV", "AC", "PR", "UI", "S", "C", "I", "A"];
/// The base metrics of CVSS 4.0.
const BASE_4: [&str; 11] = ["AV", "AC", "AT", "PR", "UI", "VC", "VI", "VA", "SC", "SI", "SA"];

/// The base score of a CVSS 2.0, 3.0, 3.1 or 4.0 vector, computed from it; `None` for what cannot be read: a base metric
/// that is missing, unknown or stands twice, or another version of CVSS.
pub fn cvss_base_score(vector: &str) -> Option<f64> {
    base_score_in_tenths(vector).map(|tenths| f64::from(tenths) / 10.0)
}

/// A severity with the vector it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rated<'a> {
    /// The rating.
    pub(crate) rating: Rating,
    /// The base score in tenths.
    pub(crate) tenths: Option<u8>,
    /// The vector, as written.
    pub(crate) vector: Option<&'a str>,
}

impl Rated<'_> {
    /// The base score, 0.0 to 10.0.
    pub(crate) fn score(self) -> Option<f64> {
        self.tenths.map(|tenths| f64::from(tenths) / 10.0)
    }
}

/// A vector with its score; without one where it cannot be read, or is a word.
pub(crate) fn of_vector(written: &str) -> Rated<'_> {
    let tenths = base_score_in_tenths(written);
    let rating = match tenths {
        Some(tenths) => Rating::of_score(f64::from(tenths) / 10.0),
        None => rating_of_word(written),
    };
    Rated { rating, tenths, vector: Some(written) }
}

/// A score goes over a mere word, a higher one over a lower.
pub(crate) fn compare(left: Rated<'_>, right: Rated<'_>) -> Ordering {
    (left.tenths, left.rating, left.vector).cmp(&(right.tenths, right.rating, right.vector))
}

/// The base score of a CVSS 2.0, 3.0, 3.1 or 4.0 vector. Threat, environmental and supplemental metrics
/// describe another day or another place, so they are left out. Every base metric is mandatory.
fn base_score_in_tenths(vector: &str) -> Option<u8> {
    let vector = vector.trim().trim_start_matches('(').trim_end_matches(')');
    let (prefix, metrics) = match vector.split_once('/') {
        Some((prefix, metrics)) if prefix.starts_with("CVSS:") => (prefix, metrics),
        _ => ("", vector),
    };
    let mandatory: &[&str] = match prefix {
        "" => &BASE_2,
        "CVSS:3.0" | "CVSS:3.1" => &BASE_3,
        "CVSS:4.0" => &BASE_4,
        _ => return None,
    };
    let metrics: Vec<&str> = metrics.split('/').collect();
    let mut base = Vec::with_capacity(mandatory.len() + 1);
    base.extend(Some(prefix).filter(|prefix| !prefix.is_empty()));
    for name in mandatory {
        let is_it = |metric: &&str| metric.strip_prefix(name).is_some_and(|value| value.starts_with(':'));
        let mut found = metrics.iter().copied().filter(is_it);
        base.push(found.next()?);
        // Of two values for one metric neither is the one that was meant.
        if found.next().is_some() {
            return None;
        }
    }
    let tenths = (Cvss::from_str(&base.join("/")).ok()?.score() * 10.0).round();
    (0..=100_u8).find(|&whole| f64::from(whole).total_cmp(&tenths).is_eq())
}

/// The words of GitHub, Ubuntu, Red Hat and Debian for the ratings.
const WORDS: [(&str, Rating); 10] = [
    ("critical", Rating::Critical),
    ("high", Rating::High),
    ("important", Rating::High),
    ("medium", Rating::Medium),
    ("moderate", Rating::Medium),
    ("low", Rating::Low),
    ("negligible", Rating::Low),
    ("unimportant", Rating::Low),
    ("minor", Rating::Low),
    ("none", Rating::None),
];

/// The rating such a word means.
pub(crate) fn rating_of_word(word: &str) -> Rating {
    let word = word.trim();
    let known = WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
    known.map_or(Rating::Unknown, |&(_, rating)| rating)
}

/// The code of a rating in the index.
pub(crate) fn code(rating: Rating) -> u8 {
    match rating {
        Rating::Unknown => 0,
        Rating::None => 1,
        Rating::Low => 2,
        Rating::Medium => 3,
        Rating::High => 4,
        Rating::Critical => 5,
    }
}

/// The rating with this code.
pub(crate) fn of_code(code: u8) -> Rating {
    match code {
        1 => Rating::None,
        2 => Rating::Low,
        3 => Rating::Medium,
        4 => Rating::High,
        5 => Rating::Critical,
        _ => Rating::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_first_have_their_scores() {
        for (vector, tenths) in [
            // CVSS 2.0 guide, section 3.3.
            ("AV:N/AC:L/Au:N/C:N/I:N/A:C", 78),
            ("AV:N/AC:L/Au:N/C:C/I:C/A:C", 100),
            ("AV:L/AC:H/Au:N/C:C/I:C/A:C", 62),
            // CVSS 3.0 and 3.1 examples.
            ("CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N", 54),
            ("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 61),
            ("CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", 31),
            ("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 64),
            ("CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H", 78),
            ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 100),
            ("CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N", 0),
            // CVSS 4.0 examples.
            ("CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 73),
            ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", 100),
        ] {
            assert_eq!(base_score_in_tenths(vector), Some(tenths), "{vector}");
        }
    }

    #[test]
    fn only_the_base_score_counts() {
        let base = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N";
        assert_eq!(base_score_in_tenths(&format!("{base}/E:U/CR:L")), base_score_in_tenths(base));
        let base = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
        assert_eq!(base_score_in_tenths(&format!("{base}/E:U/RL:O/MAV:P")), base_score_in_tenths(base));
        assert_eq!(base_score_in_tenths("(AV:N/AC:L/Au:N/C:C/I:C/A:C/E:U)"), Some(100));
    }

    #[test]
    fn a_vector_that_cannot_be_read_has_no_score() {
        for vector in [
            "",
            "CVSS:3.1/AV:N",
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:X",
            "CVSS:3.1/AV:N/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "CVSS:5.0/AV:N",
            "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "7.8",
            "HIGH",
        ] {
            assert_eq!(cvss_base_score(vector), None, "{vector}");
            assert_eq!(of_vector(vector).vector, Some(vector), "it is shown as it is written");
        }
    }

    /// Asks the Python library `cvss` (Red Hat Product Security) for every vector of CVSS 2.0, 3.0 and 3.1 and for
    /// some thousands of CVSS 4.0.
    const ORACLE: &str = r#"
import itertools, random
from cvss import CVSS2, CVSS3, CVSS4
def say(template, choices, score):
    for letters in choices:
        vector = template % letters
        print(vector, round(score(vector) * 10))
base3 = ["NALP", "LH", "NLH", "NR", "UC", "NLH", "NLH", "NLH"]
for version in ["3.0", "3.1"]:
    say("CVSS:" + version + "/AV:%s/AC:%s/PR:%s/UI:%s/S:%s/C:%s/I:%s/A:%s", itertools.product(*base3), lambda v: CVSS3(v).base_score)
say("AV:%s/AC:%s/Au:%s/C:%s/I:%s/A:%s", itertools.product("NAL", "LMH", "NSM", *["NPC"] * 3), lambda v: CVSS2(v).base_score)
every4 = list(itertools.product("NALP", "LH", "NP", "NLH", "NPA", *["HLN"] * 6))
random.seed(1)
say("CVSS:4.0/AV:%s/AC:%s/AT:%s/PR:%s/UI:%s/VC:%s/VI:%s/VA:%s/SC:%s/SI:%s/SA:%s", random.sample(every4, 5000), lambda v: CVSS4(v).base_score)
"#;

    #[test]
    fn the_scores_are_those_of_another_library() {
        let python = std::env::var("PROOFMARK_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let run = std::process::Command::new(python).args(["-c", ORACLE]).output();
        let Some(output) = run.ok().filter(|output| output.status.success()) else {
            println!(
                "skipped: the Python library `cvss` is not here; PROOFMARK_TEST_PYTHON may name a Python with it"
            );
            return;
        };
        let lines = String::from_utf8(output.stdout).unwrap();
        for line in lines.lines() {
            let (vector, tenths) = line.split_once(' ').unwrap();
            assert_eq!(base_score_in_tenths(vector), tenths.parse().ok(), "{vector}");
        }
        assert!(lines.lines().count() > 10_000);
    }
}
