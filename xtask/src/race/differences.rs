//! Where scanners differ, and why: each difference is put into a class by a rule, and what no rule explains is told whole.
//! `docs/differences.md` says of each class who is right.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::found::Found;
use super::lists::KINDS;
use super::records::{End, Records, ends_twice, entries, is_outside, stretches, words};
use crate::run::Complaint;

/// Who found what the other did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// Only Proofmark.
    Proofmark,
    /// Only the other.
    Other,
}

/// One difference.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'a> {
    /// The other scanner.
    pub(crate) scanner: &'static str,
    /// Who found it.
    pub(crate) side: Side,
    /// What was found.
    pub(crate) found: &'a Found,
    /// Why Proofmark says that it cannot say everything of this component, where it does.
    pub(crate) because: Option<&'a str>,
    /// Whether the list has the component only below another one.
    pub(crate) is_nested: bool,
}

/// All differences, by scanner, side and class.
#[derive(Debug, Default)]
pub(crate) struct Differences {
    both: BTreeMap<&'static str, usize>,
    classes: BTreeMap<(&'static str, Side, &'static str), Class>,
    unexplained: Vec<String>,
    missed: usize,
}

#[derive(Debug, Default)]
struct Class {
    count: usize,
    example: String,
}

impl Differences {
    /// Counts what both found.
    pub(crate) fn agree(&mut self, scanner: &'static str, both: usize) {
        *self.both.entry(scanner).or_default() += both;
    }

    /// Puts a difference into its class.
    pub(crate) fn add(&mut self, case: &Case<'_>, records: &Records, list: &Path) {
        let name = case.found.names.first().map_or("", String::as_str);
        let told = format!("{} {name}", case.found.component);
        let Some(class) = class(case, records) else {
            self.missed += usize::from(case.side == Side::Other);
            let file = list.file_name().unwrap_or_default().to_string_lossy();
            self.unexplained.push(format!("{} {:?} {told} ({file})", case.scanner, case.side));
            return;
        };
        let class = self.classes.entry((case.scanner, case.side, class)).or_default();
        class.count += 1;
        if class.example.is_empty() {
            class.example = told;
        }
    }

    /// The table, and what is unexplained.
    pub(crate) fn table(&self) -> String {
        let mut table =
            String::from("\n| Scanner | Found by | Class | Findings | Example |\n|---|---|---|---:|---|\n");
        for (scanner, both) in &self.both {
            let _ = writeln!(table, "| {scanner} | both | | {both} | |");
        }
        for ((scanner, side, name), Class { count, example }) in &self.classes {
            let side = if *side == Side::Proofmark { "Proofmark" } else { "the other" };
            let _ = writeln!(table, "| {scanner} | {side} | {name} | {count} | `{example}` |");
        }
        let _ = writeln!(table, "\nUnexplained: {}", self.unexplained.len());
        for line in &self.unexplained {
            let _ = writeln!(table, "  {line}");
        }
        table
    }

    /// A complaint where another found something and no class says why Proofmark did not.
    pub(crate) fn verdict(&self) -> Result<(), Complaint> {
        match self.missed {
            0 => Ok(()),
            missed => Err(format!("{missed} findings of other scanners are unexplained")),
        }
    }
}

/// What a component is, read from its package URL as [`super::found::place`] has it.
struct Subject<'a> {
    kind: &'a str,
    name: String,
    version: &'a str,
}

impl<'a> Subject<'a> {
    fn of(component: &'a str) -> Option<Self> {
        let (kind, rest) = component.strip_prefix("pkg:")?.split_once('/')?;
        let (rest, below) = rest.split_once('#').unwrap_or((rest, ""));
        let (name, version) = rest.rsplit_once('@').unwrap_or((rest, ""));
        let name = if below.is_empty() { name.to_owned() } else { format!("{name}/{below}") };
        Some(Self { kind, name, version })
    }

    /// What records of these names say of this package.
    fn affected<'r>(&self, names: &'r [String], records: &'r Records) -> Vec<&'r Value> {
        let records = names.iter().flat_map(|name| records.named(name));
        let all = records.flat_map(|record| entries(record, "affected"));
        all.filter(|affected| self.is_named(affected)).collect()
    }

