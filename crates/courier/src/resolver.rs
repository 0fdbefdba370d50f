//! From a name to addresses an errand may go to: the address that was checked is the one that is connected to.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::network::{AllowedNetworks, Barred};

/// Finds the addresses of a name.
pub trait Lookup: Send + Sync {
    /// All addresses of this name; it may block.
    fn addresses(&self, name: &str) -> io::Result<Vec<IpAddr>>;
}

/// The machine's own way to resolve names.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemLookup;

impl Lookup for SystemLookup {
    fn addresses(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        Ok((name, 0).to_socket_addrs()?.map(|address| address.ip()).collect())
    }
}

/// A name that leads where an errand may not go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BarredName {
    /// The name.
    pub(crate) name: String,
    /// Why one of its addresses is barred.
    pub(crate) why: Barred,
}

impl fmt::Display for BarredName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` leads where no errand may go", self.name)
    }
}

impl std::error::Error for BarredName {}

/// Resolves names and refuses those with a barred address.
#[derive(Clone)]
pub(crate) struct CheckedResolver {
    /// Who is asked.
    pub(crate) lookup: Arc<dyn Lookup>,
    /// Which networks beside the public ones are free.
    pub(crate) allowed: Arc<AllowedNetworks>,
    /// The proxy's name, which whoever runs the installation chose: it may be anywhere.
    pub(crate) proxy: Option<String>,
}

impl CheckedResolver {
    /// The addresses of a name, none of them barred.
    ///
    /// A name with one barred address among free ones is refused as a whole: no honest name has such.
    pub(crate) fn resolve_now(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        let found = self.lookup.addresses(name)?;
        if self.proxy.as_deref().is_some_and(|proxy| proxy.eq_ignore_ascii_case(name)) {
            return Ok(found);
        }
        match found.iter().find_map(|address| self.allowed.bars(*address)) {
            Some(why) => Err(io::Error::other(BarredName { name: name.to_owned(), why })),
            None if found.is_empty() => Err(io::Error::from(io::ErrorKind::NotFound)),
            None => Ok(found),
        }
    }
}

impl Resolve for CheckedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let resolver = self.clone();
        Box::pin(async move {
            // The system's resolver blocks; a name server that does not answer must hold up nobody else.
            let found = tokio::task::spawn_blocking(move || resolver.resolve_now(name.as_str())).await??;
            let found = found.into_iter().map(|address| SocketAddr::new(address, 0));
            Ok(Box::new(found) as Addrs)
        })
    }
}
