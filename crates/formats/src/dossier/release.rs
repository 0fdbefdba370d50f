//! `[release]`: the version under assessment.

use proofmark_facts::{Artefact, Release};

use super::key::{Key, Kind};
use super::placing::{PLACING, read_placing};
use super::table::Table;

/// The keys of `[release]`.
pub(super) const RELEASE: &[Key] = &[
    Key::new("version", Kind::Line, "\"1.4.0\"", "The version.", "Annex VII point 1(b)").must(),
    Key::new(
        "placed_on_the_market_on",
        Kind::Date,
        "2027-12-13",
        "The day it was, or will be, placed on the market.",
        "Article 3(21)",
    ),
    Key::new(
        "sbom",
        Kind::Path,
        "\"sbom.cdx.json\"",
        "Its SBOM or lockfile; if left out, it is looked for by its usual names.",
        "Annex I Part II(1)",
    ),
    Key::table("artefacts", Kind::Rows(ARTEFACT), "A file that is shipped.", ""),
    Key::new(
        "member_states",
        Kind::Many(&Kind::Country),
        "[\"DE\", \"FR\"]",
        "The Member States where it is, or will be, made available.",
        "Article 14(2)(a)",
    ),
    Key::table(
        "placing",
        Kind::Table(PLACING),
        "The days around placing on the market that the transitional rules turn on.",
        "Articles 3(21) and 69",
    ),
];

const ARTEFACT: &[Key] = &[
    Key::new("name", Kind::Line, "\"gateway-1.4.0.img\"", "The file's name.", "").must(),
    Key::new(
        "sha256",
        Kind::Sha256,
        "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"",
        "Its SHA-256 digest.",
        "",
    ),
];

pub(super) fn read_release(table: &mut Table<'_>) -> Release {
    Release {
        version: table.must_text("version"),
        placed_on_the_market_on: table.date("placed_on_the_market_on"),
        sbom: table.text("sbom"),
        artefacts: table.rows("artefacts", read_artefact),
        member_states: table.countries("member_states"),
        placing: table.section("placing", read_placing).unwrap_or_default(),
    }
}

fn read_artefact(table: &mut Table<'_>) -> Artefact {
    Artefact { name: table.must_text("name"), sha256: table.sha256("sha256") }
}
