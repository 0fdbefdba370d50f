//! What overviews ask, answered by the store.

use std::collections::BTreeMap;

use jiff::civil::Date;
use proofmark_facts::{
    AnnexPart, CaseQuery, ComponentRow, FindingHistory, FoundRelease, KeepError, Needs, NeedsQuery,
    ObligationTally, Overseeing, Page, Placed, PlacedCase, SearchQuery, Seen,
};

use super::{case_list, component_search, finding_history, needs, release_search};
use crate::store::Store;

impl Overseeing for Store {
    fn needs(&self, query: &NeedsQuery<'_>) -> Result<Needs, KeepError> {
        Ok(needs::of(&self.connection, query)?)
    }

    fn cases(&self, query: &CaseQuery<'_>) -> Result<Page<PlacedCase>, KeepError> {
        Ok(case_list::page(&self.connection, query)?)
    }

    fn case(&self, operator: &str, id: &str) -> Result<Option<PlacedCase>, KeepError> {
        Ok(case_list::one(&self.connection, operator, id)?)
    }

    fn readiness(
        &self,
        operator: &str,
        seen: &Seen,
    ) -> Result<BTreeMap<AnnexPart, ObligationTally>, KeepError> {
        Ok(needs::readiness(&self.connection, operator, seen)?)
    }

    fn finding_history(&self, operator: &str, seen: &Seen, from: Date) -> Result<FindingHistory, KeepError> {
        Ok(finding_history::of(&self.connection, operator, seen, from)?)
    }

    fn components_holding(&self, query: &SearchQuery<'_>) -> Result<Page<Placed<ComponentRow>>, KeepError> {
        Ok(component_search::page(&self.connection, query)?)
    }

    fn releases_named(&self, query: &SearchQuery<'_>) -> Result<Vec<FoundRelease>, KeepError> {
        Ok(release_search::first(&self.connection, query)?)
    }
}
