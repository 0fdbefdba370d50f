//! Learning the law and taking the first steps: explain, quiz, maturity.

use std::fs;

use crate::example::assert_plain;
use crate::house::{DAY, House, example, text};

#[test]
fn everything_that_is_named_anywhere_can_be_asked_for() {
    let house = House::new();
    let cases = [
        ("art13-2", "Owed by: manufacturer"),
        ("Annex I Part I (2)(c)", "From: 2027-12-11"),
        ("I.2.c", "Shown by"),
        ("13(8)", "art13-8c"),
        ("III.I.12", "Legal review:"),
        ("module H", "quality system"),
        ("B+C", "EU-type examination certificate"),
        ("importer", "Stands in: Article 3(16); Article 19"),
        ("support_period.ends_on", "The last day of the support period."),
        ("SCP-04", "section 2.1 of the reference, verified P, G, F"),
        ("ERR-08", "module H"),
        ("Article 14(2)(a)", "ERR-20"),
    ];
    for (asked, told) in cases {
        let done = house.run(&["explain", asked]).ends(0);
        done.shows(told);
        assert_plain(&done, 80);
    }
    let unknown = house.run(&["explain", "importr"]).ends(3);
    unknown.tells(
        "error[teaching-not-known-near]: nothing goes by the name `importr`; near to it are `importer`",
    );
    assert_eq!(unknown.out, "");
    house.run(&["explain", "~~~~"]).ends(3).tells("nothing goes by the name");
    assert!(!house.home().exists(), "explaining makes nothing");
}

#[test]
fn with_a_product_it_is_said_how_it_stands_there() {
    let house = House::new();
    let directory = example("edge-gateway");
    let at = text(&directory);
    for (asked, told) in [
        ("I.2.c", "In Kvistmark EG-200 ✓ Met."),
        ("I.2.l", "Open, due 2027-12-13."),
        ("III.I.12", "The core functionality is declared to fall under it."),
        ("III.II.2", "declared to fall under `III.I.12`, not under this one"),
        ("module A", "This procedure is closed"),
        ("importer", "The declaring operator is its manufacturer."),
        ("SCP-04", "A data connection is declared"),
        ("support_period.ends_on", "The dossier states: 2037-12-31"),
        ("free_software.licence", "The dossier does not state it."),
    ] {
        let done = house.run(&["explain", asked, at, "--as-of", DAY]).ends(0);
        done.shows(told);
        assert_plain(&done, 80);
    }
    let json = house.run(&["explain", "I.2.c", at, "--as-of", DAY, "--format", "json"]).ends(0).json();
    house.assert_fits("explanation", &json);
    assert_eq!(json[0]["subject"], "obligation");
    assert_eq!(json[0]["rows"][0], "AI1-2c");
    assert!(json[0]["here"]["standing"]["state"]["met"].is_object());
    let reason = house.run(&["explain", "SCP-04", at, "--format", "json"]).ends(0).json();
    assert_eq!(reason[0]["here"]["reasons"][0]["fact"], "scope.data_connection");
    assert_eq!(house.ledger_lines(), 0, "explaining keeps nothing");
}

#[test]
fn a_quiz_is_the_same_for_the_same_seed_and_counts_what_is_right() {
    let house = House::new();
    let json = house.run(&["quiz", "--count", "12", "--seed", "7", "--format", "json"]).ends(0).json();
    house.assert_fits("quiz", &json);
    let questions = json.as_array().unwrap();
    assert_eq!(questions.len(), 12);
    let number = |question: &serde_json::Value| (question["answer"].as_u64().unwrap() + 1).to_string();
    let right = questions.iter().map(number).collect::<Vec<String>>().join("\n") + "\n";
    let done = house.run_with(&["quiz", "--count", "12", "--seed", "7"], &right).ends(0);
    done.shows("12 of 12 right.");
    done.shows("--count 12 --seed 7");
    for question in questions {
        done.shows(question["cites"][0].as_str().unwrap());
    }
    assert_plain(&done, 80);
    // A wrong answer is told; nonsense is asked again; whoever stops gets a score.
    let wrong = if questions[0]["answer"] == 0 { "2\n" } else { "1\n" };
    let done = house
        .run_with(&["quiz", "--count", "12", "--seed", "7"], &format!("99\n{wrong}skip\nstop\n"))
        .ends(0);
    done.tells("`99` is none of the numbers");
    done.shows("Not right.");
    done.shows("0 of 2 right.");
    // Nobody there: it ends, and another seed asks other questions.
    house.run(&["quiz"]).ends(0).shows("0 of 0 right.");
    let other = house.run(&["quiz", "--count", "12", "--seed", "8", "--format", "json"]).ends(0).json();
    assert_ne!(other, json);
    house.run(&["quiz", "--count", "0"]).ends(2);
}

#[test]
fn maturity_says_where_one_stands_what_comes_first_and_what_recurs() {
    let house = House::new();
    let directory = example("edge-gateway");
    let out = house.path("out");
    let done = house.run(&["maturity", text(&directory), "--as-of", DAY, "--out", text(&out)]).ends(0);
    for told in [
        "1. Where you stand",
        "Scope, role and class: 3 of 3 met",
        "2. What first",
        "3. How to embed it",
        "Per release",
    ] {
        done.shows(told);
    }
    done.tells("Only read: nothing was kept");
    assert_plain(&done, 80);
    assert_eq!(house.ledger_lines(), 0);
    assert!(fs::read(out.join("maturity.pdf")).unwrap().starts_with(b"%PDF"));
    let page = fs::read_to_string(out.join("maturity.html")).unwrap();
    assert!(page.contains("Where you stand") && page.contains("Readiness to report"));
    let paper: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("maturity.json")).unwrap()).unwrap();
    house.assert_fits("paper", &paper);
    let json = house.run(&["maturity", text(&directory), "--as-of", DAY, "--format", "json"]).ends(0).json();
    house.assert_fits("maturity", &json);
    assert_eq!(json["stands"].as_array().unwrap().len(), 7);
    assert_eq!(json["first"][0]["urgency"], "blocks-the-release");
}

#[test]
fn a_first_file_is_told_to_get_ready_for_what_binds_already() {
    let house = House::new();
    let product = house.write(
        "lamp/proofmark.toml",
        "proofmark = 1\n[operator]\nname = \"Acme\"\n[operator.activity]\ndevelops_or_has_developed = true\n\
         markets_under_own_name = true\n[product]\nname = \"Lamp\"\nkind = \"software\"\n[scope]\n\
         data_connection = \"indirect\"\n[scope.supply]\non_union_market = true\nprice = true\n[release]\nversion = \"1\"\n",
    );
    let directory = product.parent().unwrap();
    let done = house.run(&["maturity", text(directory), "--as-of", DAY]).ends(0);
    done.shows("1. Binds already: Get ready to report");
    // What is out of scope has nothing to do.
    house.write(
        "out/proofmark.toml",
        "proofmark = 1\n[operator]\nname = \"Acme\"\n[product]\nname = \"Abacus\"\nkind = \"software\"\n[scope]\n\
         data_connection = \"none\"\n[release]\nversion = \"1\"\n",
    );
    let done = house.run(&["maturity", "out", "--as-of", DAY]).ends(0);
    done.shows("Nothing: no step is open.");
    done.shows("Nothing recurs");
    house.run(&["maturity", "nowhere"]).ends(3);
}
