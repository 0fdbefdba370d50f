//! The register against the reader, the reference and the starter file.

use std::fmt::Write as _;

use proofmark_facts::{Person, ProductKind};
use serde::Serialize;

use super::super::key::{Key, Kind, Word, ways};
use super::super::read::{DOSSIER, read_dossier};
use super::super::reference::dossier_reference;
use super::super::starter::starter;

/// A dossier with every key of the register, each with the register's own example.
fn of_examples() -> String {
    let mut file = String::new();
    write_examples(&mut file, DOSSIER, "");
    file
}

fn write_examples(file: &mut String, keys: &[Key], path: &str) {
    for key in keys.iter().filter(|key| key.below().is_none()) {
        writeln!(file, "{} = {}", key.name, key.example).unwrap();
    }
    for key in keys {
        let Some(below) = key.below() else { continue };
        let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
        // An entry for each way to write it; only entries of lists have several.
        for way in ways(below) {
            writeln!(file, "{}", key.kind.sample(&path)).unwrap();
            write_examples(file, &way.into_iter().copied().collect::<Vec<_>>(), &path);
        }
    }
}

/// Every path of the register, as the places name it in [`of_examples`].
fn paths(keys: &[Key], above: &str, found: &mut Vec<String>) {
    for key in keys {
        let path = if above.is_empty() { key.name.to_owned() } else { format!("{above}.{}", key.name) };
        // What is written instead of another key stands in the second entry.
        let path = if key.instead_of.is_some() { path.replace("[0]", "[1]") } else { path };
        found.push(path.clone());
        match key.kind {
            Kind::Rows(below) => paths(below, &format!("{path}[0]"), found),
            Kind::Keyed(below) => paths(below, &format!("{path}.\"I.2.a\""), found),
            Kind::Table(below) => paths(below, &path, found),
            _ => {}
        }
    }
}

#[test]
fn the_reader_reads_every_key_of_the_register_and_accepts_its_example() {
    let file = of_examples();
    let read = read_dossier(file.as_bytes());
    assert_eq!(read.problems, [], "{file}");
    let places = read.value.unwrap().places;
    let mut all = Vec::new();
    paths(DOSSIER, "", &mut all);
    assert!(all.len() > 150, "the register is not walked: {}", all.len());
    for path in all {
        assert!(places.key(&path).is_some_and(|bytes| !bytes.is_empty()), "{path} is not read");
    }
}

#[test]
fn every_example_changes_what_is_read() {
    // A key whose example makes no difference would be listed, taken and then forgotten.
    let file = of_examples();
    let whole = serde_json::to_value(read_dossier(file.as_bytes()).value.unwrap().dossier).unwrap();
    let mut nulls = Vec::new();
    empty_values(&whole, "", &mut nulls);
    assert_eq!(nulls, Vec::<String>::new());
}

/// The paths at which nothing is stated.
fn empty_values(value: &serde_json::Value, path: &str, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                empty_values(value, &format!("{path}.{name}"), found);
            }
        }
        serde_json::Value::Array(items) if !items.is_empty() => {
            for item in items {
                empty_values(item, &format!("{path}[]"), found);
            }
        }
        serde_json::Value::Null | serde_json::Value::Array(_) => found.push(path.to_owned()),
        _ => {}
    }
}

#[test]
fn the_reference_names_every_key_and_nothing_else() {
    let page = dossier_reference();
    let rows = page.lines().filter(|line| line.starts_with("| `")).count();
    let headers = page.lines().filter(|line| line.starts_with("##") && line.ends_with("]`")).count();
    let mut all = Vec::new();
    paths(DOSSIER, "", &mut all);
    assert_eq!(rows + headers, all.len());
    for example in page.split("```toml\n").skip(1).filter_map(|part| part.split("```").next()) {
        assert!(toml::de::DeTable::parse(example).is_ok(), "{example}");
    }
}

