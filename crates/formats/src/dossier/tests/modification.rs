//! `[modification]` with what people get wrong in it, each fault at its place.

use insta::assert_snapshot;

use super::super::read::read_dossier;
use super::{least_and, report};

#[test]
fn an_empty_table_declares_a_change_and_states_nothing() {
    let read = read_dossier(least_and("[modification]\n").as_bytes()).value.unwrap().dossier;
    assert_eq!(read.modification, Some(proofmark_facts::Modification::default()));
    let without = read_dossier(least_and("").as_bytes()).value.unwrap().dossier;
    assert_eq!(without.modification, None);
}

#[test]
fn a_kind_of_change_that_is_none() {
    assert_snapshot!(report(&least_and("[modification]\nkind = \"security-patch\"\n")), @r#"
    error at 10:8 (modification.kind): `security-patch` is not one of the words that can stand here
    10 | kind = "security-patch"
       |        ^^^^^^^^^^^^^^^^
    = Did you mean `security-update`? The words are `feature-update`, `security-update`, `repair`, `refurbishment`, `better-performing-part`, `third-party-remote-service`, `integration`.
    "#);
}

#[test]
fn a_determination_that_is_a_flag() {
    assert_snapshot!(report(&least_and("[modification]\ndetermination = true\n")), @r#"
    error at 10:17 (modification.determination): expected one of `substantial`, `not-substantial`, found `true` or `false`
    10 | determination = true
       |                 ^^^^
    = Write it as in `"substantial"`.
    "#);
}

#[test]
fn foreseen_written_as_a_flag_where_a_table_stands() {
    assert_snapshot!(report(&least_and("[modification]\nforeseen = true\n")), @r#"
    error at 10:12 (modification.foreseen): expected a table, found `true` or `false`
    10 | foreseen = true
       |            ^^^^
    = Write it as in `[modification.foreseen]`.
    "#);
}

#[test]
fn an_explanation_without_its_reason() {
    let file = least_and("[[modification.explained]]\ndifference = \"intended-purpose\"\n");
    assert_snapshot!(report(&file), @r#"
    error at 9:1 (modification.explained[0].because): `because` is missing in `[[modification.explained]]`
    9 | [[modification.explained]]
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^
    = Add `because = "Only the order of the sentences changed."`, with your own value, below the header `[[modification.explained]]`.
    "#);
}
