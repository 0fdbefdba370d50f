//! `make pkg-stats`: what Buildroot's own check of vulnerabilities says of each package, in JSON.

use std::collections::BTreeMap;

use proofmark_facts::{BuilderSays, BuilderStatement, Read, StatementOrigin};
use serde::Deserialize;

use crate::Limits;
use crate::cve_name::cve_names;
use crate::json::{List, MaybeWords, Words, read_value};

#[derive(Deserialize)]
struct Stats<'a> {
    #[serde(borrow)]
    packages: BTreeMap<Words<'a>, Package<'a>>,
}

#[derive(Deserialize)]
struct Package<'a> {
    #[serde(default, borrow)]
    name: MaybeWords<'a>,
    #[serde(default, borrow)]
    current_version: MaybeWords<'a>,
    #[serde(default, borrow)]
    cves: List<MaybeWords<'a>>,
    #[serde(default, borrow)]
    ignored_cves: List<MaybeWords<'a>>,
}

/// Reads which vulnerabilities it calls open and which ignored. Those it is not sure of say nothing.
pub(crate) fn read_pkg_stats(bytes: &[u8], limits: &Limits) -> Read<Vec<BuilderStatement>> {
    let stats: Stats<'_> = match read_value(bytes, limits.bytes, limits.depth, "Buildroot pkg-stats") {
        Ok(stats) => stats,
        Err(problem) => return Read::refused(*problem),
    };
    let mut all = Vec::new();
    for (key, package) in &stats.packages {
        let name = package.name.0.as_deref().unwrap_or(key);
        for (list, says) in
            [(&package.cves, BuilderSays::Affected), (&package.ignored_cves, BuilderSays::Ignored)]
        {
            for vulnerability in list.0.iter().filter_map(|words| words.0.as_deref()).flat_map(cve_names) {
                all.push(BuilderStatement {
                    package: Some(name.to_owned()),
                    version: package.current_version.0.as_deref().map(str::to_owned),
                    ..BuilderStatement::new(vulnerability, says, StatementOrigin::BuildrootIgnoredCves)
                });
            }
        }
    }
    Read::clean(all)
}
