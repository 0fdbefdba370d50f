//! The portfolio: what needs somebody today, product by product.

use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_facts::{GateAnswer, Page, ProductOrder, ProductRecord};
use proofmark_text::{Text, text};

use super::cases::clock_panel;
use super::needs::{stale_feeds, what_needs_me};
use super::overview_pictures::pictures;
use super::reader_of::reader_of;
use super::words::{gate_says, instant};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{NeedAsked, Overview, ProductsAsked, overview, products};
use crate::limit::Limit;
use crate::link;
use crate::look::{
    Desk, Icon, Place, Reader, Shown, Tone, badge, empty, figures, hidden, notice, page, pager, select, tally,
};
use crate::refusal::Refusal;

/// How many support periods are drawn.
const PERIODS_SHOWN: usize = 15;

/// Everything the page shows.
struct View<'a> {
    asked: &'a ProductsAsked,
    overview: &'a Overview,
    list: &'a Page<ProductRecord>,
    /// The products whose support ends first.
    ending: &'a [ProductRecord],
    may_add: bool,
    now: Timestamp,
    today: Date,
}

/// The page.
pub(crate) fn portfolio(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let mut asked: ProductsAsked = call.query()?;
    asked.order.get_or_insert(ProductOrder::Urgency);
    let overview = overview(call)?;
    let list = products(call, &asked)?;
    let first_to_end = ProductsAsked {
        order: Some(ProductOrder::SupportEnd),
        limit: Some(Limit::at_most(PERIODS_SHOWN)),
        ..ProductsAsked::default()
    };
    let ending = products(call, &first_to_end)?;
    let view = View {
        asked: &asked,
        overview: &overview,
        list: &list,
        ending: &ending.items,
        may_add: may(&call.actor(), Right::KeepDossier, call.operator(), None).is_ok(),
        now: call.now,
        today: call.today(),
    };
    Ok(Answer::page(shown(&reader_of(call), &view)))
}

fn shown(reader: &Reader, view: &View<'_>) -> Markup {
    let title = reader.say(&text!("web-place-portfolio"));
    let Some(desk) = &reader.desk else { return html! {} };
    let (asked, overview) = (view.asked, view.overview);
    let needs = &overview.needs;
    let body = html! {
        div .head {
            h1 { (title) }
            p .lead { (desk.name) }
        }
        @if overview.sums.products == 0 {
            (first_product(reader, desk, view.may_add))
        } @else {
            (figures(&what_needs_me(reader, desk, overview)))
            @if needs.assess_again > 0 {
                (notice(reader, Tone::Open, &text!("overview-assess-again", count = needs.assess_again)))
            }
            @if !needs.clocks.is_empty() {
                (clock_panel(reader, desk, &needs.clocks, needs.clocks_running + needs.clocks_late, view.now))
            }
            (stale_feeds(reader, desk, overview))
            section .panel aria-labelledby="products" {
                header { h2 #products { (reader.say(&text!("web-products"))) } (filters(reader, asked)) }
                (table(reader, desk, &view.list.items))
                (pages(reader, desk, asked, view.list.next.as_deref()))
            }
            (pictures(reader, desk, overview, view.ending, view.today))
            @if view.may_add {
                details .panel {
                    summary { (reader.say(&text!("web-add-product"))) }
                    (upload(reader, desk))
                }
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Portfolio), searched: "" }, &body)
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
    let needs: Vec<(&str, String)> = std::iter::once(("", text!("web-any")))
        .chain(NeedAsked::ALL.into_iter().map(|need| (need.word(), need_says(need))))
        .map(|(word, says)| (word, reader.say(&says)))
        .collect();
    html! {
        form .filters method="get" data-filters {
            div .field {
                label for="named" { (reader.say(&text!("web-filter-named"))) }
                input id="named" name="named" type="search" value=(asked.named.as_deref().unwrap_or_default());
            }
            (select("gate", &reader.say(&text!("web-filter-gate")), &gates, gate))
            (select("needs", &reader.say(&text!("overview-filter-needs")), &needs, asked.needs.map_or("", NeedAsked::word)))
            (select("order", &reader.say(&text!("web-filter-order")), &orders, order))
            button type="submit" { (reader.say(&text!("web-filter-apply"))) }
        }
    }
}

/// A need in words.
fn need_says(need: NeedAsked) -> Text {
    match need {
        NeedAsked::Triage => text!("overview-need-triage"),
        NeedAsked::Late => text!("overview-need-late"),
        NeedAsked::Clock => text!("overview-need-clock"),
        NeedAsked::SupportEnding => text!("overview-need-support-ending"),
        NeedAsked::SupportEnded => text!("overview-need-support-ended"),
        NeedAsked::Assessment => text!("overview-need-assessment"),
        NeedAsked::AssessAgain => text!("overview-need-assess-again"),
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
            td data-label=(label[2]) { @if let Some(standing) = standing { (tally(reader, &standing.findings, standing.looked_for.as_ref())) } }
            td data-label=(label[3]) {
                @if let Some(standing) = standing {
                    @let all = &standing.obligations;
                    (reader.say(&text!("web-obligations-met", met = all.met, all = all.asked())))
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
    let to = |after: &str| link::page_of(&Place::Portfolio.path(desk), asked, after);
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
    use proofmark_facts::Needs;

    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_empty_and_full() {
        let (overview, nothing) = (samples::overview(), Page { items: Vec::new(), next: None });
        let list = Page { items: vec![samples::product()], next: Some("x".into()) };
        let asked = ProductsAsked {
            after: Some("y".into()),
            needs: Some(NeedAsked::Late),
            ..ProductsAsked::default()
        };
        let full = View {
            asked: &asked,
            overview: &overview,
            list: &list,
            ending: &list.items,
            may_add: true,
            now: samples::now(),
            today: jiff::civil::date(2028, 2, 1),
        };
        let mut empty = overview.clone();
        empty.sums = proofmark_facts::Portfolio::default();
        let mut quiet = overview.clone();
        (quiet.needs, quiet.feeds, quiet.failed_jobs) = (Needs::default(), None, None);
        (quiet.readiness, quiet.finding_weeks, quiet.finding_ages) = Default::default();
        for reader in readers() {
            assert_sound(&shown(&reader, &full));
            assert_sound(&shown(&reader, &View { overview: &empty, list: &nothing, ending: &[], ..full }));
            assert_sound(&shown(&reader, &View { overview: &quiet, may_add: false, ..full }));
        }
    }
}
