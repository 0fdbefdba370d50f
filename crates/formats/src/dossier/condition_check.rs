//! Walks a condition before it is asked of anything: names, kinds, words, and bounds on what it takes to evaluate.

use std::collections::BTreeSet;

use cel::IdedExpr;
use cel::common::ast::{CallExpr, ComprehensionExpr, Expr, LiteralValue, SelectExpr, SourceInfo, operators};
use proofmark_text::{Text, text};

use super::condition_fault::ConditionFault;
use super::condition_field::{FIELDS, FactKind, Field};
use super::spelling::nearest;

/// The most parts a condition has.
const MOST_PARTS: usize = 400;

/// A walk.
pub(super) struct Check<'a> {
    written: &'a str,
    places: &'a SourceInfo,
    /// What the one macro that is open names, with its kind.
    named: Vec<(String, FactKind)>,
    is_nested: bool,
    parts: usize,
    fields: BTreeSet<String>,
}

type Checked = Result<FactKind, ConditionFault>;

impl<'a> Check<'a> {
    pub(super) fn of(written: &'a str, places: &'a SourceInfo) -> Self {
        Self { written, places, named: Vec::new(), is_nested: false, parts: 0, fields: BTreeSet::new() }
    }

    /// The whole answers yes or no.
    pub(super) fn whole(&mut self, expr: &IdedExpr) -> Result<(), ConditionFault> {
        match self.kind(expr)? {
            FactKind::Truth => Ok(()),
            _ => Err(self.fault(expr, text!("triage-condition-no-answer"))),
        }
    }

    /// The fields it speaks of.
    pub(super) fn fields(self) -> BTreeSet<String> {
        self.fields
    }

    fn kind(&mut self, expr: &IdedExpr) -> Checked {
        self.parts += 1;
        if self.parts > MOST_PARTS {
            return Err(self.fault(expr, text!("triage-condition-parts", most = MOST_PARTS)));
        }
        match &expr.expr {
            Expr::Literal(value) => self.literal(expr, value),
            Expr::Ident(name) => {
                let named = self.named.iter().find(|(known, _)| known == name).map(|(_, kind)| *kind);
                named.ok_or_else(|| self.fault(expr, unknown_name(name)))
            }
            Expr::Select(select) => self.select(expr, select),
            Expr::Call(call) => self.call(expr, call),
            Expr::Comprehension(all) => self.each(expr, all),
            Expr::List(list) => {
                for element in &list.elements {
                    if self.kind(element)? != FactKind::Text {
                        return Err(self.fault(element, text!("triage-condition-list")));
                    }
                }
                Ok(FactKind::List)
            }
            Expr::Map(_) | Expr::Struct(_) | Expr::Unspecified => {
                Err(self.fault(expr, text!("triage-condition-part")))
            }
        }
    }

    fn literal(&self, expr: &IdedExpr, value: &LiteralValue) -> Checked {
        match value {
            LiteralValue::Boolean(_) => Ok(FactKind::Truth),
            LiteralValue::Int(_) => Ok(FactKind::Whole),
            LiteralValue::Double(_) => Ok(FactKind::Number),
            LiteralValue::String(_) => Ok(FactKind::Text),
            LiteralValue::Bytes(_) | LiteralValue::Null | LiteralValue::UInt(_) => {
                Err(self.fault(expr, text!("triage-condition-literal")))
            }
        }
    }

    fn select(&mut self, expr: &IdedExpr, select: &SelectExpr) -> Checked {
        let Expr::Ident(of) = &select.operand.expr else {
            return Err(self.fault(expr, text!("triage-condition-part")));
        };
        if select.test {
            return Err(self.fault(expr, text!("triage-condition-has")));
        }
        if !FIELDS.iter().any(|field| field.of == of) {
            return Err(self.fault(&select.operand, unknown_name(of)));
        }
        let Some(field) = FIELDS.iter().find(|field| field.of == of && field.name == select.field) else {
            return Err(self.fault(&select.operand, unknown_field(of, &select.field)));
        };
        self.fields.insert(format!("{of}.{}", field.name));
        Ok(field.kind)
    }

    fn call(&mut self, expr: &IdedExpr, call: &CallExpr) -> Checked {
        let all: Vec<&IdedExpr> = call.target.as_deref().into_iter().chain(&call.args).collect();
        let name = call.func_name.as_str();
        let mut kinds = Vec::new();
        // What is not known here is told before what stands in it.
        if !KNOWN.contains(&name) {
            let shown = name.trim_matches(|sign| sign == '_' || sign == '@');
            return Err(self.fault(expr, text!("triage-condition-function", name = shown)));
        }
        for part in &all {
            kinds.push(self.kind(part)?);
        }
        self.words(&all, &kinds)?;
        let answer = answers(name, &kinds);
        answer.ok_or_else(|| self.fault(expr, text!("triage-condition-kinds")))
    }

