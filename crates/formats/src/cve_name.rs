//! CVE identifiers in names and sentences.

/// The most identifiers that are taken from one text.
const MOST_NAMES: usize = 1000;

/// Every identifier in a text, in capital letters, each once, in the order of the text: `CVE-`, four digits of the year, and at
/// least four more (CVE Record Format, `cveId`).
pub(crate) fn cve_names(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let bytes = text.as_bytes();
    let digits =
        |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = 0;
    while let Some(start) = bytes[at..].windows(4).position(|four| four.eq_ignore_ascii_case(b"CVE-")) {
        let start = at + start;
        at = start + 4;
        let is_word = start > 0 && bytes[start - 1].is_ascii_alphanumeric();
        // Files are named with underscores as well: `CVE-2024_1234.patch` is left out, since nobody says what it stands for.
        if is_word || digits(at) != 4 || bytes.get(at + 4) != Some(&b'-') {
            continue;
        }
        let number = digits(at + 5);
        if (4..=19).contains(&number) {
            let name = text[start..at + 5 + number].to_ascii_uppercase();
            if !found.contains(&name) && found.len() < MOST_NAMES {
                found.push(name);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::cve_names;

    #[test]
    fn names_are_found_wherever_they_stand() {
        assert_eq!(
            cve_names("0001-cve-2024-1234_CVE-2023-123456-3.patch CVE-2024-1234"),
            ["CVE-2024-1234", "CVE-2023-123456"]
        );
        for none in ["", "CVE-", "CVE-2024-123", "XCVE-2024-1234", "CVE-20245-1234", "é CVE-2024"] {
            assert_eq!(cve_names(none), [""; 0], "{none}");
        }
    }

    proptest! {
        #[test]
        fn every_name_that_is_written_is_found(years in prop::collection::vec((1999_u16..2100, 1000_u32..999_999), 1..8), between in "[ ,;/_é]{1,3}") {
            let names: Vec<String> = years.iter().map(|(year, number)| format!("CVE-{year}-{number}")).collect();
            let found = cve_names(&names.join(&between));
            for name in &names {
                prop_assert!(found.contains(name));
            }
        }

        #[test]
        fn nothing_makes_it_panic(text in ".{0,80}") {
            let _ = (cve_names(&text), cve_names(&format!("CVE-2024-{text}")));
        }
    }
}
