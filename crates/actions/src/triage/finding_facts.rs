//! What conditions may ask of a finding, its component and the product. What nobody knows is left out.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use proofmark_facts::{Component, Dossier, Finding, MatchConfidence, Rating, Sbom};
use proofmark_formats::{ConditionFacts, Fact};

/// What is asked about the release as a whole.
pub(crate) struct FactsOf<'a> {
    dossier: &'a Dossier,
    sbom: &'a Sbom,
    /// Each component by what findings call it.
    places: HashMap<String, usize>,
    /// What pulls each component in itself.
    above: HashMap<usize, BTreeSet<usize>>,
    /// Whether any catalogue of exploited vulnerabilities was asked.
    catalogue: bool,
    day: Date,
}

impl<'a> FactsOf<'a> {
    pub(crate) fn of(dossier: &'a Dossier, sbom: &'a Sbom, catalogue: bool, day: Date) -> Self {
        let mut places = HashMap::with_capacity(sbom.components.len());
        for (place, component) in sbom.components.iter().enumerate() {
            places.entry(component.called()).or_insert(place);
        }
        let mut above: HashMap<usize, BTreeSet<usize>> = HashMap::new();
        for (from, to) in &sbom.dependencies {
            above.entry(*to as usize).or_default().insert(*from as usize);
        }
        Self { dossier, sbom, places, above, catalogue, day }
    }

    /// Everything that is known of a finding.
    pub(crate) fn known(&self, finding: &Finding) -> ConditionFacts {
        let mut facts = ConditionFacts::default();
        self.of_finding(finding, &mut facts);
        if let Some(place) = self.places.get(&finding.component) {
            self.of_component(*place, &mut facts);
        }
        let Dossier { product, release, .. } = self.dossier;
        facts.know("product.name", Fact::Text(product.name.clone()));
        facts.know("product.release", Fact::Text(release.version.clone()));
        let kind = serde_json::to_value(product.kind).ok();
        facts.know_if("product.kind", kind.and_then(|kind| kind.as_str().map(text)));
        facts
    }

    fn of_finding(&self, finding: &Finding, facts: &mut ConditionFacts) {
        let known = &finding.vulnerability;
        facts.know("finding.id", Fact::Text(known.id.clone()));
        facts.know("finding.aliases", Fact::List(known.aliases.clone()));
        facts.know_if("finding.severity", rating_word(known.severity.rating).map(text));
        facts.know_if("finding.score", known.severity.score.map(Fact::Number));
        facts.know_if("finding.epss", known.prediction.map(|told| Fact::Number(told.probability)));
        // Without a catalogue nobody knows that it is not exploited.
        let exploited = known.exploited.is_some();
        facts.know_if("finding.exploited", (exploited || self.catalogue).then_some(Fact::Truth(exploited)));
        facts.know_if("finding.age_days", age_days(finding, self.day).map(Fact::Whole));
        facts.know("finding.fix_available", Fact::Truth(!known.fixed_in.is_empty()));
        facts.know("finding.confidence", text(confidence_word(known.confidence())));
        let sources: BTreeSet<&String> = known
            .matched_by
            .iter()
            .map(|matched| &matched.source)
            .filter(|source| !source.is_empty())
            .collect();
        facts.know("finding.sources", Fact::List(sources.into_iter().cloned().collect()));
        // A record that names no files does not say that there are none.
        let files = known.code.as_ref().map(|code| &code.program_files).filter(|files| !files.is_empty());
        facts.know_if("finding.files", files.map(|files| Fact::List(files.clone())));
    }

    fn of_component(&self, place: usize, facts: &mut ConditionFacts) {
        let component: &Component = &self.sbom.components[place];
        facts.know("component.name", Fact::Text(component.name.clone()));
        let purl = component.purl.as_ref();
        facts.know_if("component.package", purl.map(|purl| Fact::Text(purl.package().to_string())));
        facts.know_if("component.type", purl.map(|purl| Fact::Text(purl.kind.clone())));
        facts.know_if("component.version", component.version.clone().map(Fact::Text));
        facts.know_if("component.supplier", component.supplier.clone().map(Fact::Text));
        // A list that does not say what pulls a component in does not say that nothing does.
        if let Some(above) = self.above.get(&place) {
            let direct = self.sbom.subject.map(|subject| Fact::Truth(above.contains(&subject)));
            facts.know_if("component.direct", direct);
            let names = above.iter().filter_map(|at| self.sbom.components.get(*at)).map(Component::called);
            facts.know("component.pulled_in_by", Fact::List(names.collect()));
        }
    }
}

fn text(word: &str) -> Fact {
    Fact::Text(word.to_owned())
}

/// The word of a rating; `None`: nobody rated it.
fn rating_word(rating: Rating) -> Option<&'static str> {
    match rating {
        Rating::Unknown => None,
        Rating::None => Some("none"),
        Rating::Low => Some("low"),
        Rating::Medium => Some("medium"),
        Rating::High => Some("high"),
        Rating::Critical => Some("critical"),
    }
}

fn confidence_word(confidence: MatchConfidence) -> &'static str {
    match confidence {
        MatchConfidence::Weak => "weak",
        MatchConfidence::Likely => "likely",
        MatchConfidence::Certain => "certain",
    }
}

/// Days since it was known, as [`known_on`] says.
fn age_days(finding: &Finding, day: Date) -> Option<i64> {
    let days = i64::from((day - known_on(finding)?).get_days());
    (days >= 0).then_some(days)
}

/// The day a source first published it, or a catalogue listed it as exploited, whichever was first.
pub(crate) fn known_on(finding: &Finding) -> Option<Date> {
    let known = &finding.vulnerability;
    let published = known.claims.iter().filter_map(|claim| claim.published_on);
    published.chain(known.exploited.as_ref().and_then(|exploited| exploited.added_on)).min()
}
