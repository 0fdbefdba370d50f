//! Workloads: which CI systems' programs may come in with the identity their system gives them, and what they may do.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use proofmark_access::{Right, Workload, may};
use proofmark_actions::people::{Errand, Settled, revoke_workload, workloads as workloads_of};
use proofmark_facts::Duty;
use proofmark_text::text;

use super::people::{chosen, duties, grants};
use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{TrustAsked, trust as trust_now};
use crate::link;
use crate::look::{Desk, Field, Icon, Place, Reader, Shown, Tone, badge, empty, field, hidden, notice, page};
use crate::refusal::Refusal;

struct Seen<'a> {
    workloads: &'a [Workload],
    now: Timestamp,
    manages: bool,
    proposed: bool,
    /// For whom tokens must be.
    audience: &'a str,
}

/// The page.
pub(crate) fn workloads(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let workloads = workloads_of(&*call.store, &call.errand(&actor), call.operator())?;
    let seen = Seen {
        workloads: &workloads,
        now: call.now,
        manages: may(&actor, Right::ManageTokens, call.operator(), None).is_ok(),
        proposed: call.asked.query.get("proposed").is_some(),
        audience: &call.asked.origin,
    };
    Ok(Answer::page(shown(&reader_of(call), &seen)))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let title = reader.say(&text!("identity-workloads"));
    let Some(desk) = &reader.desk else { return html! {} };
    let body = html! {
        div .head { h1 { (title) } p .lead { (reader.hint(&text!("identity-workloads"))) } }
        @if seen.proposed {
            (notice(reader, Tone::Open, &text!("identity-proposed")))
            p { a href=(link::path(&["o", &desk.id, "approvals"])) { (reader.say(&text!("web-place-approvals"))) } }
        }
        section .panel aria-labelledby="workloads" {
            header { h2 #workloads { (reader.say(&text!("identity-workloads-here"))) } }
            @if seen.workloads.is_empty() {
                (empty(reader, Icon::Settings, &text!("identity-no-workloads"), &html! {}))
            } @else {
                (table(reader, desk, seen))
            }
        }
        @if seen.manages { (trust_form(reader, desk, seen.audience)) }
    };
    page(reader, &Shown { title: &title, at: Some(Place::People), searched: "" }, &body)
}

fn table(reader: &Reader, desk: &Desk, seen: &Seen<'_>) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="workloads" {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("identity-workload"))) }
                    th scope="col" { (reader.say(&text!("identity-conditions"))) }
                    th scope="col" { (reader.say(&text!("web-column-duties"))) }
                    th scope="col" { (reader.say(&text!("web-column-state"))) }
                } }
                tbody { @for workload in seen.workloads { (row(reader, desk, seen, workload)) } }
            }
        }
    }
}

fn row(reader: &Reader, desk: &Desk, seen: &Seen<'_>, workload: &Workload) -> Markup {
    html! {
        tr {
            th scope="row" {
                (workload.name)
                span .below .quiet { code { (workload.issuer) } }
                span .below .quiet { (workload.trusted_by) " " (instant(workload.trusted_at)) }
            }
            td {
                @for (claim, wanted) in &workload.conditions { span .below { code { (claim) " = " (wanted) } } }
                span .below .quiet { code { "aud = " (workload.audience) } }
            }
            td { (grants(reader, &workload.grants)) }
            td {
                @match workload.stands(seen.now) {
                    Ok(()) => {
                        (badge(Tone::Good, &reader.say(&text!("identity-trusted"))))
                        @if let Some(end) = workload.expires_at {
                            span .below .quiet { (reader.say(&text!("identity-until", at = instant(end)))) }
                        }
                        @if seen.manages {
                            form method="post" action=(link::path(&["o", &desk.id, "workloads", &workload.id, "revoke"])) {
                                (hidden(reader))
                                button type="submit" { (reader.say(&text!("identity-revoke"))) }
                            }
                        }
                    }
                    Err(refusal) => (badge(Tone::Plain, &reader.say(&refusal.says))),
                }
            }
        }
    }
}

