//! What `mvn dependency:tree` writes: as text, `dot`, `tgf` and `json`
//! (<https://maven.apache.org/plugins/maven-dependency-plugin/tree-mojo.html>).

use std::collections::HashMap;

use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::text;

use super::coordinates::Coordinates;
use crate::Limits;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::json::{Tree, read_value};
use crate::lock_graph::{LockGraph, LockedProject};

/// Reads what `mvn dependency:tree` wrote, in whichever of its forms. What has the scope `test` is left out. One file may tell of several
/// modules: those another one needs are its own.
pub fn read_dependency_tree(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let written = match text_of(bytes, limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut lines = Lines { most: limits.components, ..Lines::default() };
    let start = written.trim_start();
    let json;
    let read = if start.starts_with('{') {
        json = match read_value::<Tree>(bytes, limits.bytes, limits.depth, "`mvn dependency:tree`") {
            Ok(json) => json,
            Err(problem) => return Read::refused(*problem),
        };
        lines.json(&json)
    } else if start.starts_with("digraph") {
        lines.dot(written)
    } else if written.lines().any(|line| line.trim() == "#") {
        lines.tgf(written)
    } else {
        lines.text(written)
    };
    let mut gathered = Gathered::new(limits);
    match read {
        Ok(()) if lines.nodes.is_empty() => {
            gathered.refuse(Problem::error(Place::default(), unread("no artifact")))
        }
        Ok(()) => lines.graph(&mut gathered).finish(gathered, "mvn dependency:tree".to_owned()),
        Err((line, word)) => {
            let place = Place { line_and_column: Some((line, 1)), ..Place::default() };
            gathered.refuse(Problem::error(place, unread(&word)))
        }
    }
}

fn unread(word: &str) -> proofmark_text::Text {
    text!("generate-malformed", format = "mvn dependency:tree", why = crate::excerpt::excerpt(word))
}

/// Why it is read no further: line and what stands there.
type Step = Result<(), (usize, String)>;

/// Artifacts and who needs whom, whichever form they were read from.
#[derive(Default)]
struct Lines<'a> {
    nodes: Vec<(Coordinates<'a>, &'a str, usize)>,
    by_coordinates: HashMap<Coordinates<'a>, usize>,
    edges: Vec<(usize, usize)>,
    roots: Vec<usize>,
    most: usize,
}

impl<'a> Lines<'a> {
    /// The number of an artifact. The widest scope it stands with counts.
    fn node(&mut self, written: &'a str, line: usize) -> Result<usize, (usize, String)> {
        // What Maven says of its own choice stands behind a blank: ` (optional)`, ` (scope not updated to compile)`.
        let inside = written.trim().trim_start_matches('(');
        let word = inside.split(' ').next().unwrap_or_default().trim_end_matches(')');
        let Some((coordinates, scope)) = Coordinates::read(word) else {
            return Err((line, written.to_owned()));
        };
        self.take(coordinates, scope, line)
    }

    fn take(
        &mut self,
        coordinates: Coordinates<'a>,
        scope: &'a str,
        line: usize,
    ) -> Result<usize, (usize, String)> {
        if self.nodes.len() >= self.most {
            return Err((line, text!("formats-too-many-components", most = self.most).to_string()));
        }
        let next = self.nodes.len();
        let number = *self.by_coordinates.entry(coordinates).or_insert(next);
        if number == next {
            self.nodes.push((coordinates, scope, line));
        } else if self.nodes[number].1 == "test" {
            self.nodes[number].1 = scope;
        }
        Ok(number)
    }

    /// `+- group:artifact:jar:1.0:compile`, with what it hangs on above and less far in.
    fn text(&mut self, written: &'a str) -> Step {
        let mut above: Vec<(usize, usize)> = Vec::new();
        for (at, line) in written.lines().enumerate() {
            let line = line.strip_prefix("[INFO] ").unwrap_or(line);
            let words = line.trim_start_matches(['|', '+', '\\', '-', ' ']);
            // What else Maven says when the tree was kept from its console: headings, rules, times.
            if words.trim().is_empty()
                || line.starts_with("---")
                || !words.contains(':')
                || line.starts_with('[')
            {
                continue;
            }
            let depth = line.len() - words.len();
            let node = match self.node(words, at + 1) {
                Ok(node) => node,
                // Between trees anything may stand; within one nothing else does.
                Err(_) if depth == 0 => continue,
                Err(error) => return Err(error),
            };
            while above.pop_if(|(deep, _)| *deep >= depth).is_some() {}
            match above.last() {
                Some((_, from)) => self.edges.push((*from, node)),
                None => self.roots.push(node),
            }
            above.push((depth, node));
        }
        Ok(())
    }

