//! Being asked to stop: Ctrl-C, `kill`, a terminal that is closed.

use tokio::signal;

/// Waits until the program is asked to stop.
#[cfg(unix)]
pub async fn stop() {
    use signal::unix::{SignalKind, signal};
    let (Ok(mut ended), Ok(mut closed)) =
        (signal(SignalKind::terminate()), signal(SignalKind::hangup()))
    else {
        return interrupt().await;
    };
    tokio::select! {
        () = interrupt() => {}
        _ = ended.recv() => {}
        _ = closed.recv() => {}
    }
}

/// Waits until the program is asked to stop.
#[cfg(not(unix))]
pub async fn stop() {
    interrupt().await;
}

async fn interrupt() {
    if signal::ctrl_c().await.is_err() {
        // It cannot be listened for, so the system ends the program by itself.
        std::future::pending::<()>().await;
    }
}
