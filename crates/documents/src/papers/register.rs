//! Every paper this room can write, by hand and once.

use proofmark_law::Citation;
use proofmark_text::{Text, text};

use super::assessment_report::assessment_report;
use super::declaration::declaration;
use super::findings_report::findings_report;
use super::inputs::PaperInputs;
use super::simplified_declaration::simplified_declaration;
use super::technical_documentation::technical_documentation;
use super::user_information::user_information;
use crate::Document;

/// One kind of paper.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    /// Its name in commands and answers; the identification of a written paper ends with it.
    pub id: &'static str,
    /// The name of its files, without the ending that names the form.
    pub file_stem: &'static str,
    /// What it is called.
    pub title: fn() -> Text,
    /// What of the law asks for it.
    pub cites: Citation,
    /// Writes it.
    pub write: fn(&PaperInputs<'_>) -> Document,
}

const PAPERS: &[Paper] = &[
    Paper {
        id: "declaration",
        file_stem: "eu-declaration-of-conformity",
        title: || text!("papers-declaration"),
        cites: Citation::annex("V"),
        write: declaration,
    },
    Paper {
        id: "simplified-declaration",
        file_stem: "simplified-declaration",
        title: || text!("papers-simplified"),
        cites: Citation::annex("VI"),
        write: simplified_declaration,
    },
    Paper {
        id: "technical-documentation",
        file_stem: "technical-documentation",
        title: || text!("papers-technical-documentation"),
        cites: Citation::annex("VII"),
        write: technical_documentation,
    },
    Paper {
        id: "user-information",
        file_stem: "user-information",
        title: || text!("papers-user-information"),
        cites: Citation::annex("II"),
        write: user_information,
    },
    Paper {
        id: "findings",
        file_stem: "findings",
        title: || text!("papers-findings"),
        cites: Citation::annex("I").part("I").point("2").letter("a"),
        write: findings_report,
    },
    Paper {
        id: "assessment",
        file_stem: "assessment",
        title: || text!("papers-assessment"),
        cites: Citation::article(13).paragraph(12),
        write: assessment_report,
    },
];

/// Every paper, in the order a manufacturer asks for them.
pub fn papers() -> &'static [Paper] {
    PAPERS
}
