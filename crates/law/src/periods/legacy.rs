//! Article 69 beyond its days: old designs, modified old products, old stock, variants, certificates under other acts.

use jiff::civil::Date;
use proofmark_facts::Dossier;
use proofmark_text::text;

use crate::calendar::{FULL_APPLICATION, OTHER_CERTIFICATES_END};
use crate::citation::Citation;
use crate::periods::earlier_version::{CHANGES, MADE_BY, WHOLE, earlier_version};
use crate::periods::placing::Came;
use crate::reason::Reason;
use crate::source::{F, G, P, Source};
use crate::step::not_stated;

/// TRN-10: designed before, placed after.
pub(crate) fn old_design(dossier: &Dossier) -> Vec<Reason> {
    const TRN_10: Source = Source::new("TRN-10", &[G]);
    let placing = &dossier.release.placing;
    if placing.designed_before_full_application != Some(true) {
        return Vec::new();
    }
    let path = "release.placing.present_risk_assessment_adequate";
    let cites = Citation::guidance(33);
    let design = match placing.present_risk_assessment_adequate {
        None => not_stated(path, TRN_10, cites),
        Some(true) => Reason::new(text!("periods-old-design-stays"), TRN_10, cites).on(path),
        Some(false) => Reason::new(text!("periods-old-design-changes"), TRN_10, cites).on(path),
    };
    let still_due = Reason::new(text!("periods-old-design-still-due"), TRN_10, cites)
        .on("release.placing.designed_before_full_application");
    vec![design, still_due]
}

/// TRN-11: a product of before the day, substantially modified by its own manufacturer after it.
pub(crate) fn modified_legacy(dossier: &Dossier, came: Came) -> Vec<Reason> {
    const TRN_11: Source = Source::new("TRN-11", &[G]);
    let cites = Citation::guidance(124);
    let is_legacy = came.modified_from.is_some_and(|from| from < FULL_APPLICATION);
    let Some(earlier) = earlier_version(dossier).filter(|_| is_legacy) else {
        return Vec::new();
    };
    let says = |text, path| vec![Reason::new(text, TRN_11, cites).on(path)];
    match (earlier.by_its_manufacturer, earlier.worsens_the_whole, earlier.modified_parts) {
        (None, ..) => vec![not_stated(MADE_BY, TRN_11, cites)],
        (Some(false), ..) => says(text!("periods-modified-by-another"), MADE_BY),
        (Some(true), None, _) => vec![not_stated(WHOLE, TRN_11, cites)],
        (Some(true), Some(true), _) => says(text!("periods-modified-whole"), WHOLE),
        (Some(true), Some(false), None) => vec![not_stated(CHANGES, TRN_11, cites)],
        (Some(true), Some(false), Some(parts)) => {
            says(text!("periods-modified-parts", parts = parts), CHANGES)
        }
    }
}

/// TRN-13: stock of before the day, in the hands of a distributor.
pub(crate) fn old_stock() -> Reason {
    const TRN_13: Source = Source::new("TRN-13", &[F]);
    Reason::new(text!("periods-old-stock"), TRN_13, Citation::faq("7.5")).on("operator.activity")
}

/// TRN-09: variants that are products of their own, each with its own day.
pub(crate) fn variants(dossier: &Dossier) -> Vec<Reason> {
    const TRN_09: Source = Source::new("TRN-09", &[G]);
    let cites = Citation::guidance(14);
    let mut reasons = Vec::new();
    for (index, variant) in dossier.product.variants.iter().enumerate() {
        let path = |key: &str| format!("product.variants[{index}].{key}");
        if variant.differs_in_components != Some(true) {
            continue;
        }
        let says = match variant.placed_on_the_market_on {
            Some(on) if on < FULL_APPLICATION => {
                text!("periods-variant-before", variant = &variant.name, on = on.to_string())
            }
            Some(on) => text!("periods-variant-after", variant = &variant.name, on = on.to_string()),
            None => text!("periods-variant-own-day", variant = &variant.name),
        };
        reasons.push(Reason::new(says, TRN_09, cites).on(path("differs_in_components")));
    }
    reasons
}

/// TRN-12: certificates under other acts count for what they cover, as long as they are valid, and no longer than
/// Article 69(1) lets them.
pub(crate) fn other_certificates(dossier: &Dossier, day: Date) -> Vec<Reason> {
    const TRN_12: Source = Source::new("TRN-12", &[P, G]);
    let cites = Citation::article(69).paragraph(1);
    let mut reasons = Vec::new();
    for (index, certificate) in dossier.other_certificates.iter().enumerate() {
        let path = |key: &str| format!("other_certificates[{index}].{key}");
        let name = certificate.certificate.as_deref().unwrap_or(&certificate.issued_under);
        let Some(valid_until) = certificate.valid_until else {
            reasons.push(not_stated(&path("valid_until"), TRN_12, cites));
            continue;
        };
        let until = valid_until.min(OTHER_CERTIFICATES_END);
        if certificate.risks_covered.is_empty() {
            reasons.push(not_stated(&path("risks_covered"), TRN_12, cites));
        } else if day > until {
            let says = text!("periods-certificate-over", name = name, until = until.to_string());
            reasons.push(Reason::new(says, TRN_12, cites).on(path("valid_until")));
        } else {
            let risks = certificate.risks_covered.join(", ");
            let says =
                text!("periods-certificate-counts", name = name, until = until.to_string(), risks = risks);
            reasons.push(Reason::new(says, TRN_12, cites).on(path("risks_covered")));
        }
    }
    reasons
}
