//! Instants inside sentences: the law writes them as RFC 3339 has them, people read them as everywhere else on a page.

/// The sentence with every instant of the form `2028-01-30T09:00:00Z` as `2028-01-30 09:00 UTC`; seconds only where there
/// are some.
pub(crate) fn with_instants(sentence: String) -> String {
    let bytes = sentence.as_bytes();
    if !bytes.contains(&b'Z') {
        return sentence;
    }
    let mut written = String::with_capacity(sentence.len());
    let mut copied = 0;
    for (place, _) in sentence.match_indices('T') {
        let (Some(start), end) = (place.checked_sub(DAY.len()), place + TIME.len()) else { continue };
        let is = start >= copied
            && has_form(bytes.get(start..place), DAY)
            && has_form(bytes.get(place..end), TIME);
        if !is {
            continue;
        }
        written.push_str(&sentence[copied..place]);
        written.push(' ');
        let seconds = &sentence[end - 3..end - 1];
        let time_ends = if seconds == "00" { end - 4 } else { end - 1 };
        written.push_str(&sentence[place + 1..time_ends]);
        written.push_str(" UTC");
        copied = end;
    }
    written.push_str(&sentence[copied..]);
    written
}

/// `0` stands for a digit.
const DAY: &[u8] = b"0000-00-00";
const TIME: &[u8] = b"T00:00:00Z";

fn has_form(bytes: Option<&[u8]>, form: &[u8]) -> bool {
    bytes.is_some_and(|bytes| {
        bytes.len() == form.len()
            && bytes.iter().zip(form).all(|(byte, wanted)| match wanted {
                b'0' => byte.is_ascii_digit(),
                wanted => byte == wanted,
            })
    })
}

#[cfg(test)]
mod tests {
    use super::with_instants;

    #[test]
    fn instants_read_as_everywhere_else_and_nothing_else_changes() {
        for (sentence, read) in [
            ("since 2028-01-30T09:00:00Z.", "since 2028-01-30 09:00 UTC."),
            ("2028-01-30T09:00:07Z", "2028-01-30 09:00:07 UTC"),
            (
                "from 2028-01-30T09:00:00Z to 2028-02-02T09:00:00Z",
                "from 2028-01-30 09:00 UTC to 2028-02-02 09:00 UTC",
            ),
            ("`aware_at = 2028-01-30`, TLS and Zürich", "`aware_at = 2028-01-30`, TLS and Zürich"),
            ("ü2028-01-3ßT09:00:00Z", "ü2028-01-3ßT09:00:00Z"),
            ("T00:00:00Z", "T00:00:00Z"),
            ("", ""),
        ] {
            assert_eq!(with_instants(sentence.to_owned()), read);
        }
    }
}
