//! How CycloneDX writes in XML what it writes in JSON (specification, `schema/bom-1.7.xsd` beside `bom-1.7.schema.json`): the parts
//! that are read of a document, under their names in both. What is not among them is passed over and told.

/// What an element stands for in JSON.
pub(super) enum Shape {
    /// Its text.
    Words,
    /// Its text, as a number.
    Number,
    /// Its text, as yes or no.
    Boolean,
    /// What its attribute `ref` names.
    Reference,
    /// One of a list whose elements stand beside each other, with nothing around them.
    Repeated(&'static Shape),
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

const fn number(name: &'static str) -> Member {
    same(name, &Shape::Number)
}

const fn boolean(name: &'static str) -> Member {
    same(name, &Shape::Boolean)
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
    Member { xml: "@version", json: "version", shape: &Shape::Number },
    same("metadata", &METADATA),
    same("components", &COMPONENTS),
    same("services", &SERVICES),
    same("externalReferences", &REFERENCES),
    same("dependencies", &Shape::Dependencies),
    same("compositions", &Shape::List(&[each("composition", &COMPOSITION)])),
    same("properties", &PROPERTIES),
    same("vulnerabilities", &VULNERABILITIES),
    same("annotations", &Shape::List(&[each("annotation", &ANNOTATION)])),
]);

static METADATA: Shape = object(&[
    words("timestamp"),
    same("lifecycles", &Shape::List(&[each("lifecycle", &LIFECYCLE)])),
    same("tools", &Shape::Tools),
    same("authors", &AUTHORS),
    same("component", &COMPONENT),
    same("manufacture", &ORGANISATION),
    same("manufacturer", &ORGANISATION),
    same("supplier", &ORGANISATION),
    same("licenses", &LICENCES),
    same("properties", &PROPERTIES),
]);
static LIFECYCLE: Shape = object(&[words("phase"), words("name"), words("description")]);

/// A tool of 1.2 to 1.4.
pub(super) static TOOL: Shape = object(&[
    words("vendor"),
    words("name"),
    words("version"),
    same("hashes", &HASHES),
    same("externalReferences", &REFERENCES),
]);

static AUTHORS: Shape = Shape::List(&[each("author", &CONTACT)]);
static CONTACT: Shape =
    object(&[attribute("@bom-ref", "bom-ref"), words("name"), words("email"), words("phone")]);
static ORGANISATION: Shape = object(&[
    attribute("@bom-ref", "bom-ref"),
    words("name"),
    same("address", &ADDRESS),
    same("url", &Shape::Repeated(&Shape::Words)),
    same("contact", &Shape::Repeated(&CONTACT)),
]);
static ADDRESS: Shape = object(&[
    attribute("@bom-ref", "bom-ref"),
    words("country"),
    words("region"),
    words("locality"),
    words("postOfficeBoxNumber"),
    words("postalCode"),
    words("streetAddress"),
]);

pub(super) static COMPONENTS: Shape = Shape::List(&[each("component", &COMPONENT)]);

static COMPONENT: Shape = object(&[
    attribute("@type", "type"),
    attribute("@mime-type", "mime-type"),
    attribute("@bom-ref", "bom-ref"),
    same("supplier", &ORGANISATION),
    same("manufacturer", &ORGANISATION),
    same("authors", &AUTHORS),
    words("author"),
    words("publisher"),
    words("group"),
    words("name"),
    words("version"),
    words("description"),
    words("scope"),
    same("hashes", &HASHES),
    same("licenses", &LICENCES),
    words("copyright"),
    words("cpe"),
    words("purl"),
    same("omniborId", &Shape::Repeated(&Shape::Words)),
    same("swhid", &Shape::Repeated(&Shape::Words)),
    same("swid", &SWID),
    boolean("modified"),
    same("pedigree", &PEDIGREE),
    same("externalReferences", &REFERENCES),
    same("properties", &PROPERTIES),
    same("components", &COMPONENTS),
    same("evidence", &EVIDENCE),
    same("releaseNotes", &RELEASE_NOTES),
    same("tags", &TAGS),
]);

static TAGS: Shape = Shape::List(&[each("tag", &Shape::Words)]);
static HASHES: Shape = Shape::List(&[each("hash", &HASH)]);
static HASH: Shape = Shape::Object { members: &[attribute("@alg", "alg")], text: Some("content") };
static PROPERTIES: Shape = Shape::List(&[each("property", &PROPERTY)]);
static PROPERTY: Shape = Shape::Object { members: &[attribute("@name", "name")], text: Some("value") };
static ATTACHMENT: Shape = Shape::Object {
    members: &[attribute("@content-type", "contentType"), attribute("@encoding", "encoding")],
    text: Some("content"),
};

static SWID: Shape = object(&[
    attribute("@tagId", "tagId"),
    attribute("@name", "name"),
    attribute("@version", "version"),
    Member { xml: "@tagVersion", json: "tagVersion", shape: &Shape::Number },
    Member { xml: "@patch", json: "patch", shape: &Shape::Boolean },
    same("text", &ATTACHMENT),
    words("url"),
]);

static LICENCES: Shape = Shape::List(&[
    Item { xml: "license", inside: Some("license"), shape: &LICENCE },
    each("expression", &EXPRESSION),
    each("expression-detailed", &DETAILED),
]);
static LICENCE: Shape = object(&[
    attribute("@bom-ref", "bom-ref"),
    attribute("@acknowledgement", "acknowledgement"),
    words("id"),
    words("name"),
    same("text", &ATTACHMENT),
    words("url"),
    same("licensing", &LICENSING),
    same("properties", &PROPERTIES),
]);
static LICENSING: Shape = object(&[
    same("altIds", &Shape::List(&[each("altId", &Shape::Words)])),
    same("licensor", &PARTY),
    same("licensee", &PARTY),
    same("purchaser", &PARTY),
    words("purchaseOrder"),
    same("licenseTypes", &Shape::List(&[each("licenseType", &Shape::Words)])),
    words("lastRenewal"),
    words("expiration"),
]);
static PARTY: Shape = object(&[same("organization", &ORGANISATION), same("individual", &CONTACT)]);
static EXPRESSION: Shape = Shape::Object {
    members: &[attribute("@bom-ref", "bom-ref"), attribute("@acknowledgement", "acknowledgement")],
    text: Some("expression"),
};
/// An expression with what is said of its licences (1.7).
static DETAILED: Shape = object(&[
    attribute("@bom-ref", "bom-ref"),
    attribute("@acknowledgement", "acknowledgement"),
    attribute("@expression", "expression"),
]);

static PEDIGREE: Shape = object(&[
    same("ancestors", &COMPONENTS),
    same("descendants", &COMPONENTS),
    same("variants", &COMPONENTS),
    same("commits", &Shape::List(&[each("commit", &COMMIT)])),
    same("patches", &Shape::List(&[each("patch", &PATCH)])),
    words("notes"),
]);
static COMMIT: Shape =
    object(&[words("uid"), words("url"), same("author", &DEED), same("committer", &DEED), words("message")]);
static DEED: Shape = object(&[words("timestamp"), words("name"), words("email")]);
static PATCH: Shape = object(&[attribute("@type", "type"), same("diff", &DIFF), same("resolves", &ISSUES)]);
static DIFF: Shape = object(&[same("text", &ATTACHMENT), words("url")]);
static ISSUES: Shape = Shape::List(&[each("issue", &ISSUE)]);
static ISSUE: Shape = object(&[
    attribute("@type", "type"),
    words("id"),
    words("name"),
    words("description"),
    same("source", &SOURCE),
    same("references", &Shape::List(&[each("url", &Shape::Words)])),
]);
static SOURCE: Shape = object(&[words("name"), words("url")]);

static REFERENCES: Shape = Shape::List(&[each("reference", &REFERENCE)]);
static REFERENCE: Shape = object(&[
    attribute("@type", "type"),
    words("url"),
    words("comment"),
    same("hashes", &HASHES),
    same("properties", &PROPERTIES),
]);

static EVIDENCE: Shape = object(&[
    same("identity", &Shape::Repeated(&IDENTITY)),
    same("occurrences", &Shape::List(&[each("occurrence", &OCCURRENCE)])),
    same("callstack", &CALLSTACK),
    same("licenses", &LICENCES),
    same("copyright", &Shape::List(&[Item { xml: "text", inside: Some("text"), shape: &Shape::Words }])),
]);
static IDENTITY: Shape = object(&[
    words("field"),
    number("confidence"),
    words("concludedValue"),
    same("methods", &Shape::List(&[each("method", &METHOD)])),
    same("tools", &Shape::List(&[each("tool", &Shape::Reference)])),
]);
static METHOD: Shape = object(&[words("technique"), number("confidence"), words("value")]);
static OCCURRENCE: Shape = object(&[
    attribute("@bom-ref", "bom-ref"),
    words("location"),
    number("line"),
    number("offset"),
    words("symbol"),
    words("additionalContext"),
]);
static CALLSTACK: Shape = object(&[same("frames", &Shape::List(&[each("frame", &FRAME)]))]);
static FRAME: Shape = object(&[
    words("package"),
    words("module"),
    words("function"),
    same("parameters", &Shape::List(&[each("parameter", &Shape::Words)])),
    number("line"),
    number("column"),
    words("fullFilename"),
]);

static RELEASE_NOTES: Shape = object(&[
    words("type"),
    words("title"),
    words("featuredImage"),
    words("socialImage"),
    words("description"),
    words("timestamp"),
    same("aliases", &Shape::List(&[each("alias", &Shape::Words)])),
    same("tags", &TAGS),
    same("resolves", &ISSUES),
    same("notes", &Shape::List(&[each("note", &NOTE)])),
    same("properties", &PROPERTIES),
]);
static NOTE: Shape = object(&[words("locale"), same("text", &ATTACHMENT)]);

pub(super) static SERVICES: Shape = Shape::List(&[each("service", &SERVICE)]);
static SERVICE: Shape = object(&[
    attribute("@bom-ref", "bom-ref"),
    same("provider", &ORGANISATION),
    words("group"),
    words("name"),
    words("version"),
    words("description"),
    same("endpoints", &Shape::List(&[each("endpoint", &Shape::Words)])),
    boolean("authenticated"),
    boolean("x-trust-boundary"),
    words("trustZone"),
    same("data", &Shape::List(&[each("classification", &CLASSIFICATION)])),
    same("licenses", &LICENCES),
    same("externalReferences", &REFERENCES),
    same("services", &SERVICES),
    same("releaseNotes", &RELEASE_NOTES),
    same("properties", &PROPERTIES),
    same("tags", &TAGS),
]);
static CLASSIFICATION: Shape =
    Shape::Object { members: &[attribute("@flow", "flow")], text: Some("classification") };

static COMPOSITION: Shape = object(&[
    attribute("@bom-ref", "bom-ref"),
    words("aggregate"),
    same("assemblies", &Shape::List(&[each("assembly", &Shape::Reference)])),
    same("dependencies", &Shape::List(&[each("dependency", &Shape::Reference)])),
    same("vulnerabilities", &Shape::List(&[each("vulnerability", &Shape::Reference)])),
]);

static ANNOTATION: Shape = object(&[
    attribute("@bom-ref", "bom-ref"),
    same("subjects", &Shape::List(&[each("subject", &Shape::Reference)])),
    same("annotator", &ANNOTATOR),
    words("timestamp"),
    words("text"),
]);
static ANNOTATOR: Shape = object(&[
    same("organization", &ORGANISATION),
    same("individual", &CONTACT),
    same("component", &COMPONENT),
    same("service", &SERVICE),
]);

static VULNERABILITIES: Shape = Shape::List(&[each("vulnerability", &VULNERABILITY)]);
static VULNERABILITY: Shape = object(&[
    attribute("@bom-ref", "bom-ref"),
    words("id"),
    same("source", &SOURCE),
    same("references", &Shape::List(&[each("reference", &ELSEWHERE)])),
    same("ratings", &Shape::List(&[each("rating", &RATING)])),
    same("cwes", &Shape::List(&[each("cwe", &Shape::Number)])),
    words("description"),
    words("detail"),
    words("recommendation"),
    words("workaround"),
    same("proofOfConcept", &PROOF),
    same("advisories", &Shape::List(&[each("advisory", &ADVISORY)])),
    words("created"),
    words("published"),
    words("updated"),
    words("rejected"),
    same("credits", &CREDITS),
    same("tools", &Shape::Tools),
    same("analysis", &ANALYSIS),
    same("affects", &Shape::List(&[each("target", &TARGET)])),
    same("properties", &PROPERTIES),
]);
static ELSEWHERE: Shape = object(&[words("id"), same("source", &SOURCE)]);
static RATING: Shape = object(&[
    same("source", &SOURCE),
    number("score"),
    words("severity"),
    words("method"),
    words("vector"),
    words("justification"),
]);
static PROOF: Shape = object(&[
    words("reproductionSteps"),
    words("environment"),
    same("supportingMaterial", &Shape::List(&[each("attachment", &ATTACHMENT)])),
]);
static ADVISORY: Shape = object(&[words("title"), words("url")]);
static CREDITS: Shape = object(&[
    same("organizations", &Shape::List(&[each("organization", &ORGANISATION)])),
    same("individuals", &Shape::List(&[each("individual", &CONTACT)])),
]);
static ANALYSIS: Shape = object(&[
    words("state"),
    words("justification"),
    Member { xml: "responses", json: "response", shape: &Shape::List(&[each("response", &Shape::Words)]) },
    words("detail"),
    words("firstIssued"),
    words("lastUpdated"),
]);
static TARGET: Shape = object(&[words("ref"), same("versions", &Shape::List(&[each("version", &AFFECTED)]))]);
static AFFECTED: Shape = object(&[words("version"), words("range"), words("status")]);
