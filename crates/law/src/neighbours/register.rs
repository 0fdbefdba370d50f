//! The acts beside this Regulation, listed by hand, once each.

use jiff::civil::date;
use proofmark_facts::Dossier;
use proofmark_text::text;

use super::neighbour::{Milestone, Neighbour, Shown};
use super::touch::{Fact, Touch, by_any};
use crate::act_name::act_name;
use crate::calendar::HEALTH_DATA_AMENDMENT;
use crate::citation::Citation;
use crate::source::{F, G, M, P, S, Source};

/// The rows of the reference's table of neighbouring law have no ids of their own.
const ROW: &str = "11.3";

/// The register, in the order in which acts are shown.
pub(crate) const NEIGHBOURS: &[Neighbour] = &[
    Neighbour {
        id: "radio-equipment",
        name: "RED",
        act: "Delegated Regulation (EU) 2022/30",
        says: |_| text!("neighbours-radio-equipment"),
        cites: Citation::faq("2.6.1"),
        row: ROW,
        verified: &[F, G],
        touches: radio_equipment,
        // The Commission says it aims at a repeal; no act has been seen.
        day: Some(Milestone {
            on: date(2027, 12, 11),
            before: |_| text!("neighbours-radio-equipment-repeal"),
            from: |_| text!("neighbours-radio-equipment-repealed"),
            cites: Citation::faq("2.6.1"),
            source: Source::new("DAT-11", &[F]),
            only_intended: true,
        }),
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "machinery",
        name: "Machinery",
        act: "Regulation (EU) 2023/1230",
        says: |_| text!("neighbours-machinery"),
        cites: Citation::recital(53),
        row: ROW,
        verified: &[P, F],
        touches: |dossier| any(dossier, &[("scope.also.machinery", |also| also.machinery)]),
        day: Some(Milestone {
            on: date(2027, 1, 20),
            before: |on| {
                text!(
                    "neighbours-applies-from",
                    act = act_name("Regulation (EU) 2023/1230"),
                    on = on.to_string()
                )
            },
            from: |on| {
                text!(
                    "neighbours-applies-since",
                    act = act_name("Regulation (EU) 2023/1230"),
                    on = on.to_string()
                )
            },
            cites: Citation::guidance(255),
            source: Source::new("DAT-08", &[G, F]),
            only_intended: false,
        }),
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "artificial-intelligence",
        name: "AI Act",
        act: "Regulation (EU) 2024/1689",
        says: |_| text!("neighbours-artificial-intelligence"),
        cites: Citation::article(12),
        row: ROW,
        verified: &[P],
        touches: |dossier| {
            any(dossier, &[("scope.also.high_risk_ai_system", |also| also.high_risk_ai_system)])
        },
        day: None,
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "health-data",
        name: "EHDS",
        act: "Regulation (EU) 2025/327",
        says: |_| text!("neighbours-health-data"),
        cites: Citation::act("Regulation (EU) 2025/327, Article 104"),
        row: ROW,
        verified: &[S, F],
        touches: |dossier| any(dossier, &[("scope.also.ehr_system", |also| also.ehr_system)]),
        day: Some(Milestone {
            on: HEALTH_DATA_AMENDMENT,
            before: |on| text!("neighbours-health-data-from", on = on.to_string()),
            from: |on| text!("neighbours-health-data-since", on = on.to_string()),
            cites: Citation::act("Regulation (EU) 2025/327, Article 104"),
            source: Source::new("DAT-09", &[S]),
            only_intended: false,
        }),
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "network-and-information-security",
        name: "NIS2",
        act: "Directive (EU) 2022/2555",
        says: |fact| {
            if fact == OWN_ENTITY {
                text!("neighbours-network-security-own")
            } else {
                text!("neighbours-network-security-users")
            }
        },
        cites: Citation::recital(24),
        row: ROW,
        verified: &[P],
        touches: |dossier| any(dossier, NIS2_FACTS),
        day: None,
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "financial-resilience",
        name: "DORA",
        act: "Regulation (EU) 2022/2554",
        says: |_| text!("neighbours-financial-resilience"),
        cites: Citation::guidance(9),
        row: ROW,
        verified: &[G],
        touches: |dossier| {
            any(dossier, &[("scope.also.used_by_financial_entities", |also| also.used_by_financial_entities)])
        },
        day: None,
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "data-access",
        name: "Data Act",
        act: "Regulation (EU) 2023/2854",
        says: |_| text!("neighbours-data-access"),
        cites: Citation::faq("2.9.1"),
        row: ROW,
        verified: &[F],
        touches: |dossier| {
            any(dossier, &[("scope.also.connected_product_data", |also| also.connected_product_data)])
        },
        day: None,
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "personal-data",
        name: "GDPR",
        act: "Regulation (EU) 2016/679",
        says: |_| text!("neighbours-personal-data"),
        cites: Citation::faq("2.8.1"),
        row: ROW,
        verified: &[F],
        touches: personal_data,
        day: None,
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "identity-wallets",
        name: "eIDAS",
        act: "Regulation (EU) No 910/2014",
        says: |_| text!("neighbours-identity-wallets"),
        cites: Citation::recital(33),
        row: ROW,
        verified: &[P],
        touches: |dossier| {
            any(dossier, &[("scope.also.digital_identity_wallet", |also| also.digital_identity_wallet)])
        },
        day: None,
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "common-criteria-certification",
        name: "EUCC",
        act: "Implementing Regulation (EU) 2024/482",
        says: |_| text!("neighbours-common-criteria"),
        cites: Citation::article(27).paragraph(9),
        row: ROW,
        verified: &[P, S],
        touches: common_criteria_certificate,
        day: None,
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "toys",
        name: "Toys",
        act: "Directive 2009/48/EC",
        says: |_| text!("neighbours-toys"),
        cites: Citation::annex("III").part("I").point("18"),
        row: ROW,
        verified: &[M],
        touches: |dossier| any(dossier, &[("scope.also.toy", |also| also.toy)]),
        day: None,
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "general-product-safety",
        name: "GPSR",
        act: "Regulation (EU) 2023/988",
        says: |_| text!("neighbours-general-product-safety"),
        cites: Citation::article(11),
        row: ROW,
        verified: &[P],
        touches: |dossier| any(dossier, &[("scope.also.consumer_product", |also| also.consumer_product)]),
        day: None,
        shown: Shown::WhenTouched,
    },
    Neighbour {
        id: "product-liability",
        name: "Product liability",
        act: "Directive (EU) 2024/2853",
        says: |_| text!("neighbours-product-liability"),
        cites: Citation::recital(31),
        row: ROW,
        verified: &[P],
        touches: product_liability,
        day: Some(Milestone {
            on: date(2026, 12, 9),
            before: |on| text!("neighbours-product-liability-from", on = on.to_string()),
            from: |on| text!("neighbours-product-liability-since", on = on.to_string()),
            cites: Citation::act("Directive (EU) 2024/2853"),
            source: Source::new(ROW, &[S]),
            only_intended: false,
        }),
        shown: Shown::WhenAsked,
    },
];

