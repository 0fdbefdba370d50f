//! `go.mod` (<https://go.dev/ref/mod#go-mod-file>): the module, and the versions of all modules its packages are built from.

use std::collections::HashMap;

use proofmark_facts::{Component, ComponentKind, Place, Problem, Read, Sbom};
use proofmark_text::{Text, text};

use super::module::module;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::lock_graph::{LockGraph, LockedProject};

/// Reads a `go.mod`.
///
/// A module that stands without the comment `// indirect` is one the main module names itself. Those it names indirectly are needed by
/// others: by which, the file does not say. `replace` is followed: to another module or version that one is listed, to a folder the
/// module is one of the product's own. Tests are not told apart from what is built; what `exclude` and `retract` say changes nothing
/// here. Before Go 1.17 the file does not name every module, which is told.
pub fn read_go_mod(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    match ModFile::read(written, limits.components) {
        Ok(file) => {
            let graph = file.graph(&mut gathered);
            graph.finish(gathered, "go.mod".to_owned())
        }
        Err((line, says)) => gathered.refuse(Problem::error(at(line), says)),
    }
}

fn at(line: usize) -> Place {
    Place { line_and_column: Some((line, 1)), ..Place::default() }
}

/// A line's words, without comments.
struct Line<'a> {
    number: usize,
    words: Vec<&'a str>,
    is_indirect: bool,
}

#[derive(Default)]
struct ModFile<'a> {
    module: &'a str,
    go: &'a str,
    required: Vec<(&'a str, &'a str, bool, usize)>,
    /// By path, and version where one is named.
    replaced: HashMap<(&'a str, Option<&'a str>), (&'a str, &'a str)>,
}

impl<'a> ModFile<'a> {
    fn read(written: &'a str, most: usize) -> Result<Self, (usize, Text)> {
        let mut file = Self::default();
        let mut block: Option<&str> = None;
        for (at, line) in written.lines().enumerate() {
            let line = Line::of(at + 1, line);
            match (line.words.as_slice(), block) {
                ([], _) => {}
                ([")"], Some(_)) => block = None,
                ([verb, "("], None) => block = Some(*verb),
                (words, Some(verb)) => file.take(verb, words, &line)?,
                ([verb, words @ ..], None) => file.take(verb, words, &line)?,
            }
            if file.required.len() > most {
                return Err((line.number, text!("formats-too-many-components", most = most)));
            }
        }
        if file.module.is_empty() {
            let why = text!("generate-go-without-module").to_string();
            return Err((1, text!("generate-malformed", format = "go.mod", why = why)));
        }
        Ok(file)
    }

