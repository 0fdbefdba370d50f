//! The index held against a matcher by CPE names too plain to be wrong: every record, every node, every name, one by one.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use proofmark_facts::{Advisory, Component, CpeBound, CpeConfiguration, CpeMatch, CpeNode, CpeOperator};
use proofmark_vulndb::{Builder, Index};
use proptest::prelude::*;

/// A name of one of eight products, with a version and a target as small as can be.
#[derive(Debug, Clone)]
struct Name {
    part: char,
    vendor: char,
    product: char,
    version: Option<u8>,
    target: Option<char>,
}

#[derive(Debug, Clone)]
struct Match {
    name: Name,
    from: Option<(u8, bool)>,
    to: Option<(u8, bool)>,
    vulnerable: bool,
}

#[derive(Debug, Clone)]
struct Node {
    all: bool,
    not: bool,
    matches: Vec<Match>,
}

#[derive(Debug, Clone)]
struct Configuration {
    all: bool,
    not: bool,
    nodes: Vec<Node>,
}

/// True, false, or nobody knows.
type Said = Option<bool>;

fn and(parts: &[Said]) -> Said {
    if parts.contains(&Some(false)) {
        Some(false)
    } else if parts.is_empty() || parts.contains(&None) {
        None
    } else {
        Some(true)
    }
}

fn or(parts: &[Said]) -> Said {
    if parts.contains(&Some(true)) {
        Some(true)
    } else if parts.is_empty() || parts.contains(&None) {
        None
    } else {
        Some(false)
    }
}

fn put_together(parts: &[Said], all: bool, not: bool) -> Said {
    let said = if all { and(parts) } else { or(parts) };
    said.map(|said| said != not)
}

fn same_product(one: &Name, other: &Name) -> bool {
    (one.part, one.vendor, one.product) == (other.part, other.vendor, other.product)
}

fn fits(one: &Match, name: &Name) -> Said {
    if !same_product(&one.name, name)
        || matches!((one.name.target, name.target), (Some(a), Some(b)) if a != b)
    {
        return Some(false);
    }
    if one.name.version.is_none() && one.from.is_none() && one.to.is_none() {
        return Some(true);
    }
    let version = name.version?;
    let equal = one.name.version.is_none_or(|wanted| wanted == version);
    let after = one.from.is_none_or(|(from, inside)| version > from || (inside && version == from));
    let before = one.to.is_none_or(|(to, inside)| version < to || (inside && version == to));
    Some(equal && after && before)
}

fn fits_as_platform(one: &Match, name: &Name) -> bool {
    fits(one, name) == Some(true)
}

fn is_there(one: &Match, asked: &Name, all: &[Name]) -> Said {
    let mut same: Vec<Said> =
        all.iter().filter(|name| same_product(&one.name, name)).map(|name| fits(one, name)).collect();
    if same.is_empty() {
        same.push(None);
    }
    if fits(one, asked) == Some(true) { Some(true) } else { or(&same) }
}

fn holds(configuration: &Configuration, asked: &Name, all: &[Name]) -> Said {
    let node = |node: &Node| {
        let parts: Vec<Said> = node.matches.iter().map(|one| is_there(one, asked, all)).collect();
        put_together(&parts, node.all, node.not)
    };
    let nodes: Vec<Said> = configuration.nodes.iter().map(node).collect();
    put_together(&nodes, configuration.all, configuration.not)
}

/// Which records affect the name, and of which it cannot be said; `None` where no record speaks of the product.
fn plain(
    records: &[Vec<Configuration>],
    asked: &Name,
    all: &[Name],
) -> Option<(BTreeSet<String>, BTreeSet<String>)> {
    let (mut known, mut inside, mut open) = (false, BTreeSet::new(), BTreeSet::new());
    for (number, configurations) in records.iter().enumerate() {
        for configuration in configurations {
            let matches = configuration.nodes.iter().flat_map(|node| &node.matches);
            for one in matches.filter(|one| one.vulnerable && same_product(&one.name, asked)) {
                known = true;
                let said = match fits(one, asked) {
                    Some(true) => holds(configuration, asked, all),
                    other => other,
                };
                match said {
                    Some(true) => inside.insert(id(number)),
                    None => open.insert(id(number)),
                    Some(false) => false,
                };
            }
            // Hardware that is asked about alone stands for its firmware, whose version nobody says here.
            for one in configuration.nodes.iter().flat_map(|node| &node.matches) {
                let hardware = !one.vulnerable && one.name.part == 'h' && fits_as_platform(one, asked);
                if !hardware {
                    continue;
                }
                let firmware = configuration.nodes.iter().flat_map(|node| &node.matches).filter(|other| {
                    other.vulnerable
                        && other.name.part == 'o'
                        && (other.name.vendor, other.name.product) == (asked.vendor, asked.product)
                });
                for one in firmware {
                    known = true;
                    // One that is listed is answered itself, unless that it is the one cannot be said.
                    let listed: Vec<Said> = all
                        .iter()
                        .filter(|name| same_product(&one.name, name))
                        .map(|name| fits(one, name))
                        .collect();
                    if listed.is_empty() || or(&listed).is_none() {
                        open.insert(id(number));
                    }
                }
            }
        }
    }
    let open = open.difference(&inside).cloned().collect();
    known.then_some((inside, open))
}

