//! Names of Python packages.

/// The name in the one spelling by which it is compared
/// (<https://packaging.python.org/en/latest/specifications/name-normalization/>).
pub(super) fn normal(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter {
            '-' | '_' | '.' if normal.ends_with('-') => {}
            '-' | '_' | '.' => normal.push('-'),
            other => normal.push(other.to_ascii_lowercase()),
        }
    }
    normal
}

/// The name a dependency specifier begins with (PEP 508).
pub(super) fn name_of(specifier: &str) -> &str {
    let specifier = specifier.trim();
    let end = specifier.find(|one: char| !(one.is_ascii_alphanumeric() || matches!(one, '-' | '_' | '.')));
    &specifier[..end.unwrap_or(specifier.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_and_compared_in_one_spelling() {
        assert_eq!(normal("Zope.Interface__x"), "zope-interface-x");
        assert_eq!(name_of(" requests[socks]>=2; python_version > '3'"), "requests");
        assert_eq!(name_of("pip @ https://example.com/pip.zip"), "pip");
        assert_eq!(name_of("é"), "");
    }
}
