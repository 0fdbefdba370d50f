//! Whether one name with its range of versions, as a record writes it, fits one name a component is asked about by.

use std::cmp::Ordering;

use proofmark_facts::{Cpe, CpeAttribute, CpeValue, MatchConfidence, MatchRule};

use crate::cpe_asked::{AskedName, AskedVersion};
use crate::cpe_relation::{Relation, relation, relations};
use crate::version::Order;

/// A name with its range, as a record writes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    /// The name.
    pub(crate) criteria: &'a Cpe,
    /// The first version, and whether it is inside.
    pub(crate) from: Option<(&'a str, bool)>,
    /// The last version, and whether it is inside.
    pub(crate) to: Option<(&'a str, bool)>,
    /// Whether it is what is vulnerable; else what that runs on or with.
    pub(crate) vulnerable: bool,
}

/// What is so of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fit {
    /// It does not fit.
    No,
    /// It fits, by this rule and range and as surely as this.
    Yes(MatchRule, String, MatchConfidence),
    /// It cannot be said.
    Open(Because),
}

/// Why it cannot be said, the plainest reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Because {
    /// Nobody says which version the component has.
    VersionMissing,
    /// The version has no number to compare.
    VersionUnreadable,
    /// The component's name has wildcards, so it names no single product.
    Wildcards,
    /// A bound has no number to compare.
    Bounds,
}

/// Whether the two fit (IR 7696 for the name, the bounds for the version).
pub(crate) fn fit(wanted: &Wanted<'_>, asked: &AskedName) -> Fit {
    let mut confidence = MatchConfidence::Likely;
    let mut wildcards = false;
    for (attribute, relation) in relations(wanted.criteria, &asked.name) {
        match relation {
            _ if attribute == CpeAttribute::Version => {}
            Relation::Disjoint => return Fit::No,
            Relation::Undefined => wildcards = true,
            // The record is particular where the component says nothing. That the attribute does not apply is what
            // most who say nothing mean.
            Relation::Subset if *wanted.criteria.get(attribute) != CpeValue::Na => {
                confidence = MatchConfidence::Weak;
            }
            Relation::Equal | Relation::Superset | Relation::Subset => {}
        }
    }
    match version(wanted, asked) {
        Fit::Yes(..) if wildcards => Fit::Open(Because::Wildcards),
        Fit::Yes(rule, range, _) => Fit::Yes(rule, range, confidence),
        other => other,
    }
}

fn version(wanted: &Wanted<'_>, asked: &AskedName) -> Fit {
    let yes = |rule, range: String| Fit::Yes(rule, range, MatchConfidence::Likely);
    let criterion = wanted.criteria.get(CpeAttribute::Version);
    // What a platform's `-` says is that its version does not matter: the NVD writes so wherever it names none.
    let any_platform = !wanted.vulnerable && *criterion == CpeValue::Na;
    if any_platform || (*criterion == CpeValue::Any && wanted.from.is_none() && wanted.to.is_none()) {
        return yes(MatchRule::CpeRange, "*".to_owned());
    }
    let (plain, text) = match &asked.version {
        AskedVersion::Of { plain, text } => (plain, text),
        AskedVersion::Several => return Fit::Open(Because::Wildcards),
        AskedVersion::Missing => {
            let na = *criterion == CpeValue::Na && *asked.name.get(CpeAttribute::Version) == CpeValue::Na;
            return if na {
                yes(MatchRule::CpeExact, "-".to_owned())
            } else {
                Fit::Open(Because::VersionMissing)
            };
        }
    };
    let rule = match criterion {
        CpeValue::Any => None,
        CpeValue::Na => return Fit::No,
        CpeValue::Text(one) => {
            let fits = text.clone().map(|text| relation(criterion, &CpeValue::Text(text)));
            if !matches!(fits, Some(Relation::Equal | Relation::Superset)) {
                return Fit::No;
            }
            let rule = if one.has_wildcards() { MatchRule::CpeRange } else { MatchRule::CpeExact };
            Some((rule, one.plain().unwrap_or_else(|| one.as_quoted().replace('\\', ""))))
        }
    };
    match (inside(wanted, plain, order(wanted)), rule) {
        (Ok(false), _) => Fit::No,
        (Ok(true), Some((rule, range))) => yes(rule, range),
        (Ok(true), None) => yes(MatchRule::CpeRange, words(wanted)),
        (Err(because), _) => Fit::Open(because),
    }
}

