//! Walks a tree of files within limits and shows each to a visitor.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use proofmark_facts::{TreeFile, TreeGap, TreeVisitor, TreeWant};
use proofmark_text::{Text, text};

use crate::limits::WalkLimits;

/// How programs begin: ELF, the portable executables of Windows, Mach-O in its two byte orders and as one file for several
/// machines.
const PROGRAMS: [&[u8]; 5] =
    [b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe"];

/// Shows the visitor every file below the root, folder by folder, in the order of their names.
///
/// No symbolic link is followed and no pipe, device or socket opened, so nothing outside the root is read and nothing is waited for.
/// What goes beyond a limit, and what the system lets nobody read, the visitor is told as missed. Once `is_over` answers yes the rest
/// of the tree is missed. An error is that of the root itself.
pub fn walk(
    root: &Path,
    visitor: &mut dyn TreeVisitor,
    limits: &WalkLimits,
    is_over: &dyn Fn() -> bool,
) -> io::Result<()> {
    let mut walk = Walk { limits, visitor, is_over, entries: 0, bytes: 0 };
    let names = walk.names_in(root)?;
    let mut waiting = Vec::new();
    walk.look_into(root, "", 0, names, &mut waiting);
    // The folder that comes next in order is the last that waits.
    while let Some(folder) = waiting.pop() {
        if let Some(because) = walk.reached_limit() {
            walk.visitor.misses(TreeGap { path: String::new(), because });
            break;
        }
        walk.go_into(folder, &mut waiting);
    }
    Ok(())
}

/// Shows the visitor single files by their paths below the root, which others of the tree name. Those that are not there are passed over.
pub fn look_for(root: &Path, paths: &[String], visitor: &mut dyn TreeVisitor, limits: &WalkLimits) {
    let mut walk = Walk { limits, visitor, is_over: &|| false, entries: 0, bytes: 0 };
    for path in paths.iter().take(limits.entries) {
        match walk.look_for(root, path) {
            Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                walk.visitor.misses(TreeGap { path: path.clone(), because: unreadable(&error) });
            }
            _ => {}
        }
    }
}

/// A folder that is still to be gone into.
struct Folder {
    place: PathBuf,
    path: String,
    depth: usize,
}

struct Walk<'w> {
    limits: &'w WalkLimits,
    visitor: &'w mut dyn TreeVisitor,
    is_over: &'w dyn Fn() -> bool,
    entries: usize,
    bytes: u64,
}

