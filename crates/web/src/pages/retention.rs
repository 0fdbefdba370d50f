//! Holds and retention: what is held, why and since when; what a purge would take away, and why everything else stays.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_actions::{
    ActionError, ChangeOrder, HoldOrder, PurgeReport, look_at_holds, place_hold as place_now,
    release_hold as release_now,
};
use proofmark_facts::{HoldRecord, Sha256};
use proofmark_text::text;

use super::settings_frame::{Frame, Part, frame, settings_page};
use super::webhook_forms::{seen_version, version_of, wrong};
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::purge as purge_now;
use crate::link;
use crate::look::{Field, Icon, Reader, Tone, empty, field, hidden, notice};
use crate::refusal::Refusal;

/// What was typed about a hold.
#[derive(Debug, Clone, Default)]
struct Typed {
    name: String,
    because: String,
    product: String,
}

/// Everything the page shows.
struct Seen<'a> {
    holds: &'a [(HoldRecord, Sha256)],
    may_hold: bool,
    may_purge: bool,
    typed: Typed,
    /// What a purge would do (`false`) or did (`true`), and of which product.
    report: Option<(&'a PurgeReport, bool)>,
    /// The product that is looked at; empty: all.
    product: &'a str,
    refusal: Option<&'a Refusal>,
}

/// The page; with `look` in its address, with what a purge would do.
pub(crate) fn retention(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let product = call.asked.query.get("product").unwrap_or_default().trim().to_owned();
    let report = match call.asked.query.get("look") {
        Some(_) => Some(purge_now(call, (!product.is_empty()).then_some(product.as_str()), true)?),
        None => None,
    };
    show(call, Typed::default(), report.as_ref().map(|report| (report, false)), &product, None)
}

fn show(
    call: &Call<'_>,
    typed: Typed,
    report: Option<(&PurgeReport, bool)>,
    product: &str,
    refusal: Option<&Refusal>,
) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let holds = look_at_holds(&call.change(&actor), call.operator(), &*call.store)?;
    let allowed = |right| may(&actor, right, call.operator(), None).is_ok();
    let (may_hold, may_purge) = (allowed(Right::Hold), allowed(Right::Purge));
    let seen = Seen { holds: &holds, may_hold, may_purge, typed, report, product, refusal };
    Ok(Answer::page(shown(&frame(call)?, &seen)))
}

