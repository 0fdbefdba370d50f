//! The lists in a folder of CSAF documents: `index.txt` names every document, `changes.csv` when each was released last
//! (CSAF 2.0 sections 7.1.12 and 7.1.13; 2.1 writes the latter without quotes).

use jiff::Timestamp;
use proofmark_facts::{Place, Problem, Read};
use proofmark_text::{Text, text};

use crate::excerpt::excerpt;
use crate::instants::instant_of;

/// The longest list, in bytes: three hundred thousand documents of a hundred bytes each are a tenth of it.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// The most documents of a list.
const MOST_DOCUMENTS: usize = 2_000_000;

/// The longest path, in bytes.
const LONGEST_PATH: usize = 300;

/// Reads `index.txt`: the paths of all documents. One that cannot be a path below the folder refuses the list as a whole: it says
/// what is there, and by it documents are held to be gone.
pub fn read_csaf_index(bytes: &[u8]) -> Read<Vec<String>> {
    lines(bytes, path_of)
}

/// Reads `changes.csv`: paths, and when each document was released last. It is refused like the other.
pub fn read_csaf_changes(bytes: &[u8]) -> Read<Vec<(String, Timestamp)>> {
    lines(bytes, |line| {
        let (path, released) = line.rsplit_once(',')?;
        Some((path_of(unquoted(path))?, instant_of(&unquoted(released).to_ascii_uppercase())?))
    })
}

fn lines<T>(bytes: &[u8], read: impl Fn(&str) -> Option<T>) -> Read<Vec<T>> {
    if bytes.len() > MOST_BYTES {
        return refused(1, text!("csaf-list-too-long", bytes = MOST_BYTES as u64));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut found = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            continue;
        }
        let Some(one) = std::str::from_utf8(line).ok().and_then(&read) else {
            let shown = String::from_utf8_lossy(&line[..line.len().min(2 * LONGEST_PATH)]);
            return refused(number, text!("csaf-list-line", line = excerpt(&shown)));
        };
        if found.len() == MOST_DOCUMENTS {
            return refused(number, text!("csaf-list-too-many", most = MOST_DOCUMENTS as u64));
        }
        found.push(one);
    }
    Read::with(found, Vec::new())
}

/// A path below the folder, of what can stand in an address and in an archive as it is.
fn path_of(written: &str) -> Option<String> {
    let path = written.trim();
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || b"-._+~".contains(&byte);
    let is_part = |part: &str| !part.is_empty() && !part.starts_with('.') && part.bytes().all(fit);
    let is_path = path.len() <= LONGEST_PATH
        && path.len() > 5
        && path.strip_suffix(".json").is_some()
        && path.split('/').all(is_part);
    is_path.then(|| path.to_owned())
}

fn unquoted(written: &str) -> &str {
    let written = written.trim();
    written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(written)
}

fn refused<T>(line: usize, says: Text) -> Read<Vec<T>> {
    let place = Place { line_and_column: Some((line, 1)), ..Place::default() };
    Read::refused(Problem::error(place, says))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn both_versions_of_the_list_are_read() {
        let index = read_csaf_index(b"2026/a-1.json\r\n\n2025/b_2.json").value.unwrap();
        assert_eq!(index, ["2026/a-1.json", "2025/b_2.json"]);
        let quoted = b"\"2026/a-1.json\",\"2026-03-04T05:06:07+00:00\"\n";
        let plain = b"2026/a-1.json,2026-03-04T05:06:07.000000Z\n";
        let [quoted, plain] = [&quoted[..], &plain[..]].map(|list| read_csaf_changes(list).value.unwrap());
        assert_eq!(quoted, plain);
        assert_eq!(quoted[0].1.to_string(), "2026-03-04T05:06:07Z");
    }

    #[test]
    fn what_leads_elsewhere_or_is_no_document_refuses_the_list() {
        for line in [
            "../a.json",
            "/a.json",
            "https://x/a.json",
            "a/../b.json",
            "a//b.json",
            "a.json?x",
            ".a.json",
            "a%2f.json",
            "a.xml",
            ".json",
            "<html>",
        ] {
            let list = format!("2026/good.json\n{line}\n");
            let read = read_csaf_index(list.as_bytes());
            assert!(read.value.is_none(), "{line}");
            assert_eq!(read.problems[0].place.line_and_column, Some((2, 1)), "{line}");
        }
        assert!(read_csaf_changes(b"2026/a.json,yesterday\n").value.is_none());
        assert!(read_csaf_changes(b"2026/a.json\n").value.is_none());
    }

    proptest! {
        #[test]
        fn no_list_leads_out(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            for path in read_csaf_index(&bytes).value.unwrap_or_default() {
                prop_assert!(!path.contains("..") && !path.starts_with('/') && !path.contains(':'));
            }
            let _ = read_csaf_changes(&bytes);
        }
    }
}
