//! What the members of an SPDX 2 document are called in RDF (<https://spdx.org/rdf/terms/>) and in JSON.

/// What SPDX's own names belong to.
pub(super) const TERMS: &str = "http://spdx.org/rdf/terms#";
const COMMENT: &str = "http://www.w3.org/2000/01/rdf-schema#comment";
const SEE_ALSO: &str = "http://www.w3.org/2000/01/rdf-schema#seeAlso";
const HOMEPAGE: &str = "http://usefulinc.com/ns/doap#homepage";
const POINTERS: &str = "http://www.w3.org/2009/pointers#";

/// How the object of a property is told.
#[derive(Debug, Clone, Copy)]
pub(super) enum As {
    Words,
    Boolean,
    Number,
    /// One of a list of names, as `purpose_source`: after the `_`, in capitals.
    Choice,
    /// The same of the algorithms of checksums, which are spelled in their own way.
    Algorithm,
    /// The same of the categories of references, which are spelled with hyphens.
    Category,
    /// The type of a reference, by its name where SPDX lists it.
    ReferenceType,
    /// Another element of SPDX, by its identifier.
    Element,
    /// A document elsewhere, by its name.
    Document,
    /// A licence expression.
    Licence,
    Object(&'static [Member]),
}

/// A property and the member it is in JSON.
#[derive(Debug)]
pub(super) struct Member {
    /// The property's name, SPDX's own without its namespace.
    rdf: &'static str,
    pub(super) json: &'static str,
    pub(super) told: As,
    pub(super) is_list: bool,
}

impl Member {
    /// Whether this is the property of that whole name.
    pub(super) fn is(&self, property: &str) -> bool {
        match self.rdf.strip_prefix("ptr:") {
            Some(rdf) => property.strip_prefix(POINTERS) == Some(rdf),
            None if self.rdf.contains(':') => self.rdf == property,
            None => property.strip_prefix(TERMS) == Some(self.rdf),
        }
    }
}

const fn one(rdf: &'static str, json: &'static str, told: As) -> Member {
    Member { rdf, json, told, is_list: false }
}

const fn words(name: &'static str) -> Member {
    one(name, name, As::Words)
}

const fn list(rdf: &'static str, json: &'static str, told: As) -> Member {
    Member { rdf, json, told, is_list: true }
}

const CHECKSUM: &[Member] = &[one("algorithm", "algorithm", As::Algorithm), words("checksumValue")];

const ANNOTATION: &[Member] = &[
    words("annotationDate"),
    one("annotationType", "annotationType", As::Choice),
    words("annotator"),
    one(COMMENT, "comment", As::Words),
];

const CREATION: &[Member] = &[
    one(COMMENT, "comment", As::Words),
    words("created"),
    list("creator", "creators", As::Words),
    words("licenseListVersion"),
];

const REFERENCE: &[Member] = &[
    one(COMMENT, "comment", As::Words),
    one("referenceCategory", "referenceCategory", As::Category),
    words("referenceLocator"),
    one("referenceType", "referenceType", As::ReferenceType),
];

const VERIFICATION: &[Member] = &[
    list("packageVerificationCodeExcludedFile", "packageVerificationCodeExcludedFiles", As::Words),
    words("packageVerificationCodeValue"),
];

const REVIEW: &[Member] = &[one(COMMENT, "comment", As::Words), words("reviewDate"), words("reviewer")];

const POINTER: &[Member] = &[
    one("ptr:offset", "offset", As::Number),
    one("ptr:lineNumber", "lineNumber", As::Number),
    one("ptr:reference", "reference", As::Element),
];

const RANGE: &[Member] = &[
    one("ptr:endPointer", "endPointer", As::Object(POINTER)),
    one("ptr:startPointer", "startPointer", As::Object(POINTER)),
];

/// `externalDocumentId` is its name where it is not stated.
pub(super) const ELSEWHERE: &[Member] =
    &[one("checksum", "checksum", As::Object(CHECKSUM)), one("spdxDocument", "spdxDocument", As::Document)];

pub(super) const EXTRACTED: &[Member] = &[
    one(COMMENT, "comment", As::Words),
    words("extractedText"),
    words("name"),
    list(SEE_ALSO, "seeAlsos", As::Words),
];

pub(super) const DOCUMENT: &[Member] = &[
    one("specVersion", "spdxVersion", As::Words),
    one("creationInfo", "creationInfo", As::Object(CREATION)),
    words("name"),
    one("dataLicense", "dataLicense", As::Licence),
    one(COMMENT, "comment", As::Words),
    list("annotation", "annotations", As::Object(ANNOTATION)),
    list("reviewed", "revieweds", As::Object(REVIEW)),
];

pub(super) const PACKAGE: &[Member] = &[
    list("annotation", "annotations", As::Object(ANNOTATION)),
    list("attributionText", "attributionTexts", As::Words),
    words("builtDate"),
    list("checksum", "checksums", As::Object(CHECKSUM)),
    one(COMMENT, "comment", As::Words),
    words("copyrightText"),
    words("description"),
    words("downloadLocation"),
    list("externalRef", "externalRefs", As::Object(REFERENCE)),
    one("filesAnalyzed", "filesAnalyzed", As::Boolean),
    one(HOMEPAGE, "homepage", As::Words),
    words("licenseComments"),
    one("licenseConcluded", "licenseConcluded", As::Licence),
    one("licenseDeclared", "licenseDeclared", As::Licence),
    list("licenseInfoFromFiles", "licenseInfoFromFiles", As::Licence),
    words("name"),
    words("originator"),
    words("packageFileName"),
    one("packageVerificationCode", "packageVerificationCode", As::Object(VERIFICATION)),
    one("primaryPackagePurpose", "primaryPackagePurpose", As::Choice),
    words("releaseDate"),
    words("sourceInfo"),
    words("summary"),
    words("supplier"),
    words("validUntilDate"),
    words("versionInfo"),
];

pub(super) const FILE: &[Member] = &[
    list("annotation", "annotations", As::Object(ANNOTATION)),
    list("attributionText", "attributionTexts", As::Words),
    list("checksum", "checksums", As::Object(CHECKSUM)),
    one(COMMENT, "comment", As::Words),
    words("copyrightText"),
    list("fileContributor", "fileContributors", As::Words),
    list("fileDependency", "fileDependencies", As::Element),
    words("fileName"),
    list("fileType", "fileTypes", As::Choice),
    words("licenseComments"),
    one("licenseConcluded", "licenseConcluded", As::Licence),
    list("licenseInfoInFile", "licenseInfoInFiles", As::Licence),
    words("noticeText"),
];

pub(super) const SNIPPET: &[Member] = &[
    list("annotation", "annotations", As::Object(ANNOTATION)),
    list("attributionText", "attributionTexts", As::Words),
    one(COMMENT, "comment", As::Words),
    words("copyrightText"),
    words("licenseComments"),
    one("licenseConcluded", "licenseConcluded", As::Licence),
    list("licenseInfoInSnippet", "licenseInfoInSnippets", As::Licence),
    words("name"),
    list("range", "ranges", As::Object(RANGE)),
    one("snippetFromFile", "snippetFromFile", As::Element),
];

pub(super) const RELATIONSHIP: &[Member] = &[
    one(COMMENT, "comment", As::Words),
    one("relatedSpdxElement", "relatedSpdxElement", As::Element),
    one("relationshipType", "relationshipType", As::Choice),
];

/// A choice in capitals: `dynamicLink` is `DYNAMIC_LINK`.
pub(super) fn in_capitals(camel: &str, between: char) -> String {
    let mut capitals = String::with_capacity(camel.len() + 4);
    for sign in camel.chars() {
        if sign.is_ascii_uppercase() && !capitals.is_empty() {
            capitals.push(between);
        }
        capitals.push(sign.to_ascii_uppercase());
    }
    capitals
}

/// An algorithm as JSON spells it: `sha3_256` is `SHA3-256`, `blake2b384` is `BLAKE2b-384`.
pub(super) fn algorithm(name: &str) -> String {
    match name.strip_prefix("blake2b") {
        Some(bits) => format!("BLAKE2b-{}", bits.trim_start_matches(['_', '-'])),
        None => name.to_ascii_uppercase().replace('_', "-"),
    }
}
