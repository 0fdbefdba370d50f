//! A call: a request that came through the frame, with everything a handler needs to answer it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_access::Secret;
use proofmark_actions::ChangeOrder;
use proofmark_actions::people::Errand;
use proofmark_facts::{Actor, ActorKind, Place, Problem, PurgeableRecord};
use proofmark_text::text;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::house::House;
use crate::limit::{Limit, MOST};
use crate::link;
use crate::memory::Memory;
use crate::parameter::whole;
use crate::refusal::Refusal;
use crate::taken::{Fields, Taken};
use crate::turn::Turn;
use crate::visitor::{Taste, Visitor};

/// A request that came through the frame.
pub struct Call<'a> {
    /// The house.
    pub house: &'a dyn House,
    /// A store, lent for this call.
    pub store: &'a mut dyn PurgeableRecord,
    /// Who asks.
    pub visitor: &'a Visitor,
    /// How they like to read.
    pub taste: Taste,
    /// Now.
    pub now: Timestamp,
    /// What was asked, without the body.
    pub asked: &'a Asked,
    /// The body.
    pub taken: Taken,
    /// Assessments that were looked at lately, by anybody.
    pub memory: &'a Memory,
    /// This go at answering it: where room for work on large releases is asked for.
    pub turn: &'a Turn,
    /// The `OpenAPI` document of the register this route stands in.
    pub description: &'a str,
}

/// What was asked, without the body.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The values of the names in the route's path.
    pub names: Fields,
    /// The query.
    pub query: Fields,
    /// The path as it was sent.
    pub path: String,
    /// The query as it was sent.
    pub query_text: String,
    /// The versions of what may be changed (`If-Match`), as they were sent.
    pub if_match: Option<String>,
    /// What the browser was given when it was sent to a provider of identities.
    pub sent: Option<Secret>,
    /// The address it came from, for counters against guessing.
    pub address: String,
    /// Scheme and host the browser sees.
    pub origin: String,
    /// What logs and refusals call the request.
    pub request: String,
}

impl Call<'_> {
    /// The value of a name in the path.
    pub fn name(&self, name: &str) -> &str {
        self.asked.names.get(name).unwrap_or_default()
    }

    /// The operator the path names.
    pub fn operator(&self) -> &str {
        self.name("operator")
    }

    /// Who asks; behind a wall it is always somebody.
    pub fn actor(&self) -> Actor {
        let nobody = || Actor { name: String::new(), kind: ActorKind::Person, grants: Vec::new() };
        self.visitor.actor().cloned().unwrap_or_else(nobody)
    }

    /// The body as JSON of this type.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        let Taken::Json(bytes) = &self.taken else { return Err(Refusal::new(400, text!("web-no-body"))) };
        if bytes.trim_ascii().is_empty() {
            return Err(Refusal::new(400, text!("web-no-body")));
        }
        let read = serde_json::from_slice::<Value>(bytes);
        // A list of values in a type's order would be read as the type, and nobody would know what stands for what.
        if read.as_ref().is_ok_and(|value| !value.is_object()) {
            return Err(Refusal::new(422, text!("ends-no-object")));
        }
        read.and_then(|_| serde_json::from_slice(bytes)).map_err(|error| {
            // What is no JSON at all is a broken message, what is other JSON than was asked for a wrong one. A message of
            // the reader quotes what was sent, never what is kept.
            let status = if error.is_data() { 422 } else { 400 };
            let says = text!("web-bad-json", error = error.to_string());
            let place = Place { line_and_column: Some((error.line(), error.column())), ..Place::default() };
            let problems = vec![Problem::error(place, says.clone())];
            Refusal { problems, ..Refusal::new(status, says) }
        })
    }

    /// A number the path names. It has one spelling: what is written otherwise names nothing.
    pub(crate) fn number<T: TryFrom<u64>>(&self, name: &str) -> Result<T, Refusal> {
        let number = whole(self.name(name)).and_then(|number| T::try_from(number).ok());
        number.ok_or_else(|| Refusal::new(404, text!("web-no-such-thing")))
    }

    /// The query as these parameters. In a page's address one that is there without a value is as good as not there: forms
    /// send those that nobody filled in. The API's were held to their schema before.
    pub fn query<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        let pairs: Vec<(&str, &str)> =
            self.asked.query.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let asked = self.asked.query.get("limit").unwrap_or_default();
        if !asked.is_empty() && Limit::read(asked).is_none() {
            return Err(Refusal::new(400, text!("ends-limit", most = MOST)));
        }
        let uri = link::with_query("/", &pairs).parse();
        let bad = |error: String| Refusal::new(400, text!("web-bad-query", error = error));
        let uri = uri.map_err(|_| Refusal::new(400, text!("web-bad-path")))?;
        let read = axum::extract::Query::<T>::try_from_uri(&uri).map_err(|error| bad(error.body_text()))?;
        Ok(read.0)
    }

    /// Who asks for a change, when.
    pub fn change<'c>(&'c self, by: &'c Actor) -> ChangeOrder<'c> {
        ChangeOrder { by, with: self.house.program(), at: self.now }
    }

    /// Who asks for something about people, when.
    pub fn errand<'c>(&'c self, by: &'c Actor) -> Errand<'c> {
        Errand { by, with: self.house.program(), at: self.now }
    }

    /// A field of the form that is nobody's business, taken as it is.
    pub fn secret(&self, name: &str) -> Secret {
        Secret::from(self.taken.fields().and_then(|fields| fields.get(name)).unwrap_or_default())
    }

    /// Today, in UTC: the same everywhere, and what the ledger writes.
    pub fn today(&self) -> Date {
        self.now.to_zoned(TimeZone::UTC).date()
    }

    /// A field of the form, without spaces around it; empty where there is none.
    pub fn field(&self, name: &str) -> &str {
        self.taken.fields().and_then(|fields| fields.get(name)).unwrap_or_default().trim()
    }
}
