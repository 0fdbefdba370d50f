//! `legal-info/manifest.csv`: a row for each package, every cell in quotation marks.

use proofmark_facts::{Component, Place, Problem, Read, SbomOrigin, is_kernel_recipe, kernel_cpe};
use proofmark_text::text;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::listed::Listed;

/// How the first row begins.
const HEADING: &str = "\"PACKAGE\",\"VERSION\",\"LICENSE\"";

pub(crate) fn is_manifest_csv(written: &str) -> bool {
    written.starts_with(HEADING)
}

/// Reads the target's packages. The same file of the machine that builds lies beside it under another name, and is refused.
pub(crate) fn read_manifest_csv(name: &str, written: &str, limits: &Limits) -> Read<Listed> {
    let mut gathered = Gathered::new(limits);
    if name.rsplit('/').next().unwrap_or(name).starts_with("host-") {
        return Read::refused(Problem::error(Place::default(), text!("embedded-buildroot-host")));
    }
    for (number, line) in written.lines().enumerate().skip(1) {
        let place = || Place { line_and_column: Some((number + 1, 1)), ..Place::default() };
        let cells = cells(line);
        let [name, version, licence, ..] = cells.as_slice() else {
            if !line.trim().is_empty() {
                gathered.problems.warn(place(), text!("embedded-line-unread", line = excerpt(line)));
            }
            continue;
        };
        let stated = |cell: &str| {
            Some(cell.to_owned()).filter(|cell| !matches!(cell.as_str(), "" | "unknown" | "not saved"))
        };
        let component = Component {
            reference: name.clone(),
            name: name.clone(),
            version: stated(version),
            cpe: kernel_cpe(version).filter(|_| is_kernel_recipe(name)),
            licences: stated(licence).into_iter().collect(),
            ..Component::default()
        };
        gathered.check_name(Some(name), place);
        if let Err(says) = gathered.add(component, place) {
            return gathered.problems.told_with(Problem::error(place(), says));
        }
    }
    let origin = SbomOrigin { format: "Buildroot manifest.csv".to_owned(), ..SbomOrigin::default() };
    let Read { value, problems } = gathered.finish(origin, None);
    Read { value: value.map(Listed::plain), problems }
}

/// The cells of a row (RFC 4180); a quotation mark inside one is written twice.
fn cells(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut letters = line.trim_end().chars().peekable();
    let (mut quoted, mut any) = (false, false);
    while let Some(letter) = letters.next() {
        any = true;
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    if any {
        cells.push(cell);
    }
    cells
}
