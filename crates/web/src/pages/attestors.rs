//! Whom the installation asks to attest its ledger: for whoever may seal it.

use maud::{Markup, html};
use proofmark_actions::{AttestationList, ChangeOrder, USUAL_MINUTES, attestations, change_attestors};
use proofmark_facts::{AttestorSettings, LedgerWitness, StampAuthority};
use proofmark_text::{Text, text};

use super::attestations::standing_of_attestors;
use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::look::{Field, Reader, Shown, Tone, field, hidden, notice, page};
use crate::refusal::Refusal;

/// The page.
pub(crate) fn attestors(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let settings = proofmark_actions::attestors(&*call.store)?;
    let saved = (call.asked.query.get("saved").is_some()).then(|| text!("stamps-saved"));
    show(call, &settings, saved.as_ref())
}

fn show(call: &Call<'_>, settings: &AttestorSettings, says: Option<&Text>) -> Result<Answer, Refusal> {
    let standing = attestations(&*call.store, u64::MAX - 1, 1)?;
    Ok(Answer::page(shown(&reader_of(call), settings, &standing, says)))
}

/// Keeps what the form says.
pub(crate) fn change_the_attestors(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let optional = |value: &str| (!value.is_empty()).then(|| value.to_owned());
    let authority = optional(call.field("url")).map(|url| StampAuthority {
        url,
        roots: format!("{}\n", call.field("roots").replace("\r\n", "\n").trim_end()),
        policy: optional(call.field("policy")),
    });
    let witness = |line: &str| {
        let (key, url) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
        LedgerWitness { key: key.to_owned(), url: url.trim().to_owned() }
    };
    let lines = call.field("witnesses").lines().filter(|line| !line.trim().is_empty());
    let witnesses = lines.map(witness).collect();
    let every_minutes = call.field("every").parse().unwrap_or(USUAL_MINUTES);
    let settings = AttestorSettings { authority, witnesses, every_minutes };
    let actor = call.actor();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    change_attestors(&order, settings, &mut *call.store)?;
    Ok(Answer::see("/ledger/attestors?saved=1"))
}

fn shown(
    reader: &Reader,
    settings: &AttestorSettings,
    standing: &AttestationList,
    says: Option<&Text>,
) -> Markup {
    let title = reader.say(&text!("stamps-title"));
    let authority = settings.authority.as_ref();
    let url = authority.map(|authority| authority.url.as_str()).unwrap_or_default();
    let roots = authority.map(|authority| authority.roots.as_str()).unwrap_or_default();
    let policy = authority.and_then(|authority| authority.policy.as_deref()).unwrap_or_default();
    let witnesses: Vec<String> =
        settings.witnesses.iter().map(|one| format!("{} {}", one.key, one.url)).collect();
    let witnesses = witnesses.join(
        "
",
    );
    let every = settings.every_minutes.to_string();
    let body = html! {
        div .head { h1 { (title) } p .lead { (reader.say(&text!("stamps-lead"))) } }
        @if let Some(says) = says { (notice(reader, Tone::Good, says)) }
        (standing_of_attestors(reader, standing, false))
        section .panel aria-labelledby="whom" {
            header { h2 #whom { (reader.say(&text!("stamps-change"))) } }
            form .decide method="post" action="/ledger/attestors" {
                (hidden(reader))
                (field(reader, &Field::text("url", text!("stamps-field-url")).value(url).optional()))
                (area(reader, "roots", &text!("stamps-field-roots"), roots))
                (field(reader, &Field::text("policy", text!("stamps-field-policy")).value(policy).optional()))
                (area(reader, "witnesses", &text!("stamps-field-witnesses"), &witnesses))
                (field(reader, &Field::text("every", text!("stamps-field-every")).kind("number").value(&every)))
                div .row { button .primary type="submit" { (reader.say(&text!("stamps-save"))) } }
            }
        }
    };
    page(reader, &Shown { title: &title, at: None, searched: "" }, &body)
}

/// A box for several lines.
fn area(reader: &Reader, name: &str, label: &Text, value: &str) -> Markup {
    let hint = format!("{name}-hint");
    html! {
        div .field {
            label for=(name) { (reader.say(label)) }
            p .hint id=(hint) { (reader.hint(label)) }
            // A line break right behind the tag would be swallowed (HTML section 13.1.2.5).
            textarea id=(name) name=(name) rows="5" spellcheck="false" aria-describedby=(hint) { "\n" (value) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::sample_papers;

    #[test]
    fn the_page_is_sound_empty_and_full() {
        let nobody = AttestorSettings { authority: None, witnesses: vec![], every_minutes: 60 };
        let authority = StampAuthority {
            url: "https://a.example/<x>".into(),
            roots: "</textarea><b>".into(),
            policy: None,
        };
        let witnesses = vec![LedgerWitness { key: "w+1+A".into(), url: "https://w.example".into() }];
        let full = AttestorSettings { authority: Some(authority), witnesses, every_minutes: 5 };
        for reader in readers() {
            assert_sound(&shown(&reader, &nobody, &sample_papers::attestations(), None));
            assert_sound(&shown(
                &reader,
                &full,
                &sample_papers::attestations(),
                Some(&text!("stamps-saved")),
            ));
        }
    }
}
