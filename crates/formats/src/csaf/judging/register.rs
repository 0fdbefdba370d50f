//! Every test of sections 6.1 and 6.2 of the standard, in its order and with its names.

use super::answer::CsafTier::{self, Mandatory, Optional};
use super::findings::Findings;
use super::judged::Judged;
use super::profile::{self, INCIDENT, INFORMATIONAL, SECURITY, VEX};
use super::{
    category, document_optional, language, product_helper, product_ids, product_optional, product_reference,
    product_status, repeated, revision_history, scores, version_range, weakness,
};

/// A test of the standard.
pub(super) struct Test {
    /// Its section.
    pub(super) id: &'static str,
    /// The section's heading.
    pub(super) name: &'static str,
    pub(super) tier: CsafTier,
    /// Of documents of which categories it is asked.
    pub(super) asked: Asked,
    /// What it looks at: where that breaks the schema, the test cannot say that it passed.
    pub(super) looks_at: &'static [&'static str],
    pub(super) run: fn(&Judged<'_>, &mut Findings),
}

/// Of documents of which categories a test is asked.
#[derive(Clone, Copy)]
pub(super) enum Asked {
    Everything,
    Only(&'static [&'static str]),
    Except(&'static [&'static str]),
}

impl Test {
    /// Whether it is asked of documents of this category.
    pub(super) fn is_asked_of(&self, category: &str) -> bool {
        match self.asked {
            Asked::Everything => true,
            Asked::Only(these) => these.contains(&category),
            Asked::Except(others) => !others.contains(&category),
        }
    }
}

/// The number, name and weight of every test that is run.
pub fn csaf_tests() -> impl Iterator<Item = (&'static str, &'static str, CsafTier)> {
    TESTS.iter().map(|test| (test.id, test.name, test.tier))
}

type Run = fn(&Judged<'_>, &mut Findings);

const fn must(id: &'static str, name: &'static str, looks_at: &'static [&'static str], run: Run) -> Test {
    Test { id, name, tier: Mandatory, asked: Asked::Everything, looks_at, run }
}

const fn of(
    id: &'static str,
    name: &'static str,
    these: &'static [&'static str],
    looks_at: &'static [&'static str],
    run: Run,
) -> Test {
    Test { id, name, tier: Mandatory, asked: Asked::Only(these), looks_at, run }
}

const fn should(id: &'static str, name: &'static str, looks_at: &'static [&'static str], run: Run) -> Test {
    Test { id, name, tier: Optional, asked: Asked::Everything, looks_at, run }
}

const TREE: &[&str] = &["/product_tree"];
const VULNERABILITIES: &[&str] = &["/vulnerabilities"];
const BOTH: &[&str] = &["/product_tree", "/vulnerabilities"];
const LANGUAGES: &[&str] = &["/document/lang", "/document/source_lang"];
const TRACKING: &[&str] = &["/document/tracking"];
const CATEGORY: &[&str] = &["/document/category"];

