//! Makes a bill of materials that may be published out of an internal one, and says what was taken out. Nothing is kept.
//!
//! The document is made anew of what is known to be fit, rather than freed of what is known to be unfit: what nobody thought of stays
//! in the house. The graph stays whole, with a stand-in for each component that is withheld.

use std::collections::{HashMap, HashSet};

use proofmark_facts::{
    BelowWithheld, Completeness, Component, OwnWords, Problem, RedactionPolicy, Sbom, SbomOrigin,
    SbomParticulars, Sha256, ToolUsed,
};
use proofmark_formats::{CyclonedxHeading, CyclonedxVersion, read_redaction_policy};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use crate::convert_sbom::{SbomForm, read_whole, write_as};
use crate::error::ActionError;
use crate::gate::PolicyFile;
use crate::merge_sboms::urn;
use crate::redacting::{
    Fate, Mentions, References, Removed, Removing, fates, keep_of_component, keep_of_document,
    kept_vulnerabilities, stand_in,
};

/// What a redaction says beside the document, for those who know the original alone.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RedactionReport {
    /// The format and version that was read.
    pub from: String,
    /// The format and version that was written.
    pub to: String,
    /// The SHA-256 digest of the original, which the document names.
    pub original_sha256: String,
    /// How many components stand in the document, stand-ins among them.
    pub components: usize,
    /// How many of them are stand-ins.
    pub withheld: usize,
    /// What was noticed while the original was read.
    pub notices: Vec<Problem>,
    /// What of the original does not stand in the document.
    pub removed: Vec<Removed>,
}

/// Reads the original and the policy, where there is one, and writes what may be published in the original's format.
pub fn redact_sbom(
    name: &str,
    bytes: Vec<u8>,
    policy: Option<PolicyFile>,
    heading: &CyclonedxHeading<'_>,
) -> Result<(String, RedactionReport), ActionError> {
    let policy = match policy {
        None => RedactionPolicy::default(),
        Some(file) => {
            let read = read_redaction_policy(&file.bytes).in_file(&file.name);
            read.value.ok_or(ActionError::Refused(read.problems))?
        }
    };
    let original = Sha256::of(&bytes);
    let (sbom, notices) = read_whole(name, bytes)?;
    let from = sbom.origin.format.clone();
    let form = form_of(&from);
    let mut removed = Vec::new();
    let redacting = Redacting { policy: &policy, form, serial: urn(heading.serial), original, heading };
    let (published, withheld) = redacting.published(sbom, &mut removed);
    let subject = published.subject.and_then(|subject| published.components.get(subject));
    // The file's name is nobody's business either.
    let product = subject.map_or_else(|| text!("redact-document").to_string(), |it| it.name.clone());
    let heading = CyclonedxHeading { product: &product, ..heading.clone() };
    let mut document = Vec::new();
    write_as(&published, form, &heading, &mut document).expect("memory takes what is written");
    let document = String::from_utf8(document).expect("a document is written as text");
    let report = RedactionReport {
        from,
        to: form.to_string(),
        original_sha256: original.to_string(),
        components: published.components.len(),
        withheld,
        notices,
        removed,
    };
    Ok((document, report))
}

/// The form that is written of what was read.
fn form_of(format: &str) -> SbomForm {
    match format {
        "CycloneDX 1.7" => SbomForm::Cyclonedx(CyclonedxVersion::V1_7),
        spdx if spdx.starts_with("SPDX-3") => SbomForm::Spdx3,
        spdx if spdx.starts_with("SPDX-2") => SbomForm::Spdx2,
        _ => SbomForm::Cyclonedx(CyclonedxVersion::V1_6),
    }
}

/// The components of the published document.
#[derive(Default)]
struct Laid {
    kept: Vec<Component>,
    /// Where each of the original's is now; `None`: nothing stands in for it.
    places: Vec<Option<u32>>,
    /// The references of what stays, as they were and as they are.
    renamed: HashMap<String, String>,
    stand_ins: Vec<u32>,
}

struct Redacting<'r> {
    policy: &'r RedactionPolicy,
    form: SbomForm,
    serial: String,
    original: Sha256,
    heading: &'r CyclonedxHeading<'r>,
}

