//! A proxy that sees each request, and fails on purpose.

use std::io::{Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is passed on, and answered.
    Passed,
    /// It is answered with this status, and not passed on.
    Answered(u16),
    /// It is passed on, and its answer is lost.
    Lost,
    /// It is lost.
    Dropped,
}

pub struct Proxy {
    pub port: u16,
    pub count: Arc<AtomicUsize>,
    open: Arc<AtomicUsize>,
    ended: Arc<AtomicBool>,
}

impl Proxy {
    /// Waits until no request is on its way any more, as after the death of who asked.
    pub fn wait(&self) {
        while self.open.load(Ordering::SeqCst) > 0 {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }
}

/// A connection that is open as long as this lives, also where a thread panics.
struct Open(Arc<AtomicUsize>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// Passes requests on as `fate` says, which is told the request's number (from 1) and first line.
pub fn before(to: u16, fate: impl Fn(usize, &str) -> Fate + Send + Sync + 'static) -> Proxy {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (count, ended) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let (counted, over, fate) = (Arc::clone(&count), Arc::clone(&ended), Arc::new(fate));
    let open = Arc::new(AtomicUsize::new(0));
    let opened = Arc::clone(&open);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            if over.load(Ordering::SeqCst) {
                return;
            }
            let (counted, fate) = (Arc::clone(&counted), Arc::clone(&fate));
            opened.fetch_add(1, Ordering::SeqCst);
            let opened = Open(Arc::clone(&opened));
            std::thread::spawn(move || {
                let _opened = opened;
                let Ok(mut stream) = stream else { return };
                let Ok(request) = whole(&mut stream) else { return };
                let number = counted.fetch_add(1, Ordering::SeqCst) + 1;
                let text = String::from_utf8_lossy(&request);
                let line = text.lines().next().unwrap_or("").to_owned();
                match fate(number, &line) {
                    Fate::Dropped => {}
                    Fate::Lost => drop(exchange(to, &request)),
                    Fate::Answered(status) => {
                        let text = format!(
                            "HTTP/1.1 {status} Fault\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                        );
                        let _ = stream.write_all(text.as_bytes());
                    }
                    Fate::Passed => {
                        if let Ok(answer) = exchange(to, &request) {
                            let _ = stream.write_all(&answer);
                        }
                    }
                }
            });
        }
    });
    Proxy { port, count, open, ended }
}

/// One request and its answer, on a connection of its own.
pub fn exchange(to: u16, request: &[u8]) -> Result<Vec<u8>> {
    let mut server = TcpStream::connect(("127.0.0.1", to))?;
    server.write_all(request)?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer)?;
    Ok(answer)
}

/// Reads a request, which is made the last one on its connection.
fn whole(stream: &mut TcpStream) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut piece = [0; 65536];
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|it| it == b"\r\n\r\n") {
            break at + 4;
        }
        match stream.read(&mut piece)? {
            0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            read => bytes.extend_from_slice(&piece[..read]),
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    while bytes.len() < end + length.unwrap_or(0) {
        match stream.read(&mut piece)? {
            0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            read => bytes.extend_from_slice(&piece[..read]),
        }
    }
    let kept = head
        .lines()
        .filter(|line| !line.to_ascii_lowercase().starts_with("connection:") && !line.is_empty());
    let mut request = kept.map(|line| format!("{line}\r\n")).collect::<String>();
    request.push_str("connection: close\r\n\r\n");
    let mut request = request.into_bytes();
    request.extend_from_slice(&bytes[end..]);
    Ok(request)
}
