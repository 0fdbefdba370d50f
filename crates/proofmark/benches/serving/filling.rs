//! Fills a record: each list is assessed once by the real action in a record of its own, and every release is a copy of one
//! of those, under its product's name. Each product is one change with its line, so that `ledger verify` holds.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use proofmark_actions::{
    ActionError, ChangeOrder, HandedFile, KeptFiles, LineDocument, LineDraft, Submission, SubmitOrder,
    VulnerabilitySource, subject, submit_release,
};
use proofmark_facts::{
    Actor, Asking as _, Change, ComponentRow, FindingRow, FindingTally, Keeping as _, Noun, ProductRecord,
    Rating, RecordKey, RecordWrite, ReleaseRecord, ReleaseRows, RowSeal, Sha256, release_id,
};
use proofmark_law::StateOfTheLaw;
use proofmark_store::Store;
use proofmark_vulndb::Index;
use serde::de::DeserializeOwned;

use crate::database::Database;
use crate::material::{OPERATOR, OPERATOR_ID, SBOM, dossier, evidence, product_name, sbom};
use crate::random::scattered;
use crate::size::Size;

/// Who the ledger says filled it.
const WITH: &str = "proofmark serving bench";

/// The version of a release, by its number from one.
pub(crate) fn version(number: usize) -> String {
    format!("1.{number}.0")
}

/// The id of a product.
pub(crate) fn product_id(number: usize) -> String {
    format!("product-{number:05}")
}

/// What the real action made of one component list.
struct Pattern {
    product: ProductRecord,
    release: ReleaseRecord,
    components: Vec<ComponentRow>,
    findings: Vec<FindingRow>,
    sbom: Vec<u8>,
    assessment: Vec<u8>,
}

/// Fills the record of this database.
pub(crate) fn fill(database: &Database, index: &Path, size: &Size, now: Timestamp) {
    let started = Instant::now();
    let patterns: Vec<Pattern> = (0..size.lists).map(|list| pattern(list, index, size, now)).collect();
    println!("{} component lists assessed in {:.1} s", patterns.len(), started.elapsed().as_secs_f64());
    // An index is made faster over rows that are there than grown with each of them.
    let mut shell = database.shell();
    let indexes = shell.indexes();
    for (name, _) in &indexes {
        shell.run(&format!("DROP INDEX {name}"));
    }
    let mut store = Store::connect(&database.place()).unwrap();
    let mut filling = Filling { patterns, evidence: evidence(), kept: HashSet::new(), size, now };
    for number in 0..size.products {
        filling.product(&mut store, number);
    }
    drop(store);
    for (_, words) in &indexes {
        shell.run(words);
    }
    shell.settle();
    println!(
        "{}: filled with {} components and {} findings in {:.0} s; {:.2} GB",
        database.name,
        size.component_rows(),
        size.finding_rows(),
        started.elapsed().as_secs_f64(),
        database.bytes() as f64 / 1e9
    );
    database.is_filled_now();
}

/// Hands in one release of one product for real, in a record that is gone afterwards.
fn pattern(list: usize, index: &Path, size: &Size, now: Timestamp) -> Pattern {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let sbom = sbom(list, size.components, size.findings, "calm").into_bytes();
    let actor = Actor::local("bench");
    let order = SubmitOrder {
        change: ChangeOrder { by: &actor, with: WITH, at: now },
        as_of: now.to_zoned(jiff::tz::TimeZone::UTC).date(),
        operator: OPERATOR_ID,
        product: None,
    };
    let files = evidence().into_iter().map(|(path, bytes)| HandedFile { path, bytes });
    let submission = Submission {
        release: Some(version(1)),
        sbom: Some(HandedFile { path: SBOM.to_owned(), bytes: sbom.clone() }),
        dossier: Some(dossier(list).into_bytes()),
        files: files.collect(),
        ..Submission::default()
    };
    let open = |_: &[String], _: &KeptFiles<'_>| -> Result<Vec<VulnerabilitySource>, ActionError> {
        Ok(vec![VulnerabilitySource { name: "bench".to_owned(), index: Index::open(index).unwrap() }])
    };
    let done = submit_release(&order, &submission, &open, StateOfTheLaw::embedded(), &mut store).unwrap();
    Pattern {
        product: noun(&store, &done.product),
        release: noun(&store, &release_id(&done.product, &version(1))),
        components: store.components_of(OPERATOR_ID, &done.product, &version(1)).unwrap(),
        findings: store.findings_of(OPERATOR_ID, &done.product, &version(1)).unwrap(),
        sbom,
        assessment: done.assessed.bytes,
    }
}

fn noun<N: Noun + DeserializeOwned>(store: &Store, id: &str) -> N {
    let key = RecordKey { operator: OPERATOR_ID.to_owned(), kind: N::KIND, id: id.to_owned() };
    serde_json::from_slice(&store.record(&key).unwrap().unwrap().content).unwrap()
}

/// What every product is filled from.
struct Filling<'a> {
    patterns: Vec<Pattern>,
    evidence: Vec<(String, Vec<u8>)>,
    /// Documents that lie there already.
    kept: HashSet<Sha256>,
    size: &'a Size,
    now: Timestamp,
}

