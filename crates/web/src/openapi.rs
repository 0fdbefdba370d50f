//! The `OpenAPI` 3.1 document, made of the register and the types' schemas: what is not in the register is not in it.

use proofmark_facts::in_plain_words;
use proofmark_text::text;
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::outcomes::{responses, shared_responses};
use crate::route::{Method, Route, Takes, Wall};
use crate::routes::Register;

/// The document as JSON text. What programs send is described as it is read, in its place; what they get as it is written,
/// by name: a field that may be left out of an answer is not promised, one that may be left out of a question not demanded.
pub fn openapi(routes: Register, program: &str) -> String {
    let mut asked =
        settings().for_deserialize().with(|settings| settings.inline_subschemas = true).into_generator();
    let mut answered = settings().for_serialize().into_generator();
    let mut paths = Map::new();
    for route in routes.iter().filter(|route| route.is_of_api()) {
        let operation = operation(route, &mut asked, &mut answered);
        let item = paths.entry(written(route.path)).or_insert_with(|| Value::Object(Map::new()));
        if let Some(item) = item.as_object_mut() {
            item.insert(route.method.word().to_ascii_lowercase(), operation);
        }
    }
    let mut schemas = answered.take_definitions(true);
    schemas.insert("ProblemDocument".to_owned(), problem_document());
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Proofmark",
            "version": program.rsplit(' ').next().unwrap_or_default(),
            "description": text!("web-api-description").to_string(),
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": shared_responses(),
            "securitySchemes": {
                "token": { "type": "http", "scheme": "bearer", "description": text!("web-api-token").to_string() },
            },
        },
    });
    in_plain_words(&mut document);
    let mut text = serde_json::to_string_pretty(&document).expect("a document of values is JSON");
    text.push('\n');
    text
}

fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    })
}

/// A path as `OpenAPI` writes it: what takes the rest of a path is a name like any other.
fn written(path: &str) -> String {
    path.replace("{*", "{")
}

fn operation(route: &Route, asked: &mut SchemaGenerator, answered: &mut SchemaGenerator) -> Value {
    let mut operation = json!({
        "operationId": route.name,
        "summary": (route.says)().to_string(),
        "parameters": parameters(route, asked),
        "responses": responses(route, &answer_content(route, answered)),
    });
    let Some(object) = operation.as_object_mut() else { return operation };
    if matches!(route.wall, Wall::Public | Wall::Guessable) {
        object.insert("security".to_owned(), json!([]));
    }
    if let Some(body) = request_body(route, asked) {
        object.insert("requestBody".to_owned(), body);
    }
    operation
}

fn parameters(route: &Route, generator: &mut SchemaGenerator) -> Vec<Value> {
    let string = json!({ "type": "string", "minLength": 1 });
    let mut all: Vec<Value> = route
        .names()
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": string }))
        .collect();
    if let Some(query) = route.query {
        all.extend(query_parameters(&query(generator).to_value()));
    }
    if !route.method.is_safe() {
        let says = text!("web-api-once").to_string();
        let key = json!({ "type": "string", "minLength": 1, "maxLength": 200 });
        all.push(json!({ "name": "Idempotency-Key", "in": "header", "description": says, "schema": key }));
    }
    if matches!(route.method, Method::Put | Method::Delete) {
        let says = text!("web-api-if-match").to_string();
        all.push(json!({ "name": "If-Match", "in": "header", "description": says, "schema": { "type": "string" } }));
    }
    all
}

/// The properties of a query's schema, each as a parameter.
fn query_parameters(schema: &Value) -> Vec<Value> {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let Some(properties) = schema["properties"].as_object() else { return Vec::new() };
    let parameter = |(name, schema): (&String, &Value)| {
        json!({
            "name": name,
            "in": "query",
            "required": required.contains(&name.as_str()),
            "description": schema["description"],
            "schema": schema,
        })
    };
    properties.iter().map(parameter).collect()
}

fn request_body(route: &Route, generator: &mut SchemaGenerator) -> Option<Value> {
    let schema = route.request.map(|schema| schema(generator).to_value());
    let content = match route.takes {
        Takes::Nothing | Takes::Form(_) => return None,
        Takes::Json(_) => json!({ "application/json": { "schema": schema? } }),
        Takes::File(_) => json!({ "application/octet-stream": {} }),
        Takes::Files(_) => json!({ "multipart/form-data": { "schema": schema? } }),
    };
    Some(json!({ "required": true, "content": content }))
}

/// What an answer holds, in each media type it may come in: a type's JSON by its schema, a file as it is.
fn answer_content(route: &Route, generator: &mut SchemaGenerator) -> Value {
    let schema = route.response.map(|schema| json!({ "schema": schema(generator).to_value() }));
    let schema = schema.unwrap_or_else(|| json!({}));
    let content = route.media.iter().map(|media| ((*media).to_owned(), schema.clone()));
    Value::Object(content.collect())
}

