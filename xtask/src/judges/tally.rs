//! How often the judges agree, and why they do not.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::classes::UNEXPLAINED;
use super::judge::Judge;
use crate::run::Complaint;

/// Of one check by one judge.
#[derive(Debug, Default)]
struct Row {
    both_met: usize,
    both_lacking: usize,
    ours_alone_met: BTreeMap<&'static str, usize>,
    theirs_alone_met: BTreeMap<&'static str, usize>,
}

/// Everything counted.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    rows: BTreeMap<(Judge, &'static str), Row>,
    read: BTreeMap<Judge, usize>,
    unread: BTreeMap<(Judge, bool), usize>,
    unexplained: Vec<String>,
}

impl Tally {
    pub(crate) fn read(&mut self, judge: Judge) {
        *self.read.entry(judge).or_default() += 1;
    }

    pub(crate) fn unread(&mut self, judge: Judge, by_us: bool) {
        *self.unread.entry((judge, by_us)).or_default() += 1;
    }

    pub(crate) fn verdict(
        &mut self,
        judge: Judge,
        check: &'static str,
        ours: bool,
        why: Option<&'static str>,
        document: &Path,
    ) {
        let row = self.rows.entry((judge, check)).or_default();
        let why = match why {
            None if ours => return row.both_met += 1,
            None => return row.both_lacking += 1,
            Some(why) => why,
        };
        let side = if ours { &mut row.ours_alone_met } else { &mut row.theirs_alone_met };
        *side.entry(why).or_default() += 1;
        if why == UNEXPLAINED {
            let who = if ours { "we say met" } else { "we say lacking" };
            self.unexplained.push(format!("{}, {check}, {who}: {}", judge.name(), document.display()));
        }
    }

    /// For the documentation.
    pub(crate) fn table(&self) -> String {
        let mut table = String::new();
        for judge in Judge::ALL {
            let (read, ours, theirs) = (
                self.read.get(&judge).copied().unwrap_or_default(),
                self.unread.get(&(judge, true)).copied().unwrap_or_default(),
                self.unread.get(&(judge, false)).copied().unwrap_or_default(),
            );
            let _ = writeln!(
                table,
                "\n**{}**: {read} documents judged by both; {ours} not read by Proofmark, {theirs} by it alone.\n",
                judge.name()
            );
            table.push_str("| Check | Both met | Both lacking | We alone say met | It alone says met |\n|---|---:|---:|---|---|\n");
            for ((_, check), row) in self.rows.iter().filter(|((of, _), _)| *of == judge) {
                let side = |side: &BTreeMap<&str, usize>| {
                    side.iter().map(|(why, count)| format!("{count} {why}")).collect::<Vec<_>>().join(", ")
                };
                let (ours, theirs) = (side(&row.ours_alone_met), side(&row.theirs_alone_met));
                let _ = writeln!(
                    table,
                    "| `{check}` | {} | {} | {ours} | {theirs} |",
                    row.both_met, row.both_lacking
                );
            }
        }
        table
    }

    /// Fails where something has no explanation.
    pub(crate) fn conclude(&self) -> Result<(), Complaint> {
        if self.unexplained.is_empty() {
            return Ok(());
        }
        let all = self.unexplained.join("\n  ");
        Err(format!("{} verdicts differ and no class says why:\n  {all}", self.unexplained.len()))
    }
}
