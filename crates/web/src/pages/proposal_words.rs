//! A proposal in words: what is there now, what would be after, what it is bound to, what stands in the way.

use maud::{Markup, html};
use proofmark_access::{
    Act, DeclarationSigning, FindingSeen, Ground, IdentityProvider, Membership, Proposal, ProposalState,
    Workload, duty_name,
};
use proofmark_actions::people::ProposalView;
use proofmark_facts::{DecisionRecord, DecisionStatus, Grant, VexJustification};
use proofmark_text::{Text, text};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::declaration::{signing_lines, waiting_links};
use super::words::{instant, status_says};
use crate::link;
use crate::look::{Desk, Reader, Tone, badge};

/// Digits of a digest that are shown: enough to tell two apart.
const DIGITS: usize = 12;

/// One line of what changes: what it is, as it is now, as it would be.
struct Line {
    what: Text,
    now: Markup,
    after: Markup,
}

/// Everything a second person must know before they sign.
pub(super) fn in_words(reader: &Reader, desk: Option<&Desk>, view: &ProposalView) -> Markup {
    let act = &view.proposal.act;
    let before = view.before.as_ref();
    html! {
        @match act {
            Act::DecideFinding { product, content, .. } => (finding(reader, desk, product, content, before)),
            Act::IssueDeclaration { product, release, signing } => {
                (declaration(reader, desk, (product, release), signing, &view.proposal))
            }
            Act::ChangeGrants { grants, .. } => (table(reader, &duties(reader, before, grants))),
            Act::TrustWorkload { workload } => (table(reader, &workload_lines(reader, before, workload))),
            Act::AddIdentityProvider { provider } => (table(reader, &provider_lines(reader, before, provider))),
            Act::ForgetSecondFactor { account } => {
                p { (reader.say(&text!("desk-forgets", account = account))) }
            }
            Act::FlagSamePerson { account, other } => {
                p { (reader.say(&text!("ends-flags", account = account, other = other))) }
            }
            Act::PartSamePerson { account, others } => {
                p { (reader.say(&text!("ends-parts", account = account, others = others.join(", ")))) }
            }
        }
        (bound_to(reader, &view.proposal.rests_on))
    }
}

/// What would refuse the signature of whoever reads it.
pub(super) fn in_the_way(reader: &Reader, refused_by: &[Text]) -> Markup {
    html! {
        @if !refused_by.is_empty() {
            div {
                p { strong { (reader.say(&text!("desk-in-the-way"))) } }
                ul .problems {
                    @for says in refused_by {
                        li {
                            (reader.say(says))
                            @let hint = reader.hint(says);
                            @if !hint.is_empty() { span .hint { (hint) } }
                        }
                    }
                }
            }
        }
    }
}

fn table(reader: &Reader, lines: &[Line]) -> Markup {
    let (now, after) = (reader.say(&text!("desk-now")), reader.say(&text!("desk-after")));
    html! {
        div .wide tabindex="0" role="region" aria-label=(reader.say(&text!("desk-what-changes"))) {
            table .stacked {
                thead { tr {
                    th scope="col" { span .hidden { (reader.say(&text!("web-column-what"))) } }
                    th scope="col" { (now) }
                    th scope="col" { (after) }
                } }
                tbody {
                    @for line in lines {
                        tr {
                            th scope="row" { (reader.say(&line.what)) }
                            td data-label=(now) { (line.now) }
                            td data-label=(after) { (line.after) }
                        }
                    }
                }
            }
        }
    }
}

/// What was kept of this kind; what cannot be read is as good as not there, and the digests below still bind.
fn kept<T: DeserializeOwned>(content: Option<&Value>) -> Option<T> {
    content.and_then(|content| serde_json::from_value(content.clone()).ok())
}

fn finding(
    reader: &Reader,
    desk: Option<&Desk>,
    product: &str,
    content: &Value,
    before: Option<&Value>,
) -> Markup {
    let Some(after) = kept::<DecisionRecord>(Some(content)) else {
        // Approved is what is read: where it has no words it is shown as it is.
        return html! { pre { (serde_json::to_string_pretty(content).unwrap_or_default()) } };
    };
    let now = kept::<DecisionRecord>(before);
    html! {
        p {
            @if let Some(desk) = desk {
                @let query = [("product", product), ("vulnerability", after.vulnerability.as_str())];
                @let findings = link::with_query(&link::path(&["o", &desk.id, "findings"]), &query);
                a href=(findings) { (after.vulnerability) } " · " code { (after.component) } " · "
                a href=(link::path(&["o", &desk.id, "products", product])) { (product) }
            } @else {
                (after.vulnerability) " · " code { (after.component) } " · " (product)
            }
        }
        (table(reader, &decision_lines(reader, now.as_ref(), &after)))
    }
}

