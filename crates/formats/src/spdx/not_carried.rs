//! What SPDX 2.3 has no place for.

use proofmark_facts::{
    Component, ComponentKind, ExternalReference, LicenceName, NotCarried, OwnWords, Particulars, Party,
    RevisionKind, Sbom,
};
use proofmark_text::{Text, text};

use super::written_package::{PURPOSES, REFERENCES, checksum, is_locator};

/// Everything of the SBOM that stands nowhere in an SPDX 2.3 document, in the order of the SBOM.
pub(super) fn not_carried(sbom: &Sbom) -> Vec<NotCarried> {
    let mut told = Told { all: Vec::new(), of: sbom.origin.serial.clone().unwrap_or_default() };
    let is_same_format = is_spdx_2(sbom);
    of_document(sbom, is_same_format, &mut told);
    for component in &sbom.components {
        told.of.clear();
        of_component(component, is_same_format, &mut told);
    }
    told.all
}

struct Told {
    all: Vec<NotCarried>,
    of: String,
}

impl Told {
    fn add(&mut self, member: &str, why: Text) {
        self.all.push(NotCarried { of: self.of.clone(), member: member.to_owned(), why });
    }

    fn no_place(&mut self, member: &str, is_so: bool) {
        if is_so {
            self.add(member, text!("formats-not-carried-no-place", format = "SPDX 2.3"));
        }
    }

    fn foreign(&mut self, member: &str) {
        let why = match member {
            "dependencies" => text!("formats-not-carried-further-dependencies", format = "SPDX 2.3"),
            _ => text!("formats-not-carried-own-words", format = "SPDX 2.3"),
        };
        self.add(member, why);
    }
}

fn of_document(sbom: &Sbom, is_same_format: bool, told: &mut Told) {
    let Some(particulars) = sbom.particulars.as_deref() else { return };
    if is_same_format {
        return;
    }
    // A signature is told once, as what it is.
    let is_told = |words: &&OwnWords| !particulars.signed || words.member != "signature";
    particulars.own_words.iter().filter(is_told).for_each(|words| told.foreign(&words.member));
    told.no_place("version", particulars.edition.is_some_and(|edition| edition > 1));
    told.no_place("metadata/supplier", particulars.supplier.is_some());
    told.no_place("metadata/lifecycles", !particulars.lifecycles.is_empty());
    let is_zero = |name: &LicenceName| name.as_str() == "CC0-1.0";
    told.no_place("metadata/licenses", particulars.licences.iter().any(|licence| !is_zero(&licence.named)));
    told.no_place("externalReferences", !particulars.external_references.is_empty());
    told.no_place("metadata/tools/vendor", particulars.tools.iter().any(|tool| tool.vendor.is_some()));
    let parties = particulars.manufacturer.iter().chain(&particulars.authors);
    told.no_place("metadata/manufacturer", parties.into_iter().any(says_more));
    let is_complete = |aggregate: &str| matches!(aggregate, "complete" | "unknown");
    let completeness = &particulars.completeness;
    let lost = completeness.iter().any(|one| !is_complete(&one.aggregate) || !one.parts_of.is_empty());
    told.no_place("compositions", lost);
    if particulars.signed {
        told.add("signature", text!("formats-not-carried-signature"));
    }
}

/// More than a name and an address of electronic mail.
fn says_more(party: &Party) -> bool {
    let [contact] = party.contacts.as_slice() else {
        return !party.urls.is_empty() || !party.contacts.is_empty();
    };
    !party.urls.is_empty() || contact.phone.is_some() || contact.name.is_some()
}

fn of_component(component: &Component, is_same_format: bool, told: &mut Told) {
    if is_same_format && component.particulars.is_some() {
        // What no field of SPDX's holds stands in its own words.
        return;
    }
    told.of = component.called();
    let in_purl = |group: &str| {
        component.purl.as_ref().is_some_and(|purl| purl.to_string().contains(&purl_words(group)))
    };
    told.no_place(
        "group",
        component.group.as_deref().is_some_and(|group| !group.is_empty() && !in_purl(group)),
    );
    let has_word = PURPOSES.iter().any(|(_, kind)| *kind == component.kind);
    told.no_place("type", !has_word);
    told.no_place("hashes", component.digests.iter().any(|digest| checksum(digest).is_none()));
    told.no_place("cpe", component.cpes().any(|cpe| !is_locator(cpe)));
    let made_from = component.revisions.iter().filter(|it| it.kind == RevisionKind::MadeFrom).count();
    told.no_place("pedigree", made_from > 1 || component.revisions.len() > made_from);
    let Some(particulars) = component.particulars.as_deref() else { return };
    if !is_same_format {
        particulars.own_words.iter().for_each(|words| told.foreign(&words.member));
    }
    of_particulars(component, particulars, told);
}

fn of_particulars(component: &Component, particulars: &Particulars, told: &mut Told) {
    let parties = [("supplier", &particulars.supplier), ("manufacturer", &particulars.manufacturer)];
    for (member, party) in parties {
        told.no_place(member, party.as_ref().is_some_and(says_more));
    }
    told.no_place("publisher", particulars.publisher.is_some());
    let held = usize::from(particulars.manufacturer.is_none());
    told.no_place("authors", particulars.authors.len() > held);
    told.no_place("scope", particulars.scope.is_some());
    told.no_place("mime-type", particulars.media_type.is_some());
    told.no_place("executable", particulars.executable.is_some());
    told.no_place("structured", particulars.structured.is_some());
    let is_said = particulars.archive == Some(true) && component.kind == ComponentKind::File;
    told.no_place("archive", particulars.archive.is_some() && !is_said);
    let with_text = |name: &LicenceName| !matches!(name, LicenceName::Name(_));
    let mut licences = particulars.licences.iter();
    told.no_place(
        "licenses",
        licences.any(|it| with_text(&it.named) && (it.text.is_some() || it.url.is_some())),
    );
    let lost = |it: &ExternalReference| {
        let has_word = REFERENCES.contains(&it.kind.as_str());
        !has_word || !it.digests.is_empty() || !is_locator(&it.url)
    };
    told.no_place("externalReferences", particulars.external_references.iter().any(lost));
}

/// A namespace as package URLs write it.
fn purl_words(group: &str) -> String {
    group.replace('@', "%40")
}

/// Whether its own words are those of SPDX 2.
pub(super) fn is_spdx_2(sbom: &Sbom) -> bool {
    sbom.origin.format.starts_with("SPDX-2.")
}
