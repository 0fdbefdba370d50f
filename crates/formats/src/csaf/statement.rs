//! What a vulnerability's `product_status` says of versions: one entry a package and release, or a product.
//!
//! A package of a distribution that is fixed, first fixed or recommended in a version is affected in every one before it, in that
//! release: distributions mend without counting the version up, and say only where the mending is. Of any other package
//! only what is called affected is; where nothing is, and one version is fixed, what is before it. That a product is not
//! affected, or is looked into, is kept as a claim and hides nothing.

use std::collections::BTreeMap;

use proofmark_facts::{AffectedProduct, Place, Purl, VersionClaim, VersionStatus, VersionUntil};
use proofmark_text::text;
use serde::Deserialize;

use super::many::Many;
use super::platform::platform_of;
use super::product_tree::{Found, Product, Products, Version};
use super::version_range::{between, claims_of, only};
use crate::excerpt::excerpt;
use crate::json::Words;
use crate::problems::Problems;

/// The most versions with the fix that are told apart of one package of one release.
const MOST_STREAMS: usize = 50;

/// `product_status` as written.
#[derive(Deserialize, Default)]
pub(super) struct ProductStatus<'a> {
    #[serde(default, borrow)]
    first_affected: Many<Words<'a>>,
    #[serde(default, borrow)]
    known_affected: Many<Words<'a>>,
    #[serde(default, borrow)]
    last_affected: Many<Words<'a>>,
    #[serde(default, borrow)]
    first_fixed: Many<Words<'a>>,
    #[serde(default, borrow)]
    fixed: Many<Words<'a>>,
    #[serde(default, borrow)]
    recommended: Many<Words<'a>>,
    #[serde(default, borrow)]
    known_not_affected: Many<Words<'a>>,
    #[serde(default, borrow)]
    under_investigation: Many<Words<'a>>,
    #[serde(default, borrow)]
    unknown: Many<Words<'a>>,
}

/// What is said of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Affected,
    Fixed,
    NotAffected,
    Unknown,
}

/// What was gathered of one package or product.
#[derive(Default)]
struct Gathered {
    affected: Vec<VersionClaim>,
    fixed: Vec<Mended>,
    not_affected: Vec<VersionClaim>,
    unknown: Vec<VersionClaim>,
    /// Of files that are affected.
    digests: Vec<(String, String)>,
}

/// A version that has the fix, and the stream of modules it is of.
#[derive(PartialEq, Eq)]
struct Mended {
    version: String,
    stream: Option<String>,
}

/// What is gathered under: nothing of it says a version.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Package(String),
    Product { vendor: Option<String>, name: String, cpe: Option<String> },
}

/// What the statuses say, as this source's. Ids the tree does not know are told of and left out.
pub(super) fn products_of(
    status: ProductStatus<'_>,
    products: &Products,
    source: &str,
    place: &str,
    problems: &mut Problems,
) -> Vec<AffectedProduct> {
    let lists = [
        ("known_affected", Says::Affected, status.known_affected),
        ("first_affected", Says::Affected, status.first_affected),
        ("last_affected", Says::Affected, status.last_affected),
        ("first_fixed", Says::Fixed, status.first_fixed),
        ("fixed", Says::Fixed, status.fixed),
        ("recommended", Says::Fixed, status.recommended),
        ("known_not_affected", Says::NotAffected, status.known_not_affected),
        ("under_investigation", Says::Unknown, status.under_investigation),
        ("unknown", Says::Unknown, status.unknown),
    ];
    let mut gathered: BTreeMap<Key, Gathered> = BTreeMap::new();
    for (name, says, ids) in lists {
        for (index, id) in ids.0.into_iter().enumerate() {
            let Some(found) = products.find(&id) else {
                let place = Place::at(format!("{place}/{name}/{index}"));
                problems.warn(place, text!("csaf-product-unknown", id = excerpt(&id)));
                continue;
            };
            gather(&found, says, &mut gathered);
        }
    }
    gathered.into_iter().map(|(key, gathered)| gathered.into_product(key, source)).collect()
}

