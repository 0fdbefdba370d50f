//! How bad a vulnerability is, as its sources rate it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A severity as a source wrote it: which scheme, and the vector.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct SeverityVector {
    /// OSV's name of the scheme: `CVSS_V2`, `CVSS_V3`, `CVSS_V4`, `Ubuntu`.
    pub scheme: String,
    /// The vector or word.
    pub vector: String,
}

/// The severity of a finding.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Severity {
    /// The rating.
    pub rating: Rating,
    /// The base score, 0.0 to 10.0, computed from the vector.
    pub score: Option<f64>,
    /// The vector it was computed from.
    pub vector: Option<String>,
}

/// How bad something is, to sort by: by rating, then by score. Without a score it is less bad than with any of that rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Badness {
    rating: Rating,
    /// The bits of the score: of numbers that are not negative they sort as the numbers do.
    score: Option<u64>,
}

impl Badness {
    /// Of a rating and a base score; one that is no number, or negative, is none.
    pub fn of(rating: Rating, score: Option<f64>) -> Self {
        // The sum turns the negative zero into the other.
        let score = score.filter(|score| *score >= 0.0).map(|score| (score + 0.0).to_bits());
        Self { rating, score }
    }
}

impl Severity {
    /// How bad that is.
    pub fn badness(&self) -> Badness {
        Badness::of(self.rating, self.score)
    }
}

/// The qualitative rating scale of CVSS 3.1 section 5 and CVSS 4.0 section 6.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Rating {
    /// No source rated it.
    #[default]
    Unknown,
    /// 0.0.
    None,
    /// 0.1 to 3.9.
    Low,
    /// 4.0 to 6.9.
    Medium,
    /// 7.0 to 8.9.
    High,
    /// 9.0 to 10.0.
    Critical,
}

impl Rating {
    /// The rating of a base score.
    pub fn of_score(score: f64) -> Self {
        match score {
            score if score >= 9.0 => Self::Critical,
            score if score >= 7.0 => Self::High,
            score if score >= 4.0 => Self::Medium,
            score if score > 0.0 => Self::Low,
            _ => Self::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Badness;
    use super::Rating::{self, Critical, High, Low, Medium, None};

    #[test]
    fn the_rating_comes_before_the_score_and_any_score_before_none() {
        let worst_last = [
            Badness::of(Low, Some(3.9)),
            Badness::of(High, Option::None),
            Badness::of(High, Some(0.0)),
            Badness::of(High, Some(7.5)),
            Badness::of(High, Some(8.1)),
            Badness::of(Critical, Option::None),
            Badness::of(Critical, Some(9.8)),
            Badness::of(Critical, Some(10.0)),
        ];
        assert!(worst_last.is_sorted_by(|one, other| one < other), "{worst_last:?}");
        assert_eq!(Badness::of(Low, Some(-0.0)), Badness::of(Low, Some(0.0)));
        assert_eq!(Badness::of(Low, Some(f64::NAN)), Badness::of(Low, Option::None));
    }

    #[test]
    fn the_rating_scale_has_the_bounds_of_cvss() {
        let scores = [0.0, 0.1, 3.9, 4.0, 6.9, 7.0, 8.9, 9.0, 10.0].map(Rating::of_score);
        assert_eq!(scores, [None, Low, Low, Medium, Medium, High, High, Critical, Critical]);
    }
}
