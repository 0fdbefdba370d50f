//! Any VEX document: which format it is, its members say.

use proofmark_facts::{Place, Problem, Read, VexDocument};
use proofmark_text::text;

use super::{csaf, cyclonedx, openvex, spdx};
use crate::Limits;
use crate::cyclonedx::{DependencyPlace, in_xml, of_xml, told_as_json};
use crate::input::text_of;
use crate::json::{Tree, read_value};

/// The formats statements are read from and written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VexFormat {
    /// OpenVEX.
    OpenVex,
    /// The Common Security Advisory Framework.
    Csaf,
    /// CycloneDX.
    CycloneDx,
    /// SPDX 3, security profile.
    Spdx,
}

impl VexFormat {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::OpenVex, Self::Csaf, Self::CycloneDx, Self::Spdx];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenVex => "OpenVEX",
            Self::Csaf => "CSAF",
            Self::CycloneDx => "CycloneDX",
            Self::Spdx => "SPDX",
        }
    }
}

/// Reads a VEX document: OpenVEX, CSAF 2.0 and 2.1 of any profile that states something of products, CycloneDX 1.4 to 1.7 in JSON or
/// XML, or the security profile of SPDX 3. Statements that contradict each other are refused with both places; what a format says
/// that a [`VexDocument`] cannot hold is told.
pub fn read_vex(name: &str, bytes: &[u8], limits: &Limits) -> Read<VexDocument> {
    let read = match tree_of(bytes, limits) {
        Ok(Said { tree, of_xml: Some(places) }) => of_xml(cyclonedx::read(&tree, limits), &places),
        Ok(Said { tree, of_xml: None }) => match format_of(&tree) {
            Some(VexFormat::OpenVex) => openvex::read(&tree, limits),
            Some(VexFormat::Csaf) => csaf::read(&tree, limits),
            Some(VexFormat::CycloneDx) => cyclonedx::read(&tree, limits),
            Some(VexFormat::Spdx) => spdx::read(&tree, limits),
            None => Read::refused(Problem::error(Place::default(), text!("vex-unknown"))),
        },
        Err(problem) => Read::refused(*problem),
    };
    if name.is_empty() { read } else { read.in_file(name) }
}

/// Whether bytes are a document [`read_vex`] reads, whatever it states.
pub fn is_vex(bytes: &[u8], limits: &Limits) -> Option<VexFormat> {
    format_of(&tree_of(bytes, limits).ok()?.tree)
}

/// What a document says.
struct Said {
    tree: Tree,
    /// It is CycloneDX in XML, with its dependencies at these places.
    of_xml: Option<Vec<DependencyPlace>>,
}

fn tree_of(bytes: &[u8], limits: &Limits) -> Result<Said, Box<Problem>> {
    let written = text_of(bytes, limits.advisory_bytes)?;
    if written.trim_start().starts_with('<') {
        let told = told_as_json(written, limits)?;
        let tree = read_value(told.json.as_bytes(), limits.bytes, limits.depth, "CycloneDX");
        return match tree {
            Ok(tree) => Ok(Said { tree, of_xml: Some(told.places) }),
            Err(mut problem) => {
                in_xml(&mut problem, &told.places);
                Err(problem)
            }
        };
    }
    let tree = read_value(bytes, limits.advisory_bytes, limits.depth, "VEX")?;
    Ok(Said { tree, of_xml: None })
}

fn format_of(tree: &Tree) -> Option<VexFormat> {
    let context = tree.all_words("@context");
    if context.iter().any(|address| address.contains("openvex.dev")) {
        Some(VexFormat::OpenVex)
    } else if tree.at(&["document", "csaf_version"]).is_some() {
        Some(VexFormat::Csaf)
    } else if tree.words("bomFormat") == Some("CycloneDX") || tree.words("specVersion").is_some() {
        Some(VexFormat::CycloneDx)
    } else if context.iter().any(|address| address.contains("spdx.org/rdf/3")) && tree.get("@graph").is_some()
    {
        Some(VexFormat::Spdx)
    } else {
        None
    }
}
