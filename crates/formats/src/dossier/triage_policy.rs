//! `triage.toml`: a manufacturer's rules and targets for findings, read as a dossier is: every problem at its place.

use proofmark_facts::{
    ApprovalAsked, DecidingRule, DecisionStatus, Place, Problem, Rating, Read, TriagePolicy, TriageTarget,
    VexJustification, same_person,
};
use proofmark_text::text;
use toml::de::DeTable;

use super::key::{Key, Kind, words};
use super::lines::Lines;
use super::notes::Notes;
use super::places::Places;
use super::syntax;
use super::table::{Table, read_root};
use super::triage_condition::TriageCondition;

/// The largest file that is read, in bytes.
const LARGEST_FILE_BYTES: usize = 1024 * 1024;

/// The version of the file's format this reader knows.
const FORMAT: u64 = 1;

/// The longest a rule may hold, in days: a year with a leap day in it.
const LONGEST_RULE_DAYS: i32 = 366;

/// The most rules, each of which is asked of every finding.
const MOST_RULES: usize = 200;

/// The longest a target may be, in days: ten years.
const LONGEST_TARGET_DAYS: u64 = 3_653;

/// Every key.
pub(super) const TRIAGE: &[Key] = &[
    Key::new("triage", Kind::Count, "1", "The version of this file's format; it stands first.", "").must(),
    Key::new(
        "exposed",
        Kind::Flag,
        "true",
        "Whether the product, used as intended, is reached from networks anybody may be on.",
        "",
    ),
    Key::table("approval", Kind::Table(APPROVAL), "Which dismissals need a second person.", ""),
    Key::table("rules", Kind::Rows(RULES), "A rule that decides.", ""),
    Key::table("targets", Kind::Rows(TARGETS), "By when findings are to be decided on and dealt with.", ""),
];

const APPROVAL: &[Key] = &[
    Key::new(
        "severity_at_least",
        Kind::Word(words::<Rating>),
        "\"high\"",
        "Rated so or worse, or not rated.",
        "",
    ),
    Key::new("exploited", Kind::Flag, "true", "Listed as exploited somewhere.", ""),
];

const RULES: &[Key] = &[
    Key::new("id", Kind::Line, "\"not-this-parser\"", "The rule's name: small letters, digits, `-`.", "")
        .must(),
    Key::new(
        "when",
        Kind::Text,
        "'component.package == \"pkg:npm/example\"'",
        "The condition, in CEL, over `finding`, `component` and `product`.",
        "",
    )
    .must(),
    Key::new("status", Kind::Word(words::<DecisionStatus>), "\"not_affected\"", "What it claims.", "").must(),
    Key::new(
        "justification",
        Kind::Word(words::<VexJustification>),
        "\"vulnerable_code_not_present\"",
        "Why the product is not affected.",
        "",
    ),
    Key::new("because", Kind::Text, "\"The parser is not built in.\"", "The reasoning.", "").must(),
    Key::new("decided_by", Kind::Line, "\"Erika Mustermann\"", "Who decided.", "").must(),
    Key::new("decided_on", Kind::Date, "2026-11-01", "When.", "").must(),
    Key::new("approved_by", Kind::Line, "\"Max Muster\"", "Who else agreed.", ""),
    Key::new(
        "approved_sha256",
        Kind::Sha256,
        "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
        "The digest of the rule they agreed to, as `proofmark triage preview` says it.",
        "",
    ),
    Key::new("expires_on", Kind::Date, "2027-10-31", "The last day it holds, at most a year later.", "")
        .must(),
];

