//! Looks at an operator's people, tokens, workloads and proposals.

use proofmark_access::{
    Account, AccountState, Credential, LinkHolder, Membership, OperatorRecord, Proposal, Right, TokenRecord,
    WayIn, Workload, may, seen,
};
use proofmark_facts::{ActorKind, Grant, Seen, SystemOfRecord};
use schemars::JsonSchema;
use serde::Serialize;

use super::errand::Errand;
use super::look_at_proposal::{ProposalView, beside, view_of};
use super::members::INSTALLATION;
use super::one_person::holders_that_count;
use super::refused::check;
use super::ways_in::ways_in_question;
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_noun, kept_nouns};

/// A person as the members of an operator see them.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Member {
    /// The account's name.
    pub account: String,
    /// Their name as people write it.
    pub display_name: String,
    /// Where mail reaches them.
    pub email: Option<String>,
    /// How the account stands.
    pub state: AccountState,
    /// What they may do for this operator.
    pub grants: Vec<Grant>,
    /// Whether a password alone does not let them in.
    pub second_factor: bool,
    /// Another account of the same person.
    pub same_person_as: Option<String>,
    /// Who had the link into it when it was used: the two count as one person until somebody else confirms who it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub link_holders: Vec<LinkHolder>,
    /// The ways into it that were added since, shown to who may confirm whose account it is: those its owner does not
    /// name as theirs go with the confirmation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ways_in: Vec<WayIn>,
}

/// The operators whoever asks belongs to; whoever manages operators sees the names of all.
pub fn operators(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
) -> Result<Vec<OperatorRecord>, ActionError> {
    let manages = may(errand.by, Right::ManageOperators, INSTALLATION, None).is_ok();
    let belongs = |id: &str| errand.by.grants.iter().any(|grant| grant.operator == id);
    let every = kept_nouns::<OperatorRecord>(store, INSTALLATION)?.into_iter().map(|kept| kept.noun);
    Ok(every.filter(|operator| manages || belongs(&operator.id)).collect())
}

/// An operator's people.
pub fn people(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
) -> Result<Vec<Member>, ActionError> {
    check(errand, Right::SeePeople, operator, None)?;
    let confirms = may(errand.by, Right::ApprovePeople, operator, None).is_ok();
    let mut members = Vec::new();
    for kept in kept_nouns::<Membership>(store, operator)? {
        let found: Option<KeptNoun<Account>> = kept_noun(store, INSTALLATION, &kept.noun.account)?;
        let Some(account) = found.map(|kept| kept.noun) else { continue };
        let credential: Option<KeptNoun<Credential>> =
            kept_noun(store, INSTALLATION, &Credential::of_account(&account.name))?;
        let second_factor = matches!(
            credential.map(|kept| kept.noun),
            Some(Credential::Account(held)) if held.has_second_factor()
        );
        let link_holders = holders_that_count(store, operator, &account, errand.at)?;
        let ways_in = if confirms && !link_holders.is_empty() {
            ways_in_question(store, operator, &account)?
        } else {
            Vec::new()
        };
        members.push(Member {
            link_holders,
            ways_in,
            account: account.name,
            display_name: account.display_name,
            email: account.email,
            state: account.state,
            grants: kept.noun.grants,
            second_factor,
            same_person_as: account.same_person_as,
        });
    }
    Ok(members)
}

/// An operator's tokens: all of them for whoever manages them, otherwise one's own.
pub fn tokens(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
) -> Result<Vec<TokenRecord>, ActionError> {
    let manages = may(errand.by, Right::ManageTokens, operator, None).is_ok();
    if !manages {
        check(errand, Right::MakeTokens, operator, None)?;
    }
    let every = kept_nouns::<TokenRecord>(store, operator)?.into_iter().map(|kept| kept.noun);
    let own = |token: &TokenRecord| errand.by.kind == ActorKind::Person && token.made_by == errand.by.name;
    Ok(every.filter(|token| manages || own(token)).collect())
}

/// The workloads an operator trusts.
pub fn workloads(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
) -> Result<Vec<Workload>, ActionError> {
    check(errand, Right::SeePeople, operator, None)?;
    Ok(kept_nouns::<Workload>(store, operator)?.into_iter().map(|kept| kept.noun).collect())
}

/// An operator's proposals that whoever asks may see: those about products they see, and those about people for those
/// who see people. The newest first.
pub fn proposals(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
) -> Result<Vec<Proposal>, ActionError> {
    let sees_people = may(errand.by, Right::SeePeople, operator, None).is_ok();
    let seen = seen(errand.by, operator);
    let mut found: Vec<Proposal> = kept_nouns::<Proposal>(store, operator)?
        .into_iter()
        .map(|kept| kept.noun)
        .filter(|proposal| match (proposal.act.product(), &seen) {
            (Some(_), Seen::All) => true,
            (Some(product), Seen::These(these)) => these.iter().any(|one| one == product),
            (None, _) => sees_people,
        })
        .collect();
    found.sort_by_key(|proposal| std::cmp::Reverse(proposal.proposed_at));
    Ok(found)
}

/// The same proposals as they stand before whoever asks: what each would change and what would refuse their signature.
pub fn proposal_views(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
) -> Result<Vec<ProposalView>, ActionError> {
    let all = proposals(store, errand, operator)?;
    let beside = beside(store, errand, operator, &all, &all)?;
    all.iter().map(|proposal| view_of(store, errand, operator, proposal.clone(), &beside)).collect()
}
