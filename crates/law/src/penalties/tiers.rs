//! Article 64(2) to (4), as corrected: three tiers of fines, and what each is for.

use crate::citation::Citation;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// A tier of administrative fines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tier {
    /// Its place, the gravest first.
    pub(crate) number: u8,
    /// The row it was written from.
    pub(crate) source: Source,
    /// Where it stands.
    pub(crate) cites: Citation,
    /// The fixed amount, in euros.
    pub(crate) fixed_eur: u64,
    /// The share of worldwide annual turnover, in hundredths of a percent.
    pub(crate) basis_points: u64,
}

/// The tiers, the gravest first.
pub(crate) const TIERS: [Tier; 3] = [
    Tier {
        number: 1,
        source: Source::new("PEN-01", &[P]),
        cites: Citation::article(64).paragraph(2),
        fixed_eur: 15_000_000,
        basis_points: 250,
    },
    Tier {
        number: 2,
        source: Source::new("PEN-02", &[P]),
        cites: Citation::article(64).paragraph(3),
        fixed_eur: 10_000_000,
        basis_points: 200,
    },
    Tier {
        number: 3,
        source: Source::new("PEN-03", &[P]),
        cites: Citation::article(64).paragraph(4),
        fixed_eur: 5_000_000,
        basis_points: 100,
    },
];

impl Tier {
    /// The share of a turnover in euros, in cents, rounded down: a limit must not be overstated.
    pub(crate) fn share_cents(self, turnover_eur: u64) -> u64 {
        // A basis point of a euro is a hundredth of a cent.
        let share = u128::from(turnover_eur) * u128::from(self.basis_points) / 100;
        u64::try_from(share).unwrap_or(u64::MAX)
    }

    /// The fixed amount in cents.
    pub(crate) const fn fixed_cents(self) -> u64 {
        self.fixed_eur * 100
    }

    /// The provisions of this tier whose infringement this role can commit; of an open role, all of the tier.
    pub(crate) fn infringements(self, role: Option<Role>) -> Vec<Citation> {
        match (self.number, role) {
            (1, None | Some(Role::Manufacturer)) => {
                vec![Citation::annex("I"), Citation::article(13), Citation::article(14)]
            }
            (2, _) => second_tier(role),
            (3, None | Some(_)) => vec![Citation::article(64).paragraph(4)],
            _ => Vec::new(),
        }
    }
}

/// Articles 39, 41, 47 and 49 stand in the tier too; they bind notified bodies, none of the roles here.
fn second_tier(role: Option<Role>) -> Vec<Citation> {
    let article = Citation::article;
    let paragraphs = |number, last| (1..=last).map(move |paragraph| article(number).paragraph(paragraph));
    let makers = || {
        let mut cited = vec![article(28)];
        cited.extend(paragraphs(30, 4));
        cited.extend(paragraphs(31, 4));
        cited.extend(paragraphs(32, 3));
        cited.push(article(33).paragraph(5));
        cited
    };
    let mut cited = match role {
        Some(Role::Manufacturer) => makers(),
        Some(Role::AuthorisedRepresentative) => vec![article(18)],
        Some(Role::Importer) => vec![article(19), article(21)],
        Some(Role::Distributor) => vec![article(20), article(21)],
        Some(Role::Steward | Role::None) => return Vec::new(),
        None => [18, 19, 20, 21, 22].map(article).into_iter().chain(makers()).collect(),
    };
    cited.extend([article(23), article(53)]);
    cited
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_exact_to_the_cent_and_never_overflows() {
        let [first, second, third] = TIERS;
        assert_eq!(first.share_cents(1_000_000_000), 2_500_000_000);
        assert_eq!(second.share_cents(1_000_000_000), 2_000_000_000);
        assert_eq!(third.share_cents(1_000_000_000), 1_000_000_000);
        // 2.5 % of 3 EUR is 7.5 cents.
        assert_eq!(first.share_cents(3), 7);
        assert_eq!(first.share_cents(u64::MAX), u64::MAX);
    }
}
