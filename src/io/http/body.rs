//! Bodies that are not in memory: large files, and news.

use std::fs::File;
use std::io::{Error, Read, Seek, SeekFrom};
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task;

/// How much of a file is in memory at a time.
const PIECE: u64 = 128 << 10;

/// A body whose pieces come through a channel.
struct Pieces(Receiver<Result<Bytes, Error>>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

/// A body, and the channel that fills it: a reader that does not keep up is noticed when the
/// channel is full, one that went away when it is closed.
pub fn fed(room: usize) -> (Sender<Result<Bytes, Error>>, Body) {
    let (sender, receiver) = mpsc::channel(room);
    (sender, Body::new(Pieces(receiver)))
}

/// A part of a file, read as fast as the reader takes it. No thread waits for a slow reader.
pub fn of_file(file: File, first: u64, end: u64) -> Body {
    let (sender, body) = fed(1);
    tokio::spawn(async move {
        let (mut file, mut at) = (file, first);
        while at < end {
            let length = PIECE.min(end - at);
            let Ok((back, piece)) = task::spawn_blocking(move || piece(file, at, length)).await
            else {
                return;
            };
            let failed = piece.is_err();
            if sender.send(piece).await.is_err() || failed {
                return;
            }
            (file, at) = (back, at + length);
        }
    });
    body
}

/// Some bytes of a file; a file that became shorter is an error, so that the reader sees that it
/// did not get all.
fn piece(mut file: File, at: u64, length: u64) -> (File, Result<Bytes, Error>) {
    let mut bytes = vec![0; usize::try_from(length).unwrap_or(0)];
    let read = file.seek(SeekFrom::Start(at)).and_then(|_| file.read_exact(&mut bytes));
    (file, read.map(|()| bytes.into()))
}
