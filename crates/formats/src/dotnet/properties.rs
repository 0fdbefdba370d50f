//! Properties of `MSBuild`: what a file sets once and names elsewhere.

use std::collections::BTreeMap;

use crate::xml_elements::XmlElement;

/// The properties a file sets, by their names in lower case; the last value counts.
pub(super) fn properties(root: &XmlElement) -> BTreeMap<String, String> {
    let groups = root.all().filter(|element| element.name == "PropertyGroup");
    groups
        .flat_map(|group| &group.children)
        .map(|it| (it.name.to_lowercase(), it.text().to_owned()))
        .collect()
}

/// A value with the properties of the same file put in, once: what these are made of in turn stays as written.
pub(super) fn evaluated(value: &str, properties: &BTreeMap<String, String>) -> String {
    let mut whole = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("$(") {
        let Some((name, behind)) = after.split_once(')') else { break };
        whole.push_str(before);
        match properties.get(&name.trim().to_lowercase()) {
            Some(value) => whole.push_str(value),
            None => whole.push_str("$()"),
        }
        rest = behind;
    }
    whole.push_str(rest);
    whole.trim().to_owned()
}
