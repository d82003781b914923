//! Ctrl-C, and the wish of the system that the program should end.
//!
//! While a site is being made, such a wish is noted and followed between two files, so that nothing
//! half-made is left. A second wish ends the program at once, as does any at other times.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use signal_hook::consts::signal::{SIGINT, SIGTERM};
use signal_hook::flag;

/// Which wishes are noted: Ctrl-C, `kill`, and (where there is one) the terminal that was closed.
#[cfg(unix)]
const SIGNALS: [i32; 3] = [SIGINT, SIGTERM, signal_hook::consts::signal::SIGHUP];
#[cfg(not(unix))]
const SIGNALS: [i32; 2] = [SIGINT, SIGTERM];

struct Noted {
    /// The signal that came; 0 where none did.
    signal: Arc<AtomicUsize>,
    /// Whether the next one ends the program at once.
    at_once: Arc<AtomicBool>,
}

/// Registered once, since a handler that was taken away would leave the signal without effect.
static NOTED: OnceLock<Noted> = OnceLock::new();

/// While this lives, wishes are noted.
#[derive(Debug)]
#[must_use]
pub struct Held(());

/// Wishes are noted from now on.
pub fn held() -> Held {
    let noted = NOTED.get_or_init(|| {
        let noted = Noted { signal: Arc::default(), at_once: Arc::default() };
        for signal in SIGNALS {
            // Where the system refuses, the signal ends the program, as it would have anyway.
            let _ = flag::register_conditional_default(signal, Arc::clone(&noted.at_once));
            let _ = flag::register(signal, Arc::clone(&noted.at_once));
            let number = usize::try_from(signal).unwrap_or_default();
            let _ = flag::register_usize(signal, Arc::clone(&noted.signal), number);
        }
        noted
    });
    noted.at_once.store(false, Ordering::SeqCst);
    Held(())
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(noted) = NOTED.get() {
            noted.at_once.store(true, Ordering::SeqCst);
        }
    }
}

/// The signal by which the program was asked to end, if it was.
#[must_use]
pub fn asked() -> Option<u8> {
    let signal = NOTED.get()?.signal.load(Ordering::Relaxed);
    u8::try_from(signal).ok().filter(|signal| *signal > 0)
}
