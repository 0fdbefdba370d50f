//! Obligations are found by whatever a person has at hand.

use proofmark_law::{OBLIGATIONS, find, see_also};
use proptest::prelude::*;

fn ids(query: &str) -> Vec<&'static str> {
    find(query).iter().map(|one| one.id).collect()
}

#[test]
fn an_obligation_is_found_by_id_row_article_and_point() {
    let paragraph_8 = ["art13-8a", "art13-8b", "art13-8c", "art13-8d", "art13-8e"];
    let cases: [(&str, &[&str]); 20] = [
        ("art13-8c", &["art13-8c"]),
        ("ART13-8C", &["art13-8c"]),
        ("art13-8", &paragraph_8),
        ("13(8)", &paragraph_8),
        ("Article 13(8)", &paragraph_8),
        (" Art. 13 (8) ", &paragraph_8),
        ("Article 13(8), third subparagraph", &["art13-8c"]),
        ("MAN-13-08c", &["art13-8c"]),
        ("Annex I Part I (2)(c)", &["I.2.c"]),
        ("Annex I, Part I, point (2)(c)", &["I.2.c"]),
        ("I.2.c", &["I.2.c"]),
        ("i.2.C", &["I.2.c"]),
        ("II.5", &["II.5"]),
        ("Annex II point 8(f)", &["annex-II-8"]),
        ("Article 19(2)(c)", &["art19-2"]),
        ("14(2)(a)", &["art14-2-a"]),
        ("CNT-A1", &["art14-2-a"]),
        ("UPS-03", &["art13-6"]),
        ("AR-03", &["art18-3", "art18-3-a", "art18-3-b", "art18-3-c"]),
        ("Annex VII point 2(b)", &["annex-VII-2"]),
    ];
    for (query, expected) in cases {
        assert_eq!(ids(query), expected, "{query}");
    }
    assert_eq!(ids("Article 20").len(), 6);
    assert_eq!(ids("Annex I Part I").len(), 14);
    assert_eq!(ids("I.2").len(), 13);
    for nothing in ["", "Article", "annex", "Article 99", "law", "(", &"1".repeat(300)] {
        assert_eq!(ids(nothing), Vec::<&str>::new(), "{nothing}");
    }
}

#[test]
fn every_obligation_is_found_by_its_id_its_rows_and_its_citation() {
    for obligation in OBLIGATIONS {
        assert_eq!(ids(obligation.id), [obligation.id]);
        assert!(ids(&obligation.cites.to_string()).contains(&obligation.id), "{}", obligation.cites);
        for source in obligation.sources() {
            assert!(ids(source.row).contains(&obligation.id), "{}", source.row);
        }
    }
}

#[test]
fn neighbours_are_neighbours_of_each_other() {
    for obligation in OBLIGATIONS {
        for neighbour in see_also(obligation) {
            assert!(see_also(neighbour).iter().any(|one| one.id == obligation.id));
            assert_ne!(neighbour.id, obligation.id);
        }
    }
    let article = proofmark_law::obligation("art19-1").unwrap();
    assert_eq!(see_also(article).len(), 7);
}

proptest! {
    #[test]
    fn any_words_are_answered(query in "\\PC{0,60}") {
        find(&query);
    }
}
