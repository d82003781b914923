//! The news: every open page hears of every change.
//!
//! A page is told the whole state and never a difference, so that one that missed something (a
//! laptop that slept, a server that was started again) is right again at once.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use tokio::sync::mpsc::Sender;
use tokio::sync::mpsc::error::TrySendError;
use tokio::time;

use crate::io::http::body;

/// How much news a page may be behind before it is sent away. It comes back by itself.
const BEHIND: usize = 8;
/// How often a sign of life is sent, by which pages that have gone are noticed too.
const QUIET: Duration = Duration::from_secs(20);

type Tab = Sender<Result<Bytes, std::io::Error>>;

/// Every page that listens.
#[derive(Debug, Default)]
pub struct Tabs(Mutex<Vec<Tab>>);

impl Tabs {
    /// One more page, which is told the state at once.
    pub fn join(&self, state: &str) -> Body {
        let (tab, body) = body::fed(BEHIND);
        let hello = format!("retry: 500\n\n{}", news(state));
        let _ = tab.try_send(Ok(hello.into()));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(tab);
        body
    }

    /// Tells all pages the state.
    pub fn tell(&self, state: &str) {
        self.send(news(state).into());
    }

    /// Tells nothing, again and again.
    pub async fn stay_in_touch(self: Arc<Self>) {
        loop {
            time::sleep(QUIET).await;
            self.send(Bytes::from_static(b":\n\n"));
        }
    }

    fn send(&self, bytes: Bytes) {
        let mut tabs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        tabs.retain(|tab| match tab.try_send(Ok(bytes.clone())) {
            Ok(()) => true,
            Err(TrySendError::Full(_) | TrySendError::Closed(_)) => false,
        });
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Whether nobody listens.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn news(state: &str) -> String {
    format!("event: state\ndata: {state}\n\n")
}
