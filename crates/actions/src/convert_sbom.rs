//! Converts a component list from the format it is written in to another, and says what could not be carried. Nothing is kept.

use std::io::{self, Write};

use proofmark_facts::{NotCarried, Place, Problem, Sbom};
use proofmark_formats::{
    CyclonedxHeading, CyclonedxVersion, Limits, SpdxHeading, read_sbom, write_cyclonedx_to, write_spdx_2_to,
    write_spdx_3_to,
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

/// A list that was read and is about to be written in another form.
#[derive(Debug)]
pub struct Conversion<'a> {
    sbom: Sbom,
    notices: Vec<Problem>,
    to: SbomForm,
    heading: &'a CyclonedxHeading<'a>,
}

/// Reads the list whole, to be written in the form.
pub fn convert_sbom<'a>(
    name: &str,
    bytes: Vec<u8>,
    to: SbomForm,
    heading: &'a CyclonedxHeading<'a>,
) -> Result<Conversion<'a>, ActionError> {
    let (sbom, notices) = read_whole(name, bytes)?;
    Ok(Conversion { sbom, notices, to, heading })
}

impl Conversion<'_> {
    /// Writes the document letter by letter: of a list of hundreds of thousands of components it would be as large again as the list.
    /// The errors are those of `out`.
    pub fn write_to(self, out: impl Write) -> io::Result<ConversionReport> {
        let Self { sbom, notices, to, heading } = self;
        let not_carried = write_as(&sbom, to, heading, out)?;
        Ok(ConversionReport {
            from: sbom.origin.format,
            to: to.to_string(),
            components: sbom.components.len(),
            notices,
            not_carried,
        })
    }
}

/// Writes a list in the form, letter by letter; what the form has no place for.
pub(crate) fn write_as(
    sbom: &Sbom,
    form: SbomForm,
    heading: &CyclonedxHeading<'_>,
    out: impl Write,
) -> io::Result<Vec<NotCarried>> {
    match form {
        SbomForm::Cyclonedx(version) => {
            write_cyclonedx_to(sbom, &CyclonedxHeading { version, ..heading.clone() }, out)
        }
        SbomForm::Spdx2 => write_spdx_2_to(sbom, &spdx_heading(sbom, form, heading), out),
        SbomForm::Spdx3 => write_spdx_3_to(sbom, &spdx_heading(sbom, form, heading), out),
    }
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

    fn converted(name: &str, bytes: &[u8], to: SbomForm) -> (String, ConversionReport) {
        let mut document = Vec::new();
        let heading = heading();
        let report =
            convert_sbom(name, bytes.to_vec(), to, &heading).unwrap().write_to(&mut document).unwrap();
        (String::from_utf8(document).unwrap(), report)
    }

    #[test]
    fn what_the_older_version_cannot_say_is_listed_with_what_says_it() {
        let written = br#"{"bomFormat":"CycloneDX","specVersion":"1.7","components":[{"type":"library","name":"a","version":"1",
            "isExternal":true,"evidence":{"copyright":[{"text":"c"}]},"externalReferences":[{"type":"patent","url":"https://p"}]}],
            "citations":[{"pointers":["/components/0"],"timestamp":"2027-01-02T03:04:05Z","attributedTo":"a"}]}"#;
        let older = SbomForm::Cyclonedx(CyclonedxVersion::V1_6);
        let (document, report) = converted("a.json", written, older);
        let lost: Vec<(&str, &str)> =
            report.not_carried.iter().map(|one| (one.of.as_str(), one.member.as_str())).collect();
        assert_eq!(lost, [("", "citations"), ("a@1", "externalReferences"), ("a@1", "isExternal")]);
        assert!(document.contains("\"evidence\"") && !document.contains("isExternal"), "{document}");
        assert_eq!((report.from.as_str(), report.to.as_str()), ("CycloneDX 1.7", "CycloneDX 1.6"));

        let same = SbomForm::Cyclonedx(CyclonedxVersion::V1_7);
        let (document, report) = converted("a.json", written, same);
        assert_eq!(report.not_carried, []);
        assert!(document.contains("isExternal") && document.contains("citations"), "{document}");
    }

    #[test]
    fn what_is_read_in_part_is_told() {
        let xml = br#"<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>a</name>
            <copyright>c</copyright><modelCard/></component></components></bom>"#;
        let form = SbomForm::Cyclonedx(CyclonedxVersion::V1_6);
        let (document, report) = converted("a.xml", xml, form);
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
