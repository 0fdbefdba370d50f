//! Which records speak of the same vulnerability: identifiers joined by `aliases`, with a guard.
//!
//! No cluster ever holds two CVE identifiers: one careless alias must not melt two vulnerabilities into one. A
//! record that names several CVEs speaks of each of them. `related` joins nothing; `upstream` joins a
//! distribution's record to its CVE.

/// What one record says of identifiers, each as its rank in the sorted list of all.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    /// The record's own identifier.
    pub(crate) id: u32,
    /// Its aliases.
    pub(crate) aliases: Vec<u32>,
    /// What it is derived from.
    pub(crate) upstream: Vec<u32>,
}

/// A vulnerability: identifiers of the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cluster {
    /// The one it is called by: its CVE, else its first GHSA, else its first record's own.
    pub(crate) id: u32,
    /// All others, sorted.
    pub(crate) names: Vec<u32>,
}

/// Every cluster some record speaks of, sorted by id, and for each claim the clusters it speaks of.
pub(crate) fn clusters(claims: &[Claim], identifiers: &[&str]) -> (Vec<Cluster>, Vec<Vec<u32>>) {
    let is_cve = |id: u32| identifiers[id as usize].starts_with("CVE-");
    let cves: Vec<Vec<u32>> = claims.iter().map(|claim| cves(claim, is_cve)).collect();
    let mut forest = Forest::new(identifiers.len(), is_cve);

    // A record's own word on its CVE goes before what follows from other identifiers; the order of the edges
    // is that of the identifiers, so that the result does not hang on the order of the records.
    let mut edges: Vec<(bool, u32, u32)> = Vec::new();
    for (claim, cves) in claims.iter().zip(&cves) {
        match cves.as_slice() {
            [] => edges.extend(claim.aliases.iter().map(|&alias| (true, claim.id, alias))),
            &[cve] => {
                edges.push((false, claim.id, cve));
                let others = claim.aliases.iter().filter(|alias| !is_cve(**alias));
                edges.extend(others.map(|&alias| (true, claim.id, alias)));
            }
            _ => {}
        }
    }
    edges.sort_unstable();
    edges.dedup();
    for (_, one, other) in edges {
        forest.join(one, other);
    }

    let roots: Vec<Vec<u32>> = claims
        .iter()
        .zip(&cves)
        .map(|(claim, cves)| match cves.as_slice() {
            [] => vec![forest.root(claim.id)],
            several => several.iter().map(|&cve| forest.root(cve)).collect(),
        })
        .collect();
    gather(claims, &roots, &mut forest, identifiers)
}

/// The CVEs a record speaks of: itself if it is one, else those it names.
fn cves(claim: &Claim, is_cve: impl Fn(u32) -> bool) -> Vec<u32> {
    if is_cve(claim.id) {
        return vec![claim.id];
    }
    let mut cves: Vec<u32> =
        claim.aliases.iter().chain(&claim.upstream).copied().filter(|&id| is_cve(id)).collect();
    cves.sort_unstable();
    cves.dedup();
    cves
}

fn gather(
    claims: &[Claim],
    roots: &[Vec<u32>],
    forest: &mut Forest,
    identifiers: &[&str],
) -> (Vec<Cluster>, Vec<Vec<u32>>) {
    // Members by root: the tree's, and the record's own id where it speaks of several.
    let mut members: Vec<(u32, u32)> = Vec::with_capacity(identifiers.len() + claims.len());
    // The first record of each root; a root without one is no vulnerability.
    let mut own = vec![NOBODY; identifiers.len()];
    for (claim, roots) in claims.iter().zip(roots) {
        for &root in roots {
            members.push((root, claim.id));
            own[root as usize] = own[root as usize].min(claim.id);
        }
    }
    for id in 0..u32::try_from(identifiers.len()).unwrap_or(u32::MAX) {
        let root = forest.root(id);
        if own[root as usize] != NOBODY {
            members.push((root, id));
        }
    }
    members.sort_unstable();
    members.dedup();
    let mut clusters: Vec<(u32, Cluster)> = Vec::with_capacity(claims.len());
    for members in members.chunk_by(|left, right| left.0 == right.0) {
        let root = members[0].0;
        let mut names: Vec<u32> = members.iter().map(|&(_, id)| id).collect();
        let first =
            |prefix: &str| names.iter().copied().find(|&id| identifiers[id as usize].starts_with(prefix));
        let called = forest.cve[root as usize].or_else(|| first("GHSA-")).unwrap_or(own[root as usize]);
        names.retain(|&name| name != called);
        clusters.push((root, Cluster { id: called, names }));
    }
    clusters.sort_unstable_by_key(|(_, cluster)| cluster.id);
    let mut number = vec![0; identifiers.len()];
    for (place, (root, _)) in (0..).zip(&clusters) {
        number[*root as usize] = place;
    }
    let spoken = roots.iter().map(|roots| roots.iter().map(|&root| number[root as usize]).collect());
    let spoken = spoken.collect();
    (clusters.into_iter().map(|(_, cluster)| cluster).collect(), spoken)
}

