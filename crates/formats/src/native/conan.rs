//! Conan's references, and `conanfile.txt` (<https://docs.conan.io/2/reference/conanfile_txt.html>).

use proofmark_facts::{Component, Place, Problem, Read, Sbom};
use proofmark_text::text;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::lock_graph::LockGraph;
use crate::packaged::Packaged;

/// A reference: `name/version@user/channel#revision%time`.
pub(super) fn component(
    reference: &str,
    gathered: &mut Gathered<'_>,
    place: &dyn Fn() -> Place,
) -> Component {
    let reference = reference.split('%').next().unwrap_or_default();
    let (reference, revision) = reference.split_once('#').unwrap_or((reference, ""));
    // A revision of a package may stand behind that of its recipe.
    let revision = revision.split(':').next().unwrap_or_default();
    let (package, owner) = reference.split_once('@').unwrap_or((reference, ""));
    let (user, channel) = owner.split_once('/').unwrap_or((owner, ""));
    // `_` is how Conan writes that there is none.
    let some =
        |word: &'static str, value: &str| (word, if value == "_" { String::new() } else { value.to_owned() });
    let qualifiers = [some("user", user), some("channel", channel), some("rrev", revision)];
    let qualifiers = qualifiers.each_ref().map(|(key, value)| (*key, value.as_str()));
    let (name, version) = package.split_once('/').unwrap_or((package, ""));
    // What stands in brackets is a range.
    let version = if version.starts_with('[') { "" } else { version.trim() };
    Packaged { kind: "conan", name: name.trim(), version, qualifiers: &qualifiers, ..Packaged::default() }
        .component(gathered, place)
}

/// Reads a `conanfile.txt`: what a project asks for, where no `conan.lock` says what it gets. What it asks for to build and test with is left
/// out. Of a package asked for in a range no version stands here, which is told.
pub fn read_conanfile(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let mut section = None;
    for (at, line) in written.lines().enumerate() {
        let place = || Place { line_and_column: Some((at + 1, 1)), ..Place::default() };
        let line = line.split(" #").next().unwrap_or_default().trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = Some(name);
            continue;
        }
        let is_for_development = match section {
            None => {
                let says = text!("generate-malformed", format = "conanfile.txt", why = excerpt(line));
                return gathered.refuse(Problem::error(place(), says));
            }
            Some("requires") => false,
            Some("build_requires" | "tool_requires" | "test_requires") => true,
            Some(_) => continue,
        };
        let component = component(line, &mut gathered, &place);
        if component.version.is_none() && !is_for_development {
            gathered.problems.warn(place(), text!("generate-version-open", name = excerpt(line)));
        }
        graph.package(component, format!("line {}", at + 1), is_for_development);
    }
    graph.finish(gathered, "conanfile.txt, declared, not resolved".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shipped_is_told_from_tools_and_ranges_stay_open() {
        let written = b"[requires]\nzlib/1.2.13\nopenssl/[>=1.1 <4]@own/stable # why\n\n[tool_requires]\ncmake/3.25.0\n[generators]\nCMakeDeps\n";
        let read = read_conanfile(written, &Limits::default());
        let told: Vec<&str> = read.problems.iter().map(|it| it.says.id()).collect();
        assert_eq!(told, ["generate-version-open", "formats-package-lock-development"]);
        let called: Vec<String> = read.value.unwrap().components.iter().map(Component::called).collect();
        assert_eq!(called, ["pkg:conan/zlib@1.2.13", "pkg:conan/openssl?channel=stable&user=own"]);
        assert_eq!(read_conanfile(b"hello\n", &Limits::default()).value, None);
    }
}
