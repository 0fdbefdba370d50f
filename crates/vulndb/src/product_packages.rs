//! The packages among the products a record names: those of a collection, or with a package URL, of an ecosystem in the
//! register, with their versions laid out in its order.

use proofmark_facts::{
    Affected, AffectedCode, AffectedProduct, Purl, VersionClaim, VersionStatus, VersionUntil,
};

use crate::coordinates::{Coordinates, Release};
use crate::ecosystem::Ecosystem;
use crate::status_ranges;

/// The short name of the kernel's numbering authority in the CVE Program.
const KERNEL_AUTHORITY: &str = "Linux";

/// A package a record names, and what is affected of it.
#[derive(Debug)]
pub(crate) struct NamedPackage {
    /// Its ecosystem.
    pub(crate) ecosystem: Ecosystem,
    /// The release of its distribution.
    pub(crate) release: Option<String>,
    /// What is affected of it.
    pub(crate) affected: Affected,
    /// The code it is in.
    pub(crate) code: AffectedCode,
    /// Whether whoever says so speaks of the whole ecosystem, so that what is not named is not affected.
    pub(crate) covers: bool,
}

/// The packages, each with what is affected of it. Products without one are not here, nor are packages of
/// distributions of which it is not said (`distro`) which release they are of: another release is mended in another version.
///
/// Commits are no versions: they are left out where the record names versions of the package too, and where it names
/// nothing else, what is affected cannot be said.
pub(crate) fn packages(products: &[AffectedProduct]) -> Vec<NamedPackage> {
    let named: Vec<(Package, &AffectedProduct)> =
        products.iter().filter_map(|product| Some((named(product)?, product))).collect();
    let mut found = Vec::new();
    for (package, product) in &named {
        let of_versions = AffectedProduct {
            versions: product.versions.iter().filter(|claim| !is_of_commits(claim)).cloned().collect(),
            ..(*product).clone()
        };
        let affected = Affected {
            ecosystem: package.ecosystem.name().to_owned(),
            name: package.name.clone(),
            purl: product.purl.clone(),
            ..Affected::default()
        };
        let is_same = |other: &(Package, &AffectedProduct)| other.0 == *package;
        let of_package = |affected| NamedPackage {
            ecosystem: package.ecosystem,
            release: package.release.clone(),
            affected,
            // Commits and files are found in either entry.
            code: code_of(named.iter().filter(|other| is_same(other)).map(|other| other.1)),
            // The kernel's numbering authority speaks of all of the kernel.
            covers: package.ecosystem == Ecosystem::Linux && product.claimed_by == KERNEL_AUTHORITY,
        };
        if !is_only_of_commits(product) {
            let laid_out = status_ranges::laid_out(&of_versions, package.ecosystem.order(), affected);
            found.extend(laid_out.map(of_package));
        } else if !named.iter().any(|other| is_same(other) && !is_only_of_commits(other.1)) {
            found.push(of_package(affected));
        }
    }
    found
}

/// Whether a product is a package: then it is found as one, not by its CPE names.
pub(crate) fn is_package(product: &AffectedProduct) -> bool {
    product.purl.is_some() || of_collection(product).is_some()
}

/// The files that are affected and the commits that fix them. Ranges of commits end with the fix (CVE Record Format 5,
/// `lessThan`).
fn code_of<'a>(products: impl Iterator<Item = &'a AffectedProduct>) -> AffectedCode {
    let mut code = AffectedCode::default();
    for product in products {
        let affected =
            |claim: &&VersionClaim| is_of_commits(claim) && claim.status == VersionStatus::Affected;
        let fixes = product.versions.iter().filter(affected).filter_map(|claim| match &claim.until {
            VersionUntil::LessThan(fix) => Some(fix.trim().to_ascii_lowercase()),
            VersionUntil::LessThanOrEqual(_) | VersionUntil::Only => None,
        });
        let said = |word: &String| !word.trim().is_empty();
        code.add(AffectedCode {
            program_files: product.program_files.iter().filter(|file| said(file)).cloned().collect(),
            fix_commits: fixes.filter(said).collect(),
        });
    }
    code
}

/// Which package a product is.
#[derive(PartialEq)]
struct Package {
    ecosystem: Ecosystem,
    release: Option<String>,
    name: String,
}

fn is_of_commits(claim: &VersionClaim) -> bool {
    claim.version_type.as_deref() == Some("git")
}

fn is_only_of_commits(product: &AffectedProduct) -> bool {
    !product.versions.is_empty() && product.versions.iter().all(is_of_commits)
}

fn named(product: &AffectedProduct) -> Option<Package> {
    of_purl(product).or_else(|| of_collection(product))
}

fn of_purl(product: &AffectedProduct) -> Option<Package> {
    let purl: Purl = product.purl.as_deref()?.parse().ok()?;
    let coordinates = Coordinates::of_purl(&purl).ok()?;
    let release = match coordinates.release {
        Release::None => None,
        Release::Of(release) => Some(release),
        Release::Untold => return None,
    };
    let (ecosystem, name) = (coordinates.ecosystem, coordinates.name.into_owned());
    coordinates.name_is_sure.then_some(Package { ecosystem, release, name })
}

fn of_collection(product: &AffectedProduct) -> Option<Package> {
    let (ecosystem, _) = Ecosystem::parse(product.ecosystem.as_deref()?)?;
    let name = product.package_name.as_deref()?.trim().to_owned();
    (!name.is_empty()).then_some(Package { ecosystem, release: None, name })
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{VersionStatus, VersionUntil};

    use super::*;

    fn product(versions: &[(&str, &str, &str)]) -> AffectedProduct {
        let claim = |(version, end, kind): &(&str, &str, &str)| VersionClaim {
            status: VersionStatus::Affected,
            version: (*version).into(),
            until: VersionUntil::LessThan((*end).into()),
            version_type: Some((*kind).into()),
            changes: vec![],
        };
        AffectedProduct {
            ecosystem: Some("npm".into()),
            package_name: Some("p".into()),
            default_status: VersionStatus::Unaffected,
            versions: versions.iter().map(claim).collect(),
            ..AffectedProduct::default()
        }
    }

    #[test]
    fn commits_are_left_out_beside_versions_and_alone_say_nothing() {
        let (commits, versions) =
            (product(&[("0a1b", "2c3d", "git")]), product(&[("1.0.0", "2.0.0", "semver")]));
        let mixed = product(&[("0a1b", "2c3d", "git"), ("1.0.0", "2.0.0", "semver")]);
        for products in [vec![versions.clone()], vec![commits.clone(), versions], vec![mixed]] {
            let found = packages(&products);
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!(found[0].affected.ranges.len(), 1, "{found:?}");
        }
        let found = packages(&[commits]);
        assert_eq!(
            (found.len(), found[0].affected.ranges.len(), found[0].affected.versions.len()),
            (1, 0, 0)
        );
    }
}