impl Filling<'_> {
    /// One change: a product with all its releases, and the line that names them.
    fn product(&mut self, store: &mut Store, number: usize) {
        let subject = subject(OPERATOR, &product_name(number));
        let dossier = dossier(number).into_bytes();
        let dossier_digest = Sha256::of(&dossier);
        let size = self.size;
        let patterns: Vec<&Pattern> = (1..=size.releases)
            .map(|release| &self.patterns[(number * 7 + release) % self.patterns.len()])
            .collect();
        let mut writes = vec![written(&product(
            number,
            &subject,
            patterns[size.releases - 1],
            &self.evidence,
            dossier_digest,
            size,
        ))];
        let mut documents: BTreeMap<Sha256, &[u8]> = [(dossier_digest, dossier.as_slice())].into();
        documents.extend(self.evidence.iter().map(|(_, bytes)| (Sha256::of(bytes), bytes.as_slice())));
        let mut rows = Vec::new();
        for (place, pattern) in patterns.iter().enumerate() {
            let release = place + 1;
            documents.insert(pattern.release.sboms[0].sha256, &pattern.sbom);
            documents.insert(pattern.release.assessment, &pattern.assessment);
            let findings = findings(&pattern.findings, (number * size.releases + release) as u64, self.now);
            writes.push(written(&release_record(number, release, pattern, &findings, dossier_digest)));
            rows.push(ReleaseRows {
                operator: OPERATOR_ID.to_owned(),
                product: product_id(number),
                release: version(release),
                components: Some(pattern.components.clone()),
                findings: Some(findings),
            });
        }
        // The line names all of them, those that an earlier product's line brought too.
        let role = |digest: &Sha256| if *digest == dossier_digest { "dossier" } else { "file" };
        let named = documents.keys().map(|digest| LineDocument::new(role(digest), digest)).collect();
        let draft = LineDraft {
            subject: &subject,
            at: self.now,
            by: "bench",
            action: "assess",
            documents: named,
            outcome: Some("gate closed"),
            with: WITH,
        };
        documents.retain(|digest, _| self.kept.insert(*digest));
        let change = Change {
            subject: &subject,
            operator: OPERATOR_ID,
            documents: documents.into_iter().collect(),
            records: writes.clone(),
            rows,
            jobs: Vec::new(),
            condition: None,
            write_line: &|place| draft.at_place(place, &writes),
        };
        store.keep(&change).unwrap();
    }
}

fn written<N: Noun>(noun: &N) -> RecordWrite {
    let key = RecordKey { operator: OPERATOR_ID.to_owned(), kind: N::KIND, id: noun.id() };
    RecordWrite { key, expects: None, content: Some(serde_json::to_vec(noun).unwrap()) }
}

fn product(
    number: usize,
    subject: &str,
    newest: &Pattern,
    evidence: &[(String, Vec<u8>)],
    dossier: Sha256,
    size: &Size,
) -> ProductRecord {
    let mut files: BTreeMap<String, Sha256> =
        evidence.iter().map(|(path, bytes)| (path.clone(), Sha256::of(bytes))).collect();
    files.insert("proofmark.toml".to_owned(), dossier);
    files.insert(SBOM.to_owned(), Sha256::of(&newest.sbom));
    let mut standing = newest.product.standing.clone().unwrap();
    standing.release = version(size.releases);
    ProductRecord {
        id: product_id(number),
        subject: subject.to_owned(),
        name: product_name(number),
        files,
        standing: Some(standing),
        ..newest.product.clone()
    }
}

fn release_record(
    number: usize,
    release: usize,
    pattern: &Pattern,
    findings: &[FindingRow],
    dossier: Sha256,
) -> ReleaseRecord {
    ReleaseRecord {
        product: product_id(number),
        version: version(release),
        number: release as u64,
        dossier,
        findings: tally(findings),
        finding_rows: RowSeal::of_findings(findings),
        ..pattern.release.clone()
    }
}

/// The same findings at other times, with other likelihoods, three of ten closed.
fn findings(pattern: &[FindingRow], seed: u64, now: Timestamp) -> Vec<FindingRow> {
    let mut rows: Vec<FindingRow> = pattern.to_vec();
    for (place, row) in rows.iter_mut().enumerate() {
        let random = scattered(seed.wrapping_mul(1_000_003) + place as u64);
        let age = SignedDuration::from_mins(i64::try_from(random % 1_000_000).unwrap());
        row.opened_at = now - age;
        row.epss = i64::try_from((random >> 20) % 1_000_001).unwrap();
        row.exploited = (random >> 8).is_multiple_of(200);
        if (random >> 40) % 10 < 3 {
            row.closed_at = Some(now - age / 2);
            "not-listed".clone_into(&mut row.closed_because);
            row.unresolved = false;
        }
    }
    rows
}

fn tally(rows: &[FindingRow]) -> FindingTally {
    let mut tally = FindingTally::default();
    for row in rows.iter().filter(|row| row.closed_at.is_none()) {
        let score = u32::try_from(row.score).ok().map(|tenths| f64::from(tenths) / 10.0);
        tally.count(score.map_or(Rating::Unknown, Rating::of_score), row.exploited, !row.unresolved);
    }
    tally
}