impl Redacting<'_> {
    /// What may be published, and how many stand-ins are in it.
    fn published(&self, sbom: Sbom, removed: &mut Vec<Removed>) -> (Sbom, usize) {
        let fates = fates(self.policy, &sbom);
        let with = |kept: bool| {
            let both = sbom.components.iter().zip(&fates);
            both.filter(move |(_, fate)| (**fate == Fate::Kept) == kept).map(|(component, _)| component)
        };
        let mentions = Mentions::of(with(false), with(true));
        let Sbom { subject, components, dependencies, particulars, .. } = sbom;
        let Laid { kept, places, renamed, stand_ins } = self.laid(components, &fates, &mentions, removed);
        let place = |index: u32| places.get(index as usize).copied().flatten();
        let is_cut =
            |index: u32| self.policy.below == BelowWithheld::Cut && fates[index as usize] != Fate::Kept;
        let mut dependencies: Vec<(u32, u32)> = dependencies
            .into_iter()
            .filter(|(from, _)| !is_cut(*from))
            .filter_map(|(from, to)| place(from).zip(place(to)))
            .collect();
        dependencies.sort_unstable();
        let mut removing = Removing::from(self.policy, &mentions, Default::default(), removed);
        let mut said = particulars.map(|said| *said).unwrap_or_default();
        let stated: HashSet<&str> =
            kept.iter().flat_map(|it| it.licences.iter().map(String::as_str)).collect();
        let is_used = |name: &str| stated.iter().any(|words| words.contains(name));
        let statements = match self.form {
            SbomForm::Cyclonedx(_) if self.policy.keep.vulnerabilities => {
                kept_vulnerabilities(&said, &renamed, &mut removing)
            }
            _ => None,
        };
        if statements.is_some() {
            said.own_words.retain(|words| words.member != "vulnerabilities");
        }
        keep_of_document(&mut said, &mut removing, &is_used);
        said.answered.retain(|index| !is_cut(*index));
        said.contained.retain(|(from, _)| !is_cut(*from));
        said.moved(place);
        said.own_words.extend(statements);
        let subject = subject.and_then(|subject| place(u32::try_from(subject).ok()?)).map(|it| it as usize);
        let count = stand_ins.len();
        let left_out = count > 0 || places.iter().any(Option::is_none);
        self.say_redacted(&mut said, left_out.then_some(stand_ins), subject);
        let origin = SbomOrigin {
            format: read_as(self.form).to_owned(),
            serial: Some(self.serial.clone()),
            created_at: Some(self.heading.created_at),
            created_by: Vec::new(),
        };
        let particulars = Some(Box::new(said));
        (Sbom { origin, subject, components: kept, dependencies, particulars }, count)
    }

    /// What stands where each component was.
    fn laid(
        &self,
        components: Vec<Component>,
        fates: &[Fate],
        mentions: &Mentions,
        removed: &mut Vec<Removed>,
    ) -> Laid {
        let mut references = References::of(self.form, &self.serial, self.policy);
        let mut laid = Laid::default();
        for (index, (mut component, fate)) in components.into_iter().zip(fates).enumerate() {
            let of = (component.called(), component.reference.clone());
            let mut removing = Removing::from(self.policy, mentions, of, removed);
            match fate {
                Fate::Below => {
                    removing.note("", text!("redact-below"));
                    laid.places.push(None);
                    continue;
                }
                Fate::Kept => {
                    keep_of_component(&mut component, &mut removing);
                    let reference = references.next(index, &component, *fate);
                    laid.renamed
                        .insert(std::mem::replace(&mut component.reference, reference.clone()), reference);
                }
                Fate::Withheld | Fate::Telling => {
                    let why = if *fate == Fate::Telling {
                        text!("redact-telling")
                    } else {
                        text!("redact-withheld")
                    };
                    removing.note("", why);
                    component = stand_in(references.next(index, &component, *fate), self.form);
                    laid.stand_ins.extend(u32::try_from(laid.kept.len()));
                }
            }
            laid.places.push(u32::try_from(laid.kept.len()).ok());
            laid.kept.push(component);
        }
        laid
    }

    /// The document says that it is redacted, of which original, and where it is incomplete.
    fn say_redacted(&self, said: &mut SbomParticulars, left_out: Option<Vec<u32>>, subject: Option<usize>) {
        let version = Some(self.heading.tool_version.to_owned());
        said.tools.push(ToolUsed { vendor: None, name: "proofmark".to_owned(), version });
        let digest = self.original.to_string();
        let words = text!("redact-says", digest = &digest).to_string();
        let (member, json) = match self.form {
            SbomForm::Cyclonedx(_) => (
                "metadata/properties",
                json!([{"name": "proofmark:redacted", "value": "true"},
                    {"name": "proofmark:original:sha256", "value": digest}]),
            ),
            SbomForm::Spdx2 => ("comment", json!(words)),
            SbomForm::Spdx3 => ("SpdxDocument/comment", json!(words)),
        };
        said.own_words.push(OwnWords { member: member.to_owned(), json: json.to_string() });
        let Some(stand_ins) = left_out else { return };
        // Of what something was taken out nothing is complete any more.
        let subject = subject.and_then(|subject| u32::try_from(subject).ok());
        for stated in &mut said.completeness {
            stated.parts_of.retain(|index| !stand_ins.contains(index) && Some(*index) != subject);
            stated.dependencies_of.retain(|index| !stand_ins.contains(index));
        }
        said.completeness.retain(|one| !one.parts_of.is_empty() || !one.dependencies_of.is_empty());
        said.completeness.push(Completeness {
            aggregate: "incomplete".to_owned(),
            parts_of: subject.into_iter().collect(),
            dependencies_of: stand_ins,
        });
    }
}

