//! Answers: whole, in part, or "you have it already".

use std::fs::File;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH, IF_RANGE,
    RANGE,
};
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode};

use crate::io::http::body;
use crate::io::http::range::{Asked, asked};

/// What is to be sent.
pub enum Content {
    /// Bytes in memory.
    Bytes(Bytes),
    /// An open file, and its length.
    File(File, u64),
}

/// The answer to a request for something that exists.
#[must_use]
pub fn to(
    method: &Method,
    headers: &HeaderMap,
    content: Content,
    tag: &str,
    media_type: &'static str,
) -> Response<Body> {
    let tag = format!("\"{tag}\"");
    let mut answer = Response::new(Body::empty());
    if let Ok(value) = HeaderValue::from_str(&tag) {
        answer.headers_mut().insert(ETAG, value);
    }
    if headers.get_all(IF_NONE_MATCH).iter().any(|known| knows(known, &tag)) {
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
        return answer;
    }
    let length = match &content {
        Content::Bytes(bytes) => bytes.len() as u64,
        Content::File(_, length) => *length,
    };
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    answer.headers_mut().insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    let is_same = headers.get(IF_RANGE).is_none_or(|known| known.as_bytes() == tag.as_bytes());
    let range = headers.get(RANGE).filter(|_| is_same && method == Method::GET);
    let range = range.and_then(|range| range.to_str().ok());
    let (first, end) = match range.map_or(Asked::All, |range| asked(range, length)) {
        Asked::All => (0, length),
        Asked::Part(first, end) => {
            *answer.status_mut() = StatusCode::PARTIAL_CONTENT;
            put(&mut answer, CONTENT_RANGE, &format!("bytes {first}-{}/{length}", end - 1));
            (first, end)
        }
        Asked::Beyond => {
            *answer.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
            put(&mut answer, CONTENT_RANGE, &format!("bytes */{length}"));
            put(&mut answer, CONTENT_LENGTH, "0");
            return answer;
        }
    };
    put(&mut answer, CONTENT_LENGTH, &(end - first).to_string());
    if method != Method::HEAD {
        let at = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX);
        *answer.body_mut() = match content {
            Content::Bytes(bytes) => bytes.slice(at(first)..at(end)).into(),
            Content::File(file, _) => body::of_file(file, first, end),
        };
    }
    answer
}

/// A sentence, where there is nothing else to send.
#[must_use]
pub fn sentence(status: StatusCode, text: &str) -> Response<Body> {
    let mut answer = Response::new(Body::from(format!("{text}\n")));
    *answer.status_mut() = status;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    answer.headers_mut().insert(CONTENT_TYPE, plain);
    answer
}

fn put(answer: &mut Response<Body>, name: axum::http::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

/// Whether `If-None-Match` lists the tag.
fn knows(header: &HeaderValue, tag: &str) -> bool {
    let Ok(list) = header.to_str() else { return false };
    list.split(',')
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}
