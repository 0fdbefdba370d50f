//! The parts of forms with files, as the API describes them: a part of another name is refused.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// What may be handed in.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "the frame reads the form; this is how the form is described")]
pub(crate) struct SubmissionParts {
    /// The dossier, `proofmark.toml`, whatever its file is called.
    dossier: Option<FilePart>,
    /// The component list of the release.
    sbom: Option<FilePart>,
    /// The statements on vulnerabilities of the release.
    vex: Option<FilePart>,
    /// Any files of the product, each under the path the dossier names it by; the dossier may be among them.
    files: Option<Vec<FilePart>>,
    /// The version of the release, where the dossier does not say which is meant.
    release: Option<String>,
}

/// What a question about files hands over; nothing of it becomes a product's.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "the frame reads the form; this is how the form is described")]
pub(crate) struct HandedParts {
    /// The files, each under the path it is named by.
    files: Option<Vec<FilePart>>,
}

/// A file in a form.
pub(crate) struct FilePart;

impl JsonSchema for FilePart {
    fn schema_name() -> Cow<'static, str> {
        "FilePart".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "contentMediaType": "application/octet-stream" })
    }
}
