//! The orders held against the programs that define them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "a skipped test says so")]

use std::cmp::Ordering;
use std::io::Write;
use std::process::{Command, Stdio};

use proofmark_vulndb::Order;

/// Versions made of small parts, the same every time.
fn made_up(parts: &[&str], count: usize, mut seed: u64) -> Vec<String> {
    let mut next = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap()
    };
    let mut version = || (0..=next() % 6).map(|_| parts[next() % parts.len()]).collect::<String>();
    (0..count).map(|_| version()).collect()
}

/// Runs a program on lines and gives the lines it answers; `None` if it is not there.
fn answers(program: &str, arguments: &[&str], input: &str) -> Option<Vec<String>> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let mut stdin = child.stdin.take()?;
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().ok()?;
    let _ = writer.join();
    output
        .status
        .success()
        .then(|| String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect())
}

/// Holds an order against the answers of the program that defines it: `<`, `=`, `>`, or `?` for no version.
fn against(name: &str, order: Order, pairs: &[(String, String)], answers: Option<Vec<String>>) {
    let Some(answers) = answers else {
        println!("skipped: {name} is not here");
        return;
    };
    assert_eq!(answers.len(), pairs.len());
    let mut said = 0;
    for ((left, right), answer) in pairs.iter().zip(answers) {
        let found = match order.compare(left, right) {
            Some(Ordering::Less) => "<",
            Some(Ordering::Equal) => "=",
            Some(Ordering::Greater) => ">",
            None => "?",
        };
        assert_eq!(found, answer, "{name}: {left:?} {right:?}");
        said += usize::from(found != "?");
    }
    println!("{name}: {said} of {} pairs compared", pairs.len());
    assert!(said > 500);
}

fn pairs(parts: &[&str], count: usize) -> Vec<(String, String)> {
    made_up(parts, count, 1).into_iter().zip(made_up(parts, count, 2)).collect()
}

fn lines(pairs: &[(String, String)]) -> String {
    let lines: Vec<String> = pairs.iter().map(|(left, right)| format!("{left}\t{right}\n")).collect();
    lines.concat()
}

#[test]
fn python_packaging_agrees() {
    let parts = [
        "1", "0", "10", ".", "1.", ".2", "a", "rc1", "b2", ".post1", "-1", ".dev", "dev3", "+l", "+1.a",
        "1!", "_", "-", "v", "alpha", "preview", "r4",
    ];
    let program = r#"
import sys
try:
    from packaging.version import Version, InvalidVersion
except ImportError:
    from pip._vendor.packaging.version import Version, InvalidVersion
for line in sys.stdin:
    left, right = line.rstrip("\n").split("\t")
    try:
        left, right = Version(left), Version(right)
        print("<" if left < right else ">" if left > right else "=")
    except InvalidVersion:
        print("?")
"#;
    let mut pairs = pairs(&parts, 60_000);
    pairs.extend(pairs.clone().into_iter().map(|(left, right)| (format!("1{left}"), format!("1{right}"))));
    let python = std::env::var("PROOFMARK_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let answers = answers(&python, &["-c", program], &lines(&pairs));
    against("packaging", Order::Pep440, &pairs, answers);
}

#[test]
fn node_semver_agrees() {
    let parts = [
        "1", "0", "10", ".", "1.2.", "0.0.", "-", "a", "-a", "-1", "-rc.1", "beta", "+b", "v", "=", " ",
        "01", ".x", "1.2.3", "1.2.3-",
    ];
    let program = r#"
const path = ["semver", "/usr/lib/node_modules/npm/node_modules/semver", "/usr/local/lib/node_modules/npm/node_modules/semver"]
  .find(path => { try { require(path); return true } catch { return false } });
if (!path) process.exit(1);
const SemVer = require(path).SemVer;
for (const line of require("fs").readFileSync(0, "utf8").split("\n").slice(0, -1)) {
  const [left, right] = line.split("\t");
  // Its expression reads `1.2.34.5` as 1.2.3 with the pre-release 4.5; we call that no version.
  if ([left, right].some(text => /^[v=\s]*\d+\.\d+\.\d+\./.test(text))) { console.log("?"); continue }
  try {
    const order = new SemVer(left, { loose: true }).compare(new SemVer(right, { loose: true }));
    console.log(order < 0 ? "<" : order > 0 ? ">" : "=");
  } catch { console.log("?") }
}
"#;
    let mut pairs = pairs(&parts, 60_000);
    pairs.extend(
        pairs.clone().into_iter().map(|(left, right)| (format!("1.2.3{left}"), format!("1.2.3{right}"))),
    );
    let answers = answers("node", &["-e", program], &lines(&pairs));
    against("node-semver", Order::Npm, &pairs, answers);
}

#[test]
fn dpkg_agrees() {
    let parts = [
        "1", "0", "10", ".", "~", "+", "-", "a", "b", "rc", "~~", "deb12u1", ":", "1:", "-1", "-0", "00",
        "ubuntu",
    ];
    let program = r#"
while IFS="	" read -r left right; do
  if ! dpkg --validate-version "$left" || ! dpkg --validate-version "$right"; then echo "?"
  elif dpkg --compare-versions "$left" lt "$right"; then echo "<"
  elif dpkg --compare-versions "$left" gt "$right"; then echo ">"
  else echo "="; fi
done
"#;
    let pairs: Vec<(String, String)> = pairs(&parts, 1_500)
        .into_iter()
        .map(|(left, right)| (format!("1{left}"), format!("1{right}")))
        .collect();
    let is_there = answers("dpkg", &["--validate-version", "1"], "").is_some();
    let answers = if is_there { answers("sh", &["-c", program], &lines(&pairs)) } else { None };
    against("dpkg", Order::Dpkg, &pairs, answers);
}

#[test]
fn perl_agrees() {
    let parts = ["1", "0", "10", ".", "1.", ".2", "_1", "v", "5", ".00", "003", "999"];
    let program = r#"
use version;
while (<STDIN>) {
    chomp;
    my ($left, $right) = map { eval { version->parse($_) } } split /\t/;
    if (!defined $right) { print "?\n"; next }
    print $left < $right ? "<" : $left > $right ? ">" : "=", "\n";
}
"#;
    // Perl reads nearly anything as some version, so only what we read is asked.
    let readable = |text: &String| Order::Perl.read(text).is_some();
    let mut pairs = pairs(&parts, 40_000);
    pairs.retain(|(left, right)| readable(left) && readable(right));
    let answers = answers("perl", &["-e", program], &lines(&pairs));
    against("perl", Order::Perl, &pairs, answers);
}