fn gather(found: &Found<'_>, says: Says, into: &mut BTreeMap<Key, Gathered>) {
    let purls: Vec<Purl> = found.component.purls.iter().filter_map(|purl| purl.trim().parse().ok()).collect();
    if purls.is_empty() {
        let component = found.component;
        let name = component.called.clone().unwrap_or_else(|| component.name.clone());
        let key = Key::Product { vendor: component.vendor.clone(), name, cpe: component.cpe.clone() };
        let gathered = into.entry(key).or_default();
        gathered.say(says, &component.version, None, None);
        gathered.name_files(says, &component.digests);
        return;
    }
    for purl in purls {
        let version = purl_version(&purl);
        let stream = purl.qualifier("rpmmod").map(str::to_owned);
        let told = told_version(found.component, version.as_deref(), &purl);
        for key in packages_of(&purl, found) {
            let gathered = into.entry(Key::Package(key)).or_default();
            gathered.say(says, &told, stream.clone(), version.as_deref());
            gathered.name_files(says, &found.component.digests);
        }
    }
}

/// The version: the package URL's, else the branches', where they name one and not the package.
fn told_version(component: &Product, of_purl: Option<&str>, purl: &Purl) -> Version {
    match (of_purl, &component.version) {
        (Some(version), _) => Version::One(version.to_owned()),
        (None, Version::Range(range)) => Version::Range(range.clone()),
        // Of a package that is not mended yet publishers write its name alone: it is every version.
        (None, Version::One(version)) if !purl.is_of_distribution() => Version::One(version.clone()),
        (None, _) => Version::Untold,
    }
}

/// An RPM's epoch is a qualifier of its own.
fn purl_version(purl: &Purl) -> Option<String> {
    let version = purl.version.as_deref().filter(|version| !version.is_empty())?;
    match purl.qualifier("epoch") {
        Some(epoch) if purl.kind == "rpm" && !version.contains(':') => Some(format!("{epoch}:{version}")),
        _ => Some(version.to_owned()),
    }
}

/// The package without version, architecture and build, once for each release it is a part of.
fn packages_of(purl: &Purl, found: &Found<'_>) -> Vec<String> {
    if !purl.is_of_distribution() {
        return vec![purl.package().to_string()];
    }
    let with = |namespace: Option<&str>, distro: Option<&str>| {
        let mut package = purl.package();
        if namespace.is_some() {
            package.namespace = namespace.map(str::to_owned);
        }
        for key in ["upstream", "arch"] {
            // Debian's and Ubuntu's are known by the source package; of an RPM the source is another package.
            let value = purl
                .qualifier(key)
                .filter(|value| key == "upstream" && purl.kind != "rpm" || *value == "source");
            package.qualifiers.extend(value.map(|value| (key.to_owned(), value.to_owned())));
        }
        package.qualifiers.extend(distro.map(|distro| ("distro".to_owned(), distro.to_owned())));
        package.to_string()
    };
    if let Some(distro) = purl.qualifier("distro") {
        return vec![with(None, Some(distro))];
    }
    let cpes = found.others.iter().filter_map(|other| other.cpe.as_deref());
    let mut named: Vec<String> = cpes
        .filter_map(platform_of)
        .map(|platform| with(platform.namespace, Some(&platform.distro)))
        .collect();
    named.sort_unstable();
    named.dedup();
    if named.is_empty() { vec![with(None, None)] } else { named }
}

impl Gathered {
    /// A digest is that of one file: of it alone the status is said.
    fn name_files(&mut self, says: Says, digests: &[(String, String)]) {
        if says == Says::Affected {
            let new = digests.iter().filter(|digest| !self.digests.contains(digest)).cloned();
            self.digests.extend(new.collect::<Vec<_>>());
        }
    }

    fn say(&mut self, says: Says, version: &Version, stream: Option<String>, exact: Option<&str>) {
        let claims = |status| match version {
            Version::Untold => vec![only("*", status)],
            Version::One(version) => vec![only(version, status)],
            Version::Range(range) => claims_of(range, status),
        };
        let (list, status) = match says {
            Says::Affected => (&mut self.affected, VersionStatus::Affected),
            Says::NotAffected => (&mut self.not_affected, VersionStatus::Unaffected),
            Says::Unknown => (&mut self.unknown, VersionStatus::Unknown),
            Says::Fixed => {
                let version = exact.map(str::to_owned).or_else(|| match version {
                    Version::One(version) => Some(version.clone()),
                    Version::Untold | Version::Range(_) => None,
                });
                let mended = version.map(|version| Mended { version, stream });
                self.fixed.extend(mended.filter(|mended| !self.fixed.contains(mended)));
                return;
            }
        };
        for claim in claims(status) {
            if !list.contains(&claim) {
                list.push(claim);
            }
        }
    }

