//! Being asked to stop: Ctrl-C or `kill`.
//!
//! A terminal that is closed is left to the system: it ends the program, unless `nohup` was asked to
//! keep it.

use std::io::Error;

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};
#[cfg(windows)]
use tokio::signal::windows::{CtrlC, ctrl_c};

/// The ways of being asked, from now on no longer answered by the system.
#[derive(Debug)]
pub struct Signals {
    #[cfg(unix)]
    all: [Signal; 2],
    #[cfg(windows)]
    interrupt: CtrlC,
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    /// Where that is not possible; then the system ends the program by itself.
    pub fn listen() -> Result<Self, Error> {
        #[cfg(unix)]
        {
            let (interrupt, terminate) = (SignalKind::interrupt(), SignalKind::terminate());
            Ok(Signals { all: [signal(interrupt)?, signal(terminate)?] })
        }
        #[cfg(windows)]
        Ok(Signals { interrupt: ctrl_c()? })
    }

    /// Waits until the program is asked to stop.
    pub async fn stop(&mut self) {
        #[cfg(unix)]
        {
            let [interrupt, terminate] = &mut self.all;
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        }
        #[cfg(windows)]
        self.interrupt.recv().await;
    }
}
