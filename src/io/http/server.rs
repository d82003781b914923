//! The server: starts, tells, stops.

use std::io::Error;
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::http::{Method, Response};
use axum::routing::get;
use axum::{Router, middleware};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::oneshot;

use crate::hash;
use crate::io::error::IoError;
use crate::io::http::answer::{self, Content};
use crate::io::http::assets;
use crate::io::http::connection::Connections;
use crate::io::http::events::Tabs;
use crate::io::http::guard::{Names, SitePath, guard};
use crate::io::http::listen::{Listening, Reach, listen, own_address};
use crate::io::http::pages::Pages;
use crate::io::http::preview::Preview;
use crate::io::http::signals::Signals;
use crate::release::content_type;

/// How many pages are made at a time. More would only take turns.
const MAKERS: usize = 4;

/// A server that shows a preview until it is dropped.
#[derive(Debug)]
pub struct Server {
    port: u16,
    token: Option<Arc<str>>,
    preview: Told,
    runtime: Handle,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Whom to tell of what.
struct Told(Arc<dyn Preview>, Arc<Tabs>);

impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Told").field(&self.1).finish()
    }
}

impl Server {
    /// Starts a server at a port, or at the next one that is free; at 0, at any. With a token, the
    /// whole network reaches it, and who does not know the token is not answered.
    ///
    /// # Errors
    /// Where no port can be had.
    pub fn start(
        port: u16,
        token: Option<Arc<str>>,
        preview: Arc<dyn Preview>,
    ) -> Result<Self, IoError> {
        let reach = if token.is_some() { Reach::Network } else { Reach::Loopback };
        let Listening { port, listeners } = listen(port, reach)?;
        let failed = |error: Error| IoError::new("start", Path::new("the preview server"), error);
        let runtime = Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(MAKERS)
            .build()
            .map_err(failed)?;
        let listeners = {
            let _inside = runtime.enter();
            let listeners = listeners.into_iter().map(TcpListener::from_std);
            listeners.collect::<Result<Vec<_>, _>>().map_err(failed)?
        };
        let tabs = Arc::new(Tabs::default());
        let router = router(Names::at(port, token.clone()), &preview, &tabs);
        let handle = runtime.handle().clone();
        let (stop, stopped) = oneshot::channel();
        let listen = Arc::clone(&tabs);
        let thread = thread::Builder::new()
            .name("preview".into())
            .spawn(move || run(runtime, listeners, &router, listen, stopped))
            .map_err(failed)?;
        let preview = Told(preview, tabs);
        Ok(Server { port, token, preview, runtime: handle, stop: Some(stop), thread: Some(thread) })
    }

    /// The port that it listens at.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where it is.
    #[must_use]
    pub fn address(&self) -> String {
        let port = self.port;
        match &self.token {
            None => format!("http://localhost:{port}/"),
            Some(token) => {
                let host = own_address().map_or("localhost".into(), |address| address.to_string());
                format!("http://{host}:{port}/?token={token}")
            }
        }
    }

    /// Tells all open pages that there is something new.
    pub fn notify(&self) {
        let Told(preview, tabs) = &self.preview;
        tabs.tell(&preview.state());
    }

    /// Calls back when the program is asked to stop (Ctrl-C, `kill`).
    pub fn when_stopped(&self, call: impl FnOnce() + Send + 'static) {
        let _inside = self.runtime.enter();
        let Ok(mut signals) = Signals::listen() else { return };
        tokio::spawn(async move {
            signals.stop().await;
            call();
        });
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The server's thread.
fn run(
    runtime: Runtime,
    listeners: Vec<TcpListener>,
    router: &Router,
    tabs: Arc<Tabs>,
    stopped: oneshot::Receiver<()>,
) {
    let connections = Connections::default();
    runtime.block_on(async {
        for listener in listeners {
            tokio::spawn(connections.clone().accept(listener, router.clone()));
        }
        tokio::spawn(tabs.stay_in_touch());
        let _ = stopped.await;
    });
    // Nobody waits for a page that is just being made.
    runtime.shutdown_timeout(Duration::from_millis(200));
}

fn router(names: Names, preview: &Arc<dyn Preview>, tabs: &Arc<Tabs>) -> Router {
    let pages = Arc::new(Pages::new(Arc::clone(preview), Arc::clone(tabs)));
    Router::new()
        .route("/.dateline/events", get(events))
        .route("/.dateline/preview.js", get(|request| own("preview.js", assets::SCRIPT, request)))
        .route("/.dateline/preview.css", get(|request| own("preview.css", assets::STYLE, request)))
        .route("/.dateline/marks.css", get(|request| own("marks.css", assets::MARKS, request)))
        .fallback(page)
        .with_state(pages)
        .layer(middleware::from_fn_with_state(names, guard))
}

async fn page(State(pages): State<Arc<Pages>>, request: Request) -> Response<Body> {
    let (mut head, _) = request.into_parts();
    let SitePath(path) =
        head.extensions.remove().unwrap_or_else(|| SitePath("404.html".to_owned()));
    pages.answer(&head.method, &head.headers, path).await
}

async fn own(name: &str, bytes: &'static [u8], request: Request) -> Response<Body> {
    let content = Content::Bytes(Bytes::from_static(bytes));
    let (tag, media_type) = (hash::short(bytes), content_type::of(name));
    answer::to(request.method(), request.headers(), content, &tag, media_type)
}

async fn events(State(pages): State<Arc<Pages>>, request: Request) -> Response<Body> {
    let body = match *request.method() {
        Method::HEAD => Body::empty(),
        _ => pages.tabs.join(&pages.preview.state()),
    };
    let mut answer = Response::new(body);
    let stream = HeaderValue::from_static("text/event-stream; charset=utf-8");
    answer.headers_mut().insert(CONTENT_TYPE, stream);
    answer
}
