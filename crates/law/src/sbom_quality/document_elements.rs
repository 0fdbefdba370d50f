//! What guidelines ask of the document itself.

use proofmark_facts::Party;
use proofmark_text::text;

use super::check::Found;
use super::component_elements::{is_named, is_reached, says};
use super::seen::{Seen, Specification};

/// When it was made.
pub(super) fn timestamp(seen: &Seen<'_>) -> Found {
    seen.sbom.origin.created_at.is_some().into()
}

/// A person or organisation that made it; a program is none.
pub(super) fn author(seen: &Seen<'_>) -> Found {
    if authors(seen).any(is_named) {
        return Found::Met;
    }
    match seen.says.tools.first() {
        Some(tool) => Found::LackingBecause(text!("quality-author-only-tool", tool = &tool.name)),
        None => Found::Lacking,
    }
}

/// Who made it, and how to reach them.
pub(super) fn creator(seen: &Seen<'_>) -> Found {
    let mut makers: Vec<&Party> = seen.says.manufacturer.iter().collect();
    // CycloneDX has a member of its own for the organisation; SPDX names all its creators in one list.
    if !matches!(seen.specification(), Some(Specification::CycloneDx(..))) {
        makers.extend(&seen.says.authors);
    }
    if makers.iter().any(|maker| is_reached(maker)) {
        return Found::Met;
    }
    match authors(seen).find(|author| is_named(author)) {
        Some(author) => Found::LackingBecause(text!("quality-creator-without-address", name = &author.name)),
        None => Found::Lacking,
    }
}

/// The program that made it.
pub(super) fn tool_name(seen: &Seen<'_>) -> Found {
    seen.says.tools.iter().any(|tool| says(Some(&tool.name))).into()
}

/// The version of the program that made it.
pub(super) fn tool_version(seen: &Seen<'_>) -> Found {
    seen.says.tools.iter().any(|tool| says(tool.version.as_deref())).into()
}

/// A signature. It is not verified here.
pub(super) fn signature(seen: &Seen<'_>) -> Found {
    seen.says.signed.into()
}

/// Its edition.
pub(super) fn edition(seen: &Seen<'_>) -> Found {
    seen.says.edition.is_some().into()
}

/// The phase of the product's life it was made in.
pub(super) fn generation_context(seen: &Seen<'_>) -> Found {
    (!seen.says.lifecycles.is_empty()).into()
}

/// Its own address or number.
pub(super) fn own_address(seen: &Seen<'_>) -> Found {
    Found::if_it_exists(says(seen.sbom.origin.serial.as_deref()))
}

/// A format that programs read and many write.
pub(super) fn common_format(seen: &Seen<'_>) -> Found {
    match seen.specification() {
        Some(_) => Found::Met,
        None => Found::LackingBecause(text!("quality-no-sbom", format = &seen.sbom.origin.format)),
    }
}

/// CycloneDX from 1.6 or SPDX from 3.0.1 on.
pub(super) fn newer_format(seen: &Seen<'_>) -> Found {
    match seen.specification() {
        Some(Specification::CycloneDx(major, minor)) if (major, minor) >= (1, 6) => Found::Met,
        Some(Specification::Spdx(major, minor, patch)) if (major, minor, patch) >= (3, 0, 1) => Found::Met,
        _ => Found::LackingBecause(text!("quality-format-older", format = &seen.sbom.origin.format)),
    }
}

/// The dependencies of the product itself, at least.
pub(super) fn top_level(seen: &Seen<'_>) -> Found {
    let Some((index, _)) = seen.subject() else {
        return Found::LackingBecause(text!("quality-no-product"));
    };
    if seen.is_stated_incomplete(index) {
        return Found::LackingBecause(text!("quality-top-level-in-part"));
    }
    if seen.is_answered(index) { Found::Met } else { Found::Lacking }
}

/// No vulnerabilities inside: they change, and the list of components does not.
pub(super) fn no_vulnerabilities(seen: &Seen<'_>) -> Found {
    let inside = seen.says.own_words.iter().any(|own| own.member == "vulnerabilities" && own.json.len() > 2);
    (!inside).into()
}

fn authors<'a>(seen: &'a Seen<'_>) -> impl Iterator<Item = &'a Party> {
    seen.says.authors.iter().chain(&seen.says.manufacturer)
}
