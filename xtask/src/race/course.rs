//! The course of the race: everybody is given the same advisories, runs over the same lists in turn, and what they found is
//! held against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::differences::{Case, Differences, Side};
use super::found::{Found, hold};
use super::lists::{self, Listed};
use super::records::{Records, archives};
use super::stopwatch::{Took, time};
use super::{appthreat, ours, trivy};
use crate::needs;
use crate::run::{Complaint, cargo, root, run};

/// Where everything of the race lies.
const HOME: &str = "target/race";

/// What is installed, exactly.
const REQUIREMENTS: &str = "xtask/race/requirements.txt";

/// How many components the lists made by rule have, and how often each is looked up: processor time is counted in hundredths of a
/// second, so that short runs take many.
const LISTS: [(usize, u32); 3] = [(1_000, 25), (5_000, 5), (27_500, 1)];

/// Who takes part. The first is Proofmark.
const SCANNERS: [Scanner; 3] = [Scanner::Proofmark, Scanner::Trivy, Scanner::AppThreat];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scanner {
    Proofmark,
    Trivy,
    AppThreat,
}

impl Scanner {
    fn name(self) -> &'static str {
        match self {
            Self::Proofmark => "Proofmark",
            Self::Trivy => "Trivy 0.76.0",
            Self::AppThreat => "AppThreat vdb 7.0.3",
        }
    }

    /// What a program may end with that has done its work.
    fn fine(self) -> &'static [i32] {
        if self == Self::Proofmark { &[0, 1, 6] } else { &[0] }
    }

    fn reads(self, list: &Listed) -> bool {
        match self {
            Self::Proofmark | Self::Trivy => list.format != "bad",
            Self::AppThreat => list.format == "cdx-json",
        }
    }
}

/// What one list gave.
struct Lap {
    took: Took,
    found: Vec<Found>,
    unchecked: BTreeMap<String, String>,
}

/// Races on the test data in this folder, or in that of `PROOFMARK_TEST_DATA`. Fails where another scanner finds something
/// that Proofmark does not and no class explains.
pub(crate) fn race(data: Option<&str>) -> Result<(), Complaint> {
    let data = data.map(PathBuf::from).or_else(|| env::var_os("PROOFMARK_TEST_DATA").map(PathBuf::from));
    let data = data.ok_or(
        "name the folder with `advisories/*/all.zip` and `sboms/sboms.tar.xz`, or set PROOFMARK_TEST_DATA",
    )?;
    if !needs::has_venv() {
        return Err(
            "Python cannot make an environment of its own, so no other scanner can be installed".to_owned()
        );
    }
    let archives = archives(&data)?;
    let course = Course::prepare(&archives)?;
    let mut differences = Differences::default();
    course.generated(&mut differences)?;
    course.real(&data, &mut differences)?;
    print(&differences.table())?;
    differences.verdict()
}

struct Course {
    home: PathBuf,
    program: PathBuf,
    records: Records,
}