    /// Where a field has but a few words, others are slips: such a condition would never be met.
    fn words(&self, parts: &[&IdedExpr], kinds: &[FactKind]) -> Result<(), ConditionFault> {
        let Some(known) = kinds.iter().find_map(|kind| match kind {
            FactKind::Word(known) => Some(*known),
            _ => None,
        }) else {
            return Ok(());
        };
        let listed = |part: &'_ &IdedExpr| match &part.expr {
            Expr::List(list) => list.elements.clone(),
            _ => vec![(*part).clone()],
        };
        for part in parts.iter().flat_map(listed) {
            if let Expr::Literal(LiteralValue::String(word)) = &part.expr
                && !known.contains(&word.inner())
            {
                let says = text!("triage-condition-word", written = word.inner(), known = known.join("`, `"));
                return Err(self.fault(&part, says));
            }
        }
        Ok(())
    }

    /// `exists` and `all` over one list: one inside another would take as long as their lists multiplied.
    fn each(&mut self, expr: &IdedExpr, each: &ComprehensionExpr) -> Checked {
        if self.is_nested {
            return Err(self.fault(expr, text!("triage-condition-nested")));
        }
        if self.kind(&each.iter_range)? != FactKind::List || each.iter_var2.is_some() {
            return Err(self.fault(expr, text!("triage-condition-kinds")));
        }
        let gathered = self.kind(&each.accu_init)?;
        self.named = vec![(each.iter_var.clone(), FactKind::Text), (each.accu_var.clone(), gathered)];
        self.is_nested = true;
        let kinds = [&each.loop_cond, &each.loop_step, &each.result].map(|part| self.kind(part));
        self.is_nested = false;
        self.named.clear();
        for kind in kinds {
            if kind? != FactKind::Truth {
                return Err(self.fault(expr, text!("triage-condition-function", name = "map")));
            }
        }
        Ok(FactKind::Truth)
    }

    fn fault(&self, expr: &IdedExpr, says: Text) -> ConditionFault {
        let start = self.places.offset_for(expr.id).map_or(0, |(start, _)| start as usize);
        let offset = (0..=start.min(self.written.len())).rev().find(|at| self.written.is_char_boundary(*at));
        let offset = offset.unwrap_or_default();
        ConditionFault { offset, says }
    }
}

/// What can be called.
const KNOWN: &[&str] = &[
    operators::LOGICAL_AND,
    operators::LOGICAL_OR,
    operators::LOGICAL_NOT,
    operators::NOT_STRICTLY_FALSE,
    operators::CONDITIONAL,
    operators::EQUALS,
    operators::NOT_EQUALS,
    operators::LESS,
    operators::LESS_EQUALS,
    operators::GREATER,
    operators::GREATER_EQUALS,
    operators::IN,
    operators::NEGATE,
    "startsWith",
    "endsWith",
    "contains",
    "size",
];

/// What a call of these kinds comes to; `None`: it cannot be called so.
fn answers(name: &str, kinds: &[FactKind]) -> Option<FactKind> {
    use FactKind::{List, Number, Text, Truth, Whole, Word};
    let is_number = |kind: &FactKind| matches!(kind, Whole | Number);
    let is_text = |kind: &FactKind| matches!(kind, Text | Word(_));
    let alike = |one: &FactKind, other: &FactKind| {
        (is_number(one) && is_number(other))
            || (is_text(one) && is_text(other))
            || (*one, *other) == (Truth, Truth)
    };
    let fits = match (name, kinds) {
        (operators::LOGICAL_AND | operators::LOGICAL_OR, kinds) => kinds.iter().all(|kind| *kind == Truth),
        (operators::LOGICAL_NOT | operators::NOT_STRICTLY_FALSE, [Truth])
        | (operators::CONDITIONAL, [Truth, Truth, Truth])
        | ("startsWith" | "endsWith" | "contains", [Text, Text]) => true,
        (operators::EQUALS | operators::NOT_EQUALS, [one, other]) => alike(one, other),
        (
            operators::LESS | operators::LESS_EQUALS | operators::GREATER | operators::GREATER_EQUALS,
            [one, other],
        ) => is_number(one) && is_number(other),
        (operators::IN, [one, List]) => is_text(one),
        ("size", [Text | List]) | (operators::NEGATE, [Whole]) => return Some(Whole),
        (operators::NEGATE, [Number]) => return Some(Number),
        _ => false,
    };
    fits.then_some(Truth)
}

fn unknown_name(name: &str) -> Text {
    text!("triage-condition-name", name = name)
}

fn unknown_field(of: &str, name: &str) -> Text {
    let of_it = |field: &&Field| field.of == of;
    let known: Vec<&str> = FIELDS.iter().filter(of_it).map(|field| field.name).collect();
    match nearest(name, known.iter().copied()) {
        Some(meant) => text!("triage-condition-field-meant", of = of, name = name, meant = meant),
        None => text!("triage-condition-field", of = of, name = name, known = known.join("`, `")),
    }
}
