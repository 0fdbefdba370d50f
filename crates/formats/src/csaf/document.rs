//! A CSAF document from its bytes to advisories.

use jiff::Timestamp;
use proofmark_facts::{Advisory, ClaimState, Place, Read};
use proofmark_text::text;
use serde::Deserialize;

use super::product_tree::{ProductTree, Products};
use super::vulnerability::{Frame, Note, Reference, Vulnerability, told};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::instants::instant_of;
use crate::json::{List, Words, read_value};
use crate::problems::Problems;

/// The longest document, in bytes: a vulnerability of the kernel in all products of a distribution has some tens of megabytes.
const MOST_BYTES: usize = 128 * 1024 * 1024;

/// How deep it may be: thirty branches one in another (CSAF 2.1), of which each is an object in a list.
const MOST_DEPTH: usize = 100;

/// The longest name of a publisher that is kept, in characters.
const LONGEST_NAME: usize = 100;

/// What a document says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CsafDocument {
    /// Its identifier at its publisher (`/document/tracking/id`).
    pub id: String,
    /// Who speaks: the publisher's name and the host of its namespace, which is what tells publishers apart.
    pub source: String,
    /// When it was released as it is.
    pub released_at: Option<Timestamp>,
    /// An advisory for each of its vulnerabilities, or one that says that the document is withdrawn.
    pub advisories: Vec<Advisory>,
}

/// Reads a document of CSAF 2.0 or 2.1, of any profile.
///
/// Products the tree does not know are told of and left out. A document without identifier, publisher or version of CSAF
/// is refused. Products are kept as the document has them: which packages they are is the matcher's to say.
pub fn read_csaf(bytes: &[u8], limits: &Limits) -> Read<CsafDocument> {
    let most = limits.feed_bytes.min(MOST_BYTES);
    match read_value::<Written<'_>>(bytes, most, MOST_DEPTH, "CSAF") {
        Ok(written) => written.into_document(Problems::new(limits.problems)),
        Err(problem) => Read::refused(*problem),
    }
}

#[derive(Deserialize)]
struct Written<'a> {
    #[serde(borrow)]
    document: Option<Head<'a>>,
    #[serde(default, borrow)]
    product_tree: ProductTree<'a>,
    #[serde(default, borrow)]
    vulnerabilities: List<Vulnerability<'a>>,
}

#[derive(Deserialize, Default)]
struct Head<'a> {
    #[serde(borrow)]
    category: Option<Words<'a>>,
    #[serde(borrow)]
    csaf_version: Option<Words<'a>>,
    #[serde(borrow)]
    distribution: Option<Distribution<'a>>,
    #[serde(borrow)]
    publisher: Option<Publisher<'a>>,
    #[serde(borrow)]
    title: Option<Words<'a>>,
    #[serde(borrow)]
    tracking: Option<Tracking<'a>>,
    #[serde(default, borrow)]
    notes: List<Note<'a>>,
    #[serde(default, borrow)]
    references: List<Reference<'a>>,
}

#[derive(Deserialize)]
struct Distribution<'a> {
    #[serde(borrow)]
    tlp: Option<Tlp<'a>>,
}

/// The Traffic Light Protocol: whom the document may be passed on to.
#[derive(Deserialize)]
struct Tlp<'a> {
    #[serde(borrow)]
    label: Option<Words<'a>>,
}

impl Distribution<'_> {
    /// The mark as the protocol writes it, `TLP:AMBER`, where the document is not for everybody. Version 2.0 of CSAF knows `WHITE`,
    /// `GREEN`, `AMBER` and `RED`, version 2.1 `CLEAR` instead of the first and `AMBER+STRICT`; a label of neither restricts, too.
    fn mark(&self) -> Option<String> {
        let label = self.tlp.as_ref()?.label.as_deref()?.trim().to_ascii_uppercase();
        let label = label.strip_prefix("TLP:").unwrap_or(&label);
        (!matches!(label, "" | "WHITE" | "CLEAR")).then(|| format!("TLP:{}", excerpt(label)))
    }
}

#[derive(Deserialize, Default)]
struct Publisher<'a> {
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    namespace: Option<Words<'a>>,
}

