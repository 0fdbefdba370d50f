//! Converts a component list from the format it is written in to another, and says what could not be carried. Nothing is kept.

use proofmark_facts::{NotCarried, Place, Problem, Sbom, WrittenSbom};
use proofmark_formats::{
    CyclonedxHeading, CyclonedxVersion, Limits, SpdxHeading, read_sbom, write_cyclonedx, write_spdx_2,
    write_spdx_3,
};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::ActionError;

/// The forms a component list is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SbomForm {
    /// CycloneDX JSON of this version.
    Cyclonedx(CyclonedxVersion),
    /// SPDX 2.3 JSON.
    Spdx2,
    /// SPDX 3.0.1 JSON-LD.
    Spdx3,
}

/// What a conversion says beside the document.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ConversionReport {
    /// The format and version that was read.
    pub from: String,
    /// The format and version that was written.
    pub to: String,
    /// How many components stand in it.
    pub components: usize,
    /// What was noticed while it was read.
    pub notices: Vec<Problem>,
    /// What of it does not stand in the document that was written.
    pub not_carried: Vec<NotCarried>,
}

/// Reads the list whole and writes it in the form.
pub fn convert_sbom(
    name: &str,
    bytes: Vec<u8>,
    to: SbomForm,
    heading: &CyclonedxHeading<'_>,
) -> Result<(String, ConversionReport), ActionError> {
    let (sbom, notices) = read_whole(name, bytes)?;
    let WrittenSbom { document, not_carried } = write_as(&sbom, to, heading);
    let report = ConversionReport {
        from: sbom.origin.format.clone(),
        to: to.to_string(),
        components: sbom.components.len(),
        notices,
        not_carried,
    };
    Ok((document, report))
}

/// Everything a list says. The bytes are gone when it is written again: both together would be held for nothing.
pub(crate) fn read_whole(name: &str, bytes: Vec<u8>) -> Result<(Sbom, Vec<Problem>), ActionError> {
    let mut read = read_sbom(name, &bytes, &Limits::default().whole());
    // Of these the members are read that matching needs: what else they say would go in silence.
    let in_part = |sbom: &Sbom| sbom.particulars.is_none() && sbom.origin.format.starts_with("SPDX");
    if read.value.as_ref().is_some_and(in_part) {
        read.problems.push(Problem::warning(Place::default(), text!("bill-in-part")));
    }
    let read = read.in_file(name);
    drop(bytes);
    match read.value {
        Some(sbom) => Ok((sbom, read.problems)),
        None => Err(ActionError::Refused(read.problems)),
    }
}

pub(crate) fn write_as(sbom: &Sbom, form: SbomForm, heading: &CyclonedxHeading<'_>) -> WrittenSbom {
    match form {
        SbomForm::Cyclonedx(version) => {
            write_cyclonedx(sbom, &CyclonedxHeading { version, ..heading.clone() })
        }
        SbomForm::Spdx2 => write_spdx_2(sbom, &spdx_heading(sbom, form, heading)),
        SbomForm::Spdx3 => write_spdx_3(sbom, &spdx_heading(sbom, form, heading)),
    }
}

/// What is written in the format it was read in goes on as the same document.
fn spdx_heading<'a>(sbom: &Sbom, form: SbomForm, heading: &CyclonedxHeading<'a>) -> SpdxHeading<'a> {
    let same = match form {
        SbomForm::Spdx2 => "SPDX-2",
        _ => "SPDX-3",
    };
    let CyclonedxHeading { product, release, serial, created_at, tool_version, .. } = *heading;
    let goes_on = sbom.particulars.is_some() && sbom.origin.format.starts_with(same);
    SpdxHeading { product, release, serial, created_at, tool_version, goes_on }
}

impl std::fmt::Display for SbomForm {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cyclonedx(version) => write!(out, "CycloneDX {}", version.as_str()),
            Self::Spdx2 => out.write_str("SPDX 2.3"),
            Self::Spdx3 => out.write_str("SPDX 3.0.1"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading() -> CyclonedxHeading<'static> {
        CyclonedxHeading {
            version: CyclonedxVersion::V1_6,
            product: "product",
            release: "1",
            serial: [1; 16],
            created_at: "2027-01-02T03:04:05Z".parse().unwrap(),
            tool_version: "0",
        }
    }

    #[test]
    fn what_the_older_version_cannot_say_is_listed_with_what_says_it() {
        let written = br#"{"bomFormat":"CycloneDX","specVersion":"1.7","components":[{"type":"library","name":"a","version":"1",
            "isExternal":true,"evidence":{"copyright":[{"text":"c"}]},"externalReferences":[{"type":"patent","url":"https://p"}]}],
            "citations":[{"pointers":["/components/0"],"timestamp":"2027-01-02T03:04:05Z","attributedTo":"a"}]}"#;
        let older = SbomForm::Cyclonedx(CyclonedxVersion::V1_6);
        let (document, report) = convert_sbom("a.json", written.to_vec(), older, &heading()).unwrap();
        let lost: Vec<(&str, &str)> =
            report.not_carried.iter().map(|one| (one.of.as_str(), one.member.as_str())).collect();
        assert_eq!(lost, [("", "citations"), ("a@1", "externalReferences"), ("a@1", "isExternal")]);
        assert!(document.contains("\"evidence\"") && !document.contains("isExternal"), "{document}");
        assert_eq!((report.from.as_str(), report.to.as_str()), ("CycloneDX 1.7", "CycloneDX 1.6"));

        let same = SbomForm::Cyclonedx(CyclonedxVersion::V1_7);
        let (document, report) = convert_sbom("a.json", written.to_vec(), same, &heading()).unwrap();
        assert_eq!(report.not_carried, []);
        assert!(document.contains("isExternal") && document.contains("citations"), "{document}");
    }

    #[test]
    fn what_is_read_in_part_is_told() {
        let xml = br#"<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>a</name>
            <copyright>c</copyright><modelCard/></component></components></bom>"#;
        let form = SbomForm::Cyclonedx(CyclonedxVersion::V1_6);
        let (document, report) = convert_sbom("a.xml", xml.to_vec(), form, &heading()).unwrap();
        assert!(document.contains("\"copyright\": \"c\""), "{document}");
        let told: Vec<&str> = report.notices.iter().map(|problem| problem.says.id()).collect();
        assert_eq!(told, ["formats-xml-passed-over"]);
        assert!(report.notices[0].says.to_string().contains("modelCard"));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        let form = SbomForm::Cyclonedx(CyclonedxVersion::V1_6);
        assert!(matches!(convert_sbom("a", b"{}".to_vec(), form, &heading()), Err(ActionError::Refused(_))));
    }
}