#[test]
fn the_reference_shows_a_section_like_this() {
    let page = dossier_reference();
    let section = page.split("\n## ").find(|section| section.starts_with("`[[remote_services]]`")).unwrap();
    insta::assert_snapshot!(section, @r#"
    `[[remote_services]]`

    A remote service the product uses. (Article 3(2))

    | Key | Value | What it is | Source |
    |---|---|---|---|
    | `name` (required) | text on one line | The service's name. | Article 3(2) |
    | `does` | text | What it does for the product. | Article 3(2) |
    | `is` | one of `application`, `authentication-portal`, `third-party-software`, `platform`, `infrastructure`, `hosting-hardware`, `informational-website`, `internal-system`, `build-pipeline`, `update-distribution`, `security-testing`, `connectivity` | What sort of thing it is. | Commission guidance points 182, 194 and 198 to 200 |
    | `at_a_distance` | `true` or `false` | Data is processed at a distance from the product. | Article 3(2) |
    | `developed_under_own_responsibility` | `true` or `false` | Its software was designed and developed by you or under your responsibility. | Article 3(2) |
    | `origin` | one of `own`, `built-for-us`, `standard-service`, `adapted-standard-service` | Where its software comes from. | Commission guidance point 195 |
    | `function_depends_on_it` | `true` or `false` | Without it the product could not perform one of its functions. | Article 3(2) |
    | `serves` | one of `core`, `commands`, `synchronisation`, `onboarding`, `configuration`, `automated-updates`, `identity`, `supporting` | The function it serves; supporting functions count like the core functionality. | Commission guidance points 189 to 191 |
    | `manual_alternative` | `true` or `false` | People could do by hand what it does; that changes nothing. | Commission guidance points 189 to 191 |
    | `telemetry_only` | `true` or `false` | It only collects statistics or telemetry. | Commission guidance points 192 and 193 |
    | `interacts_directly` | `true` or `false` | It interacts with the product itself and is no back end behind what does. | Commission guidance points 205 and 206 |
    | `pure_connectivity` | `true` or `false` | It only carries data: a mobile network, cable, Wi-Fi or router. | Article 3(2) |
    | `operated_by` | text on one line | Who operates or hosts it. |  |
    | `hosting` | one of `on-premises`, `private-cloud`, `public-cloud`, `edge`, `third-party-infrastructure`, `third-party-platform` | Where it runs; that changes nothing. | Commission guidance points 187 and 196 |
    | `described_in_documentation` | `true` or `false` | The technical documentation names and describes it. | Commission guidance point 204 |
    | `shared_with` | a list in square brackets, each entry text on one line | Other products of yours that use it too. | Commission guidance point 204 |
    | `assurance` | a list in square brackets, each entry one of `implementing-regulation-2024-2690`, `dora`, `certification-scheme`, `iso-27017`, `iso-27001` | Assurance that exists for it and can be used again. | Commission guidance point 207 |

    For example:

    ```toml
    [[remote_services]]
    name = "Example Cloud"
    does = "Stores sensor values and shows them in the app."
    is = "application"
    at_a_distance = true
    developed_under_own_responsibility = true
    origin = "own"
    function_depends_on_it = true
    serves = "automated-updates"
    manual_alternative = false
    telemetry_only = false
    interacts_directly = true
    pure_connectivity = false
    operated_by = "Example Hosting AG"
    hosting = "public-cloud"
    described_in_documentation = true
    shared_with = ["Example Sensor"]
    assurance = ["iso-27001"]
    ```
    "#);
}

#[test]
fn the_starter_is_read_without_a_problem_whatever_the_names() {
    for (_, kind) in ProductKind::WORDS {
        let file = starter("Müller & Söhne \"MS\"", "C:\\Gate\tway", *kind, "1.0");
        let read = read_dossier(file.as_bytes());
        assert!(read.problems.iter().all(|problem| problem.place.path.as_deref() == Some("product.name")));
        let file = starter("Müller & Söhne \"MS\"", "C:\\Gateway", *kind, "1.0");
        let read = read_dossier(file.as_bytes());
        assert_eq!(read.problems, []);
        let dossier = read.value.unwrap().dossier;
        assert_eq!(dossier.operator.name, "Müller & Söhne \"MS\"");
        assert_eq!((dossier.product.name.as_str(), dossier.product.kind), ("C:\\Gateway", *kind));
    }
}

#[test]
fn every_line_of_the_starter_can_be_taken_into_use() {
    let file = starter("Example GmbH", "Example Gateway", ProductKind::Software, "1.0");
    let all: Vec<&str> = file
        .lines()
        .map(|line| if line.starts_with("# ") { line } else { line.strip_prefix('#').unwrap_or(line) })
        .collect();
    assert_eq!(read_dossier(all.join("\n").as_bytes()).problems, []);
}

#[test]
fn the_starter_begins_like_this() {
    let file = starter("Example GmbH", "Example Gateway", ProductKind::Software, "1.0");
    let begin: Vec<&str> = file.lines().take(24).collect();
    insta::assert_snapshot!(begin.join("\n"), @r#"
    # The dossier of a product with digital elements: what its makers declare under Regulation (EU)
    # 2024/2847. Lines that begin with `# ` explain; take the `#` from a line that sets a key and write
    # your own value. What is left out counts as not stated.
    # The version of this file's format; it stands first.
    proofmark = 1

    # Who declares. (Article 3(12) to (17))
    [operator]
    # Name, registered trade name or registered trademark. (Article 13(16))
    name = "Example GmbH"
    # The postal address at which the operator can be contacted. (Article 13(16))
    #postal_address = "Musterweg 1, 10115 Berlin, Germany"
    # The email address or other digital contact. (Article 13(16))
    #email = "info@example.com"
    # The website, where there is one. (Article 13(16))
    #website = "https://example.com"
    # The country of establishment. (Article 3(13) to (17))
    #established_in = "DE"
    # Whether the operator is a natural or a legal person. (Article 3(14)) One of `natural`, `legal`.
    #person = "legal"
    # The size of the enterprise, linked and partner enterprises counted. (Article 3(19)) One of
    # `micro`, `small`, `medium`, `large`.
    #enterprise_size = "small"
    "#);
}

/// Each word of the file is the word under which `facts` shows the choice.
fn words_agree<T: Word + Serialize>() {
    for (word, choice) in T::WORDS {
        assert_eq!(serde_json::to_value(choice).unwrap(), *word);
    }
}

#[test]
fn a_choice_is_spelled_in_the_file_as_it_is_shown() {
    use proofmark_facts as facts;
    words_agree::<Person>();
    words_agree::<facts::EnterpriseSize>();
    words_agree::<ProductKind>();
    words_agree::<facts::DeclaredClass>();
    words_agree::<facts::CategoryRelation>();
    words_agree::<facts::AvaVan>();
    words_agree::<facts::AssuranceLevel>();
    words_agree::<facts::DataConnection>();
    words_agree::<facts::UnionAct>();
    words_agree::<facts::RemoteKind>();
    words_agree::<facts::RemoteOrigin>();
    words_agree::<facts::RemoteHosting>();
    words_agree::<facts::ServedFunction>();
    words_agree::<facts::RemoteAssurance>();
    words_agree::<facts::Edition>();
    words_agree::<facts::PricedThing>();
    words_agree::<facts::StewardSupport>();
    words_agree::<facts::OtherRole>();
    words_agree::<facts::Procedure>();
    words_agree::<facts::Application>();
    words_agree::<facts::DecisionStatus>();
    words_agree::<facts::Mitigation>();
    words_agree::<facts::EvidenceOf>();
    words_agree::<facts::VexJustification>();
    words_agree::<facts::ChangeKind>();
    words_agree::<facts::ChangeMaker>();
    words_agree::<facts::Determination>();
    words_agree::<facts::Differing>();
}
