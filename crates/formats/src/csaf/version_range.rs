//! Ranges of versions as a product tree names them: `vers:rpm/>=1.0|<2.0` (CSAF 2.0 section 3.1.2.2.3).

use proofmark_facts::{VersionClaim, VersionStatus, VersionUntil};

/// The most constraints of one range.
const MOST_CONSTRAINTS: usize = 1_000;

/// What a range says, as claims of versions of this status; what is no `vers` stays one claim in its own words, which no
/// order of versions can read.
pub(super) fn claims_of(range: &str, status: VersionStatus) -> Vec<VersionClaim> {
    of_vers(range.trim(), status).unwrap_or_else(|| vec![only(range.trim(), status)])
}

/// This one version.
pub(super) fn only(version: &str, status: VersionStatus) -> VersionClaim {
    VersionClaim { status, version: version.to_owned(), ..VersionClaim::default() }
}

/// From one version to before another.
pub(super) fn between(from: &str, until: VersionUntil, status: VersionStatus) -> VersionClaim {
    VersionClaim { until, ..only(from, status) }
}

fn of_vers(range: &str, status: VersionStatus) -> Option<Vec<VersionClaim>> {
    let (_, constraints) = range.strip_prefix("vers:")?.split_once('/')?;
    let (mut exceptions, mut claims): (Vec<VersionClaim>, Vec<VersionClaim>) = (Vec::new(), Vec::new());
    let mut from: Option<String> = None;
    for (number, constraint) in constraints.split('|').map(str::trim).enumerate() {
        if number >= MOST_CONSTRAINTS {
            return None;
        }
        let start =
            constraint.find(|letter| !matches!(letter, '<' | '>' | '=' | '!')).unwrap_or(constraint.len());
        let (comparator, version) = constraint.split_at(start);
        let version = unescaped(version.trim())?;
        if version.is_empty() {
            return None;
        }
        match comparator {
            "" | "=" => claims.push(only(&version, status)),
            "!=" => exceptions.push(only(&version, VersionStatus::Unaffected)),
            ">=" => from = Some(version),
            ">" => {
                exceptions.push(only(&version, VersionStatus::Unaffected));
                from = Some(version);
            }
            "<" | "<=" => {
                let until =
                    if comparator == "<" { VersionUntil::LessThan } else { VersionUntil::LessThanOrEqual };
                claims.push(between(&from.take().unwrap_or_else(|| "0".to_owned()), until(version), status));
            }
            _ => return None,
        }
    }
    claims.extend(from.map(|from| between(&from, VersionUntil::LessThan("*".to_owned()), status)));
    // The first claim that holds a version decides.
    exceptions.extend(claims);
    Some(exceptions)
}

/// `%2B` is a plus sign; what is not escaped as a URL is no version.
fn unescaped(version: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(version.len());
    let mut rest = version.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let value = digit(rest.next())? * 16 + digit(rest.next())?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(range: &str) -> String {
        let claims = claims_of(range, VersionStatus::Affected);
        let words: Vec<String> = claims
            .iter()
            .map(|claim| {
                let not = if claim.status == VersionStatus::Affected { "" } else { "not " };
                match &claim.until {
                    VersionUntil::Only => format!("{not}{}", claim.version),
                    VersionUntil::LessThan(end) => format!("{not}{} to before {end}", claim.version),
                    VersionUntil::LessThanOrEqual(end) => format!("{not}{} to {end}", claim.version),
                }
            })
            .collect();
        words.join(", ")
    }

    #[test]
    fn a_range_is_laid_out_and_what_is_none_stays_in_its_words() {
        for (range, expected) in [
            ("vers:rpm/>=1.0|<2.0", "1.0 to before 2.0"),
            ("vers:semver/<1.2.3", "0 to before 1.2.3"),
            ("vers:npm/>1.0|<=2.0|3.1%2Bb|>=4", "not 1.0, 1.0 to 2.0, 3.1+b, 4 to before *"),
            ("vers:pypi/!=1.5|<2", "not 1.5, 0 to before 2"),
            ("vers:all/*", "*"),
            ("<V4.00", "<V4.00"),
            ("vers:rpm/>=", "vers:rpm/>="),
            ("vers:rpm/%zz", "vers:rpm/%zz"),
            ("vers:", "vers:"),
        ] {
            assert_eq!(words(range), expected, "{range}");
        }
    }

    proptest! {
        #[test]
        fn every_text_is_something(range in "(vers:[a-z]{1,4}/)?[<>=!|0-9a-z.%*]{0,40}") {
            prop_assert!(!claims_of(&range, VersionStatus::Affected).is_empty());
        }
    }
}
