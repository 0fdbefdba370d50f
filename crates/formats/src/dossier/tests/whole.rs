//! Whole dossiers: one that says everything, one with ten faults, and what is left of a faulty one.

use jiff::civil::date;
use proofmark_facts::{
    Activity, AiAct, AlsoGoverned, Application, AppliedStandard, Artefact, AssuranceLevel,
    AuthorisedRepresentative, AuthorityRequest, AvaVan, BelongsTo, CategoryRelation, Certificate, ChangeKind,
    ChangeMaker, CheckedOtherwise, CheckedPoint, Conformity, ConsideredCategory, Contact, CoreFunctionality,
    DataConnection, DecisionEvidence, DecisionStatus, DeclaredClass, DeclaredEvidence, DescribedAs,
    Determination, Differing, Dossier, Edition, Enterprise, EnterpriseSize, EvidenceOf, ExplainedDifference,
    Foreseen, FreeSoftware, Instructions, KernelTree, MandatedTask, Mitigation, Modification, Module,
    NotifiedBody, OlderVersions, Operator, OtherCertificate, OtherRole, Person, Place, Placing, Presentation,
    PricedThing, Problem, Procedure, Product, ProductKind, Release, RemoteAssurance, RemoteHosting,
    RemoteKind, RemoteOrigin, RemoteService, ReportingPlace, RepositoryHistory, RequirementDecision,
    RiskAssessment, Scope, ServedFunction, Sha256, Signatory, SparePart, StewardSupport, SupplierCheck,
    Supply, SupplyChain, SupportPeriod, TailorMade, TechnicalDocumentation, TestReport, TestVersion,
    UnionAct, Variant, VexJustification, VulnerabilityDecision,
};
use proofmark_text::text;

use super::super::read::{read_dossier, read_partial_dossier};
use super::{least_and, report};

const EVERYTHING: &str = include_str!("everything.toml");
const TEN_FAULTS: &str = include_str!("ten_faults.toml");

