//! Why two judges differ. Each class holds for one judge, some checks and one side, and only where the document itself has what the
//! class speaks of.

use super::judge::Judge;

/// A document, as classes look at it.
#[derive(Debug)]
pub(crate) struct Seen<'a> {
    pub(crate) text: &'a str,
    pub(crate) format: &'a str,
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
    CLASSES.iter().find(fits).map_or(UNEXPLAINED, |it| it.name)
}
