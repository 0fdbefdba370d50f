//! One fixture for each fault, named for what is wrong with it.

use insta::assert_snapshot;

use super::{least_and, report};

#[test]
fn a_missing_version_of_the_format() {
    let file = r#"[operator]
name = "x"
[product]
name = "x"
kind = "software"
[release]
version = "1"
"#;
    assert_snapshot!(report(file), @r#"
    error at 1:1 (proofmark): `proofmark` is missing
    1 | [operator]
      | ^
    = Begin the file with `proofmark = 1`.
    "#);
}

#[test]
fn an_unknown_version_of_the_format() {
    let file = r#"proofmark = 2
[operator]
name = "x"
[product]
name = "x"
kind = "software"
[release]
version = "1"
"#;
    assert_snapshot!(report(file), @r#"
    error at 1:13 (proofmark): this version of the dossier format is not known; the known one is `1`
    1 | proofmark = 2
      |             ^
    = Write `proofmark = 1`, or use a newer Proofmark if the file was made with one.
    "#);
}

#[test]
fn an_empty_file() {
    let file = r"";
    assert_snapshot!(report(file), @r#"
    error at 1:1 (proofmark): `proofmark` is missing
    1 |
      | ^
    = Begin the file with `proofmark = 1`.
    error at 1:1 (operator.name): `name` is missing in `[operator]`
    1 |
      | ^
    = Add `name = "Example GmbH"`, with your own value, below the header `[operator]`.
    error at 1:1 (product.name): `name` is missing in `[product]`
    1 |
      | ^
    = Add `name = "Example Gateway"`, with your own value, below the header `[product]`.
    error at 1:1 (product.kind): `kind` is missing in `[product]`
    1 |
      | ^
    = Add `kind = "hardware-with-software"`, with your own value, below the header `[product]`.
    error at 1:1 (release.version): `version` is missing in `[release]`
    1 |
      | ^
    = Add `version = "1.4.0"`, with your own value, below the header `[release]`.
    "#);
}

#[test]
fn a_missing_mandatory_key_is_shown_at_its_header() {
    let file = r#"proofmark = 1
[operator]
name = "x"
[product] # the gateway
kind = "software"
[release]
version = "1"
"#;
    assert_snapshot!(report(file), @r#"
    error at 4:1 (product.name): `name` is missing in `[product]`
    4 | [product] # the gateway
      | ^^^^^^^^^
    = Add `name = "Example Gateway"`, with your own value, below the header `[product]`.
    "#);
}

#[test]
fn a_missing_mandatory_key_of_a_list_entry() {
    let file = least_and(
        r#"[[evidence]]
file = "a.md"
[[evidence]]
says = "b"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 11:1 (evidence[1].file): `file` is missing in `[[evidence]]`
    11 | [[evidence]]
       | ^^^^^^^^^^^^
    = Add `file = "evidence/secure-defaults.md"`, with your own value, below the header `[[evidence]]`.
    "#);
}

#[test]
fn a_misspelt_key() {
    let file = least_and(
        r"[support_period]
end_on = 2033-12-31
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:1 (support_period.end_on): there is no key `end_on` here
    10 | end_on = 2033-12-31
       | ^^^^^^
    = Did you mean `ends_on`?
    "#);
}

#[test]
fn a_key_that_belongs_elsewhere() {
    let file = least_and(
        r#"sbom_at = "https://example.com/sbom"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 9:1 (release.sbom_at): there is no key `sbom_at` here
    9 | sbom_at = "https://example.com/sbom"
      | ^^^^^^^
    = It belongs in `[instructions]`.
    "#);
}

#[test]
fn a_first_key_below_a_header() {
    let file = least_and(
        r#"advisories = ["advisories"]
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 9:1 (release.advisories): there is no key `advisories` here
    9 | advisories = ["advisories"]
      | ^^^^^^^^^^
    = Put it at the top of the file, before the first header: what stands below a header belongs to it.
    "#);
}

#[test]
fn a_key_nobody_knows() {
    let file = least_and(
        r#"[contact]
colour = "red"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:1 (contact.colour): there is no key `colour` here
    10 | colour = "red"
       | ^^^^^^
    = The keys here are `single_point_of_contact`, `reaches_a_person`, `vulnerability_reports`, `disclosure_policy`, `advisories`.
    "#);
}

#[test]
fn a_misspelt_table() {
    let file = least_and(
        r"[suport_period]
ends_on = 2033-12-31
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 9:2 (suport_period): there is no key `suport_period` here
    9 | [suport_period]
      |  ^^^^^^^^^^^^^
    = Did you mean `support_period`?
    "#);
}

#[test]
fn a_number_where_text_is_meant() {
    let file = least_and(
        r"[contact]
advisories = 5
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:14 (contact.advisories): expected an internet address, found a whole number
    10 | advisories = 5
       |              ^
    = Write it as in `"https://example.com"`.
    "#);
}

#[test]
fn text_where_a_list_is_meant() {
    let file = least_and(
        r#"[instructions]
languages = "de"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:13 (instructions.languages): expected a list in square brackets, each entry a language tag, found text in quotation marks
    10 | languages = "de"
       |             ^^^^
    = Write it as in `["de"]`.
    "#);
}

#[test]
fn a_list_where_a_table_is_meant() {
    let file = least_and(
        r#"[[contact]]
advisories = "https://example.com"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 9:1 (contact): expected a table, found a list
    9 | [[contact]]
      | ^^^^^^^^^^^
    = Write it as in `[contact]`.
    "#);
}

#[test]
fn a_table_where_a_list_is_meant() {
    let file = least_and(
        r#"[evidence]
file = "a.md"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 9:1 (evidence): expected a list of tables, found a table
    9 | [evidence]
      | ^^^^^^^^^^
    = Write it as in `[[evidence]]`.
    "#);
}

#[test]
fn text_where_a_flag_is_meant() {
    let file = least_and(
        r#"[contact]
reaches_a_person = "yes"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:20 (contact.reaches_a_person): expected `true` or `false`, found text in quotation marks
    10 | reaches_a_person = "yes"
       |                    ^^^^^
    = Write it as in `true`.
    "#);
}

#[test]
fn a_flag_in_quotation_marks() {
    let file = least_and(
        r#"[contact]
reaches_a_person = "true"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:20 (contact.reaches_a_person): `true` in quotation marks is text
    10 | reaches_a_person = "true"
       |                    ^^^^^^
    = Write true without quotation marks.
    "#);
}

#[test]
fn a_flag_spelled_as_in_another_language() {
    let file = least_and(
        r"[contact]
reaches_a_person = True
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:20 (contact.reaches_a_person): `True` is not how TOML spells it
    10 | reaches_a_person = True
       |                    ^^^^
    = Write `true`.
    "#);
}

#[test]
fn an_unknown_word() {
    let file = least_and(
        r#"[scope]
data_connection = "telepathy"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:19 (scope.data_connection): `telepathy` is not one of the words that can stand here
    10 | data_connection = "telepathy"
       |                   ^^^^^^^^^^^
    = Write one of `direct-physical`, `direct-logical`, `indirect`, `on-off-signals`, `power-only`, `none`.
    "#);
}

#[test]
fn a_misspelt_word() {
    let file = least_and(
        r#"[scope]
data_connection = "direct_logical"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:19 (scope.data_connection): `direct_logical` is not one of the words that can stand here
    10 | data_connection = "direct_logical"
       |                   ^^^^^^^^^^^^^^^^
    = Did you mean `direct-logical`? The words are `direct-physical`, `direct-logical`, `indirect`, `on-off-signals`, `power-only`, `none`.
    "#);
}

#[test]
fn a_misspelt_word_in_a_list() {
    let file = least_and(
        r#"[scope]
other_acts = ["marine-equipment", "medical-device"]
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:35 (scope.other_acts[1]): `medical-device` is not one of the words that can stand here
    10 | other_acts = ["marine-equipment", "medical-device"]
       |                                   ^^^^^^^^^^^^^^^^
    = Did you mean `medical-devices`? The words are `medical-devices`, `in-vitro-diagnostics`, `motor-vehicles`, `two-and-three-wheel-vehicles`, `certified-aviation`, `marine-equipment`, `not-itself-a-medical-device`, `not-itself-an-in-vitro-device`, `vehicle-part-not-exclusive`, `pedalled-l1e-vehicle`, `agricultural-vehicles`, `rail`, `uncertified-aviation`, `outside-marine-equipment`, `machinery`, `radio-equipment`, `toys`, `lifts`, `energy`, `finance`.
    "#);
}

#[test]
fn a_key_that_stands_twice() {
    let file = least_and(
        r#"[contact]
advisories = "https://a.example"
reaches_a_person = true
advisories = "https://b.example"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 12:1 (-): `advisories` is already set on line 10
    12 | advisories = "https://b.example"
       | ^^^^^^^^^^
    = Keep one of the two.
    "#);
}

#[test]
fn a_header_that_stands_twice() {
    let file = least_and(
        r"[contact]
reaches_a_person = true
[product]
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 11:2 (product): `product` is already set on line 4
    11 | [product]
       |  ^^^^^^^
    = Keep one of the two.
    "#);
}

#[test]
fn an_empty_text() {
    let file = least_and(
        r#"[contact]
advisories = "  "
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:14 (contact.advisories): the text is empty
    10 | advisories = "  "
       |              ^^^^
    = Write the text; a key that is not required can also be left out, which counts as not stated.
    "#);
}

#[test]
fn a_text_with_a_control_character() {
    let file = least_and(
        r#"[support_period]
rationale = "a\u0007b"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:13 (support_period.rationale): the text contains the control character `U+0007`
    10 | rationale = "a\u0007b"
       |             ^^^^^^^^^^
    = Remove it; it often comes in with copied text.
    "#);
}

#[test]
fn a_line_break_in_a_name() {
    let file = least_and(
        r#"[[product.variants]]
name = """a
b"""
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:8 (product.variants[0].name): the text must stand on one line
    10 | name = """a
       |        ^^^^
    11 | b"""
       | ^^^^
    = Write it between two quotation marks, without a line break.
    "#);
}

#[test]
fn a_path_that_leaves_the_directory() {
    let file = least_and(
        r#"[[evidence]]
file = "../secret.pdf"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:8 (evidence[0].file): the path `../secret.pdf` leaves the dossier's directory
    10 | file = "../secret.pdf"
       |        ^^^^^^^^^^^^^^^
    = Keep what the dossier names in its own directory or below, so that the two are reviewed and kept together.
    "#);
}

#[test]
fn an_absolute_path() {
    let file = least_and(
        r#"[risk_assessment]
document = "/etc/passwd"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:12 (risk_assessment.document): the path `/etc/passwd` does not start at the dossier's directory
    10 | document = "/etc/passwd"
       |            ^^^^^^^^^^^^^
    = Write it as seen from the dossier, as `evidence/report.pdf`.
    "#);
}

#[test]
fn a_path_with_backslashes() {
    let file = least_and(
        r"[risk_assessment]
document = 'docs\risk.pdf'
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:12 (risk_assessment.document): the path `docs\risk.pdf` has a backslash
    10 | document = 'docs\risk.pdf'
       |            ^^^^^^^^^^^^^^^
    = Divide folders with `/`, which works on every system.
    "#);
}

#[test]
fn an_address_where_a_file_is_meant() {
    let file = least_and(
        r#"[risk_assessment]
document = "https://example.com/risk.pdf"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:12 (risk_assessment.document): `https://example.com/risk.pdf` is an internet address, not a file beside the dossier
    10 | document = "https://example.com/risk.pdf"
       |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = Save the document beside the dossier and name the file: what stands on the internet can change or vanish.
    "#);
}

#[test]
fn a_day_that_does_not_exist() {
    let file = least_and(
        r"[risk_assessment]
reviewed_on = 2026-02-30
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:15 (risk_assessment.reviewed_on): there is no such day as `2026-02-30`
    10 | reviewed_on = 2026-02-30
       |               ^^^^^^^^^^
    = Write a day of the calendar; `"2027-02"`, in quotation marks, is the last day of that month.
    "#);
}

#[test]
fn a_day_in_text_that_does_not_exist() {
    let file = least_and(
        r#"[risk_assessment]
reviewed_on = "2026-02-30"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:15 (risk_assessment.reviewed_on): there is no such day as `2026-02-30`
    10 | reviewed_on = "2026-02-30"
       |               ^^^^^^^^^^^^
    = Write a day of the calendar; `"2027-02"`, in quotation marks, is the last day of that month.
    "#);
}

#[test]
fn a_month_without_quotation_marks() {
    let file = least_and(
        r"[support_period]
ends_on = 2033-12
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:11 (support_period.ends_on): `2033-12` is not a day; a month alone stands in quotation marks
    10 | ends_on = 2033-12
       |           ^^^^^^^
    = Write a day as `2033-12-31`, or a month as `"2033-12"`, which is read as its last day.
    "#);
}

#[test]
fn a_date_written_the_german_way() {
    let file = least_and(
        r#"[support_period]
ends_on = "31.12.2033"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:11 (support_period.ends_on): `31.12.2033` is not a date
    10 | ends_on = "31.12.2033"
       |           ^^^^^^^^^^^^
    = Write the year first: a day as `2033-12-31`, a month as `"2033-12"`.
    "#);
}

#[test]
fn a_date_with_a_time() {
    let file = least_and(
        r"[support_period]
ends_on = 2033-12-31T10:00:00Z
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:11 (support_period.ends_on): a time stands where only a day is meant
    10 | ends_on = 2033-12-31T10:00:00Z
       |           ^^^^^^^^^^^^^^^^^^^^
    = Write `2033-12-31`.
    "#);
}

#[test]
fn a_time_without_a_date() {
    let file = least_and(
        r"[support_period]
ends_on = 10:00:00
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:11 (support_period.ends_on): expected a date, found a time
    10 | ends_on = 10:00:00
       |           ^^^^^^^^
    = Write it as in `2033-12-31`.
    "#);
}

#[test]
fn a_number_where_a_date_is_meant() {
    let file = least_and(
        r"[support_period]
ends_on = 2033
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:11 (support_period.ends_on): expected a date, found a whole number
    10 | ends_on = 2033
       |           ^^^^
    = Write it as in `2033-12-31`.
    "#);
}

#[test]
fn an_implausible_year() {
    let file = least_and(
        r"[support_period]
ends_on = 2333-12-31
",
    );
    assert_snapshot!(report(&file), @r#"
    warning at 10:11 (support_period.ends_on): the year `2333` is read as written, but looks like a slip
    10 | ends_on = 2333-12-31
       |           ^^^^^^^^^^
    = Correct it if it is one.
    "#);
}

#[test]
fn a_lower_case_country() {
    let file = least_and(
        r#"[operator.authorised_representative]
name = "x"
established_in = "fr"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 11:18 (operator.authorised_representative.established_in): `fr` is not a country code of ISO 3166-1
    11 | established_in = "fr"
       |                  ^^^^
    = Did you mean `FR`?
    "#);
}

#[test]
fn greece_as_the_union_writes_it() {
    let file = least_and(
        r#"[operator.authorised_representative]
name = "x"
established_in = "EL"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 11:18 (operator.authorised_representative.established_in): `EL` is not a country code of ISO 3166-1
    11 | established_in = "EL"
       |                  ^^^^
    = Did you mean `GR`?
    "#);
}

#[test]
fn a_country_in_words() {
    let file = least_and(
        r#"[operator.authorised_representative]
name = "x"
established_in = "Germany"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 11:18 (operator.authorised_representative.established_in): `Germany` is not a country code
    11 | established_in = "Germany"
       |                  ^^^^^^^^^
    = Write two upper-case letters, as `DE`.
    "#);
}

#[test]
fn a_digest_that_is_too_short() {
    let file = least_and(
        r#"[[release.artefacts]]
name = "x"
sha256 = "sha256:ba7816bf"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 11:10 (release.artefacts[0].sha256): `sha256:ba7816bf` is not a SHA-256 digest: it has 15 characters
    11 | sha256 = "sha256:ba7816bf"
       |          ^^^^^^^^^^^^^^^^^
    = A digest is exactly 64 hexadecimal digits, without a prefix; `sha256sum` prints one.
    "#);
}

#[test]
fn an_address_without_its_scheme() {
    let file = least_and(
        r#"[contact]
advisories = "www.example.com"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:14 (contact.advisories): `www.example.com` is not an internet address
    10 | advisories = "www.example.com"
       |              ^^^^^^^^^^^^^^^^^
    = Write it in full, beginning with `https://` or `mailto:`.
    "#);
}

#[test]
fn an_unprotected_address() {
    let file = least_and(
        r#"[contact]
advisories = "http://example.com/advisories"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    warning at 10:14 (contact.advisories): the address begins with `http://`, so anyone on the way can change what users see
    10 | advisories = "http://example.com/advisories"
       |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = Use `https://example.com/advisories` if the server offers it.
    "#);
}

#[test]
fn a_malformed_email() {
    let file = least_and(
        r#"[contact]
single_point_of_contact = "psirt@localhost"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:27 (contact.single_point_of_contact): `psirt@localhost` is not an email address
    10 | single_point_of_contact = "psirt@localhost"
       |                           ^^^^^^^^^^^^^^^^^
    = Write it as `name@example.com`.
    "#);
}

#[test]
fn a_decision_on_no_version() {
    let file = least_and(
        r#"[[vulnerability_decisions]]
vulnerability = "CVE-2024-0001"
component = "pkg:cargo/rand"
status = "fixed"
because = "x"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 11:13 (vulnerability_decisions[0].component): the package URL `pkg:cargo/rand` has no version
    11 | component = "pkg:cargo/rand"
       |             ^^^^^^^^^^^^^^^^
    = Add the version after `@`: a decision holds for one version of the component.
    "#);
}

#[test]
fn a_decision_on_no_package_url() {
    let file = least_and(
        r#"[[vulnerability_decisions]]
vulnerability = "CVE-2024-0001"
component = "rand 0.8.5"
status = "fixed"
because = "x"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 11:13 (vulnerability_decisions[0].component): `rand 0.8.5` is not a package URL
    11 | component = "rand 0.8.5"
       |             ^^^^^^^^^^^^
    = Copy it from the SBOM; it looks like `pkg:cargo/example@1.2.3`.
    "#);
}

/// A decision that names its component by these lines.
fn decision_on(component: &str) -> String {
    let rest = "status = \"fixed\"\nbecause = \"x\"\n";
    least_and(&format!("[[vulnerability_decisions]]\nvulnerability = \"CVE-2024-0001\"\n{component}{rest}"))
}

#[test]
fn a_decision_that_names_its_component_twice() {
    let file = decision_on("component = \"pkg:cargo/rand@0.8.5\"\nname = \"rand\"\nversion = \"0.8.5\"\n");
    assert_snapshot!(report(&file), @r#"
    error at 12:1 (vulnerability_decisions[0].name): a decision names its component once: by `component` or by `name`
    12 | name = "rand"
       | ^^^^
    = Keep `component` where the SBOM has the package URL, else `name` with `version`.
    "#);
}

#[test]
fn a_decision_on_no_component() {
    assert_snapshot!(report(&decision_on("")), @r#"
    error at 9:1 (vulnerability_decisions[0]): this decision names no component
    9 | [[vulnerability_decisions]]
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = Add `component = "pkg:cargo/example@1.2.3"`, or `name = "busybox"` and `version = "1.36.1"` where the SBOM has no package URL for it.
    "#);
}

#[test]
fn a_decision_on_a_version_alone() {
    assert_snapshot!(report(&decision_on("version = \"1.36.1\"\n")), @r#"
    error at 9:1 (vulnerability_decisions[0]): this decision names no component
    9 | [[vulnerability_decisions]]
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = Add `component = "pkg:cargo/example@1.2.3"`, or `name = "busybox"` and `version = "1.36.1"` where the SBOM has no package URL for it.
    "#);
}

#[test]
fn a_decision_on_a_package_url_with_the_version_beside_it() {
    let file = decision_on("component = \"pkg:cargo/rand@0.8.5\"\nversion = \"0.8.6\"\n");
    assert_snapshot!(report(&file), @r#"
    error at 12:1 (vulnerability_decisions[0].version): `version` goes with `name`: a package URL has its version in it
    12 | version = "0.8.6"
       | ^^^^^^^
    = Take the line out, and write the version after the `@` of the package URL.
    "#);
}

#[test]
fn a_decision_with_a_package_url_for_a_name() {
    assert_snapshot!(report(&decision_on("name = \"PKG:cargo/rand@0.8.5\"\n")), @r#"
    error at 11:1 (vulnerability_decisions[0].name): this name is a package URL
    11 | name = "PKG:cargo/rand@0.8.5"
       | ^^^^
    = Write it as `component` instead of `name`.
    "#);
}

#[test]
fn a_decision_in_a_broken_section_is_not_said_to_lack_a_component() {
    assert!(!report(&decision_on("name = \"busybox\n")).contains("names no component"));
}

#[test]
fn a_requirement_without_quotation_marks() {
    let file = least_and(
        r"[requirements.I.2.a]
applies = true
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 9:15 (requirements."I"): the dots in this key divide it, because it is not in quotation marks
    9 | [requirements.I.2.a]
      |               ^^^
    = Put the whole key in quotation marks, as in `[requirements."I.2.a"]`.
    "#);
}

#[test]
fn a_requirement_that_is_no_table() {
    let file = least_and(
        r#"[requirements]
"I.2.a" = true
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:1 (requirements."I.2.a"): expected a table, found `true` or `false`
    10 | "I.2.a" = true
       | ^^^^^^^
    = Write it as in `[requirements."I.2.a"]`.
    "#);
}

#[test]
fn a_requirement_undecided() {
    let file = least_and(
        r#"[requirements."I.2.a"]
implemented_by = "x"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 9:1 (requirements."I.2.a".applies): `applies` is missing in `[requirements."I.2.a"]`
    9 | [requirements."I.2.a"]
      | ^^^^^^^^^^^^^^^^^^^^^^
    = Add `applies = true`, with your own value, below the header `[requirements."I.2.a"]`.
    "#);
}

#[test]
fn a_notified_body_number_with_letters() {
    let file = least_and(
        r#"[conformity.notified_body]
name = "x"
number = "NB12"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 11:10 (conformity.notified_body.number): `NB12` is not a notified body's number
    11 | number = "NB12"
       |          ^^^^^^
    = Write its four digits in quotation marks, as `"0123"`.
    "#);
}

#[test]
fn a_language_in_words() {
    let file = least_and(
        r#"[instructions]
languages = ["de", "French!"]
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:20 (instructions.languages[1]): `French!` is not a language tag
    10 | languages = ["de", "French!"]
       |                    ^^^^^^^^^
    = Write a BCP 47 tag, as `de` or `pt-BR`.
    "#);
}

#[test]
fn years_without_end() {
    let file = least_and(
        r"[support_period]
expected_use_years = -1
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:22 (support_period.expected_use_years): the number of years must be between 1 and 200
    10 | expected_use_years = -1
       |                      ^^
    = Write whole years, as `8`.
    "#);
}

#[test]
fn a_text_without_quotation_marks() {
    let file = least_and(
        r"[contact]
advisories = https://example.com/advisories
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:14 (contact.advisories): the text is not in quotation marks
    10 | advisories = https://example.com/advisories
       |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = Write `"https://example.com/advisories"`.
    "#);
}

#[test]
fn a_text_whose_quotation_mark_is_missing() {
    let file = least_and(
        r#"[contact]
advisories = "https://example.com/advisories
reaches_a_person = true
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:45 (-): the closing quotation mark is missing
    10 | advisories = "https://example.com/advisories
       |                                             ^
    = Close the text with `"`; text over several lines begins and ends with three of them.
    "#);
}

#[test]
fn a_key_without_a_value() {
    let file = least_and(
        r"[contact]
advisories =
reaches_a_person = true
",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:13 (-): there is no value
    10 | advisories =
       |             ^
    = Write a value after the `=`, or leave the line out.
    "#);
}

#[test]
fn a_key_without_an_equals_sign() {
    let file = least_and(
        r#"[contact]
advisories "https://example.com"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:12 (-): there is no `=` after the key
    10 | advisories "https://example.com"
       |            ^
    = Write `key = value`; text stands in quotation marks.
    "#);
}

#[test]
fn a_header_that_is_not_closed() {
    let file = r#"proofmark = 1
[operator
name = "x"
[product]
name = "x"
kind = "software"
[release]
version = "1"
"#;
    assert_snapshot!(report(file), @r#"
    error at 2:10 (-): the header is not closed
    2 | [operator
      |          ^
    = Close it with `]`.
    "#);
}

#[test]
fn a_list_without_commas() {
    let file = least_and(
        r#"[instructions]
languages = ["de" "fr"]
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:19 (instructions.languages[1]): there is no comma between two entries of the list
    10 | languages = ["de" "fr"]
       |                   ^
    = Write a comma between entries, and close the list with `]`.
    "#);
}

#[test]
fn a_list_that_is_not_closed() {
    let file = least_and(
        r#"[instructions]
languages = ["de", "fr"
[contact]
reaches_a_person = true
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:1 (-): the list that begins here is not closed
    10 | languages = ["de", "fr"
       | ^^^^^^^^^^^^^^^^^^^^^^^
    = Close it with `]`.
    "#);
}

#[test]
fn a_mandatory_key_on_a_broken_line_is_not_missing_as_well() {
    let file = r#"proofmark = 1
[operator]
name = Example GmbH
[product]
name = "x"
kind = "software"
[release]
version = "1"
"#;
    assert_snapshot!(report(file), @r#"
    error at 3:8 (operator.name): the text is not in quotation marks
    3 | name = Example GmbH
      |        ^^^^^^^^^^^^
    = Write `"Example GmbH"`.
    "#);
}

#[test]
fn a_list_of_lines_that_is_not_closed_hides_nothing_behind_it() {
    let file = least_and(
        r#"[instructions]
languages = [
  "de",
  "fr",
[contact]
reaches_a_person = 1
advisories https://example.com
colour = "red"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:1 (-): the list that begins here is not closed
    10 | languages = [
       | ^^^^^^^^^^^^^
    = Close it with `]`.
    error at 14:20 (contact.reaches_a_person): expected `true` or `false`, found a whole number
    14 | reaches_a_person = 1
       |                    ^
    = Write it as in `true`.
    error at 15:12 (-): there is no `=` after the key
    15 | advisories https://example.com
       |            ^
    = Write `key = value`; text stands in quotation marks.
    error at 16:1 (contact.colour): there is no key `colour` here
    16 | colour = "red"
       | ^^^^^^
    = The keys here are `single_point_of_contact`, `reaches_a_person`, `vulnerability_reports`, `disclosure_policy`, `advisories`.
    "#);
}

#[test]
fn a_key_with_a_space() {
    let file = least_and("[support_period]\nends on = 2033-12-31\nexpected_use_years = 0\n");
    assert_snapshot!(report(&file), @r#"
    error at 10:6 (-): there is no `=` after the key
    10 | ends on = 2033-12-31
       |      ^
    = Write `key = value`; text stands in quotation marks.
    error at 11:22 (support_period.expected_use_years): the number of years must be between 1 and 200
    11 | expected_use_years = 0
       |                      ^
    = Write whole years, as `8`.
    "#);
}

#[test]
fn a_list_that_ends_with_the_file() {
    let file = least_and("[instructions]\nupdates = 1\nlanguages = [\"de\",\n");
    assert_snapshot!(report(&file), @r#"
    error at 10:11 (instructions.updates): expected text, found a whole number
    10 | updates = 1
       |           ^
    = Write it as in `"text"`.
    error at 11:1 (-): the list that begins here is not closed
    11 | languages = ["de",
       | ^^^^^^^^^^^^^^^^^^
    = Close it with `]`.
    "#);
}

#[test]
fn an_inline_table_that_is_not_closed() {
    let file = least_and(
        "[product.core_functionality]\nis = 1\n[scope]\nsupply = { price = true\n[contact]\nreaches_a_person = 1\n",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:6 (product.core_functionality.is): expected text, found a whole number
    10 | is = 1
       |      ^
    = Write it as in `"text"`.
    error at 12:1 (-): the inline table that begins here is not closed
    12 | supply = { price = true
       | ^^^^^^^^^^^^^^^^^^^^^^^
    = Close it with `}`, or write it as a table of its own below a header.
    error at 14:20 (contact.reaches_a_person): expected `true` or `false`, found a whole number
    14 | reaches_a_person = 1
       |                    ^
    = Write it as in `true`.
    "#);
}

#[test]
fn a_text_of_lines_that_is_not_closed() {
    let file = least_and("[support_period]\nrationale = \"\"\"a\nb\n[contact]\nreaches_a_person = 1\n");
    assert_snapshot!(report(&file), @r#"
    error at 10:1 (-): the text that begins here is not closed
    10 | rationale = """a
       | ^^^^^^^^^^^^^^^^
    = Close it with `"""`.
    error at 13:20 (contact.reaches_a_person): expected `true` or `false`, found a whole number
    13 | reaches_a_person = 1
       |                    ^
    = Write it as in `true`.
    "#);
}

#[test]
fn three_things_that_are_not_closed() {
    let file = least_and(
        "[instructions]\nlanguages = [\n[support_period]\nrationale = '''a\nends_on = 5\n[scope]\nsupply = { price = true,\n[contact]\nreaches_a_person = 1\n",
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:1 (-): the list that begins here is not closed
    10 | languages = [
       | ^^^^^^^^^^^^^
    = Close it with `]`.
    error at 12:1 (-): the text that begins here is not closed
    12 | rationale = '''a
       | ^^^^^^^^^^^^^^^^
    = Close it with `'''`.
    error at 13:11 (support_period.ends_on): expected a date, found a whole number
    13 | ends_on = 5
       |           ^
    = Write it as in `2033-12-31`.
    error at 15:1 (-): the inline table that begins here is not closed
    15 | supply = { price = true,
       | ^^^^^^^^^^^^^^^^^^^^^^^^
    = Close it with `}`, or write it as a table of its own below a header.
    error at 17:20 (contact.reaches_a_person): expected `true` or `false`, found a whole number
    17 | reaches_a_person = 1
       |                    ^
    = Write it as in `true`.
    "#);
}

#[test]
fn a_turnover_with_a_unit_and_one_beyond_all_bounds() {
    let file = least_and(
        r#"[operator.enterprise]
staff = -3
annual_turnover_eur = 1_000_000_000_000_001
worldwide_turnover_eur = "8 Mio EUR"
"#,
    );
    assert_snapshot!(report(&file), @r#"
    error at 10:9 (operator.enterprise.staff): the number must be between 0 and 1000000000000000
    10 | staff = -3
       |         ^^
    = Write a whole number without separators or a unit, as `8500000`.
    error at 11:23 (operator.enterprise.annual_turnover_eur): the number must be between 0 and 1000000000000000
    11 | annual_turnover_eur = 1_000_000_000_000_001
       |                       ^^^^^^^^^^^^^^^^^^^^^
    = Write a whole number without separators or a unit, as `8500000`.
    error at 12:26 (operator.enterprise.worldwide_turnover_eur): expected a whole number, found text in quotation marks
    12 | worldwide_turnover_eur = "8 Mio EUR"
       |                          ^^^^^^^^^^^
    = Write it as in `250`.
    "#);
}

#[test]
fn a_point_of_the_check_that_no_one_asks_for() {
    let file = least_and("[supplier_check.ce_markings]\nholds = true\n");
    assert_snapshot!(report(&file), @r#"
    error at 9:17 (supplier_check.ce_markings): there is no key `ce_markings` here
    9 | [supplier_check.ce_markings]
      |                 ^^^^^^^^^^^
    = Did you mean `ce_marking`?
    "#);
}

#[test]
fn a_point_of_the_check_that_is_no_table() {
    let file = least_and("[supplier_check]\nce_marking = true\n");
    assert_snapshot!(report(&file), @r#"
    error at 10:14 (supplier_check.ce_marking): expected a table, found `true` or `false`
    10 | ce_marking = true
       |              ^^^^
    = Write it as in `[supplier_check.ce_marking]`.
    "#);
}

#[test]
fn a_day_of_the_check_that_does_not_exist() {
    let file = least_and("[supplier_check]\nchecked_on = \"2028-02-30\"\n");
    assert_snapshot!(report(&file), @r#"
    error at 10:14 (supplier_check.checked_on): there is no such day as `2028-02-30`
    10 | checked_on = "2028-02-30"
       |              ^^^^^^^^^^^^
    = Write a day of the calendar; `"2027-02"`, in quotation marks, is the last day of that month.
    "#);
}

#[test]
fn a_task_no_mandate_knows() {
    let file =
        least_and("[operator.authorised_representative]\nname = \"Rep\"\ntasks = [\"keep-document\"]\n");
    assert_snapshot!(report(&file), @r#"
    error at 11:10 (operator.authorised_representative.tasks[0]): `keep-document` is not one of the words that can stand here
    11 | tasks = ["keep-document"]
       |          ^^^^^^^^^^^^^^^
    = Did you mean `keep-documents`? The words are `keep-documents`, `answer-authorities`, `cooperate`, `ce-marking`, `declaration`, `apply-for-examination`, `inform-notified-body`, `quality-assurance`, `design`, `risk-assessment`, `components`, `vulnerability-handling`, `keep-updates-available`, `draw-up-documentation`, `series-production`.
    "#);
}

#[test]
fn a_record_of_the_supply_chain_outside_the_directory() {
    let file = least_and("[supply_chain]\nrecord = [\"../customers.md\"]\n");
    assert_snapshot!(report(&file), @r#"
    error at 10:11 (supply_chain.record[0]): the path `../customers.md` leaves the dossier's directory
    10 | record = ["../customers.md"]
       |           ^^^^^^^^^^^^^^^^^
    = Keep what the dossier names in its own directory or below, so that the two are reviewed and kept together.
    "#);
}
