//! The whole dossier: limits first, then TOML, then each section, all problems at once.

use proofmark_facts::{Dossier, Place, Problem, Read};
use proofmark_text::text;
use toml::de::DeTable;

use super::authority_request::{AUTHORITY_REQUEST, read_authority_request};
use super::component_decision::{
    CHECKED_OTHERWISE, VULNERABILITY_DECISION, read_checked_otherwise, read_vulnerability_decision,
};
use super::conformity::{CONFORMITY, read_conformity};
use super::contact::{CONTACT, read_contact};
use super::declared_case::{CASE, read_case};
use super::evidence::{EVIDENCE, read_evidence};
use super::free_software::{FREE_SOFTWARE, read_free_software};
use super::instructions::{INSTRUCTIONS, read_instructions};
use super::key::{Key, Kind};
use super::lines::Lines;
use super::modification::{MODIFICATION, read_modification};
use super::notes::Notes;
use super::operator::{OPERATOR, read_operator};
use super::other_certificate::{OTHER_CERTIFICATE, read_other_certificate};
use super::places::Places;
use super::product::{PRODUCT, read_product};
use super::release::{RELEASE, read_release};
use super::remote::{REMOTE_SERVICE, read_remote_service};
use super::requirement::{REQUIREMENT, read_requirement};
use super::risk_assessment::{RISK_ASSESSMENT, read_risk_assessment};
use super::scope::{SCOPE, read_scope};
use super::security_update::{SECURITY_UPDATE, read_security_update};
use super::supplier_check::{SUPPLIER_CHECK, read_supplier_check};
use super::supply_chain::{SUPPLY_CHAIN, read_supply_chain};
use super::support_period::{SUPPORT_PERIOD, read_support_period};
use super::syntax;
use super::table::{Table, read_root};
use super::technical::{TECHNICAL_DOCUMENTATION, read_technical_documentation};

/// The largest file that is read, in bytes.
const LARGEST_FILE_BYTES: usize = 1024 * 1024;

