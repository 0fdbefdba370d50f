//! `vendored.toml`: what a maker says of the sources of others that lie in its own tree, which no package manager knows of.

use proofmark_facts::{Component, Place, Problem, Purl, Read, Sbom};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::lock_graph::LockGraph;
use crate::packaged::own;

/// What a `vendored.toml` says.
#[derive(Debug, Clone, PartialEq)]
pub struct Vendored {
    /// The components.
    pub sbom: Sbom,
    /// Where each of them lies, from the file's own folder, in their order; empty: it is not said.
    pub folders: Vec<String>,
}

/// Reads a `vendored.toml`: tables `[[vendored]]` with `name`, and `version`, `purl`, `cpe`, `licence` (an SPDX expression), `supplier`, `path` and
/// `sha256` (of the archive the sources came in). A key that is none of these is refused: it would be meant as one and not be heard.
pub fn read_vendored(bytes: &[u8], limits: &Limits) -> Read<Vendored> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let file: File = match toml::from_str(written) {
        Ok(file) => file,
        Err(error) => {
            let says =
                text!("generate-malformed", format = "vendored.toml", why = error.message().to_owned());
            return Read::refused(Problem::error(Place::default(), says));
        }
    };
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let mut folders = Vec::new();
    for (at, entry) in file.vendored.iter().enumerate() {
        let place = format!("vendored[{at}]");
        let component = entry.component(&mut gathered, &|| Place::at(place.as_str()));
        if component.version.is_none() {
            let says = text!("generate-version-open", name = crate::excerpt::excerpt(&entry.name));
            gathered.problems.warn(Place::at(place.as_str()), says);
        }
        graph.package(component, place, false);
        folders.push(entry.path.clone().unwrap_or_default());
    }
    let Read { value, problems } = graph.finish(gathered, "vendored.toml".to_owned());
    Read { value: value.map(|sbom| Vendored { sbom, folders }), problems }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    vendored: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    version: Option<String>,
    purl: Option<String>,
    cpe: Option<String>,
    licence: Option<String>,
    supplier: Option<String>,
    path: Option<String>,
    sha256: Option<String>,
}

impl Entry {
    fn component(&self, gathered: &mut Gathered<'_>, place: &dyn Fn() -> Place) -> Component {
        let purl = self.purl.as_deref().and_then(|purl| gathered.purl(purl, place));
        let said = purl.as_ref().and_then(|purl| purl.version.clone());
        let version = self.version.clone().or(said).filter(|version| !version.is_empty());
        Component {
            reference: purl.as_ref().map_or_else(|| self.name.clone(), Purl::to_string),
            version,
            cpe: self.cpe.as_deref().map(|cpe| gathered.cpe(cpe, place)),
            licences: self.licence.iter().cloned().collect(),
            supplier: self.supplier.clone(),
            digests: self
                .sha256
                .as_deref()
                .and_then(|value| gathered.digest("SHA-256", value, place))
                .into_iter()
                .collect(),
            own: false,
            purl,
            ..own(&self.name, "")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_declared_is_listed_and_a_key_that_is_none_refused() {
        let written = b"[[vendored]]\nname = \"sqlite\"\nversion = \"3.45.1\"\ncpe = \"cpe:2.3:a:sqlite:sqlite:3.45.1:*:*:*:*:*:*:*\"\nlicence = \"blessing\"\npath = \"third_party/sqlite\"\n\n\
            [[vendored]]\nname = \"zlib\"\npurl = \"pkg:generic/zlib@1.3\"\n";
        let read = read_vendored(written, &Limits::default());
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let Vendored { sbom, folders } = read.value.unwrap();
        let called: Vec<String> =
            sbom.components.iter().map(|it| format!("{} {:?}", it.called(), it.version)).collect();
        assert_eq!(called, ["sqlite@3.45.1 Some(\"3.45.1\")", "pkg:generic/zlib@1.3 Some(\"1.3\")"]);
        assert_eq!((folders[0].as_str(), sbom.components[0].own), ("third_party/sqlite", false));
        let wrong = read_vendored(b"[[vendored]]\nname = \"a\"\nlicense = \"MIT\"\n", &Limits::default());
        assert!(wrong.value.is_none() && wrong.problems[0].says.to_string().contains("license"));
    }
}
