//! What a `CMakeLists.txt` fetches from elsewhere: `FetchContent_Declare`, `ExternalProject_Add`
//! (<https://cmake.org/cmake/help/latest/module/FetchContent.html>) and `CPMAddPackage` (<https://github.com/cpm-cmake/CPM.cmake>).

use proofmark_facts::{Component, Place, Read, Revision, RevisionKind, Sbom};
use proofmark_text::text;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::lock_graph::LockGraph;
use crate::packaged::Packaged;

/// Reads what the commands of a `CMake` script name to be fetched: as declared, with the version, tag, commit or address that stands there
/// literally. The script is not run: what a variable holds is left open, which is told, and whether a command is reached is not asked.
pub fn read_cmake(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let lossy = String::from_utf8_lossy(bytes);
    let written = match text_of(lossy.as_bytes(), limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    for command in commands(written) {
        let place = || Place { line_and_column: Some((command.line, 1)), ..Place::default() };
        let Some(fetched) = Fetched::of(&command) else { continue };
        let component = fetched.component(&mut gathered, &place);
        if component.version.is_none() && fetched.digest.is_empty() {
            gathered.problems.warn(place(), text!("generate-version-open", name = excerpt(&fetched.name)));
        }
        graph.package(component, format!("line {}", command.line), false);
    }
    graph.finish(gathered, "CMake, declared, not resolved".to_owned())
}

/// A command and its arguments, quotes taken away.
struct Command {
    name: String,
    arguments: Vec<String>,
    line: usize,
}

/// The commands of a script that fetch something (cmake-language(7)).
fn commands(written: &str) -> Vec<Command> {
    let mut commands: Vec<Command> = Vec::new();
    let mut rest = written;
    let (mut word, mut line) = ("", 1);
    let mut open: Option<(Command, usize)> = None;
    while let Some(letter) = rest.chars().next() {
        let (argument, length) = match letter {
            '#' => match bracket(&rest[1..]) {
                Some((_, length)) => (None, length + 1),
                None => (None, rest.find('\n').unwrap_or(rest.len())),
            },
            '"' => {
                let (inside, length) = quoted(rest);
                (Some(inside), length)
            }
            '[' if bracket(rest).is_some() => {
                let (inside, length) = bracket(rest).unwrap_or_default();
                (Some(inside.to_owned()), length)
            }
            '(' => {
                match &mut open {
                    Some((_, depth)) => *depth += 1,
                    None if fetches(word) => {
                        let name = word.to_ascii_lowercase();
                        open = Some((Command { name, arguments: Vec::new(), line }, 0));
                    }
                    None => {}
                }
                (None, 1)
            }
            ')' => {
                match &mut open {
                    Some((_, depth)) if *depth > 0 => *depth -= 1,
                    Some(_) => commands.extend(open.take().map(|(command, _)| command)),
                    None => {}
                }
                (None, 1)
            }
            letter if letter.is_whitespace() => (None, letter.len_utf8()),
            _ => {
                let ends = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '"' | '#');
                let length = rest.find(ends).unwrap_or(rest.len()).max(letter.len_utf8());
                word = &rest[..length];
                (Some(word.to_owned()), length)
            }
        };
        if let (Some((command, _)), Some(argument)) = (&mut open, argument) {
            command.arguments.push(argument);
        }
        line += rest[..length].bytes().filter(|byte| *byte == b'\n').count();
        rest = &rest[length..];
    }
    commands
}

fn fetches(word: &str) -> bool {
    ["FetchContent_Declare", "ExternalProject_Add", "CPMAddPackage", "CPMFindPackage"]
        .iter()
        .any(|name| name.eq_ignore_ascii_case(word))
}

/// What stands in `[==[ … ]==]`, and how long the whole is.
fn bracket(rest: &str) -> Option<(&str, usize)> {
    let marks = rest.strip_prefix('[')?.find(|letter| letter != '=')?;
    let inside = rest[1 + marks..].strip_prefix('[')?;
    let ends = format!("]{}]", "=".repeat(marks));
    let length = inside.find(&ends).unwrap_or(inside.len());
    let whole = (marks + 2 + length + ends.len()).min(rest.len());
    Some((&inside[..length], whole))
}