#[expect(clippy::unnecessary_wraps, reason = "every optional field says something in these dossiers")]
fn words(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn list(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn operator() -> Operator {
    Operator {
        name: "Wächter Geräte GmbH".into(),
        trademark: words("Wächter"),
        postal_address: words("Musterweg 1\n10115 Berlin\n"),
        email: words("info@waechter.example"),
        website: words("https://waechter.example"),
        established_in: "DE".parse().ok(),
        person: Some(Person::Legal),
        enterprise_size: Some(EnterpriseSize::Medium),
        enterprise: Enterprise::default(),
        activity: Activity {
            develops_or_has_developed: Some(true),
            markets_under_own_name: Some(true),
            places_third_country_brand: Some(false),
            distributes_unchanged: Some(false),
            substantially_modifies: Some(false),
            acts_under_written_mandate: Some(false),
            only_intermediary: Some(false),
            runs_marketplace: Some(false),
            provides_fulfilment: Some(false),
            distributes_modified: Some(false),
        },
        authorised_representative: Some(AuthorisedRepresentative {
            name: "Représentation SARL".into(),
            postal_address: words("1 rue Exemple, Paris"),
            established_in: "FR".parse().ok(),
            mandate: words("evidence/mandate.pdf"),
            tasks: vec![MandatedTask::KeepDocuments, MandatedTask::CeMarking],
        }),
        reporting_place: ReportingPlace::default(),
        brand_owner_established_in: "CH".parse().ok(),
        for_other_products: vec![OtherRole::Steward, OtherRole::Distributor],
    }
}

fn product() -> Product {
    Product {
        name: "Wächter Tor".into(),
        type_designation: words("WT-1"),
        identified_by: words("Serial number below the housing"),
        kind: ProductKind::HardwareWithSoftware,
        intended_purpose: words("Opens gates."),
        security_environment: words("A home network."),
        essential_functionalities: list(&["opens", "closes"]),
        security_properties: list(&["signed updates"]),
        risk_circumstances: list(&["port forwarding"]),
        foreseeable_misuse: list(&["as a door lock"]),
        declared_class: Some(DeclaredClass::ImportantI),
        core_functionality: Some(core_functionality()),
        considered_categories: vec![ConsideredCategory {
            category: "III.I.12".into(),
            relation: CategoryRelation::FallsShort,
            because: "It routes nothing.".into(),
            against: words("It has two ports."),
            kind: words("router"),
        }],
        described_as: Some(DescribedAs {
            marketing: words("smart lock"),
            instructions: words("III.I.17"),
            technical_documentation: words("III.I.17"),
        }),
        ava_van_level: Some(AvaVan::Two),
        protects_beyond_the_chip: Some(true),
        tamper_protection: Some(false),
        variants: variants(),
        illustrations: list(&["pictures/front.png"]),
        meant_for_integration: Some(false),
        tailor_made: Some(tailor_made()),
        modules: vec![Module {
            name: "Camera".into(),
            sold_separately: Some(true),
            core_functionality: Some(CoreFunctionality {
                kind: None,
                against: None,
                chosen_because: None,
                is: "Watches the gate".into(),
                category: words("III.I.17"),
                because: None,
            }),
        }],
        complex_system: Some(false),
        belongs_to: Some(BelongsTo {
            hardware: "Wächter Haus".into(),
            needed_to_use_it: Some(false),
            same_manufacturer: Some(true),
        }),
        uses_remote_services: Some(true),
    }
}

fn core_functionality() -> CoreFunctionality {
    CoreFunctionality {
        is: "Opens gates remotely".into(),
        category: words("III.I.17"),
        because: words("It is a smart home product with security functionalities."),
        kind: words("smart lock"),
        against: words("It opens gates, not homes."),
        chosen_because: words("The gate is what it is bought for."),
    }
}

fn variants() -> Vec<Variant> {
    vec![
        Variant {
            name: "WT-1 W".into(),
            differs_in: words("Wi-Fi"),
            differs_in_components: Some(true),
            shares_architecture: Some(true),
            shares_security_design: Some(true),
            shares_purpose: Some(true),
            shares_risks: Some(false),
            placed_on_the_market_on: None,
        },
        Variant { name: "WT-1 E".into(), ..Variant::default() },
    ]
}

fn tailor_made() -> TailorMade {
    TailorMade {
        business_user: "Stadtwerke".into(),
        agreement: words("evidence/agreement.pdf"),
        configuration_agreed: true,
        paid_updates_agreed: true,
        particular_purpose: Some(true),
        for_a_business: Some(true),
        explicitly_agreed: Some(true),
        more_than_minor_customising: Some(false),
        evidence_in_documentation: Some(true),
        other_deviations: list(&["No SBOM"]),
    }
}

fn scope() -> Scope {
    Scope {
        data_connection: Some(DataConnection::DirectPhysical),
        other_acts: vec![UnionAct::MotorVehicles, UnionAct::OutsideMarineEquipment],
        spare_part: Some(SparePart {
            replaces_identical_component: Some(true),
            same_specifications: Some(true),
            supplied_for_repair: Some(true),
        }),
        exclusively_national_security: Some(false),
        processes_classified_information: Some(false),
        dual_use: Some(true),
        only_shown_with_sign: Some(false),
        presentation: Some(Presentation { only_shown: Some(false), visible_sign: Some(true) }),
        test_version: Some(TestVersion {
            limited_period: Some(true),
            visible_sign: Some(true),
            safety_component: Some(true),
            users_forced: Some(false),
        }),
        public_administration_own_use: Some(false),
        own_use_only: Some(false),
        supply: Supply {
            on_union_market: Some(true),
            price: Some(true),
            paid_support_beyond_cost: Some(false),
            monetised_otherwise: Some(false),
            personal_data_as_condition: Some(false),
            donations_for_profit: Some(false),
            course_of_business: Some(true),
            public_service_at_cost: Some(false),
        },
        also: AlsoGoverned {
            high_risk_ai_system: Some(false),
            ai_act: Some(AiAct {
                internal_control: Some(true),
                product_requirements_met: Some(true),
                process_requirements_met: Some(true),
                shown_in_declaration: Some(false),
            }),
            machinery: Some(false),
            ehr_system: Some(false),
            radio_equipment: Some(true),
            radio_cybersecurity: Some(true),
            toy: Some(false),
            consumer_product: Some(true),
            used_by_essential_or_important_entities: Some(false),
            operator_is_essential_or_important_entity: Some(true),
            used_by_financial_entities: Some(false),
            processes_personal_data: Some(true),
            connected_product_data: Some(false),
            digital_identity_wallet: Some(true),
            source_code_only: Some(true),
        },
    }
}

fn free_software() -> FreeSoftware {
    FreeSoftware {
        licence: words("Apache-2.0"),
        freely_licensed: Some(true),
        source_openly_shared: Some(true),
        under_own_responsibility: Some(true),
        donations_gate_access: Some(false),
        not_for_profit: Some(false),
        support_at_cost_only: Some(false),
        sustained_support: Some(false),
        systematic_support: Some(false),
        intended_for_commercial_activities: Some(true),
        ensures_viability: Some(false),
        support_provided: vec![StewardSupport::Infrastructure, StewardSupport::Engineering],
        edition: Some(Edition::PaidBesideFree),
        price_is_for: Some(PricedThing::Binaries),
        component_for_integration: Some(false),
        monetised_by_its_publisher: Some(false),
        monetised_downstream: Some(true),
        only_hosts: Some(false),
        services_optional_and_separate: Some(true),
        voluntary_donations: Some(true),
        sponsored: Some(true),
        technical_documentation_public_at: words("https://waechter.example/documentation"),
        technical_documentation_public_since: Some(date(2027, 12, 1)),
    }
}

fn remote_services() -> Vec<RemoteService> {
    vec![RemoteService {
        name: "Wächter Wolke".into(),
        does: words("Passes on commands."),
        developed_under_own_responsibility: Some(true),
        function_depends_on_it: Some(true),
        pure_connectivity: true,
        operated_by: words("Hosting AG"),
        is: Some(RemoteKind::AuthenticationPortal),
        at_a_distance: Some(true),
        origin: Some(RemoteOrigin::BuiltForUs),
        serves: Some(ServedFunction::Identity),
        manual_alternative: Some(true),
        telemetry_only: Some(false),
        interacts_directly: Some(true),
        hosting: Some(RemoteHosting::ThirdPartyPlatform),
        described_in_documentation: Some(true),
        shared_with: list(&["Wächter Haus"]),
        assurance: vec![RemoteAssurance::ImplementingRegulation20242690, RemoteAssurance::Iso27001],
    }]
}

fn release() -> Release {
    Release {
        version: "1.4.0".into(),
        placed_on_the_market_on: Some(date(2027, 12, 13)),
        sbom: words("sbom.cdx.json"),
        build_files: vec!["build/cve-summary.json".to_owned(), "build/patches.txt".to_owned()],
        compiled_files: words("kernel/compiled.txt"),
        kernel_config: words("kernel/config"),
        kernel_build_rules: words("kernel/build-rules.txt"),
        kernel_tree: KernelTree {
            vendor: words("linux-imx"),
            base_version: words("6.1.22"),
            commits: words("kernel/commits.txt"),
        },
        repositories: vec![RepositoryHistory {
            address: "https://github.com/madler/zlib".into(),
            history: "history/zlib.txt".into(),
        }],
        soc: words("i.MX 8M Plus"),
        artefacts: vec![Artefact { name: "tor.img".into(), sha256: Some(Sha256::of(b"abc")) }],
        member_states: vec!["DE".parse().unwrap(), "FR".parse().unwrap()],
        placing: Placing::default(),
    }
}

fn contact() -> Contact {
    Contact {
        single_point_of_contact: words("security@waechter.example"),
        reaches_a_person: Some(true),
        vulnerability_reports: words("mailto:psirt@waechter.example"),
        disclosure_policy: words("https://waechter.example/policy"),
        advisories: words("https://waechter.example/advisories"),
    }
}

fn risk_assessment() -> RiskAssessment {
    RiskAssessment {
        document: words("evidence/risk.md"),
        reviewed_on: Some(date(2027, 6, 1)),
        owner: words("Erika Mustermann"),
        covers_use: true,
        covers_conditions: true,
        covers_time_in_use: true,
    }
}

fn conformity() -> Conformity {
    Conformity {
        procedure: Some(Procedure::TypeExamination),
        completed_on: Some(date(2027, 11, 30)),
        standards: vec![AppliedStandard {
            reference: "EN 18031-1:2024".into(),
            applied: Application::InPart,
            parts: words("Clause 6"),
            covers_core_functionality: Some(false),
            restrictions: words("Not for passwords."),
        }],
        certificate: Some(Certificate {
            scheme: "EUCC".into(),
            level: AssuranceLevel::Substantial,
            reference: words("EUCC-1"),
            valid_until: Some(date(2031, 6, 30)),
            covers_core_functionality: Some(true),
        }),
        notified_body: Some(NotifiedBody {
            name: "Prüfstelle".into(),
            number: "0123".into(),
            certificate: words("P-1"),
        }),
        other_legislation: list(&["Directive 2014/53/EU"]),
        declaration_at: words("https://waechter.example/declaration"),
        signatory: Some(Signatory {
            name: "Erika Mustermann".into(),
            function: words("Managing director"),
            place: words("Berlin"),
            signed_on: Some(date(2027, 12, 1)),
        }),
        ce_marking_on: words("Below the housing"),
    }
}

fn technical_documentation() -> TechnicalDocumentation {
    TechnicalDocumentation {
        design: list(&["docs/architecture.md"]),
        vulnerability_handling: list(&["Reports are read every working day."]),
        update_distribution: list(&["docs/updates.md"]),
        production: list(&["docs/production.md"]),
        test_reports: vec![TestReport {
            document: "evidence/test.pdf".into(),
            shows: words("No open port"),
            carried_out_on: Some(date(2027, 5, 20)),
        }],
    }
}

fn instructions() -> Instructions {
    Instructions {
        commissioning: words("Set a password."),
        changes: words("Adding users shares data."),
        updates: words("Automatic."),
        decommissioning: words("Hold the button."),
        automatic_updates_off: words("In the settings."),
        integration: words("https://waechter.example/integrators"),
        sbom_at: words("https://waechter.example/sbom"),
        languages: list(&["de", "pt-BR"]),
    }
}

fn decisions() -> (Vec<VulnerabilityDecision>, Vec<CheckedOtherwise>) {
    let vulnerability = VulnerabilityDecision {
        vulnerability: "CVE-2024-0001".into(),
        component: "pkg:cargo/example@1.2.3".into(),
        status: DecisionStatus::NotAffected,
        justification: Some(VexJustification::VulnerableCodeNotInExecutePath),
        because: "Never called.".into(),
        risk_accepted: true,
        decided_by: words("Erika Mustermann"),
        decided_on: Some(date(2027, 10, 1)),
        expires_on: Some(date(2028, 4, 1)),
        approved_by: words("Max Muster"),
        via: list(&["pkg:cargo/parser@*", "waechter"]),
        mitigation: Some(Mitigation::CompensatingControl),
        evidence: [("documents/reach.md", EvidenceOf::Reachability), ("documents/test.md", EvidenceOf::Test)]
            .map(|(file, kind)| DecisionEvidence { kind, file: file.into() })
            .to_vec(),
        by_rule: None,
    };
    let by_name = |vulnerability: &str, component: &str, status, because: &str| VulnerabilityDecision {
        vulnerability: vulnerability.into(),
        component: component.into(),
        status,
        because: because.into(),
        ..VulnerabilityDecision::default()
    };
    let patched =
        by_name("CVE-2024-0002", "busybox@1.36.1", DecisionStatus::Fixed, "The layer's patch was checked.");
    let asked = by_name("CVE-2024-0003", "@vendor/firmware", DecisionStatus::UnderInvestigation, "Asked.");
    let checked = CheckedOtherwise {
        component: "pkg:generic/rtos@*".into(),
        because: "The supplier's list was read.".into(),
        decided_by: words("Erika Mustermann"),
        decided_on: Some(date(2027, 10, 2)),
    };
    let wrong =
        by_name("CVE-2024-0004", "parser", DecisionStatus::WrongMatch, "The record is about another parser.");
    (vec![vulnerability, patched, asked, wrong], vec![checked])
}

fn requirements() -> Vec<RequirementDecision> {
    let applied = RequirementDecision {
        requirement: "I.2.g".into(),
        applies: true,
        implemented_by: words("Only what is needed is kept."),
        not_applicable_because: None,
        evidence: list(&["evidence/data.md"]),
    };
    let not_applied = RequirementDecision {
        requirement: "I.2.a".into(),
        applies: false,
        implemented_by: None,
        not_applicable_because: words("Written to test, not to convince."),
        evidence: vec![],
    };
    vec![applied, not_applied]
}

fn modification() -> Modification {
    Modification {
        of_version: words("1.3.2"),
        earlier_was_placed: Some(true),
        earlier_placed_on: Some(date(2026, 3, 2)),
        changes: words("A web interface."),
        kind: Some(ChangeKind::FeatureUpdate),
        remote_service: words("Wächter Wolke"),
        made_by: Some(ChangeMaker::OriginalManufacturer),
        made_available: Some(true),
        technically_large: Some(false),
        purpose_changed: Some(true),
        purpose_change_covered: Some(false),
        new_interfaces: Some(true),
        new_channels: Some(false),
        new_execution_environments: Some(true),
        new_external_dependencies: Some(false),
        boundary_changed: Some(true),
        new_attack_scenarios: Some(false),
        likelihood_raised: Some(true),
        impact_raised: Some(false),
        assumptions_hold: Some(true),
        mitigations_hold: Some(false),
        foreseen: Foreseen {
            foreseen: Some(true),
            described: Some(false),
            assessed: Some(true),
            mitigated: Some(false),
            at: words("Section 4"),
        },
        lowers_risk: Some(false),
        affects_compliance: Some(true),
        affects_whole_product: Some(false),
        certificate_exists: Some(true),
        may_affect_certificate: Some(false),
        explained: vec![ExplainedDifference {
            difference: Differing::RemoteServiceAdded,
            of: words("Wächter Wolke"),
            because: "Reworded.".into(),
        }],
        determination: Some(Determination::Substantial),
        decided_by: words("Erika Mustermann"),
        decided_on: Some(date(2027, 10, 1)),
        because: words("A new way in."),
    }
}

fn supplier_check() -> SupplierCheck {
    SupplierCheck {
        checked_by: words("A. Person"),
        checked_on: Some(date(2028, 1, 10)),
        covers: words("batch 7"),
        importer_in_chain: Some(false),
        significant_risk: Some(true),
        manufacturer_informed_on: Some(date(2028, 1, 11)),
        ce_marking: CheckedPoint {
            holds: Some(true),
            evidence: list(&["checks/label.jpg"]),
            says: words("Ten units."),
        },
        declaration: CheckedPoint { holds: Some(false), ..CheckedPoint::default() },
        ..SupplierCheck::default()
    }
}

fn support_period() -> SupportPeriod {
    SupportPeriod {
        ends_on: Some(date(2033, 12, 31)),
        expected_use_years: Some(8),
        rationale: words("Gates last."),
        record: words("evidence/support.md"),
        offers: words("Updates."),
        original_ends_on: Some(date(2032, 12, 31)),
        use_factors_unchanged: Some(true),
        older_versions: OlderVersions {
            remediation_stopped: Some(true),
            upgrade_free: Some(true),
            forces_hardware_purchase: Some(false),
            forces_infrastructure_replacement: Some(true),
            needs_ordinary_effort: Some(false),
            paid_support_offered: Some(true),
            users_told: Some(false),
        },
        ..SupportPeriod::default()
    }
}

fn expected() -> Dossier {
    let (vulnerability_decisions, checked_otherwise) = decisions();
    Dossier {
        operator: operator(),
        product: product(),
        scope: scope(),
        free_software: Some(free_software()),
        remote_services: remote_services(),
        release: release(),
        modification: Some(modification()),
        supply_chain: SupplyChain {
            supplied_by_operators: Some(false),
            supplied_to_operators: Some(true),
            record: list(&["evidence/supply-chain.md"]),
        },
        supplier_check: Some(supplier_check()),
        support_period: support_period(),
        security_updates: Vec::new(),
        other_certificates: vec![OtherCertificate {
            issued_under: "Directive 2014/53/EU".into(),
            certificate: words("RED-1"),
            valid_until: Some(date(2029, 3, 1)),
            risks_covered: list(&["Network protection"]),
        }],
        authority_requests: vec![AuthorityRequest {
            obligation: "art53".into(),
            authority: words("Bundesamt Beispiel"),
            received_on: Some(date(2028, 3, 1)),
            due_on: Some(date(2028, 3, 15)),
            answered_on: None,
        }],
        contact: contact(),
        risk_assessment: risk_assessment(),
        requirements: requirements(),
        conformity: conformity(),
        instructions: instructions(),
        technical_documentation: technical_documentation(),
        evidence: vec![DeclaredEvidence {
            file: "evidence/defaults.md".into(),
            shows: list(&["art13-2", "I.2.b"]),
            says: words("Everything is off."),
            observed_on: Some(date(2027, 5, 20)),
            stale_after: Some(date(2028, 5, 20)),
        }],
        vulnerability_decisions,
        checked_otherwise,
        cases: vec![],
        advisories: list(&["advisories", "more/advisories.json"]),
        triage: words("triage.toml"),
    }
}

#[test]
fn a_dossier_that_says_everything_is_read_as_it_is_meant() {
    let read = read_dossier(EVERYTHING.as_bytes());
    assert_eq!(read.problems, []);
    let read = serde_json::to_string_pretty(&read.value.unwrap().dossier).unwrap();
    assert_eq!(read, serde_json::to_string_pretty(&expected()).unwrap());
}

#[test]
fn ten_faults_are_ten_problems_at_once() {
    insta::assert_snapshot!(report(TEN_FAULTS), @r#"
    error at 5:18 (operator.established_in): `Germany` is not a country code
    5 | established_in = "Germany"
      |                  ^^^^^^^^^
    = Write two upper-case letters, as `DE`.
    error at 6:9 (operator.email): the text is not in quotation marks
    6 | email = info@example.com
      |         ^^^^^^^^^^^^^^^^
    = Write `"info@example.com"`.
    error at 10:8 (product.kind): `sofware` is not one of the words that can stand here
    10 | kind = "sofware"
       |        ^^^^^^^^^
    = Did you mean `software`? The words are `software`, `hardware`, `hardware-with-software`, `remote-service`, `source-code`, `tutorial-code`, `not-electronic`.
    error at 11:22 (product.core_functionality.is): `is` is missing in `[product.core_functionality]`
    11 | core_functionality = { because = "It routes." }
       |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^
    = Add `is = "Forwards sensor values and commands"`, with your own value, below the header `[product.core_functionality]`.
    error at 14:11 (release.version): the text is empty
    14 | version = ""
       |           ^^
    = Write the text; a key that is not required can also be left out, which counts as not stated.
    error at 15:27 (release.placed_on_the_market_on): there is no such day as `2027-02-30`
    15 | placed_on_the_market_on = 2027-02-30
       |                           ^^^^^^^^^^
    = Write a day of the calendar; `"2027-02"`, in quotation marks, is the last day of that month.
    error at 16:1 (-): `placed_on_the_market_on` is already set on line 15
    16 | placed_on_the_market_on = 2027-02-28
       | ^^^^^^^^^^^^^^^^^^^^^^^
    = Keep one of the two.
    error at 19:1 (support_period.end_on): there is no key `end_on` here
    19 | end_on = 2033-12-31
       | ^^^^^^
    = Did you mean `ends_on`?
    error at 22:20 (contact.reaches_a_person): expected `true` or `false`, found a whole number
    22 | reaches_a_person = 1
       |                    ^
    = Write it as in `true`.
    error at 25:8 (evidence[0].file): the path `../elsewhere/report.pdf` leaves the dossier's directory
    25 | file = "../elsewhere/report.pdf"
       |        ^^^^^^^^^^^^^^^^^^^^^^^^^
    = Keep what the dossier names in its own directory or below, so that the two are reviewed and kept together.
    "#);
    assert_eq!(read_dossier(TEN_FAULTS.as_bytes()).problems.len(), 10);
}

#[test]
fn what_the_law_finds_can_be_shown_beside_what_the_reader_found() {
    let file = least_and(
        "[product.core_functionality]\nis = \"x\"\ncategory = 5\n\
         [[vulnerability_decisions]]\nvulnerability = \"CVE-1\"\ncomponent = \"pkg:cargo/a@1\"\nbecause = \"x\"\n\
         [[vulnerability_decisions]]\nvulnerability = \"CVE-2\"\ncomponent = \"pkg:cargo/b@1\"\nbecause = \"y\"\nstatus = \"fixed\"\n",
    );
    let partial = read_partial_dossier(file.as_bytes());
    assert_eq!(partial.problems.len(), 2);
    assert_eq!(partial.clone().finish().value, None);
    let read = partial.read.unwrap();
    assert_eq!(read.dossier.vulnerability_decisions.len(), 1);
    assert!(read.places.is_unread("product.core_functionality.category"));
    assert!(!read.places.is_unread("product.core_functionality.is"));
    assert!(!read.places.is_unread("vulnerability_decisions[0].component"));

    // The only decision left is the second of the file: its component is found there.
    let mut problem =
        Problem::error(Place::at("vulnerability_decisions[0].component"), text!("dossier-text-empty"));
    read.places.locate(&mut problem);
    assert_eq!(&file[problem.place.bytes.unwrap()], "\"pkg:cargo/b@1\"");
    assert_eq!(problem.place.line_and_column, Some((18, 13)));
}

#[test]
fn what_stands_on_a_broken_line_is_unread_and_not_unstated() {
    let unread =
        |file: &str, path: &str| read_partial_dossier(file.as_bytes()).read.unwrap().places.is_unread(path);
    let file =
        least_and("[contact]\nadvisories \"https://example.com\"\n[instructions]\nupdates = Automatic\n");
    assert!(unread(&file, "contact.advisories"));
    assert!(unread(&file, "instructions.updates"));
    assert!(!unread(&file, "support_period.ends_on"));
    let file = least_and("[support_period\nends_on = 2033-12-31\n");
    assert!(unread(&file, "support_period.rationale"));
}

#[test]
fn a_place_already_known_is_kept() {
    let places = read_dossier(EVERYTHING.as_bytes()).value.unwrap().places;
    let known = Place { path: Some("product.name".into()), ..Place::bytes(3..4) };
    let mut problem = Problem::error(known.clone(), text!("dossier-text-empty"));
    places.locate(&mut problem);
    assert_eq!(problem.place, known);
}

#[test]
fn without_its_kind_nothing_can_be_said_of_a_product() {
    let file = least_and("").replace("kind = \"software\"\n", "");
    assert_eq!(read_partial_dossier(file.as_bytes()).read, None);
    let file = least_and("").replace("version = \"1.4.0\"\n", "");
    assert!(read_partial_dossier(file.as_bytes()).read.unwrap().places.is_unread("release.version"));
}
