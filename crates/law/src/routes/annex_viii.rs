//! Annex VIII: what each conformity assessment module demands, as data.

use proofmark_facts::Procedure;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;

/// What a procedure asks of the manufacturer and of the notified body, and what comes out of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct ModuleDuties {
    /// The procedure.
    pub procedure: Procedure,
    /// The rows of the reference.
    pub rows: &'static [&'static str],
    /// The law.
    pub cites: Citation,
    /// What the manufacturer does, in order.
    pub manufacturer: &'static [&'static str],
    /// What the notified body does; empty: none is involved.
    pub notified_body: &'static [&'static str],
    /// The documents that exist afterwards.
    pub documents: &'static [&'static str],
    /// Whether the notified body's number follows the CE marking (Article 30(4)).
    pub number_beside_the_ce_marking: bool,
}

/// Every procedure of Article 32(1), in its order.
pub const MODULES: &[ModuleDuties] = &[INTERNAL_CONTROL, TYPE_EXAMINATION, FULL_QUALITY, CERTIFICATION];

/// Module A.
pub(crate) const INTERNAL_CONTROL: ModuleDuties = ModuleDuties {
    procedure: Procedure::InternalControl,
    rows: &["PRC-A", "MOD-A"],
    cites: Citation::annex("VIII").part("I"),
    manufacturer: &[
        "Draw up the technical documentation of Annex VII.",
        "Design, produce and handle vulnerabilities so that Annex I is met, and watch that it stays so.",
        "Affix the CE marking to each product.",
        "Write the EU declaration of conformity.",
        "Keep declaration and documentation for ten years after placing on the market or for the support period, whichever is longer.",
    ],
    notified_body: &[],
    documents: &["technical documentation", "EU declaration of conformity"],
    number_beside_the_ce_marking: false,
};

/// Modules B and C.
pub(crate) const TYPE_EXAMINATION: ModuleDuties = ModuleDuties {
    procedure: Procedure::TypeExamination,
    rows: &["PRC-BC", "MOD-B", "MOD-C"],
    cites: Citation::annex("VIII").part("II"),
    manufacturer: &[
        "Apply to one notified body, and declare that no other has the same application.",
        "Hand in the technical documentation with the risk analysis, and test results where they are needed.",
        "Tell the body of every change that may affect conformity or the certificate's conditions.",
        "Produce so that each product matches the examined type (module C).",
        "Affix the CE marking without the body's number, and write the EU declaration of conformity for the product model.",
        "Keep certificate, annexes, additions and documentation for ten years after placing on the market or for the support period, whichever is longer.",
    ],
    notified_body: &[
        "Examines documentation, evidence and specimens, and has them tested.",
        "Writes an evaluation report, and issues or refuses the EU-type examination certificate with reasons.",
        "Follows the state of the art, and audits the handling of vulnerabilities from time to time.",
    ],
    documents: &[
        "technical documentation",
        "application to the notified body",
        "EU-type examination certificate",
        "EU declaration of conformity",
    ],
    number_beside_the_ce_marking: false,
};

/// Module H.
pub(crate) const FULL_QUALITY: ModuleDuties = ModuleDuties {
    procedure: Procedure::FullQualityAssurance,
    rows: &["PRC-H", "MOD-H"],
    cites: Citation::annex("VIII").part("IV"),
    manufacturer: &[
        "Run an approved quality system for design, development, final inspection and testing and for the handling of vulnerabilities, effective through the support period.",
        "Apply to one notified body with the technical documentation of one model of each category and the system's documentation.",
        "Tell the body of intended changes to the system.",
        "Affix the CE marking followed by the body's number, and write the EU declaration of conformity for each model.",
        "Keep documentation, approved changes and the body's decisions and reports for ten years after placing on the market or for the support period, whichever is longer.",
    ],
    notified_body: &[
        "Assesses the quality system, on site where there are premises, and decides with reasons.",
        "Watches over it with access and periodic audits, and reports on them.",
    ],
    documents: &[
        "technical documentation",
        "quality system documentation",
        "the notified body's approval",
        "EU declaration of conformity",
    ],
    number_beside_the_ce_marking: true,
};

/// European cybersecurity certification.
pub(crate) const CERTIFICATION: ModuleDuties = ModuleDuties {
    procedure: Procedure::Certification,
    rows: &["PRC-CERT"],
    cites: Citation::article(27).paragraph(9),
    manufacturer: &[
        "Have the product certified under a scheme designated for this Regulation, at the level asked for.",
        "Affix the CE marking, and write the EU declaration of conformity naming the certificate.",
    ],
    notified_body: &[],
    documents: &[
        "technical documentation",
        "European cybersecurity certificate",
        "EU declaration of conformity",
    ],
    number_beside_the_ce_marking: false,
};

/// The duties of one procedure.
pub fn module_duties(procedure: Procedure) -> &'static ModuleDuties {
    match procedure {
        Procedure::InternalControl => &INTERNAL_CONTROL,
        Procedure::TypeExamination => &TYPE_EXAMINATION,
        Procedure::FullQualityAssurance => &FULL_QUALITY,
        Procedure::Certification => &CERTIFICATION,
    }
}

/// The name a dossier gives the procedure.
pub fn procedure_name(procedure: Procedure) -> &'static str {
    match procedure {
        Procedure::InternalControl => "A",
        Procedure::TypeExamination => "B+C",
        Procedure::FullQualityAssurance => "H",
        Procedure::Certification => "certification",
    }
}
