//! The points an importer or a distributor checks, each with the law that asks for it.

use std::collections::BTreeMap;

use proofmark_facts::{CheckedPoint, SupplierCheck};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::kept::FileState;
use crate::reason::Reason;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// One point of the checklist, and how it stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CheckPoint {
    /// Its key below `supplier_check`, as `ce_marking`.
    pub point: &'static str,
    /// How it stands.
    pub state: CheckPointState,
    /// What must be so, the fact it turns on, and the law.
    pub reason: Reason,
    /// What is still missing; empty unless it is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Text>,
}

/// How a point of the checklist stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CheckPointState {
    /// It is so, and can be proven where the law asks for that.
    Met,
    /// It is not so.
    NotMet,
    /// It was not checked, or cannot be proven.
    Open,
    /// There is nothing to check.
    NotApplicable,
}

/// What is asked at a point.
struct Asked {
    key: &'static str,
    of: fn(&SupplierCheck) -> &CheckedPoint,
    says: fn() -> Text,
    importer: Option<(Source, Citation)>,
    distributor: Option<(Source, Citation)>,
}

const IMP_02: Source = Source::new("IMP-02", &[P]);
const IMP_04: Source = Source::new("IMP-04", &[P]);
const DIS_02: Source = Source::new("DIS-02", &[P]);

const fn importers(point: &'static str) -> (Source, Citation) {
    (IMP_02, Citation::article(19).paragraph(2).point(point))
}

const fn distributors(point: &'static str) -> (Source, Citation) {
    (DIS_02, Citation::article(20).paragraph(2).point(point))
}

/// Every point, in the order of Article 19(2), then what only Article 20(2) asks.
const POINTS: [Asked; 11] = [
    Asked {
        key: "conformity_procedure",
        of: |check| &check.conformity_procedure,
        says: || text!("duties-check-conformity-procedure"),
        importer: Some(importers("a")),
        distributor: None,
    },
    Asked {
        key: "technical_documentation",
        of: |check| &check.technical_documentation,
        says: || text!("duties-check-technical-documentation"),
        importer: Some(importers("b")),
        distributor: None,
    },
    Asked {
        key: "ce_marking",
        of: |check| &check.ce_marking,
        says: || text!("duties-check-ce-marking"),
        importer: Some(importers("c")),
        distributor: Some(distributors("a")),
    },
    Asked {
        key: "declaration",
        of: |check| &check.declaration,
        says: || text!("duties-check-declaration"),
        importer: Some(importers("c")),
        distributor: Some(distributors("b")),
    },
    Asked {
        key: "user_information",
        of: |check| &check.user_information,
        says: || text!("duties-check-user-information"),
        importer: Some(importers("c")),
        distributor: Some(distributors("b")),
    },
    Asked {
        key: "user_information_language",
        of: |check| &check.user_information_language,
        says: || text!("duties-check-user-information-language"),
        importer: Some(importers("c")),
        distributor: Some(distributors("b")),
    },
    Asked {
        key: "product_identification",
        of: |check| &check.product_identification,
        says: || text!("duties-check-product-identification"),
        importer: Some(importers("d")),
        distributor: Some(distributors("b")),
    },
    Asked {
        key: "manufacturer_contact",
        of: |check| &check.manufacturer_contact,
        says: || text!("duties-check-manufacturer-contact"),
        importer: Some(importers("d")),
        distributor: Some(distributors("b")),
    },
    Asked {
        key: "support_period_end",
        of: |check| &check.support_period_end,
        says: || text!("duties-check-support-period-end"),
        importer: Some(importers("d")),
        distributor: Some(distributors("b")),
    },
    Asked {
        key: "importer_contact",
        of: |check| &check.importer_contact,
        says: || text!("duties-check-importer-contact"),
        importer: Some((IMP_04, Citation::article(19).paragraph(4))),
        distributor: Some(distributors("b")),
    },
    Asked {
        key: "documents_provided",
        of: |check| &check.documents_provided,
        says: || text!("duties-check-documents-provided"),
        importer: None,
        distributor: Some(distributors("b")),
    },
];

/// Every point this role checks, as it stands. With `files`, evidence counts only if its file is there.
pub(crate) fn check_points(
    check: &SupplierCheck,
    role: Role,
    files: Option<&BTreeMap<String, FileState>>,
) -> Vec<CheckPoint> {
    POINTS.iter().filter_map(|asked| stand(asked, check, role, files)).collect()
}

fn stand(
    asked: &Asked,
    check: &SupplierCheck,
    role: Role,
    files: Option<&BTreeMap<String, FileState>>,
) -> Option<CheckPoint> {
    let (source, cites) = if role == Role::Importer { asked.importer? } else { asked.distributor? };
    let path = format!("supplier_check.{}", asked.key);
    let declared = (asked.of)(check);
    let mut missing = Vec::new();
    let mut fact = format!("{path}.holds");
    let of_no_importer = asked.key == "importer_contact" && role == Role::Distributor;
    let state = match (declared.holds, check.importer_in_chain) {
        (_, Some(false)) if of_no_importer => {
            "supplier_check.importer_in_chain".clone_into(&mut fact);
            CheckPointState::NotApplicable
        }
        (Some(false), _) => CheckPointState::NotMet,
        (None, _) => {
            missing.push(text!("duties-check-not-checked", path = &fact));
            CheckPointState::Open
        }
        (Some(true), _) => {
            missing = unproven(declared, role, &path, files);
            if missing.is_empty() { CheckPointState::Met } else { CheckPointState::Open }
        }
    };
    let reason = Reason::new((asked.says)(), source, cites).on(fact);
    Some(CheckPoint { point: asked.key, state, reason, missing })
}

/// An importer must be able to prove what it checked (Article 19(2)); whoever names a file must have it.
fn unproven(
    declared: &CheckedPoint,
    role: Role,
    path: &str,
    files: Option<&BTreeMap<String, FileState>>,
) -> Vec<Text> {
    let path = format!("{path}.evidence");
    if declared.evidence.is_empty() && role == Role::Importer {
        return vec![text!("duties-check-no-evidence", path = &path)];
    }
    let Some(files) = files else { return Vec::new() };
    let absent = declared.evidence.iter().filter(|file| !files.contains_key(*file));
    absent.map(|file| text!("law-missing-file", path = &path, file = file)).collect()
}
