//! OpenVEX: what the makers say of vulnerabilities in their components (OpenVEX specification 0.2.0).

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_facts::{Place, Read, VexJustification, VexStatus, VulnerabilityDecision};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::json::read_value;
use crate::problems::Problems;

/// The most statements of one document; each may name several components.
const MOST_STATEMENTS: usize = 10_000;

/// Reads an OpenVEX document into decisions, one for each component a statement names.
pub fn read_openvex(bytes: &[u8], limits: &Limits) -> Read<Vec<VulnerabilityDecision>> {
    match read_value::<Written>(bytes, limits.advisory_bytes, limits.depth, "OpenVEX") {
        Ok(written) => written.into_decisions(Problems::new(limits.problems)),
        Err(problem) => Read::refused(*problem),
    }
}

#[derive(Deserialize)]
struct Written {
    #[serde(rename = "@context")]
    context: Option<String>,
    author: Option<String>,
    timestamp: Option<String>,
    statements: Option<Vec<WrittenStatement>>,
}

#[derive(Deserialize)]
struct WrittenStatement {
    vulnerability: Option<WrittenVulnerability>,
    timestamp: Option<String>,
    #[serde(default)]
    products: Vec<WrittenProduct>,
    status: Option<String>,
    justification: Option<String>,
    impact_statement: Option<String>,
    action_statement: Option<String>,
    status_notes: Option<String>,
}

/// Version 0.2.0 writes an object, versions before it only the name.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenVulnerability {
    Name(String),
    Object { name: Option<String> },
}

/// The same: an object with an identifier, or the identifier alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenProduct {
    Id(String),
    Object {
        #[serde(rename = "@id")]
        id: Option<String>,
        identifiers: Option<WrittenIdentifiers>,
        #[serde(default)]
        subcomponents: Vec<WrittenProduct>,
    },
}

#[derive(Deserialize)]
struct WrittenIdentifiers {
    purl: Option<String>,
}

impl WrittenProduct {
    /// The components it stands for: its subcomponents where it names some, else itself.
    fn components(self) -> Vec<String> {
        match self {
            Self::Id(id) => vec![id],
            Self::Object { id, identifiers, subcomponents } if subcomponents.is_empty() => {
                identifiers.and_then(|identifiers| identifiers.purl).or(id).into_iter().collect()
            }
            Self::Object { subcomponents, .. } => {
                subcomponents.into_iter().flat_map(Self::components).collect()
            }
        }
    }
}

impl Written {
    fn into_decisions(self, mut problems: Problems) -> Read<Vec<VulnerabilityDecision>> {
        let is_openvex = self.context.as_deref().is_some_and(|context| context.contains("openvex.dev"));
        let statements = match self.statements {
            Some(statements) if is_openvex => statements,
            _ => {
                problems.error(Place::default(), text!("formats-openvex-other"));
                Vec::new()
            }
        };
        if statements.len() > MOST_STATEMENTS {
            problems
                .error(Place::at("/statements"), text!("formats-openvex-too-many", most = MOST_STATEMENTS));
            return Read::with(Vec::new(), problems.told());
        }
        let (author, made) = (self.author, self.timestamp);
        let mut decisions = Vec::new();
        for (index, statement) in statements.into_iter().enumerate() {
            match statement.into_decisions(author.as_deref(), made.as_deref()) {
                Ok(several) => decisions.extend(several),
                Err(wrong) => {
                    let says = text!("formats-openvex-statement", found = excerpt(&wrong));
                    problems.error(Place::at(format!("/statements/{index}")), says);
                }
            }
        }
        Read::with(decisions, problems.told())
    }
}

impl WrittenStatement {
    /// The decisions, or the word that cannot be read.
    fn into_decisions(
        self,
        author: Option<&str>,
        made: Option<&str>,
    ) -> Result<Vec<VulnerabilityDecision>, String> {
        let Some(WrittenVulnerability::Name(name) | WrittenVulnerability::Object { name: Some(name) }) =
            self.vulnerability
        else {
            return Err("vulnerability".to_owned());
        };
        let status = self.status.unwrap_or_default();
        let status = status_of(&status).ok_or(status)?;
        let justification = match self.justification.filter(|word| !word.is_empty()) {
            Some(word) => Some(justification_of(&word).ok_or(word)?),
            None => None,
        };
        let because = [self.impact_statement, self.action_statement, self.status_notes];
        let because = because.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let decided_on = self.timestamp.as_deref().or(made).and_then(|at| at.parse::<Timestamp>().ok());
        let decision = |component| VulnerabilityDecision {
            vulnerability: name.clone(),
            component,
            status,
            justification,
            because: because.clone(),
            risk_accepted: false,
            decided_by: author.map(str::to_owned),
            decided_on: decided_on.map(|at| at.to_zoned(TimeZone::UTC).date()),
            expires_on: None,
        };
        let components: Vec<String> =
            self.products.into_iter().flat_map(WrittenProduct::components).collect();
        if components.is_empty() {
            return Err("products".to_owned());
        }
        Ok(components.into_iter().map(decision).collect())
    }
}

