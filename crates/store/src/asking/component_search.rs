//! Components by any part of their name, or by package URL.

use proofmark_facts::{ComponentRow, Page, Placed, SearchQuery};

use super::clauses::{Clauses, page as a_page};
use super::component_walk::ComponentWalk;
use super::cursor::{self, Holds};
use super::scope::scopes;
use crate::component_names::unversioned;
use crate::folding::folded;
use crate::sql::{Connection, SqlError};

/// A page of components.
pub(super) fn page(
    connection: &Connection,
    query: &SearchQuery<'_>,
) -> Result<Page<Placed<ComponentRow>>, SqlError> {
    let after = query
        .after
        .map(|after| cursor::read(after, [Holds::Words, Holds::Words, Holds::Number]))
        .transpose()?;
    let purl = purl_of(query.words);
    let named = |clauses: &mut Clauses| {
        if let Some(purl) = &purl {
            let place = clauses.place(folded(unversioned(purl)));
            clauses.and(connection.holds("t.folded_purl", &place));
            return;
        }
        for word in query.words.split_whitespace() {
            let place = clauses.place(folded(word));
            clauses.and(connection.holds("t.folded_name", &place));
        }
    };
    let being = |clauses: &mut Clauses| {
        if let Some(purl) = &purl {
            let place = clauses.place(folded(purl));
            clauses.and(connection.holds("lower(t.purl)", &place));
        }
    };
    let mut entries = Vec::new();
    if !query.words.trim().is_empty() {
        for scope in scopes(query.seen, None) {
            let walk = ComponentWalk {
                connection,
                operator: query.operator,
                scope,
                named: &named,
                being: &being,
                limit: query.limit,
            };
            entries.extend(walk.rows_after(after.as_ref())?);
        }
    }
    Ok(a_page(entries, query.limit))
}

/// The words as a package URL, where they are one.
fn purl_of(words: &str) -> Option<String> {
    let words = words.trim();
    words.get(..4).filter(|scheme| scheme.eq_ignore_ascii_case("pkg:")).map(|_| words.to_owned())
}
