//! Writing SPDX 3.0.1 as JSON-LD in the compact form of its schema (<https://spdx.github.io/spdx-spec/v3.0.1/>), with what BSI
//! TR-03183-2 asks of it: profiles core, software and simple licensing.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;

use proofmark_facts::{
    Component, LicenceSense, NotCarried, OwnWords, Party, PartyKind, Purl, Sbom, WrittenSbom,
};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::item::PACKAGE;
use super::not_carried::not_carried;
use super::own_elements::{CREATION, OwnElements};
use super::taken_document::{DATA_LICENCE, PHASES, PROFILES, ROOT};
use super::written_element::Written;
use super::written_package::{agent, file, licence_text, package};
use super::written_relations::{Related, dependencies};
use crate::spdx::{AsWritten, Extracted, SpdxHeading, further_of, instant, own, urn, with_product};
use crate::written_whole::written_whole;

/// Writes an SBOM as SPDX 3.0.1; equal input gives equal bytes.
///
/// Every component is a `software_Package`; the file it is delivered as is a `software_File` beside it, by a relationship
/// `hasDistributionArtifact`. What SPDX 3.0.1 has no place for is told.
///
/// # Panics
///
/// Never: texts, numbers and lists always serialize. An index in `dependencies` beyond the components is what no reader gives.
pub fn write_spdx_3(sbom: &Sbom, heading: &SpdxHeading<'_>) -> WrittenSbom {
    written_whole(|out| write_spdx_3_to(sbom, heading, out))
}

/// The same letter by letter to wherever it goes, so that no document of hundreds of megabytes is held; gives what was not carried. The
/// errors are those of `out`.
pub fn write_spdx_3_to(
    sbom: &Sbom,
    heading: &SpdxHeading<'_>,
    mut out: impl io::Write,
) -> io::Result<Vec<NotCarried>> {
    let lacks_subject = sbom.subject.is_none() && !heading.goes_on;
    let with_subject = lacks_subject.then(|| with_product(sbom, heading.product, heading.release));
    let writing = Writing::of(with_subject.as_ref().unwrap_or(sbom), heading);
    serde_json::to_writer_pretty(&mut out, &writing)?;
    out.write_all(b"\n")?;
    // Of a long list either is large: what it was written from is gone before what was not carried is gathered.
    drop(writing);
    drop(with_subject);
    Ok(not_carried(sbom, heading.goes_on))
}

