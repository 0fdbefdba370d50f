//! What is written, made to fit the version it is written in; what does not fit is listed.

use proofmark_facts::{Component, NotCarried, OwnWords};
use proofmark_text::{Text, text};
use serde_json::Value;
use serde_json::value::RawValue;

use super::later::{is_later, take_out_later};
use super::spoken::{Hash, LicenceChoice, Reference};
use super::version::CyclonedxVersion;
use super::written_component::Written;
use crate::digest::algorithm_named;

/// `externalReference.type` of 1.6, then what 1.7 has besides.
const REFERENCE_KINDS: [&str; 47] = [
    "vcs",
    "issue-tracker",
    "website",
    "advisories",
    "bom",
    "mailing-list",
    "social",
    "chat",
    "documentation",
    "support",
    "source-distribution",
    "distribution",
    "distribution-intake",
    "license",
    "build-meta",
    "build-system",
    "release-notes",
    "security-contact",
    "model-card",
    "log",
    "configuration",
    "evidence",
    "formulation",
    "attestation",
    "threat-model",
    "adversary-model",
    "risk-assessment",
    "vulnerability-assertion",
    "exploitability-statement",
    "pentest-report",
    "static-analysis-report",
    "dynamic-analysis-report",
    "runtime-analysis-report",
    "component-analysis-report",
    "maturity-report",
    "certification-report",
    "codified-infrastructure",
    "quality-metrics",
    "poam",
    "electronic-signature",
    "digital-signature",
    "rfc-9116",
    "other",
    "patent",
    "patent-family",
    "patent-assertion",
    "citation",
];
/// How many of them 1.6 has.
const KINDS_OF_1_6: usize = 43;

/// Makes things fit.
pub(super) struct Fitting {
    version: CyclonedxVersion,
    /// What was read is of the version that is written.
    is_same: bool,
    /// What was read may hold what only a later version has.
    is_of_later: bool,
    /// What was read is CycloneDX.
    is_again: bool,
}

impl Fitting {
    pub(super) fn new(version: CyclonedxVersion, read_from: &str, is_again: bool) -> Self {
        let read = read_from.strip_prefix("CycloneDX ").unwrap_or_default();
        let minor: Option<u32> = read.strip_prefix("1.").and_then(|minor| minor.parse().ok());
        Self {
            version,
            is_same: read == version.as_str(),
            is_of_later: version == CyclonedxVersion::V1_6 && minor.is_some_and(|minor| minor > 6),
            is_again,
        }
    }

    /// A member as it was read, as far as it can stand in the version.
    pub(super) fn words(
        &self,
        of: &str,
        words: &OwnWords,
        lost: &mut Vec<NotCarried>,
    ) -> Option<Box<RawValue>> {
        let name = words.member.rsplit('/').next().unwrap_or(&words.member);
        if !self.is_again {
            lost.push(not_carried(of, &words.member, text!("bill-own-words")));
            return None;
        }
        if name == "signature" && of.is_empty() && !self.is_same {
            lost.push(not_carried(of, &words.member, text!("bill-signature-broken")));
            return None;
        }
        if !self.is_of_later && (name != "licenses" || self.version != CyclonedxVersion::V1_6) {
            return RawValue::from_string(words.json.clone()).ok();
        }
        if self.is_of_later && is_later(name) {
            lost.push(not_carried(of, &words.member, text!("bill-later-version")));
            return None;
        }
        let mut value: Value = serde_json::from_str(&words.json).ok()?;
        let before = lost.len();
        if self.is_of_later {
            for way in take_out_later(name, &mut value) {
                lost.push(not_carried(of, &way, text!("bill-later-version")));
            }
        }
        if name == "licenses" && mixed(&mut value) {
            lost.push(not_carried(of, &words.member, text!("bill-expression-as-name")));
        }
        if lost.len() == before {
            // Letter by letter, numbers and the order of members included.
            return RawValue::from_string(words.json.clone()).ok();
        }
        serde_json::value::to_raw_value(&value).ok()
    }

    /// What is known of a component.
    pub(super) fn component<C>(
        &self,
        written: &mut Written<'_, C>,
        component: &Component,
        called: &str,
        lost: &mut Vec<NotCarried>,
    ) {
        self.hashes(&mut written.hashes, called, lost);
        self.references(&mut written.external_references, called, lost);
        let has_expression = written.licenses.iter().any(|one| one.expression.is_some());
        if self.version == CyclonedxVersion::V1_6 && has_expression && written.licenses.len() > 1 {
            for choice in &mut written.licenses {
                choice.as_name();
            }
            lost.push(not_carried(called, "licenses", text!("bill-expression-as-name")));
        }
        let Some(particulars) = component.particulars.as_deref() else { return };
        let has = [
            ("released", particulars.released_at.is_some()),
            ("built", particulars.built_at.is_some()),
            ("valid until", particulars.valid_until.is_some()),
        ];
        for (member, _) in has.into_iter().filter(|(_, is_there)| *is_there) {
            lost.push(not_carried(called, member, text!("bill-no-place")));
        }
    }

    fn hashes(&self, hashes: &mut Vec<Hash>, of: &str, lost: &mut Vec<NotCarried>) {
        hashes.retain(|hash| {
            let fits = algorithm_named(&hash.alg).is_some_and(|algorithm| {
                let in_1_7 = algorithm.name.starts_with("Streebog");
                algorithm.in_cyclonedx || (in_1_7 && self.version == CyclonedxVersion::V1_7)
            });
            if !fits {
                let why = text!("bill-no-such-algorithm", algorithm = hash.alg.as_str());
                lost.push(not_carried(of, "hashes", why));
            }
            fits
        });
    }

    /// References to what stands elsewhere.
    pub(super) fn references(&self, all: &mut [Reference], of: &str, lost: &mut Vec<NotCarried>) {
        let known = match self.version {
            CyclonedxVersion::V1_6 => &REFERENCE_KINDS[..KINDS_OF_1_6],
            CyclonedxVersion::V1_7 => &REFERENCE_KINDS[..],
        };
        for reference in all {
            self.hashes(&mut reference.hashes, of, lost);
            if !known.contains(&reference.kind.as_str()) {
                let why = text!("bill-reference-as-other", kind = reference.kind.as_str());
                lost.push(not_carried(of, "externalReferences", why));
                "other".clone_into(&mut reference.kind);
            }
        }
    }
}

/// Until 1.6 an expression stands alone: among others it becomes a name. Gives whether one did.
fn mixed(licences: &mut Value) -> bool {
    let Value::Array(choices) = licences else { return false };
    if choices.len() < 2 {
        return false;
    }
    let mut has_become = false;
    for choice in choices {
        let Some(expression) = choice.get("expression").cloned() else { continue };
        let mut licence = serde_json::Map::from_iter([("name".to_owned(), expression)]);
        let kept = ["acknowledgement", "bom-ref"];
        licence.extend(kept.iter().filter_map(|name| Some(((*name).to_owned(), choice.get(name)?.clone()))));
        *choice = serde_json::json!({ "license": licence });
        has_become = true;
    }
    has_become
}

fn not_carried(of: &str, member: &str, why: Text) -> NotCarried {
    NotCarried { of: of.to_owned(), member: member.to_owned(), why }
}

impl LicenceChoice {
    /// An expression as a name.
    fn as_name(&mut self) {
        let Some(stated) = std::mem::take(self).into_stated() else { return };
        let named = match stated.named {
            proofmark_facts::LicenceName::Expression(words) => proofmark_facts::LicenceName::Name(words),
            other => other,
        };
        *self = Self::of(&proofmark_facts::StatedLicence { named, ..stated });
    }
}
