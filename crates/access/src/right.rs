//! A right: a named thing one may do, and which duties give it.

use proofmark_facts::{Actor, ActorKind, Duty, Grant, Seen};
use proofmark_text::{Text, text};

use crate::duty_name::duty_names;
use crate::refusal::Refusal;

/// A named thing one may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// See the lists of products, findings and components: those one may see.
    SeePortfolio,
    /// See a product with all that belongs to it.
    SeeProduct,
    /// Write a product's dossier, documents and dates; begin a new product.
    KeepDossier,
    /// Hand in component lists, VEX and evidence.
    HandIn,
    /// Have a product assessed.
    Assess,
    /// Propose a decision on a finding, or anything else about a product that needs a second signature.
    ProposeDecision,
    /// Give the second signature under what concerns a product.
    Approve,
    /// See the cases of the response desk: what is under embargo is in them.
    SeeCases,
    /// Run cases: reports, exploited vulnerabilities, incidents.
    RunCases,
    /// See who may do what.
    SeePeople,
    /// Invite people, propose what they may do, disable accounts.
    ManagePeople,
    /// Give the second signature under a change of duties, keys or identity providers.
    ApprovePeople,
    /// Make tokens with one's own duties.
    MakeTokens,
    /// See and revoke the tokens of others; say which workloads are trusted.
    ManageTokens,
    /// Change settings and webhooks.
    ManageSettings,
    /// See the ledger.
    SeeLedger,
    /// Sign the ledger's checkpoint and publish it.
    SealLedger,
    /// Put a hold on records, and lift it.
    Hold,
    /// Purge what is past its retention.
    Purge,
    /// Add operators to the installation and take them out.
    ManageOperators,
    /// See the jobs and how they went.
    SeeJobs,
    /// Have a failed job tried again.
    RetryJobs,
    /// See how old the vulnerability data is.
    SeeFeeds,
    /// Bring in vulnerability data, and take a newer state of the law into use.
    ImportFeeds,
    /// Take the complete record out.
    ExportRecord,
}

/// What a right is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// One product; asked without one, it is about all products of the operator.
    Product,
    /// The operator as a whole: a duty for some of its products does not do.
    Whole,
    /// Whatever one sees of the operator: a duty for one of its products is enough.
    Part,
    /// The operator as a whole, or the installation.
    WholeOrInstallation,
    /// The installation alone.
    Installation,
    /// Whatever one sees of the operator, or the installation.
    Anywhere,
}

use Reach::{Anywhere, Installation, Part, Product, Whole, WholeOrInstallation};

/// Duty by right: a letter in a column gives it. The columns stand in the order of [`Duty::ALL`].
///
/// Administrators decide nothing about products, and see none of them. Auditors see everything and change nothing.
#[rustfmt::skip]
const TABLE: [(Right, Reach, &[u8; 7]); 25] = [
    //                                             a  administrator
    //                                              o  product owner
    //                                               e  engineer
    //                                                s  security response
    //                                                 c  compliance
    //                                                  v  approver
    //                                                   r  auditor
    (Right::SeePortfolio,    Part,                b".oescvr"),
    (Right::SeeProduct,      Product,             b".oescvr"),
    (Right::KeepDossier,     Product,             b".o..c.."),
    (Right::HandIn,          Product,             b".oesc.."),
    (Right::Assess,          Product,             b".oesc.."),
    (Right::ProposeDecision, Product,             b".oesc.."),
    (Right::Approve,         Product,             b".....v."),
    (Right::SeeCases,        Product,             b".o.scvr"),
    (Right::RunCases,        Product,             b"...s..."),
    (Right::SeePeople,       WholeOrInstallation, b"ao..cvr"),
    (Right::ManagePeople,    WholeOrInstallation, b"a......"),
    (Right::ApprovePeople,   WholeOrInstallation, b"a....v."),
    (Right::MakeTokens,      Part,                b"aoescv."),
    (Right::ManageTokens,    Whole,               b"a......"),
    (Right::ManageSettings,  WholeOrInstallation, b"a......"),
    (Right::SeeLedger,       WholeOrInstallation, b"ao.scvr"),
    (Right::SealLedger,      Installation,        b"a......"),
    (Right::Hold,            Whole,               b".o..c.."),
    (Right::Purge,           Whole,               b"....c.."),
    (Right::ManageOperators, Installation,        b"a......"),
    (Right::SeeJobs,         WholeOrInstallation, b"ao.scvr"),
    (Right::RetryJobs,       WholeOrInstallation, b"a..s..."),
    (Right::SeeFeeds,        Anywhere,            b"aoescvr"),
    (Right::ImportFeeds,     Installation,        b"a..s..."),
    (Right::ExportRecord,    WholeOrInstallation, b"a...c.r"),
];

