//! What a document says of itself, as it is written.

use jiff::Timestamp;
use proofmark_facts::{Completeness, Sbom, SbomParticulars, ToolUsed};
use serde::Serialize;
use serde_json::value::RawValue;

use super::particulars::{Composition, Lifecycle};
use super::spoken::{Contact, LicenceChoice, Organisation, Reference, Tools, authors, is_program};
use super::written_component::AsRead;

/// `metadata`. `C` is what writes the component the document is about.
#[derive(Serialize)]
pub(super) struct Head<'a, C> {
    #[serde(skip_serializing_if = "Option::is_none")]
    timestamp: Option<Timestamp>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lifecycles: Vec<Lifecycle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tools: Option<Tools>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Contact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    manufacturer: Option<Organisation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    supplier: Option<Organisation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) licenses: Vec<LicenceChoice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) component: Option<C>,
    #[serde(flatten)]
    pub(super) as_read: AsRead<'a>,
}

impl<'a, C> Head<'a, C> {
    /// What was read of a document, and nothing else.
    pub(super) fn of_read(sbom: &'a Sbom) -> Self {
        let mut head = Self::made(sbom.origin.created_at, &[]);
        let Some(particulars) = sbom.particulars.as_deref() else { return head };
        let phase = |phase: &String| Lifecycle { phase: phase.clone() };
        head.lifecycles = particulars.lifecycles.iter().map(phase).collect();
        let tools = tools(particulars);
        head.tools = (!tools.is_empty()).then(|| Tools::of(&tools));
        head.authors = authors(&particulars.authors);
        head.manufacturer = particulars.manufacturer.as_ref().map(Organisation::of);
        head.supplier = particulars.supplier.as_ref().map(Organisation::of);
        head.licenses = particulars.licences.iter().map(LicenceChoice::of).collect();
        head
    }

    /// Of a document that is made now.
    pub(super) fn made(timestamp: Option<Timestamp>, tools: &[ToolUsed]) -> Self {
        Self {
            timestamp,
            lifecycles: Vec::new(),
            tools: (!tools.is_empty()).then(|| Tools::of(tools)),
            authors: Vec::new(),
            manufacturer: None,
            supplier: None,
            licenses: Vec::new(),
            component: None,
            as_read: AsRead::default(),
        }
    }

    /// The same, made by this tool as well, and at this time where none is stated.
    pub(super) fn made_with(mut self, particulars: &SbomParticulars, by: ToolUsed, at: Timestamp) -> Self {
        let all: Vec<ToolUsed> = tools(particulars).into_iter().chain([by]).collect();
        self.tools = Some(Tools::of(&all));
        self.timestamp = self.timestamp.or(Some(at));
        self
    }

    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        let Self {
            timestamp,
            lifecycles,
            tools,
            authors,
            manufacturer,
            supplier,
            licenses,
            component,
            as_read,
        } = self;
        let lists = [lifecycles.is_empty(), authors.is_empty(), licenses.is_empty(), as_read.0.is_empty()];
        let no_party = manufacturer.is_none() && supplier.is_none();
        timestamp.is_none() && tools.is_none() && no_party && component.is_none() && lists == [true; 4]
    }

    /// Writes a member as it was read in place of what would be written of it.
    pub(super) fn as_read(&mut self, member: &'a str, value: Box<RawValue>) {
        match member {
            "timestamp" => self.timestamp = None,
            "lifecycles" => self.lifecycles.clear(),
            "tools" => self.tools = None,
            "authors" => self.authors.clear(),
            "manufacturer" => self.manufacturer = None,
            "supplier" => self.supplier = None,
            "licenses" => self.licenses.clear(),
            _ => {}
        }
        self.as_read.0.push((member, value));
    }
}

/// The tools a document was made with, those included that another format names among its authors (`SoftwareAgent` of SPDX 3).
fn tools(particulars: &SbomParticulars) -> Vec<ToolUsed> {
    let mut tools = particulars.tools.clone();
    for program in particulars.authors.iter().filter(|party| is_program(party)) {
        if tools.iter().all(|tool| tool.name != program.name) {
            tools.push(ToolUsed { name: program.name.clone(), ..ToolUsed::default() });
        }
    }
    tools
}

/// What stands beside the components.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Tail<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) external_references: Vec<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) compositions: Vec<Composition>,
    #[serde(flatten)]
    pub(super) as_read: AsRead<'a>,
}

impl<'a> Tail<'a> {
    /// What was read, components named by the references they were read with.
    pub(super) fn of(sbom: &'a Sbom) -> Self {
        Self::with(sbom, &|index| {
            sbom.components
                .get(index as usize)
                .map(|component| component.reference.clone())
                .unwrap_or_default()
        })
    }

    /// The same with other references.
    pub(super) fn with(sbom: &'a Sbom, reference: &dyn Fn(u32) -> String) -> Self {
        let mut tail = Self {
            version: None,
            external_references: Vec::new(),
            compositions: Vec::new(),
            as_read: AsRead::default(),
        };
        let Some(particulars) = sbom.particulars.as_deref() else { return tail };
        let all = |indices: &[u32]| indices.iter().map(|index| reference(*index)).collect();
        let composition = |one: &Completeness| Composition {
            aggregate: one.aggregate.clone(),
            assemblies: all(&one.parts_of),
            dependencies: all(&one.dependencies_of),
        };
        tail.version = particulars.edition;
        tail.external_references = particulars.external_references.iter().map(Reference::of).collect();
        tail.compositions = particulars.completeness.iter().map(composition).collect();
        tail
    }

    /// Writes a member as it was read in place of what would be written of it.
    pub(super) fn as_read(&mut self, member: &'a str, value: Box<RawValue>) {
        match member {
            "version" => self.version = None,
            "externalReferences" => self.external_references.clear(),
            "compositions" => self.compositions.clear(),
            _ => {}
        }
        self.as_read.0.push((member, value));
    }
}