fn shown(frame: &Frame, seen: &Seen<'_>) -> Markup {
    let Frame { reader, desk, .. } = frame;
    let path = Part::Retention.path(desk);
    let body = html! {
        (wrong(reader, seen.refusal))
        section .panel aria-labelledby="holds" {
            header { h2 #holds { (reader.say(&text!("desk-holds"))) } }
            p .hint { (reader.hint(&text!("desk-holds"))) }
            @if seen.holds.is_empty() { (empty(reader, Icon::Good, &text!("desk-no-holds"), &html! {})) }
            @else { (holds(reader, seen, &path)) }
            @if seen.may_hold { (hold_form(reader, &seen.typed, &path)) }
        }
        @if seen.may_purge {
            section .panel aria-labelledby="purge" {
                header { h2 #purge { (reader.say(&text!("desk-purge"))) } }
                p .hint { (reader.hint(&text!("desk-purge"))) }
                form .filters method="get" action=(path) {
                    (field(reader, &Field::text("product", text!("desk-product-id")).value(seen.product).optional()))
                    button type="submit" name="look" value="1" { (reader.say(&text!("desk-purge-look"))) }
                }
                @if let Some((report, done)) = seen.report { (purged(reader, seen, report, done, &path)) }
            }
        }
    };
    settings_page(frame, Part::Retention, &body)
}

fn holds(reader: &Reader, seen: &Seen<'_>, path: &str) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="holds" {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("desk-hold"))) }
                    th scope="col" { (reader.say(&text!("desk-hold-on"))) }
                    th scope="col" { (reader.say(&text!("web-decide-because"))) }
                    @if seen.may_hold { th scope="col" { span .hidden { (reader.say(&text!("web-column-what"))) } } }
                } }
                tbody {
                    @for (hold, version) in seen.holds {
                        tr {
                            th scope="row" {
                                code { (hold.id) }
                                span .below { (reader.say(&text!("record-hold-placed-by", by = &hold.placed_by, at = instant(hold.placed_at)))) }
                            }
                            td {
                                @match &hold.product {
                                    Some(product) => { code { (product) } }
                                    None => { (reader.say(&text!("record-hold-on-all"))) }
                                }
                            }
                            td { (hold.because) span .below { (reader.say(&text!("desk-until-lifted"))) } }
                            @if seen.may_hold {
                                td {
                                    form method="post" action=(format!("{path}{}", link::path(&["holds", &hold.id, "release"]))) {
                                        (hidden(reader)) (seen_version(version))
                                        button type="submit" { (reader.say(&text!("desk-hold-release"))) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn hold_form(reader: &Reader, typed: &Typed, path: &str) -> Markup {
    html! {
        details {
            summary { (reader.say(&text!("desk-hold-place"))) }
            form .decide method="post" action=(format!("{path}/holds")) {
                (hidden(reader))
                (field(reader, &Field::text("name", text!("desk-hold-name")).value(&typed.name)))
                (field(reader, &Field::text("held", text!("desk-product-id")).value(&typed.product).optional()))
                div .field .long {
                    label for="because" { (reader.say(&text!("web-decide-because"))) }
                    textarea id="because" name="because" rows="3" required maxlength="4000" { (typed.because) }
                }
                div .row { button .primary type="submit" { (reader.say(&text!("desk-hold-place"))) } }
            }
        }
    }
}

/// What would go or went, and why each of the others stays.
fn purged(reader: &Reader, seen: &Seen<'_>, report: &PurgeReport, done: bool, path: &str) -> Markup {
    let says = if done {
        text!("record-purge-did", count = report.purged.len())
    } else {
        text!("record-purge-would", count = report.purged.len())
    };
    html! {
        (notice(reader, if done { Tone::Good } else { Tone::Open }, &says))
        @if !report.purged.is_empty() {
            ul { @for one in &report.purged { li { code { (one.product) } " " (one.role) " " code { (one.sha256) } } } }
        }
        @if !done && !report.purged.is_empty() {
            form method="post" action=(format!("{path}/purge")) {
                (hidden(reader))
                input type="hidden" name="product" value=(seen.product);
                button type="submit" { (reader.say(&text!("desk-purge-do", count = report.purged.len()))) }
            }
        }
        @if !report.spared.is_empty() {
            p { strong { (reader.say(&text!("record-purge-spared", count = report.spared.len()))) } }
            div .wide tabindex="0" role="region" aria-label=(reader.say(&text!("desk-spared"))) {
                table .stacked {
                    thead { tr {
                        th scope="col" { (reader.say(&text!("web-column-product"))) }
                        th scope="col" { (reader.say(&text!("desk-document"))) }
                        th scope="col" { (reader.say(&text!("desk-why-it-stays"))) }
                    } }
                    tbody {
                        @for one in &report.spared {
                            tr {
                                th scope="row" { code { (one.product) } }
                                td { (one.role) span .below { code { (one.sha256) } } }
                                td {
                                    (reader.say(&one.because))
                                    @if let Some(cites) = &one.cites {
                                        " " span .cite { (cites.in_language(reader.language())) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Places a hold.
pub(crate) fn place_hold(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let word = |name: &str| call.field(name).to_owned();
    let typed = Typed { name: word("name"), because: word("because"), product: word("held") };
    let actor = call.actor();
    let operator = call.operator().to_owned();
    let order = HoldOrder {
        change: ChangeOrder { by: &actor, with: call.house.program(), at: call.now },
        operator: &operator,
        product: (!typed.product.is_empty()).then_some(typed.product.as_str()),
        name: &typed.name,
        because: &typed.because,
    };
    match place_now(&order, call.store) {
        Ok(_) => Ok(Answer::see(link::path(&["o", &operator, "settings", "retention"]))),
        Err(error @ ActionError::Refused(_)) => {
            let refusal = Refusal::from(error);
            Ok(show(call, typed, None, "", Some(&refusal))?.status(422))
        }
        Err(error) => Err(error.into()),
    }
}

/// Lifts the hold that was seen.
pub(crate) fn release_hold(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let over = version_of(call)?;
    let actor = call.actor();
    let (operator, hold) = (call.operator().to_owned(), call.name("hold").to_owned());
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    release_now(&order, &operator, &hold, over, call.store)?;
    Ok(Answer::see(link::path(&["o", &operator, "settings", "retention"])))
}

/// Purges, and says what went and why everything else stays.
pub(crate) fn purge(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let product = call.field("product").to_owned();
    let report = purge_now(call, (!product.is_empty()).then_some(product.as_str()), false)?;
    show(call, Typed::default(), Some((&report, true)), &product, None)
}

#[cfg(test)]
mod tests {
    use proofmark_actions::{Purged, Spared};

    use super::*;
    use crate::look::assert_sound;
    use crate::pages::samples;
    use crate::pages::settings_frame::samples::frames;

    #[test]
    fn the_page_is_sound_before_and_after_a_purge() {
        let hold = |id: &str, product: Option<&str>| HoldRecord {
            id: id.into(),
            product: product.map(str::to_owned),
            because: "court <b>".into(),
            placed_by: "<x>".into(),
            placed_at: samples::now(),
        };
        let holds = [hold("case-7", None), hold("case-8", Some("<i>"))].map(|hold| (hold, Sha256::of(b"v")));
        let because = text!("record-kept-by-hold", name = "case-7", because = "<script>");
        let spared = Spared {
            product: "gateway".into(),
            role: "sbom".into(),
            sha256: Sha256::of(b"s"),
            because,
            cites: None,
        };
        let purged = Purged { product: "<b>".into(), role: "sbom".into(), sha256: Sha256::of(b"p") };
        let report = PurgeReport { purged: vec![purged], spared: vec![spared], ..PurgeReport::default() };
        let refusal = Refusal::new(422, text!("record-hold-there", name = "<i>"));
        for frame in frames() {
            for (may, report) in
                [(true, Some((&report, false))), (true, Some((&report, true))), (true, None), (false, None)]
            {
                let typed = Typed { because: "<script>".into(), ..Typed::default() };
                let seen = Seen {
                    holds: if may { &holds } else { &[] },
                    may_hold: may,
                    may_purge: may,
                    typed,
                    report,
                    product: "\"<x>",
                    refusal: Some(&refusal),
                };
                assert_sound(&shown(&frame, &seen));
            }
        }
    }
}
