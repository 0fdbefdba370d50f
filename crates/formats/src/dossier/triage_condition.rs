//! The condition of a triage rule: an expression in CEL over `finding`, `component` and `product`, checked whole before any finding is
//! seen. It never says yes of a finding that lacks a fact it speaks of.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use cel::parser::Parser;
use cel::{Context, Env, IdedExpr, Value};
use proofmark_text::text;

use super::condition_check::Check;
use super::condition_fault::ConditionFault;
use super::condition_grounds::rests_on_a_ground;

/// The longest condition, in bytes.
const LONGEST: usize = 2_000;

/// How deep it may nest.
const DEEPEST: u16 = 24;

/// A condition that can be asked of findings.
#[derive(Debug, Clone, PartialEq)]
pub struct TriageCondition {
    expr: IdedExpr,
    /// The fields it speaks of, as `finding.severity`.
    fields: BTreeSet<String>,
}

/// One fact about a finding, its component or the product.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// `true` or `false`.
    Truth(bool),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// Text, or one of the words of the field.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

/// What is known of one finding, by names as `finding.severity`. What is not in it is not known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ConditionFacts(BTreeMap<&'static str, Fact>);

/// Whether a condition is met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Met {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// It speaks of something nobody knows of this finding.
    Lacks(String),
}

impl ConditionFacts {
    /// Says what is known of a field.
    pub fn know(&mut self, field: &'static str, fact: Fact) {
        self.0.insert(field, fact);
    }

    /// Says what is known of a field, where it is.
    pub fn know_if(&mut self, field: &'static str, fact: Option<Fact>) {
        self.0.extend(fact.map(|fact| (field, fact)));
    }

    fn context(&self) -> Context<'static, 'static> {
        let mut of: HashMap<&str, HashMap<String, Value>> = HashMap::new();
        for (field, fact) in &self.0 {
            if let Some((root, name)) = field.split_once('.') {
                of.entry(root).or_default().insert(name.to_owned(), fact.value());
            }
        }
        let mut context = Context::with_env(Arc::new(Env::stdlib()));
        for (root, fields) in of {
            context.add_variable_from_value(root, fields);
        }
        context
    }
}

impl Fact {
    fn value(&self) -> Value {
        match self {
            Self::Truth(fact) => Value::Bool(*fact),
            Self::Whole(fact) => Value::Int(*fact),
            Self::Number(fact) => Value::Float(*fact),
            Self::Text(fact) => Value::String(Arc::new(fact.clone())),
            Self::List(fact) => Value::from(fact.clone()),
        }
    }
}

impl TriageCondition {
    /// Reads and checks it: every name is known, every part of the kind that is asked there, and it ends in time whatever it is asked of.
    pub fn read(written: &str) -> Result<Self, ConditionFault> {
        if written.len() > LONGEST {
            let says = text!("triage-condition-long", most = LONGEST);
            return Err(ConditionFault { offset: LONGEST, says });
        }
        if let Some(offset) = written.find(|sign: char| sign.is_control() && sign != '\n') {
            return Err(ConditionFault { offset, says: text!("triage-condition-control") });
        }
        let parser = Parser::default().max_recursion_depth(DEEPEST).error_recovery_limit(1);
        let (expr, places) = parser.parse_with_source_info(written).map_err(|errors| {
            let first = errors.errors.first();
            let offset = first.map_or(0, |error| offset_of(written, error.pos));
            let says = first.map(|error| error.msg.lines().next().unwrap_or_default().to_owned());
            ConditionFault { offset, says: text!("triage-condition-no-cel", says = says.unwrap_or_default()) }
        })?;
        let mut check = Check::of(written, &places);
        check.whole(&expr)?;
        let fields = check.fields();
        Ok(Self { expr, fields })
    }

    /// Whether a finding is asked for anything beside how bad, how likely and how old it is, on whichever way the condition is met.
    pub fn rests_on_a_ground(&self) -> bool {
        rests_on_a_ground(&self.expr)
    }

    /// Asks it of each finding. The error is the evaluator's, in its words.
    pub fn is_met(&self, facts: &ConditionFacts) -> Result<Met, String> {
        if let Some(lacking) = self.fields.iter().find(|field| !facts.0.contains_key(field.as_str())) {
            return Ok(Met::Lacks(lacking.clone()));
        }
        match facts.context().resolve(&self.expr) {
            Ok(Value::Bool(true)) => Ok(Met::Yes),
            Ok(Value::Bool(false)) => Ok(Met::No),
            Ok(other) => Err(format!("{:?}", other.type_of())),
            Err(error) => Err(error.to_string()),
        }
    }
}

