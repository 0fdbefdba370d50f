//! Fuzzes the HTTP API from its `OpenAPI` document with a public tool, schemathesis (`fuzz/api/`).

use std::fs;

use crate::journeys::binary;
use crate::needs;
use crate::run::{Call, Complaint, cargo, root, run};

/// How long the tool may look for faults in a test run.
pub(crate) const SECONDS: &str = "120";

/// What is installed, exactly.
const REQUIREMENTS: &str = "fuzz/api/requirements.txt";

/// Where the tool is installed: out of the way of whatever else is there.
const HOME: &str = "target/schemathesis";

/// Builds the program, installs the tool where it is not yet, and lets it ask for so many seconds.
pub(crate) fn fuzz_api(seconds: &str) -> Result<(), Complaint> {
    if !needs::has_venv() {
        return needs::go_without("fuzzing of the API", "Python cannot make an environment of its own");
    }
    cargo(&["build", "--package", "proofmark", "--locked"])?;
    install()?;
    let python = root().join(HOME).join("bin/python");
    let program = binary();
    let words = ["fuzz/api/fuzz.py", &program.to_string_lossy(), seconds];
    Call::new(&python.to_string_lossy(), &words).run()
}

/// Installs what is listed, unless exactly that was installed before.
fn install() -> Result<(), Complaint> {
    let home = root().join(HOME);
    let wanted = fs::read_to_string(root().join(REQUIREMENTS));
    let wanted = wanted.map_err(|error| format!("`{REQUIREMENTS}` cannot be read: {error}"))?;
    let installed = home.join("installed.txt");
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    run("python3", &["-m", "venv", "--clear", HOME])?;
    let pip = home.join("bin/pip");
    let words = ["install", "--quiet", "--disable-pip-version-check", "--requirement", REQUIREMENTS];
    run(&pip.to_string_lossy(), &words)?;
    fs::write(&installed, wanted).map_err(|error| format!("`{}`: {error}", installed.display()))
}
