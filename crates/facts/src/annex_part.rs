//! Where in the Regulation an obligation stands, as coarsely as readiness is looked at: an annex, or the articles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An annex, or what the articles ask beside the annexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnnexPart {
    /// Annex I, Part I: the product's properties.
    AnnexIPartI,
    /// Annex I, Part II: handling vulnerabilities.
    AnnexIPartIi,
    /// Annex II: information and instructions to the user.
    AnnexIi,
    /// Annexes V and VI: the EU declaration of conformity and its simplified form.
    AnnexVAndVi,
    /// Annex VII: the technical documentation.
    AnnexVii,
    /// Article 14: reporting.
    Reporting,
    /// Whatever else the articles ask.
    Articles,
}

impl AnnexPart {
    /// Every part, in the order they are shown in.
    pub const ALL: [Self; 7] = [
        Self::AnnexIPartI,
        Self::AnnexIPartIi,
        Self::AnnexIi,
        Self::AnnexVAndVi,
        Self::AnnexVii,
        Self::Reporting,
        Self::Articles,
    ];

    /// The part in a word, as records, tables and the API write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::AnnexIPartI => "annex-i-part-i",
            Self::AnnexIPartIi => "annex-i-part-ii",
            Self::AnnexIi => "annex-ii",
            Self::AnnexVAndVi => "annex-v-and-vi",
            Self::AnnexVii => "annex-vii",
            Self::Reporting => "reporting",
            Self::Articles => "articles",
        }
    }

    /// The part of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }

    /// Where an obligation of this id stands; the register names each by its place (`I.2.a`, `annex-VII-3`, `art13-2`).
    pub fn of_obligation(id: &str) -> Self {
        let starts = |start: &str| id.starts_with(start);
        if starts("I.") {
            Self::AnnexIPartI
        } else if starts("II.") {
            Self::AnnexIPartIi
        } else if starts("annex-II-") {
            Self::AnnexIi
        } else if starts("annex-V-") || id == "annex-VI" {
            Self::AnnexVAndVi
        } else if starts("annex-VII-") {
            Self::AnnexVii
        } else if starts("art14-") || starts("art24-3-") {
            Self::Reporting
        } else {
            Self::Articles
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AnnexPart;

    #[test]
    fn an_obligation_stands_where_its_id_says() {
        for (id, part) in [
            ("I.1", AnnexPart::AnnexIPartI),
            ("II.7", AnnexPart::AnnexIPartIi),
            ("annex-II-7", AnnexPart::AnnexIi),
            ("annex-V-3", AnnexPart::AnnexVAndVi),
            ("annex-VI", AnnexPart::AnnexVAndVi),
            ("annex-VII-1", AnnexPart::AnnexVii),
            ("annex-VIII-representative", AnnexPart::Articles),
            ("art14-2-a", AnnexPart::Reporting),
            ("art24-3-incidents", AnnexPart::Reporting),
            ("art13-2", AnnexPart::Articles),
        ] {
            assert_eq!(AnnexPart::of_obligation(id), part, "{id}");
        }
    }

    #[test]
    fn its_word_is_what_json_writes() {
        for part in AnnexPart::ALL {
            assert_eq!(serde_json::to_value(part).unwrap(), part.word());
            assert_eq!(AnnexPart::of_word(part.word()), Some(part));
        }
    }
}