/// The byte of a line and column, both counted from one and zero, in characters.
fn offset_of(written: &str, (line, column): (isize, isize)) -> usize {
    let (line, column) = (usize::try_from(line - 1).unwrap_or(0), usize::try_from(column).unwrap_or(0));
    let before: usize = written.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = &written[before.min(written.len())..];
    before + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> ConditionFacts {
        let mut facts = ConditionFacts::default();
        facts.know("finding.id", Fact::Text("CVE-2026-7".into()));
        facts.know("finding.aliases", Fact::List(vec!["GHSA-7".into(), "OSV-7".into()]));
        facts.know("finding.severity", Fact::Text("high".into()));
        facts.know("finding.score", Fact::Number(7.5));
        facts.know("finding.exploited", Fact::Truth(false));
        facts.know("finding.age_days", Fact::Whole(20));
        facts.know("component.package", Fact::Text("pkg:npm/left-pad".into()));
        facts.know("component.direct", Fact::Truth(true));
        facts.know("component.pulled_in_by", Fact::List(vec![]));
        facts
    }

    fn met(written: &str) -> Met {
        TriageCondition::read(written)
            .unwrap_or_else(|fault| panic!("{written}: {fault:?}"))
            .is_met(&facts())
            .unwrap()
    }

    #[test]
    fn a_condition_is_met_or_not() {
        for (written, expected) in [
            ("finding.severity == \"high\"", Met::Yes),
            ("finding.severity != \"high\"", Met::No),
            ("finding.severity in [\"low\", \"medium\"]", Met::No),
            ("finding.severity in [\"low\", \"high\"]", Met::Yes),
            ("finding.score >= 7.5 && finding.score < 8", Met::Yes),
            ("finding.score > 7", Met::Yes),
            ("finding.age_days <= 20 && !finding.exploited", Met::Yes),
            ("\"GHSA-7\" in finding.aliases", Met::Yes),
            ("finding.aliases.exists(name, name.startsWith(\"OSV-\"))", Met::Yes),
            ("finding.aliases.all(name, name.startsWith(\"OSV-\"))", Met::No),
            ("component.pulled_in_by.all(name, name == \"x\")", Met::Yes),
            ("size(finding.aliases) == 2 && finding.aliases.size() == 2", Met::Yes),
            ("component.direct ? component.package.endsWith(\"pad\") : false", Met::Yes),
            ("component.package.contains(\"left\")", Met::Yes),
        ] {
            assert_eq!(met(written), expected, "{written}");
        }
    }

    #[test]
    fn what_nobody_knows_is_never_met_however_the_condition_reads() {
        for written in [
            "finding.epss < 0.1",
            "!(finding.epss > 0.1)",
            "true || finding.epss > 0.1",
            "finding.severity == \"high\" && finding.epss < 2",
        ] {
            assert_eq!(met(written), Met::Lacks("finding.epss".into()), "{written}");
        }
    }

    #[test]
    fn everything_unknown_is_refused_at_its_place_before_any_finding_is_seen() {
        for (written, id, at) in [
            ("finding.severty == \"high\"", "triage-condition-field-meant", "finding.severty"),
            ("finding.colour == \"red\"", "triage-condition-field", "finding.colour"),
            ("vulnerability.id == \"x\"", "triage-condition-name", "vulnerability"),
            ("finding.severity == \"hgih\"", "triage-condition-word", "\"hgih\""),
            ("finding.severity in [\"low\", \"mild\"]", "triage-condition-word", "\"mild\""),
            ("finding.severity < \"high\"", "triage-condition-kinds", "<"),
            ("finding.score == \"7\"", "triage-condition-kinds", "=="),
            ("finding.id", "triage-condition-no-answer", "finding.id"),
            ("finding == finding", "triage-condition-name", "finding"),
            ("has(finding.epss)", "triage-condition-has", "has"),
            ("finding.id.matches(\"(a+)+\")", "triage-condition-function", "matches"),
            ("finding.score + 1.0 > 2.0", "triage-condition-function", "+"),
            ("finding.aliases.map(a, a) == finding.aliases", "triage-condition-", "map"),
            (
                "finding.aliases.exists(a, finding.aliases.exists(b, a == b))",
                "triage-condition-nested",
                "exists(b",
            ),
            ("finding.aliases[0] == \"x\"", "triage-condition-function", "["),
            ("finding.id == null", "triage-condition-literal", "null"),
            ("finding.id == \"a", "triage-condition-no-cel", ""),
            ("", "triage-condition-no-cel", ""),
            ("{\"a\": 1} == {}", "triage-condition-part", "{"),
        ] {
            let fault = TriageCondition::read(written).expect_err(written);
            assert!(fault.says.id().starts_with(id), "{written}: {}", fault.says.id());
            let found = &written[fault.offset.min(written.len())..];
            let near = written.find(at).unwrap_or_default();
            assert!(
                fault.offset.abs_diff(near) <= 8 || found.starts_with(at),
                "{written}: {} `{found}`",
                fault.offset
            );
        }
        let long = format!("finding.id == \"{}\"", "x".repeat(LONGEST));
        assert_eq!(TriageCondition::read(&long).unwrap_err().says.id(), "triage-condition-long");
        let deep = format!("{}true{}", "(".repeat(200), ")".repeat(200));
        assert!(TriageCondition::read(&deep).is_err());
        let not = format!("{}true", "!".repeat(1500));
        assert!(TriageCondition::read(&not).is_err() || met(&not) == Met::Yes);
    }

    #[test]
    fn the_place_is_found_behind_letters_of_several_bytes() {
        let written = "finding.id == \"äöü\" && finding.nme == \"x\"";
        let fault = TriageCondition::read(written).unwrap_err();
        assert!(written[fault.offset..].starts_with("finding.nme"), "{}", &written[fault.offset..]);
    }

    #[test]
    fn how_bad_a_vulnerability_is_is_no_ground_on_any_way_the_condition_is_met() {
        for (written, grounded) in [
            ("finding.severity == \"low\"", false),
            ("finding.score < 4.0 && finding.epss < 0.01 && !finding.exploited", false),
            ("product.name == \"Gateway\" && finding.age_days > 10", false),
            ("true", false),
            ("component.package == \"pkg:npm/x\"", true),
            ("component.package == \"pkg:npm/x\" && finding.severity == \"low\"", true),
            ("component.package == \"pkg:npm/x\" || finding.severity == \"low\"", false),
            ("!(component.package == \"x\" && finding.severity == \"low\")", false),
            ("!(component.package == \"x\" || finding.severity == \"low\")", false),
            ("!(component.package != \"pkg:npm/x\" || finding.severity == \"low\")", true),
            ("component.name == component.name && finding.score < 4.0", false),
            ("component.name != \"\" && finding.score < 4.0", false),
            ("component.name == \"\" && finding.score < 4.0", false),
            ("component.name.contains(\"\")", false),
            ("component.package.startsWith(\"pkg:\")", false),
            ("component.package.startsWith(\"pkg:npm/\")", true),
            ("finding.id.startsWith(\"CVE-\")", false),
            ("size(component.name) > 0", false),
            ("component.type in []", false),
            ("component.type in [\"npm\", \"\"]", false),
            ("component.type in [\"npm\", \"deb\"]", true),
            ("\"GHSA-x\" in finding.aliases", true),
            ("component.direct == false", true),
            ("finding.sources.exists(s, true)", false),
            ("finding.sources.exists(s, finding.severity == \"low\")", false),
            ("finding.files.all(f, f.startsWith(\"ssl/\"))", true),
            ("!finding.files.exists(f, f.startsWith(\"ssl/\"))", false),
            // A component nothing pulls in meets whatever is asked of all.
            ("component.pulled_in_by.all(p, p == \"x\")", false),
            ("component.pulled_in_by.exists(p, p == \"x\")", true),
            ("finding.exploited ? component.direct : true", false),
            ("finding.exploited ? component.direct : !component.direct", true),
            ("finding.aliases.exists(a, a == \"GHSA-1\")", true),
        ] {
            let condition = TriageCondition::read(written).unwrap();
            assert_eq!(condition.rests_on_a_ground(), grounded, "{written}");
        }
    }
}
