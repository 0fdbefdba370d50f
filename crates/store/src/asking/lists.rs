//! What lists and searches ask, answered by the store.

use proofmark_facts::{
    Asking, ComponentQuery, ComponentRow, FindingQuery, FindingRow, KeepError, Page, Placed, Portfolio,
    ProductQuery, ProductRecord, ReleaseRecord, Seen,
};

use super::{component_list, finding_list, portfolio, product_list, release_list};
use crate::component_packages;
use crate::finding_identifiers;
use crate::store::Store;

impl Asking for Store {
    fn products(&self, query: &ProductQuery<'_>) -> Result<Page<ProductRecord>, KeepError> {
        Ok(product_list::page(&self.connection, query)?)
    }

    fn releases(
        &self,
        operator: &str,
        product: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<ReleaseRecord>, KeepError> {
        Ok(release_list::page(&self.connection, operator, product, after, limit)?)
    }

    fn components(&self, query: &ComponentQuery<'_>) -> Result<Page<Placed<ComponentRow>>, KeepError> {
        Ok(component_list::page(&self.connection, query)?)
    }

    fn findings(&self, query: &FindingQuery<'_>) -> Result<Page<Placed<FindingRow>>, KeepError> {
        Ok(finding_list::page(&self.connection, query)?)
    }

    fn findings_of(
        &self,
        operator: &str,
        product: &str,
        release: &str,
    ) -> Result<Vec<FindingRow>, KeepError> {
        Ok(finding_list::all_of(&self.connection, operator, product, release)?)
    }

    fn components_of(
        &self,
        operator: &str,
        product: &str,
        release: &str,
    ) -> Result<Vec<ComponentRow>, KeepError> {
        Ok(component_list::all_of(&self.connection, operator, product, release)?)
    }

    fn releases_with(
        &self,
        operator: &str,
        is_such: &mut dyn FnMut(&str) -> bool,
    ) -> Result<Vec<(String, String)>, KeepError> {
        let found = self
            .connection
            .at_one_moment(|connection| component_packages::releases_with(connection, operator, is_such))?;
        Ok(found)
    }

    fn releases_knowing(
        &self,
        operator: &str,
        is_such: &mut dyn FnMut(&str) -> bool,
    ) -> Result<Vec<(String, String)>, KeepError> {
        let found = self.connection.at_one_moment(|connection| {
            finding_identifiers::releases_knowing(connection, operator, is_such)
        })?;
        Ok(found)
    }

    fn portfolio(&self, operator: &str, seen: &Seen) -> Result<Portfolio, KeepError> {
        Ok(portfolio::of(&self.connection, operator, seen)?)
    }
}
