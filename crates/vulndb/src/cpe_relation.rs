//! How two CPE names relate: the same products, more, fewer, or none in common (NIST IR 7696, "Name Matching
//! Specification Version 2.3", section 6).

use proofmark_facts::{Cpe, CpeAttribute, CpeSymbol, CpeText, CpeValue};

/// How the products of one name (the source) relate to those of another (the target).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The same.
    Equal,
    /// All of the target's and more.
    Superset,
    /// Fewer than the target's.
    Subset,
    /// None of the target's.
    Disjoint,
    /// The specification does not say: the target has wildcards.
    Undefined,
}

/// How the values of one attribute relate (IR 7696, table 6-2, row by row).
pub(crate) fn relation(source: &CpeValue, target: &CpeValue) -> Relation {
    use CpeValue::{Any, Na, Text};
    match (source, target) {
        // Rows 4, 8, 11 and 17.
        (_, Text(target)) if target.has_wildcards() => Relation::Undefined,
        // Rows 1 and 6.
        (Any, Any) | (Na, Na) => Relation::Equal,
        // Rows 2 and 3.
        (Any, Na | Text(_)) => Relation::Superset,
        // Rows 5, 13 and 15.
        (Na | Text(_), Any) => Relation::Subset,
        // Rows 7, 12 and 16.
        (Na, Text(_)) | (Text(_), Na) => Relation::Disjoint,
        // Row 14.
        (Text(source), Text(target)) if source.has_wildcards() => {
            if fits(source, target) {
                Relation::Superset
            } else {
                Relation::Disjoint
            }
        }
        // Rows 9 and 10.
        (Text(source), Text(target)) => {
            if source == target {
                Relation::Equal
            } else {
                Relation::Disjoint
            }
        }
    }
}

/// How every attribute of two names relates, in their order.
pub(crate) fn relations(source: &Cpe, target: &Cpe) -> impl Iterator<Item = (CpeAttribute, Relation)> {
    CpeAttribute::ALL
        .into_iter()
        .map(|attribute| (attribute, relation(source.get(attribute), target.get(attribute))))
}

/// Whether a text without wildcards is one that a text with wildcards stands for (IR 7696, 6.3, `compareStrings`): `*` is
/// any number of characters, `?` one or none.
fn fits(source: &CpeText, target: &CpeText) -> bool {
    let symbols: Vec<CpeSymbol> = source.symbols().collect();
    let target: Vec<CpeSymbol> = target.symbols().collect();
    let is_literal = |symbol: &CpeSymbol| matches!(symbol, CpeSymbol::Literal(_));
    let first = symbols.iter().position(is_literal).unwrap_or(symbols.len());
    let last = symbols.iter().rposition(is_literal).map_or(first, |last| last + 1);
    let (before, body, after) = (&symbols[..first], &symbols[first..last], &symbols[last..]);
    let most = |wildcards: &[CpeSymbol]| {
        if wildcards.contains(&CpeSymbol::Any) { usize::MAX } else { wildcards.len() }
    };
    (0..=target.len().saturating_sub(body.len())).take_while(|skipped| *skipped <= most(before)).any(
        |skipped| {
            target
                .get(skipped..)
                .and_then(|rest| rest.strip_prefix(body))
                .is_some_and(|left| left.len() <= most(after))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::Relation::{Disjoint, Equal, Subset, Superset, Undefined};
    use super::*;

    /// A value as the version of a formatted string.
    fn value(written: &str) -> CpeValue {
        let name: Cpe = format!("cpe:2.3:a:v:p:{written}:*:*:*:*:*:*:*").parse().unwrap();
        name.get(CpeAttribute::Version).clone()
    }

    #[test]
    fn the_table_of_the_specification_holds_row_by_row() {
        let rows = [
            (1, "*", "*", Equal),
            (2, "*", "-", Superset),
            (3, "*", "i", Superset),
            (4, "*", "m*", Undefined),
            (5, "-", "*", Subset),
            (6, "-", "-", Equal),
            (7, "-", "i", Disjoint),
            (8, "-", "m*", Undefined),
            (9, "i", "i", Equal),
            (10, "i", "k", Disjoint),
            (11, "i", "m*", Undefined),
            (12, "i", "-", Disjoint),
            (13, "i", "*", Subset),
            (14, "m*", "m1", Superset),
            (14, "m*", "n1", Disjoint),
            (15, "m*", "*", Subset),
            (16, "m*", "-", Disjoint),
            (17, "m*", "m?", Undefined),
        ];
        for (row, source, target, expected) in rows {
            assert_eq!(relation(&value(source), &value(target)), expected, "row {row}: {source} {target}");
        }
    }

    #[test]
    fn wildcards_stand_for_what_they_may_stand_for_and_quoted_ones_for_themselves() {
        let held = |source: &str, target: &str| relation(&value(source), &value(target)) == Superset;
        for (source, target) in [
            ("8.*", "8.0.6001"),
            ("*foo*", "xfoofoo"),
            ("*foo", "foofoo"),
            ("foo??", "foo"),
            ("foo??", "foo12"),
            ("??foo", "1foo"),
            ("?", "a"),
            (r"a\**", r"a\*b"),
            ("*.0", "1.0"),
        ] {
            assert!(held(source, target), "{source} {target}");
        }
        for (source, target) in [
            ("8.*", "80"),
            ("foo??", "foo123"),
            ("?foo", "12foo"),
            ("?", "ab"),
            (r"a\**", "ab"),
            ("*.0", "1.0.1"),
        ] {
            assert_eq!(relation(&value(source), &value(target)), Disjoint, "{source} {target}");
        }
        // In a name, a quoted asterisk is a text like any other.
        assert_eq!(relation(&value(r"a\*"), &value(r"a\*")), Equal);
        assert_eq!(relation(&value("Ab"), &value("aB")), Equal);
    }

    #[test]
    fn every_attribute_is_compared() {
        let name = |written: &str| written.parse::<Cpe>().unwrap();
        let source = name("cpe:2.3:a:adobe:*:9.*:*:palmos:*:*:*:*:*");
        let target = name("cpe:2.3:a:adobe:reader:9.3.2:-:-:*:*:*:*:*");
        let found: Vec<Relation> = relations(&source, &target).map(|(_, relation)| relation).collect();
        let rest = [Equal; 5];
        assert_eq!(found[..6], [Equal, Equal, Superset, Superset, Superset, Disjoint]);
        assert_eq!(found[6..], rest);
    }
}
