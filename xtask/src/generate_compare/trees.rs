//! The trees: packages as their makers published them, with the lockfiles they were published with.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Call, Complaint};

/// Where a package is fetched from, by that registry's own client.
#[derive(Debug, Clone, Copy)]
pub(super) enum Registry {
    Cargo,
    Npm,
    /// As a source distribution.
    PyPi,
}

/// A package, and where in it the tree lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Published {
    pub(super) registry: Registry,
    pub(super) name: &'static str,
    pub(super) version: &'static str,
    /// The folder below its root; empty: the root.
    pub(super) below: &'static str,
}

const fn published(
    registry: Registry,
    name: &'static str,
    version: &'static str,
    below: &'static str,
) -> Published {
    Published { registry, name, version, below }
}

/// The real projects with a lockfile that the registries hand out: of Rust, JavaScript and Python with each of its three managers.
pub(super) const TREES: [Published; 12] = [
    published(Registry::Cargo, "ripgrep", "14.1.0", ""),
    published(Registry::Cargo, "bat", "0.24.0", ""),
    published(Registry::Cargo, "cargo-audit", "0.20.0", ""),
    published(Registry::Cargo, "fd-find", "10.1.0", ""),
    published(Registry::Cargo, "hyperfine", "1.18.0", ""),
    published(Registry::Cargo, "just", "1.25.0", ""),
    published(Registry::Npm, "ganache", "7.9.2", ""),
    published(Registry::Npm, "netlify-cli", "17.10.1", ""),
    published(Registry::PyPi, "flask", "3.1.0", ""),
    published(Registry::PyPi, "cyclonedx-bom", "4.6.1", "tests/_data/infiles/environment/via-poetry"),
    published(Registry::PyPi, "cyclonedx-bom", "4.6.1", "tests/_data/infiles/environment/via-pdm"),
    published(Registry::PyPi, "cyclonedx-bom", "4.6.1", "tests/_data/infiles/environment/via-pipenv"),
];

impl Published {
    /// What it is called in the table.
    pub(super) fn called(&self) -> String {
        let below = self.below.rsplit('/').next().filter(|name| !name.is_empty());
        format!(
            "{} {}{}",
            self.name,
            self.version,
            below.map(|name| format!(", `{name}`")).unwrap_or_default()
        )
    }

    /// Fetches and unpacks it below the home, unless it was before; gives the folder of the tree.
    pub(super) fn fetched(&self, home: &Path) -> Result<PathBuf, Complaint> {
        let folder = home.join("trees").join(format!("{}-{}", self.name, self.version));
        if !folder.exists() {
            let packed = home.join("packed").join(format!("{}-{}", self.name, self.version));
            made(&packed)?;
            match self.registry {
                Registry::Cargo => self.fetch_crate(&packed)?,
                Registry::Npm => {
                    let of = format!("{}@{}", self.name, self.version);
                    Call::new("npm", &["pack", "--silent", "--pack-destination", shown(&packed), &of])
                        .run()?;
                }
                // A source distribution is asked for its metadata once it is there, which may fail for want of what builds it.
                Registry::PyPi => {
                    let of = format!("{}=={}", self.name, self.version);
                    let words = [
                        "-m",
                        "pip",
                        "download",
                        "--quiet",
                        "--no-deps",
                        "--no-binary",
                        ":all:",
                        "--dest",
                        shown(&packed),
                        &of,
                    ];
                    let _ = Call::new("python3", &words).run();
                }
            }
            self.unpack(&packed, &folder)?;
        }
        Ok(folder.join(self.below))
    }

    /// Cargo unpacks what a project asks for into its own home.
    fn fetch_crate(&self, packed: &Path) -> Result<(), Complaint> {
        let manifest = format!(
            "[workspace]\n[package]\nname = \"trees\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[lib]\npath = \"lib.rs\"\n\
             [dependencies]\n{} = \"={}\"\n",
            self.name, self.version
        );
        written(&packed.join("Cargo.toml"), &manifest)?;
        written(&packed.join("lib.rs"), "")?;
        Call::new("cargo", &["fetch", "--quiet", "--manifest-path", shown(&packed.join("Cargo.toml"))]).run()
    }

    fn unpack(&self, packed: &Path, folder: &Path) -> Result<(), Complaint> {
        let partly = folder.with_extension("partly");
        let _ = fs::remove_dir_all(&partly);
        made(&partly)?;
        if matches!(self.registry, Registry::Cargo) {
            let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
            let home =
                home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
            let name = format!("{}-{}", self.name, self.version);
            let sources = fs::read_dir(home.join("registry/src")).map_err(|error| error.to_string())?;
            let unpacked = sources.flatten().map(|it| it.path().join(&name)).find(|it| it.exists());
            let unpacked = unpacked.ok_or_else(|| format!("cargo did not unpack {name}"))?;
            Call::new("cp", &["-r", &format!("{}/.", shown(&unpacked)), shown(&partly)]).run()?;
        } else {
            let archives = fs::read_dir(packed).map_err(|error| error.to_string())?;
            let is_archive = |path: &PathBuf| path.extension().is_some_and(|it| it == "gz" || it == "tgz");
            let archive = archives.flatten().map(|it| it.path()).find(is_archive);
            let archive = archive.ok_or_else(|| format!("{} was not handed out", self.name))?;
            let words = [
                "--extract",
                "--gzip",
                "--strip-components=1",
                "--directory",
                shown(&partly),
                "--file",
                shown(&archive),
            ];
            Call::new("tar", &words).run()?;
        }
        fs::rename(&partly, folder).map_err(|error| error.to_string())
    }
}

pub(super) fn made(folder: &Path) -> Result<(), Complaint> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

fn written(path: &Path, words: &str) -> Result<(), Complaint> {
    fs::write(path, words).map_err(|error| format!("{}: {error}", path.display()))
}

pub(super) fn shown(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}
