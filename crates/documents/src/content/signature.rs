//! Where somebody signs.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where somebody signs: what is not filled in stays a line to write on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Signature {
    /// For whom, for example `Signed for and on behalf of Example Oy`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<String>,
    /// The place of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The name of who signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The function of who signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
}

impl Signature {
    /// Nothing filled in yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says for whom, as a whole phrase.
    #[must_use]
    pub fn on_behalf_of(mut self, phrase: impl Into<String>) -> Self {
        self.on_behalf_of = Some(phrase.into());
        self
    }

    /// Fills in place and day of issue.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>, date: Date) -> Self {
        self.place = Some(place.into());
        self.date = Some(date);
        self
    }

    /// Fills in who signs, and in which function.
    #[must_use]
    pub fn by(mut self, name: impl Into<String>, function: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self.function = Some(function.into());
        self
    }
}
