//! `proofmark doctor`: looks at everything an installation needs, and says how to mend what is not well.

use std::io::Write;
use std::path::Path;

use jiff::SignedDuration;
use proofmark_actions::{ActionError, glance_at_ledger, operator_ids, schema_faults, verify_ledger};
use proofmark_facts::{JobState, Jobs, Keeping, Lane, MovingOut};
use proofmark_store::Store;
use proofmark_text::{Text, text};
use proofmark_trust::SignerKey;

use crate::cli::Format;
use crate::doctor_report::{DoctorCheck, DoctorReport, Health};
use crate::exit::Exit;
use crate::home::Home;
use crate::session::{Session, WITH};
use crate::show::{self, Page};

/// How much must fit on the disk for work to go on, in bytes.
const ROOM: usize = 16 * 1024 * 1024;

/// How long a job somebody waits for may wait, and how long one of the night, in hours.
const SOON_HOURS: i64 = 1;
const BULK_HOURS: i64 = 48;

/// How many jobs of an operator, and documents at a time, are looked at.
const MOST_JOBS: usize = 1000;

/// Looks at everything; `no` where something is ill, and as for any command where what is kept is damaged.
pub(crate) fn doctor(full: bool, session: &Session) -> Result<Exit, ActionError> {
    let report = DoctorReport::of(checks(full, session)?);
    match session.format {
        Format::Json => session.print_json(&report),
        Format::Text => {
            let mut page = Page::new();
            show::doctor(&mut page, &report);
            session.print(&page.to_string());
        }
    }
    Ok(Exit::answer(report.healthy))
}

fn checks(full: bool, session: &Session) -> Result<Vec<DoctorCheck>, ActionError> {
    let home = session.home()?;
    let path = home.path().display().to_string();
    let mut checks = Vec::new();
    if !home.has_store() {
        checks.push(attention("home", text!("record-doctor-home-new", path = path)));
        return Ok(checks);
    }
    checks.push(well("home", text!("record-doctor-home", path = path, with = WITH)));
    checks.push(permissions(home));
    checks.push(disk(home.path()));
    let signer = match home.existing_signer() {
        Ok(signer) => {
            checks.push(match &signer {
                Some(signer) => {
                    well("key", text!("record-doctor-key", key = signer.verifier_key().to_string()))
                }
                None => attention("key", text!("record-doctor-no-key")),
            });
            signer
        }
        Err(error) => {
            checks.push(ill("key", says(error)));
            None
        }
    };
    match home.store() {
        Ok(store) => {
            checks.push(well("database", text!("record-doctor-database")));
            checks.extend(schema(&store));
            checks.extend(ledger(&store, signer.as_ref(), full, session));
            checks.extend(jobs(&store, session));
        }
        Err(error) => checks.push(ill("database", says(error))),
    }
    Ok(checks)
}

/// Whether the database still has every table, index and trigger the program made, each of them that is not by name.
fn schema(store: &Store) -> Vec<DoctorCheck> {
    match schema_faults(store) {
        Ok(faults) if faults.is_empty() => vec![well("schema", text!("ends-doctor-schema"))],
        Ok(faults) => faults.into_iter().map(|fault| ill("schema", fault)).collect(),
        Err(ActionError::Hindered(says)) => {
            vec![attention("schema", text!("ends-schema-unseen", error = says))]
        }
        Err(error) => vec![ill("schema", says(error))],
    }
}

fn ledger(store: &Store, signer: Option<&SignerKey>, full: bool, session: &Session) -> Vec<DoctorCheck> {
    let mut checks = Vec::new();
    match glance_at_ledger(store, signer) {
        Ok(glance) => {
            let behind = glance.last_at.filter(|last| *last > session.now);
            checks.push(match behind {
                Some(last) => ill("clock", text!("record-doctor-clock-behind", at = last.to_string())),
                None => well("clock", text!("record-doctor-clock")),
            });
            let unsealed = glance.lines - glance.sealed.unwrap_or(0).min(glance.lines);
            checks.push(if unsealed == 0 {
                well("ledger", text!("record-doctor-ledger", lines = glance.lines))
            } else {
                let says = text!("record-doctor-unsealed", count = unsealed);
                attention("ledger", says)
            });
            if glance.forgotten {
                checks.push(attention("ledger", text!("ends-last-seal-gone")));
            }
            checks.push(well("documents", text!("record-doctor-documents", count = glance.documents)));
        }
        Err(error) => checks.push(ill("ledger", says(error))),
    }
    if full {
        checks.push(match every_document(store) {
            Ok(count) => well("documents", text!("record-doctor-every-document", count = count)),
            Err(error) => ill("documents", says(error)),
        });
        let proved = verify_ledger(store, signer.map(SignerKey::verifier_key), session.now);
        let cautions = proved.iter().flat_map(|report| report.cautions.clone());
        // What a glance has seen already is not said twice.
        let new = cautions.filter(|caution| !checks.iter().any(|check| check.says == *caution));
        let cautions: Vec<DoctorCheck> =
            new.map(|caution| attention(caution_about(&caution), caution)).collect();
        checks.extend(cautions);
        checks.push(match proved {
            Ok(report) if report.sound => {
                let (records, rows) = (report.records, report.component_rows + report.finding_rows);
                well("proof", text!("record-doctor-proved", records = records, rows = rows))
            }
            Ok(report) => {
                let first = report.faults.first().cloned().unwrap_or_else(|| text!("record-doctor-unproved"));
                ill("proof", first)
            }
            Err(error) => ill("proof", says(error)),
        });
    }
    checks
}

