//! Why two judges differ. Each class holds for one judge, some checks and one side, and only where the document itself has what the
//! class speaks of.

use super::judge::{Judge, Ours};

/// A document, as classes look at it.
#[derive(Debug)]
pub(crate) struct Seen<'a> {
    pub(crate) text: &'a str,
    pub(crate) format: &'a str,
    pub(crate) ours: &'a Ours,
}

impl Seen<'_> {
    fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.contains(word))
    }

    /// A person or an organisation stands where SPDX 2 names who made the document.
    fn spdx_names_somebody(&self) -> bool {
        let people = ["Person:", "Organization:"];
        let creators =
            self.text.split("creators").skip(1).map(|rest| rest.split(']').next().unwrap_or_default());
        let lines = self.text.lines().filter(|line| line.starts_with("Creator:"));
        creators.chain(lines).any(|creators| people.iter().any(|kind| creators.contains(kind)))
    }
}

/// What a component is asked for.
const COMPONENT: &[&str] =
    &["-supplier", "-component-", "-other-identifier", "-producer", "-identifiers", "-licence"];

/// Who supplies or makes a component.
const MAKER: &[&str] = &["ntia-supplier", "cisa-producer", "bsi-component-creator"];

/// What depends on what.
const DEPENDENCIES: &[&str] =
    &["ntia-dependency-relationship", "cisa-dependency-relationship", "bsi-component-dependencies"];

struct Class {
    name: &'static str,
    judge: Judge,
    /// Parts of the names of checks.
    checks: &'static [&'static str],
    /// Whether it is we who say met.
    ours: bool,
    holds: fn(&Seen<'_>) -> bool,
}

