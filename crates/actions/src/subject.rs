//! Operator and product in one word: what the ledger calls whom a line is about.

/// `Nordlicht GmbH`, `Gateway EG-200` becomes `nordlicht-gmbh/gateway-eg-200`.
pub fn subject(operator: &str, product: &str) -> String {
    format!("{}/{}", slug(operator), slug(product))
}

/// Letters and digits of any script in lower case, everything else one hyphen.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_alphanumeric() {
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
    use super::*;

    #[test]
    fn names_of_any_script_become_one_word() {
        assert_eq!(subject("Nordlicht GmbH & Co.", "Gateway EG-200"), "nordlicht-gmbh-co/gateway-eg-200");
        assert_eq!(subject("Ελλάδα", "///"), "ελλάδα/unnamed");
    }
}
