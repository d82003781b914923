//! A line to a server that carries bytes both ways, and is cut after a number of them.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Which way bytes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the server.
    Up,
    /// From the server.
    Down,
}

/// What happens when that many bytes have gone a way.
struct Cut {
    way: Way,
    left: usize,
    then: Box<dyn FnOnce() + Send>,
}

#[derive(Default)]
struct State {
    cut: Mutex<Option<Cut>>,
    up: AtomicUsize,
    down: AtomicUsize,
    open: AtomicUsize,
}

/// The line; it stays as long as the test runs.
#[derive(Clone)]
pub struct Line {
    pub port: u16,
    state: Arc<State>,
}

/// A line to a server.
pub fn to(server: u16) -> Line {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let line = Line { port: listener.local_addr().unwrap().port(), state: Arc::default() };
    let state = Arc::clone(&line.state);
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else { continue };
            let ways = [(Way::Up, &client, &server), (Way::Down, &server, &client)];
            for (way, from, to) in ways {
                let (from, to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
                let state = Arc::clone(&state);
                state.open.fetch_add(1, Ordering::SeqCst);
                std::thread::spawn(move || {
                    carry(&state, way, from, to);
                    state.open.fetch_sub(1, Ordering::SeqCst);
                });
            }
        }
    });
    line
}

fn carry(state: &State, way: Way, mut from: TcpStream, mut to: TcpStream) {
    let mut piece = [0; 16384];
    while let Ok(read @ 1..) = from.read(&mut piece) {
        let count = if way == Way::Up { &state.up } else { &state.down };
        count.fetch_add(read, Ordering::SeqCst);
        let mut slot = state.cut.lock().unwrap();
        let passes = match slot.as_mut().filter(|cut| cut.way == way) {
            Some(cut) if read > cut.left => cut.left,
            Some(cut) => {
                cut.left -= read;
                read
            }
            None => read,
        };
        let cut = if passes < read { slot.take() } else { None };
        drop(slot);
        let sent = to.write_all(&piece[..passes]);
        if let Some(cut) = cut {
            (cut.then)();
            let _ = to.shutdown(Shutdown::Both);
            let _ = from.shutdown(Shutdown::Both);
            return;
        }
        if sent.is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
    let _ = from.shutdown(Shutdown::Read);
}

impl Line {
    /// How many bytes have gone each way since this was asked last.
    pub fn counted(&self) -> (usize, usize) {
        (self.state.up.swap(0, Ordering::SeqCst), self.state.down.swap(0, Ordering::SeqCst))
    }

    /// The connection that carries the byte after so many is cut before it, and this happens.
    pub fn cut_after(&self, left: usize, way: Way, then: impl FnOnce() + Send + 'static) {
        *self.state.cut.lock().unwrap() = Some(Cut { way, left, then: Box::new(then) });
    }

    /// Nothing is cut any more; gives whether it was not cut before.
    pub fn mend(&self) -> bool {
        self.state.cut.lock().unwrap().take().is_some()
    }

    /// Waits until all that was on its way has arrived or is lost.
    pub fn wait(&self) {
        let start = Instant::now();
        while self.state.open.load(Ordering::SeqCst) > 0 && start.elapsed() < Duration::from_secs(5)
        {
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}