    /// `"group:artifact:jar:1.0" -> "group:other:jar:2.0:compile" ;`
    fn dot(&mut self, written: &'a str) -> Step {
        for (at, line) in written.lines().enumerate() {
            let quoted: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
            match quoted[..] {
                [root] if line.trim_start().starts_with("digraph") => {
                    let root = self.node(root, at + 1)?;
                    self.roots.push(root);
                }
                [from, to] => {
                    let edge = (self.node(from, at + 1)?, self.node(to, at + 1)?);
                    self.edges.push(edge);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// `12 group:artifact:jar:1.0:compile`, a line `#`, then `12 34 compile`.
    fn tgf(&mut self, written: &'a str) -> Step {
        let mut by_id: HashMap<&str, usize> = HashMap::new();
        let mut are_edges = false;
        for (at, line) in written.lines().enumerate() {
            let line = line.trim();
            let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
            match (line, are_edges) {
                ("", _) => {}
                ("#", _) => are_edges = true,
                (_, false) => {
                    // Several modules may be written behind each other.
                    let node = self.node(rest, at + 1)?;
                    if by_id.is_empty() {
                        self.roots.push(node);
                    }
                    by_id.insert(first, node);
                }
                (_, true) => {
                    let second = rest.split(' ').next().unwrap_or_default();
                    match (by_id.get(first), by_id.get(second)) {
                        (Some(&from), Some(&to)) => self.edges.push((from, to)),
                        _ if rest.contains(':') => {
                            let node = self.node(rest, at + 1)?;
                            self.roots.push(node);
                            (by_id, are_edges) = (HashMap::from([(first, node)]), false);
                        }
                        _ => return Err((at + 1, line.to_owned())),
                    }
                }
            }
        }
        Ok(())
    }

    fn json(&mut self, root: &'a Tree) -> Step {
        let mut waiting: Vec<(Option<usize>, &Tree)> = vec![(None, root)];
        while let Some((around, artifact)) = waiting.pop() {
            let word = |name: &str| artifact.words(name).unwrap_or_default();
            let coordinates = Coordinates {
                group: word("groupId"),
                artifact: word("artifactId"),
                version: word("version"),
                kind: word("type"),
                classifier: word("classifier"),
            };
            if coordinates.artifact.is_empty() || coordinates.version.is_empty() {
                return Err((1, "artifactId".to_owned()));
            }
            let node = self.take(coordinates, word("scope"), 1)?;
            match around {
                Some(around) => self.edges.push((around, node)),
                None => self.roots.push(node),
            }
            waiting.extend(artifact.list("children").iter().rev().map(|child| (Some(node), child)));
        }
        Ok(())
    }

    fn graph(&self, gathered: &mut Gathered<'_>) -> LockGraph {
        let mut graph = LockGraph::default();
        // A module is itself whatever kind of file another one needs it as.
        let module = |it: &Coordinates<'a>| (it.group, it.artifact, it.version);
        let modules: HashMap<_, usize> =
            self.roots.iter().rev().map(|&root| (module(&self.nodes[root].0), root)).collect();
        let mut projects: HashMap<usize, usize> = HashMap::new();
        let mut numbers = Vec::with_capacity(self.nodes.len());
        for (at, (coordinates, scope, line)) in self.nodes.iter().enumerate() {
            let root =
                modules.get(&module(coordinates)).copied().filter(|_| coordinates.classifier.is_empty());
            if let Some(root) = root {
                let next = graph.projects.len();
                let number = *projects.entry(root).or_insert(next);
                if number == next {
                    let place = || Place { line_and_column: Some((*line, 1)), ..Place::default() };
                    let component = coordinates.component(gathered, &place);
                    graph.projects.push(LockedProject { component, ..LockedProject::default() });
                }
                numbers.push((true, number));
                continue;
            }
            let place = || Place { line_and_column: Some((*line, 1)), ..Place::default() };
            let component = coordinates.component(gathered, &place);
            numbers.push((false, graph.package(component, format!("[{at}]"), *scope == "test")));
        }
        for &(from, to) in &self.edges {
            let is_for_tests = self.nodes[to].1 == "test";
            match (numbers[from], numbers[to]) {
                ((false, from), (false, to)) => graph.need(from, to),
                ((true, from), (false, to)) if is_for_tests => graph.projects[from].develops_with.push(to),
                ((true, from), (false, to)) => graph.projects[from].needs.push(to),
                ((true, from), (true, to)) if from != to => graph.projects[from].contains.push(to),
                _ => {}
            }
        }
        graph
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(written: &str) -> String {
        let read = read_dependency_tree(written.as_bytes(), &Limits::default());
        let sbom = read.value.unwrap();
        let name = |at: &u32| sbom.components[*at as usize].name.as_str();
        let called =
            sbom.components.iter().map(|it| format!("{}{}", it.called(), if it.own { " own" } else { "" }));
        let edges = sbom.dependencies.iter().map(|(from, to)| format!("{} -> {}", name(from), name(to)));
        called.chain(edges).collect::<Vec<_>>().join("\n")
    }

    const EXPECTED: &str = "pkg:maven/com.x/app@1.0 own\npkg:maven/org.a/core@2.0\npkg:maven/org.a/native@2.0?classifier=linux\n\
        app -> core\ncore -> native";

    #[test]
    fn the_four_forms_say_the_same() {
        assert_eq!(
            shown(
                "com.x:app:jar:1.0\n+- org.a:core:jar:2.0:compile (optional) \n|  \\- org.a:native:jar:linux:2.0:runtime\n\
                 \\- junit:junit:jar:4.13:test\n   \\- org.h:hamcrest:jar:1.3:test\n"
            ),
            EXPECTED
        );
        assert_eq!(
            shown(
                "digraph \"com.x:app:jar:1.0\" { \n\t\"com.x:app:jar:1.0\" -> \"org.a:core:jar:2.0:compile\" ; \n\
                 \t\"org.a:core:jar:2.0:compile\" -> \"org.a:native:jar:linux:2.0:runtime\" ; \n\t\"com.x:app:jar:1.0\" -> \"junit:junit:jar:4.13:test\" ; \n } "
            ),
            EXPECTED
        );
        assert_eq!(
            shown(
                "1 com.x:app:jar:1.0\n2 org.a:core:jar:2.0:compile\n3 org.a:native:jar:linux:2.0:runtime\n4 junit:junit:jar:4.13:test\n#\n\
                 1 2 compile\n2 3 runtime\n1 4 test\n"
            ),
            EXPECTED
        );
        assert_eq!(
            shown(
                r#"{"groupId": "com.x", "artifactId": "app", "version": "1.0", "type": "jar", "scope": "", "classifier": "", "children": [
                {"groupId": "org.a", "artifactId": "core", "version": "2.0", "type": "jar", "scope": "compile", "children": [
                {"groupId": "org.a", "artifactId": "native", "version": "2.0", "type": "jar", "classifier": "linux", "scope": "runtime"}]},
                {"groupId": "junit", "artifactId": "junit", "version": "4.13", "type": "jar", "scope": "test"}]}"#
            ),
            EXPECTED
        );
    }

    #[test]
    fn modules_of_one_console_are_each_others_and_what_else_it_says_is_passed_over() {
        let written = "[INFO] Scanning for projects...\n[INFO] --- dependency:3.6.0:tree (default-cli) @ lib ---\n[INFO] com.x:lib:jar:1.0\n\
            [INFO] \\- org.a:core:jar:2.0:compile\n[INFO] \n[INFO] com.x:app:war:1.0\n[INFO] +- com.x:lib:jar:1.0:compile\n[INFO] |  \\- org.a:core:jar:2.0:compile\n\
            [INFO] BUILD SUCCESS\n[INFO] Finished at: 2024-01-01T10:00:00Z\n";
        assert_eq!(
            shown(written),
            "pkg:maven/com.x/lib@1.0 own\npkg:maven/com.x/app@1.0?type=war own\npkg:maven/org.a/core@2.0\nlib -> core\napp -> lib"
        );
    }

    #[test]
    fn what_is_no_tree_is_refused() {
        let refused =
            |written: &str| read_dependency_tree(written.as_bytes(), &Limits::default()).value.is_none();
        assert!(
            refused("hello\n") && refused("{}") && refused("digraph \"x\" {}") && refused("1 a\n#\n1 2\n")
        );
        assert!(refused("a:b:jar:1\n+- broken:line\n"));
    }
}
