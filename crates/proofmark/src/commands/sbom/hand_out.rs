//! How a document that was made is handed out, and what is said of it.

use std::path::Path;

use proofmark_actions::ActionError;
use proofmark_facts::NotCarried;
use proofmark_formats::{CyclonedxHeading, CyclonedxVersion};
use proofmark_text::text;
use serde::Serialize;

use crate::cli::Format;
use crate::session::{Session, uuid};
use crate::write::write_whole;

/// What a document made now says of itself.
pub(super) fn heading<'a>(file: &'a str, session: &Session) -> Result<CyclonedxHeading<'a>, ActionError> {
    Ok(CyclonedxHeading {
        version: CyclonedxVersion::default(),
        // The folders it lies in are nobody's business who gets the document.
        product: file.rsplit(['/', '\\']).next().unwrap_or(file),
        release: "",
        serial: uuid()?,
        created_at: session.now,
        tool_version: env!("CARGO_PKG_VERSION"),
    })
}

/// The document goes to the file, and what is to be said of it is printed for programs; or the document is printed.
pub(super) fn hand_out(
    document: &str,
    output: Option<&Path>,
    report: &impl Serialize,
    session: &Session,
) -> Result<(), ActionError> {
    match output {
        None => session.hand_out(document),
        Some(output) => {
            write_whole(output, document.as_bytes())?;
            if session.format == Format::Json {
                session.print_json(report);
            }
        }
    }
    Ok(())
}

/// Says what was not carried.
pub(super) fn say_lost(lost: &[NotCarried], session: &Session) {
    for one in lost {
        let of = if one.of.is_empty() { text!("bill-the-document").to_string() } else { one.of.clone() };
        session.say(&text!("bill-lost", of = of, member = one.member.as_str(), why = &one.why));
    }
}
