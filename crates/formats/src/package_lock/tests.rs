use proofmark_facts::{Read, Sbom};

use super::read_package_lock;
use crate::Limits;

fn read(json: &str) -> Read<Sbom> {
    read_package_lock(json.as_bytes(), &Limits::default())
}

fn told(read: &Read<Sbom>) -> String {
    read.problems.iter().map(|problem| problem.says.to_string()).collect::<Vec<_>>().join("\n")
}

/// Each component by what identifies it, then each dependency by references.
fn shown(sbom: &Sbom) -> String {
    let purl =
        |purl: &Option<proofmark_facts::Purl>| purl.as_ref().map(ToString::to_string).unwrap_or_default();
    let own = |own: bool| if own { " own" } else { "" };
    let components = sbom.components.iter();
    let mut lines: Vec<String> =
        components.map(|it| format!("{} {}{}", it.reference, purl(&it.purl), own(it.own))).collect();
    let name = |index: u32| &sbom.components[index as usize].reference;
    lines.extend(sbom.dependencies.iter().map(|(from, to)| format!("{} -> {}", name(*from), name(*to))));
    lines.join("\n")
}

const THIRD: &str = r#"{"name": "panel", "version": "2.0.0", "lockfileVersion": 3, "requires": true, "packages": {
  "": {"name": "panel", "version": "2.0.0", "license": "MIT", "workspaces": ["ui"],
       "dependencies": {"a": "^1.0.0"}, "devDependencies": {"jest": "*"}},
  "node_modules/a": {"version": "1.0.0", "dependencies": {"b": "2", "@s/c": "1"},
       "optionalDependencies": {"fsevents": "*"}, "peerDependencies": {"react": "*"},
       "integrity": "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="},
  "node_modules/a/node_modules/b": {"version": "2.0.0"},
  "node_modules/b": {"version": "1.0.0", "resolved": "git+ssh://git@github.com/x/b.git#c0ffee"},
  "node_modules/@s/c": {"version": "1.1.0", "dependencies": {"b": "1"}, "license": "Apache-2.0"},
  "node_modules/jest": {"version": "29.0.0", "dev": true},
  "node_modules/ui": {"resolved": "ui", "link": true},
  "node_modules/odd": {"name": "real-name", "version": "3.0.0", "optional": true},
  "ui": {"version": "0.1.0", "dependencies": {"b": "1", "gone": "1"}}}}"#;

#[test]
fn each_package_gets_the_copy_that_node_would_load() {
    let read = read(THIRD);
    insta::assert_snapshot!(told(&read), @r"
    packages that only development needs are left out: 1
    the dependency `gone` is in no folder where Node.js would look for it
    ");
    let sbom = read.value.unwrap();
    insta::assert_snapshot!(shown(&sbom), @r"
    . pkg:npm/panel@2.0.0 own
    node_modules/a pkg:npm/a@1.0.0
    node_modules/a/node_modules/b pkg:npm/b@2.0.0
    node_modules/b pkg:npm/b@1.0.0?vcs_url=git%2Bssh:%2F%2Fgit%40github.com%2Fx%2Fb.git%40c0ffee
    node_modules/@s/c pkg:npm/%40s/c@1.1.0
    node_modules/odd pkg:npm/real-name@3.0.0
    ui pkg:npm/ui@0.1.0 own
    . -> node_modules/a
    . -> ui
    node_modules/a -> node_modules/a/node_modules/b
    node_modules/a -> node_modules/@s/c
    node_modules/@s/c -> node_modules/b
    ui -> node_modules/b
    ");
    assert_eq!(sbom.components[1].digests[0].0, "SHA-512");
    assert!(sbom.components[1].digests[0].1.starts_with("cf83e1357eefb8bd"));
    assert_eq!(sbom.components[0].licences, ["MIT"]);
    assert_eq!(sbom.origin.format, "package-lock.json 3");
}

#[test]
fn the_first_version_nests_packages_in_each_other() {
    let read = read(
        r#"{"name": "panel", "version": "1.0.0", "lockfileVersion": 1, "requires": true, "dependencies": {
            "a": {"version": "1.0.0", "requires": {"b": "2"}, "dependencies": {"b": {"version": "2.0.0"}}},
            "b": {"version": "1.0.0", "bundled": true},
            "x": {"version": "npm:@real/x@4.0.0"},
            "g": {"version": "git+https://github.com/x/g.git#beef", "requires": {"b": "1"}},
            "d": {"version": "1.0.0", "dev": true}}}"#,
    );
    insta::assert_snapshot!(told(&read), @"packages that only development needs are left out: 1");
    insta::assert_snapshot!(shown(&read.value.unwrap()), @r"
    . pkg:npm/panel@1.0.0 own
    node_modules/a/node_modules/b pkg:npm/b@2.0.0
    node_modules/a pkg:npm/a@1.0.0
    node_modules/b pkg:npm/b@1.0.0
    node_modules/x pkg:npm/%40real/x@4.0.0
    node_modules/g pkg:npm/g?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fx%2Fg.git%40beef
    . -> node_modules/a
    . -> node_modules/x
    . -> node_modules/g
    node_modules/a -> node_modules/a/node_modules/b
    node_modules/g -> node_modules/b
    ");
}

#[test]
fn what_is_no_lockfile_is_refused() {
    insta::assert_snapshot!(told(&read(r#"{"name": "x"}"#)), @"this is not a lockfile of npm");
    let deep = format!(r#"{{"lockfileVersion": 3, "packages": {{"{}": {{}}}}}}"#, "a/".repeat(100));
    insta::assert_snapshot!(told(&read(&deep)), @"the path `a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/…` is too long or too deep for a file system");
    insta::assert_snapshot!(told(&read(r#"{"lockfileVersion": "three"}"#)), @r#"this cannot stand here in `package-lock.json`: invalid type: string "three", expected u32"#);
}