impl Course {
    /// Installs the scanners and gives each the advisories.
    fn prepare(archives: &[PathBuf]) -> Result<Self, Complaint> {
        cargo(&["build", "--package", "proofmark", "--release", "--locked"])?;
        install()?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
        let program = target.join("release").join(format!("proofmark{}", env::consts::EXE_SUFFIX));
        let course = Self { home: root().join(HOME), program, records: Records::read(archives)? };
        for folder in ["proofmark", "lists"] {
            let folder = course.home.join(folder);
            if folder.is_dir() {
                fs::remove_dir_all(&folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
            }
            fs::create_dir_all(&folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
        }
        ours::lay_out(&course.program, &course.home.join("proofmark"), archives)?;
        trivy::lay_out(&course.records, &course.home.join("trivy"))?;
        appthreat::lay_out(&course.home.join("bin/python"), &course.home.join("appthreat"), archives)?;
        Ok(course)
    }

    /// The race itself, on lists made by rule.
    fn generated(&self, differences: &mut Differences) -> Result<(), Complaint> {
        let packages = lists::packages(&self.records);
        print(
            "| Components | Scanner | Processor | Beside Proofmark | Wall | Peak memory | Findings |\n|---:|---|---:|---:|---:|---:|---:|\n",
        )?;
        for (count, runs) in LISTS {
            let path = self.home.join("lists").join(format!("{count}.cdx.json"));
            fs::write(&path, lists::generated(count, &packages)).map_err(|error| error.to_string())?;
            let mut laps = Vec::new();
            for scanner in SCANNERS {
                let lap = self.lap(scanner, &path, runs)?;
                let ours = laps.first().map_or(lap.took.processor, |first: &Lap| first.took.processor);
                print(&row(count, scanner, &lap, ours.as_secs_f64()))?;
                laps.push(lap);
            }
            let list = Listed { path, format: "cdx-json".to_owned() };
            self.hold_all(&list, &laps.iter().map(Some).collect::<Vec<_>>(), differences);
        }
        Ok(())
    }

    /// Every list of the archive that Proofmark and another can read, once.
    fn real(&self, data: &Path, differences: &mut Differences) -> Result<(), Complaint> {
        let (mut read, mut unread) = (BTreeMap::<&str, usize>::new(), 0);
        let all = lists::archive(data, &self.home.join("sboms"))?;
        for list in &all {
            let laps = SCANNERS
                .map(|scanner| scanner.reads(list).then(|| self.lap(scanner, &list.path, 1).ok()).flatten());
            if laps[0].is_none() {
                unread += 1;
                continue;
            }
            for (scanner, lap) in SCANNERS.iter().zip(&laps) {
                *read.entry(scanner.name()).or_default() += usize::from(lap.is_some());
            }
            self.hold_all(list, &laps.each_ref().map(Option::as_ref), differences);
        }
        print(&format!("\nOf {} real lists Proofmark does not read {unread}.\n", all.len()))?;
        for (scanner, lists) in read {
            print(&format!("{scanner} read {lists} of the others.\n"))?;
        }
        Ok(())
    }

    fn lap(&self, scanner: Scanner, list: &Path, runs: u32) -> Result<Lap, Complaint> {
        let output = self.home.join("output.json");
        let python = self.home.join("bin/python");
        let mut command = match scanner {
            Scanner::Proofmark => ours::command(&self.program, &self.home.join("proofmark"), list),
            Scanner::Trivy => trivy::command(&self.home.join("bin/trivy"), &self.home.join("trivy"), list),
            Scanner::AppThreat => appthreat::command(&python, &self.home.join("appthreat"), list),
        };
        let took = time(&mut command, runs, &output, scanner.fine())?;
        let (found, unchecked) = match scanner {
            Scanner::Proofmark => ours::findings(&output)?,
            Scanner::Trivy => (trivy::findings(&output)?, BTreeMap::new()),
            Scanner::AppThreat => (appthreat::findings(&output)?, BTreeMap::new()),
        };
        Ok(Lap { took, found, unchecked })
    }

    /// Holds every other against Proofmark, which is the first.
    fn hold_all(&self, list: &Listed, laps: &[Option<&Lap>], differences: &mut Differences) {
        let Some(Some(ours)) = laps.first() else { return };
        let nested: BTreeSet<String> =
            if list.format == "cdx-json" { lists::nested(&list.path) } else { BTreeSet::new() };
        for (scanner, lap) in SCANNERS.iter().zip(laps).skip(1) {
            let Some(theirs) = lap else { continue };
            let held = hold(&ours.found, &theirs.found);
            differences.agree(scanner.name(), held.both);
            let ours_only = held.only_ours.iter().map(|found| (Side::Proofmark, found));
            let theirs_only = held.only_theirs.iter().map(|found| (Side::Other, found));
            for (side, found) in ours_only.chain(theirs_only) {
                let because = ours.unchecked.get(&found.component).map(String::as_str);
                let is_nested = nested.contains(&found.component);
                let case = Case { scanner: scanner.name(), side, found, because, is_nested };
                differences.add(&case, &self.records, &list.path);
            }
        }
    }
}

fn row(count: usize, scanner: Scanner, lap: &Lap, ours: f64) -> String {
    let Took { processor, wall, peak } = lap.took;
    let processor = processor.as_secs_f64();
    format!(
        "| {count} | {} | {processor:.3} s | {:.1} | {:.3} s | {} MiB | {} |\n",
        scanner.name(),
        processor / ours.max(0.000_1),
        wall.as_secs_f64(),
        peak >> 20,
        lap.found.len(),
    )
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

fn print(text: &str) -> Result<(), Complaint> {
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())
}
