//! TLS to a database: the server's certificate and its name are always verified.

use std::path::Path;
use std::sync::Arc;

use proofmark_facts::KeepError;
use proofmark_text::text;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error;

/// How a connection is encrypted: trusting the certificates of this file, or else the system's.
pub(crate) fn encryption(trusted: Option<&Path>) -> Result<MakeRustlsConnect, KeepError> {
    let roots = match trusted {
        Some(path) => of_file(path)?,
        None => of_the_system()?,
    };
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| untrusted(&e.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

fn of_file(path: &Path) -> Result<RootCertStore, KeepError> {
    let unreadable = |e: &dyn std::fmt::Display| untrusted(&format!("`{}`: {e}", path.display()));
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).map_err(|e| unreadable(&e))? {
        let certificate = certificate.map_err(|e| unreadable(&e))?;
        roots.add(certificate).map_err(|e| unreadable(&e))?;
    }
    if roots.is_empty() { Err(unreadable(&"no certificate in it")) } else { Ok(roots) }
}

fn of_the_system() -> Result<RootCertStore, KeepError> {
    let found = rustls_native_certs::load_native_certs();
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(found.certs);
    if roots.is_empty() { Err(untrusted("this system trusts nobody")) } else { Ok(roots) }
}

fn untrusted(why: &str) -> KeepError {
    error::hindrance(text!("store-tls", error = why))
}
