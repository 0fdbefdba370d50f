//! An invented product with everything declared: a router for homes and small offices, assessed under modules B and C.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proofmark_documents::{
    AdvisorySource, GateSummary, IssuedPaper, PaperInputs, SbomSummary, VulnerabilityData,
};
use proofmark_facts::{
    Activity, AlsoGoverned, Application, AppliedStandard, Artefact, AuthorisedRepresentative,
    CategoryRelation, CheckedOtherwise, Conformity, ConsideredCategory, Contact, CoreFunctionality,
    DataConnection, DecisionStatus, DeclaredClass, DeclaredEvidence, Dossier, Enterprise, Exploited, Finding,
    Instructions, KernelTree, KnownVulnerability, MatchConfidence, MatchRule, MatchedBy, NotifiedBody,
    Operator, Person, Placing, Procedure, Product, ProductKind, Rating, Release, RemoteService,
    ReportingPlace, RequirementDecision, RiskAssessment, Scope, Severity, Sha256, Signatory, Supply,
    SupplyChain, SupportPeriod, TechnicalDocumentation, TestReport, Unchecked, Variant, VexJustification,
    VulnerabilityDecision,
};
use proofmark_law::{StateOfTheLaw, Verdict, assess};
use proofmark_text::text;

/// The day the papers are written on.
pub(crate) const DAY: Date = date(2027, 12, 13);

/// What a paper is written from, owned.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) dossier: Dossier,
    pub(crate) files: BTreeMap<String, Sha256>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) unchecked: Vec<Unchecked>,
    pub(crate) sbom: Option<SbomSummary>,
    pub(crate) gate: GateSummary,
    pub(crate) data: Option<VulnerabilityData>,
    pub(crate) issued: Option<IssuedPaper>,
}

impl Case {
    /// Everything is declared, found and decided.
    pub(crate) fn maximal() -> Self {
        let dossier = dossier();
        Self {
            files: named_files(&dossier),
            findings: findings(),
            unchecked: vec![Unchecked {
                component: "pkg:generic/u-boot@2025.10".to_owned(),
                because: text!("papers-not-dated"),
            }],
            sbom: Some(sbom()),
            gate: GateSummary { may_be_placed: true, lines: vec![] },
            data: Some(data()),
            issued: None,
            dossier,
        }
    }

    /// Only what every dossier must state.
    pub(crate) fn bare() -> Self {
        Self {
            dossier: bare_dossier(),
            files: BTreeMap::new(),
            findings: vec![],
            unchecked: vec![],
            sbom: None,
            gate: GateSummary { may_be_placed: false, lines: vec![] },
            data: None,
            issued: None,
        }
    }

