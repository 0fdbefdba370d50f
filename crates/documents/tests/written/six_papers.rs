//! The six papers, written from a dossier that states everything and from ones that do not.

use std::path::PathBuf;

use crate::nr_8::Case;
use proofmark_documents::{
    Block, CalloutKind, Document, Inline, IssuedPaper, PaperInputs, Run, Section, declaration,
    declaration_to_issue, papers, read_json, render_html, render_json, render_pdf, simplified_declaration,
    user_information,
};
use proofmark_facts::{DecisionStatus, Procedure, Signatory};
use proofmark_law::{PART_I, PART_II};

/// What is changed, and how.
type Change = (&'static str, fn(&mut Case));

fn written(case: &Case) -> Vec<(&'static str, Document)> {
    case.with(|inputs| papers().iter().map(|paper| (paper.id, (paper.write)(inputs))).collect())
}

fn warnings(document: &Document) -> Vec<String> {
    let of_block = |block: &Block| match block {
        Block::Callout(callout) if callout.kind == CalloutKind::Warning => {
            Some(callout.paragraphs.iter().map(Inline::words).collect::<Vec<_>>().join("\n"))
        }
        _ => None,
    };
    document.lead.iter().filter_map(of_block).collect()
}

fn citations(sections: &[Section], found: &mut Vec<String>) {
    for section in sections {
        found.extend(section.cites.iter().cloned());
        citations(&section.sections, found);
    }
}

fn keep(case: &Case, name: &str) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    case.with(|inputs| {
        for paper in papers() {
            let document = (paper.write)(inputs);
            let pdf = render_pdf(&document).unwrap();
            std::fs::write(folder.join(format!("{}.pdf", paper.file_stem)), pdf.bytes).unwrap();
            let html = render_html(&document);
            std::fs::write(folder.join(format!("{}.html", paper.file_stem)), html).unwrap();
        }
    });
}

#[test]
fn every_paper_of_the_full_and_of_the_bare_dossier_becomes_a_pdf() {
    keep(&Case::maximal(), "papers-maximal");
    keep(&Case::bare(), "papers-bare");
}

