//! Every document of a product: its papers, its packs, what was handed in, how long all of it is kept.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_actions::{DocumentRole, KeptDocument, KeptPack, holds};
use proofmark_facts::{HoldRecord, Page, ProductRecord};
use proofmark_law::{Retention, RetentionState, obligation};
use proofmark_text::{Text, text};

use super::paper_rows::{PapersOf, pack_links, paper_rows};
use super::reader_of::reader_of;
use super::words::{day, instant};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{
    DocumentsAsked, ReleasePapers, documents, looked_at, packs, product as kept_product, release_papers,
};
use crate::link;
use crate::look::{Desk, Place, Reader, Shown, Tone, badge, crumbs, notice, page, pager, select};
use crate::refusal::Refusal;

/// Releases and packs on the page.
const RELEASES: usize = 10;
const PACKS: usize = 20;

struct Seen<'a> {
    product: &'a ProductRecord,
    releases: &'a [ReleasePapers],
    packs: &'a [KeptPack],
    list: &'a Page<KeptDocument>,
    asked: &'a DocumentsAsked,
    /// What the law asks to be kept; why that cannot be said, where the dossier cannot be read.
    retention: Result<&'a [Retention], &'a Refusal>,
    holds: &'a [HoldRecord],
    made: Option<&'a KeptPack>,
    may_make: bool,
    may_see_ledger: bool,
}

/// The page.
pub(crate) fn product_documents(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, _) = kept_product(call)?;
    let asked: DocumentsAsked = call.query()?;
    let list = documents(call, &product.id, &asked)?;
    let (releases, _) = release_papers(call, &product, RELEASES)?;
    let all_packs = packs(call, &product.id, None, (None, PACKS))?;
    let looked = looked_at(call, None);
    let held: Vec<HoldRecord> =
        holds(call.operator(), &*call.store)?.into_iter().filter(|hold| hold.covers(&product.id)).collect();
    let actor = call.actor();
    let made = call.asked.query.get("made").unwrap_or_default();
    let seen = Seen {
        product: &product,
        releases: &releases,
        packs: &all_packs,
        list: &list,
        asked: &asked,
        retention: looked.as_ref().map(|looked| looked.assessment.verdict.retention.as_slice()),
        holds: &held,
        made: all_packs.iter().find(|pack| pack.digest.to_string() == made),
        may_make: may(&actor, Right::Assess, call.operator(), Some(&product.id)).is_ok(),
        may_see_ledger: may(&actor, Right::SeeLedger, call.operator(), None).is_ok(),
    };
    Ok(Answer::page(shown(&reader_of(call), &seen)))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let title = reader.say(&text!("evidence-documents-of", product = &seen.product.name));
    let product = link::path(&["o", &desk.id, "products", &seen.product.id]);
    let documents = reader.say(&text!("evidence-documents"));
    let way = [(documents.as_str(), Place::Documents.path(desk)), (seen.product.name.as_str(), product)];
    let of =
        PapersOf { product: &seen.product.id, may_make: seen.may_make, may_see_ledger: seen.may_see_ledger };
    let body = html! {
        (crumbs(reader, &way, &title))
        div .head { h1 { (title) } }
        @if let Some(made) = seen.made {
            (notice(reader, Tone::Good, &text!("evidence-just-made", version = &made.release, line = made.line)))
        }
        section .panel aria-labelledby="papers" {
            header { h2 #papers { (reader.say(&text!("evidence-papers"))) } }
            @if seen.releases.is_empty() {
                p .quiet { (reader.say(&text!("evidence-no-release"))) }
            } @else { (paper_rows(reader, desk, of, seen.releases)) }
        }
        @if !seen.packs.is_empty() { (pack_table(reader, desk, of, seen.packs)) }
        (kept_until(reader, seen))
        (document_table(reader, desk, seen))
    };
    page(reader, &Shown { title: &title, at: Some(Place::Documents), searched: "" }, &body)
}

