//! The courier: runs errands over HTTP, within their limits, and only where they may go.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use proofmark_text::{Text, text};
use reqwest::header::{
    CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    IF_RANGE, LAST_MODIFIED, LOCATION, RANGE, RETRY_AFTER,
};
use reqwest::{Certificate, Client, ClientBuilder, Method, Proxy, Response, Url};
use tokio::runtime::Runtime;

use crate::destination::{Destination, barred};
use crate::direct_hosts::DirectHosts;
use crate::errand::{Answer, Errand, Load, Seen};
use crate::network::AllowedNetworks;
use crate::receive::{Handed, Receive};
use crate::resolver::{BarredName, CheckedResolver, Lookup, SystemLookup};
use crate::retry_after::RetryAfter;
use crate::trouble::CourierError;

/// The most time to reach a server, of the errand's whole.
const CONNECT_TIME: Duration = Duration::from_secs(10);

/// The most time a server may say nothing in the midst of an answer.
const SILENCE: Duration = Duration::from_mins(1);

/// The most headers of an answer.
const MOST_HEADERS: usize = 100;

/// What a courier is sent out with.
#[derive(Clone)]
pub struct Outfit {
    /// Networks that are not public and yet free.
    pub allowed: AllowedNetworks,
    /// The proxy every errand goes through; `None`: directly. The environment's variables are not looked at here.
    pub proxy: Option<String>,
    /// Hosts that are reached directly although there is a proxy.
    pub direct: DirectHosts,
    /// Certificates (PEM) of authorities that are trusted besides the system's.
    pub authorities: Option<Vec<u8>>,
    /// The name we go by: `proofmark/1.2.3`.
    pub agent: String,
    /// Who resolves names.
    pub lookup: Arc<dyn Lookup>,
}

impl Outfit {
    /// The plain outfit: public addresses only, no proxy, the system's authorities and resolver.
    pub fn plain(agent: &str) -> Self {
        Self {
            allowed: AllowedNetworks::default(),
            proxy: None,
            direct: DirectHosts::default(),
            authorities: None,
            agent: agent.to_owned(),
            lookup: Arc::new(SystemLookup),
        }
    }
}

/// Runs errands. It may be shared by threads; its methods block, so an asynchronous caller hands them to a thread
/// that may.
pub struct Courier {
    client: Client,
    /// For hosts that are reached directly although there is a proxy; `None` where there is none.
    beside_proxy: Option<Client>,
    direct: DirectHosts,
    resolver: CheckedResolver,
    authorities: Option<Vec<u8>>,
    runtime: Option<Runtime>,
}

impl Courier {
    /// A courier with this outfit.
    ///
    /// Behind a proxy it is the proxy that resolves and connects: there the guard against the house's own networks
    /// is the proxy's, and here only addresses and names that give themselves away are refused.
    pub fn new(outfit: &Outfit) -> Result<Self, CourierError> {
        let proxy_name = outfit.proxy.as_deref().map(proxy_name).transpose()?;
        let resolver = CheckedResolver {
            lookup: Arc::clone(&outfit.lookup),
            allowed: Arc::new(outfit.allowed.clone()),
            proxy: proxy_name,
        };
        // Past the proxy nothing is the proxy's to guard, not even its own name.
        let plain = client_builder(outfit, &CheckedResolver { proxy: None, ..resolver.clone() })?;
        let (client, beside_proxy) = match &outfit.proxy {
            Some(proxy) => {
                let through =
                    client_builder(outfit, &resolver)?.proxy(Proxy::all(proxy).map_err(|_| bad_proxy())?);
                (through, Some(plain))
            }
            None => (plain, None),
        };
        let built = |builder: ClientBuilder| builder.build().map_err(|error| unready(&innermost(&error)));
        let (client, beside_proxy) = (built(client)?, beside_proxy.map(built).transpose()?);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("courier")
            .enable_all()
            .build()
            .map_err(|error| unready(&error.to_string()))?;
        Ok(Self {
            client,
            beside_proxy,
            direct: outfit.direct.clone(),
            resolver,
            authorities: outfit.authorities.clone(),
            runtime: Some(runtime),
        })
    }