    /// Records of Go leave out the letter.
    fn as_records_write_it(&self) -> &'a str {
        if self.kind == "golang" { self.version.trim_start_matches('v') } else { self.version }
    }

    fn is_of_its_ecosystem(&self, affected: &Value) -> bool {
        KINDS
            .iter()
            .any(|(ecosystem, kind)| *kind == self.kind && affected["package"]["ecosystem"] == **ecosystem)
    }

    fn is_named(&self, affected: &Value) -> bool {
        let name = affected["package"]["name"].as_str().unwrap_or_default();
        spelt(name) == spelt(&self.name)
    }
}

/// One spelling for names that some ecosystem holds to be the same.
fn spelt(name: &str) -> String {
    name.to_lowercase().replace(['_', '.'], "-")
}

/// The class of a difference; `None` where no rule explains it.
fn class(case: &Case<'_>, records: &Records) -> Option<&'static str> {
    let subject = Subject::of(&case.found.component)?;
    let affected = subject.affected(&case.found.names, records);
    match case.side {
        Side::Proofmark => missed_by_other(case, &subject, &affected),
        Side::Other => missed_by_us(case, &subject, &affected),
    }
}

fn missed_by_other(case: &Case<'_>, subject: &Subject<'_>, affected: &[&Value]) -> Option<&'static str> {
    let is_open = affected.iter().any(|affected| {
        stretches(affected).iter().any(|stretch| stretch.from == "0" && stretch.to == End::Open)
    });
    let is_named_otherwise = !affected.iter().any(|affected| {
        affected["package"]["name"].as_str().is_some_and(|name| name.to_lowercase() == subject.name)
    });
    let lists = |affected: &&Value| words(affected, "versions").next().is_some();
    let is_listed = affected
        .iter()
        .flat_map(|affected| words(affected, "versions"))
        .any(|listed| listed == subject.as_records_write_it());
    if case.is_nested {
        Some("component inside another")
    } else if subject.kind == "golang" && subject.version.starts_with("v0.0.0-") && is_open {
        Some("open range, Go pseudo-version")
    } else if case.scanner.starts_with("AppThreat") && case.found.component.contains('#') {
        Some("module's path in the subpath")
    } else if is_named_otherwise {
        Some("name spelt otherwise")
    } else if case.scanner.starts_with("AppThreat") && affected.iter().any(lists) && !is_listed {
        Some("in a range, not among the versions listed")
    } else if !subject.version.starts_with(|first: char| first.is_ascii_digit() || first == 'v') {
        Some("version in words")
    } else if subject.version.contains('+') {
        Some("local version")
    } else {
        named_by_the_record(subject, affected)
    }
}

/// The class of a finding whose record says itself, of a package of this very ecosystem, that the version is affected: whatever
/// the other made of it, the finding is true.
fn named_by_the_record(subject: &Subject<'_>, affected: &[&Value]) -> Option<&'static str> {
    let own: Vec<&Value> =
        affected.iter().copied().filter(|affected| subject.is_of_its_ecosystem(affected)).collect();
    let version = subject.as_records_write_it();
    if own.iter().flat_map(|affected| words(affected, "versions")).any(|listed| listed == version) {
        Some("listed by the record")
    } else if own.iter().any(|affected| is_outside(affected, version) == Some(false)) {
        Some("in a range of the record")
    } else {
        None
    }
}

fn missed_by_us(case: &Case<'_>, subject: &Subject<'_>, affected: &[&Value]) -> Option<&'static str> {
    let version = subject.as_records_write_it();
    if affected.is_empty() {
        Some("record of another package")
    } else if affected.iter().all(|affected| is_no_vulnerability(affected)) {
        Some("told as a notice")
    } else if affected.iter().any(|affected| ends_twice(affected)) {
        Some("end behind an end")
    } else if affected.iter().all(|affected| is_outside(affected, version) == Some(true)) {
        Some("outside the record's ranges")
    } else {
        case.because.map(|_| "cannot be said")
    }
}

