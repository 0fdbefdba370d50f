//! What a file of the dossier is evidence of: read from the places that name it. That it is there verifies nothing.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::Dossier;

/// The obligations each file is named for, by its path beside the dossier: ids of the register.
pub(crate) fn evidence_of(dossier: &Dossier) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (paths, shows) in by_place(dossier) {
        for path in paths {
            named.entry(path).or_default().extend(shows.iter().copied());
        }
    }
    for decision in &dossier.requirements {
        for path in &decision.evidence {
            named.entry(path).or_default().insert(&decision.requirement);
        }
    }
    for evidence in &dossier.evidence {
        named.entry(&evidence.file).or_default().extend(evidence.shows.iter().map(String::as_str));
    }
    named
}

/// The places of the dossier that are there for one obligation, with the files they name.
fn by_place(dossier: &Dossier) -> Vec<(Vec<&str>, &'static [&'static str])> {
    let technical = &dossier.technical_documentation;
    let mandate = dossier.operator.authorised_representative.as_ref();
    vec![
        // Annex VII, point by point.
        (words(&dossier.product.illustrations), &["annex-VII-1"]),
        (words(&technical.design), &["annex-VII-2"]),
        (words(&technical.vulnerability_handling), &["annex-VII-2"]),
        (words(&technical.update_distribution), &["annex-VII-2"]),
        (words(&technical.production), &["annex-VII-2"]),
        (one(dossier.risk_assessment.document.as_ref()), &["annex-VII-3", "art13-2"]),
        (one(dossier.support_period.record.as_ref()), &["annex-VII-4"]),
        (technical.test_reports.iter().map(|report| report.document.as_str()).collect(), &["annex-VII-6"]),
        (one(dossier.release.sbom.as_ref()), &["annex-VII-8", "II.1"]),
        (one(mandate.and_then(|person| person.mandate.as_ref())), &["art18-1"]),
        (words(&dossier.supply_chain.record), &["art23-2"]),
    ]
}

fn words(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}

fn one(path: Option<&String>) -> Vec<&str> {
    path.map(String::as_str).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use proofmark_formats::read_dossier;
    use proofmark_law::obligation;

    use super::*;

    #[test]
    fn a_file_is_evidence_of_what_names_it_and_every_place_is_in_the_register() {
        let text = r#"
proofmark = 1
[operator]
name = "A"
[product]
name = "B"
kind = "software"
[release]
version = "1"
sbom = "sbom.json"
[risk_assessment]
document = "risks.md"
[technical_documentation]
design = ["risks.md"]
[[evidence]]
file = "risks.md"
shows = ["I.2.c"]
"#;
        let dossier = read_dossier(text.as_bytes()).value.unwrap().dossier;
        let named = evidence_of(&dossier);
        let risks: Vec<&str> = named["risks.md"].iter().copied().collect();
        assert_eq!(risks, ["I.2.c", "annex-VII-2", "annex-VII-3", "art13-2"]);
        assert!(named["sbom.json"].contains("annex-VII-8"));
        for (_, shows) in by_place(&dossier) {
            assert!(shows.iter().all(|id| obligation(id).is_some()), "{shows:?}");
        }
    }
}