    /// Hands the case in, judged under the state of the law the program was built with.
    pub(crate) fn with<T>(&self, read: impl FnOnce(&PaperInputs<'_>) -> T) -> T {
        let state = StateOfTheLaw::embedded();
        let verdict: Verdict = assess(&self.dossier, state, DAY);
        read(&PaperInputs {
            dossier: &self.dossier,
            verdict: &verdict,
            state,
            day: DAY,
            sbom: self.sbom.clone(),
            files: &self.files,
            findings: &self.findings,
            unchecked: &self.unchecked,
            gate: self.gate.clone(),
            vulnerability_data: self.data.clone(),
            issued: self.issued.clone(),
        })
    }
}

#[expect(clippy::unnecessary_wraps, reason = "most facts of a dossier are optional")]
fn some(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn all(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn release() -> Release {
    Release {
        version: "4.2.0".to_owned(),
        placed_on_the_market_on: Some(DAY),
        sbom: some("sbom.cdx.json"),
        artefacts: ["nr-8-4.2.0.img", "nr-8-4.2.0-recovery.img"].map(artefact).to_vec(),
        member_states: vec!["SE".parse().unwrap(), "FI".parse().unwrap()],
        placing: Placing::default(),
        build_files: Vec::new(),
        compiled_files: None,
        kernel_config: None,
        kernel_build_rules: None,
        kernel_tree: KernelTree::default(),
        repositories: vec![],
        soc: None,
    }
}

fn dossier() -> Dossier {
    Dossier {
        modification: None,
        operator: operator(),
        product: product(),
        scope: scope(),
        free_software: None,
        remote_services: remote_services(),
        release: release(),
        supply_chain: SupplyChain::default(),
        supplier_check: None,
        authority_requests: vec![],
        support_period: SupportPeriod {
            ends_on: Some(date(2035, 12, 31)),
            expected_use_years: Some(8),
            rationale: some(
                "Routers of this kind stay in homes for eight years; comparable products are supported for five to eight.",
            ),
            record: some("documents/support-period.pdf"),
            offers: some(
                "Security updates free of charge, advisories by feed, help by mail on working days.",
            ),
            ..SupportPeriod::default()
        },
        security_updates: vec![],
        other_certificates: vec![],
        contact: Contact {
            single_point_of_contact: some("support@fjallnat.example"),
            reaches_a_person: Some(true),
            vulnerability_reports: some("security@fjallnat.example"),
            disclosure_policy: some("https://fjallnat.example/security/policy"),
            advisories: some("https://fjallnat.example/security/advisories"),
        },
        risk_assessment: RiskAssessment {
            document: some("documents/risk-assessment.pdf"),
            reviewed_on: Some(date(2027, 11, 4)),
            owner: some("Elin Sandberg, product security"),
            covers_use: true,
            covers_conditions: true,
            covers_time_in_use: true,
        },
        requirements: requirements(),
        conformity: conformity(),
        instructions: instructions(),
        technical_documentation: technical_documentation(),
        evidence: vec![DeclaredEvidence {
            file: "documents/production-audit.pdf".to_owned(),
            shows: all(&["art13-14"]),
            says: some("Audit of the line that makes the units"),
            observed_on: Some(date(2027, 10, 1)),
            stale_after: Some(date(2028, 10, 1)),
        }],
        vulnerability_decisions: vec![],
        checked_otherwise: vec![CheckedOtherwise {
            component: "pkg:generic/u-boot@*".to_owned(),
            because: "The project's security notices since the release were read; none concerns our build."
                .to_owned(),
            decided_by: some("Jonas Lindqvist"),
            decided_on: Some(date(2027, 11, 30)),
        }],
        cases: vec![],
        advisories: vec![],
        triage: None,
    }
}

fn artefact(name: &str) -> Artefact {
    Artefact { name: name.to_owned(), sha256: Some(Sha256::of(name.as_bytes())) }
}

fn operator() -> Operator {
    Operator {
        name: "Fjällnät AB".to_owned(),
        trademark: some("Fjällnät"),
        postal_address: some("Kyrkgatan 12, 831 34 Östersund, Sweden"),
        email: some("info@fjallnat.example"),
        website: some("https://fjallnat.example"),
        established_in: Some("SE".parse().unwrap()),
        person: Some(Person::Legal),
        enterprise_size: None,
        enterprise: Enterprise::default(),
        activity: Activity {
            develops_or_has_developed: Some(true),
            markets_under_own_name: Some(true),
            places_third_country_brand: Some(false),
            distributes_unchanged: Some(false),
            substantially_modifies: Some(false),
            acts_under_written_mandate: Some(false),
            only_intermediary: Some(false),
            ..Activity::default()
        },
        authorised_representative: Some(AuthorisedRepresentative {
            name: "Baltic Mandate OÜ".to_owned(),
            postal_address: some("Narva mnt 5, 10117 Tallinn, Estonia"),
            established_in: Some("EE".parse().unwrap()),
            mandate: some("documents/mandate.pdf"),
            tasks: vec![],
        }),
        reporting_place: ReportingPlace::default(),
        ..Operator::default()
    }
}

fn product() -> Product {
    Product {
        name: "Fjällnät NR-8".to_owned(),
        type_designation: some("NR-8"),
        identified_by: some(
            "Type and serial number on the label on the underside; firmware version on the start page.",
        ),
        kind: ProductKind::HardwareWithSoftware,
        intended_purpose: some(
            "Connects the devices of a home or small office with each other and with the internet.",
        ),
        security_environment: some(
            "A private network behind the router; the internet side is held to be hostile.",
        ),
        essential_functionalities: all(&[
            "Routes traffic between the local network and the internet",
            "Wireless network",
        ]),
        security_properties: all(&[
            "Nothing but signed firmware starts",
            "Each unit has its own password, printed on its label",
        ]),
        risk_circumstances: all(&[
            "Opening the settings page to the internet",
            "Use after the support period ends",
        ]),
        foreseeable_misuse: all(&["Use as the only protection of an industrial network"]),
        declared_class: Some(DeclaredClass::ImportantI),
        core_functionality: Some(CoreFunctionality {
            is: "Routing between networks".to_owned(),
            category: some("III.I.12"),
            because: some("It controls the flow of data between networks by choosing paths."),
            kind: None,
            against: None,
            chosen_because: None,
        }),
        considered_categories: vec![ConsideredCategory {
            category: "III.II.2".to_owned(),
            relation: CategoryRelation::IntegratedOnly,
            because: "The packet filter serves the routing and is not what the product is sold for."
                .to_owned(),
            against: None,
            kind: None,
        }],
        described_as: None,
        ava_van_level: None,
        protects_beyond_the_chip: None,
        tamper_protection: None,
        variants: vec![
            Variant { name: "NR-8 W".to_owned(), differs_in: some("White housing"), ..Variant::default() },
            Variant {
                name: "NR-8 L".to_owned(),
                differs_in: some("Built-in LTE modem"),
                ..Variant::default()
            },
        ],
        illustrations: all(&["documents/outside.png", "documents/inside.png"]),
        meant_for_integration: None,
        tailor_made: None,
        ..Product::default()
    }
}

fn scope() -> Scope {
    Scope {
        data_connection: Some(DataConnection::DirectPhysical),
        supply: Supply { on_union_market: Some(true), price: Some(true), ..Supply::default() },
        also: AlsoGoverned { radio_equipment: Some(true), ..AlsoGoverned::default() },
        ..Scope::default()
    }
}

fn remote_services() -> Vec<RemoteService> {
    vec![
        RemoteService {
            name: "Fjällnät Cloud".to_owned(),
            does: some("Hands out firmware and lets users reach their settings from outside."),
            developed_under_own_responsibility: Some(true),
            function_depends_on_it: Some(true),
            operated_by: some("Fjällnät AB on rented servers in Sweden"),
            ..RemoteService::default()
        },
        RemoteService {
            name: "Public time servers".to_owned(),
            does: some("Tell the time."),
            developed_under_own_responsibility: Some(false),
            function_depends_on_it: Some(true),
            ..RemoteService::default()
        },
    ]
}

fn requirements() -> Vec<RequirementDecision> {
    let part_i = std::iter::once("I.1".to_owned()).chain(('a'..='m').map(|letter| format!("I.2.{letter}")));
    let ids: Vec<String> = part_i.chain((1..=8).map(|number| format!("II.{number}"))).collect();
    ids.into_iter()
        .map(|id| {
            let applies = id != "I.2.m";
            RequirementDecision {
                implemented_by: applies
                    .then(|| format!("Chapter {id} of the security concept, in force since 4.0.")),
                not_applicable_because: (!applies)
                    .then(|| "The router keeps no data of its users.".to_owned()),
                evidence: all(&["documents/security-concept.pdf"]),
                applies,
                requirement: id,
            }
        })
        .collect()
}

fn conformity() -> Conformity {
    Conformity {
        procedure: Some(Procedure::TypeExamination),
        completed_on: Some(date(2027, 12, 1)),
        standards: vec![
            AppliedStandard {
                reference: "EN 18031-1:2024".to_owned(),
                applied: Application::InFull,
                parts: None,
                covers_core_functionality: None,
                restrictions: None,
            },
            AppliedStandard {
                reference: "EN IEC 62443-4-2:2019".to_owned(),
                applied: Application::InPart,
                parts: some("Requirements for network devices at security level 2"),
                covers_core_functionality: None,
                restrictions: None,
            },
        ],
        certificate: None,
        notified_body: Some(NotifiedBody {
            name: "Norra Provning AB".to_owned(),
            number: "9876".to_owned(),
            certificate: some("NP-2027-00417"),
        }),
        other_legislation: all(&["Directive 2014/53/EU"]),
        declaration_at: some("https://fjallnat.example/nr-8/declaration"),
        signatory: Some(Signatory {
            name: "Karin Öberg".to_owned(),
            function: some("Managing director"),
            place: some("Östersund"),
            signed_on: Some(date(2027, 12, 10)),
        }),
        ce_marking_on: some("The label on the underside of the housing"),
    }
}

fn instructions() -> Instructions {
    Instructions {
        commissioning: some(
            "Change the wireless password when you set the router up, and keep automatic updates on.",
        ),
        changes: some("Opening a port lets others reach the device behind it."),
        updates: some("https://fjallnat.example/nr-8/manual#updates"),
        decommissioning: some("Hold the reset button for ten seconds. All settings are deleted."),
        automatic_updates_off: some("Settings, Updates, Automatic: off."),
        integration: some("The router is not meant to be built into another product."),
        sbom_at: some("https://fjallnat.example/nr-8/sbom"),
        languages: all(&["sv", "fi", "en"]),
    }
}

fn technical_documentation() -> TechnicalDocumentation {
    TechnicalDocumentation {
        design: all(&["documents/architecture.pdf"]),
        vulnerability_handling: all(&["documents/vulnerability-handling.pdf"]),
        update_distribution: all(&["documents/updates.pdf"]),
        production: all(&["documents/production.pdf"]),
        test_reports: vec![TestReport {
            document: "documents/penetration-test.pdf".to_owned(),
            shows: some("Penetration test of 4.2.0"),
            carried_out_on: Some(date(2027, 11, 12)),
        }],
    }
}

fn named_files(dossier: &Dossier) -> BTreeMap<String, Sha256> {
    let technical = &dossier.technical_documentation;
    let mut names: Vec<&String> = vec![];
    names.extend(&dossier.product.illustrations);
    names.extend(&dossier.support_period.record);
    names.extend(&dossier.risk_assessment.document);
    names.extend(dossier.requirements.iter().flat_map(|decision| &decision.evidence));
    names.extend(&technical.design);
    names.extend(&technical.vulnerability_handling);
    names.extend(&technical.update_distribution);
    names.extend(&technical.production);
    names.extend(technical.test_reports.iter().map(|report| &report.document));
    names.extend(dossier.evidence.iter().map(|evidence| &evidence.file));
    names.into_iter().map(|name| (name.clone(), Sha256::of(name.as_bytes()))).collect()
}

fn sbom() -> SbomSummary {
    SbomSummary {
        name: "sbom.cdx.json".to_owned(),
        format: "CycloneDX 1.6".to_owned(),
        sha256: Sha256::of(b"sbom"),
        components: 214,
        top_level: all(&[
            "pkg:generic/linux@6.12.60",
            "pkg:generic/u-boot@2025.10",
            "pkg:cargo/rustls@0.23.35",
        ]),
    }
}

fn data() -> VulnerabilityData {
    let source = |name: &str, records| AdvisorySource {
        name: name.to_owned(),
        records,
        as_of: Some(date(2027, 12, 12)),
    };
    VulnerabilityData {
        as_of: Some(date(2027, 12, 12)),
        records: 312_004,
        sources: vec![source("OSV", 301_566), source("Catalogue of known exploited vulnerabilities", 10_438)],
    }
}

fn findings() -> Vec<Finding> {
    vec![
        finding("CVE-2027-1111", Rating::High, 8.1, Some("CISA KEV"), decision(DecisionStatus::NotAffected)),
        finding("CVE-2027-2222", Rating::Low, 3.1, None, decision(DecisionStatus::Affected)),
    ]
}

fn decision(status: DecisionStatus) -> VulnerabilityDecision {
    VulnerabilityDecision {
        vulnerability: String::new(),
        component: String::new(),
        status,
        justification: (status == DecisionStatus::NotAffected)
            .then_some(VexJustification::VulnerableCodeNotInExecutePath),
        because: "The update agent is a client only and never parses what the flaw is in.".to_owned(),
        risk_accepted: status == DecisionStatus::Affected,
        decided_by: some("Elin Sandberg"),
        decided_on: Some(date(2027, 12, 2)),
        expires_on: Some(date(2028, 6, 30)),
        ..VulnerabilityDecision::default()
    }
}

/// A finding in the same component.
pub(crate) fn finding(
    id: &str,
    rating: Rating,
    score: f64,
    exploited: Option<&str>,
    decision: VulnerabilityDecision,
) -> Finding {
    Finding {
        component: "pkg:cargo/rustls@0.23.35".to_owned(),
        vulnerability: KnownVulnerability {
            id: id.to_owned(),
            matched_by: vec![MatchedBy {
                advisory: id.to_owned(),
                rule: MatchRule::PackageRange,
                range: "< 0.23.36".to_owned(),
                source: String::new(),
                criteria: None,
                confidence: MatchConfidence::Certain,
                beside: None,
            }],
            fixed_in: all(&["0.23.36"]),
            severity: Severity { rating, score: Some(score), vector: None },
            exploited: exploited.map(|catalogue| Exploited {
                catalogue: catalogue.to_owned(),
                added_on: Some(date(2027, 11, 20)),
            }),
            summary: some("A handshake message is read past its end"),
            ..KnownVulnerability::default()
        },
        path: all(&["Fjällnät NR-8", "update-agent", "rustls"]),
        decision: Some(decision),
        triage: None,
        declared: Vec::new(),
        lapsed: Vec::new(),
        lacks: Vec::new(),
    }
}

fn bare_dossier() -> Dossier {
    Dossier::about(
        Operator::named("Fjällnät AB"),
        Product::of_kind("Fjällnät NR-8", ProductKind::HardwareWithSoftware),
        Release::of_version("4.2.0"),
    )
}
