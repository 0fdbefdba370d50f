//! Articles 14, 24(3), 69(3) and 71(2): whether this operator owes notifications of this event at all.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use proofmark_facts::Stream;
use proofmark_text::{Text, text};

use crate::calendar::{FULL_APPLICATION, REPORTING};
use crate::citation::Citation;
use crate::reason::Reason;
use crate::reporting::asked::Asked;
use crate::roles::role::{Role, RoleOutcome};
use crate::scope::article_2_scope::ScopeOutcome;
use crate::source::{F, G, P, Source};
use crate::step::not_stated;

/// Whether Article 14 binds.
pub(crate) enum Bound {
    /// It does.
    Yes,
    /// It does not; what Article 15 allows remains.
    Not,
    /// Neither of the two is about this.
    NotAtAll,
    /// These facts are not stated.
    Undetermined { missing: Vec<String> },
}

/// Who, what and since when; what was found is added to the reasons.
pub(crate) fn bound(asked: &Asked<'_>, reasons: &mut Vec<Reason>) -> Bound {
    if let Some(not) = not_yet(asked, reasons) {
        return not;
    }
    let of_role = match &asked.role.outcome {
        RoleOutcome::Is(Role::Manufacturer) => Bound::Yes,
        RoleOutcome::Is(Role::Steward) => return steward(asked, reasons),
        RoleOutcome::Is(role) => {
            reasons.push(other_role(*role, asked.day));
            return Bound::Not;
        }
        RoleOutcome::Undetermined { missing } => {
            let source = Source::new("TRG-01", &[P]);
            let cites = Citation::article(14).paragraph(1);
            reasons.extend(missing.iter().map(|path| not_stated(path, source, cites)));
            Bound::Undetermined { missing: missing.clone() }
        }
    };
    match (of_role, scope(asked, reasons)) {
        (_, Bound::NotAtAll) => Bound::NotAtAll,
        (Bound::Undetermined { missing }, Bound::Undetermined { missing: of_scope }) => {
            Bound::Undetermined { missing: missing.into_iter().chain(of_scope).collect() }
        }
        (Bound::Undetermined { missing }, _) | (_, Bound::Undetermined { missing }) => {
            Bound::Undetermined { missing }
        }
        _ => Bound::Yes,
    }
}

fn scope(asked: &Asked<'_>, reasons: &mut Vec<Reason>) -> Bound {
    let source = Source::new("TRG-01", &[P]);
    let cites = Citation::article(14).paragraph(1);
    match &asked.scope.outcome {
        ScopeOutcome::InScope => Bound::Yes,
        ScopeOutcome::PartOfAnotherProduct => {
            let source = Source::new("TRG-06", &[G]);
            reasons.push(Reason::new(text!("reporting-part-of-product"), source, Citation::guidance(178)));
            Bound::Yes
        }
        ScopeOutcome::AllowedWithoutConformity => {
            let reason = Reason::new(text!("reporting-test-version"), source, cites);
            reasons.push(reason.for_review(text!("reporting-review-test-version")));
            Bound::Yes
        }
        ScopeOutcome::Out | ScopeOutcome::NotOnTheMarket => {
            reasons.push(Reason::new(text!("reporting-out-of-scope"), source, cites));
            Bound::NotAtAll
        }
        ScopeOutcome::Undetermined { missing } => {
            reasons.extend(missing.iter().map(|path| not_stated(path, source, cites)));
            Bound::Undetermined { missing: missing.clone() }
        }
    }
}

/// TRG-10: importers and distributors tell the manufacturer; others may notify like anyone.
fn other_role(role: Role, day: Date) -> Reason {
    let chain = Source::new("TRG-10", &[P]);
    let (says, source, cites): (Text, _, _) = match role {
        Role::Importer if day >= FULL_APPLICATION => {
            (text!("reporting-importer"), chain, Citation::article(19).paragraph(5))
        }
        Role::Distributor if day >= FULL_APPLICATION => {
            (text!("reporting-distributor"), chain, Citation::article(20).paragraph(4))
        }
        Role::Importer | Role::Distributor => {
            (text!("reporting-supplier-not-yet"), chain, Citation::article(71).paragraph(2))
        }
        Role::AuthorisedRepresentative => (
            text!("reporting-representative"),
            Source::new("TRG-01", &[P]),
            Citation::article(14).paragraph(1),
        ),
        Role::None | Role::Manufacturer | Role::Steward => {
            (text!("reporting-no-role"), Source::new("TRG-01", &[P]), Citation::article(14).paragraph(1))
        }
    };
    Reason::new(says, source, cites).on("operator.activity")
}

