//! Lists and searches, page by page. Every statement here names the operator first: the wall between tenants stands in
//! the store.

mod clauses;
mod component_list;
mod cursor;
mod finding_list;
mod lists;
mod portfolio;
mod product_list;
mod release_list;
