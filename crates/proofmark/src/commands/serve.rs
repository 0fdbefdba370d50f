//! `proofmark serve`: opens the window over the home's store, and keeps it open until it is asked to end.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use proofmark_actions::ActionError;
use proofmark_actions::people::make_set_up_link;
use proofmark_courier::{AllowedNetworks, Courier, Outfit};
use proofmark_store::{Store, StorePool};
use proofmark_text::text;
use proofmark_web::{House, Opening, ROUTES, ServeError, TlsFiles, serve as open_window};

use crate::exit::Exit;
use crate::log::{log_faults, write_log};
use crate::serve_args::{LogFormat, ServeArgs};
use crate::served_house::ServedHouse;
use crate::session::{Session, WITH, insist, uuid};
use crate::spare_memory::share_free_memory;
use crate::worker::{KeyBox, Outside, Worker, WorkerOptions};
use crate::write::hindered;

/// Serves until it is asked to end.
pub(crate) fn serve(args: &ServeArgs, session: &Session) -> Result<Exit, ActionError> {
    let home = session.home()?;
    home.make()?;
    write_log(args.log == LogFormat::Json);
    share_free_memory();
    log_faults();
    let place = home.place()?;
    // Opened once before anybody asks: what is wrong with the store is said now, and it is migrated once.
    let mut store = Store::connect(&place)?;
    let link = first_link(&mut store, session)?;
    drop(store);
    let signer = home.signer()?;
    let strongbox = Arc::new(KeyBox::of(&signer));
    let pool = StorePool::new(place, usize::from(args.stores));
    let house = Arc::new(ServedHouse::new(pool, signer, home.vulnerability_database()));
    let node: String = uuid()?.iter().fold(String::new(), |id, byte| id + &format!("{byte:02x}"));
    let options = WorkerOptions { node, threads: usize::from(args.workers) };
    let house_at_work: Arc<dyn House> = Arc::<ServedHouse>::clone(&house);
    let worker = Worker::start(house_at_work, Arc::new(outside(args)?), strongbox, &options)?;
    let opening = opening(args);
    let scheme = if opening.is_secure() { "https" } else { "http" };
    let name = opening.hosts.first().cloned();
    let listening = |address: std::net::SocketAddr| {
        let origin = match name {
            Some(name) => format!("{scheme}://{name}"),
            None => format!("{scheme}://{address}"),
        };
        session.say(&text!("proofmark-serving", origin = &origin));
        if let Some(secret) = &link {
            // Said even where talk is unwanted: without it nobody ever comes in.
            insist(&text!("proofmark-set-up-link", link = format!("{origin}/set-up/{secret}")));
        }
    };
    let served = open_window(house, &opening, ROUTES, listening);
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

/// Who carries things outside. Where it cannot be made ready, serving goes on and each errand says why it did not go.
fn outside(args: &ServeArgs) -> Result<Outside, ActionError> {
    let mut outfit = Outfit::plain(&WITH.replace(' ', "/"));
    outfit.allowed = AllowedNetworks(args.allowed_networks.clone());
    outfit.proxy.clone_from(&args.proxy);
    if let Some(path) = &args.authorities {
        outfit.authorities = Some(fs::read(path).map_err(|error| hindered(path, &error))?);
    }
    Ok(match Courier::new(&outfit) {
        Ok(courier) => Outside::with(Arc::new(courier)),
        Err(error) => Outside::nobody(error.says),
    })
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
        open_ledger: args.open_ledger,
    }
}
