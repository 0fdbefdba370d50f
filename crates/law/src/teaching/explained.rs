//! Something of the law, explained: what is asked, of whom, from when, what shows it, and where it stands.

use jiff::civil::Date;
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::roles::role::Role;
use crate::source::Verification;

/// One entry of a register, explained.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Explained {
    /// Which register it is in.
    pub subject: Subject,
    /// Its name there.
    pub id: String,
    /// What it is called, in short.
    pub title: String,
    /// What is asked, or what it is.
    pub says: Vec<String>,
    /// Who owes it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owed_by: Vec<Role>,
    /// From when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// What shows that it is met, each with what to write or add.
    pub shown_by: Vec<Showing>,
    /// The law, as it is cited.
    pub cites: Vec<String>,
    /// The rows of the reference.
    pub rows: Vec<String>,
    /// How the rows were verified.
    pub verified: Vec<Verification>,
    /// Why a lawyer should look at it before anyone relies on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_review: Option<Text>,
    /// What else is worth asking for.
    pub see_also: Vec<String>,
}

/// A kind of evidence, with what brings it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Showing {
    /// What it is called.
    pub name: Text,
    /// What to write or add.
    pub closes_by: Text,
}

/// The registers there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// A duty.
    Obligation,
    /// A category of important or critical products.
    Category,
    /// A conformity assessment procedure.
    Procedure,
    /// A role.
    Role,
    /// A popular mistake.
    Mistake,
    /// A term the Regulation or its guidance defines.
    Definition,
    /// A class of products.
    Class,
    /// A kind of product, as people call it.
    Kind,
    /// A row of the reference.
    Row,
    /// A key of the dossier.
    DossierKey,
    /// A vulnerability somebody published.
    Vulnerability,
}

impl Explained {
    /// An entry with nothing but its name.
    pub fn new(subject: Subject, id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            subject,
            id: id.into(),
            title: title.into(),
            says: Vec::new(),
            owed_by: Vec::new(),
            from: None,
            shown_by: Vec::new(),
            cites: Vec::new(),
            rows: Vec::new(),
            verified: Vec::new(),
            legal_review: None,
            see_also: Vec::new(),
        }
    }
}
