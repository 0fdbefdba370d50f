//! What records say of a component by its CPE names, or by its bare name.

use std::cmp::Ordering;

use proofmark_facts::{MatchConfidence, MatchRule};
use proofmark_text::{Text, text};

use crate::cpe_asked::{AskedName, AskedVersion};
use crate::cpe_fit::{self, Because, Fit, Wanted, fit};
use crate::cpe_hardware;
use crate::cpe_statement::{Criteria, Holds, holds, wanted};
use crate::gathering::{HeldCode, Holding};
use crate::held_range::HeldRange;
use crate::kept_rating::rated;
use crate::layout::Section;
use crate::record::{CpeClaim, CpeConfiguration, CpeMatch, CpeName, CpeNode, CpeProduct, Record};
use crate::surroundings::{Presence, Surroundings};
use crate::tables::{Table, Tables};
use crate::version::Order;

/// How many platforms a reason names before it ends in an ellipsis.
const MOST_NAMED: usize = 4;

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct ByCpe<'t> {
    /// Claims that hold.
    pub(crate) holding: Vec<Holding<'t>>,
    /// Advisories of which it cannot be said.
    pub(crate) open: Vec<(Open, u32)>,
    /// Whether any record speaks of the product.
    pub(crate) is_known: bool,
}

/// Why it cannot be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Open {
    /// The name or its version.
    Name(Because),
    /// One of these would have to be beside the component.
    Platform(Vec<String>),
}

/// One question: a name, and what stands beside the component.
#[derive(Debug)]
pub(crate) struct Question<'a, 't> {
    /// The name asked about.
    pub(crate) asked: &'a AskedName,
    /// What stands beside it.
    pub(crate) surroundings: &'a Surroundings,
    /// The index.
    pub(crate) tables: Tables<'t>,
}

impl<'t> Question<'_, 't> {
    /// What is said of the product the name names; `None` if the index is damaged.
    pub(crate) fn by_name(&self, found: &mut ByCpe<'t>, criteria: &mut Criteria) -> Option<()> {
        let products = self.tables.table::<CpeProduct>(Section::CpeProducts);
        for key in self.asked.keys() {
            let place = first_from(products, |product| Some(self.tables.text(product.key)?.cmp(&key)))?;
            let product = products.get(place).filter(|it| self.tables.text(it.key) == Some(key.as_str()));
            if let Some(product) = product {
                self.weigh(product, found, criteria)?;
            }
        }
        Some(())
    }

    /// What is said of every product of the name's product, whoever makes it; `None` if the index is damaged. All of it
    /// is weak, and what stays open says nothing.
    pub(crate) fn by_product_alone(&self, found: &mut ByCpe<'t>, criteria: &mut Criteria) -> Option<()> {
        let Some(product) = self.asked.product() else { return Some(()) };
        let names = self.tables.table::<CpeName>(Section::CpeNames);
        let products = self.tables.table::<CpeProduct>(Section::CpeProducts);
        let mut place = first_from(names, |it| Some(self.tables.text(it.name)?.cmp(product.as_quoted())))?;
        let mut by_name = ByCpe::default();
        while let Some(name) =
            names.get(place).filter(|it| self.tables.text(it.name) == Some(product.as_quoted()))
        {
            let product = products.get(usize::try_from(name.product).ok()?)?;
            self.weigh(product, &mut by_name, criteria)?;
            place += 1;
        }
        let weak = |held: Holding<'t>| Holding {
            rule: MatchRule::NameVersion,
            confidence: MatchConfidence::Weak,
            ..held
        };
        found.holding.extend(by_name.holding.into_iter().map(weak));
        Some(())
    }

    /// Every claim about a product.
    fn weigh(&self, product: CpeProduct, found: &mut ByCpe<'t>, criteria: &mut Criteria) -> Option<()> {
        let tables = self.tables;
        let claims = tables.table::<CpeClaim>(Section::CpeClaims).range(product.first, product.count)?;
        for claim in claims {
            let one: CpeMatch = tables.table(Section::CpeMatches).get(usize::try_from(claim.place).ok()?)?;
            let name = criteria.of(&one, tables)?;
            let wanted = wanted(&one, &name, tables)?;
            let number = usize::try_from(claim.configuration).ok()?;
            let configuration: CpeConfiguration = tables.table(Section::CpeConfigurations).get(number)?;
            if !wanted.vulnerable {
                if matches!(fit(&wanted, self.asked), Fit::Yes(..)) {
                    self.weigh_firmware(&configuration, found, criteria)?;
                }
                continue;
            }
            found.is_known = true;
            let (rule, range, sure) = match fit(&wanted, self.asked) {
                Fit::No => continue,
                Fit::Open(because) => {
                    found.open.push((Open::Name(because), configuration.advisory));
                    continue;
                }
                Fit::Yes(rule, range, sure) => (rule, range, sure),
            };
            match holds(&configuration, self.asked, self.surroundings, criteria, tables)? {
                Holds::No => {}
                Holds::Open(needed) => found.open.push((Open::Platform(needed), configuration.advisory)),
                Holds::Yes(also) => found.holding.push(Holding {
                    advisory: configuration.advisory,
                    rated: rated(configuration.vector, configuration.score, configuration.rating, tables)?,
                    rule,
                    range: HeldRange::Words(range),
                    criteria: Some(name.to_string()),
                    confidence: sure.min(also),
                    fixed_in: fixed_in(&one, &wanted, tables)?,
                    code: HeldCode::None,
                }),
            }
        }
        Some(())
    }
}