const TARGETS: &[Key] = &[
    Key::new("id", Kind::Line, "\"critical\"", "The target's name: small letters, digits, `-`.", "").must(),
    Key::new("because", Kind::Text, "\"Our contracts say so.\"", "Why it is so long.", "").must(),
    Key::new("severity_at_least", Kind::Word(words::<Rating>), "\"critical\"", "Rated so or worse.", ""),
    Key::new("exploited", Kind::Flag, "true", "Listed as exploited somewhere, or not.", ""),
    Key::new("epss_percent_at_least", Kind::Count, "10", "EPSS probability, in hundredths.", ""),
    Key::new(
        "exposed",
        Kind::Flag,
        "true",
        "The product is reached from networks anybody may be on, or not.",
        "",
    ),
    Key::new("triage_days", Kind::Count, "2", "Days until somebody has decided.", ""),
    Key::new("remediate_days", Kind::Count, "14", "Days until it is dealt with.", ""),
];

/// A policy, the condition of each of its rules, and where in the file everything stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadTriagePolicy {
    /// What it says.
    pub policy: TriagePolicy,
    /// The condition of each rule, in their order.
    pub conditions: Vec<TriageCondition>,
    /// Where.
    pub places: Places,
}

/// Reads rules and targets with all their problems at once, each with bytes, line and column.
pub fn read_triage_policy(source: &[u8]) -> Read<ReadTriagePolicy> {
    if source.len() > LARGEST_FILE_BYTES {
        let says = text!("triage-file-too-large", most = LARGEST_FILE_BYTES / 1024 / 1024);
        return Read::refused(Problem::error(Place::default(), says));
    }
    let source = match str::from_utf8(source) {
        Ok(source) => source,
        Err(error) => {
            let at = error.valid_up_to();
            let says = text!("triage-not-utf8", offset = at);
            return Read::refused(Problem::error(Place::bytes(at..at + 1), says));
        }
    };
    let lines = Lines::of(source);
    let (mended, faults) = syntax::mend(&lines);
    let mut notes = Notes::new(Places::new(lines), TRIAGE);
    for (bytes, says) in faults {
        notes.not_toml(bytes, says);
    }
    let read = mended.and_then(|mended| {
        let (document, _) = DeTable::parse_recoverable(&mended);
        read_root(&mut notes, document.get_ref(), TRIAGE, read_sections)
    });
    let (places, problems) = notes.finish();
    match read {
        Some((policy, conditions)) => Read::with(ReadTriagePolicy { policy, conditions, places }, problems),
        None => Read { value: None, problems },
    }
}

