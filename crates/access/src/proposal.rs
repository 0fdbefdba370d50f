//! A proposal: something sensitive that waits for a second person.

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{DeclarationGround, Grant, Noun, RecordKey, RecordKind, Sha256, release_id};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::finding_seen::FindingSeen;
use crate::identity::{IdentityProvider, Workload};
use crate::refusal::Refusal;
use crate::right::Right;

/// How long a proposal may wait.
pub const PROPOSAL_LASTS: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Something sensitive that waits for a second person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Its identification.
    pub id: String,
    /// What is to be done.
    pub act: Act,
    /// Why, in the proposer's words.
    pub because: String,
    /// Who proposed it, as the ledger names them.
    pub proposed_by: String,
    /// The person behind it, whichever account or token they used.
    pub person: String,
    /// When.
    pub proposed_at: Timestamp,
    /// Until when it may be decided.
    pub expires_at: Timestamp,
    /// What it rests on, as it was when it was proposed: if any of it moved, the proposal is void.
    pub rests_on: Vec<Ground>,
    /// How it stands.
    pub state: ProposalState,
}

/// What can be proposed: what something carries out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Act {
    /// Decide on a finding: keep this decision.
    DecideFinding {
        /// The product's id.
        product: String,
        /// The decision's id among the operator's.
        decision: String,
        /// The decision's record.
        content: Value,
    },
    /// Issue the EU declaration of conformity of a release (Article 13(12), Article 28).
    IssueDeclaration {
        /// The product's id.
        product: String,
        /// The release's version.
        release: String,
        /// Who signs for and on behalf of the manufacturer, and where (Annex V, point 8).
        signing: DeclarationSigning,
    },
    /// Change what somebody may do.
    ChangeGrants {
        /// The account.
        account: String,
        /// What they may do from then on.
        grants: Vec<Grant>,
    },
    /// Trust a workload, or no longer.
    TrustWorkload {
        /// The workload as it shall be.
        workload: Workload,
    },
    /// Take away somebody's one-time codes and passkeys, which they have lost.
    ForgetSecondFactor {
        /// The account.
        account: String,
    },
    /// Take people from a provider of identities.
    AddIdentityProvider {
        /// The provider.
        provider: IdentityProvider,
    },
    /// Say that two accounts are one person's.
    FlagSamePerson {
        /// The account.
        account: String,
        /// The other one.
        other: String,
    },
    /// Say that an account is not the same person's as these, as it was said before.
    PartSamePerson {
        /// The account.
        account: String,
        /// Every other account it is known to be the same person's as: where one was added or taken away since, what was
        /// proposed is not what would be done.
        others: Vec<String>,
    },
}

/// Who signs a declaration of conformity, and where: what its proposer states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclarationSigning {
    /// Who signs: name.
    pub name: String,
    /// Who signs: function.
    pub function: String,
    /// The place of issue.
    pub place: String,
    /// How the legal review of the procedure came out, and who made it; needed where the procedure asks for one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub legal_review: Option<String>,
}

/// A record a proposal rests on, a finding, or what a declaration is written from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// The operator it belongs to.
    pub operator: String,
    /// What kind of record, in a word.
    pub kind: String,
    /// Which one.
    pub id: String,
    /// What it held; absent: there was none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sha256: Option<Sha256>,
    /// The finding as it was seen, where it is one: findings are no records.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub finding: Option<FindingSeen>,
    /// What a declaration of conformity is written from, where it is that.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub declaration: Option<DeclarationGround>,
}

/// What a ground that is a finding is called.
const FINDING: &str = "finding";

/// What a ground is called that a declaration is written from.
const DECLARATION: &str = "declaration-ground";