/// What a reader says of a document in this form: then what stands in own words is written.
fn read_as(form: SbomForm) -> &'static str {
    match form {
        SbomForm::Cyclonedx(CyclonedxVersion::V1_6) => "CycloneDX 1.6",
        SbomForm::Cyclonedx(CyclonedxVersion::V1_7) => "CycloneDX 1.7",
        SbomForm::Spdx2 => "SPDX-2.3",
        SbomForm::Spdx3 => "SPDX-3.0.1",
    }
}

#[cfg(test)]
mod tests {
    use proofmark_formats::{Limits, held_against_schema, read_sbom};
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::convert_sbom::convert_sbom;

    /// Stands in everything a withheld component says.
    const SECRET: &str = "zqsecret";
    /// Stands in everything else that tells of the house.
    const HOUSE: &str = "zvhouse";
    const POLICY: &str =
        "redaction = 1\nsecret = \"0123456789abcdef01234567\"\n[[components]]\nnames = [\"zqsecret*\"]\n";
    const KEEP_ALL: &str = "[keep]\nfile_names = true\naddresses = \"all\"\npersons = true\ndescriptions = true\nproperties = [\"*\"]\nvulnerabilities = true\n";

    fn heading() -> CyclonedxHeading<'static> {
        CyclonedxHeading {
            version: CyclonedxVersion::V1_6,
            product: "internal-file",
            release: "",
            serial: [0xab; 16],
            created_at: "2027-01-02T03:04:05Z".parse().unwrap(),
            tool_version: "0",
        }
    }

    fn redacted(list: &str, policy: &str) -> (String, RedactionReport) {
        let policy = PolicyFile { name: "redaction.toml".to_owned(), bytes: policy.as_bytes().to_vec() };
        redact_sbom("list.json", list.as_bytes().to_vec(), Some(policy), &heading()).unwrap()
    }

    fn read(document: &str) -> Sbom {
        read_sbom("list.json", document.as_bytes(), &Limits::default().whole()).value.unwrap()
    }

    /// A component that has the word in everything it can say.
    fn telling(reference: &str, name: &str, word: &str) -> Value {
        let host = format!("https://{word}.internal/x");
        json!({"type": "library", "bom-ref": reference, "name": name, "version": "1",
            "mime-type": "text/plain",
            "supplier": {"name": "Open Ltd", "url": [host], "contact": [{"name": word, "email": format!("{word}@example.com")}]},
            "manufacturer": {"name": format!("{word}@example.com")},
            "authors": [{"name": word, "email": format!("{word}@example.com")}], "publisher": word,
            "description": format!("made by {word}"),
            "purl": format!("pkg:generic/{name}@1?repository_url={word}.internal&file_name={word}&vcs_url=git%2Bhttps%3A%2F%2F{word}.internal%2Fx&x={word}#{word}"),
            "swid": {"tagId": word, "name": word},
            "pedigree": {"notes": word, "commits": [{"uid": format!("{word}1234567"), "url": host}]},
            "externalReferences": [{"type": "vcs", "url": host, "comment": word, "hashes": [{"alg": "MD5", "content": "0".repeat(32)}]},
                {"type": "website", "url": format!("https://user:{word}@example.org/")}, {"type": "website", "url": "https://zlib.net/"}],
            "evidence": {"occurrences": [{"location": format!("/home/{word}/x")}], "copyright": [{"text": word}]},
            "properties": [{"name": "internal:path", "value": format!("/srv/{word}")}, {"name": word, "value": "1"}],
            "hashes": [{"alg": "SHA-1", "content": "1".repeat(40)}],
            "licenses": [{"license": {"id": "MIT", "url": host}}]})
    }

    /// A product with withheld components among others: `hidden` says which, `edges` who depends on whom, `nested` whether each stands
    /// within the one before.
    fn product(hidden: &[bool], edges: &[(usize, usize)], nested: bool) -> Value {
        let count = hidden.len();
        let reference = |index: usize| {
            let index = index % count;
            let word =
                if hidden[index] { format!("{SECRET}-ref-") } else { format!("{SECRET}-path|{HOUSE}|c") };
            format!("root|{word}{index}")
        };
        let named: Vec<String> =
            (0..count).filter(|index| hidden[*index]).map(|index| format!("{SECRET}-{index}")).collect();
        let named = named.join(" ");
        let component = |index: usize| {
            let (name, word) = if hidden[index] { (SECRET, SECRET) } else { ("open", HOUSE) };
            let mut component = telling(&reference(index), &format!("{name}-{index}"), word);
            let digits = format!("{index:x}");
            if hidden[index] {
                component["group"] = json!(format!("com.{SECRET}"));
                component["version"] = json!(format!("1-{SECRET}"));
                component["cpe"] = json!(format!("cpe:2.3:a:{SECRET}:{SECRET}:1:*:*:*:*:*:*:*"));
                component["copyright"] = json!(format!("(c) {SECRET}"));
                component["licenses"] = json!([{"license": {"name": SECRET, "text": {"content": SECRET}}}]);
                component["hashes"] = json!([{"alg": "SHA-1", "content": format!("{:d>40}", digits)}]);
            } else {
                // What stays names what does not: every kept text may.
                component["copyright"] = json!(format!("(c) with {named}"));
            }
            component
        };
        let mut components: Vec<Value> = (0..count).map(component).collect();
        if nested {
            while components.len() > 1 {
                let last = components.pop().unwrap();
                let before = components.len() - 1;
                components[before]["components"] = json!([last]);
            }
        }
        let mut on: Vec<Vec<String>> = vec![Vec::new(); count + 1];
        for (from, to) in edges {
            let to = reference(*to);
            let from = &mut on[from % (count + 1)];
            if !from.contains(&to) {
                from.push(to);
            }
        }
        let dependencies: Vec<Value> = (0..=count)
            .map(|at| json!({"ref": if at == count { "app".to_owned() } else { reference(at) }, "dependsOn": on[at]}))
            .collect();
        let (first, word) = (reference(0), if hidden[0] { SECRET } else { HOUSE });
        json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:11111111-1111-1111-1111-111111111111",
            "metadata": {"timestamp": "2026-01-02T03:04:05Z", "authors": [{"name": HOUSE}], "tools": {"components": [{"type": "application", "name": HOUSE}]},
                "supplier": {"name": "Acme", "contact": [{"email": format!("{HOUSE}@acme.com")}]},
                "properties": [{"name": "build", "value": HOUSE}],
                "component": {"type": "application", "bom-ref": "app", "name": "app", "version": "1", "description": HOUSE}},
            "components": components, "dependencies": dependencies,
            "services": [{"bom-ref": "s", "name": HOUSE}],
            "externalReferences": [{"type": "build-system", "url": format!("https://{HOUSE}.internal")}],
            "compositions": [{"aggregate": "complete", "assemblies": ["app", first], "dependencies": [first]}],
            "annotations": [{"subjects": [first], "annotator": {"individual": {"name": HOUSE}}, "timestamp": "2026-01-02T03:04:05Z", "text": SECRET}],
            "vulnerabilities": [{"bom-ref": HOUSE, "id": "CVE-2026-1", "source": {"name": "NVD", "url": format!("https://{HOUSE}.internal")},
                "detail": format!("in {word}"), "credits": {"individuals": [{"name": HOUSE}]},
                "affects": [{"ref": first}], "properties": [{"name": "x", "value": HOUSE}],
                "analysis": {"state": "not_affected", "detail": format!("like {named}")}}]})
    }

    fn assert_silent(document: &str, word: &str) {
        let lower = document.to_lowercase();
        let around = lower.find(word).map(|at| &lower[at.saturating_sub(80)..(at + 80).min(lower.len())]);
        assert_eq!(around, None, "{word}");
    }

    fn assert_valid(document: &str) {
        let verdict = held_against_schema(document.as_bytes(), 5).unwrap();
        assert_eq!(verdict.faults, [], "{document}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        /// Whatever the list, whatever is kept: nothing of a withheld component is in any byte, nor is, with the defaults, anything of
        /// the house; the document is valid, and the graph is whole.
        #[test]
        fn nothing_that_was_taken_out_is_in_the_document(
            hidden in proptest::collection::vec(any::<bool>(), 1..5),
            edges in proptest::collection::vec((0_usize..8, 0_usize..8), 0..12),
            nested in any::<bool>(),
            cut in any::<bool>(),
            keeps in any::<bool>(),
        ) {
            let list = product(&hidden, &edges, nested).to_string();
            let below = if cut { "below = \"cut\"\n" } else { "" };
            let policy = POLICY.replacen("[[", &format!("{below}[["), 1);
            let policy = if keeps { format!("{policy}{KEEP_ALL}") } else { policy };
            for form in [None, Some(SbomForm::Spdx2), Some(SbomForm::Spdx3)] {
                let list = match form {
                    None => list.clone(),
                    Some(form) => {
                        let (mut written, heading) = (Vec::new(), heading());
                        let read = convert_sbom("l.json", list.clone().into_bytes(), form, &heading).unwrap();
                        read.write_to(&mut written).unwrap();
                        String::from_utf8(written).unwrap()
                    }
                };
                let (document, report) = redacted(&list, &policy);
                assert_silent(&document, SECRET);
                assert_silent(&document, "11111111-1111");
                if !keeps {
                    assert_silent(&document, HOUSE);
                }
                let (before, after) = (read(&list), read(&document));
                if form.is_none() {
                    assert_valid(&document);
                }
                prop_assert!(document.contains(&report.original_sha256));
                prop_assert_eq!(after.components.len(), report.components);
                if !cut {
                    prop_assert_eq!(report.withheld, hidden.iter().filter(|is| **is).count());
                    prop_assert_eq!(before.components.len(), after.components.len());
                    prop_assert_eq!(before.dependencies.len(), after.dependencies.len());
                }
            }
        }
    }

    #[test]
    fn what_was_taken_out_is_listed_with_its_place_and_what_is_public_stays() {
        let list = product(&[true, false], &[(2, 0), (0, 1)], false).to_string();
        let (document, report) = redacted(&list, POLICY);
        let sbom = read(&document);
        let names: Vec<&str> = sbom.components.iter().map(|component| component.name.as_str()).collect();
        assert_eq!(names, ["withheld component", "open-1", "app"]);
        assert_eq!(sbom.dependencies, [(0, 1), (2, 0)], "the graph runs through the stand-in");
        let open = &sbom.components[1];
        assert_eq!(open.purl.as_ref().unwrap().to_string(), "pkg:generic/open-1@1");
        assert_eq!((open.licences.as_slice(), open.digests.len()), (&["MIT".to_owned()][..], 1));
        let said = open.particulars.as_ref().unwrap();
        assert_eq!(said.external_references.len(), 1);
        assert_eq!(said.external_references[0].url, "https://zlib.net/");
        assert_eq!(said.supplier.as_ref().unwrap().name, "Open Ltd");
        let told: Vec<(&str, &str)> = report
            .removed
            .iter()
            .filter(|one| one.of.contains("open-1"))
            .map(|one| (one.member.as_str(), one.why.id()))
            .collect();
        for expected in [
            ("description", "redact-not-kept"),
            ("copyright", "redact-names-withheld"),
            ("authors", "redact-person"),
            ("externalReferences/vcs", "redact-address"),
            ("evidence", "redact-not-kept"),
            ("purl", "redact-purl"),
            ("properties", "redact-not-kept"),
        ] {
            assert!(told.contains(&expected), "{expected:?}: {told:?}");
        }
        let whole = report.removed.iter().find(|one| one.why.id() == "redact-withheld").unwrap();
        assert_eq!((whole.reference.as_str(), whole.member.as_str()), ("root|zqsecret-ref-0", ""));
        let written: Value = serde_json::from_str(&document).unwrap();
        let stand_in = &sbom.components[0].reference;
        assert_eq!(written["compositions"][0]["aggregate"], "incomplete", "{document}");
        assert_eq!(written["compositions"][0]["assemblies"], json!([sbom.components[2].reference]));
        assert_eq!(written["compositions"][0]["dependencies"], json!([stand_in]));
        assert_eq!(written["metadata"]["properties"][1]["value"], Sha256::of(list.as_bytes()).to_string());
    }

    #[test]
    fn a_stand_in_is_called_the_same_in_the_next_list_and_by_another_secret_otherwise() {
        let reference = |list: &Value, policy: &str| {
            let (document, _) = redacted(&list.to_string(), policy);
            let all = read(&document).components;
            all.iter().find(|one| one.name == "withheld component").unwrap().reference.clone()
        };
        let first = product(&[true, false], &[], false);
        let mut next = product(&[true, false, false], &[(0, 2)], false);
        next["components"].as_array_mut().unwrap().reverse();
        assert_eq!(reference(&first, POLICY), reference(&next, POLICY));
        assert_ne!(reference(&first, POLICY), reference(&first, &POLICY.replace("0123", "3210")));
        let unkeyed: Vec<&str> = POLICY.lines().filter(|line| !line.starts_with("secret")).collect();
        let unkeyed = unkeyed.join("\n");
        assert_eq!(reference(&first, &unkeyed), "withheld-1");
    }

    #[test]
    fn what_only_something_withheld_pulls_in_goes_where_the_policy_cuts() {
        // app -> 0 (withheld) -> 1 -> 2, app -> 2.
        let list = product(&[true, false, false], &[(3, 0), (0, 1), (1, 2), (3, 2)], false).to_string();
        let cut = POLICY.replacen("[[", "below = \"cut\"\n[[", 1);
        let (document, report) = redacted(&list, &cut);
        let names: Vec<String> =
            read(&document).components.into_iter().map(|component| component.name).collect();
        assert_eq!(names, ["withheld component", "open-2", "app"]);
        assert!(report.removed.iter().any(|one| one.why.id() == "redact-below" && one.of.contains("open-1")));
        assert_eq!(read(&document).dependencies, [(2, 0), (2, 1)]);
    }

    #[test]
    fn what_the_policy_keeps_stays_and_statements_follow_their_components() {
        let mut list = product(&[false, true], &[], false);
        list["vulnerabilities"][0]["analysis"]["detail"] = json!("not reached");
        list["vulnerabilities"][0]["detail"] = json!("d");
        let policy = format!(
            "{POLICY}[keep]\nvulnerabilities = true\nproperties = [\"internal:*\"]\npersons = true\n"
        );
        let (document, _) = redacted(&list.to_string(), &policy);
        let written: Value = serde_json::from_str(&document).unwrap();
        let statement = &written["vulnerabilities"][0];
        assert_eq!(statement["analysis"]["detail"], "not reached", "{document}");
        assert_eq!(statement["affects"][0]["ref"], "pkg:generic/open-0@1");
        assert!(statement.get("credits").is_none() && statement["source"].get("url").is_none());
        assert!(document.contains("/srv/zvhouse") && document.contains("zvhouse@example.com"));
        assert_valid(&document);
        // A file is told by its name alone.
        list["components"][0]["type"] = json!("file");
        let (document, report) = redacted(&list.to_string(), POLICY);
        assert_eq!(report.withheld, 2);
        assert_silent(&document, "open-0");
    }

    #[test]
    fn a_policy_that_cannot_be_read_is_refused() {
        let list = product(&[true], &[], false).to_string().into_bytes();
        let policy = PolicyFile { name: "r.toml".to_owned(), bytes: b"redaction = 1\nbelow = 3\n".to_vec() };
        assert!(matches!(redact_sbom("l", list, Some(policy), &heading()), Err(ActionError::Refused(_))));
    }
}
