//! `/var/lib/dpkg/status` of Debian and its like, and the files of `status.d` in images without a package manager
//! (deb-control(5), dpkg-query(1)).

use proofmark_facts::{Read, Sbom};

use super::distribution::Distribution;
use super::installed::{Installed, Managed, list};
use crate::Limits;
use crate::input::text_of;

/// Reads the packages that are installed. One that was removed and left its settings is not; a stanza without a status, as in `status.d`,
/// is of one that is. A package needs what it names in `Depends` and `Pre-Depends`; of alternatives the first that is installed.
pub fn read_dpkg_status(bytes: &[u8], distribution: Option<&Distribution>, limits: &Limits) -> Read<Sbom> {
    // Names of maintainers may be in other encodings.
    let lossy = String::from_utf8_lossy(bytes);
    let written = match text_of(lossy.as_bytes(), limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut packages: Vec<Installed<'_>> = Vec::new();
    let mut stanza = Stanza::default();
    for (at, line) in written.lines().chain([""]).enumerate() {
        if line.trim().is_empty() {
            packages.extend(std::mem::take(&mut stanza).installed());
        } else if !line.starts_with([' ', '\t'])
            && let Some((key, value)) = line.split_once(':')
        {
            stanza.take(key, value.trim(), at + 1);
        }
    }
    let managed = Managed { kind: "deb", otherwise: "debian", format: "dpkg status" };
    list(&packages, &managed, distribution, limits)
}

#[derive(Default)]
struct Stanza<'a> {
    package: Installed<'a>,
    status: &'a str,
    source: &'a str,
}

impl<'a> Stanza<'a> {
    fn take(&mut self, key: &str, value: &'a str, line: usize) {
        match key {
            "Package" => (self.package.name, self.package.line) = (value, line),
            "Version" => self.package.version = value,
            "Architecture" => self.package.architecture = value,
            "Status" => self.status = value,
            "Source" => self.source = value,
            "Maintainer" => self.package.supplier = value,
            "Provides" => self.package.provides.extend(value.split(',').map(name_of)),
            "Depends" | "Pre-Depends" => {
                let any = value.split(',').map(|any| any.split('|').map(name_of).collect());
                self.package.needs.extend(any);
            }
            _ => {}
        }
    }

    fn installed(mut self) -> Option<Installed<'a>> {
        let is_there = self.status.is_empty() || self.status.ends_with(" installed");
        if self.package.name.is_empty() || self.package.version.is_empty() || !is_there {
            return None;
        }
        // `Source: glibc (2.36-9)`: the version stands there where it is another.
        let (source, version) = self.source.split_once(" (").unwrap_or((self.source, ""));
        let version = version.trim_end_matches(')');
        let version = if version.is_empty() { self.package.version } else { version };
        let is_other = !source.is_empty() && (source != self.package.name || version != self.package.version);
        self.package.upstream = is_other.then(|| {
            if version == self.package.version { source.to_owned() } else { format!("{source}@{version}") }
        });
        Some(self.package)
    }
}

/// The name in `name:any (>= 1)`.
fn name_of(dependency: &str) -> &str {
    let dependency = dependency.trim();
    dependency.split([' ', '(', ':', '[']).next().unwrap_or(dependency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_installed_is_listed_with_its_source_and_needs() {
        let written = "Package: libc6\nStatus: install ok installed\nMaintainer: GNU Libc Maintainers <x@debian.org>\nArchitecture: amd64\n\
            Multi-Arch: same\nSource: glibc\nVersion: 2.36-9+deb12u4\nDepends: libgcc-s1, libcrypt1 (>= 1:4.4)\nDescription: x\n Package: not\n\n\
            Package: login\nStatus: install ok installed\nArchitecture: amd64\nSource: shadow (1:4.13+dfsg1-1)\nVersion: 1:4.13+b1\n\
            Pre-Depends: gone | libc6:any (>= 2.36), virtual\n\nPackage: gone\nStatus: deinstall ok config-files\nVersion: 1\n\n\
            Package: real\nVersion: 1.0\nProvides: virtual (= 1), other\n";
        let debian = Distribution { id: "debian".into(), release: "12".into(), pretty_name: None };
        let read = read_dpkg_status(written.as_bytes(), Some(&debian), &Limits::default());
        assert!(read.problems.is_empty());
        let sbom = read.value.unwrap();
        let called: Vec<String> = sbom.components.iter().map(proofmark_facts::Component::called).collect();
        insta::assert_snapshot!(called.join("\n"), @r"
        pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=debian-12&upstream=glibc
        pkg:deb/debian/login@1:4.13%2Bb1?arch=amd64&distro=debian-12&upstream=shadow%401:4.13%2Bdfsg1-1
        pkg:deb/debian/real@1.0?distro=debian-12
        ");
        assert_eq!(sbom.dependencies, [(1, 0), (1, 2)]);
        assert_eq!(sbom.components[0].supplier.as_deref(), Some("GNU Libc Maintainers <x@debian.org>"));
        let unknown = read_dpkg_status(written.as_bytes(), None, &Limits::default());
        assert_eq!(unknown.problems[0].says.id(), "generate-release-unknown");
    }

    #[test]
    fn many_packages_are_read() {
        let many: String = (0..200_000)
            .map(|at| format!("Package: p{at}\nVersion: 1\nDepends: p0\n\n"))
            .collect::<Vec<_>>()
            .concat();
        assert_eq!(
            read_dpkg_status(many.as_bytes(), None, &Limits::default()).value.unwrap().components.len(),
            200_000
        );
    }
}
