//! How a package's name is spelt in the index: one spelling for names their ecosystem holds to be the same.

use std::borrow::Cow;

use crate::ecosystem::Ecosystem;

/// The spelling under which advisories and components of an ecosystem meet.
pub(crate) fn normalised(ecosystem: Ecosystem, name: &str) -> Cow<'_, str> {
    match ecosystem {
        Ecosystem::PyPi => python(name),
        // The registry refuses two names that differ only so (RFC 940).
        Ecosystem::CratesIo => Cow::Owned(name.to_ascii_lowercase().replace('_', "-")),
        // Package URL libraries lower the case of Go modules, the module proxy does not: only lower case meets.
        Ecosystem::Go
        | Ecosystem::Packagist
        | Ecosystem::NuGet
        | Ecosystem::Hex
        | Ecosystem::Pub
        | Ecosystem::SwiftUrl
        | Ecosystem::ConanCenter
        | Ecosystem::GitHubActions
        | Ecosystem::Bitnami
        | Ecosystem::Debian
        | Ecosystem::Ubuntu => lower(name),
        _ => Cow::Borrowed(name),
    }
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// PEP 503: runs of `-`, `_` and `.` are one `-`, in lower case.
fn python(name: &str) -> Cow<'_, str> {
    let separates = |byte: u8| matches!(byte, b'-' | b'_' | b'.');
    let bytes = name.as_bytes();
    let twice = bytes.windows(2).any(|pair| separates(pair[0]) && separates(pair[1]));
    if !twice && !bytes.iter().any(|byte| byte.is_ascii_uppercase() || matches!(byte, b'_' | b'.')) {
        return Cow::Borrowed(name);
    }
    let mut normal = String::with_capacity(name.len());
    for part in name.chars() {
        match part {
            '-' | '_' | '.' if normal.ends_with('-') => {}
            '-' | '_' | '.' => normal.push('-'),
            other => normal.push(other.to_ascii_lowercase()),
        }
    }
    Cow::Owned(normal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn python_names_meet_in_one_spelling() {
        for spelt in ["Django-Allauth", "django_allauth", "django.allauth", "django-_.allauth"] {
            assert_eq!(normalised(Ecosystem::PyPi, spelt), "django-allauth");
        }
    }

    #[test]
    fn names_whose_case_tells_them_apart_keep_it() {
        assert_eq!(normalised(Ecosystem::Npm, "JSONStream"), "JSONStream");
        assert_eq!(normalised(Ecosystem::Go, "github.com/Azure/x"), "github.com/azure/x");
        assert_eq!(normalised(Ecosystem::CratesIo, "Serde_JSON"), "serde-json");
    }
}
