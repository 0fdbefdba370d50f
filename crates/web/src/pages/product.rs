//! A product: its verdict, how each obligation stands, its days, its files and releases.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_actions::{Assessment, DossierRevision, dossier_history, kept_dossier};
use proofmark_facts::{Dossier, ProductRecord, ReleaseRecord};
use proofmark_text::text;

use super::archiving::archive_form;
use super::dossier_revisions::revisions;
use super::obligations::{areas, next_steps};
use super::product_frame::{ProductView, product_path, product_views};
use super::product_people::people;
use super::reader_of::reader_of;
use super::verdict::{days, support_period, verdict};
use super::words::{gate_says, instant};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, releases};
use crate::desk::{looked_at, product as kept_product};
use crate::limit::Limit;
use crate::link;
use crate::look::{Place, Reader, Shown, Tone, badge, crumbs, hidden, page, pager, refusal_said, tally};
use crate::refusal::Refusal;

/// Releases a page shows.
const RELEASES_SHOWN: usize = 10;

/// Revisions of the dossier a page shows.
const REVISIONS_SHOWN: usize = 3;

/// Everything the page shows.
struct Seen<'a> {
    product: &'a ProductRecord,
    assessment: Result<&'a Assessment, &'a Refusal>,
    /// What its makers declare, where that can be read.
    dossier: Option<&'a Dossier>,
    releases: &'a [ReleaseRecord],
    /// What the further releases are asked for with: whether these are not the first, and the next.
    beyond: (bool, Option<&'a str>),
    history: &'a [DossierRevision],
    today: jiff::civil::Date,
    may_hand_in: bool,
    may_assess: bool,
    may_archive: bool,
}

/// The page.
pub(crate) fn product(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, version) = kept_product(call)?;
    let looked = looked_at(call, None);
    let after = call.asked.query.get("releases-after").filter(|after| !after.is_empty()).map(str::to_owned);
    let asked = PageAsked { after, limit: Some(Limit::at_most(RELEASES_SHOWN)) };
    let list = releases(call, &product.id, &asked)?;
    let actor = call.actor();
    let history = dossier_history(&call.change(&actor), call.operator(), &product.id, &*call.store)?;
    let allowed = |right| may(&actor, right, call.operator(), Some(&product.id)).is_ok();
    let dossier = kept_dossier(&call.change(&actor), call.operator(), &product, &*call.store)?;
    let seen = Seen {
        product: &product,
        dossier: dossier.as_ref().and_then(|kept| kept.dossier.as_ref()),
        assessment: looked.as_ref().map(|looked| &looked.assessment),
        releases: &list.items,
        beyond: (asked.after.is_some(), list.next.as_deref()),
        history: &history,
        today: call.today(),
        may_hand_in: allowed(Right::HandIn),
        may_assess: allowed(Right::Assess),
        may_archive: allowed(Right::KeepDossier),
    };
    Ok(Answer::page(shown(&reader_of(call), &seen)).version(version.to_string()))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let path = product_path(desk, &seen.product.id);
    let body = html! {
        (crumbs(reader, &[(&reader.say(&text!("web-place-portfolio")), Place::Portfolio.path(desk))], &seen.product.name))
        (head(reader, seen, &path))
        (contents(reader, seen))
        @match seen.assessment {
            Err(refusal) => {
                (refusal_said(reader, refusal))
            }
            Ok(assessment) => {
                div .columns {
                    (verdict(reader, &assessment.verdict))
                    (areas(reader, assessment, &format!("{path}/obligations")))
                }
                (next_steps(reader, assessment))
                div .columns {
                    (days(reader, &assessment.verdict, seen.today))
                    (support_period(reader, &assessment.verdict, seen.today))
                }
            }
        }
        @if let Some(dossier) = seen.dossier {
            (people(reader, dossier, seen.assessment.ok().map(|assessment| &assessment.verdict)))
        }
        div .columns {
            (release_list(reader, seen, &path))
            (files(reader, seen, &path))
        }
        @if !seen.history.is_empty() { (revisions(reader, seen.history, REVISIONS_SHOWN, &path)) }
        @if seen.may_archive { (archive_form(reader, seen.product.archived, &path)) }
    };
    page(reader, &Shown { title: &seen.product.name, at: Some(Place::Portfolio), searched: "" }, &body)
}

