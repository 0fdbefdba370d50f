//! Article 16(2) and Delegated Regulation (EU) 2026/881: who gets a notification, and what may hold it back.

use proofmark_facts::{Country, Dissemination, ExceptionalCircumstance, Stream};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::reporting::asked::Asked;
use crate::source::{E, P, P_DR, S, Source};
use crate::step::not_stated;

/// Where a notification goes, and which grounds for delay could apply. The coordinator decides on a delay, not the operator.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DisseminationVerdict {
    /// The grounds.
    pub grounds: Vec<DelayGround>,
    /// What happens to a notification.
    pub reasons: Vec<Reason>,
}

/// A ground for delay.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DelayGround {
    /// Which one.
    pub ground: Ground,
    /// Whether it could apply.
    pub may_apply: MayApply,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The grounds for delay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// What the information is (Delegated Regulation (EU) 2026/881, Article 3).
    NatureOfTheInformation,
    /// A CSIRT that would receive it (Article 4).
    Recipient,
    /// The platform (Article 5).
    Platform,
    /// Particularly exceptional circumstances (Article 16(2), third subparagraph).
    ParticularlyExceptional,
}

/// Whether a ground could apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MayApply {
    /// The declared facts fit.
    Yes,
    /// They do not.
    No,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

const NATURE: Source = Source::new("DEL-04", &[P_DR]);
const NATURE_CITES: Citation = Citation::act("Delegated Regulation (EU) 2026/881, Article 3");

/// What could happen to this case's notification.
pub(crate) fn dissemination(asked: &Asked<'_>, coordinator: Option<Country>) -> DisseminationVerdict {
    let facts = &asked.case.dissemination;
    let grounds = vec![
        nature(asked, facts),
        one_fact(
            asked,
            Ground::Recipient,
            ("dissemination.recipient_cannot_protect_it", facts.recipient_cannot_protect_it),
            (Source::new("DEL-05", &[P_DR]), "Delegated Regulation (EU) 2026/881, Article 4"),
            [text!("reporting-delay-recipient"), text!("reporting-delay-no-recipient")],
        ),
        one_fact(
            asked,
            Ground::Platform,
            ("dissemination.platform_compromised", facts.platform_compromised),
            (Source::new("DEL-06", &[P_DR]), "Delegated Regulation (EU) 2026/881, Article 5"),
            [text!("reporting-delay-platform"), text!("reporting-delay-no-platform")],
        ),
        exceptional(asked, facts),
    ];
    DisseminationVerdict { grounds, reasons: onward(asked, coordinator) }
}

