//! Things to keep.

use jiff::Timestamp;
use proofmark_facts::{
    Change, ComponentRow, FindingRow, FindingTally, GateAnswer, KeepError, Keeping, KeptLine, LinePlace,
    NewJob, Noun, ObligationTally, ProductRecord, ProductStanding, RecordKey, RecordKind, RecordWrite,
    ReleaseRecord, ReleaseRows, RowSeal, Sha256,
};
use proofmark_store::Store;

pub(crate) const NOW: &str = "2026-11-21T10:00:00Z";

pub(crate) fn at(written: &str) -> Timestamp {
    written.parse().unwrap()
}

/// A change of one operator, with a line that says nothing but its place.
pub(crate) struct Sample<'a> {
    pub(crate) operator: &'a str,
    pub(crate) documents: Vec<&'a [u8]>,
    pub(crate) records: Vec<RecordWrite>,
    pub(crate) rows: Vec<ReleaseRows>,
    pub(crate) jobs: Vec<NewJob>,
}

impl<'a> Sample<'a> {
    pub(crate) fn of(operator: &'a str) -> Self {
        Self { operator, documents: vec![], records: vec![], rows: vec![], jobs: vec![] }
    }

    pub(crate) fn keep(self, store: &mut Store) -> Result<KeptLine, KeepError> {
        let subject = format!("{}/thing/00000000", self.operator);
        let write_line = |place: LinePlace| format!("{}/{}", place.index, place.sequence).into_bytes();
        store.keep(&Change {
            subject: &subject,
            operator: self.operator,
            documents: self.documents.into_iter().map(|bytes| (Sha256::of(bytes), bytes)).collect(),
            records: self.records,
            rows: self.rows,
            jobs: self.jobs,
            condition: None,
            write_line: &write_line,
        })
    }
}

pub(crate) fn key(operator: &str, kind: RecordKind, id: &str) -> RecordKey {
    RecordKey { operator: operator.to_owned(), kind, id: id.to_owned() }
}

/// A new record.
pub(crate) fn new(key: RecordKey, content: &[u8]) -> RecordWrite {
    RecordWrite { key, expects: None, content: Some(content.to_vec()) }
}

/// A new record of this thing.
pub(crate) fn new_noun<T: Noun>(operator: &str, noun: &T) -> RecordWrite {
    new(key(operator, T::KIND, &noun.id()), &serde_json::to_vec(noun).unwrap())
}

pub(crate) fn product(id: &str, gate: Option<GateAnswer>, critical: u64) -> ProductRecord {
    let standing = |gate| ProductStanding {
        assessment: Sha256::of(b"assessment"),
        assessed_at: at(NOW),
        release: "1.0".to_owned(),
        scope: "in-scope".to_owned(),
        role: None,
        class: None,
        gate,
        obligations: ObligationTally { late: 2, ..ObligationTally::default() },
        findings: FindingTally { critical, undecided: critical, ..FindingTally::default() },
        unchecked: 0,
        looked_for: None,
        support_ends_on: None,
        next_deadline_at: None,
        outlook: None,
    };
    ProductRecord {
        id: id.to_owned(),
        subject: format!("maker/{id}/00000000"),
        name: format!("Product {id}"),
        files: [("proofmark.toml".to_owned(), Sha256::of(id.as_bytes()))].into(),
        created_at: at(NOW),
        standing: gate.map(standing),
        archived: false,
    }
}

pub(crate) fn release(product: &str, version: &str, number: u64) -> ReleaseRecord {
    ReleaseRecord {
        product: product.to_owned(),
        version: version.to_owned(),
        created_at: at(NOW),
        number,
        dossier: Sha256::of(b"dossier"),
        sboms: vec![],
        files: None,
        assessment: Sha256::of(b"assessment"),
        assessed_at: at(NOW),
        gate: GateAnswer::Open,
        findings: FindingTally::default(),
        looked_for: None,
        notices: None,
        component_rows: RowSeal::of_components([]),
        finding_rows: RowSeal::of_findings([]),
    }
}

pub(crate) fn component(place: u64, name: &str) -> ComponentRow {
    ComponentRow {
        place,
        name: name.to_owned(),
        version: "1.2.3".to_owned(),
        purl: format!("pkg:generic/{name}@1.2.3"),
        licences: "MIT AND Apache-2.0".to_owned(),
        top_level: place.is_multiple_of(2),
        asked: Some(Vec::new()),
    }
}

pub(crate) fn finding(component: &str, vulnerability: &str, score: i64, epss: i64) -> FindingRow {
    FindingRow {
        component: component.to_owned(),
        vulnerability: vulnerability.to_owned(),
        aliases: Vec::new(),
        summary: "one line".to_owned(),
        score,
        epss,
        exploited: score > 95,
        status: String::new(),
        unresolved: score > 50,
        fixed_in: "1.2.4".to_owned(),
        opened_at: at(NOW),
        closed_at: None,
        closed_because: String::new(),
    }
}

pub(crate) fn rows(
    operator: &str,
    product: &str,
    release: &str,
    components: Vec<ComponentRow>,
    findings: Vec<FindingRow>,
) -> ReleaseRows {
    ReleaseRows {
        operator: operator.to_owned(),
        product: product.to_owned(),
        release: release.to_owned(),
        components: Some(components),
        findings: Some(findings),
    }
}
