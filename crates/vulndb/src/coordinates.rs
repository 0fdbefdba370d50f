//! Where a component stands: its ecosystem, the package's name there, the release of the distribution and
//! the version, read from its package URL.

use std::borrow::Cow;

use proofmark_facts::{Component, Purl};
use proofmark_text::{Text, text};

use crate::distribution_release;
use crate::ecosystem::Ecosystem;
use crate::kernel_component;
use crate::package_name;

/// What is asked of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coordinates<'a> {
    /// The ecosystem.
    pub ecosystem: Ecosystem,
    /// The package's name, in the spelling of the index; of a package of Debian or Alpine, its source package's.
    pub name: Cow<'a, str>,
    /// Where the subpath of a Go module's package URL leads, as a path from the name on: a module of its own may lie there or
    /// on the way.
    pub below: Option<String>,
    /// Whether the name is sure to be the one advisories use. The own name of a binary package of Debian or Alpine
    /// is not.
    pub name_is_sure: bool,
    /// The release of the distribution, for packages of one.
    pub release: Release,
    /// The version, as written.
    pub version: Option<Cow<'a, str>>,
}

/// Which release of its distribution a package belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Release {
    /// The ecosystem has no releases.
    None,
    /// This one.
    Of(String),
    /// It has one, but the package URL does not say which.
    Untold,
}

impl<'a> Coordinates<'a> {
    /// Reads them from a component, or says why nothing can be looked up for it. A version the package URL
    /// lacks is taken from the component.
    pub fn of(component: &'a Component) -> Result<Self, Text> {
        let Some(purl) = &component.purl else {
            return Self::of_stated_kernel(component).ok_or_else(|| text!("vulndb-no-purl"));
        };
        let mut coordinates = match Self::of_purl(purl) {
            Err(because) if !purl.is_of_distribution() => {
                return Self::of_stated_kernel(component).ok_or(because);
            }
            read => read?,
        };
        if coordinates.version.is_none() {
            let version = component.version.as_deref().map(str::trim).filter(|version| !version.is_empty());
            coordinates.version = version.map(Cow::Borrowed);
        }
        Ok(coordinates)
    }

    /// Those of the kernel, where the component is one by its CPE name.
    fn of_stated_kernel(component: &Component) -> Option<Self> {
        let version = kernel_component::stated_kernel(component)?.version;
        Some(Self {
            ecosystem: Ecosystem::Linux,
            name: Cow::Borrowed(kernel_component::PACKAGE),
            below: None,
            name_is_sure: true,
            release: Release::None,
            version: version.map(Cow::Owned),
        })
    }

    /// Reads them from a package URL, or says that its type leads to no ecosystem.
    pub fn of_purl(purl: &'a Purl) -> Result<Self, Text> {
        let ecosystem = ecosystem(purl).ok_or_else(|| unknown(purl))?;
        let (name, version, name_is_sure) = match ecosystem {
            Ecosystem::Debian | Ecosystem::Ubuntu => source_package(purl),
            _ if purl.kind == "apk" => source_package(purl),
            Ecosystem::Go => (go_module(purl), version(purl), true),
            Ecosystem::Linux => (Cow::Borrowed(kernel_component::PACKAGE), version(purl), true),
            Ecosystem::Maven => (joined(purl, ':'), version(purl), true),
            _ if has_name_alone(ecosystem) => (Cow::Borrowed(purl.name.as_str()), version(purl), true),
            _ => (joined(purl, '/'), version(purl), true),
        };
        let name = match package_name::normalised(ecosystem, &name) {
            Cow::Borrowed(same) if same.len() == name.len() => name,
            Cow::Borrowed(other) => Cow::Owned(other.to_owned()),
            Cow::Owned(other) => Cow::Owned(other),
        };
        let below = purl.subpath.as_ref().filter(|_| ecosystem == Ecosystem::Go);
        let below = below.map(|path| format!("{name}/{}", package_name::normalised(ecosystem, path)));
        Ok(Self { ecosystem, name, below, name_is_sure, release: release(ecosystem, purl), version })
    }

