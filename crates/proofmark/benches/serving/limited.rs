//! Somebody who may see every third product: lists of theirs are no stretch of any order.

use jiff::Timestamp;
use proofmark_access::{LinkSecret, Secret};
use proofmark_actions::people::{Errand, InviteOrder, accept_invitation, invite};
use proofmark_facts::{Actor, Duty, Grant};
use proofmark_store::Store;

use crate::database::Database;
use crate::filling::product_id;
use crate::material::OPERATOR_ID;
use crate::served::PASSWORD;
use crate::size::Size;

/// Their account.
pub(crate) const ACCOUNT: &str = "theo";

/// Lets them in, unless an earlier run did.
pub(crate) fn let_in(database: &Database, size: &Size, at: Timestamp) {
    let local = Actor::local("bench");
    let errand = Errand { by: &local, at, with: "proofmark serving bench" };
    let products = (0..size.products).step_by(3).map(product_id).collect();
    let grant = Grant { operator: OPERATOR_ID.to_owned(), duty: Duty::Engineer, products: Some(products) };
    let secret = [7; 32];
    let order = InviteOrder {
        operator: OPERATOR_ID,
        account: ACCOUNT,
        display_name: "Theo",
        email: None,
        grants: vec![grant],
        link: secret,
        proposal: [5; 16],
    };
    let mut store = Store::connect(&database.place()).unwrap();
    // Whoever is there already cannot be invited again.
    if invite(&mut store, &errand, &order).is_ok() {
        let link = LinkSecret::new(secret).to_text();
        let password = Secret::from(PASSWORD.replace('+', " ").as_str());
        accept_invitation(&mut store, link.reveal(), password, at, errand.with, [2; 16]).unwrap();
    }
}
