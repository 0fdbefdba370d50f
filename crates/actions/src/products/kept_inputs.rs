//! Which kept files an assessment reads: the product's, or those a release was assessed from before.

use std::collections::BTreeMap;

use proofmark_facts::Sha256;

use crate::conclusion::Inputs;
use crate::keep_assessment::files_read;
use crate::products::kept_files::KeptFiles;

/// Kept files to read.
#[derive(Debug, Clone)]
pub(crate) enum KeptInputs {
    /// The product's, with these in the place of its own: a component list where another release's lies there.
    OfProduct(BTreeMap<String, Sha256>),
    /// Those of a release as it was assessed before, and no other: what was handed in since proves nothing of it.
    OfThen(BTreeMap<String, Sha256>),
}

impl KeptInputs {
    /// What dossier, component list and evidence are read from, where the product has these files.
    pub(crate) fn of_release(&self, product: &BTreeMap<String, Sha256>) -> BTreeMap<String, Sha256> {
        match self {
            Self::OfProduct(instead) => over(product, instead),
            Self::OfThen(files) => files.clone(),
        }
    }

    /// What advisories are read from: for a release of before too the newest that are known, for what is published since
    /// may be about it. One that is the product's no longer is read as it was.
    pub(crate) fn advisories(&self, product: &BTreeMap<String, Sha256>) -> BTreeMap<String, Sha256> {
        match self {
            Self::OfProduct(instead) => over(product, instead),
            Self::OfThen(files) => over(files, product),
        }
    }

    /// The files the release stands on once it was assessed from these inputs. One of then that is no longer there stays
    /// among them: its place is nobody else's.
    pub(crate) fn made_from(&self, inputs: &Inputs, advisories: &KeptFiles<'_>) -> BTreeMap<String, Sha256> {
        let mut files = match self {
            Self::OfProduct(_) => BTreeMap::new(),
            Self::OfThen(files) => files.clone(),
        };
        let paths = inputs.dossier.advisories.iter().flat_map(|named| advisories.below(named));
        files.extend(paths.filter_map(|path| advisories.digest(&path).map(|digest| (path, digest))));
        files.extend(files_read(inputs));
        files
    }
}

fn over(files: &BTreeMap<String, Sha256>, others: &BTreeMap<String, Sha256>) -> BTreeMap<String, Sha256> {
    let mut files = files.clone();
    files.extend(others.iter().map(|(path, sha256)| (path.clone(), *sha256)));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(of: &[(&str, &[u8])]) -> BTreeMap<String, Sha256> {
        of.iter().map(|(path, bytes)| ((*path).to_owned(), Sha256::of(bytes))).collect()
    }

    #[test]
    fn a_release_of_before_is_read_from_its_own_files_and_the_newest_advisories() {
        let product = files(&[("risks.md", b"new"), ("advisories/a", b"new"), ("other.md", b"new")]);
        let of_then = KeptInputs::OfThen(files(&[("risks.md", b"old"), ("advisories/b", b"old")]));
        assert_eq!(of_then.of_release(&product), files(&[("risks.md", b"old"), ("advisories/b", b"old")]));
        let advisories = of_then.advisories(&product);
        assert_eq!(advisories["advisories/a"], Sha256::of(b"new"));
        assert_eq!(advisories["advisories/b"], Sha256::of(b"old"));
        let of_product = KeptInputs::OfProduct(files(&[("list", b"own")]));
        assert_eq!(of_product.of_release(&product).len(), 4);
        assert_eq!(of_product.of_release(&product), of_product.advisories(&product));
    }
}
