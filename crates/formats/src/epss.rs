//! Scores of the Exploit Prediction Scoring System (EPSS) as FIRST publishes them every day: one line of comment, one of
//! names, one for each CVE (<https://www.first.org/epss/data_stats>).

use jiff::civil::Date;
use proofmark_facts::{Place, Problem, Read};
use proofmark_text::text;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::problems::Problems;

/// What every file of scores begins with; the scores of the first model began with the line of names.
const MODEL: &str = "#model_version:";
const NAMES: &str = "cve,epss,percentile";

/// The longest line that is read: a CVE and two numbers have some forty bytes.
const LONGEST_LINE: usize = 512;

/// How likely vulnerabilities are exploited within thirty days, as a model saw it on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExploitScores {
    /// The model's version, as `v2025.03.14`; empty where the file does not say.
    pub model: String,
    /// The day the scores are of.
    pub scored_on: Option<Date>,
    /// A score for each CVE, in the order of the file.
    pub scores: Vec<ExploitScore>,
}

/// The score of one vulnerability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExploitScore {
    /// The CVE identifier.
    pub id: String,
    /// The probability of exploitation within thirty days, in millionths.
    pub probability: u32,
    /// The share of all scored vulnerabilities with the same or a lower one, in millionths.
    pub percentile: u32,
}

/// Whether these bytes begin as a file of scores does.
pub fn begins_as_epss(bytes: &[u8]) -> bool {
    bytes.starts_with(MODEL.as_bytes()) || bytes.starts_with(NAMES.as_bytes())
}

/// Reads a file of scores. A line that is none is told of and left out.
pub fn read_epss(bytes: &[u8], limits: &Limits) -> Read<ExploitScores> {
    if bytes.len() > limits.advisory_bytes {
        let says = text!("formats-epss-too-long", limit = limits.advisory_bytes);
        return Read::refused(Problem::error(Place::default(), says));
    }
    if !begins_as_epss(bytes) {
        return Read::refused(Problem::error(Place::default(), text!("formats-epss-other")));
    }
    let mut problems = Problems::new(limits.problems);
    let mut read = ExploitScores { model: String::new(), scored_on: None, scores: Vec::new() };
    for (number, line) in (1..).zip(bytes.split(|&byte| byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let line = String::from_utf8_lossy(line.get(..LONGEST_LINE).unwrap_or(line));
        if let Some(about) = line.strip_prefix('#') {
            read.about(about, number, &mut problems);
        } else if !line.is_empty() && line != NAMES {
            let Some(score) = score(&line) else {
                problems.warn(at_line(number), text!("formats-epss-line", line = excerpt(&line)));
                continue;
            };
            read.scores.push(score);
        }
    }
    Read::with(read, problems.told())
}

impl ExploitScores {
    /// `model_version:v2025.03.14,score_date:2026-11-21T00:00:00+0000`
    fn about(&mut self, line: &str, number: usize, problems: &mut Problems) {
        for part in line.split(',') {
            match part.split_once(':') {
                Some(("model_version", version)) => version.trim().clone_into(&mut self.model),
                Some(("score_date", written)) => {
                    self.scored_on = written.get(..10).and_then(|day| day.parse().ok());
                    if self.scored_on.is_none() {
                        let says = text!("formats-epss-day", day = excerpt(written));
                        problems.warn(at_line(number), says);
                    }
                }
                _ => {}
            }
        }
    }
}

fn at_line(number: usize) -> Place {
    Place { line_and_column: Some((number, 1)), ..Place::default() }
}

fn score(line: &str) -> Option<ExploitScore> {
    let mut parts = line.split(',').map(str::trim);
    let (id, probability, percentile) = (parts.next()?, parts.next()?, parts.next()?);
    let score = ExploitScore {
        id: id.to_owned(),
        probability: millionths(probability)?,
        percentile: millionths(percentile)?,
    };
    (id.starts_with("CVE-") && parts.next().is_none()).then_some(score)
}

/// A decimal number from 0 to 1 in millionths, rounded: `0.00043`, `1.0`, `9.1e-05`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it lies between 0 and 1,000,000"
)]
fn millionths(written: &str) -> Option<u32> {
    let number: f64 = written.parse().ok()?;
    (0.0..=1.0).contains(&number).then(|| (number * 1e6).round() as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Read<ExploitScores> {
        read_epss(text.as_bytes(), &Limits::default())
    }

    #[test]
    fn scores_are_read_with_their_day_and_what_is_none_is_told() {
        let read = read(
            "#model_version:v2025.03.14,score_date:2026-11-21T00:00:00+0000\r\ncve,epss,percentile\r\n\
             CVE-1999-0001,0.01141,0.77714\r\nCVE-2021-44228,0.94358,1.0\r\nCVE-2024-1,9.1e-05,0\r\n\
             CVE-2024-2,1.5,0.1\r\nGHSA-1,0.1,0.1\r\nCVE-2024-3,0.1\r\n",
        );
        let scores = read.value.unwrap();
        assert_eq!(scores.model, "v2025.03.14");
        assert_eq!(scores.scored_on.unwrap().to_string(), "2026-11-21");
        let seen: Vec<_> =
            scores.scores.iter().map(|it| (it.id.as_str(), it.probability, it.percentile)).collect();
        assert_eq!(
            seen,
            [
                ("CVE-1999-0001", 11_410, 777_140),
                ("CVE-2021-44228", 943_580, 1_000_000),
                ("CVE-2024-1", 91, 0)
            ]
        );
        let says: Vec<String> = read.problems.iter().map(|it| it.says.to_string()).collect();
        insta::assert_snapshot!(says.join("\n"), @r"
        `CVE-2024-2,1.5,0.1` is no line of a CVE with two numbers from 0 to 1
        `GHSA-1,0.1,0.1` is no line of a CVE with two numbers from 0 to 1
        `CVE-2024-3,0.1` is no line of a CVE with two numbers from 0 to 1
        ");
        assert_eq!(read.problems[0].place.line_and_column, Some((6, 1)));
    }

    #[test]
    fn another_file_is_refused_and_one_too_long_as_well() {
        insta::assert_snapshot!(read("name,value\n").problems[0].says, @"these are no EPSS scores");
        let limits = Limits { advisory_bytes: 10, ..Limits::default() };
        assert!(read_epss(b"cve,epss,percentile\n", &limits).value.is_none());
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = read_epss(&bytes, &Limits::default());
            let _ = read_epss(&[NAMES.as_bytes(), b"\n", &bytes].concat(), &Limits::default());
        }

        #[test]
        fn what_is_written_is_read(year in 1999_u32..2100, number in 1_u32..99_999, score in 0_u32..=1_000_000) {
            let line = format!("CVE-{year}-{number},{},0.5", f64::from(score) / 1e6);
            prop_assert_eq!(super::score(&line).unwrap().probability, score);
        }
    }
}
