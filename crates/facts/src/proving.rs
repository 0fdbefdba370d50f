//! What a store says of itself so that it can be proved: every table as it stands, and where it differs from what it is
//! made from. Whoever changes a row behind the ledger's back is betrayed by one of these.

use crate::digest::Sha256;
use crate::keep_error::KeepError;
use crate::keeping::KeptLine;
use crate::release_record::{ReleaseRecord, RowSeal};

/// A line with the columns it is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedLine {
    /// The line.
    pub line: KeptLine,
    /// Whom its column says it is about.
    pub subject: String,
    /// Which number its column gives it among the lines about the same subject.
    pub sequence: u64,
}

/// A record exactly as it stands, whatever its columns hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecord {
    /// Operator, kind (in a word) and id.
    pub key: [String; 3],
    /// Its content.
    pub content: Vec<u8>,
    /// The digest that stands beside the content; changes compare it.
    pub sha256: Sha256,
}

/// What is said of a document, beside its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredDocument {
    /// Its digest.
    pub sha256: Sha256,
    /// How long it is said to be, in bytes.
    pub size: u64,
    /// The line it is said to have been kept with first.
    pub first_line: u64,
}

/// A row that is not what it is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowDifference {
    /// The table.
    pub table: &'static str,
    /// Which row: the columns that tell the table's rows apart, with their values.
    pub row: String,
    /// How it differs.
    pub difference: Difference,
}

/// How a row differs from what it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// It must be there and is not.
    Missing,
    /// It is there and nothing accounts for it.
    Added,
    /// These columns hold something else.
    Columns(Vec<&'static str>),
}

/// Something of the schema that is not as the program made it: a trigger that is gone refuses nothing any more, an index that
/// is gone makes lists slow, a table that is gone took everything in it along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaDifference {
    /// What kind of thing it is.
    pub kind: SchemaKind,
    /// Its name.
    pub name: String,
    /// The table it is on; the table itself where it is one.
    pub table: String,
    /// How it differs.
    pub change: SchemaChange,
}

/// What a schema is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SchemaKind {
    /// A table with its columns.
    Table,
    /// A constraint of a table.
    Constraint,
    /// An index.
    Index,
    /// A trigger: what the database does, or refuses, by itself.
    Trigger,
    /// A rule that rewrites what is asked of a table.
    Rule,
    /// A function behind triggers.
    Function,
}

/// How something of the schema differs from what the program made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaChange {
    /// It is gone.
    Missing,
    /// It is otherwise, or is switched off.
    Changed,
    /// Somebody added it. Only what acts by itself is named: another index does no harm.
    Added,
}

/// A release's rows, gone through at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldRelease {
    /// Its record at that moment.
    pub record: ReleaseRecord,
    /// The seal of the components that are there.
    pub components: RowSeal,
    /// The seal of the findings that are there.
    pub findings: RowSeal,
    /// What lists sort and search by, where it is not made of the row it stands in.
    pub differences: Vec<RowDifference>,
}

/// A store that can be proved. Each answer is of one moment.
pub trait Proving {
    /// The lines from this index on, at most `limit`, with the columns they are found by.
    fn placed_lines(&self, from: u64, limit: usize) -> Result<Vec<PlacedLine>, KeepError>;

    /// The stored nodes of a level from this index on, in order, at most `limit`.
    fn nodes(&self, level: u8, from: u64, limit: usize) -> Result<Vec<(u64, [u8; 32])>, KeepError>;

    /// Every record there is after this operator, kind and id, in that order.
    fn stored_records(
        &self,
        after: Option<&[String; 3]>,
        limit: usize,
    ) -> Result<Vec<StoredRecord>, KeepError>;

    /// What is said of documents with digests after this one, in the order of their digests.
    fn stored_documents(
        &self,
        after: Option<&Sha256>,
        limit: usize,
    ) -> Result<Vec<StoredDocument>, KeepError>;

    /// What is said of one document.
    fn stored_document(&self, digest: &Sha256) -> Result<Option<StoredDocument>, KeepError>;

    /// Whose documents are: operators with digests, after these, in the order of operator and digest.
    fn stored_owners(
        &self,
        after: Option<&(String, Sha256)>,
        limit: usize,
    ) -> Result<Vec<(String, Sha256)>, KeepError>;

    /// Whether the document is said to be the operator's.
    fn is_owner(&self, operator: &str, digest: &Sha256) -> Result<bool, KeepError>;

    /// Rows made of a product's record, and sums over the rows of its releases, where they are not what they are made from.
    /// A product without a readable record has none.
    fn product_differences(&self, operator: &str, product: &str) -> Result<Vec<RowDifference>, KeepError>;

    /// The rows of the release with this record; `None`: it has no record that can be read.
    fn held_release(&self, operator: &str, id: &str) -> Result<Option<HeldRelease>, KeepError>;

    /// Rows that belong to nothing: to no product, no release, no document, no node of the tree; and what must be there
    /// once and is not. At most `limit` of each table.
    fn stray_rows(&self, limit: usize) -> Result<Vec<RowDifference>, KeepError>;

    /// Where the schema is not the one the program makes, in the order of kinds and names.
    fn schema_differences(&self) -> Result<Vec<SchemaDifference>, KeepError>;
}
