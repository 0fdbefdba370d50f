//! A route: one thing that can be asked of the window, with everything that is true of it before anybody asks.

use proofmark_access::Right;
use proofmark_text::Text;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::answer::Answer;
use crate::call::Call;
use crate::refusal::Refusal;

/// One line of the register. A request that no line stands for is answered with "not found".
#[derive(Debug)]
pub struct Route {
    /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
    pub method: Method,
    /// The path; `{name}` is one segment, `{*name}` the rest.
    pub path: &'static str,
    /// Its name: stable, the `operationId` of the API.
    pub name: &'static str,
    /// Who it answers to: a person's browser, a program, anybody's tool.
    pub kind: Kind,
    /// Who may come this far.
    pub wall: Wall,
    /// What its body may be.
    pub takes: Takes,
    /// What it asks in the query, for programs: the properties are the parameters.
    pub query: Option<SchemaOf>,
    /// What a program sends.
    pub request: Option<SchemaOf>,
    /// What a program gets.
    pub response: Option<SchemaOf>,
    /// The media types a program may get it in.
    pub media: &'static [&'static str],
    /// The statuses by which a program sees that it was done.
    pub done: &'static [u16],
    /// What it does, in a sentence.
    pub says: fn() -> Text,
    /// What is done.
    pub handler: Handler,
}

/// A file, or several with fields.
pub(crate) const FILES: Takes = Takes::Files(Takes::LARGE);
/// A little JSON.
pub(crate) const JSON: Takes = Takes::Json(Takes::SMALL);

/// What a handler is: it parses, calls one action and shows. It runs on a thread of its own, with a store lent to it.
pub type Handler = fn(&mut Call<'_>) -> Result<Answer, Refusal>;

/// Gives a type's schema.
pub type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

/// The schema of this type.
pub(crate) fn schema_of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// The methods that are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the method of its name (RFC 9110 section 9)")]
pub enum Method {
    Get,
    Post,
    Put,
    Delete,
}

impl Method {
    /// Whether it only reads.
    pub fn is_safe(self) -> bool {
        self == Self::Get
    }

    /// As HTTP writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// Who a route answers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A person: pages and forms.
    Page,
    /// A program: JSON and problem documents, described in the `OpenAPI` document.
    Api,
    /// Anybody's tool: files, tiles, health.
    File,
}

/// Who may come this far. The frame asks this before any handler runs, the handler's action asks again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wall {
    /// Anybody.
    Public,
    /// Anybody, but seldom: secrets could be guessed here.
    Guessable,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever has this right for the operator the path names as `{operator}`.
    Operator(Right),
    /// Whoever has this right for the product the path names as `{product}`, of the operator.
    Product(Right),
    /// Whoever has this right for the installation itself.
    Installation(Right),
    /// Anybody where the ledger was opened to all, else whoever has this right for the installation.
    OpenLedger(Right),
}

/// What a route's body may be. Anything else is refused before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// No body.
    Nothing,
    /// A form's fields, at most so many bytes.
    Form(u64),
    /// JSON, at most so many bytes.
    Json(u64),
    /// A form with files, at most so many bytes in all.
    Files(u64),
    /// One file as it is, at most so many bytes.
    File(u64),
}

impl Takes {
    /// The usual limit of a form or of JSON: 256 KiB.
    pub const SMALL: u64 = 256 * 1024;

    /// The limit of a component list or of all files of a product: 256 MiB.
    pub const LARGE: u64 = 256 * 1024 * 1024;

    /// How many bytes at most.
    pub fn limit(self) -> u64 {
        match self {
            Self::Nothing => 0,
            Self::Form(limit) | Self::Json(limit) | Self::Files(limit) | Self::File(limit) => limit,
        }
    }
}

impl Route {
    /// A page of this path that whoever passes the wall may read.
    pub const fn page(
        path: &'static str,
        name: &'static str,
        wall: Wall,
        says: fn() -> Text,
        handler: Handler,
    ) -> Self {
        Self {
            method: Method::Get,
            path,
            name,
            kind: Kind::Page,
            wall,
            takes: Takes::Nothing,
            query: None,
            request: None,
            response: None,
            media: &[],
            done: &[200],
            says,
            handler,
        }
    }

    /// A form that is sent to this path.
    pub const fn form(
        path: &'static str,
        name: &'static str,
        wall: Wall,
        says: fn() -> Text,
        handler: Handler,
    ) -> Self {
        let route = Self::page(path, name, wall, says, handler);
        Self { method: Method::Post, takes: Takes::Form(Takes::SMALL), ..route }
    }

    /// A file at this path.
    pub const fn file(
        path: &'static str,
        name: &'static str,
        wall: Wall,
        says: fn() -> Text,
        handler: Handler,
    ) -> Self {
        Self { kind: Kind::File, ..Self::page(path, name, wall, says, handler) }
    }

    /// What the API reads at this path.
    pub const fn read(
        path: &'static str,
        name: &'static str,
        wall: Wall,
        response: SchemaOf,
        says: fn() -> Text,
        handler: Handler,
    ) -> Self {
        let route = Self::page(path, name, wall, says, handler);
        Self { kind: Kind::Api, response: Some(response), media: &["application/json"], ..route }
    }

    /// Giving a program its answer in one of these media types.
    #[must_use]
    pub const fn giving(self, media: &'static [&'static str]) -> Self {
        Self { media, ..self }
    }

    /// Answering with one of these statuses once it is done.
    #[must_use]
    pub const fn done_with(self, done: &'static [u16]) -> Self {
        Self { done, ..self }
    }

    /// With these parameters in the query.
    #[must_use]
    pub const fn asking(self, query: SchemaOf) -> Self {
        Self { query: Some(query), ..self }
    }

    /// The same, changing something with this method and body.
    #[must_use]
    pub const fn changing(self, method: Method, takes: Takes, request: Option<SchemaOf>) -> Self {
        Self { method, takes, request, ..self }
    }

    /// Whether it is one of the API's, whatever it answers with: those are described, and hold to their description.
    pub fn is_of_api(&self) -> bool {
        self.path.starts_with("/api/")
    }

    /// The names in the path, in its order.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|segment| {
            let inside = segment.strip_prefix('{')?.strip_suffix('}')?;
            Some(inside.trim_start_matches('*'))
        })
    }
}