    fn take(&mut self, verb: &str, words: &[&'a str], line: &Line<'a>) -> Result<(), (usize, Text)> {
        match (verb, words) {
            ("module", [path]) => self.module = path,
            ("go", [version]) => self.go = version,
            ("require", [path, version]) => {
                self.required.push((path, version, line.is_indirect, line.number));
            }
            ("replace", [old, "=>", new @ ..]) => self.replace(old, None, new),
            ("replace", [old, version, "=>", new @ ..]) => self.replace(old, Some(version), new),
            ("require" | "replace" | "module", _) => {
                let why = excerpt(&line.words.join(" "));
                return Err((line.number, text!("generate-malformed", format = "go.mod", why = why)));
            }
            _ => {}
        }
        Ok(())
    }

    fn replace(&mut self, old: &'a str, version: Option<&'a str>, new: &[&'a str]) {
        if let [path, rest @ ..] = new {
            self.replaced.insert((old, version), (path, rest.first().copied().unwrap_or_default()));
        }
    }

    fn graph(&self, gathered: &mut Gathered<'_>) -> LockGraph {
        let mut graph = LockGraph::default();
        let component = Component {
            kind: ComponentKind::Application,
            own: true,
            ..module(self.module, "", gathered, Place::default())
        };
        let mut project = LockedProject { component, ..LockedProject::default() };
        for &(path, version, is_indirect, line) in &self.required {
            let new = self.replaced.get(&(path, Some(version))).or_else(|| self.replaced.get(&(path, None)));
            let (path, version, is_own) = match new {
                Some((folder, "")) if folder.starts_with('.') || folder.starts_with('/') => (path, "", true),
                Some((path, version)) => (*path, *version, false),
                None => (path, version, false),
            };
            let component = Component { own: is_own, ..module(path, version, gathered, at(line)) };
            let number = graph.package(component, format!("require {path}"), false);
            if !is_indirect {
                project.needs.push(number);
            }
        }
        if self.is_before_pruning() && !self.required.is_empty() {
            gathered.problems.warn(Place::at("go"), text!("generate-go-before-pruning"));
        }
        // What is named indirectly hangs on no module that the file would name, so it stands beside the others.
        graph.projects.push(project);
        graph
    }

    /// Whether the file names what the main module needs itself alone (<https://go.dev/ref/mod#graph-pruning>).
    fn is_before_pruning(&self) -> bool {
        let mut numbers = self.go.split('.').map(|part| part.parse::<u32>().unwrap_or_default());
        let version = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
        version < (1, 17)
    }
}

impl<'a> Line<'a> {
    fn of(number: usize, line: &'a str) -> Self {
        let (code, comment) = line.split_once("//").unwrap_or((line, ""));
        let comment = comment.trim_start();
        let is_indirect = comment == "indirect" || comment.starts_with("indirect;");
        let words = code.split_ascii_whitespace().map(|word| word.trim_matches(['"', '`'])).collect();
        Self { number, words, is_indirect }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Read<Sbom> {
        read_go_mod(written.as_bytes(), &Limits::default())
    }

    #[test]
    fn direct_indirect_and_replaced_modules_are_told_apart() {
        let read = read(
            "module example.com/app // the product\n\ngo 1.21\ntoolchain go1.22.1\n\nrequire (\n\
             \tgithub.com/gorilla/mux v1.8.0\n\tgolang.org/x/sys v0.5.0 // indirect\n\
             \tgopkg.in/yaml.v3 v3.0.1 // indirect; because\n)\nrequire \"example.com/lib\" v0.0.0\n\
             replace example.com/lib => ../lib\nreplace github.com/gorilla/mux v1.8.0 => github.com/fork/mux v1.8.1\n\
             exclude (\n\tgolang.org/x/sys v0.4.0\n)\n",
        );
        assert!(read.problems.is_empty());
        let sbom = read.value.unwrap();
        let shown: Vec<String> =
            sbom.components.iter().map(|it| format!("{} {}", it.called(), it.own)).collect();
        insta::assert_snapshot!(shown.join("\n"), @r"
        pkg:golang/example.com/app true
        pkg:golang/github.com/fork/mux@v1.8.1 false
        pkg:golang/golang.org/x/sys@v0.5.0 false
        pkg:golang/gopkg.in/yaml.v3@v3.0.1 false
        pkg:golang/example.com/lib true
        ");
        assert_eq!((sbom.subject, sbom.dependencies), (Some(0), vec![(0, 1), (0, 4)]));
    }

    #[test]
    fn a_file_of_before_go_1_17_is_told_to_be_incomplete() {
        let read = read("module m\ngo 1.16\nrequire a.example/b v1.0.0\n");
        assert_eq!(read.problems[0].says.id(), "generate-go-before-pruning");
    }

    #[test]
    fn what_is_no_module_file_is_refused_at_its_line() {
        assert_eq!(read("hello world\n").value, None);
        let refused = read("module m\n\nrequire a.example/b\n");
        assert_eq!(refused.problems[0].place.line_and_column, Some((3, 1)));
        let many = format!("module m\nrequire (\n{}", "\ta.example/b v1.0.0 // indirect\n".repeat(200_000));
        assert_eq!(read(&many).value.unwrap().components.len(), 200_001);
    }
}
