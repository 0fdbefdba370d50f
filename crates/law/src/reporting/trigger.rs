//! Articles 14(1), (3), (5) and 15: whether an event must be notified, may be, or is none of these.

use proofmark_facts::{CaseKnowledge, Stream};
use proofmark_text::{Arg, Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::reason::Reason;
use crate::reporting::asked::Asked;
use crate::reporting::bound::{Bound, bound};
use crate::source::{F, G, I, P, S, Source};
use crate::step::not_stated;

/// Whether an event is to be notified, with reasons.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TriggerVerdict {
    /// The answer.
    pub outcome: TriggerOutcome,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Where the questions end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TriggerOutcome {
    /// Article 14 demands the notifications.
    Mandatory,
    /// Article 14 does not demand them; Article 15 allows them.
    Voluntary,
    /// Neither article is about this event.
    NotReportable,
    /// These facts are missing, or contradict each other.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// One thing that must be so for a duty, and what follows where it is not.
struct Condition {
    fact: &'static str,
    of: fn(&CaseKnowledge) -> Option<bool>,
    source: Source,
    cites: Citation,
    /// What to say where it is not so.
    no: fn() -> Text,
}

/// An actively exploited vulnerability contained in the product (DEF-29, TRG-01, TRG-04, TRG-05).
const VULNERABILITY: [Condition; 6] = [
    Condition {
        fact: "known.exploited_somewhere",
        // Exploitation in our product is exploitation somewhere; unknown elsewhere does not matter then.
        of: |known| if known.exploited_somewhere == Some(false) { Some(false) } else { Some(true) },
        source: Source::new("TRG-04", &[P, F]),
        cites: Citation::article(3).point("42"),
        no: || text!("reporting-not-exploited-anywhere"),
    },
    Condition {
        fact: "known.exploitable_in_our_product",
        // Exploited in it means exploitable in it, and while nobody knows of an exploit the next question decides.
        of: |known| if known.exploitable_in_our_product == Some(false) { Some(false) } else { Some(true) },
        source: Source::new("TRG-05", &[G, F]),
        cites: Citation::guidance(218),
        no: || text!("reporting-not-exploitable"),
    },
    Condition {
        fact: "known.exploited_in_our_product",
        of: |known| known.exploited_in_our_product,
        source: Source::new("TRG-01", &[P]),
        cites: Citation::article(14).paragraph(1),
        no: || text!("reporting-not-exploited-here"),
    },
    Condition {
        fact: "known.reliable_evidence",
        of: |known| known.reliable_evidence,
        source: Source::new("DEF-29", &[P]),
        cites: Citation::article(3).point("42"),
        no: || text!("reporting-no-reliable-evidence"),
    },
    Condition {
        fact: "known.malicious_actor",
        // Research in good faith is no malicious actor, whatever else is unknown.
        of: |known| {
            if known.good_faith_research_only == Some(true) { Some(false) } else { known.malicious_actor }
        },
        source: Source::new("TRG-04", &[P, F]),
        cites: Citation::recital(68),
        no: || text!("reporting-no-malicious-actor"),
    },
    Condition {
        fact: "known.without_owner_permission",
        of: |known| known.without_owner_permission,
        source: Source::new("DEF-29", &[P]),
        cites: Citation::article(3).point("42"),
        no: || text!("reporting-with-permission"),
    },
];

/// Decides one case.
pub(crate) fn trigger(asked: &Asked<'_>) -> TriggerVerdict {
    let (event, mut reasons) = match asked.case.stream {
        Stream::Vulnerability => vulnerability(asked),
        Stream::Incident => incident(asked),
        Stream::NearMiss | Stream::CyberThreat => less_than_an_incident(asked),
    };
    let outcome = match (bound(asked, &mut reasons), event) {
        (Bound::Not, TriggerOutcome::NotReportable) | (Bound::NotAtAll, _) => TriggerOutcome::NotReportable,
        (Bound::Not, _) => TriggerOutcome::Voluntary,
        // What is missing on the operator matters only where the event itself could be reportable.
        (Bound::Undetermined { missing }, TriggerOutcome::Mandatory) => {
            TriggerOutcome::Undetermined { missing }
        }
        (Bound::Undetermined { missing }, TriggerOutcome::Undetermined { missing: of_event }) => {
            TriggerOutcome::Undetermined { missing: of_event.into_iter().chain(missing).collect() }
        }
        (Bound::Yes | Bound::Undetermined { .. }, event) => event,
    };
    match outcome {
        TriggerOutcome::Mandatory => reasons.extend(mandatory(asked)),
        TriggerOutcome::Voluntary => reasons.extend(voluntary(asked)),
        _ => {}
    }
    TriggerVerdict { outcome, reasons }
}

fn vulnerability(asked: &Asked<'_>) -> (TriggerOutcome, Vec<Reason>) {
    if let Some(found) = contradiction(asked) {
        return found;
    }
    let (outcome, mut reasons) = every(asked, &VULNERABILITY);
    let known = asked.known();
    if outcome == TriggerOutcome::Voluntary {
        reasons.extend(component(asked));
    }
    if outcome == TriggerOutcome::Mandatory {
        let source = Source::new("TRG-01", &[P]);
        let says = text!("reporting-exploited-here");
        let cites = Citation::article(14).paragraph(1);
        reasons.push(Reason::new(says, source, cites).on(asked.path("known.exploited_in_our_product")));
        if known.in_third_party_component == Some(true) {
            let source = Source::new("TRG-05", &[G, F]);
            let says = text!("reporting-component-exploited-here", component = component_name(known));
            let reason = Reason::new(says, source, Citation::guidance(218));
            reasons.push(reason.on(asked.path("known.in_third_party_component")));
            reasons.push(upstream(asked));
        }
    }
    (outcome, reasons)
}

/// Facts of a vulnerability that cannot all be true.
fn contradiction(asked: &Asked<'_>) -> Option<(TriggerOutcome, Vec<Reason>)> {
    let known = asked.known();
    let exploited_here = known.exploited_in_our_product == Some(true);
    let clash = if exploited_here && known.exploited_somewhere == Some(false) {
        ["known.exploited_somewhere", "known.exploited_in_our_product"]
    } else if exploited_here && known.exploitable_in_our_product == Some(false) {
        ["known.exploitable_in_our_product", "known.exploited_in_our_product"]
    } else if known.good_faith_research_only == Some(true) && known.malicious_actor == Some(true) {
        ["known.good_faith_research_only", "known.malicious_actor"]
    } else {
        return None;
    };
    let [one, other] = clash.map(|fact| asked.path(fact));
    let source = Source::new("DEF-29", &[P]);
    let says = text!("reporting-facts-clash", one = &one, other = &other);
    let reason = Reason::new(says, source, Citation::article(3).point("42")).on(&one);
    Some((TriggerOutcome::Undetermined { missing: vec![one, other] }, vec![reason]))
}

/// All conditions of a duty: one that is not so decides, whatever is unknown beside it.
fn every(asked: &Asked<'_>, conditions: &[Condition]) -> (TriggerOutcome, Vec<Reason>) {
    let known = asked.known();
    let no = conditions.iter().find(|condition| (condition.of)(known) == Some(false));
    if let Some(no) = no {
        let reason = Reason::new((no.no)(), no.source, no.cites).on(asked.path(no.fact));
        return (TriggerOutcome::Voluntary, vec![reason]);
    }
    let unknown: Vec<&Condition> =
        conditions.iter().filter(|condition| (condition.of)(known).is_none()).collect();
    if unknown.is_empty() {
        return (TriggerOutcome::Mandatory, Vec::new());
    }
    let reasons =
        unknown.iter().map(|open| not_stated(&asked.path(open.fact), open.source, open.cites)).collect();
    let missing = unknown.iter().map(|open| asked.path(open.fact)).collect();
    (TriggerOutcome::Undetermined { missing }, reasons)
}

/// TRG-05: a component's vulnerability that is not exploited in this product goes upstream.
fn component(asked: &Asked<'_>) -> Vec<Reason> {
    let known = asked.known();
    if known.in_third_party_component != Some(true) {
        return Vec::new();
    }
    let source = Source::new("TRG-05", &[G, F]);
    let says = text!("reporting-component-elsewhere", component = component_name(known));
    let path = asked.path("known.in_third_party_component");
    let mut reasons = vec![Reason::new(says, source, Citation::guidance(218)).on(path), upstream(asked)];
    if known.exploitable_in_our_product != Some(false) && known.exploited_in_our_product == Some(false) {
        // The guidance asks for exploitation in the product, the FAQ stops at exploitability.
        let source = Source::new("OPN-09", &[F, G]);
        let reason = Reason::new(text!("reporting-component-open"), source, Citation::faq("5.4"));
        let path = asked.path("known.exploitable_in_our_product");
        reasons.push(reason.on(path).for_review(text!("reporting-review-component")));
    }
    reasons
}

fn upstream(asked: &Asked<'_>) -> Reason {
    let source = Source::new("MAN-13-06", &[P]);
    let says = text!("reporting-upstream", component = component_name(asked.known()));
    let reason = Reason::new(says, source, Citation::article(13).paragraph(6));
    reason.on(asked.path("known.in_third_party_component"))
}

fn component_name(known: &CaseKnowledge) -> Arg {
    known.component.as_ref().map_or_else(|| Arg::from(text!("reporting-the-component")), Arg::from)
}

/// DEF-31 and DEF-33: it must touch the product's security, and be severe in one of two ways.
fn incident(asked: &Asked<'_>) -> (TriggerOutcome, Vec<Reason>) {
    let known = asked.known();
    let touches = Source::new("DEF-31", &[P]);
    let severe = Source::new("DEF-33", &[P]);
    let of_severity = Citation::article(14).paragraph(5);
    let path = asked.path("known.affects_product_security");
    if known.affects_product_security == Some(false) {
        let says = text!("reporting-incident-beside-the-product");
        let reason = Reason::new(says, touches, Citation::article(3).point("44")).on(path);
        return (TriggerOutcome::NotReportable, vec![reason]);
    }
    let ways = [
        ("known.affects_sensitive_or_important", known.affects_sensitive_or_important),
        ("known.leads_to_malicious_code", known.leads_to_malicious_code),
    ];
    let mut reasons = Vec::new();
    let mut missing = Vec::new();
    if known.affects_product_security.is_none() {
        reasons.push(not_stated(&path, touches, Citation::article(3).point("44")));
        missing.push(path);
    }
    if let Some((fact, _)) = ways.iter().find(|(_, fact)| *fact == Some(true)) {
        let says = match *fact {
            "known.leads_to_malicious_code" => text!("reporting-incident-code"),
            _ => text!("reporting-incident-sensitive"),
        };
        reasons.push(Reason::new(says, severe, of_severity).on(asked.path(fact)));
    } else if ways.iter().all(|(_, fact)| *fact == Some(false)) {
        let reason = Reason::new(text!("reporting-incident-not-severe"), severe, of_severity);
        return (TriggerOutcome::Voluntary, vec![reason.on(asked.path(ways[0].0))]);
    } else {
        for (fact, _) in ways.iter().filter(|(_, fact)| fact.is_none()) {
            reasons.push(not_stated(&asked.path(fact), severe, of_severity));
            missing.push(asked.path(fact));
        }
    }
    if !missing.is_empty() {
        return (TriggerOutcome::Undetermined { missing }, reasons);
    }
    let source = Source::new("DEF-30", &[P]);
    let says = text!("reporting-incident");
    reasons.push(Reason::new(says, source, Citation::article(3).point("43")).on(asked.path("stream")));
    let source = Source::new("TRG-02", &[P]);
    reasons.push(Reason::new(text!("reporting-incident-severe"), source, Citation::article(14).paragraph(3)));
    (TriggerOutcome::Mandatory, reasons)
}

fn less_than_an_incident(asked: &Asked<'_>) -> (TriggerOutcome, Vec<Reason>) {
    let source = Source::new("DEF-32", &[P]);
    let (says, cites) = if asked.case.stream == Stream::NearMiss {
        (text!("reporting-near-miss"), Citation::article(3).point("46"))
    } else {
        (text!("reporting-cyber-threat"), Citation::article(3).point("45"))
    };
    (TriggerOutcome::Voluntary, vec![Reason::new(says, source, cites).on(asked.path("stream"))])
}

/// What goes with a duty to notify.
fn mandatory(asked: &Asked<'_>) -> Vec<Reason> {
    let source = Source::new("TRG-03", &[P]);
    let cites = Citation::article(14).paragraph(7);
    let mut reasons = vec![Reason::new(text!("reporting-through-the-platform"), source, cites)];
    if asked.known().concerns_remote_data_processing == Some(true) {
        let source = Source::new("TRG-06", &[G]);
        let reason = Reason::new(text!("reporting-remote-too"), source, Citation::guidance(178));
        reasons.push(reason.on(asked.path("known.concerns_remote_data_processing")));
    }
    if asked.dossier.operator.enterprise_size.is_some() {
        let source = Source::new("TRG-08", &[P]);
        let reason = Reason::new(text!("reporting-every-size"), source, Citation::article(14));
        reasons.push(reason.on("operator.enterprise_size"));
    }
    if asked.dossier.release.placed_on_the_market_on.is_some_and(|on| on < FULL_APPLICATION) {
        let source = Source::new("TRG-09", &[P, G]);
        let reason = Reason::new(text!("reporting-legacy"), source, Citation::article(69).paragraph(3));
        reasons.push(reason.on("release.placed_on_the_market_on"));
    }
    if asked.dossier.support_period.ends_on.is_some_and(|ends_on| ends_on < asked.day) {
        let source = Source::new("TRN-03", &[G]);
        let reason = Reason::new(text!("reporting-after-support"), source, Citation::guidance(210));
        reasons.push(reason.on("support_period.ends_on"));
        let source = Source::new("TRN-04", &[G, F]);
        let reason = Reason::new(text!("reporting-only-reporting"), source, Citation::faq("5.3"));
        reasons.push(reason.on("support_period.ends_on"));
    }
    reasons
}

/// What goes with a notification that is allowed only.
fn voluntary(asked: &Asked<'_>) -> Vec<Reason> {
    let source = Source::new("SRP-08", &[S]);
    let reason = Reason::new(text!("reporting-voluntary"), source, Citation::article(15));
    let mut reasons = vec![reason];
    if asked.day < FULL_APPLICATION {
        let source = Source::new("OPN-02", &[P, I]);
        let says = text!("reporting-voluntary-later");
        reasons.push(Reason::new(says, source, Citation::article(71).paragraph(2)));
    }
    reasons
}