fn trust_form(reader: &Reader, desk: &Desk, audience: &str) -> Markup {
    html! {
        section .panel aria-labelledby="trust" {
            header { h2 #trust { (reader.say(&text!("identity-trust"))) } }
            p .hint { (reader.hint(&text!("identity-trust"))) }
            form .decide method="post" action=(link::path(&["o", &desk.id, "workloads"])) {
                (hidden(reader))
                (field(reader, &Field::text("workload_name", text!("identity-workload-name"))))
                (field(reader, &Field::text("issuer", text!("identity-workload-issuer")).kind("url")))
                div .long .field {
                    label for="conditions" { (reader.say(&text!("identity-conditions"))) }
                    p .hint id="conditions-hint" { (reader.hint(&text!("identity-conditions"))) }
                    textarea id="conditions" name="conditions" rows="3" required aria-describedby="conditions-hint" {}
                }
                div .long { p { (reader.say(&text!("identity-audience"))) " " code { (audience) } } }
                div .long { (duties(reader, &Duty::ALL, "trust")) }
                (field(reader, &Field::text("products", text!("web-token-products")).optional()))
                div .field {
                    label for="days" { (reader.say(&text!("identity-days"))) }
                    input id="days" name="days" type="number" min="1" max="1096" value="366" required;
                }
                (field(reader, &Field::text("because", text!("identity-because")).optional()))
                div .row { button .primary type="submit" { (reader.say(&text!("identity-trust"))) } }
            }
        }
    }
}

/// Trusts a workload, or proposes it.
pub(crate) fn trust(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let bad = || Refusal::new(422, text!("web-bad-form"));
    let days: i64 = call.field("days").parse().map_err(|_| bad())?;
    let lasts = SignedDuration::from_hours(24 * days.clamp(0, 10_000));
    let asked = TrustAsked {
        name: call.field("workload_name").to_owned(),
        issuer: call.field("issuer").to_owned(),
        conditions: conditions(call.field("conditions"))?,
        grants: chosen(call),
        expires_at: Some(call.now.checked_add(lasts).map_err(|_| bad())?),
        because: call.field("because").to_owned(),
    };
    let path = link::path(&["o", call.operator(), "workloads"]);
    Ok(Answer::see(match trust_now(call, asked)? {
        Settled::Done => path,
        Settled::Proposed { .. } => format!("{path}?proposed=1"),
    }))
}

/// One condition a line: `claim = value`.
fn conditions(written: &str) -> Result<BTreeMap<String, String>, Refusal> {
    let mut found = BTreeMap::new();
    for line in written.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let pair = line.split_once('=').map(|(claim, wanted)| (claim.trim(), wanted.trim()));
        let (claim, wanted) = pair
            .filter(|(claim, wanted)| !claim.is_empty() && !wanted.is_empty())
            .ok_or_else(|| Refusal::new(422, text!("identity-condition-malformed", line = line)))?;
        if found.insert(claim.to_owned(), wanted.to_owned()).is_some() {
            return Err(Refusal::new(422, text!("identity-condition-twice", claim = claim)));
        }
    }
    Ok(found)
}

/// Takes the trust back, at once.
pub(crate) fn revoke_trust(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("workload").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    revoke_workload(call.store, &errand, &operator, &id)?;
    Ok(Answer::see(link::path(&["o", &operator, "workloads"])))
}

#[cfg(test)]
mod tests {
    use proofmark_access::Revoked;
    use proofmark_facts::Grant;
    use proptest::prelude::*;

    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_whatever_issuers_and_conditions_hold() {
        let standing = Workload {
            id: "ci".into(),
            name: "CI <b>".into(),
            issuer: "https://gitlab.example".into(),
            audience: "https://proofmark.example".into(),
            conditions: [("project_path".into(), "maker/<script>".into())].into(),
            grants: vec![Grant {
                operator: "a".into(),
                duty: Duty::Engineer,
                products: Some(vec!["<p>1".into()]),
            }],
            trusted_at: samples::now(),
            trusted_by: "anna".into(),
            expires_at: Some(samples::at("2029-02-01T09:00:00Z")),
            revoked: None,
        };
        let revoked = Revoked { at: samples::now(), by: "anna".into() };
        let all = [standing.clone(), Workload { revoked: Some(revoked), ..standing }];
        for reader in readers() {
            for (workloads, manages) in [(&all[..], true), (&all[..], false), (&[][..], true)] {
                let audience = "https://proofmark.example";
                let seen = Seen { workloads, now: samples::now(), manages, proposed: manages, audience };
                assert_sound(&shown(&reader, &seen));
            }
        }
    }

    #[test]
    fn a_condition_is_a_line() {
        let read = conditions("repository = maker/gateway\n\n ref=refs/tags/v*  \n sub = a=b").unwrap();
        assert_eq!(read["repository"], "maker/gateway");
        assert_eq!((read["ref"].as_str(), read["sub"].as_str()), ("refs/tags/v*", "a=b"));
        assert_eq!(conditions("repository").unwrap_err().says.id(), "identity-condition-malformed");
        assert_eq!(conditions("a = b\na = c").unwrap_err().says.id(), "identity-condition-twice");
    }

    proptest! {
        #[test]
        fn any_text_is_conditions_or_refused(written in "(\\PC|\n){0,80}") {
            if let Ok(read) = conditions(&written) {
                prop_assert!(read.iter().all(|(claim, wanted)| !claim.is_empty() && !wanted.is_empty()));
            }
        }
    }
}
