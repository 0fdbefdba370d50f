//! `proofmark gate`: the Regulation's rule and the manufacturer's own, for a pipeline.

use std::path::{Component, Path, PathBuf};

use proofmark_actions::{
    ActionError, AssessOrder, DOSSIER, GateVerdict, POLICY, PolicyFile, evaluate_gate, junit, markdown, sarif,
};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;

use super::assess::{in_directory, named};
use crate::cli::Format;
use crate::directory::{Directory, read_file};
use crate::exit::Exit;
use crate::gate_cli::{GateArgs, Report, ReportKind};
use crate::session::{Session, WITH, misunderstood, show_problems, user};
use crate::show;
use crate::sources::open_sources;
use crate::write::{check_not_read, write_whole};

/// Evaluates the gate, writes the reports that are asked for, and answers with the verdict. Nothing is kept.
pub(crate) fn gate(args: &GateArgs, session: &Session) -> Result<Exit, ActionError> {
    if args.reports.iter().filter(|report| report.file.is_none()).count() > 1 {
        return Ok(misunderstood(&text!("gate-cli-two-reports")));
    }
    let directory = Directory::open(&args.directory)?;
    let by = user();
    let as_of = args.on.unwrap_or_else(|| session.today());
    let order = AssessOrder { by: &by, with: WITH, at: session.now, as_of };
    let policy = args.policy.as_ref().map(|path| -> Result<PolicyFile, ActionError> {
        Ok(PolicyFile { name: path.display().to_string(), bytes: read_file(path)? })
    });
    let policy = policy.transpose()?;
    if policy.is_none() {
        check_found_by_name(&args.directory)?;
    }
    check_gate_outputs(args)?;
    let home = session.home()?;
    let open = |advisories: &[String]| open_sources(home, args.db.as_deref(), &directory, advisories);
    let state = home.state_in_use()?.state;
    let verdict =
        evaluate_gate(&order, &directory, &open, &state, policy).map_err(|error| elsewhere(error, args))?;
    if !session.quiet {
        let notices = verdict.notices.iter().cloned().map(|notice| in_directory(notice, &args.directory));
        show_problems(&notices.collect::<Vec<_>>());
    }
    write_reports(args, &verdict)?;
    match args.reports.iter().find(|report| report.file.is_none()) {
        Some(report) => session.hand_out(&written(report, &verdict, &args.directory)),
        None if session.format == Format::Json => session.print_json(&verdict),
        None => session.print(&show::gate(&verdict, args.all)),
    }
    Ok(Exit::answer(verdict.passed))
}

/// A policy that is there and cannot be read is not the same as none: without it the gate might open.
pub(crate) fn check_found_by_name(directory: &Path) -> Result<(), ActionError> {
    let path = directory.join(POLICY);
    let is_there = path.symlink_metadata().is_ok();
    if is_there && !path.is_file() {
        let says = text!("gate-policy-no-file", path = path.display().to_string());
        return Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
    }
    Ok(())
}

/// No output takes the place of dossier or policy.
pub(crate) fn check_gate_outputs(args: &GateArgs) -> Result<(), ActionError> {
    let own = [args.directory.join(DOSSIER), args.directory.join(POLICY)];
    let read: Vec<&Path> = own.iter().chain(&args.policy).map(PathBuf::as_path).collect();
    let mut outputs = args.output.iter().chain(args.reports.iter().filter_map(|report| report.file.as_ref()));
    outputs.try_for_each(|output| check_not_read(output, &read))
}

/// Names files as the user named them: a policy by its own path, everything else as it lies in the directory.
pub(crate) fn elsewhere(error: ActionError, args: &GateArgs) -> ActionError {
    let of_policy = args.policy.as_ref().map(|path| path.display().to_string());
    match error {
        ActionError::Refused(problems) if problems.iter().any(|problem| problem.place.file == of_policy) => {
            ActionError::Refused(problems)
        }
        other => named(other, &args.directory),
    }
}

fn write_reports(args: &GateArgs, verdict: &GateVerdict) -> Result<(), ActionError> {
    let basis = &verdict.rests_on;
    let named = basis.sbom.iter().map(|list| &list.name).chain(basis.files.keys());
    let read: Vec<PathBuf> = named.map(|name| args.directory.join(name)).collect();
    let read: Vec<&Path> = read.iter().map(PathBuf::as_path).collect();
    for output in args.output.iter().chain(args.reports.iter().filter_map(|report| report.file.as_ref())) {
        check_not_read(output, &read)?;
    }
    if let Some(path) = &args.output {
        write_whole(path, &verdict.to_bytes())?;
    }
    for report in &args.reports {
        if let Some(path) = &report.file {
            write_whole(path, written(report, verdict, &args.directory).as_bytes())?;
        }
    }
    Ok(())
}

fn written(report: &Report, verdict: &GateVerdict, directory: &Path) -> String {
    match report.kind {
        ReportKind::Sarif => sarif(verdict, &below_root(directory)),
        ReportKind::Junit => junit(verdict),
        ReportKind::Markdown => markdown(verdict),
        ReportKind::Json => String::from_utf8_lossy(&verdict.to_bytes()).into_owned(),
    }
}

/// The directory as a path from where the program runs, which in a pipeline is the root of the repository; one that lies elsewhere
/// has none.
pub(crate) fn below_root(directory: &Path) -> String {
    let mut steps = Vec::new();
    for step in directory.components() {
        match step {
            Component::Normal(step) => steps.push(step.to_string_lossy()),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return String::new(),
        }
    }
    steps.join("/")
}
