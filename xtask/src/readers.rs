//! Shows what we write to libraries and validators of others: bills of materials and statements of vulnerabilities that the tests of
//! `proofmark-formats` generate (`docs/sboms.md`, `docs/vex.md`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::needs;
use crate::run::{Call, Complaint, cargo, root, run};

/// Where the others and the documents lie.
const HOME: &str = "target/readers";

/// The validators of CSAF, exactly.
const CSAF_OF_NPM: &str = "@secvisogram/csaf-validator-lib@2.0.10";
const CSAF_OF_CRATES: &str = "0.5.2";

/// A document that breaks a mandatory test: the product it speaks of is defined nowhere.
const CONTROL: &str = "xtask/readers/control.csaf.json";

/// Generates the documents and lets everybody read them. Fails where one does not.
pub(crate) fn readers() -> Result<(), Complaint> {
    if !needs::has_venv() {
        return Err("Python cannot make an environment of its own, so no reader can be installed".to_owned());
    }
    let home = root().join(HOME);
    let bills = fresh(&home.join("bills"))?;
    let vex = fresh(&home.join("vex"))?;
    Call::new(
        "cargo",
        &["test", "--quiet", "--package", "proofmark-formats", "--test", "spdx_generated", "--test", "vex"],
    )
    .with("PROOFMARK_WRITTEN_SBOMS", bills.as_os_str())
    .with("PROOFMARK_WRITTEN_VEX", vex.as_os_str())
    .run()?;
    let python = python(&home)?;
    let mut bad = Vec::new();
    let (bills, vex) = (bills.to_string_lossy(), vex.to_string_lossy());
    bad.extend(run(&python, &["-B", "xtask/readers/bills.py", &bills]).err());
    bad.extend(run(&python, &["-B", "xtask/readers/vex.py", &vex]).err());
    bad.extend(csaf_of_npm(&home, &vex).err());
    bad.extend(csaf_of_crates(&home, &home.join("vex")).err());
    if bad.is_empty() { Ok(()) } else { Err(bad.join("\n")) }
}

fn fresh(folder: &Path) -> Result<PathBuf, Complaint> {
    if folder.is_dir() {
        fs::remove_dir_all(folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
    Ok(folder.to_owned())
}

fn python(home: &Path) -> Result<String, Complaint> {
    let python = home.join("bin/python");
    if !python.is_file() {
        run("python3", &["-m", "venv", &home.to_string_lossy()])?;
    }
    let python = python.to_string_lossy().into_owned();
    let words = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
    run(&python, &[&words[..], &["xtask/readers/requirements.txt"]].concat())?;
    Ok(python)
}

fn csaf_of_npm(home: &Path, folder: &str) -> Result<(), Complaint> {
    let home = home.join("node");
    fs::create_dir_all(&home).map_err(|error| format!("`{}`: {error}", home.display()))?;
    let prefix = home.to_string_lossy();
    run("npm", &["install", "--silent", "--ignore-scripts", "--prefix", &prefix, CSAF_OF_NPM])?;
    let script = root().join("xtask/readers/csaf.mjs");
    let control = root().join(CONTROL);
    let words = [&script.to_string_lossy(), folder, &control.to_string_lossy()];
    Call::new("node", &words).inside(&format!("{HOME}/node")).run()
}

/// It ends with 0 also where a test it was asked for does not exist, so that what it prints is read.
fn csaf_of_crates(home: &Path, folder: &Path) -> Result<(), Complaint> {
    let program = home.join("bin/csaf-validator");
    if !program.is_file() {
        let words = ["install", "csaf-validator", "--version", CSAF_OF_CRATES, "--locked", "--root"];
        cargo(&[&words[..], &[&home.to_string_lossy()]].concat())?;
    }
    if passes(&program, &root().join(CONTROL))? {
        return Err("csaf-validator takes the control, which is invalid".to_owned());
    }
    let entries = fs::read_dir(folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let documents: Vec<PathBuf> =
        paths.filter(|path| path.to_string_lossy().ends_with(".csaf.json")).collect();
    let mut bad = Vec::new();
    for document in &documents {
        if !passes(&program, document)? {
            bad.push(document.display().to_string());
        }
    }
    eprintln!(
        "csaf-validator {CSAF_OF_CRATES}: {} documents judged, {} with a fault",
        documents.len(),
        bad.len()
    );
    if bad.is_empty() && !documents.is_empty() {
        Ok(())
    } else {
        Err(format!("csaf-validator: {}", bad.join(", ")))
    }
}

fn passes(program: &Path, document: &Path) -> Result<bool, Complaint> {
    let asked = Command::new(program).args(["-C", "2.0", "-T", "basic"]).arg(document).output();
    let answer = asked.map_err(|error| format!("`{}`: {error}", program.display()))?;
    let said = [answer.stdout, answer.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    Ok(answer.status.success() && said.contains("assed") && !said.contains("not found"))
}
