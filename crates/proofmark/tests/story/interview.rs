//! The interview: from nothing to a dossier that is read, left and taken up again, by people and by programs.

use std::fs;
use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::example::assert_plain;
use crate::house::{Done, House, example, text};

/// A paid password manager, answered to the end.
const PAID: &str = "Vault\nAcme\nsoftware\n1.0\ndirect-logical\nnone\nno\nno\nno\nno\nno\nno\nyes\nyes\nnone\nyes\nyes\nkeeps passwords\nIII.I.3\nIt stores passwords.\nno\n2028-01-10\n8\n2036-01\nUsers keep it eight years.\nMusterweg 1\ninfo@example.com\nhelp@example.com\nsecurity@example.com\nhttps://example.com/cvd\n";

#[test]
fn an_interview_leads_to_a_dossier_that_is_read() {
    let house = House::new();
    let done = house.run_with(&["init", "vault"], PAID).ends(0);
    assert_eq!(done.out, "");
    done.tells("In scope");
    done.tells("important-I, III.I.3");
    done.tells("Procedures open:");
    done.tells("Annex III lists important products");
    done.tells("(Article 7(1))");
    assert_plain(&Done { out: done.err.clone(), ..done }, 80);
    let directory = house.path("vault");
    assert!(!directory.join("proofmark.interview.toml").exists());
    let file = fs::read_to_string(directory.join("proofmark.toml")).unwrap();
    for told in [
        "category = \"III.I.3\"",
        "ends_on = \"2036-01\"",
        "#sbom = ",
        "price = true",
        "# A price is charged.",
    ] {
        assert!(file.contains(told), "no `{told}` in:\n{file}");
    }
    let json = house.assess(&directory, &["--format", "json"]).ends(1).json();
    assert_eq!(json["verdict"]["role"]["outcome"]["is"], "manufacturer");
    assert_eq!(json["verdict"]["class"]["category"], "III.I.3");
    // What is written stays.
    house.run(&["init", "vault"]).ends(3).tells("is there already and was left as it is");
}

#[test]
fn answers_may_be_typed_in_german() {
    let said = |line: &str| match line {
        "yes" => "ja".to_owned(),
        "no" => "nein".to_owned(),
        "none" => "keine".to_owned(),
        other => other.to_owned(),
    };
    let german: Vec<String> = PAID.lines().map(said).collect();
    let written = |typed: &str| {
        let house = House::new();
        house.run_with(&["init", "vault"], typed).ends(0);
        fs::read_to_string(house.path("vault/proofmark.toml")).unwrap()
    };
    assert_eq!(written(&(german.join("\n") + "\n")), written(PAID));
    let house = House::new();
    let lines = "Vault\nAcme\nsoftware\n1.0\ndirect-logical\nzurück\nindirect\nUnbekannt\nhalt\n";
    house.run_with(&["init", "vault"], lines).ends(0).tells("Taken back.");
    let kept = fs::read_to_string(house.path("vault/proofmark.interview.toml")).unwrap();
    assert!(
        kept.contains("data_connection = \"indirect\"") && kept.contains("#? scope.other_acts"),
        "{kept}"
    );
}

#[test]
fn it_can_be_left_and_taken_up_again_and_answers_can_be_taken_back() {
    let house = House::new();
    let lines =
        "Vault\nAcme\ntoaster\n?\nsoftware\n1.0\ndirect-logical\nback\nby pigeon\nindirect\nunknown\nstop\n";
    let done = house.run_with(&["init", "vault"], lines).ends(0);
    done.tells("`toaster`");
    done.tells("Taken back.");
    done.tells("Run `proofmark init` again");
    let kept = house.path("vault/proofmark.interview.toml");
    assert!(!house.path("vault/proofmark.toml").exists());
    let answers = fs::read_to_string(&kept).unwrap();
    assert!(
        answers.contains("data_connection = \"indirect\"") && answers.contains("#? scope.other_acts"),
        "{answers}"
    );
    let done = house.run_with(&["init", "vault"], "back\nno\n").ends(0);
    done.tells("6 answers of an earlier sitting are there");
    done.tells("no earlier answer of this sitting");
    assert!(!done.err.contains("What is the product called"));
    done.tells("`scope.other_acts`: Does one of these other Union acts apply");
    assert!(house.path("vault/proofmark.toml").exists() && !kept.exists());
}

