//! Taking connections in, and ending those that only stand about.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time;

use crate::io::http::stream::Stream;

/// How long a request may take to arrive, and a connection to be used again.
const PATIENCE: Duration = Duration::from_secs(10);
/// The most bytes that a request may have before its body.
const LARGEST: usize = 32 << 10;
/// From so many connections on, those that are not in use have to go.
const MANY: usize = 400;

/// All connections of a server.
#[derive(Clone, Debug)]
pub struct Connections {
    open: Arc<AtomicUsize>,
    /// Another number: whoever is not in use goes.
    crowded: watch::Sender<u64>,
}

impl Default for Connections {
    fn default() -> Self {
        Connections { open: Arc::default(), crowded: watch::Sender::new(0) }
    }
}

impl Connections {
    /// Takes connections in, for ever.
    pub async fn accept(self, listener: TcpListener, router: Router) {
        loop {
            match listener.accept().await {
                Ok((stream, _)) => {
                    if self.open.fetch_add(1, Ordering::Relaxed) > MANY {
                        self.make_room();
                    }
                    tokio::spawn(self.clone().serve(stream, router.clone()));
                }
                // Most often: too many open files.
                Err(_) => {
                    self.make_room();
                    time::sleep(Duration::from_millis(10)).await;
                }
            }
        }
    }

    fn make_room(&self) {
        self.crowded.send_modify(|number| *number += 1);
    }

    async fn serve(self, stream: TcpStream, router: Router) {
        let _ = stream.set_nodelay(true);
        let mut crowded = self.crowded.subscribe();
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(PATIENCE)
            .max_header_size(LARGEST)
            .serve_connection(TokioIo::new(Stream::new(stream)), TowerToHyperService::new(router));
        let mut connection = pin!(connection);
        let mut may_go = true;
        loop {
            tokio::select! {
                // A connection that breaks is the other side's affair.
                _ = connection.as_mut() => break,
                room = crowded.changed(), if may_go => {
                    may_go = false;
                    if room.is_ok() {
                        connection.as_mut().graceful_shutdown();
                    }
                }
            }
        }
        self.open.fetch_sub(1, Ordering::Relaxed);
    }
}
