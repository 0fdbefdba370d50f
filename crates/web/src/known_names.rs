//! The names a route of the API knows in its query and among its form's parts. What it does not know it refuses: a filter
//! that is mistyped would otherwise filter nothing, a component list that is misnamed would be none.

use std::collections::HashMap;

use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;

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
    query: Vec<String>,
    parts: Vec<String>,
}

impl KnownNames {
    /// Of these routes, as their schemas have them.
    pub(crate) fn of(routes: Register) -> Self {
        let settings = SchemaSettings::draft2020_12().for_deserialize();
        let mut generator = settings.with(|settings| settings.inline_subschemas = true).into_generator();
        let mut known = HashMap::new();
        for route in routes.iter().filter(|route| route.is_of_api()) {
            let query = properties(route.query, &mut generator);
            let parts = match route.takes {
                Takes::Files(_) => properties(route.request, &mut generator),
                _ => Vec::new(),
            };
            known.insert(route.name, Names { query, parts });
        }
        Self(known)
    }

    /// Refuses a query that asks for something the route does not know.
    pub(crate) fn check_query(&self, route: &Route, query: &Fields) -> Result<(), Refusal> {
        let Some(known) = self.0.get(route.name).map(|names| &names.query) else { return Ok(()) };
        for (name, _) in &query.0 {
            if known.contains(name) {
                continue;
            }
            let short = short(name);
            return Err(refused(
                name,
                if known.is_empty() {
                    text!("ends-no-parameters", name = short)
                } else {
                    text!("ends-unknown-parameter", name = short, known = listed(known))
                },
            ));
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
        Err(refused(name, text!("ends-unknown-part", name = short(name), known = listed(known))))
    }
}

fn properties(schema: Option<SchemaOf>, generator: &mut SchemaGenerator) -> Vec<String> {
    let Some(schema) = schema else { return Vec::new() };
    let schema = schema(generator).to_value();
    schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

fn refused(name: &str, says: Text) -> Refusal {
    let problems = vec![Problem::error(Place::at(short(name)), says.clone())];
    Refusal { problems, ..Refusal::new(422, says) }
}

fn short(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control()).take(SAID_BACK).collect()
}

fn listed(known: &[String]) -> String {
    let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    known.join(", ")
}