/// The schema of a problem document (RFC 9457), with what ours say beyond it.
fn problem_document() -> Value {
    let text = json!({ "type": "string" });
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail", "code", "request"],
        "properties": {
            "type": text,
            "title": text,
            "status": { "type": "integer", "minimum": 400, "maximum": 599 },
            "detail": text,
            "code": text,
            "hint": text,
            "request": text,
            "problems": { "type": "array", "items": { "type": "object" } },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Kind;
    use crate::routes::ROUTES;

    fn document() -> Value {
        serde_json::from_str(&openapi(ROUTES, "proofmark 1.2.3")).unwrap()
    }

    #[test]
    fn document_and_register_name_the_same_operations() {
        let document = document();
        assert_eq!(document["info"]["version"], "1.2.3");
        let mut registered = Vec::new();
        for route in ROUTES.iter() {
            let of_api = route.is_of_api();
            assert!(
                of_api || route.kind != Kind::Api,
                "{} is no page and not under the API's path",
                route.name
            );
            if of_api {
                assert!(route.path.starts_with("/api/v1/"), "{}", route.path);
                registered.push((
                    written(route.path),
                    route.method.word().to_lowercase(),
                    route.name.to_owned(),
                ));
            }
        }
        let mut described = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let name = operation["operationId"].as_str().unwrap();
                described.push((path.clone(), method.clone(), name.to_owned()));
            }
        }
        registered.sort();
        described.sort();
        assert_eq!(registered, described);
        let mut names: Vec<&str> = registered.iter().map(|(_, _, name)| name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), registered.len(), "no name stands for two operations");
    }

    #[test]
    fn every_operation_says_what_it_answers_with() {
        let document = document();
        for route in ROUTES.iter().filter(|route| route.is_of_api()) {
            let operation = &document["paths"][written(route.path)][route.method.word().to_lowercase()];
            assert!(!route.media.is_empty(), "{} does not say in which media types it answers", route.name);
            assert!(!route.done.is_empty(), "{}", route.name);
            for status in route.done {
                let content = operation["responses"][status.to_string()]["content"].as_object().unwrap();
                assert!(
                    route.media.iter().all(|media| content.contains_key(*media)),
                    "{} {status}",
                    route.name
                );
            }
            let takes_body = !matches!(route.takes, Takes::Nothing | Takes::Form(_));
            assert_eq!(operation["requestBody"].is_object(), takes_body, "{}", route.name);
            for (status, response) in operation["responses"].as_object().unwrap() {
                let place = response["$ref"].as_str().unwrap_or_default().trim_start_matches('#');
                let response = if place.is_empty() { response } else { document.pointer(place).unwrap() };
                assert!(
                    response["description"].as_str().is_some_and(|says| !says.is_empty()),
                    "{} {status}",
                    route.name
                );
            }
        }
    }

    #[test]
    fn nothing_of_the_programs_inside_is_named() {
        let text = document().to_string();
        for inside in ["[`", "crate::", "super::", "self::"] {
            let at = text.find(inside).map(|at| text[at..].chars().take(80).collect::<String>());
            assert_eq!(at, None, "{inside}");
        }
    }

    /// A property a type does not know would be dropped without a word.
    #[test]
    fn no_body_takes_what_it_does_not_know() {
        let document = document();
        let mut open = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let body = &operation["requestBody"]["content"]["application/json"]["schema"];
                open_objects(body, &format!("{method} {path}"), &mut open);
            }
        }
        assert!(open.is_empty(), "{open:#?}");
    }

    fn open_objects(schema: &Value, place: &str, open: &mut Vec<String>) {
        if let Value::Array(all) = schema {
            for one in all {
                open_objects(one, place, open);
            }
        }
        let Some(object) = schema.as_object() else { return };
        if object.contains_key("properties") && object.get("additionalProperties") != Some(&json!(false)) {
            open.push(format!("{place}: {schema}"));
        }
        object.values().for_each(|one| open_objects(one, place, open));
    }

    #[test]
    fn every_list_says_how_many_it_gives() {
        let document = document();
        let mut lists = 0;
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let parameters = operation["parameters"].as_array().into_iter().flatten();
                for limit in parameters.filter(|one| one["name"] == "limit") {
                    let bounds = limit["schema"].to_string();
                    assert!(
                        bounds.contains("\"minimum\":1,") || bounds.contains("\"minimum\":1}"),
                        "{path} {method}: {bounds}"
                    );
                    assert!(bounds.contains("\"maximum\":200"), "{path} {method}: {bounds}");
                    lists += 1;
                }
            }
        }
        assert!(lists > 10, "{lists}");
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = document();
        let text = document.to_string();
        for (at, start) in text.match_indices("\"$ref\":\"#") {
            let rest = &text[at + start.len()..];
            let path = &rest[..rest.find('"').unwrap_or_default()];
            assert!(document.pointer(path).is_some(), "{path}");
        }
    }
}
