//! A product with a module of its own, variants and terms of its own: what belongs to it, and what does not.

use serde_json::Value;

use crate::house::House;

const DOSSIER: &str = r#"proofmark = 1
[operator]
name = "Acme"
[product]
name = "Thing"
kind = "software"
[[product.modules]]
name = "Tunnel"
sold_separately = true
core_functionality = { is = "Encrypts a tunnel", category = "III.I.5", because = "It makes a VPN." }
[[product.variants]]
name = "Thing L"
differs_in = "Linux"
differs_in_components = true
shares_architecture = true
shares_security_design = true
shares_purpose = true
shares_risks = true
[product.tailor_made]
business_user = "Stadtwerke"
configuration_agreed = true
agreement = "agreement.md"
particular_purpose = true
for_a_business = true
explicitly_agreed = true
more_than_minor_customising = true
evidence_in_documentation = true
[scope]
data_connection = "indirect"
other_acts = ["rail"]
spare_part = { replaces_identical_component = true }
[scope.supply]
on_union_market = true
price = true
[[remote_services]]
name = "Cloud"
origin = "built-for-us"
function_depends_on_it = true
[release]
version = "1.0"
"#;

#[test]
fn the_boundary_is_drawn_and_an_open_condition_is_asked_for() {
    let house = House::new();
    house.write("product/proofmark.toml", DOSSIER);
    house.write("product/agreement.md", "Agreed.");
    let directory = house.path("product");

    let done = house.assess(&directory, &["--format", "json"]);
    let json = done.json();
    house.assert_fits("assessment", &json);
    let verdict = &json["verdict"];
    let missing = &verdict["scope"]["outcome"]["undetermined"]["missing"];
    assert_eq!(
        missing,
        &Value::from(vec!["scope.spare_part.same_specifications", "scope.spare_part.supplied_for_repair"])
    );
    let module = &verdict["boundary"]["modules"][0];
    assert_eq!(
        (&module["outcome"], &module["class"]["outcome"]["is"]),
        (&"product-of-its-own".into(), &"important-I".into())
    );
    assert_eq!(verdict["boundary"]["variants"][0]["outcome"], "shares-documentation");
    assert_eq!(verdict["tailor_made"]["configuration"], "allowed");
    assert_eq!(verdict["remote_services"][0]["outcome"], "part-of-the-product");
    assert_eq!(verdict["remote_services"][0]["follows"][0]["row"], "RDP-08");

    let everything = house.assess(&directory, &["--all"]);
    everything.shows("Module Tunnel");
    everything.shows("Variant Thing L");
    everything.shows("Tailor-made terms");
    assert!(everything.out.lines().all(|line| line.chars().count() <= 80), "{}", everything.out);
    let plain = house.assess(&directory, &[]);
    assert!(!plain.out.contains("Module Tunnel"));
}
