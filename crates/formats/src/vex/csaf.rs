//! CSAF 2.0 and 2.1, read for what it states: the VEX profile, and any other that says of products how they stand.

use std::collections::HashSet;

use proofmark_facts::{
    Place, Read, STATUS_WORDS, VexAction, VexAuthor, VexDocument, VexJustification, VexProduct, VexStatement,
    VexStatus, VexVulnerability,
};
use proofmark_text::text;

use super::csaf_products::Products;
use super::labelled::action_kind;
use super::noticing::{Noticing, Obliges, grouped};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::instants::instant_of;
use crate::json::Tree;
use crate::problems::Problems;

/// The profile that is nothing but statements.
pub(super) const PROFILE: &str = "csaf_vex";

/// What the title of a note begins with that says how a status came about, before the ids of its products.
pub(super) const STATUS_NOTES: &str = "Status notes: ";

pub(super) fn read(tree: &Tree, limits: &Limits) -> Read<VexDocument> {
    let mut noticing = Noticing::new(Problems::new(limits.problems));
    let version = tree.at(&["document", "csaf_version"]).and_then(Tree::as_words).unwrap_or_default();
    if !matches!(version, "2.0" | "2.1") {
        let says = text!("csaf-version", version = excerpt(version));
        noticing.problems.error(Place::at("/document/csaf_version"), says);
    }
    let is_vex = tree.at(&["document", "category"]).and_then(Tree::as_words) == Some(PROFILE);
    let lacks = |name: &str| is_vex && tree.get(name).is_none();
    for member in ["product_tree", "vulnerabilities"].into_iter().filter(|member| lacks(member)) {
        // Tests 6.1.27.4 and 6.1.27.11.
        noticing.problems.error(Place::at(format!("/{member}")), text!("vex-csaf-lacks", what = member));
    }
    let nothing = Tree::Other;
    let products = Products::of(tree.get("product_tree").unwrap_or(&nothing), &mut noticing.problems);
    for (index, one) in tree.list("vulnerabilities").iter().enumerate() {
        let place = format!("/vulnerabilities/{index}");
        Vulnerability { one, place, products: &products, is_vex }.add_to(&mut noticing);
    }
    let document = head(tree, tree.at(&["document"]).unwrap_or(&nothing));
    noticing.into_read(document)
}

fn head(tree: &Tree, document: &Tree) -> VexDocument {
    let words = |names: &[&str]| document.at(names).and_then(Tree::as_words).map(str::to_owned);
    let instant = |name: &str| words(&["tracking", name]).and_then(|at| instant_of(&at.to_ascii_uppercase()));
    let history =
        tree.at(&["document", "tracking", "revision_history"]).map_or(0, |all| all.elements().len());
    VexDocument {
        id: words(&["tracking", "id"]).unwrap_or_default(),
        author: VexAuthor {
            name: words(&["publisher", "name"]).unwrap_or_default(),
            role: words(&["publisher", "category"]),
            namespace: words(&["publisher", "namespace"]),
        },
        title: words(&["title"]),
        tlp: words(&["distribution", "tlp", "label"]),
        issued_at: instant("initial_release_date"),
        updated_at: instant("current_release_date"),
        edition: edition(&words(&["tracking", "version"]).unwrap_or_default(), history),
        tool: words(&["tracking", "generator", "engine", "name"]),
        statements: Vec::new(),
    }
}

/// A number counts editions itself; of `1.4.0` there were five; of what else is written so, as many as the history names.
fn edition(version: &str, history: usize) -> u32 {
    let minor = version.strip_prefix("1.").and_then(|rest| rest.strip_suffix(".0"));
    let counted = version.parse().ok().or_else(|| minor?.parse::<u32>().ok()?.checked_add(1));
    counted.or_else(|| u32::try_from(history).ok()).unwrap_or(1).max(1)
}

struct Vulnerability<'a> {
    one: &'a Tree,
    place: String,
    products: &'a Products,
    is_vex: bool,
}

/// What is the same of all products of one statement.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Stated {
    /// The place of its words.
    status: usize,
    justification: Option<&'static str>,
    impact: Option<String>,
    action: Option<VexAction>,
    notes: Option<String>,
}

