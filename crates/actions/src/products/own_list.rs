//! The component list of a release: the one that was handed in for it, whatever came in for others since.

use std::collections::BTreeMap;

use proofmark_facts::{ReleaseRecord, SbomReceipt, Sha256, SystemOfRecord, release_id};

use crate::component_list::usual_names;
use crate::error::ActionError;
use crate::record::kept_noun;

/// How many releases are read at a time.
const BATCH: usize = 100;

/// What a release would be assessed with: the product's files, and which of them the dossier names as the list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ListGround<'a> {
    pub(crate) operator: &'a str,
    pub(crate) product: &'a str,
    /// The product's files, by path.
    pub(crate) files: &'a BTreeMap<String, Sha256>,
    /// The list the dossier names; `None`: looked for by its usual names.
    pub(crate) declared: Option<&'a str>,
}

impl ListGround<'_> {
    /// The release's own list, where the one that lies there is another release's; `None`: what lies there is read.
    ///
    /// A product has one file of a name and a list lies under the name its dossier gives it, so what a pipeline hands in
    /// for one release lies where another's had lain. A file that no release was handed in with was put there for the
    /// release the dossier is about.
    pub(crate) fn own_list(
        &self,
        version: &str,
        keeping: &dyn SystemOfRecord,
    ) -> Result<Option<SbomReceipt>, ActionError> {
        let mut lists = self.lists_of(version, keeping)?.unwrap_or_default();
        let Some(lies_there) = self.lies_there() else {
            // Under an unusual name only the call that handed it in knew which file it is.
            return Ok(lists.pop().filter(|_| self.declared.is_none()));
        };
        let is_its = lists.iter().any(|list| list.sha256 == lies_there);
        if is_its || lists.is_empty() || !self.is_of_a_release(lies_there, keeping)? {
            return Ok(None);
        }
        Ok(lists.pop())
    }

    /// Whether this release, which was never handed in before, would be given the list of another one.
    pub(crate) fn is_anothers(
        &self,
        version: &str,
        keeping: &dyn SystemOfRecord,
    ) -> Result<bool, ActionError> {
        match self.lies_there() {
            Some(lies_there) if self.lists_of(version, keeping)?.is_none() => {
                self.is_of_a_release(lies_there, keeping)
            }
            _ => Ok(false),
        }
    }

    /// Whether a file of this name is read as the list where nobody says otherwise.
    pub(crate) fn is_list(&self, path: &str) -> bool {
        self.declared.map_or_else(|| !usual_names(&[path.to_owned()]).is_empty(), |declared| declared == path)
    }

    /// The list that is read where nobody says otherwise.
    fn lies_there(&self) -> Option<Sha256> {
        if let Some(declared) = self.declared {
            return self.files.get(declared).copied();
        }
        let names: Vec<String> = self.files.keys().filter(|path| !path.contains('/')).cloned().collect();
        usual_names(&names).first().and_then(|name| self.files.get(*name)).copied()
    }

    /// The lists the release was handed in with, the last one counting; `None`: it was never handed in.
    fn lists_of(
        &self,
        version: &str,
        keeping: &dyn SystemOfRecord,
    ) -> Result<Option<Vec<SbomReceipt>>, ActionError> {
        let id = release_id(self.product, version);
        let release = kept_noun::<ReleaseRecord>(keeping, self.operator, &id)?;
        Ok(release.map(|release| release.noun.sboms))
    }

    /// Whether some release was handed in with this list.
    fn is_of_a_release(&self, list: Sha256, keeping: &dyn SystemOfRecord) -> Result<bool, ActionError> {
        let mut after: Option<String> = None;
        loop {
            let page = keeping.releases(self.operator, self.product, after.as_deref(), BATCH)?;
            if page.items.iter().any(|release| release.sboms.iter().any(|one| one.sha256 == list)) {
                return Ok(true);
            }
            match page.next {
                Some(next) => after = Some(next),
                None => return Ok(false),
            }
        }
    }
}
