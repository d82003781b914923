//! Getting a page: one request, redirects followed, everything bounded.
//!
//! With [`crate::io::publish`] the only place from which anything is asked of another machine.

use std::io::Read;
use std::time::Duration;

use ureq::{Agent, Error, ResponseExt};

use crate::io::error::size;
use crate::io::read::archives::LARGEST;

/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(15);
/// How many redirects are followed.
const REDIRECTS: u32 = 10;

/// What came.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What the server calls them.
    pub media_type: Option<String>,
    /// The address that it came from in the end.
    pub address: String,
}

/// Why nothing came, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreachable {
    /// What is the matter.
    pub why: String,
    /// What to do.
    pub help: String,
    /// Whether the server says that nothing is there.
    pub gone: bool,
    /// Whether a server answered at all.
    pub answered: bool,
}

/// Gets what stands at an address.
///
/// # Errors
/// Where it cannot be had, whole, within the time.
pub fn fetch(address: &str, patience: Duration) -> Result<Fetched, Unreachable> {
    let agent: Agent = Agent::config_builder()
        .timeout_connect(Some(CONNECT.min(patience)))
        .timeout_global(Some(patience))
        .max_redirects(REDIRECTS)
        .accept("text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5")
        .accept_encoding("identity")
        .user_agent(concat!("dateline/", env!("CARGO_PKG_VERSION"), " (archive)"))
        .build()
        .into();
    let mut response = agent.get(address).call().map_err(|error| unreachable(&error, patience))?;
    let header = |name: &str| {
        response.headers().get(name).and_then(|it| it.to_str().ok()).map(str::to_owned)
    };
    let (media_type, coding) = (header("content-type"), header("content-encoding"));
    if let Some(coding) = coding.filter(|it| it != "identity") {
        let why = format!("the server sends it compressed (`{coding}`), which was not asked for");
        return Err(Unreachable { why, help: SAVE.to_owned(), gone: false, answered: true });
    }
    let length = header("content-length").and_then(|it| it.parse::<u64>().ok());
    if length.is_some_and(|length| length > LARGEST) {
        return Err(too_large());
    }
    // No address of a page shows a password.
    let address = without_password(&response.get_uri().to_string());
    let mut bytes = Vec::new();
    let body = response.body_mut().with_config().limit(u64::MAX).reader();
    body.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| {
        let error = Error::from(error);
        unreachable(&error, patience)
    })?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large());
    }
    if length.is_some_and(|length| length != bytes.len() as u64) {
        let why = "the connection ended before all of it had come".to_owned();
        return Err(Unreachable { why, help: "try again".to_owned(), gone: false, answered: true });
    }
    Ok(Fetched { bytes, media_type, address })
}

const SAVE: &str = "open the address in a browser, save the page, and archive that file";

fn too_large() -> Unreachable {
    let why = format!("it has more than {}, the most that is archived", size(LARGEST));
    Unreachable {
        why,
        help: "save the part that is quoted, and archive that file".to_owned(),
        gone: false,
        answered: true,
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library may add kinds of errors")]
fn unreachable(error: &Error, patience: Duration) -> Unreachable {
    let (why, help) = match error {
        Error::StatusCode(status) => {
            (format!("the server answers {status}{}", meaning(*status)), SAVE)
        }
        Error::TooManyRedirects => {
            (format!("it leads elsewhere more than {REDIRECTS} times, perhaps in a circle"), SAVE)
        }
        Error::RedirectFailed => ("it leads to an address that is none".to_owned(), SAVE),
        Error::Timeout(_) => (
            format!("no answer came within {} seconds", patience.as_secs()),
            "try again, or give it more time with `--timeout SECONDS`",
        ),
        Error::HostNotFound | Error::Io(_) if is_unknown(error) => {
            ("there is no such server".to_owned(), "see whether the address is spelled right")
        }
        Error::ConnectionFailed => (
            "the server cannot be reached".to_owned(),
            "see whether the address is right and you are connected",
        ),
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) | Error::TlsRequired => {
            (format!("its certificate cannot be trusted ({error})"), SAVE)
        }
        Error::BadUri(_) | Error::Http(_) => {
            ("that is no address".to_owned(), "an address begins with https:// or http://")
        }
        Error::Io(cause) if is_untrusted(cause) => {
            (format!("its certificate cannot be trusted ({cause})"), SAVE)
        }
        Error::Io(cause) if cause.kind() == std::io::ErrorKind::ConnectionRefused => {
            ("the server refuses the connection".to_owned(), "see whether the address is right")
        }
        other => (format!("it cannot be fetched ({other})"), SAVE),
    };
    let gone = matches!(error, Error::StatusCode(404 | 410));
    let answered =
        matches!(error, Error::StatusCode(_) | Error::TooManyRedirects | Error::RedirectFailed);
    Unreachable { why, help: help.to_owned(), gone, answered }
}

/// Whether nobody knows where the server is.
fn is_unknown(error: &Error) -> bool {
    matches!(error, Error::HostNotFound)
        || matches!(error, Error::Io(cause) if cause.to_string().contains("lookup address"))
}

/// Whether what the system reports is a failed handshake.
fn is_untrusted(cause: &std::io::Error) -> bool {
    let text = cause.to_string().to_lowercase();
    ["certificate", "handshake", "tls", "invalidcontenttype", "corrupt message"]
        .iter()
        .any(|it| text.contains(it))
}

fn meaning(status: u16) -> &'static str {
    match status {
        401 | 403 => " (it does not let us in)",
        404 | 410 => " (nothing is there)",
        429 => " (too many requests: wait a while)",
        500..=599 => " (it is in trouble itself)",
        _ => "",
    }
}

fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let host = rest.split('/').next().unwrap_or("");
    match host.rsplit_once('@') {
        Some((secret, _)) => format!("{scheme}://{}", rest.get(secret.len() + 1..).unwrap_or("")),
        None => address.to_owned(),
    }
}