    /// Runs an errand and gives the whole answer, whatever its status.
    pub fn carry(&self, errand: &Errand) -> Result<Answer, CourierError> {
        let mut body = Vec::new();
        let mut answer = self.carry_into(errand, &mut |piece| {
            body.extend_from_slice(piece);
            Ok(())
        })?;
        answer.body = body;
        Ok(answer)
    }

    /// Runs an errand and hands the body on piece by piece, for what is too large to hold.
    ///
    /// What was handed on before an error is not the whole: throw it away.
    pub fn carry_into(
        &self,
        errand: &Errand,
        take: &mut dyn FnMut(&[u8]) -> io::Result<()>,
    ) -> Result<Answer, CourierError> {
        self.carry_to(errand, &mut Handed(take))
    }

    /// Runs an errand for somebody who looks at the head of the answer before its body.
    pub(crate) fn carry_to(
        &self,
        errand: &Errand,
        receiver: &mut dyn Receive,
    ) -> Result<Answer, CourierError> {
        let there = self.check(&errand.url)?;
        let origin = there.origin();
        let seconds = errand.limits.time.as_secs();
        self.runtime()
            .block_on(async {
                tokio::time::timeout(errand.limits.time, self.run(errand, there, receiver)).await
            })
            .unwrap_or_else(|_| {
                Err(CourierError::hindered(text!("courier-slow", origin = origin, seconds = seconds)))
            })
    }

    /// Whether an errand may be sent to this URL, as far as can be said before its name is resolved.
    pub fn check(&self, url: &str) -> Result<Destination, CourierError> {
        let there = Destination::parse(url)?;
        there.check_literal(&self.resolver.allowed)?;
        if self.beside_proxy.is_some() && !self.direct.holds(&there.host()) {
            there.check_name()?;
        }
        Ok(there)
    }

    /// The client that goes there: past the proxy for a host that is reached directly.
    fn client(&self, there: &Destination) -> &Client {
        let past = self.beside_proxy.as_ref().filter(|_| self.direct.holds(&there.host()));
        past.unwrap_or(&self.client)
    }

    pub(crate) fn resolver(&self) -> &CheckedResolver {
        &self.resolver
    }

    pub(crate) fn authorities(&self) -> Option<&[u8]> {
        self.authorities.as_deref()
    }

    /// Lets something that blocks run for so long at most; `None`: it took longer, and is left to itself.
    pub(crate) fn within<T: Send + 'static>(
        &self,
        time: Duration,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let runtime = self.runtime();
        let done = runtime.spawn_blocking(work);
        runtime.block_on(async { tokio::time::timeout(time, done).await.ok()?.ok() })
    }

    fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("the runtime is there until the courier is dropped")
    }

    /// Follows redirects, each held against the same rules, and reads the last answer.
    async fn run(
        &self,
        errand: &Errand,
        start: Destination,
        receiver: &mut dyn Receive,
    ) -> Result<Answer, CourierError> {
        let headers = headers(errand)?;
        let mut there = start.clone();
        for _ in 0..=errand.limits.redirects {
            let mut request = self.client(&there).request(errand.method.clone(), there.url().clone());
            // Headers may hold tokens: they are for the server that was named, not for whom it names.
            let is_named = there.origin() == start.origin();
            request = request.headers(if is_named { headers.clone() } else { conditions(&headers) });
            if errand.body.length() > 0 {
                request = loaded(request, &errand.body).await?;
            }
            let response = request.send().await.map_err(|error| trouble(&error, &there.origin()))?;
            let location = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
            let redirects = matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308);
            match location
                .filter(|_| redirects && errand.method == Method::GET && errand.limits.redirects > 0)
            {
                Some(location) => {
                    there = there.redirected(location)?;
                    self.check(there.url().as_str())?;
                }
                None => return read(response, errand, &there.origin(), receiver).await,
            }
        }
        Err(CourierError::broken(text!(
            "courier-redirects",
            origin = start.origin(),
            most = errand.limits.redirects
        )))
    }
}

