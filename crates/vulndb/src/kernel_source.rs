//! Components that were built from the same source of a kernel: what is known of it is known of all of them at once.

use std::collections::BTreeMap;

use proofmark_facts::{Component, Purl};

use crate::coordinates::{Coordinates, Release, leads_past_the_kernel};
use crate::ecosystem::Ecosystem;
use crate::kernel_component::is_beside_the_kernel;
use crate::version::Order;

/// Beginnings of the names of packages that build systems for devices split a kernel into (Yocto, Buildroot and their like).
const PARTS: [&str; 8] = [
    "kernel-module",
    "kernel-image",
    "kernel-devicetree",
    "kernel-vmlinux",
    "kernel-base",
    "kernel-dbg",
    "kernel-dev",
    "kmod-",
];

/// Source packages of kernels in distributions, by the beginning of their names; the shorter one stands for itself alone.
const SOURCES: [&str; 16] = [
    "linux-signed",
    "linux-lts",
    "linux-virt",
    "linux-rpi",
    "linux-raspi",
    "linux-aws",
    "linux-azure",
    "linux-gcp",
    "linux-gke",
    "linux-hwe",
    "linux-ibm",
    "linux-kvm",
    "linux-lowlatency",
    "linux-oem",
    "linux-oracle",
    "linux-realtime",
];

/// Groups of components built from the same kernel's source, by their places in the list; the one that stands for the
/// others first: the source itself, else the image, never the headers where there is another. Nothing is in two groups.
///
/// A part without records of its own (`kernel-module-can`) belongs to the kernel of the same version in the list.
pub fn kernel_sources(components: &[&Component]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut kernels: Vec<(String, String)> = Vec::new();
    let mut parts: Vec<(usize, &str)> = Vec::new();
    for (place, component) in components.iter().enumerate() {
        match source_of(component) {
            Some(Source::Kernel(version)) => {
                let known = kernels.iter().find(|(known, _)| is_same_version(known, &version));
                let key = if let Some((_, key)) = known {
                    key.clone()
                } else {
                    let key = format!("{} {version}", Ecosystem::Linux.name());
                    kernels.push((version, key.clone()));
                    key
                };
                groups.entry(key).or_default().push(place);
            }
            Some(Source::Package(key)) => groups.entry(key).or_default().push(place),
            Some(Source::Part(version)) => parts.push((place, version)),
            None => {}
        }
    }
    for (place, version) in parts {
        if let Some((_, key)) = kernels.iter().find(|(known, _)| is_same_version(known, version)) {
            groups.entry(key.clone()).or_default().push(place);
        }
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().filter(|group| group.len() > 1).collect();
    for group in &mut groups {
        group.sort_by_cached_key(|place| (rank(components[*place]), components[*place].called(), *place));
    }
    groups.sort_unstable();
    groups
}

/// Whether a component is the Linux kernel itself, of nobody's distribution: the one records of the kernel's own numbering
/// authority speak of.
pub fn is_kernel(component: &Component) -> bool {
    Coordinates::of(component).is_ok_and(|of| of.ecosystem == Ecosystem::Linux)
}

/// What a component is of a kernel.
enum Source<'a> {
    /// The kernel itself, in this version.
    Kernel(String),
    /// A package of a distribution, built from this source in this version for this release.
    Package(String),
    /// A part that nothing is known of but that it says so by its name.
    Part(&'a str),
}

fn source_of(component: &Component) -> Option<Source<'_>> {
    let purl = component.purl.as_ref();
    // Nearly every list is of packages that cannot be a kernel's.
    if purl.is_some_and(|purl| !purl.is_of_distribution() && leads_past_the_kernel(purl)) {
        return None;
    }
    if let Ok(coordinates) = Coordinates::of(component) {
        let version = coordinates.version.as_deref()?;
        if coordinates.ecosystem == Ecosystem::Linux {
            return Some(Source::Kernel(version.to_owned()));
        }
        let purl = purl.filter(|purl| purl.is_of_distribution())?;
        let source = if purl.kind == "rpm" { source_rpm(purl)? } else { coordinates.name.as_ref() };
        let is_kernel =
            purl.kind == "rpm" || source == "linux" || SOURCES.iter().any(|start| source.starts_with(start));
        let release = match &coordinates.release {
            Release::Of(release) => release,
            Release::None | Release::Untold => "",
        };
        let key = || format!("{} {source} {release} {version}", coordinates.ecosystem.name());
        return is_kernel.then(|| Source::Package(key()));
    }
    let is_of_build_system = purl.is_none_or(|purl| matches!(purl.kind.as_str(), "generic" | "yocto"));
    let is_part = component.name == "kernel" || PARTS.iter().any(|part| component.name.starts_with(part));
    let version = purl.and_then(|purl| purl.version.as_deref()).or(component.version.as_deref())?;
    (is_of_build_system && is_part).then_some(Source::Part(version))
}

