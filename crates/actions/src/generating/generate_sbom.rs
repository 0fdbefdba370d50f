//! Generates a component list from what was found in a tree. Nothing is decided and nothing kept.

use std::collections::HashSet;

use proofmark_facts::{Component, ComponentKind, Place, Problem, Read, Sbom, Sha256};
use proofmark_formats::Limits;
use proofmark_text::text;

use super::assembled::{Assembled, Stated, assembled};
use super::generated_sbom::{FoundIn, GeneratedSbom, GenerationReport, SourceRead};
use super::parts::Parts;
use super::projects::read_projects;
use super::systems::{alone, read_systems};
use super::tree_sources::TreeSources;
use crate::component_list::called;
use crate::error::ActionError;

/// What whoever asks says of the list.
#[derive(Debug, Clone, Default)]
pub struct GenerateAs<'a> {
    /// The name of what the list is about.
    pub name: Option<&'a str>,
    /// Its version.
    pub version: Option<&'a str>,
    /// What the tree is called, where nothing else says what the list is about.
    pub tree: &'a str,
}

/// A file that is handed out, by its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artefact {
    /// Its name.
    pub name: String,
    /// The digest of its bytes.
    pub sha256: Sha256,
}

/// Reads what was found and puts it together. An error: nothing tells of any component.
pub fn generate_sbom(
    mut sources: TreeSources,
    artefacts: &[Artefact],
    generate_as: &GenerateAs<'_>,
) -> Result<GeneratedSbom, ActionError> {
    let limits = Limits::default();
    sources.tell_passed();
    let TreeSources { kept, mut parts, kernels, .. } = sources;
    read_projects(&kept, generate_as.tree, &limits, &mut parts);
    read_systems(&kept, &limits, &mut parts);
    for (path, kernel) in kernels {
        parts.take(&path, Read::clean(alone(kernel, "modules of a kernel")));
    }
    for artefact in artefacts {
        parts.take(&artefact.name, Read::clean(listed(artefact)));
    }
    let Parts { mut read, gaps: not_read } = parts;
    if read.is_empty() {
        let untold = Problem::error(Place::default(), text!("generate-nothing-found"));
        let missed = not_read.into_iter().map(|gap| {
            let place = Place { file: Some(gap.path), ..Place::default() };
            Problem::error(place, gap.because)
        });
        return Err(ActionError::Refused([untold].into_iter().chain(missed).collect()));
    }
    let stated = Stated {
        name: generate_as.name,
        version: generate_as.version,
        otherwise: generate_as.tree,
        kind: ComponentKind::Application,
    };
    let Assembled { sbom, places } = assembled(&stated, &read);
    let mut notices: Vec<Problem> =
        read.iter_mut().flat_map(|part| std::mem::take(&mut part.notices)).collect();
    if sbom.components.first().is_none_or(|subject| subject.version.is_none()) {
        notices.push(Problem::warning(Place::default(), text!("generate-no-version")));
    }
    let source = |part: super::part::Part| SourceRead {
        components: part.sbom.components.len(),
        path: part.path,
        format: part.sbom.origin.format,
    };
    let found_in =
        |(component, files): (&Component, Vec<usize>)| FoundIn { component: called(component), files };
    let report = GenerationReport {
        subject: sbom.components.first().map(called).unwrap_or_default(),
        components: sbom.components.len().saturating_sub(1),
        top_level: top_level(&sbom),
        read: read.into_iter().map(source).collect(),
        not_read,
        notices,
        found_in: sbom.components.iter().zip(places).map(found_in).collect(),
    };
    Ok(GeneratedSbom { sbom, report })
}

/// How many components of others the product's own need directly.
fn top_level(sbom: &Sbom) -> usize {
    let is_own = |at: u32| sbom.components[at as usize].own;
    let tops = sbom.dependencies.iter().filter(|(from, to)| is_own(*from) && !is_own(*to));
    tops.map(|(_, to)| to).collect::<HashSet<_>>().len()
}

/// What is handed out is a file of the product's own.
fn listed(artefact: &Artefact) -> Sbom {
    let component = Component {
        reference: artefact.name.clone(),
        kind: ComponentKind::File,
        name: artefact.name.clone(),
        digests: vec![("SHA-256".to_owned(), artefact.sha256.to_string())],
        own: true,
        ..Component::default()
    };
    alone(component, "artefact")
}