/// How a proposal stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum ProposalState {
    /// It waits.
    Open,
    /// A second person approved it, and it was done with that.
    Done {
        /// Who.
        by: String,
        /// When.
        at: Timestamp,
        /// Why, where they said it.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        because: Option<String>,
    },
    /// A second person refused it.
    Refused {
        /// Who.
        by: String,
        /// When.
        at: Timestamp,
        /// Why.
        because: String,
    },
    /// Its proposer took it back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
    /// Another one about the same was approved.
    Lapsed {
        /// When.
        at: Timestamp,
        /// The one that was approved.
        approved: String,
    },
}

impl Act {
    /// Who may propose it.
    pub fn proposed_with(&self) -> Right {
        match self {
            Self::DecideFinding { .. } | Self::IssueDeclaration { .. } => Right::ProposeDecision,
            Self::ChangeGrants { .. }
            | Self::AddIdentityProvider { .. }
            | Self::ForgetSecondFactor { .. }
            | Self::FlagSamePerson { .. }
            | Self::PartSamePerson { .. } => Right::ManagePeople,
            Self::TrustWorkload { .. } => Right::ManageTokens,
        }
    }

    /// Who may give the second signature.
    pub fn approved_with(&self) -> Right {
        match self {
            Self::DecideFinding { .. } | Self::IssueDeclaration { .. } => Right::Approve,
            _ => Right::ApprovePeople,
        }
    }

    /// The product it is about.
    pub fn product(&self) -> Option<&str> {
        match self {
            Self::DecideFinding { product, .. } | Self::IssueDeclaration { product, .. } => Some(product),
            _ => None,
        }
    }

    /// The accounts it is about: nobody gives the second signature under their own duties, nor under whose account is whose.
    pub fn accounts(&self) -> Vec<&str> {
        match self {
            Self::ChangeGrants { account, .. } | Self::ForgetSecondFactor { account } => vec![account],
            Self::FlagSamePerson { account, other } => vec![account, other],
            Self::PartSamePerson { account, others } => {
                std::iter::once(account).chain(others).map(String::as_str).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What it is about, in a word: of two about the same only one can be done.
    pub fn subject(&self) -> String {
        match self {
            Self::DecideFinding { decision, .. } => format!("decision {decision}"),
            Self::IssueDeclaration { product, release, .. } => {
                format!("declaration {}", release_id(product, release))
            }
            Self::ChangeGrants { account, .. } => format!("grants {account}"),
            Self::ForgetSecondFactor { account } => format!("second-factor {account}"),
            Self::TrustWorkload { workload } => format!("workload {}", workload.id),
            Self::AddIdentityProvider { provider } => format!("identity-provider {}", provider.id),
            Self::FlagSamePerson { account, .. } | Self::PartSamePerson { account, .. } => {
                format!("same-person {account}")
            }
        }
    }

    /// The act in a word, as the ledger writes it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::DecideFinding { .. } => "decide-finding",
            Self::IssueDeclaration { .. } => "issue-declaration",
            Self::ChangeGrants { .. } => "change-grants",
            Self::ForgetSecondFactor { .. } => "forget-second-factor",
            Self::TrustWorkload { .. } => "trust-workload",
            Self::AddIdentityProvider { .. } => "add-identity-provider",
            Self::FlagSamePerson { .. } => "flag-same-person",
            Self::PartSamePerson { .. } => "part-same-person",
        }
    }

    /// What is done, in words.
    pub fn name(&self) -> Text {
        match self {
            Self::DecideFinding { product, .. } => text!("access-act-decide-finding", product = product),
            Self::IssueDeclaration { product, release, .. } => {
                text!("issuing-act", product = product, release = release)
            }
            Self::ChangeGrants { account, .. } => text!("access-act-change-grants", account = account),
            Self::ForgetSecondFactor { account } => {
                text!("access-act-forget-second-factor", account = account)
            }
            Self::TrustWorkload { workload } => text!("access-act-trust-workload", workload = &workload.name),
            Self::AddIdentityProvider { provider } => {
                text!("access-act-add-identity-provider", provider = &provider.name)
            }
            Self::FlagSamePerson { account, other } => {
                text!("ends-act-flag-same-person", account = account, other = other)
            }
            Self::PartSamePerson { account, others } => {
                text!("ends-act-part-same-person", account = account, others = others.join(", "))
            }
        }
    }
}

impl Ground {
    /// What a record held.
    pub fn new(key: &RecordKey, sha256: Option<Sha256>) -> Self {
        Self {
            operator: key.operator.clone(),
            kind: key.kind.word().to_owned(),
            id: key.id.clone(),
            sha256,
            finding: None,
            declaration: None,
        }
    }