/// No identifier has this rank.
const NOBODY: u32 = u32::MAX;

/// Union-find; each root knows its tree's CVE.
struct Forest {
    parent: Vec<u32>,
    cve: Vec<Option<u32>>,
}

impl Forest {
    fn new(count: usize, is_cve: impl Fn(u32) -> bool) -> Self {
        let parent: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
        let cve = parent.iter().map(|&id| Some(id).filter(|&id| is_cve(id))).collect();
        Self { parent, cve }
    }

    fn root(&mut self, id: u32) -> u32 {
        let mut at = id;
        while self.parent[at as usize] != at {
            let above = self.parent[self.parent[at as usize] as usize];
            self.parent[at as usize] = above;
            at = above;
        }
        at
    }

    /// Joins two trees unless each has a CVE of its own.
    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        let (cve, other_cve) = (self.cve[one as usize], self.cve[other as usize]);
        let conflict = matches!((cve, other_cve), (Some(left), Some(right)) if left != right);
        if one != other && !conflict {
            let (root, below) = (one.min(other), one.max(other));
            self.parent[below as usize] = root;
            self.cve[root as usize] = cve.or(other_cve);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Clusters of records written as `id: alias alias < upstream`, as lines of names.
    fn lines(records: &[&str]) -> Vec<String> {
        let parts = |record: &str| -> (String, Vec<String>, Vec<String>) {
            let (id, rest) = record.split_once(':').unwrap();
            let (aliases, upstream) = rest.split_once('<').unwrap_or((rest, ""));
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
            (id.to_owned(), words(aliases), words(upstream))
        };
        let records: Vec<_> = records.iter().map(|record| parts(record)).collect();
        let mut all: Vec<&str> = Vec::new();
        for (id, aliases, upstream) in &records {
            all.push(id);
            all.extend(aliases.iter().chain(upstream).map(String::as_str));
        }
        all.sort_unstable();
        all.dedup();
        let rank = |name: &String| u32::try_from(all.binary_search(&name.as_str()).unwrap()).unwrap();
        let claims: Vec<Claim> = records
            .iter()
            .map(|(id, aliases, upstream)| Claim {
                id: rank(id),
                aliases: aliases.iter().map(rank).collect(),
                upstream: upstream.iter().map(rank).collect(),
            })
            .collect();
        let (clusters, spoken) = clusters(&claims, &all);
        assert!(spoken.iter().all(|numbers| !numbers.is_empty()));
        let name = |&id: &u32| all[id as usize];
        let line = |cluster: &Cluster| {
            let names: Vec<&str> = cluster.names.iter().map(name).collect();
            format!("{} = {}", name(&cluster.id), names.join(" "))
        };
        clusters.iter().map(line).collect()
    }

    #[test]
    fn records_of_one_cve_are_one_vulnerability() {
        let found = lines(&["PYSEC-1: CVE-1 GHSA-a", "GHSA-a: CVE-1", "RUSTSEC-1: GHSA-a"]);
        assert_eq!(found, ["CVE-1 = GHSA-a PYSEC-1 RUSTSEC-1"]);
    }

    #[test]
    fn two_cves_are_never_melted() {
        let found = lines(&["GHSA-a: CVE-1", "PYSEC-1: CVE-2 GHSA-a"]);
        assert_eq!(found, ["CVE-1 = GHSA-a", "CVE-2 = PYSEC-1"]);
    }

    #[test]
    fn a_record_of_several_cves_speaks_of_each() {
        let found = lines(&["GO-1: CVE-1 CVE-2 GHSA-a", "GHSA-a: CVE-1"]);
        assert_eq!(found, ["CVE-1 = GHSA-a GO-1", "CVE-2 = GO-1"]);
    }

    #[test]
    fn a_distributions_record_joins_its_cve_by_upstream() {
        assert_eq!(lines(&["DEBIAN-CVE-1: < CVE-1"]), ["CVE-1 = DEBIAN-CVE-1"]);
        assert_eq!(lines(&["DSA-1: < CVE-1 CVE-2"]), ["CVE-1 = DSA-1", "CVE-2 = DSA-1"]);
    }

    #[test]
    fn without_a_cve_the_ghsa_names_it_then_the_record() {
        assert_eq!(lines(&["RUSTSEC-1: GHSA-a"]), ["GHSA-a = RUSTSEC-1"]);
        assert_eq!(lines(&["ALSA-1:"]), ["ALSA-1 = "]);
    }

    #[test]
    fn the_order_of_the_records_does_not_matter() {
        let records = ["A: B CVE-1", "B: C", "C: CVE-2", "D: B C", "GHSA-e: D CVE-3"];
        let forwards = lines(&records);
        let mut backwards = records;
        backwards.reverse();
        assert_eq!(lines(&backwards), forwards);
    }
}
