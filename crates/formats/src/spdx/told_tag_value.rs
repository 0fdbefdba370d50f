//! The tag-value form told as the JSON form, where the whole document is asked for: then one reader reads both (SPDX 2.3 annex on
//! tags, and the JSON schema for the members).

use std::collections::HashMap;

use serde_json::{Map, Value, json};

/// How the value of a tag stands in JSON.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Words,
    /// One of a list.
    One,
    YesOrNo,
    Checksum,
    /// `SECURITY cpe23Type cpe:…`.
    Reference,
    /// `hash (excludes: a, b)`.
    VerificationCode,
}

use Shape::{Checksum, One, Reference, VerificationCode, Words, YesOrNo};

type Tag = (&'static str, &'static str, Shape);

const OF_DOCUMENT: [Tag; 6] = [
    ("SPDXVersion", "spdxVersion", Words),
    ("DataLicense", "dataLicense", Words),
    ("SPDXID", "SPDXID", Words),
    ("DocumentName", "name", Words),
    ("DocumentNamespace", "documentNamespace", Words),
    ("DocumentComment", "comment", Words),
];

const OF_CREATION: [Tag; 4] = [
    ("Creator", "creators", One),
    ("Created", "created", Words),
    ("CreatorComment", "comment", Words),
    ("LicenseListVersion", "licenseListVersion", Words),
];

const OF_PACKAGE: [Tag; 25] = [
    ("SPDXID", "SPDXID", Words),
    ("PackageVersion", "versionInfo", Words),
    ("PackageFileName", "packageFileName", Words),
    ("PackageSupplier", "supplier", Words),
    ("PackageOriginator", "originator", Words),
    ("PackageDownloadLocation", "downloadLocation", Words),
    ("FilesAnalyzed", "filesAnalyzed", YesOrNo),
    ("PackageVerificationCode", "packageVerificationCode", VerificationCode),
    ("PackageChecksum", "checksums", Checksum),
    ("PackageHomePage", "homepage", Words),
    ("PackageSourceInfo", "sourceInfo", Words),
    ("PackageLicenseConcluded", "licenseConcluded", Words),
    ("PackageLicenseInfoFromFiles", "licenseInfoFromFiles", One),
    ("PackageLicenseDeclared", "licenseDeclared", Words),
    ("PackageLicenseComments", "licenseComments", Words),
    ("PackageCopyrightText", "copyrightText", Words),
    ("PackageSummary", "summary", Words),
    ("PackageDescription", "description", Words),
    ("PackageComment", "comment", Words),
    ("ExternalRef", "externalRefs", Reference),
    ("PackageAttributionText", "attributionTexts", One),
    ("PrimaryPackagePurpose", "primaryPackagePurpose", Words),
    ("ReleaseDate", "releaseDate", Words),
    ("BuiltDate", "builtDate", Words),
    ("ValidUntilDate", "validUntilDate", Words),
];

const OF_FILE: [Tag; 11] = [
    ("SPDXID", "SPDXID", Words),
    ("FileType", "fileTypes", One),
    ("FileChecksum", "checksums", Checksum),
    ("LicenseConcluded", "licenseConcluded", Words),
    ("LicenseInfoInFile", "licenseInfoInFiles", One),
    ("LicenseComments", "licenseComments", Words),
    ("FileCopyrightText", "copyrightText", Words),
    ("FileComment", "comment", Words),
    ("FileNotice", "noticeText", Words),
    ("FileContributor", "fileContributors", One),
    ("FileAttributionText", "attributionTexts", One),
];

const OF_SNIPPET: [Tag; 8] = [
    ("SnippetFromFileSPDXID", "snippetFromFile", Words),
    ("SnippetLicenseConcluded", "licenseConcluded", Words),
    ("LicenseInfoInSnippet", "licenseInfoInSnippets", One),
    ("SnippetLicenseComments", "licenseComments", Words),
    ("SnippetCopyrightText", "copyrightText", Words),
    ("SnippetComment", "comment", Words),
    ("SnippetName", "name", Words),
    ("SnippetAttributionText", "attributionTexts", One),
];

const OF_LICENCE: [Tag; 4] = [
    ("ExtractedText", "extractedText", Words),
    ("LicenseName", "name", Words),
    ("LicenseCrossReference", "seeAlsos", One),
    ("LicenseComment", "comment", Words),
];

const OF_ANNOTATION: [Tag; 4] = [
    ("AnnotationDate", "annotationDate", Words),
    ("AnnotationType", "annotationType", Words),
    ("AnnotationComment", "comment", Words),
    ("SPDXREF", "SPDXREF", Words),
];

const OF_REVIEW: [Tag; 2] = [("ReviewDate", "reviewDate", Words), ("ReviewComment", "comment", Words)];

