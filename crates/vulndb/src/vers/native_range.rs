//! Ranges in the notations of package managers: `^1.2 || >=2.0 <2.5`, `[1.0,2.0)`, `~=1.4.2`.

use std::cmp::Ordering;

use super::comparator::Comparator;
use super::constraint::Constraint;
use super::native_grammar::{Form, Grammar};
use super::native_reading::{NotANativeRange, read};
use super::range::VersRange;
use super::vers_type;
use crate::version::Order;

/// A range: a version is in it if all constraints of one of its alternatives hold.
///
/// Its bounds are those of the order alone: what a package manager leaves out when it chooses a version to install (npm's
/// pre-releases, pip's post-releases behind `>`) is inside, as advisories mean it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NativeRange {
    kind: String,
    order: Order,
    alternatives: Vec<Vec<Constraint>>,
    /// Whether a version's builds are other versions (PEP 440, "Arbitrary equality": `===`).
    literal: bool,
}

impl NativeRange {
    /// Reads a range as the package manager of this type writes it; the type is one of VERS (`npm`, `pypi`, `maven`).
    pub fn read(kind: &str, written: &str) -> Result<Self, NotANativeRange> {
        let order = vers_type::order(kind).ok_or_else(|| NotANativeRange::Type(kind.to_owned()))?;
        let grammar = Grammar::of(kind);
        let alternatives = read(written, grammar)?;
        let versions = alternatives.iter().flatten().map(|constraint| &constraint.version);
        if let Some(unreadable) = versions.into_iter().find(|version| order.read(version).is_none()) {
            return Err(NotANativeRange::Version(unreadable.clone()));
        }
        if grammar.form == Form::Brackets {
            for alternative in &alternatives {
                let [from, to] = alternative.as_slice() else { continue };
                let holds_one = from.comparator == Comparator::AtLeast && to.comparator == Comparator::AtMost;
                match order.compare(&from.version, &to.version) {
                    Some(Ordering::Greater) => {}
                    Some(Ordering::Equal) if !holds_one => {}
                    _ => continue,
                }
                return Err(NotANativeRange::Backwards(from.version.clone(), to.version.clone()));
            }
        }
        Ok(Self { kind: kind.to_owned(), order, alternatives, literal: written.contains("===") })
    }

    /// Whether it holds this version; `None` where the version has no place in the order, or nothing is said of it and a bound.
    pub fn contains(&self, version: &str) -> Option<bool> {
        let version = self.order.read(version)?;
        let holds = |constraint: &Constraint| {
            let bound = self.order.read(&constraint.version)?;
            let is_same = !self.literal && version.is_build_of(bound);
            let compared = if is_same { Ordering::Equal } else { version.compare(bound)? };
            Some(constraint.comparator.holds(compared))
        };
        let all = |constraints: &Vec<Constraint>| {
            let said: Vec<Option<bool>> = constraints.iter().map(holds).collect();
            match (said.contains(&Some(false)), said.contains(&None)) {
                (true, _) => Some(false),
                (false, true) => None,
                (false, false) => Some(true),
            }
        };
        let said: Vec<Option<bool>> = self.alternatives.iter().map(all).collect();
        match (said.contains(&Some(true)), said.contains(&None)) {
            (true, _) => Some(true),
            (false, true) => None,
            (false, false) => Some(false),
        }
    }

    /// The same range in the notation of VERS; `None` where that has no room for it: a range that holds nothing, or one of
    /// several alternatives with versions taken out.
    pub fn as_vers(&self) -> Option<VersRange> {
        if let [only] = self.alternatives.as_slice() {
            return self.written(&self.reduced(only)?);
        }
        let is_excluding = |one: &Constraint| one.comparator == Comparator::NotEqual;
        if self.alternatives.iter().flatten().any(is_excluding) {
            return None;
        }
        let held: Vec<Vec<Constraint>> =
            self.alternatives.iter().filter_map(|constraints| self.reduced(constraints)).collect();
        let mut stretches: Vec<Stretch> = held.into_iter().map(Stretch::of).collect();
        stretches.sort_by(|one, other| self.starts(one, other));
        let mut joined: Vec<Stretch> = Vec::new();
        for next in stretches {
            match joined.last_mut() {
                Some(last) if self.meets(last, &next) => {
                    if self.ends(last, &next).is_lt() {
                        last.to = next.to;
                    }
                }
                _ => joined.push(next),
            }
        }
        if joined.is_empty() {
            return None;
        }
        self.written(&joined.into_iter().flat_map(Stretch::constraints).collect::<Vec<_>>())
    }