    /// The names to look it up by, the deepest module first: the first of which anything is known is the one. A path with a
    /// segment such as `v2` is a module of that major version alone (Go Modules Reference, "Major version suffixes"), and of
    /// no other; of another version it is a folder.
    pub(crate) fn names(&self) -> Vec<&str> {
        let Some(version) = self.version.as_deref() else { return self.all_names() };
        let behind = self.name.len();
        let majors =
            |path: &str| path[behind..].split('/').filter_map(major_suffix).map(str::to_owned).collect();
        let of_paths: Vec<(&str, Vec<String>)> =
            self.all_names().into_iter().map(|path| (path, majors(path))).collect();
        let is_its = |majors: &[String]| majors.iter().all(|major| has_major(version, major));
        let in_major = of_paths.iter().any(|(_, majors)| !majors.is_empty() && is_its(majors));
        let fits = |majors: &[String]| is_its(majors) && majors.is_empty() != in_major;
        of_paths.into_iter().filter(|(_, majors)| fits(majors)).map(|(path, _)| path).collect()
    }

    /// The names that components of this package are looked up by in any version, the deepest first.
    pub(crate) fn all_names(&self) -> Vec<&str> {
        let (name, below) = (self.name.as_ref(), self.below.as_deref().unwrap_or_default());
        let ways = below.char_indices().rev().filter(|&(at, letter)| letter == '/' && at > name.len());
        let deepest = Some(below).filter(|below| below.len() > name.len());
        deepest.into_iter().chain(ways.map(|(at, _)| &below[..at])).chain([name]).collect()
    }
}

/// Whether a package URL leads to an ecosystem that is not the kernel's.
pub(crate) fn leads_past_the_kernel(purl: &Purl) -> bool {
    ecosystem(purl).is_some_and(|ecosystem| ecosystem != Ecosystem::Linux)
}

/// The ecosystem a package URL's type and namespace lead to (package-url `types/`; OSV schema).
fn ecosystem(purl: &Purl) -> Option<Ecosystem> {
    let namespace = purl.namespace.as_deref().unwrap_or_default();
    Some(match (purl.kind.as_str(), namespace) {
        ("cargo", _) => Ecosystem::CratesIo,
        ("npm", _) => Ecosystem::Npm,
        ("pypi", _) => Ecosystem::PyPi,
        ("golang", _) => Ecosystem::Go,
        ("maven", _) => Ecosystem::Maven,
        ("gem", _) => Ecosystem::RubyGems,
        ("nuget", _) => Ecosystem::NuGet,
        ("composer", _) => Ecosystem::Packagist,
        ("hex", _) => Ecosystem::Hex,
        ("pub", _) => Ecosystem::Pub,
        ("cran", _) => Ecosystem::Cran,
        ("bioconductor", _) => Ecosystem::Bioconductor,
        ("hackage", _) => Ecosystem::Hackage,
        ("swift", _) => Ecosystem::SwiftUrl,
        ("conan", _) => Ecosystem::ConanCenter,
        ("julia", _) => Ecosystem::Julia,
        ("opam", _) => Ecosystem::Opam,
        ("bitnami", _) => Ecosystem::Bitnami,
        ("githubactions", _) => Ecosystem::GitHubActions,
        ("deb", "debian") => Ecosystem::Debian,
        ("deb", "ubuntu") => Ecosystem::Ubuntu,
        ("apk", "alpine") => Ecosystem::Alpine,
        ("apk", "wolfi") => Ecosystem::Wolfi,
        ("apk", "chainguard") => Ecosystem::Chainguard,
        ("apk", "alpaquita") => Ecosystem::Alpaquita,
        ("apk", "minimos") => Ecosystem::MinimOs,
        ("rpm", "almalinux" | "alma") => Ecosystem::AlmaLinux,
        ("rpm", "rocky" | "rockylinux" | "rocky-linux") => Ecosystem::RockyLinux,
        ("rpm", "redhat" | "rhel") => Ecosystem::RedHat,
        ("rpm", "opensuse") => Ecosystem::OpenSuse,
        ("rpm", "suse" | "sles") => Ecosystem::Suse,
        ("rpm", "openeuler") => Ecosystem::OpenEuler,
        ("rpm", "mageia") => Ecosystem::Mageia,
        ("rpm", "photon") => Ecosystem::PhotonOs,
        _ if kernel_component::is_kernel(purl) => Ecosystem::Linux,
        _ => return None,
    })
}

/// A type we know with a namespace we do not is another thing to say than a type we do not know.
fn unknown(purl: &Purl) -> Text {
    match (purl.kind.as_str(), &purl.namespace) {
        ("deb" | "apk" | "rpm", Some(namespace)) => {
            text!("vulndb-distribution-unknown", distribution = namespace, kind = &purl.kind)
        }
        ("deb" | "apk" | "rpm", None) => text!("vulndb-distribution-missing", kind = &purl.kind),
        _ => text!("vulndb-purl-type-unknown", kind = &purl.kind),
    }
}