/// One of the four reasons: its key, whether it holds, and what to say.
type Because = (&'static str, Option<bool>, fn() -> Text);

/// DEL-04: risks outweigh, marking is not enough, and one of four reasons.
fn nature(asked: &Asked<'_>, facts: &Dissemination) -> DelayGround {
    let both = [
        ("dissemination.risks_outweigh_benefits", facts.risks_outweigh_benefits),
        ("dissemination.marking_is_enough", facts.marking_is_enough.map(|enough| !enough)),
    ];
    let any: [Because; 4] = [
        (
            "dissemination.mitigation_expected_within_72_hours",
            facts.mitigation_expected_within_72_hours,
            || text!("reporting-delay-mitigation"),
        ),
        ("dissemination.enough_to_build_an_exploit", facts.enough_to_build_an_exploit, || {
            text!("reporting-delay-exploit")
        }),
        ("dissemination.partial_information_is_enough", facts.partial_information_is_enough, || {
            text!("reporting-delay-partial")
        }),
        (
            "dissemination.coordinator_is_trusted_intermediary",
            facts.coordinator_is_trusted_intermediary,
            || text!("reporting-delay-intermediary"),
        ),
    ];
    let no = |fact: &str| {
        let reason = Reason::new(text!("reporting-delay-no-nature"), NATURE, NATURE_CITES);
        (MayApply::No, vec![reason.on(asked.path(fact))])
    };
    let (may_apply, reasons) = if let Some((fact, _)) = both.iter().find(|(_, so)| *so == Some(false)) {
        no(fact)
    } else if any.iter().all(|(_, so, _)| *so == Some(false)) {
        no(any[0].0)
    } else {
        let fits: Vec<_> = any.iter().filter(|(_, so, _)| *so == Some(true)).collect();
        let mut missing: Vec<&str> =
            both.iter().filter(|(_, so)| so.is_none()).map(|(fact, _)| *fact).collect();
        if fits.is_empty() {
            missing.extend(any.iter().filter(|(_, so, _)| so.is_none()).map(|(fact, ..)| *fact));
        }
        let fit =
            fits.iter().map(|(fact, _, says)| Reason::new(says(), NATURE, NATURE_CITES).on(asked.path(fact)));
        let reasons =
            fit.chain(missing.iter().map(|fact| not_stated(&asked.path(fact), NATURE, NATURE_CITES)));
        let reasons = reasons.collect();
        let missing: Vec<String> = missing.iter().map(|fact| asked.path(fact)).collect();
        let may = if missing.is_empty() { MayApply::Yes } else { MayApply::Undetermined { missing } };
        (may, reasons)
    };
    DelayGround { ground: Ground::NatureOfTheInformation, may_apply, reasons }
}

fn one_fact(
    asked: &Asked<'_>,
    ground: Ground,
    (fact, stated): (&str, Option<bool>),
    (source, cites): (Source, &'static str),
    [yes, no]: [Text; 2],
) -> DelayGround {
    let path = asked.path(fact);
    let cites = Citation::act(cites);
    let (may_apply, reason) = match stated {
        Some(true) => (MayApply::Yes, Reason::new(yes, source, cites).on(path)),
        Some(false) => (MayApply::No, Reason::new(no, source, cites).on(path)),
        None => (MayApply::Undetermined { missing: vec![path.clone()] }, not_stated(&path, source, cites)),
    };
    DelayGround { ground, may_apply, reasons: vec![reason] }
}

/// DEL-08: only a manufacturer's vulnerability notification can state them, and only while it is being made.
fn exceptional(asked: &Asked<'_>, facts: &Dissemination) -> DelayGround {
    let source = Source::new("DEL-08", &[P]);
    let cites = Citation::article(16).paragraph(2).subparagraph(3);
    let path = asked.path("dissemination.particularly_exceptional");
    let stated = &facts.particularly_exceptional;
    let no = |reason: Reason| (MayApply::No, vec![reason.on(&path)]);
    let (may_apply, reasons) = if asked.case.stream != Stream::Vulnerability {
        no(Reason::new(text!("reporting-exceptional-no-incident"), Source::new("ERR-32", &[P]), cites))
    } else if stated.is_empty() {
        no(Reason::new(text!("reporting-exceptional-none"), source, cites))
    } else {
        let each = stated.iter().map(|circumstance| {
            let says = match circumstance {
                ExceptionalCircumstance::OnlyInThisMemberState => text!("reporting-exceptional-only-here"),
                ExceptionalCircumstance::EssentialInterests => text!("reporting-exceptional-interests"),
                ExceptionalCircumstance::ImminentHighRisk => text!("reporting-exceptional-risk"),
            };
            Reason::new(says, source, cites).on(&path)
        });
        let stage = Source::new("SRP-11", &[E]);
        let says = if asked.by_now(asked.case.sent.notification_at).is_some() {
            text!("reporting-exceptional-too-late")
        } else {
            text!("reporting-exceptional-stage")
        };
        (MayApply::Yes, each.chain([Reason::new(says, stage, cites)]).collect())
    };
    DelayGround { ground: Ground::ParticularlyExceptional, may_apply, reasons }
}

/// What the coordinator does with a notification.
fn onward(asked: &Asked<'_>, coordinator: Option<Country>) -> Vec<Reason> {
    let article = Citation::article(16);
    let named = &asked.case.content.member_states;
    let only_here = coordinator.is_some_and(|here| !named.is_empty() && named.iter().all(|at| *at == here));
    let first = if only_here {
        let cites = Citation::act("Delegated Regulation (EU) 2026/881, recital 7");
        Reason::new(text!("reporting-onward-only-here"), Source::new("DEL-02", &[P_DR]), cites)
    } else {
        Reason::new(
            text!("reporting-onward"),
            Source::new("DEL-01", &[P]),
            article.paragraph(2).subparagraph(1),
        )
    };
    let second = article.paragraph(2).subparagraph(2);
    let mut reasons = vec![first.on(asked.path("content.member_states"))];
    if asked.case.dissemination.delay_requested == Some(true) {
        let says = text!("reporting-delay-asked");
        let path = asked.path("dissemination.delay_requested");
        reasons.push(Reason::new(says, Source::new("DEL-03", &[P]), second).on(path));
        // The Article points at the early warning for the sensitivity, which only the notification asks about.
        let path = asked.path("content.sensitivity");
        let open = Reason::new(text!("reporting-sensitivity-slip"), Source::new("OPN-01", &[P]), second);
        reasons.push(open.on(path).for_review(text!("reporting-review-sensitivity")));
    }
    let act = Citation::act("Delegated Regulation (EU) 2026/881, recital 2");
    reasons.extend([
        Reason::new(text!("reporting-enisa-has-it"), Source::new("DEL-07", &[P_DR]), act),
        Reason::new(
            text!("reporting-market-surveillance"),
            Source::new("DEL-09", &[P]),
            article.paragraph(3),
        ),
        Reason::new(
            text!("reporting-public-after-fix"),
            Source::new("DEL-10", &[P]),
            Citation::article(17).paragraph(5),
        ),
        Reason::new(
            text!("reporting-no-liability"),
            Source::new("DEL-11", &[P]),
            Citation::article(17).paragraph(4),
        ),
        Reason::new(
            text!("reporting-platform-down"),
            Source::new("SRP-10", &[S]),
            Citation::article(14).paragraph(1),
        ),
    ]);
    reasons
}