    fn written(&self, constraints: &[Constraint]) -> Option<VersRange> {
        if constraints.is_empty() {
            return VersRange::read(&format!("vers:{}/*", self.kind)).value;
        }
        Some(VersRange::of(&self.kind, constraints))
    }

    /// Every bound was read when the range was, so that only what the ecosystem says nothing of has no order.
    fn compare(&self, one: &Constraint, other: &Constraint) -> Ordering {
        self.order.compare(&one.version, &other.version).unwrap_or_else(|| one.version.cmp(&other.version))
    }

    fn starts(&self, one: &Stretch, other: &Stretch) -> Ordering {
        match (&one.from, &other.from) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(one), Some(other)) => {
                let is_open = |of: &Constraint| of.comparator == Comparator::Greater;
                self.compare(one, other).then(is_open(one).cmp(&is_open(other)))
            }
        }
    }

    fn ends(&self, one: &Stretch, other: &Stretch) -> Ordering {
        match (&one.to, &other.to) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some(one), Some(other)) => {
                let is_closed = |of: &Constraint| of.comparator == Comparator::AtMost;
                self.compare(one, other).then(is_closed(one).cmp(&is_closed(other)))
            }
        }
    }

    /// Whether nothing lies between the end of the one and the beginning of the other. Two that only touch stay two, as the
    /// suites of VERS have them.
    fn meets(&self, one: &Stretch, other: &Stretch) -> bool {
        let (Some(end), Some(start)) = (&one.to, &other.from) else { return true };
        match self.compare(end, start) {
            Ordering::Greater => true,
            Ordering::Equal => end.comparator == Comparator::AtMost,
            Ordering::Less => false,
        }
    }

    /// The same with one lower bound and one upper bound at most; `None` where no version can hold.
    fn reduced(&self, constraints: &[Constraint]) -> Option<Vec<Constraint>> {
        let compare = |one: &Constraint, other: &Constraint| self.order.compare(&one.version, &other.version);
        let best = |is: fn(Comparator) -> bool,
                    better: Ordering,
                    strict: Comparator|
         -> Option<Option<Constraint>> {
            let mut found: Option<&Constraint> = None;
            for one in constraints.iter().filter(|one| is(one.comparator)) {
                let replaces = match found {
                    None => true,
                    Some(known) => {
                        let compared = compare(one, known)?;
                        compared == better || (compared.is_eq() && one.comparator == strict)
                    }
                };
                found = if replaces { Some(one) } else { found };
            }
            Some(found.cloned())
        };
        let lower = best(Comparator::is_lower, Ordering::Greater, Comparator::Greater)?;
        let upper = best(Comparator::is_upper, Ordering::Less, Comparator::Less)?;
        let equal = constraints.iter().find(|one| one.comparator == Comparator::Equal);
        if let Some(equal) = equal {
            let holds = |other: &Constraint| Some(other.comparator.holds(compare(equal, other)?));
            let all = constraints.iter().map(holds).collect::<Option<Vec<bool>>>()?;
            return all.iter().all(|holds| *holds).then(|| vec![equal.clone()]);
        }
        if let (Some(lower), Some(upper)) = (&lower, &upper) {
            let both = lower.comparator == Comparator::AtLeast && upper.comparator == Comparator::AtMost;
            match compare(lower, upper)? {
                Ordering::Less => {}
                Ordering::Equal if both => {
                    let is_out = |one: &Constraint| {
                        one.comparator == Comparator::NotEqual && compare(one, lower) == Some(Ordering::Equal)
                    };
                    if constraints.iter().any(is_out) {
                        return None;
                    }
                    return Some(vec![Constraint {
                        comparator: Comparator::Equal,
                        version: lower.version.clone(),
                    }]);
                }
                Ordering::Equal | Ordering::Greater => return None,
            }
        }
        let (mut lower, mut upper, mut excluded) = (lower, upper, Vec::new());
        for one in constraints.iter().filter(|one| one.comparator == Comparator::NotEqual) {
            let against = |bound: &Option<Constraint>| {
                bound.as_ref().map(|bound| compare(one, bound)).map_or(Some(None), |it| it.map(Some))
            };
            match (against(&lower)?, against(&upper)?) {
                (Some(Ordering::Equal), Some(Ordering::Equal)) => return None,
                (Some(Ordering::Equal), _) => strict(&mut lower, Comparator::Greater),
                (_, Some(Ordering::Equal)) => strict(&mut upper, Comparator::Less),
                (Some(Ordering::Less), _) | (_, Some(Ordering::Greater)) => {}
                _ => excluded.push(one.clone()),
            }
        }
        Some(lower.into_iter().chain(excluded).chain(upper).collect())
    }
}

