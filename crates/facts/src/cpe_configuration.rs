//! Which products a record says are vulnerable, and together with which others (NVD, "applicability statements").

use crate::cpe::Cpe;

/// One statement: nodes, all of which or any of which must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CpeConfiguration {
    /// How the nodes are put together.
    pub operator: CpeOperator,
    /// It holds where the nodes do not.
    pub negate: bool,
    /// Its nodes.
    pub nodes: Vec<CpeNode>,
}

/// One node of a statement: products, all of which or any of which must be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CpeNode {
    /// How the products are put together.
    pub operator: CpeOperator,
    /// It holds where the products are not there.
    pub negate: bool,
    /// Its products.
    pub matches: Vec<CpeMatch>,
}

/// How parts are put together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CpeOperator {
    /// All of them.
    And,
    /// Any of them.
    #[default]
    Or,
}

/// Products that fit: those of a name whose versions lie between the bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CpeMatch {
    /// Whether it is what is vulnerable; else it is what the vulnerable thing runs on or with.
    pub vulnerable: bool,
    /// The name that must fit.
    pub criteria: Cpe,
    /// The first version.
    pub from: Option<CpeBound>,
    /// The last version.
    pub to: Option<CpeBound>,
}

/// Where a range of versions begins or ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CpeBound {
    /// The version, as written.
    pub version: String,
    /// Whether this version is inside.
    pub included: bool,
}
