//! Times the main job as a user runs it: the release binary, as a whole process, on real advisories.
//!
//! `PROOFMARK_TEST_DATA=DIR cargo bench -p proofmark`, where `DIR/advisories/*/all.zip` are OSV bulk exports. Prints a
//! table with ratios against baselines measured in the same run; `docs/performance.md` holds what was last seen.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should stop")]
#![expect(clippy::print_stdout, reason = "the table is what this program is for")]

mod measured;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use measured::{archives, best_of, command, each_record, mebibytes, mib, ms, once, packages, ratio};
use serde_json::Value;

/// How many components the assessed release has.
const COMPONENTS: usize = 10_000;
/// Counted runs of each command; one run before them is not counted.
const RUNS: usize = 7;

fn main() {
    let Some(archives) = archives() else {
        println!("skipped: PROOFMARK_TEST_DATA names no directory with advisories/*/all.zip");
        return;
    };
    let work = tempfile::tempdir().unwrap();
    let (home, product) = (work.path().join("home"), work.path().join("product"));
    fs::create_dir_all(&product).unwrap();

    let (records, parsing) = parse_everything(&archives);
    let mut import = command(&home);
    import.args(["feeds", "import"]).args(&archives);
    let built = best_of(&mut import, 3);
    let index = fs::metadata(home.join("vulnerabilities.index")).unwrap().len();
    println!("| What | Wall | Peak memory | Beside |");
    println!("|---|---:|---:|---|");
    println!("| read and parse {records} records as plain JSON (baseline) | {} | | |", ms(parsing));
    println!(
        "| `feeds import`, {records} records | {} | {} | {:.1} x the baseline; {:.0} records/s; index {:.1} MiB |",
        ms(built.wall),
        mib(built.peak),
        ratio(built.wall, parsing),
        f64::from(u32::try_from(records).unwrap()) / built.wall.as_secs_f64(),
        mebibytes(index)
    );

    let sbom = sbom_of(&archives);
    fs::write(product.join("sbom.cdx.json"), &sbom).unwrap();
    fs::write(product.join("proofmark.toml"), DOSSIER).unwrap();
    let started = Instant::now();
    let value: Value = serde_json::from_str(&sbom).unwrap();
    let baseline = started.elapsed();
    drop(value);
    println!("| parse the SBOM of {COMPONENTS} components as plain JSON (baseline) | {} | | |", ms(baseline));
    let mut assess = command(&home);
    assess.args(["assess", "--quiet", "--format", "json"]).arg(&product);
    let cold = drop_caches().then(|| once(&mut assess));
    match cold {
        Some(cold) => println!(
            "| `assess`, {COMPONENTS} components, cold | {} | {} | page cache dropped |",
            ms(cold.wall),
            mib(cold.peak)
        ),
        None => println!("| `assess`, cold | not measured | | the page cache may not be dropped here |"),
    }
    let warm = best_of(&mut assess, RUNS);
    println!(
        "| `assess`, {COMPONENTS} components, warm (median of {RUNS}) | {} | {} | {:.1} x the baseline; {} findings |",
        ms(warm.wall),
        mib(warm.peak),
        ratio(warm.wall, baseline),
        findings(&mut assess)
    );
}

const DOSSIER: &str = r#"proofmark = 1
[operator]
name = "Bench"
[operator.activity]
develops_or_has_developed = true
markets_under_own_name = true
[product]
name = "Bench"
kind = "software"
[release]
version = "1"
"#;

/// What any tool must do at least: unpack and parse every record.
fn parse_everything(archives: &[PathBuf]) -> (usize, Duration) {
    let started = Instant::now();
    let mut records = 0;
    for archive in archives {
        each_record(archive, &mut |_| records += 1);
    }
    (records, started.elapsed())
}

/// Half the components have advisories, at versions their ranges name; of the other half nothing is published.
fn sbom_of(archives: &[PathBuf]) -> String {
    let mut purls: Vec<String> =
        packages(archives).into_iter().map(|(package, version)| format!("{package}@{version}")).collect();
    purls.sort();
    let step = (purls.len() / (COMPONENTS / 2)).max(1);
    let known = purls.iter().step_by(step).take(COMPONENTS / 2).cloned();
    let unknown = (0..).map(|number| format!("pkg:cargo/nobody-published-{number}@1.{number}.0"));
    let mut sbom = String::from(r#"{"bomFormat":"CycloneDX","specVersion":"1.6","components":["#);
    for (number, purl) in known.chain(unknown).take(COMPONENTS).enumerate() {
        let comma = if number == 0 { "" } else { "," };
        let kind = r#""type":"library""#;
        write!(sbom, r#"{comma}{{{kind},"bom-ref":"{number}","name":"c{number}","purl":"{purl}"}}"#).unwrap();
    }
    sbom.push_str("]}");
    sbom
}

/// Makes the next run read everything from the disk; only root may.
fn drop_caches() -> bool {
    Command::new("sync").status().is_ok() && fs::write("/proc/sys/vm/drop_caches", "3").is_ok()
}

fn findings(assess: &mut Command) -> usize {
    let output = assess.stdout(Stdio::piped()).output().unwrap();
    let assessment: Value = serde_json::from_slice(&output.stdout).unwrap();
    assessment["findings"].as_array().map_or(0, Vec::len)
}
