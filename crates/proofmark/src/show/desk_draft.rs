//! A draft of what is handed in for a stage, as one pastes it field by field.

use proofmark_actions::Draft;
use proofmark_law::{ContentNeed, FieldNeed, FilledField, Gap};
use proofmark_text::{Text, text};

use super::clocks::{clock_says, short, stage_name};
use super::page::{Mark, Page, dim, strong};

/// The draft.
pub(crate) fn draft(page: &mut Page, draft: &Draft) {
    let title = format!("{}: {}", draft.case, stage_name(draft.stage));
    page.title(&title, &short(draft.drafted_at));
    if let Some(what) = &draft.exercise {
        page.marked(Mark::Open, &strong(&text!("cases-show-exercise", what = what).to_string()));
    }
    let says = if draft.can_be_handed_in {
        (Mark::Good, text!("cases-draft-ready"))
    } else {
        (Mark::Bad, text!("cases-draft-not-ready"))
    };
    page.marked(says.0, &says.1.to_string());
    if let Some(clock) = &draft.clock {
        let (mark, says) = clock_says(clock);
        page.marked(mark, &says.to_string());
    }
    if let Some(at) = draft.platform_counter_ends_at {
        page.below(&dim(&text!("cases-draft-counter", at = short(at)).to_string()));
    }
    match &draft.coordinator {
        Some(csirt) => {
            let (state, name) = (&csirt.member_state, &csirt.name);
            page.marked(
                Mark::Plain,
                &text!("cases-draft-coordinator", state = state, name = name).to_string(),
            );
            page.below(&dim(&csirt.platform_host));
        }
        None => page.marked(Mark::Open, &text!("cases-draft-no-coordinator").to_string()),
    }
    page.heading(&text!("cases-draft-fields").to_string(), "");
    for field in &draft.form.fields {
        one(page, field);
    }
    asked(page, draft);
    if !draft.changed.is_empty() {
        page.heading(&text!("cases-draft-changed").to_string(), "");
        for field in &draft.changed {
            let none = || "—".to_owned();
            let (before, now) =
                (field.before.clone().unwrap_or_else(none), field.now.clone().unwrap_or_else(none));
            page.marked(Mark::Plain, &format!("{}: {before} -> {now}", field.key));
        }
    }
    page.blank();
    let (version, on) = (&draft.glossary, draft.captured_on.to_string());
    page.paragraph(&dim(&text!("cases-draft-glossary", version = version, on = on).to_string()));
    page.paragraph(&dim(&text!("cases-draft-by-hand").to_string()));
}

fn one(page: &mut Page, field: &FilledField) {
    let mark = match (&field.gap, &field.value) {
        (Some(_), _) => Mark::Bad,
        (None, Some(_)) => Mark::Good,
        (None, None) if field.law_asks.is_some() => Mark::Open,
        (None, None) => Mark::Plain,
    };
    let need = match field.need {
        FieldNeed::Required => text!("cases-draft-required"),
        FieldNeed::Optional => text!("cases-draft-optional"),
        FieldNeed::Carried => text!("cases-draft-carried"),
        FieldNeed::IfAvailable => text!("cases-draft-if-available"),
        FieldNeed::NotShown => return,
    };
    let (key, what) = (&field.field.key, &field.field.what);
    page.marked(mark, &format!("{} {what} {}", strong(key), dim(&format!("({need})"))));
    for line in field.value.iter().flat_map(|value| value.lines()) {
        page.below(line);
    }
    let says: Option<Text> = match &field.gap {
        Some(Gap::Missing) => Some(text!("cases-draft-missing")),
        Some(Gap::TooLong { limit, characters }) => {
            Some(text!("cases-draft-too-long", limit = *limit, characters = *characters))
        }
        None => field.law_asks.map(|cites| text!("cases-draft-law-asks", cites = cites.to_string())),
    };
    if let Some(says) = says {
        page.below(&says.to_string());
    }
}

/// What the law asks for at this stage and nobody has said yet.
fn asked(page: &mut Page, draft: &Draft) {
    let open: Vec<_> = draft.form.content.items.iter().filter(|item| !item.given).collect();
    if open.is_empty() {
        return;
    }
    page.heading(&text!("cases-draft-asked").to_string(), "");
    for item in open {
        let mark = if item.need == ContentNeed::Always { Mark::Bad } else { Mark::Open };
        page.marked(mark, &format!("{} {}", item.what, dim(&format!("({})", item.cites))));
    }
}
