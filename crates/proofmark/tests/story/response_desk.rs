//! Somebody told us: a case from the first signal to the final report, with clocks that run from where the law says, rulings that
//! stay, and nothing that counts as handed in without proof.

use serde_json::Value;

use crate::house::{Done, House, text};
use crate::reporting::DOSSIER;

/// A home that knows the product, and nothing else.
fn house() -> House {
    let house = House::new();
    house.write("product/proofmark.toml", format!("{DOSSIER}member_states = [\"DE\", \"FR\"]\n"));
    house.run(&["assess", "product"]);
    house
}

fn case(house: &House, arguments: &[&str]) -> Done {
    house.run(&[&["case"], arguments].concat())
}

fn enter(house: &House, arguments: &[&str]) {
    case(house, arguments).ends(0);
}

/// Opens a case with a signal of 1 October 2026, 08:00 UTC.
fn open(house: &House, stream: &str, more: &[&str]) {
    let says =
        ["open", "Session tokens", "--stream", stream, "--source", "supplier", "--says", "They are guessed."];
    enter(house, &[&says[..], &["--at", "2026-10-01T08:00Z"], more].concat());
}

fn fact(house: &House, name: &str) {
    enter(house, &["fact", "2026-0001", name, "yes", "--because", "it is in the logs"]);
}

/// Everything that makes an exploited vulnerability one of ours, and the ruling of 12:00.
fn exploited(house: &House) {
    open(house, "vulnerability", &["--claims-exploitation"]);
    enter(house, &["affects", "2026-0001", "thing", "--release", "1.0"]);
    enter(house, &["assess", "2026-0001", "--at", "2026-10-01T08:30Z"]);
    for name in
        ["exploited-in-our-product", "reliable-evidence", "malicious-actor", "without-owner-permission"]
    {
        fact(house, name);
    }
    aware(house, "2026-10-01T12:00Z");
    enter(house, &["word", "2026-0001", "summary", "Tokens can be guessed."]);
}

fn aware(house: &House, at: &str) {
    enter(house, &["aware", "2026-0001", "--at", at, "--because", "the logs were read"]);
}

fn submit(house: &House, stage: &str, at: &str) -> Done {
    house.write("receipt.txt", format!("receipt of {stage}"));
    let of = ["submitted", "2026-0001", stage, "--at", at, "--representative", "Anna Ott"];
    case(house, &[&of[..], &["--reference", "SRP-7", "--receipt", "receipt.txt"]].concat())
}

/// The case in JSON, judged at this instant.
fn shown(house: &House, at: &str) -> (i32, Value) {
    let done = case(house, &["show", "2026-0001", "--at", at, "--format", "json"]);
    (done.code.unwrap(), done.json())
}

fn clock(case: &Value, stage: &str) -> Value {
    let clocks = case["products"][0]["verdict"]["clocks"].as_array().unwrap();
    clocks.iter().find(|clock| clock["stage"] == stage).unwrap().clone()
}

fn due(case: &Value, stage: &str) -> String {
    clock(case, stage)["deadline"]["due_at"].as_str().unwrap_or("not running").to_owned()
}

