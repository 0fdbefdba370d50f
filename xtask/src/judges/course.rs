//! The course: everybody judges every document of the archive, and where they differ, a class has to say why.

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use super::classes::{Seen, class};
use super::judge::{Bench, Judge};
use super::tally::Tally;
use crate::needs;
use crate::race::lists;
use crate::run::{Complaint, cargo, root, run};

/// Where the judges and the documents lie.
const HOME: &str = "target/judges";

/// Compares on the archive in this folder, or in that of `PROOFMARK_TEST_DATA`. Fails where a judge differs and no class says why.
pub(crate) fn compare(data: Option<&str>) -> Result<(), Complaint> {
    let data = data.map(PathBuf::from).or_else(|| env::var_os("PROOFMARK_TEST_DATA").map(PathBuf::from));
    let data = data.ok_or("name the folder with `sboms/sboms.tar.xz`, or set PROOFMARK_TEST_DATA")?;
    let bench = prepare()?;
    let documents = lists::archive(&data, &root().join(HOME).join("sboms"))?;
    let mut tally = Tally::default();
    for document in &documents {
        let Ok(bytes) = fs::read(&document.path) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        let ours = bench.ours(&document.path);
        for judge in Judge::ALL.into_iter().filter(|judge| judge.reads(&document.format)) {
            let theirs = bench.other(judge, &document.path, &document.format);
            let (Some(ours), Some(theirs)) = (&ours, theirs) else {
                tally.unread(judge, ours.is_none());
                continue;
            };
            tally.read(judge);
            let seen = Seen { text: &text, format: &document.format, ours };
            for (check, theirs) in theirs {
                let Some(ours) = ours.met.get(check) else { continue };
                let why = (*ours != theirs).then(|| class(judge, check, *ours, &seen));
                tally.verdict(judge, check, *ours, why, &document.path);
            }
        }
    }
    std::io::stdout().write_all(tally.table().as_bytes()).map_err(|error| error.to_string())?;
    tally.conclude()
}

/// Builds Proofmark and installs the others.
fn prepare() -> Result<Bench, Complaint> {
    if !needs::has_venv() {
        return Err(
            "Python cannot make an environment of its own, so no other judge can be installed".to_owned()
        );
    }
    cargo(&["build", "--package", "proofmark", "--release", "--locked"])?;
    let home = root().join(HOME);
    let python = home.join("bin/python");
    if !python.is_file() {
        run("python3", &["-m", "venv", &home.to_string_lossy()])?;
    }
    run(
        &python.to_string_lossy(),
        &[
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-r",
            "xtask/judges/requirements.txt",
        ],
    )?;
    let sbom_tools = home.join("bin/sbom-tools");
    if !sbom_tools.is_file() {
        let words = ["install", "sbom-tools", "--version", "0.3.0", "--locked", "--root"];
        cargo(&[&words[..], &[&home.to_string_lossy()]].concat())?;
    }
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let proofmark = target.join("release").join(format!("proofmark{}", env::consts::EXE_SUFFIX));
    Ok(Bench { proofmark, sbom_tools, sbomcheck: home.join("bin/sbomcheck") })
}