fn read_sections(table: &mut Table<'_>) -> (TriagePolicy, Vec<TriageCondition>) {
    if table.count("triage").is_some_and(|format| format != FORMAT) {
        table.refuse("triage", text!("triage-format-unknown", known = FORMAT));
    }
    let exposed = table.flag("exposed");
    let approval = table.optional("approval", read_approval);
    let read = table.rows("rules", read_rule);
    let targets = table.rows("targets", read_target);
    let mut ids: Vec<&str> = read.iter().map(|(rule, _)| rule.id.as_str()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() < count {
        table.refuse("rules", text!("triage-rule-twice"));
    }
    if count > MOST_RULES {
        table.refuse("rules", text!("triage-rules-many", most = MOST_RULES));
    }
    // A rule whose condition cannot be read is refused, and nothing of the file is used.
    let (rules, conditions): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let policy = TriagePolicy { exposed, approval, rules, targets };
    (policy, conditions.into_iter().flatten().collect())
}

fn read_approval(table: &mut Table<'_>) -> ApprovalAsked {
    ApprovalAsked {
        severity_at_least: table.word("severity_at_least"),
        exploited: table.is_stated("exploited"),
    }
}

fn read_rule(table: &mut Table<'_>) -> (DecidingRule, Option<TriageCondition>) {
    let rule = DecidingRule {
        id: read_id(table),
        when: table.must_text("when"),
        status: table.must_word("status"),
        justification: table.word("justification"),
        because: table.must_text("because"),
        decided_by: table.must_text("decided_by"),
        decided_on: table.date("decided_on").unwrap_or_default(),
        approved_by: table.text("approved_by"),
        approved_sha256: table.sha256("approved_sha256"),
        expires_on: table.date("expires_on").unwrap_or_default(),
    };
    let condition = match TriageCondition::read(&rule.when) {
        Ok(condition) => Some(condition),
        Err(_) if rule.when.is_empty() => None,
        Err(fault) => {
            table.refuse_within("when", (&rule.when, fault.offset), fault.says);
            None
        }
    };
    what_it_may_claim(table, &rule, condition.as_ref());
    let days = (rule.expires_on - rule.decided_on).get_days();
    if table.states("decided_on") && table.states("expires_on") {
        if days < 0 {
            table.refuse("expires_on", text!("triage-rule-ends-before"));
        } else if days > LONGEST_RULE_DAYS {
            table.refuse("expires_on", text!("triage-rule-too-long"));
        }
    }
    (rule, condition)
}

/// What a rule can never do, whoever agrees: Article 13(8) and Annex I ask about each vulnerability in this product, and how bad one is
/// is no answer to whether it is there.
fn what_it_may_claim(table: &mut Table<'_>, rule: &DecidingRule, condition: Option<&TriageCondition>) {
    match rule.status {
        DecisionStatus::NotAffected if rule.justification.is_none() => {
            table.refuse("status", text!("triage-rule-not-justified"));
        }
        DecisionStatus::Fixed => table.refuse("status", text!("triage-rule-fixed")),
        _ => {}
    }
    if rule.status != DecisionStatus::NotAffected && rule.justification.is_some() {
        table.refuse("justification", text!("triage-rule-justified"));
    }
    if rule.dismisses() && condition.is_some_and(|condition| !condition.rests_on_a_ground()) {
        table.refuse("when", text!("triage-rule-no-ground"));
    }
    if let Some(approved_by) = &rule.approved_by
        && same_person(&rule.decided_by, approved_by)
    {
        table.refuse("approved_by", text!("triage-one-person", person = approved_by));
    }
}

fn read_target(table: &mut Table<'_>) -> TriageTarget {
    let target = TriageTarget {
        id: read_id(table),
        because: table.must_text("because"),
        severity_at_least: table.word("severity_at_least"),
        exploited: table.flag("exploited"),
        epss_percent_at_least: table.count("epss_percent_at_least"),
        exposed: table.flag("exposed"),
        triage_days: table.count("triage_days"),
        remediate_days: table.count("remediate_days"),
    };
    if target.triage_days.is_none() && target.remediate_days.is_none() {
        table.refuse_whole(text!("triage-target-no-days"));
    }
    for (key, days) in [("triage_days", target.triage_days), ("remediate_days", target.remediate_days)] {
        if days.is_some_and(|days| days > LONGEST_TARGET_DAYS) {
            table.refuse(key, text!("triage-target-long", most = LONGEST_TARGET_DAYS));
        }
    }
    target
}

fn read_id(table: &mut Table<'_>) -> String {
    let id = table.must_text("id");
    let fits = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    if !id.is_empty() && (id.len() > 80 || !id.chars().all(fits)) {
        table.refuse("id", text!("gate-rule-name"));
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(source: &str) -> Vec<(String, usize)> {
        let read = read_triage_policy(source.as_bytes());
        assert_eq!(read.value.is_none(), !read.problems.is_empty(), "{:?}", read.problems);
        let line = |problem: &Problem| problem.place.line_and_column.map_or(0, |(line, _)| line);
        read.problems.iter().map(|problem| (problem.says.id().to_owned(), line(problem))).collect()
    }

    const RULE: &str = r#"triage = 1
[[rules]]
id = "not-built"
when = 'component.package == "pkg:npm/x"'
status = "not_affected"
justification = "vulnerable_code_not_present"
because = "It is not built."
decided_by = "Anna Ott"
decided_on = 2026-11-01
approved_by = "Ben"
expires_on = 2027-11-01
"#;

    #[test]
    fn a_rule_is_read_with_its_condition() {
        assert_eq!(ids(RULE), []);
        let read = read_triage_policy(RULE.as_bytes()).value.unwrap();
        assert_eq!((read.policy.rules.len(), read.conditions.len()), (1, 1));
        assert!(read.conditions[0].rests_on_a_ground());
    }

    #[test]
    fn what_a_rule_may_never_claim_is_refused_at_its_line() {
        let one = |id: &str, line| vec![(id.to_owned(), line)];
        for (from, to, found) in [
            (
                "component.package == \"pkg:npm/x\"",
                "finding.severity == \"low\"",
                one("triage-rule-no-ground", 4),
            ),
            (
                "component.package == \"pkg:npm/x\"",
                "component.pakage == \"x\"",
                one("triage-condition-field-meant", 4),
            ),
            ("justification = \"vulnerable_code_not_present\"\n", "", one("triage-rule-not-justified", 5)),
            (
                "\"not_affected\"",
                "\"fixed\"",
                vec![("triage-rule-fixed".to_owned(), 5), ("triage-rule-justified".to_owned(), 6)],
            ),
            ("\"not_affected\"", "\"wrong_match\"", one("triage-rule-justified", 6)),
            ("\"Ben\"", "\" anna  OTT\"", one("triage-one-person", 10)),
            ("expires_on = 2027-11-01", "expires_on = 2027-11-03", one("triage-rule-too-long", 11)),
            ("expires_on = 2027-11-01", "expires_on = 2026-10-31", one("triage-rule-ends-before", 11)),
            ("expires_on = 2027-11-01\n", "", one("dossier-missing-key", 2)),
            ("decided_by = \"Anna Ott\"\n", "", one("dossier-missing-key", 2)),
            (
                "because",
                "becuase",
                vec![("dossier-missing-key".to_owned(), 2), ("dossier-unknown-key-meant".to_owned(), 7)],
            ),
            ("\"not-built\"", "\"Not Built\"", one("gate-rule-name", 3)),
        ] {
            let mut told = ids(&RULE.replacen(from, to, 1));
            told.sort_by_key(|(_, line)| *line);
            let told: Vec<_> = told.into_iter().filter(|(id, _)| id != "dossier-unknown-key").collect();
            assert_eq!(told, found, "{from} -> {to}");
        }
        assert_eq!(
            ids(&format!("{RULE}{}", &RULE[11..])),
            one("triage-rule-twice", 2),
            "one name, two rules"
        );
    }

    #[test]
    fn a_target_says_a_number_of_days_and_why() {
        let target = "triage = 1\n[[targets]]\nid = \"all\"\nbecause = \"b\"\nremediate_days = 30\n";
        assert_eq!(ids(target), []);
        assert_eq!(ids(&target.replace("remediate_days = 30\n", "")), [("triage-target-no-days".into(), 2)]);
        assert_eq!(ids(&target.replace("30", "4000")), [("triage-target-long".into(), 5)]);
        assert_eq!(ids(&target.replace("triage = 1", "triage = 2")), [("triage-format-unknown".into(), 1)]);
    }

    #[test]
    fn the_place_in_a_condition_is_the_place_in_the_file() {
        let several = RULE.replace(
            "'component.package == \"pkg:npm/x\"'",
            "'''component.package == \"pkg:npm/\u{e4}\" &&\n  component.nme == \"x\"'''",
        );
        let read = read_triage_policy(several.as_bytes());
        let place = &read.problems[0].place;
        assert_eq!(place.line_and_column, Some((5, 3)));
        let bytes = place.bytes.clone().unwrap();
        assert!(several[bytes.start..].starts_with("component.nme"));
        // Written in another way than it reads: the key's line.
        let escaped = RULE.replace("'component.package == \"pkg:npm/x\"'", "\"component.nme == \\\"x\\\"\"");
        assert_eq!(ids(&escaped), [("triage-condition-field-meant".to_owned(), 4)]);
    }
}
