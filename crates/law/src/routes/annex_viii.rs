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
    /// Who does what, in order.
    pub steps: &'static [ModuleStep],
    /// The documents that exist afterwards.
    pub documents: &'static [&'static str],
    /// What comes out of it.
    pub output: &'static str,
    /// Whether the notified body's number follows the CE marking (Article 30(4)).
    pub number_beside_the_ce_marking: bool,
}

/// One step of a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ModuleStep {
    /// Who does it.
    pub by: Actor,
    /// What is done.
    pub does: &'static str,
    /// The row of the reference.
    pub row: &'static str,
}

/// Who acts in a conformity assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// The manufacturer, or for some steps its authorised representative.
    Manufacturer,
    /// The notified body.
    NotifiedBody,
    /// The body that certifies under the scheme.
    CertificationBody,
}

const fn maker(row: &'static str, does: &'static str) -> ModuleStep {
    ModuleStep { by: Actor::Manufacturer, does, row }
}

const fn body(row: &'static str, does: &'static str) -> ModuleStep {
    ModuleStep { by: Actor::NotifiedBody, does, row }
}

/// Every procedure of Article 32(1), in its order.
pub const MODULES: &[ModuleDuties] = &[INTERNAL_CONTROL, TYPE_EXAMINATION, FULL_QUALITY, CERTIFICATION];

/// Module A.
pub(crate) const INTERNAL_CONTROL: ModuleDuties = ModuleDuties {
    procedure: Procedure::InternalControl,
    rows: &["PRC-A", "MOD-A"],
    cites: Citation::annex("VIII").part("I"),
    steps: &[
        maker("MOD-A", "Draw up the technical documentation of Annex VII."),
        maker(
            "MOD-A",
            "Design, produce and handle vulnerabilities so that Annex I is met, and watch that it stays so.",
        ),
        maker("MOD-A", "Affix the CE marking to each product, without a number."),
        maker("MOD-A", "Write the EU declaration of conformity."),
        maker(
            "MOD-A",
            "Keep declaration and documentation for ten years after placing on the market or for the support period, whichever is longer.",
        ),
    ],
    documents: &["technical documentation", "EU declaration of conformity"],
    output: "EU declaration of conformity; CE marking without a number",
    number_beside_the_ce_marking: false,
};

/// Modules B and C.
pub(crate) const TYPE_EXAMINATION: ModuleDuties = ModuleDuties {
    procedure: Procedure::TypeExamination,
    rows: &["PRC-BC", "MOD-B", "MOD-C"],
    cites: Citation::annex("VIII").part("II"),
    steps: &[
        maker("MOD-B", "Draw up the technical documentation of Annex VII with the risk analysis."),
        maker(
            "MOD-B",
            "Apply to one notified body with name and address (and those of an authorised representative), and declare that no other body has the same application.",
        ),
        maker(
            "MOD-B",
            "Hand in the documentation, the evidence behind it, and test results where they are needed.",
        ),
        body(
            "MOD-B",
            "Examines documentation and evidence, and agrees with the manufacturer where to examine and test.",
        ),
        body(
            "MOD-B",
            "Examines and tests specimens: whether standards were used rightly, or whether the manufacturer's own solutions are good enough.",
        ),
        body(
            "MOD-B",
            "Writes an evaluation report, and issues the EU-type examination certificate or refuses it with reasons.",
        ),
        maker(
            "MOD-B",
            "Tell the body of every change that may affect conformity or the certificate's conditions.",
        ),
        body(
            "MOD-B",
            "Follows the state of the art, audits the handling of vulnerabilities from time to time, informs authorities, and keeps the file until the certificate expires.",
        ),
        maker(
            "MOD-C",
            "Produce so that each product matches the examined type; no body takes part in production.",
        ),
        maker(
            "MOD-C",
            "Affix the CE marking without the body's number, and write the EU declaration of conformity for the product model.",
        ),
        maker(
            "MOD-C",
            "Keep certificate, annexes, additions, declaration and documentation for ten years after placing on the market or for the support period, whichever is longer.",
        ),
    ],
    documents: &[
        "technical documentation",
        "application to the notified body",
        "declaration that no other body has the application",
        "evaluation report of the notified body",
        "EU-type examination certificate",
        "EU declaration of conformity",
    ],
    output: "EU-type examination certificate, valid as long as the body sets; EU declaration of conformity; CE marking without the body's number",
    number_beside_the_ce_marking: false,
};

/// Module H.
pub(crate) const FULL_QUALITY: ModuleDuties = ModuleDuties {
    procedure: Procedure::FullQualityAssurance,
    rows: &["PRC-H", "MOD-H"],
    cites: Citation::annex("VIII").part("IV"),
    steps: &[
        maker(
            "MOD-H",
            "Run a quality system for design, development, final inspection and testing and for the handling of vulnerabilities, effective through the support period.",
        ),
        maker(
            "MOD-H",
            "Write the system down: objectives and organisation, design specifications, procedures for Annex I Part II, control of design, production and quality techniques, tests and how often, quality records, and how the system itself is watched.",
        ),
        maker(
            "MOD-H",
            "Apply to one notified body with name and address, the technical documentation of one model of each category, the system's documentation, and the declaration that no other body has the same application.",
        ),
        body("MOD-H", "Assesses the system, on site where there are premises, and decides with reasons."),
        maker("MOD-H", "Tell the body of intended changes to the system."),
        body("MOD-H", "Watches over the system with access and periodic audits, and reports on them."),
        maker(
            "MOD-H",
            "Affix the CE marking followed by the body's number, and write the EU declaration of conformity for each model.",
        ),
        maker(
            "MOD-H",
            "Keep documentation of products and system, approved changes and the body's decisions and reports for ten years after placing on the market or for the support period, whichever is longer.",
        ),
    ],
    documents: &[
        "technical documentation",
        "quality system documentation",
        "application to the notified body",
        "declaration that no other body has the application",
        "the notified body's approval",
        "audit reports",
        "EU declaration of conformity",
    ],
    output: "approval of the quality system; EU declaration of conformity; CE marking followed by the body's number",
    number_beside_the_ce_marking: true,
};

/// European cybersecurity certification.
pub(crate) const CERTIFICATION: ModuleDuties = ModuleDuties {
    procedure: Procedure::Certification,
    rows: &["PRC-CERT"],
    cites: Citation::article(27).paragraph(9),
    steps: &[
        maker("PRC-CERT", "Draw up the technical documentation of Annex VII."),
        maker(
            "PRC-CERT",
            "Apply for certification under a scheme designated for this Regulation, at the level asked for.",
        ),
        ModuleStep {
            by: Actor::CertificationBody,
            does: "Evaluates the product as the scheme says, and issues the certificate.",
            row: "PRC-CERT",
        },
        maker(
            "PRC-CERT",
            "Affix the CE marking, and write the EU declaration of conformity naming the certificate.",
        ),
    ],
    documents: &[
        "technical documentation",
        "European cybersecurity certificate",
        "EU declaration of conformity",
    ],
    output: "European cybersecurity certificate; EU declaration of conformity; CE marking without a number",
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
