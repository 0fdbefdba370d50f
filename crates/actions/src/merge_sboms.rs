//! Merges the component lists of parts into that of the product they are built into. Nothing is kept.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use proofmark_facts::{
    Completeness, Component, NotCarried, OwnWords, Particulars, Problem, Sbom, SbomParticulars, ToolUsed,
    WrittenSbom,
};
use proofmark_formats::{CyclonedxHeading, CyclonedxVersion, write_cyclonedx};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::convert_sbom::read_whole;
use crate::error::ActionError;

/// What a merge says beside the document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct MergeReport {
    /// How many components stand in the merged list.
    pub components: usize,
    /// How many components of parts were the same as one that was there.
    pub unified: usize,
    /// What was noticed while the lists were read.
    pub notices: Vec<Problem>,
    /// Where the lists contradict each other, and what was done.
    pub conflicts: Vec<MergeConflict>,
    /// What of them does not stand in the document that was written.
    pub not_carried: Vec<NotCarried>,
}

/// Two lists say different things of one component.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MergeConflict {
    /// The part's file.
    pub part: String,
    /// The component.
    pub component: String,
    /// In what they differ, and which of both stands in the merged list.
    pub says: Text,
}

/// Merges the parts into the product, each by its file's name.
pub fn merge_sboms(
    product: (&str, Vec<u8>),
    parts: Vec<(String, Vec<u8>)>,
    heading: &CyclonedxHeading<'_>,
) -> Result<(String, MergeReport), ActionError> {
    let (mut sbom, notices) = read_whole(product.0, product.1)?;
    let mut report = MergeReport { notices, ..MergeReport::default() };
    let mut merging = Merging::into(&mut sbom, &mut report);
    let mut names = HashSet::new();
    for (number, (file, bytes)) in parts.into_iter().enumerate() {
        let (part, notices) = read_whole(&file, bytes)?;
        merging.report.notices.extend(notices);
        let mut prefix = stem(&file).to_owned();
        if !names.insert(prefix.clone()) {
            prefix = format!("{prefix}-{}", number + 1);
        }
        merging.add(&file, &prefix, part);
    }
    new_document(&mut sbom, heading.serial, heading.created_at, heading.tool_version, &mut report);
    let version =
        if sbom.origin.format == "CycloneDX 1.7" { CyclonedxVersion::V1_7 } else { heading.version };
    let WrittenSbom { document, not_carried } =
        write_cyclonedx(&sbom, &CyclonedxHeading { version, ..heading.clone() });
    report.not_carried.extend(not_carried);
    report.components = sbom.components.len();
    Ok((document, report))
}

/// The file's name without folder and endings.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.split('.').find(|word| !word.is_empty()).unwrap_or(name)
}

/// What was made of others is a document of its own: it has a serial number, a date and a first edition, and no signature holds of it.
fn new_document(
    sbom: &mut Sbom,
    serial: [u8; 16],
    at: Timestamp,
    tool_version: &str,
    report: &mut MergeReport,
) {
    sbom.origin.created_at = Some(at);
    sbom.origin.serial = Some(urn(serial));
    let Some(particulars) = sbom.particulars.as_deref_mut() else { return };
    particulars.edition = Some(1);
    if std::mem::take(&mut particulars.signed) {
        let why = text!("bill-merge-signature");
        report.not_carried.push(NotCarried { of: String::new(), member: "signature".to_owned(), why });
    }
    let goes = ["signature", "metadata/timestamp", "version"];
    particulars.own_words.retain(|words| !goes.contains(&words.member.as_str()));
    if particulars.own_words.iter().all(|words| words.member != "metadata/tools") {
        let version = Some(tool_version.to_owned());
        particulars.tools.push(ToolUsed { vendor: None, name: "proofmark".to_owned(), version });
    }
}

/// The serial number as a URN (RFC 9562 section 4).
pub(crate) fn urn(serial: [u8; 16]) -> String {
    let hex: String = serial.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    format!("urn:uuid:{}", parts.join("-"))
}