fn head(reader: &Reader, seen: &Seen<'_>, path: &str) -> Markup {
    let standing = seen.product.standing.as_ref();
    let (tone, gate) = gate_says(standing.map(|standing| standing.gate));
    html! {
        div .head {
            div .row {
                h1 { (seen.product.name) }
                (badge(tone, &reader.say(&gate)))
                @if seen.product.archived { (badge(Tone::Plain, &reader.say(&text!("web-archived")))) }
            }
            @if seen.may_assess {
                form method="post" action=(format!("{path}/assessments")) {
                    (hidden(reader))
                    button type="submit" { (reader.say(&text!("web-assess-again"))) }
                }
            }
            @if let Some(desk) = &reader.desk {
                (product_views(reader, desk, &seen.product.id, ProductView::Standing))
            }
            p .lead {
                @match standing {
                    None => { (reader.say(&text!("web-never-assessed"))) }
                    Some(standing) => {
                        (reader.say(&text!("web-assessed", version = &standing.release, at = instant(standing.assessed_at))))
                        " " (tally(reader, &standing.findings, standing.looked_for.as_ref()))
                    }
                }
            }
        }
    }
}

/// What the page holds, in its order.
fn contents(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let judged = seen.assessment.ok();
    let parts = [
        (judged.is_some(), "verdict", text!("proofmark-verdict")),
        (judged.is_some(), "readiness", text!("web-readiness")),
        (judged.is_some_and(|of| !of.next_steps.is_empty()), "next", text!("proofmark-next-steps")),
        (judged.is_some(), "days", text!("web-days")),
        (judged.is_some_and(|of| of.verdict.support_period.is_some()), "support", text!("web-support")),
        (seen.dossier.is_some(), "people", text!("pictures-roles")),
        (true, "releases", text!("web-releases")),
        (true, "files-kept", text!("web-files")),
        (!seen.history.is_empty(), "history", text!("web-dossier-history")),
    ];
    html! {
        nav .contents aria-label=(reader.say(&text!("overview-on-this-page"))) {
            ul {
                @for (_, id, says) in parts.iter().filter(|(there, ..)| *there) {
                    li { a href=(format!("#{id}")) { (reader.say(says)) } }
                }
            }
        }
    }
}

