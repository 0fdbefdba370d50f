//! Announces: what a change tells others becomes a job of that same change, so that neither is without the other.

use jiff::Timestamp;
use proofmark_facts::{
    CountEvent, Event, EventData, FindingsEvent, GateAnswer, KeepError, Keeping, LETTER_WISH, Lane, NewJob,
    ProductEvent, ProductRecord, RecordEvent, RecordKind, RecordWrite, ReleaseRows, Sha256,
};

use crate::ledger_line::{LineDraft, LineRecord};

/// What the job is called that spreads an event.
pub const ANNOUNCE: &str = "announce";

/// How often spreading is tried: it only makes further jobs.
const MOST_ATTEMPTS: u32 = 10;

/// From which score times ten a finding is severe (CVSS: high).
const SEVERE_FROM: i64 = 70;

/// The jobs that tell of a change, where anybody wants to hear anything; a store nobody listens to gathers no jobs.
pub(crate) fn announcements(
    line: &LineDraft<'_>,
    operator: &str,
    records: &[RecordWrite],
    rows: &[ReleaseRows],
    keeping: &dyn Keeping,
) -> Result<Vec<NewJob>, KeepError> {
    if !somebody_listens(operator, keeping)? {
        return Ok(Vec::new());
    }
    let mut told = Vec::new();
    for write in records.iter().filter(|write| write.key.kind == RecordKind::Product) {
        told.extend(of_product(line, write, keeping)?);
    }
    told.extend(rows.iter().filter_map(|rows| of_findings(rows, line.at)));
    told.extend(of_other_records(records));
    let seed = serde_json::to_vec(&(
        line.subject,
        line.at,
        line.action,
        &line.documents,
        records.iter().map(LineRecord::of).collect::<Vec<_>>(),
    ));
    let seed = seed.expect("strings and lists become JSON");
    let numbered = told.into_iter().enumerate();
    Ok(numbered.map(|(number, what)| job(operator, line.at, &(number, &seed), what)).collect())
}

/// The job that tells of something no action did: that the ledger was sealed.
pub fn announcement(operator: &str, at: Timestamp, what: EventData) -> NewJob {
    let seed = serde_json::to_vec(&what).expect("an event becomes JSON");
    job(operator, at, &(0, &seed), what)
}

fn job(operator: &str, at: Timestamp, seed: &(usize, &Vec<u8>), what: EventData) -> NewJob {
    let seed = [operator.as_bytes(), &seed.0.to_be_bytes(), at.to_string().as_bytes(), seed.1].concat();
    let digits: String = Sha256::of(&seed).to_string().chars().take(32).collect();
    let event = Event { id: format!("evt_{digits}"), timestamp: at, operator: operator.to_owned(), what };
    NewJob {
        id: format!("{ANNOUNCE} {}", event.id),
        lane: Lane::Soon,
        kind: ANNOUNCE.to_owned(),
        payload: serde_json::to_string(&event).expect("an event becomes JSON"),
        operator: operator.to_owned(),
        due_at: at,
        most_attempts: MOST_ATTEMPTS,
    }
}

fn somebody_listens(operator: &str, keeping: &dyn Keeping) -> Result<bool, KeepError> {
    if !keeping.records(operator, RecordKind::Webhook, "", 1)?.is_empty() {
        return Ok(true);
    }
    let wishes = keeping.records(operator, RecordKind::Setting, LETTER_WISH, 1)?;
    Ok(wishes.first().is_some_and(|record| record.key.id.starts_with(LETTER_WISH)))
}

/// That a product was assessed, and that its gate moved. A record that cannot be read tells nothing.
fn of_product(
    line: &LineDraft<'_>,
    write: &RecordWrite,
    keeping: &dyn Keeping,
) -> Result<Vec<EventData>, KeepError> {
    let Some(after) = write.content.as_deref().and_then(standing) else { return Ok(Vec::new()) };
    let before = keeping.record(&write.key)?.and_then(|record| standing(&record.content));
    if before.as_ref() == Some(&after) && line.action != "assess" {
        return Ok(Vec::new());
    }
    let mut told = vec![EventData::AssessmentKept(after.clone())];
    let was = before.map(|before| before.gate);
    match after.gate {
        GateAnswer::Closed if was != Some(GateAnswer::Closed) => told.push(EventData::GateClosed(after)),
        GateAnswer::Open if was == Some(GateAnswer::Closed) => told.push(EventData::GateOpened(after)),
        _ => {}
    }
    Ok(told)
}

fn standing(content: &[u8]) -> Option<ProductEvent> {
    let product: ProductRecord = serde_json::from_slice(content).ok()?;
    let standing = product.standing?;
    Some(ProductEvent { product: product.id, release: standing.release, gate: standing.gate })
}

/// The findings that this very change opened.
fn of_findings(rows: &ReleaseRows, at: Timestamp) -> Option<EventData> {
    let findings = rows.findings.as_ref()?;
    let new = || findings.iter().filter(|row| row.opened_at == at && row.closed_at.is_none());
    let count = new().count() as u64;
    (count > 0).then(|| {
        EventData::FindingsNew(FindingsEvent {
            product: rows.product.clone(),
            release: rows.release.clone(),
            count,
            severe: new().filter(|row| row.score >= SEVERE_FROM).count() as u64,
            exploited: new().filter(|row| row.exploited).count() as u64,
        })
    })
}

fn of_other_records(records: &[RecordWrite]) -> Vec<EventData> {
    let mut told = Vec::new();
    let decisions = records.iter().filter(|write| write.key.kind == RecordKind::Decision).count() as u64;
    if decisions > 0 {
        told.push(EventData::DecisionMade(CountEvent { count: decisions }));
    }
    for write in records {
        let named = RecordEvent { kind: write.key.kind.word().to_owned(), id: write.key.id.clone() };
        match write.key.kind {
            RecordKind::Proposal if write.expects.is_none() => told.push(EventData::ProposalWaiting(named)),
            RecordKind::Account
            | RecordKind::Membership
            | RecordKind::Token
            | RecordKind::IdentityProvider
            | RecordKind::Workload => told.push(EventData::PeopleChanged(named)),
            RecordKind::Webhook | RecordKind::Setting => told.push(EventData::SettingsChanged(named)),
            _ => {}
        }
    }
    told
}