/// The tags that begin an element: in which list it stands, and which member the tag's value is.
const BEGINNINGS: [(&str, &str, &str); 6] = [
    ("PackageName", "packages", "name"),
    ("FileName", "files", "fileName"),
    ("SnippetSPDXID", "snippets", "SPDXID"),
    ("LicenseID", "hasExtractedLicensingInfos", "licenseId"),
    ("Annotator", "annotations", "annotator"),
    ("Reviewer", "revieweds", "reviewer"),
];

/// Whether it is one document. Of several, one JSON document cannot tell.
pub(super) fn is_one_document(written: &str) -> bool {
    written.lines().filter(|line| line.starts_with("SPDXVersion:")).nth(1).is_none()
}

/// The document in the JSON form.
pub(super) fn tag_value_as_json(written: &str) -> String {
    let mut told = Told::default();
    let mut lines = written.lines();
    while let Some(line) = lines.next() {
        let Some((tag, value)) = line.split_once(':').filter(|(tag, _)| super::tag_value::is_tag(tag)) else {
            continue;
        };
        let value = value.trim();
        let Some(begun) = value.strip_prefix("<text>") else {
            told.line(tag, value);
            continue;
        };
        let mut text = begun.to_owned();
        while !text.contains("</text>") {
            let Some(line) = lines.next() else { break };
            text.push('\n');
            text.push_str(line);
        }
        let end = text.find("</text>").unwrap_or(text.len());
        told.line(tag, &text[..end]);
    }
    told.finish()
}

#[derive(Default)]
struct Told {
    document: Map<String, Value>,
    creation: Map<String, Value>,
    lists: HashMap<&'static str, Vec<Value>>,
    /// The list whose last element the lines are of.
    within: Option<&'static str>,
    relationships: Vec<Value>,
    /// The package that files are of.
    of_package: bool,
}

impl Told {
    fn line(&mut self, tag: &str, value: &str) {
        if let Some((_, list, member)) = BEGINNINGS.iter().find(|(known, ..)| *known == tag) {
            self.of_package |= *list == "packages";
            self.within = Some(list);
            self.lists.entry(list).or_default().push(json!({ *member: value }));
            return;
        }
        match tag {
            "Relationship" => {
                let mut words = value.split_whitespace();
                if let (Some(first), Some(kind), Some(second)) = (words.next(), words.next(), words.next()) {
                    self.relationships.push(json!({
                        "spdxElementId": first, "relationshipType": kind, "relatedSpdxElement": second,
                    }));
                }
            }
            "RelationshipComment" => {
                if let Some(last) = self.relationships.last_mut() {
                    last["comment"] = json!(value);
                }
            }
            "ExternalDocumentRef" => self.other_document(value),
            _ => self.tag(tag, value),
        }
    }

    fn other_document(&mut self, value: &str) {
        let mut parts = value.splitn(3, char::is_whitespace);
        let (Some(reference), Some(namespace)) = (parts.next(), parts.next()) else { return };
        let mut other = json!({"externalDocumentId": reference, "spdxDocument": namespace});
        if let Some(checksum) = parts.next().and_then(checksum) {
            other["checksum"] = checksum;
        }
        self.lists.entry("externalDocumentRefs").or_default().push(other);
    }

    fn tag(&mut self, tag: &str, value: &str) {
        let find = |tags: &'static [Tag]| tags.iter().find(|(known, ..)| *known == tag).copied();
        if let Some((_, member, shape)) = find(&OF_CREATION) {
            return add(&mut self.creation, member, shape, value);
        }
        let of_element = match self.within {
            Some("packages") => find(&OF_PACKAGE),
            Some("files") => find(&OF_FILE),
            Some("snippets") => find(&OF_SNIPPET),
            Some("hasExtractedLicensingInfos") => find(&OF_LICENCE),
            Some("annotations") => find(&OF_ANNOTATION),
            Some("revieweds") => find(&OF_REVIEW),
            _ => None,
        };
        let last = self.within.and_then(|list| self.lists.get_mut(list)).and_then(|list| list.last_mut());
        let Some(Value::Object(element)) = last else {
            if let Some((_, member, shape)) = find(&OF_DOCUMENT) {
                add(&mut self.document, member, shape, value);
            }
            return;
        };
        match (of_element, tag) {
            (Some((_, member, shape)), _) => {
                add(element, member, shape, value);
                if (self.within, member) == (Some("files"), "SPDXID") && self.of_package {
                    let packages = self.lists.get_mut("packages");
                    if let Some(Value::Object(package)) = packages.and_then(|packages| packages.last_mut()) {
                        add(package, "hasFiles", One, value);
                    }
                }
            }
            (None, "ExternalRefComment") => {
                let reference = element.get_mut("externalRefs").and_then(Value::as_array_mut);
                if let Some(reference) = reference.and_then(|all| all.last_mut()) {
                    reference["comment"] = json!(value);
                }
            }
            (None, "SnippetByteRange") => range(element, "offset", value),
            (None, "SnippetLineRange") => range(element, "lineNumber", value),
            (None, _) => {
                if let Some((_, member, shape)) = find(&OF_DOCUMENT).filter(|(tag, ..)| *tag != "SPDXID") {
                    add(&mut self.document, member, shape, value);
                }
            }
        }
    }

