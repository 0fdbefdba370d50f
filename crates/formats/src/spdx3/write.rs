//! Writing SPDX 3.0.1 as JSON-LD in the compact form of its schema (<https://spdx.github.io/spdx-spec/v3.0.1/>), with what BSI
//! TR-03183-2 asks of it: profiles core, software and simple licensing.

use std::collections::{BTreeMap, HashMap, HashSet};

use proofmark_facts::{Component, LicenceSense, Party, PartyKind, Sbom, WrittenSbom};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::not_carried::not_carried;
use super::written_package::{agent, file, package};
use crate::spdx::{Extracted, SpdxHeading, instant, urn, with_product};

/// The element that stands for nothing: what depends on it depends on nothing.
const NONE: &str = "https://spdx.org/rdf/3.0.1/terms/Core/NoneElement";

/// Writes an SBOM as SPDX 3.0.1; equal input gives equal bytes.
///
/// Every component is a `software_Package`; the file it is delivered as is a `software_File` beside it, by a relationship
/// `hasDistributionArtifact`. What SPDX 3.0.1 has no place for is told.
///
/// # Panics
///
/// Never: texts, numbers and lists always serialize. An index in `dependencies` beyond the components is what no reader gives.
pub fn write_spdx_3(sbom: &Sbom, heading: &SpdxHeading<'_>) -> WrittenSbom {
    let not_carried = not_carried(sbom);
    let with_subject;
    let sbom = if sbom.subject.is_none() && !heading.goes_on {
        with_subject = with_product(sbom, heading.product, heading.release);
        &with_subject
    } else {
        sbom
    };
    let writing = Writing::of(sbom, heading);
    let mut document =
        serde_json::to_string_pretty(&writing).expect("texts, numbers and lists always serialize");
    document.push('\n');
    WrittenSbom { document, not_carried }
}

struct Writing<'a> {
    sbom: &'a Sbom,
    heading: &'a SpdxHeading<'a>,
    /// What every identifier of the document begins with.
    namespace: String,
    ids: Vec<String>,
    licences: Extracted,
    /// Licence expressions in order, each with its number.
    expressions: BTreeMap<String, usize>,
    agents: Agents<'a>,
}

/// Persons and organisations, each once.
#[derive(Default)]
struct Agents<'a> {
    all: Vec<Party>,
    by_party: HashMap<&'a Party, usize>,
    by_name: HashMap<&'a str, usize>,
}

impl<'a> Agents<'a> {
    fn party(&mut self, party: &'a Party) {
        if !self.by_party.contains_key(party) {
            self.by_party.insert(party, self.all.len());
            self.all.push(party.clone());
        }
    }

    fn name(&mut self, name: &'a str) {
        if !self.by_name.contains_key(name) {
            self.by_name.insert(name, self.all.len());
            self.all.push(Party { kind: Some(PartyKind::Organisation), ..Party::named(name) });
        }
    }
}

/// What each component leads to.
type Lists<'w> = BTreeMap<u32, Vec<&'w str>>;

/// The licences of a component in one sense.
fn expression(component: &Component, licences: &Extracted, sense: LicenceSense) -> Option<String> {
    match component.particulars.as_deref() {
        Some(particulars) => licences.expression(&particulars.licences, sense),
        None if sense == LicenceSense::Declared => licences.expression_of_words(&component.licences),
        None => None,
    }
}

const SENSES: [(LicenceSense, &str); 2] =
    [(LicenceSense::Concluded, "hasConcludedLicense"), (LicenceSense::Declared, "hasDeclaredLicense")];

impl<'a> Writing<'a> {
    fn of(sbom: &'a Sbom, heading: &'a SpdxHeading<'a>) -> Self {
        let kept = sbom.origin.serial.clone().filter(|serial| heading.goes_on && is_iri(serial));
        let namespace = kept.unwrap_or_else(|| urn(heading.serial));
        let licences = Extracted::of(sbom, false);
        let mut expressions: BTreeMap<String, usize> = BTreeMap::new();
        let mut agents = Agents::default();
        if let Some(particulars) = sbom.particulars.as_deref() {
            particulars.manufacturer.iter().chain(&particulars.authors).for_each(|party| agents.party(party));
        }
        for component in &sbom.components {
            for (sense, _) in SENSES {
                let number = expressions.len();
                if let Some(words) = expression(component, &licences, sense) {
                    expressions.entry(words).or_insert(number);
                }
            }
            match component.particulars.as_deref() {
                Some(it) => {
                    it.supplier
                        .iter()
                        .chain(&it.manufacturer)
                        .chain(&it.authors)
                        .for_each(|it| agents.party(it));
                }
                None => component.supplier.iter().for_each(|name| agents.name(name)),
            }
        }
        Self { sbom, heading, ids: ids(sbom, &namespace), namespace, licences, expressions, agents }
    }

    fn id(&self, kind: &str, number: usize) -> String {
        format!("{}#{kind}-{number}", self.namespace)
    }

    fn agent_of(&self, party: &Party) -> String {
        self.id("agent", self.agents.by_party.get(party).copied().unwrap_or_default())
    }

