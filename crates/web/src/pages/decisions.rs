//! The decisions on a product's findings: where each stands, and withdrawing those of the record.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_actions::{
    ChangeOrder, DecidedFinding, DecisionOrigin, ProductDecision, product_decisions,
    withdraw_decision as withdraw_now,
};
use proofmark_text::text;

use super::finding_rows::withdraw_form;
use super::reader_of::reader_of;
use super::webhook_forms::version_of;
use super::words::status_says;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::product as kept_product;
use crate::link::{self, own_path};
use crate::look::{Icon, Place, Reader, Shown, Tone, badge, crumbs, empty, page};
use crate::refusal::Refusal;

/// Everything the page shows.
struct Seen<'a> {
    product: &'a str,
    name: &'a str,
    all: &'a [ProductDecision],
    may_withdraw: bool,
}

/// The page.
pub(crate) fn decisions(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, _) = kept_product(call)?;
    let actor = call.actor();
    let all = product_decisions(&call.change(&actor), call.operator(), &product.id, &*call.store)?;
    let may_withdraw = may(&actor, Right::ProposeDecision, call.operator(), Some(&product.id)).is_ok();
    let seen = Seen { product: &product.id, name: &product.name, all: &all, may_withdraw };
    Ok(Answer::page(shown(&reader_of(call), &seen)))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let title = reader.say(&text!("desk-decisions"));
    let Some(desk) = &reader.desk else { return html! {} };
    let of_product = link::path(&["o", &desk.id, "products", seen.product]);
    let portfolio = reader.say(&text!("web-place-portfolio"));
    let way = [(portfolio.as_str(), Place::Portfolio.path(desk)), (seen.name, of_product.clone())];
    let body = html! {
        (crumbs(reader, &way, &title))
        div .head { h1 { (title) } p .lead { (reader.hint(&text!("desk-decisions"))) } }
        @if seen.all.is_empty() {
            (empty(reader, Icon::Findings, &text!("desk-no-decisions"), &html! {}))
        } @else {
            section .panel { (table(reader, seen, &format!("{of_product}/decisions"), &title)) }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Portfolio), searched: "" }, &body)
}

fn table(reader: &Reader, seen: &Seen<'_>, path: &str, title: &str) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-label=(title) {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("web-column-vulnerability"))) }
                    th scope="col" { (reader.say(&text!("web-column-decision"))) }
                    th scope="col" { (reader.say(&text!("web-decide-because"))) }
                    th scope="col" { (reader.say(&text!("desk-stands-in"))) }
                } }
                tbody { @for one in seen.all { (row(reader, seen, one, path)) } }
            }
        }
    }
}

fn row(reader: &Reader, seen: &Seen<'_>, one: &ProductDecision, path: &str) -> Markup {
    let decision = &one.decision;
    let word = serde_json::to_value(decision.status).unwrap_or_default();
    let says = status_says(word.as_str().unwrap_or_default());
    html! {
        tr {
            th scope="row" { (decision.vulnerability) span .below { code { (decision.component) } } }
            td {
                @if let Some((tone, says)) = says { (badge(tone, &reader.say(&says))) }
                @if let Some(by) = &decision.decided_by { span .below { (by) } }
                @if let Some(by) = &one.approved_by { span .below { (reader.say(&text!("desk-approved-by", by = by))) } }
                @if let Some(on) = decision.expires_on { span .below { (reader.say(&text!("desk-holds-until", on = on.to_string()))) } }
            }
            td { (decision.because) }
            td {
                @match &one.origin {
                    DecisionOrigin::Dossier { place, .. } => {
                        (reader.say(&text!("desk-in-dossier")))
                        span .below { code { (place) } }
                        span .below .quiet { (reader.hint(&text!("desk-in-dossier"))) }
                    }
                    DecisionOrigin::Record { version, overruled } => {
                        (reader.say(&text!("desk-in-record")))
                        @if *overruled { " " (badge(Tone::Bad, &reader.say(&text!("desk-overruled")))) }
                        @if seen.may_withdraw {
                            (withdraw_form(reader, path, (&decision.vulnerability, &decision.component), version))
                        }
                    }
                }
            }
        }
    }
}

/// Withdraws the decision that was seen; back to the list it was withdrawn from.
pub(crate) fn withdraw_a_decision(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let over = version_of(call)?;
    let named = |name: &str| call.field(name).to_owned();
    let finding = DecidedFinding { vulnerability: named("vulnerability"), component: named("component") };
    let back = own_path(call.field("back")).to_owned();
    let actor = call.actor();
    let (operator, product) = (call.operator().to_owned(), call.name("product").to_owned());
    let change = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    withdraw_now(&change, &operator, &product, &finding, &over, call.store)?;
    Ok(Answer::see(back))
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{DecisionStatus, Sha256, VulnerabilityDecision};

    use super::*;
    use crate::look::{assert_sound, readers};

    #[test]
    fn a_decision_of_the_dossier_is_never_offered_to_be_withdrawn() {
        let decision = VulnerabilityDecision {
            vulnerability: "CVE-2026-1 <b>".into(),
            component: "pkg:npm/<i>@1".into(),
            status: DecisionStatus::NotAffected,
            because: "<script>".into(),
            decided_by: Some("<x>".into()),
            ..VulnerabilityDecision::default()
        };
        let revision = Sha256::of(b"r");
        let one =
            |origin| ProductDecision { decision: decision.clone(), approved_by: Some("<b>".into()), origin };
        let dossier = one(DecisionOrigin::Dossier { revision, place: "vulnerability_decisions[0]".into() });
        let record = |overruled| one(DecisionOrigin::Record { version: revision, overruled });
        for reader in readers() {
            for (all, offered) in
                [(vec![], 0), (vec![dossier.clone()], 0), (vec![record(false), record(true)], 2)]
            {
                let seen = Seen { product: "gateway", name: "Gateway <i>", all: &all, may_withdraw: true };
                let page = shown(&reader, &seen);
                assert_sound(&page);
                assert_eq!(page.0.matches("/decisions/withdraw").count(), offered);
                let looks = shown(&reader, &Seen { may_withdraw: false, ..seen });
                assert_eq!(looks.0.matches("/decisions/withdraw").count(), 0);
            }
        }
    }
}
