//! The router: every route of the register behind the same frame.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, DefaultBodyLimit, RawPathParams, Request};
use axum::http::Response;
use axum::routing::{MethodFilter, MethodRouter, on};
use proofmark_access::Secret;
use proofmark_facts::PurgeableRecord;
use proofmark_text::text;
use tokio::sync::Semaphore;

use super::above::above;
use super::body::{fields, take};
use super::head::Head;
use super::host::host_is_ours;
use super::identity::{Known, Workloads, who};
use super::letting_go::let_go_in_time;
use super::once::{InTheWorks, Once};
use super::origin::{own_form, same_site};
use super::rates::{Bucketed, Pace, Rates};
use super::render::Rendering;
use super::shared::Frame;
use super::turns::Question;
use super::wall::{passes, sign_in_first};
use crate::answer::Answer;
use crate::call::Asked;
use crate::cookie::{CookieName, SetCookie};
use crate::house::House;
use crate::known_names::KnownNames;
use crate::look::Reader;
use crate::memory::Memory;
use crate::openapi::openapi;
use crate::options::Opening;
use crate::pages::reader_refused;
use crate::refusal::Refusal;
use crate::route::{Kind, Method, Route, Wall};
use crate::routes::Register;
use crate::taken::{Fields, Taken};
use crate::visitor::Visitor;

/// How many handlers work at once; the others wait.
const AT_WORK: usize = 64;

/// The longest path and query.
const LONGEST_PATH: usize = 8 * 1024;

/// How many bytes of assessments that were looked at are remembered.
const REMEMBERED: usize = 24 * 1024 * 1024;

/// The router over these routes.
pub fn router(house: Arc<dyn House>, opening: Opening, routes: Register) -> Router {
    let mut drawn = [0; 4];
    // Only logs tell runs apart by it.
    let _ = house.draw(&mut drawn);
    let frame = Arc::new(Frame {
        description: openapi(routes, house.program()),
        known_names: KnownNames::of(routes),
        rates: Rates::new(opening.requests_a_minute),
        memory: Memory::of(REMEMBERED),
        room: Arc::clone(&opening.room),
        at_work: Semaphore::new(AT_WORK),
        in_the_works: InTheWorks::default(),
        run: u32::from_be_bytes(drawn),
        requests: AtomicU64::new(0),
        routes,
        house,
        opening,
    });
    let_go_in_time(&frame);
    let mut table = Router::new();
    for path in paths(routes) {
        let methods = routes.iter().filter(|route| route.path == path);
        let methods = methods.fold(MethodRouter::new(), |methods, route| {
            let frame = Arc::clone(&frame);
            methods.merge(on(filter(route.method), move |names, peer, request| {
                answer(frame, Ok(route), peer, names, request)
            }))
        });
        table = table.route(path, methods);
    }
    let nowhere = Arc::clone(&frame);
    let other_method = Arc::clone(&frame);
    table
        .fallback(move |names, peer, request| answer(nowhere, Err(404), peer, names, request))
        .method_not_allowed_fallback(move |names, peer, request| {
            answer(other_method, Err(405), peer, names, request)
        })
        // The frame counts the bytes itself, by route.
        .layer(DefaultBodyLimit::disable())
}

/// Every path once, in the register's order.
fn paths(routes: Register) -> Vec<&'static str> {
    let mut paths: Vec<&'static str> = Vec::new();
    for route in routes.iter() {
        if !paths.contains(&route.path) {
            paths.push(route.path);
        }
    }
    paths
}

fn filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Delete => MethodFilter::DELETE,
    }
}

type Names = Result<RawPathParams, axum::extract::rejection::RawPathParamsRejection>;

/// What is learnt of a request on its way, whether it is refused or not.
#[derive(Default)]
struct Learnt {
    /// Who asked.
    who: String,
    /// The session's new cookie, where its secret changed.
    fresh: Option<SetCookie>,
    /// The same visitor, as whoever reads a refusal.
    visitor: Option<Arc<Visitor>>,
}

