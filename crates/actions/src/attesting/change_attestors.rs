//! Changes whom the installation asks to attest its ledger.
//!
//! One person does it. What is set here decides nothing about anybody else's trust: a stranger brings the roots and the
//! keys to verify with, and never takes them from us. A wrong one only makes us keep an attestation that convinces
//! nobody, and the line says who set it; so the two-person rule, which is for what lets somebody in or lets something
//! pass, is not asked.

use std::collections::BTreeSet;

use proofmark_access::Right;
use proofmark_facts::{ATTESTORS, AttestorSettings, LedgerWitness, Place, Problem, SystemOfRecord};
use proofmark_text::{Text, text};
use proofmark_trust::time_stamp::{Oid, StampRoots};
use proofmark_trust::witness::{WitnessKey, WitnessPolicy};

use super::line_names::SUBJECT;
use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::LineDraft;
use crate::products::ChangeOrder;
use crate::record::{instead, kept_noun};

/// How often each is asked where nothing else is said, in minutes.
pub const USUAL_MINUTES: u32 = 60;

/// How often each may be asked at most, in minutes: others pay for it.
pub const SHORTEST_MINUTES: u32 = 1;

/// How seldom, in minutes: a week.
const LONGEST_MINUTES: u32 = 7 * 24 * 60;

/// The most witnesses: a checkpoint has room for more, nobody reads more.
const MOST_WITNESSES: usize = 16;

/// The longest URL, in bytes.
const LONGEST_URL: usize = 2000;

/// Keeps the settings and writes one line of the ledger. Nothing is kept where nothing changes.
pub fn change_attestors(
    order: &ChangeOrder<'_>,
    settings: AttestorSettings,
    keeping: &mut dyn SystemOfRecord,
) -> Result<AttestorSettings, ActionError> {
    order.demand(Right::SealLedger, "", None)?;
    let settings = checked(settings)?;
    let kept = kept_noun::<AttestorSettings>(keeping, "", ATTESTORS)?;
    if kept.as_ref().is_some_and(|kept| kept.noun == settings) {
        return Ok(settings);
    }
    let line = LineDraft {
        subject: SUBJECT,
        at: order.at,
        by: &order.by.name,
        action: "change-attestors",
        documents: Vec::new(),
        outcome: None,
        with: order.with,
    };
    let mut entry = Entry::of_documents(line, "", Vec::new());
    entry.records = vec![instead("", kept.as_ref(), &settings)];
    entry.keep(keeping)?;
    Ok(settings)
}

/// The settings with this witness, in the place of one of the same name.
#[must_use]
pub fn with_witness(settings: &AttestorSettings, witness: LedgerWitness) -> AttestorSettings {
    let mut changed = without_witness(settings, name_of(&witness.key));
    changed.witnesses.push(witness);
    changed
}

/// The settings without the witness of this name.
#[must_use]
pub fn without_witness(settings: &AttestorSettings, name: &str) -> AttestorSettings {
    let mut changed = settings.clone();
    changed.witnesses.retain(|one| name_of(&one.key) != name);
    changed
}

/// The name a verifier key begins with.
fn name_of(key: &str) -> &str {
    key.split('+').next().unwrap_or_default()
}

/// The settings in the form they are kept in, or everything that is wrong with them.
fn checked(mut settings: AttestorSettings) -> Result<AttestorSettings, ActionError> {
    let mut says: Vec<(&str, Text)> = Vec::new();
    if !(SHORTEST_MINUTES..=LONGEST_MINUTES).contains(&settings.every_minutes) {
        says.push((
            "every_minutes",
            text!("stamps-minutes", least = SHORTEST_MINUTES, most = LONGEST_MINUTES),
        ));
    }
    if let Some(authority) = &settings.authority {
        says.extend(url_trouble(&authority.url).map(|trouble| ("authority.url", trouble)));
        if let Err(error) = StampRoots::from_pem(&authority.roots) {
            says.push(("authority.roots", text!("stamps-roots", error = error.to_string())));
        }
        if let Some(Err(error)) = authority.policy.as_ref().map(|policy| policy.parse::<Oid>()) {
            says.push(("authority.policy", text!("stamps-policy", error = error.to_string())));
        }
    }
    settings.witnesses.sort_by(|one, other| one.key.cmp(&other.key));
    let mut keys = Vec::new();
    for witness in &settings.witnesses {
        says.extend(url_trouble(&witness.url).map(|trouble| ("witnesses.url", trouble)));
        match witness.key.parse::<WitnessKey>() {
            Ok(key) => keys.push(key),
            Err(error) => {
                says.push(("witnesses.key", text!("stamps-witness-key", error = error.to_string())));
            }
        }
    }
    let names: BTreeSet<&str> = keys.iter().map(|key| key.name().as_str()).collect();
    if settings.witnesses.len() > MOST_WITNESSES {
        says.push(("witnesses", text!("stamps-witnesses-too-many", most = MOST_WITNESSES)));
    } else if names.len() < keys.len() {
        says.push(("witnesses", text!("stamps-witness-twice")));
    } else if let Some(Err(error)) = (!keys.is_empty()).then(|| WitnessPolicy::new(1, keys)) {
        says.push(("witnesses", text!("stamps-witness-key", error = error.to_string())));
    }
    if says.is_empty() {
        return Ok(settings);
    }
    let problem = |(place, says)| Problem::error(Place::at(place), says);
    Err(ActionError::Refused(says.into_iter().map(problem).collect()))
}

/// Whether it looks like a place to send something to; where it leads is judged when something is sent.
fn url_trouble(url: &str) -> Option<Text> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let sound = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && url.len() <= LONGEST_URL
        && !url.chars().any(|sign| sign.is_whitespace() || sign.is_control())
        // Who signs in with the URL would have the password shown on every page.
        && !url.contains('@');
    (!sound).then(|| text!("stamps-url"))
}