/// Whether advisories name packages by name alone where the package URL has a namespace.
fn has_name_alone(ecosystem: Ecosystem) -> bool {
    !matches!(
        ecosystem,
        Ecosystem::Npm | Ecosystem::Packagist | Ecosystem::SwiftUrl | Ecosystem::GitHubActions
    )
}

fn version(purl: &Purl) -> Option<Cow<'_, str>> {
    let version = purl.version.as_deref()?;
    // An RPM's epoch is a qualifier of its own (package-url, type `rpm`).
    match purl.qualifier("epoch") {
        Some(epoch) if purl.kind == "rpm" && !version.contains(':') => {
            Some(Cow::Owned(format!("{epoch}:{version}")))
        }
        _ => Some(Cow::Borrowed(version)),
    }
}

/// Namespace and name, joined as the ecosystem joins them.
fn joined(purl: &Purl, by: char) -> Cow<'_, str> {
    match &purl.namespace {
        Some(namespace) => Cow::Owned(format!("{namespace}{by}{}", purl.name)),
        None => Cow::Borrowed(&purl.name),
    }
}

/// The module's path; the standard library is called `stdlib` by advisories and `std` by some package URLs.
fn go_module(purl: &Purl) -> Cow<'_, str> {
    match (purl.namespace.as_deref(), purl.name.as_str()) {
        (None, "std") => Cow::Borrowed("stdlib"),
        _ => joined(purl, '/'),
    }
}

/// The number of a segment such as `v5`: from the second major version on.
fn major_suffix(segment: &str) -> Option<&str> {
    let number = segment.strip_prefix('v').filter(|number| !number.starts_with('0') && *number != "1")?;
    (!number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())).then_some(number)
}

/// Whether a version is of this major version of a module that says so in its path; one that is `+incompatible` is of a module that
/// does not.
fn has_major(version: &str, major: &str) -> bool {
    let number = version.strip_prefix('v').unwrap_or(version);
    number.split('.').next() == Some(major) && !version.ends_with("+incompatible")
}

/// Debian's advisories go by source package, Alpine's and those of its like by `origin`: the qualifier `upstream=name@version` names it, and where it is
/// left out the package's own name may or may not be it.
fn source_package(purl: &Purl) -> (Cow<'_, str>, Option<Cow<'_, str>>, bool) {
    let Some(upstream) = purl.qualifier("upstream") else {
        let is_source = purl.qualifier("arch") == Some("source");
        return (Cow::Borrowed(&purl.name), version(purl), is_source);
    };
    match upstream.split_once('@') {
        Some((name, version)) => (Cow::Borrowed(name), Some(Cow::Borrowed(version)), true),
        None => (Cow::Borrowed(upstream), version(purl), true),
    }
}

fn release(ecosystem: Ecosystem, purl: &Purl) -> Release {
    if !matches!(purl.kind.as_str(), "deb" | "apk" | "rpm") || is_rolling(ecosystem) {
        return Release::None;
    }
    let told = ["distro", "distro_name"].iter().find_map(|key| {
        purl.qualifier(key).and_then(|distro| distribution_release::of_qualifier(ecosystem, distro))
    });
    told.map_or(Release::Untold, Release::Of)
}

