//! A CVE record from its bytes to an advisory.

use jiff::Timestamp;
use proofmark_facts::{Advisory, ClaimState, Place, Read, RecordClaim};
use proofmark_text::text;
use serde::Deserialize;

use super::container::{Container, Said};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::instants::instant_of;
use crate::json::{List, Words, read_value};
use crate::problems::Problems;

/// Reads one CVE record, published or rejected.
///
/// What its numbering authority and its enrichers say stays apart, each with its own days. Products are kept as the
/// record has them. A record in a state that is not known is refused: read as if it stood, it could be one that does not.
pub fn read_cve_record(bytes: &[u8], limits: &Limits) -> Read<Advisory> {
    match read_value::<Record<'_>>(bytes, limits.advisory_bytes, limits.depth, "CVE") {
        Ok(record) => record.into_advisory(Problems::new(limits.problems)),
        Err(problem) => Read::refused(*problem),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    #[serde(borrow)]
    data_version: Option<Words<'a>>,
    #[serde(borrow)]
    cve_metadata: Option<Metadata<'a>>,
    #[serde(borrow)]
    containers: Option<Containers<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
struct Metadata<'a> {
    #[serde(borrow)]
    cve_id: Option<Words<'a>>,
    #[serde(borrow)]
    state: Option<Words<'a>>,
    #[serde(borrow)]
    assigner_short_name: Option<Words<'a>>,
    #[serde(borrow)]
    date_published: Option<Words<'a>>,
    #[serde(borrow)]
    date_updated: Option<Words<'a>>,
    #[serde(borrow)]
    date_rejected: Option<Words<'a>>,
}

#[derive(Deserialize, Default)]
struct Containers<'a> {
    #[serde(borrow)]
    cna: Option<Container<'a>>,
    #[serde(default, borrow)]
    adp: List<Container<'a>>,
}

/// The days of a record.
struct Days {
    published: Option<Timestamp>,
    updated: Option<Timestamp>,
    rejected: Option<Timestamp>,
}

impl Record<'_> {
    fn into_advisory(self, mut problems: Problems) -> Read<Advisory> {
        if let Some(version) = self.data_version.as_deref().filter(|version| !version.starts_with("5.")) {
            let says = text!("claims-cve-version", version = excerpt(version));
            problems.warn(Place::at("/dataVersion"), says);
        }
        let metadata = self.cve_metadata.unwrap_or_default();
        let id = metadata.cve_id.as_deref().unwrap_or_default().trim().to_owned();
        if !is_cve(&id) {
            problems
                .error(Place::at("/cveMetadata/cveId"), text!("claims-cve-without-id", id = excerpt(&id)));
        }
        let days = Days::of(&metadata, &mut problems);
        let assigner = metadata.assigner_short_name.as_deref().unwrap_or("CVE").to_owned();
        let containers = self.containers.unwrap_or_default();
        let advisory = match metadata.state.as_deref().unwrap_or_default() {
            "PUBLISHED" => published(id, &days, &assigner, containers),
            "REJECTED" => rejected(id, &days, &assigner, containers.cna.unwrap_or_default()),
            other => {
                let says = text!("claims-cve-state", state = excerpt(other));
                problems.error(Place::at("/cveMetadata/state"), says);
                Advisory::default()
            }
        };
        Read::with(advisory, problems.told())
    }
}

impl Days {
    fn of(metadata: &Metadata<'_>, problems: &mut Problems) -> Self {
        let mut instant = |written: Option<&Words<'_>>, place: &str| {
            let read = instant_of(written?);
            if read.is_none() {
                let says = text!("formats-instant-unreadable", instant = excerpt(written?));
                problems.warn(Place::at(place), says);
            }
            read
        };
        Self {
            published: instant(metadata.date_published.as_ref(), "/cveMetadata/datePublished"),
            updated: instant(metadata.date_updated.as_ref(), "/cveMetadata/dateUpdated"),
            rejected: instant(metadata.date_rejected.as_ref(), "/cveMetadata/dateRejected"),
        }
    }
}

fn published(id: String, days: &Days, assigner: &str, containers: Containers<'_>) -> Advisory {
    let mut authority = containers.cna.unwrap_or_default().said(assigner);
    authority.claim.published_at = days.published;
    authority.claim.modified_at = authority.claim.modified_at.or(days.updated);
    let enrichers: Vec<Said> = containers.adp.0.into_iter().map(|container| container.said("ADP")).collect();
    // The authority's own word on how bad it is goes first; an enricher's counts where there is none.
    let by = std::iter::once(&authority).chain(&enrichers).find(|said| !said.claim.severities.is_empty());
    let severities = by.map(|said| said.claim.severities.clone()).unwrap_or_default();
    let mut advisory = Advisory {
        id,
        published_at: days.published,
        modified_at: days.updated.or(authority.claim.modified_at),
        summary: authority.summary,
        details: authority.details,
        severities,
        references: authority.references,
        state: authority.claim.state,
        claims: vec![authority.claim],
        products: authority.products,
        ..Advisory::default()
    };
    for said in enrichers {
        let speaks = said.claims_something();
        advisory.products.extend(said.products);
        if speaks {
            advisory.claims.push(said.claim);
        }
    }
    advisory
}

/// A rejected record claims nothing any more but that, since when and why.
fn rejected(id: String, days: &Days, assigner: &str, container: Container<'_>) -> Advisory {
    let said = container.said(assigner);
    let ended_at = days.rejected.or(days.updated).or(said.claim.modified_at);
    let claim = RecordClaim {
        source: said.claim.source,
        state: ClaimState::Rejected,
        published_at: days.published,
        modified_at: said.claim.modified_at.or(days.updated),
        ended_at,
        tags: said.claim.tags,
        ..RecordClaim::default()
    };
    Advisory {
        id,
        related: said.replaced_by,
        published_at: days.published,
        modified_at: days.updated.or(claim.modified_at),
        withdrawn_at: ended_at,
        summary: said.summary,
        details: said.details,
        references: said.references,
        state: ClaimState::Rejected,
        claims: vec![claim],
        ..Advisory::default()
    }
}

/// `CVE-`, a year, and at least four digits (the schema's `cveId`).
fn is_cve(id: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = id.strip_prefix("CVE-").and_then(|rest| rest.split_once('-'));
    parts.is_some_and(|(year, number)| {
        year.len() == 4 && digits(year) && (4..=19).contains(&number.len()) && digits(number)
    })
}
