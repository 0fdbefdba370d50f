//! Whether a condition, on whichever way it is met, asks for more than how bad, how likely and how old a vulnerability is: for something
//! it names. What holds for nearly everything (`!=`, the size of a name, what begins with `pkg:`) narrows nothing and is no ground.

use cel::IdedExpr;
use cel::common::ast::{Expr, LiteralValue, operators};

use super::condition_field::{FIELDS, FactKind, Field};

/// What the words in a field all begin with, or nearly all: to ask for it, or for a part of it, is to ask for nothing.
const COMMON: [&str; 3] = ["pkg:", "CVE-", "GHSA-"];

/// Lists that hold something wherever they are known.
const NEVER_EMPTY: [&str; 2] = ["files", "sources"];

/// Whether nothing meets it that was asked for its risk alone.
pub(super) fn rests_on_a_ground(expr: &IdedExpr) -> bool {
    met_on_a_ground(expr, true, None)
}

/// Whether the expression can only come to `wanted` on a ground: of an *or* each side must have one, of an *and* one is enough, and
/// under a *not* it is the other way round. `entry` is what an entry of a list is called inside `exists` and `all`.
fn met_on_a_ground(expr: &IdedExpr, wanted: bool, entry: Option<&str>) -> bool {
    let Expr::Call(call) = &expr.expr else { return is_never(expr, wanted) || narrows(expr, wanted, entry) };
    let sides = call.args.iter().map(|side| met_on_a_ground(side, wanted, entry));
    match (call.func_name.as_str(), wanted, &call.args[..]) {
        (operators::LOGICAL_AND, true, _) | (operators::LOGICAL_OR, false, _) => {
            sides.fold(false, |any, one| any | one)
        }
        (operators::LOGICAL_AND, false, _) | (operators::LOGICAL_OR, true, _) => {
            sides.fold(true, |all, one| all & one)
        }
        (operators::LOGICAL_NOT, _, [of]) => met_on_a_ground(of, !wanted, entry),
        (operators::CONDITIONAL, _, [asked, then, otherwise]) => {
            let then = met_on_a_ground(asked, true, entry) || met_on_a_ground(then, wanted, entry);
            then && (met_on_a_ground(asked, false, entry) || met_on_a_ground(otherwise, wanted, entry))
        }
        _ => narrows(expr, wanted, entry),
    }
}

/// A constant that never comes to it.
fn is_never(expr: &IdedExpr, wanted: bool) -> bool {
    matches!(&expr.expr, Expr::Literal(LiteralValue::Boolean(value)) if *value.inner() != wanted)
}

/// Whether coming to `wanted` says of a ground which one it is.
fn narrows(expr: &IdedExpr, wanted: bool, entry: Option<&str>) -> bool {
    match &expr.expr {
        // A truth says which one on either side.
        Expr::Select(_) => ground(expr).is_some_and(|field| field.kind == FactKind::Truth),
        Expr::Call(call) => match (call.func_name.as_str(), wanted, &call.target, &call.args[..]) {
            (operators::EQUALS, true, None, [one, other])
            | (operators::NOT_EQUALS, false, None, [one, other]) => {
                names(one, other, entry) || names(other, one, entry)
            }
            (operators::IN, true, None, [one, list]) => match &list.expr {
                Expr::List(list) => {
                    let mut elements = list.elements.iter();
                    !list.elements.is_empty() && elements.all(|element| names(one, element, entry))
                }
                _ => is_ground(list, entry) && tells(one),
            },
            ("startsWith" | "endsWith" | "contains", true, Some(of), [part]) => names(of, part, entry),
            _ => false,
        },
        Expr::Comprehension(each) => {
            let Expr::Call(step) = &each.loop_step.expr else { return false };
            let Some(field) = ground(&each.iter_range) else { return false };
            let body = step.args.iter().any(|side| met_on_a_ground(side, wanted, Some(&each.iter_var)));
            let is_all = step.func_name == operators::LOGICAL_AND;
            wanted && body && (!is_all || NEVER_EMPTY.contains(&field.name))
        }
        _ => false,
    }
}

/// Whether one is a ground, and the other the word it is to be.
fn names(one: &IdedExpr, word: &IdedExpr, entry: Option<&str>) -> bool {
    let is_truth = ground(one).is_some_and(|field| field.kind == FactKind::Truth);
    is_ground(one, entry) && (tells(word) || is_truth && matches!(word.expr, Expr::Literal(_)))
}

/// A word that does not stand in nearly every name.
fn tells(word: &IdedExpr) -> bool {
    let Expr::Literal(LiteralValue::String(word)) = &word.expr else { return false };
    !COMMON.iter().any(|common| common.contains(word.inner()))
}

fn is_ground(expr: &IdedExpr, entry: Option<&str>) -> bool {
    ground(expr).is_some() || matches!(&expr.expr, Expr::Ident(name) if Some(name.as_str()) == entry)
}

/// The field it asks for, where that is a ground.
fn ground(expr: &IdedExpr) -> Option<&'static Field> {
    let Expr::Select(select) = &expr.expr else { return None };
    let Expr::Ident(of) = &select.operand.expr else { return None };
    FIELDS.iter().find(|field| field.of == of && field.name == select.field && field.is_ground)
}
