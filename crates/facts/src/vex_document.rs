//! What somebody states of vulnerabilities in products (Vulnerability Exploitability eXchange), whichever format it is written in.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::Serialize;

use crate::component_decision::{VexJustification, VexStatus, VulnerabilityDecision};
use crate::purl::Purl;

/// A document of statements.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VexDocument {
    /// Its identifier at its author.
    pub id: String,
    /// Who states it.
    pub author: VexAuthor,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Whom it may be passed on to (Traffic Light Protocol), where it says so: `GREEN`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tlp: Option<String>,
    /// When it was first issued.
    pub issued_at: Option<Timestamp>,
    /// When this edition was made.
    pub updated_at: Option<Timestamp>,
    /// Its edition, counted from 1.
    pub edition: u32,
    /// The tool that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tool: Option<String>,
    /// What it states.
    pub statements: Vec<VexStatement>,
}

/// Who makes a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VexAuthor {
    /// By name, address or identifier, as written.
    pub name: String,
    /// In which role: CSAF's category of a publisher (`vendor`), or words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The address under which the author's identifiers are its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
}

/// One statement: of one vulnerability, for products that stand alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VexStatement {
    /// The vulnerability.
    pub vulnerability: VexVulnerability,
    /// The products.
    pub products: Vec<VexProduct>,
    /// The status.
    pub status: VexStatus,
    /// Why it is not affected, for that status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub justification: Option<VexJustification>,
    /// Why it is not affected, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impact: Option<String>,
    /// What is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<VexAction>,
    /// How the status came about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// When it was stated, where that is recorded for itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated_at: Option<Timestamp>,
    /// CycloneDX's own words where ours are not equal to them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cyclonedx: Option<CyclonedxWords>,
}

/// A state and a justification as CycloneDX has them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CyclonedxWords {
    /// `analysis.state`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// `analysis.justification`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub justification: Option<String>,
}

/// What is to be done about a vulnerability.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct VexAction {
    /// Of which kind it is, where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<VexActionKind>,
    /// In words.
    pub says: String,
}

/// The kind of an action (CSAF, `remediations[].category`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VexActionKind {
    /// The vendor mends it.
    VendorFix,
    /// It can be avoided.
    Workaround,
    /// Its risk can be made less.
    Mitigation,
    /// Nobody will mend it.
    NoFixPlanned,
    /// Nothing mends it as yet.
    NoneAvailable,
}

/// A vulnerability by all its names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct VexVulnerability {
    /// Its name: its CVE identifier where it has one.
    pub name: String,
    /// Its other names, in order.
    pub aliases: Vec<String>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A product, and the parts of it in which the vulnerability is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct VexProduct {
    /// The product.
    pub item: VexItem,
    /// The parts; empty: it is said of the product itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subcomponents: Vec<VexItem>,
}

/// Software by what it is known by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct VexItem {
    /// An identifier with a scheme that is no package URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its name, where the package URL does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its version, where the package URL does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Its package URL, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purl: Option<String>,
    /// Its CPE name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpe: Option<String>,
    /// Digests of its file: algorithm and value in lower-case hexadecimal, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub digests: Vec<(String, String)>,
}

impl VexVulnerability {
    /// The one with these names: the first CVE identifier among them is its name, else the first of all.
    pub fn of(names: impl IntoIterator<Item = String>, description: Option<String>) -> Option<Self> {
        let mut names: Vec<String> = names.into_iter().filter(|name| !name.trim().is_empty()).collect();
        let first = names.iter().position(|name| is_cve(name)).unwrap_or(0);
        if names.is_empty() {
            return None;
        }
        let name = names.remove(first);
        names.retain(|other| *other != name);
        names.sort_unstable();
        names.dedup();
        Some(Self { name, aliases: names, description })
    }

    /// Every name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }
}

/// CVE Record Format, `cveId`.
pub fn is_cve(name: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = name.strip_prefix("CVE-").and_then(|rest| rest.split_once('-'));
    parts.is_some_and(|(year, number)| {
        year.len() == 4 && digits(year) && (4..=19).contains(&number.len()) && digits(number)
    })
}

impl VexItem {
    /// Software of this name: a package URL, an identifier with a scheme, or a name with its version behind an `@`.
    pub fn named(word: &str) -> Self {
        let word = word.trim();
        let some = |text: &str| Some(text.to_owned());
        if word.starts_with("pkg:") {
            Self { purl: some(word), ..Self::default() }
        } else if word.starts_with("cpe:") {
            Self { cpe: some(word), ..Self::default() }
        } else if has_scheme(word) {
            Self { id: some(word), ..Self::default() }
        } else {
            match word.rsplit_once('@').filter(|(name, version)| !name.is_empty() && !version.is_empty()) {
                Some((name, version)) => Self { name: some(name), version: some(version), ..Self::default() },
                None => Self { name: some(word), ..Self::default() },
            }
        }
    }

