//! The server: listens, speaks TLS where it is told to, and ends when it is asked to without dropping anybody.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum_server::Handle;
use axum_server::accept::DefaultAcceptor;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use hyper_util::rt::TokioTimer;
use proofmark_text::{Text, text};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::connection::Limited;
use super::router::router;
use crate::house::House;
use crate::options::{Opening, TlsFiles};
use crate::routes::Register;

/// A head must be there by then: whoever sends a letter a minute is not waited for.
const HEAD: Duration = Duration::from_secs(10);

/// A TLS handshake must be done by then.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// The most headers, and the most bytes of them.
const MOST_HEADERS: usize = 64;
const LARGEST_HEAD: usize = 32 * 1024;

/// Connections at once.
const MOST_CONNECTIONS: usize = 1024;

/// How long requests at work may still take once the end was asked for.
const FAREWELL: Duration = Duration::from_secs(20);

/// How often certificate and key are looked at.
const LOOK_AT_CERTIFICATE: Duration = Duration::from_secs(10);

/// Why the window could not be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct ServeError {
    /// What is wrong.
    pub says: Text,
}

/// Listens and answers until it is asked to end. `listening` is told the address once there is one.
pub fn serve(
    house: Arc<dyn House>,
    opening: &Opening,
    routes: Register,
    listening: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    if opening.is_exposed() {
        let address = opening.listen.to_string();
        return Err(ServeError { says: text!("web-exposed", address = address) });
    }
    let cannot = |error: &std::io::Error| {
        let address = opening.listen.to_string();
        ServeError { says: text!("web-cannot-listen", address = address, error = error.to_string()) }
    };
    let listener = TcpListener::bind(opening.listen).map_err(|error| cannot(&error))?;
    listener.set_nonblocking(true).map_err(|error| cannot(&error))?;
    let address = listener.local_addr().map_err(|error| cannot(&error))?;
    let tls = opening.tls.as_ref().map(configuration).transpose()?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| cannot(&error))?;
    listening(address);
    let done = runtime.block_on(listen(listener, house, opening.clone(), routes, tls));
    // A handler that still works is not waited for any longer than it was promised.
    runtime.shutdown_timeout(Duration::from_secs(1));
    done.map_err(|error| cannot(&error))
}

async fn listen(
    listener: TcpListener,
    house: Arc<dyn House>,
    opening: Opening,
    routes: Register,
    tls: Option<Arc<ServerConfig>>,
) -> std::io::Result<()> {
    let handle = Handle::new();
    tokio::spawn(end_when_asked(handle.clone()));
    let files = opening.tls.clone();
    let service = router(house, opening, routes).into_make_service_with_connect_info::<SocketAddr>();
    let mut server = axum_server::from_tcp(listener)?.http1_only().handle(handle);
    // HTTP/1.1 alone: its heads have a time limit from the first byte on, and nothing here needs more.
    server
        .http_builder()
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_headers(MOST_HEADERS)
        .max_buf_size(LARGEST_HEAD)
        .keep_alive(true);
    match (tls, files) {
        (Some(tls), Some(files)) => {
            let config = RustlsConfig::from_config(tls);
            tokio::spawn(renew(config.clone(), files));
            let acceptor = RustlsAcceptor::new(config).handshake_timeout(HANDSHAKE);
            server.acceptor(Limited::new(acceptor, MOST_CONNECTIONS)).serve(service).await
        }
        _ => server.acceptor(Limited::new(DefaultAcceptor::new(), MOST_CONNECTIONS)).serve(service).await,
    }
}

/// Waits for the signal that asks a program to end.
async fn end_when_asked(handle: Handle<SocketAddr>) {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => {
                tokio::select! {
                    _ = interrupted => {}
                    _ = terminated.recv() => {}
                }
            }
            Err(_) => drop(interrupted.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
    handle.graceful_shutdown(Some(FAREWELL));
}

/// Reads certificate and key.
fn configuration(files: &TlsFiles) -> Result<Arc<ServerConfig>, ServeError> {
    let unreadable = |path: &Path, error: &dyn std::fmt::Display| {
        let path = path.display().to_string();
        ServeError { says: text!("web-tls-unreadable", path = path, error = error.to_string()) }
    };
    let chain = CertificateDer::pem_file_iter(&files.certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| unreadable(&files.certificate, &error))?;
    let key = PrivateKeyDer::from_pem_file(&files.key).map_err(|error| unreadable(&files.key, &error))?;
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key));
    let mut config = config.map_err(|error| unreadable(&files.certificate, &error))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Takes a new certificate into use when the files change; one that cannot be read leaves the old one in place.
async fn renew(config: RustlsConfig, files: TlsFiles) {
    let mut known = changed_at(&files);
    loop {
        tokio::time::sleep(LOOK_AT_CERTIFICATE).await;
        let found = changed_at(&files);
        if found == known {
            continue;
        }
        match configuration(&files) {
            Ok(new) => {
                config.reload_from_config(new);
                tracing::info!("a new certificate is in use");
                known = found;
            }
            // Certificate and key are rarely written at the same moment: it is tried again.
            Err(error) => tracing::warn!("the new certificate is not used: {}", error.says),
        }
    }
}

fn changed_at(files: &TlsFiles) -> [Option<SystemTime>; 2] {
    [&files.certificate, &files.key].map(|path| fs::metadata(path).and_then(|about| about.modified()).ok())
}