fn id(number: usize) -> String {
    format!("CVE-2026-{}", 1000 + number)
}

impl Name {
    fn written(&self) -> String {
        let Self { part, vendor, product, version, target } = self;
        let version = version.map_or("*".to_owned(), |version| version.to_string());
        let target = target.map_or("*".to_owned(), String::from);
        format!("cpe:2.3:{part}:{vendor}:{product}:{version}:*:*:*:*:{target}:*:*")
    }
}

impl Configuration {
    fn as_facts(&self) -> CpeConfiguration {
        let operator = |all: bool| if all { CpeOperator::And } else { CpeOperator::Or };
        let bound = |bound: Option<(u8, bool)>| {
            bound.map(|(version, included)| CpeBound { version: version.to_string(), included })
        };
        let one = |one: &Match| CpeMatch {
            vulnerable: one.vulnerable,
            criteria: one.name.written().parse().unwrap(),
            from: bound(one.from),
            to: bound(one.to),
        };
        let node = |node: &Node| CpeNode {
            operator: operator(node.all),
            negate: node.not,
            matches: node.matches.iter().map(one).collect(),
        };
        let nodes = self.nodes.iter().map(node).collect();
        CpeConfiguration { operator: operator(self.all), negate: self.not, nodes }
    }
}

fn name() -> impl Strategy<Value = Name> {
    let letter = |letters: &'static [char]| proptest::sample::select(letters);
    let version = proptest::option::weighted(0.7, 1..5_u8);
    let target = proptest::option::weighted(0.3, letter(&['x', 'y']));
    (letter(&['a', 'o', 'h']), letter(&['v', 'w']), letter(&['p', 'q']), version, target)
        .prop_map(|(part, vendor, product, version, target)| Name { part, vendor, product, version, target })
}

fn one() -> impl Strategy<Value = Match> {
    let bound = || proptest::option::weighted(0.6, (1..5_u8, any::<bool>()));
    (name(), bound(), bound(), any::<bool>(), prop::bool::weighted(0.7)).prop_map(
        |(mut name, from, to, ranged, vulnerable)| {
            if ranged {
                name.version = None;
                return Match { name, from, to, vulnerable };
            }
            Match { name, from: None, to: None, vulnerable }
        },
    )
}

fn node() -> impl Strategy<Value = Node> {
    let rare = || prop::bool::weighted(0.15);
    (rare(), rare(), proptest::collection::vec(one(), 0..4)).prop_map(|(all, not, matches)| Node {
        all,
        not,
        matches,
    })
}

fn configuration() -> impl Strategy<Value = Configuration> {
    (any::<bool>(), prop::bool::weighted(0.05), proptest::collection::vec(node(), 1..4))
        .prop_map(|(all, not, nodes)| Configuration { all, not, nodes })
}

