//! `proofmark serve`: opens the window over the home's store, and keeps it open until it is asked to end.

use std::path::PathBuf;
use std::sync::Arc;

use proofmark_access::duty_name;
use proofmark_actions::people::{make_set_up_link, seal_credentials};
use proofmark_actions::{ActionError, built_in};
use proofmark_facts::{Place, Problem};
use proofmark_store::{Store, StorePool};
use proofmark_text::text;
use proofmark_web::{House, Opening, ROUTES, Room, ServeError, TlsFiles, serve as open_window};

use crate::demo::{DemoHome, furnish, let_in_again};
use crate::exit::Exit;
use crate::feeds::keep_in_rhythm;
use crate::going_out::{courier_for_feeds, outside};
use crate::home::Home;
use crate::log::{log_faults, write_log};
use crate::serve_args::{LogFormat, ServeArgs};
use crate::served_house::ServedHouse;
use crate::session::{Session, WITH, insist, uuid};
use crate::spare_memory::share_free_memory;
use crate::worker::{KeyBox, Worker, WorkerOptions};

/// Serves until it is asked to end.
pub(crate) fn serve(args: &ServeArgs, session: &Session) -> Result<Exit, ActionError> {
    write_log(args.log == LogFormat::Json);
    share_free_memory();
    log_faults();
    if args.demo {
        return demonstrate(args, session);
    }
    let home = session.home()?;
    home.make()?;
    warn_of_onlookers(home);
    let place = home.place()?;
    // Opened once before anybody asks: what is wrong with the store is said now, and it is migrated once.
    let mut store = Store::connect(&place)?;
    let link = first_link(&mut store, session)?;
    seal_credentials(&mut store, &KeyBox::of(&home.signer()?), session.now, WITH)?;
    drop(store);
    open(args, session, home, false, &|origin| {
        if let Some(secret) = &link {
            // Said even where talk is unwanted: without it nobody ever comes in.
            insist(&text!("proofmark-set-up-link", link = format!("{origin}/set-up/{secret}")));
        }
    })
}

/// Says that others can look at the home: it holds password hashes and the key, and whoever serves it may never ask the doctor.
fn warn_of_onlookers(home: &Home) {
    #[cfg(unix)]
    if let Some(path) = home.open_to_others() {
        insist(&text!("server-home-open", path = path.display().to_string()));
    }
    #[cfg(not(unix))]
    let _ = home;
}

/// Serves the examples from a home of their own. Nothing of it is for anybody else, so nobody else can reach it.
fn demonstrate(args: &ServeArgs, session: &Session) -> Result<Exit, ActionError> {
    let refused = |says| Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
    if !args.listen.ip().is_loopback() {
        return refused(text!("evidence-demo-loopback", address = args.listen.to_string()));
    }
    if session.names_store() {
        return refused(text!("evidence-demo-store"));
    }
    let demo = DemoHome::open(session.named_home())?;
    let home = demo.home();
    home.make()?;
    let links = if demo.is_furnished() {
        session.say(&text!("ends-demo-again"));
        let_in_again(&mut Store::connect(&home.place()?)?, session.now)?
    } else {
        session.say(&text!("evidence-demo-furnishing"));
        let signer = home.signer()?;
        let mut store = Store::connect(&home.place()?)?;
        let links = furnish(&mut store, &signer, &built_in().state, session.now)?;
        demo.mark()?;
        links
    };
    open(args, session, home, true, &|origin| {
        let place = home.path().display().to_string();
        session.say(&match session.named_home() {
            Some(_) => text!("evidence-demo-stays", path = place),
            None => text!("evidence-demo-goes", path = place),
        });
        for link in &links {
            let duties: Vec<String> = link.duties.iter().map(|duty| duty_name(*duty).to_string()).collect();
            let (duties, address) = (duties.join(", "), format!("{origin}{}", link.path));
            let (name, account) = (link.name, link.account);
            insist(&text!(
                "evidence-demo-link",
                name = name,
                account = account,
                duties = duties,
                link = address
            ));
        }
    })
}

/// Opens the window over this home; `greet` is told the window's address once it is open.
fn open(
    args: &ServeArgs,
    session: &Session,
    home: &Home,
    demonstration: bool,
    greet: &dyn Fn(&str),
) -> Result<Exit, ActionError> {
    let signer = home.signer()?;
    let strongbox = Arc::new(KeyBox::of(&signer));
    let outside = outside(&args.going_out)?;
    let pool = StorePool::new(home.place()?, usize::from(args.stores));
    let house = ServedHouse::new(pool, signer, home.vulnerability_database(), outside.clone());
    let house = Arc::new(if demonstration { house.demonstrating() } else { house });
    let node: String = uuid()?.iter().fold(String::new(), |id, byte| id + &format!("{byte:02x}"));
    let opening = opening(args);
    let room = Arc::clone(&opening.room);
    let options = WorkerOptions { node, threads: usize::from(args.workers), room };
    let house_at_work: Arc<dyn House> = Arc::<ServedHouse>::clone(&house);
    let worker = Worker::start(house_at_work, Arc::new(outside), strongbox, &options)?;
    let in_rhythm = || keep_in_rhythm(home, courier_for_feeds(&args.going_out)?);
    let feeds = args.feeds.sync_feeds.then(in_rhythm).transpose()?;
    let scheme = if opening.is_secure() { "https" } else { "http" };
    let name = opening.hosts.first().cloned();
    let listening = |address: std::net::SocketAddr| {
        let origin = match name {
            Some(name) => format!("{scheme}://{name}"),
            None => format!("{scheme}://{address}"),
        };
        session.say(&text!("proofmark-serving", origin = &origin));
        greet(&origin);
    };
    let served = open_window(house, &opening, ROUTES, listening);
    drop(feeds);
    worker.stop();
    served.map_err(|ServeError { says }| ActionError::Hindered(says))?;
    Ok(Exit::Yes)
}

/// The link that makes the first administrator, as long as there is nobody.
fn first_link(store: &mut Store, session: &Session) -> Result<Option<String>, ActionError> {
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|error| {
        ActionError::Hindered(text!("proofmark-no-randomness", error = error.to_string()))
    })?;
    let link = make_set_up_link(store, session.now, random)?;
    Ok(link.map(|link| link.to_text().reveal().to_owned()))
}

fn opening(args: &ServeArgs) -> Opening {
    let tls = |certificate: &PathBuf, key: &PathBuf| TlsFiles {
        certificate: certificate.clone(),
        key: key.clone(),
    };
    Opening {
        listen: args.listen,
        tls: args.tls_cert.as_ref().zip(args.tls_key.as_ref()).map(|(cert, key)| tls(cert, key)),
        behind_tls_proxy: args.behind_tls_proxy,
        hosts: args.hosts.clone(),
        trusted_proxies: args.trusted_proxies.clone(),
        requests_a_minute: args.requests_a_minute,
        room: Room::of(u64::from(args.work_memory) << 20),
        patience: Opening::PATIENCE,
        open_ledger: args.open_ledger,
    }
}
