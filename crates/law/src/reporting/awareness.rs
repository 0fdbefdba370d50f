//! When the operator became aware: signal, assessment and awareness are three instants (guidance, points 211 to 214).

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::AwarenessRuling;
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::reporting::asked::Asked;
use crate::reporting::period::Period;
use crate::source::{F, G, I, Source};

/// An assessment that takes longer than this is asked about. It is no legal limit: the guidance says "immediately".
pub const LONG_ASSESSMENT_HOURS: i64 = 4;

/// From signal to awareness.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AwarenessVerdict {
    /// How far it has come.
    pub outcome: AwarenessOutcome,
    /// Where the first 24 hours would end if an authority took the signal itself for awareness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub early_warning_from_signal_at: Option<Timestamp>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// How far awareness has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AwarenessOutcome {
    /// No signal, no assessment, no ruling.
    NoSignal,
    /// A signal whose assessment has not begun.
    NotAssessed {
        /// When the signal came in.
        signal_at: Timestamp,
    },
    /// An assessment that has not ended.
    UnderAssessment {
        /// When it began.
        since: Timestamp,
    },
    /// Aware.
    Aware {
        /// Since when.
        aware_at: Timestamp,
    },
    /// Several instants compete, or they contradict each other.
    Undetermined {
        /// The earliest of them: to be alarmed by until somebody rules.
        alarm_from: Timestamp,
    },
}

impl AwarenessVerdict {
    /// The instant clocks run from, if they run; the safe one where several compete.
    pub fn clocks_from(&self) -> Option<Timestamp> {
        match self.outcome {
            AwarenessOutcome::Aware { aware_at } => Some(aware_at),
            AwarenessOutcome::Undetermined { alarm_from } => Some(alarm_from),
            _ => None,
        }
    }
}

const PROMPT: Source = Source::new("AWR-01", &[G]);
const AWARE: Source = Source::new("AWR-02", &[G]);
const DELAYED: Source = Source::new("AWR-03", &[G, I]);

/// Judges one case's way to awareness.
pub(crate) fn awareness(asked: &Asked<'_>) -> AwarenessVerdict {
    let declared = &asked.case.awareness;
    let signal_at = asked.by_now(declared.signal_at);
    let started_at = asked.by_now(declared.assessment_started_at);
    let mut reasons = Vec::new();
    let outcome = match ruled(asked, &mut reasons) {
        Some(outcome) => after_the_signal(asked, outcome, &mut reasons),
        None => match (signal_at, started_at) {
            (_, Some(since)) => under_assessment(asked, since, signal_at, &mut reasons),
            (Some(signal_at), None) => {
                let reason = Reason::new(text!("reporting-assess-now"), PROMPT, Citation::guidance(213));
                reasons.push(reason.on(asked.path("awareness.assessment_started_at")));
                late_assessment(asked, signal_at, &mut reasons);
                AwarenessOutcome::NotAssessed { signal_at }
            }
            (None, None) => {
                let source = Source::new("TRG-07", &[F]);
                let reason = Reason::new(text!("reporting-no-signal"), source, Citation::faq("5.1"));
                reasons.push(reason.on(asked.path("awareness.signal_at")));
                AwarenessOutcome::NoSignal
            }
        },
    };
    let early_warning_from_signal_at =
        signal_at.map(|signal_at| Period::Hours(24).deadline(signal_at, None).strict);
    AwarenessVerdict { outcome, early_warning_from_signal_at, reasons }
}