/// What the document is written from.
struct Writing<'a> {
    sbom: &'a Sbom,
    heading: &'a SpdxHeading<'a>,
    /// What every identifier of the document begins with.
    namespace: String,
    ids: Vec<String>,
    /// Further package URLs of a package, which are no package of their own.
    further: HashMap<u32, Vec<Purl>>,
    further_of: Vec<Option<u32>>,
    licences: Extracted,
    /// Licence expressions in order, each with its number.
    expressions: BTreeMap<String, usize>,
    agents: Agents<'a>,
    /// What stands in its own words, where the document goes on.
    own: OwnElements<'a>,
    own_words: &'a [OwnWords],
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
        // What else of the document speaks of it does so by the name it has, be it an IRI or not.
        let kept = sbom.origin.serial.clone().filter(|serial| heading.goes_on && !serial.is_empty());
        let namespace = kept.unwrap_or_else(|| urn(heading.serial));
        let licences = Extracted::of(sbom, heading.goes_on);
        let own = if heading.goes_on { OwnElements::of(sbom) } else { OwnElements::default() };
        let said = sbom.particulars.as_deref();
        let own_words = said.filter(|_| heading.goes_on).map_or(&[][..], |said| said.own_words.as_slice());
        let further_of = further_of(sbom);
        let mut further: HashMap<u32, Vec<Purl>> = HashMap::new();
        for (component, of) in sbom.components.iter().zip(&further_of) {
            if let (Some(of), Some(purl)) = (of, &component.purl) {
                further.entry(*of).or_default().push(purl.clone());
            }
        }
        let mut writing = Self {
            sbom,
            heading,
            ids: ids(sbom, &namespace, heading.goes_on, &own),
            namespace,
            further,
            further_of,
            licences,
            expressions: BTreeMap::new(),
            agents: Agents::default(),
            own,
            own_words,
        };
        writing.gather();
        writing
    }

    /// Licences and parties, as far as elements are written for them.
    fn gather(&mut self) {
        let sbom = self.sbom;
        if self.said("CreationInfo/createdBy").is_none()
            && let Some(particulars) = sbom.particulars.as_deref()
        {
            let makers = particulars.manufacturer.iter().chain(&particulars.authors);
            makers.for_each(|party| self.agents.party(party));
        }
        for (index, component) in sbom.components.iter().enumerate() {
            if self.further_of[index].is_some() {
                continue;
            }
            for (sense, kind) in SENSES {
                let number = self.expressions.len();
                if self.own.relate(kind, &self.ids[index]) {
                    continue;
                }
                if let Some(words) = expression(component, &self.licences, sense) {
                    self.expressions.entry(words).or_insert(number);
                }
            }
            match component.particulars.as_deref() {
                Some(said) => {
                    let is_own =
                        |member: &str| self.heading.goes_on && own(&said.own_words, member).is_some();
                    let supplier = said.supplier.iter().filter(|_| !is_own("suppliedBy"));
                    let makers = said.manufacturer.iter().chain(&said.authors);
                    let makers = makers.filter(|_| !is_own("originatedBy"));
                    supplier.chain(makers).for_each(|party| self.agents.party(party));
                }
                None => component.supplier.iter().for_each(|name| self.agents.name(name)),
            }
        }
    }

    /// What the document says in its own words under this name.
    fn said(&self, member: &str) -> Option<&'a str> {
        own(self.own_words, member)
    }

    /// The members of an element of the document's own that stand in own words.
    fn own_of(&self, kind: &str) -> Vec<(&'a str, &'a str)> {
        let member = |words: &'a OwnWords| {
            let member = words.member.strip_prefix(kind)?.strip_prefix('/')?;
            Some((member, words.json.as_str()))
        };
        self.own_words.iter().filter_map(member).collect()
    }

    /// An identifier that nothing has that stays as it was.
    fn id(&self, kind: &str, number: usize) -> String {
        let mut id = format!("{}#{kind}-{number}", self.namespace);
        while self.own.ids.contains(&id) || self.own.references.contains(id.as_str()) {
            id.push('_');
        }
        id
    }

    fn agent_of(&self, party: &Party) -> String {
        self.id("agent", self.agents.by_party.get(party).copied().unwrap_or_default())
    }

    fn creation(&self) -> Written<'a> {
        let particulars = self.sbom.particulars.as_deref();
        let makers = particulars.into_iter().flat_map(|it| it.manufacturer.iter().chain(&it.authors));
        let mut makers: Vec<String> = makers.map(|party| self.agent_of(party)).collect();
        if makers.is_empty() {
            makers.push(self.id("tool", 0));
        }
        let created = self.sbom.origin.created_at.filter(|_| self.heading.goes_on);
        let mut creation = json!({
            "type": "CreationInfo", "@id": CREATION, "specVersion": "3.0.1",
            "created": instant(created.unwrap_or(self.heading.created_at)), "createdBy": makers,
        });
        let tools: Vec<String> =
            (1..=particulars.map_or(0, |it| it.tools.len())).map(|number| self.id("tool", number)).collect();
        if !tools.is_empty() {
            creation["createdUsing"] = json!(tools);
        }
        Written::Element(creation, self.own_of("CreationInfo"))
    }

    /// Those who made the document and what it speaks of.
    fn makers(&self) -> Vec<Written<'a>> {
        let agents = self.agents.all.iter().enumerate();
        let agent = |(number, party)| Written::Element(agent(party, &self.id("agent", number)), Vec::new());
        let mut makers: Vec<Written<'a>> = agents.map(agent).collect();
        let particulars = self.sbom.particulars.as_deref();
        let is_made = particulars.is_some_and(|it| it.manufacturer.is_some() || !it.authors.is_empty());
        if !is_made && self.said("CreationInfo/createdBy").is_none() {
            let own = format!("proofmark {}", self.heading.tool_version);
            makers.push(Written::element("SoftwareAgent", &self.id("tool", 0), json!({"name": own})));
        }
        if self.said("CreationInfo/createdUsing").is_some() {
            return makers;
        }
        for (number, tool) in particulars.into_iter().flat_map(|it| &it.tools).enumerate() {
            let name =
                tool.version.as_ref().map_or(tool.name.clone(), |version| format!("{} {version}", tool.name));
            makers.push(Written::element("Tool", &self.id("tool", number + 1), json!({"name": name})));
        }
        makers
    }

    fn documents(&self) -> Vec<Written<'a>> {
        let particulars = self.sbom.particulars.as_deref();
        let name = particulars.and_then(|it| it.name.as_deref()).filter(|name| !name.is_empty());
        let name = name.or(Some(self.heading.product).filter(|_| !self.heading.goes_on));
        let licence = self.id("licence", self.expressions.len());
        let own_id = self.said("software_Sbom/spdxId").and_then(|id| serde_json::from_str::<String>(id).ok());
        let sbom = own_id.unwrap_or_else(|| self.id("sbom", 0));
        let roots: Vec<&String> = self.sbom.subject.iter().map(|subject| &self.ids[*subject]).collect();
        let listed = (0..self.ids.len()).filter(|index| self.further_of[*index].is_none());
        let listed: Vec<&String> = listed.map(|index| &self.ids[index]).collect();
        let mut bom = json!({"profileConformance": PROFILES, "element": listed});
        // One that is about nothing in particular names nothing.
        if !roots.is_empty() {
            bom["rootElement"] = json!(roots);
        }
        let lifecycles = particulars.map_or(&[][..], |it| it.lifecycles.as_slice());
        let types = lifecycles.iter().filter_map(|phase| PHASES.iter().find(|(known, _)| known == phase));
        let types: Vec<&str> = types.map(|(_, word)| *word).collect();
        if !types.is_empty() {
            bom["software_sbomType"] = json!(types);
        }
        let mut document =
            json!({"profileConformance": PROFILES, "rootElement": [&sbom], "element": [&sbom]});
        if let Some(name) = name {
            document["name"] = json!(name);
        }
        let mut written = Vec::new();
        let is_licensed = !self.heading.goes_on
            || (particulars.is_some_and(|it| !it.licences.is_empty())
                && self.said("SpdxDocument/dataLicense").is_none());
        if is_licensed {
            document["dataLicense"] = json!(licence);
            let data = json!({"simplelicensing_licenseExpression": DATA_LICENCE});
            written.push(Written::element("simplelicensing_LicenseExpression", &licence, data));
        }
        let is_of_its_own = self.said(ROOT).is_some();
        if let Some(roots) = self.said(ROOT) {
            let listed: Vec<Value> = serde_json::from_str(roots).unwrap_or_default();
            document["element"] = json!(listed);
        }
        let mut document = Written::element("SpdxDocument", &self.namespace, document);
        if let Written::Element(members, own) = &mut document {
            *own = self.own_of("SpdxDocument");
            if is_of_its_own && let Some(members) = members.as_object_mut() {
                members.remove("rootElement");
            }
        }
        written.push(document);
        if !is_of_its_own {
            let mut list = Written::element("software_Sbom", &sbom, bom);
            if let Written::Element(_, own) = &mut list {
                *own = self.own_of("software_Sbom");
            }
            written.push(list);
        }
        written
    }

    fn licence_elements(&self) -> Vec<Written<'a>> {
        let text_id = |number: usize| self.id("licence-text", number);
        let (mut written, mut used) = (Vec::new(), HashSet::new());
        for (words, number) in &self.expressions {
            let mut members = json!({"simplelicensing_licenseExpression": words});
            let named: HashSet<&str> = words.split([' ', '(', ')', '+']).collect();
            let texts = self.licences.all.iter().enumerate().filter(|(_, it)| named.contains(it.id.as_str()));
            let mut entries = Vec::new();
            for (number, text) in texts {
                used.insert(number);
                entries.push(json!({"type": "DictionaryEntry", "key": text.id, "value": text_id(number)}));
            }
            if !entries.is_empty() {
                members["simplelicensing_customIdToUri"] = json!(entries);
            }
            let id = self.id("licence", *number);
            written.push(Written::element("simplelicensing_LicenseExpression", &id, members));
        }
        for (number, licence) in self.licences.all.iter().enumerate() {
            // Where the document goes on, a text nothing speaks of stands in its own words.
            if used.contains(&number) || !self.heading.goes_on {
                let members =
                    licence_text(licence.name.as_deref(), licence.text.as_deref(), licence.url.as_deref());
                written.push(Written::element(
                    "simplelicensing_SimpleLicensingText",
                    &text_id(number),
                    members,
                ));
            }
        }
        written
    }

    fn relations(&self) -> impl Iterator<Item = Written<'_>> {
        let Self { sbom, ids, further_of, own, .. } = self;
        dependencies(Related { sbom, ids, further_of, own }, |kind, number| self.id(kind, number))
    }

    /// The package, and the file it is delivered as.
    fn component(&self, index: usize) -> Vec<Written<'a>> {
        let component = &self.sbom.components[index];
        let id = &self.ids[index];
        let further = u32::try_from(index).ok().and_then(|index| self.further.get(&index));
        let mut members = package(component, further.map_or(&[], Vec::as_slice));
        let is_release =
            self.sbom.subject == Some(index) && component.version.is_none() && !self.heading.goes_on;
        if is_release && !self.heading.release.is_empty() {
            members["software_packageVersion"] = json!(self.heading.release);
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
            members["suppliedBy"] = json!(supplier);
        }
        let makers = said.into_iter().flat_map(|said| said.manufacturer.iter().chain(&said.authors));
        let makers: Vec<String> = makers.map(|party| self.agent_of(party)).collect();
        if !makers.is_empty() {
            members["originatedBy"] = json!(makers);
        }
        let mut package = Written::element(PACKAGE, id, members);
        if let (Written::Element(_, own), Some(said)) = (&mut package, said.filter(|_| self.heading.goes_on))
        {
            *own = said.own_words.iter().map(|it| (it.member.as_str(), it.json.as_str())).collect();
        }
        let mut written = vec![package];
        let is_told = |kind: &str| self.own.relate(kind, id);
        let delivered = said.and_then(|said| file(component, said));
        if let Some(members) = delivered.filter(|_| !is_told("hasDistributionArtifact")) {
            let file = self.id("file", index);
            written.push(Written::element("software_File", &file, members));
            let relation = self.id("artifact", index);
            let said = Some("complete");
            written.push(Written::relationship(&relation, "hasDistributionArtifact", id, &[&file], said));
        }
        for (sense, kind) in SENSES {
            let words = expression(component, &self.licences, sense).filter(|_| !is_told(kind));
            if let Some(number) = words.and_then(|words| self.expressions.get(&words)) {
                let licence = self.id("licence", *number);
                let name = if sense == LicenceSense::Concluded { "concluded" } else { "declared" };
                let relation = self.id(name, index);
                written.push(Written::relationship(&relation, kind, id, &[&licence], None));
            }
        }
        written
    }
}