#[test]
fn an_exploited_vulnerability_goes_from_a_suppliers_signal_to_the_final_report() {
    let house = house();
    exploited(&house);
    let (code, seen) = shown(&house, "2026-10-01T13:00Z");
    assert_eq!((code, seen["state"].as_str()), (0, Some("assessing")));
    assert_eq!(seen["products"][0]["verdict"]["trigger"]["outcome"], "mandatory");
    assert_eq!(due(&seen, "early-warning"), "2026-10-02T12:00:00Z");
    assert_eq!(due(&seen, "notification"), "2026-10-04T12:00:00Z");
    assert_eq!(due(&seen, "final-report"), "not running", "no measure, no final report");

    // The early warning waits for nothing but what the form asks for.
    let draft = case(&house, &["draft", "2026-0001", "early-warning", "--at", "2026-10-01T13:00Z"]).ends(0);
    for words in ["It can be handed in", "DE, FR", "Nothing was handed in"] {
        draft.shows(words);
    }
    let draft = case(&house, &["draft", "2026-0001", "early-warning", "--format", "json"]).ends(0).out;
    house.write("warning.json", draft);
    house.write("receipt.png", "a picture");
    let of = [
        "submitted",
        "2026-0001",
        "early-warning",
        "--at",
        "2026-10-01T14:00Z",
        "--representative",
        "Anna Ott",
    ];
    let with = ["--reference", "SRP-7", "--receipt", "receipt.png", "--draft", "warning.json"];
    enter(&house, &[&of[..], &with].concat());

    // What was said since is told; the notification asks for more, and the platform counts otherwise than the law.
    enter(&house, &["word", "2026-0001", "summary", "Tokens are guessed from the clock."]);
    let draft = case(&house, &["draft", "2026-0001", "notification", "--at", "2026-10-02T09:00Z"]).ends(1);
    draft.shows("f03: Tokens can be guessed. -> Tokens are guessed from the clock.");
    draft.shows("The platform's own counter ends 2026-10-03 14:00Z");
    draft.shows("Article 14(2)(b) asks for it as far as it is known");
    enter(&house, &["word", "2026-0001", "general-nature", "A predictable generator."]);
    enter(&house, &["occurred", "2026-0001", "--at", "2026-09-30T22:00Z"]);
    case(&house, &["draft", "2026-0001", "notification"]).ends(0);
    submit(&house, "notification", "2026-10-03T10:00Z").ends(0);

    // A workaround starts the fourteen days; the patch that comes later does not start them again.
    let measure =
        |kind, at, details| enter(&house, &["measure", "2026-0001", kind, "--at", at, "--details", details]);
    measure("workaround", "2026-10-05T10:00Z", "Switch the web interface off.");
    measure("patch", "2026-10-12T10:00Z", "Release 1.1.");
    let (code, seen) = shown(&house, "2026-10-18T10:00Z");
    assert_eq!((code, due(&seen, "final-report").as_str()), (0, "2026-10-19T10:00:00Z"));
    assert_eq!(shown(&house, "2026-10-19T10:01Z").0, 1, "late");
    case(&house, &["list", "--at", "2026-10-19T10:01Z"])
        .ends(1)
        .shows("Final report: late since 2026-10-19 10:00Z");
    submit(&house, "final-report", "2026-10-19T09:00Z").ends(0);
    enter(
        &house,
        &["users-told", "2026-0001", "--at", "2026-10-05T12:00Z", "--whom", "all customers, by letter"],
    );
    assert_eq!(shown(&house, "2026-10-19T10:01Z").0, 0);
    case(&house, &["list"]).ends(0).shows("Nothing is due.");
    house.run(&["ledger", "verify"]).ends(0);
}

#[test]
fn an_incidents_month_runs_from_submitting_the_notification() {
    let house = house();
    open(&house, "incident", &[]);
    let warning = || case(&house, &["draft", "2026-0001", "early-warning"]);
    warning().ends(1).shows("Nothing is there, and the form requires it.");
    enter(&house, &["affects", "2026-0001", "thing"]);
    for name in ["affects-product-security", "affects-sensitive-or-important"] {
        fact(&house, name);
    }
    aware(&house, "2026-10-01T08:30Z");
    enter(&house, &["word", "2026-0001", "summary", "A build server was taken over."]);
    let because = ["--because", "nobody can say yet"];
    enter(
        &house,
        &[&["fact", "2026-0001", "suspected-unlawful-or-malicious", "unknown"][..], &because].concat(),
    );
    enter(&house, &["affects", "2026-0001", "thing", "--release", "1.0"]);
    warning().ends(0).shows("unknown");
    submit(&house, "early-warning", "2026-10-01T20:00Z").ends(0);
    assert_eq!(due(&shown(&house, "2026-10-02T10:00Z").1, "final-report"), "not running");
    // Thirty hours after awareness: neither awareness nor the deadline of the notification counts.
    submit(&house, "notification", "2026-10-02T14:30Z").ends(0);
    assert_eq!(due(&shown(&house, "2026-10-03T10:00Z").1, "final-report"), "2026-11-02T14:30:00Z");
}

#[test]
fn awareness_is_moved_earlier_by_one_and_later_by_nobody_alone() {
    let house = house();
    exploited(&house);
    let warning = |at: &str| due(&shown(&house, at).1, "early-warning");
    aware(&house, "2026-10-01T15:00Z");
    assert_eq!(warning("2026-10-01T16:00Z"), "2026-10-02T12:00:00Z", "the earliest ruling still alarms");
    aware(&house, "2026-10-01T09:00Z");
    assert_eq!(warning("2026-10-01T16:00Z"), "2026-10-02T09:00:00Z");
    let (_, seen) = shown(&house, "2026-10-01T16:00Z");
    let rulings =
        seen["case"]["entries"].as_array().unwrap().iter().filter(|entry| entry["told"]["entry"] == "ruled");
    assert_eq!(rulings.count(), 3, "none was overwritten");
}

