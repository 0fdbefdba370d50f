//! What follows from a determination, for whoever made the change (reference rows SUB-12 to SUB-17 and beside them).

use jiff::civil::Date;
use proofmark_facts::{ChangeKind, ChangeMaker, Determination, Dossier, Modification, Procedure};
use proofmark_text::{Text, text};

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::modification::conflicts::changes_a_placed_version;
use crate::modification::follow::{Follow, FollowKind};
use crate::source::{F, G, P, Source};
use crate::units::has_units;

const MADE_BY: &str = "modification.made_by";
const MADE_AVAILABLE: &str = "modification.made_available";
const PLACED: &str = "release.placed_on_the_market_on";
const WHOLE: &str = "modification.affects_whole_product";

/// A change and everything known about the release it led to.
#[derive(Clone, Copy)]
pub(crate) struct Changed<'a> {
    /// What is declared of the change.
    pub(crate) declared: &'a Modification,
    /// The newer dossier.
    pub(crate) newer: &'a Dossier,
    /// The day the earlier version was placed on the market, if known.
    pub(crate) earlier_placed_on: Option<Date>,
}

/// Everything that follows; `None`: nothing is determined, so only what follows in any case.
pub(crate) fn follows(changed: Changed<'_>, stands: Option<Determination>) -> Vec<Follow> {
    let mut found = Vec::new();
    match stands {
        Some(Determination::Substantial) => substantial(changed, &mut found),
        Some(Determination::NotSubstantial) => not_substantial(changed, &mut found),
        None => {}
    }
    // SUB-16
    found.push(
        Follow::new(
            FollowKind::KeepUpToDate,
            text!("modification-follows-up-to-date"),
            Source::new("SUB-16", &[P, G]),
            Citation::article(31).paragraph(2),
        )
        .on("risk_assessment"),
    );
    found.extend(notified_body(changed, stands));
    found
}

fn not_substantial(changed: Changed<'_>, found: &mut Vec<Follow>) {
    match changed.declared.kind {
        Some(ChangeKind::Integration) => {
            let source = Source::new("SUB-13", &[G]);
            let says = text!("modification-follows-integration");
            found.push(
                Follow::new(FollowKind::ManufacturerOfNewProduct, says, source, Citation::guidance(120))
                    .on("modification.kind"),
            );
            return;
        }
        Some(ChangeKind::ThirdPartyRemoteService) => {
            let source = Source::new("SUB-12", &[G]);
            let says = text!("modification-follows-third-party");
            found.push(
                Follow::new(FollowKind::ReviseRiskAssessment, says, source, Citation::guidance(208))
                    .on("modification.remote_service"),
            );
        }
        _ => {}
    }
    // Before anything was placed on the market there is no day to keep.
    if !changes_a_placed_version(changed.declared) {
        return;
    }
    let source = Source::new("TRN-08", &[G]);
    let cites = Citation::guidance(15);
    let kept = |says: Text| Follow::new(FollowKind::KeepsPlacingDate, says, source, cites);
    found.push(match changed.earlier_placed_on {
        Some(day) if day < FULL_APPLICATION => {
            kept(text!("modification-follows-keeps-early-day", day = day.to_string()))
                .on("modification.earlier_placed_on")
        }
        Some(day) => kept(text!("modification-follows-keeps-day", day = day.to_string()))
            .on("modification.earlier_placed_on"),
        None => {
            kept(text!("modification-follows-keeps-unknown-day")).waits_for("modification.earlier_placed_on")
        }
    });
}

fn substantial(changed: Changed<'_>, found: &mut Vec<Follow>) {
    found.push(manufacturer(changed.declared));
    found.push(placing(changed));
    // Nothing is placed on the market that is not made available: what follows from placing waits.
    if changed.declared.made_available == Some(false) {
        return;
    }
    found.extend(earlier_product(changed));
    found.extend(conformity());
    found.push(support_period(changed.newer));
    found.extend(earlier_versions(changed.newer));
}

