//! The products a record knows by CPE names alone, as configurations: which versions of which name are affected.

use proofmark_facts::{
    Affected, AffectedProduct, AffectedRange, Cpe, CpeAttribute, CpeBound, CpeConfiguration, CpeMatch,
    CpeNode, CpeOperator, CpeValue, RangeEvent,
};

use crate::product_packages;
use crate::status_ranges;
use crate::version::Order;
use crate::window::{self, End, Stretch};

/// The most names of one product that are kept.
const MOST_NAMES: usize = 100;

/// One configuration a product that is no package and has CPE names: any of its names in any of its affected versions. Names
/// that cannot be read, or leave part, vendor or product open, are left out.
///
/// Statuses of versions are laid out in the order made for versions of which nobody says how they are ordered. Where that
/// cannot read them, the match stays open.
pub(crate) fn configurations(products: &[AffectedProduct]) -> Vec<CpeConfiguration> {
    products
        .iter()
        .filter(|product| !product_packages::is_package(product))
        .filter_map(configuration)
        .collect()
}

fn configuration(product: &AffectedProduct) -> Option<CpeConfiguration> {
    let names = product.cpes.iter().filter_map(|name| name.trim().parse::<Cpe>().ok());
    let names: Vec<Cpe> = names.filter(|name| name.product_key().is_some()).take(MOST_NAMES).collect();
    if names.is_empty() {
        return None;
    }
    let affected = status_ranges::laid_out(product, Some(Order::Generic), Affected::default())?;
    let bounds = bounds_of(&affected);
    let matches = names.into_iter().flat_map(|name| {
        let criteria = criteria_of(name);
        bounds.iter().map(move |(from, to)| CpeMatch {
            vulnerable: true,
            criteria: criteria.clone(),
            from: from.clone(),
            to: to.clone(),
        })
    });
    let node = CpeNode { operator: CpeOperator::Or, negate: false, matches: matches.collect() };
    Some(CpeConfiguration { operator: CpeOperator::Or, negate: false, nodes: vec![node] })
}

/// That a version does not apply (`-`) is what many write who say the versions elsewhere.
fn criteria_of(name: Cpe) -> Cpe {
    match name.get(CpeAttribute::Version) {
        CpeValue::Na => name.of_any_version(),
        CpeValue::Any | CpeValue::Text(_) => name,
    }
}

type Bounds = (Option<CpeBound>, Option<CpeBound>);

fn bounds_of(affected: &Affected) -> Vec<Bounds> {
    let bound = |version: &str, included| CpeBound { version: version.to_owned(), included };
    let mut all: Vec<Bounds> = Vec::new();
    for range in &affected.ranges {
        match window::stretches(range, Order::Generic) {
            Some(stretches) => all.extend(stretches.into_iter().map(|stretch: Stretch<'_>| {
                let to = match stretch.to {
                    End::Open => None,
                    End::Fixed(version) | End::Limit(version) => Some(bound(version, false)),
                    End::LastAffected(version) => Some(bound(version, true)),
                };
                (stretch.from.map(|version| bound(version, true)), to)
            })),
            // Its words have no place in any order, so that nothing is said of any version.
            None => all.push((Some(bound(&words(range), true)), None)),
        }
    }
    let listed = affected.versions.iter();
    all.extend(listed.map(|version| (Some(bound(version, true)), Some(bound(version, true)))));
    all
}

fn words(range: &AffectedRange) -> String {
    let version = |event: &RangeEvent| match event {
        RangeEvent::Introduced(version)
        | RangeEvent::Fixed(version)
        | RangeEvent::LastAffected(version)
        | RangeEvent::Limit(version) => version.clone(),
    };
    range
        .events
        .iter()
        .map(version)
        .find(|version| Order::Generic.read(version).is_none())
        .unwrap_or_default()
}