/// What the rulings say; nothing while there is none for the instant asked about.
fn ruled(asked: &Asked<'_>, reasons: &mut Vec<Reason>) -> Option<AwarenessOutcome> {
    let rulings = &asked.case.rulings;
    let come: Vec<(usize, &AwarenessRuling)> =
        rulings.iter().enumerate().filter(|(_, ruling)| ruling.aware_at <= asked.now).collect();
    let earliest = come.iter().map(|(_, ruling)| ruling.aware_at).min()?;
    let standing: Vec<_> = come.iter().filter(|(_, ruling)| ruling.stands == Some(true)).collect();
    let counting = if standing.is_empty() { come.iter().collect() } else { standing };
    let (index, ruling) = counting.first()?;
    let path = asked.path(&format!("rulings[{index}].aware_at"));
    let at = ruling.aware_at;
    let cites = Citation::guidance(213);
    if counting.iter().any(|(_, other)| other.aware_at != at) {
        let says = text!("reporting-rulings-compete", earliest = earliest.to_string());
        reasons.push(Reason::new(says, AWARE, cites).on(asked.path("rulings")));
        return Some(AwarenessOutcome::Undetermined { alarm_from: earliest });
    }
    if at > earliest && ruling.confirmed_by.is_none() {
        let says = text!("reporting-moved-later", earliest = earliest.to_string(), later = at.to_string());
        let path = asked.path(&format!("rulings[{index}].confirmed_by"));
        reasons.push(Reason::new(says, DELAYED, Citation::guidance(214)).on(path));
        return Some(AwarenessOutcome::Undetermined { alarm_from: earliest });
    }
    let says = text!("reporting-aware", at = at.to_string());
    reasons.push(Reason::new(says, AWARE, cites).on(&path));
    // The notions behind the guidance's: the NIS2 implementing act and the data protection guidelines.
    let aligned = Source::new("AWR-04", &[G]);
    reasons.push(Reason::new(text!("reporting-aware-aligned"), aligned, Citation::guidance(212)));
    if ruling.because.is_none() || ruling.decided_by.is_none() {
        let source = Source::new("DEF-39", &[G]);
        reasons.push(Reason::new(text!("reporting-ruling-unexplained"), source, cites).on(path));
    }
    Some(AwarenessOutcome::Aware { aware_at: at })
}

/// Nobody is aware of what nobody has been told of.
fn after_the_signal(
    asked: &Asked<'_>,
    outcome: AwarenessOutcome,
    reasons: &mut Vec<Reason>,
) -> AwarenessOutcome {
    match (outcome, asked.case.awareness.signal_at) {
        (AwarenessOutcome::Aware { aware_at }, Some(signal_at)) if aware_at < signal_at => {
            let says = text!(
                "reporting-aware-before-signal",
                aware = aware_at.to_string(),
                signal = signal_at.to_string()
            );
            let reason = Reason::new(says, AWARE, Citation::guidance(213));
            reasons.push(reason.on(asked.path("awareness.signal_at")));
            AwarenessOutcome::Undetermined { alarm_from: aware_at }
        }
        (outcome, _) => outcome,
    }
}

fn under_assessment(
    asked: &Asked<'_>,
    since: Timestamp,
    signal_at: Option<Timestamp>,
    reasons: &mut Vec<Reason>,
) -> AwarenessOutcome {
    let says = text!("reporting-under-assessment", since = since.to_string());
    let reason = Reason::new(says, AWARE, Citation::guidance(213));
    reasons.push(reason.on(asked.path("awareness.assessment_started_at")));
    late_assessment(asked, signal_at.unwrap_or(since).min(since), reasons);
    AwarenessOutcome::UnderAssessment { since }
}

/// AWR-03: an assessment that drags on does not hold the clock back.
fn late_assessment(asked: &Asked<'_>, since: Timestamp, reasons: &mut Vec<Reason>) {
    let waited = asked.now.duration_since(since);
    if waited > SignedDuration::from_hours(LONG_ASSESSMENT_HOURS) {
        let hours = u64::try_from(waited.as_hours()).unwrap_or_default();
        let says = text!("reporting-assessment-long", hours = hours);
        let reason = Reason::new(says, DELAYED, Citation::guidance(214));
        reasons.push(reason.on(asked.path("awareness.assessment_started_at")));
    }
}
