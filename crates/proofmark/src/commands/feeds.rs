//! `proofmark feeds`: copies of what the world publishes, and the vulnerability database made of them.

use std::collections::BTreeSet;
use std::path::Path;

use proofmark_actions::{ActionError, FeedCopy, IMPORTED, SyncReport};
use proofmark_courier::{Courier, FEEDS, Feed};
use proofmark_facts::{Place, Problem, Sha256};
use proofmark_text::{Text, text};
use proofmark_web::Exhibit;

use super::feed_providers::feed_providers;
use super::verify::read_key;
use crate::cli::Format;
use crate::exit::Exit;
use crate::feeds::{
    Built, BundleOrder, Clock, FeedsHome, Provider, SyncOrder, Workshop, build_anew, every_feed,
    export_bundle, import_bundle, is_bundle, keep_files, read_files, standings, sync,
};
use crate::feeds_cli::{FeedsCommand, ImportArgs, Mirror, SyncArgs};
use crate::going_out::courier_for_feeds;
use crate::new_database::Exchanged;
use crate::progress::Progress;
use crate::session::{Session, insist, user};
use crate::show::{self, Page};
use crate::sources::status_of;

/// Does what is asked.
pub(crate) fn feeds(command: &FeedsCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        FeedsCommand::Sync(args) => fetch(args, session),
        FeedsCommand::Import(args) => {
            import(args, session)?;
            status(session)?;
            Ok(Exit::Yes)
        }
        FeedsCommand::Export { file, only } => export(file, only, session),
        FeedsCommand::Status => status(session),
        FeedsCommand::Provider(command) => feed_providers(command, session),
        FeedsCommand::List => {
            list(session)?;
            Ok(Exit::Yes)
        }
    }
}

/// Brings copies up to date, and builds the database anew if any of them changed.
fn fetch(args: &SyncArgs, session: &Session) -> Result<Exit, ActionError> {
    let home = session.home()?;
    let feeds = FeedsHome::of(home.path());
    let providers = feeds.providers()?;
    let wanted = wanted(args, &feeds, &providers)?;
    let courier: Courier = courier_for_feeds(&args.going_out)?;
    if home.vulnerability_database().exists() && !feeds.is_there() {
        insist(&text!("feeds-earlier-import"));
    }
    home.make()?;
    let _lock = feeds.lock()?;
    let progress = Progress::new(session);
    let say = |says: &Text| progress.say(says);
    let order = SyncOrder {
        feeds: wanted,
        courier: &courier,
        pace: &Clock { stop: None },
        accept_shrunk: args.accept_shrunk,
        progress: &say,
    };
    let mut report = sync(&order, &feeds)?;
    let by = user();
    let workshop = Workshop { home, by: &by, now: session.now, progress: &say };
    report.rebuilt = rebuild(&workshop, session)?;
    progress.finish();
    show_report(&report, session);
    Ok(Exit::answer(report.all_up_to_date()))
}

/// Which feeds are asked: those that are named, all, or those that are held.
fn wanted<'p>(
    args: &SyncArgs,
    feeds: &FeedsHome,
    providers: &'p [Provider],
) -> Result<Vec<(Feed<'p>, Option<String>)>, ActionError> {
    let held = feeds.names()?;
    let known: Vec<Feed<'p>> =
        FEEDS.iter().map(|feed| **feed).chain(providers.iter().map(Provider::feed)).collect();
    if let Some(name) = args.only.iter().find(|name| known.iter().all(|feed| feed.name != **name)) {
        return Err(refused(text!("feeds-unknown", feed = name)));
    }
    let is_wanted = |feed: &Feed<'_>| match (args.all, args.only.as_slice()) {
        (true, _) => true,
        (false, []) => held.iter().any(|name| name == feed.name),
        (false, only) => only.iter().any(|other| other == feed.name),
    };
    let mirror = |feed: &Feed<'_>| {
        let named = args.mirrors.iter().rev().find(|mirror| mirror.feed == feed.name);
        named.map(|Mirror { address, .. }| address.clone())
    };
    let wanted: Vec<_> = known.into_iter().filter(is_wanted).map(|feed| (feed, mirror(&feed))).collect();
    if let Some(idle) = args.mirrors.iter().find(|one| wanted.iter().all(|(feed, _)| feed.name != one.feed)) {
        return Err(refused(text!("feeds-mirror-idle", feed = &idle.feed)));
    }
    if wanted.is_empty() { Err(refused(text!("feeds-none-held"))) } else { Ok(wanted) }
}

fn import(args: &ImportArgs, session: &Session) -> Result<(), ActionError> {
    let is_one = args.paths.iter().any(|path| is_bundle(path));
    if is_one && args.paths.len() > 1 {
        return Err(refused(text!("feeds-bundle-alone")));
    }
    let progress = Progress::new(session);
    if is_one { take_bundle(args, &progress, session) } else { take_files(args, &progress, session) }
}

