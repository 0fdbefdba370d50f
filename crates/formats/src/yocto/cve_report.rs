//! What the classes `cve-check` and `vex` write: JSON of one recipe or of all of them, and the text of the releases before it.

use proofmark_facts::{BuilderSays, BuilderStatement, Place, Problem, Read, StatementOrigin};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::cve_name::cve_names;
use crate::excerpt::excerpt;
use crate::input::text_of;
use crate::json::{List, MaybeWords, read_value};
use crate::problems::Problems;

/// The most statements of one report: an image of a thousand recipes has some ten thousand.
const MOST_STATEMENTS: usize = 1_000_000;

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(default, borrow)]
    package: List<Recipe<'a>>,
}

#[derive(Deserialize)]
struct Recipe<'a> {
    #[serde(default, borrow)]
    name: MaybeWords<'a>,
    #[serde(default, borrow)]
    version: MaybeWords<'a>,
    #[serde(default, borrow)]
    issue: List<Issue<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Issue<'a> {
    #[serde(default, borrow)]
    id: MaybeWords<'a>,
    #[serde(default, borrow)]
    status: MaybeWords<'a>,
    #[serde(default, borrow)]
    detail: MaybeWords<'a>,
    #[serde(default, borrow)]
    description: MaybeWords<'a>,
    #[serde(default, borrow)]
    patch_file: MaybeWords<'a>,
}

/// Whether a text is a report of the releases that wrote no JSON.
pub(crate) fn is_cve_text(written: &str) -> bool {
    written.lines().take(20).any(|line| line.starts_with("CVE STATUS: "))
}

/// Reads a report in either of its forms. What the class only worked out from version numbers is taken as it is told: the word for
/// it is kept as the reason.
pub(crate) fn read_cve_report(bytes: &[u8], limits: &Limits) -> Read<Vec<BuilderStatement>> {
    let mut reading = Reading { all: Vec::new(), problems: Problems::new(limits.problems) };
    let is_json = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    let read = if is_json { reading.json(bytes, limits) } else { reading.text(bytes, limits) };
    match read {
        Ok(()) => Read::with(reading.all, reading.problems.told()),
        Err(problem) => Read::refused(*problem),
    }
}

struct Reading {
    all: Vec<BuilderStatement>,
    problems: Problems,
}

impl Reading {
    fn json(&mut self, bytes: &[u8], limits: &Limits) -> Result<(), Box<Problem>> {
        let report: Report<'_> = read_value(bytes, limits.bytes, limits.depth, "cve-check")?;
        for (place, recipe) in report.package.0.iter().enumerate() {
            for (number, issue) in recipe.issue.0.iter().enumerate() {
                let place = || Place::at(format!("/package/{place}/issue/{number}"));
                let written = |words: &MaybeWords<'_>| words.0.as_deref().unwrap_or_default().to_owned();
                self.say(
                    place,
                    &written(&issue.id),
                    &written(&issue.status),
                    &written(&issue.detail),
                    |statement| {
                        let stated =
                            |words: &MaybeWords<'_>| Some(written(words)).filter(|words| !words.is_empty());
                        statement.package = stated(&recipe.name);
                        statement.version = stated(&recipe.version);
                        statement.because = stated(&issue.description);
                        statement.patch = stated(&issue.patch_file).map(|path| file_of(&path).to_owned());
                    },
                );
            }
        }
        Ok(())
    }

    /// Paragraphs of `KEY: value`, from Yocto 2.3 on; those of before 4.0 have nothing else.
    fn text(&mut self, bytes: &[u8], limits: &Limits) -> Result<(), Box<Problem>> {
        let written = text_of(bytes, limits.bytes)?;
        let (mut package, mut version, mut cve) = ("", "", "");
        for (number, line) in written.lines().enumerate() {
            let Some((key, value)) = line.split_once(": ") else { continue };
            let value = value.trim();
            match key {
                "PACKAGE NAME" => package = value,
                "PACKAGE VERSION" => version = value,
                "CVE" => cve = value,
                "CVE STATUS" => {
                    let place = || Place { line_and_column: Some((number + 1, 1)), ..Place::default() };
                    self.say(place, cve, value, "", |statement| {
                        let stated = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
                        statement.package = stated(package);
                        statement.version = stated(version);
                    });
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn say(
        &mut self,
        place: impl Fn() -> Place,
        id: &str,
        status: &str,
        detail: &str,
        complete: impl FnOnce(&mut BuilderStatement),
    ) {
        let Some(vulnerability) = cve_names(id).into_iter().next() else {
            return self.problems.warn(place(), text!("embedded-report-no-cve", id = excerpt(id)));
        };
        let says = match status {
            "Patched" => BuilderSays::Fixed,
            "Unpatched" => BuilderSays::Affected,
            // The words that say that it does not apply; others only say that nobody is to be told.
            "Ignored" | "Whitelisted" => match detail {
                "not-applicable-config" | "not-applicable-platform" | "cpe-incorrect" => {
                    BuilderSays::NotAffected
                }
                _ => BuilderSays::Ignored,
            },
            "Unknown" => return,
            _ => {
                return self
                    .problems
                    .warn(place(), text!("embedded-report-status", status = excerpt(status)));
            }
        };
        if self.all.len() == MOST_STATEMENTS {
            return self.problems.error(
                Place::default(),
                text!("embedded-too-many-statements", most = MOST_STATEMENTS as u64),
            );
        }
        let mut statement = BuilderStatement::new(vulnerability, says, StatementOrigin::YoctoCveReport);
        statement.reason = Some(detail.to_owned()).filter(|detail| !detail.is_empty());
        complete(&mut statement);
        self.all.push(statement);
    }
}

/// The file's name alone: the folders are those of the machine that built.
fn file_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
