//! Writing CycloneDX JSON: the SBOM of a release as it goes into the papers, and whole documents.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::io;

use jiff::Timestamp;
use proofmark_facts::{Component, ComponentKind, NotCarried, OwnWords, Sbom, ToolUsed, WrittenSbom};
use proofmark_text::text;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::fitted::Fitting;
use super::references::{Tree, targets_of, unique_references};
use super::spoken::{Reference, is_program};
use super::version::CyclonedxVersion;
use super::whole::FurtherDependency;
use super::written_component::{AsRead, Written};
use super::written_document::{Head, Tail};
use crate::written_whole::written_whole;

/// What the written document says of itself and of the release it is about.
#[derive(Debug, Clone)]
pub struct CyclonedxHeading<'a> {
    /// In which version it is written.
    pub version: CyclonedxVersion,
    /// The product's name; the subject's where the SBOM has no subject of its own.
    pub product: &'a str,
    /// The release; the subject's version where the SBOM has no subject, or one without version.
    pub release: &'a str,
    /// A UUID (RFC 9562) that no other document has.
    pub serial: [u8; 16],
    /// When the document is made.
    pub created_at: Timestamp,
    /// The version of this program.
    pub tool_version: &'a str,
}

/// Writes an SBOM as CycloneDX JSON; equal input gives equal bytes.
///
/// Of an SBOM without particulars a new document is made: without a subject, the product becomes one that depends on every component
/// nothing else depends on; references that are missing or stand twice are made up. Reading it back gives the same components and
/// dependencies, the subject first.
///
/// One that was read whole is written again as it is, under its own serial number and time: reading it back gives an equal value.
/// What the version has no place for is left out and listed. One read from another format becomes a new document.
///
/// # Panics
///
/// Never: texts, numbers and lists always serialize. An index in `dependencies` beyond the components is
/// what no reader gives.
pub fn write_cyclonedx(sbom: &Sbom, heading: &CyclonedxHeading<'_>) -> WrittenSbom {
    written_whole(|out| write_cyclonedx_to(sbom, heading, out))
}

/// The same letter by letter to wherever it goes, so that no document of hundreds of megabytes is held; gives what was not carried. The
/// errors are those of `out`.
pub fn write_cyclonedx_to(
    sbom: &Sbom,
    heading: &CyclonedxHeading<'_>,
    mut out: impl io::Write,
) -> io::Result<Vec<NotCarried>> {
    let own_subject = subject_made_of(heading);
    let mut components: Vec<&Component> = sbom.components.iter().collect();
    let is_whole = sbom.particulars.is_some();
    let is_again = is_whole && sbom.origin.format.starts_with("CycloneDX ");
    let tree = if is_again { Tree::of(sbom) } else { Tree::flat(sbom) };
    let mut targets = targets_of(sbom, &tree);
    let mut subject = sbom.subject;
    if subject.is_none() && !is_again {
        subject = Some(components.len());
        components.push(&own_subject);
        targets.push(roots(sbom));
    }
    let references = unique_references(&components);
    let further = if is_again { further_dependencies(sbom) } else { Vec::new() };
    let writer = Writer {
        sbom,
        heading,
        targets,
        references,
        tree,
        subject,
        is_again,
        further,
        fitting: Fitting::new(heading.version, &sbom.origin.format, is_again),
        lost: RefCell::new(Vec::new()),
        components,
    };
    serde_json::to_writer_pretty(&mut out, &writer.document())?;
    out.write_all(b"\n")?;
    Ok(writer.lost.into_inner())
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: Option<String>,
    bom_format: &'static str,
    spec_version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    serial_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    metadata: Option<Head<'a, OneComponent<'a>>>,
    components: TheseComponents<'a>,
    /// Behind the components where the subject was read behind them.
    #[serde(rename = "metadata", skip_serializing_if = "Option::is_none")]
    late_metadata: Option<Head<'a, OneComponent<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    external_references: Vec<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dependencies: Option<Vec<Dependency<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    compositions: Vec<super::particulars::Composition>,
    #[serde(flatten)]
    as_read: AsRead<'a>,
}

#[derive(Serialize)]
struct Dependency<'a> {
    #[serde(rename = "ref")]
    reference: &'a str,
    #[serde(rename = "dependsOn", skip_serializing_if = "Vec::is_empty")]
    depends_on: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    provides: Vec<&'a str>,
}

/// Writes a document part by part.
struct Writer<'a> {
    sbom: &'a Sbom,
    heading: &'a CyclonedxHeading<'a>,
    /// The SBOM's, and the subject that is made where it has none.
    components: Vec<&'a Component>,
    targets: Vec<Vec<usize>>,
    references: Vec<String>,
    tree: Tree,
    subject: Option<usize>,
    /// A CycloneDX document that was read whole is written again.
    is_again: bool,
    /// What `dependencies` says beyond components.
    further: Vec<FurtherDependency>,
    fitting: Fitting,
    lost: RefCell<Vec<NotCarried>>,
}