impl Right {
    /// Every right, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|(right, _, _)| *right)
    }

    /// The duties that give it, in the order of [`Duty::ALL`].
    pub fn duties(self) -> impl Iterator<Item = Duty> {
        let (_, _, columns) = row(self);
        Duty::ALL.into_iter().zip(**columns).filter(|(_, column)| *column != b'.').map(|(duty, _)| duty)
    }

    /// Whether using it changes anything.
    pub fn changes(self) -> bool {
        !matches!(
            self,
            Self::SeePortfolio
                | Self::SeeProduct
                | Self::SeeCases
                | Self::SeePeople
                | Self::SeeLedger
                | Self::SeeJobs
                | Self::SeeFeeds
                | Self::ExportRecord
        )
    }

    /// Whether it can be asked for the installation itself rather than for one operator.
    pub fn of_installation(self) -> bool {
        matches!(row(self).1, WholeOrInstallation | Installation | Anywhere)
    }
}

/// Whether whoever asks may do this for the operator (empty: the installation), with this product or with all of them.
///
/// One grant alone must suffice: what two grants allow together and neither alone is not allowed.
pub fn may(actor: &Actor, right: Right, operator: &str, product: Option<&str>) -> Result<(), Refusal> {
    let allowed = actor.kind == ActorKind::Local
        || actor.grants.iter().any(|grant| gives(grant, right, operator, product));
    if allowed {
        return Ok(());
    }
    Err(text!("access-may-not", what = right_name(right), duties = duty_names(right.duties())).into())
}

/// Which of the operator's products whoever asks may see.
pub fn seen(actor: &Actor, operator: &str) -> Seen {
    if actor.kind == ActorKind::Local {
        return Seen::All;
    }
    let mut these = Vec::new();
    for grant in &actor.grants {
        let sees = Right::SeeProduct.duties().any(|duty| duty == grant.duty);
        if operator.is_empty() || grant.operator != operator || !sees {
            continue;
        }
        match &grant.products {
            None => return Seen::All,
            Some(products) => these.extend(products.iter().cloned()),
        }
    }
    these.sort();
    these.dedup();
    Seen::These(these)
}

/// The duties somebody has for an operator, each once, in the order of [`Duty::ALL`].
pub fn duties_of(actor: &Actor, operator: &str) -> Vec<Duty> {
    let has = |duty: &Duty| actor.grants.iter().any(|one| one.duty == *duty && one.operator == operator);
    Duty::ALL.into_iter().filter(has).collect()
}

fn gives(grant: &Grant, right: Right, operator: &str, product: Option<&str>) -> bool {
    let (_, reach, _) = row(right);
    let whole = grant.products.is_none();
    let reaches = match reach {
        Product => match (&grant.products, product) {
            (None, _) => true,
            (Some(products), Some(product)) => products.iter().any(|one| one == product),
            (Some(_), None) => false,
        },
        Whole | WholeOrInstallation | Installation => whole,
        Part | Anywhere => true,
    };
    let at_home = if operator.is_empty() { right.of_installation() } else { *reach != Installation };
    grant.operator == operator && at_home && reaches && right.duties().any(|duty| duty == grant.duty)
}

