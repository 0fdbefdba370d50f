//! `/lib/apk/db/installed` of Alpine and its like (<https://wiki.alpinelinux.org/wiki/Apk_spec>).

use proofmark_facts::{Read, Sbom};

use super::distribution::Distribution;
use super::installed::{Installed, Managed, list};
use crate::Limits;
use crate::input::text_of;

/// Reads the packages that are installed. The source package is the package's `origin`. A package needs others by their names and by
/// what they provide: libraries, commands, modules of pkg-config.
pub fn read_apk_installed(bytes: &[u8], distribution: Option<&Distribution>, limits: &Limits) -> Read<Sbom> {
    let lossy = String::from_utf8_lossy(bytes);
    let written = match text_of(lossy.as_bytes(), limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut packages: Vec<Installed<'_>> = Vec::new();
    let (mut package, mut origin) = (Installed::default(), "");
    for (at, line) in written.lines().chain([""]).enumerate() {
        if line.trim().is_empty() {
            let mut read = std::mem::take(&mut package);
            let upstream = std::mem::take(&mut origin);
            read.upstream = (!upstream.is_empty() && upstream != read.name).then(|| upstream.to_owned());
            if !read.name.is_empty() && !read.version.is_empty() {
                packages.push(read);
            }
            continue;
        }
        let Some((key, value)) = line.split_once(':') else { continue };
        match key {
            "P" => (package.name, package.line) = (value, at + 1),
            "V" => package.version = value,
            "A" => package.architecture = value,
            "L" => package.licence = value,
            "m" => package.supplier = value,
            "o" => origin = value,
            "p" => package.provides.extend(value.split(' ').map(name_of)),
            // What stands behind an exclamation mark must not be there.
            "D" => {
                let needs = value.split(' ').filter(|need| !need.starts_with('!'));
                package.needs.extend(needs.map(|need| vec![name_of(need)]));
            }
            _ => {}
        }
    }
    let managed = Managed { kind: "apk", otherwise: "alpine", format: "apk installed" };
    list(&packages, &managed, distribution, limits)
}

/// The name in `so:libc.musl-x86_64.so.1=1` and `busybox>=1.3`.
fn name_of(dependency: &str) -> &str {
    dependency.split(['=', '<', '>', '~']).next().unwrap_or(dependency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_need_each_other_by_what_they_provide() {
        let written = "C:Q1x\nP:musl\nV:1.2.4_git20230717-r4\nA:x86_64\nL:MIT\no:musl\np:so:libc.musl-x86_64.so.1=1\nF:lib\nR:x\n\n\
            P:ssl_client\nV:1.36.1-r15\nA:x86_64\nL:GPL-2.0-only\no:busybox\nm:A <a@alpinelinux.org>\nD:so:libc.musl-x86_64.so.1 !other>1\n\n";
        let alpine = Distribution { id: "alpine".into(), release: "3.19.1".into(), pretty_name: None };
        let sbom = read_apk_installed(written.as_bytes(), Some(&alpine), &Limits::default()).value.unwrap();
        let called: Vec<String> = sbom.components.iter().map(proofmark_facts::Component::called).collect();
        insta::assert_snapshot!(called.join("\n"), @r"
        pkg:apk/alpine/musl@1.2.4_git20230717-r4?arch=x86_64&distro=alpine-3.19.1
        pkg:apk/alpine/ssl_client@1.36.1-r15?arch=x86_64&distro=alpine-3.19.1&upstream=busybox
        ");
        assert_eq!(
            (sbom.dependencies, sbom.components[1].licences.as_slice()),
            (vec![(1, 0)], &["GPL-2.0-only".to_owned()][..])
        );
    }
}