/// Whether the record says itself that it tells of no vulnerability of the package.
fn is_no_vulnerability(affected: &Value) -> bool {
    matches!(affected["database_specific"]["informational"].as_str(), Some("unmaintained" | "notice"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn records() -> Records {
        let record = |id: &str, ecosystem: &str, name: &str, events: Value| {
            json!({"id": id, "affected": [{
                "package": {"ecosystem": ecosystem, "name": name},
                "ranges": [{"type": "ECOSYSTEM", "events": events}],
                "versions": ["1.0"],
            }]})
        };
        Records::of(vec![
            record("GO-1", "Go", "example.com/a", json!([{"introduced": "0"}])),
            json!({"id": "GO-2", "affected": [{
                "package": {"ecosystem": "Go", "name": "example.com/b"},
                "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "2.0.0"}]}],
            }]}),
            record("PYSEC-1", "PyPI", "acme", json!([{"introduced": "0"}, {"fixed": "2.0"}])),
            record(
                "PYSEC-2",
                "PyPI",
                "acme",
                json!([{"introduced": "0"}, {"last_affected": "1.5"}, {"last_affected": "2.0"}]),
            ),
            json!({"id": "RUSTSEC-1", "affected": [
                {"package": {"ecosystem": "crates.io", "name": "old"}, "database_specific": {"informational": "unmaintained"}},
                {"package": {"ecosystem": "crates.io", "name": "wild"}, "database_specific": {"informational": "unsound"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}),
        ])
    }

    fn told(side: Side, component: &str, name: &str, because: Option<&str>) -> Option<&'static str> {
        let found = Found { component: component.to_owned(), names: vec![name.to_owned()] };
        class(&Case { scanner: "AppThreat", side, found: &found, because, is_nested: false }, &records())
    }

    #[test]
    fn each_difference_is_put_into_the_class_its_record_shows() {
        let pseudo = "pkg:golang/example.com/a@v0.0.0-20240209181221-674f549daf0e";
        assert_eq!(told(Side::Proofmark, pseudo, "GO-1", None), Some("open range, Go pseudo-version"));
        let ours = |component, name| told(Side::Proofmark, component, name, None);
        assert_eq!(ours("pkg:pypi/acme@1.0", "PYSEC-1"), Some("listed by the record"));
        assert_eq!(ours("pkg:golang/example.com/a@v1.0", "GO-1"), Some("listed by the record"));
        assert_eq!(ours("pkg:golang/example.com/b@v1.7", "GO-2"), Some("in a range of the record"));
        assert_eq!(ours("pkg:golang/example.com@v1.7#b", "GO-2"), Some("module's path in the subpath"));
        // What no record of its ecosystem names has no excuse: neither behind the range, nor elsewhere.
        assert_eq!(ours("pkg:golang/example.com/b@v2.0", "GO-2"), None);
        assert_eq!(ours("pkg:cargo/example.com/b@1.7", "GO-2"), None);
        let between = told(Side::Proofmark, "pkg:pypi/acme@1.7", "PYSEC-1", None);
        assert_eq!(between, Some("in a range, not among the versions listed"));

        let theirs = |component, name, because| told(Side::Other, component, name, because);
        assert_eq!(theirs("pkg:pypi/acme@2.0", "PYSEC-1", None), Some("outside the record's ranges"));
        assert_eq!(theirs("pkg:pypi/acme@2.0", "PYSEC-2", None), Some("end behind an end"));
        assert_eq!(theirs("pkg:pypi/other@1.0", "PYSEC-1", None), Some("record of another package"));
        assert_eq!(theirs("pkg:pypi/acme@trunk", "PYSEC-1", Some("unreadable")), Some("cannot be said"));
        assert_eq!(theirs("pkg:cargo/old@1.0", "RUSTSEC-1", None), Some("told as a notice"));
        // Code that is unsound is a defect, and a version in the range has no excuse.
        assert_eq!(theirs("pkg:cargo/wild@1.0", "RUSTSEC-1", None), None);
        assert_eq!(theirs("pkg:pypi/acme@1.7", "PYSEC-1", None), None);
    }

    #[test]
    fn what_only_another_finds_and_nothing_explains_is_a_complaint_and_told_whole() {
        let found = Found { component: "pkg:pypi/acme@1.7".to_owned(), names: vec!["PYSEC-1".to_owned()] };
        let mut differences = Differences::default();
        let mut add = |side| {
            let case = Case { scanner: "Trivy", side, found: &found, because: None, is_nested: false };
            differences.add(&case, &records(), Path::new("list.json"));
            differences.verdict()
        };
        assert_eq!(add(Side::Proofmark), Ok(()));
        assert_eq!(add(Side::Other), Err("1 findings of other scanners are unexplained".to_owned()));
        assert!(differences.table().contains("pkg:pypi/acme@1.7 PYSEC-1 (list.json)"));
    }
}