    /// A finding as it was seen.
    pub fn of_finding(operator: &str, seen: FindingSeen) -> Self {
        Self {
            operator: operator.to_owned(),
            kind: FINDING.to_owned(),
            id: format!("{} {}", seen.vulnerability, seen.component),
            sha256: None,
            finding: Some(seen),
            declaration: None,
        }
    }

    /// What a declaration is written from, as it was seen.
    pub fn of_declaration(operator: &str, seen: DeclarationGround) -> Self {
        Self {
            operator: operator.to_owned(),
            kind: DECLARATION.to_owned(),
            id: release_id(&seen.product, &seen.release),
            sha256: None,
            finding: None,
            declaration: Some(seen),
        }
    }

    /// Whether it is a record, held by its digest.
    pub fn is_record(&self) -> bool {
        self.finding.is_none() && self.declaration.is_none()
    }

    /// Which record it is; `None`: of a kind nobody knows any more.
    pub fn key(&self) -> Option<RecordKey> {
        let kind = RecordKind::of_word(&self.kind)?;
        Some(RecordKey { operator: self.operator.clone(), kind, id: self.id.clone() })
    }
}

impl Proposal {
    /// Whether it still waits.
    pub fn waits(&self, now: Timestamp) -> Result<(), Refusal> {
        if let ProposalState::Lapsed { approved, .. } = &self.state {
            return Err(text!("desk-proposal-lapsed", approved = approved).into());
        }
        if self.state != ProposalState::Open {
            return Err(text!("access-proposal-closed").into());
        }
        if now >= self.expires_at {
            return Err(text!("access-proposal-expired", at = self.expires_at.to_string()).into());
        }
        Ok(())
    }

    /// Whether this person may be the second one.
    pub fn may_be_signed_by(&self, person: &str, concerned: &[String]) -> Result<(), Refusal> {
        if person == self.person {
            return Err(text!("access-proposal-own").into());
        }
        if concerned.iter().any(|one| one == person) {
            return Err(text!("access-proposal-concerned").into());
        }
        Ok(())
    }

    /// The proposal done.
    #[must_use]
    pub fn done(self, by: &str, at: Timestamp, because: Option<&str>) -> Self {
        let because = because.map(str::to_owned);
        Self { state: ProposalState::Done { by: by.to_owned(), at, because }, ..self }
    }

    /// The proposal refused.
    #[must_use]
    pub fn refused(self, by: &str, at: Timestamp, because: &str) -> Self {
        Self { state: ProposalState::Refused { by: by.to_owned(), at, because: because.to_owned() }, ..self }
    }

    /// Whether both wait, for the same.
    pub fn competes_with(&self, other: &Self, now: Timestamp) -> bool {
        self.id != other.id
            && self.act.subject() == other.act.subject()
            && self.waits(now).is_ok()
            && other.waits(now).is_ok()
    }

    /// The proposal lapsed because another one about the same was approved.
    #[must_use]
    pub fn lapsed(self, at: Timestamp, approved: &str) -> Self {
        Self { state: ProposalState::Lapsed { at, approved: approved.to_owned() }, ..self }
    }

    /// The proposal taken back.
    #[must_use]
    pub fn withdrawn(self, at: Timestamp) -> Self {
        Self { state: ProposalState::Withdrawn { at }, ..self }
    }
}

impl Noun for Proposal {
    const KIND: RecordKind = RecordKind::Proposal;

    fn id(&self) -> String {
        self.id.clone()
    }
}