/// A product's list that takes in those of its parts.
struct Merging<'m> {
    sbom: &'m mut Sbom,
    report: &'m mut MergeReport,
    /// Components by package URL: several where their digests differ.
    by_purl: HashMap<String, Vec<usize>>,
    references: HashSet<String>,
}

impl<'m> Merging<'m> {
    fn into(sbom: &'m mut Sbom, report: &'m mut MergeReport) -> Self {
        let mut by_purl: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, component) in sbom.components.iter().enumerate() {
            if let Some(purl) = &component.purl {
                by_purl.entry(purl.to_string()).or_default().push(index);
            }
        }
        let references = sbom.components.iter().map(|component| component.reference.clone()).collect();
        Self { sbom, report, by_purl, references }
    }

    fn add(&mut self, file: &str, prefix: &str, part: Sbom) {
        let Sbom { origin, subject, components, dependencies, particulars } = part;
        let same_format = family(&origin.format) == family(&self.sbom.origin.format);
        let mut renamed = HashMap::new();
        let mut places = Vec::with_capacity(components.len());
        for (index, mut component) in components.into_iter().enumerate() {
            let is_subject = subject == Some(index);
            let there = if is_subject { self.place_of_part(&component) } else { self.same(file, &component) };
            let old = component.reference.clone();
            if let Some(place) = there {
                renamed.insert(old, self.sbom.components[place].reference.clone());
                self.report.unified += 1;
                self.unify(file, place, component);
                places.push(place);
                continue;
            }
            component.reference = self.reference(prefix, &old);
            component.own &= is_subject;
            renamed.insert(old, component.reference.clone());
            let place = self.sbom.components.len();
            if let Some(purl) = &component.purl {
                self.by_purl.entry(purl.to_string()).or_default().push(place);
            }
            if is_subject {
                self.hang(file, place, &component);
            }
            self.sbom.components.push(component);
            places.push(place);
        }
        self.rename_inside(&places, &renamed);
        let place = |index: u32| u32::try_from(*places.get(index as usize)?).ok();
        let pairs = dependencies.iter().filter_map(|(from, to)| Some((place(*from)?, place(*to)?)));
        self.sbom.dependencies.extend(pairs.filter(|(from, to)| from != to));
        self.sbom.dependencies.sort_unstable();
        self.sbom.dependencies.dedup();
        if let Some(particulars) = particulars {
            self.add_particulars(file, *particulars, &place, &renamed, same_format);
        }
        if same_format && origin.format > self.sbom.origin.format {
            self.sbom.origin.format = origin.format;
        }
    }

    /// Where the product lists the part: by package URL, else by name and version.
    fn place_of_part(&self, part: &Component) -> Option<usize> {
        let by_purl = part.purl.as_ref().and_then(|purl| self.by_purl.get(&purl.to_string()));
        by_purl.and_then(|all| all.first().copied()).or_else(|| {
            self.sbom.components.iter().position(|component| {
                component.name == part.name
                    && component.version == part.version
                    && (component.group == part.group || component.purl.is_none())
            })
        })
    }

    /// The component that is the same: of the same package URL, and no digest of one says that it is another.
    fn same(&mut self, file: &str, component: &Component) -> Option<usize> {
        let all = self.by_purl.get(&component.purl.as_ref()?.to_string())?;
        let differs = |place: &&usize| {
            let there = &self.sbom.components[**place].digests;
            component.digests.iter().any(|(algorithm, value)| {
                there.iter().any(|(known, other)| known == algorithm && other != value)
            })
        };
        let found = all.iter().find(|place| !differs(place)).copied();
        if found.is_none() {
            let says = text!("bill-merge-digests");
            self.report.conflicts.push(conflict(file, component, says));
        }
        found
    }

    fn unify(&mut self, file: &str, place: usize, other: Component) {
        let kept = &mut self.sbom.components[place];
        let differs = [
            ("version", kept.version.is_some() && other.version.is_some() && kept.version != other.version),
            (
                "licenses",
                !kept.licences.is_empty() && !other.licences.is_empty() && kept.licences != other.licences,
            ),
            (
                "supplier",
                kept.supplier.is_some() && other.supplier.is_some() && kept.supplier != other.supplier,
            ),
        ];
        for (member, _) in differs.into_iter().filter(|(_, differs)| *differs) {
            let says = text!("bill-merge-differs", member = member);
            self.report.conflicts.push(conflict(file, &other, says));
        }
        kept.version = kept.version.take().or(other.version);
        kept.purl = kept.purl.take().or(other.purl);
        kept.supplier = kept.supplier.take().or(other.supplier);
        if kept.licences.is_empty() {
            kept.licences = other.licences;
        }
        // Whatever it is found by stays.
        kept.also_found_by(other.cpe.into_iter().chain(other.more_cpes), other.revisions);
        for digest in other.digests {
            if kept.digests.iter().all(|(algorithm, _)| *algorithm != digest.0) {
                kept.digests.push(digest);
            }
        }
        if let Some(particulars) = other.particulars {
            kept.particulars.get_or_insert_with(Box::<Particulars>::default).fill_from(*particulars);
        }
    }

    /// A reference that nothing has, made of the part's name and its own.
    fn reference(&mut self, prefix: &str, old: &str) -> String {
        let mut reference = format!("{prefix}/{old}");
        if old.is_empty() {
            reference = format!("{prefix}/component-{}", self.sbom.components.len());
        }
        while !self.references.insert(reference.clone()) {
            reference.push('-');
        }
        reference
    }

    /// A part the product does not list: the product depends on it.
    fn hang(&mut self, file: &str, place: usize, component: &Component) {
        let ends = self
            .sbom
            .subject
            .and_then(|subject| Some((u32::try_from(subject).ok()?, u32::try_from(place).ok()?)));
        self.sbom.dependencies.extend(ends);
        self.report.conflicts.push(conflict(file, component, text!("bill-merge-not-listed")));
    }

    /// What is kept in the format's own words names components by reference too.
    fn rename_inside(&mut self, places: &[usize], renamed: &HashMap<String, String>) {
        for place in places {
            let particulars = self.sbom.components[*place].particulars.as_deref_mut();
            for words in particulars.into_iter().flat_map(|particulars| &mut particulars.own_words) {
                rename(words, renamed);
            }
        }
    }

    fn add_particulars(
        &mut self,
        file: &str,
        part: SbomParticulars,
        place: &dyn Fn(u32) -> Option<u32>,
        renamed: &HashMap<String, String>,
        same_format: bool,
    ) {
        let all = |indices: &[u32]| indices.iter().filter_map(|index| place(*index)).collect();
        let kept = self.sbom.particulars.get_or_insert_default();
        let contained = part.contained.iter().filter_map(|(from, to)| Some((place(*from)?, place(*to)?)));
        kept.contained.extend(contained);
        kept.answered.extend(part.answered.iter().filter_map(|index| place(*index)));
        kept.answered.sort_unstable();
        kept.answered.dedup();
        kept.contained.sort_unstable();
        kept.contained.dedup();
        kept.completeness.extend(part.completeness.iter().map(|one| Completeness {
            aggregate: one.aggregate.clone(),
            parts_of: all(&one.parts_of),
            dependencies_of: all(&one.dependencies_of),
        }));
        for text in &part.licence_texts {
            if !kept.licence_texts.contains(text) {
                kept.licence_texts.push(text.clone());
            }
        }
        let why = || text!("bill-merge-of-part", part = file);
        for member in said_of_itself(&part) {
            let lost = NotCarried { of: file.to_owned(), member: member.to_owned(), why: why() };
            self.report.not_carried.push(lost);
        }
        for mut words in part.own_words {
            rename(&mut words, renamed);
            let joined = same_format
                && !words.member.starts_with("metadata/")
                && match kept.own_words.iter_mut().find(|known| known.member == words.member) {
                    Some(known) => join(known, &words),
                    None if words.json.starts_with('[') => {
                        kept.own_words.push(words.clone());
                        true
                    }
                    None => false,
                };
            if !joined && !matches!(words.member.as_str(), "version" | "metadata/timestamp") {
                let lost = NotCarried { of: file.to_owned(), member: words.member, why: why() };
                self.report.not_carried.push(lost);
            }
        }
    }
}

