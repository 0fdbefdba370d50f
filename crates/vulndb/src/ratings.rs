//! Scores of vectors, each computed once: the records of a source share a few thousand vectors among them.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use proofmark_facts::{Affected, Rating, SeverityVector};

use crate::severity::{self, Rated};

/// The vectors scored so far.
#[derive(Debug, Default)]
pub(crate) struct Ratings {
    known: HashMap<String, (Rating, Option<u8>), FixedState>,
}

impl Ratings {
    /// What [`severity::of_vector`] says of it.
    pub(crate) fn of_vector<'a>(&mut self, written: &'a str) -> Rated<'a> {
        if let Some(&(rating, tenths)) = self.known.get(written) {
            return Rated { rating, tenths, vector: Some(written) };
        }
        let rated = severity::of_vector(written);
        self.known.insert(written.to_owned(), (rated.rating, rated.tenths));
        rated
    }

    /// The worst of these vectors; the word where none of them can be read.
    pub(crate) fn worst<'a>(&mut self, vectors: &'a [SeverityVector], word: Option<&str>) -> Rated<'a> {
        let scored = vectors.iter().map(|severity| self.of_vector(&severity.vector));
        let scored = scored.filter(|rated| rated.tenths.is_some());
        // Of equals the later scheme counts (`CVSS_V4` over `CVSS_V3`), then the greater text: never the order of
        // the document.
        let worst = scored.max_by(|left, right| severity::compare(*left, *right));
        worst.unwrap_or_else(|| {
            let words = vectors.iter().map(|severity| severity.vector.as_str()).chain(word);
            let rating = words.map(severity::rating_of_word).max().unwrap_or(Rating::Unknown);
            Rated { rating, tenths: None, vector: None }
        })
    }

    /// How bad it is for one package: by its own vectors, else as bad as for the whole record where that has a vector that can
    /// be read, else by its own word.
    pub(crate) fn of_affected<'a>(&mut self, affected: &'a Affected, of_record: Rated<'a>) -> Rated<'a> {
        let word = affected.severity_word.as_deref();
        if !affected.severities.is_empty() {
            return self.worst(&affected.severities, word);
        }
        if of_record.tenths.is_some() {
            return of_record;
        }
        // What the record says in words counts beside the package's.
        let rating = of_record.rating.max(word.map_or(Rating::Unknown, severity::rating_of_word));
        Rated { rating, ..of_record }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_vector_counts_and_the_word_only_without_one() {
        let severity =
            |scheme: &str, vector: &str| SeverityVector { scheme: scheme.into(), vector: vector.into() };
        let low = severity("CVSS_V3", "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N");
        let high = severity("CVSS_V3", "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H");
        let both = [low.clone(), high.clone()];
        // Whether they were scored before or not.
        let mut ratings = Ratings::default();
        for _ in 0..2 {
            let worst_of_both = ratings.worst(&both, Some("CRITICAL"));
            assert_eq!((worst_of_both.rating, worst_of_both.tenths), (Rating::High, Some(78)));
            assert_eq!(worst_of_both.vector, Some(high.vector.as_str()));
            assert_eq!(ratings.worst(&[], Some("MODERATE")).rating, Rating::Medium);
            assert_eq!(ratings.worst(&[severity("Ubuntu", "negligible")], None).rating, Rating::Low);
            assert_eq!(ratings.worst(&[severity("CVSS_V3", "CVSS:3.1/AV:N")], None).rating, Rating::Unknown);
        }
    }
}
