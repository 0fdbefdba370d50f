//! Papers and evidence packs of a release.

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_actions::{KeptPack, ManifestFile, kept_pack, pack_archive, packed_file};
use proofmark_facts::{Page, Problem, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Content};
use crate::call::Call;
use crate::desk::{PageAsked, digest, file_name, make_papers, media_of, newest_pack, packs, page_line};
use crate::limit::limit;
use crate::link;
use crate::refusal::Refusal;

/// What a pack is saved as, after product and release.
const PACK_NAME: &str = "evidence-pack.zip";

/// A pack made for a release, with where its parts are.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct PackShown {
    /// The digest of its manifest: the ledger's line names it, and the pack is found by it.
    digest: Sha256,
    /// The place of that line in the ledger.
    line: u64,
    /// The release's version.
    release: String,
    /// When it was made.
    made_at: Timestamp,
    /// By whom.
    made_by: String,
    /// By which program.
    made_with: String,
    /// The day its papers are for.
    as_of: Option<Date>,
    /// Where the archive is.
    href: String,
    /// Its papers.
    papers: Vec<PaperShown>,
    /// Everything else in it: results, inputs, evidence.
    files: Vec<ManifestFile>,
}

/// A paper in one of its forms.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct PaperShown {
    /// Its name.
    name: String,
    /// What it is, in words.
    shows: String,
    /// Its media type.
    media: String,
    /// Its digest.
    sha256: String,
    /// Its size in bytes.
    size: u64,
    /// Where it is.
    href: String,
}

/// A pack that was just made.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct PackMade {
    /// The pack.
    #[serde(flatten)]
    pack: PackShown,
    /// The digest of its archive.
    archive_sha256: Sha256,
    /// The size of its archive in bytes.
    archive_size: u64,
    /// What a form could not show as it is.
    warnings: Vec<Problem>,
}

/// Which pack a paper is wanted from.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct PaperAsked {
    /// The pack's digest; the newest one unless it is said.
    pack: Option<Sha256>,
}

/// For which day papers are wanted.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct PapersAsked {
    /// The day the papers are for; today unless said otherwise.
    on: Option<Date>,
}

/// Makes a release's papers and their pack.
pub(crate) fn make_pack(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PapersAsked = call.query()?;
    let made = make_papers(call, asked.on)?;
    let pack = shown(call, made.pack);
    let place = pack.href.clone();
    let answer = PackMade {
        pack,
        archive_sha256: Sha256::of(&made.archive),
        archive_size: made.archive.len() as u64,
        warnings: made.warnings,
    };
    Ok(Answer { location: Some(place), ..Answer::json(&answer).status(201) })
}

/// A page of a release's packs, newest first.
pub(crate) fn list_packs(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let most = limit(asked.limit);
    let before = asked.after.as_deref().map(page_line).transpose()?;
    let release = crate::desk::release(call)?.0.version;
    let mut found = packs(call, call.name("product"), Some(&release), (before, most + 1))?;
    let more = found.len() > most;
    found.truncate(most);
    let next = found.last().filter(|_| more).map(|pack| pack.line.to_string());
    let items = found.into_iter().map(|pack| shown(call, pack)).collect();
    Ok(Answer::json(&Page::<PackShown> { items, next }))
}

/// A pack's archive.
pub(crate) fn pack(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, release) = (call.name("product"), call.name("release"));
    let digest = digest(call.name("digest"))?;
    let actor = call.actor();
    let of = (call.operator(), product);
    let bytes = pack_archive(&call.change(&actor), of, release, &digest, &*call.store, call.house.signer())?;
    let name = Some(file_name(product, release, PACK_NAME));
    Ok(Answer::of(Content::Bytes { media: "application/zip", bytes, name }).version(digest.to_string()))
}

/// A paper.
pub(crate) fn paper(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PaperAsked = call.query()?;
    let (product, release, name) = (call.name("product"), call.name("release"), call.name("name"));
    let actor = call.actor();
    let (change, of) = (call.change(&actor), (call.operator(), product));
    let pack = match &asked.pack {
        Some(pack) => kept_pack(&change, of, release, pack, &*call.store)?,
        None => newest_pack(call)?,
    };
    let file = packed_file(&change, of, &pack, &format!("papers/{name}"), &*call.store)?;
    // Never shown by the browser in our own name: a paper quotes what others wrote.
    let name = Some(file_name(product, release, name));
    let content = Content::Bytes { media: media_of(call.name("name")), bytes: file.bytes, name };
    Ok(Answer::of(content).version(file.sha256.to_string()))
}

fn shown(call: &Call<'_>, pack: KeptPack) -> PackShown {
    let digest = pack.digest.to_string();
    let release = [
        "api",
        "v1",
        "operators",
        call.operator(),
        "products",
        call.name("product"),
        "releases",
        &pack.release,
    ];
    let place = link::path(&release);
    let paper = |(name, file): (&str, &ManifestFile)| PaperShown {
        name: name.to_owned(),
        shows: file.shows.clone(),
        media: media_of(name).to_owned(),
        sha256: file.sha256.clone(),
        size: file.size,
        href: link::with_query(&format!("{place}{}", link::path(&["papers", name])), &[("pack", &digest)]),
    };
    let papers: Vec<PaperShown> = pack.papers().map(paper).collect();
    PackShown {
        href: format!("{place}{}", link::path(&["packs", &digest])),
        digest: pack.digest,
        line: pack.line,
        release: pack.release,
        made_at: pack.made_at,
        made_by: pack.made_by,
        made_with: pack.made_with,
        as_of: pack.as_of,
        papers,
        files: pack.files.into_iter().filter(|file| !file.path.starts_with("papers/")).collect(),
    }
}
