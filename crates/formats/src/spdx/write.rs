//! Writing SPDX 2.3 JSON (<https://spdx.github.io/spdx-spec/v2.3/>).

use std::collections::{HashMap, HashSet};
use std::io;

use proofmark_facts::{Component, ComponentKind, NotCarried, OwnWords, Purl, Sbom, WrittenSbom};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::extracted::Extracted;
use super::heading::SpdxHeading;
use super::names::Names;
use super::not_carried::{is_spdx_2, not_carried};
use super::relations::{DOCUMENT, Stated};
use super::whole::further_of;
use super::written_document::{AsWritten, creation_info, own, own_entries};
use super::written_package::members;
use crate::written_whole::written_whole;

/// Writes an SBOM as SPDX JSON 2.3; equal input gives equal bytes.
///
/// Whatever was read from SPDX 2 with [`crate::Limits::whole`] is written again, in the same words where the model has none of its
/// own. What is kept in another format's words is not written; it is told, as all else that SPDX 2.3 has no place for.
///
/// # Panics
///
/// Never: texts, numbers and lists always serialize. An index in `dependencies` beyond the components is what no reader gives.
pub fn write_spdx_2(sbom: &Sbom, heading: &SpdxHeading<'_>) -> WrittenSbom {
    written_whole(|out| write_spdx_2_to(sbom, heading, out))
}

/// The same letter by letter to wherever it goes, so that no document of hundreds of megabytes is held; gives what was not carried. The
/// errors are those of `out`.
pub fn write_spdx_2_to(
    sbom: &Sbom,
    heading: &SpdxHeading<'_>,
    mut out: impl io::Write,
) -> io::Result<Vec<NotCarried>> {
    let lacks_subject = sbom.subject.is_none() && !(heading.goes_on && is_spdx_2(sbom));
    let with_subject = lacks_subject.then(|| with_product(sbom, heading.product, heading.release));
    let writing = Writing::of(with_subject.as_ref().unwrap_or(sbom), heading);
    serde_json::to_writer_pretty(&mut out, &writing)?;
    out.write_all(b"\n")?;
    // Of a long list either is large: what it was written from is gone before what was not carried is gathered.
    drop(writing);
    drop(with_subject);
    Ok(not_carried(sbom))
}

/// The same with the product as the subject, which depends on every component nothing else depends on.
pub(crate) fn with_product(sbom: &Sbom, product: &str, release: &str) -> Sbom {
    let mut sbom = sbom.clone();
    let index = u32::try_from(sbom.components.len()).unwrap_or(u32::MAX);
    let depended_on: HashSet<u32> = sbom.dependencies.iter().map(|(_, to)| *to).collect();
    let mut roots: Vec<u32> = (0..index).filter(|it| !depended_on.contains(it)).collect();
    if roots.is_empty() {
        roots = (0..index).collect();
    }
    sbom.dependencies.extend(roots.into_iter().map(|root| (index, root)));
    sbom.components.push(Component {
        kind: ComponentKind::Application,
        name: product.to_owned(),
        version: Some(release.to_owned()).filter(|release| !release.is_empty()),
        own: true,
        ..Component::default()
    });
    sbom.subject = Some(index as usize);
    sbom
}

/// What the document is written from.
struct Writing<'a> {
    sbom: &'a Sbom,
    heading: &'a SpdxHeading<'a>,
    /// The document's own words, if they are of this format.
    own_words: &'a [OwnWords],
    is_same_format: bool,
    names: Names,
    /// Further package URLs of a package, which are no package of their own.
    further: HashMap<u32, Vec<&'a Purl>>,
    further_of: Vec<Option<u32>>,
    licences: Extracted,
}

impl<'a> Writing<'a> {
    fn of(sbom: &'a Sbom, heading: &'a SpdxHeading<'a>) -> Self {
        let is_same_format = is_spdx_2(sbom);
        let own_words = sbom.particulars.as_deref().filter(|_| is_same_format);
        let further_of = further_of(sbom);
        let mut further: HashMap<u32, Vec<&Purl>> = HashMap::new();
        for (component, of) in sbom.components.iter().zip(&further_of) {
            if let (Some(of), Some(purl)) = (of, &component.purl) {
                further.entry(*of).or_default().push(purl);
            }
        }
        Self {
            sbom,
            heading,
            own_words: own_words.map_or(&[], |particulars| particulars.own_words.as_slice()),
            is_same_format,
            names: Names::of(sbom, &further_of),
            further,
            further_of,
            licences: Extracted::of(sbom, is_same_format),
        }
    }

