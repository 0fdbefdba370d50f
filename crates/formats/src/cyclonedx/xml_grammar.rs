//! How CycloneDX writes in XML what it writes in JSON (specification, `schema/bom-1.7.xsd` beside `bom-1.7.schema.json`): the parts
//! that are read of a document, under their names in both.

/// What an element stands for in JSON.
pub(super) enum Shape {
    /// Its text.
    Words,
    /// An object of its attributes and elements, and where `text` says so of its text under that name.
    Object { members: &'static [Member], text: Option<&'static str> },
    /// A list of its elements.
    List(&'static [Item]),
    /// Tools: each one by itself until 1.4, lists of components and services since 1.5.
    Tools,
    /// Dependencies, which stand inside each other in XML.
    Dependencies,
}

/// A member of an object.
pub(super) struct Member {
    /// What the attribute or element is called; an attribute's name begins with `@`.
    pub(super) xml: &'static str,
    /// What the member is called.
    pub(super) json: &'static str,
    pub(super) shape: &'static Shape,
}

/// An element of a list.
pub(super) struct Item {
    pub(super) xml: &'static str,
    /// The member it is in an object of its own, where JSON wraps it so.
    pub(super) inside: Option<&'static str>,
    pub(super) shape: &'static Shape,
}

const fn same(name: &'static str, shape: &'static Shape) -> Member {
    Member { xml: name, json: name, shape }
}

const fn words(name: &'static str) -> Member {
    same(name, &Shape::Words)
}

const fn attribute(xml: &'static str, json: &'static str) -> Member {
    Member { xml, json, shape: &Shape::Words }
}

const fn each(xml: &'static str, shape: &'static Shape) -> Item {
    Item { xml, inside: None, shape }
}

const fn object(members: &'static [Member]) -> Shape {
    Shape::Object { members, text: None }
}

/// The document.
pub(super) static BOM: Shape = object(&[
    attribute("@serialNumber", "serialNumber"),
    same("metadata", &METADATA),
    same("components", &COMPONENTS),
    same("services", &SERVICES),
    same("dependencies", &Shape::Dependencies),
    same("vulnerabilities", &VULNERABILITIES),
]);

static METADATA: Shape = object(&[
    words("timestamp"),
    same("tools", &Shape::Tools),
    same("authors", &Shape::List(&[each("author", &CONTACT)])),
    same("component", &COMPONENT),
    same("manufacture", &ORGANISATION),
    same("manufacturer", &ORGANISATION),
    same("supplier", &ORGANISATION),
]);

/// A tool of 1.2 to 1.4.
pub(super) static TOOL: Shape = object(&[words("vendor"), words("name"), words("version")]);

static CONTACT: Shape = object(&[words("name"), words("email")]);
static ORGANISATION: Shape = object(&[words("name")]);

pub(super) static COMPONENTS: Shape = Shape::List(&[each("component", &COMPONENT)]);

static COMPONENT: Shape = object(&[
    attribute("@type", "type"),
    attribute("@bom-ref", "bom-ref"),
    same("supplier", &ORGANISATION),
    same("manufacturer", &ORGANISATION),
    words("publisher"),
    words("group"),
    words("name"),
    words("version"),
    same("hashes", &Shape::List(&[each("hash", &HASH)])),
    same("licenses", &LICENCES),
    words("cpe"),
    words("purl"),
    same("pedigree", &PEDIGREE),
    same("externalReferences", &REFERENCES),
    same("properties", &Shape::List(&[each("property", &PROPERTY)])),
    same("components", &COMPONENTS),
]);

static HASH: Shape = Shape::Object { members: &[attribute("@alg", "alg")], text: Some("content") };
static PROPERTY: Shape = Shape::Object { members: &[attribute("@name", "name")], text: Some("value") };

static LICENCES: Shape = Shape::List(&[
    Item { xml: "license", inside: Some("license"), shape: &LICENCE },
    Item { xml: "expression", inside: Some("expression"), shape: &Shape::Words },
    Item { xml: "expression-detailed", inside: None, shape: &EXPRESSION },
]);
static LICENCE: Shape = object(&[words("id"), words("name")]);
/// An expression with what is said of its licences (1.7).
static EXPRESSION: Shape = object(&[attribute("@expression", "expression")]);

static PEDIGREE: Shape = object(&[same("commits", &Shape::List(&[each("commit", &COMMIT)]))]);
static COMMIT: Shape = object(&[words("uid"), words("url")]);

static REFERENCES: Shape = Shape::List(&[each("reference", &REFERENCE)]);
static REFERENCE: Shape = object(&[attribute("@type", "type"), words("url")]);

pub(super) static SERVICES: Shape = Shape::List(&[each("service", &SERVICE)]);
static SERVICE: Shape = object(&[
    attribute("@bom-ref", "bom-ref"),
    words("group"),
    words("name"),
    words("version"),
    same("services", &SERVICES),
]);

static VULNERABILITIES: Shape = Shape::List(&[each("vulnerability", &VULNERABILITY)]);
static VULNERABILITY: Shape = object(&[
    words("id"),
    same("analysis", &ANALYSIS),
    same("affects", &Shape::List(&[each("target", &TARGET)])),
]);
static ANALYSIS: Shape = object(&[words("state"), words("justification"), words("detail")]);
static TARGET: Shape = object(&[words("ref")]);