fn take_files(args: &ImportArgs, progress: &Progress, session: &Session) -> Result<(), ActionError> {
    let say = |says: &Text| progress.say(says);
    let by_hand = read_files(&args.paths, args.skip_unreadable, &say)?;
    let home = session.home()?;
    home.make()?;
    let feeds = FeedsHome::of(home.path());
    let _lock = feeds.lock()?;
    let by = user();
    let workshop = Workshop { home, by: &by, now: session.now, progress: &say };
    let before = feeds.state(IMPORTED)?.copy;
    let built = build_anew(&workshop, Some(keep_files(by_hand, &feeds, session.now)?))?;
    progress.finish();
    if let (Some(before), Some(now)) = (before, feeds.state(IMPORTED)?.copy)
        && digests(&before) != digests(&now)
    {
        session.say(&text!("feeds-import-replaced", records = now.records, before = before.records));
    }
    say_what_changed(built, session);
    Ok(())
}

/// What its files are, whatever they are called.
fn digests(copy: &FeedCopy) -> BTreeSet<Sha256> {
    copy.files.iter().map(|file| file.sha256).collect()
}

fn take_bundle(args: &ImportArgs, progress: &Progress, session: &Session) -> Result<(), ActionError> {
    let say = |says: &Text| progress.say(says);
    let home = session.home()?;
    home.make()?;
    let feeds = FeedsHome::of(home.path());
    let _lock = feeds.lock()?;
    let own = home.signer()?;
    let order = BundleOrder {
        path: &args.paths[0],
        key: args.key.as_deref().map(read_key).transpose()?,
        own: &own,
        older: args.older,
        accept_shrunk: args.accept_shrunk,
        progress: &say,
    };
    let manifest = import_bundle(&order, &feeds)?;
    let by = user();
    rebuild(&Workshop { home, by: &by, now: session.now, progress: &say }, session)?;
    progress.finish();
    let (copies, made) = (manifest.copies.len() as u64, manifest.made_at.to_string());
    session.say(&text!("feeds-imported", copies = copies, made = made));
    Ok(())
}

/// Builds the database anew if need be, and says what of the copies it had to leave out.
fn rebuild(workshop: &Workshop<'_>, session: &Session) -> Result<bool, ActionError> {
    let built = build_anew(workshop, None)?;
    if let Some(built) = built.filter(|built| built.unreadable > 0) {
        session.say(&text!("feeds-left-out", count = built.unreadable));
    }
    say_what_changed(built, session);
    Ok(built.is_some())
}

/// Of how many packages the new database speaks otherwise than the one before.
fn say_what_changed(built: Option<Built>, session: &Session) {
    let Some(Built { exchanged: Exchanged { packages: Some(packages), releases }, .. }) = built else {
        return;
    };
    session.say(&text!("proofmark-db-changed", packages = packages, releases = releases));
}

fn export(file: &Path, only: &[String], session: &Session) -> Result<Exit, ActionError> {
    let home = session.home()?;
    let feeds = FeedsHome::of(home.path());
    if !feeds.is_there() {
        return Err(refused(text!("feeds-nothing-to-export")));
    }
    let _lock = feeds.lock()?;
    let signer = home.signer()?;
    let manifest = export_bundle(file, only, &feeds, &signer, session.now)?;
    match session.format {
        Format::Json => session.print_json(&manifest),
        Format::Text => {
            let mut page = Page::new();
            show::feed_bundle(&mut page, &manifest, &file.display().to_string(), signer.verifier_key());
            session.print(&page.to_string());
        }
    }
    Ok(Exit::Yes)
}

/// What the database holds, and how each feed stands; the answer is no where one must be looked after.
fn status(session: &Session) -> Result<Exit, ActionError> {
    let home = session.home()?;
    let standings = standings(&FeedsHome::of(home.path()), session.now)?;
    let status = status_of(&home.vulnerability_database(), session.now)?.with_feeds(standings);
    Ok(session.show(&Exhibit::Database(&status)))
}

/// Every feed there is, and which of them are held here.
fn list(session: &Session) -> Result<(), ActionError> {
    let feeds = every_feed(&FeedsHome::of(session.home()?.path()), session.now)?;
    match session.format {
        Format::Json => session.print_json(&feeds),
        Format::Text => {
            let mut page = Page::new();
            show::feed_list(&mut page, &feeds);
            session.print(&page.to_string());
        }
    }
    Ok(())
}

fn show_report(report: &SyncReport, session: &Session) {
    match session.format {
        Format::Json => session.print_json(report),
        Format::Text => {
            let mut page = Page::new();
            show::sync_report(&mut page, report);
            session.print(&page.to_string());
        }
    }
}

fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}
