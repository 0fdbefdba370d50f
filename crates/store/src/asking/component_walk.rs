//! Rows of components in the order of their names, without an index over all of them: the names come first, each of which
//! stands once for an operator and once for a product, then the products that have each, then the rows of each product.

use proofmark_facts::{ComponentRow, Placed};

use super::clauses::Clauses;
use super::scope::Scope;
use crate::release_rows::{COMPONENT, component};
use crate::sql::{Connection, SqlError, Value};

/// The place of a component in the order: its folded name, its product, the key of its row.
pub(super) type ComponentPlace = [Value; 3];

/// A component with its place.
pub(super) type PlacedComponent = (Placed<ComponentRow>, ComponentPlace);

/// Conditions of a statement.
pub(super) type Conditions<'a> = &'a dyn Fn(&mut Clauses);

/// Which rows are walked through.
pub(super) struct ComponentWalk<'a> {
    pub(super) connection: &'a Connection,
    pub(super) operator: &'a str,
    pub(super) scope: Scope<'a>,
    /// Of the names.
    pub(super) named: Conditions<'a>,
    /// Of the rows, beyond their name.
    pub(super) being: Conditions<'a>,
    /// How many rows a page has.
    pub(super) limit: usize,
}

/// Where a part of the walk begins: at this value, or behind it.
type From = Option<(Value, &'static str)>;

impl ComponentWalk<'_> {
    /// The rows of a page and one more, which says that there is a next one.
    pub(super) fn rows_after(
        &self,
        after: Option<&ComponentPlace>,
    ) -> Result<Vec<PlacedComponent>, SqlError> {
        let mut found = Vec::new();
        let mut from = after.map(|[name, ..]| (name.clone(), ">="));
        while found.len() <= self.limit {
            let names = self.names(from)?;
            for name in &names {
                self.rows_named(name, after.filter(|[at, ..]| at == name), &mut found)?;
                if found.len() > self.limit {
                    break;
                }
            }
            let Some(last) = names.into_iter().nth(self.limit) else { break };
            from = Some((last, ">"));
        }
        Ok(found)
    }

    /// Names in their order: one more than a page has rows, since nearly each has one.
    fn names(&self, from: From) -> Result<Vec<Value>, SqlError> {
        let mut clauses = Clauses::of_operator(self.operator);
        clauses.is("product", if let Scope::One(product) = self.scope { product } else { "" });
        if let Scope::These(products) = self.scope {
            let among = clauses.listed(self.connection, products);
            // What is no column by itself no index is asked for: the products of a name are looked through in their
            // order, until one is among them.
            clauses.and(format!(
                "EXISTS (SELECT 1 FROM component_name p WHERE p.operator = t.operator \
                 AND p.folded_name = t.folded_name AND coalesce(p.product, '') {among})"
            ));
        }
        (self.named)(&mut clauses);
        self.column(clauses, "folded_name", from)
    }

    /// The products that have the name, among those of the scope.
    fn products(&self, name: &Value, from: From) -> Result<Vec<Value>, SqlError> {
        if let Scope::One(product) = self.scope {
            // There is nothing behind the only one; whether the page before ended before it, `from` says.
            let product = Value::from(product);
            let here = from.is_none_or(|(at, beyond)| product > at || (product == at && beyond == ">="));
            return Ok(if here { vec![product] } else { vec![] });
        }
        let mut clauses = Clauses::of_operator(self.operator);
        clauses.is("folded_name", name.clone());
        clauses.and("t.product > ''");
        clauses.within(self.connection, self.scope);
        self.column(clauses, "product", from)
    }

    fn column(&self, mut clauses: Clauses, column: &str, from: From) -> Result<Vec<Value>, SqlError> {
        if let Some((from, beyond)) = from {
            let place = clauses.place(from);
            clauses.and(format!("t.{column} {beyond} {place}"));
        }
        let select = format!("SELECT DISTINCT t.{column} FROM component_name t");
        let most = clauses.place(self.limit.saturating_add(1));
        let order = format!("ORDER BY t.{column} LIMIT {most}");
        let rows = clauses.all(self.connection, &select, &order)?;
        rows.into_iter().map(|mut row| row.value()).collect()
    }

    /// Adds the rows of this name, product by product, until the page is full.
    fn rows_named(
        &self,
        name: &Value,
        after: Option<&ComponentPlace>,
        found: &mut Vec<PlacedComponent>,
    ) -> Result<(), SqlError> {
        let mut from = after.map(|[_, product, _]| (product.clone(), ">="));
        while found.len() <= self.limit {
            let products = self.products(name, from)?;
            for product in &products {
                let row_key = after.filter(|[_, at, _]| at == product).map(|[.., row_key]| row_key);
                found.extend(self.rows(name, product, row_key, self.limit - found.len())?);
                if found.len() > self.limit {
                    break;
                }
            }
            let Some(last) = products.into_iter().nth(self.limit) else { break };
            from = Some((last, ">"));
        }
        Ok(())
    }

    /// The rows of this name in one product: as many and one more.
    fn rows(
        &self,
        name: &Value,
        product: &Value,
        after: Option<&Value>,
        limit: usize,
    ) -> Result<Vec<PlacedComponent>, SqlError> {
        let mut clauses = Clauses::of_operator(self.operator);
        clauses.is("product", product.clone());
        clauses.is("folded_name", name.clone());
        (self.being)(&mut clauses);
        if let Some(row_key) = after {
            let place = clauses.place(row_key.clone());
            clauses.and(format!("t.row_key > {place}"));
        }
        let select = format!("SELECT t.row_key, t.release, {COMPONENT} FROM component_row t");
        let most = clauses.place(limit.saturating_add(1));
        let order = format!("ORDER BY t.row_key LIMIT {most}");
        let rows = clauses.all(self.connection, &select, &order)?;
        let placed = rows.into_iter().map(|mut row| {
            let place = [name.clone(), product.clone(), row.value()?];
            let release = row.text()?;
            let product = product.words().to_owned();
            Ok((Placed { product, release, row: component(&mut row)? }, place))
        });
        placed.collect()
    }
}