#[test]
fn nothing_is_missing_when_everything_is_stated() {
    for (id, paper) in written(&Case::maximal()) {
        assert_eq!(paper.missing(), Vec::<String>::new(), "{id}");
        assert_eq!(warnings(&paper), Vec::<String>::new(), "{id}");
    }
    let statuses: Vec<String> =
        written(&Case::maximal()).into_iter().filter_map(|(_, paper)| paper.status).collect();
    insta::assert_debug_snapshot!(statuses, @r#"
    [
        "Signed on 2027-12-10, as the dossier states",
        "Complete",
        "Everything decided as of 2027-12-13",
        "Every question answered",
    ]
    "#);
}

#[test]
fn the_bare_declaration_says_first_that_it_must_not_be_signed() {
    let paper = Case::bare().with(declaration);
    let Some(Block::Callout(first)) = paper.lead.first() else { panic!("no callout first") };
    assert_eq!(first.kind, CalloutKind::Warning);
    insta::assert_snapshot!(warnings(&paper).join("\n"), @r"
    This draft must not be signed or handed out. Whoever signs takes responsibility for the product's conformity (Article 28(4)), and that has not been shown:
    Whether the Regulation applies is not settled; the dossier does not state scope.data_connection, scope.supply.on_union_market, scope.supply.price, scope.supply.paid_support_beyond_cost, scope.supply.monetised_otherwise, scope.supply.personal_data_as_condition, scope.supply.donations_for_profit, scope.supply.course_of_business.
    Whether the declaring person is the manufacturer is not settled; see the paper assessment.
    No conformity assessment procedure is chosen (conformity.procedure).
    The conformity assessment is not recorded as completed (conformity.completed_on, Article 13(12)).
    The release gate is closed: the release is not shown to be free of known exploitable vulnerabilities (Annex I, Part I, point (2)(a)). See the paper findings.
    Items this paper still lacks: 7. Each is marked where it belongs.
    ");
    let missing = paper.missing().len();
    assert_eq!(paper.status, Some(format!("Draft: {missing} items missing")));
}

/// One obstacle at a time on a dossier that lacks nothing.
#[test]
fn each_obstacle_alone_forbids_the_signature() {
    let obstacles: [Change; 8] = [
        ("release gate is closed", |case| case.gate.may_be_placed = false),
        ("not recorded as completed", |case| case.dossier.conformity.completed_on = None),
        ("not open to this product", |case| {
            case.dossier.conformity.procedure = Some(Procedure::InternalControl);
        }),
        ("No conformity assessment procedure is chosen", |case| case.dossier.conformity.procedure = None),
        ("which is after the day", |case| {
            case.dossier.conformity.completed_on = Some(jiff::civil::date(2028, 1, 1));
        }),
        ("before the conformity assessment was completed", |case| {
            case.dossier.conformity.completed_on = Some(jiff::civil::date(2027, 12, 12));
        }),
        ("not settled", |case| case.dossier.scope.data_connection = None),
        ("found to be", |case| case.dossier.operator.activity.only_intermediary = Some(true)),
    ];
    for (says, hinder) in obstacles {
        let mut case = Case::maximal();
        hinder(&mut case);
        if says == "found to be" {
            case.dossier.operator.activity.develops_or_has_developed = Some(false);
            case.dossier.operator.activity.markets_under_own_name = Some(false);
        }
        let paper = case.with(declaration);
        let said = warnings(&paper).join("\n");
        assert!(said.contains("must not be signed") && said.contains(says), "{says}: {said}");
        assert!(paper.status.unwrap().starts_with("Draft"), "{says}");
        let simplified = case.with(simplified_declaration);
        assert!(!warnings(&simplified).is_empty(), "{says}");
    }
}

#[test]
fn a_release_before_the_day_of_application_is_told_so() {
    let says =
        |case: &Case| format!("{:?}", case.with(declaration).lead).contains("before the Regulation applies");
    let mut case = Case::maximal();
    assert!(!says(&case));
    case.dossier.release.placed_on_the_market_on = Some(jiff::civil::date(2027, 12, 10));
    assert!(says(&case));
}

#[test]
fn a_complete_declaration_without_a_day_of_signature_is_ready() {
    let mut case = Case::maximal();
    case.dossier.conformity.signatory.as_mut().unwrap().signed_on = None;
    let paper = case.with(declaration);
    assert_eq!(paper.status.as_deref(), Some("Draft: complete, not issued"));
    assert_eq!(warnings(&paper), Vec::<String>::new());
}

#[test]
fn every_point_of_the_annexes_has_its_section_once() {
    let asked = [
        ("user-information", "Annex II", 9, vec!["8(a)", "8(b)", "8(c)", "8(d)", "8(e)", "8(f)"]),
        ("declaration", "Annex V", 8, vec![]),
        (
            "technical-documentation",
            "Annex VII",
            8,
            vec!["1(a)", "1(b)", "1(c)", "1(d)", "2(a)", "2(b)", "2(c)"],
        ),
    ];
    for case in [Case::maximal(), Case::bare()] {
        let papers = written(&case);
        for (id, annex, last, letters) in &asked {
            let (_, paper) = papers.iter().find(|(found, _)| found == id).unwrap();
            let mut found = vec![];
            citations(&paper.sections, &mut found);
            let points: Vec<String> = (1..=*last).map(|point| point.to_string()).collect();
            for point in points.iter().map(String::as_str).chain(letters.iter().copied()) {
                let cites = format!("{annex}, point {point}");
                assert_eq!(found.iter().filter(|one| **one == cites).count(), 1, "{cites}");
            }
            let own: Vec<&String> =
                found.iter().filter(|one| one.starts_with(&format!("{annex},"))).collect();
            assert!(own.is_sorted(), "the points of {annex} stand in their order: {own:?}");
        }
    }
}

#[test]
fn the_wording_of_annex_vi_is_verbatim() {
    let paper = Case::maximal().with(simplified_declaration);
    let Block::Quotation(quotation) = &paper.sections[0].blocks[0] else { panic!("no quotation first") };
    assert_eq!(
        quotation.paragraphs[0].words(),
        "Hereby, Fjällnät AB declares that the product with digital elements type NR-8 is in compliance with \
         Regulation (EU) 2024/2847. The full text of the EU declaration of conformity is available at the following \
         internet address: https://fjallnat.example/nr-8/declaration"
    );
    assert_eq!(quotation.paragraphs.len(), 1);
}

#[test]
fn every_line_of_annex_i_is_in_the_matrix_once() {
    let case = Case::bare();
    let paper = written(&case).remove(2).1;
    let missing = paper.missing();
    let ids = || PART_I.iter().chain(&PART_II);
    for id in ids() {
        let says = format!("not stated in the dossier: requirements.\"{id}\"");
        assert_eq!(missing.iter().filter(|one| **one == says).count(), 1, "{id}");
    }
    let of_annex_i = missing.iter().filter(|one| one.contains("requirements."));
    assert_eq!(of_annex_i.count(), ids().count());
}

#[test]
fn what_always_applies_cannot_be_set_aside() {
    for (id, refused) in [("I.1", true), ("I.2.h", false), ("II.4", true)] {
        let mut case = Case::maximal();
        let decision =
            case.dossier.requirements.iter_mut().find(|decision| decision.requirement == id).unwrap();
        decision.applies = false;
        decision.not_applicable_because = Some("It costs too much.".to_owned());
        let paper = written(&case).remove(2).1;
        assert_eq!(!paper.missing().is_empty(), refused, "{id}: {:?}", paper.missing());
    }
}

#[test]
fn a_lapsed_decision_decides_nothing() {
    let mut case = Case::maximal();
    case.findings[1].decision.as_mut().unwrap().expires_on = Some(jiff::civil::date(2027, 12, 12));
    let paper = written(&case).remove(4).1;
    let open = paper.sections.iter().find(|section| section.title == "Still to be decided").unwrap();
    let Block::Table(table) = &open.blocks[0] else { panic!("no table") };
    assert!(table.rows[0][0].words().starts_with("CVE-2027-2222"));
    assert_eq!(paper.missing(), ["this decision lapsed on 2027-12-12"]);
}

#[test]
fn what_still_stands_in_the_way_comes_first() {
    let mut case = Case::maximal();
    case.findings[1].decision.as_mut().unwrap().risk_accepted = false;
    let mut fixed = case.findings[0].clone();
    fixed.decision.as_mut().unwrap().status = DecisionStatus::Fixed;
    fixed.vulnerability.id = "CVE-2027-3333".to_owned();
    case.findings.push(fixed);
    let paper = written(&case).remove(4).1;
    let headings: Vec<&str> = paper.sections.iter().map(|section| section.title.as_str()).collect();
    insta::assert_debug_snapshot!(headings, @r#"
    [
        "Release gate",
        "What this rests on",
        "Affected, and the risk is not accepted",
        "Declared fixed, component still present",
        "Not affected",
        "Components no data speaks about",
    ]
    "#);
}

#[test]
fn backticks_of_the_makers_are_code() {
    let mut case = Case::maximal();
    case.dossier.instructions.changes = Some("Set `expose = true` only if you must.".to_owned());
    let paper = case.with(user_information);
    let Block::Paragraph { text } = &paper.sections[7].sections[1].blocks[0] else { panic!("no paragraph") };
    assert_eq!(*text, Inline::from("Set ").code("expose = true").plain(" only if you must."));
}

#[test]
fn a_paper_is_named_by_product_version_and_kind() {
    let ids: Vec<String> = written(&Case::maximal()).into_iter().map(|(_, paper)| paper.id).collect();
    insta::assert_debug_snapshot!(ids, @r#"
    [
        "fjällnät-nr-8-4.2.0-declaration",
        "fjällnät-nr-8-4.2.0-simplified-declaration",
        "fjällnät-nr-8-4.2.0-technical-documentation",
        "fjällnät-nr-8-4.2.0-user-information",
        "fjällnät-nr-8-4.2.0-findings",
        "fjällnät-nr-8-4.2.0-assessment",
    ]
    "#);
    assert_eq!(written(&Case::maximal()), written(&Case::maximal()));
}

/// A paper as lines, for people to read in a snapshot.
fn flat(document: &Document) -> String {
    let mut lines = vec![format!("{} | {}", document.title, document.status.as_deref().unwrap_or("-"))];
    document.lead.iter().for_each(|block| flat_block(block, &mut lines));
    document.sections.iter().for_each(|section| flat_section(section, &mut lines));
    lines.join("\n")
}

fn flat_section(section: &Section, lines: &mut Vec<String>) {
    let number = section.number.as_deref().unwrap_or("-");
    lines.push(format!("# {number} {} [{}]", section.title, section.cites.join("; ")));
    section.blocks.iter().for_each(|block| flat_block(block, lines));
    section.sections.iter().for_each(|section| flat_section(section, lines));
}

fn words(inline: &Inline) -> String {
    let marked = |run: &Run| match run {
        Run::Missing { text } => format!("<missing: {text}>"),
        run => run.text().to_owned(),
    };
    inline.runs.iter().map(marked).collect::<String>().replace('\n', " / ")
}

fn flat_block(block: &Block, lines: &mut Vec<String>) {
    match block {
        Block::Paragraph { text } => lines.push(words(text)),
        Block::List(list) => lines.extend(list.items.iter().map(|item| format!("- {}", words(&item.text)))),
        Block::Table(table) => {
            lines.extend(table.rows.iter().map(|row| row.iter().map(words).collect::<Vec<_>>().join(" | ")));
        }
        Block::KeyValues(pairs) => {
            lines.extend(pairs.entries.iter().map(|pair| format!("{}: {}", pair.key, words(&pair.value))));
        }
        Block::Callout(callout) => {
            let said: Vec<String> = callout.paragraphs.iter().map(words).collect();
            lines.push(format!("! {:?}: {}", callout.kind, said.join(" / ")));
        }
        Block::Quotation(quotation) => {
            lines.extend(quotation.paragraphs.iter().map(|words_of| format!("> {}", words(words_of))));
        }
        Block::Signature(signature) => lines.push(format!("{signature:?}")),
    }
}

#[test]
fn the_declaration_reads_so() {
    insta::assert_snapshot!(flat(&Case::maximal().with(declaration)), @r#"
    EU declaration of conformity | Signed on 2027-12-10, as the dossier states
    # 1 Product [Annex V, point 1]
    Name: Fjällnät NR-8
    Type: NR-8
    Version: 4.2.0
    Unique identification: Type and serial number on the label on the underside; firmware version on the start page.
    # 2 Manufacturer [Annex V, point 2]
    Manufacturer: Fjällnät AB
    Trademark: Fjällnät
    Postal address: Kyrkgatan 12, 831 34 Östersund, Sweden
    Authorised representative: Baltic Mandate OÜ
    Representative's address: Narva mnt 5, 10117 Tallinn, Estonia
    # 3 Responsibility [Annex V, point 3]
    > This EU declaration of conformity is issued under the sole responsibility of the provider, Fjällnät AB.
    # 4 Object of the declaration [Annex V, point 4]
    Fjällnät NR-8, version 4.2.0, as identified in point 1.
    NR-8 W | White housing
    NR-8 L | Built-in LTE modem
    nr-8-4.2.0.img | 2eaba34493d09a340772792130995459e95fc026e0ae7be17b79431686144510
    nr-8-4.2.0-recovery.img | 6b2ca1820f4e0df686c69391b3e5533d2d780177ecf0cf378dd4b1454cc3ab30
    # 5 Conformity [Annex V, point 5; Article 28(3)]
    > The object of the declaration described above is in conformity with the relevant Union harmonisation legislation:
    - Regulation (EU) 2024/2847 (Cyber Resilience Act)
    - Directive 2014/53/EU
    It has been demonstrated that the essential cybersecurity requirements of Annex I to Regulation (EU) 2024/2847 that apply to the product are fulfilled.
    # 6 Standards, specifications and certification [Annex V, point 6]
    EN 18031-1:2024 | In full | None: not cited in the Official Journal for this Regulation; used as another technical specification
    EN IEC 62443-4-2:2019 | In part: Requirements for network devices at security level 2 | None: not cited in the Official Journal for this Regulation; used as another technical specification
    # 7 Conformity assessment [Annex V, point 7]
    Procedure: EU-type examination (module B) followed by conformity to type based on internal production control (module C), Annex VIII, Part II
    Completed on: 2027-12-01
    Notified body: Norra Provning AB
    Number of the notified body: 9876
    Certificate or approval issued: NP-2027-00417
    # 8 Additional information and signature [Annex V, point 8]
    CE marking affixed on: The label on the underside of the housing
    Signature { on_behalf_of: Some("Signed for and on behalf of Fjällnät AB"), place: Some("Östersund"), date: Some(2027-12-10), name: Some("Karin Öberg"), function: Some("Managing director") }
    "#);
}

#[test]
fn the_user_information_reads_so() {
    insta::assert_snapshot!(flat(&Case::maximal().with(user_information)), @r"
    User information and instructions | -
    ! Note: Security updates until December 2035. / Until then vulnerabilities are handled and security updates are provided. Decide by this date how long you can use the product safely.
    # 1 Who makes this product [Annex II, point 1]
    Manufacturer: Fjällnät AB
    Trademark: Fjällnät
    Postal address: Kyrkgatan 12, 831 34 Östersund, Sweden
    Email: info@fjallnat.example
    Website: https://fjallnat.example
    # 2 If you find a vulnerability [Annex II, point 2]
    Report weaknesses in this product here. You also receive information on known vulnerabilities here.
    Report vulnerabilities to: security@fjallnat.example
    Contact for all questions: support@fjallnat.example
    How reports are handled: https://fjallnat.example/security/policy
    Security advisories: https://fjallnat.example/security/advisories
    # 3 Which product this is [Annex II, point 3]
    Name: Fjällnät NR-8
    Type: NR-8
    Version: 4.2.0
    Unique identification: Type and serial number on the label on the underside; firmware version on the start page.
    Variants: NR-8 W, NR-8 L
    # 4 What it is for [Annex II, point 4]
    Intended purpose: Connects the devices of a home or small office with each other and with the internet.
    Security environment: A private network behind the router; the internet side is held to be hostile.
    What it does:
    - Routes traffic between the local network and the internet
    - Wireless network
    How it protects itself and your data:
    - Nothing but signed firmware starts
    - Each unit has its own password, printed on its label
    # 5 When it can become a risk [Annex II, point 5]
    These circumstances can lead to significant cybersecurity risks. Avoid them:
    - Opening the settings page to the internet
    - Use after the support period ends
    It is not made for these uses:
    - Use as the only protection of an industrial network
    # 6 Declaration of conformity [Annex II, point 6]
    Full text at: https://fjallnat.example/nr-8/declaration
    # 7 Support [Annex II, point 7]
    Support period ends on: 31 December 2035
    What you can expect: Security updates free of charge, advisories by feed, help by mail on working days.
    After that day, newly found weaknesses may stay open.
    # 8 Instructions [Annex II, point 8]
    Available in: sv, fi, en
    # 8(a) Setting up, and using it safely through its life [Annex II, point 8(a)]
    Change the wireless password when you set the router up, and keep automatic updates on.
    # 8(b) How changes to the product can affect your data [Annex II, point 8(b)]
    Opening a port lets others reach the device behind it.
    # 8(c) Installing security updates [Annex II, point 8(c)]
    https://fjallnat.example/nr-8/manual#updates
    # 8(d) Taking it out of use, and removing your data [Annex II, point 8(d)]
    Hold the reset button for ten seconds. All settings are deleted.
    # 8(e) Switching off automatic security updates [Annex II, point 8(e)]
    Settings, Updates, Automatic: off.
    # 8(f) Building it into another product [Annex II, point 8(f)]
    The router is not meant to be built into another product.
    # 9 Software bill of materials [Annex II, point 9]
    Available at: https://fjallnat.example/nr-8/sbom
    ");
}

fn signatory() -> Signatory {
    Signatory {
        name: "Ulla Ek".to_owned(),
        function: Some("Head of products".to_owned()),
        place: Some("Umeå".to_owned()),
        signed_on: Some(jiff::civil::date(2020, 1, 1)),
    }
}

#[test]
fn a_declaration_to_issue_says_who_signs_and_on_which_day_and_is_the_same_every_day_before() {
    let to_issue = Case::maximal().with(|inputs| declaration_to_issue(inputs, &signatory()));
    assert_eq!((to_issue.lacks.as_slice(), to_issue.obstacles.as_slice()), (&[][..], &[][..]));
    let later = Case::maximal().with(|inputs| {
        let inputs = PaperInputs { day: jiff::civil::date(2027, 12, 20), ..inputs.clone() };
        declaration_to_issue(&inputs, &signatory())
    });
    assert_eq!(to_issue.digest(), later.digest());
    let other = Signatory { place: Some("Kiruna".to_owned()), ..signatory() };
    let other = Case::maximal().with(|inputs| declaration_to_issue(inputs, &other));
    assert_ne!(to_issue.digest(), other.digest());
    let issued = to_issue.issued(jiff::civil::date(2027, 12, 20), 2);
    assert_eq!(issued.status.as_deref(), Some("Issued on 2027-12-20, revision 2"));
    assert!(issued.id.ends_with("-declaration-2"), "{}", issued.id);
    let html = render_html(&issued);
    assert!(html.contains("Ulla Ek") && html.contains("2027-12-20") && !html.contains("2020-01-01"));
    // Read back as it was kept, it differs where the dossier says otherwise, and nowhere else.
    let kept = read_json(render_json(&issued).as_bytes()).unwrap();
    assert_eq!(to_issue.differs_from(&kept), Vec::<String>::new());
    assert_eq!(other.differs_from(&kept), ["8 Additional information and signature"]);
    let waits = to_issue.waiting(jiff::civil::date(2027, 12, 13));
    assert!(waits.status.unwrap().starts_with("Not issued"));
}

#[test]
fn what_a_declaration_lacks_is_named_by_its_way_and_the_point_that_asks_for_it() {
    let mut case = Case::maximal();
    case.dossier.operator.postal_address = None;
    case.dossier.release.artefacts.clear();
    case.dossier.conformity.ce_marking_on = None;
    let found = case.with(|inputs| declaration_to_issue(inputs, &signatory())).lacks;
    let named: Vec<(&str, &str)> =
        found.iter().map(|lack| (lack.path.as_str(), lack.cites.as_str())).collect();
    assert_eq!(
        named,
        [
            ("operator.postal_address", "Annex V, point 2"),
            ("release.artefacts", "Annex V, point 4"),
            ("conformity.ce_marking_on", "Annex V, point 8"),
        ]
    );
}

#[test]
fn the_other_papers_refer_to_the_declaration_that_was_issued() {
    let mut case = Case::maximal();
    case.dossier.conformity.signatory.as_mut().unwrap().signed_on = None;
    let issued_on = jiff::civil::date(2027, 12, 11);
    let technical = |case: &Case| render_html(&case.with(proofmark_documents::technical_documentation));
    assert!(technical(&case).contains("The declaration is not complete and signed"));
    for agrees in [true, false] {
        case.issued = Some(IssuedPaper { revision: 3, issued_on, agrees });
        let words = technical(&case);
        assert!(words.contains("Issued on 2027-12-11, revision 3") && words.contains("-declaration-3"));
        assert_eq!(words.contains("no longer says what the dossier says"), !agrees);
        assert_eq!(warnings(&case.with(simplified_declaration)).is_empty(), agrees);
    }
}