/// Takes a bound's own version out.
fn strict(bound: &mut Option<Constraint>, comparator: Comparator) {
    if let Some(bound) = bound {
        bound.comparator = comparator;
    }
}

/// Everything between two bounds.
struct Stretch {
    from: Option<Constraint>,
    to: Option<Constraint>,
}

impl Stretch {
    /// Of what has one bound on each side at most, or is one version.
    fn of(constraints: Vec<Constraint>) -> Self {
        let mut stretch = Self { from: None, to: None };
        for one in constraints {
            if one.comparator == Comparator::Equal {
                let bound = |comparator| Some(Constraint { comparator, version: one.version.clone() });
                return Self { from: bound(Comparator::AtLeast), to: bound(Comparator::AtMost) };
            }
            let side = if one.comparator.is_lower() { &mut stretch.from } else { &mut stretch.to };
            *side = Some(one);
        }
        stretch
    }

    fn constraints(self) -> Vec<Constraint> {
        match (self.from, self.to) {
            (Some(from), Some(to))
                if from.version == to.version
                    && from.comparator == Comparator::AtLeast
                    && to.comparator == Comparator::AtMost =>
            {
                vec![Constraint { comparator: Comparator::Equal, version: from.version }]
            }
            (from, to) => from.into_iter().chain(to).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn range(kind: &str, written: &str) -> NativeRange {
        NativeRange::read(kind, written).unwrap_or_else(|fault| panic!("{kind} {written}: {fault:?}"))
    }

    #[test]
    fn each_notation_means_what_its_package_manager_means() {
        for (kind, written, inside, outside) in [
            ("npm", "^1.2.3", &["1.2.3", "1.9.0"][..], &["1.2.2", "2.0.0", "2.0.0-rc.1"][..]),
            ("npm", "^0.2.3", &["0.2.3"], &["0.3.0"]),
            ("npm", "^0.0.3", &["0.0.3"], &["0.0.4"]),
            ("npm", "~1.2.3", &["1.2.9"], &["1.3.0"]),
            ("npm", "1.2.x || >=2.0.0 <2.5.0", &["1.2.0", "2.4.9"], &["1.3.0", "2.5.0"]),
            ("npm", "1.2.3 - 2.3", &["1.2.3", "2.3.9"], &["2.4.0", "1.2.2"]),
            ("npm", ">1.2", &["1.3.0"], &["1.2.9"]),
            ("npm", "<=1.2", &["1.2.9"], &["1.3.0"]),
            ("npm", "*", &["0.0.1"], &[]),
            ("cargo", "1.2", &["1.2.0", "1.99.0"], &["2.0.0", "1.1.9"]),
            ("cargo", ">=1.2, <1.5", &["1.4.9"], &["1.5.0"]),
            ("cargo", "=1.2.3", &["1.2.3"], &["1.2.4"]),
            ("pypi", ">=1.2,<2", &["1.2", "1.9"], &["2", "1.1"]),
            ("pypi", "~=1.4.2", &["1.4.2", "1.4.9"], &["1.5", "1.5.dev1", "1.4.1"]),
            ("pypi", "==1.4.*", &["1.4", "1.4.1rc1"], &["1.5", "1.3.9"]),
            ("pypi", "!=1.4.*, >1.0", &["1.3", "1.5"], &["1.4.2", "1.0"]),
            ("gem", "~> 2.0.8", &["2.0.8", "2.0.99"], &["2.1.0"]),
            ("gem", ">= 1.0, < 2.0, != 1.5", &["1.4"], &["1.5", "2.0"]),
            ("maven", "[1.0,2.0)", &["1.0", "1.9"], &["2.0", "0.9"]),
            ("maven", "(,1.0],[1.2,)", &["0.5", "1.0", "1.3"], &["1.1"]),
            ("nuget", "1.0", &["1.0.0", "7.0.0"], &["0.9.0"]),
            ("nuget", "(1.0,2.0]", &["2.0.0"], &["1.0.0"]),
            ("composer", "~1.2", &["1.9.0"], &["2.0.0", "1.1.0"]),
            ("composer", "^1.2 || ^3.0", &["1.5.0", "3.1.0"], &["2.0.0"]),
            ("hex", "~> 2.1 and != 2.3.0", &["2.2.0"], &["2.3.0", "3.0.0"]),
            ("deb", ">= 1:1.0, << 1:2.0~rc1", &["1:1.5-1"], &["1:2.0~rc1", "3.0"]),
            ("conan", "[>=1.0 <2.0]", &["1.5"], &["2.0"]),
            ("nginx", "0.7.52-0.8.39", &["0.8.0"], &["0.8.40"]),
            ("golang", ">= v1.2.0, < v1.4.0", &["v1.3.0"], &["v1.4.0"]),
            // Composer: two numbers and fewer behind the hyphen stand for all that begin so.
            ("composer", "1.0 - 2.0", &["1.0.0-beta1", "2.0.9"], &["2.1.0", "2.1.0-dev", "0.9"]),
            ("composer", "1 - 2", &["2.5"], &["3.0"]),
            ("composer", "1.0.0 - 2.1.0", &["2.1.0"], &["2.1.1"]),
            ("composer", "1.0 - 2.0-beta1", &["2.0-alpha1"], &["2.0", "2.0-beta2"]),
            // Composer: `<` and `>=` lie before the pre-releases of a version without a stability of its own.
            ("composer", "<2.0", &["1.9"], &["2.0-beta1", "2.0"]),
            ("composer", ">=1.0", &["1.0-beta1", "1.0"], &["0.9.9"]),
            ("composer", ">=1.0-beta2", &["1.0-beta2"], &["1.0-beta1"]),
            ("composer", ">=1.0@beta", &["1.0-beta1"], &["1.0-alpha1"]),
            ("composer", ">=1.0-beta-2", &["1.0-rc1"], &["1.0-dev"]),
            ("composer", "<2.0-stable", &["2.0-beta1"], &["2.0"]),
            ("composer", "^1.2", &["1.2.0-beta1"], &["2.0.0-alpha1"]),
            ("composer", "1.2.*", &["1.2.0-beta1", "1.2.9"], &["1.3.0-dev"]),
            ("composer", "<=2.0", &["2.0-beta1", "2.0"], &["2.0.1"]),
            // Pub: three numbers always, and a caret over zero goes to the next minor version.
            ("pub", "^1.2.3", &["1.2.3", "1.9.0"], &["2.0.0", "2.0.0-rc.1", "1.2.2"]),
            ("pub", "^0.0.3", &["0.0.9"], &["0.1.0"]),
            ("pub", "^0.2.3", &["0.2.9"], &["0.3.0"]),
            ("npm", "^0.0", &["0.0.9"], &["0.1.0"]),
            // PEP 440: the epoch stays, and a local version is the version it is built of unless the range names one.
            ("pypi", "~=1!2.3", &["1!2.4"], &["1!3.0", "2.4", "2!0"]),
            ("pypi", "==1!2.*", &["1!2.4"], &["1!3.0", "2.4"]),
            ("pypi", "!=1!2.*", &["2.4", "1!3.0"], &["1!2.4"]),
            ("pypi", "==1.0", &["1.0+local", "1.0"], &["1.0.1+local"]),
            ("pypi", "==1.0+local", &["1.0+local"], &["1.0", "1.0+other"]),
            ("pypi", "<=1.0", &["1.0+local"], &["1.0.1"]),
            ("pypi", ">1.7", &["1.7.1+local"], &["1.7+local"]),
            ("pypi", "!=1.0", &["1.0.1"], &["1.0+local"]),
            ("pypi", "===1.0", &["1.0"], &["1.0+local"]),
            // RubyGems: what counts is whether the release, without its pre-release, is before the bound.
            ("gem", "~> 2.0", &["2.9.a", "2.0"], &["3.0.a", "3.a", "3.RC1", "3.0", "2.0.a"]),
            ("gem", "< 3", &["3.0.a"], &["3.0"]),
            ("nuget", "1.*", &["1.0", "1.9"], &["2.0-rc", "2.0"]),
            ("nuget", "[1.0]", &["1.0.0"], &["1.0.1"]),
        ] {
            let range = range(kind, written);
            for version in inside {
                assert_eq!(range.contains(version), Some(true), "{kind} {written} {version}");
            }
            for version in outside {
                assert_eq!(range.contains(version), Some(false), "{kind} {written} {version}");
            }
        }
        assert_eq!(range("npm", "<1.0.0").contains("latest"), None);
    }

    #[test]
    fn what_is_no_range_says_which_part() {
        use NotANativeRange::{Backwards, Part, Recommends, Type, Version};
        for (kind, written, fault) in [
            ("unheard", "1", Type("unheard".into())),
            ("maven", "1.0", Recommends("1.0".into())),
            ("maven", "[1.0", Part("[1.0".into())),
            ("maven", "(1.0)", Part("(1.0)".into())),
            ("maven", "[2.0,1.0]", Backwards("2.0".into(), "1.0".into())),
            ("maven", "(,0.5],[1.0,1.0)", Backwards("1.0".into(), "1.0".into())),
            ("nuget", "(2.0,1.0)", Backwards("2.0".into(), "1.0".into())),
            ("npm", "=>1.0.0 <>", Part("<>".into())),
            ("pypi", ">=main", Version("main".into())),
        ] {
            assert_eq!(NativeRange::read(kind, written), Err(fault), "{kind} {written}");
        }
        assert_eq!(NativeRange::read("npm", &"1".repeat(5_000)), Err(NotANativeRange::TooLong));
    }

    #[test]
    fn what_has_no_order_beside_one_bound_is_still_held_by_another_stretch() {
        for written in ["^1.2 || 022bb", "022bb || ^1.2"] {
            let range = NativeRange::read("conan", written).unwrap();
            let vers = range.as_vers().unwrap();
            assert_eq!((range.contains("1.2.3"), vers.contains("1.2.3")), (Some(true), Some(true)), "{vers}");
            assert_eq!((range.contains("1.1"), vers.contains("1.1")), (None, None), "{vers}");
            assert_eq!((range.contains("022bb"), vers.contains("022bb")), (Some(true), Some(true)), "{vers}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn nothing_makes_it_panic(written in "[-0-9a-z.<>=!~^|*, \\[\\]()+]{0,40}", kind in prop::sample::select(&["npm", "pypi", "maven", "gem", "composer", "conan", "nginx", "cargo"][..])) {
            if let Ok(range) = NativeRange::read(kind, &written) {
                let _ = range.contains("1.2.3");
                let _ = range.as_vers();
            }
        }

        #[test]
        fn what_vers_says_of_a_range_is_the_same(
            parts in prop::collection::vec(prop::collection::vec(("[<>]=?|!=|=|\\^|~", 0_u8..2, 0_u8..2), 1..4), 1..4),
        ) {
            let one = |(sign, major, minor): &(String, u8, u8)| format!("{sign}{major}.{minor}.0");
            let all: Vec<String> = parts.iter().map(|part| part.iter().map(one).collect::<Vec<_>>().join(" ")).collect();
            let range = range("npm", &all.join(" || "));
            let Some(vers) = range.as_vers() else { return Ok(()) };
            for version in (0..16).map(|number| format!("{}.{}.0", number / 4, number % 4)) {
                prop_assert_eq!(vers.contains(&version), range.contains(&version), "{} {} {}", version, all.join(" || "), vers);
            }
        }
    }
}
