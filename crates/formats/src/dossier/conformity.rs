//! `[conformity]`: conformity assessment, standards, the notified body and the declaration.

use proofmark_facts::{Application, AppliedStandard, Conformity, NotifiedBody, Procedure, Signatory};

use super::certificate::{CERTIFICATE, read_certificate};
use super::key::{Key, Kind, Word, words};
use super::table::Table;

/// The keys of `[conformity]`.
pub(super) const CONFORMITY: &[Key] = &[
    Key::new(
        "procedure",
        Kind::Word(words::<Procedure>),
        "\"A\"",
        "The conformity assessment procedure: internal control, type examination, full quality assurance or certification.",
        "Article 32",
    ),
    Key::new(
        "completed_on",
        Kind::Date,
        "2027-11-30",
        "When the procedure was completed with a positive result.",
        "Article 13(12)",
    ),
    Key::table(
        "standards",
        Kind::Rows(STANDARD),
        "A standard, common specification or other technical specification applied.",
        "Annex VII point 5",
    ),
    Key::table(
        "certificate",
        Kind::Table(CERTIFICATE),
        "A European cybersecurity certificate of the product.",
        "Article 27(8) and (9)",
    ),
    Key::table(
        "notified_body",
        Kind::Table(NOTIFIED_BODY),
        "The notified body, where one is involved.",
        "Annex V point 7",
    ),
    Key::new(
        "other_legislation",
        Kind::Many(&Kind::Line),
        "[\"Directive 2014/53/EU\"]",
        "Other Union acts the same declaration covers.",
        "Article 28(3)",
    ),
    Key::new(
        "declaration_at",
        Kind::Url,
        "\"https://example.com/eg-200/declaration\"",
        "The exact internet address of the full declaration.",
        "Article 13(20)",
    ),
    Key::table("signatory", Kind::Table(SIGNATORY), "Who signs the declaration.", "Annex V point 8"),
    Key::new(
        "ce_marking_on",
        Kind::Text,
        "\"The label under the housing\"",
        "Where the CE marking is affixed.",
        "Article 30(1)",
    ),
];

const STANDARD: &[Key] = &[
    Key::new("reference", Kind::Line, "\"EN 18031-1:2024\"", "Its reference.", "Annex VII point 5").must(),
    Key::new(
        "applied",
        Kind::Word(words::<Application>),
        "\"in-part\"",
        "How far it was applied.",
        "Annex VII point 5",
    )
    .must(),
    Key::new(
        "parts",
        Kind::Text,
        "\"Clauses 6.1 to 6.4\"",
        "Which parts, when applied in part.",
        "Annex VII point 5",
    ),
    Key::new(
        "covers_core_functionality",
        Kind::Flag,
        "true",
        "Whether its scope covers every risk of the core functionality.",
        "Article 32(2)",
    ),
    Key::new(
        "restrictions",
        Kind::Text,
        "\"Not for passwords set by users; see the risk assessment.\"",
        "Restrictions of its citation that bear on this product, and how they are met otherwise.",
        "Article 27(1)",
    ),
];

const NOTIFIED_BODY: &[Key] = &[
    Key::new("name", Kind::Line, "\"Example Certification B.V.\"", "Its name.", "Annex V point 7").must(),
    Key::new("number", Kind::FourDigits, "\"0000\"", "Its number.", "Annex V point 7").must(),
    Key::new("certificate", Kind::Line, "\"EX-2027-0815\"", "The certificate it issued.", "Annex V point 7"),
];

const SIGNATORY: &[Key] = &[
    Key::new("name", Kind::Line, "\"Erika Mustermann\"", "Name.", "Annex V point 8").must(),
    Key::new("function", Kind::Line, "\"Managing director\"", "Function.", "Annex V point 8"),
    Key::new("place", Kind::Line, "\"Berlin\"", "Place of issue.", "Annex V point 8"),
    Key::new(
        "signed_on",
        Kind::Date,
        "2027-12-01",
        "Date of issue; leave it out while it is not signed.",
        "Annex V point 8",
    ),
];

impl Word for Procedure {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("A", Self::InternalControl),
        ("B+C", Self::TypeExamination),
        ("H", Self::FullQualityAssurance),
        ("certification", Self::Certification),
    ];
}

impl Word for Application {
    const WORDS: &'static [(&'static str, Self)] = &[("in-full", Self::InFull), ("in-part", Self::InPart)];
}

pub(super) fn read_conformity(table: &mut Table<'_>) -> Conformity {
    Conformity {
        procedure: table.word("procedure"),
        completed_on: table.date("completed_on"),
        standards: table.rows("standards", read_standard),
        certificate: table.optional("certificate", read_certificate),
        notified_body: table.optional("notified_body", read_notified_body),
        other_legislation: table.texts("other_legislation"),
        declaration_at: table.text("declaration_at"),
        signatory: table.optional("signatory", read_signatory),
        ce_marking_on: table.text("ce_marking_on"),
    }
}

fn read_standard(table: &mut Table<'_>) -> AppliedStandard {
    AppliedStandard {
        reference: table.must_text("reference"),
        applied: table.must_word("applied"),
        parts: table.text("parts"),
        covers_core_functionality: table.flag("covers_core_functionality"),
        restrictions: table.text("restrictions"),
    }
}

fn read_notified_body(table: &mut Table<'_>) -> NotifiedBody {
    NotifiedBody {
        name: table.must_text("name"),
        number: table.must_text("number"),
        certificate: table.text("certificate"),
    }
}

fn read_signatory(table: &mut Table<'_>) -> Signatory {
    Signatory {
        name: table.must_text("name"),
        function: table.text("function"),
        place: table.text("place"),
        signed_on: table.date("signed_on"),
    }
}