impl<'a> Writer<'a> {
    fn document(&'a self) -> Document<'a> {
        let (mut head, mut tail) = (self.head(), self.tail());
        head.component = self.subject.map(|index| OneComponent { writer: self, index });
        self.keep_words(&mut head, &mut tail);
        self.fitting.references(&mut tail.external_references, "", &mut self.lost.borrow_mut());
        // Read again, the components stand in the same order.
        let is_late = self.is_again && self.subject.is_some_and(|index| index != 0);
        let head = Some(head).filter(|head| !head.is_empty());
        let (metadata, late_metadata) = if is_late { (None, head) } else { (head, None) };
        Document {
            schema: self.is_again.then(|| {
                format!("http://cyclonedx.org/schema/bom-{}.schema.json", self.heading.version.as_str())
            }),
            bom_format: "CycloneDX",
            spec_version: self.heading.version.as_str(),
            serial_number: self.serial(),
            version: tail.version,
            metadata,
            components: TheseComponents { writer: self, indices: self.outermost() },
            late_metadata,
            external_references: tail.external_references,
            dependencies: self.dependencies(),
            compositions: tail.compositions,
            as_read: tail.as_read,
        }
    }

    fn head(&self) -> Head<'a, OneComponent<'a>> {
        let by = ToolUsed {
            vendor: None,
            name: "proofmark".to_owned(),
            version: Some(self.heading.tool_version.to_owned()),
        };
        match self.sbom.particulars.as_deref() {
            None => Head::made(Some(self.heading.created_at), &[by]),
            Some(_) if self.is_again => Head::of_read(self.sbom),
            Some(particulars) => Head::of_read(self.sbom).made_with(particulars, by, self.heading.created_at),
        }
    }

    fn tail(&self) -> Tail<'a> {
        let reference = |index: u32| self.references.get(index as usize).cloned().unwrap_or_default();
        let mut tail = Tail::with(self.sbom, &reference);
        if !self.is_again {
            tail.version = Some(1);
        }
        if let Some(particulars) = self.sbom.particulars.as_deref().filter(|_| !self.is_again) {
            let has = [
                ("name", particulars.name.is_some()),
                ("licence texts", !particulars.licence_texts.is_empty()),
                ("parts", !particulars.contained.is_empty()),
            ];
            for (member, _) in has.into_iter().filter(|(_, is_there)| *is_there) {
                let why = match member {
                    "parts" => text!("bill-parts-as-dependencies"),
                    _ => text!("bill-no-place"),
                };
                self.lose("", member, why);
            }
        }
        tail
    }

    /// Puts what is kept as it was read into its place.
    fn keep_words(&'a self, head: &mut Head<'a, OneComponent<'a>>, tail: &mut Tail<'a>) {
        let words = self.sbom.particulars.as_deref().map(|it| it.own_words.as_slice()).unwrap_or_default();
        for words in words.iter().filter(|words| !self.is_again || words.member != "dependencies") {
            let Some(value) = self.fitted("", words) else { continue };
            match words.member.strip_prefix("metadata/") {
                Some(member) => head.as_read(member, value),
                None => tail.as_read(&words.member, value),
            }
        }
    }

    /// The words as they can stand in this version; `None`: they cannot.
    fn fitted(&self, of: &str, words: &OwnWords) -> Option<Box<RawValue>> {
        self.fitting.words(of, words, &mut self.lost.borrow_mut())
    }

    fn lose(&self, of: &str, member: &str, why: proofmark_text::Text) {
        let lost = NotCarried { of: of.to_owned(), member: member.to_owned(), why };
        self.lost.borrow_mut().push(lost);
    }

    fn serial(&self) -> Option<String> {
        let own = self
            .sbom
            .origin
            .serial
            .as_deref()
            .filter(|serial| self.sbom.particulars.is_some() && is_serial(serial));
        match own {
            Some(serial) => Some(serial.to_owned()),
            None if self.is_again && self.sbom.origin.serial.is_none() => None,
            None => Some(format!("urn:uuid:{}", uuid(self.heading.serial))),
        }
    }

    /// The components that stand in no other, without the subject, which stands first in the document.
    fn outermost(&self) -> Vec<usize> {
        (0..self.components.len())
            .filter(|&index| Some(index) != self.subject && !self.tree.is_inside(index))
            .collect()
    }

