//! `[release]`: the version under assessment.

use proofmark_facts::{Artefact, KernelTree, Release, RepositoryHistory};

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
    Key::new(
        "build_files",
        Kind::Many(&Kind::Path),
        "[\"build/cve-summary.json\", \"build/patches.txt\"]",
        "What its build wrote about its packages beside the list: reports of vulnerabilities, patches, package indexes, manifests; and the VEX documents of suppliers.",
        "Annex I Part II(2)",
    ),
    Key::new(
        "compiled_files",
        Kind::Path,
        "\"kernel/compiled.txt\"",
        "The source files its Linux kernel was compiled from: a path a line, `.cmd` files, `compile_commands.json` or SPDX.",
        "Annex I Part I(2)(a)",
    ),
    Key::new(
        "kernel_config",
        Kind::Path,
        "\"kernel/config\"",
        "The configuration its Linux kernel was built with (`.config`); it needs `kernel_build_rules` beside it.",
        "Annex I Part I(2)(a)",
    ),
    Key::new(
        "kernel_build_rules",
        Kind::Path,
        "\"kernel/build-rules.txt\"",
        "Under which options each source file of the kernel is compiled: a path and its options a line.",
        "Annex I Part I(2)(a)",
    ),
    Key::table(
        "kernel_tree",
        Kind::Table(KERNEL_TREE),
        "The source tree its Linux kernel was built from.",
        "Annex I Part II(1)",
    ),
    Key::table(
        "repositories",
        Kind::Rows(REPOSITORY),
        "A repository components come from, whose history is at hand.",
        "Annex I Part II(1)",
    ),
    Key::new(
        "soc",
        Kind::Line,
        "\"NXP i.MX 8M Plus\"",
        "The system on a chip it runs on: vendor and part, or its CPE name.",
        "",
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

const KERNEL_TREE: &[Key] = &[
    Key::new(
        "vendor",
        Kind::Line,
        "\"linux-imx\"",
        "The vendor's tree, by its name; left out where it is upstream's own.",
        "",
    ),
    Key::new(
        "base_version",
        Kind::Line,
        "\"6.1.22\"",
        "The version of upstream it was made from: the kernel is looked up by it.",
        "",
    ),
    Key::new(
        "commits",
        Kind::Path,
        "\"kernel/commits.txt\"",
        "Its commits since then, as `git log --format='%H%n%B'` writes them.",
        "Annex I Part II(2)",
    ),
];

const REPOSITORY: &[Key] = &[
    Key::new(
        "address",
        Kind::Line,
        "\"https://github.com/madler/zlib\"",
        "Its address, as advisories and the SBOM name it.",
        "",
    )
    .must(),
    Key::new(
        "history",
        Kind::Path,
        "\"history/zlib.txt\"",
        "Its commits and tags: what `git rev-list --parents --all`, `git show-ref --tags -d` and `git rev-parse --is-shallow-repository` write, in one file.",
        "Annex I Part II(1)",
    )
    .must(),
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
        build_files: table.texts("build_files"),
        compiled_files: table.text("compiled_files"),
        kernel_config: table.text("kernel_config"),
        kernel_build_rules: table.text("kernel_build_rules"),
        kernel_tree: table.section("kernel_tree", read_kernel_tree).unwrap_or_default(),
        repositories: table.rows("repositories", read_repository),
        soc: table.text("soc"),
        artefacts: table.rows("artefacts", read_artefact),
        member_states: table.countries("member_states"),
        placing: table.section("placing", read_placing).unwrap_or_default(),
    }
}

fn read_kernel_tree(table: &mut Table<'_>) -> KernelTree {
    KernelTree {
        vendor: table.text("vendor"),
        base_version: table.text("base_version"),
        commits: table.text("commits"),
    }
}

fn read_repository(table: &mut Table<'_>) -> RepositoryHistory {
    RepositoryHistory { address: table.must_text("address"), history: table.must_text("history") }
}

fn read_artefact(table: &mut Table<'_>) -> Artefact {
    Artefact { name: table.must_text("name"), sha256: table.sha256("sha256") }
}