    fn name(&self) -> &str {
        let own = self.sbom.particulars.as_deref().and_then(|particulars| particulars.name.as_deref());
        own.filter(|name| !name.is_empty()).unwrap_or(self.heading.product)
    }

    fn namespace(&self) -> String {
        let kept = self.sbom.origin.serial.clone().filter(|_| self.heading.goes_on);
        kept.unwrap_or_else(|| urn(self.heading.serial))
    }

    /// Licences whose text is in the document: as they were read, and what had to be given a name.
    fn extracted(&self) -> Vec<Value> {
        let mut written = own_entries(self.own_words, "hasExtractedLicensingInfos");
        let is_there = |id: &str, written: &[Value]| {
            written.iter().any(|one| one.get("licenseId").and_then(Value::as_str) == Some(id))
        };
        for licence in &self.licences.all {
            // A reference without text is as the document was read.
            let is_as_read = self.is_same_format && licence.text.is_none();
            if !is_as_read && !is_there(&licence.id, &written) {
                written.push(licence.written());
            }
        }
        written
    }
}

/// The UUID as a URN (RFC 9562 section 4).
pub(crate) fn urn(bytes: [u8; 16]) -> String {
    let digits = bytes.iter().fold(String::with_capacity(32), |digits, byte| digits + &format!("{byte:02x}"));
    let parts = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    format!("urn:uuid:{}", parts.join("-"))
}

impl Serialize for Writing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(None)?;
        document.serialize_entry("spdxVersion", "SPDX-2.3")?;
        let data_license = own(self.own_words, "dataLicense").unwrap_or("\"CC0-1.0\"");
        document.serialize_entry("dataLicense", &AsWritten(data_license))?;
        document.serialize_entry("SPDXID", DOCUMENT)?;
        document.serialize_entry("name", self.name())?;
        document.serialize_entry("documentNamespace", &self.namespace())?;
        document.serialize_entry("creationInfo", &creation_info(self.sbom, self.heading, self.own_words))?;
        for words in self.own_words {
            let is_elsewhere = words.member.contains('/')
                || matches!(
                    words.member.as_str(),
                    "relationships"
                        | "dataLicense"
                        | "hasExtractedLicensingInfos"
                        | "name"
                        | "documentDescribes"
                );
            if !is_elsewhere {
                document.serialize_entry(&words.member, &AsWritten(&words.json))?;
            }
        }
        if let Some(described) = own(self.own_words, "documentDescribes") {
            let described = self.names.renamed_in(described);
            document.serialize_entry("documentDescribes", &AsWritten(&described))?;
        }
        let extracted = self.extracted();
        if !extracted.is_empty() {
            document.serialize_entry("hasExtractedLicensingInfos", &extracted)?;
        }
        document.serialize_entry("packages", &Packages(self))?;
        document.serialize_entry("relationships", &Relationships(self))?;
        document.end()
    }
}

struct Packages<'w, 'a>(&'w Writing<'a>);

impl Serialize for Packages<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let indices = (0..self.0.sbom.components.len()).filter(|index| self.0.further_of[*index].is_none());
        serializer.collect_seq(indices.map(|index| Package { writing: self.0, index }))
    }
}

struct Package<'w, 'a> {
    writing: &'w Writing<'a>,
    index: usize,
}

impl Serialize for Package<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { writing, index } = self;
        let component = &writing.sbom.components[*index];
        let said = component.particulars.as_deref().filter(|_| writing.is_same_format);
        let own_words = said.map_or(&[][..], |particulars| particulars.own_words.as_slice());
        let further = u32::try_from(*index).ok().and_then(|index| writing.further.get(&index));
        let further = further.into_iter().flatten().copied();
        let mut written = members(component, writing.names.of_component(*index), further, &writing.licences);
        if writing.sbom.subject == Some(*index) && component.version.is_none() && !writing.heading.goes_on {
            let release = Some(writing.heading.release).filter(|release| !release.is_empty());
            written.extend(release.map(|release| ("versionInfo", json!(release))));
        }
        // Where files of it are spoken of, they were looked at.
        let speaks_of_files = ["packageVerificationCode", "hasFiles", "licenseInfoFromFiles"]
            .iter()
            .any(|it| own(own_words, it).is_some());
        let mut package = serializer.serialize_map(None)?;
        for (member, value) in written {
            match (own(own_words, member), member) {
                (Some(json), "externalRefs" | "checksums") => {
                    package.serialize_entry(member, &joined(value, json))?;
                }
                (None, "filesAnalyzed") if speaks_of_files => {}
                (None, _) => package.serialize_entry(member, &value)?,
                (Some(_), _) => {}
            }
        }
        let alone = |words: &&OwnWords| {
            let has_entries = match words.member.as_str() {
                "externalRefs" => {
                    component.purl.is_some() || component.cpe.is_some() || has_references(component)
                }
                "checksums" => {
                    component.digests.iter().any(|it| super::written_package::checksum(it).is_some())
                }
                _ => false,
            };
            !has_entries
        };
        for words in own_words.iter().filter(alone) {
            package.serialize_entry(&words.member, &AsWritten(&words.json))?;
        }
        package.end()
    }
}

