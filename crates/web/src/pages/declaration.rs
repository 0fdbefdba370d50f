//! A release's EU declaration of conformity: whether it was issued, by whom, whether it still agrees; and the form that
//! proposes to issue it.

use maud::{Markup, html};
use proofmark_access::{DeclarationSigning, Right, may};
use proofmark_actions::{DeclarationStanding, DeclarationStands, EarlierReview, WaitingDeclaration};
use proofmark_facts::{IssuedDeclaration, ProductRecord, ReleaseRecord};
use proofmark_text::{Text, text};

use super::reader_of::reader_of;
use super::release_frame::Framed;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{
    declaration as declaration_of, product as kept_product, propose_to_issue, release as kept_release,
};
use crate::link;
use crate::look::{Desk, Field, Place, Reader, Shown, Tone, badge, field, hidden, notice, page, problems};
use crate::refusal::Refusal;

/// The forms a declaration is written in, the one for people first.
const FORMS: [&str; 3] = ["pdf", "html", "json"];

struct Seen<'a> {
    product: &'a ProductRecord,
    release: &'a ReleaseRecord,
    /// How it stands; why that cannot be said, where the dossier cannot be read.
    standing: Result<&'a DeclarationStanding, &'a Refusal>,
    may_propose: bool,
    just_proposed: bool,
}

/// The page.
pub(crate) fn declaration(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (product, _) = kept_product(call)?;
    let (release, _) = kept_release(call)?;
    let standing = declaration_of(call);
    let actor = call.actor();
    let seen = Seen {
        product: &product,
        release: &release,
        standing: standing.as_ref(),
        may_propose: may(&actor, Right::ProposeDecision, call.operator(), Some(&product.id)).is_ok(),
        just_proposed: call.asked.query.get("proposed").is_some(),
    };
    Ok(Answer::page(shown(&reader_of(call), &seen)))
}

/// Proposes to issue it, and shows that it waits.
pub(crate) fn issue_declaration(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let word = |name: &str| call.field(name).to_owned();
    let review = Some(word("legal_review")).filter(|words| !words.is_empty());
    let signing = DeclarationSigning {
        name: word("name"),
        function: word("function"),
        place: word("place"),
        legal_review: review,
    };
    let because = word("because");
    let proposal = propose_to_issue(call, signing, &because)?;
    let names = [call.operator(), "products", call.name("product"), "releases", call.name("release")];
    let place = format!("{}{}", link::path(&["o"]), link::path(&[&names[..], &["declaration"]].concat()));
    Ok(Answer::see(link::with_query(&place, &[("proposed", &proposal)])))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let framed = Framed { product: seen.product, release: seen.release };
    let title = reader.say(&text!("issuing-title", of = framed.title()));
    let here = reader.say(&text!("issuing-here"));
    let body = html! {
        (framed.way(reader, desk, &[], &here))
        div .head {
            div .row {
                h1 { (title) }
                @if let Ok(standing) = seen.standing { (state_badge(reader, standing.stands)) }
            }
            p .lead { (reader.hint(&text!("issuing-here"))) }
        }
        @if seen.just_proposed { (notice(reader, Tone::Good, &text!("issuing-just-proposed"))) }
        @match seen.standing {
            Err(refusal) => { (notice(reader, Tone::Open, &refusal.says)) }
            Ok(standing) => {
                (agreement(reader, standing))
                (waiting(reader, desk, standing))
                (issued(reader, desk, standing))
                @if seen.may_propose { (propose(reader, &framed.path(desk), standing)) }
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Documents), searched: "" }, &body)
}

/// How it stands, in a word.
pub(super) fn state_badge(reader: &Reader, stands: DeclarationStands) -> Markup {
    let (tone, says) = match stands {
        DeclarationStands::Draft => (Tone::Plain, text!("issuing-stands-draft")),
        DeclarationStands::Waits => (Tone::Open, text!("issuing-stands-waits")),
        DeclarationStands::Issued => (Tone::Good, text!("issuing-stands-issued")),
        DeclarationStands::NoLongerAgrees => (Tone::Bad, text!("issuing-stands-differs")),
    };
    badge(tone, &reader.say(&says))
}