/// The request with what it carries. A file is opened anew for every try.
async fn loaded(
    request: reqwest::RequestBuilder,
    load: &Load,
) -> Result<reqwest::RequestBuilder, CourierError> {
    Ok(match load {
        Load::Bytes(bytes) => request.body(bytes.clone()),
        Load::File { path, length } => {
            let unread = |error: io::Error| {
                CourierError::hindered(text!("courier-not-read", error = error.to_string()))
            };
            let file = tokio::fs::File::open(path).await.map_err(unread)?;
            // Said beforehand, so that a receiver can refuse what is too large before it is sent.
            request.header(CONTENT_LENGTH, *length).body(file)
        }
    })
}

/// A runtime must not be waited for by a thread that serves another one.
impl Drop for Courier {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl fmt::Debug for Courier {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Courier").field("allowed", &self.resolver.allowed).finish_non_exhaustive()
    }
}

/// Reads an answer to its end or its limit.
async fn read(
    mut response: Response,
    errand: &Errand,
    origin: &str,
    receiver: &mut dyn Receive,
) -> Result<Answer, CourierError> {
    let most = errand.limits.bytes;
    let too_large = || CourierError::broken(text!("courier-too-large", origin = origin, bytes = most));
    if !errand.excerpt && response.content_length().is_some_and(|bytes| bytes > most) {
        return Err(too_large());
    }
    let said = |name: HeaderName| response.headers().get(name).and_then(|value| value.to_str().ok());
    let answer = Answer {
        status: response.status().as_u16(),
        content_type: said(CONTENT_TYPE).map(str::to_owned),
        seen: Seen {
            etag: said(ETAG).map(str::to_owned),
            last_modified: said(LAST_MODIFIED).map(str::to_owned),
        },
        retry_after: said(RETRY_AFTER).and_then(RetryAfter::parse),
        origin: origin.to_owned(),
        body: Vec::new(),
    };
    let not_kept =
        |error: io::Error| CourierError::hindered(text!("courier-not-kept", error = error.to_string()));
    if !receiver.begin(&answer, response.headers()).map_err(not_kept)? {
        return Ok(answer);
    }
    let mut left = most;
    while let Some(piece) = next_piece(&mut response, origin).await? {
        let taken = usize::try_from(left).map_or(piece.len(), |left| piece.len().min(left));
        receiver.take(&piece[..taken]).map_err(not_kept)?;
        if taken < piece.len() {
            return if errand.excerpt { Ok(answer) } else { Err(too_large()) };
        }
        left -= taken as u64;
    }
    Ok(answer)
}

/// The next piece of the body; a server that falls silent is slow, however much time the errand has left.
async fn next_piece(
    response: &mut Response,
    origin: &str,
) -> Result<Option<impl std::ops::Deref<Target = [u8]>>, CourierError> {
    match tokio::time::timeout(SILENCE, response.chunk()).await {
        Ok(piece) => piece.map_err(|error| trouble(&error, origin)),
        Err(_) => {
            Err(CourierError::hindered(text!("courier-slow", origin = origin, seconds = SILENCE.as_secs())))
        }
    }
}

/// What every client of a courier is like.
fn client_builder(outfit: &Outfit, resolver: &CheckedResolver) -> Result<ClientBuilder, CourierError> {
    let builder = Client::builder()
        .user_agent(&outfit.agent)
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(CONNECT_TIME)
        .http1_max_headers(MOST_HEADERS)
        // Errands are few and far between: a connection kept open would outlive the check of its address.
        .pool_max_idle_per_host(0)
        .dns_resolver(Arc::new(resolver.clone()));
    let Some(pem) = &outfit.authorities else { return Ok(builder) };
    let authorities = Certificate::from_pem_bundle(pem).map_err(|_| bad_authorities())?;
    if authorities.is_empty() {
        return Err(bad_authorities());
    }
    Ok(builder.tls_certs_merge(authorities))
}

