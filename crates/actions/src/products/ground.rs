//! The ground an assessment of kept files stands on, as one digest: where it is the same, so is the assessment.

use proofmark_access::Right;
use proofmark_facts::{Noun, ProductRecord, RecordKey, RecordKind, ReleaseRecord, Sha256, SystemOfRecord};
use proofmark_facts::{Record, release_id};
use proofmark_law::StateName;
use proofmark_text::text;

use crate::error::ActionError;
use crate::products::assess_kept::KeptOrder;
use crate::products::keep_files::no_such_product;

/// How many decisions are read at a time.
const BATCH: usize = 500;

/// The digest of everything an assessment of these kept files depends on but the hour of its day: the program, the day,
/// the product with its files by digest, the release as it was handed in, every decision on the product's findings, the
/// state of the law, and the edition of the installation's vulnerability database.
pub fn ground(
    order: &KeptOrder<'_>,
    edition: &str,
    state: &StateName,
    keeping: &dyn SystemOfRecord,
) -> Result<Sha256, ActionError> {
    order.change.demand(Right::SeeProduct, order.operator, Some(order.product))?;
    let product = digest_of::<ProductRecord>(keeping, order.operator, order.product)?
        .ok_or_else(|| no_such_product(order.product))?;
    let release = match order.release {
        None => None,
        Some(version) => {
            let kept =
                digest_of::<ReleaseRecord>(keeping, order.operator, &release_id(order.product, version))?;
            let none = || ActionError::NotFound(text!("record-no-such-release", version = version));
            Some((version, kept.ok_or_else(none)?.to_string()))
        }
    };
    let told = (
        order.change.with,
        order.as_of,
        order.change.at.to_zoned(jiff::tz::TimeZone::UTC).date(),
        (order.operator, order.product, product.to_string()),
        release,
        decisions(order, keeping)?,
        state,
        edition,
    );
    let bytes = serde_json::to_vec(&told).expect("strings, days and lists become JSON");
    Ok(Sha256::of(&bytes))
}

fn digest_of<N: Noun>(
    keeping: &dyn SystemOfRecord,
    operator: &str,
    id: &str,
) -> Result<Option<Sha256>, ActionError> {
    let key = RecordKey { operator: operator.to_owned(), kind: N::KIND, id: id.to_owned() };
    Ok(keeping.record(&key)?.map(|record| record.sha256))
}

/// Every decision on the product's findings, by name and digest.
fn decisions(
    order: &KeptOrder<'_>,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<(String, String)>, ActionError> {
    let prefix = format!("{} ", order.product);
    let mut after = prefix.clone();
    let mut found = Vec::new();
    loop {
        let records = keeping.records(order.operator, RecordKind::Decision, &after, BATCH)?;
        let Some(last) = records.last() else { return Ok(found) };
        after.clone_from(&last.key.id);
        for Record { key, sha256, .. } in records {
            if !key.id.starts_with(&prefix) {
                return Ok(found);
            }
            found.push((key.id, sha256.to_string()));
        }
    }
}
