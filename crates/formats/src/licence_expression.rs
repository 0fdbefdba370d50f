//! Licence expressions (SPDX specification, annex "SPDX license expressions"): whether they can be met by what is allowed.

use proofmark_facts::fits_one;
use proofmark_text::{Text, text};
use spdx::{Expression, LicenseReq, Licensee, ParseMode};

/// The longest expression that is read, in bytes.
const LONGEST_BYTES: usize = 16 * 1024;

/// A list of licences: ids, `LicenseRef-…`, one with its exception, or beginnings with `*`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LicenceList {
    named: Vec<Licensee>,
    patterns: Vec<String>,
}

impl LicenceList {
    /// Reads a list. An error says which entry names no licence of the SPDX list.
    pub fn read(entries: &[String]) -> Result<Self, Text> {
        let mut list = Self::default();
        for entry in entries {
            if entry.ends_with('*') {
                list.patterns.push(entry.clone());
            } else {
                let licensee = Licensee::parse_mode(entry, mode());
                list.named.push(licensee.map_err(|_| text!("gate-not-a-licence", written = entry))?);
            }
        }
        Ok(list)
    }

    /// Whether who may use these licences may use what is asked: a later version stands for an earlier one "or later".
    fn allows(&self, asked: &LicenseReq) -> bool {
        self.named.iter().any(|named| named.satisfies(asked)) || fits_one(&self.patterns, &asked.to_string())
    }

    /// Whether this very licence, exception included, is on the list.
    fn names(&self, asked: &LicenseReq) -> bool {
        let words = asked.to_string();
        self.named.iter().any(|named| named.to_string() == words) || fits_one(&self.patterns, &words)
    }
}

/// Whether an expression can be met by what is allowed, or, where nothing is said of that, without what is denied: of `OR` one
/// side is enough, of `AND` both are needed. An error: it is no expression, so nothing can be said.
pub fn licence_can_be_met(
    expression: &str,
    allowed: Option<&LicenceList>,
    denied: &LicenceList,
) -> Result<bool, Text> {
    let unreadable = || text!("gate-licence-unreadable", written = shortened(expression));
    if expression.len() > LONGEST_BYTES {
        return Err(unreadable());
    }
    let parsed = Expression::parse_mode(expression, mode()).map_err(|_| unreadable())?;
    // The library takes these for licences; they say that nobody stated one.
    if parsed.requirements().any(|one| matches!(one.req.to_string().as_str(), "NOASSERTION" | "NONE")) {
        return Err(unreadable());
    }
    Ok(parsed.evaluate(|asked| allowed.is_none_or(|allowed| allowed.allows(asked)) && !denied.names(asked)))
}

/// Ids that SPDX gave up are still written; names it never had are none.
fn mode() -> ParseMode {
    ParseMode { allow_deprecated: true, allow_slash_as_or_operator: true, ..ParseMode::STRICT }
}

fn shortened(expression: &str) -> String {
    expression.chars().take(100).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(entries: &[&str]) -> LicenceList {
        LicenceList::read(&entries.iter().map(|entry| (*entry).to_owned()).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn choices_and_duties_and_exceptions_are_told_apart() {
        let allowed =
            list(&["MIT", "Apache-2.0", "GPL-2.0-only WITH Classpath-exception-2.0", "LicenseRef-ours*"]);
        let met = |expression: &str| licence_can_be_met(expression, Some(&allowed), &LicenceList::default());
        for (expression, expected) in [
            ("MIT", true),
            ("mit", false),
            ("MIT OR GPL-3.0-only", true),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR GPL-3.0-only) AND Apache-2.0", true),
            ("MIT/Apache-2.0", true),
            ("GPL-2.0-only WITH Classpath-exception-2.0", true),
            ("GPL-2.0-only", false),
            ("LicenseRef-ours-2", true),
            ("LicenseRef-theirs", false),
        ] {
            assert_eq!(met(expression).unwrap_or_default(), expected, "{expression}");
        }
        for unreadable in ["", "The MIT License", "MIT OR", "NOASSERTION", &"(".repeat(40_000)] {
            assert!(met(unreadable).is_err(), "{unreadable}");
        }
    }

    #[test]
    fn what_is_denied_may_stand_beside_a_choice() {
        let denied = list(&["AGPL-*", "GPL-3.0-only"]);
        let met = |expression: &str| licence_can_be_met(expression, None, &denied).unwrap();
        assert!(met("MIT OR AGPL-3.0-only") && met("GPL-2.0-or-later") && met("Zlib"));
        assert!(!met("AGPL-3.0-or-later") && !met("MIT AND GPL-3.0-only"));
    }

    #[test]
    fn deep_and_long_expressions_are_read_in_bounded_time() {
        let deep = format!("{}MIT{}", "(".repeat(5_000), ")".repeat(5_000));
        assert_eq!(licence_can_be_met(&deep, None, &LicenceList::default()), Ok(true));
        assert!(LicenceList::read(&["Do what you like".to_owned()]).is_err());
    }
}
