//! Something of the law explained, and where it applies to a product.

use proofmark_actions::{Explanation, Here};
use proofmark_law::{Explained, Role, StandingState, Subject};
use proofmark_text::text;

use super::page::{Mark, Page, dim, strong};

/// More entries than this are listed with one line each.
const IN_FULL: usize = 8;

/// How many see-also names are shown.
const ALSO_SHOWN: usize = 8;

/// Every entry that was found; in full where there are few.
pub(crate) fn explanations(page: &mut Page, found: &[Explanation], product: Option<&str>) {
    if found.len() <= IN_FULL {
        for (number, one) in found.iter().enumerate() {
            if number > 0 {
                page.blank();
            }
            in_full(page, &one.explained);
            if let Some(here) = &one.here {
                applied(page, here, product.unwrap_or_default());
            }
        }
        return;
    }
    page.paragraph(&text!("teaching-found-several", count = found.len()).to_string());
    for one in found {
        let says = one.explained.says.first().map(String::as_str).unwrap_or_default();
        let mark = one.here.as_ref().map_or(Mark::Plain, standing_mark);
        page.marked(mark, &format!("{} {says}", strong(&one.explained.id)));
    }
}

fn in_full(page: &mut Page, one: &Explained) {
    page.title(&one.id, if one.title == one.id { "" } else { &one.title });
    // What a procedure asks, or what a mistake gets wrong, comes in several sentences of equal weight.
    for says in &one.says {
        match one.subject {
            Subject::Procedure | Subject::Role | Subject::Mistake | Subject::Vulnerability => {
                page.marked(Mark::Plain, says);
            }
            _ => page.paragraph(says),
        }
    }
    page.blank();
    if !one.owed_by.is_empty() {
        let roles: Vec<String> = one.owed_by.iter().map(|role| role_name(*role).to_string()).collect();
        page.below(&text!("teaching-owed-by", role = roles.join(", ")).to_string());
    }
    if let Some(from) = one.from {
        page.below(&text!("teaching-from", from = from.to_string()).to_string());
    }
    for shown in &one.shown_by {
        let (name, add) = (shown.name.to_string(), shown.closes_by.to_string());
        page.below(&text!("teaching-shown-by", name = name, add = add).to_string());
    }
    if !one.cites.is_empty() {
        page.below(&text!("teaching-cites", cites = one.cites.join("; ")).to_string());
    }
    if !one.rows.is_empty() && !one.verified.is_empty() {
        let codes: Vec<String> = one.verified.iter().map(|code| code.code().to_owned()).collect();
        let says = text!("teaching-verified", rows = one.rows.join(", "), codes = codes.join(", "));
        page.below(&dim(&says.to_string()));
    }
    if let Some(why) = &one.legal_review {
        page.marked(Mark::Open, &text!("teaching-legal-review", why = why.to_string()).to_string());
    }
    if !one.see_also.is_empty() {
        let ids: Vec<&str> = one.see_also.iter().map(String::as_str).take(ALSO_SHOWN).collect();
        page.below(&dim(&text!("teaching-see-also", ids = ids.join(", ")).to_string()));
    }
}

fn applied(page: &mut Page, here: &Here, product: &str) {
    page.heading(&text!("teaching-here", product = product).to_string(), "");
    for says in &here.says {
        page.marked(Mark::Plain, &says.to_string());
    }
    if let Some(standing) = &here.standing {
        let (says, missing) = match &standing.state {
            StandingState::Met { shown_by } => (text!("teaching-standing-met"), shown_by.clone()),
            StandingState::Open { missing } => (
                text!("teaching-standing-open", due = standing.due.to_string()),
                missing.iter().map(|one| one.says.clone()).collect(),
            ),
            StandingState::Late { since, missing } => (
                text!("teaching-standing-late", since = since.to_string()),
                missing.iter().map(|one| one.says.clone()).collect(),
            ),
            StandingState::NotApplicable { because } => {
                (text!("teaching-standing-not-applicable", because = because.to_string()), Vec::new())
            }
        };
        page.marked(standing_mark(here), &strong(&says.to_string()));
        for one in missing {
            page.below(&one.to_string());
        }
    }
    for reason in &here.reasons {
        let fact = reason.fact.as_ref().map(|fact| format!("; {fact}")).unwrap_or_default();
        let place = format!("({}; {}{fact})", reason.cites, reason.row);
        page.marked(Mark::Plain, &format!("{} {}", reason.says, dim(&place)));
    }
}

fn standing_mark(here: &Here) -> Mark {
    match here.standing.as_ref().map(|standing| &standing.state) {
        Some(StandingState::Met { .. }) => Mark::Good,
        Some(StandingState::Late { .. }) => Mark::Bad,
        Some(StandingState::Open { .. }) => Mark::Open,
        Some(StandingState::NotApplicable { .. }) | None => Mark::Plain,
    }
}

fn role_name(role: Role) -> &'static str {
    let notion = proofmark_law::ROLE_NOTIONS.iter().find(|notion| notion.role == role);
    notion.map_or("nobody", |notion| notion.name)
}