fn pack_table(reader: &Reader, desk: &Desk, of: PapersOf<'_>, packs: &[KeptPack]) -> Markup {
    let label = [
        reader.say(&text!("web-column-release")),
        reader.say(&text!("web-column-when")),
        reader.say(&text!("web-column-who")),
        reader.say(&text!("evidence-column-pack")),
    ];
    html! {
        section .panel aria-labelledby="packs" {
            header { h2 #packs { (reader.say(&text!("evidence-packs"))) } }
            p .quiet { (reader.hint(&text!("evidence-packs"))) }
            div .wide tabindex="0" role="region" aria-labelledby="packs" {
                table .stacked {
                    thead { tr { @for one in &label { th scope="col" { (one) } } } }
                    tbody {
                        @for pack in packs {
                            tr {
                                th scope="row" { (pack.release) }
                                td data-label=(label[1]) { (instant(pack.made_at)) }
                                td data-label=(label[2]) { (pack.made_by) span .below .quiet { (pack.made_with) } }
                                td data-label=(label[3]) { (pack_links(reader, desk, of, pack)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How long the law asks the documents to be kept, and what else keeps them.
fn kept_until(reader: &Reader, seen: &Seen<'_>) -> Markup {
    html! {
        section .panel aria-labelledby="retention" {
            header { h2 #retention { (reader.say(&text!("evidence-retention"))) } }
            p .quiet { (reader.hint(&text!("evidence-retention"))) }
            @match seen.retention {
                Err(refusal) => { (notice(reader, Tone::Open, &refusal.says)) }
                Ok([]) => { p { (reader.say(&text!("evidence-nothing-to-keep"))) } }
                Ok(all) => {
                    ul .plain-list { @for one in all { li { (retained(reader, one)) } } }
                }
            }
            @for hold in seen.holds {
                p {
                    (badge(Tone::Open, &reader.say(&text!("evidence-hold")))) " "
                    (reader.say(&text!("evidence-held", name = &hold.id, because = &hold.because, by = &hold.placed_by, on = day(hold.placed_at))))
                }
            }
        }
    }
}

fn retained(reader: &Reader, retention: &Retention) -> Markup {
    let says = match &retention.state {
        RetentionState::Until { on } => text!("evidence-keep-until", on = on.to_string()),
        RetentionState::NotUnlessSubstantiallyModified => text!("web-binds-if-modified"),
        RetentionState::Undetermined { missing, not_before } => match not_before {
            Some(day) => text!("evidence-keep-at-least", on = day.to_string(), missing = missing.join(", ")),
            None => text!("evidence-keep-open", missing = missing.join(", ")),
        },
    };
    html! {
        strong { (reader.say(&retention.what)) }
        span .below { (reader.say(&says)) }
    }
}

fn document_table(reader: &Reader, desk: &Desk, seen: &Seen<'_>) -> Markup {
    let label = [
        reader.say(&text!("evidence-column-document")),
        reader.say(&text!("evidence-column-role")),
        reader.say(&text!("evidence-column-handed-in")),
        reader.say(&text!("evidence-column-named-for")),
    ];
    html! {
        section .panel aria-labelledby="documents" {
            header { h2 #documents { (reader.say(&text!("evidence-all"))) } (filters(reader, seen.asked)) }
            p .quiet { (reader.hint(&text!("evidence-all"))) }
            @if seen.list.items.is_empty() {
                p .quiet { (reader.say(&text!("web-no-match"))) }
            } @else {
                div .wide tabindex="0" role="region" aria-labelledby="documents" {
                    table .stacked data-keys {
                        thead { tr { @for one in &label { th scope="col" { (one) } } } }
                        tbody {
                            @for document in &seen.list.items {
                                (row(reader, desk, &seen.product.id, document, &label))
                            }
                        }
                    }
                }
            }
            (pages(reader, desk, seen))
        }
    }
}

fn filters(reader: &Reader, asked: &DocumentsAsked) -> Markup {
    let any = reader.say(&text!("web-any"));
    let mut roles = vec![("", any.clone())];
    roles.extend(DocumentRole::ALL.iter().map(|role| (role.word(), reader.say(&role_name(*role)))));
    let counts = [
        ("", any),
        ("true", reader.say(&text!("evidence-counts"))),
        ("false", reader.say(&text!("evidence-superseded"))),
    ];
    html! {
        form .filters method="get" action="#documents" data-filters {
            div .field {
                label for="q" { (reader.say(&text!("evidence-filter-words"))) }
                input id="q" name="q" type="search" maxlength="200" value=(asked.q.as_deref().unwrap_or_default());
            }
            (select("role", &reader.say(&text!("evidence-column-role")), &roles, asked.role.map(DocumentRole::word).unwrap_or_default()))
            (select("counts", &reader.say(&text!("evidence-filter-counts")), &counts, counts_word(asked)))
            button type="submit" { (reader.say(&text!("web-filter-apply"))) }
        }
    }
}

fn counts_word(asked: &DocumentsAsked) -> &'static str {
    match asked.counts {
        None => "",
        Some(true) => "true",
        Some(false) => "false",
    }
}

fn row(reader: &Reader, desk: &Desk, product: &str, document: &KeptDocument, label: &[String; 4]) -> Markup {
    let digest = document.sha256.to_string();
    let place = ["api", "v1", "operators", &desk.id, "products", product, "documents", &digest];
    let name = document.path.clone().unwrap_or_else(|| reader.say(&role_name(document.role)));
    html! {
        tr {
            th scope="row" {
                @if document.purged_at.is_some() { (name) } @else { a href=(link::path(&place)) { (name) } }
                span .below .quiet .mono title=(digest) { (digest.get(..16).unwrap_or_default()) "…" }
            }
            td data-label=(label[1]) {
                (reader.say(&role_name(document.role)))
                @match (document.purged_at, document.counts) {
                    (Some(at), _) => {
                        span .below { (badge(Tone::Bad, &reader.say(&text!("evidence-purged", on = day(at))))) }
                    }
                    (None, false) => { span .below { (badge(Tone::Plain, &reader.say(&text!("evidence-superseded")))) } }
                    (None, true) => {}
                }
            }
            td data-label=(label[2]) {
                (instant(document.at))
                span .below .quiet { (document.by) }
                @if let Some(on) = document.observed_on {
                    span .below .quiet { (reader.say(&text!("evidence-observed-on", on = on.to_string()))) }
                }
            }
            td data-label=(label[3]) {
                @for id in &document.named_for { (named_for(reader, id)) }
            }
        }
    }
}

/// An obligation by its citation, with what it asks; an id the register does not know as it was written.
fn named_for(reader: &Reader, id: &str) -> Markup {
    html! {
        span .below {
            @match obligation(id) {
                Some(found) => {
                    strong { (found.cites.in_language(reader.language())) } " "
                    span .quiet { (found.asks_in(reader.language())) }
                }
                None => { code { (id) } }
            }
        }
    }
}

fn pages(reader: &Reader, desk: &Desk, seen: &Seen<'_>) -> Markup {
    let asked = seen.asked;
    let place = link::path(&["o", &desk.id, "products", &seen.product.id, "documents"]);
    let to = |after: &str| {
        let query = [
            ("q", asked.q.as_deref().unwrap_or_default()),
            ("role", asked.role.map(DocumentRole::word).unwrap_or_default()),
            ("counts", counts_word(asked)),
            ("obligation", asked.obligation.as_deref().unwrap_or_default()),
            ("after", after),
        ];
        format!("{}#documents", link::with_query(&place, &query))
    };
    pager(
        reader,
        asked.after.is_some().then(|| to("")).as_deref(),
        seen.list.next.as_deref().map(to).as_deref(),
    )
}

fn role_name(role: DocumentRole) -> Text {
    match role {
        DocumentRole::Dossier => text!("evidence-role-dossier"),
        DocumentRole::ComponentList => text!("evidence-role-component-list"),
        DocumentRole::Vex => text!("evidence-role-vex"),
        DocumentRole::Advisory => text!("evidence-role-advisory"),
        DocumentRole::Evidence => text!("evidence-role-evidence"),
        DocumentRole::Submission => text!("evidence-role-submission"),
        DocumentRole::Assessment => text!("evidence-role-assessment"),
        DocumentRole::Paper => text!("evidence-role-paper"),
        DocumentRole::Pack => text!("evidence-role-pack"),
        DocumentRole::Other => text!("evidence-role-other"),
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::Sha256;

    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::{sample_papers, samples};

    #[test]
    fn the_page_is_sound_empty_and_full() {
        let (product, papers) = (samples::product(), [sample_papers::release_papers()]);
        let pack = papers[0].pack.as_ref().unwrap().0.clone();
        let assessed = crate::pages::assessed();
        let refusal = Refusal::new(422, text!("web-bad-form"));
        let list = Page { items: sample_papers::documents(), next: Some("x".into()) };
        let none = Page { items: Vec::new(), next: None };
        let hold = HoldRecord {
            id: "case-7".into(),
            product: None,
            because: "court <b>".into(),
            placed_by: "anna".into(),
            placed_at: samples::now(),
        };
        let asked = DocumentsAsked {
            q: Some("\"<x>".into()),
            after: Some(Sha256::of(b"y")),
            ..DocumentsAsked::default()
        };
        for reader in readers() {
            let full = Seen {
                product: &product,
                releases: &papers,
                packs: std::slice::from_ref(&pack),
                list: &list,
                asked: &asked,
                retention: Ok(&assessed.assessment.verdict.retention),
                holds: std::slice::from_ref(&hold),
                made: Some(&pack),
                may_make: true,
                may_see_ledger: true,
            };
            assert_sound(&shown(&reader, &full));
            let bare = Seen {
                releases: &[],
                packs: &[],
                list: &none,
                retention: Err(&refusal),
                holds: &[],
                made: None,
                may_make: false,
                may_see_ledger: false,
                ..full
            };
            assert_sound(&shown(&reader, &bare));
        }
    }
}
