//! `proofmark sbom generate`: a component list from what lies in a tree of files.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use jiff::SignedDuration;
use proofmark_actions::{ActionError, Artefact, GenerateAs, GenerationReport, TreeSources, generate_sbom};
use proofmark_facts::{Place, Problem, Sha256};
use proofmark_formats::{CyclonedxHeading, CyclonedxVersion};
use proofmark_inspect::{WalkLimits, look_for, walk};
use proofmark_text::text;

use crate::cli::Format;
use crate::directory::unreadable;
use crate::exit::Exit;
use crate::sbom_generate_args::SbomGenerateArgs;
use crate::session::{Session, now, show_problems, uuid};
use crate::write::{check_replaceable, write_whole};

/// Generates the list, and answers whether everything that tells of components could be read.
pub(crate) fn generate(args: &SbomGenerateArgs, session: &Session) -> Result<Exit, ActionError> {
    // Said before a long walk, not after it.
    if let Some(output) = &args.output {
        check_replaceable(output)?;
    }
    let artefacts: Vec<Artefact> =
        args.artefact.iter().map(|path| artefact(path)).collect::<Result<_, _>>()?;
    let root = fs::canonicalize(&args.path).map_err(|error| unreadable(&args.path, &error))?;
    if !root.is_dir() {
        let says = text!("proofmark-not-a-directory", path = args.path.display().to_string());
        return Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
    }
    let mut sources = TreeSources::excluding(&args.exclude);
    let ends_at = session.now.saturating_add(SignedDuration::from_secs(args.time_limit_seconds.into()));
    let ends_at = ends_at.unwrap_or(session.now);
    walk(&root, &mut sources, &WalkLimits::default(), &|| now() > ends_at)
        .map_err(|error| unreadable(&args.path, &error))?;
    // What is included may include more; each file is asked for once.
    loop {
        let wanted = sources.still_wanted();
        if wanted.is_empty() || now() > ends_at {
            break;
        }
        look_for(&root, &wanted, &mut sources, &WalkLimits::default());
    }
    let tree = root.file_name().map_or_else(|| "tree".to_owned(), |name| name.to_string_lossy().into_owned());
    let generate_as =
        GenerateAs { name: args.name.as_deref(), version: args.version.as_deref(), tree: &tree };
    let generated = generate_sbom(sources, &artefacts, &generate_as)?;
    let heading = CyclonedxHeading {
        version: CyclonedxVersion::default(),
        product: args.name.as_deref().unwrap_or(&tree),
        release: args.version.as_deref().unwrap_or_default(),
        serial: uuid()?,
        created_at: session.now,
        tool_version: env!("CARGO_PKG_VERSION"),
    };
    let document = generated.as_cyclonedx(&heading);
    let report = &generated.report;
    match &args.output {
        None => session.hand_out(&document),
        Some(output) => {
            write_whole(output, document.as_bytes())?;
            if session.format == Format::Json {
                session.print_json(report);
            }
        }
    }
    tell(report, session);
    Ok(if report.not_read.is_empty() { Exit::Yes } else { Exit::Undecided })
}

/// What was read, what was noticed in it, and what could not be read.
fn tell(report: &GenerationReport, session: &Session) {
    if session.quiet {
        return;
    }
    for source in &report.read {
        session.say(&text!(
            "generate-read",
            path = &source.path,
            format = &source.format,
            components = source.components
        ));
    }
    session.say(&text!(
        "generate-told",
        subject = &report.subject,
        components = report.components,
        top = report.top_level
    ));
    show_problems(&report.notices);
    let missed = report.not_read.iter().map(|gap| {
        let place = Place { file: Some(gap.path.clone()), ..Place::default() };
        Problem::error(place, gap.because.clone())
    });
    show_problems(&missed.collect::<Vec<_>>());
}

/// A file by its digest, however long it is.
fn artefact(path: &Path) -> Result<Artefact, ActionError> {
    let failed = |error: io::Error| ActionError::from(unreadable(path, &error));
    // Asked before opening: to open a pipe is to wait for its writer.
    if !fs::metadata(path).map_err(failed)?.is_file() {
        let says = text!("proofmark-not-a-file", path = path.display().to_string());
        return Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
    }
    let mut file = File::open(path).map_err(failed)?;
    let sha256 = Sha256::of_stream(&mut file).map_err(failed)?;
    let name = path
        .file_name()
        .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    Ok(Artefact { name, sha256 })
}
