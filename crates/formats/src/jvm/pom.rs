//! `pom.xml` (<https://maven.apache.org/pom.html>): what a project of Maven asks for.

use std::collections::BTreeMap;

use proofmark_facts::{Place, Problem, Read};
use proofmark_text::text;

use crate::Limits;
use crate::xml_elements::{XmlElement, read_xml};

/// A project of Maven as its own file describes it: nothing is inherited yet and no property put in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pom {
    pub(super) group: Option<String>,
    pub(super) artifact: String,
    pub(super) version: Option<String>,
    pub(super) packaging: Option<String>,
    pub(super) parent: Option<PomParent>,
    pub(super) properties: BTreeMap<String, String>,
    pub(super) managed: Vec<PomDependency>,
    pub(super) dependencies: Vec<PomDependency>,
}

/// The project another one inherits from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PomParent {
    pub(super) group: String,
    pub(super) artifact: String,
    pub(super) version: String,
    /// Where its file lies; none: in the folder around. Empty: nowhere in the tree.
    pub(super) path: Option<String>,
}

/// What a project asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PomDependency {
    pub(super) group: String,
    pub(super) artifact: String,
    pub(super) version: Option<String>,
    pub(super) kind: String,
    pub(super) classifier: String,
    pub(super) scope: Option<String>,
}

/// Reads a `pom.xml`. Profiles change it where it is built, so what stands in one is not read.
pub fn read_pom(bytes: &[u8], limits: &Limits) -> Read<Pom> {
    let root = match read_xml(bytes, limits) {
        Ok(root) => root,
        Err(problem) => return Read::refused(*problem),
    };
    let Some(artifact) = root.words("artifactId").filter(|_| root.name == "project") else {
        let why = text!("generate-without-element", name = "artifactId").to_string();
        let says = text!("generate-malformed", format = "pom.xml", why = why);
        return Read::refused(Problem::error(Place::default(), says));
    };
    let own = |element: &XmlElement, name: &str| element.words(name).map(str::to_owned);
    let parent = root.child("parent").map(|parent| PomParent {
        group: own(parent, "groupId").unwrap_or_default(),
        artifact: own(parent, "artifactId").unwrap_or_default(),
        version: own(parent, "version").unwrap_or_default(),
        path: parent.child("relativePath").map(|path| path.text().to_owned()),
    });
    let properties = root.child("properties").into_iter().flat_map(|all| &all.children);
    let managed = root.child("dependencyManagement").into_iter();
    let managed =
        managed.flat_map(|managed| managed.listed("dependencies", "dependency")).map(dependency).collect();
    Read::clean(Pom {
        group: own(&root, "groupId"),
        artifact: artifact.to_owned(),
        version: own(&root, "version"),
        packaging: own(&root, "packaging"),
        parent,
        properties: properties.map(|it| (it.name.clone(), it.text().to_owned())).collect(),
        managed,
        dependencies: root.listed("dependencies", "dependency").map(dependency).collect(),
    })
}

fn dependency(element: &XmlElement) -> PomDependency {
    let own = |name: &str| element.words(name).map(str::to_owned);
    PomDependency {
        group: own("groupId").unwrap_or_default(),
        artifact: own("artifactId").unwrap_or_default(),
        version: own("version"),
        kind: own("type").unwrap_or_default(),
        classifier: own("classifier").unwrap_or_default(),
        scope: own("scope"),
    }
}