const CLASSES: &[Class] = &[
    Class {
        name: "services",
        judge: Judge::SbomTools,
        checks: COMPONENT,
        ours: true,
        holds: |it| it.says(&["\"services\"", "<services", ":services"]),
    },
    Class {
        name: "services",
        judge: Judge::SbomTools,
        checks: DEPENDENCIES,
        ours: true,
        holds: |it| it.says(&["\"services\"", "<services", ":services"]),
    },
    Class {
        name: "publisher",
        judge: Judge::SbomTools,
        checks: MAKER,
        ours: true,
        holds: |it| it.says(&["\"publisher\"", "<publisher", ":publisher"]),
    },
    Class {
        name: "swid",
        judge: Judge::SbomTools,
        checks: &["-other-identifier", "cisa-identifiers"],
        ours: true,
        holds: |it| it.says(&["\"swid\"", "<swid"]),
    },
    Class {
        name: "author of a part",
        judge: Judge::SbomTools,
        checks: MAKER,
        ours: false,
        holds: |it| it.says(&["\"author\"", "<author>"]),
    },
    Class {
        name: "file or key",
        judge: Judge::SbomTools,
        checks: COMPONENT,
        ours: false,
        holds: |it| {
            it.says(&["\"cryptographic-asset\"", "\"file\"", "\"FILE\"", "PrimaryPackagePurpose: FILE"])
        },
    },
    Class {
        name: "tool",
        judge: Judge::SbomTools,
        checks: &["ntia-author"],
        ours: false,
        holds: |it| !it.format.starts_with("spdx") || !it.spdx_names_somebody(),
    },
    Class {
        name: "any relation",
        judge: Judge::SbomTools,
        checks: DEPENDENCIES,
        ours: false,
        holds: |_| true,
    },
    Class {
        name: "any relation",
        judge: Judge::Sbomcheck,
        checks: DEPENDENCIES,
        ours: false,
        holds: |it| it.says(&["elationship"]),
    },
    Class {
        name: "tool",
        judge: Judge::Sbomcheck,
        checks: &["ntia-author"],
        ours: false,
        holds: |it| !it.spdx_names_somebody(),
    },
    Class {
        name: "own identifier",
        judge: Judge::Sbomcheck,
        checks: &["ntia-other-identifier"],
        ours: false,
        holds: |it| it.says(&["SPDXID", "spdxId"]),
    },
    Class {
        name: "old release",
        judge: Judge::SbomTools,
        checks: &["cisa-data-format"],
        ours: true,
        holds: |it| it.format.starts_with("cdx") || it.says(&["SPDX-2.1"]),
    },
    Class {
        name: "namespace",
        judge: Judge::SbomTools,
        checks: &["cisa-sbom-version"],
        ours: false,
        holds: |it| it.format.starts_with("spdx"),
    },
    Class {
        name: "a first edition unsaid",
        judge: Judge::SbomTools,
        checks: &["cisa-sbom-version"],
        ours: false,
        holds: |it| it.format == "cdx-xml",
    },
    Class {
        name: "no tool",
        judge: Judge::SbomTools,
        checks: &["cisa-tool-version"],
        ours: false,
        holds: |it| !it.ours.met.get("cisa-tool-name").is_some_and(|met| *met),
    },
    Class {
        name: "no tool's version",
        judge: Judge::SbomTools,
        checks: &["cisa-tool-version"],
        ours: false,
        holds: |it| it.says(&["Tool:", "ools", "reator"]),
    },
    Class {
        name: "tools as components",
        judge: Judge::SbomTools,
        checks: &["cisa-tool-name"],
        ours: true,
        holds: |it| it.format == "cdx-xml",
    },
    Class {
        name: "in development",
        judge: Judge::SbomTools,
        checks: &["cisa-tool-version"],
        ours: true,
        holds: |it| it.says(&["in-dev", "dev-master"]),
    },
    Class {
        name: "creator of no kind",
        judge: Judge::SbomTools,
        checks: &["cisa-tool-name", "cisa-author", "ntia-author"],
        ours: false,
        holds: |it| {
            it.format.starts_with("spdx")
                && (!it.spdx_names_somebody() || it.says(&["Organization: Unknown"]))
        },
    },
    Class {
        name: "manufacturer or authors",
        judge: Judge::SbomTools,
        checks: &["cisa-author", "ntia-author"],
        ours: true,
        holds: |it| it.says(&["manufacturer", "authors", "Agent", "createdBy"]),
    },
    Class {
        name: "maker of the product",
        judge: Judge::SbomTools,
        checks: &["cisa-author"],
        ours: false,
        holds: |it| it.says(&["manufacture", "authors"]),
    },
    Class {
        name: "statements",
        judge: Judge::SbomTools,
        checks: &["bsi-no-vulnerabilities"],
        ours: false,
        holds: |it| it.says(&["vulnerabilities"]),
    },
    Class {
        name: "supplier of the list",
        judge: Judge::SbomTools,
        checks: MAKER,
        ours: true,
        holds: |it| it.says(&["supplier", "originatedBy"]),
    },
    Class {
        name: "lifecycle elsewhere",
        judge: Judge::SbomTools,
        checks: &["cisa-generation-context"],
        ours: true,
        holds: |it| it.says(&["lifecycles", "sbomType"]),
    },
    Class {
        name: "digest of what is distributed",
        judge: Judge::SbomTools,
        checks: &["cisa-component-hash"],
        ours: true,
        holds: |it| it.says(&["externalReferences"]),
    },
    Class {
        name: "in several files",
        judge: Judge::SbomTools,
        checks: &["bsi-component-version", "cisa-component-hash", "cisa-licence"],
        ours: true,
        holds: |it| it.says(&["SPDXRef-File", "FileName", "software_File", "\"files\""]),
    },
    Class {
        name: "dated instead",
        judge: Judge::SbomTools,
        checks: &["bsi-component-version"],
        ours: true,
        holds: |it| it.format.starts_with("spdx"),
    },
    Class {
        name: "unknown",
        judge: Judge::Sbomcheck,
        checks: &["ntia-author"],
        ours: false,
        holds: |it| it.says(&["Organization: Unknown"]),
    },
    Class {
        name: "empty word",
        judge: Judge::Sbomcheck,
        checks: &["ntia-component-version"],
        ours: false,
        holds: |it| it.says(&["\"versionInfo\": \"\"", "\"versionInfo\":\"\"", "NOASSERTION"]),
    },
    Class {
        name: "SPDX 3",
        judge: Judge::Sbomcheck,
        checks: &["ntia-component-version"],
        ours: false,
        holds: |it| it.format.starts_with("spdx3"),
    },
    Class {
        name: "originator",
        judge: Judge::Sbomcheck,
        checks: &["ntia-supplier"],
        ours: true,
        holds: |it| it.says(&["originator"]),
    },
    Class {
        name: "any relation",
        judge: Judge::Sbomcheck,
        checks: DEPENDENCIES,
        ours: false,
        holds: |it| it.says(&["SPDXRef-DOCUMENT"]),
    },
    Class {
        name: "creator of no kind",
        judge: Judge::SbomTools,
        checks: &["cisa-author", "cisa-tool-version"],
        ours: true,
        holds: |it| it.says(&["creators"]) && !it.spdx_names_somebody(),
    },
    Class {
        name: "no assertion",
        judge: Judge::SbomTools,
        checks: &["cisa-licence", "-version", "-producer", "ntia-supplier"],
        ours: false,
        holds: |it| it.format.starts_with("spdx3"),
    },
    Class {
        name: "verification code",
        judge: Judge::SbomTools,
        checks: &["cisa-component-hash"],
        ours: false,
        holds: |it| it.says(&["erificationCode"]),
    },
    Class {
        name: "DEPENDENCY_OF",
        judge: Judge::SbomTools,
        checks: DEPENDENCIES,
        ours: true,
        holds: |it| it.says(&["DEPENDENCY_OF"]),
    },
    Class {
        name: "lines run together",
        judge: Judge::SbomTools,
        checks: &["-"],
        ours: false,
        holds: |it| it.format == "spdx-tv" && !it.text.contains("\nSPDXID:"),
    },
];

/// What stands where no class says why.
pub(crate) const UNEXPLAINED: &str = "unexplained";

/// Why they differ.
pub(crate) fn class(judge: Judge, check: &str, ours: bool, seen: &Seen<'_>) -> &'static str {
    let fits = |it: &&Class| {
        it.judge == judge
            && it.ours == ours
            && it.checks.iter().any(|part| check.contains(part))
            && (it.holds)(seen)
    };
    if !ours && seen.ours.of_nothing.contains(&check) {
        return "nothing listed";
    }
    if !ours && judge == Judge::SbomTools && seen.ours.but_one.contains(&check) {
        return "one left out";
    }
    CLASSES.iter().find(fits).map_or(UNEXPLAINED, |it| it.name)
}
