//! Whether a condition, on whichever way it is met, asks for more than how bad, how likely and how old a vulnerability is.

use cel::IdedExpr;
use cel::common::ast::{Expr, LiteralValue, operators};

use super::condition_field::FIELDS;

/// Whether nothing meets it that was asked for its risk alone.
pub(super) fn rests_on_a_ground(expr: &IdedExpr) -> bool {
    met_on_a_ground(expr, true)
}

/// Whether the expression can only come to `wanted` on a ground: of an *or* each side must have one, of an *and* one is enough, and
/// under a *not* it is the other way round.
fn met_on_a_ground(expr: &IdedExpr, wanted: bool) -> bool {
    let Expr::Call(call) = &expr.expr else { return is_never(expr, wanted) || names_a_ground(expr) };
    let sides = call.args.iter().map(|side| met_on_a_ground(side, wanted));
    match (call.func_name.as_str(), wanted, &call.args[..]) {
        (operators::LOGICAL_AND, true, _) | (operators::LOGICAL_OR, false, _) => {
            sides.fold(false, |any, one| any | one)
        }
        (operators::LOGICAL_AND, false, _) | (operators::LOGICAL_OR, true, _) => {
            sides.fold(true, |all, one| all & one)
        }
        (operators::LOGICAL_NOT, _, [of]) => met_on_a_ground(of, !wanted),
        (operators::CONDITIONAL, _, [asked, then, otherwise]) => {
            let then = met_on_a_ground(asked, true) || met_on_a_ground(then, wanted);
            then && (met_on_a_ground(asked, false) || met_on_a_ground(otherwise, wanted))
        }
        _ => names_a_ground(expr),
    }
}

/// A constant that never comes to it.
fn is_never(expr: &IdedExpr, wanted: bool) -> bool {
    matches!(&expr.expr, Expr::Literal(LiteralValue::Boolean(value)) if *value.inner() != wanted)
}

fn names_a_ground(expr: &IdedExpr) -> bool {
    match &expr.expr {
        Expr::Select(select) => {
            let Expr::Ident(of) = &select.operand.expr else { return false };
            FIELDS.iter().any(|field| field.of == of && field.name == select.field && field.is_ground)
        }
        Expr::Call(call) => call.target.iter().map(AsRef::as_ref).chain(&call.args).any(names_a_ground),
        Expr::Comprehension(each) => names_a_ground(&each.iter_range) || names_a_ground(&each.loop_step),
        Expr::List(list) => list.elements.iter().any(names_a_ground),
        _ => false,
    }
}
