//! The portfolio: what needs somebody today, product by product.

use maud::{Markup, html};
use proofmark_access::{Right, may, seen};
use proofmark_facts::{GateAnswer, Page, Portfolio, ProductOrder, ProductRecord};
use proofmark_text::text;

use super::reader_of::reader_of;
use super::words::{gate_says, instant};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{ProductsAsked, products};
use crate::link;
use crate::look::{
    Desk, Figure, Icon, Place, Reader, Shown, Tone, badge, empty, figures, hidden, page, pager, select, tally,
};
use crate::refusal::Refusal;

/// The page.
pub(crate) fn portfolio(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let mut asked: ProductsAsked = call.query()?;
    asked.order.get_or_insert(ProductOrder::Urgency);
    let sums = call.store.portfolio(call.operator(), &seen(&call.actor(), call.operator()))?;
    let list = products(call, &asked)?;
    let may_add = may(&call.actor(), Right::KeepDossier, call.operator(), None).is_ok();
    let reader = reader_of(call);
    Ok(Answer::page(shown(&reader, &asked, &sums, &list, may_add)))
}

fn shown(
    reader: &Reader,
    asked: &ProductsAsked,
    sums: &Portfolio,
    list: &Page<ProductRecord>,
    may_add: bool,
) -> Markup {
    let title = reader.say(&text!("web-place-portfolio"));
    let Some(desk) = &reader.desk else { return html! {} };
    let body = html! {
        div .head {
            h1 { (title) }
            p .lead { (desk.name) }
        }
        @if sums.products == 0 {
            (first_product(reader, desk, may_add))
        } @else {
            (figures(&what_needs_me(reader, desk, sums)))
            section .panel aria-labelledby="products" {
                header { h2 #products { (reader.say(&text!("web-products"))) } (filters(reader, asked)) }
                (table(reader, desk, &list.items))
                (pages(reader, desk, asked, list.next.as_deref()))
            }
            @if may_add {
                details .panel {
                    summary { (reader.say(&text!("web-add-product"))) }
                    (upload(reader, desk))
                }
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Portfolio), searched: "" }, &body)
}

fn what_needs_me(reader: &Reader, desk: &Desk, sums: &Portfolio) -> Vec<Figure> {
    let list = |query: &[(&str, &str)]| Some(link::with_query(&Place::Portfolio.path(desk), query));
    let found = |query: &[(&str, &str)]| Some(link::with_query(&Place::Findings.path(desk), query));
    let tone = |count: u64, tone: Tone| if count == 0 { Tone::Good } else { tone };
    let figure = |count: u64, label: String, tone: Tone, link: Option<String>| Figure {
        number: reader.count(count),
        label,
        tone,
        link,
    };
    vec![
        figure(
            sums.products,
            reader.say(&text!("web-figure-products", count = sums.products)),
            Tone::Plain,
            list(&[]),
        ),
        figure(
            sums.gates_closed,
            reader.say(&text!("web-figure-gates-closed", count = sums.gates_closed)),
            tone(sums.gates_closed, Tone::Bad),
            list(&[("gate", "closed")]),
        ),
        figure(
            sums.findings.exploited,
            reader.say(&text!("web-figure-exploited", count = sums.findings.exploited)),
            tone(sums.findings.exploited, Tone::Bad),
            found(&[("exploited", "true"), ("open", "true")]),
        ),
        figure(
            sums.findings.undecided,
            reader.say(&text!("web-figure-undecided", count = sums.findings.undecided)),
            tone(sums.findings.undecided, Tone::Open),
            found(&[("unresolved", "true"), ("open", "true")]),
        ),
        figure(
            sums.obligations_late,
            reader.say(&text!("web-figure-late", count = sums.obligations_late)),
            tone(sums.obligations_late, Tone::Bad),
            None,
        ),
        figure(
            sums.unassessed,
            reader.say(&text!("web-figure-unassessed", count = sums.unassessed)),
            tone(sums.unassessed, Tone::Open),
            None,
        ),
    ]
}

fn filters(reader: &Reader, asked: &ProductsAsked) -> Markup {
    let gates = [
        ("", reader.say(&text!("web-any"))),
        ("open", reader.say(&text!("web-gate-open"))),
        ("closed", reader.say(&text!("web-gate-closed"))),
        ("not-asked", reader.say(&text!("web-gate-not-asked"))),
    ];
    let orders = [
        ("urgency", reader.say(&text!("web-order-urgency"))),
        ("name", reader.say(&text!("web-order-name"))),
        ("support-end", reader.say(&text!("web-order-support-end"))),
    ];
    let gate = match asked.gate {
        Some(GateAnswer::Open) => "open",
        Some(GateAnswer::Closed) => "closed",
        Some(GateAnswer::NotAsked) => "not-asked",
        None => "",
    };
    let order = match asked.order {
        Some(ProductOrder::Name) => "name",
        Some(ProductOrder::SupportEnd) => "support-end",
        Some(ProductOrder::Urgency) | None => "urgency",
    };
    html! {
        form .filters method="get" data-filters {
            div .field {
                label for="named" { (reader.say(&text!("web-filter-named"))) }
                input id="named" name="named" type="search" value=(asked.named.as_deref().unwrap_or_default());
            }
            (select("gate", &reader.say(&text!("web-filter-gate")), &gates, gate))
            (select("order", &reader.say(&text!("web-filter-order")), &orders, order))
            button type="submit" { (reader.say(&text!("web-filter-apply"))) }
        }
    }
}

fn table(reader: &Reader, desk: &Desk, products: &[ProductRecord]) -> Markup {
    let label = [
        reader.say(&text!("web-column-product")),
        reader.say(&text!("web-column-gate")),
        reader.say(&text!("web-column-findings")),
        reader.say(&text!("web-column-obligations")),
        reader.say(&text!("web-column-support-end")),
        reader.say(&text!("web-column-deadline")),
    ];
    html! {
        @if products.is_empty() {
            p .quiet { (reader.say(&text!("web-no-match"))) }
        } @else {
            div .wide tabindex="0" role="region" aria-label=(reader.say(&text!("web-products"))) {
                table .stacked data-keys {
                    thead { tr { @for one in &label { th scope="col" { (one) } } } }
                    tbody { @for product in products { (row(reader, desk, product, &label)) } }
                }
            }
        }
    }
}

fn row(reader: &Reader, desk: &Desk, product: &ProductRecord, label: &[String; 6]) -> Markup {
    let standing = product.standing.as_ref();
    let (tone, gate) = gate_says(standing.map(|standing| standing.gate));
    html! {
        tr {
            th scope="row" {
                a href=(link::path(&["o", &desk.id, "products", &product.id])) { (product.name) }
                @if let Some(standing) = standing {
                    span .below .quiet { (reader.say(&text!("web-release-of", version = &standing.release))) }
                }
            }
            td data-label=(label[1]) { (badge(tone, &reader.say(&gate))) }
            td data-label=(label[2]) { @if let Some(standing) = standing { (tally(reader, &standing.findings)) } }
            td data-label=(label[3]) {
                @if let Some(standing) = standing {
                    @let all = &standing.obligations;
                    (reader.say(&text!("web-obligations-met", met = all.met, all = all.met + all.open + all.late)))
                    @if all.late > 0 { " " (badge(Tone::Bad, &reader.say(&text!("web-late-count", count = all.late)))) }
                }
            }
            td data-label=(label[4]) {
                @if let Some(day) = standing.and_then(|standing| standing.support_ends_on) { time datetime=(day) { (day) } }
            }
            td data-label=(label[5]) {
                @if let Some(at) = standing.and_then(|standing| standing.next_deadline_at) {
                    (badge(Tone::Open, &instant(at)))
                }
            }
        }
    }
}

fn pages(reader: &Reader, desk: &Desk, asked: &ProductsAsked, next: Option<&str>) -> Markup {
    let order = match asked.order {
        Some(ProductOrder::Name) => "name",
        Some(ProductOrder::SupportEnd) => "support-end",
        Some(ProductOrder::Urgency) | None => "urgency",
    };
    let gate = asked.gate.and_then(|gate| serde_json::to_value(gate).ok());
    let gate = gate.as_ref().and_then(|gate| gate.as_str()).unwrap_or_default();
    let named = asked.named.as_deref().unwrap_or_default();
    let to = |after: &str| {
        let query = [("named", named), ("gate", gate), ("order", order), ("after", after)];
        link::with_query(&Place::Portfolio.path(desk), &query)
    };
    let first = asked.after.is_some().then(|| to(""));
    pager(reader, first.as_deref(), next.map(to).as_deref())
}

fn first_product(reader: &Reader, desk: &Desk, may_add: bool) -> Markup {
    let more = html! {
        @if may_add { (upload(reader, desk)) }
        details {
            summary { (reader.say(&text!("web-first-product-ci"))) }
            pre {
                "curl --fail-with-body -H \"Authorization: Bearer $PROOFMARK_TOKEN\" \\\n"
                "  -F dossier=@proofmark.toml -F sbom=@sbom.cdx.json \\\n"
                "  " (format!("$PROOFMARK_URL/api/v1/operators/{}/submissions", desk.id))
            }
        }
    };
    empty(reader, Icon::Portfolio, &text!("web-first-product"), &more)
}

/// The form that hands in a dossier with its files.
fn upload(reader: &Reader, desk: &Desk) -> Markup {
    html! {
        form method="post" enctype="multipart/form-data" action=(link::path(&["o", &desk.id, "products"])) {
            (hidden(reader))
            div .field {
                label for="files" { (reader.say(&text!("web-upload-files"))) }
                p .hint id="files-hint" { (reader.hint(&text!("web-upload-files"))) }
                input id="files" name="files" type="file" multiple aria-describedby="files-hint";
            }
            div .field {
                label for="folder" { (reader.say(&text!("web-upload-folder"))) }
                input id="folder" name="folder" type="file" webkitdirectory;
            }
            div .row { button .primary type="submit" { (reader.say(&text!("web-upload"))) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_empty_and_full() {
        let sums = Portfolio {
            products: 1_200,
            gates_open: 3,
            gates_closed: 1,
            unassessed: 1,
            obligations_late: 2,
            findings: samples::tally(),
        };
        let list = Page { items: vec![samples::product()], next: Some("x".into()) };
        let asked = ProductsAsked { after: Some("y".into()), ..ProductsAsked::default() };
        for reader in readers() {
            assert_sound(&shown(&reader, &asked, &sums, &list, true));
            let nothing = Page { items: Vec::new(), next: None };
            assert_sound(&shown(&reader, &ProductsAsked::default(), &Portfolio::default(), &nothing, true));
            assert_sound(&shown(&reader, &asked, &sums, &nothing, false));
        }
    }
}