/// Where an issued declaration no longer says what the dossier says; and what moved that it does not say.
fn agreement(reader: &Reader, standing: &DeclarationStanding) -> Markup {
    html! {
        @if !standing.differs_in.is_empty() {
            section .panel aria-labelledby="differs" {
                header { h2 #differs { (reader.say(&text!("issuing-differs"))) } }
                p .hint { (reader.hint(&text!("issuing-differs"))) }
                ul { @for point in &standing.differs_in { li lang="en" { (point) } } }
            }
        }
        @if !standing.moved.is_empty() {
            section .panel aria-labelledby="moved" {
                header { h2 #moved { (reader.say(&text!("issuing-moved"))) } }
                ul { @for says in &standing.moved { li { (reader.say(says)) } } }
            }
        }
    }
}

fn waiting(reader: &Reader, desk: &Desk, standing: &DeclarationStanding) -> Markup {
    html! {
        @if !standing.waiting.is_empty() {
            section .panel aria-labelledby="waiting" {
                header { h2 #waiting { (reader.say(&text!("issuing-waiting"))) } }
                ul .plain-list {
                    @for one in &standing.waiting {
                        li {
                            (reader.say(&text!("web-proposed", by = &one.proposed_by, at = instant(one.proposed_at))))
                            blockquote { (one.because) }
                            (signing_lines(reader, &one.signing))
                            (to_sign(reader, desk, standing, one))
                        }
                    }
                }
                p { a href=(link::path(&["o", &desk.id, "approvals"])) { (reader.say(&text!("web-place-approvals"))) } }
            }
        }
    }
}

fn to_sign(reader: &Reader, desk: &Desk, standing: &DeclarationStanding, one: &WaitingDeclaration) -> Markup {
    waiting_links(reader, desk, (&standing.product, &standing.release), &one.proposal)
}

/// The declaration as a proposal would issue it, in each form.
pub(super) fn waiting_links(
    reader: &Reader,
    desk: &Desk,
    (product, release): (&str, &str),
    proposal: &str,
) -> Markup {
    let place = api(desk, product, release, &["proposals", proposal]);
    html! { p { (reader.say(&text!("issuing-read-it"))) " " (forms(&place, release)) } }
}

/// Who signs, and where.
pub(super) fn signing_lines(reader: &Reader, signing: &DeclarationSigning) -> Markup {
    let lines: [(Text, &str); 3] = [
        (text!("issuing-name"), &signing.name),
        (text!("issuing-function"), &signing.function),
        (text!("issuing-place"), &signing.place),
    ];
    html! {
        dl .facts {
            @for (what, words) in &lines { dt { (reader.say(what)) } dd { (words) } }
            @if let Some(review) = &signing.legal_review {
                dt { (reader.say(&text!("issuing-review"))) } dd { (review) }
            }
        }
    }
}

fn forms(place: &str, release: &str) -> Markup {
    html! {
        @for form in FORMS {
            a href=(format!("{place}{}", link::path(&[&format!("eu-declaration-of-conformity.{form}")]))) {
                (form.to_uppercase()) span .hidden { " " (release) }
            } " "
        }
    }
}

fn api(desk: &Desk, product: &str, release: &str, rest: &[&str]) -> String {
    let place = ["api", "v1", "operators", &desk.id, "products", product, "releases", release, "declaration"];
    format!("{}{}", link::path(&place), link::path(rest))
}

fn issued(reader: &Reader, desk: &Desk, standing: &DeclarationStanding) -> Markup {
    html! {
        section .panel aria-labelledby="issued" {
            header { h2 #issued { (reader.say(&text!("issuing-issued"))) } }
            @if standing.issued.is_empty() { p .quiet { (reader.say(&text!("issuing-none"))) } }
            ul .plain-list {
                @for (place, one) in standing.issued.iter().enumerate() {
                    li { (one_issued(reader, desk, standing, one, place == 0)) }
                }
            }
        }
    }
}

fn one_issued(
    reader: &Reader,
    desk: &Desk,
    standing: &DeclarationStanding,
    one: &IssuedDeclaration,
    in_force: bool,
) -> Markup {
    let place = api(desk, &standing.product, &standing.release, &["revisions", &one.revision.to_string()]);
    let (tone, says) = if in_force {
        (Tone::Good, text!("issuing-in-force"))
    } else {
        (Tone::Plain, text!("evidence-superseded"))
    };
    html! {
        strong { (reader.say(&text!("issuing-revision", revision = one.revision, on = one.issued_on.to_string()))) }
        " " (badge(tone, &reader.say(&says)))
        span .below {
            (reader.say(&text!("issuing-by-two", proposed = &one.proposed_by, approved = &one.approved_by, at = instant(one.issued_at))))
        }
        span .below { (one.signatory) ", " (one.function) ", " (one.place) }
        span .below { (forms(&place, &standing.release)) }
    }
}

/// What stands in the way, and the form.
fn propose(reader: &Reader, release: &str, standing: &DeclarationStanding) -> Markup {
    let word = |of: fn(&DeclarationSigning) -> &String| {
        standing.signatory.as_ref().map(|signing| of(signing).clone()).unwrap_or_default()
    };
    let fields = [
        ("name", text!("issuing-name"), word(|signing| &signing.name)),
        ("function", text!("issuing-function"), word(|signing| &signing.function)),
        ("place", text!("issuing-place"), word(|signing| &signing.place)),
    ];
    html! {
        section .panel aria-labelledby="propose" {
            header { h2 #propose { (reader.say(&text!("issuing-propose"))) } }
            p .hint { (reader.hint(&text!("issuing-propose"))) }
            @if !standing.forbidden_by.is_empty() {
                (notice(reader, Tone::Open, &text!("issuing-forbidden", count = standing.forbidden_by.len())))
                (problems(reader, &standing.forbidden_by))
            }
            form .decide method="post" action=(format!("{release}/declaration")) data-busy=(reader.say(&text!("issuing-proposing"))) {
                (hidden(reader))
                @for (name, label, value) in &fields { (field(reader, &Field::text(name, label.clone()).value(value))) }
                @if !standing.for_review.is_empty() {
                    ul .problems { @for says in &standing.for_review { li { (reader.say(says)) } } }
                    (review(reader, standing.earlier_review.as_ref()))
                }
                (field(reader, &Field::text("because", text!("issuing-because"))))
                button .primary type="submit" { (reader.say(&text!("issuing-propose-button"))) }
            }
        }
    }
}

/// What is said of the legal review: begun with what was stated before, where that still counts, and with why it does not.
fn review(reader: &Reader, earlier: Option<&EarlierReview>) -> Markup {
    let stated = earlier.filter(|earlier| earlier.lapsed.is_empty());
    let lapsed = earlier.filter(|earlier| !earlier.lapsed.is_empty());
    let value = stated.map_or("", |earlier| &earlier.outcome);
    html! {
        @if let Some(earlier) = lapsed {
            (notice(reader, Tone::Open, &text!("issuing-review-lapsed", revision = earlier.revision, on = earlier.issued_on.to_string())))
            ul .problems { @for says in &earlier.lapsed { li { (reader.say(says)) } } }
            blockquote { (earlier.outcome) }
        }
        (field(reader, &Field::text("legal_review", text!("issuing-review")).value(value)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::{DeclarationGround, IssuedDocument, Place as At, Problem, Sha256};

    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    fn standing(stands: DeclarationStands) -> DeclarationStanding {
        let signing = DeclarationSigning {
            name: "<b>Maria".into(),
            function: "<i>".into(),
            place: "<script>".into(),
            legal_review: Some("<u>".into()),
        };
        let ground = DeclarationGround {
            product: "gateway".into(),
            release: "1.0.0".into(),
            declared: Sha256::of(b"a"),
            dossier: Sha256::of(b"b"),
            component_list: None,
            files: Sha256::of(b"c"),
            named: std::collections::BTreeMap::from([("<risks>.md".to_owned(), Some(Sha256::of(b"r")))]),
            review: None,
        };
        let issued = |revision| IssuedDeclaration {
            revision,
            issued_on: date(2028, 2, 1),
            issued_at: samples::now(),
            place: "<Graz>".into(),
            signatory: "<b>".into(),
            function: "<i>".into(),
            proposed_by: "<emil>".into(),
            approved_by: "<vera>".into(),
            proposal: "0a".into(),
            legal_review: None,
            ground: ground.clone(),
            documents: vec![IssuedDocument { name: "x.pdf".into(), sha256: Sha256::of(b"x"), size: 1 }],
        };
        let lacks = text!("issuing-lacks", path = "<x>", cites = "Annex V, point 2");
        DeclarationStanding {
            product: "gateway".into(),
            release: "1.0.0".into(),
            stands,
            forbidden_by: vec![Problem::error(At::at("x"), lacks)],
            for_review: vec![text!("issuing-legal-review", cites = "Article 32", why = "<why>")],
            earlier_review: Some(EarlierReview {
                revision: 1,
                issued_on: date(2028, 2, 1),
                outcome: "<b>Dr. Recht".into(),
                lapsed: vec![text!("issuing-review-rests-on", what = "<x>")],
            }),
            signatory: Some(signing.clone()),
            waiting: vec![WaitingDeclaration {
                proposal: "0a".into(),
                proposed_by: "<emil>".into(),
                proposed_at: samples::now(),
                because: "<script>".into(),
                signing,
            }],
            issued: vec![issued(2), issued(1)],
            differs_in: vec!["2 <Manufacturer>".into()],
            moved: vec![text!("issuing-moved-files")],
        }
    }

    #[test]
    fn the_page_is_sound_however_it_stands() {
        let (product, release) = (samples::product(), samples::release());
        let refusal = Refusal::new(404, text!("web-no-such-thing"));
        let bare = DeclarationStanding {
            forbidden_by: vec![],
            for_review: vec![],
            signatory: None,
            waiting: vec![],
            issued: vec![],
            differs_in: vec![],
            moved: vec![],
            ..standing(DeclarationStands::Draft)
        };
        for reader in readers() {
            for stands in [
                DeclarationStands::Draft,
                DeclarationStands::Waits,
                DeclarationStands::Issued,
                DeclarationStands::NoLongerAgrees,
            ] {
                let full = standing(stands);
                for (standing, may_propose) in [(Ok(&full), true), (Ok(&bare), false), (Err(&refusal), true)]
                {
                    let seen = Seen {
                        product: &product,
                        release: &release,
                        standing,
                        may_propose,
                        just_proposed: may_propose,
                    };
                    assert_sound(&shown(&reader, &seen));
                }
            }
        }
    }
}