/// What a caution is about.
fn caution_about(caution: &Text) -> &'static str {
    match caution.id() {
        "ends-last-seal-gone" => "ledger",
        "ends-schema-unseen" => "schema",
        _ => "clock",
    }
}

/// Reads every document there is: evidence is named by assessments, not by lines, and must be whole all the same.
fn every_document(store: &Store) -> Result<u64, ActionError> {
    let (mut count, mut after) = (0, None);
    loop {
        let batch = store.all_documents(after.as_ref(), MOST_JOBS)?;
        let Some(last) = batch.last() else { return Ok(count) };
        after = Some(last.sha256);
        for entry in &batch {
            store.document(&entry.sha256)?;
            count += 1;
        }
    }
}

/// Failed jobs, and jobs that wait longer than anybody meant them to: then no worker runs.
fn jobs(store: &Store, session: &Session) -> Vec<DoctorCheck> {
    let look = || -> Result<(u64, u64), ActionError> {
        let (mut failed, mut stale) = (0, 0);
        let mut operators = operator_ids(store)?;
        operators.push(String::new());
        for operator in operators {
            failed += store.jobs(&operator, Some(JobState::Failed), MOST_JOBS)?.len() as u64;
            for job in store.jobs(&operator, Some(JobState::Waiting), MOST_JOBS)? {
                let hours = if job.lane == Lane::Bulk { BULK_HOURS } else { SOON_HOURS };
                let patience = SignedDuration::from_hours(hours);
                stale += u64::from(session.now.duration_since(job.due_at) > patience);
            }
        }
        Ok((failed, stale))
    };
    match look() {
        Ok((0, 0)) => vec![well("jobs", text!("record-doctor-jobs"))],
        Ok((failed, stale)) => {
            let mut checks = Vec::new();
            if failed > 0 {
                checks.push(attention("jobs", text!("record-doctor-jobs-failed", count = failed)));
            }
            if stale > 0 {
                checks.push(attention("jobs", text!("record-doctor-jobs-stale", count = stale)));
            }
            checks
        }
        Err(error) => vec![ill("jobs", says(error))],
    }
}

/// Whether anybody but the owner can look into the home, or read the key.
#[cfg(unix)]
fn permissions(home: &Home) -> DoctorCheck {
    let Some(path) = home.open_to_others() else {
        return well("permissions", text!("record-doctor-permissions"));
    };
    let says = text!("record-doctor-open", path = path.display().to_string());
    // What lies in a folder that nobody else can enter is safe all the same.
    if path.is_dir() { attention("permissions", says) } else { ill("permissions", says) }
}

#[cfg(not(unix))]
fn permissions(_: &Home) -> DoctorCheck {
    well("permissions", text!("record-doctor-permissions-unknown"))
}

/// Asked by doing it: what the system says is free may be another's quota.
fn disk(path: &Path) -> DoctorCheck {
    let room = ROOM / (1024 * 1024);
    let write = || -> std::io::Result<()> {
        let mut file = tempfile::tempfile_in(path)?;
        file.write_all(&vec![0; ROOM])?;
        file.sync_all()
    };
    match write() {
        Ok(()) => well("disk", text!("record-doctor-disk", room = room)),
        Err(error) => ill("disk", text!("record-doctor-disk-full", room = room, error = error.to_string())),
    }
}

fn says(error: ActionError) -> Text {
    match error {
        ActionError::Hindered(says)
        | ActionError::Damaged(says)
        | ActionError::Forbidden(says)
        | ActionError::NotFound(says)
        | ActionError::Moved(says) => says,
        ActionError::Refused(problems) => {
            problems.into_iter().next().map_or_else(|| text!("record-doctor-unproved"), |one| one.says)
        }
    }
}

fn well(about: &'static str, says: Text) -> DoctorCheck {
    check(about, Health::Well, says)
}

fn attention(about: &'static str, says: Text) -> DoctorCheck {
    check(about, Health::Attention, says)
}

fn ill(about: &'static str, says: Text) -> DoctorCheck {
    check(about, Health::Ill, says)
}

fn check(about: &'static str, health: Health, says: Text) -> DoctorCheck {
    DoctorCheck { about, name: name_of(about), health, says }
}

/// What was looked at, in words.
fn name_of(about: &'static str) -> Text {
    match about {
        "home" => text!("ends-doctor-about-home"),
        "permissions" => text!("ends-doctor-about-permissions"),
        "disk" => text!("ends-doctor-about-disk"),
        "key" => text!("ends-doctor-about-key"),
        "database" => text!("ends-doctor-about-database"),
        "schema" => text!("ends-doctor-about-schema"),
        "clock" => text!("ends-doctor-about-clock"),
        "ledger" => text!("ends-doctor-about-ledger"),
        "documents" => text!("ends-doctor-about-documents"),
        "proof" => text!("ends-doctor-about-proof"),
        _ => text!("ends-doctor-about-jobs"),
    }
}
