//! What vcpkg keeps of what it installed: `vcpkg_installed/vcpkg/status`, and `updates/*` beside it until the next run.

use std::collections::{BTreeMap, HashMap};

use proofmark_facts::{Place, Read, Sbom};

use crate::Limits;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::lock_graph::LockGraph;
use crate::packaged::Packaged;

#[derive(Default)]
struct Stanza<'a> {
    package: &'a str,
    version: &'a str,
    port_version: &'a str,
    triplet: &'a str,
    needs: Vec<&'a str>,
    is_feature: bool,
    is_installed: bool,
    line: usize,
}

/// Reads what is installed, from the files in their order written one behind the other: of a package that stands again the last counts. One
/// that is installed for several machines (`Architecture`) is one component; those vcpkg needs to build with stand among them.
pub fn read_vcpkg_status(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let lossy = String::from_utf8_lossy(bytes);
    let written = match text_of(lossy.as_bytes(), limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut installed: BTreeMap<(&str, &str), Stanza<'_>> = BTreeMap::new();
    let mut of_features: Vec<(&str, &str)> = Vec::new();
    let mut stanza = Stanza::default();
    for (at, line) in written.lines().chain([""]).enumerate() {
        if line.trim().is_empty() {
            let read = std::mem::take(&mut stanza);
            if read.is_feature {
                of_features.extend(read.needs.iter().map(|need| (read.package, *need)));
            } else if !read.package.is_empty() && !read.is_installed {
                installed.remove(&(read.package, read.triplet));
            } else if !read.package.is_empty() {
                installed.insert((read.package, read.triplet), read);
            }
            continue;
        }
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        match key {
            "Package" => (stanza.package, stanza.line) = (value, at + 1),
            "Version" => stanza.version = value,
            "Port-Version" => stanza.port_version = value,
            "Architecture" => stanza.triplet = value,
            "Feature" => stanza.is_feature = true,
            "Status" => stanza.is_installed = value.ends_with(" installed"),
            // `openssl:x64-linux`, `curl[ssl]`.
            "Depends" => {
                let needs = value
                    .split(',')
                    .map(|need| need.trim().split(['[', ':', ' ']).next().unwrap_or_default());
                stanza.needs.extend(needs);
            }
            _ => {}
        }
    }
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for ((name, _), stanza) in &installed {
        if numbers.contains_key(name) {
            continue;
        }
        let place = || Place { line_and_column: Some((stanza.line, 1)), ..Place::default() };
        let qualifiers = [("port_version", stanza.port_version)];
        let package = Packaged {
            kind: "vcpkg",
            name,
            version: stanza.version,
            qualifiers: &qualifiers,
            ..Packaged::default()
        };
        let component = package.component(&mut gathered, &place);
        numbers.insert(name, graph.package(component, format!("line {}", stanza.line), false));
    }
    let own = installed.values().flat_map(|it| it.needs.iter().map(|need| (it.package, *need)));
    for (from, to) in own.chain(of_features) {
        if let (Some(&from), Some(&to)) = (numbers.get(from), numbers.get(to)) {
            graph.need(from, to);
        }
    }
    graph.finish(gathered, "vcpkg status".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_stanza_counts_and_features_need_too() {
        let written = b"Package: zlib\nVersion: 1.2.12\nArchitecture: x64-linux\nStatus: install ok installed\n\n\
            Package: curl\nVersion: 8.1.0\nPort-Version: 1\nArchitecture: x64-linux\nMulti-Arch: same\nStatus: install ok installed\n\n\
            Package: curl\nFeature: ssl\nDepends: openssl:x64-linux, zlib\nArchitecture: x64-linux\nStatus: install ok installed\n\n\
            Package: openssl\nVersion: 3.1.0\nArchitecture: x64-linux\nStatus: install ok installed\n\n\
            Package: gone\nVersion: 1\nArchitecture: x64-linux\nStatus: install ok installed\n\n\
            Package: gone\nVersion: 1\nArchitecture: x64-linux\nStatus: purge ok not-installed\n\n\
            Package: zlib\nVersion: 1.2.13\nArchitecture: x64-linux\nStatus: install ok installed\n";
        let sbom = read_vcpkg_status(written, &Limits::default()).value.unwrap();
        let called: Vec<String> = sbom.components.iter().map(proofmark_facts::Component::called).collect();
        assert_eq!(
            called,
            ["pkg:vcpkg/curl@8.1.0?port_version=1", "pkg:vcpkg/openssl@3.1.0", "pkg:vcpkg/zlib@1.2.13"]
        );
        assert_eq!(sbom.dependencies, [(0, 1), (0, 2)]);
    }
}