/// The headers, if each is one: nothing that ends a line gets into a request.
fn headers(errand: &Errand) -> Result<HeaderMap, CourierError> {
    let mut map = HeaderMap::new();
    for (name, value) in &errand.headers {
        let unfit = || CourierError::barred(text!("courier-header", header = name));
        let header: HeaderName = name.parse().map_err(|_| unfit())?;
        let mut value = HeaderValue::from_str(value).map_err(|_| unfit())?;
        value.set_sensitive(true);
        map.append(header, value);
    }
    Ok(map)
}

/// Of these headers those that only say which part of a file is wanted, or since when: they hold no secret, and who keeps
/// the file on another host than the one that was named must know them, or sends all of it again.
fn conditions(headers: &HeaderMap) -> HeaderMap {
    const TOLD: [HeaderName; 4] = [IF_NONE_MATCH, IF_MODIFIED_SINCE, IF_RANGE, RANGE];
    let held = TOLD.into_iter().filter_map(|name| Some((headers.get(&name)?.clone(), name)));
    held.map(|(value, name)| (name, value)).collect()
}

/// Which trouble an error of the client's is. Its own words are left out where they repeat the URL.
fn trouble(error: &reqwest::Error, origin: &str) -> CourierError {
    if let Some(found) = cause::<BarredName>(error) {
        return barred(&found.name, found.why.says());
    }
    let inner = innermost(error);
    let secure = origin.starts_with("https:");
    if error.is_timeout() {
        return CourierError::hindered(text!(
            "courier-slow",
            origin = origin,
            seconds = CONNECT_TIME.as_secs()
        ));
    }
    if error.is_connect() {
        // A bad certificate is not a passing fault, and it must be told apart from a server that is down.
        return if secure && inner.contains("certificate") {
            CourierError::broken(text!("courier-certificate", origin = origin, error = inner))
        } else {
            CourierError::hindered(text!("courier-unreachable", origin = origin, error = inner))
        };
    }
    CourierError::broken(text!("courier-cut-off", origin = origin, error = inner))
}

/// The first error of this type down the chain of causes, those inside an [`io::Error`] too.
fn cause<'e, T: std::error::Error + 'static>(error: &'e (dyn std::error::Error + 'static)) -> Option<&'e T> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref::<T>() {
            return Some(found);
        }
        let inside = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        if let Some(found) = inside.and_then(|inside| inside.downcast_ref::<T>()) {
            return Some(found);
        }
        next = error.source();
    }
    None
}

/// The words of the innermost cause: the outer ones repeat the URL, which may hold secrets.
fn innermost(error: &(dyn std::error::Error + 'static)) -> String {
    let mut last = error;
    while let Some(next) = last.source() {
        last = next;
    }
    if last.downcast_ref::<reqwest::Error>().is_some() {
        "no reason given".to_owned()
    } else {
        last.to_string()
    }
}

/// The host of a proxy's URL. It may hold credentials, which only the proxy gets to see.
fn proxy_name(written: &str) -> Result<String, CourierError> {
    let url: Url = written.parse().map_err(|_| bad_proxy())?;
    let fit = matches!(url.scheme(), "http" | "https");
    url.host_str().filter(|_| fit).map(str::to_owned).ok_or_else(bad_proxy)
}

fn bad_proxy() -> CourierError {
    CourierError::barred(text!("courier-proxy"))
}

fn bad_authorities() -> CourierError {
    CourierError::barred(text!("courier-authorities"))
}

fn unready(error: &str) -> CourierError {
    let says: Text = text!("courier-unready", error = error);
    CourierError::hindered(says)
}
