//! Holds a bill of materials against the guidelines.

use proofmark_facts::{Component, Sbom};

use super::check::{Check, Found, Test, Tier};
use super::guideline::Guideline;
use super::sbom_judgement::{CheckAnswer, CheckOutcome, GuidelineAnswer, Lacking, SbomJudgement};
use super::seen::Seen;

/// Judges a bill of materials, which must have been read with its particulars; of each check so many places at most are told.
///
/// Every component counts, the product among them. Time grows with components and dependencies.
pub fn judge_sbom(sbom: &Sbom, examples: usize) -> SbomJudgement {
    let seen = Seen::of(sbom);
    let answer = |guideline: Guideline| {
        let checks: Vec<CheckAnswer> =
            guideline.checks().iter().map(|check| answer(check, &seen, examples)).collect();
        let required = || checks.iter().filter(|check| check.tier == Tier::Required);
        GuidelineAnswer {
            guideline,
            title: guideline.title(),
            verified: guideline.verified(),
            met: required().all(|check| check.outcome == CheckOutcome::Met),
            score: score(required()),
            checks,
        }
    };
    SbomJudgement {
        format: sbom.origin.format.clone(),
        components: sbom.components.len(),
        guidelines: Guideline::ALL.map(answer).into(),
    }
}

/// In millionths first, so that nothing but the last step rounds by more than a ten-thousandth.
fn score<'a>(required: impl Iterator<Item = &'a CheckAnswer>) -> u8 {
    const WHOLE: u128 = 1_000_000;
    let share = |check: &CheckAnswer| match check.asked {
        // A list of nothing meets nothing.
        0 => 0,
        asked => (asked - check.lacking - check.undecided) as u128 * WHOLE / asked as u128,
    };
    let (count, sum) = required.fold((0, 0), |(count, sum), check| (count + 1, sum + share(check)));
    u8::try_from(sum * 100 / (WHOLE * std::cmp::max(count, 1))).unwrap_or(100)
}

fn answer(check: &Check, seen: &Seen<'_>, most: usize) -> CheckAnswer {
    let mut answer = CheckAnswer {
        id: check.id,
        tier: check.tier,
        asks: (check.asks)(),
        outcome: CheckOutcome::Met,
        asked: 0,
        lacking: 0,
        undecided: 0,
        examples: Vec::new(),
        mended_by: check.mended_by,
    };
    match check.test {
        Test::Document(test) => count(&mut answer, test(seen), None, most),
        Test::Component(test) => {
            for (index, component) in (0_u32..).zip(&seen.sbom.components) {
                count(&mut answer, test(seen, index, component), Some(component), most);
            }
        }
    }
    answer.outcome = match (answer.lacking, answer.undecided) {
        (0, 0) if answer.asked > 0 => CheckOutcome::Met,
        (0, _) => CheckOutcome::Undecided,
        _ => CheckOutcome::NotMet,
    };
    answer
}

