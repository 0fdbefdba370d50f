//! `Gemfile.lock` of Bundler (`Bundler::LockfileParser`).

use std::collections::HashMap;

use proofmark_facts::{Component, Place, Problem, Read, Revision, RevisionKind, Sbom};
use proofmark_text::text;

use crate::Limits;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::lock_graph::{LockGraph, LockedProject};
use crate::packaged::Packaged;

/// Reads a `Gemfile.lock`. Gems from `PATH` are the product's own; one that lies in the lockfile's own folder is the project. Those from `GIT` keep
/// repository and commit, digests come from `CHECKSUMS`. A gem that is locked for several platforms is listed for each. Groups stand in
/// the `Gemfile`, which is a program, so development is not told apart.
pub fn read_gemfile_lock(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let written = match text_of(bytes, limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let file = Lockfile::read(written);
    if !file.has_section {
        let why = text!("generate-without-section", name = "GEM").to_string();
        let says = text!("generate-malformed", format = "Gemfile.lock", why = why);
        return Read::refused(Problem::error(Place::default(), says));
    }
    let mut gathered = Gathered::new(limits);
    let graph = file.graph(&mut gathered);
    graph.finish(gathered, "Gemfile.lock".to_owned())
}

/// Where gems come from.
#[derive(Clone, Copy, Default, PartialEq)]
enum Source<'a> {
    #[default]
    Registry,
    Repository(&'a str, &'a str),
    Folder(&'a str),
}

struct Spec<'a> {
    name: &'a str,
    version: &'a str,
    platform: &'a str,
    source: Source<'a>,
    needs: Vec<&'a str>,
    line: usize,
}

#[derive(Default)]
struct Lockfile<'a> {
    specs: Vec<Spec<'a>>,
    asked: Vec<&'a str>,
    /// Digests by name and version with platform, as written.
    checksums: HashMap<(&'a str, &'a str), Vec<&'a str>>,
    has_section: bool,
}

impl<'a> Lockfile<'a> {
    fn read(written: &'a str) -> Self {
        let mut file = Self::default();
        let (mut section, mut source) = ("", Source::default());
        for (at, line) in written.lines().enumerate() {
            let words = line.trim();
            let indent = line.len() - line.trim_start().len();
            match (section, indent) {
                _ if words.is_empty() => {}
                (_, 0) => {
                    (section, source) = (words, Source::default());
                    file.has_section |= matches!(section, "GEM" | "GIT" | "PATH");
                }
                ("GIT", 2) => match words.split_once(": ") {
                    Some(("remote", remote)) => source = Source::Repository(remote, ""),
                    Some(("revision", at)) => {
                        if let Source::Repository(remote, _) = source {
                            source = Source::Repository(remote, at);
                        }
                    }
                    _ => {}
                },
                ("PATH", 2) => {
                    if let Some(folder) = words.strip_prefix("remote:") {
                        source = Source::Folder(folder.trim());
                    }
                }
                ("GEM" | "GIT" | "PATH" | "PLUGIN SOURCE", 4) => {
                    let (name, inside) = named(words);
                    // A version begins with a number, and a platform never does.
                    let (version, platform) = inside.split_once('-').unwrap_or((inside, ""));
                    let spec = Spec { name, version, platform, source, needs: Vec::new(), line: at + 1 };
                    file.specs.push(spec);
                }
                ("GEM" | "GIT" | "PATH" | "PLUGIN SOURCE", 6) => {
                    if let Some(spec) = file.specs.last_mut() {
                        spec.needs.push(named(words).0);
                    }
                }
                ("DEPENDENCIES", 2) => file.asked.push(named(words).0.trim_end_matches('!')),
                ("CHECKSUMS", 2) => {
                    let (gem, digests) = words.split_once(") ").unwrap_or((words, ""));
                    file.checksums.entry(named(gem)).or_default().extend(digests.split(','));
                }
                _ => {}
            }
        }
        file
    }

    fn graph(&self, gathered: &mut Gathered<'_>) -> LockGraph {
        let mut graph = LockGraph::default();
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut numbers = Vec::with_capacity(self.specs.len());
        for spec in &self.specs {
            let component = self.component(spec, gathered);
            // The gem the lockfile was written for lies where the lockfile does.
            if spec.source == Source::Folder(".") && graph.projects.is_empty() {
                graph.projects.push(LockedProject { component, ..LockedProject::default() });
                numbers.push(None);
                continue;
            }
            let number = graph.package(component, format!("line {}", spec.line), false);
            by_name.entry(spec.name).or_default().push(number);
            numbers.push(Some(number));
        }
        let all = |name: &str| by_name.get(name).cloned().unwrap_or_default();
        for (spec, number) in self.specs.iter().zip(&numbers) {
            for to in spec.needs.iter().flat_map(|name| all(name)) {
                match number {
                    Some(from) => graph.need(*from, to),
                    None => graph.projects[0].needs.push(to),
                }
            }
        }
        if let Some(project) = graph.projects.first_mut() {
            project.needs.extend(self.asked.iter().flat_map(|name| all(name)));
        }
        graph
    }

