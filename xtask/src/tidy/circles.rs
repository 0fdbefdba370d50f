//! No file needs a file that needs it back.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

/// Draws the arrows `use crate::…` and `super::…` make between the files of each room and names every circle.
pub(crate) fn circles(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    let rooms: BTreeSet<&str> =
        sources.iter().filter(|source| source.ships()).filter_map(Source::room).collect();
    for room in rooms {
        let files: Vec<&Source> =
            sources.iter().filter(|source| source.ships() && source.room() == Some(room)).collect();
        let modules: BTreeSet<String> = files.iter().map(|source| module(&source.path)).collect();
        let needs: BTreeMap<String, BTreeSet<String>> = files
            .iter()
            .filter(|source| !module(&source.path).is_empty())
            .map(|source| (module(&source.path), arrows(source, &modules)))
            .collect();
        complaints.extend(circle(&needs).map(|path| format!("{room}: {}", path.join(" -> "))));
    }
    complaints
}

/// A folder's face leads to the files it declares; whoever names the folder needs them. The crate's own face leads
/// everywhere, so it tells nothing and is left out.
fn arrows(source: &Source, modules: &BTreeSet<String>) -> BTreeSet<String> {
    if !source.path.ends_with("/mod.rs") {
        return needs(source, modules);
    }
    let own = module(&source.path);
    let declared = source.text.lines().filter_map(|line| {
        let name = line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';')?;
        Some(format!("{own}::{name}"))
    });
    declared.filter(|child| modules.contains(child)).collect()
}

/// `crates/law/src/annex/one.rs` is the module `annex::one`; a face is its folder's.
fn module(path: &str) -> String {
    let inside = path.split_once("/src/").map_or(path, |(_, inside)| inside);
    let stem = inside.trim_end_matches(".rs").trim_end_matches("/mod");
    if matches!(stem, "lib" | "main" | "mod") { String::new() } else { stem.replace('/', "::") }
}

/// The modules a file names, each cut to the longest path that is a file.
fn needs(source: &Source, modules: &BTreeSet<String>) -> BTreeSet<String> {
    let own = module(&source.path);
    let parent = own.rsplit_once("::").map_or("", |(parent, _)| parent);
    let mut found = BTreeSet::new();
    let code: Vec<&str> =
        source.without_tests().lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    for (start, prefix) in [("crate::", String::new()), ("super::", format!("{parent}::"))] {
        for (at, _) in code.match_indices(start) {
            let path = format!("{}{}", prefix.trim_start_matches("::"), path_at(&code[at + start.len()..]));
            let mut cut = path.as_str();
            loop {
                if modules.contains(cut) && cut != own && !own.starts_with(&format!("{cut}::")) {
                    found.insert(cut.to_owned());
                    break;
                }
                match cut.rsplit_once("::") {
                    Some((shorter, _)) => cut = shorter,
                    None => break,
                }
            }
        }
    }
    found
}

fn path_at(text: &str) -> &str {
    let end = text.find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | ':')));
    text[..end.unwrap_or(text.len())].trim_end_matches(':')
}

/// The first circle found by walking depth first.
fn circle(needs: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    needs.keys().find_map(|start| walk(start, needs, &mut Vec::new(), &mut done))
}

fn walk(
    at: &str,
    needs: &BTreeMap<String, BTreeSet<String>>,
    path: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    if let Some(start) = path.iter().position(|step| step == at) {
        let mut found = path[start..].to_vec();
        found.push(at.to_owned());
        return Some(found);
    }
    if done.contains(at) {
        return None;
    }
    path.push(at.to_owned());
    let found = needs.get(at).into_iter().flatten().find_map(|next| walk(next, needs, path, done));
    path.pop();
    done.insert(at.to_owned());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned(), test_only: false }
    }

    #[test]
    fn a_circle_through_three_files_is_named() {
        let sources = [
            source("crates/law/src/a.rs", "use crate::b::B;"),
            source("crates/law/src/b.rs", "use super::c::{C, D};"),
            source("crates/law/src/c.rs", "fn f() { crate::a::f() }"),
        ];
        assert_eq!(circles(&sources), ["law: a -> b -> c -> a"]);
    }

    #[test]
    fn a_circle_by_way_of_a_folder_is_named() {
        let sources = [
            source("crates/law/src/run.rs", "use crate::verbs;"),
            source("crates/law/src/verbs/mod.rs", "mod go;\npub use go::go;"),
            source("crates/law/src/verbs/go.rs", "use crate::run::Run;"),
        ];
        assert_eq!(circles(&sources), ["law: run -> verbs -> verbs::go -> run"]);
    }

    #[test]
    fn tests_and_the_crates_face_may_look_back() {
        let sources = [
            source("crates/law/src/lib.rs", "mod a; pub use crate::a::A;"),
            source("crates/law/src/a.rs", "use crate::b::B;"),
            source("crates/law/src/b.rs", "struct B;\n#[cfg(test)]\nmod tests { use crate::a::A; }"),
        ];
        assert_eq!(circles(&sources), Vec::<String>::new());
    }
}