/// ROL-04 and ROL-05: Articles 21 and 22.
fn manufacturer(declared: &Modification) -> Follow {
    let becomes =
        |says, source, cites| Follow::new(FollowKind::BecomesManufacturer, says, source, cites).on(MADE_BY);
    let rol_04 = Source::new("ROL-04", &[P]);
    let rol_05 = Source::new("ROL-05", &[P]);
    let sub_14 = Source::new("SUB-14", &[G]);
    match declared.made_by {
        None => Follow::new(
            FollowKind::BecomesManufacturer,
            text!("modification-follows-by-whom"),
            sub_14,
            Citation::guidance(116),
        )
        .waits_for(MADE_BY),
        Some(ChangeMaker::OriginalManufacturer) => {
            becomes(text!("modification-follows-original"), sub_14, Citation::guidance(122))
        }
        Some(ChangeMaker::Importer) => {
            becomes(text!("modification-follows-importer"), rol_04, Citation::article(21))
        }
        Some(ChangeMaker::Distributor) => {
            becomes(text!("modification-follows-distributor"), rol_04, Citation::article(21))
        }
        Some(ChangeMaker::Other) => match (declared.made_available, declared.affects_whole_product) {
            (Some(false), _) => {
                becomes(text!("modification-follows-other-keeps"), rol_05, Citation::article(22))
            }
            (None, _) => becomes(text!("modification-follows-other-open"), rol_05, Citation::article(22))
                .waits_for(MADE_AVAILABLE),
            (Some(true), None) => {
                becomes(text!("modification-follows-other-extent"), rol_05, Citation::article(22))
                    .waits_for(WHOLE)
            }
            (Some(true), Some(true)) => {
                becomes(text!("modification-follows-other-whole"), rol_05, Citation::article(22)).on(WHOLE)
            }
            (Some(true), Some(false)) => {
                becomes(text!("modification-follows-other-part"), rol_05, Citation::article(22)).on(WHOLE)
            }
        },
    }
}

/// SUB-14: made available, the changed product is placed on the market anew.
fn placing(changed: Changed<'_>) -> Follow {
    let source = Source::new("SUB-14", &[G]);
    let placing = |says| Follow::new(FollowKind::NewPlacing, says, source, Citation::guidance(116));
    match (changed.declared.made_available, changed.newer.release.placed_on_the_market_on) {
        (Some(false), _) => placing(text!("modification-follows-not-available")).on(MADE_AVAILABLE),
        (None, _) => placing(text!("modification-follows-available-open")).waits_for(MADE_AVAILABLE),
        (Some(true), None) => placing(text!("modification-follows-placing")).waits_for(PLACED),
        (Some(true), Some(day)) => {
            placing(text!("modification-follows-placing-on", day = day.to_string())).on(PLACED)
        }
    }
}

/// Article 69(2), TRN-11 and TRN-13: what was on the market before the Regulation applied.
fn earlier_product(changed: Changed<'_>) -> Vec<Follow> {
    let about = FollowKind::EarlierProduct;
    let trn_01 = Source::new("TRN-01", &[P]);
    let cites = Citation::article(69).paragraph(2);
    let fact = "modification.earlier_placed_on";
    let Some(earlier) = changed.earlier_placed_on else {
        let says = text!("modification-follows-earlier-open");
        return vec![Follow::new(about, says, trn_01, cites).waits_for(fact)];
    };
    if earlier >= FULL_APPLICATION {
        return Vec::new();
    }
    let first = match changed.newer.release.placed_on_the_market_on {
        None => {
            Follow::new(about, text!("modification-follows-earlier-when"), trn_01, cites).waits_for(PLACED)
        }
        Some(day) if day < FULL_APPLICATION => {
            let says = text!("modification-follows-earlier-not-yet", day = day.to_string());
            return vec![Follow::new(about, says, trn_01, cites).on(PLACED)];
        }
        Some(day) => {
            let says = text!("modification-follows-earlier-bound", day = day.to_string());
            Follow::new(about, says, trn_01, cites).on(PLACED)
        }
    };
    let mut found = vec![first];
    let trn_11 = Source::new("TRN-11", &[G]);
    let extent = |says| Follow::new(about, says, trn_11, Citation::guidance(124));
    match (changed.declared.made_by, changed.declared.affects_whole_product) {
        (Some(ChangeMaker::OriginalManufacturer), None) => {
            found.push(extent(text!("modification-follows-earlier-extent")).waits_for(WHOLE));
        }
        (Some(ChangeMaker::OriginalManufacturer), Some(true)) => {
            found.push(extent(text!("modification-follows-earlier-whole")).on(WHOLE));
        }
        (Some(ChangeMaker::OriginalManufacturer), Some(false)) => {
            found.push(extent(text!("modification-follows-earlier-part")).on(WHOLE));
        }
        (Some(ChangeMaker::Distributor), _) => {
            let says = text!("modification-follows-earlier-distributor");
            let source = Source::new("TRN-13", &[F]);
            found.push(Follow::new(about, says, source, Citation::faq("7.5")).on(MADE_BY));
        }
        _ => {}
    }
    found
}

/// SUB-14 and SUB-15: what placing on the market asks, and what may be used again.
fn conformity() -> Vec<Follow> {
    let source = Source::new("SUB-14", &[G]);
    let cites = Citation::article(13).paragraph(12);
    let asked = |what, says| Follow::new(what, says, source, cites);
    vec![
        asked(FollowKind::ConformityAssessment, text!("modification-follows-assessment")),
        asked(FollowKind::TechnicalDocumentation, text!("modification-follows-documentation")),
        asked(FollowKind::Declaration, text!("modification-follows-declaration")),
        asked(FollowKind::CeMarking, text!("modification-follows-marking")),
        Follow::new(
            FollowKind::ReuseOfEvidence,
            text!("modification-follows-reuse"),
            Source::new("SUB-15", &[G]),
            Citation::guidance(123),
        ),
    ]
}

