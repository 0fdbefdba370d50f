//! What records say of a component by the package its package URL names.

use proofmark_facts::MatchConfidence;
use proofmark_text::{Text, text};

use crate::coordinates::{Coordinates, Release};
use crate::gathering::{HeldCode, Holding};
use crate::kept_rating::rated;
use crate::layout::Section;
use crate::record::{Affected, Package};
use crate::tables::Tables;
use crate::verdict::{Asked, Undecided, Verdict};

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct ByPackage<'t> {
    /// Claims that hold.
    pub(crate) holding: Vec<Holding<'t>>,
    /// Advisories of which it cannot be said.
    pub(crate) undecided: Vec<(Undecided, u32)>,
}

/// Advisories of which it cannot be said, with what their reason names.
#[derive(Debug)]
pub(crate) struct Undecidable {
    /// The advisories.
    pub(crate) advisories: Vec<(Undecided, u32)>,
    /// The ecosystem's OSV name.
    pub(crate) ecosystem: &'static str,
    /// The version, as written; empty for none.
    pub(crate) version: String,
}

/// Every claim about the package, weighed; `None` if the index is damaged.
pub(crate) fn weigh<'t>(
    package: Package,
    coordinates: &Coordinates<'_>,
    tables: Tables<'t>,
) -> Option<ByPackage<'t>> {
    let asked = Asked::new(coordinates.version.as_deref(), coordinates.ecosystem.order());
    // The own name of a binary package may be that of another source package.
    let confidence =
        if coordinates.name_is_sure { MatchConfidence::Certain } else { MatchConfidence::Likely };
    let mut found = ByPackage::default();
    let claims = tables.table::<Affected>(Section::Affected).range(package.first, package.count)?;
    for (number, affected) in (package.first..).zip(claims) {
        if !is_of_release(&affected, &coordinates.release, tables)? {
            continue;
        }
        match asked.verdict(&affected, tables)? {
            Verdict::Outside => {}
            Verdict::Inside(rule, range) => found.holding.push(Holding {
                advisory: affected.advisory,
                rated: rated(affected.vector, affected.score, affected.rating, tables)?,
                rule,
                range,
                criteria: None,
                confidence,
                fixed_in: asked.fixed_in(&affected, tables)?,
                code: HeldCode::OfClaim(number),
            }),
            Verdict::Undecided(because) => found.undecided.push((because, affected.advisory)),
        }
    }
    Some(found)
}

/// A claim for one release holds for no other.
fn is_of_release(affected: &Affected, release: &Release, tables: Tables<'_>) -> Option<bool> {
    let claimed = tables.text(affected.release)?;
    Some(match release {
        Release::Of(release) => claimed.is_empty() || claimed == release,
        Release::None | Release::Untold => true,
    })
}

/// The plainest reason among the open claims, naming all of them.
pub(crate) fn reason(
    open: &[(Undecided, &str)],
    undecidable: &Undecidable,
    named: &dyn Fn(Vec<&str>) -> String,
) -> Option<Text> {
    let &(because, _) = open.iter().min()?;
    let advisories = named(open.iter().map(|&(_, id)| id).collect());
    let (ecosystem, version) = (undecidable.ecosystem, undecidable.version.as_str());
    Some(match because {
        Undecided::VersionMissing => text!("vulndb-version-missing", advisories = advisories),
        Undecided::VersionUnreadable => text!(
            "vulndb-version-unreadable",
            version = version,
            ecosystem = ecosystem,
            advisories = advisories
        ),
        Undecided::NoOrder => {
            text!("vulndb-no-exact-order", ecosystem = ecosystem, version = version, advisories = advisories)
        }
        Undecided::Range => text!("vulndb-range-undecidable", version = version, advisories = advisories),
    })
}
