//! `go.work` (<https://go.dev/ref/mod#go-work-file>): modules that are built together.

use proofmark_facts::Read;

use crate::Limits;
use crate::input::text_of;

/// Reads the folders whose modules a `go.work` puts together, as written. What it replaces, and the versions it makes them share, the `go.mod`
/// of each module does not say, so where one replaces something that is told by whoever puts the modules together.
pub fn read_go_work(bytes: &[u8], limits: &Limits) -> Read<GoWork> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut work = GoWork::default();
    let mut block = "";
    for line in written.lines() {
        let code = line.split("//").next().unwrap_or_default();
        let words: Vec<&str> =
            code.split_ascii_whitespace().map(|word| word.trim_matches(['"', '`'])).collect();
        match (words.as_slice(), block) {
            ([], _) => {}
            ([")"], _) => block = "",
            ([verb, "("], _) => block = verb,
            ([folder], "use") | (["use", folder], "") => work.modules.push((*folder).to_owned()),
            ([..], "replace") | (["replace", ..], "") => work.replaces = true,
            _ => {}
        }
    }
    Read::clean(work)
}

/// A workspace of Go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GoWork {
    /// The folders of its modules, from its own.
    pub modules: Vec<String>,
    /// Whether it lets other modules take the place of what they ask for.
    pub replaces: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_stand_in_blocks_and_alone() {
        let read = read_go_work(
            b"go 1.21\n\nuse (\n\t./a // why\n\t\"../b\"\n)\nuse c\nreplace x => ../x\n",
            &Limits::default(),
        );
        assert_eq!(
            read.value.unwrap(),
            GoWork { modules: vec!["./a".into(), "../b".into(), "c".into()], replaces: true }
        );
    }
}