/// The declaration that is signed: who signs it where, and the paper as it will be issued.
fn declaration(
    reader: &Reader,
    desk: Option<&Desk>,
    (product, release): (&str, &str),
    signing: &DeclarationSigning,
    proposal: &Proposal,
) -> Markup {
    html! {
        (signing_lines(reader, signing))
        @if let Some(desk) = desk {
            @if proposal.state == ProposalState::Open {
                (waiting_links(reader, desk, (product, release), &proposal.id))
            }
            p {
                a href=(link::path(&["o", &desk.id, "products", product, "releases", release, "declaration"])) {
                    (reader.say(&text!("issuing-title", of = format!("{product} {release}"))))
                }
            }
        }
    }
}

fn decision_lines(reader: &Reader, now: Option<&DecisionRecord>, after: &DecisionRecord) -> Vec<Line> {
    let undecided = || badge(Tone::Open, &reader.say(&text!("web-undecided")));
    let both = |what: Text, of: &dyn Fn(&DecisionRecord) -> Markup| Line {
        what,
        now: now.map(of).unwrap_or_default(),
        after: of(after),
    };
    let mut lines = vec![Line {
        what: text!("web-column-decision"),
        now: now.map_or_else(undecided, |now| status(reader, now.status)),
        after: status(reader, after.status),
    }];
    let justified = |record: &DecisionRecord| record.justification.is_some();
    if justified(after) || now.is_some_and(justified) {
        lines.push(both(text!("web-decide-justification"), &|record| {
            html! { @if let Some(why) = record.justification { (reader.say(&justification(why))) } }
        }));
    }
    if after.risk_accepted || now.is_some_and(|now| now.risk_accepted) {
        lines.push(both(text!("desk-risk-accepted"), &|record| said(reader, record.risk_accepted)));
    }
    lines.push(both(text!("web-decide-because"), &|record| html! { (record.because) }));
    lines.push(both(text!("web-decide-expires"), &|record| {
        if let Some(on) = record.expires_on {
            html! { (on) }
        } else {
            html! { (reader.say(&text!("desk-no-end"))) }
        }
    }));
    lines.push(both(text!("desk-decided-by"), &|record| {
        html! { (record.decided_by) span .below { (instant(record.decided_at)) } }
    }));
    lines
}

fn status(reader: &Reader, status: DecisionStatus) -> Markup {
    let word = serde_json::to_value(status).ok();
    let word = word.as_ref().and_then(Value::as_str).unwrap_or_default();
    html! { @if let Some((tone, says)) = status_says(word) { (badge(tone, &reader.say(&says))) } }
}

fn justification(why: VexJustification) -> Text {
    match why {
        VexJustification::ComponentNotPresent => text!("web-because-component-not-present"),
        VexJustification::VulnerableCodeNotPresent => text!("web-because-code-not-present"),
        VexJustification::VulnerableCodeNotInExecutePath => text!("web-because-not-executed"),
        VexJustification::VulnerableCodeCannotBeControlledByAdversary => text!("web-because-not-controlled"),
        VexJustification::InlineMitigationsAlreadyExist => text!("web-because-mitigated"),
    }
}

/// Every duty that is held now or would be after, each with its products.
fn duties(reader: &Reader, before: Option<&Value>, after: &[Grant]) -> Vec<Line> {
    let now = kept::<Membership>(before).map(|held| held.grants).unwrap_or_default();
    let mut all: Vec<&Grant> = now.iter().collect();
    all.extend(after.iter().filter(|grant| !now.contains(grant)));
    let line = |grant: &Grant| Line {
        what: match &grant.products {
            None => duty_name(grant.duty),
            Some(products) => {
                text!("desk-duty-for", duty = duty_name(grant.duty), products = products.join(", "))
            }
        },
        now: said(reader, now.contains(grant)),
        after: said(reader, after.contains(grant)),
    };
    all.into_iter().map(line).collect()
}

fn said(reader: &Reader, yes: bool) -> Markup {
    let (tone, says) = if yes { (Tone::Good, text!("desk-yes")) } else { (Tone::Plain, text!("desk-no")) };
    badge(tone, &reader.say(&says))
}

fn workload_lines(reader: &Reader, before: Option<&Value>, after: &Workload) -> Vec<Line> {
    let now = kept::<Workload>(before);
    let both = |what: Text, of: &dyn Fn(&Workload) -> Markup| Line {
        what,
        now: now.as_ref().map(of).unwrap_or_default(),
        after: of(after),
    };
    vec![
        both(text!("desk-trusted"), &|one| said(reader, one.revoked.is_none())),
        both(text!("desk-issuer"), &|one| html! { code { (one.issuer) } }),
        both(text!("desk-audience"), &|one| html! { code { (one.audience) } }),
        both(text!("desk-conditions"), &|one| {
            html! { @for (claim, wanted) in &one.conditions { span .below { code { (claim) " = " (wanted) } } } }
        }),
        both(text!("web-column-duties"), &|one| {
            html! { @for grant in &one.grants { span .below { (reader.say(&duty_name(grant.duty))) } } }
        }),
    ]
}

