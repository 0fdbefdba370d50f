//! A name as one word: for file names, identifications and the ledger's subjects.

/// Letters and digits of any script in lower case and the characters kept; everything else becomes one hyphen.
pub fn slug(name: &str, kept: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_alphanumeric() || kept.contains(letter) {
            slug.extend(letter.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "unnamed".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_version_keeps_its_points_and_a_name_becomes_one_word() {
        assert_eq!(slug("Heat pump / HPC-40 ™", ""), "heat-pump-hpc-40");
        assert_eq!(slug("Ελλάδα", ""), "ελλάδα");
        assert_eq!(slug("2.1.0-rc.1+build 7", ".+_~"), "2.1.0-rc.1+build-7");
        assert_eq!(slug("///", ""), "unnamed");
    }
}
