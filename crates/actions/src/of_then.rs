//! A release of before: the files it was assessed from, and what is said where one of them is no longer there.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::{Beside, Place, Problem, Release, Sha256};
use proofmark_text::text;

use crate::error::ActionError;
use crate::named_files::NamedFiles;

/// The files a release was assessed from: whatever was handed in since, it is read from no other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct OfThen {
    /// Each by its path, with the digest it had.
    pub(crate) files: BTreeMap<String, Sha256>,
    /// The paths the product has files at now.
    pub(crate) present: BTreeSet<String>,
}

impl OfThen {
    /// Names every file that is missing although there was one, or although there is one now: nobody shall take a hole for
    /// the absence of the paper, nor the newest paper for that of then.
    pub(crate) fn missing(&self, version: &str, read: &NamedFiles) -> Vec<Problem> {
        let gone = read.iter().filter(|(_, file)| file.is_none()).map(|(path, _)| path);
        let says = gone.filter_map(|path| match self.files.get(path) {
            Some(digest) => {
                let digest = digest.to_string();
                Some(text!("issuing-file-of-then-gone", path = path, version = version, digest = digest))
            }
            None if self.present.contains(path) => {
                Some(text!("issuing-file-not-of-then", path = path, version = version))
            }
            None => None,
        });
        says.map(|says| Problem::warning(Place::at("release.version"), says)).collect()
    }

    /// Whether a file that says what the kernel was built from is missing: from half of them nothing follows.
    pub(crate) fn lacks_kernel(release: &Release, beside: &dyn Beside) -> Result<bool, ActionError> {
        let named = [
            &release.compiled_files,
            &release.kernel_config,
            &release.kernel_build_rules,
            &release.kernel_tree.commits,
        ];
        for path in named.into_iter().flatten() {
            if beside.read(path)?.is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::named_files::NamedFile;

    #[test]
    fn a_hole_is_named_where_there_was_a_file_or_is_one_now() {
        let of_then = OfThen {
            files: [("gone.md".to_owned(), Sha256::of(b"was")), ("there.md".to_owned(), Sha256::of(b"is"))]
                .into(),
            present: ["gone.md", "there.md", "new.md"].map(str::to_owned).into(),
        };
        let there = NamedFile { sha256: Sha256::of(b"is"), bytes: b"is".to_vec().into() };
        let read: NamedFiles =
            [("gone.md", None), ("there.md", Some(there)), ("new.md", None), ("never.md", None)]
                .map(|(path, file)| (path.to_owned(), file))
                .into();
        let says: Vec<String> =
            of_then.missing("1.0.0", &read).iter().map(|problem| problem.says.to_string()).collect();
        assert_eq!(says.len(), 2, "{says:?}");
        assert!(says[0].contains("gone.md") && says[0].contains(&Sha256::of(b"was").to_string()), "{says:?}");
        assert!(says[1].contains("new.md") && says.iter().all(|says| says.contains("1.0.0")), "{says:?}");
    }
}