#[test]
fn nothing_counts_as_handed_in_without_proof_and_in_its_order() {
    let house = house();
    exploited(&house);
    let of =
        ["submitted", "2026-0001", "early-warning", "--representative", "Anna Ott", "--reference", "SRP-7"];
    case(&house, &of).ends(2).tells("--receipt");
    case(&house, &[&of[..], &["--receipt", "none.png"]].concat()).ends(3).tells("is not there");
    house.write("empty.png", "");
    case(&house, &[&of[..], &["--receipt", "empty.png"]].concat()).ends(3).tells("empty");
    submit(&house, "notification", "2026-10-02T10:00Z").ends(3).tells("in their order");
    submit(&house, "early-warning", "2099-10-02T10:00Z").ends(3).tells("has not come yet");
    let open = clock(&shown(&house, "2026-10-01T16:00Z").1, "early-warning");
    assert!(open["state"].to_string().contains("running"), "{open}");
}

#[test]
fn exploited_somewhere_is_not_exploited_in_our_product() {
    let house = house();
    open(&house, "vulnerability", &["--claims-exploitation"]);
    enter(&house, &["affects", "2026-0001", "thing"]);
    fact(&house, "exploited-somewhere");
    enter(&house, &["fact", "2026-0001", "exploited-in-our-product", "no", "--because", "no log shows it"]);
    enter(
        &house,
        &["fact", "2026-0001", "exploitable-in-our-product", "no", "--because", "the code is not built"],
    );
    let (code, seen) = shown(&house, "2026-10-01T13:00Z");
    let verdict = &seen["products"][0]["verdict"];
    assert_ne!(verdict["trigger"]["outcome"], "mandatory");
    assert_eq!(code, 0);
    assert!(!verdict["trigger"]["reasons"].as_array().unwrap().is_empty(), "it says why, in the law's terms");
}

#[test]
fn an_exercise_is_marked_everywhere_and_has_numbers_of_its_own() {
    let house = house();
    open(&house, "vulnerability", &["--exercise", "the autumn drill"]);
    open(&house, "vulnerability", &[]);
    let list = case(&house, &["list"]).ends(0);
    list.shows("exercise-2026-0001 [EXERCISE]");
    list.shows("2026-0001 Session tokens");
    case(&house, &["show", "exercise-2026-0001"]).shows("EXERCISE, nothing of it is real: the autumn drill");
    aware(&house, "2026-10-01T09:00Z");
    let draft = case(&house, &["draft", "exercise-2026-0001", "early-warning"]).ends(1);
    draft.shows("EXERCISE, nothing of it is real");
}

#[test]
fn what_cannot_be_entered_is_refused_with_the_way_out() {
    let house = house();
    case(&house, &["show", "2026-0001"]).ends(3).tells("there is no case `2026-0001`");
    open(&house, "vulnerability", &[]);
    case(&house, &["affects", "2026-0001", "another"]).ends(3).tells("no product `another`");
    let step = |to: &str| case(&house, &["step", "2026-0001", to, "--because", "x"]);
    step("closed").ends(3).tells("From there it goes to: assessing, not-ours, duplicate");
    step("finished").ends(3).tells("There are: received, assessing");
    case(&house, &["fact", "2026-0001", "hacked", "yes", "--because", "x"])
        .ends(3)
        .tells("exploited-in-our-product");
    case(&house, &["reject-signal", "2026-0001", "2", "--because", "x"]).ends(3).tells("no signal 2");
    case(&house, &["coordinator", "2026-0001", "CH", "--because", "x"]).ends(2).tells("CH");
    case(&house, &["given-before", "2026-0001", "early-warning", "--because", "x"])
        .ends(3)
        .tells("never left out");
}

#[test]
fn a_case_travels_with_the_record() {
    let house = house();
    exploited(&house);
    submit(&house, "early-warning", "2026-10-01T14:00Z").ends(0);
    let before = shown(&house, "2026-10-01T16:00Z");
    house.run(&["export", "all"]).ends(0);
    let elsewhere = House::new();
    let exported = house.path("all");
    elsewhere.run(&["import", text(&exported), "--without-key"]).ends(0);
    assert_eq!(shown(&elsewhere, "2026-10-01T16:00Z"), before);
    // The key stays at home; every record is what the ledger says all the same.
    elsewhere.run(&["ledger", "verify"]).shows("4 records and 0 rows are what the ledger says");
}