/// What stands in quotes, and how long the whole is.
fn quoted(rest: &str) -> (String, usize) {
    let mut inside = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (inside, at + 1),
            '\\' => inside.extend(letters.next().map(|(_, letter)| letter)),
            letter => inside.push(letter),
        }
    }
    (inside, rest.len())
}

/// What a command fetches. What is not said literally is empty.
#[derive(Default)]
struct Fetched {
    name: String,
    version: String,
    repository: String,
    tag: String,
    address: String,
    /// Algorithm and value: `SHA256=…`.
    digest: String,
}

impl Fetched {
    /// `None`: it fetches nothing, as what it builds lies in the tree.
    fn of(command: &Command) -> Option<Self> {
        let mut fetched = match command.arguments.as_slice() {
            [short] if command.name.starts_with("cpm") => Self::of_short(short)?,
            [first, rest @ ..] => {
                let is_named = command.name.starts_with("cpm");
                let mut fetched =
                    Self { name: literal(if is_named { "" } else { first }), ..Self::default() };
                let all = if is_named { command.arguments.as_slice() } else { rest };
                for pair in all.windows(2) {
                    fetched.take(&pair[0], &pair[1]);
                }
                fetched
            }
            [] => return None,
        };
        if fetched.name.is_empty() {
            let path = fetched.repository.trim_end_matches('/').trim_end_matches(".git");
            path.rsplit(['/', ':']).next().unwrap_or_default().clone_into(&mut fetched.name);
        }
        let is_elsewhere = !fetched.repository.is_empty() || !fetched.address.is_empty();
        (is_elsewhere && !fetched.name.is_empty()).then_some(fetched)
    }

    /// `gh:owner/name@version`, `gl:owner/name#tag`.
    fn of_short(short: &str) -> Option<Self> {
        let (host, rest) = short.split_once(':')?;
        let host = match host {
            "gh" => "https://github.com/",
            "gl" => "https://gitlab.com/",
            "bb" => "https://bitbucket.org/",
            _ => return None,
        };
        let end = rest.find(['@', '#']).unwrap_or(rest.len());
        let mut fetched = Self { repository: format!("{host}{}", &rest[..end]), ..Self::default() };
        for (mark, value) in rest[end..].char_indices().filter(|(_, letter)| matches!(letter, '@' | '#')) {
            let value_at = end + mark + 1;
            let until = rest[value_at..].find(['@', '#']).map_or(rest.len(), |length| value_at + length);
            let part = literal(&rest[value_at..until]);
            if value == '@' { fetched.version = part } else { fetched.tag = part }
        }
        Some(fetched)
    }

    fn take(&mut self, key: &str, value: &str) {
        match key {
            "NAME" => self.name = literal(value),
            "VERSION" => self.version = literal(value),
            "GIT_REPOSITORY" => value.clone_into(&mut self.repository),
            "GITHUB_REPOSITORY" => self.repository = format!("https://github.com/{value}"),
            "GITLAB_REPOSITORY" => self.repository = format!("https://gitlab.com/{value}"),
            "GIT_TAG" => self.tag = literal(value),
            "URL" if value.contains("://") => value.clone_into(&mut self.address),
            "URL_HASH" => self.digest = literal(value),
            "URL_MD5" => self.digest = literal(&format!("MD5={value}")),
            _ => {}
        }
    }

