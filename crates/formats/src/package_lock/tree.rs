//! From packages by path to components and dependencies, as Node.js looks packages up.

use std::collections::{HashMap, HashSet};

use proofmark_facts::{ComponentKind, Place, Purl};
use proofmark_text::{Text, text};

use super::entry::Entry;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::json::Words;

/// The folder packages are installed in.
const FOLDER: &str = "node_modules/";

/// What the lockfile says of its product.
pub(super) struct Product<'n> {
    pub(super) name: Option<&'n str>,
    pub(super) version: Option<&'n str>,
}

/// Gathers components and dependencies; gives the subject's index.
pub(super) fn gather<'a>(
    mut packages: Vec<(Words<'a>, Entry<'a>)>,
    product: &Product<'_>,
    gathered: &mut Gathered<'a>,
    is_version_1: bool,
) -> Result<u32, Text> {
    let root = packages.iter().position(|(path, _)| path.is_empty()).map(|at| packages.remove(at).1);
    let root = root.unwrap_or_default();
    let subject = gather_root(&root, product.name, product.version, gathered)?;
    let indices = gather_packages(&packages, gathered)?;
    let folders = Folders::of(&packages);
    let mut required = vec![false; packages.len()];
    let mut link = |from: u32,
                    entry: &Entry<'_>,
                    folder: Option<usize>,
                    place: &str,
                    gathered: &mut Gathered<'_>| {
        let optional: HashSet<&Words<'_>> = entry.optional_dependencies.0.iter().collect();
        let may_lack = entry.optional_dependencies.0.iter().chain(&entry.peer_dependencies.0);
        let wanted =
            entry.dependencies.0.iter().map(|name| (name, true)).chain(may_lack.map(|name| (name, false)));
        for (name, must_be_there) in wanted {
            let found = folders.look_up(folder, name);
            match found.map(|found| (found, indices[found])) {
                Some((found, Some(to))) => {
                    required[found] = true;
                    gathered.depend(from, to)?;
                }
                // An optional dependency also stands among the others, and may lack there too.
                None if must_be_there && !optional.contains(name) => {
                    let says = text!("formats-package-lock-not-found", name = excerpt(name));
                    gathered.problems.warn(Place::at(format!("/packages/{place}")), says);
                }
                Some((_, None)) | None => {}
            }
        }
        Ok::<(), Text>(())
    };
    link(subject, &root, folders.by_path.get("").copied(), "", gathered)?;
    for (at, (path, entry)) in packages.iter().enumerate() {
        if let Some(from) = indices[at] {
            link(from, entry, folders.nearest(path), &excerpt(path).replace('/', "~1"), gathered)?;
        }
    }
    for (at, (path, entry)) in packages.iter().enumerate() {
        let is_member = !path.contains(FOLDER) && !entry.link;
        let is_top = is_version_1 && !required[at];
        if let Some(to) = indices[at].filter(|_| is_member || is_top) {
            gathered.depend(subject, to)?;
        }
    }
    Ok(subject)
}

fn gather_root(
    root: &Entry<'_>,
    name: Option<&str>,
    version: Option<&str>,
    gathered: &mut Gathered<'_>,
) -> Result<u32, Text> {
    let place = || Place::at("/packages/");
    let mut component = root.component(name.unwrap_or_default(), true, gathered, &place);
    component.version = component.version.or(version.map(str::to_owned));
    component.kind = ComponentKind::Application;
    if component.name.is_empty() {
        gathered.problems.warn(Place::at("/name"), text!("formats-subject-without-name"));
        component.purl = None;
    } else {
        component.purl = component.purl.map(|purl| Purl { version: component.version.clone(), ..purl });
    }
    component.reference.push('.');
    let index = gathered.add(component, place)?;
    gathered.refer(&Words(".".into()), index, place);
    Ok(index)
}

/// The component index of each package; `None` for links and for what only development needs.
fn gather_packages<'a>(
    packages: &[(Words<'a>, Entry<'a>)],
    gathered: &mut Gathered<'a>,
) -> Result<Vec<Option<u32>>, Text> {
    let mut indices = Vec::with_capacity(packages.len());
    let mut left_out = 0_usize;
    for (path, entry) in packages {
        if entry.dev || entry.link {
            left_out += usize::from(entry.dev && !entry.link);
            indices.push(None);
            continue;
        }
        let place = || Place::at(format!("/packages/{}", excerpt(path).replace('/', "~1")));
        let (name, is_member) = match path.rsplit_once(FOLDER) {
            Some((_, name)) => (name, false),
            None => (path.rsplit_once('/').map_or(&**path, |(_, name)| name), true),
        };
        let mut component = entry.component(name, is_member, gathered, &place);
        if component.purl.is_none() {
            gathered.problems.warn(place(), text!("formats-purl-unreadable", purl = excerpt(name)));
        }
        gathered.check_name(Some(&component.name), place);
        component.reference = path.to_string();
        let index = gathered.add(component, place)?;
        gathered.refer(path, index, place);
        indices.push(Some(index));
    }
    if left_out > 0 {
        let says = text!("formats-package-lock-development", count = left_out);
        gathered.problems.warn(Place::at("/packages"), says);
    }
    Ok(indices)
}

/// Which packages lie in the `node_modules` of which folder.
struct Folders<'p> {
    by_path: HashMap<&'p str, usize>,
    /// For each folder, the nearest one around it that has packages too.
    around: Vec<Option<usize>>,
    /// By folder and name: the package, links followed.
    packages: HashMap<(usize, &'p str), usize>,
}

impl<'p> Folders<'p> {
    fn of<'a>(packages: &'p [(Words<'a>, Entry<'a>)]) -> Self {
        let mut folders = Self { by_path: HashMap::new(), around: Vec::new(), packages: HashMap::new() };
        let at_path: HashMap<&str, usize> =
            packages.iter().enumerate().map(|(at, (path, _))| (&**path, at)).collect();
        for (at, (path, entry)) in packages.iter().enumerate() {
            let Some((holder, name)) = path.rsplit_once(FOLDER) else { continue };
            let next = folders.by_path.len();
            let folder = *folders.by_path.entry(holder.trim_end_matches('/')).or_insert(next);
            let target = entry.resolved.0.as_deref().filter(|_| entry.link);
            let package = target.and_then(|target| at_path.get(target)).copied().unwrap_or(at);
            folders.packages.insert((folder, name), package);
        }
        let mut around = vec![None; folders.by_path.len()];
        for (path, folder) in &folders.by_path {
            around[*folder] = parent(path).and_then(|path| folders.nearest(path));
        }
        folders.around = around;
        folders
    }

    /// The folder itself, or the nearest around it, that has packages.
    fn nearest(&self, path: &str) -> Option<usize> {
        let mut at = Some(path);
        while let Some(path) = at {
            if let Some(folder) = self.by_path.get(path) {
                return Some(*folder);
            }
            at = parent(path);
        }
        None
    }

    /// The package of this name that code in the folder gets (Node.js, "Loading from `node_modules` folders").
    fn look_up(&self, from: Option<usize>, name: &str) -> Option<usize> {
        let mut at = from;
        while let Some(folder) = at {
            if let Some(package) = self.packages.get(&(folder, name)) {
                return Some(*package);
            }
            at = self.around[folder];
        }
        None
    }
}

/// The path of the folder around; that of the outermost folder is empty.
fn parent(path: &str) -> Option<&str> {
    if path.is_empty() { None } else { Some(path.rsplit_once('/').map_or("", |(parent, _)| parent)) }
}
