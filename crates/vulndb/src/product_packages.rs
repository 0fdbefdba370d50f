//! The packages among the products a CVE record names: those of a collection, or with a package URL, of an ecosystem in
//! the register, with their versions laid out in its order.

use proofmark_facts::{
    Affected, AffectedCode, AffectedProduct, Purl, VersionClaim, VersionStatus, VersionUntil,
};

use crate::coordinates::{Coordinates, Release};
use crate::ecosystem::Ecosystem;
use crate::status_ranges;

/// The short name of the kernel's numbering authority in the CVE Program.
const KERNEL_AUTHORITY: &str = "Linux";

/// A package a record names.
#[derive(Debug)]
pub(crate) struct Package {
    /// Its ecosystem.
    pub(crate) ecosystem: Ecosystem,
    /// What is affected of it.
    pub(crate) affected: Affected,
    /// The code it is in.
    pub(crate) code: AffectedCode,
    /// Whether whoever says so speaks of the whole ecosystem, so that what is not named is not affected.
    pub(crate) covers: bool,
}

/// The packages, each with what is affected of it. Products without one are not here, nor are packages of
/// distributions: a CVE record does not say which release it speaks of.
///
/// Commits are no versions: they are left out where the record names versions of the package too, and where it names
/// nothing else, what is affected cannot be said.
pub(crate) fn packages(products: &[AffectedProduct]) -> Vec<Package> {
    let named: Vec<(Ecosystem, String, &AffectedProduct)> = products.iter().filter_map(named).collect();
    let mut found = Vec::new();
    for (ecosystem, name, product) in &named {
        let of_versions = AffectedProduct {
            versions: product.versions.iter().filter(|claim| !is_of_commits(claim)).cloned().collect(),
            ..(*product).clone()
        };
        let package = Affected {
            ecosystem: ecosystem.name().to_owned(),
            name: name.clone(),
            purl: product.purl.clone(),
            ..Affected::default()
        };
        // The kernel's numbering authority speaks of all of the kernel.
        let covers = *ecosystem == Ecosystem::Linux && product.claimed_by == KERNEL_AUTHORITY;
        let only_commits = is_only_of_commits(product);
        let is_same =
            |other: &(Ecosystem, String, &AffectedProduct)| other.0 == *ecosystem && other.1 == *name;
        // Commits and files are found in either entry.
        let code = code_of(named.iter().filter(|other| is_same(other)).map(|other| other.2));
        let ecosystem = *ecosystem;
        if !only_commits {
            let affected = status_ranges::laid_out(&of_versions, ecosystem.order(), package);
            found.extend(affected.map(|affected| Package { ecosystem, affected, code, covers }));
        } else if !named.iter().any(|other| is_same(other) && !is_only_of_commits(other.2)) {
            found.push(Package { ecosystem, affected: package, code, covers });
        }
    }
    found
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

fn is_of_commits(claim: &VersionClaim) -> bool {
    claim.version_type.as_deref() == Some("git")
}

fn is_only_of_commits(product: &AffectedProduct) -> bool {
    !product.versions.is_empty() && product.versions.iter().all(is_of_commits)
}

fn named(product: &AffectedProduct) -> Option<(Ecosystem, String, &AffectedProduct)> {
    let (ecosystem, name) = of_purl(product).or_else(|| of_collection(product))?;
    Some((ecosystem, name, product))
}

fn of_purl(product: &AffectedProduct) -> Option<(Ecosystem, String)> {
    let purl: Purl = product.purl.as_deref()?.parse().ok()?;
    let coordinates = Coordinates::of_purl(&purl).ok()?;
    let is_sure = coordinates.release == Release::None && coordinates.name_is_sure;
    is_sure.then(|| (coordinates.ecosystem, coordinates.name.into_owned()))
}

fn of_collection(product: &AffectedProduct) -> Option<(Ecosystem, String)> {
    let (ecosystem, _) = Ecosystem::parse(product.ecosystem.as_deref()?)?;
    let name = product.package_name.as_deref()?.trim();
    (!name.is_empty()).then(|| (ecosystem, name.to_owned()))
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