/// Whether anything of it is written among the external references beside its names.
fn has_references(component: &Component) -> bool {
    let written = members(component, "", std::iter::empty(), &Extracted::default());
    written.iter().any(|(member, _)| *member == "externalRefs")
}

fn joined(value: Value, rest: &str) -> Value {
    let same = |one: &Value, other: &Value| {
        ["referenceType", "referenceLocator"]
            .iter()
            .all(|it| one.get(it).is_some() && one.get(it) == other.get(it))
    };
    let rest: Vec<Value> = serde_json::from_str(rest).unwrap_or_default();
    let Value::Array(mut entries) = value else { return Value::Array(rest) };
    // One that says more is written alone.
    entries.retain(|entry| !rest.iter().any(|other| same(entry, other)));
    entries.extend(rest);
    Value::Array(entries)
}

struct Relationships<'w, 'a>(&'w Writing<'a>);

impl Serialize for Relationships<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let writing = self.0;
        let relationship = |first: &str, kind: &str, second: &str| json!({"spdxElementId": first, "relationshipType": kind, "relatedSpdxElement": second});
        let rest = own(writing.own_words, "relationships").unwrap_or("[]");
        let rest = writing.names.renamed_in(rest);
        let rest: Vec<&serde_json::value::RawValue> = serde_json::from_str(&rest).unwrap_or_default();
        let of_rest: HashSet<(u32, u32)> = rest
            .iter()
            .filter_map(|raw| serde_json::from_str::<Stated<'_>>(raw.get()).ok())
            .filter_map(|one| one.pair(&|name| writing.names.component(name)))
            .collect();
        let particulars = writing.sbom.particulars.as_deref();
        let contained = particulars.map_or(&[][..], |particulars| particulars.contained.as_slice());
        let mut list = serializer.serialize_seq(None)?;
        let name = |index: u32| writing.names.of_component(index as usize);
        // What is described in other words is so as it was read.
        let is_listed = own(writing.own_words, "documentDescribes").is_some_and(|listed| listed != "[]");
        let in_rest = |subject: &str| {
            let stated = rest.iter().filter_map(|raw| serde_json::from_str::<Stated<'_>>(raw.get()).ok());
            stated.into_iter().any(|one| one.describes(subject))
        };
        let subject = writing.sbom.subject.map(|subject| writing.names.of_component(subject));
        if let Some(subject) = subject.filter(|subject| !is_listed && !in_rest(subject)) {
            list.serialize_element(&relationship(DOCUMENT, "DESCRIBES", subject))?;
        }
        let mut depends = HashSet::new();
        for pair @ (from, to) in &writing.sbom.dependencies {
            depends.insert(*from);
            let is_further = |index: &u32| writing.further_of[*index as usize].is_some();
            if is_further(from) || is_further(to) || of_rest.contains(pair) {
                continue;
            }
            let kind = if contained.binary_search(pair).is_ok() { "CONTAINS" } else { "DEPENDS_ON" };
            list.serialize_element(&relationship(name(*from), kind, name(*to)))?;
        }
        let answered = particulars.map_or(&[][..], |particulars| particulars.answered.as_slice());
        for index in answered.iter().filter(|index| !depends.contains(*index)) {
            list.serialize_element(&relationship(name(*index), "DEPENDS_ON", "NONE"))?;
        }
        let mut open = HashSet::new();
        for stated in particulars.iter().flat_map(|particulars| &particulars.completeness) {
            let is_open = stated.aggregate != "complete";
            for index in stated.dependencies_of.iter().filter(|index| is_open && open.insert(**index)) {
                list.serialize_element(&relationship(name(*index), "DEPENDS_ON", "NOASSERTION"))?;
            }
        }
        for raw in rest {
            list.serialize_element(raw)?;
        }
        list.end()
    }
}
