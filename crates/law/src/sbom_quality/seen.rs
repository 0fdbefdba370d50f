//! A bill of materials, looked through once for what the checks ask.

use std::collections::HashSet;

use proofmark_facts::{Component, Sbom, SbomParticulars};

/// A bill of materials with what is asked of it more than once.
#[derive(Debug)]
pub(crate) struct Seen<'a> {
    pub(crate) sbom: &'a Sbom,
    /// What it says of itself; empty where only its components were read.
    pub(crate) says: SbomParticulars,
    /// Components of which it is stated on what they depend, be it nothing.
    answered: HashSet<u32>,
    /// Components that depend on another, or another on them.
    related: HashSet<u32>,
    /// Components of which it is stated how completely their dependencies are listed.
    marked: HashSet<u32>,
}

/// A family of formats with the version of its specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Specification {
    /// CycloneDX, as `(1, 6)`.
    CycloneDx(u32, u32),
    /// SPDX, as `(3, 0, 1)`.
    Spdx(u32, u32, u32),
    /// SWID tags (ISO/IEC 19770-2).
    Swid,
}

impl<'a> Seen<'a> {
    /// Looks through it.
    pub(crate) fn of(sbom: &'a Sbom) -> Self {
        let says = sbom.particulars.as_deref().cloned().unwrap_or_default();
        let contained: HashSet<(u32, u32)> = says.contained.iter().copied().collect();
        let depends = || sbom.dependencies.iter().filter(|pair| !contained.contains(pair));
        let answered = says.answered.iter().copied().chain(depends().map(|(from, _)| *from)).collect();
        let related = sbom.dependencies.iter().flat_map(|(from, to)| [*from, *to]).collect();
        let tells = |aggregate: &str| aggregate != "not_specified";
        let marked = says.completeness.iter().filter(|list| tells(&list.aggregate));
        let marked = marked.flat_map(|list| list.dependencies_of.iter().copied()).collect();
        Self { sbom, says, answered, related, marked }
    }

    /// Whether it is stated on what a component depends, be it nothing.
    pub(crate) fn is_answered(&self, index: u32) -> bool {
        self.answered.contains(&index)
    }

    /// Whether a component depends on another, or another on it.
    pub(crate) fn is_related(&self, index: u32) -> bool {
        self.related.contains(&index)
    }

    /// Whether it is stated how completely a component's dependencies are listed.
    pub(crate) fn is_marked(&self, index: u32) -> bool {
        self.marked.contains(&index)
    }

    /// Whether its dependencies are stated to be listed in part only.
    pub(crate) fn is_stated_incomplete(&self, index: u32) -> bool {
        let in_part = self.says.completeness.iter().filter(|list| list.aggregate.starts_with("incomplete"));
        in_part.flat_map(|list| &list.dependencies_of).any(|of| *of == index)
    }

    /// The product it is about, with its index.
    pub(crate) fn subject(&self) -> Option<(u32, &'a Component)> {
        let index = self.sbom.subject?;
        Some((u32::try_from(index).ok()?, self.sbom.components.get(index)?))
    }

    /// The specification it keeps; `None`: it is no bill of materials but something components can be read from.
    pub(crate) fn specification(&self) -> Option<Specification> {
        let format = self.sbom.origin.format.as_str();
        let mut numbers = format.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty());
        let mut number = || numbers.next().and_then(|part| part.parse().ok()).unwrap_or_default();
        if format.starts_with("CycloneDX") {
            Some(Specification::CycloneDx(number(), number()))
        } else if format.starts_with("SPDX") {
            Some(Specification::Spdx(number(), number(), number()))
        } else {
            format.starts_with("SWID").then_some(Specification::Swid)
        }
    }
}
