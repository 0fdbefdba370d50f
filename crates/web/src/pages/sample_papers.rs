//! Samples of papers, documents and attestations, for the tests of the pages that show them.

use jiff::civil::date;
use proofmark_actions::{
    AttestationList, AttestorStanding, DeclarationStands, DocumentRole, KeptDocument, KeptPack, ManifestFile,
    PackAge,
};
use proofmark_facts::Sha256;

use super::samples::{now, release};
use crate::desk::ReleasePapers;

/// A release whose papers have been overtaken in every way.
pub(super) fn release_papers() -> ReleasePapers {
    let file = |path: &str, shows: &str| ManifestFile {
        path: path.into(),
        size: 3,
        sha256: Sha256::of(path.as_bytes()).to_string(),
        shows: shows.into(),
        observed_on: Some(date(2028, 2, 1)),
    };
    let pack = KeptPack {
        digest: Sha256::of(b"m"),
        line: 7,
        release: "1.0.0 <b>".into(),
        made_at: now(),
        made_by: "anna <i>".into(),
        made_with: "proofmark test".into(),
        as_of: Some(date(2028, 2, 1)),
        files: vec![
            file("papers/findings.html", "Findings <x>"),
            file("papers/findings.pdf", "Findings <x>"),
            file("inputs/proofmark.toml", "Dossier"),
        ],
    };
    let age = PackAge {
        revision: Some(3),
        dossier_changed: true,
        list_changed: true,
        assessed_since: true,
        issued_since: true,
    };
    ReleasePapers {
        release: release(),
        pack: Some((pack, age)),
        declaration: Some(DeclarationStands::NoLongerAgrees),
    }
}

pub(super) fn documents() -> Vec<KeptDocument> {
    let document = |role: DocumentRole, counts: bool| KeptDocument {
        sha256: Sha256::of(role.word().as_bytes()),
        role,
        path: counts.then(|| format!("documents/{} <b>.md", role.word())),
        at: now(),
        by: "token:\"<x>".into(),
        line: 3,
        observed_on: counts.then(|| date(2028, 1, 1)),
        counts,
        purged_at: (!counts && role == DocumentRole::Evidence).then(now),
        named_for: vec!["annex-VII-3".into(), "unknown <i>".into()],
    };
    DocumentRole::ALL.into_iter().flat_map(|role| [document(role, true), document(role, false)]).collect()
}

/// One authority that lags behind, and a witness that has not answered yet.
pub(super) fn attestations() -> AttestationList {
    let standing = |kind: &str, who: &str, size: Option<u64>| AttestorStanding {
        kind: kind.to_owned(),
        who: who.to_owned(),
        size,
        at: size.map(|_| now()),
        behind: 8 - size.unwrap_or(0),
    };
    let attestors = vec![
        standing("authority", "https://stamps.example/<x>", Some(5)),
        standing("witness", "witness.example/w1+12345678+BAAA", None),
    ];
    AttestationList { sealed: 8, attestors, items: vec![], next: None }
}