const OWN_ENTITY: &str = "scope.also.operator_is_essential_or_important_entity";

const NIS2_FACTS: &[Fact] = &[
    (OWN_ENTITY, |also| also.operator_is_essential_or_important_entity),
    ("scope.also.used_by_essential_or_important_entities", |also| {
        also.used_by_essential_or_important_entities
    }),
];

fn any(dossier: &Dossier, facts: &[Fact]) -> Touch {
    by_any(&dossier.scope.also, facts)
}

/// The declared certificate, where it is one of that scheme.
fn common_criteria_certificate(dossier: &Dossier) -> Touch {
    match &dossier.conformity.certificate {
        None => Touch::Unknown(vec!["conformity.certificate"]),
        Some(certificate) if certificate.scheme.trim().eq_ignore_ascii_case("EUCC") => {
            Touch::Touched("conformity.certificate.scheme")
        }
        Some(_) => Touch::Not,
    }
}

/// The delegated act asks cybersecurity of some radio equipment; whether of this kind may be stated apart.
fn radio_equipment(dossier: &Dossier) -> Touch {
    match (dossier.scope.also.radio_equipment, dossier.scope.also.radio_cybersecurity) {
        // The two facts contradict each other, and no answer is safe.
        (Some(false), Some(true)) => {
            Touch::Unknown(vec!["scope.also.radio_equipment", "scope.also.radio_cybersecurity"])
        }
        (Some(false), _) | (_, Some(false)) => Touch::Not,
        (_, Some(true)) => Touch::Touched("scope.also.radio_cybersecurity"),
        (Some(true), None) => Touch::Touched("scope.also.radio_equipment"),
        (None, None) => Touch::Unknown(vec!["scope.also.radio_equipment"]),
    }
}

/// Whoever makes personal data a condition of use processes them.
fn personal_data(dossier: &Dossier) -> Touch {
    match (dossier.scope.also.processes_personal_data, dossier.scope.supply.personal_data_as_condition) {
        (Some(true), _) => Touch::Touched("scope.also.processes_personal_data"),
        (_, Some(true)) => Touch::Touched("scope.supply.personal_data_as_condition"),
        (Some(false), _) => Touch::Not,
        (None, _) => Touch::Unknown(vec!["scope.also.processes_personal_data"]),
    }
}

/// Every product on the Union market may be a defective one; mere source code is no product there (guidance, note 9).
fn product_liability(dossier: &Dossier) -> Touch {
    let on_union_market = dossier.scope.supply.on_union_market;
    match (dossier.scope.also.source_code_only, on_union_market) {
        (Some(true), _) | (_, Some(false)) => Touch::Not,
        (_, Some(true)) => Touch::Touched("scope.supply.on_union_market"),
        (_, None) => Touch::Unknown(vec!["scope.supply.on_union_market"]),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// A line of 80 columns, less the mark before it.
    const LONGEST_LINE: usize = 76;

    #[test]
    fn each_act_stands_once_and_says_one_line() {
        let ids: HashSet<&str> = NEIGHBOURS.iter().map(|neighbour| neighbour.id).collect();
        assert_eq!(ids.len(), NEIGHBOURS.len());
        for neighbour in NEIGHBOURS {
            for fact in ["", OWN_ENTITY] {
                let says = (neighbour.says)(fact).to_string();
                assert!(says.starts_with(&format!("{}: ", neighbour.name)), "{says}");
                assert!(says.chars().count() <= LONGEST_LINE, "{says}: {}", says.chars().count());
            }
        }
    }
}