async fn answer(
    frame: Arc<Frame>,
    found: Result<&'static Route, u16>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    names: Names,
    request: Request,
) -> Response<Body> {
    let started = Instant::now();
    let head = Arc::new(Head::read(request.uri(), request.headers(), peer, &frame.opening));
    let id = format!("{:08x}-{:x}", frame.run, frame.requests.fetch_add(1, Ordering::Relaxed));
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let mut rendering = Rendering {
        head: &head,
        kind: found.ok().map(|route| route.kind),
        request: &id,
        demonstration: frame.house.is_demonstration(),
        secure: frame.opening.is_secure(),
        above: above(&path, request.method() != axum::http::Method::GET, frame.routes),
        pace: None,
    };
    let mut learnt = Learnt::default();
    let in_path = names.iter().flat_map(RawPathParams::iter).find(|(name, _)| *name == "operator");
    let operator = in_path.map(|(_, value)| value.to_owned()).unwrap_or_default();
    let paced = frame.pace(&head, found.ok(), started, &mut rendering.pace);
    let outcome = match paced.and_then(|()| frame.asked(&head, &id, names, &request)) {
        Err(refusal) => Err(refusal),
        Ok(asked) => match found {
            Err(405) => Err(Refusal::new(405, text!("web-not-this-way", method = method.as_str()))),
            Err(_) => Err(Refusal::new(404, text!("web-not-found"))),
            Ok(route) => Arc::clone(&frame).serve(route, &head, asked, request, &mut learnt).await,
        },
    };
    let code = outcome.as_ref().err().map_or("-", |refusal| refusal.says.id());
    let response = frame.response(outcome, &rendering, &mut learnt, &operator).await;
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    // The path alone: a query may hold what is nobody else's business. Where secrets stand in it, not even that.
    let hidden = found.ok().filter(|route| route.wall == Wall::Guessable);
    let path = hidden.map_or(path.as_str(), |route| route.path);
    let (route, who) = (found.map_or("-", |route| route.name), learnt.who);
    let from = head.address.unwrap_or(peer.ip());
    tracing::info!(request = %id, %method, path, route, status, ms, who, %from, code, "request");
    response
}

impl Frame {
    /// Takes one out of the asker's bucket.
    fn pace(
        &self,
        head: &Head,
        route: Option<&Route>,
        now: Instant,
        shown: &mut Option<Pace>,
    ) -> Result<(), Refusal> {
        let Some(address) = head.address else { return Ok(()) };
        let mut whose = vec![match &head.token {
            Some(token) => Bucketed::token(token.reveal()),
            None => Bucketed::address(address),
        }];
        // Unknown tokens are guesses too: they are counted by the address they come from.
        let guessable = route.is_some_and(|route| route.wall == Wall::Guessable && !route.method.is_safe());
        if head.token.is_some() {
            whose.insert(0, Bucketed::address(address));
        }
        if guessable {
            whose.push(Bucketed::guesses(address));
        }
        for one in whose {
            let pace = self.rates.take(one, now);
            *shown = Some(pace);
            if let Some(seconds) = pace.wait {
                return Err(Refusal::new(429, text!("web-too-often", seconds = seconds)).again_after(seconds));
            }
        }
        Ok(())
    }

    /// What is sent: an answer as it is, a refusal as whoever asked reads it.
    async fn response(
        self: &Arc<Self>,
        outcome: Result<Answer, Refusal>,
        rendering: &Rendering<'_>,
        learnt: &mut Learnt,
        operator: &str,
    ) -> Response<Body> {
        let fresh = learnt.fresh.take();
        match outcome {
            // A handler that signs in or out has its own say.
            Ok(answer) if answer.cookies.iter().any(|cookie| cookie.name == CookieName::Session) => {
                rendering.answer(answer)
            }
            Ok(mut answer) => {
                answer.cookies.extend(fresh);
                rendering.answer(answer)
            }
            Err(refusal) => {
                if refusal.status >= 500 {
                    tracing::error!(request = %rendering.request, code = refusal.says.id(), "{}", refusal.says);
                }
                let reader = if rendering.is_for_a_page() && refusal.instead.is_none() {
                    self.reader(&refusal, rendering.head, learnt.visitor.take(), operator).await
                } else {
                    None
                };
                rendering.refusal(&refusal, reader.as_ref(), fresh.as_ref())
            }
        }
    }

    /// Whoever reads a refusal, if they are signed in: they keep their navigation. Nothing more is asked of a store for
    /// those who ask too often, or while it has no time.
    async fn reader(
        self: &Arc<Self>,
        refusal: &Refusal,
        head: &Arc<Head>,
        known: Option<Arc<Visitor>>,
        operator: &str,
    ) -> Option<Reader> {
        if matches!(refusal.status, 429 | 503) || head.session.is_none() {
            return None;
        }
        let (head, house, operator) = (Arc::clone(head), Arc::clone(&self.house), operator.to_owned());
        let asking = move |_: &Self, store: &mut dyn PurgeableRecord| {
            let visitor = match known {
                Some(visitor) => visitor,
                None => Arc::new(who(house.as_ref(), store, &head, &Workloads::None, false)?.visitor),
            };
            Ok(reader_refused(house.as_ref(), store, &visitor, head.taste, &operator))
        };
        let reader = Arc::clone(self).with_store(asking).await.ok()?;
        reader.name.is_some().then_some(reader)
    }

