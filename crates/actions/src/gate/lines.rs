//! On which line of its file a component stands, so that whoever reads a report can go there.

use std::collections::HashMap;

/// The line of a path of the dossier.
pub(super) type PlaceOf<'a> = &'a dyn Fn(&str) -> usize;

/// The line of each of these components in a bill of materials, counted from one: where its package URL stands between quotation
/// marks, else where its name is followed by its version. What is not found is told as the first line. One pass.
pub(super) fn lines_of<'a>(bytes: &[u8], wanted: &[(&'a str, &'a str, &'a str)]) -> HashMap<&'a str, usize> {
    let text = String::from_utf8_lossy(bytes);
    let called: HashMap<&str, &str> = wanted.iter().map(|(called, ..)| (*called, *called)).collect();
    let named: HashMap<(&str, &str), &str> =
        wanted.iter().map(|(called, name, version)| ((*name, *version), *called)).collect();
    let mut found = HashMap::new();
    let (mut name, mut name_line) = (String::new(), 1);
    for (line, written) in (1..).zip(text.split('\n')) {
        // Odd parts stand between quotation marks; what is escaped within is no name of a component.
        for part in written.split('"').skip(1).step_by(2) {
            if let Some(called) = called.get(part) {
                found.entry(*called).or_insert(line);
            } else if let Some(called) = named.get(&(name.as_str(), part)) {
                found.entry(*called).or_insert(name_line);
            }
            if !matches!(part, "version" | "name") {
                name.clear();
                name.push_str(part.rsplit_once("node_modules/").map_or(part, |(_, name)| name));
                name_line = line;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_is_found_by_package_url_and_by_name_and_version() {
        let wanted = [("pkg:cargo/a@1", "a", "1"), ("pkg:cargo/b@2", "b", "2"), ("pkg:npm/c@3", "c", "3")];
        let lock =
            b"[[package]]\nname = \"a\"\nversion = \"1\"\n[[package]]\nname = \"b\"\nversion = \"2\"\n";
        let found = lines_of(lock, &wanted);
        assert_eq!((found.get("pkg:cargo/a@1"), found.get("pkg:cargo/b@2")), (Some(&2), Some(&5)));
        let json = b"{\n \"components\": [\n {\"purl\": \"pkg:npm/c@3\"}]}";
        assert_eq!(lines_of(json, &wanted).get("pkg:npm/c@3"), Some(&3));
        let npm = b"{\n\"node_modules/c\": {\n\"version\": \"3\"}}";
        assert_eq!(lines_of(npm, &wanted).get("pkg:npm/c@3"), Some(&2));
        assert_eq!(lines_of(b"\xff\"", &wanted).len(), 0);
    }
}
