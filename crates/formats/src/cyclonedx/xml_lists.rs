//! Lists that XML and JSON have in different shapes: tools, and dependencies.

use quick_xml::events::BytesStart;

use super::xml::{Step, Teller};
use super::xml_grammar::{COMPONENTS, SERVICES, Shape, TOOL};
use super::xml_place::DependencyPlace;

/// A dependency: what depends, on what, what it provides, and where it stands.
struct Dependency {
    reference: Option<String>,
    on: Vec<String>,
    provides: Vec<String>,
    place: DependencyPlace,
}

impl Teller<'_> {
    /// Tools in either shape: a list of them until 1.4, lists of components and services since.
    pub(super) fn tools(&mut self) -> Step<()> {
        let before = std::mem::take(&mut self.json);
        let (mut services, mut is_newer) = (String::new(), false);
        while let Some(child) = self.child()? {
            match self.ours(&child)?.as_deref() {
                Some("tool") => {
                    self.separate();
                    self.value(&child, &TOOL)?;
                }
                Some("components") => {
                    let Shape::List(items) = &COMPONENTS else { return self.skip() };
                    is_newer = true;
                    self.items(items)?;
                }
                Some("services") => {
                    let components = std::mem::take(&mut self.json);
                    self.value(&child, &SERVICES)?;
                    services = std::mem::replace(&mut self.json, components);
                }
                other => {
                    self.pass_over(other);
                    self.skip()?;
                }
            }
        }
        let tools = std::mem::replace(&mut self.json, before);
        if !is_newer && services.is_empty() {
            self.json.push('[');
            self.json.push_str(&tools);
            self.json.push(']');
            return Ok(());
        }
        self.json.push_str("{\"components\":[");
        self.json.push_str(&tools);
        self.json.push(']');
        if !services.is_empty() {
            self.key("services");
            self.json.push_str(&services);
        }
        self.json.push('}');
        Ok(())
    }

    /// Dependencies as one list: those that stand in another and have some of their own come last.
    pub(super) fn dependencies(&mut self) -> Step<()> {
        self.json.push('[');
        let (mut later, mut number) = (Vec::new(), 0);
        while let Some(child) = self.child()? {
            let local = self.ours(&child)?;
            if local.as_deref() == Some("dependency") {
                number += 1;
                let place = DependencyPlace::of(format!("dependency[{number}]"));
                let dependency = self.dependency(&child, place, &mut later)?;
                self.depends(dependency);
            } else {
                self.pass_over(local.as_deref());
                self.skip()?;
            }
        }
        for dependency in later {
            self.depends(dependency);
        }
        self.json.push(']');
        Ok(())
    }

    fn dependency(
        &mut self,
        element: &BytesStart<'_>,
        mut place: DependencyPlace,
        later: &mut Vec<Dependency>,
    ) -> Step<Dependency> {
        let attributes = self.attributes(element)?;
        let reference =
            attributes.into_iter().find(|(name, _)| name == "ref").map(|(_, value)| value.into_owned());
        let (mut on, mut provides, mut number) = (Vec::new(), Vec::new(), 0);
        while let Some(child) = self.child()? {
            match self.ours(&child)?.as_deref() {
                Some("dependency") => {
                    number += 1;
                    let inside = self.dependency(&child, place.inside(number), later)?;
                    if let Some(reference) = &inside.reference {
                        on.push(reference.clone());
                        place.names(number);
                    }
                    if !inside.on.is_empty() || !inside.provides.is_empty() {
                        later.push(inside);
                    }
                }
                Some("provides") => {
                    let named = self.attributes(&child)?.into_iter().find(|(name, _)| name == "ref");
                    provides.extend(named.map(|(_, value)| value.into_owned()));
                    self.skip()?;
                }
                other => {
                    self.pass_over(other);
                    self.skip()?;
                }
            }
        }
        Ok(Dependency { reference, on, provides, place })
    }

    fn depends(&mut self, Dependency { reference, on, provides, place }: Dependency) {
        self.places.push(place);
        self.separate();
        self.json.push('{');
        if let Some(reference) = reference {
            self.key("ref");
            self.say(reference.trim());
        }
        self.key("dependsOn");
        self.json.push('[');
        for one in on {
            self.separate();
            self.say(one.trim());
        }
        self.json.push(']');
        if !provides.is_empty() {
            self.key("provides");
            let provides: Vec<&str> = provides.iter().map(|one| one.trim()).collect();
            self.json.push_str(&serde_json::Value::from(provides).to_string());
        }
        self.json.push('}');
    }
}