/// `upstream=kernel-5.14.0-427.el9.src.rpm`: nothing else of RPM begins so and goes on with a digit.
fn source_rpm(purl: &Purl) -> Option<&str> {
    let upstream = purl.qualifier("upstream")?;
    let version = upstream.strip_prefix("kernel-")?;
    version.starts_with(|first: char| first.is_ascii_digit()).then_some(upstream)
}

/// Builders put names of their own behind the number.
fn is_same_version(one: &str, other: &str) -> bool {
    one == other || Order::Linux.compare(one, other).is_some_and(std::cmp::Ordering::is_eq)
}

fn rank(component: &Component) -> u8 {
    let name = component.purl.as_ref().map_or(component.name.as_str(), |purl| purl.name.as_str());
    let is_source = component.purl.as_ref().is_some_and(|purl| purl.qualifier("arch") == Some("source"));
    if is_beside_the_kernel(name) || name.contains("tools") || name.contains("doc") {
        3
    } else if is_source || name == "kernel-core" || (name.starts_with("linux") && !name.contains('.')) {
        0
    } else if name.contains("image") || name == "kernel" {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(list: &[(&str, &str)]) -> Vec<Vec<String>> {
        let components: Vec<Component> = list
            .iter()
            .map(|(name, purl)| Component {
                name: (*name).to_owned(),
                version: purl.strip_prefix("version ").map(str::to_owned),
                purl: purl.parse().ok(),
                ..Component::default()
            })
            .collect();
        let borrowed: Vec<&Component> = components.iter().collect();
        let name = |place: &usize| components[*place].name.clone();
        kernel_sources(&borrowed).iter().map(|group| group.iter().map(name).collect()).collect()
    }

    #[test]
    fn the_modules_of_a_kernel_belong_to_it() {
        let folded = named(&[
            ("kernel-module-can", "pkg:generic/kernel-module-can@6.6.21"),
            ("kernel-image-zimage", "version 6.6.21-yocto-standard"),
            ("linux-yocto", "pkg:generic/linux-yocto@6.6.21%2Bgit"),
            ("kernel-module-vendor-gpu", "version 1.0"),
            ("busybox", "pkg:generic/busybox@6.6.21"),
            ("linux-libc-headers", "pkg:generic/linux-libc-headers@6.6.21"),
        ]);
        assert_eq!(folded, [["linux-yocto", "kernel-image-zimage", "kernel-module-can"]]);
        assert!(
            named(&[("kernel-module-can", "version 6.6.21"), ("linux", "pkg:generic/linux@6.1.1")])
                .is_empty()
        );
    }

    #[test]
    fn packages_of_one_source_of_a_distribution_are_one() {
        let deb = |name: &str, version: &str| {
            format!("pkg:deb/debian/{name}@{version}?distro=debian-12&upstream=linux")
        };
        let purls = [
            ("linux-libc-dev", deb("linux-libc-dev", "6.1.76-1")),
            ("linux-image", deb("linux-image-6.1.0-18-amd64", "6.1.76-1")),
            ("linux-headers", deb("linux-headers-6.1.0-18-amd64", "6.1.76-1")),
            ("older", deb("linux-image-6.1.0-17-amd64", "6.1.69-1")),
            ("openssl", "pkg:deb/debian/openssl@3.0?distro=debian-12&upstream=openssl".to_owned()),
            ("npm", "pkg:npm/linux@1.0.0?distro=x".to_owned()),
            ("npm again", "pkg:npm/linux@1.0.0".to_owned()),
            ("libssl3", "pkg:deb/debian/libssl3@3.0?distro=debian-12&upstream=openssl".to_owned()),
        ];
        let list: Vec<(&str, &str)> = purls.iter().map(|(name, purl)| (*name, purl.as_str())).collect();
        assert_eq!(named(&list), [["linux-image", "linux-headers", "linux-libc-dev"]]);
        let rpm = |name: &str| {
            format!(
                "pkg:rpm/almalinux/{name}@5.14.0-427.el9?distro=almalinux-9&upstream=kernel-5.14.0-427.el9.src.rpm"
            )
        };
        let (core, modules) = (rpm("kernel-core"), rpm("kernel-modules"));
        assert_eq!(named(&[("modules", &modules), ("core", &core)]), [["core", "modules"]]);
    }
}