/// The register of every key: the reader, the reference and the starter file are made from it.
pub(super) const DOSSIER: &[Key] = &[
    Key::new("proofmark", Kind::Format, "1", "The version of this file's format; it stands first.", "")
        .must(),
    Key::new(
        "advisories",
        Kind::Many(&Kind::Path),
        "[\"advisories\"]",
        "Advisory snapshots beside this file (files or folders), used beside the installation's own database.",
        "",
    ),
    Key::new(
        "triage",
        Kind::Path,
        "\"triage.toml\"",
        "A file beside this one with rules and targets for findings.",
        "Annex I Part II(2)",
    ),
    Key::table("operator", Kind::Table(OPERATOR), "Who declares.", "Article 3(12) to (17)"),
    Key::table(
        "product",
        Kind::Table(PRODUCT),
        "What is declared about.",
        "Article 3(1), Annex II, Annex VII point 1",
    ),
    Key::table(
        "scope",
        Kind::Table(SCOPE),
        "The answers to the scope questions. What is left out counts as not stated.",
        "Articles 2 and 4",
    ),
    Key::table(
        "free_software",
        Kind::Table(FREE_SOFTWARE),
        "The product is free and open-source software.",
        "Article 3(48)",
    ),
    Key::table(
        "remote_services",
        Kind::Rows(REMOTE_SERVICE),
        "A remote service the product uses.",
        "Article 3(2)",
    ),
    Key::table("release", Kind::Table(RELEASE), "The release under assessment.", "Annex VII point 1(b)"),
    Key::table(
        "modification",
        Kind::Table(MODIFICATION),
        "The change that led to this release from an earlier one that was already on the market.",
        "Article 3(30)",
    ),
    Key::table(
        "support_period",
        Kind::Table(SUPPORT_PERIOD),
        "How long vulnerabilities are handled, and why that long.",
        "Article 13(8)",
    ),
    Key::table(
        "security_updates",
        Kind::Rows(SECURITY_UPDATE),
        "A security update that was made available.",
        "Article 13(9)",
    ),
    Key::table(
        "other_certificates",
        Kind::Rows(OTHER_CERTIFICATE),
        "A certificate on cybersecurity issued under other harmonisation law.",
        "Article 69(1)",
    ),
    Key::table(
        "supply_chain",
        Kind::Table(SUPPLY_CHAIN),
        "From which economic operators the product came, and to which it went.",
        "Article 23",
    ),
    Key::table(
        "supplier_check",
        Kind::Table(SUPPLIER_CHECK),
        "For importers and distributors: what you checked before passing the product on.",
        "Articles 19 and 20",
    ),
    Key::table(
        "contact",
        Kind::Table(CONTACT),
        "How users and finders reach you.",
        "Article 13(16) and (17), Annex II points 1 and 2",
    ),
    Key::table(
        "risk_assessment",
        Kind::Table(RISK_ASSESSMENT),
        "The cybersecurity risk assessment.",
        "Article 13(2) to (4)",
    ),
    Key::table(
        "requirements",
        Kind::Keyed(REQUIREMENT),
        "Your decision for one essential requirement, by its place in Annex I: `I.1`, `I.2.a` to `I.2.m`, `II.1` to `II.8`.",
        "Article 13(3) and (4), Annex I",
    ),
    Key::table(
        "conformity",
        Kind::Table(CONFORMITY),
        "Conformity assessment and declaration.",
        "Articles 27, 28, 30 and 32",
    ),
    Key::table(
        "instructions",
        Kind::Table(INSTRUCTIONS),
        "Instructions and information for the user.",
        "Annex II points 8 and 9",
    ),
    Key::table(
        "technical_documentation",
        Kind::Table(TECHNICAL_DOCUMENTATION),
        "What the technical documentation gathers beside the rest of this file: files, or text.",
        "Article 31, Annex VII",
    ),
    Key::table(
        "authority_requests",
        Kind::Rows(AUTHORITY_REQUEST),
        "What a market surveillance authority asked or ordered.",
        "Articles 52 to 58",
    ),
    Key::table("evidence", Kind::Rows(EVIDENCE), "A further file that shows something.", "Annex VII"),
    Key::table(
        "vulnerability_decisions",
        Kind::Rows(VULNERABILITY_DECISION),
        "A decision on one vulnerability in one component version.",
        "Annex I Part I(2)(a) and Part II(2)",
    ),
    Key::table(
        "checked_otherwise",
        Kind::Rows(CHECKED_OTHERWISE),
        "How a component that no advisory data can speak about was checked by other means.",
        "Article 13(5)",
    ),
    Key::table(
        "cases",
        Kind::Rows(CASE),
        "A vulnerability or an incident that may have to be notified.",
        "Articles 14 and 15",
    ),
];

/// A dossier, and where in the file each of its facts stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadDossier {
    /// What is declared.
    pub dossier: Dossier,
    /// Where it stands.
    pub places: Places,
}

/// What could be read of a dossier, whatever is wrong with the rest of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PartialDossier {
    /// The dossier without what could not be read (see [`Places::is_unread`]); absent where the file is not
    /// readable as a dossier at all or does not say what kind of product it is about.
    pub read: Option<ReadDossier>,
    /// All problems, in the order of the file.
    pub problems: Vec<Problem>,
}

impl PartialDossier {
    /// The usual answer of a reader: the value only where no problem is an error.
    pub fn finish(self) -> Read<ReadDossier> {
        match self.read {
            Some(read) => Read::with(read, self.problems),
            None => Read { value: None, problems: self.problems },
        }
    }
}

/// Reads a `proofmark.toml` with all its problems at once, each with bytes, line and column.
pub fn read_dossier(source: &[u8]) -> Read<ReadDossier> {
    read_partial_dossier(source).finish()
}

