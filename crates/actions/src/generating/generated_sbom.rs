//! A component list that was generated, and what is said beside it.

use proofmark_facts::{Problem, Sbom, TreeGap};
use proofmark_formats::{CyclonedxHeading, write_cyclonedx};
use schemars::JsonSchema;
use serde::Serialize;

/// A list generated from a tree.
#[derive(Debug, Clone, PartialEq)]
pub struct GeneratedSbom {
    /// The list; its first component is the subject.
    pub sbom: Sbom,
    /// What came of it in numbers, what was read, and what was not.
    pub report: GenerationReport,
}

/// What is said of a generated list.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GenerationReport {
    /// What the list is about.
    pub subject: String,
    /// How many components it names beside the subject.
    pub components: usize,
    /// How many of them the product itself asks for; the others came with these.
    pub top_level: usize,
    /// Every file that was read.
    pub read: Vec<SourceRead>,
    /// Every file that tells of components and could not be read: the list is incomplete by them.
    pub not_read: Vec<TreeGap>,
    /// What was noticed in what was read.
    pub notices: Vec<Problem>,
    /// Where each component was found, in the order of the list: the numbers of the files in `read`, from 0.
    pub found_in: Vec<FoundIn>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceRead {
    /// Its path below the root.
    pub path: String,
    /// Its format and version.
    pub format: String,
    /// How many components it names.
    pub components: usize,
}

/// Where a component was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FoundIn {
    /// The component.
    pub component: String,
    /// The files that name it, by their numbers.
    pub files: Vec<usize>,
}

/// What CycloneDX says at the end of a document of a list: which files it was made from, and which should have been.
#[derive(Serialize)]
struct Ending<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    compositions: Vec<Composition<'a>>,
    properties: Vec<Property>,
}

#[derive(Serialize)]
struct Composition<'a> {
    aggregate: &'static str,
    dependencies: [&'a str; 1],
}

#[derive(Serialize)]
struct Property {
    name: &'static str,
    value: String,
}

impl GeneratedSbom {
    /// The list as CycloneDX 1.6 JSON. Beside what every such document says it names the files it was made from, and, where a file
    /// could not be read, that file with the reason and the list itself as incomplete (`compositions`).
    pub fn as_cyclonedx(&self, heading: &CyclonedxHeading<'_>) -> String {
        let document = write_cyclonedx(&self.sbom, heading).document;
        let subject = self.sbom.components.first().map_or("", |subject| subject.reference.as_str());
        let incomplete = Composition { aggregate: "incomplete", dependencies: [subject] };
        let read = self.report.read.iter().map(|source| Property {
            name: "proofmark:read",
            value: format!("{} ({})", source.path, source.format),
        });
        let not_read = self.report.not_read.iter().map(|gap| Property {
            name: "proofmark:not-read",
            value: if gap.path.is_empty() {
                gap.because.to_string()
            } else {
                format!("{}: {}", gap.path, gap.because)
            },
        });
        let ending = Ending {
            compositions: if self.report.not_read.is_empty() { Vec::new() } else { vec![incomplete] },
            properties: read.chain(not_read).collect(),
        };
        let ending = serde_json::to_string_pretty(&ending).expect("texts and lists always serialize");
        // One object behind the other: the last brace of the first and the first brace of the second become a comma.
        let open = document.trim_end().strip_suffix('}').unwrap_or(&document).trim_end();
        let rest = ending.strip_prefix('{').unwrap_or(&ending);
        format!("{open},{rest}\n")
    }
}