/// The format without its version.
/// What a part's list says of itself: who made it, when in its life, under which licence. Of the merged list it does not hold.
fn said_of_itself(part: &SbomParticulars) -> impl Iterator<Item = &'static str> {
    let said = [
        ("metadata/authors", !part.authors.is_empty()),
        ("metadata/manufacturer", part.manufacturer.is_some()),
        ("metadata/supplier", part.supplier.is_some()),
        ("metadata/tools", !part.tools.is_empty()),
        ("metadata/lifecycles", !part.lifecycles.is_empty()),
        ("metadata/licenses", !part.licences.is_empty()),
        ("externalReferences", !part.external_references.is_empty()),
    ];
    let of_own_words: Vec<String> = part.own_words.iter().map(|words| words.member.clone()).collect();
    let told_once = move |member: &str| of_own_words.iter().all(|own| own != member);
    said.into_iter().filter(move |(member, is_said)| *is_said && told_once(member)).map(|(member, _)| member)
}

fn family(format: &str) -> &str {
    format.split([' ', '-']).next().unwrap_or(format)
}

fn conflict(file: &str, component: &Component, says: Text) -> MergeConflict {
    MergeConflict { part: file.to_owned(), component: component.called(), says }
}

/// Adds one list to another.
fn join(known: &mut OwnWords, more: &OwnWords) -> bool {
    let (Some(first), Some(second)) = (known.json.strip_suffix(']'), more.json.strip_prefix('[')) else {
        return false;
    };
    let comma = if first == "[" || second == "]" { "" } else { "," };
    known.json = format!("{first}{comma}{second}");
    true
}

