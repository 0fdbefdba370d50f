//! Reads a body: of the kind its route takes, within its limit, and not for ever.

use std::future::poll_fn;
use std::io::Write as _;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use proofmark_actions::{LONGEST_PATH_BYTES, MOST_FILES};
use proofmark_facts::Sha256;
use proofmark_text::{Text, text};
use sha2::Digest as _;
use tempfile::NamedTempFile;
use tokio::time::timeout;

use super::head::Head;
use crate::refusal::Refusal;
use crate::route::Takes;
use crate::taken::{Fields, Taken, TakenFile};

/// Between two pieces of a body no more than this may pass.
const PIECE: Duration = Duration::from_secs(15);

/// A small body must be there by then, a file by four times as much.
const WHOLE: Duration = Duration::from_mins(1);

/// Fields and files of a form, at most: as many as a product may have, and a few fields.
const MOST_PARTS: usize = MOST_FILES + 16;

/// A field that is no file, in bytes, at most.
const LONGEST_FIELD: usize = 64 * 1024;

/// Reads a body that came whole, of this media type, as a route that takes such reads it from the wire.
pub async fn read_body(takes: Takes, media: &str, body: Vec<u8>) -> Result<Taken, Refusal> {
    let length = Some(body.len() as u64);
    let head = Head { content_type: Some(media.to_owned()), length, ..Head::default() };
    let request = Request::builder().header(CONTENT_TYPE, media).body(Body::from(body));
    let request = request.map_err(|_| Refusal::new(415, text!("web-wrong-media", wanted = media)))?;
    take(takes, &head, request).await
}

/// Reads the body as the route takes it.
pub(crate) async fn take(takes: Takes, head: &Head, request: Request) -> Result<Taken, Refusal> {
    if takes == Takes::Nothing {
        let reading = nothing(head, request.into_body());
        return timeout(WHOLE, reading).await.unwrap_or_else(|_| Err(too_slow()));
    }
    if head.length.is_some_and(|length| length > takes.limit()) {
        return Err(too_large(takes));
    }
    let (patience, media) = match takes {
        Takes::Nothing => (WHOLE, ""),
        Takes::Form(_) => (WHOLE, "application/x-www-form-urlencoded"),
        Takes::Json(_) => (WHOLE, "application/json"),
        Takes::Files(_) => (4 * WHOLE, "multipart/form-data"),
        Takes::File(_) => (4 * WHOLE, ""),
    };
    if !media.is_empty() && media_type(head) != media {
        return Err(Refusal::new(415, text!("web-wrong-media", wanted = media)));
    }
    let reading = async {
        match takes {
            Takes::Nothing => Ok(Taken::Nothing),
            Takes::Form(_) => Ok(Taken::Form(fields(&whole(takes, request.into_body()).await?)?)),
            Takes::Json(_) => Ok(Taken::Json(whole(takes, request.into_body()).await?)),
            Takes::File(_) => Ok(Taken::File(file(takes, request.into_body()).await?)),
            Takes::Files(_) => files(takes, request).await,
        }
    };
    timeout(patience, reading).await.unwrap_or_else(|_| Err(too_slow()))
}

/// A body where none is taken is refused rather than passed over: whoever sent it meant something by it.
async fn nothing(head: &Head, mut body: Body) -> Result<Taken, Refusal> {
    let refused = || Refusal::new(400, text!("ends-body-unwanted"));
    if head.length.is_some_and(|length| length > 0) {
        return Err(refused());
    }
    while let Some(data) = piece(&mut body).await? {
        if !data.is_empty() {
            return Err(refused());
        }
    }
    Ok(Taken::Nothing)
}

/// The media type without its parameters.
fn media_type(head: &Head) -> String {
    let written = head.content_type.as_deref().unwrap_or_default();
    written.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// A form's fields.
pub(crate) fn fields(bytes: &[u8]) -> Result<Fields, Refusal> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii());
    let uri = text.and_then(|text| format!("/?{text}").parse().ok());
    let read = uri.and_then(|uri| axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri).ok());
    read.map(|read| Fields(read.0)).ok_or_else(|| Refusal::new(400, text!("web-bad-form")))
}

async fn piece(body: &mut Body) -> Result<Option<Bytes>, Refusal> {
    loop {
        let next = timeout(PIECE, poll_fn(|context| Pin::new(&mut *body).poll_frame(context)));
        match next.await.map_err(|_| too_slow())? {
            None => return Ok(None),
            Some(Err(_)) => return Err(Refusal::new(400, text!("web-body-cut-off"))),
            Some(Ok(frame)) => {
                // Trailers are of no use here.
                if let Ok(data) = frame.into_data() {
                    return Ok(Some(data));
                }
            }
        }
    }
}

async fn whole(takes: Takes, mut body: Body) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    while let Some(data) = piece(&mut body).await? {
        if (bytes.len() + data.len()) as u64 > takes.limit() {
            return Err(too_large(takes));
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes)
}

/// A file on its way to the disk.
struct Writing {
    file: NamedTempFile,
    digest: sha2::Sha256,
    length: u64,
}