impl Serialize for Writing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(None)?;
        let context = self.said("@context").unwrap_or("\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\"");
        document.serialize_entry("@context", &AsWritten(context))?;
        document.serialize_entry("@graph", &Elements(self))?;
        for words in self.own_words.iter().filter(|words| is_of_document(&words.member)) {
            document.serialize_entry(&words.member, &AsWritten(&words.json))?;
        }
        document.end()
    }
}

/// Whether the member stands beside the graph; what belongs to one of its elements has the element's kind before it.
fn is_of_document(member: &str) -> bool {
    let of_element = ["CreationInfo", "SpdxDocument", "software_Sbom", "@graph"];
    let kind = member.split_once('/').map_or(member, |(kind, _)| kind);
    member != "@context" && !of_element.contains(&kind)
}

struct Elements<'w, 'a>(&'w Writing<'a>);

impl Serialize for Elements<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let writing = self.0;
        let beginning = [writing.creation()].into_iter().chain(writing.makers()).chain(writing.documents());
        let packages =
            (0..writing.sbom.components.len()).filter(|index| writing.further_of[*index].is_none());
        let components = packages.flat_map(|index| writing.component(index));
        let all = beginning.chain(writing.licence_elements()).chain(components);
        let all = all.chain(std::iter::once_with(|| writing.relations()).flatten());
        serializer.collect_seq(all.chain(writing.own.all.iter().map(|raw| Written::AsItWas(raw))))
    }
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

/// An identifier for each component: its own where no earlier component has it. Where the document does not go on, that is an IRI
/// that does not begin as the document's do.
fn ids(sbom: &Sbom, namespace: &str, goes_on: bool, own: &OwnElements<'_>) -> Vec<String> {
    let mut taken = HashSet::new();
    let is_own = |reference: &str| {
        if goes_on {
            return !reference.is_empty();
        }
        is_iri(reference) && !reference.starts_with(namespace)
    };
    sbom.components
        .iter()
        .enumerate()
        .map(|(index, component)| {
            let reference = component.reference.as_str();
            if is_own(reference) && taken.insert(reference.to_owned()) {
                return reference.to_owned();
            }
            let mut id = format!("{namespace}#component-{index}");
            while own.ids.contains(&id) || own.references.contains(id.as_str()) || !taken.insert(id.clone()) {
                id.push('_');
            }
            id
        })
        .collect()
}
