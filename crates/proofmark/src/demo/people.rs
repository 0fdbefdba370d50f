//! Who works in a demonstration. Nobody has a password that anybody knows: each comes in by a link that works once.

use jiff::Timestamp;
use proofmark_access::{AccountState, Act, LinkSecret, Secret};
use proofmark_actions::ActionError;
use proofmark_actions::people::{
    Errand, InviteOrder, SetUpOrder, add_operator, do_alone, invite, invite_again, make_reset_link,
    make_set_up_link, people, set_up,
};
use proofmark_facts::{Actor, ActorKind, Duty, Grant, Sha256, SystemOfRecord};

use super::draw::drawn;
use super::material::{GATEWAY, PASSWORD_MANAGER};
use crate::session::WITH;

/// Account, name and duties, the same for both makers. The first one sets the installation up.
const PEOPLE: [(&str, &str, &[Duty]); 4] = [
    ("mette", "Mette Holm", &[Duty::Administrator, Duty::ProductOwner, Duty::Compliance]),
    ("sven", "Sven Lund", &[Duty::Engineer, Duty::SecurityResponse]),
    ("ida", "Ida Krog", &[Duty::Approver]),
    ("rita", "Rita Falk", &[Duty::Auditor]),
];

/// The link somebody comes in by, once.
pub(crate) struct EntryLink {
    /// Who.
    pub(crate) name: &'static str,
    /// The account they sign in with afterwards.
    pub(crate) account: &'static str,
    /// What they are there for.
    pub(crate) duties: Vec<Duty>,
    /// The address below the window's own.
    pub(crate) path: String,
}

/// Lets everybody in, and gives each one's link.
pub(super) fn let_in(
    errand: &Errand<'_>,
    store: &mut dyn SystemOfRecord,
) -> Result<Vec<EntryLink>, ActionError> {
    let makers = [&GATEWAY, &PASSWORD_MANAGER].map(|example| (example.operator_id(), example.operator));
    let (account, display_name, duties) = PEOPLE[0];
    if let Some(link) = make_set_up_link(store, errand.at, drawn()?)? {
        let link = link.to_text();
        // Written as a digest is, which is long enough for any rule; nobody ever sees it.
        let unknown = Sha256(drawn()?).to_string();
        let order = SetUpOrder {
            link: link.reveal(),
            account,
            display_name,
            email: None,
            password: Secret::from(unknown.as_str()),
            operator: Some((makers[0].1, duties.to_vec())),
            at: errand.at,
            with: errand.with,
            salt: drawn()?,
        };
        set_up(store, order)?;
        add_operator(store, errand, makers[1].1, account)?;
        grant(errand, store, &makers[1].0, (account, duties))?;
    }
    let mut links = vec![entry(0, "reset", &make_reset_link(store, errand, account, drawn()?)?)];
    for (number, (account, display_name, duties)) in PEOPLE.iter().enumerate().skip(1) {
        let order = InviteOrder {
            operator: &makers[0].0,
            account,
            display_name,
            email: None,
            grants: grants(&makers[0].0, duties),
            link: drawn()?,
            proposal: drawn()?,
        };
        links.push(entry(number, "invitation", &invite(store, errand, &order)?.link));
        grant(errand, store, &makers[1].0, (account, duties))?;
    }
    Ok(links)
}

/// A new link for each of them, in a demonstration that was kept: who came in by the first one chose a password nobody else
/// knows. Who was closed out stays out.
pub(crate) fn let_in_again(
    store: &mut dyn SystemOfRecord,
    now: Timestamp,
) -> Result<Vec<EntryLink>, ActionError> {
    let local = Actor::local("demonstration");
    let errand = Errand { by: &local, at: now, with: WITH };
    let operator = GATEWAY.operator_id();
    let members = people(store, &errand, &operator)?;
    let mut links = Vec::new();
    for (number, (account, ..)) in PEOPLE.iter().enumerate() {
        match members.iter().find(|member| member.account == *account).map(|member| member.state) {
            Some(AccountState::Active) => {
                links.push(entry(number, "reset", &make_reset_link(store, &errand, account, drawn()?)?));
            }
            Some(AccountState::Invited) => {
                let link = invite_again(store, &errand, &operator, account, drawn()?)?;
                links.push(entry(number, "invitation", &link));
            }
            Some(AccountState::Disabled) | None => {}
        }
    }
    Ok(links)
}

/// One of them, as what they did is written down.
pub(super) fn person(account: &'static str, operator: &str) -> Actor {
    let duties =
        PEOPLE.iter().find(|(name, _, _)| *name == account).map_or(&[][..], |(_, _, duties)| *duties);
    Actor { name: account.to_owned(), kind: ActorKind::Person, grants: grants(operator, duties) }
}

fn grants(operator: &str, duties: &[Duty]) -> Vec<Grant> {
    let grant = |duty: &Duty| Grant { operator: operator.to_owned(), duty: *duty, products: None };
    duties.iter().map(grant).collect()
}

fn grant(
    errand: &Errand<'_>,
    store: &mut dyn SystemOfRecord,
    operator: &str,
    (account, duties): (&str, &[Duty]),
) -> Result<(), ActionError> {
    let act = Act::ChangeGrants { account: account.to_owned(), grants: grants(operator, duties) };
    do_alone(store, errand, operator, &act)
}

fn entry(number: usize, place: &str, secret: &LinkSecret) -> EntryLink {
    let (account, name, duties) = PEOPLE[number];
    let path = format!("/{place}/{}", secret.to_text().reveal());
    EntryLink { name, account, duties: duties.to_vec(), path }
}