/// STW-03 to STW-05: a steward owes what its involvement reaches.
fn steward(asked: &Asked<'_>, reasons: &mut Vec<Reason>) -> Bound {
    let cites = Citation::article(24).paragraph(3);
    if asked.day < FULL_APPLICATION {
        let source = Source::new("TRN-14", &[F, P]);
        reasons.push(Reason::new(text!("reporting-steward-not-yet"), source, cites));
        return Bound::Not;
    }
    let (fact, stated, source) = if asked.case.stream == Stream::Vulnerability {
        let stated = asked.known().steward_involved_in_development;
        ("known.steward_involved_in_development", stated, Source::new("STW-03", &[P]))
    } else {
        let stated = asked.known().affects_systems_for_development;
        ("known.affects_systems_for_development", stated, Source::new("STW-04", &[P]))
    };
    let path = asked.path(fact);
    match stated {
        Some(true) => {
            reasons.push(Reason::new(text!("reporting-steward-reached"), source, cites).on(path));
            Bound::Yes
        }
        Some(false) => {
            let says = text!("reporting-steward-not-reached");
            reasons.push(Reason::new(says, source, cites).on(&path));
            let source = Source::new("STW-05", &[G]);
            let reason = Reason::new(text!("reporting-steward-passes-on"), source, Citation::guidance(79));
            reasons.push(reason.on(path));
            Bound::Not
        }
        None => {
            reasons.push(not_stated(&path, source, cites));
            Bound::Undetermined { missing: vec![path] }
        }
    }
}

/// Article 14 applies from 11 September 2026, and not to what was known before.
fn not_yet(asked: &Asked<'_>, reasons: &mut Vec<Reason>) -> Option<Bound> {
    if asked.day < REPORTING {
        let source = Source::new("TRN-02", &[P]);
        let says = text!("reporting-not-yet", from = REPORTING.to_string());
        reasons.push(Reason::new(says, source, Citation::article(71).paragraph(2)));
        return Some(Bound::NotAtAll);
    }
    let aware = asked.case.rulings.iter().map(|ruling| ruling.aware_at);
    let (first, last) = (aware.clone().min(), aware.max());
    let stated = asked.known().known_before_reporting_applied;
    let path = asked.path("known.known_before_reporting_applied");
    let source = Source::new("TRN-05", &[G]);
    let cites = Citation::guidance(217);
    let before = |at: Option<Timestamp>| at.map(|at| at < reporting_starts_at());
    match (stated, before(first), before(last)) {
        // One says before, the other after: no answer is safe.
        (Some(true), Some(false), _) | (Some(false), _, Some(true)) => {
            let rulings = asked.path("rulings[0].aware_at");
            let says = text!("reporting-facts-clash", one = &path, other = &rulings);
            reasons.push(Reason::new(says, source, cites).on(&path));
            Some(Bound::Undetermined { missing: vec![path, rulings] })
        }
        (Some(true), ..) | (None, _, Some(true)) => {
            let reason = if asked.case.stream == Stream::Vulnerability {
                Reason::new(text!("reporting-known-before"), source, cites)
            } else {
                // The guidance speaks of exploitation only.
                Reason::new(text!("reporting-incident-known-before"), source, cites)
                    .for_review(text!("reporting-review-incident-before"))
            };
            reasons.push(reason.on(path));
            Some(Bound::Not)
        }
        _ => None,
    }
}

/// The first instant of 11 September 2026 anywhere in the Union: earlier than midnight in most of it, never later.
fn reporting_starts_at() -> Timestamp {
    const FIRST: Date = date(2026, 9, 10);
    FIRST.at(21, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).map_or(Timestamp::MAX, |at| at.timestamp())
}