fn index<'a>(records: impl Iterator<Item = (usize, &'a Vec<Configuration>)>) -> Index {
    let mut builder = Builder::new();
    for (number, configurations) in records {
        let advisory = Advisory { id: id(number), ..Advisory::default() };
        let configurations: Vec<CpeConfiguration> =
            configurations.iter().map(Configuration::as_facts).collect();
        builder.add_with_configurations(&advisory, &configurations, "NVD").unwrap();
    }
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

/// A component by a CPE name, with parts of it left open or of several, or by its bare name alone, with and without a package URL.
fn asked() -> impl Strategy<Value = Component> {
    let open = proptest::sample::select(vec!["", "part", "vendor", "version", "product", "bare", "none"]);
    (name(), open, prop::bool::weighted(0.2), prop::bool::weighted(0.3)).prop_map(
        |(name, open, packed, also)| {
            let written = name.written();
            let mut parts: Vec<&str> = written.split(':').collect();
            match open {
                "part" => parts[2] = "*",
                "vendor" => parts[3] = "*",
                "product" => parts[4] = "*",
                "version" => parts[5] = "1*",
                _ => {}
            }
            let states = !matches!(open, "bare" | "none");
            Component {
                name: if open == "none" { "elsewhere".into() } else { name.product.to_string() },
                version: name.version.map(|version| version.to_string()),
                cpe: states.then(|| parts.join(":")),
                more_cpes: (also && states)
                    .then(|| "cpe:2.3:a:w:q:3:*:*:*:*:*:*:*".to_owned())
                    .into_iter()
                    .collect(),
                purl: packed.then(|| "pkg:npm/p@1.0.0".parse().unwrap()),
                ..Component::default()
            }
        },
    )
}

#[test]
fn one_record_more_is_asked_by_its_products_alone() {
    let one = |part, vendor, product| Match {
        name: Name { part, vendor, product, version: None, target: None },
        from: None,
        to: None,
        vulnerable: part != 'h',
    };
    let record = |matches| {
        vec![Configuration { all: true, not: false, nodes: vec![Node { all: false, not: false, matches }] }]
    };
    let kept = record(vec![one('a', 'v', 'q')]);
    let (before, new) =
        (index([(1, &kept)].into_iter()), record(vec![one('o', 'v', 'p'), one('h', 'v', 'p')]));
    let changes = index([(1, &kept), (2, &new)].into_iter()).changes_since(&before).unwrap();
    let touched =
        |cpe: &str| changes.touches(&Component { cpe: Some(cpe.to_owned()), ..Component::default() });
    for cpe in
        ["cpe:/o:v:p:1", "cpe:/h:v:p", "cpe:2.3:*:v:p:1:*:*:*:*:*:*:*", "cpe:2.3:o:*:p:1:*:*:*:*:*:*:*"]
    {
        assert!(touched(cpe), "{cpe}");
    }
    for cpe in ["cpe:/a:v:q:1", "cpe:/o:w:p", "cpe:/a:v:p:1", "cpe:2.3:a:*:q:1:*:*:*:*:*:*:*", "no name"] {
        assert!(!touched(cpe), "{cpe}");
    }
    assert!(changes.touches(&Component { name: "P".into(), ..Component::default() }));
    assert!(!changes.touches(&Component { name: "q".into(), ..Component::default() }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// Whoever asks again only what is named knows what a database built anew says of every component of a list, those
    /// included of which a record only speaks where another one stands beside it.
    #[test]
    fn a_product_that_is_not_named_has_the_same_answer(
        records in proptest::collection::vec(
            (proptest::collection::vec(configuration(), 1..3), 0..4_u8, proptest::collection::vec(configuration(), 1..3)), 1..6),
        list in proptest::collection::vec(asked(), 1..8),
    ) {
        // Some went, some came, some were written anew.
        let older = records.iter().enumerate().filter(|(_, (_, how, _))| *how != 1).map(|(number, (one, ..))| (number, one));
        let newer = records.iter().enumerate().filter(|(_, (_, how, _))| *how != 2);
        let newer = newer.map(|(number, (one, how, other))| (number, if *how == 3 { other } else { one }));
        let (older, newer) = (index(older), index(newer));
        let changes = newer.changes_since(&older).unwrap();
        let both = older.check_all(&list).into_iter().zip(newer.check_all(&list));
        for (component, (before, after)) in list.iter().zip(both) {
            prop_assert!(changes.touches(component) || before == after, "{component:?}: {before:?} {after:?}");
            let by_words = proofmark_vulndb::asked_words(component).iter().any(|word| changes.touches_word(word));
            prop_assert!(component.purl.is_some() || by_words == changes.touches(component), "{component:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_index_says_what_a_plain_scan_says(
        records in proptest::collection::vec(proptest::collection::vec(configuration(), 1..3), 1..6),
        names in proptest::collection::vec(name(), 1..6),
    ) {
        let index = index(records.iter().enumerate());
        let component = |name: &Name| Component { name: "part".into(), cpe: Some(name.written()), ..Component::default() };
        let components: Vec<Component> = names.iter().map(component).collect();
        for (name, checked) in names.iter().zip(index.check_all(&components)) {
            let known: BTreeSet<String> = checked.known().iter().map(|known| known.id.clone()).collect();
            let unchecked = checked.unchecked().map(ToString::to_string).unwrap_or_default();
            match plain(&records, name, &names) {
                None => prop_assert!(unchecked.starts_with("No record") || unchecked.contains("holds no records"), "{}: {}", name.written(), unchecked),
                Some((inside, open)) => {
                    prop_assert_eq!(known, inside, "{} {:?}", name.written(), checked);
                    prop_assert_eq!(unchecked.is_empty(), open.is_empty(), "{} {:?} {:?}", name.written(), checked, open);
                    prop_assert!(open.iter().all(|id| unchecked.contains(&format!("`{id}`"))), "{} {:?}", unchecked, open);
                }
            }
        }
    }
}