/// SUP-05, SUP-06 and ERR-28: examined again, neither reset nor lengthened by itself.
fn support_period(newer: &Dossier) -> Follow {
    let fact = "support_period.use_factors_unchanged";
    let sup_06 = Source::new("SUP-06", &[G]);
    let what = FollowKind::SupportPeriod;
    if has_units(newer) {
        let source = Source::new("SUP-05", &[P, G]);
        let says = text!("modification-follows-support-units");
        return Follow::new(what, says, source, Citation::article(13).paragraph(8)).on("product.kind");
    }
    match newer.support_period.use_factors_unchanged {
        None => Follow::new(
            what,
            text!("modification-follows-support"),
            Source::new("ERR-28", &[G]),
            Citation::guidance(133),
        )
        .waits_for(fact),
        Some(true) => {
            Follow::new(what, text!("modification-follows-support-aligned"), sup_06, Citation::guidance(135))
                .on(fact)
        }
        Some(false) => {
            Follow::new(what, text!("modification-follows-support-anew"), sup_06, Citation::guidance(132))
                .on(fact)
        }
    }
}

/// SUP-07 and MAN-13-10: what is still owed to users of earlier versions of software.
fn earlier_versions(newer: &Dossier) -> Option<Follow> {
    if has_units(newer) {
        return None;
    }
    let older = &newer.support_period.older_versions;
    let source = Source::new("SUP-07", &[P, G]);
    let cites = Citation::article(13).paragraph(10);
    let owed = |says| Follow::new(FollowKind::EarlierVersions, says, source, cites);
    let conditions = older.conditions();
    let failed = conditions.iter().find(|(_, stated, wanted)| stated.is_some_and(|stated| stated != *wanted));
    if let Some((path, ..)) = failed {
        return Some(owed(text!("modification-follows-earlier-versions-all")).on(path));
    }
    let open: Vec<&str> =
        conditions.iter().filter(|(_, stated, _)| stated.is_none()).map(|(path, ..)| *path).collect();
    if !open.is_empty() {
        let asks = owed(text!("modification-follows-earlier-versions-open"));
        return Some(open.into_iter().fold(asks, Follow::waits_for));
    }
    let says = match (older.needs_ordinary_effort, older.paid_support_offered) {
        (_, Some(true)) => text!("modification-follows-earlier-versions-paid"),
        (Some(true), _) => text!("modification-follows-earlier-versions-effort"),
        _ => text!("modification-follows-earlier-versions-latest"),
    };
    Some(owed(says).on("support_period.older_versions.upgrade_free"))
}

/// SUB-17: a certificate or an approval covers the product as it was.
fn notified_body(changed: Changed<'_>, stands: Option<Determination>) -> Option<Follow> {
    let declared = changed.declared;
    let fact = "modification.certificate_exists";
    let conformity = &changed.newer.conformity;
    let named = conformity.notified_body.as_ref().is_some_and(|body| body.certificate.is_some());
    let source = Source::new("SUB-17", &[P]);
    let cites = Citation::annex("VIII").part("II").point("7");
    let tell = |says| Follow::new(FollowKind::NotifiedBody, says, source, cites);
    let with_body =
        matches!(conformity.procedure, Some(Procedure::TypeExamination | Procedure::FullQualityAssurance));
    match declared.certificate_exists {
        Some(true) => {}
        None if named => {}
        // Without a notified body in the procedure there is nothing to ask.
        None if with_body => {
            return Some(tell(text!("modification-follows-certificate-open")).waits_for(fact));
        }
        Some(false) | None => return None,
    }
    if conformity.procedure == Some(Procedure::FullQualityAssurance) {
        let source = Source::new("MOD-H", &[P]);
        let cites = Citation::annex("VIII").part("IV");
        let says = text!("modification-follows-quality-system");
        return Some(Follow::new(FollowKind::NotifiedBody, says, source, cites).on(fact));
    }
    Some(match (stands, declared.may_affect_certificate) {
        (Some(Determination::Substantial), _) => tell(text!("modification-follows-new-examination")).on(fact),
        (_, Some(true)) => {
            tell(text!("modification-follows-addition")).on("modification.may_affect_certificate")
        }
        (_, Some(false)) => {
            tell(text!("modification-follows-no-reassessment")).on("modification.may_affect_certificate")
        }
        (_, None) => {
            tell(text!("modification-follows-may-affect")).waits_for("modification.may_affect_certificate")
        }
    })
}