impl<'t> Question<'_, 't> {
    /// What a configuration says of the firmware of the hardware that is asked about. Firmware that is listed itself is
    /// answered there.
    fn weigh_firmware(
        &self,
        configuration: &CpeConfiguration,
        found: &mut ByCpe<'t>,
        criteria: &mut Criteria,
    ) -> Option<()> {
        let tables = self.tables;
        let nodes = tables.table::<CpeNode>(Section::CpeNodes);
        for node in nodes.range(configuration.first_node, configuration.nodes)? {
            let matches = tables.table::<CpeMatch>(Section::CpeMatches);
            for one in matches.range(node.first_match, node.matches)? {
                let name = criteria.of(&one, tables)?;
                let wanted = wanted(&one, &name, tables)?;
                let is_firmware = wanted.vulnerable && cpe_hardware::is_firmware_of(&self.asked.name, &name);
                // Of hardware that is only what something runs on, no record speaks.
                found.is_known |= is_firmware;
                if !is_firmware || self.surroundings.presence(&wanted) != Presence::Untold {
                    continue;
                }
                let firmware = cpe_hardware::as_firmware(self.asked, &name);
                if firmware.version == AskedVersion::Missing {
                    found.open.push((Open::Platform(vec![name.to_string()]), configuration.advisory));
                    continue;
                }
                let range = match fit(&wanted, &firmware) {
                    Fit::No => continue,
                    Fit::Open(because) => {
                        found.open.push((Open::Name(because), configuration.advisory));
                        continue;
                    }
                    Fit::Yes(_, range, _) => range,
                };
                match holds(configuration, &firmware, self.surroundings, criteria, tables)? {
                    Holds::No => {}
                    Holds::Open(needed) => found.open.push((Open::Platform(needed), configuration.advisory)),
                    Holds::Yes(_) => found.holding.push(Holding {
                        advisory: configuration.advisory,
                        rated: rated(
                            configuration.vector,
                            configuration.score,
                            configuration.rating,
                            tables,
                        )?,
                        rule: MatchRule::CpeHardware,
                        range: HeldRange::Words(range),
                        criteria: Some(name.to_string()),
                        confidence: MatchConfidence::Weak,
                        fixed_in: fixed_in(&one, &wanted, tables)?,
                        code: HeldCode::None,
                    }),
                }
            }
        }
        Some(())
    }
}

/// The version before which what matched ends; its range holds the one asked for, so it comes later.
fn fixed_in<'t>(one: &CpeMatch, wanted: &Wanted<'_>, tables: Tables<'t>) -> Option<Vec<(Order, &'t str)>> {
    let fixed = wanted.to.is_some_and(|(_, included)| !included);
    Some(if fixed { vec![(cpe_fit::order(wanted), tables.text(one.to)?)] } else { Vec::new() })
}

/// The place of the first record that is not before what is looked for, in a sorted table; `None` if the index is damaged.
fn first_from<R: Record + Copy>(
    table: Table<'_, R>,
    compare: impl Fn(&R) -> Option<Ordering>,
) -> Option<usize> {
    let (mut from, mut to) = (0, table.len());
    while from < to {
        let middle = from + (to - from) / 2;
        if compare(&table.get(middle)?)?.is_lt() {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    Some(from)
}

/// Why it cannot be said, for the open ones of each kind that there are; `named` puts identifiers into a sentence.
pub(crate) fn reasons(
    open: &[(Open, &str)],
    named: &dyn Fn(Vec<&str>, usize) -> String,
    most: usize,
) -> Vec<Text> {
    let mut by_name: Vec<(Because, &str)> = Vec::new();
    let (mut needing, mut platforms): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for (why, id) in open {
        match why {
            Open::Name(because) => by_name.push((*because, id)),
            Open::Platform(needed) => {
                needing.push(id);
                platforms.extend(needed.iter().map(String::as_str));
            }
        }
    }
    let mut reasons = Vec::new();
    if let Some(&(because, _)) = by_name.iter().min() {
        let advisories = named(by_name.into_iter().map(|(_, id)| id).collect(), most);
        reasons.push(match because {
            Because::VersionMissing => text!("cpe-version-missing", advisories = advisories),
            Because::VersionUnreadable => text!("cpe-version-unreadable", advisories = advisories),
            Because::Wildcards => text!("cpe-name-of-several", advisories = advisories),
            Because::Bounds => text!("cpe-bounds-unreadable", advisories = advisories),
        });
    }
    if !needing.is_empty() {
        let advisories = named(needing, most);
        reasons.push(if platforms.is_empty() {
            text!("cpe-needs-something", advisories = advisories)
        } else {
            text!("cpe-needs-platform", advisories = advisories, platforms = named(platforms, MOST_NAMED))
        });
    }
    reasons
}
