//! Who asks: a person, a token, a CI workload, or the installation itself, with what they were granted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who asks for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// As the ledger names them: an account's name, `token:…`, `workload:…`, `system`.
    pub name: String,
    /// What they are.
    pub kind: ActorKind,
    /// What they were granted.
    pub grants: Vec<Grant>,
}

/// What somebody who asks is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorKind {
    /// A person who signed in.
    Person,
    /// A program with a token.
    Token,
    /// A CI system's workload with an identity token.
    Workload,
    /// Whoever runs the program on the machine itself, and the installation's own work.
    Local,
}

/// A duty given to somebody for one operator, for all its products or some.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The operator's id; empty: the installation, which is above all operators' affairs but sees none of them.
    pub operator: String,
    /// The duty.
    pub duty: Duty,
    /// The products' ids; `None`: all of the operator's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub products: Option<Vec<String>>,
}

/// What somebody is there for. The Regulation's roles are the operator's; these are people's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// Runs the installation or an operator's part of it: people, tokens, settings. Decides nothing about products.
    Administrator,
    /// Answers for products: their dossiers, releases, placing on the market.
    ProductOwner,
    /// Hands in component lists and evidence, proposes decisions.
    Engineer,
    /// Triages findings, runs cases.
    SecurityResponse,
    /// Keeps dossiers, documents, declarations.
    Compliance,
    /// Gives the second signature where two people are needed.
    Approver,
    /// Sees everything, changes nothing.
    Auditor,
}

impl Duty {
    /// Every duty.
    pub const ALL: [Self; 7] = [
        Self::Administrator,
        Self::ProductOwner,
        Self::Engineer,
        Self::SecurityResponse,
        Self::Compliance,
        Self::Approver,
        Self::Auditor,
    ];
}

impl Actor {
    /// Whoever runs the program on the machine itself: the machine's own access control has let them in.
    pub fn local(name: &str) -> Self {
        Self { name: name.to_owned(), kind: ActorKind::Local, grants: Vec::new() }
    }
}