fn release_list(reader: &Reader, seen: &Seen<'_>, path: &str) -> Markup {
    html! {
        section .panel aria-labelledby="releases" {
            header { h2 #releases { (reader.say(&text!("web-releases"))) } }
            @if seen.releases.is_empty() {
                p .quiet { (reader.say(&text!("web-no-releases"))) }
            } @else {
                div .wide tabindex="0" role="region" aria-labelledby="releases" {
                    table {
                        thead { tr {
                            th scope="col" { (reader.say(&text!("web-column-release"))) }
                            th scope="col" { (reader.say(&text!("web-column-gate"))) }
                            th scope="col" { (reader.say(&text!("web-column-findings"))) }
                        } }
                        tbody {
                            @for release in seen.releases {
                                @let (tone, gate) = gate_says(Some(release.gate));
                                tr {
                                    th scope="row" {
                                        a href=(format!("{path}{}", link::path(&["releases", &release.version]))) {
                                            (release.version)
                                        }
                                        span .below .quiet { (instant(release.assessed_at)) }
                                    }
                                    td { (badge(tone, &reader.say(&gate))) }
                                    td { (tally(reader, &release.findings, release.looked_for.as_ref())) }
                                }
                            }
                        }
                    }
                }
            }
            @let (onwards, next) = seen.beyond;
            @let next = next.map(|after| link::with_query(path, &[("releases-after", after)]));
            (pager(reader, onwards.then_some(path), next.as_deref()))
            @if seen.may_hand_in { (hand_in(reader, path)) }
        }
    }
}

/// The form that hands in a release.
fn hand_in(reader: &Reader, path: &str) -> Markup {
    html! {
        details {
            summary { (reader.say(&text!("web-hand-in"))) }
            form method="post" enctype="multipart/form-data" action=(format!("{path}/submissions")) .panel {
                (hidden(reader))
                div .field {
                    label for="release" { (reader.say(&text!("web-hand-in-release"))) }
                    p .hint { (reader.hint(&text!("web-hand-in-release"))) }
                    input id="release" name="release" type="text" autocomplete="off";
                }
                div .field {
                    label for="sbom" { (reader.say(&text!("web-hand-in-sbom"))) }
                    input id="sbom" name="sbom" type="file";
                }
                div .field {
                    label for="vex" { (reader.say(&text!("web-hand-in-vex"))) }
                    input id="vex" name="vex" type="file";
                }
                div .field {
                    label for="files" { (reader.say(&text!("web-hand-in-files"))) }
                    input id="files" name="files" type="file" multiple;
                }
                div .row { button .primary type="submit" { (reader.say(&text!("web-upload"))) } }
            }
        }
    }
}

fn files(reader: &Reader, seen: &Seen<'_>, path: &str) -> Markup {
    html! {
        section .panel aria-labelledby="files-kept" {
            header {
                h2 #files-kept { (reader.say(&text!("web-files"))) }
                a href=(format!("{path}/documents")) { (reader.say(&text!("evidence-all-documents"))) }
            }
            details {
                summary { (reader.say(&text!("overview-files-kept", count = seen.product.files.len()))) }
                ul .plain-list {
                    @for (name, sha256) in seen.product.files.iter().take(50) {
                        li {
                            a href=(link::with_query(&format!("{path}/files"), &[("path", name)])) { code { (name) } }
                            span .below .quiet .mono { (sha256.to_string().get(..16).unwrap_or_default()) "…" }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proofmark_facts::{FindingTally, LookedFor};

    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_with_and_without_an_assessment() {
        let (product, release, assessed) = (samples::product(), samples::release(), crate::pages::assessed());
        let refusal = Refusal::new(422, text!("web-bad-form"));
        let history = samples::revision();
        for reader in readers() {
            for assessment in [Ok(&assessed.assessment), Err(&refusal)] {
                let seen = Seen {
                    product: &product,
                    dossier: assessment.is_ok().then_some(&assessed.dossier),
                    assessment,
                    releases: std::slice::from_ref(&release),
                    beyond: (false, Some("1.0 <b>")),
                    history: std::slice::from_ref(&history),
                    today: date(2028, 2, 1),
                    may_hand_in: true,
                    may_assess: true,
                    may_archive: true,
                };
                let page = shown(&reader, &seen);
                assert_sound(&page);
                for part in page.0.split("<li><a href=\"#").skip(1) {
                    let id = part.split('"').next().unwrap();
                    assert!(page.0.contains(&format!("id=\"{id}\"")), "nothing on the page is called {id}");
                }
                assert!(page.0.contains("?releases-after=1.0%20%3Cb%3E\" rel=\"next\""), "{}", page.0);
                let mut bare = release.clone();
                bare.findings = FindingTally::default();
                bare.looked_for = Some(LookedFor { component_list: false, ..samples::looked_for() });
                let page = shown(&reader, &Seen { releases: std::slice::from_ref(&bare), ..seen });
                assert!(page.0.contains(&reader.say(&text!("overview-unasked-no-list"))), "{}", page.0);
                assert!(!page.0.contains(&reader.say(&text!("overview-none-known"))), "{}", page.0);
            }
        }
    }
}
