//! `proofmark feeds provider`: publishers of CSAF documents somebody adds by their own metadata.

use proofmark_actions::ActionError;
use proofmark_courier::Destination;
use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};

use crate::cli::Format;
use crate::exit::Exit;
use crate::feed_provider_cli::{AcceptArgs, AddArgs, ListArgs, ProviderCommand};
use crate::feeds::{FeedsHome, FoundProvider, Outside, Provider, find_provider, listed_providers};
use crate::going_out::courier_for_feeds;
use crate::provider_name::is_provider_name;
use crate::session::Session;
use crate::show::{self, Page};

/// The longest part of a feed's name that is made of a host.
const LONGEST_HOST: usize = 50;

/// Does what is asked.
pub(crate) fn feed_providers(command: &ProviderCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        ProviderCommand::Add(args) => add(args, session)?,
        ProviderCommand::List(args) => list(args, session)?,
        ProviderCommand::AcceptKeys(args) => accept(args, session)?,
        ProviderCommand::Remove { feed } => remove(feed, session)?,
    }
    Ok(Exit::Yes)
}

/// Finds the publisher, and keeps where its metadata lie and which keys it has today. Nothing of its documents is fetched yet.
fn add(args: &AddArgs, session: &Session) -> Result<(), ActionError> {
    let home = session.home()?;
    let courier = courier_for_feeds(&args.going_out)?;
    let found = find_provider(&Outside { courier: &courier }, &args.written)?;
    let feed = match &args.name {
        Some(name) => name.clone(),
        None => {
            name_of(&found).ok_or_else(|| refused(text!("csaf-provider-needs-name", url = &found.url)))?
        }
    };
    home.make()?;
    let feeds = FeedsHome::of(home.path());
    let _lock = feeds.lock()?;
    let mut state = feeds.state(&feed)?;
    if state.provider.as_ref().is_some_and(|known| known.metadata != found.url) {
        return Err(refused(text!("csaf-provider-taken", feed = &feed)));
    }
    if let Some(known) = state.provider.as_ref().filter(|known| known.keys != found.keys) {
        let (found, accepted) = (found.keys.join(", "), known.keys.join(", "));
        return Err(refused(text!("csaf-key-changed", found = found, accepted = accepted, feed = &feed)));
    }
    let provider = provider(feed, found, session);
    state.provider = Some(provider.clone());
    feeds.folder(&provider.feed).make()?;
    feeds.keep(&provider.feed, &state)?;
    show(&provider, session);
    Ok(())
}

/// Looks again at what the publisher says of itself, and believes the keys it has today.
fn accept(args: &AcceptArgs, session: &Session) -> Result<(), ActionError> {
    let feeds = FeedsHome::of(session.home()?.path());
    let Some(known) = feeds.state(&args.feed)?.provider else { return Err(unknown(&args.feed)) };
    let courier = courier_for_feeds(&args.going_out)?;
    let found = find_provider(&Outside { courier: &courier }, &known.metadata)?;
    let _lock = feeds.lock()?;
    let mut state = feeds.state(&args.feed)?;
    let provider = Provider { added_at: known.added_at, ..provider(known.feed, found, session) };
    (state.provider, state.trouble) = (Some(provider.clone()), None);
    feeds.keep(&args.feed, &state)?;
    show(&provider, session);
    Ok(())
}

fn remove(feed: &str, session: &Session) -> Result<(), ActionError> {
    let feeds = FeedsHome::of(session.home()?.path());
    if feeds.state(feed)?.provider.is_none() {
        return Err(unknown(feed));
    }
    let _lock = feeds.lock()?;
    feeds.forget(feed)?;
    session.say(&text!("csaf-provider-removed", feed = feed));
    Ok(())
}

fn list(args: &ListArgs, session: &Session) -> Result<(), ActionError> {
    let courier = courier_for_feeds(&args.going_out)?;
    let listed = listed_providers(&Outside { courier: &courier }, &args.url)?;
    match session.format {
        Format::Json => {
            let rows = listed.iter().map(
                |one| serde_json::json!({"publisher": &one.name, "role": &one.role, "metadata": &one.url}),
            );
            session.print_json(&rows.collect::<Vec<_>>());
        }
        Format::Text => {
            let mut page = Page::new();
            show::listed_providers(&mut page, &listed);
            session.print(&page.to_string());
        }
    }
    Ok(())
}

fn provider(feed: String, found: FoundProvider, session: &Session) -> Provider {
    let FoundProvider { url, metadata, keys } = found;
    Provider {
        feed,
        metadata: url,
        publisher: metadata.name,
        namespace: metadata.namespace,
        role: metadata.role,
        keys,
        added_at: session.now,
    }
}

/// By the host its metadata lie on: `csaf-www-lamp-example`.
fn name_of(found: &FoundProvider) -> Option<String> {
    let origin = Destination::parse(&found.url).ok()?.origin();
    let host = origin.split("://").nth(1)?.to_ascii_lowercase();
    let fit = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let host: String = host.chars().map(fit).take(LONGEST_HOST).collect();
    let name = format!("csaf-{}", host.trim_matches('-'));
    is_provider_name(&name).then_some(name)
}

fn show(provider: &Provider, session: &Session) {
    match session.format {
        Format::Json => session.print_json(provider),
        Format::Text => {
            let mut page = Page::new();
            let shown = show::ShownProvider {
                publisher: &provider.publisher,
                role: &provider.role,
                metadata: &provider.metadata,
                keys: &provider.keys,
                feed: &provider.feed,
            };
            show::provider(&mut page, &shown);
            session.print(&page.to_string());
        }
    }
}

fn unknown(feed: &str) -> ActionError {
    refused(text!("feeds-unknown", feed = feed))
}

fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}