    fn creation(&self) -> Value {
        let particulars = self.sbom.particulars.as_deref();
        let makers = particulars.into_iter().flat_map(|it| it.manufacturer.iter().chain(&it.authors));
        let mut makers: Vec<String> = makers.map(|party| self.agent_of(party)).collect();
        if makers.is_empty() {
            makers.push(self.id("tool", 0));
        }
        let created = self.sbom.origin.created_at.filter(|_| self.heading.goes_on);
        let mut creation = json!({
            "type": "CreationInfo", "@id": "_:creationinfo", "specVersion": "3.0.1",
            "created": instant(created.unwrap_or(self.heading.created_at)), "createdBy": makers,
        });
        let tools: Vec<String> =
            (1..=particulars.map_or(0, |it| it.tools.len())).map(|number| self.id("tool", number)).collect();
        if !tools.is_empty() {
            creation["createdUsing"] = json!(tools);
        }
        creation
    }

    /// Those who made the document and what it speaks of.
    fn makers(&self) -> Vec<Value> {
        let mut makers: Vec<Value> = self
            .agents
            .all
            .iter()
            .enumerate()
            .map(|(number, party)| agent(party, &self.id("agent", number)))
            .collect();
        let own = format!("proofmark {}", self.heading.tool_version);
        makers.push(element("SoftwareAgent", &self.id("tool", 0), json!({"name": own})));
        for (number, tool) in self.sbom.particulars.iter().flat_map(|it| &it.tools).enumerate() {
            let name =
                tool.version.as_ref().map_or(tool.name.clone(), |version| format!("{} {version}", tool.name));
            makers.push(element("Tool", &self.id("tool", number + 1), json!({"name": name})));
        }
        makers
    }

    fn documents(&self) -> Vec<Value> {
        let name = self.sbom.particulars.as_deref().and_then(|it| it.name.as_deref());
        let name = name.filter(|name| !name.is_empty()).unwrap_or(self.heading.product);
        let profiles = json!(["core", "software", "simpleLicensing"]);
        let licence = self.id("licence", self.expressions.len());
        let sbom = self.id("sbom", 0);
        let roots: Vec<&String> = self.sbom.subject.iter().map(|subject| &self.ids[*subject]).collect();
        let mut bom = json!({"profileConformance": profiles, "element": self.ids});
        // One that is about nothing in particular names nothing.
        if !roots.is_empty() {
            bom["rootElement"] = json!(roots);
        }
        let document = json!({
            "name": name, "profileConformance": profiles, "rootElement": [&sbom], "element": [&sbom], "dataLicense": &licence,
        });
        let data = json!({"simplelicensing_licenseExpression": "CC0-1.0"});
        vec![
            element("simplelicensing_LicenseExpression", &licence, data),
            element("SpdxDocument", &self.namespace, document),
            element("software_Sbom", &sbom, bom),
        ]
    }

    fn licence_elements(&self) -> Vec<Value> {
        let text_id = |number: usize| self.id("licence-text", number);
        let mut written: Vec<Value> = Vec::new();
        for (number, licence) in self.licences.all.iter().enumerate() {
            let mut members =
                json!({"simplelicensing_licenseText": licence.text.as_deref().unwrap_or("NOASSERTION")});
            if let Some(name) = &licence.name {
                members["name"] = json!(name);
            }
            written.push(element("simplelicensing_SimpleLicensingText", &text_id(number), members));
        }
        for (words, number) in &self.expressions {
            let mut members = json!({"simplelicensing_licenseExpression": words});
            let named: HashSet<&str> = words.split([' ', '(', ')', '+']).collect();
            let texts = self.licences.all.iter().enumerate().filter(|(_, it)| named.contains(it.id.as_str()));
            let texts: Vec<Value> = texts
                .map(
                    |(number, it)| json!({"type": "DictionaryEntry", "key": it.id, "value": text_id(number)}),
                )
                .collect();
            if !texts.is_empty() {
                members["simplelicensing_customIdToUri"] = json!(texts);
            }
            written.push(element("simplelicensing_LicenseExpression", &self.id("licence", *number), members));
        }
        written
    }

    /// The package, and the file it is delivered as.
    fn component(&self, index: usize) -> Vec<Value> {
        let component = &self.sbom.components[index];
        let id = &self.ids[index];
        let mut written = vec![element("software_Package", id, package(component))];
        let is_release =
            self.sbom.subject == Some(index) && component.version.is_none() && !self.heading.goes_on;
        if is_release && !self.heading.release.is_empty() {
            written[0]["software_packageVersion"] = json!(self.heading.release);
        }
        let said = component.particulars.as_deref();
        let supplier = match said {
            Some(said) => said.supplier.as_ref().map(|party| self.agent_of(party)),
            None => component
                .supplier
                .as_deref()
                .and_then(|name| self.agents.by_name.get(name))
                .map(|number| self.id("agent", *number)),
        };
        if let Some(supplier) = supplier {
            written[0]["suppliedBy"] = json!(supplier);
        }
        let makers: Vec<String> = said
            .into_iter()
            .flat_map(|said| said.manufacturer.iter().chain(&said.authors))
            .map(|party| self.agent_of(party))
            .collect();
        if !makers.is_empty() {
            written[0]["originatedBy"] = json!(makers);
        }
        if let Some(members) = said.and_then(|said| file(component, said)) {
            let file = self.id("file", index);
            written.push(element("software_File", &file, members));
            written.push(self.relationship(
                "artifact",
                index,
                "hasDistributionArtifact",
                id,
                &[&file],
                Some("complete"),
            ));
        }
        for (sense, kind) in SENSES {
            let words = expression(component, &self.licences, sense);
            if let Some(number) = words.and_then(|words| self.expressions.get(&words)) {
                let licence = self.id("licence", *number);
                let name = if sense == LicenceSense::Concluded { "concluded" } else { "declared" };
                written.push(self.relationship(name, index, kind, id, &[&licence], None));
            }
        }
        written
    }

