//! The components of a release as rows.

use std::collections::BTreeSet;

use proofmark_facts::{Component, ComponentRow, Sbom};

/// Every component of the list, in its order, with the words it is asked by beside its package URL.
pub(crate) fn component_rows(sbom: &Sbom, asked: &dyn Fn(&Component) -> Vec<String>) -> Vec<ComponentRow> {
    let top_level = top_level(sbom);
    let row = |(place, component): (usize, &Component)| ComponentRow {
        place: place as u64,
        name: component.full_name(),
        version: component.version.clone().unwrap_or_default(),
        purl: component.purl.as_ref().map(ToString::to_string).unwrap_or_default(),
        licences: component.licences.join(" AND "),
        top_level: top_level.contains(&place),
        asked: Some(asked(component)),
    };
    sbom.components.iter().enumerate().map(row).collect()
}

/// Components the product names itself: what the makers wrote themselves is the product, in however many components.
fn top_level(sbom: &Sbom) -> BTreeSet<usize> {
    let is_product = |index: usize| sbom.subject == Some(index) || sbom.components[index].own;
    let ends = sbom.dependencies.iter().map(|(from, to)| (*from as usize, *to as usize));
    ends.filter(|(from, to)| is_product(*from) && !is_product(*to)).map(|(_, to)| to).collect()
}

#[cfg(test)]
mod tests {
    use proofmark_vulndb::asked_words;

    use super::*;

    fn component(name: &str, group: Option<&str>, purl: &str) -> Component {
        Component {
            name: name.to_owned(),
            group: group.map(str::to_owned),
            purl: purl.parse().ok(),
            ..Component::default()
        }
    }

    #[test]
    fn only_what_the_product_itself_names_is_top_level() {
        let app = Component { own: true, ..component("app", None, "") };
        let part = Component { own: true, ..component("part", None, "") };
        let sbom = Sbom {
            subject: Some(0),
            components: vec![
                app,
                part,
                component("core", Some("@angular"), "pkg:npm/%40angular/core@1"),
                component("guava", Some("com.google"), "pkg:maven/com.google/guava@1"),
                component("deep", None, ""),
            ],
            dependencies: vec![(0, 1), (0, 2), (1, 3), (3, 4)],
            ..Sbom::default()
        };
        let rows = component_rows(&sbom, &asked_words);
        let shown: Vec<(&str, bool)> = rows.iter().map(|row| (row.name.as_str(), row.top_level)).collect();
        let expected = [
            ("app", false),
            ("part", false),
            ("@angular/core", true),
            ("com.google:guava", true),
            ("deep", false),
        ];
        assert_eq!(shown, expected);
        assert_eq!(rows[2].purl, "pkg:npm/%40angular/core@1");
    }
}
