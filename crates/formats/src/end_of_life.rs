//! What endoflife.date says of one product: `/api/v1/products/{product}/`, or the older `/api/{product}.json`.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_facts::{Place, Problem, Read};
use proofmark_text::text;
use serde::Deserialize;

/// The largest file that is read, in bytes.
const LARGEST_FILE_BYTES: usize = 4 * 1024 * 1024;

/// Until when the lines of versions of one product are supported.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EndOfLife {
    /// The day the answer was given, where it says so.
    pub as_of: Option<Date>,
    /// Each line of versions.
    pub lines: Vec<SupportedLine>,
}

/// One line of versions, as `3.0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportedLine {
    /// Its name, with which its versions begin.
    pub name: String,
    /// When its support ends.
    pub ends: SupportEnds,
}

/// When the support of a line of versions ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SupportEnds {
    /// From this day on there is none.
    On(Date),
    /// It has ended; nobody says when.
    Ended,
    /// No end is known.
    NoneKnown,
}

impl EndOfLife {
    /// The line a version belongs to: the longest whose name it begins with, at a dot or a dash.
    pub fn line_of(&self, version: &str) -> Option<&SupportedLine> {
        let version = version.strip_prefix('v').unwrap_or(version);
        let fits = |line: &&SupportedLine| {
            version
                .strip_prefix(line.name.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(|sign: char| !sign.is_ascii_digit()))
        };
        self.lines.iter().filter(|line| !line.name.is_empty()).filter(fits).max_by_key(|line| line.name.len())
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Now { generated_at: Option<Timestamp>, result: WrittenProduct },
    Before(Vec<WrittenCycle>),
}

#[derive(Deserialize)]
struct WrittenProduct {
    releases: Vec<WrittenRelease>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrittenRelease {
    name: String,
    #[serde(default)]
    is_eol: bool,
    eol_from: Option<Date>,
}

#[derive(Deserialize)]
struct WrittenCycle {
    cycle: Name,
    eol: Eol,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Name {
    Words(String),
    Number(u64),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Eol {
    Flag(bool),
    Day(Date),
}

/// Reads what endoflife.date says of a product, in either of its forms.
pub fn read_end_of_life(bytes: &[u8]) -> Read<EndOfLife> {
    if bytes.len() > LARGEST_FILE_BYTES {
        let says = text!("gate-end-of-life-too-large", most = (LARGEST_FILE_BYTES / 1024 / 1024).to_string());
        return Read::refused(Problem::error(Place::default(), says));
    }
    let Ok(written) = serde_json::from_slice::<Written>(bytes) else {
        return Read::refused(Problem::error(Place::default(), text!("gate-end-of-life-unreadable")));
    };
    Read::clean(match written {
        Written::Now { generated_at, result } => EndOfLife {
            as_of: generated_at.map(|at| at.to_zoned(TimeZone::UTC).date()),
            lines: result.releases.into_iter().map(of_release).collect(),
        },
        Written::Before(cycles) => {
            EndOfLife { as_of: None, lines: cycles.into_iter().map(of_cycle).collect() }
        }
    })
}

fn of_release(release: WrittenRelease) -> SupportedLine {
    let ends = match (release.eol_from, release.is_eol) {
        (Some(day), _) => SupportEnds::On(day),
        (None, true) => SupportEnds::Ended,
        (None, false) => SupportEnds::NoneKnown,
    };
    SupportedLine { name: release.name, ends }
}

fn of_cycle(cycle: WrittenCycle) -> SupportedLine {
    let name = match cycle.cycle {
        Name::Words(words) => words,
        Name::Number(number) => number.to_string(),
    };
    let ends = match cycle.eol {
        Eol::Day(day) => SupportEnds::On(day),
        Eol::Flag(true) => SupportEnds::Ended,
        Eol::Flag(false) => SupportEnds::NoneKnown,
    };
    SupportedLine { name, ends }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn both_forms_say_the_same_and_a_version_belongs_to_its_longest_line() {
        let now = br#"{"schema_version": "1.2.0", "generated_at": "2026-11-01T10:00:00+00:00", "result": {"name": "openssl",
            "releases": [{"name": "3", "isEol": false, "eolFrom": null}, {"name": "3.0", "isEol": false, "eolFrom": "2026-09-07"},
            {"name": "1.1.1", "isEol": true}]}}"#;
        let before = br#"[{"cycle": 3, "eol": false}, {"cycle": "3.0", "eol": "2026-09-07", "lts": true},
            {"cycle": "1.1.1", "eol": true}]"#;
        let (now, before) = (read_end_of_life(now).value.unwrap(), read_end_of_life(before).value.unwrap());
        assert_eq!(now.lines, before.lines);
        assert_eq!((now.as_of, before.as_of), (Some(date(2026, 11, 1)), None));
        let ends = |version: &str| now.line_of(version).map(|line| line.ends);
        assert_eq!(ends("3.0.13"), Some(SupportEnds::On(date(2026, 9, 7))));
        assert_eq!(ends("v3.0"), Some(SupportEnds::On(date(2026, 9, 7))));
        assert_eq!(ends("3.01"), Some(SupportEnds::NoneKnown), "not 3.0");
        assert_eq!(ends("1.1.1w"), Some(SupportEnds::Ended));
        assert_eq!(ends("1.1.10"), None);
        assert_eq!(ends("30.0"), None);
    }

    #[test]
    fn what_is_neither_form_is_refused() {
        for bytes in ["", "{}", "[{}]", "{\"result\":{}}", "[{\"cycle\":\"1\",\"eol\":\"soon\"}]"] {
            assert!(read_end_of_life(bytes.as_bytes()).value.is_none(), "{bytes}");
        }
    }
}
