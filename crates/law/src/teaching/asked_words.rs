//! What somebody asks for, brought to one spelling: `13(8)`, `art13-8` and `Article 13(8)` are the same place.

/// Words that name the sort of place and not the place.
const LEFT_OUT: &[&str] = &[
    "article",
    "articles",
    "art",
    "part",
    "point",
    "points",
    "class",
    "module",
    "modules",
    "paragraph",
    "procedure",
    "of",
    "the",
];

/// A place as its parts, in lower case: letters and digits come apart, leading zeros go.
pub(super) fn parts(written: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut last = ' ';
    for letter in written.chars().take(200).flat_map(char::to_lowercase) {
        let goes_on =
            letter.is_alphanumeric() && last.is_alphanumeric() && letter.is_numeric() == last.is_numeric();
        if goes_on {
            if let Some(part) = found.last_mut() {
                part.push(letter);
            }
        } else if letter.is_alphanumeric() {
            found.push(letter.to_string());
        }
        last = letter;
    }
    let plain = |part: String| match part.trim_start_matches('0') {
        "" => part,
        rest => rest.to_owned(),
    };
    found.into_iter().filter(|part| !LEFT_OUT.contains(&part.as_str())).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn one_place_has_one_spelling() {
        for written in ["art13-8", "13(8)", "Article 13(8)", "ARTICLE 13 (8)", "art. 13 paragraph 8"] {
            assert_eq!(parts(written), ["13", "8"], "{written}");
        }
        assert_eq!(parts("Annex I, Part I, point (2)(c)"), ["annex", "i", "i", "2", "c"]);
        assert_eq!(parts("I.2.c"), ["i", "2", "c"]);
        assert_eq!(parts("SCP-04"), ["scp", "4"]);
        assert_eq!(parts("module B+C"), ["b", "c"]);
        assert_eq!(parts("((("), Vec::<String>::new());
    }
}