    fn component(&self, gathered: &mut Gathered<'_>, place: &dyn Fn() -> Place) -> Component {
        let tag = if self.tag.is_empty() && !self.version.is_empty() {
            format!("v{}", self.version)
        } else {
            self.tag.clone()
        };
        let hub =
            self.repository.strip_prefix("https://github.com/").map(|path| path.trim_end_matches(".git"));
        let owner = hub
            .and_then(|path| path.trim_end_matches('/').split_once('/'))
            .filter(|_| !self.repository.contains('$'));
        let (at_commit, digest);
        let mut qualifiers: Vec<(&str, &str)> = Vec::new();
        let mut component = if let Some((owner, name)) = owner {
            let named = Packaged { kind: "github", namespace: owner, name, version: &tag, qualifiers: &[] };
            named.component(gathered, place)
        } else {
            let version = if self.version.is_empty() { &tag } else { &self.version };
            if !self.repository.is_empty() && !self.repository.contains('$') {
                at_commit = if tag.is_empty() {
                    format!("git+{}", self.repository)
                } else {
                    format!("git+{}@{tag}", self.repository)
                };
                qualifiers.push(("vcs_url", &at_commit));
            }
            if !self.address.is_empty() && !self.address.contains('$') {
                qualifiers.push(("download_url", &self.address));
                digest = self.digest.to_ascii_lowercase().replacen('=', ":", 1);
                qualifiers.push(("checksum", &digest));
            }
            let named = Packaged {
                kind: "generic",
                name: &self.name,
                version,
                qualifiers: &qualifiers,
                ..Packaged::default()
            };
            named.component(gathered, place)
        };
        if let Some((algorithm, value)) = self.digest.split_once('=') {
            component.digests.extend(gathered.digest(algorithm, value, place));
        }
        if !tag.is_empty() && !self.repository.is_empty() && !self.repository.contains('$') {
            let repository = Some(self.repository.clone());
            component.revisions.push(Revision { repository, at: tag, kind: RevisionKind::MadeFrom });
        }
        component
    }
}

/// A value, where no variable stands in it.
fn literal(value: &str) -> String {
    if value.contains('$') { String::new() } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fetched_is_listed_as_it_stands_there() {
        let written = format!(
            "cmake_minimum_required(VERSION 3.14)\n# FetchContent_Declare(no GIT_REPOSITORY https://github.com/a/no GIT_TAG 1)\n\
             #[[ CPMAddPackage(\"gh:a/no#1\") ]]\nFetchContent_Declare(\n  googletest\n  GIT_REPOSITORY https://github.com/google/googletest.git\n\
             GIT_TAG        release-1.12.1 # why )\n)\nfetchcontent_declare(json URL \"https://x.example/json-3.11.2.tar.xz\" URL_HASH SHA256={})\n\
             ExternalProject_Add(lib GIT_REPOSITORY https://git.example/lib.git GIT_TAG ${{LIB_TAG}})\nExternalProject_Add(own SOURCE_DIR ${{CMAKE_SOURCE_DIR}}/own)\n\
             CPMAddPackage(\"gh:fmtlib/fmt#9.1.0\")\nCPMAddPackage(NAME spdlog VERSION 1.11.0 GITHUB_REPOSITORY gabime/spdlog OPTIONS \"SPDLOG_X (1)\")\n",
            "ab".repeat(32)
        );
        let read = read_cmake(written.as_bytes(), &Limits::default());
        let told: Vec<String> = read.problems.iter().map(|it| it.says.to_string()).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("`lib`"));
        let sbom = read.value.unwrap();
        let called: Vec<String> = sbom.components.iter().map(Component::called).collect();
        assert_eq!(
            called,
            [
                "pkg:github/google/googletest@release-1.12.1".to_owned(),
                format!(
                    "pkg:generic/json?checksum=sha256:{}&download_url=https:%2F%2Fx.example%2Fjson-3.11.2.tar.xz",
                    "ab".repeat(32)
                ),
                "pkg:generic/lib?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Flib.git".to_owned(),
                "pkg:github/fmtlib/fmt@9.1.0".to_owned(),
                "pkg:github/gabime/spdlog@v1.11.0".to_owned(),
            ]
        );
        assert_eq!((sbom.components[1].digests.len(), sbom.components[0].revisions.len()), (1, 1));
    }

    #[test]
    fn scripts_that_end_anywhere_are_read() {
        for written in [
            "FetchContent_Declare(a",
            "CPMAddPackage(\"",
            "#[==[",
            "a [=[x]=] b [[",
            "ü(ö \"ß\\",
            "CPMAddPackage(\"gh:a/b#1@2#\")",
        ] {
            assert!(read_cmake(written.as_bytes(), &Limits::default()).value.is_some(), "{written}");
        }
        let many = "FetchContent_Declare(a GIT_REPOSITORY https://x.example/a GIT_TAG 1)\n".repeat(50_000);
        assert_eq!(read_cmake(many.as_bytes(), &Limits::default()).value.unwrap().components.len(), 50_000);
    }
}
