//! The origin check: another site cannot make a signed-in browser send anything here.

use proofmark_text::text;

use super::head::Head;
use crate::refusal::Refusal;
use crate::visitor::Visitor;

/// Refuses what a browser sent for another site. Programs with tokens have no browser that could be misled.
///
/// A current browser says itself whose page sent a request (Fetch Metadata), an older one names the page's origin.
pub(crate) fn same_site(head: &Head, visitor: &Visitor, origin: &str) -> Result<(), Refusal> {
    if matches!(visitor, Visitor::Program { .. }) {
        return Ok(());
    }
    let own = match (head.fetch_site.as_deref(), head.origin.as_deref()) {
        (Some(site), _) => site == "same-origin",
        (None, Some(sent)) => sent.eq_ignore_ascii_case(origin),
        // Neither: no browser of these years. A session then rests on the form's token alone.
        (None, None) => true,
    };
    if own { Ok(()) } else { Err(Refusal::new(403, text!("web-other-site"))) }
}

/// Refuses a form that was not given to this session.
pub(crate) fn own_form(visitor: &Visitor, sent: Option<&str>) -> Result<(), Refusal> {
    match visitor {
        Visitor::Nobody | Visitor::Program { .. } => Ok(()),
        Visitor::Person { session, .. } => {
            let own = sent.is_some_and(|sent| session.is_form_token(sent));
            if own { Ok(()) } else { Err(Refusal::new(403, text!("web-stale-form"))) }
        }
    }
}

#[cfg(test)]
mod tests {
    use proofmark_access::SessionSecret;
    use proofmark_facts::{Actor, ActorKind};

    use super::*;

    const ORIGIN: &str = "https://proofmark.example.eu";

    fn head(site: Option<&str>, origin: Option<&str>) -> Head {
        Head { fetch_site: site.map(str::to_owned), origin: origin.map(str::to_owned), ..Head::default() }
    }

    #[test]
    fn what_another_site_sends_is_refused() {
        for (site, origin, passes) in [
            (Some("same-origin"), None, true),
            (Some("same-site"), Some(ORIGIN), false),
            (Some("cross-site"), Some("https://evil.example"), false),
            (Some("none"), None, false),
            (None, Some(ORIGIN), true),
            (None, Some("http://proofmark.example.eu"), false),
            (None, Some("null"), false),
            (None, None, true),
        ] {
            let answer = same_site(&head(site, origin), &Visitor::Nobody, ORIGIN);
            assert_eq!(answer.is_ok(), passes, "{site:?} {origin:?}");
        }
    }

    #[test]
    fn a_session_takes_only_its_own_form() {
        let actor = Actor { name: "anna".into(), kind: ActorKind::Person, grants: Vec::new() };
        let person = Visitor::Person { actor: actor.clone(), session: SessionSecret::new("anna", [7; 32]) };
        let own = person.form_token().unwrap();
        let other = SessionSecret::new("anna", [8; 32]).form_token();
        assert!(own_form(&person, Some(own.reveal())).is_ok());
        assert!(own_form(&person, Some(other.reveal())).is_err());
        assert!(own_form(&person, None).is_err());
        assert!(own_form(&Visitor::Program { actor }, None).is_ok());
    }
}
