//! Where a demonstration lives: a directory of its own that nobody else uses, gone when it ends.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use proofmark_actions::ActionError;
use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use tempfile::TempDir;

use crate::home::Home;
use crate::write::{hindered, write_whole};

/// The file that says of a home that it is a demonstration's, written once everything was brought in.
const MARK: &str = "demonstration";

/// A home that was empty, or a demonstration's that was kept.
pub(crate) struct DemoHome {
    home: Home,
    is_furnished: bool,
    /// Taken away with what is in it; absent where somebody named a directory to keep.
    _temporary: Option<TempDir>,
}

impl DemoHome {
    /// A temporary one, or this directory, which must be empty, not there yet, or a demonstration's that was kept: no home that
    /// holds anything else is ever touched.
    pub(crate) fn open(named: Option<&Path>) -> Result<Self, ActionError> {
        let Some(path) = named else {
            // Its owner's alone.
            let temporary = TempDir::with_prefix("proofmark-demo-")
                .map_err(|error| hindered(&std::env::temp_dir(), &error))?;
            let home = Home::at(temporary.path());
            return Ok(Self { home, is_furnished: false, _temporary: Some(temporary) });
        };
        let is_furnished = path.join(MARK).is_file();
        match fs::read_dir(path).map(|mut entries| entries.next().is_none()) {
            Ok(true) => {}
            Ok(false) if is_furnished => {}
            Ok(false) => {
                let says = text!("evidence-demo-home-in-use", path = path.display().to_string());
                return Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(hindered(path, &error)),
        }
        Ok(Self { home: Home::at(path), is_furnished, _temporary: None })
    }

    /// Whether everything was brought in by an earlier demonstration.
    pub(crate) fn is_furnished(&self) -> bool {
        self.is_furnished
    }

    /// Marks the home as a demonstration's in which everything is: it can be opened again as one.
    pub(crate) fn mark(&self) -> Result<(), ActionError> {
        write_whole(&self.home.path().join(MARK), b"proofmark serve --demo\n")
    }

    /// The home.
    pub(crate) fn home(&self) -> &Home {
        &self.home
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_that_holds_anything_is_left_alone() {
        let directory = tempfile::tempdir().unwrap();
        assert!(DemoHome::open(Some(directory.path())).is_ok());
        assert!(DemoHome::open(Some(&directory.path().join("new"))).is_ok());
        fs::write(directory.path().join("store.db"), b"x").unwrap();
        assert!(matches!(DemoHome::open(Some(directory.path())), Err(ActionError::Refused(_))));
    }

    #[test]
    fn a_demonstration_that_was_kept_is_opened_again_and_nothing_half_brought_in_is() {
        let directory = tempfile::tempdir().unwrap();
        let demo = DemoHome::open(Some(directory.path())).unwrap();
        assert!(!demo.is_furnished());
        fs::write(directory.path().join("store.db"), b"x").unwrap();
        assert!(DemoHome::open(Some(directory.path())).is_err());
        demo.mark().unwrap();
        assert!(DemoHome::open(Some(directory.path())).unwrap().is_furnished());
    }

    #[test]
    fn a_temporary_home_is_gone_with_the_demonstration() {
        let demo = DemoHome::open(None).unwrap();
        let path = demo.home().path().to_owned();
        fs::write(path.join("store.db"), b"x").unwrap();
        drop(demo);
        assert!(!path.exists());
    }
}