#[derive(Deserialize, Default)]
struct Tracking<'a> {
    #[serde(borrow)]
    id: Option<Words<'a>>,
    #[serde(borrow)]
    status: Option<Words<'a>>,
    #[serde(borrow)]
    initial_release_date: Option<Words<'a>>,
    #[serde(borrow)]
    current_release_date: Option<Words<'a>>,
}

impl Written<'_> {
    fn into_document(self, mut problems: Problems) -> Read<CsafDocument> {
        let head = self.document.unwrap_or_default();
        let version = head.csaf_version.as_deref().unwrap_or_default();
        if !matches!(version, "2.0" | "2.1") {
            problems.error(
                Place::at("/document/csaf_version"),
                text!("csaf-version", version = excerpt(version)),
            );
        }
        let tracking = head.tracking.unwrap_or_default();
        let id = tracking.id.as_deref().unwrap_or_default().trim().to_owned();
        if id.is_empty() {
            problems.error(Place::at("/document/tracking/id"), text!("csaf-without-id"));
        }
        let source = source_of(&head.publisher.unwrap_or_default());
        if source.is_empty() {
            problems.error(Place::at("/document/publisher/name"), text!("csaf-without-publisher"));
        }
        let mut instant = |written: Option<&Words<'_>>, member: &str| {
            let read = instant_of(&written?.to_ascii_uppercase());
            if read.is_none() {
                let says = text!("formats-instant-unreadable", instant = excerpt(written?));
                problems.warn(Place::at(format!("/document/tracking/{member}")), says);
            }
            read
        };
        let published_at = instant(tracking.initial_release_date.as_ref(), "initial_release_date");
        let released_at = instant(tracking.current_release_date.as_ref(), "current_release_date");
        let status = tracking.status.as_deref().unwrap_or_default();
        let status_tag = (!matches!(status, "final" | "")).then(|| status.to_owned());
        // First, so that it is never among those left out.
        let mark = head.distribution.as_ref().and_then(Distribution::mark);
        let tags: Vec<String> = mark.into_iter().chain(status_tag).collect();
        let references: Vec<String> =
            head.references.0.into_iter().filter_map(|one| one.url).map(Words::into_string).collect();
        let frame = Frame {
            id: &id,
            source: &source,
            state: ClaimState::Published,
            title: head.title.as_deref(),
            published_at,
            modified_at: released_at,
            references: &references,
            tags: &tags,
        };
        let advisories = if is_taken_back(head.category.as_deref().unwrap_or_default()) {
            vec![taken_back(&frame, head.notes)]
        } else {
            let products = Products::of(self.product_tree);
            let all = self.vulnerabilities.0.into_iter().enumerate();
            all.map(|(index, one)| one.into_advisory(&frame, &products, index, &mut problems)).collect()
        };
        Read::with(CsafDocument { id, source, released_at, advisories }, problems.told())
    }
}

/// The profiles of 2.1 whose documents say only that they no longer hold (sections 4.6 and 4.7 there).
fn is_taken_back(category: &str) -> bool {
    matches!(category, "csaf_withdrawn" | "csaf_superseded")
}

fn taken_back(frame: &Frame<'_>, notes: List<Note<'_>>) -> Advisory {
    Advisory {
        id: frame.id.to_owned(),
        published_at: frame.published_at,
        modified_at: frame.modified_at,
        withdrawn_at: frame.modified_at,
        summary: frame.title.map(str::to_owned),
        details: told(notes.0),
        references: frame.references.to_vec(),
        state: ClaimState::Withdrawn,
        ..Advisory::default()
    }
}

/// `Red Hat Product Security (www.redhat.com)`.
fn source_of(publisher: &Publisher<'_>) -> String {
    let short = |words: &str| -> String {
        words
            .chars()
            .filter(|letter| !letter.is_control())
            .take(LONGEST_NAME)
            .collect::<String>()
            .trim()
            .to_owned()
    };
    let name = short(publisher.name.as_deref().unwrap_or_default());
    let namespace = publisher.namespace.as_deref().unwrap_or_default();
    let beyond = namespace.split_once("://").map_or(namespace, |(_, rest)| rest);
    let host = short(beyond.split(['/', '?', '#']).next().unwrap_or_default());
    match (name.is_empty(), host.is_empty()) {
        (true, _) => String::new(),
        (false, true) => name,
        (false, false) => format!("{name} ({host})"),
    }
}
