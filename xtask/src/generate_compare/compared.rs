//! Both generators over every tree, and a class for each difference.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::listed::{Listed, Package};
use super::trees::{Published, TREES, made, shown};
use crate::run::{Call, Complaint, cargo, root};

/// Where everything lies.
const HOME: &str = "target/generate-compare";

/// The other generator, exactly.
const OTHER: &str = "@cyclonedx/cdxgen@12.8.4";

/// Names of lockfiles, in which a package that ours leaves out must stand for that to be the reason.
const LOCKFILES: [&str; 7] = [
    "Cargo.lock",
    "npm-shrinkwrap.json",
    "package-lock.json",
    "poetry.lock",
    "pdm.lock",
    "Pipfile.lock",
    "uv.lock",
];

/// Fetches the trees, lists each with both, and prints for each what both and only one of them lists. A difference no class explains is a
/// complaint.
pub(crate) fn generate_compare() -> Result<(), Complaint> {
    let home = root().join(HOME);
    made(&home.join("trees"))?;
    made(&home.join("lists"))?;
    cargo(&["build", "--package", "proofmark", "--locked"])?;
    let prefix = home.join("other");
    if !prefix.join("node_modules").exists() {
        made(&prefix)?;
        // No script of a package is run, and nothing is fetched later.
        let words = ["install", "--ignore-scripts", "--omit=optional", "--prefix", shown(&prefix), OTHER];
        Call::new("npm", &words).run()?;
    }
    let mut lines =
        vec!["| tree | both | only ours | only theirs |".to_owned(), "| --- | --- | --- | --- |".to_owned()];
    let mut unexplained = Vec::new();
    for published in &TREES {
        let tree = published.fetched(&home)?;
        let compared = Compared::of(published, &tree, &home)?;
        lines.push(compared.line(published));
        unexplained.extend(compared.unexplained(published));
    }
    eprintln!("\n{}", lines.join("\n"));
    if unexplained.is_empty() { Ok(()) } else { Err(format!("nothing explains: {}", unexplained.join(", "))) }
}

struct Compared {
    both: usize,
    only_ours: BTreeMap<&'static str, Vec<Package>>,
    only_theirs: BTreeMap<&'static str, Vec<Package>>,
}

impl Compared {
    fn of(published: &Published, tree: &Path, home: &Path) -> Result<Self, Complaint> {
        let name = published.called().replace([' ', ',', '`'], "");
        let place = |of: &str| home.join("lists").join(format!("{name}.{of}.json"));
        let (ours, report, theirs) = (place("ours"), place("report"), place("theirs"));
        run_ours(tree, &ours, &report)?;
        if !theirs.exists() {
            let program = home.join("other/node_modules/@cyclonedx/cdxgen/bin/cdxgen.js");
            let words =
                [shown(&program), "--no-install-deps", "--no-babel", "--output", shown(&theirs), shown(tree)];
            Call::new("node", &words).with("FETCH_LICENSE", "false".as_ref()).run()?;
        }
        let report: Value = serde_json::from_slice(&fs::read(&report).map_err(|error| error.to_string())?)
            .unwrap_or_default();
        let (ours, theirs) = (Listed::read(&ours)?, Listed::read(&theirs)?);
        let locked = Locked::of(tree, &report)?;
        let mut compared = Self { both: 0, only_ours: BTreeMap::new(), only_theirs: BTreeMap::new() };
        for package in &ours.packages {
            if theirs.packages.contains(package) {
                compared.both += 1;
            } else {
                compared
                    .only_ours
                    .entry(why_ours(package, &theirs, &locked))
                    .or_default()
                    .push(package.clone());
            }
        }
        for package in theirs.packages.difference(&ours.packages) {
            compared
                .only_theirs
                .entry(why_theirs(package, &ours, &theirs, &locked))
                .or_default()
                .push(package.clone());
        }
        Ok(compared)
    }

    fn line(&self, published: &Published) -> String {
        let told = |classes: &BTreeMap<&str, Vec<Package>>| {
            let all: Vec<String> =
                classes.iter().map(|(class, all)| format!("{} {class}", all.len())).collect();
            if all.is_empty() { "0".to_owned() } else { all.join("; ") }
        };
        format!(
            "| {} | {} | {} | {} |",
            published.called(),
            self.both,
            told(&self.only_ours),
            told(&self.only_theirs)
        )
    }

    fn unexplained(&self, published: &Published) -> Vec<String> {
        let all =
            [&self.only_ours, &self.only_theirs].into_iter().filter_map(|classes| classes.get(UNEXPLAINED));
        all.flatten()
            .map(|(kind, name, version)| format!("{} {kind}/{name}@{version}", published.called()))
            .collect()
    }
}

/// What ours leaves out, and counts: of these there may be no more than it tells.
const FOR_DEVELOPMENT: &str = "needed for development alone";

