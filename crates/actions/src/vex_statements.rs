//! What the makers state of a release's vulnerabilities, as a VEX document: their decisions, what follows from the release's facts, and,
//! where it is asked for, what nobody decided yet. It only reads.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_facts::{
    Finding, VexAction, VexActionKind, VexAuthor, VexDocument, VexItem, VexProduct, VexStatement, VexStatus,
    VexVulnerability, VulnerabilityDecision, slug,
};
use proofmark_text::{Text, text};

use crate::assess::Assessed;

/// The document of an assessed release; `undecided`: what nobody decided is stated as under investigation.
pub fn vex_statements(assessed: &Assessed, undecided: bool) -> VexDocument {
    let result = &assessed.assessment;
    let website = assessed.dossier.operator.website.as_deref();
    let namespace =
        website.filter(|website| website.starts_with("https://") || website.starts_with("http://"));
    let name = slug(&format!("{}-{}", result.subject, result.release), ".");
    let id = match namespace {
        Some(address) => format!("{}/vex/{name}", address.trim_end_matches('/')),
        None => name,
    };
    let product = product(assessed);
    let statements = result.findings.iter().filter_map(|finding| statement(finding, &product, undecided));
    VexDocument {
        id,
        author: VexAuthor {
            name: result.operator.clone(),
            role: Some("vendor".to_owned()),
            namespace: namespace.map(str::to_owned),
        },
        title: Some(
            text!("vex-title", product = result.product.as_str(), release = result.release.as_str())
                .to_string(),
        ),
        tlp: None,
        issued_at: Some(result.assessed_at),
        updated_at: Some(result.assessed_at),
        edition: 1,
        tool: Some(result.assessed_with.clone()),
        statements: statements.collect(),
    }
}

/// The release: by the package URL its own list gives it, and by name and version.
fn product(assessed: &Assessed) -> VexItem {
    let list = assessed.list.as_ref();
    let subject = list.and_then(|list| list.sbom.components.get(list.sbom.subject?));
    let purl = subject.and_then(|subject| subject.purl.as_ref()).map(ToString::to_string);
    let (name, version) = (assessed.assessment.product.clone(), assessed.assessment.release.clone());
    VexItem { name: Some(name), version: Some(version), purl, ..VexItem::default() }.plain()
}

fn statement(finding: &Finding, product: &VexItem, undecided: bool) -> Option<VexStatement> {
    let known = &finding.vulnerability;
    let names = std::iter::once(&known.id).chain(&known.aliases).cloned();
    let bare = VexStatement {
        vulnerability: VexVulnerability::of(names, known.summary.clone())?,
        products: vec![VexProduct {
            item: product.clone(),
            subcomponents: vec![VexItem::named(&finding.component).plain()],
        }],
        status: VexStatus::UnderInvestigation,
        justification: None,
        impact: None,
        action: None,
        notes: None,
        stated_at: None,
        cyclonedx: None,
    };
    if let Some(decision) = &finding.decision {
        // That a record speaks of something else says nothing of the product: VEX has no word for it.
        return decision.status.vex().map(|status| decided(VexStatement { status, ..bare }, decision));
    }
    let triage = finding.triage.as_ref().and_then(|triage| Some((triage, triage.status()?)));
    match triage {
        Some((triage, status)) => {
            let says = joined(&triage.says());
            let (impact, notes) = if status == VexStatus::NotAffected { (says, None) } else { (None, says) };
            Some(VexStatement { status, justification: triage.justification(), impact, notes, ..bare })
        }
        None => undecided.then_some(bare),
    }
}

fn decided(bare: VexStatement, decision: &VulnerabilityDecision) -> VexStatement {
    let because = Some(decision.because.clone()).filter(|because| !because.trim().is_empty());
    let stated_at = decision.decided_on.and_then(midnight);
    let stated = VexStatement { stated_at, ..bare };
    match stated.status {
        VexStatus::NotAffected => {
            VexStatement { justification: decision.justification, impact: because, ..stated }
        }
        VexStatus::Affected => {
            let kind = decision.risk_accepted.then_some(VexActionKind::NoFixPlanned);
            VexStatement { action: because.map(|says| VexAction { kind, says }), ..stated }
        }
        // The finding stands because the list still names an affected version: nothing proves the fix.
        VexStatus::Fixed => {
            let unproven = text!("vex-fix-not-proven").to_string();
            let notes = because.map_or_else(|| unproven.clone(), |because| format!("{because} {unproven}"));
            VexStatement { notes: Some(notes), ..stated }
        }
        VexStatus::UnderInvestigation => VexStatement { notes: because, ..stated },
    }
}

fn midnight(day: Date) -> Option<Timestamp> {
    day.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp())
}

fn joined(says: &[Text]) -> Option<String> {
    let says: Vec<String> = says.iter().map(Text::to_string).collect();
    (!says.is_empty()).then(|| says.join(" "))
}
