//! Where in the XML stands what a pointer into its JSON points at.

use super::xml_grammar::{BOM, COMPONENTS, Item, SERVICES, Shape};

/// The way to the element or attribute, as `XPath` writes it: `/bom/components/component[4]/purl`. As far as the pointer can be followed.
pub(crate) fn xml_place(pointer: &str) -> String {
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
                if let Ok(index) = step.parse::<usize>() {
                    way = format!("{way}/dependency[{}]", index + 1);
                }
                let inside = rest.next().zip(rest.next());
                if let Some(("dependsOn", item)) = inside
                    && let Ok(item) = item.parse::<usize>()
                {
                    way = format!("{way}/dependency[{}]", item + 1);
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
    use super::xml_place;

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
            ("/dependencies/4/dependsOn/0", "/bom/dependencies/dependency[5]/dependency[1]"),
            ("/dependencies/4/ref", "/bom/dependencies/dependency[5]"),
            ("/metadata/tools/1", "/bom/metadata/tools/tool[2]"),
            ("/serialNumber", "/bom/@serialNumber"),
            ("/specVersion", "/bom"),
            ("", "/bom"),
        ];
        for (pointer, way) in cases {
            assert_eq!(xml_place(pointer), way, "{pointer}");
        }
    }
}
