//! Records of the European vulnerability database, as ENISA's interface gives them: one, a list, or a page of a search.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_facts::{
    Advisory, AffectedProduct, ClaimState, ExploitedStatement, Place, Problem, Read, RecordClaim,
    SeverityVector, VersionClaim, VersionStatus,
};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::instants::{day_of, in_american_words, instant_of};
use crate::json::{List, Words, read_value};
use crate::problems::Problems;

/// The name the database is called by in claims.
const SOURCE: &str = "EUVD";

/// Reads records of the EUVD.
///
/// The interface writes lists as lines of one text, and days in American words without a zone, which are taken as UTC.
/// Versions are words (`1.0.0-6.6.1`, `<2.4`): they are kept as they are, and nothing is matched by them. A record of a
/// list without an identifier of the EUVD is told of and left out.
pub fn read_euvd(bytes: &[u8], limits: &Limits) -> Read<Vec<Advisory>> {
    let mut problems = Problems::new(limits.problems);
    let (records, below) = match written(bytes, limits) {
        Ok(found) => found,
        Err(problem) => return Read::refused(*problem),
    };
    let alone = below.is_none();
    let below = below.unwrap_or_default();
    let mut advisories = Vec::with_capacity(records.len());
    for (index, record) in records.into_iter().enumerate() {
        let place = if alone { String::new() } else { format!("{below}/{index}") };
        advisories.extend(record.into_advisory(&place, &mut problems));
    }
    if alone && advisories.is_empty() {
        problems.error(Place::default(), text!("claims-euvd-other"));
    }
    Read::with(advisories, problems.told())
}

/// The records of a document, and where they stand in it; `None` for a document that is a record.
fn written<'a>(
    bytes: &'a [u8],
    limits: &Limits,
) -> Result<(Vec<Record<'a>>, Option<&'static str>), Box<Problem>> {
    let (most, deep) = (limits.advisory_bytes, limits.depth);
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if start.trim_ascii_start().starts_with(b"[") {
        return Ok((read_value::<List<Record<'_>>>(bytes, most, deep, SOURCE)?.0, Some("")));
    }
    let mut record = read_value::<Record<'_>>(bytes, most, deep, SOURCE)?;
    Ok(match record.items.take() {
        Some(items) => (items.0, Some("/items")),
        None => (vec![record], None),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    /// The records of a page of a search; a record itself has none.
    #[serde(borrow)]
    items: Option<List<Record<'a>>>,
    #[serde(borrow)]
    id: Option<Words<'a>>,
    #[serde(borrow)]
    aliases: Option<Words<'a>>,
    #[serde(borrow)]
    references: Option<Words<'a>>,
    #[serde(borrow)]
    description: Option<Words<'a>>,
    #[serde(borrow)]
    date_published: Option<Words<'a>>,
    #[serde(borrow)]
    date_updated: Option<Words<'a>>,
    #[serde(borrow)]
    exploited_since: Option<Words<'a>>,
    #[serde(borrow)]
    base_score_version: Option<Words<'a>>,
    #[serde(borrow)]
    base_score_vector: Option<Words<'a>>,
    #[serde(default, borrow)]
    enisa_id_product: List<ProductEntry<'a>>,
}

#[derive(Deserialize)]
struct ProductEntry<'a> {
    #[serde(borrow)]
    product: Option<Product<'a>>,
    #[serde(borrow)]
    product_version: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Product<'a> {
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    vendor: Option<Vendor<'a>>,
}

#[derive(Deserialize)]
struct Vendor<'a> {
    #[serde(borrow)]
    name: Option<Words<'a>>,
}

impl Record<'_> {
    fn into_advisory(self, place: &str, problems: &mut Problems) -> Option<Advisory> {
        let id = self.id.map(Words::into_string).unwrap_or_default().trim().to_owned();
        if !id.starts_with("EUVD-") {
            problems
                .warn(Place::at(format!("{place}/id")), text!("claims-euvd-without-id", id = excerpt(&id)));
            return None;
        }
        let mut instant = |written: Option<&Words<'_>>, member: &str| {
            let read = instant_in_utc(written?);
            if read.is_none() {
                let says = text!("claims-day-unreadable", day = excerpt(written?));
                problems.warn(Place::at(format!("{place}/{member}")), says);
            }
            read
        };
        let published_at = instant(self.date_published.as_ref(), "datePublished");
        let modified_at = instant(self.date_updated.as_ref(), "dateUpdated");
        // That there is a day is the statement; one that cannot be read does not take it back.
        let exploited = self.exploited_since.as_deref().filter(|since| !since.trim().is_empty());
        let exploited =
            exploited.map(|since| ExploitedStatement { list: SOURCE.to_owned(), since: day_of(since) });
        let vector = self.base_score_vector.filter(|vector| !vector.trim().is_empty());
        let scheme = scheme(self.base_score_version.as_deref().unwrap_or_default()).to_owned();
        let severities: Vec<SeverityVector> = vector
            .map(|vector| SeverityVector { scheme, vector: vector.into_string() })
            .into_iter()
            .collect();
        let details = self.description.map(Words::into_string);
        let summary = details.as_deref().and_then(|text| text.lines().find(|line| !line.trim().is_empty()));
        let claim = RecordClaim {
            source: SOURCE.to_owned(),
            state: ClaimState::Published,
            published_at,
            modified_at,
            severities: severities.clone(),
            exploited,
            ..RecordClaim::default()
        };
        Some(Advisory {
            aliases: lines(self.aliases.as_ref()).into_iter().filter(|alias| *alias != id).collect(),
            id,
            published_at,
            modified_at,
            summary: summary.map(str::to_owned),
            details,
            severities,
            references: lines(self.references.as_ref()),
            claims: vec![claim],
            products: self.enisa_id_product.0.into_iter().map(ProductEntry::into_product).collect(),
            ..Advisory::default()
        })
    }
}