    fn relationship(
        &self,
        name: &str,
        number: usize,
        kind: &str,
        from: &str,
        to: &[&str],
        completeness: Option<&str>,
    ) -> Value {
        let mut members = json!({"from": from, "relationshipType": kind, "to": to});
        if let Some(completeness) = completeness {
            members["completeness"] = json!(completeness);
        }
        element("Relationship", &self.id(name, number), members)
    }

    /// What each component contains and depends on, with how complete that is stated to be.
    fn dependencies(&self) -> Vec<Value> {
        let nothing = proofmark_facts::SbomParticulars::default();
        let particulars = self.sbom.particulars.as_deref().unwrap_or(&nothing);
        let (mut of_parts, mut of_dependencies) = (HashMap::new(), HashMap::new());
        for stated in &particulars.completeness {
            let word = match stated.aggregate.as_str() {
                "complete" => "complete",
                "unknown" | "not_specified" => "noAssertion",
                _ => "incomplete",
            };
            stated.parts_of.iter().for_each(|index| _ = of_parts.insert(*index, word));
            stated.dependencies_of.iter().for_each(|index| _ = of_dependencies.insert(*index, word));
        }
        let (mut contains, mut depends) = (Lists::new(), Lists::new());
        for pair @ (from, to) in &self.sbom.dependencies {
            let is_part = particulars.contained.binary_search(pair).is_ok();
            let lists = if is_part { &mut contains } else { &mut depends };
            lists.entry(*from).or_default().push(&self.ids[*to as usize]);
        }
        for index in particulars.answered.iter().chain(of_dependencies.keys()) {
            depends.entry(*index).or_default();
        }
        let mut written = Vec::new();
        let lists = [
            ("contains", "contains", contains, of_parts),
            ("depends", "dependsOn", depends, of_dependencies),
        ];
        for (name, kind, all, stated) in lists {
            for (from, to) in all {
                let said = stated.get(&from).copied();
                if to.is_empty() && said.is_some_and(|said| said != "complete") {
                    continue;
                }
                let to = if to.is_empty() { vec![NONE] } else { to };
                let (number, id) = (from as usize, &self.ids[from as usize]);
                written.push(self.relationship(name, number, kind, id, &to, said));
            }
        }
        written
    }
}

impl Serialize for Writing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(Some(2))?;
        document.serialize_entry("@context", "https://spdx.org/rdf/3.0.1/spdx-context.jsonld")?;
        document.serialize_entry("@graph", &Elements(self))?;
        document.end()
    }
}

struct Elements<'w, 'a>(&'w Writing<'a>);

impl Serialize for Elements<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let writing = self.0;
        let beginning = [writing.creation()].into_iter().chain(writing.makers()).chain(writing.documents());
        let components = (0..writing.sbom.components.len()).flat_map(|index| writing.component(index));
        let all = beginning.chain(writing.licence_elements()).chain(components);
        serializer.collect_seq(all.chain(std::iter::once_with(|| writing.dependencies()).flatten()))
    }
}

fn element(kind: &str, id: &str, mut members: Value) -> Value {
    members["type"] = json!(kind);
    members["spdxId"] = json!(id);
    members["creationInfo"] = json!("_:creationinfo");
    members
}

fn is_iri(words: &str) -> bool {
    let scheme = words.split_once(':').map(|(scheme, rest)| (scheme.as_bytes(), rest));
    scheme.is_some_and(|(scheme, rest)| {
        !rest.is_empty()
            && scheme.first().is_some_and(u8::is_ascii_alphabetic)
            && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
            && words
                .bytes()
                .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b'\\'))
    })
}

/// An identifier for each component: its own where it is an IRI that no earlier component has.
fn ids(sbom: &Sbom, namespace: &str) -> Vec<String> {
    let mut taken = HashSet::new();
    let own = |reference: &str| is_iri(reference) && !reference.starts_with(namespace);
    sbom.components
        .iter()
        .enumerate()
        .map(|(index, component)| {
            let reference = component.reference.as_str();
            if own(reference) && taken.insert(reference.to_owned()) {
                return reference.to_owned();
            }
            format!("{namespace}#component-{index}")
        })
        .collect()
}