/// The tests. `6.1.27` is a heading and no test.
pub(super) const TESTS: [Test; 63] = [
    must("6.1.1", "Missing Definition of Product ID", BOTH, product_ids::missing_definition),
    must("6.1.2", "Multiple Definition of Product ID", TREE, product_ids::multiple_definition),
    must("6.1.3", "Circular Definition of Product ID", TREE, product_ids::circular_definition),
    must("6.1.4", "Missing Definition of Product Group ID", BOTH, product_ids::missing_group),
    must("6.1.5", "Multiple Definition of Product Group ID", TREE, product_ids::multiple_group),
    must("6.1.6", "Contradicting Product Status", VULNERABILITIES, product_status::contradicting),
    must("6.1.7", "Multiple Scores with same Version per Product", VULNERABILITIES, scores::multiple_scores),
    must("6.1.8", "Invalid CVSS", VULNERABILITIES, scores::invalid),
    must("6.1.9", "Invalid CVSS computation", VULNERABILITIES, scores::computation),
    must("6.1.10", "Inconsistent CVSS", VULNERABILITIES, scores::inconsistent),
    must("6.1.11", "CWE", VULNERABILITIES, weakness::weakness),
    must("6.1.12", "Language", LANGUAGES, language::language),
    must("6.1.13", "PURL", TREE, product_helper::package_url),
    must("6.1.14", "Sorted Revision History", TRACKING, revision_history::sorted),
    must("6.1.15", "Translator", &["/document/publisher", "/document/source_lang"], language::translator),
    must("6.1.16", "Latest Document Version", TRACKING, revision_history::latest),
    must("6.1.17", "Document Status Draft", TRACKING, revision_history::draft),
    must("6.1.18", "Released Revision History", TRACKING, revision_history::released),
    must(
        "6.1.19",
        "Revision History Entries for Pre-release Versions",
        TRACKING,
        revision_history::pre_release,
    ),
    must("6.1.20", "Non-draft Document Version", TRACKING, revision_history::non_draft),
    must("6.1.21", "Missing Item in Revision History", TRACKING, revision_history::missing_item),
    must("6.1.22", "Multiple Definition in Revision History", TRACKING, revision_history::multiple),
    must("6.1.23", "Multiple Use of Same CVE", VULNERABILITIES, repeated::same_cve),
    must("6.1.24", "Multiple Definition in Involvements", VULNERABILITIES, repeated::involvements),
    must("6.1.25", "Multiple Use of Same Hash Algorithm", TREE, product_helper::same_algorithm),
    Test {
        id: "6.1.26",
        name: "Prohibited Document Category Name",
        tier: Mandatory,
        asked: Asked::Except(&["csaf_base", INCIDENT, INFORMATIONAL, SECURITY, VEX]),
        looks_at: CATEGORY,
        run: category::prohibited,
    },
    of(
        "6.1.27.1",
        "Document Notes",
        &[INFORMATIONAL, INCIDENT],
        &["/document/notes"],
        profile::document_notes,
    ),
    of(
        "6.1.27.2",
        "Document References",
        &[INFORMATIONAL, INCIDENT],
        &["/document/references"],
        profile::document_references,
    ),
    of("6.1.27.3", "Vulnerabilities", &[INFORMATIONAL], CATEGORY, profile::no_vulnerabilities),
    of("6.1.27.4", "Product Tree", &[SECURITY, VEX], TREE, profile::product_tree),
    of("6.1.27.5", "Vulnerability Notes", &[SECURITY, VEX], VULNERABILITIES, profile::vulnerability_notes),
    of("6.1.27.6", "Product Status", &[SECURITY], VULNERABILITIES, profile::product_status),
    of("6.1.27.7", "VEX Product Status", &[VEX], VULNERABILITIES, profile::vex_status),
    of("6.1.27.8", "Vulnerability ID", &[VEX], VULNERABILITIES, profile::vulnerability_id),
    of("6.1.27.9", "Impact Statement", &[VEX], BOTH, profile::impact_statement),
    of("6.1.27.10", "Action Statement", &[VEX], BOTH, profile::action_statement),
    of("6.1.27.11", "Vulnerabilities", &[SECURITY, VEX], VULNERABILITIES, profile::vulnerabilities),
    must("6.1.28", "Translation", LANGUAGES, language::translation),
    must("6.1.29", "Remediation without Product Reference", VULNERABILITIES, product_reference::remediation),
    must("6.1.30", "Mixed Integer and Semantic Versioning", TRACKING, revision_history::mixed),
    must("6.1.31", "Version Range in Product Version", TREE, version_range::in_product_version),
    must("6.1.32", "Flag without Product Reference", VULNERABILITIES, product_reference::flag),
    must(
        "6.1.33",
        "Multiple Flags with VEX Justification Codes per Product",
        BOTH,
        product_reference::multiple_flags,
    ),
    Test {
        id: "6.2.1",
        name: "Unused Definition of Product ID",
        tier: Optional,
        asked: Asked::Except(&[INFORMATIONAL]),
        looks_at: BOTH,
        run: product_ids::unused_definition,
    },
    should("6.2.2", "Missing Remediation", BOTH, product_optional::missing_remediation),
    should("6.2.3", "Missing Score", VULNERABILITIES, product_optional::missing_score),
    should("6.2.4", "Build Metadata in Revision History", TRACKING, revision_history::build_metadata),
    should(
        "6.2.5",
        "Older Initial Release Date than Revision History",
        TRACKING,
        revision_history::initial_date,
    ),
    should(
        "6.2.6",
        "Older Current Release Date than Revision History",
        TRACKING,
        revision_history::current_date,
    ),
    should("6.2.7", "Missing Date in Involvements", VULNERABILITIES, repeated::involvement_date),
    should("6.2.8", "Use of MD5 as the only Hash Algorithm", TREE, product_helper::only_md5),
    should("6.2.9", "Use of SHA-1 as the only Hash Algorithm", TREE, product_helper::only_sha1),
    should("6.2.10", "Missing TLP label", &["/document/distribution"], document_optional::missing_label),
    should(
        "6.2.11",
        "Missing Canonical URL",
        &["/document/references", "/document/tracking"],
        document_optional::canonical_url,
    ),
    should("6.2.12", "Missing Document Language", LANGUAGES, language::missing_language),
    should("6.2.13", "Sorting", &[], document_optional::sorting),
    should("6.2.14", "Use of Private Language", LANGUAGES, language::private_language),
    should("6.2.15", "Use of Default Language", LANGUAGES, language::default_language),
    should("6.2.16", "Missing Product Identification Helper", TREE, product_helper::missing_helper),
    should("6.2.17", "CVE in field IDs", VULNERABILITIES, repeated::cve_among_ids),
    should("6.2.18", "Product Version Range without vers", TREE, version_range::without_vers),
    should("6.2.19", "CVSS for Fixed Products", VULNERABILITIES, scores::fixed_products),
    should("6.2.20", "Additional Properties", &[], document_optional::additional),
];