    /// The subject first, as it stands first in the document: then reading gives the same order again.
    fn dependencies(&'a self) -> Option<Vec<Dependency<'a>>> {
        let others = (0..self.components.len()).filter(|&index| Some(index) != self.subject);
        let order: Vec<usize> = self.subject.into_iter().chain(others).collect();
        let answered = self.sbom.particulars.as_deref().map(|particulars| {
            particulars.answered.iter().map(|index| *index as usize).collect::<HashSet<usize>>()
        });
        let says = |index: usize| {
            answered.as_ref().is_none_or(|answered| answered.contains(&index))
                || !self.targets[index].is_empty()
        };
        let mut all: Vec<Dependency<'a>> = Vec::new();
        for index in order.into_iter().filter(|&index| says(index)) {
            all.push(Dependency {
                reference: &self.references[index],
                depends_on: self.targets[index].iter().map(|&to| self.references[to].as_str()).collect(),
                provides: Vec::new(),
            });
        }
        self.add_further(&mut all);
        (!self.is_again || !all.is_empty()).then_some(all)
    }

    fn add_further(&'a self, all: &mut Vec<Dependency<'a>>) {
        if self.further.is_empty() {
            return;
        }
        let places: HashMap<&str, usize> =
            all.iter().enumerate().map(|(place, one)| (one.reference, place)).collect();
        for one in &self.further {
            let depends_on = one.depends_on.iter().map(String::as_str);
            let provides = one.provides.iter().map(String::as_str);
            match places.get(one.reference.as_str()) {
                Some(&place) => {
                    all[place].depends_on.extend(depends_on);
                    all[place].provides.extend(provides);
                }
                None => all.push(Dependency {
                    reference: &one.reference,
                    depends_on: depends_on.collect(),
                    provides: provides.collect(),
                }),
            }
        }
    }

    fn written(&'a self, index: usize) -> Written<'a, TheseComponents<'a>> {
        let component = self.components[index];
        let is_subject = Some(index) == self.subject;
        let has_reference = !self.is_again || !component.reference.is_empty() || self.is_named(index);
        let reference = has_reference.then(|| self.references[index].as_str());
        let mut written = Written::of(component, reference, is_subject);
        if is_subject && !self.is_again {
            written.version =
                written.version.or(Some(self.heading.release).filter(|release| !release.is_empty()));
        }
        let called = component.called();
        self.fitting.component(&mut written, component, &called, &mut self.lost.borrow_mut());
        for words in component.particulars.iter().flat_map(|particulars| &particulars.own_words) {
            if let Some(value) = self.fitted(&called, words) {
                written.as_read(&words.member, value);
            }
        }
        let authors = component.particulars.iter().flat_map(|particulars| &particulars.authors);
        for program in authors.filter(|party| is_program(party)) {
            self.lose(&called, "authors", text!("bill-program-as-author", program = program.name.as_str()));
        }
        let inside = self.tree.inside(index);
        if !inside.is_empty() {
            written.components = Some(TheseComponents { writer: self, indices: inside.to_vec() });
        }
        written
    }

    /// Whether something else in the document names the component.
    fn is_named(&self, index: usize) -> bool {
        self.tree.is_named(index)
    }
}

/// Writes one component when it is its turn, so that never all are held as they are written.
struct OneComponent<'a> {
    writer: &'a Writer<'a>,
    index: usize,
}

impl Serialize for OneComponent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.writer.written(self.index).serialize(serializer)
    }
}

/// Writes several.
struct TheseComponents<'a> {
    writer: &'a Writer<'a>,
    indices: Vec<usize>,
}

impl Serialize for TheseComponents<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.indices.iter().map(|&index| OneComponent { writer: self.writer, index }))
    }
}

fn subject_made_of(heading: &CyclonedxHeading<'_>) -> Component {
    Component {
        reference: heading.product.to_owned(),
        kind: ComponentKind::Application,
        name: heading.product.to_owned(),
        version: Some(heading.release.to_owned()).filter(|release| !release.is_empty()),
        own: true,
        ..Component::default()
    }
}

/// What was kept of `dependencies` as it was read.
fn further_dependencies(sbom: &Sbom) -> Vec<FurtherDependency> {
    let words = sbom.particulars.iter().flat_map(|particulars| &particulars.own_words);
    let kept = words.filter(|words| words.member == "dependencies");
    kept.flat_map(|words| serde_json::from_str::<Vec<FurtherDependency>>(&words.json).unwrap_or_default())
        .collect()
}

/// The components nothing depends on; all of them where dependencies run in circles only.
fn roots(sbom: &Sbom) -> Vec<usize> {
    let depended_on: HashSet<usize> = sbom.dependencies.iter().map(|&(_, to)| to as usize).collect();
    let roots: Vec<usize> = (0..sbom.components.len()).filter(|index| !depended_on.contains(index)).collect();
    if roots.is_empty() { (0..sbom.components.len()).collect() } else { roots }
}

/// Whether this is a serial number as the schema asks for one.
fn is_serial(written: &str) -> bool {
    let Some(uuid) = written.strip_prefix("urn:uuid:") else { return false };
    let parts: Vec<&str> = uuid.split('-').collect();
    let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
        && parts.iter().all(|part| part.bytes().all(hexadecimal))
}

/// RFC 9562 section 4.
fn uuid(bytes: [u8; 16]) -> String {
    let mut written = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            written.push('-');
        }
        write!(written, "{byte:02x}").expect("writing into a string cannot fail");
    }
    written
}
