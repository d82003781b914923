//! A connection as it comes from the network, with two things that the HTTP library does not do.
//!
//! It ends where the reader takes nothing for a while. And it does not let a `#` through in a
//! request line: the library would cut the target off there without a word, so that two readers of
//! it could disagree on what was asked for.

use std::future::Future;
use std::io::{Error, ErrorKind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{self, Sleep};

/// How long a reader may take nothing.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection.
#[derive(Debug)]
pub struct Stream {
    inner: TcpStream,
    lines: Lines,
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Stream {
    /// A connection.
    #[must_use]
    pub fn new(inner: TcpStream) -> Self {
        Stream { inner, lines: Lines::default(), waiting: None }
    }

    /// Counts how long the reader has taken nothing.
    fn patiently<T>(
        &mut self,
        context: &mut Context<'_>,
        done: Poll<Result<T, Error>>,
    ) -> Poll<Result<T, Error>> {
        if done.is_ready() {
            self.waiting = None;
            return done;
        }
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(time::sleep(PATIENCE)));
        match waiting.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Err(ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<(), Error>> {
        let before = buffer.filled().len();
        let done = Pin::new(&mut self.inner).poll_read(context, buffer);
        let new = buffer.filled_mut().get_mut(before..);
        self.lines.pass(new.unwrap_or_default());
        done
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize, Error>> {
        let done = Pin::new(&mut self.inner).poll_write(context, bytes);
        self.patiently(context, done)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[std::io::IoSlice<'_>],
    ) -> Poll<Result<usize, Error>> {
        let done = Pin::new(&mut self.inner).poll_write_vectored(context, pieces);
        self.patiently(context, done)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }

    fn poll_shutdown(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Result<(), Error>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}

/// Where in a row of requests without bodies we are. (Where a request has a body, it is the last.)
#[derive(Debug, Default)]
struct Lines {
    in_headers: bool,
    /// Whether the line has begun.
    begun: bool,
}

impl Lines {
    /// Spoils each `#` in a request line, so that the request is refused.
    fn pass(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            match *byte {
                b'\n' => {
                    self.in_headers = self.begun;
                    self.begun = false;
                }
                b'\r' => {}
                b'#' if !self.in_headers => {
                    *byte = 0x7f;
                    self.begun = true;
                }
                _ => self.begun = true,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn only_request_lines_are_looked_at() {
        let requests = "\r\nGET /a#b HTTP/1.1\r\nHost: x#y\r\nA: #\r\n\r\nGET /# HTTP/1.1\n\n#";
        let expected =
            "\r\nGET /a\x7fb HTTP/1.1\r\nHost: x#y\r\nA: #\r\n\r\nGET /\x7f HTTP/1.1\n\n\x7f";
        for size in 1..requests.len() {
            let mut bytes = requests.as_bytes().to_vec();
            let mut lines = Lines::default();
            bytes.chunks_mut(size).for_each(|chunk| lines.pass(chunk));
            assert_eq!(String::from_utf8(bytes).unwrap(), expected);
        }
    }
}
