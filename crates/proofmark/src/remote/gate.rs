//! `proofmark gate` at a server: hands over what the gate reads here, and shows the verdict on it.

use proofmark_actions::{ActionError, HandedFor, POLICY, gate_files};
use proofmark_facts::Beside as _;
use proofmark_text::text;
use serde::Deserialize;

use super::beside::gather;
use super::form::Form;
use super::printed::Printed;
use super::server::Reach;
use crate::commands::{below_root, check_found_by_name, check_gate_outputs, elsewhere, in_directory, named};
use crate::directory::{Directory, read_file};
use crate::exit::Exit;
use crate::gate_cli::{GateArgs, Report, ReportKind};
use crate::session::{Session, misunderstood};
use crate::show::columns;
use crate::write::write_whole;

/// The verdict, and the reports on it.
#[derive(Deserialize)]
struct Answered {
    printed: Printed,
    sarif: String,
    junit: String,
    markdown: String,
}

/// Evaluates the gate with the server's vulnerability data, writes the reports that are asked for, and answers with the verdict.
pub(super) fn gate(args: &GateArgs, reach: &Reach<'_>, session: &Session) -> Result<Exit, ActionError> {
    if args.reports.iter().filter(|report| report.file.is_none()).count() > 1 {
        return Ok(misunderstood(&text!("gate-cli-two-reports")));
    }
    if args.policy.is_none() {
        check_found_by_name(&args.directory)?;
    }
    check_gate_outputs(args)?;
    let mut form = Form::begin()?;
    gather(&args.directory, HandedFor::Assessment, "", &mut form)?;
    add_policy(args, &mut form).map_err(|error| named(error, &args.directory))?;
    let form = form.seal()?;
    let mut query = vec![
        ("columns", columns().to_string()),
        ("all", args.all.to_string()),
        ("below", below_root(&args.directory)),
    ];
    query.extend(args.on.map(|on| ("on", on.to_string())));
    query.extend(args.policy.as_ref().map(|policy| ("policy", policy.display().to_string())));
    let done: Result<Answered, ActionError> = reach()?.hand_in(&["gate"], &query, &form);
    let mut done = done.map_err(|error| elsewhere(error, args))?;
    done.printed.show_notices(session, |problem| in_directory(problem, &args.directory));
    if let Some(path) = &args.output {
        write_whole(path, done.printed.document()?.as_bytes())?;
    }
    for report in &args.reports {
        if let Some(path) = &report.file {
            write_whole(path, done.written(report)?.as_bytes())?;
        }
    }
    match args.reports.iter().find(|report| report.file.is_none()) {
        None => done.printed.print(session, None),
        Some(report) => {
            session.hand_out(&done.written(report)?);
            done.printed.exit()
        }
    }
}

/// The policy, and every file it names that is not in the form yet.
fn add_policy(args: &GateArgs, form: &mut Form) -> Result<(), ActionError> {
    let directory = Directory::open(&args.directory)?;
    let bytes = match &args.policy {
        Some(path) => Some(read_file(path)?),
        None => directory.read(POLICY)?,
    };
    let Some(bytes) = bytes else { return Ok(()) };
    form.add(POLICY, &bytes)?;
    for name in gate_files(&directory, &bytes)? {
        if let Some(bytes) = directory.read(&name)?.filter(|_| name != POLICY) {
            form.add(&name, &bytes)?;
        }
    }
    Ok(())
}

impl Answered {
    fn written(&self, report: &Report) -> Result<String, ActionError> {
        Ok(match report.kind {
            ReportKind::Sarif => self.sarif.clone(),
            ReportKind::Junit => self.junit.clone(),
            ReportKind::Markdown => self.markdown.clone(),
            ReportKind::Json => self.printed.document()?,
        })
    }
}