    fn component(&self, spec: &Spec<'_>, gathered: &mut Gathered<'_>) -> Component {
        let place = || Place { line_and_column: Some((spec.line, 1)), ..Place::default() };
        let at_commit;
        let mut qualifiers = vec![("platform", spec.platform)];
        if let Source::Repository(remote, revision) = spec.source {
            at_commit = format!("git+{remote}@{revision}");
            qualifiers.push(("vcs_url", &at_commit));
        }
        let Spec { name, version, .. } = *spec;
        let package = Packaged { kind: "gem", name, version, qualifiers: &qualifiers, ..Packaged::default() };
        let mut component = package.component(gathered, &place);
        component.own = matches!(spec.source, Source::Folder(_));
        if let Source::Repository(remote, revision) = spec.source
            && !revision.is_empty()
        {
            let (repository, at) = (Some(remote.to_owned()), revision.to_owned());
            component.revisions.push(Revision { repository, at, kind: RevisionKind::MadeFrom });
        }
        let dash = if spec.platform.is_empty() { "" } else { "-" };
        let inside = format!("{version}{dash}{}", spec.platform);
        let digests = self.checksums.get(&(name, inside.as_str()));
        for (algorithm, value) in digests.into_iter().flatten().filter_map(|digest| digest.split_once('=')) {
            component.digests.extend(gathered.digest(algorithm, value, place));
        }
        component
    }
}

/// Name and what stands in the brackets behind it: `rack (>= 1, < 3)`.
fn named(words: &str) -> (&str, &str) {
    let (name, rest) = words.split_once(" (").unwrap_or((words, ""));
    (name.trim(), rest.trim_end_matches(')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "GIT\n  remote: https://github.com/rails/rails.git\n  revision: 04ddbbd\n  branch: main\n  specs:\n    activesupport (7.1.0.alpha)\n\n\
        PATH\n  remote: .\n  specs:\n    app (0.1.0)\n      nokogiri (~> 1.15)\n\nPATH\n  remote: engines/own\n  specs:\n    own (1.0)\n      rack (>= 1, < 3)\n\n\
        GEM\n  remote: https://rubygems.org/\n  specs:\n    nokogiri (1.15.4)\n      racc (~> 1.4)\n    nokogiri (1.15.4-x86_64-linux)\n      racc (~> 1.4)\n    racc (1.7.1)\n    rack (2.2.8)\n\n\
        PLATFORMS\n  ruby\n  x86_64-linux\n\nDEPENDENCIES\n  activesupport!\n  app!\n  own!\n  rack (~> 2.2)\n\n\
        CHECKSUMS\n  racc (1.7.1) sha256=af64124836fdd3c00e830703d7f873ea5deabde923f37006a39f5a5e0da16387\n  nokogiri (1.15.4-x86_64-linux) sha256=bad\n\n\
        RUBY VERSION\n   ruby 3.2.2p53\n\nBUNDLED WITH\n   2.5.0\n";

    #[test]
    fn sources_platforms_needs_and_digests_are_read() {
        let read = read_gemfile_lock(LOCK.as_bytes(), &Limits::default());
        let told: Vec<&str> = read.problems.iter().map(|it| it.says.id()).collect();
        assert_eq!(told, ["formats-digest-unreadable"]);
        let sbom = read.value.unwrap();
        let called: Vec<String> =
            sbom.components.iter().map(|it| format!("{} {}", it.called(), it.own)).collect();
        assert_eq!(
            called,
            [
                "pkg:gem/app@0.1.0 true",
                "pkg:gem/activesupport@7.1.0.alpha?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Frails%2Frails.git%4004ddbbd false",
                "pkg:gem/own@1.0 true",
                "pkg:gem/nokogiri@1.15.4 false",
                "pkg:gem/nokogiri@1.15.4?platform=x86_64-linux false",
                "pkg:gem/racc@1.7.1 false",
                "pkg:gem/rack@2.2.8 false"
            ]
        );
        let edges: Vec<String> = sbom
            .dependencies
            .iter()
            .map(|(from, to)| {
                format!("{} -> {}", sbom.components[*from as usize].name, sbom.components[*to as usize].name)
            })
            .collect();
        assert_eq!(
            edges,
            [
                "app -> activesupport",
                "app -> own",
                "app -> nokogiri",
                "app -> nokogiri",
                "app -> rack",
                "own -> rack",
                "nokogiri -> racc",
                "nokogiri -> racc"
            ]
        );
        assert_eq!(sbom.components.iter().map(|it| it.digests.len()).sum::<usize>(), 1);
        assert_eq!(sbom.components[1].revisions[0].at, "04ddbbd");
    }

    #[test]
    fn what_has_no_section_is_refused_and_many_gems_are_read() {
        assert_eq!(read_gemfile_lock(b"hello\n", &Limits::default()).value, None);
        let many = (0..50_000).map(|at| format!("    g{at} (1.0)\n      g0\n")).collect::<Vec<_>>().concat();
        let many = format!("GEM\n  specs:\n{many}");
        assert_eq!(
            read_gemfile_lock(many.as_bytes(), &Limits::default()).value.unwrap().components.len(),
            50_000
        );
    }
}