/// Members whose values are references.
const REFERRING: [&str; 9] = [
    "ref",
    "bom-ref",
    "dependsOn",
    "provides",
    "assemblies",
    "dependencies",
    "subjects",
    "resourceReferences",
    "attributedTo",
];

fn rename(words: &mut OwnWords, renamed: &HashMap<String, String>) {
    let Ok(mut value) = serde_json::from_str::<Value>(&words.json) else { return };
    if rename_in(&mut value, &words.member, renamed)
        && let Ok(json) = serde_json::to_string(&value)
    {
        words.json = json;
    }
}

fn rename_in(value: &mut Value, member: &str, renamed: &HashMap<String, String>) -> bool {
    match value {
        Value::String(written) if REFERRING.contains(&member) => match renamed.get(written.as_str()) {
            Some(new) if new != written => {
                written.clone_from(new);
                true
            }
            _ => false,
        },
        Value::Array(items) => {
            items.iter_mut().fold(false, |any, item| rename_in(item, member, renamed) | any)
        }
        Value::Object(members) => {
            members.iter_mut().fold(false, |any, (name, value)| rename_in(value, name, renamed) | any)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proofmark_formats::{Limits, read_cyclonedx};

    use super::*;

    const PRODUCT: &str = r#"{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"type":"device","bom-ref":"p","name":"p"}},
        "components":[{"type":"firmware","bom-ref":"radio","name":"radio","version":"2"},
        {"type":"library","bom-ref":"z","name":"zlib","version":"1.3","purl":"pkg:generic/zlib@1.3","licenses":[{"license":{"id":"Zlib"}}]}],
        "dependencies":[{"ref":"p","dependsOn":["radio","z"]}]}"#;
    const PART: &str = r#"{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"type":"firmware","bom-ref":"p","name":"radio","version":"2"}},
        "components":[{"type":"library","bom-ref":"z","name":"zlib","version":"1.3","purl":"pkg:generic/zlib@1.3","licenses":[{"license":{"id":"MIT"}}],"copyright":"c"},
        {"type":"library","bom-ref":"a","name":"a","version":"1"}],
        "dependencies":[{"ref":"p","dependsOn":["z","a"]}],
        "vulnerabilities":[{"id":"CVE-2026-1","affects":[{"ref":"a"},{"ref":"z"}]}]}"#;

    fn merged(parts: &[&str]) -> (String, MergeReport) {
        let heading = CyclonedxHeading {
            version: CyclonedxVersion::V1_6,
            product: "p",
            release: "1",
            serial: [0xab; 16],
            created_at: "2027-01-02T03:04:05Z".parse().unwrap(),
            tool_version: "0",
        };
        let parts =
            parts.iter().map(|part| ("radio.cdx.json".to_owned(), part.as_bytes().to_vec())).collect();
        merge_sboms(("p.json", PRODUCT.as_bytes().to_vec()), parts, &heading).unwrap()
    }

    #[test]
    fn a_part_is_hung_where_the_product_lists_it_and_what_both_have_stands_once() {
        let (document, report) = merged(&[PART]);
        let sbom = read_cyclonedx(document.as_bytes(), &Limits::default().whole()).value.unwrap();
        let names: Vec<&str> = sbom.components.iter().map(|component| component.reference.as_str()).collect();
        assert_eq!(names, ["p", "radio", "z", "radio/a"]);
        assert_eq!(sbom.dependencies, [(0, 1), (0, 2), (1, 2), (1, 3)]);
        assert_eq!(sbom.components[2].particulars.as_ref().unwrap().copyright.as_deref(), Some("c"));
        assert_eq!(sbom.components[2].licences, ["Zlib"], "the product's own word stands");
        let told: Vec<(&str, &str)> =
            report.conflicts.iter().map(|one| (one.component.as_str(), one.says.id())).collect();
        assert_eq!(told, [("pkg:generic/zlib@1.3", "bill-merge-differs")]);
        assert_eq!((report.components, report.unified), (4, 2));
        // What is kept in the format's own words follows the references.
        assert!(document.contains(r#"{"ref":"radio/a"},{"ref":"z"}"#), "{document}");
        assert_eq!(sbom.origin.serial.as_deref(), Some("urn:uuid:abababab-abab-abab-abab-abababababab"));
    }

    #[test]
    fn whatever_a_component_is_found_by_stays_and_what_a_part_says_of_itself_is_told() {
        let list = |cpe: &str, more: &str| {
            format!(
                r#"{{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{{{more}"component":{{"type":"application","name":"p","version":"1"}}}},
                "components":[{{"type":"library","bom-ref":"z","name":"zlib","version":"1","purl":"pkg:generic/zlib@1","cpe":"{cpe}"}}]}}"#
            )
        };
        let own = list("cpe:2.3:a:zlib:zlib:1:*:*:*:*:*:*:*", "");
        let piece = list("cpe:2.3:a:gnu:zlib:1:*:*:*:*:*:*:*", r#""authors":[{"name":"A"}],"#);
        let (document, report) = merged(&[&own, &piece]);
        assert!(document.contains("a:zlib:zlib") && document.contains("a:gnu:zlib"), "{document}");
        let gone: Vec<&str> = report.not_carried.iter().map(|one| one.member.as_str()).collect();
        assert_eq!(gone, ["metadata/authors"]);
    }

    #[test]
    fn other_digests_are_another_component_and_a_part_that_is_not_listed_hangs_on_the_product() {
        let digest =
            |sign: &str| format!(r#""hashes":[{{"alg":"MD5","content":"{}"}}],"copyright""#, sign.repeat(32));
        let (one, other) =
            (PART.replace("\"copyright\"", &digest("0")), PART.replace("\"copyright\"", &digest("1")));
        let other = other.replace("\"version\":\"2\"", "\"version\":\"3\"");
        let (document, report) = merged(&[&one, &other]);
        let sbom = read_cyclonedx(document.as_bytes(), &Limits::default()).value.unwrap();
        let names: Vec<&str> = sbom.components.iter().map(|component| component.reference.as_str()).collect();
        assert_eq!(names, ["p", "radio", "z", "radio/a", "radio-2/p", "radio-2/z", "radio-2/a"]);
        assert!(sbom.dependencies.contains(&(0, 4)), "{:?}", sbom.dependencies);
        let told: Vec<&str> = report.conflicts.iter().map(|one| one.says.id()).collect();
        assert_eq!(told, ["bill-merge-differs", "bill-merge-not-listed", "bill-merge-digests"]);
    }
}
