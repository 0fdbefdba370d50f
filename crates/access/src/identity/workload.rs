//! A workload: a CI system's job that proves with its own identity token what it is, and needs no secret of ours.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_facts::{Actor, ActorKind, Grant, Noun, RecordKind, slug};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::discovery::check_address;
use super::jwt::{Claims, SigningKeys};
use crate::refusal::Refusal;
use crate::secret::Secret;
use crate::token::{Revoked, TOKEN_PREFIX};

/// The issuer of GitHub Actions (docs.github.com, "`OpenID` Connect reference").
const GITHUB: &str = "https://token.actions.githubusercontent.com";

/// Claims of which one at least must be held fast, so that not everybody at the issuer is let in: the subject; with
/// GitHub the repository; with GitLab the project (docs.gitlab.com, "`OpenID` Connect authentication using ID tokens").
const HOLDS_FAST: [&str; 5] = ["sub", "repository", "repository_id", "project_path", "project_id"];

/// A workload whose identity tokens are accepted, for one operator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Workload {
    /// Its name as one word, unique within the operator.
    pub id: String,
    /// What it is, in words.
    pub name: String,
    /// Whom its tokens are from.
    pub issuer: String,
    /// For whom its tokens must be: the address of this installation, as the CI job asks for it.
    pub audience: String,
    /// What its tokens must say: claim by claim, exactly, or with `*` at the end for any ending.
    pub conditions: BTreeMap<String, String>,
    /// What it may do.
    pub grants: Vec<Grant>,
    /// When it was trusted.
    pub trusted_at: Timestamp,
    /// By whom.
    pub trusted_by: String,
    /// Until when it is trusted; absent: until somebody takes the trust back.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub expires_at: Option<Timestamp>,
    /// When the trust was taken back, and by whom.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub revoked: Option<Revoked>,
}

impl Workload {
    /// Whether it can be trusted at all.
    pub fn check(&self) -> Result<(), Refusal> {
        check_address(&self.issuer)?;
        let named = (1..=100).contains(&self.name.len()) && self.id == slug(&self.name, "");
        let bounded = self.conditions.len() <= 20
            && self
                .conditions
                .iter()
                .all(|(claim, wanted)| claim.len() <= 100 && (1..=400).contains(&wanted.len()))
            && (1..=400).contains(&self.audience.len());
        if !named || !bounded {
            return Err(text!("access-workload-malformed").into());
        }
        if !self.conditions.iter().any(|(claim, wanted)| holds_fast(&self.issuer, claim, wanted)) {
            return Err(text!("access-workload-open").into());
        }
        Ok(())
    }

    /// Whether it is trusted at this time.
    pub fn stands(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.revoked.is_some() {
            return Err(text!("access-workload-revoked").into());
        }
        match self.expires_at {
            Some(end) if now >= end => Err(text!("identity-workload-expired", at = end.to_string()).into()),
            _ => Ok(()),
        }
    }

    /// The actor a token of this workload speaks for.
    pub fn admit(&self, keys: &SigningKeys, token: &Secret, now: Timestamp) -> Result<Actor, Refusal> {
        self.stands(now)?;
        let claims = keys.verify(token, &self.issuer, &self.audience, now)?;
        if let Some(claim) = self.unmet(&claims) {
            return Err(text!("access-workload-condition", claim = claim).into());
        }
        Ok(Actor {
            name: format!("workload:{}", self.id),
            kind: ActorKind::Workload,
            grants: self.grants.clone(),
        })
    }

    /// The first condition the claims do not meet.
    fn unmet(&self, claims: &Claims) -> Option<&str> {
        let mut conditions = self.conditions.iter();
        let unmet =
            conditions.find(|(claim, wanted)| !claims.written(claim).is_some_and(|said| fits(&said, wanted)));
        unmet.map(|(claim, _)| claim.as_str())
    }
}

/// Whether what a program presents has the form of an identity token rather than of a token of ours.
pub fn is_identity_token(sent: &Secret) -> bool {
    !sent.reveal().starts_with(TOKEN_PREFIX) && sent.reveal().split('.').count() == 3
}

fn fits(said: &str, wanted: &str) -> bool {
    wanted.strip_suffix('*').map_or(said == wanted, |start| said.starts_with(start))
}

/// Whether a condition names one owner's things: exactly, or up to a border after which only theirs can follow.
fn holds_fast(issuer: &str, claim: &str, wanted: &str) -> bool {
    // A subject of GitHub is `repo:owner/name:…`: whoever fixes less than the owner lets strangers in.
    let start = wanted.strip_suffix('*');
    let bordered = start.is_none_or(|start| {
        let in_subject = start.strip_prefix("repo:").or_else(|| start.strip_prefix("project_path:"));
        let path = if claim == "sub" { in_subject } else { Some(start) };
        path.is_some_and(|path| path.find('/').is_some_and(|at| at > 0))
    });
    let known = issuer != GITHUB || !claim.starts_with("project");
    HOLDS_FAST.contains(&claim) && bordered && known
}