impl Writing {
    fn begin() -> Result<Self, Refusal> {
        let file = NamedTempFile::new().map_err(|error| no_room(&error))?;
        Ok(Self { file, digest: sha2::Sha256::new(), length: 0 })
    }

    fn write(&mut self, data: &[u8]) -> Result<(), Refusal> {
        self.file.write_all(data).map_err(|error| no_room(&error))?;
        self.digest.update(data);
        self.length += data.len() as u64;
        Ok(())
    }

    fn finish(self, field: String, name: String) -> TakenFile {
        let sha256 = Sha256(self.digest.finalize().into());
        TakenFile { field, name, length: self.length, sha256, at: self.file.into_temp_path() }
    }
}

async fn file(takes: Takes, mut body: Body) -> Result<TakenFile, Refusal> {
    let mut writing = Writing::begin()?;
    while let Some(data) = piece(&mut body).await? {
        if writing.length + data.len() as u64 > takes.limit() {
            return Err(too_large(takes));
        }
        writing.write(&data)?;
    }
    Ok(writing.finish(String::new(), String::new()))
}

async fn files(takes: Takes, request: Request) -> Result<Taken, Refusal> {
    let mut form =
        Multipart::from_request(request, &()).await.map_err(|_| Refusal::new(400, text!("web-bad-form")))?;
    let (mut fields, mut files) = (Fields::default(), Vec::new());
    let mut left = takes.limit();
    loop {
        let next = timeout(PIECE, form.next_field()).await.map_err(|_| too_slow())?;
        let Some(mut part) = next.map_err(|_| Refusal::new(400, text!("web-bad-form")))? else { break };
        if fields.0.len() + files.len() >= MOST_PARTS {
            return Err(Refusal::new(413, text!("web-too-many-parts", most = MOST_PARTS)));
        }
        let Some(field) = part.name().map(str::to_owned) else {
            return Err(Refusal::new(400, text!("web-bad-form")));
        };
        match part.file_name().map(str::to_owned) {
            None => fields.0.push((field, short_field(&mut part, &mut left, takes).await?)),
            Some(name) => {
                let mut writing = Writing::begin()?;
                while let Some(data) = part_piece(&mut part, &mut left, takes).await? {
                    writing.write(&data)?;
                }
                // A browser sends an empty part for a file nobody chose.
                if !(name.is_empty() && writing.length == 0) {
                    files.push(writing.finish(field, file_name(&name)?));
                }
            }
        }
    }
    Ok(Taken::Files { fields, files })
}

async fn part_piece(part: &mut Field<'_>, left: &mut u64, takes: Takes) -> Result<Option<Bytes>, Refusal> {
    let next = timeout(PIECE, part.chunk()).await.map_err(|_| too_slow())?;
    let data = next.map_err(|_| Refusal::new(400, text!("web-bad-form")))?;
    let length = data.as_ref().map_or(0, |data| data.len() as u64);
    *left = left.checked_sub(length).ok_or_else(|| too_large(takes))?;
    Ok(data)
}

async fn short_field(part: &mut Field<'_>, left: &mut u64, takes: Takes) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    while let Some(data) = part_piece(part, left, takes).await? {
        bytes.extend_from_slice(&data);
        if bytes.len() > LONGEST_FIELD {
            return Err(Refusal::new(413, text!("web-too-large", most = LONGEST_FIELD)));
        }
    }
    String::from_utf8(bytes).map_err(|_| Refusal::new(400, text!("web-bad-form")))
}

/// A file's name as it was sent, if it names a file and no way to a place.
///
/// Folders are allowed, as a dossier names its evidence by them; leading out, or to the root, is not.
pub(crate) fn file_name(sent: &str) -> Result<String, Refusal> {
    let refused = || Refusal::new(400, text!("web-bad-file-name"));
    let tidy = sent.len() <= LONGEST_PATH_BYTES
        && !sent.contains(['\\', ':', '\0'])
        && !sent.chars().any(char::is_control)
        && sent.split('/').all(|segment| !matches!(segment, "" | "." | ".."));
    if tidy { Ok(sent.to_owned()) } else { Err(refused()) }
}

fn too_large(takes: Takes) -> Refusal {
    Refusal::new(413, text!("web-too-large", most = takes.limit()))
}

fn too_slow() -> Refusal {
    Refusal::new(408, text!("web-too-slow"))
}

fn no_room(error: &std::io::Error) -> Refusal {
    let says: Text = text!("web-no-room", error = error.kind().to_string());
    Refusal::new(507, says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere() {
        for name in
            ["../x", "a/../b", "/etc/passwd", "a//b", "C:\\x", "a\\..\\b", "x\0", "a\nb", "", ".", "a/"]
        {
            assert!(file_name(name).is_err(), "{name:?}");
        }
        for name in ["proofmark.toml", "evidence/rationale.pdf", "Größe.json", "..x"] {
            assert_eq!(file_name(name).unwrap(), name);
        }
    }

    #[test]
    fn a_form_is_read_with_all_its_values() {
        let read = fields(b"a=1&a=%C3%A9+x&b=").unwrap();
        assert_eq!(read.all("a").collect::<Vec<_>>(), ["1", "é x"]);
        assert_eq!(read.get("b"), Some(""));
        assert!(fields(b"a=\xff").is_err());
    }
}
