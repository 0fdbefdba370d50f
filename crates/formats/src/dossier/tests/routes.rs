//! Faults in the facts that decide class and procedure.

use insta::assert_snapshot;

use super::{least_and, report};

#[test]
fn a_number_for_a_name_and_a_level_nobody_knows() {
    let file = least_and(
        r#"[product.described_as]
marketing = 7
[conformity.certificate]
scheme = "EUCC"
level = "substantial+"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:13 (product.described_as.marketing): expected text on one line, found a whole number
    10 | marketing = 7
       |             ^
    = Write it as in `"text"`.
    error at 13:9 (conformity.certificate.level): `substantial+` is not one of the words that can stand here
    13 | level = "substantial+"
       |         ^^^^^^^^^^^^^^
    = Did you mean `substantial`? The words are `basic`, `substantial`, `high`.
    "#);
}

#[test]
fn a_certificate_without_its_level() {
    let file = least_and("[conformity.certificate]\nscheme = \"EUCC\"\n");
    assert_snapshot!(report(&file), @r#"
    error at 9:1 (conformity.certificate.level): `level` is missing in `[conformity.certificate]`
    9 | [conformity.certificate]
      | ^^^^^^^^^^^^^^^^^^^^^^^^
    = Add `level = "substantial"`, with your own value, below the header `[conformity.certificate]`.
    "#);
}

#[test]
fn a_word_where_the_ai_act_s_flag_is_meant() {
    let file = least_and("[scope.also.ai_act]\ninternal_control = \"yes\"\n");
    assert_snapshot!(report(&file), @r#"
    error at 10:20 (scope.also.ai_act.internal_control): expected `true` or `false`, found text in quotation marks
    10 | internal_control = "yes"
       |                    ^^^^^
    = Write it as in `true`.
    "#);
}
