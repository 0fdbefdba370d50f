//! Where in the XML stands what a pointer into its JSON points at.

use proofmark_facts::{Place, Problem, Read};

use super::xml_grammar::{BOM, COMPONENTS, Item, SERVICES, Shape};

/// What was said of the JSON, said of the XML: once where two places of the JSON are one of the XML.
pub(crate) fn of_xml<T>(mut read: Read<T>, places: &[DependencyPlace]) -> Read<T> {
    let mut kept: Vec<Problem> = Vec::with_capacity(read.problems.len());
    for mut problem in read.problems {
        in_xml(&mut problem, places);
        if !kept.contains(&problem) {
            kept.push(problem);
        }
    }
    read.problems = kept;
    read
}

/// One problem of the JSON, at its place in the XML.
pub(crate) fn in_xml(problem: &mut Problem, places: &[DependencyPlace]) {
    let Place { path, bytes, line_and_column, .. } = &mut problem.place;
    // Lines and columns are those of the JSON, which nobody sees.
    (*bytes, *line_and_column) = (None, None);
    *path = path.take().map(|pointer| xml_place(&pointer, places));
}

/// Where one dependency of the JSON stands in the XML.
#[derive(Debug, Default)]
pub(crate) struct DependencyPlace {
    /// The way to it from the list of all.
    way: String,
    /// Which of the elements in it each of those it depends on is, counted from one: one without a reference names none.
    on: Vec<usize>,
}

impl DependencyPlace {
    /// At the end of this way, and depending on nothing yet.
    pub(super) fn of(way: String) -> Self {
        Self { way, on: Vec::new() }
    }

    /// The place of the element with this number in it.
    pub(super) fn inside(&self, number: usize) -> Self {
        Self::of(format!("{}/dependency[{number}]", self.way))
    }

    /// The next of those it depends on is the element with this number in it.
    pub(super) fn names(&mut self, number: usize) {
        self.on.push(number);
    }
}

/// The way to the element or attribute, as `XPath` writes it: `/bom/components/component[4]/purl`. As far as the pointer can be followed.
fn xml_place(pointer: &str, dependencies: &[DependencyPlace]) -> String {
    let mut way = "/bom".to_owned();
    let mut shape = Some(&BOM);
    let mut rest = pointer.split('/').skip(1).peekable();
    while let (Some(at), Some(step)) = (shape, rest.next()) {
        shape = match at {
            Shape::Object { members, text } => {
                let member = members.iter().find(|member| member.json == step);
                if let Some(member) = member {
                    way = format!("{way}/{}", member.xml);
                } else if *text == Some(step) {
                    way.push_str("/text()");
                }
                member.map(|member| member.shape)
            }
            Shape::List(items) => step.parse::<usize>().ok().and_then(|index| {
                // Which of several elements it is, what comes behind the index says.
                let wrapped = rest.peek().copied();
                let is_it = |item: &&Item| items.len() == 1 || item.inside == wrapped;
                let alone = || items.iter().find(|item| item.inside.is_none());
                let item = items.iter().find(is_it).or_else(alone)?;
                if item.inside.is_some() {
                    rest.next();
                }
                let name = if items.len() == 1 { item.xml } else { "*" };
                way = format!("{way}/{name}[{}]", index + 1);
                Some(item.shape)
            }),
            Shape::Tools => {
                let tool = step.parse::<usize>().map(|index| format!("tool[{}]", index + 1));
                way = format!("{way}/{}", tool.as_deref().unwrap_or(step));
                match step {
                    "components" => Some(&COMPONENTS),
                    "services" => Some(&SERVICES),
                    _ => None,
                }
            }
            Shape::Dependencies => {
                let of_it = step.parse::<usize>().ok().and_then(|index| dependencies.get(index));
                if let Some(place) = of_it {
                    way = format!("{way}/{}", place.way);
                    let item = rest.next().filter(|member| *member == "dependsOn").and_then(|_| rest.next());
                    let item = item.and_then(|item| place.on.get(item.parse::<usize>().ok()?));
                    if let Some(number) = item {
                        way = format!("{way}/dependency[{number}]");
                    }
                }
                None
            }
            Shape::Repeated(shape) => step.parse::<usize>().ok().map(|index| {
                way = format!("{way}[{}]", index + 1);
                *shape
            }),
            Shape::Words | Shape::Number | Shape::Boolean | Shape::Reference => None,
        };
    }
    way
}

#[cfg(test)]
mod tests {
    use super::{DependencyPlace, xml_place};

    #[test]
    fn a_pointer_becomes_the_way_to_the_element() {
        let cases = [
            ("/components/3/purl", "/bom/components/component[4]/purl"),
            (
                "/components/0/components/1/hashes/2/content",
                "/bom/components/component[1]/components/component[2]/hashes/hash[3]/text()",
            ),
            ("/metadata/component/bom-ref", "/bom/metadata/component/@bom-ref"),
            ("/components/0/licenses/1/expression", "/bom/components/component[1]/licenses/*[2]/text()"),
            ("/components/0/supplier/url/1", "/bom/components/component[1]/supplier/url[2]"),
            ("/components/0/licenses/1/license/id", "/bom/components/component[1]/licenses/*[2]/id"),
            ("/dependencies/0/dependsOn/0", "/bom/dependencies/dependency[1]/dependency[2]"),
            ("/dependencies/0/dependsOn/1", "/bom/dependencies/dependency[1]"),
            ("/dependencies/0/ref", "/bom/dependencies/dependency[1]"),
            // It stands in another one.
            ("/dependencies/1/dependsOn/0", "/bom/dependencies/dependency[1]/dependency[2]/dependency[1]"),
            ("/dependencies/1", "/bom/dependencies/dependency[1]/dependency[2]"),
            ("/dependencies/2", "/bom/dependencies"),
            ("/metadata/tools/1", "/bom/metadata/tools/tool[2]"),
            ("/serialNumber", "/bom/@serialNumber"),
            ("/specVersion", "/bom"),
            ("", "/bom"),
        ];
        let mut outer = DependencyPlace::of("dependency[1]".to_owned());
        outer.names(2);
        let mut inner = outer.inside(2);
        inner.names(1);
        let places = [outer, inner];
        for (pointer, way) in cases {
            assert_eq!(xml_place(pointer, &places), way, "{pointer}");
        }
    }
}
