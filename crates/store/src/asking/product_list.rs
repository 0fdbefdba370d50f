//! Products by name, urgency or the end of their support.

use proofmark_facts::{Page, ProductNeed, ProductOrder, ProductQuery, ProductRecord, RecordKey, RecordKind};

use super::clauses::{Clauses, literally, page as a_page};
use super::cursor::{self, Holds};
use crate::folding::folded;
use crate::projection::{gate_word, parsed};
use crate::sql::{Connection, SqlError, Value};

/// A page of the products at work.
pub(super) fn page(
    connection: &Connection,
    query: &ProductQuery<'_>,
) -> Result<Page<ProductRecord>, SqlError> {
    let (column, holds) = match query.order {
        ProductOrder::Name => ("folded_name", Holds::Words),
        ProductOrder::Urgency => ("calm", Holds::Number),
        ProductOrder::SupportEnd => ("support_ends_on", Holds::Words),
    };
    let order = [&*format!("t.{column}"), "t.id"];
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.and("t.archived = 0");
    clauses.seen(connection, "id", query.seen);
    for word in query.named.unwrap_or_default().split_whitespace() {
        let place = clauses.place(format!("%{}%", literally(&folded(word))));
        clauses.and(format!("t.folded_name LIKE {place} ESCAPE '!'"));
    }
    if let Some(gate) = query.gate {
        clauses.is("gate", gate_word(Some(gate)));
    }
    if let Some(need) = query.needs {
        needing(&mut clauses, need);
    }
    if let Some(after) = query.after {
        clauses.after(order, cursor::read(after, [holds, Holds::Words])?);
    }
    let select = format!(
        "SELECT t.{column}, t.id, record.content FROM product_row t JOIN record \
         ON record.operator = t.operator AND record.kind = 'product' AND record.id = t.id"
    );
    let rows = clauses.rows(connection, &select, order, query.limit)?;
    let entry = |mut row: crate::sql::Row| {
        let (place, id) = (row.value()?, row.text()?);
        let key = RecordKey { operator: query.operator.to_owned(), kind: RecordKind::Product, id };
        let record: ProductRecord = parsed(&key, &row.bytes()?)?;
        Ok((record, [place, Value::Text(key.id)]))
    };
    let entries: Vec<_> = rows.into_iter().map(entry).collect::<Result<_, SqlError>>()?;
    Ok(a_page(entries, query.limit))
}

/// That the product needs this.
fn needing(clauses: &mut Clauses, need: ProductNeed) {
    let beside = |table: &str| {
        format!("EXISTS (SELECT 1 FROM {table} o WHERE o.operator = t.operator AND o.product = t.id)")
    };
    match need {
        ProductNeed::Triage => clauses.and("t.undecided > 0"),
        ProductNeed::Late => clauses.and("t.obligations_late > 0"),
        ProductNeed::Assessment => clauses.and("t.gate = ''"),
        ProductNeed::AssessAgain => clauses.and(format!("t.gate <> '' AND NOT {}", beside("outlook_row"))),
        ProductNeed::Clock => clauses.and(beside("clock_row")),
        ProductNeed::SupportEnding(from, until) => {
            let (from, until) = (clauses.place(from.to_string()), clauses.place(until.to_string()));
            clauses.and(format!("t.support_ends_on >= {from} AND t.support_ends_on <= {until}"));
        }
        ProductNeed::SupportEnded(before) => {
            let before = clauses.place(before.to_string());
            clauses.and(format!("t.support_ends_on < {before}"));
        }
    }
}