impl Noun for Workload {
    const KIND: RecordKind = RecordKind::Workload;

    fn id(&self) -> String {
        self.id.clone()
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::Duty;
    use serde_json::{Value, json};

    use super::super::samples::{Issuer, at};
    use super::*;

    fn workload(conditions: &[(&str, &str)]) -> Workload {
        Workload {
            id: "gateway-ci".into(),
            name: "Gateway CI".into(),
            issuer: GITHUB.into(),
            audience: "https://proofmark.example".into(),
            conditions: conditions
                .iter()
                .map(|(claim, wanted)| ((*claim).into(), (*wanted).into()))
                .collect(),
            grants: vec![Grant { operator: "maker".into(), duty: Duty::Engineer, products: None }],
            trusted_at: at(0),
            trusted_by: "anna".into(),
            expires_at: None,
            revoked: None,
        }
    }

    /// As GitHub's reference shows a token, shortened.
    fn claims() -> Value {
        json!({
            "iss": GITHUB, "aud": "https://proofmark.example", "exp": 2000, "iat": 1000, "nbf": 900,
            "sub": "repo:maker/gateway:environment:release", "repository": "maker/gateway", "repository_id": "74",
            "ref": "refs/tags/v1.2.0", "environment": "release", "run_attempt": 1,
        })
    }

    #[test]
    fn a_job_is_let_in_that_meets_every_condition() {
        let issuer = Issuer::rs256();
        let token = issuer.sign("RS256", &claims());
        let admit =
            |conditions: &[(&str, &str)]| workload(conditions).admit(&issuer.keys(), &token, at(1500));
        let actor =
            admit(&[("repository", "maker/gateway"), ("ref", "refs/tags/v*"), ("run_attempt", "1")]).unwrap();
        assert_eq!((actor.name.as_str(), actor.kind), ("workload:gateway-ci", ActorKind::Workload));
        assert_eq!(actor.grants.len(), 1);
        for unmet in [
            ("repository", "maker/gateway2"),
            ("repository", "maker/gate"),
            ("ref", "refs/heads/*"),
            ("environment", "releases*"),
            ("no-such-claim", "*"),
        ] {
            let refused = admit(&[("repository", "maker/gateway"), unmet]).unwrap_err();
            assert_eq!(refused.says.id(), "access-workload-condition", "{unmet:?}");
        }
        let elsewhere =
            Workload { audience: "https://other.example".into(), ..workload(&[("repository", "maker/*")]) };
        let refused = elsewhere.admit(&issuer.keys(), &token, at(1500)).unwrap_err();
        assert_eq!(refused.says.id(), "access-identity-audience");
        let revoked = Revoked { at: at(1), by: "anna".into() };
        let revoked = Workload { revoked: Some(revoked), ..workload(&[("repository", "maker/gateway")]) };
        assert_eq!(
            revoked.admit(&issuer.keys(), &token, at(1500)).unwrap_err().says.id(),
            "access-workload-revoked"
        );
        let ends = |second| Workload {
            expires_at: Some(at(second)),
            ..workload(&[("repository", "maker/gateway")])
        };
        assert!(ends(1501).admit(&issuer.keys(), &token, at(1500)).is_ok());
        assert_eq!(
            ends(1500).admit(&issuer.keys(), &token, at(1500)).unwrap_err().says.id(),
            "identity-workload-expired"
        );
    }

    #[test]
    fn nobody_trusts_a_whole_ci_system() {
        for (conditions, sound) in [
            (&[][..], false),
            (&[("ref", "refs/heads/main")], false),
            (&[("repository", "*")], false),
            (&[("repository", "maker*")], false),
            (&[("repository", "/*")], false),
            (&[("sub", "repo:*")], false),
            (&[("sub", "repo:maker/*")], true),
            (&[("sub", "repo:maker/gateway:ref:refs/heads/main")], true),
            (&[("project_path", "maker/gateway")], false),
            (&[("repository", "maker/*")], true),
            (&[("repository_id", "74")], true),
        ] {
            let refused = workload(conditions).check().err().map(|refusal| refusal.says.id());
            assert_eq!(refused, (!sound).then_some("access-workload-open"), "{conditions:?}");
        }
    }

    #[test]
    fn a_token_of_ours_is_told_from_an_identity_token() {
        assert!(is_identity_token(&"a.b.c".into()));
        assert!(!is_identity_token(&"pmk_a.b.c".into()) && !is_identity_token(&"abc".into()));
    }
}