    fn into_product(mut self, key: Key, source: &str) -> AffectedProduct {
        let (mut product, of_distribution) = match key {
            Key::Package(purl) => {
                let read: Option<Purl> = purl.parse().ok();
                let of_distribution = read.as_ref().is_some_and(Purl::is_of_distribution);
                let name = read.map(|purl| purl.name);
                (
                    AffectedProduct { purl: Some(purl), product: name, ..AffectedProduct::default() },
                    of_distribution,
                )
            }
            Key::Product { vendor, name, cpe } => {
                let cpes = cpe.into_iter().collect();
                (AffectedProduct { vendor, product: Some(name), cpes, ..AffectedProduct::default() }, false)
            }
        };
        source.clone_into(&mut product.claimed_by);
        product.digests = std::mem::take(&mut self.digests);
        product.versions = self.versions(of_distribution);
        product
    }

    /// The first claim that holds a version decides: what is said of one version goes before what is said of all.
    fn versions(self, of_distribution: bool) -> Vec<VersionClaim> {
        let is_of_all = |claim: &VersionClaim| claim.version == "*" && claim.until == VersionUntil::Only;
        let (of_all, mut versions): (Vec<_>, Vec<_>) = self.not_affected.into_iter().partition(is_of_all);
        if of_distribution {
            versions.extend(before_the_fixes(&self.fixed));
            versions.extend(self.affected);
        } else {
            versions.extend(self.fixed.iter().map(|mended| only(&mended.version, VersionStatus::Unaffected)));
            match (self.affected.is_empty(), self.fixed.as_slice()) {
                (true, [mended]) => versions.extend(before_the_fixes(std::slice::from_ref(mended))),
                _ => versions.extend(self.affected),
            }
        }
        versions.extend(of_all);
        versions.extend(self.unknown);
        versions
    }
}

/// Everything before the first version with the fix. Several streams of modules of one release each have their own: a stream
/// whose versions begin with its name begins there.
fn before_the_fixes(fixed: &[Mended]) -> Vec<VersionClaim> {
    let beyond_all = || VersionUntil::LessThan("*".to_owned());
    let since = |mended: &Mended| between(&mended.version, beyond_all(), VersionStatus::Unaffected);
    let fixed = &fixed[..fixed.len().min(MOST_STREAMS)];
    let starts: Vec<Option<String>> = fixed.iter().map(stream_start).collect();
    if fixed.len() > 1 && starts.iter().any(Option::is_some) {
        let of_stream = |(mended, start): (&Mended, &Option<String>)| {
            let until = VersionUntil::LessThan(mended.version.clone());
            between(start.as_deref().unwrap_or("0"), until, VersionStatus::Affected)
        };
        return fixed.iter().zip(&starts).map(of_stream).chain(fixed.iter().map(since)).collect();
    }
    // Said so that whoever knows the order of versions finds which of them is the first.
    let before = (!fixed.is_empty()).then(|| only("*", VersionStatus::Affected));
    fixed.iter().map(since).chain(before).collect()
}

/// `nodejs:20:…` and `1:20.11.1-1.module+el8` begin at `1:20`.
fn stream_start(mended: &Mended) -> Option<String> {
    let stream = mended.stream.as_deref()?.split(':').nth(1)?;
    let (epoch, version) = mended.version.split_once(':').unwrap_or(("", &mended.version));
    let rest = version.strip_prefix(stream)?;
    let is_whole = rest.starts_with('.') || rest.starts_with('-');
    let colon = if epoch.is_empty() { "" } else { ":" };
    (is_whole && stream.starts_with(|letter: char| letter.is_ascii_digit()))
        .then(|| format!("{epoch}{colon}{stream}"))
}