/// Distributions with one release only, always the newest.
fn is_rolling(ecosystem: Ecosystem) -> bool {
    matches!(ecosystem, Ecosystem::Wolfi | Ecosystem::Chainguard | Ecosystem::MinimOs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coordinates(purl: &str) -> (Ecosystem, String, Release, String) {
        let purl: Purl = purl.parse().unwrap();
        let Coordinates { ecosystem, name, release, version, .. } = Coordinates::of_purl(&purl).unwrap();
        (ecosystem, name.into_owned(), release, version.unwrap_or_default().into_owned())
    }

    #[test]
    fn each_type_has_its_own_way_with_names() {
        for (purl, ecosystem, name) in [
            ("pkg:npm/%40angular/core@1", Ecosystem::Npm, "@angular/core"),
            (
                "pkg:maven/org.apache.logging.log4j/log4j-core@1",
                Ecosystem::Maven,
                "org.apache.logging.log4j:log4j-core",
            ),
            ("pkg:golang/github.com/Gorilla/Mux@1", Ecosystem::Go, "github.com/gorilla/mux"),
            ("pkg:golang/std@1", Ecosystem::Go, "stdlib"),
            ("pkg:pypi/Zope.Interface@1", Ecosystem::PyPi, "zope-interface"),
            ("pkg:cargo/serde_json@1", Ecosystem::CratesIo, "serde-json"),
            ("pkg:composer/Symfony/Http-Kernel@1", Ecosystem::Packagist, "symfony/http-kernel"),
            ("pkg:bitnami/WordPress@1", Ecosystem::Bitnami, "wordpress"),
        ] {
            let (found, spelt, release, version) = coordinates(purl);
            assert_eq!(
                (found, spelt.as_str(), release, version.as_str()),
                (ecosystem, name, Release::None, "1")
            );
        }
    }

    #[test]
    fn a_go_module_is_asked_about_where_the_subpath_leads() {
        let names = |purl: &str| -> Vec<String> {
            let purl: Purl = purl.parse().unwrap();
            Coordinates::of_purl(&purl).unwrap().names().into_iter().map(str::to_owned).collect()
        };
        assert_eq!(names("pkg:golang/github.com/go-git/go-git@v5.12.0#v5"), ["github.com/go-git/go-git/v5"]);
        assert_eq!(
            names("pkg:golang/go.etcd.io/etcd/client@v3.5.9#pkg/v3/types"),
            ["go.etcd.io/etcd/client/pkg/v3/types", "go.etcd.io/etcd/client/pkg/v3"]
        );
        assert_eq!(
            names("pkg:golang/github.com/Azure/azure-sdk-for-go@v1.4.0#sdk/azidentity"),
            [
                "github.com/azure/azure-sdk-for-go/sdk/azidentity",
                "github.com/azure/azure-sdk-for-go/sdk",
                "github.com/azure/azure-sdk-for-go"
            ]
        );
        // A folder of that name in a module of another major version.
        let containerd = "github.com/containerd/containerd";
        let shim = names("pkg:golang/github.com/containerd/containerd@v1.4.0#runtime/v2/shim");
        assert_eq!(shim, [format!("{containerd}/runtime"), containerd.to_owned()]);
        assert_eq!(names("pkg:golang/github.com/go-git/go-git@v4.13.0#v5"), ["github.com/go-git/go-git"]);
        let distribution = "pkg:golang/github.com/docker/distribution@v2.7.0%2Bincompatible#registry/api/v2";
        assert_eq!(names(distribution).last().unwrap(), "github.com/docker/distribution");
        assert_eq!(
            names("pkg:golang/example.com/a#v5"),
            ["example.com/a/v5", "example.com/a"],
            "of any version"
        );
        // Neither is a major version's suffix.
        for other in ["v1", "vendor", "v", "v02"] {
            let purl = format!("pkg:golang/example.com/a@v1.0.0#{other}");
            assert_eq!(names(&purl).last().unwrap(), "example.com/a");
        }
        assert_eq!(names("pkg:npm/a@1.0.0#v5"), ["a"]);
    }

    #[test]
    fn a_debian_package_stands_under_its_source() {
        let purl = "pkg:deb/debian/libssl3@3.0.11-1?arch=amd64&distro=debian-12.4&upstream=openssl";
        let expected =
            (Ecosystem::Debian, "openssl".to_owned(), Release::Of("12".into()), "3.0.11-1".to_owned());
        assert_eq!(coordinates(purl), expected);
        let purl = "pkg:deb/debian/libgcc-s1@12.2.0-14?upstream=gcc-12%4012.2.0-13";
        let expected = (Ecosystem::Debian, "gcc-12".to_owned(), Release::Untold, "12.2.0-13".to_owned());
        assert_eq!(coordinates(purl), expected);
    }

    #[test]
    fn the_epoch_of_an_rpm_is_put_back() {
        let purl = "pkg:rpm/almalinux/openssl@1.1.1k-7.el8_6?distro=almalinux-8.6&epoch=1";
        let (.., release, version) = coordinates(purl);
        assert_eq!((release, version.as_str()), (Release::Of("8".into()), "1:1.1.1k-7.el8_6"));
    }

    #[test]
    fn what_leads_nowhere_says_why() {
        let why = |purl: &str| Coordinates::of_purl(&purl.parse().unwrap()).unwrap_err().to_string();
        assert_eq!(
            why("pkg:generic/zlib@1"),
            "Package URLs of the type `generic` lead to no collection of advisories."
        );
        assert_eq!(
            why("pkg:deb/elxr/zlib@1"),
            "No advisories are known for the distribution `elxr` (package URL type `deb`)."
        );
    }
}
