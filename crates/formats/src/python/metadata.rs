//! `METADATA` of a `.dist-info` folder and `PKG-INFO` of an `.egg-info`
//! (<https://packaging.python.org/en/latest/specifications/core-metadata/>): an installed package.

use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::text;

use super::locked::{Locked, component};
use crate::Limits;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::lock_graph::LockGraph;

/// The longest licence that is kept: some write its whole text.
const LONGEST_LICENCE_BYTES: usize = 200;

/// Reads what an installed package says of itself: one component.
pub fn read_python_metadata(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    // Old descriptions are in other encodings; what is read of the headers is plain ASCII.
    let written = String::from_utf8_lossy(bytes);
    let written = match text_of(written.as_bytes(), limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    let header = |wanted: &str| {
        let headers = written.lines().take_while(|line| !line.is_empty());
        let mut pairs = headers.filter_map(|line| line.split_once(": "));
        pairs.find(|(key, _)| key.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.trim())
    };
    let (Some(name), Some(version)) = (header("Name"), header("Version")) else {
        let why = text!("generate-metadata-without-name").to_string();
        let says = text!("generate-malformed", format = "METADATA", why = why);
        return gathered.refuse(Problem::error(Place::default(), says));
    };
    let locked = Locked { name, version, ..Locked::default() };
    let mut found = component(&locked, &mut gathered, &Place::default);
    let licence = header("License-Expression").or_else(|| header("License"));
    found.licences.extend(licence.filter(|it| is_licence(it)).map(str::to_owned));
    let mut graph = LockGraph::default();
    graph.package(found, "METADATA".to_owned(), false);
    graph.finish(gathered, "Python metadata".to_owned())
}

fn is_licence(written: &str) -> bool {
    !written.is_empty() && written != "UNKNOWN" && written.len() <= LONGEST_LICENCE_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headers_are_read_and_the_description_is_not() {
        let written = b"Metadata-Version: 2.1\nName: Jinja2\nVersion: 3.1.3\nLicense: BSD-3-Clause\n\nName: other\n\xff";
        let sbom = read_python_metadata(written, &Limits::default()).value.unwrap();
        assert_eq!(sbom.components[0].called(), "pkg:pypi/jinja2@3.1.3");
        assert_eq!(sbom.components[0].licences, ["BSD-3-Clause"]);
        assert_eq!(read_python_metadata(b"Name: a\n\nVersion: 1\n", &Limits::default()).value, None);
    }
}