fn count(answer: &mut CheckAnswer, found: Found, at: Option<&Component>, most: usize) {
    answer.asked += 1;
    let because = match found {
        Found::Met => return,
        Found::Undecided => {
            answer.undecided += 1;
            return;
        }
        Found::Lacking => None,
        Found::LackingBecause(because) => Some(because),
    };
    answer.lacking += 1;
    if answer.examples.len() < most {
        let reference = at.map(|component| component.reference.clone());
        answer.examples.push(Lacking {
            component: at.map(Component::called),
            reference: reference.filter(|reference| !reference.is_empty()),
            because,
        });
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{
        Completeness, ExternalReference, LicenceName, LicenceSense, OwnWords, Particulars, Party, ReachedBy,
        SbomOrigin, SbomParticulars, StatedLicence, ToolUsed,
    };

    use super::*;

    fn reached(name: &str) -> Party {
        let contact = ReachedBy { email: Some("sbom@example.eu".to_owned()), ..ReachedBy::default() };
        Party { contacts: vec![contact], ..Party::named(name) }
    }

    fn component(name: &str) -> Component {
        let digest = ("SHA-512".to_owned(), "ab".repeat(64));
        let reference = |kind: &str| ExternalReference {
            kind: kind.to_owned(),
            url: format!("https://example.eu/{name}"),
            digests: vec![digest.clone()],
            ..ExternalReference::default()
        };
        let licence = |sense| StatedLicence {
            named: LicenceName::Expression("MIT OR Apache-2.0".to_owned()),
            sense: Some(sense),
            ..StatedLicence::default()
        };
        let particulars = Particulars {
            supplier: Some(Party::named("Acme")),
            manufacturer: Some(reached("Acme")),
            licences: vec![licence(LicenceSense::Concluded), licence(LicenceSense::Declared)],
            external_references: vec![
                reference("distribution"),
                reference("source-distribution"),
                reference("rfc-9116"),
            ],
            file_name: Some(format!("{name}.so")),
            executable: Some(true),
            archive: Some(false),
            structured: Some(false),
            ..Particulars::default()
        };
        Component {
            reference: name.to_owned(),
            name: name.to_owned(),
            version: Some("1.0".to_owned()),
            purl: format!("pkg:generic/{name}@1.0").parse().ok(),
            supplier: Some("Acme".to_owned()),
            digests: vec![digest.clone()],
            licences: vec!["MIT OR Apache-2.0".to_owned()],
            particulars: Some(Box::new(particulars)),
            ..Component::default()
        }
    }

    /// A bill of materials that lacks nothing any guideline asks for.
    fn flawless() -> Sbom {
        let particulars = SbomParticulars {
            edition: Some(1),
            manufacturer: Some(reached("Acme")),
            tools: vec![ToolUsed {
                name: "builder".to_owned(),
                version: Some("2".to_owned()),
                ..ToolUsed::default()
            }],
            lifecycles: vec!["build".to_owned()],
            answered: vec![0, 1, 2],
            completeness: vec![Completeness {
                aggregate: "complete".to_owned(),
                parts_of: vec![],
                dependencies_of: vec![0, 1, 2],
            }],
            signed: true,
            ..SbomParticulars::default()
        };
        Sbom {
            origin: SbomOrigin {
                format: "CycloneDX 1.6".to_owned(),
                serial: Some("urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79".to_owned()),
                created_at: "2026-11-22T00:00:00Z".parse().ok(),
                created_by: vec!["Acme".to_owned()],
            },
            subject: Some(0),
            components: vec![component("app"), component("one"), component("two")],
            dependencies: vec![(0, 1), (1, 2)],
            particulars: Some(Box::new(particulars)),
        }
    }

    /// The checks that are not met.
    fn unmet(sbom: &Sbom) -> Vec<&'static str> {
        let judgement = judge_sbom(sbom, 3);
        let checks = judgement.guidelines.iter().flat_map(|answer| &answer.checks);
        checks.filter(|check| check.outcome != CheckOutcome::Met).map(|check| check.id).collect()
    }

    #[test]
    fn what_lacks_nothing_meets_everything() {
        assert_eq!(unmet(&flawless()), Vec::<&str>::new());
        let judgement = judge_sbom(&flawless(), 3);
        assert!(judgement.guidelines.iter().all(|answer| answer.met && answer.score == 100));
    }

    fn of(sbom: &mut Sbom) -> &mut SbomParticulars {
        sbom.particulars.as_mut().unwrap()
    }
    fn one(sbom: &mut Sbom) -> &mut Component {
        &mut sbom.components[1]
    }
    fn its(sbom: &mut Sbom) -> &mut Particulars {
        sbom.components[1].particulars.as_mut().unwrap()
    }

    #[test]
    fn a_list_of_nothing_meets_nothing_asked_of_components() {
        let judgement = judge_sbom(&Sbom { components: Vec::new(), subject: None, ..flawless() }, 3);
        for answer in &judgement.guidelines {
            let of_components = answer.checks.iter().filter(|check| check.asked == 0);
            assert!(of_components.clone().all(|check| check.outcome == CheckOutcome::Undecided));
            assert_eq!(of_components.count() > 0, answer.guideline != Guideline::Regulation);
            assert!(!answer.met && answer.score < 75, "{}", answer.score);
        }
    }

    /// A defect, and exactly the checks it fails.
    type Defect = (&'static str, fn(&mut Sbom), &'static [&'static str]);

    const DEFECTS: &[Defect] = &[
        (
            "lockfile",
            |sbom| sbom.origin.format = "Cargo.lock 4".into(),
            &["regulation-common-format", "ntia-automation", "cisa-data-format", "bsi-format"],
        ),
        ("older", |sbom| sbom.origin.format = "CycloneDX 1.5".into(), &["bsi-format"]),
        ("newer", |sbom| sbom.origin.format = "CycloneDX 1.10".into(), &[]),
        ("SPDX 3.0.0", |sbom| sbom.origin.format = "SPDX-3.0.0".into(), &["bsi-format"]),
        ("SPDX 3.0.1", |sbom| sbom.origin.format = "SPDX-3.0.1".into(), &[]),
        ("no product", |sbom| sbom.subject = None, &["regulation-top-level-dependencies"]),
        (
            "product unanswered",
            |sbom| {
                sbom.dependencies.remove(0);
                of(sbom).answered.remove(0);
            },
            &[
                "regulation-top-level-dependencies",
                "ntia-dependency-relationship",
                "cisa-dependency-relationship",
                "bsi-component-dependencies",
            ],
        ),
        (
            "product only contains",
            |sbom| {
                of(sbom).contained = vec![(0, 1)];
                of(sbom).answered.remove(0);
            },
            &["regulation-top-level-dependencies", "bsi-component-dependencies"],
        ),
        (
            "product in part",
            |sbom| of(sbom).completeness[0].aggregate = "incomplete".into(),
            &["regulation-top-level-dependencies"],
        ),
        (
            "not specified",
            |sbom| of(sbom).completeness[0].aggregate = "not_specified".into(),
            &["bsi-component-completeness"],
        ),
        ("nobody", |sbom| of(sbom).manufacturer = None, &["ntia-author", "cisa-author", "bsi-creator"]),
        ("no address", |sbom| of(sbom).manufacturer = Some(Party::named("Acme")), &["bsi-creator"]),
        (
            "author beside",
            |sbom| {
                of(sbom).manufacturer = None;
                of(sbom).authors = vec![reached("A")];
            },
            &["bsi-creator"],
        ),
        (
            "undated",
            |sbom| sbom.origin.created_at = None,
            &["ntia-timestamp", "cisa-timestamp", "bsi-timestamp"],
        ),
        ("unsigned", |sbom| of(sbom).signed = false, &["cisa-author-signature"]),
        ("no tool", |sbom| of(sbom).tools.clear(), &["cisa-tool-name", "cisa-tool-version"]),
        ("tool of no version", |sbom| of(sbom).tools[0].version = None, &["cisa-tool-version"]),
        ("no edition", |sbom| of(sbom).edition = None, &["cisa-sbom-version"]),
        ("no phase", |sbom| of(sbom).lifecycles.clear(), &["cisa-generation-context"]),
        ("no number", |sbom| sbom.origin.serial = None, &["bsi-address"]),
        (
            "vulnerabilities",
            |sbom| {
                of(sbom).own_words.push(OwnWords {
                    member: "vulnerabilities".into(),
                    json: "[{\"id\":\"CVE-2026-1\"}]".into(),
                });
            },
            &["bsi-no-vulnerabilities"],
        ),
        (
            "vulnerabilities, but none",
            |sbom| of(sbom).own_words.push(OwnWords { member: "vulnerabilities".into(), json: "[]".into() }),
            &[],
        ),
        (
            "nameless",
            |sbom| one(sbom).name = " ".into(),
            &["ntia-component-name", "cisa-component-name", "bsi-component-name"],
        ),
        (
            "versionless",
            |sbom| one(sbom).version = Some("unknown".into()),
            &["ntia-component-version", "cisa-component-version", "bsi-component-version"],
        ),
        (
            "versionless, dated",
            |sbom| {
                one(sbom).version = None;
                its(sbom).built_at = "2026-01-01T00:00:00Z".parse().ok();
            },
            &["ntia-component-version", "cisa-component-version"],
        ),
        (
            "no supplier",
            |sbom| {
                one(sbom).supplier = None;
                its(sbom).supplier = None;
            },
            &["ntia-supplier"],
        ),
        ("no maker", |sbom| its(sbom).manufacturer = None, &["bsi-component-creator"]),
        (
            "neither",
            |sbom| {
                one(sbom).supplier = None;
                its(sbom).supplier = None;
                its(sbom).manufacturer = None;
            },
            &["ntia-supplier", "cisa-producer", "bsi-component-creator"],
        ),
        (
            "no identifier",
            |sbom| one(sbom).purl = None,
            &["ntia-other-identifier", "cisa-identifiers", "bsi-component-identifier"],
        ),
        (
            "SWID instead",
            |sbom| {
                one(sbom).purl = None;
                its(sbom).own_words.push(OwnWords { member: "swid".into(), json: "{}".into() });
            },
            &[],
        ),
        ("no digest of its own", |sbom| one(sbom).digests.clear(), &[]),
        (
            "no digest of what is delivered",
            |sbom| its(sbom).external_references[0].digests.clear(),
            &["bsi-component-deployed-digest"],
        ),
        (
            "nothing elsewhere",
            |sbom| its(sbom).external_references.clear(),
            &[
                "bsi-component-deployed-digest",
                "bsi-component-source-address",
                "bsi-component-deployed-address",
                "bsi-component-source-digest",
                "bsi-component-security-txt",
            ],
        ),
        (
            "licence declared only",
            |sbom| {
                its(sbom).licences.remove(0);
            },
            &["bsi-component-distribution-licence"],
        ),
        (
            "licence concluded only",
            |sbom| {
                its(sbom).licences.remove(1);
            },
            &["bsi-component-original-licence"],
        ),
        (
            "licence by name",
            |sbom| its(sbom).licences[0].named = LicenceName::Name("MIT-like".into()),
            &["bsi-component-distribution-licence"],
        ),
        (
            "no licence",
            |sbom| {
                one(sbom).licences.clear();
                its(sbom).licences.clear();
            },
            &["cisa-licence", "bsi-component-distribution-licence", "bsi-component-original-licence"],
        ),
        ("no file", |sbom| its(sbom).file_name = None, &["bsi-component-file-name"]),
        ("no archive", |sbom| its(sbom).archive = None, &["bsi-component-properties"]),
    ];

    #[test]
    fn each_defect_fails_the_checks_that_ask_for_what_is_gone_and_no_other() {
        for (name, defect, fails) in DEFECTS {
            let mut sbom = flawless();
            defect(&mut sbom);
            assert_eq!(unmet(&sbom), *fails, "{name}");
        }
    }

    #[test]
    fn what_may_not_exist_is_not_held_against_the_document() {
        let mut sbom = flawless();
        sbom.components[1]
            .particulars
            .as_mut()
            .unwrap()
            .external_references
            .retain(|it| it.kind == "distribution");
        let judgement = judge_sbom(&sbom, 3);
        let bsi = judgement.guidelines.iter().find(|answer| answer.guideline == Guideline::Bsi).unwrap();
        let source = bsi.checks.iter().find(|check| check.id == "bsi-component-source-address").unwrap();
        assert_eq!((source.outcome, source.undecided, source.lacking), (CheckOutcome::Undecided, 1, 0));
        assert!(bsi.met && bsi.score == 100);
    }

    #[test]
    fn a_score_counts_components_and_says_where() {
        let mut sbom = flawless();
        sbom.components[1].name = String::new();
        let judgement = judge_sbom(&sbom, 0);
        // One of eight checks is two thirds met: 7.6666 of 8.
        assert_eq!(judgement.guidelines[1].score, 95);
        let judgement = judge_sbom(&sbom, 1);
        let name = &judgement.guidelines[1].checks[1];
        assert_eq!((name.asked, name.lacking, name.examples.len()), (3, 1, 1));
        assert_eq!(name.examples[0].reference.as_deref(), Some("one"));
    }

    #[test]
    fn nothing_at_all_is_judged_and_no_name_stands_twice() {
        assert!(judge_sbom(&Sbom::default(), 3).guidelines.iter().all(|answer| !answer.met));
        let mut ids: Vec<&str> =
            Guideline::ALL.iter().flat_map(|it| it.checks()).map(|check| check.id).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}
