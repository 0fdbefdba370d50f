//! Lists and searches, page by page. Every statement here names the operator first: the wall between tenants stands in
//! the store.

mod case_list;
mod clauses;
mod component_list;
mod component_search;
mod component_walk;
mod cursor;
mod finding_choice;
mod finding_gathering;
mod finding_history;
mod finding_list;
mod finding_walk;
mod finding_words;
mod lists;
mod needs;
mod overseeing;
mod portfolio;
mod product_list;
mod release_list;
mod release_search;
mod scope;