    /// What was asked, once it is clear that it is us who are asked.
    fn asked(&self, head: &Head, id: &str, names: Names, request: &Request) -> Result<Asked, Refusal> {
        host_is_ours(head.host.as_deref(), &self.opening)?;
        let uri = request.uri();
        let bad_path = || Refusal::new(400, text!("web-bad-path"));
        if uri.path().len() + uri.query().map_or(0, str::len) > LONGEST_PATH {
            return Err(Refusal::new(414, text!("web-bad-path")));
        }
        let names = names.map_err(|_| bad_path())?;
        let names: Vec<(String, String)> =
            names.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        if names.iter().any(|(_, value)| value.chars().any(char::is_control)) {
            return Err(bad_path());
        }
        let scheme = if self.opening.is_secure() { "https" } else { "http" };
        Ok(Asked {
            names: Fields(names),
            query: fields(uri.query().unwrap_or_default().as_bytes())?,
            path: uri.path().to_owned(),
            query_text: uri.query().unwrap_or_default().to_owned(),
            if_match: head.if_match.clone(),
            sent: head.sent.clone(),
            address: head.address.map(|address| address.to_string()).unwrap_or_default(),
            origin: format!("{scheme}://{}", head.host.as_deref().unwrap_or_default()),
            request: id.to_owned(),
        })
    }

    /// Who asks; whether they may; what they send; then the handler.
    async fn serve(
        self: Arc<Self>,
        route: &'static Route,
        head: &Arc<Head>,
        asked: Asked,
        request: Request,
        learnt: &mut Learnt,
    ) -> Result<Answer, Refusal> {
        let known = head.session.is_some() || head.token.is_some();
        let Known { visitor, rotated } = if known {
            let (head, house) = (Arc::clone(head), Arc::clone(&self.house));
            // Only a page can bring forms that carry the token of a new secret.
            let rotates = route.kind == Kind::Page && route.method.is_safe();
            // Identity tokens are for programs: no page takes one.
            let operator = asked.names.get("operator").map(str::to_owned);
            let workloads = if route.is_of_api() { Workloads::Of(operator) } else { Workloads::None };
            let asking = move |_: &Self, store: &mut dyn PurgeableRecord| {
                who(house.as_ref(), store, &head, &workloads, rotates)
            };
            self.clone().with_store(asking).await?
        } else {
            Known { visitor: Visitor::Nobody, rotated: false }
        };
        let visitor = Arc::new(visitor);
        learnt.visitor = Some(Arc::clone(&visitor));
        learnt.fresh = rotated.then(|| visitor.session_cookie()).flatten();
        learnt.who = visitor.actor().map(|actor| actor.name.clone()).unwrap_or_default();
        passes(route, &visitor, &asked.names, self.opening.open_ledger)
            .map_err(|refusal| sign_in_first(route, refusal, &asked))?;
        if !route.method.is_safe() {
            same_site(head, &visitor, &asked.origin)?;
        }
        self.known_names.check_query(route, &asked.query)?;
        let taken = take(route.takes, head, request).await?;
        self.known_names.check_parts(route, &taken)?;
        // What anybody may send without a session is no harm with one: language and light.
        if !route.method.is_safe() && route.wall != Wall::Public {
            let sent = taken.fields().and_then(|fields| fields.get("form"));
            own_form(&visitor, sent.or(head.form_token.as_ref().map(Secret::reveal)))?;
        }
        let once = once(route, head, &visitor, &asked, &taken)?.map(Arc::new);
        let asked = Arc::new(asked);
        self.answered(Question { route, visitor, taste: head.taste, asked, once }, taken).await
    }
}

/// The key of a change that must not be done twice, where one was sent.
fn once(
    route: &Route,
    head: &Head,
    visitor: &Visitor,
    asked: &Asked,
    taken: &Taken,
) -> Result<Option<Once>, Refusal> {
    let (Some(sent), false, Some(actor)) = (&head.once, route.method.is_safe(), visitor.actor()) else {
        return Ok(None);
    };
    if route.kind != Kind::Api {
        return Ok(None);
    }
    let body = match taken {
        Taken::Nothing => Vec::new(),
        Taken::Json(bytes) => bytes.clone(),
        Taken::Form(fields) => format!("{fields:?}").into_bytes(),
        Taken::File(file) => file.sha256.0.to_vec(),
        Taken::Files { fields, files } => {
            let files: Vec<String> =
                files.iter().map(|file| format!("{} {} {}", file.field, file.name, file.sha256)).collect();
            format!("{fields:?}{files:?}").into_bytes()
        }
    };
    let path = format!("{} {}?{}", route.method.word(), asked.path, asked.query_text);
    Once::new(sent, &actor.name, &[path.as_bytes(), &body]).map(Some)
}
