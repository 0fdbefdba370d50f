//! What guidelines ask of every component.

use proofmark_facts::{Component, LicenceName, LicenceSense, Particulars, Party, StatedLicence};
use proofmark_text::text;

use super::check::Found;
use super::seen::Seen;

/// A text that says something: neither blank nor a word for nothing.
pub(super) fn says(words: Option<&str>) -> bool {
    let word = words.unwrap_or_default().trim();
    !matches!(word.to_ascii_lowercase().as_str(), "" | "unknown" | "none" | "n/a" | "null" | "undefined")
}

/// Its name.
pub(super) fn name(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    says(Some(&component.name)).into()
}

/// Its version.
pub(super) fn version(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    says(component.version.as_deref()).into()
}

/// Its version, or when its file was made.
pub(super) fn version_or_date(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    let dated = particulars(component).is_some_and(|it| it.built_at.is_some() || it.released_at.is_some());
    (says(component.version.as_deref()) || dated).into()
}

/// Who supplies it.
pub(super) fn supplier(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    let party = particulars(component).and_then(|it| it.supplier.as_ref());
    (says(component.supplier.as_deref()) || party.is_some_and(is_named)).into()
}

/// Who made it, or who supplies it.
pub(super) fn producer(seen: &Seen<'_>, index: u32, component: &Component) -> Found {
    let maker = particulars(component).and_then(|it| it.manufacturer.as_ref());
    if maker.is_some_and(is_named) { Found::Met } else { supplier(seen, index, component) }
}

/// An identifier that databases know it by.
pub(super) fn identifier(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    (component.purl.is_some() || component.cpe.is_some() || has_own(component, "swid")).into()
}

/// The same where other identifiers exist at all.
pub(super) fn identifier_if_any(seen: &Seen<'_>, index: u32, component: &Component) -> Found {
    Found::if_it_exists(identifier(seen, index, component) == Found::Met)
}

/// A digest by any algorithm.
pub(super) fn digest(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    let elsewhere = references(component, &["distribution"]).any(|reference| !reference.digests.is_empty());
    (!component.digests.is_empty() || elsewhere).into()
}

/// Any licence.
pub(super) fn licence(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    let stated = particulars(component).into_iter().flat_map(|it| &it.licences);
    let mut words = component.licences.iter().map(String::as_str).chain(stated.map(|it| it.named.as_str()));
    words.any(|licence| says(Some(licence))).into()
}

/// That it depends on another component, or another on it.
pub(super) fn relation(seen: &Seen<'_>, index: u32, _: &Component) -> Found {
    (seen.is_related(index) || seen.is_answered(index)).into()
}

/// Who made it, and how to reach them.
pub(super) fn creator(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    let maker = particulars(component).and_then(|it| it.manufacturer.as_ref());
    match maker {
        Some(maker) if is_reached(maker) => Found::Met,
        Some(maker) if is_named(maker) => {
            Found::LackingBecause(text!("quality-creator-without-address", name = &maker.name))
        }
        _ => Found::Lacking,
    }
}

/// The name of the file it is delivered as.
pub(super) fn file_name(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    says(particulars(component).and_then(|it| it.file_name.as_deref())).into()
}

/// That it is stated on what it depends, be it nothing.
pub(super) fn dependencies(seen: &Seen<'_>, index: u32, _: &Component) -> Found {
    seen.is_answered(index).into()
}

/// That it is stated how completely its dependencies are listed.
pub(super) fn completeness(seen: &Seen<'_>, index: u32, _: &Component) -> Found {
    seen.is_marked(index).into()
}

/// The licences it may be distributed under, by identifiers.
pub(super) fn distribution_licence(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    let stated = particulars(component).map(|it| it.licences.as_slice()).unwrap_or_default();
    let mut concluded = stated.iter().filter(|licence| licence.sense == Some(LicenceSense::Concluded));
    if let Some(named) = concluded.clone().find(|licence| !is_identified(licence)) {
        return Found::LackingBecause(text!("quality-licence-by-name", licence = named.named.as_str()));
    }
    if concluded.next().is_some() {
        return Found::Met;
    }
    match stated
        .iter()
        .map(|licence| licence.named.as_str())
        .chain(component.licences.iter().map(String::as_str))
        .next()
    {
        Some(licence) => Found::LackingBecause(text!("quality-licence-other-sense", licence = licence)),
        None => Found::Lacking,
    }
}

/// The licences its maker gives it.
pub(super) fn original_licence(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    let stated = particulars(component).map(|it| it.licences.as_slice()).unwrap_or_default();
    let is_declared = |licence: &StatedLicence| licence.sense == Some(LicenceSense::Declared);
    Found::if_it_exists(stated.iter().any(|licence| is_declared(licence) && is_identified(licence)))
}

/// The SHA-512 digest of the form it is delivered in.
pub(super) fn deployed_digest(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    let is_512 = |digests: &[(String, String)]| digests.iter().any(|(algorithm, _)| algorithm == "SHA-512");
    if references(component, &["distribution"]).any(|reference| is_512(&reference.digests)) {
        return Found::Met;
    }
    if is_512(&component.digests) {
        return Found::LackingBecause(text!("quality-digest-elsewhere"));
    }
    match component.digests.first() {
        Some((algorithm, _)) => Found::LackingBecause(text!("quality-digest-other", algorithm = algorithm)),
        None => Found::Lacking,
    }
}

/// Whether it can be executed, is an archive, and is structured.
pub(super) fn properties(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    let three = |it: &Particulars| [it.executable, it.archive, it.structured].iter().all(Option::is_some);
    particulars(component).is_some_and(three).into()
}

/// Where its source code lies.
pub(super) fn source_address(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    let mut kinds = references(component, &["vcs", "source-distribution"]);
    Found::if_it_exists(kinds.next().is_some() || !component.revisions.is_empty())
}

/// Where the form it is delivered in lies.
pub(super) fn deployed_address(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    Found::if_it_exists(references(component, &["distribution"]).any(|reference| says(Some(&reference.url))))
}

/// The digest of its source code.
pub(super) fn source_digest(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    references(component, &["source-distribution"]).any(|reference| !reference.digests.is_empty()).into()
}

/// Where its security.txt lies.
pub(super) fn security_txt(_: &Seen<'_>, _: u32, component: &Component) -> Found {
    references(component, &["rfc-9116"]).next().is_some().into()
}

/// Whether a party is named.
pub(super) fn is_named(party: &Party) -> bool {
    says(Some(&party.name))
}

/// Whether a party says how to reach it: an address of mail, or of a page.
pub(super) fn is_reached(party: &Party) -> bool {
    says(party.email()) || party.urls.iter().any(|url| says(Some(url)))
}

fn is_identified(licence: &StatedLicence) -> bool {
    matches!(licence.named, LicenceName::Expression(_) | LicenceName::Id(_))
}

fn particulars(component: &Component) -> Option<&Particulars> {
    component.particulars.as_deref()
}

fn has_own(component: &Component, member: &str) -> bool {
    particulars(component).is_some_and(|it| it.own_words.iter().any(|own| own.member == member))
}

fn references<'a>(
    component: &'a Component,
    kinds: &'a [&str],
) -> impl Iterator<Item = &'a proofmark_facts::ExternalReference> {
    let all = particulars(component).into_iter().flat_map(|it| &it.external_references);
    all.filter(|reference| kinds.contains(&reference.kind.as_str()))
}