impl Walk<'_> {
    fn go_into(&mut self, folder: Folder, waiting: &mut Vec<Folder>) {
        let Folder { place, path, depth } = folder;
        if depth > self.limits.depth {
            let because = text!("generate-too-deep", most = self.limits.depth);
            return self.visitor.misses(TreeGap { path, because });
        }
        match self.names_in(&place) {
            Ok(names) => {
                if self.visitor.enters(&path, &names) {
                    self.look_into(&place, &path, depth, names, waiting);
                }
            }
            Err(error) => self.visitor.misses(TreeGap { path, because: unreadable(&error) }),
        }
    }

    /// Shows the files of a folder, and notes its folders so that the first by name is gone into first.
    fn look_into(
        &mut self,
        place: &Path,
        path: &str,
        depth: usize,
        names: Vec<String>,
        waiting: &mut Vec<Folder>,
    ) {
        let mut folders = Vec::new();
        for name in names {
            self.entries += 1;
            if let Some(because) = self.reached_limit() {
                self.visitor.misses(TreeGap { path: path.to_owned(), because });
                break;
            }
            let below = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
            let place = place.join(&name);
            // Of the link, not of what it leads to.
            match fs::symlink_metadata(&place) {
                Ok(found) if found.is_dir() => folders.push(Folder { place, path: below, depth: depth + 1 }),
                Ok(found) if found.is_file() => self.look_at(&place, &below, &found),
                Ok(found) => self.pass(&place, &below, &found),
                Err(error) => self.visitor.misses(TreeGap { path: below, because: unreadable(&error) }),
            }
        }
        waiting.extend(folders.into_iter().rev());
    }

    /// Tells of what is neither folder nor file.
    fn pass(&mut self, place: &Path, path: &str, found: &Metadata) {
        let leads_to = found.is_symlink().then(|| fs::read_link(place)).and_then(Result::ok);
        let leads_to = leads_to.map(|leads_to| leads_to.to_string_lossy().into_owned());
        self.visitor.passes(path, leads_to.as_deref());
    }

    /// Looks at one file by its path below the root, step by step, so that no link on the way is followed either.
    fn look_for(&mut self, root: &Path, path: &str) -> io::Result<()> {
        let mut place = root.to_owned();
        let (mut below, mut steps) = (String::new(), path.split('/').peekable());
        while let Some(step) = steps.next() {
            if matches!(step, "" | "." | "..") {
                return Ok(());
            }
            place.push(step);
            below.push_str(if below.is_empty() { "" } else { "/" });
            below.push_str(step);
            let found = fs::symlink_metadata(&place)?;
            match (found.is_dir(), found.is_file(), steps.peek()) {
                (true, _, Some(_)) => {}
                (_, true, None) => self.look_at(&place, &below, &found),
                (false, false, _) => {
                    self.pass(&place, &below, &found);
                    return Ok(());
                }
                _ => return Ok(()),
            }
        }
        Ok(())
    }

    fn look_at(&mut self, place: &Path, path: &str, found: &Metadata) {
        let file = TreeFile { path, bytes: found.len(), is_executable: is_executable(found) };
        let want = self.visitor.wants(&file);
        if want == TreeWant::Nothing {
            return;
        }
        match self.bytes_of(place, found.len(), want) {
            Ok(Ok(Some(bytes))) => {
                self.bytes = self.bytes.saturating_add(bytes.len() as u64);
                self.visitor.takes(path, bytes);
            }
            Ok(Ok(None)) => {}
            Ok(Err(because)) => self.visitor.misses(TreeGap { path: path.to_owned(), because }),
            Err(error) => {
                self.visitor.misses(TreeGap { path: path.to_owned(), because: unreadable(&error) });
            }
        }
    }

    /// The bytes; `None`: it was wanted only if it were a program, which it is not; a sentence: it is too long.
    fn bytes_of(
        &self,
        place: &Path,
        length: u64,
        want: TreeWant,
    ) -> io::Result<Result<Option<Vec<u8>>, Text>> {
        let most = self.limits.file_bytes.min(self.limits.total_bytes.saturating_sub(self.bytes));
        let mut file = File::open(place)?;
        if want == TreeWant::IfProgram {
            let mut beginning = Vec::with_capacity(4);
            file.by_ref().take(4).read_to_end(&mut beginning)?;
            if !PROGRAMS.iter().any(|begins| beginning.starts_with(begins)) {
                return Ok(Ok(None));
            }
            file.seek(SeekFrom::Start(0))?;
        }
        if length > most {
            return Ok(Err(text!("generate-file-too-long", bytes = length, most = most)));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        // It may grow while it is read.
        file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            return Ok(Err(text!("generate-file-too-long", bytes = bytes.len(), most = most)));
        }
        Ok(Ok(Some(bytes)))
    }

    /// The names in a folder, in order, no more of them than may still be come upon and one. A name that is no Unicode is shown with
    /// what can be shown of it, and opens nothing.
    fn names_in(&self, folder: &Path) -> io::Result<Vec<String>> {
        let most = self.limits.entries.saturating_sub(self.entries).saturating_add(1);
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)?.take(most) {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort_unstable();
        Ok(names)
    }

    fn reached_limit(&self) -> Option<Text> {
        if (self.is_over)() {
            Some(text!("generate-out-of-time"))
        } else if self.entries > self.limits.entries {
            Some(text!("generate-too-many-files", most = self.limits.entries))
        } else {
            None
        }
    }
}

fn unreadable(error: &io::Error) -> Text {
    text!("generate-unreadable", error = error.to_string())
}

#[cfg(unix)]
fn is_executable(found: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    found.permissions().mode() & 0o111 != 0
}