#[test]
fn killed_in_the_middle_nothing_that_was_answered_is_lost() {
    let house = House::new();
    let mut command = house.proofmark(&["init", "vault"]);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"Vault\nAcme\nsoftware\n").unwrap();
    input.flush().unwrap();
    let kept = house.path("vault/proofmark.interview.toml");
    let before = Instant::now();
    while !fs::read_to_string(&kept).is_ok_and(|answers| answers.contains("kind = \"software\"")) {
        assert!(before.elapsed() < Duration::from_secs(30), "the third answer was not kept");
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let done = house.run_with(&["init", "vault"], "2.0\nnone\n").ends(0);
    done.tells("Which version is this about?");
    assert!(fs::read_to_string(house.path("vault/proofmark.toml")).unwrap().contains("version = \"2.0\""));
}

#[test]
fn programs_hand_in_answers_and_get_json() {
    let house = House::new();
    let file = house.write(
        "answers.toml",
        "[operator]\nname = \"Acme\"\nactivity = { develops_or_has_developed = true, markets_under_own_name = true }\n\
         [product]\nname = \"Vault\"\nkind = \"software\"\n[scope]\ndata_connection = \"indirect\"\n\
         [scope.supply]\non_union_market = true\nprice = true\n[[remote_services]]\nname = \"Cloud\"\n",
    );
    let done = house.run(&["init", "vault", "--answers", text(&file), "--format", "json"]).ends(0);
    let json = done.json();
    assert_eq!(json["verdict"]["scope"]["outcome"], "in-scope");
    let open: Vec<&str> =
        json["open"].as_array().unwrap().iter().map(|open| open["key"].as_str().unwrap()).collect();
    assert!(open.contains(&"remote_services[0].function_depends_on_it"), "{open:?}");
    assert!(!open.contains(&"scope.supply.price"));
    let assessed = house.assess(&house.path("vault"), &["--format", "json"]).json();
    assert_eq!(assessed["verdict"]["scope"], json["verdict"]["scope"]);
    assert_eq!(assessed["verdict"]["role"], json["verdict"]["role"]);
}

#[test]
fn a_whole_dossier_handed_in_as_answers_keeps_its_verdict() {
    let house = House::new();
    for name in ["edge-gateway", "password-manager"] {
        let file = example(name).join("proofmark.toml");
        let init = house.run(&["init", name, "--answers", text(&file), "--format", "json"]).ends(0);
        let before = house.run(&["assess", text(&example(name)), "--format", "json"]).json();
        assert_eq!(init.json()["verdict"]["scope"], before["verdict"]["scope"]);
        assert_eq!(init.json()["verdict"]["role"], before["verdict"]["role"]);
        assert_eq!(init.json()["verdict"]["class"], before["verdict"]["class"]);
        assert_eq!(init.json()["verdict"]["routes"], before["verdict"]["routes"]);
    }
}

#[test]
fn answers_with_unknown_keys_are_refused_with_place_and_hint() {
    let house = House::new();
    let file = house.write(
        "answers.toml",
        "[product]\nname = \"Vault\"\nkind = \"software\"\n[scope]\ndata_conection = \"indirect\"\n",
    );
    let done = house.run(&["init", "vault", "--answers", text(&file)]).ends(3);
    done.tells("answers.toml:5:1 (scope.data_conection)");
    done.tells("data_connection");
    let file = house.write("less.toml", "[product]\nname = \"Vault\"\n");
    house.run(&["init", "vault", "--answers", text(&file)]).ends(3).tells("`operator.name`");
    house.run(&["init", "vault", "--answers", "nowhere.toml"]).ends(3).tells("`nowhere.toml` is not there");
    assert!(!house.path("vault").exists());
}

#[test]
fn without_anybody_to_answer_it_ends_and_says_what_is_open() {
    let house = House::new();
    let done = house.run(&["init", "vault"]).ends(2);
    done.tells("Who and what it is about must be known");
    assert!(!house.path("vault").exists());
    let done =
        house.run_with(&["init", "vault", "--product", "Vault", "--kind", "software"], "Acme\n1.0\n").ends(0);
    assert!(!done.err.contains("What is the product called"));
    done.tells("questions are open:");
    assert!(house.path("vault/proofmark.toml").exists());
}
