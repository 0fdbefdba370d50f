//! A document as a tree, with what a tree no longer shows: the order of its members.

use std::fmt;

use proofmark_text::text;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::excerpt::excerpt;
use crate::json::Stop;

/// How many members out of their order are kept.
const MOST_UNSORTED: usize = 1_000;

/// The document while it is read. A member that stands twice ends it: two readers could choose differently between the two.
#[derive(Default)]
pub(super) struct Written {
    stop: Stop,
    path: Vec<Step>,
    pub(super) value: Value,
    /// Where members stand that belong before the one above them.
    pub(super) unsorted: Vec<String>,
}

enum Step {
    Member(String),
    Element(usize),
}

impl AsMut<Stop> for Written {
    fn as_mut(&mut self) -> &mut Stop {
        &mut self.stop
    }
}

impl Written {
    fn pointer(&self) -> String {
        let mut written = String::new();
        for step in &self.path {
            written.push('/');
            match step {
                Step::Member(name) => written.push_str(&excerpt(name).replace('~', "~0").replace('/', "~1")),
                Step::Element(index) => written.push_str(&index.to_string()),
            }
        }
        written
    }
}

impl<'a> DeserializeSeed<'a> for &mut Written {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        self.value = deserializer.deserialize_any(Node(&mut *self))?;
        Ok(())
    }
}

struct Node<'w>(&'w mut Written);

impl<'a> DeserializeSeed<'a> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Node<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, it: bool) -> Result<Value, E> {
        Ok(Value::Bool(it))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut kept = Vec::new();
        loop {
            self.0.path.push(Step::Element(kept.len()));
            let element = elements.next_element_seed(Node(self.0))?;
            self.0.path.pop();
            match element {
                Some(element) => kept.push(element),
                None => return Ok(Value::Array(kept)),
            }
        }
    }

    fn visit_map<A: MapAccess<'a>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut kept = Map::new();
        let mut before: Option<String> = None;
        while let Some(name) = members.next_key::<String>()? {
            let is_unsorted = before.as_ref().is_some_and(|before| *before > name);
            self.0.path.push(Step::Member(name.clone()));
            if is_unsorted && self.0.unsorted.len() < MOST_UNSORTED {
                let place = self.0.pointer();
                self.0.unsorted.push(place);
            }
            let value = members.next_value_seed(Node(self.0))?;
            self.0.path.pop();
            if kept.insert(name.clone(), value).is_some() {
                let says = text!("csaf-judged-twice", member = excerpt(&name));
                return Err(A::Error::custom(self.0.stop.because(says)));
            }
            before = Some(name);
        }
        Ok(Value::Object(kept))
    }
}