    fn finish(mut self) -> String {
        self.place_annotations();
        if !self.creation.is_empty() {
            self.document.insert("creationInfo".to_owned(), Value::Object(self.creation));
        }
        for (list, elements) in self.lists {
            self.document.insert(list.to_owned(), Value::Array(elements));
        }
        if !self.relationships.is_empty() {
            self.document.insert("relationships".to_owned(), Value::Array(self.relationships));
        }
        Value::Object(self.document).to_string()
    }

    /// In JSON, what is noted of an element stands in it.
    fn place_annotations(&mut self) {
        let mut place_of: HashMap<String, (&'static str, usize)> = HashMap::new();
        for list in ["packages", "files", "snippets"] {
            for (index, element) in self.lists.get(list).into_iter().flatten().enumerate() {
                if let Some(id) = element.get("SPDXID").and_then(Value::as_str) {
                    place_of.entry(id.to_owned()).or_insert((list, index));
                }
            }
        }
        let mut of_document = Vec::new();
        for mut annotation in self.lists.remove("annotations").unwrap_or_default() {
            let of = annotation.as_object_mut().and_then(|it| it.remove("SPDXREF"));
            let place = of.as_ref().and_then(Value::as_str).and_then(|id| place_of.get(id));
            let element = place.and_then(|(list, index)| self.lists.get_mut(list)?.get_mut(*index));
            match element.and_then(Value::as_object_mut) {
                Some(element) => {
                    let all = element.entry("annotations").or_insert_with(|| json!([]));
                    if let Value::Array(all) = all {
                        all.push(annotation);
                    }
                }
                None => of_document.push(annotation),
            }
        }
        if !of_document.is_empty() {
            self.lists.insert("annotations", of_document);
        }
    }
}

fn add(element: &mut Map<String, Value>, member: &str, shape: Shape, value: &str) {
    let value = match shape {
        Words => {
            element.entry(member).or_insert_with(|| json!(value));
            return;
        }
        YesOrNo => {
            element.entry(member).or_insert_with(|| json!(value.eq_ignore_ascii_case("true")));
            return;
        }
        VerificationCode => {
            let (code, excludes) = value.split_once('(').unwrap_or((value, ""));
            let mut written = json!({"packageVerificationCodeValue": code.trim()});
            let excludes = excludes.trim_end().trim_end_matches(')');
            if let Some((_, files)) = excludes.split_once(':') {
                let files: Vec<&str> = files.split(',').map(str::trim).collect();
                written["packageVerificationCodeExcludedFiles"] = json!(files);
            }
            element.insert(member.to_owned(), written);
            return;
        }
        One => json!(value),
        Checksum => match checksum(value) {
            Some(checksum) => checksum,
            None => return,
        },
        Reference => {
            let mut words = value.splitn(3, char::is_whitespace);
            let (Some(category), Some(kind), Some(locator)) = (words.next(), words.next(), words.next())
            else {
                return;
            };
            json!({"referenceCategory": category, "referenceType": kind, "referenceLocator": locator.trim()})
        }
    };
    if let Value::Array(all) = element.entry(member).or_insert_with(|| json!([])) {
        all.push(value);
    }
}

fn checksum(value: &str) -> Option<Value> {
    let (algorithm, digest) = value.split_once(':')?;
    Some(json!({"algorithm": algorithm.trim(), "checksumValue": digest.trim()}))
}

/// `310:420`, from the first to the last.
fn range(snippet: &mut Map<String, Value>, unit: &str, value: &str) {
    let Some((from, to)) = value.split_once(':') else { return };
    let (Ok(from), Ok(to)) = (from.trim().parse::<u64>(), to.trim().parse::<u64>()) else { return };
    let file = snippet.get("snippetFromFile").cloned().unwrap_or_default();
    let range =
        json!({"startPointer": {unit: from, "reference": file}, "endPointer": {unit: to, "reference": file}});
    if let Value::Array(all) = snippet.entry("ranges").or_insert_with(|| json!([])) {
        all.push(range);
    }
}