impl Vulnerability<'_> {
    fn add_to(&self, noticing: &mut Noticing) {
        // In 2.1 an identifier may be one for some products only.
        let of_some = |id: &&Tree| !self.products.named(id).is_empty();
        let ids = || self.one.list("ids").iter();
        let of_all = self.one.words("cve").is_some() || ids().any(|id| !of_some(&id));
        let ids = ids().filter(|id| !of_all || !of_some(id)).filter_map(|id| id.own("text"));
        let names = self.one.own("cve").into_iter().chain(ids);
        let description = self.note_of("description");
        let Some(mut vulnerability) = VexVulnerability::of(names, description) else {
            // Test 6.1.27.8.
            return noticing
                .problems
                .error(Place::at(self.place.as_str()), text!("vex-without-vulnerability"));
        };
        if vulnerability.description.as_ref() == Some(&vulnerability.name) {
            vulnerability.description = None;
        }
        if self.is_vex && self.one.list("notes").is_empty() {
            // Test 6.1.27.5.
            let place = Place::at(format!("{}/notes", self.place));
            noticing.problems.error(place, text!("vex-csaf-lacks", what = "notes"));
        }
        let mut all: Vec<(Stated, Vec<VexProduct>)> = Vec::new();
        let mut place_of = std::collections::HashMap::new();
        for (number, words) in STATUS_WORDS.iter().enumerate() {
            let mut seen = HashSet::new();
            for member in words.csaf {
                let ids = self.one.at(&["product_status", member]).map_or(&[][..], Tree::elements);
                for (index, id) in
                    ids.iter().filter_map(Tree::as_words).enumerate().filter(|(_, id)| seen.insert(*id))
                {
                    let place = || Place::at(format!("{}/product_status/{member}/{index}", self.place));
                    let Some(product) = self.products.find(id) else {
                        // Test 6.1.1.
                        noticing.problems.error(place(), text!("vex-product-unknown", id = excerpt(id)));
                        continue;
                    };
                    if !of_all
                        && !self
                            .one
                            .list("ids")
                            .iter()
                            .any(|one| self.products.named(one).iter().any(|it| it == id))
                    {
                        noticing.problems.error(place(), text!("vex-without-vulnerability"));
                    }
                    let stated = self.stated(number, id, noticing);
                    let next = all.len();
                    let at = *place_of.entry(stated.clone()).or_insert(next);
                    if at == next {
                        all.push((stated, Vec::new()));
                    }
                    all[at].1.push(product);
                }
            }
        }
        if all.is_empty() && self.is_vex {
            // Test 6.1.27.7.
            let place = Place::at(format!("{}/product_status", self.place));
            noticing.problems.error(place, text!("vex-csaf-lacks", what = "product_status"));
        }
        // What an advisory leaves out its profile does not ask for; what a VEX document leaves out makes it none.
        let obliges = if self.is_vex { Obliges::Yes } else { Obliges::No };
        for (stated, products) in all {
            let statement = stated.into_statement(vulnerability.clone(), grouped(products));
            noticing.add(statement, self.place.clone(), obliges);
        }
    }

    fn note_of(&self, category: &str) -> Option<String> {
        let notes = self.one.list("notes").iter();
        notes.filter(|note| note.words("category") == Some(category)).find_map(|note| note.own("text"))
    }

    fn stated(&self, status: usize, id: &str, noticing: &mut Noticing) -> Stated {
        let concerns = |one: &&Tree| self.products.named(one).iter().any(|named| named == id);
        let flags = self.one.list("flags").iter().filter(concerns);
        let mut justifications = flags.filter_map(|flag| VexJustification::of_openvex(flag.words("label")?));
        let justification = justifications.next().map(|found| found.words().openvex);
        if justifications.next().is_some() {
            // Test 6.1.33.
            let place = Place::at(format!("{}/flags", self.place));
            noticing.problems.error(place, text!("vex-csaf-two-flags", id = excerpt(id)));
        }
        let threats = self.one.list("threats").iter().filter(|one| one.words("category") == Some("impact"));
        // A threat that names no product is said of all.
        let of_all = |one: &&Tree| self.products.named(one).is_empty();
        let impact = threats
            .filter(|one| concerns(one) || of_all(one) && !self.is_vex)
            .find_map(|one| one.own("details"));
        let mut remedies = self.one.list("remediations").iter().filter(concerns);
        let action = remedies.next().map(|remedy| VexAction {
            kind: remedy.words("category").and_then(action_kind),
            says: remedy.own("details").or_else(|| remedy.own("url")).unwrap_or_default(),
        });
        if remedies.next().is_some() {
            let place = Place::at(format!("{}/remediations", self.place));
            noticing.problems.warn(place, text!("vex-csaf-more-remediations", id = excerpt(id)));
        }
        let notes = self.one.list("notes").iter().find(|note| {
            let ids = note.words("title").and_then(|title| title.strip_prefix(STATUS_NOTES));
            ids.is_some_and(|ids| ids.split(", ").any(|named| named == id))
        });
        Stated { status, justification, impact, action, notes: notes.and_then(|note| note.own("text")) }
    }
}

impl Stated {
    fn into_statement(self, vulnerability: VexVulnerability, products: Vec<VexProduct>) -> VexStatement {
        let status: VexStatus = STATUS_WORDS[self.status].status;
        VexStatement {
            vulnerability,
            products,
            status,
            justification: self.justification.and_then(VexJustification::of_openvex),
            impact: self.impact,
            action: self.action,
            notes: self.notes,
            stated_at: None,
            cyclonedx: None,
        }
    }
}