fn status_of(word: &str) -> Option<VexStatus> {
    Some(match word {
        "not_affected" => VexStatus::NotAffected,
        "affected" => VexStatus::Affected,
        "fixed" => VexStatus::Fixed,
        "under_investigation" => VexStatus::UnderInvestigation,
        _ => return None,
    })
}

fn justification_of(word: &str) -> Option<VexJustification> {
    Some(match word {
        "component_not_present" => VexJustification::ComponentNotPresent,
        "vulnerable_code_not_present" => VexJustification::VulnerableCodeNotPresent,
        "vulnerable_code_not_in_execute_path" => VexJustification::VulnerableCodeNotInExecutePath,
        "vulnerable_code_cannot_be_controlled_by_adversary" => {
            VexJustification::VulnerableCodeCannotBeControlledByAdversary
        }
        "inline_mitigations_already_exist" => VexJustification::InlineMitigationsAlreadyExist,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// After the example of the OpenVEX specification 0.2.0.
    const EXAMPLE: &str = r#"{"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://openvex.dev/docs/example/vex-1",
        "author": "Wolfi J. Inkinson", "timestamp": "2023-01-08T18:02:03.647787998-06:00", "version": 1,
        "statements": [
          {"vulnerability": {"name": "CVE-2014-123456"}, "products": [
             {"@id": "pkg:apk/distro/git@2.39.0-r1?arch=x86_64",
              "subcomponents": [{"@id": "pkg:deb/debian/libssl@1"}, {"identifiers": {"purl": "pkg:npm/a@1"}}]},
             {"@id": "pkg:npm/b@2"}],
           "status": "not_affected", "justification": "vulnerable_code_not_present", "impact_statement": "never built"},
          {"vulnerability": "CVE-2", "products": ["pkg:npm/c@3"], "status": "fixed",
           "timestamp": "2024-01-08T00:00:00Z"}]}"#;

    #[test]
    fn each_component_a_statement_names_gets_its_decision() {
        let decisions = read_openvex(EXAMPLE.as_bytes(), &Limits::default()).value.unwrap();
        let components: Vec<&str> = decisions.iter().map(|one| one.component.as_str()).collect();
        assert_eq!(components, ["pkg:deb/debian/libssl@1", "pkg:npm/a@1", "pkg:npm/b@2", "pkg:npm/c@3"]);
        assert_eq!(decisions[0].justification, Some(VexJustification::VulnerableCodeNotPresent));
        assert_eq!(decisions[0].because, "never built");
        assert_eq!(decisions[0].decided_on.unwrap().to_string(), "2023-01-09");
        assert_eq!((decisions[3].status, decisions[3].decided_on.unwrap().year()), (VexStatus::Fixed, 2024));
    }

    #[test]
    fn what_is_no_statement_is_told_with_its_place() {
        let with = |statement: &str| {
            let json = format!(r#"{{"@context": "https://openvex.dev/ns", "statements": [{statement}]}}"#);
            let read = read_openvex(json.as_bytes(), &Limits::default());
            (read.value, read.problems[0].place.path.clone(), read.problems[0].says.to_string())
        };
        let wrong = with(r#"{"vulnerability": "CVE-1", "products": ["a"], "status": "solved"}"#);
        assert_eq!((wrong.0, wrong.1.as_deref()), (None, Some("/statements/0")));
        assert!(wrong.2.contains("solved"), "{}", wrong.2);
        assert!(
            with(r#"{"vulnerability": "CVE-1", "products": [], "status": "fixed"}"#).2.contains("products")
        );
        assert!(with(r#"{"products": ["a"], "status": "fixed"}"#).2.contains("vulnerability"));
        assert_eq!(read_openvex(b"{}", &Limits::default()).problems[0].says.id(), "formats-openvex-other");
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0..EXAMPLE.len()) {
            read_openvex(&bytes, &Limits::default());
            let cut = EXAMPLE.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(0);
            read_openvex(&EXAMPLE.as_bytes()[..cut], &Limits::default());
        }
    }
}