fn row(right: Right) -> &'static (Right, Reach, &'static [u8; 7]) {
    TABLE.iter().find(|(one, _, _)| *one == right).expect("a test holds that every right has a row")
}

/// A right in words, as a sentence goes on after "may".
pub fn right_name(right: Right) -> Text {
    match right {
        Right::SeePortfolio => text!("access-right-see-portfolio"),
        Right::SeeProduct => text!("access-right-see-product"),
        Right::KeepDossier => text!("access-right-keep-dossier"),
        Right::HandIn => text!("access-right-hand-in"),
        Right::Assess => text!("access-right-assess"),
        Right::ProposeDecision => text!("access-right-propose-decision"),
        Right::Approve => text!("access-right-approve"),
        Right::SeeCases => text!("access-right-see-cases"),
        Right::RunCases => text!("access-right-run-cases"),
        Right::SeePeople => text!("access-right-see-people"),
        Right::ManagePeople => text!("access-right-manage-people"),
        Right::ApprovePeople => text!("access-right-approve-people"),
        Right::MakeTokens => text!("access-right-make-tokens"),
        Right::ManageTokens => text!("access-right-manage-tokens"),
        Right::ManageSettings => text!("access-right-manage-settings"),
        Right::SeeLedger => text!("access-right-see-ledger"),
        Right::SealLedger => text!("access-right-seal-ledger"),
        Right::Hold => text!("access-right-hold"),
        Right::Purge => text!("access-right-purge"),
        Right::ManageOperators => text!("access-right-manage-operators"),
        Right::SeeJobs => text!("access-right-see-jobs"),
        Right::RetryJobs => text!("access-right-retry-jobs"),
        Right::SeeFeeds => text!("access-right-see-feeds"),
        Right::ImportFeeds => text!("access-right-import-feeds"),
        Right::ExportRecord => text!("access-right-export-record"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::duty_name::duty_name;

    const OPERATORS: [&str; 3] = ["", "maker", "other"];
    const PRODUCTS: [&str; 3] = ["gateway", "sensor", "app"];

    fn grant() -> impl Strategy<Value = Grant> {
        let operator = proptest::sample::select(OPERATORS.to_vec());
        let duty = proptest::sample::select(Duty::ALL.to_vec());
        let products = proptest::option::of(proptest::sample::subsequence(PRODUCTS.to_vec(), 0..=2));
        (operator, duty, products).prop_map(|(operator, duty, products)| Grant {
            operator: operator.to_owned(),
            duty,
            products: products.map(|all| all.into_iter().map(str::to_owned).collect()),
        })
    }

    fn right() -> impl Strategy<Value = Right> {
        proptest::sample::select(Right::all().collect::<Vec<_>>())
    }

    fn asked() -> impl Strategy<Value = (Right, &'static str, Option<&'static str>)> {
        let product = proptest::option::of(proptest::sample::select(PRODUCTS.to_vec()));
        (right(), proptest::sample::select(OPERATORS.to_vec()), product)
    }

    fn person(grants: Vec<Grant>) -> Actor {
        Actor { name: "anna".into(), kind: ActorKind::Person, grants }
    }

    fn with(operator: &str, duty: Duty) -> Actor {
        person(vec![Grant { operator: operator.into(), duty, products: None }])
    }

    #[test]
    fn every_right_has_one_row() {
        for right in Right::all() {
            assert_eq!(Right::all().filter(|one| *one == right).count(), 1, "{right:?}");
            assert!(right.duties().next().is_some(), "{right:?} is given to nobody");
        }
        // The last variant: were one missing from the table, its number would not be the row's.
        assert_eq!(Right::ExportRecord as usize + 1, TABLE.len());
    }

    #[test]
    fn each_column_holds_the_letter_of_its_duty() {
        for (right, _, columns) in TABLE {
            for (column, letter) in columns.iter().zip(b"aoescvr") {
                assert!(*column == b'.' || column == letter, "{right:?}");
            }
        }
    }

    #[test]
    fn an_auditor_sees_everything_and_changes_nothing() {
        for right in Right::all() {
            let sees = right.duties().any(|duty| duty == Duty::Auditor);
            assert_eq!(sees, !right.changes(), "{right:?}");
        }
    }

    #[test]
    fn an_administrator_neither_sees_nor_decides_about_products() {
        for (right, reach, _) in TABLE {
            if reach == Product {
                assert!(right.duties().all(|duty| duty != Duty::Administrator), "{right:?}");
            }
        }
        assert_eq!(seen(&with("maker", Duty::Administrator), "maker"), Seen::These(vec![]));
    }

    #[test]
    fn whoever_proposes_does_not_sign() {
        for right in [Right::ProposeDecision, Right::KeepDossier, Right::RunCases] {
            assert!(right.duties().all(|duty| duty != Duty::Approver), "{right:?}");
        }
    }

    #[test]
    fn the_installation_is_above_all_operators_and_sees_none_of_them() {
        for duty in Duty::ALL {
            for right in Right::all() {
                assert!(may(&with("", duty), right, "maker", None).is_err(), "{duty:?} {right:?}");
            }
            assert_eq!(seen(&with("", duty), ""), Seen::These(vec![]));
            assert!(may(&with("maker", duty), Right::ManageOperators, "maker", None).is_err());
        }
    }

    #[test]
    fn a_refusal_names_the_duties_that_may() {
        let refused = may(&with("maker", Duty::Engineer), Right::KeepDossier, "maker", None).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "you may not keep this product's dossier: that is for product owner, compliance"
        );
    }

    #[test]
    fn whoever_works_on_the_machine_itself_may_all() {
        for right in Right::all() {
            assert_eq!(may(&Actor::local("anna"), right, "maker", Some("gateway")), Ok(()));
        }
        assert_eq!(seen(&Actor::local("anna"), "maker"), Seen::All);
    }

    proptest! {
        #[test]
        fn nothing_leaks_from_one_operator_to_another(
            grants in proptest::collection::vec(grant(), 0..6),
            (right, operator, product) in asked(),
        ) {
            let here: Vec<Grant> = grants.iter().filter(|one| one.operator == operator).cloned().collect();
            let (all, only_here) = (person(grants), person(here));
            prop_assert_eq!(
                may(&all, right, operator, product).is_ok(),
                may(&only_here, right, operator, product).is_ok()
            );
            prop_assert_eq!(seen(&all, operator), seen(&only_here, operator));
        }

        #[test]
        fn one_grant_alone_must_suffice(
            grants in proptest::collection::vec(grant(), 0..6),
            (right, operator, product) in asked(),
        ) {
            let alone = grants.iter().any(|one| may(&person(vec![one.clone()]), right, operator, product).is_ok());
            prop_assert_eq!(may(&person(grants), right, operator, product).is_ok(), alone);
        }

        #[test]
        fn a_duty_for_some_products_never_gives_more_than_the_duty_for_all(
            one in grant(),
            (right, operator, product) in asked(),
        ) {
            let whole = person(vec![Grant { products: None, ..one.clone() }]);
            if may(&person(vec![one]), right, operator, product).is_ok() {
                prop_assert!(may(&whole, right, operator, product).is_ok());
            }
        }

        #[test]
        fn what_is_seen_is_what_may_be_seen(
            grants in proptest::collection::vec(grant(), 0..6),
            operator in proptest::sample::select(OPERATORS.to_vec()),
        ) {
            let actor = person(grants);
            let seen = seen(&actor, operator);
            for product in PRODUCTS {
                let listed = match &seen {
                    Seen::All => true,
                    Seen::These(these) => these.iter().any(|one| one == product),
                };
                prop_assert_eq!(listed, may(&actor, Right::SeeProduct, operator, Some(product)).is_ok());
            }
        }
    }

    #[test]
    fn every_duty_has_a_name_of_its_own() {
        let mut names: Vec<String> = Duty::ALL.iter().map(|duty| duty_name(*duty).to_string()).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), Duty::ALL.len());
    }
}