/// Words in the names of requirements that are for development.
const OF_DEVELOPMENT: [&str; 3] = ["dev", "docs", "tests"];

/// The class nothing may be in.
const UNEXPLAINED: &str = "unexplained";

/// What lockfiles of the tree say, as they are written.
struct Locked {
    texts: Vec<String>,
    /// Requirements with the names of their files.
    requirements: Vec<(String, String)>,
    /// How many packages ours said it left out, of all lockfiles together.
    left_out: usize,
}

impl Locked {
    fn of(tree: &Path, report: &Value) -> Result<Self, Complaint> {
        let (mut texts, mut requirements) = (Vec::new(), Vec::new());
        let mut waiting = vec![tree.to_owned()];
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(&folder).map_err(|error| error.to_string())?.flatten() {
                let path = entry.path();
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    waiting.push(path);
                } else if path.file_name().is_some_and(|name| LOCKFILES.iter().any(|known| *known == name)) {
                    texts.push(fs::read_to_string(&path).unwrap_or_default().to_lowercase());
                } else if path.extension().is_some_and(|ending| ending == "txt")
                    && shown(&path).contains("requirements")
                {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    let text = fs::read_to_string(&path).unwrap_or_default().to_lowercase();
                    requirements.push((name, text));
                }
            }
        }
        let says = report["notices"].as_array().into_iter().flatten().map(|notice| &notice["says"]);
        let told = says.filter(|says| says["id"] == "formats-package-lock-development");
        let counts = told.filter_map(|says| says["text"].as_str()?.rsplit(' ').next()?.parse::<usize>().ok());
        Ok(Self { texts, requirements, left_out: counts.sum() })
    }

    /// Whether name and version stand in one lockfile.
    fn has(&self, (_, name, version): &Package) -> bool {
        let version = format!("\"{version}\"");
        let loose = version.replacen('"', "\"==", 1);
        let names = [format!("\"{name}\""), format!("node_modules/{name}\"")];
        self.texts.iter().any(|text| {
            names.iter().any(|name| text.contains(name.as_str()))
                && (text.contains(&version) || text.contains(&loose))
        })
    }
}

impl Locked {
    /// The names of the requirements that pin name and version.
    fn pinned(&self, (_, name, version): &Package) -> Vec<&str> {
        let line = format!("{name}=={version}");
        // Extras stand in brackets behind the name.
        let without_extras = |word: &str| match word.split_once('[') {
            Some((name, rest)) => format!("{name}{}", rest.split_once(']').map_or("", |(_, rest)| rest)),
            None => word.to_owned(),
        };
        let word = |it: &str| without_extras(it.split([' ', ';', '\\']).next().unwrap_or_default());
        let pins = |text: &str| text.lines().any(|it| word(it) == line);
        self.requirements.iter().filter(|(_, text)| pins(text)).map(|(name, _)| name.as_str()).collect()
    }
}

/// Why only ours lists a package.
fn why_ours(package: &Package, theirs: &Listed, locked: &Locked) -> &'static str {
    if theirs.subject.as_ref() == Some(package) {
        "what their list is about"
    } else if theirs.has_other_version(package) && locked.has(package) {
        "a second version the lockfile fixes too"
    } else if locked.has(package) {
        "fixed in a lockfile"
    } else if !locked.pinned(package).is_empty() {
        "pinned in requirements"
    } else if package.2.is_empty() {
        "asked for without a version"
    } else {
        UNEXPLAINED
    }
}

/// Why only theirs lists one.
fn why_theirs(package: &Package, ours: &Listed, theirs: &Listed, locked: &Locked) -> &'static str {
    if ours.subject.as_ref() == Some(package) {
        "what our list is about"
    } else if locked.left_out > 0 && locked.has(package) {
        FOR_DEVELOPMENT
    } else if locked.pinned(package).iter().any(|name| OF_DEVELOPMENT.iter().any(|word| name.contains(word)))
    {
        "pinned in requirements for development"
    } else if theirs.not_required.contains(package) {
        "marked by them as not required"
    } else if matches!(package.0.as_str(), "github" | "docker" | "oci" | "generic") {
        "of the build pipeline"
    } else if !locked.has(package) && locked.pinned(package).is_empty() {
        "fixed nowhere in the tree"
    } else {
        UNEXPLAINED
    }
}

fn run_ours(tree: &Path, list: &Path, report: &Path) -> Result<(), Complaint> {
    let program = root().join("target/debug/proofmark");
    let done = std::process::Command::new(program)
        .args(["sbom", "generate", "--format", "json", "--output"])
        .args([list, tree])
        .output()
        .map_err(|error| error.to_string())?;
    // With 6 something could not be read, which the list says itself.
    if !matches!(done.status.code(), Some(0 | 6)) {
        return Err(String::from_utf8_lossy(&done.stderr).into_owned());
    }
    fs::write(report, done.stdout).map_err(|error| error.to_string())
}