impl ProductEntry<'_> {
    fn into_product(self) -> AffectedProduct {
        let (name, vendor) = self.product.map_or((None, None), |product| (product.name, product.vendor));
        let version = self.product_version.map(|version| VersionClaim {
            status: VersionStatus::Affected,
            version: version.into_string(),
            ..VersionClaim::default()
        });
        AffectedProduct {
            claimed_by: SOURCE.to_owned(),
            vendor: vendor.and_then(|vendor| vendor.name).map(Words::into_string),
            product: name.map(Words::into_string),
            versions: version.into_iter().collect(),
            ..AffectedProduct::default()
        }
    }
}

pub(crate) fn instant_in_utc(written: &str) -> Option<Timestamp> {
    instant_of(written).or_else(|| TimeZone::UTC.to_timestamp(in_american_words(written)?).ok())
}

/// OSV's name for a version of CVSS.
fn scheme(version: &str) -> &'static str {
    match version.split('.').next().unwrap_or_default() {
        "2" => "CVSS_V2",
        "4" => "CVSS_V4",
        _ => "CVSS_V3",
    }
}

/// The lines of a text, each once.
fn lines(written: Option<&Words<'_>>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in
        written.into_iter().flat_map(|text| text.lines()).map(str::trim).filter(|line| !line.is_empty())
    {
        if !found.iter().any(|known| known == line) {
            found.push(line.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const RECORD: &str = r#"{"id": "EUVD-2026-38110", "enisaUuid": "x", "aliases": "CVE-2026-48908\nGHSA-8fwr-8fxr-8v2p\n",
        "assigner": "Acme", "baseScore": 10.0, "baseScoreVersion": "4.0", "epss": 1.57,
        "baseScoreVector": "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:A",
        "datePublished": "Jun 20, 2026, 11:57:00 AM", "dateUpdated": "Jul 8, 2026, 9:55:16 PM",
        "description": "A builder lets anybody upload.\nMore.", "exploitedSince": "Jul 6, 2026, 12:00:00 AM",
        "references": "https://example.org/a\nhttps://example.org/a\n\n",
        "enisaIdProduct": [{"id": "y", "product": {"name": "Builder", "vendor": {"name": "Acme"}}, "product_version": "1.0.0-6.6.1"}],
        "enisaIdVendor": [{"id": "z", "vendor": {"name": "Acme"}}]}"#;

    fn read(json: &str) -> Read<Vec<Advisory>> {
        read_euvd(json.as_bytes(), &Limits::default())
    }

    #[test]
    fn a_record_is_read_alone_in_a_list_and_on_a_page() {
        let alone = read(RECORD);
        assert!(alone.problems.is_empty(), "{:?}", alone.problems);
        let [advisory] = &alone.value.unwrap()[..] else { panic!("not one") };
        assert_eq!(advisory.id, "EUVD-2026-38110");
        assert_eq!(advisory.aliases, ["CVE-2026-48908", "GHSA-8fwr-8fxr-8v2p"]);
        assert_eq!(advisory.modified_at.unwrap().to_string(), "2026-07-08T21:55:16Z");
        assert_eq!(advisory.summary.as_deref(), Some("A builder lets anybody upload."));
        assert_eq!(advisory.references, ["https://example.org/a"]);
        let claim = &advisory.claims[0];
        assert_eq!(claim.exploited.as_ref().unwrap().since, Some(date(2026, 7, 6)));
        assert_eq!((claim.source.as_str(), claim.severities[0].scheme.as_str()), ("EUVD", "CVSS_V4"));
        assert_eq!(advisory.products[0].versions[0].version, "1.0.0-6.6.1");
        for json in [format!("[{RECORD}]"), format!("{{\"items\": [{RECORD}], \"total\": 1}}")] {
            assert_eq!(read(&json).value.unwrap(), std::slice::from_ref(advisory));
        }
    }

    #[test]
    fn what_is_no_record_is_told_and_a_day_that_cannot_be_read_too() {
        let list = format!(
            "[{{\"id\": \"CVE-2026-1\"}}, {}]",
            RECORD.replace("Jun 20", "Juno 20").replace("Jul 6,", "soon,")
        );
        let read_list = read(&list);
        let told: Vec<String> = read_list.problems.iter().map(|problem| problem.says.to_string()).collect();
        insta::assert_snapshot!(told.join("\n"), @r"
        `CVE-2026-1` is no identifier of the EUVD
        `Juno 20, 2026, 11:57:00 AM` is no day that can be read
        ");
        assert_eq!(read_list.problems[0].place.path.as_deref(), Some("/0/id"));
        let advisory = &read_list.value.unwrap()[0];
        let exploited = advisory.claims[0].exploited.as_ref().unwrap();
        assert_eq!(exploited.since, None, "it is exploited whatever the day");
        let other = read("{}");
        assert_eq!(other.value, None);
        insta::assert_snapshot!(other.problems[1].says, @"this is no record of the European vulnerability database");
    }
}
