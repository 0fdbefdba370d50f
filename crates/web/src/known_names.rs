//! The names a route of the API knows in its query and among its form's parts. What it does not know it refuses: a filter
//! that is mistyped would otherwise filter nothing, a component list that is misnamed would be none. Nor does it take a
//! value of a parameter that is none of its values.

use std::collections::HashMap;

use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;

use crate::parameter::Parameter;
use crate::refusal::Refusal;
use crate::route::{Route, SchemaOf, Takes};
use crate::routes::Register;
use crate::taken::{Fields, Taken};

/// Letters of an unknown name that are said back.
const SAID_BACK: usize = 80;

/// What a session's own form carries beside what it is about.
const FORM_TOKEN: &str = "form";

/// The names of every route of the API.
pub(crate) struct KnownNames(HashMap<&'static str, Names>);

/// The names of one route.
struct Names {
    query: Vec<Parameter>,
    parts: Vec<String>,
}

impl KnownNames {
    /// Of these routes, as their schemas have them.
    pub(crate) fn of(routes: Register) -> Self {
        let settings = SchemaSettings::draft2020_12().for_deserialize();
        let mut generator = settings.with(|settings| settings.inline_subschemas = true).into_generator();
        let mut known = HashMap::new();
        for route in routes.iter().filter(|route| route.is_of_api()) {
            let query = route.query.map(|query| query(&mut generator).to_value());
            let query = query.as_ref().map(Parameter::all).unwrap_or_default();
            let parts = match route.takes {
                Takes::Files(_) => properties(route.request, &mut generator),
                _ => Vec::new(),
            };
            known.insert(route.name, Names { query, parts });
        }
        Self(known)
    }

    /// Refuses a query that asks for something the route does not know, or not in a way it can be read: empty, twice, or
    /// none of its values.
    pub(crate) fn check_query(&self, route: &Route, query: &Fields) -> Result<(), Refusal> {
        let Some(known) = self.0.get(route.name).map(|names| &names.query) else { return Ok(()) };
        let mut seen: Vec<&str> = Vec::new();
        for (name, value) in &query.0 {
            let Some(parameter) = known.iter().find(|one| one.name == *name) else {
                return Err(refused(422, name, unknown(name, known)));
            };
            if seen.contains(&name.as_str()) {
                return Err(refused(400, name, text!("ends-parameter-twice", name = short(name))));
            }
            if let Some(says) = parameter.wrong(value) {
                return Err(refused(400, name, says));
            }
            seen.push(name);
        }
        Ok(())
    }

    /// Refuses a form with a part the route does not know.
    pub(crate) fn check_parts(&self, route: &Route, taken: &Taken) -> Result<(), Refusal> {
        let Some(known) = self.0.get(route.name).map(|names| &names.parts) else { return Ok(()) };
        let Taken::Files { fields, files } = taken else { return Ok(()) };
        let sent = fields.0.iter().map(|(name, _)| name).filter(|name| *name != FORM_TOKEN);
        let mut sent = sent.chain(files.iter().map(|file| &file.field));
        let Some(name) = sent.find(|name| !known.contains(name)) else { return Ok(()) };
        Err(refused(422, name, text!("ends-unknown-part", name = short(name), known = listed(known))))
    }
}

fn properties(schema: Option<SchemaOf>, generator: &mut SchemaGenerator) -> Vec<String> {
    let Some(schema) = schema else { return Vec::new() };
    let schema = schema(generator).to_value();
    schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

fn unknown(name: &str, known: &[Parameter]) -> Text {
    let names: Vec<String> = known.iter().map(|one| one.name.clone()).collect();
    if names.is_empty() {
        text!("ends-no-parameters", name = short(name))
    } else {
        text!("ends-unknown-parameter", name = short(name), known = listed(&names))
    }
}

fn refused(status: u16, name: &str, says: Text) -> Refusal {
    let problems = vec![Problem::error(Place::at(short(name)), says.clone())];
    Refusal { problems, ..Refusal::new(status, says) }
}

fn short(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control()).take(SAID_BACK).collect()
}

fn listed(known: &[String]) -> String {
    let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    known.join(", ")
}
