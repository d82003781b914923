//! Who may ask for what. Stands before everything else that is answered.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_LENGTH, COOKIE, HOST, HeaderName, LOCATION, ORIGIN,
    REFERRER_POLICY, SET_COOKIE, TRANSFER_ENCODING, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode};
use axum::middleware::Next;

use crate::io::http::answer::sentence;
use crate::io::http::target::{Unclear, site_path};

/// What every answer says.
const HEADERS: [(HeaderName, &str); 4] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (REFERRER_POLICY, "no-referrer"),
    (CACHE_CONTROL, "no-cache"),
];

/// Who is answered: whoever asks at one of the server's names, and in a network whoever knows the
/// token, too.
#[derive(Clone, Debug)]
pub struct Names {
    port: u16,
    own: Arc<[String; 3]>,
    token: Option<Arc<str>>,
}

/// A request's path of the site, which the guard found to be clear.
#[derive(Clone, Debug)]
pub struct SitePath(pub String);

impl Names {
    /// The names of a server at a port of this computer; with a token where others in the network
    /// reach it too.
    #[must_use]
    pub fn at(port: u16, token: Option<Arc<str>>) -> Self {
        let names = ["localhost", "127.0.0.1", "[::1]"];
        Names { port, own: Arc::new(names.map(|name| format!("{name}:{port}"))), token }
    }

    /// The name that a request was sent to, if it is one of ours.
    fn asked<'a>(&self, headers: &'a HeaderMap) -> Option<&'a [u8]> {
        let mut hosts = headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return None };
        let ours = self.own.iter().any(|name| name.as_bytes() == host.as_bytes());
        // A number is a name of nobody else: only names can be made to lead here.
        let is_number = || {
            let address = host.to_str().ok()?.parse::<SocketAddr>().ok()?;
            Some(address.port() == self.port && address.to_string().as_bytes() == host.as_bytes())
        };
        let reached = ours || self.token.is_some() && is_number() == Some(true);
        reached.then_some(host.as_bytes())
    }

    /// Whether a request shows the token, where one is asked for.
    fn shown(&self, request: &Request) -> Shown {
        let Some(token) = &self.token else { return Shown::Known };
        let name = self.cookie();
        let cookies = request.headers().get_all(COOKIE).iter().filter_map(|it| it.to_str().ok());
        let mut pairs =
            cookies.flat_map(|it| it.split(';')).filter_map(|it| it.trim().split_once('='));
        if pairs.any(|(key, value)| key == name && is_same(value, token)) {
            return Shown::Known;
        }
        let query = request.uri().query().unwrap_or("");
        let mut pairs = query.split('&').filter_map(|it| it.split_once('='));
        match pairs.any(|(key, value)| key == "token" && is_same(value, token)) {
            true => Shown::New(format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax")),
            false => Shown::Unknown,
        }
    }

    /// Cookies belong to all ports of a computer.
    fn cookie(&self) -> String {
        format!("dateline-{}", self.port)
    }
}

/// What a request shows of the token.
enum Shown {
    /// It is known, or none is needed.
    Known,
    /// It stands in the address; this is how the browser is to remember it.
    New(String),
    /// It is not known.
    Unknown,
}

/// Compares all bytes, so that the time it takes tells nothing.
fn is_same(given: &str, token: &str) -> bool {
    let differ = given.bytes().zip(token.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
    given.len() == token.len() && differ == 0
}

/// Lets a request through, or answers it.
pub async fn guard(State(names): State<Names>, mut request: Request, next: Next) -> Response<Body> {
    let mut answer = match refusal(&names, &request) {
        Err(refused) => *refused,
        Ok(path) => {
            request.extensions_mut().insert(SitePath(path));
            let has_body = has_body(request.headers());
            let mut answer = next.run(request).await;
            if has_body {
                answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            }
            answer
        }
    };
    for (name, value) in HEADERS {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

/// Why a request is not answered, or else the path that it asks for.
fn refusal(names: &Names, request: &Request) -> Result<String, Box<Response<Body>>> {
    let refuse = |status, text| {
        let mut answer = sentence(status, text);
        answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        Box::new(answer)
    };
    let headers = request.headers();
    let Some(host) = names.asked(headers) else {
        let text = "the preview answers only at the address that was printed when it was started";
        return Err(refuse(StatusCode::MISDIRECTED_REQUEST, text));
    };
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let mut answer = refuse(StatusCode::METHOD_NOT_ALLOWED, "the preview can only be read");
        answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Err(answer);
    }
    let uri = request.uri();
    if uri.scheme().is_some() || uri.authority().is_some() {
        return Err(refuse(StatusCode::BAD_REQUEST, "the address must be a path"));
    }
    let path =
        site_path(uri.path()).map_err(|Unclear(why)| refuse(StatusCode::BAD_REQUEST, why))?;
    match names.shown(request) {
        Shown::Known => {}
        Shown::Unknown => {
            let text = "open the whole address that was printed, with its token";
            return Err(refuse(StatusCode::FORBIDDEN, text));
        }
        Shown::New(cookie) => {
            // The address without the token is what is seen, kept and passed on from now on.
            let mut answer = refuse(StatusCode::SEE_OTHER, "this way");
            for (name, value) in [(SET_COOKIE, &*cookie), (LOCATION, uri.path())] {
                if let Ok(value) = HeaderValue::from_str(value) {
                    answer.headers_mut().insert(name, value);
                }
            }
            return Err(answer);
        }
    }
    if is_foreign(headers, host) || is_used_by_another_site(headers, &path) {
        let text = "the preview is not shown to other sites";
        return Err(refuse(StatusCode::FORBIDDEN, text));
    }
    Ok(path)
}

/// Whether a script of another site asks. Following a link sends no origin.
fn is_foreign(headers: &HeaderMap, host: &[u8]) -> bool {
    let own = [b"http://", host].concat();
    headers.get_all(ORIGIN).iter().any(|origin| origin.as_bytes() != own)
}

/// Whether another site uses this one in any way but a link that a person follows. Another port of
/// this computer is another site too.
fn is_used_by_another_site(headers: &HeaderMap, path: &str) -> bool {
    let says = |name: &str, value: &str| headers.get(name).is_some_and(|it| it == value);
    let site = headers.get("sec-fetch-site");
    let is_own = site.is_none_or(|site| site == "same-origin" || site == "none");
    let is_link = says("sec-fetch-mode", "navigate") && says("sec-fetch-dest", "document");
    !is_own && (!is_link || path.starts_with(".dateline/"))
}

/// Whether a body follows, which nobody reads here.
fn has_body(headers: &HeaderMap) -> bool {
    let some = headers.get(CONTENT_LENGTH).is_some_and(|length| length != "0");
    some || headers.contains_key(TRANSFER_ENCODING)
}