/// The order of the versions of this product: OpenSSL's own, whose letters others take for words, where it reads the
/// bounds; else the one made for versions of which nobody says how they are ordered.
pub(crate) fn order(wanted: &Wanted<'_>) -> Order {
    let is = |attribute, word: &str| wanted.criteria.get(attribute).plain().as_deref() == Some(word);
    let openssl = is(CpeAttribute::Vendor, "openssl") && is(CpeAttribute::Product, "openssl");
    let mut bounds = [wanted.from, wanted.to].into_iter().flatten();
    if openssl && bounds.all(|(version, _)| Order::OpenSsl.read(version).is_some()) {
        Order::OpenSsl
    } else {
        Order::Generic
    }
}

/// Whether a version is between the bounds.
fn inside(wanted: &Wanted<'_>, plain: &str, order: Order) -> Result<bool, Because> {
    if wanted.from.is_none() && wanted.to.is_none() {
        return Ok(true);
    }
    let version = order.read(plain).ok_or(Because::VersionUnreadable)?;
    let compared =
        |bound: &str| order.read(bound).and_then(|bound| version.compare(bound)).ok_or(Because::Bounds);
    let after = match wanted.from {
        Some((from, included)) => holds(compared(from)?, Ordering::Greater, included),
        None => true,
    };
    let before = match wanted.to {
        Some((to, included)) => holds(compared(to)?, Ordering::Less, included),
        None => true,
    };
    Ok(after && before)
}

fn holds(found: Ordering, wanted: Ordering, included: bool) -> bool {
    found == wanted || (included && found == Ordering::Equal)
}

/// `>= 1.0, < 2.0`
fn words(wanted: &Wanted<'_>) -> String {
    let from = wanted.from.map(|(from, included)| format!("{} {from}", if included { ">=" } else { ">" }));
    let to = wanted.to.map(|(to, included)| format!("{} {to}", if included { "<=" } else { "<" }));
    let both: Vec<String> = from.into_iter().chain(to).collect();
    both.join(", ")
}

#[cfg(test)]
mod tests {
    use proofmark_facts::Component;

    use super::*;

    /// Rule, range and confidence, or why not: of a name, its bounds and a component's name.
    fn said(criteria: &str, bounds: [Option<(&str, bool)>; 2], asked: &str, vulnerable: bool) -> String {
        let criteria: Cpe = criteria.parse().unwrap();
        let [from, to] = bounds;
        let asked = AskedName::of(asked, &Component::default()).unwrap();
        match fit(&Wanted { criteria: &criteria, from, to, vulnerable }, &asked) {
            Fit::No => "no".to_owned(),
            Fit::Yes(rule, range, confidence) => format!("{rule:?} {range} {confidence:?}"),
            Fit::Open(because) => format!("{because:?}"),
        }
    }

    const CURL: &str = "cpe:2.3:a:haxx:curl:*:*:*:*:*:*:*:*";
    const RANGE: [Option<(&str, bool)>; 2] = [Some(("7.0", true)), Some(("8.4.0", false))];

    #[test]
    fn a_range_holds_what_is_between_its_bounds() {
        let range =
            |version: &str| said(CURL, RANGE, &format!("cpe:2.3:a:haxx:curl:{version}:*:*:*:*:*:*:*"), true);
        assert_eq!(range("7.0"), "CpeRange >= 7.0, < 8.4.0 Likely");
        assert_eq!(range("8.3.99"), "CpeRange >= 7.0, < 8.4.0 Likely");
        assert_eq!(range("8.4.0"), "no");
        assert_eq!(range("6.9"), "no");
        assert_eq!(range("8.4.0-rc1"), "CpeRange >= 7.0, < 8.4.0 Likely");
        assert_eq!(range("main"), "VersionUnreadable");
        assert_eq!(range("*"), "VersionMissing");
        assert_eq!(range("-"), "VersionMissing");
        assert_eq!(range("7.*"), "Wildcards");
        let other = [Some(("7.0", false)), Some(("8.4.0", true))];
        assert_eq!(said(CURL, other, "cpe:/a:haxx:curl:8.4.0", true), "CpeRange > 7.0, <= 8.4.0 Likely");
        assert_eq!(said(CURL, other, "cpe:/a:haxx:curl:7.0", true), "no");
        assert_eq!(said(CURL, [None, Some(("next", false))], "cpe:/a:haxx:curl:7.0", true), "Bounds");
    }

