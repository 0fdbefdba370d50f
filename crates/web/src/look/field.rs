//! A form's field: label, hint, box, and what is wrong with it, each tied to the others.

use maud::{Markup, html};
use proofmark_text::Text;

use super::reader::Reader;

/// A field.
#[derive(Debug, Clone)]
pub(crate) struct Field<'a> {
    /// Its name in the form, and its id on the page.
    pub(crate) name: &'a str,
    /// What it is called; its hint stands below.
    pub(crate) label: Text,
    /// The kind of box: `text`, `password`, `email`, `date`, `file`.
    pub(crate) kind: &'a str,
    /// What is in it already. Never a password.
    pub(crate) value: &'a str,
    /// What a browser may fill it with (HTML section 4.10.18.7).
    pub(crate) autocomplete: &'a str,
    /// Whether it must be filled.
    pub(crate) required: bool,
    /// What is wrong with what was sent.
    pub(crate) wrong: Option<Text>,
}

impl<'a> Field<'a> {
    /// A required field of text.
    pub(crate) fn text(name: &'a str, label: Text) -> Self {
        Self { name, label, kind: "text", value: "", autocomplete: "off", required: true, wrong: None }
    }

    /// A required password, filled in as this.
    pub(crate) fn password(name: &'a str, label: Text, autocomplete: &'a str) -> Self {
        Self { kind: "password", autocomplete, ..Self::text(name, label) }
    }

    /// With this in it.
    pub(crate) fn value(self, value: &'a str) -> Self {
        Self { value, ..self }
    }

    /// Of this kind.
    pub(crate) fn kind(self, kind: &'a str) -> Self {
        Self { kind, ..self }
    }

    /// Filled in by a browser as this.
    pub(crate) fn autocomplete(self, autocomplete: &'a str) -> Self {
        Self { autocomplete, ..self }
    }

    /// That may be left empty.
    pub(crate) fn optional(self) -> Self {
        Self { required: false, ..self }
    }
}

/// The field on the page.
pub(crate) fn field(reader: &Reader, field: &Field<'_>) -> Markup {
    let hint = reader.hint(&field.label);
    let (hint_id, wrong_id) = (format!("{}-hint", field.name), format!("{}-wrong", field.name));
    let mut described: Vec<&str> = Vec::new();
    if !hint.is_empty() {
        described.push(&hint_id);
    }
    if field.wrong.is_some() {
        described.push(&wrong_id);
    }
    let described = (!described.is_empty()).then(|| described.join(" "));
    let value = (field.kind != "password" && !field.value.is_empty()).then_some(field.value);
    html! {
        div .field {
            label for=(field.name) { (reader.say(&field.label)) }
            @if !hint.is_empty() { p .hint id=(hint_id) { (hint) } }
            input id=(field.name) name=(field.name) type=(field.kind) value=[value]
                autocomplete=(field.autocomplete) required[field.required]
                aria-invalid=[field.wrong.is_some().then_some("true")] aria-describedby=[described];
            @if let Some(wrong) = &field.wrong { p .wrong id=(wrong_id) { (reader.say(wrong)) } }
        }
    }
}

/// What every form carries: the token that shows it was given to this session.
pub(crate) fn hidden(reader: &Reader) -> Markup {
    html! { @if let Some(token) = &reader.form_token { input type="hidden" name="form" value=(token); } }
}
