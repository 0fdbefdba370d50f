//! What SPDX 3.0.1 has no place for.

use proofmark_facts::{
    Completeness, Component, LicenceName, NotCarried, OwnWords, RevisionKind, Sbom, StatedLicence,
};
use proofmark_text::text;

use super::taken_document::PHASES;
use super::taken_relations::COMPLETENESS;
use super::written_package::{PURPOSES, REFERENCES, hash, is_media_type};

const FORMAT: &str = "SPDX 3.0.1";

/// Everything of the SBOM that stands nowhere in an SPDX 3.0.1 document, in the order of the SBOM.
pub(super) fn not_carried(sbom: &Sbom, goes_on: bool) -> Vec<NotCarried> {
    let mut told = Told { all: Vec::new(), of: sbom.origin.serial.clone().unwrap_or_default() };
    // Written again as the document it was, what it says in its own words stands in it.
    if let Some(particulars) = sbom.particulars.as_deref().filter(|_| !goes_on) {
        // A signature is told once, as what it is.
        let is_told = |words: &&OwnWords| !particulars.signed || words.member != "signature";
        particulars.own_words.iter().filter(is_told).for_each(|words| told.foreign(&words.member));
        told.no_place("version", particulars.edition.is_some_and(|edition| edition > 1));
        told.no_place("metadata/supplier", particulars.supplier.is_some());
        let has_word = |phase: &String| PHASES.iter().any(|(known, _)| known == phase);
        told.no_place("metadata/lifecycles", !particulars.lifecycles.iter().all(has_word));
        let is_lost = |one: &Completeness| COMPLETENESS.iter().all(|(known, _)| *known != one.aggregate);
        told.no_place("compositions", particulars.completeness.iter().any(is_lost));
        let is_zero = |name: &str| name == "CC0-1.0";
        told.no_place("metadata/licenses", particulars.licences.iter().any(|it| !is_zero(it.named.as_str())));
        told.no_place("externalReferences", !particulars.external_references.is_empty());
        told.no_place("metadata/tools/vendor", particulars.tools.iter().any(|tool| tool.vendor.is_some()));
        if particulars.signed {
            told.all.push(NotCarried {
                of: told.of.clone(),
                member: "signature".to_owned(),
                why: text!("formats-not-carried-signature"),
            });
        }
    }
    for component in sbom.components.iter().filter(|it| !goes_on || it.particulars.is_none()) {
        of_component(component, &mut told);
    }
    told.all
}

struct Told {
    all: Vec<NotCarried>,
    of: String,
}

impl Told {
    fn no_place(&mut self, member: &str, is_so: bool) {
        if is_so {
            let why = text!("formats-not-carried-no-place", format = FORMAT);
            self.all.push(NotCarried { of: self.of.clone(), member: member.to_owned(), why });
        }
    }

    fn foreign(&mut self, member: &str) {
        let why = match member {
            "dependencies" => text!("formats-not-carried-further-dependencies", format = FORMAT),
            _ => text!("formats-not-carried-own-words", format = FORMAT),
        };
        self.all.push(NotCarried { of: self.of.clone(), member: member.to_owned(), why });
    }
}

fn of_component(component: &Component, told: &mut Told) {
    told.of = component.called();
    let in_purl = |group: &str| {
        let written = component.purl.as_ref().map(ToString::to_string).unwrap_or_default();
        written.contains(&group.replace('@', "%40"))
    };
    told.no_place(
        "group",
        component.group.as_deref().is_some_and(|group| !group.is_empty() && !in_purl(group)),
    );
    told.no_place("type", PURPOSES.iter().all(|(_, kind)| *kind != component.kind));
    told.no_place("hashes", component.digests.iter().any(|digest| hash(digest).is_none()));
    let made_from = component.revisions.iter().filter(|it| it.kind == RevisionKind::MadeFrom).count();
    told.no_place("pedigree", made_from > 1 || component.revisions.len() > made_from);
    let Some(particulars) = component.particulars.as_deref() else { return };
    particulars.own_words.iter().for_each(|words| told.foreign(&words.member));
    told.no_place("publisher", particulars.publisher.is_some());
    told.no_place("scope", particulars.scope.is_some());
    let parties = particulars.supplier.iter().chain(&particulars.manufacturer).chain(&particulars.authors);
    let mut contacts = parties.flat_map(|party| &party.contacts);
    told.no_place("contact", contacts.any(|it| it.phone.is_some() || it.name.is_some()));
    let by_name = |it: &StatedLicence| matches!(it.named, LicenceName::Name(_));
    let mut licences = particulars.licences.iter().filter(|it| !by_name(it));
    told.no_place("licenses", licences.any(|it| it.text.is_some() || it.url.is_some()));
    let has_file = particulars.file_name.is_some();
    let media_type = particulars.media_type.as_deref();
    told.no_place("mime-type", media_type.is_some_and(|it| !has_file || !is_media_type(it)));
    // What is not so is said by no purpose.
    told.no_place("executable", particulars.executable == Some(false));
    told.no_place("archive", particulars.archive == Some(false));
    told.no_place("structured", particulars.structured.is_some() && particulars.archive != Some(true));
    let mut references = particulars.external_references.iter();
    let is_file = |kind: &str| kind == "distribution" && has_file;
    let lost = references.any(|it| {
        let has_word = it.kind == "other" || REFERENCES.iter().any(|(word, _)| *word == it.kind);
        !has_word || (!it.digests.is_empty() && !is_file(&it.kind))
    });
    told.no_place("externalReferences", lost);
}