fn provider_lines(reader: &Reader, before: Option<&Value>, after: &IdentityProvider) -> Vec<Line> {
    let now = kept::<IdentityProvider>(before);
    let both = |what: Text, of: &dyn Fn(&IdentityProvider) -> Markup| Line {
        what,
        now: now.as_ref().map(of).unwrap_or_default(),
        after: of(after),
    };
    vec![
        both(text!("desk-issuer"), &|one| html! { code { (one.issuer) } }),
        both(text!("desk-client"), &|one| html! { code { (one.client_id) } }),
        both(text!("desk-paused"), &|one| said(reader, one.paused_at.is_some())),
    ]
}

/// The records it rests on, each with the version that was seen when it was proposed.
fn bound_to(reader: &Reader, grounds: &[Ground]) -> Markup {
    html! {
        @if !grounds.is_empty() {
            details {
                summary { (reader.say(&text!("desk-bound"))) }
                p .hint { (reader.hint(&text!("desk-bound"))) }
                ul {
                    @for ground in grounds {
                        li {
                            (ground.kind) " " code { (ground.id) } ": "
                            @match (&ground.finding, ground.sha256.as_ref().or(ground.declaration.as_ref().map(|seen| &seen.dossier))) {
                                (Some(seen), _) => (seen_as(reader, seen)),
                                (None, Some(version)) => {
                                    @let version: String = version.to_string().chars().take(DIGITS).collect();
                                    (reader.say(&text!("desk-bound-version", version = version)))
                                }
                                (None, None) => (reader.say(&text!("desk-bound-nothing"))),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A finding as whoever proposed saw it.
fn seen_as(reader: &Reader, seen: &FindingSeen) -> String {
    let exploited = if seen.exploited { text!("desk-yes") } else { text!("desk-no") };
    let fixed = if seen.fixed_in.is_empty() { "–" } else { &seen.fixed_in };
    let score =
        if seen.score < 0 { "–".to_owned() } else { format!("{}.{}", seen.score / 10, seen.score % 10) };
    reader.say(&text!("desk-bound-finding", score = score, exploited = exploited, fixed = fixed))
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{Duty, RecordKey, RecordKind, Sha256};
    use serde_json::json;

    use super::*;
    use crate::look::readers;
    use crate::pages::samples;

    fn view(act: Act, before: Option<Value>) -> ProposalView {
        let key = RecordKey { operator: "a".into(), kind: RecordKind::Decision, id: "<x>".into() };
        let proposal = Proposal {
            id: "0a".into(),
            act,
            because: "so".into(),
            proposed_by: "anna".into(),
            person: "anna".into(),
            proposed_at: samples::now(),
            expires_at: samples::at("2028-02-15T09:00:00Z"),
            rests_on: vec![Ground::new(&key, Some(Sha256::of(b"x"))), Ground::new(&key, None)],
            state: ProposalState::Open,
        };
        ProposalView {
            proposal,
            before,
            own: false,
            competing: Vec::new(),
            dossier_decides: None,
            refused_by: Vec::new(),
        }
    }

    fn decision(status: &str) -> Value {
        json!({
            "product": "gateway", "vulnerability": "CVE-2026-1", "component": "<b>lib", "status": status,
            "because": "<script>", "decided_by": "anna", "decided_at": "2028-02-01T09:00:00Z",
        })
    }

    #[test]
    fn before_and_after_are_said_and_nothing_becomes_markup() {
        let act = |content| Act::DecideFinding {
            product: "gateway".into(),
            decision: "gateway CVE-2026-1 <b>lib".into(),
            content,
        };
        for reader in readers() {
            let desk = reader.desk.clone().unwrap();
            let shown = in_words(
                &reader,
                Some(&desk),
                &view(act(decision("not_affected")), Some(decision("affected"))),
            )
            .0;
            let place = |key: &Text| shown.find(&reader.say(key)).unwrap_or_default();
            let (now, after) = (text!("web-status-affected"), text!("web-status-not-affected"));
            assert!(place(&now) > 0 && place(&now) < place(&after), "{shown}");
            assert!(!shown.contains("<script>") && !shown.contains("<b>"), "{shown}");
            // What is no decision is shown as it is rather than as nothing.
            let odd = in_words(&reader, Some(&desk), &view(act(json!({"odd": "<i>"})), None)).0;
            assert!(odd.contains("odd") && !odd.contains("<i>"), "{odd}");
        }
    }

    #[test]
    fn a_duty_that_is_taken_away_is_shown_as_well_as_one_that_is_given() {
        let grant = |duty| Grant { operator: "a".into(), duty, products: None };
        let held = json!({ "account": "ben", "grants": [grant(Duty::Approver)] });
        let act = Act::ChangeGrants { account: "ben".into(), grants: vec![grant(Duty::Auditor)] };
        for reader in readers() {
            let desk = reader.desk.clone().unwrap();
            let shown = in_words(&reader, Some(&desk), &view(act.clone(), Some(held.clone()))).0;
            for duty in [Duty::Approver, Duty::Auditor] {
                assert!(shown.contains(&reader.say(&duty_name(duty))), "{shown}");
            }
        }
    }
}
