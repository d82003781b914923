//! Requests to the store: signed, tried again where that may help, and never shown.

use std::time::Duration;

use rusty_s3::actions::{ListObjectsV2, S3Action};
use rusty_s3::{Bucket, Credentials};
use ureq::Agent;
use ureq::http::Request;

use crate::hash;
use crate::io::clock;
use crate::io::publish::target::Seen;
use crate::io::write::error::{Refusal, Unusable};

/// How long a signature is good for: what is written down somewhere is worthless soon.
const SIGNED: Duration = Duration::from_secs(60);
/// How often a request is tried.
const TRIES: u32 = 10;
/// The longest wait between two tries.
const LONGEST_WAIT: Duration = Duration::from_secs(4);
/// The longest wait that a server may ask for.
const LONGEST_ASKED: Duration = Duration::from_secs(60);

/// A bucket, and who we are.
pub struct Client {
    agent: Agent,
    bucket: Bucket,
    credentials: Credentials,
}

/// What the store answered.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// What proves which version it is.
    pub etag: String,
    /// Bytes and headers.
    pub seen: Seen,
}

/// What is asked of the store.
#[derive(Clone, Copy, Debug)]
pub enum Ask<'a> {
    /// What stands at a key.
    Get(&'a str),
    /// That something stands at a key.
    Put(&'a str, &'a [u8], &'a [(&'a str, &'a str)]),
    /// That nothing stands at a key.
    Delete(&'a str),
    /// Keys that begin so, after one.
    List(&'a str, Option<&'a str>, usize),
}

impl Client {
    /// A client.
    #[must_use]
    pub fn new(bucket: Bucket, credentials: Credentials) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_connect(Some(Duration::from_secs(15)))
            .timeout_global(Some(Duration::from_secs(120)))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(16)
            .max_idle_connections_per_host(16)
            .user_agent(concat!("dateline/", env!("CARGO_PKG_VERSION")))
            .build()
            .into();
        Client { agent, bucket, credentials }
    }

    /// Asks, until there is an answer that another try would not change.
    ///
    /// # Errors
    /// Where the store does not answer, or refuses.
    pub fn ask(&self, ask: Ask<'_>) -> Result<Answer, Unusable> {
        let mut wait = Duration::from_millis(200);
        let mut last = String::new();
        for turn in 0..TRIES {
            let mut asked = None;
            match self.once(ask) {
                Ok((answer, after)) if is_passing(answer.status) => {
                    last = format!("it answers {}", answer.status);
                    asked = after;
                }
                Ok((answer, _)) => return self.settled(answer),
                Err(why) => last = why,
            }
            if turn + 1 < TRIES {
                let asked = asked.map(|it| it.min(LONGEST_ASKED)).unwrap_or_default();
                clock::wait(asked.max(wait.mul_f32(jitter(ask, turn))));
                wait = (wait * 2).min(LONGEST_WAIT);
            }
        }
        let message = format!("the store cannot be reached: {last}, {TRIES} times");
        let help = "publish again when it is back: it goes on where it ended";
        Err(Refusal::new(message, help).into())
    }

    fn settled(&self, answer: Answer) -> Result<Answer, Unusable> {
        let (what, help) = match answer.status {
            200..=299 | 404 | 409 | 412 => return Ok(answer),
            301 | 302 | 307 => {
                ("it is in another region", "set `region` and `endpoint` of the target")
            }
            401 | 403 => (
                "it does not let us in",
                "see that the credentials in the environment are right and may read, write and list",
            ),
            _ => ("it refuses the request", "see that `bucket`, `endpoint` and `region` are right"),
        };
        let bucket = self.bucket.name();
        let message = format!("the store says no to `{bucket}`: {what} ({})", answer.status);
        Err(Refusal::new(message, help).into())
    }

    fn once(&self, ask: Ask<'_>) -> Result<(Answer, Option<Duration>), String> {
        let who = Some(&self.credentials);
        let (method, url) = match ask {
            Ask::Get(key) => ("GET", self.bucket.get_object(who, key).sign(SIGNED)),
            Ask::Put(key, ..) => ("PUT", self.bucket.put_object(who, key).sign(SIGNED)),
            Ask::Delete(key) => ("DELETE", self.bucket.delete_object(who, key).sign(SIGNED)),
            Ask::List(prefix, after, most) => {
                let mut list = ListObjectsV2::new(&self.bucket, who);
                list.with_prefix(prefix);
                list.with_max_keys(most);
                if let Some(after) = after {
                    list.with_start_after(after);
                }
                ("GET", list.sign(SIGNED))
            }
        };
        let mut request = Request::builder().method(method).uri(url.as_str());
        let body: &[u8] = if let Ask::Put(_, body, headers) = ask {
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            body
        } else {
            &[]
        };
        let unsound = |_| "the address is none".to_owned();
        let answered = if method == "PUT" {
            self.agent.run(request.body(body).map_err(unsound)?)
        } else {
            self.agent.run(request.body(()).map_err(unsound)?)
        };
        let mut answer = answered.map_err(|error| why(&error))?;
        let header = |name: &str| {
            answer.headers().get(name).and_then(|it| it.to_str().ok()).map(str::to_owned)
        };
        let after = header("retry-after").and_then(|it| it.parse().ok()).map(Duration::from_secs);
        let (etag, media_type) = (header("etag").unwrap_or_default(), header("content-type"));
        let cache_control = header("cache-control");
        let status = answer.status().as_u16();
        let read = answer.body_mut().with_config().limit(u64::MAX).read_to_vec();
        let bytes = read.map_err(|error| why(&error))?;
        Ok((Answer { status, etag, seen: Seen { bytes, media_type, cache_control } }, after))
    }

    /// Keys that begin with a prefix, at most so many.
    ///
    /// # Errors
    /// As [`Client::ask`].
    pub fn keys(&self, prefix: &str, most: usize) -> Result<Vec<String>, Unusable> {
        let mut keys: Vec<String> = Vec::new();
        loop {
            let after = keys.last().cloned();
            let page = (most - keys.len()).min(1000);
            let answer = self.ask(Ask::List(prefix, after.as_deref(), page))?;
            let text = String::from_utf8_lossy(&answer.seen.bytes).into_owned();
            let Ok(listed) = ListObjectsV2::parse_response(&text) else {
                let message = "the store's list of keys cannot be read";
                return Err(Refusal::new(message, "see that `endpoint` is an S3 service").into());
            };
            let came = listed.contents.len();
            let key = |key: &str| percent_decoded(key);
            keys.extend(listed.contents.iter().map(|it| key(&it.key)));
            if came < page || keys.len() >= most {
                return Ok(keys);
            }
        }
    }
}

/// What is the matter. The library's own words may show the address, which is signed.
#[expect(clippy::wildcard_enum_match_arm, reason = "the library may add kinds of errors")]
fn why(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Io(cause) => cause.kind().to_string(),
        ureq::Error::Timeout(_) => "no answer came in time".to_owned(),
        ureq::Error::HostNotFound => "there is no such server".to_owned(),
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => {
            "its certificate cannot be trusted".to_owned()
        }
        _ => "the connection failed".to_owned(),
    }
}

/// Keys are listed in the form that addresses have.
fn percent_decoded(key: &str) -> String {
    let mut bytes = Vec::with_capacity(key.len());
    let mut rest = key.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = |at: usize| after.get(at).and_then(|it| char::from(*it).to_digit(16));
        match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                rest = after.get(2..).unwrap_or(&[]);
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether another try may have another answer.
fn is_passing(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500..=599)
}

/// Between a half and one and a half, so that many do not come back at the same moment.
fn jitter(ask: Ask<'_>, turn: u32) -> f32 {
    let (Ask::Get(key) | Ask::Put(key, ..) | Ask::Delete(key) | Ask::List(key, ..)) = ask;
    let digits = hash::short(format!("{key} {turn}").as_bytes());
    let number = u8::from_str_radix(digits.get(..2).unwrap_or("80"), 16).unwrap_or(128);
    0.5 + f32::from(number) / 255.0
}
