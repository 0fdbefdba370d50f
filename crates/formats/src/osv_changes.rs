//! The list of what changed when in a folder of OSV.dev's export (`modified_id.csv`): a line a record, its last change and
//! its identifier (<https://google.github.io/osv.dev/data/>, "Downloading recent changes").

use jiff::Timestamp;
use proofmark_facts::{Place, Problem, Read};
use proofmark_text::text;

use crate::excerpt::excerpt;

/// The longest list, in bytes: the largest ecosystems have some hundred thousand records of fifty bytes each.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// The most records of a list.
const MOST_RECORDS: usize = 5_000_000;

/// The longest identifier, in bytes.
const LONGEST_ID: usize = 200;

/// A record of an export, and when it changed last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OsvChange {
    /// When it changed last.
    pub modified_at: Timestamp,
    /// Its identifier. It can stand in a path and in a file's name: letters, digits and `-._:+` only.
    pub id: String,
}

/// Reads a list. It is the list of all records there are, so one line that cannot be read refuses it as a whole; and so
/// does a last line that does not end, since more may have followed.
pub fn read_osv_changes(bytes: &[u8]) -> Read<Vec<OsvChange>> {
    if bytes.len() > MOST_BYTES {
        return refused(1, text!("feeds-list-too-long", bytes = MOST_BYTES as u64));
    }
    if bytes.last().is_some_and(|last| *last != b'\n') {
        return refused(1, text!("feeds-list-cut"));
    }
    let mut changes = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            continue;
        }
        let Some(change) = std::str::from_utf8(line).ok().and_then(change) else {
            let shown = String::from_utf8_lossy(&line[..line.len().min(2 * LONGEST_ID)]);
            return refused(number, text!("feeds-list-line", line = excerpt(&shown)));
        };
        if changes.len() == MOST_RECORDS {
            return refused(number, text!("feeds-list-too-many", most = MOST_RECORDS as u64));
        }
        changes.push(change);
    }
    Read::with(changes, Vec::new())
}

/// `2024-08-15T00:05:00Z,PYSEC-2021-123`
fn change(line: &str) -> Option<OsvChange> {
    let (modified, id) = line.split_once(',')?;
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:+".contains(&byte);
    let named = !id.is_empty() && id.len() <= LONGEST_ID && !id.starts_with('.') && id.bytes().all(fit);
    Some(OsvChange { modified_at: modified.parse().ok()?, id: named.then(|| id.to_owned())? })
}

fn refused(line: usize, says: proofmark_text::Text) -> Read<Vec<OsvChange>> {
    let place = Place { line_and_column: Some((line, 1)), ..Place::default() };
    Read::refused(Problem::error(place, says))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_line_is_a_change() {
        let read = read_osv_changes(
            b"2024-08-15T00:05:00.123456789Z,PYSEC-2021-123\r\n2024-08-14T12:00:00Z,RLSA-2022:1+a\n",
        );
        let ids: Vec<String> = read.value.unwrap().into_iter().map(|change| change.id).collect();
        assert_eq!(ids, ["PYSEC-2021-123", "RLSA-2022:1+a"]);
        assert_eq!(read_osv_changes(b"").value, Some(vec![]));
    }

    #[test]
    fn half_a_list_is_none() {
        for (written, id) in [
            (&b"2024-08-15T00:05:00Z,PYSEC-2021-1"[..], "feeds-list-cut"),
            (b"<html>\n", "feeds-list-line"),
            (b"yesterday,PYSEC-2021-1\n", "feeds-list-line"),
            (b"2024-08-15T00:05:00Z,../../etc/passwd\n", "feeds-list-line"),
            (b"2024-08-15T00:05:00Z,..\n", "feeds-list-line"),
            (b"2024-08-15T00:05:00Z,\n", "feeds-list-line"),
            (b"2024-08-15T00:05:00Z,\xff\n", "feeds-list-line"),
        ] {
            let read = read_osv_changes(written);
            assert_eq!((read.value, read.problems[0].says.id()), (None, id), "{written:?}");
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_and_nothing_breaks_it(
            seconds in proptest::collection::vec(0_i64..4_000_000_000, 0..20),
            noise in proptest::collection::vec(any::<u8>(), 0..200),
        ) {
            let changes: Vec<OsvChange> = seconds.iter().enumerate().map(|(number, second)| OsvChange {
                modified_at: Timestamp::from_second(*second).unwrap(),
                id: format!("GHSA-{number}"),
            }).collect();
            let lines = changes.iter().map(|change| format!("{},{}\n", change.modified_at, change.id));
            let written = lines.collect::<Vec<_>>().concat();
            prop_assert_eq!(read_osv_changes(written.as_bytes()).value, Some(changes));
            let _ = read_osv_changes(&noise);
        }
    }
}
