//! `requirements.txt` (<https://pip.pypa.io/en/stable/reference/requirements-file-format/>).

use proofmark_facts::{Place, Read, Sbom};
use proofmark_text::text;

use super::locked::{Locked, Origin, component};
use super::name::name_of;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::lock_graph::LockGraph;

/// A file of requirements.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirements {
    /// What it asks for.
    pub sbom: Sbom,
    /// The files it includes by `-r`, as written.
    pub includes: Vec<String>,
}

/// Reads a `requirements.txt`. A requirement that is pinned (`==`, `===`, an address) has that version; of any other the version is
/// left open, which is told. Markers change nothing: whether one holds depends on where it is installed. The file does not say which
/// package needs which, nor which are needed by others alone.
pub fn read_requirements(bytes: &[u8], limits: &Limits) -> Read<Requirements> {
    let written = match text_of(bytes, limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let mut includes = Vec::new();
    for (number, line) in joined(written) {
        let at = || Place { line_and_column: Some((number, 1)), ..Place::default() };
        let words = line.trim();
        if words.is_empty() {
            continue;
        }
        if let Some(option) = words.strip_prefix('-') {
            match included(option) {
                Some(file) => includes.push(file.to_owned()),
                None if is_of_source(option) => {
                    let says = text!("generate-requirement-of-source", line = excerpt(words));
                    gathered.problems.warn(at(), says);
                }
                None => {}
            }
            continue;
        }
        let Some(locked) = requirement(words) else {
            gathered.problems.warn(at(), text!("generate-requirement-unread", line = excerpt(words)));
            continue;
        };
        if locked.version.is_empty() && matches!(locked.origin, Origin::Index) {
            gathered.problems.warn(at(), text!("generate-not-pinned", name = excerpt(locked.name)));
        }
        let component = component(&locked, &mut gathered, &at);
        graph.package(component, format!("line {number}"), false);
    }
    let Read { value, problems } = graph.finish(gathered, "requirements.txt".to_owned());
    Read { value: value.map(|sbom| Requirements { sbom, includes }), problems }
}

/// The files that requirements include by `-r`, as written, whatever else stands there.
pub fn included_files(bytes: &[u8]) -> Vec<String> {
    let lossy = String::from_utf8_lossy(bytes);
    let lines = joined(&lossy);
    let options = lines.iter().filter_map(|(_, line)| line.trim().strip_prefix('-'));
    options.filter_map(included).map(str::to_owned).collect()
}

/// The lines, each with those it goes on in, and the number of the first. A comment begins a line or follows a blank.
fn joined(written: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let mut goes_on = false;
    for (at, line) in written.lines().enumerate() {
        let code = if line.trim_start().starts_with('#') {
            ""
        } else {
            line.find(" #").or_else(|| line.find("\t#")).map_or(line, |comment| &line[..comment])
        };
        let (code, more) = code.trim_end().strip_suffix('\\').map_or((code, false), |code| (code, true));
        match lines.last_mut().filter(|_| goes_on) {
            Some((_, begun)) => {
                begun.push(' ');
                begun.push_str(code);
            }
            None => lines.push((at + 1, code.to_owned())),
        }
        goes_on = more;
    }
    lines
}

/// The file that `-r FILE` and `--requirement=FILE` include.
fn included(option: &str) -> Option<&str> {
    let rest = option.strip_prefix("-requirement").or_else(|| option.strip_prefix('r'))?;
    let file = rest.trim_start_matches('=').trim();
    (!file.is_empty()).then_some(file)
}

/// `-e` and `--editable`: installed from a folder or a repository.
fn is_of_source(option: &str) -> bool {
    option.starts_with('e') || option.starts_with("-editable")
}

fn requirement(words: &str) -> Option<Locked<'_>> {
    let (asked, options) = words.find(" --").map_or((words, ""), |at| words.split_at(at));
    let digests = options.split_ascii_whitespace().filter_map(|word| word.strip_prefix("--hash="));
    let asked = asked.split_once(';').map_or(asked, |(asked, _)| asked).trim();
    let name = name_of(asked);
    if name.is_empty() || asked.contains("://") && !asked.contains('@') {
        return None;
    }
    let rest = asked[name.len()..].trim_start();
    // Extras stand in brackets behind the name.
    let rest = match rest.strip_prefix('[') {
        Some(extras) => extras.split_once(']')?.1.trim_start(),
        None => rest,
    };
    let (version, origin) = if let Some(address) = rest.strip_prefix('@') {
        ("", of_address(address.trim()))
    } else {
        (pinned(rest)?, Origin::Index)
    };
    Some(Locked { name, version, origin, digests: digests.collect(), ..Locked::default() })
}

