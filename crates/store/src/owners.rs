//! Whose the documents are that were kept before the store knew of owners: the ledger's lines say so.

use std::collections::BTreeSet;

use proofmark_facts::Sha256;
use serde_json::Value as Json;

use crate::sql::{Connection, SqlError, Value};

/// How many lines are read at a time.
const BATCH: usize = 1000;

/// Who handed a document in again wrote a line that names it; who handed it in first wrote its first line.
pub(crate) fn find_owners(connection: &Connection) -> Result<(), SqlError> {
    let mut owners = BTreeSet::new();
    let first = "SELECT ledger_line.subject, document.digest FROM document \
                 JOIN ledger_line ON ledger_line.line_index = document.first_line";
    for mut row in connection.query(first, &[])? {
        owners.insert((operator_of(&row.text()?).to_owned(), row.digest()?));
    }
    let kept: BTreeSet<Sha256> = owners.iter().map(|(_, digest)| *digest).collect();
    let batch = "SELECT line_index, subject, bytes FROM ledger_line WHERE line_index > $1 \
                 ORDER BY line_index LIMIT $2";
    let mut last = -1;
    loop {
        let lines = connection.query(batch, &[last.into(), BATCH.into()])?;
        if lines.is_empty() {
            break;
        }
        for mut line in lines {
            last = line.integer()?;
            let operator = line.text()?;
            for digest in named_by(&line.bytes()?).into_iter().filter(|digest| kept.contains(digest)) {
                owners.insert((operator_of(&operator).to_owned(), digest));
            }
        }
    }
    let rows: Vec<Vec<Value>> =
        owners.into_iter().map(|(operator, digest)| vec![operator.into(), digest.into()]).collect();
    connection.insert("kept_document (operator, digest)", &rows, "")
}

/// A subject is operator, product and digits; what the installation writes about itself belongs to no operator.
fn operator_of(subject: &str) -> &str {
    match subject.split_once('/') {
        Some(("installation", _)) | None => "",
        Some((operator, _)) => operator,
    }
}

/// The documents a line names. A line that cannot be read names none: that is `ledger verify`'s to say.
fn named_by(line: &[u8]) -> Vec<Sha256> {
    let line: Json = serde_json::from_slice(line).unwrap_or_default();
    let documents = line.get("documents").and_then(Json::as_array);
    let digest = |document: &Json| document.get("sha256")?.as_str()?.parse().ok();
    documents.map(|documents| documents.iter().filter_map(digest).collect()).unwrap_or_default()
}