    /// What it is called: by package URL, identifier, CPE name, or name and version.
    pub fn called(&self) -> String {
        let by_name = || match (&self.name, &self.version) {
            (Some(name), Some(version)) => Some(format!("{name}@{version}")),
            (name, _) => name.clone(),
        };
        let known = self.purl.clone().or_else(|| self.id.clone()).or_else(by_name);
        known.or_else(|| self.cpe.clone()).unwrap_or_else(|| {
            self.digests.first().map(|(algorithm, value)| format!("{algorithm}:{value}")).unwrap_or_default()
        })
    }

    /// Whether it says nothing to know software by.
    pub fn is_empty(&self) -> bool {
        self.called().is_empty()
    }

    /// The same without what its package URL says already, and with its digests in order.
    #[must_use]
    pub fn plain(mut self) -> Self {
        let blank = |text: &String| !text.trim().is_empty();
        self.name = self.name.filter(blank);
        self.version = self.version.filter(blank);
        if let Some(purl) = self.purl.as_deref().and_then(|purl| purl.parse::<Purl>().ok())
            && self.name.as_deref().is_none_or(|name| name == purl.name)
            && (self.version.is_none() || self.version == purl.version)
        {
            (self.name, self.version) = (None, None);
        }
        if self.name.is_none() && self.purl.is_none() {
            self.version = None;
        }
        self.digests.sort();
        self.digests.dedup();
        self
    }
}

/// RFC 3986, section 3.1.
fn has_scheme(word: &str) -> bool {
    word.split_once(':').is_some_and(|(scheme, rest)| {
        !rest.is_empty()
            && scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
            && !word.contains(char::is_whitespace)
    })
}

impl VexStatement {
    /// What it is about: parts where it names some, else products. The product stands beside its part.
    pub fn about(&self) -> impl Iterator<Item = (&VexItem, Option<&VexItem>)> {
        self.products.iter().flat_map(|product| {
            let itself = product.subcomponents.is_empty().then_some((&product.item, None));
            itself.into_iter().chain(product.subcomponents.iter().map(|part| (part, Some(&product.item))))
        })
    }

    /// Its reasoning in words.
    pub fn because(&self) -> String {
        let action = self.action.as_ref().map(|action| &action.says);
        let words: Vec<&str> = [self.impact.as_ref(), action, self.notes.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        words.join(" ")
    }
}

impl VexDocument {
    /// The decisions it would be if whoever reads it took it over: one for each component a statement names.
    pub fn decisions(&self) -> Vec<VulnerabilityDecision> {
        let mut decisions = Vec::new();
        for statement in &self.statements {
            let decided_at = statement.stated_at.or(self.issued_at);
            decisions.extend(statement.about().map(|(item, _)| VulnerabilityDecision {
                vulnerability: statement.vulnerability.name.clone(),
                component: item.called(),
                status: statement.status.into(),
                justification: statement.justification,
                because: statement.because(),
                decided_by: Some(self.author.name.clone()).filter(|name| !name.is_empty()),
                decided_on: decided_at.map(|at| at.to_zoned(TimeZone::UTC).date()),
                ..VulnerabilityDecision::default()
            }));
        }
        decisions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vulnerability_is_called_by_its_cve() {
        let names = ["GHSA-x", "CVE-2026-1234", "CVE-2025-99999"].map(str::to_owned);
        let one = VexVulnerability::of(names, None).unwrap();
        assert_eq!(
            (one.name.as_str(), one.aliases),
            ("CVE-2026-1234", vec!["CVE-2025-99999".into(), "GHSA-x".into()])
        );
        assert_eq!(VexVulnerability::of([" ".to_owned()], None), None);
        assert!(!is_cve("CVE-2026-123") && !is_cve("CVE-20261-1234"));
    }

    #[test]
    fn software_is_called_by_what_says_most() {
        for word in
            ["pkg:npm/a@1", "https://a.example/b", "busybox@1.36.1", "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*", "x"]
        {
            assert_eq!(VexItem::named(word).called(), word);
        }
        let said_twice =
            VexItem { name: Some("a".into()), version: Some("1".into()), ..VexItem::named("pkg:npm/a@1") };
        assert_eq!(said_twice.plain(), VexItem::named("pkg:npm/a@1"));
        let other = VexItem { name: Some("b".into()), ..VexItem::named("pkg:npm/a@1") };
        assert_eq!(other.clone().plain(), other);
    }
}