/// The version that `==` names alone; empty: it names none or several; `None`: these are no version specifiers.
fn pinned(rest: &str) -> Option<&str> {
    if !rest.is_empty() && !rest.starts_with(['=', '<', '>', '~', '!', '(']) {
        return None;
    }
    let version = rest.strip_prefix("===").or_else(|| rest.strip_prefix("==")).unwrap_or_default().trim();
    let is_one = !version.contains([',', '*', ' ']);
    Some(if is_one { version } else { "" })
}

fn of_address(address: &str) -> Origin<'_> {
    match address.strip_prefix("git+") {
        Some(repository) => {
            let repository = repository.split_once('#').map_or(repository, |(repository, _)| repository);
            let path_at = repository.find("://").map_or(0, |at| at + 3);
            match repository[path_at..].rfind('@').map(|at| path_at + at) {
                // An `@` before the first slash belongs to the user's name.
                Some(at) if repository[path_at..at].contains('/') => {
                    Origin::Repository(&repository[..at], &repository[at + 1..])
                }
                _ => Origin::Repository(repository, ""),
            }
        }
        None => Origin::Download(address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Read<Requirements> {
        read_requirements(written.as_bytes(), &Limits::default())
    }

    #[test]
    fn pinned_open_and_other_requirements_are_told_apart() {
        let read = read(
            "# a comment\n-r base.txt\n--requirement=more.txt\n--index-url https://x\nDjango==4.2.1 ; python_version > '3'  # why\n\
             requests[socks,use_chardet] == 2.31.0 \\\n    --hash=sha256:00000000000000000000000000000000000000000000000000000000000000aa \\\n\
             \t--hash=sha256:00000000000000000000000000000000000000000000000000000000000000bb\n\
             open>=1,<2\nstar==1.*\nbare\n-e ./folder\n./wheel.whl\nsame===1.0-local\n\
             lib @ git+ssh://git@github.com/x/lib.git@c0ffee#egg=lib\nfile@https://x/file-1.zip\n",
        );
        let told: Vec<String> = read
            .problems
            .iter()
            .map(|it| format!("{} {}", it.place.line_and_column.unwrap_or_default().0, it.says.id()))
            .collect();
        insta::assert_snapshot!(told.join("\n"), @r"
        9 generate-not-pinned
        10 generate-not-pinned
        11 generate-not-pinned
        12 generate-requirement-of-source
        13 generate-requirement-unread
        ");
        let Requirements { sbom, includes } = read.value.unwrap();
        assert_eq!(includes, ["base.txt", "more.txt"]);
        let called: Vec<String> = sbom.components.iter().map(proofmark_facts::Component::called).collect();
        insta::assert_snapshot!(called.join("\n"), @r"
        pkg:pypi/django@4.2.1
        pkg:pypi/requests@2.31.0
        pkg:pypi/open
        pkg:pypi/star
        pkg:pypi/bare
        pkg:pypi/same@1.0-local
        pkg:pypi/lib?vcs_url=git%2Bssh:%2F%2Fgit%40github.com%2Fx%2Flib.git%40c0ffee
        pkg:pypi/file?download_url=https:%2F%2Fx%2Ffile-1.zip
        ");
        assert_eq!(sbom.components[1].digests.len(), 2);
    }

    #[test]
    fn many_lines_and_lines_without_end_are_read() {
        assert_eq!(read(&"a==1\n".repeat(200_000)).value.unwrap().sbom.components.len(), 200_000);
        assert!(read(&format!("a==1 {}", "\\\n".repeat(100_000))).value.is_some());
    }
}
