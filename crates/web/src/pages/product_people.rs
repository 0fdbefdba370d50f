//! Who stands behind a product, as its dossier declares: the operator and its role, its representative, how it is reached.

use maud::{Markup, html};
use proofmark_facts::{Dossier, OtherRole};
use proofmark_law::Verdict;
use proofmark_text::{Text, text};

use super::words::role_says;
use crate::look::{Reader, badge};

/// The panel; without a verdict the role is not said.
pub(super) fn people(reader: &Reader, dossier: &Dossier, verdict: Option<&Verdict>) -> Markup {
    html! {
        section .panel aria-labelledby="people" {
            header {
                h2 #people { (reader.say(&text!("pictures-roles"))) }
                @if let Some(verdict) = verdict {
                    @let (tone, says) = role_says(&verdict.role.outcome);
                    (badge(tone, &reader.say(&says)))
                }
            }
            h3 { (reader.say(&text!("web-operator"))) }
            (operator(reader, dossier))
            h3 { (reader.say(&text!("pictures-representative"))) }
            (representative(reader, dossier))
            h3 { (reader.say(&text!("pictures-contact"))) }
            (contact(reader, dossier))
        }
    }
}

fn operator(reader: &Reader, dossier: &Dossier) -> Markup {
    let of = &dossier.operator;
    let others: Vec<String> =
        of.for_other_products.iter().map(|role| reader.say(&other_says(*role))).collect();
    html! {
        dl .pairs {
            (row(reader, &text!("pictures-name"), Some(&of.name)))
            (row(reader, &text!("pictures-trademark"), of.trademark.as_ref()))
            (row(reader, &text!("pictures-address"), of.postal_address.as_ref()))
            (row(reader, &text!("pictures-established-in"), of.established_in.as_ref().map(ToString::to_string).as_ref()))
            (row(reader, &text!("web-set-up-email"), of.email.as_ref()))
            (row(reader, &text!("pictures-website"), of.website.as_ref()))
            @if !others.is_empty() {
                dt { (reader.say(&text!("pictures-for-other-products"))) } dd { (others.join(", ")) }
            }
        }
    }
}

fn representative(reader: &Reader, dossier: &Dossier) -> Markup {
    html! {
        @match &dossier.operator.authorised_representative {
            None => { p .quiet { (reader.say(&text!("pictures-no-representative"))) } }
            Some(of) => {
                dl .pairs {
                    (row(reader, &text!("pictures-name"), Some(&of.name)))
                    (row(reader, &text!("pictures-address"), of.postal_address.as_ref()))
                    (row(reader, &text!("pictures-established-in"), of.established_in.as_ref().map(ToString::to_string).as_ref()))
                    (row(reader, &text!("pictures-mandate"), of.mandate.as_ref()))
                }
            }
        }
    }
}

fn contact(reader: &Reader, dossier: &Dossier) -> Markup {
    let of = &dossier.contact;
    html! {
        dl .pairs {
            (row(reader, &text!("pictures-single-point"), of.single_point_of_contact.as_ref()))
            (row(reader, &text!("pictures-vulnerability-reports"), of.vulnerability_reports.as_ref()))
            (row(reader, &text!("pictures-disclosure-policy"), of.disclosure_policy.as_ref()))
            (row(reader, &text!("pictures-advisories-at"), of.advisories.as_ref()))
        }
    }
}

/// What is declared, as it was written: an address typed by somebody is shown, never followed.
fn row(reader: &Reader, name: &Text, value: Option<&String>) -> Markup {
    html! {
        dt { (reader.say(name)) }
        dd {
            @match value.filter(|value| !value.is_empty()) {
                Some(value) => { (value) }
                None => { span .quiet { (reader.say(&text!("pictures-not-stated"))) } }
            }
        }
    }
}

fn other_says(role: OtherRole) -> Text {
    match role {
        OtherRole::Manufacturer => text!("proofmark-role-manufacturer"),
        OtherRole::Importer => text!("proofmark-role-importer"),
        OtherRole::Distributor => text!("proofmark-role-distributor"),
        OtherRole::AuthorisedRepresentative => text!("proofmark-role-representative"),
        OtherRole::Steward => text!("proofmark-role-steward"),
    }
}