/// Reads what can be read, so that what the law finds can be shown together with what the reader found.
pub fn read_partial_dossier(source: &[u8]) -> PartialDossier {
    read_prepared(source, |_| {})
}

/// Reads a file that is a dossier once `prepare` has taken out or put in what makes it one.
pub(crate) fn read_prepared(source: &[u8], prepare: impl FnOnce(&mut DeTable<'_>)) -> PartialDossier {
    match check_limits(source) {
        Ok(source) => read_text(source, prepare),
        Err(problem) => PartialDossier { read: None, problems: vec![*problem] },
    }
}

fn check_limits(source: &[u8]) -> Result<&str, Box<Problem>> {
    if source.len() > LARGEST_FILE_BYTES {
        let says = text!("dossier-file-too-large", most = (LARGEST_FILE_BYTES / 1024 / 1024).to_string());
        return Err(Box::new(Problem::error(Place::default(), says)));
    }
    str::from_utf8(source).map_err(|error| {
        let at = error.valid_up_to();
        let before = String::from_utf8_lossy(&source[..at]);
        let line_and_column = Some(Lines::of(&before).line_and_column(before.len()));
        let place = Place { line_and_column, ..Place::bytes(at..at + 1) };
        Box::new(Problem::error(place, text!("dossier-not-utf8", offset = at.to_string())))
    })
}

fn read_text(source: &str, prepare: impl FnOnce(&mut DeTable<'_>)) -> PartialDossier {
    let lines = Lines::of(source);
    let (mended, faults) = syntax::mend(&lines);
    let mut notes = Notes::new(Places::new(lines), DOSSIER);
    for (bytes, says) in faults {
        notes.not_toml(bytes, says);
    }
    let dossier = mended.and_then(|mended| {
        let (mut document, _) = DeTable::parse_recoverable(&mended);
        prepare(document.get_mut());
        read_root(&mut notes, document.get_ref(), DOSSIER, read_sections).flatten()
    });
    let (places, problems) = notes.finish();
    PartialDossier { read: dossier.map(|dossier| ReadDossier { dossier, places }), problems }
}

fn read_sections(table: &mut Table<'_>) -> Option<Dossier> {
    table.format("proofmark");
    let operator = table.section("operator", read_operator);
    let product = table.section("product", read_product);
    let scope = table.section("scope", read_scope).unwrap_or_default();
    let free_software = table.optional("free_software", read_free_software);
    let remote_services = table.rows("remote_services", read_remote_service);
    let release = table.section("release", read_release);
    Some(Dossier {
        scope,
        free_software,
        remote_services,
        modification: table.optional("modification", read_modification),
        support_period: table.section("support_period", read_support_period).unwrap_or_default(),
        security_updates: table.rows("security_updates", read_security_update),
        other_certificates: table.rows("other_certificates", read_other_certificate),
        supply_chain: table.section("supply_chain", read_supply_chain).unwrap_or_default(),
        supplier_check: table.optional("supplier_check", read_supplier_check),
        contact: table.section("contact", read_contact).unwrap_or_default(),
        risk_assessment: table.section("risk_assessment", read_risk_assessment).unwrap_or_default(),
        requirements: table.keyed("requirements", read_requirement),
        conformity: table.section("conformity", read_conformity).unwrap_or_default(),
        instructions: table.section("instructions", read_instructions).unwrap_or_default(),
        technical_documentation: table
            .section("technical_documentation", read_technical_documentation)
            .unwrap_or_default(),
        authority_requests: table.rows("authority_requests", read_authority_request),
        evidence: table.rows("evidence", read_evidence),
        vulnerability_decisions: table.rows("vulnerability_decisions", read_vulnerability_decision),
        checked_otherwise: table.rows("checked_otherwise", read_checked_otherwise),
        cases: table.rows("cases", read_case),
        advisories: table.texts("advisories"),
        triage: table.text("triage"),
        operator: operator?,
        product: product?,
        release: release?,
    })
}