/// Without such a mark every file may be one.
#[cfg(not(unix))]
fn is_executable(_: &Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Notes everything it is shown.
    #[derive(Default)]
    struct Notes {
        seen: Vec<String>,
        taken: Vec<String>,
        missed: Vec<String>,
        passed: Vec<String>,
    }

    impl TreeVisitor for Notes {
        fn enters(&mut self, folder: &str, names: &[String]) -> bool {
            self.seen.push(format!("{folder}/ {}", names.len()));
            !folder.ends_with("closed")
        }

        fn wants(&mut self, file: &TreeFile<'_>) -> TreeWant {
            self.seen.push(file.path.to_owned());
            if file.path.contains("skip") {
                TreeWant::Nothing
            } else if file.is_executable {
                TreeWant::IfProgram
            } else {
                TreeWant::Whole
            }
        }

        fn takes(&mut self, path: &str, bytes: Vec<u8>) {
            self.taken.push(format!("{path} {}", bytes.len()));
        }

        fn passes(&mut self, path: &str, leads_to: Option<&str>) {
            self.passed.push(format!("{path} -> {}", leads_to.unwrap_or_default()));
        }

        fn misses(&mut self, gap: TreeGap) {
            self.missed.push(format!("{}: {}", gap.path, gap.because));
        }
    }

    fn walked(root: &Path, limits: &WalkLimits) -> Notes {
        let mut notes = Notes::default();
        walk(root, &mut notes, limits, &|| false).unwrap();
        notes
    }

    fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (path, content) in files {
            let place = root.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, content).unwrap();
        }
        root
    }

    #[test]
    fn files_are_shown_in_order_and_only_wanted_ones_are_read() {
        let root =
            tree(&[("b/two", "22"), ("a/one", "1"), ("skip", "xxx"), ("closed/three", "333"), ("z", "")]);
        let notes = walked(root.path(), &WalkLimits::default());
        assert_eq!(notes.seen, ["skip", "z", "a/ 1", "a/one", "b/ 1", "b/two", "closed/ 1"]);
        assert_eq!(notes.taken, ["z 0", "a/one 1", "b/two 2"]);
        assert!(notes.missed.is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed_and_no_pipe_opened() {
        let outside = tree(&[("secret", "secret")]);
        let root = tree(&[("kept", "1")]);
        std::os::unix::fs::symlink(outside.path(), root.path().join("folder")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret"), root.path().join("file")).unwrap();
        std::os::unix::fs::symlink(".", root.path().join("circle")).unwrap();
        std::os::unix::net::UnixListener::bind(root.path().join("socket")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(root.path().join("pipe")).status();
        let notes = walked(root.path(), &WalkLimits::default());
        assert!(made.is_ok_and(|status| status.success()));
        assert_eq!(notes.seen, ["kept"]);
        assert_eq!(notes.taken, ["kept 1"]);
        let outside = outside.path().display();
        let expected = [
            "circle -> .".to_owned(),
            format!("file -> {outside}/secret"),
            format!("folder -> {outside}"),
            "pipe -> ".to_owned(),
            "socket -> ".to_owned(),
        ];
        assert_eq!(notes.passed, expected);
    }

    #[cfg(unix)]
    #[test]
    fn single_files_are_found_and_no_link_on_the_way_is_followed() {
        let outside = tree(&[("secret", "secret")]);
        let root = tree(&[("a/b/kept", "1")]);
        std::os::unix::fs::symlink(outside.path(), root.path().join("a/out")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret"), root.path().join("file")).unwrap();
        let paths =
            ["a/b/kept", "a/b", "a/gone", "a/b/kept/x", "a/out/secret", "file", "../x", "a/../a/b/kept"];
        let mut notes = Notes::default();
        look_for(root.path(), &paths.map(str::to_owned), &mut notes, &WalkLimits::default());
        assert_eq!(notes.taken, ["a/b/kept 1"]);
        let outside = outside.path().display();
        assert_eq!(notes.passed, [format!("a/out -> {outside}"), format!("file -> {outside}/secret")]);
        assert!(notes.missed.is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_program_is_known_by_how_it_begins() {
        use std::os::unix::fs::PermissionsExt as _;
        let root = tree(&[("script", "#!/bin/sh"), ("program", "\u{7f}ELFxyz"), ("short", "x")]);
        for name in ["script", "program", "short"] {
            fs::set_permissions(root.path().join(name), fs::Permissions::from_mode(0o755)).unwrap();
        }
        assert_eq!(walked(root.path(), &WalkLimits::default()).taken, ["program 7"]);
    }

    #[test]
    fn every_limit_is_told() {
        let root = tree(&[("a", "1"), ("b/c/d", "2"), ("long", "123456")]);
        let told = |limits: WalkLimits| walked(root.path(), &limits).missed.join("; ");
        let all = WalkLimits::default();
        assert!(told(WalkLimits { file_bytes: 5, ..all.clone() }).starts_with("long: "));
        assert!(told(WalkLimits { depth: 1, ..all.clone() }).starts_with("b/c: "));
        assert!(told(WalkLimits { entries: 2, ..all.clone() }).starts_with(": "));
        assert!(told(WalkLimits { total_bytes: 2, ..all.clone() }).starts_with("long: "));
        assert_eq!(told(all.clone()), "");
        let mut notes = Notes::default();
        walk(root.path(), &mut notes, &all, &|| true).unwrap();
        assert!(notes.taken.is_empty() && !notes.missed.is_empty());
        assert!(walk(&root.path().join("gone"), &mut notes, &all, &|| false).is_err());
    }
}