    #[test]
    fn openssl_has_letters_for_patches() {
        let openssl = "cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*";
        let range = [Some(("1.0.2", true)), Some(("1.0.2zf", false))];
        assert_eq!(
            said(openssl, range, "cpe:/a:openssl:openssl:1.0.2za", true),
            "CpeRange >= 1.0.2, < 1.0.2zf Likely"
        );
        assert_eq!(said(openssl, range, "cpe:/a:openssl:openssl:1.0.2zg", true), "no");
        assert_eq!(said(openssl, range, "cpe:/a:openssl:openssl:1.0.2k-fips", true), "VersionUnreadable");
    }

    #[test]
    fn a_name_for_one_version_holds_that_alone() {
        let exact = |version: &str, asked: &str| {
            said(&format!("cpe:2.3:a:haxx:curl:{version}:*:*:*:*:*:*:*"), [None, None], asked, true)
        };
        assert_eq!(exact("8.3.0", "cpe:/a:haxx:curl:8.3.0"), "CpeExact 8.3.0 Likely");
        assert_eq!(exact("8.3.0", "cpe:/a:haxx:curl:8.3"), "no");
        assert_eq!(exact("8.3.0", "cpe:/a:haxx:curl"), "VersionMissing");
        assert_eq!(exact("8.3.*", "cpe:/a:haxx:curl:8.3.7"), "CpeRange 8.3.* Likely");
        assert_eq!(exact("*", "cpe:/a:haxx:curl"), "CpeRange * Likely");
        // A record about no version is not about every version.
        assert_eq!(exact("-", "cpe:/a:haxx:curl:8.3.0"), "no");
        assert_eq!(exact("-", "cpe:/a:haxx:curl"), "VersionMissing");
        assert_eq!(exact("-", "cpe:/a:haxx:curl:-"), "CpeExact - Likely");
    }

    #[test]
    fn what_the_component_leaves_open_is_weak_and_what_differs_is_none() {
        let node = "cpe:2.3:a:vendor:module:*:*:*:*:*:node.js:*:*";
        let fit = |asked: &str| said(node, [None, Some(("2.0", false))], asked, true);
        assert_eq!(fit("cpe:2.3:a:vendor:module:1.0:*:*:*:*:node.js:*:*"), "CpeRange < 2.0 Likely");
        assert_eq!(fit("cpe:2.3:a:vendor:module:1.0:*:*:*:*:*:*:*"), "CpeRange < 2.0 Weak");
        assert_eq!(fit("cpe:2.3:a:vendor:module:1.0:*:*:*:*:wordpress:*:*"), "no");
        assert_eq!(fit("cpe:2.3:a:vendor:module:1.0:*:*:*:*:-:*:*"), "no");
        assert_eq!(fit("cpe:2.3:a:other:module:1.0:*:*:*:*:node.js:*:*"), "no");
        assert_eq!(fit("cpe:2.3:a:vendor:module:1.0:*:*:*:*:node*:*:*"), "Wildcards");
        let update = |update: &str| {
            said(&format!("cpe:2.3:a:v:p:1.0:{update}:*:*:*:*:*:*"), [None, None], "cpe:/a:v:p:1.0", true)
        };
        assert_eq!((update("-"), update("rc1")), ("CpeExact 1.0 Likely".into(), "CpeExact 1.0 Weak".into()));
    }

    #[test]
    fn a_platform_without_version_is_there_in_any() {
        let linux = "cpe:2.3:o:linux:linux_kernel:-:*:*:*:*:*:*:*";
        assert_eq!(said(linux, [None, None], "cpe:/o:linux:linux_kernel:5.10", false), "CpeRange * Likely");
        assert_eq!(said(linux, [None, None], "cpe:/o:linux:linux_kernel:5.10", true), "no");
    }
}
