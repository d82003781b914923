//! A bucket as target.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rusty_s3::{Bucket, UrlStyle};

use crate::io::clock;
use crate::io::error::IoError;
use crate::io::publish::journal;
use crate::io::publish::s3::client::{Ask, Client};
use crate::io::publish::s3::credentials;
use crate::io::publish::s3::kept::{self, Former, Kept};
use crate::io::publish::target::{Bytes, Live, Seen, Shipment, Source, Target};
use crate::io::terminal::Progress;
use crate::io::write::error::{Refusal, Unusable};
use crate::release::manifest::{Manifest, Session};
use crate::release::plan::{Change, Put};

/// Where the manifest stands.
const MANIFEST: &str = ".dateline/manifest.json";
/// How many requests are under way at a time.
const AT_ONCE: usize = 8;
/// How long another's publish is waited for, in seconds.
const PATIENCE: i64 = 900;

/// A bucket.
pub struct Store {
    client: Client,
    prefix: String,
    owner: String,
    kept: Kept,
}

/// Bucket, endpoint, region and prefix, as the settings name them.
pub type Named<'a> = (&'a str, Option<&'a str>, Option<&'a str>, Option<&'a str>);

impl Store {
    /// A bucket, by its settings.
    ///
    /// # Errors
    /// Where they make no address, or there are no credentials.
    pub fn new(root: &Path, (name, endpoint, region, prefix): Named<'_>) -> Result<Self, Unusable> {
        let from_env =
            || std::env::var("AWS_REGION").or_else(|_| std::env::var("AWS_DEFAULT_REGION"));
        let region = region.map(str::to_owned).or_else(|| from_env().ok());
        let region = region.unwrap_or_else(|| "us-east-1".to_owned());
        let (address, style) = match endpoint {
            Some(endpoint) => (endpoint.to_owned(), UrlStyle::Path),
            None if name.contains('.') => {
                (format!("https://s3.{region}.amazonaws.com"), UrlStyle::Path)
            }
            None => (format!("https://s3.{region}.amazonaws.com"), UrlStyle::VirtualHost),
        };
        let no_address = || {
            let message = format!("`{address}` with the bucket `{name}` is no address");
            Refusal::new(message, "set `endpoint: https://…` and `bucket` of the target")
        };
        let url = address.parse().map_err(|_| no_address())?;
        let bucket = Bucket::new(url, style, name.to_owned(), region).map_err(|_| no_address())?;
        let prefix = prefix.map(|it| it.trim_matches('/')).filter(|it| !it.is_empty());
        let prefix = prefix.map_or(String::new(), |prefix| format!("{prefix}/"));
        let kept = kept::of(root, &format!("{address} {name} {prefix}"))?;
        let owner = journal::owner(root)?;
        let client = Client::new(bucket, credentials::find()?);
        Ok(Store { client, prefix, owner, kept })
    }

    fn key(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    fn stored(&self) -> Result<Option<(Manifest, String)>, Unusable> {
        let answer = self.client.ask(Ask::Get(&self.key(MANIFEST)))?;
        if answer.status == 404 {
            return Ok(None);
        }
        let manifest = Manifest::from_json(&answer.seen.bytes).ok_or_else(|| {
            let message = format!("`{MANIFEST}` in the bucket cannot be read");
            Refusal::new(message, "another version of this program may have written it")
        })?;
        Ok(Some((manifest, answer.etag)))
    }

    /// Puts the manifest, where it is still the one that was seen; gives its new version.
    fn put_manifest(&self, manifest: &Manifest, seen: &str) -> Result<String, Unusable> {
        let text = manifest.to_json();
        let condition = if seen.is_empty() { ("if-none-match", "*") } else { ("if-match", seen) };
        let headers = [
            ("content-type", "application/json; charset=utf-8"),
            ("cache-control", "no-store"),
            condition,
        ];
        let answer = self.client.ask(Ask::Put(&self.key(MANIFEST), text.as_bytes(), &headers))?;
        if answer.status < 300 && !answer.etag.is_empty() {
            return Ok(answer.etag);
        }
        match self.stored()? {
            // It arrived, and only the answer was lost.
            Some((now, etag)) if now == *manifest => Ok(etag),
            Some((now, _)) => {
                let who = match &now.session {
                    Some(session) => format!("`{}` is publishing", session.owner),
                    None => format!("another has published `{}`", now.release),
                };
                let help = "publish again; what they put was not deleted";
                Err(Refusal::new(format!("{who} meanwhile"), help).into())
            }
            None => {
                let message = "the manifest in the bucket is gone meanwhile";
                Err(Refusal::new(message, "publish again").into())
            }
        }
    }

    /// Refuses while another is at work.
    fn free(&self, live: Option<&Manifest>) -> Result<(), Refusal> {
        let Some(session) = live.and_then(|it| it.session.as_ref()) else { return Ok(()) };
        let age = clock::now() - session.since;
        if *session.owner == *self.owner || age > PATIENCE {
            return Ok(());
        }
        let message = format!("`{}` began to publish {age} seconds ago", session.owner);
        Err(Refusal::new(message, "wait until that has ended; after 15 minutes it is taken over"))
    }

    /// Refuses names that something stands at that is not ours.
    fn unclaimed(&self, shipment: &Shipment<'_>, ours: &BTreeSet<&str>) -> Result<(), Unusable> {
        let new = shipment.plan.puts.iter().filter(|put| put.change == Change::Added);
        let new: BTreeSet<String> =
            new.filter(|put| !ours.contains(put.path)).map(|put| self.key(put.path)).collect();
        // Where nothing of ours is there, the place was found empty.
        if new.is_empty() || shipment.adopt || shipment.live.version.is_empty() {
            return Ok(());
        }
        let keys = self.client.keys(&self.prefix, usize::MAX)?;
        match keys.iter().find(|key| new.contains(*key)) {
            None => Ok(()),
            Some(key) => {
                let message = format!("something that is not ours stands at `{key}` in the bucket");
                let help = "move it away, or replace it with `--adopt`";
                Err(Refusal::new(message, help).into())
            }
        }
    }

    fn put(&self, put: &Put<'_>, built: &dyn Bytes) -> Result<(), Unusable> {
        let bytes = built.bytes(put.path)?;
        let headers = [
            ("content-type", &*put.entry.media_type),
            ("cache-control", put.entry.class.cache_control()),
        ];
        let answer = self.client.ask(Ask::Put(&self.key(put.path), &bytes, &headers))?;
        if answer.status >= 300 {
            let message = format!("the store does not take `{}` ({})", put.path, answer.status);
            return Err(Refusal::new(message, "see that the bucket is there").into());
        }
        Ok(self.kept.keep(&put.entry.sha256, &bytes)?)
    }

    fn put_all(&self, shipment: &Shipment<'_>, resumes: bool) -> Result<(), Unusable> {
        let Shipment { to, plan, from, .. } = *shipment;
        let former;
        let built: &dyn Bytes = match from {
            Source::Built(built) => built,
            Source::Former(release) => {
                former = Former { kept: self.kept.clone(), manifest: self.kept.manifest(release) };
                &former
            }
        };
        let already = if resumes { self.kept.put_already(&to.release) } else { BTreeSet::new() };
        let journal = Mutex::new(self.kept.begin_journal(&to.release, resumes)?);
        let progress = Progress::new("files", plan.puts.len());
        for phase in plan.puts.chunk_by(|a, b| a.entry.class == b.entry.class) {
            let left: Vec<&Put<'_>> =
                phase.iter().filter(|it| !already.contains(&mark(it))).collect();
            at_once(&left, &|put| {
                self.put(put, built)?;
                progress.step();
                let line = format!("{}\n", mark(put));
                let mut journal = journal.lock().unwrap_or_else(|it| it.into_inner());
                let written = journal.write_all(line.as_bytes());
                written.map_err(|error| IoError::new("write", Path::new("journal"), error).into())
            })?;
        }
        Ok(())
    }
}

fn mark(put: &Put<'_>) -> String {
    format!("{} {}", put.entry.sha256, put.path)
}

/// Does something for each, several at a time; stops at the first error.
fn at_once<T: Sync>(
    all: &[T],
    each: &(dyn Fn(&T) -> Result<(), Unusable> + Sync),
) -> Result<(), Unusable> {
    let next = AtomicUsize::new(0);
    let failed: Mutex<Option<Unusable>> = Mutex::new(None);
    std::thread::scope(|threads| {
        for _ in 0..AT_ONCE.min(all.len()) {
            threads.spawn(|| {
                while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(error) = each(one) {
                        next.store(all.len(), Ordering::Relaxed);
                        let mut failed = failed.lock().unwrap_or_else(|it| it.into_inner());
                        *failed = failed.take().or(Some(error));
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap_or_else(|it| it.into_inner());
    failed.map_or(Ok(()), Err)
}

impl Target for Store {
    fn live(&mut self) -> Result<Live, Unusable> {
        if let Some((manifest, version)) = self.stored()? {
            return Ok(Live { manifest: Some(manifest), version, ..Live::default() });
        }
        let foreign = self.client.keys(&self.prefix, 1)?.into_iter().next();
        Ok(Live { foreign, ..Live::default() })
    }

    fn ship(&mut self, shipment: &Shipment<'_>) -> Result<String, Unusable> {
        let Shipment { to, live, plan, .. } = *shipment;
        let before = live.manifest.as_ref();
        self.free(before)?;
        let former = before.and_then(|it| it.session.as_ref());
        let ours: BTreeSet<&str> = former.iter().flat_map(|it| &it.names).map(|it| &**it).collect();
        self.unclaimed(shipment, &ours)?;
        let put = plan.puts.iter().map(|it| it.path);
        let names: BTreeSet<&str> = ours.iter().copied().chain(put).collect();
        let session = Session {
            owner: self.owner.as_str().into(),
            since: clock::now(),
            release: to.release.clone(),
            names: names.into_iter().map(Into::into).collect(),
        };
        // What was put once may be what is damaged: it is not taken for done.
        let resumes = !live.is_mended_by(to)
            && former.is_some_and(|it| it.owner == session.owner && it.release == session.release);
        let nothing = || Manifest { release: "".into(), ..Manifest::new("", Default::default()) };
        let begun = before.cloned().unwrap_or_else(nothing);
        let begun = Manifest { session: Some(session), ..begun };
        let version = self.put_manifest(&begun, &live.version)?;
        self.put_all(shipment, resumes)?;
        let gone: Vec<Box<str>> = plan.deletes.iter().map(|it| (*it).into()).collect();
        let committed = Manifest { gone, ..to.clone() };
        let version = self.put_manifest(&committed, &version)?;
        if !plan.deletes.is_empty() {
            at_once(&plan.deletes, &|path| {
                self.client.ask(Ask::Delete(&self.key(path))).map(|_| ())
            })?;
            self.put_manifest(to, &version)?;
        }
        self.kept.keep_manifest(to)?;
        Ok(to.release.to_string())
    }

    fn releases(&mut self) -> Result<Vec<String>, Unusable> {
        Ok(self.kept.releases())
    }

    fn former(&mut self, release: &str) -> Result<Option<Manifest>, Unusable> {
        Ok(self.kept.manifest(release))
    }

    fn switch_to(&mut self, _: &str) -> Result<bool, Unusable> {
        Ok(false)
    }

    fn read(&mut self, path: &str) -> Result<Option<Seen>, Unusable> {
        let answer = self.client.ask(Ask::Get(&self.key(path)))?;
        Ok((answer.status == 200).then_some(answer.seen))
    }

    fn forget(&mut self, is_told: &dyn Fn(&str, &[u8]) -> bool) -> Result<usize, Unusable> {
        let live = self.stored()?.map(|(manifest, _)| manifest.release);
        let mut forgotten = 0;
        for release in self.kept.releases() {
            let Some(manifest) = self.kept.manifest(&release) else { continue };
            let told = manifest.all().any(|(path, entry)| {
                is_told(path, &self.kept.bytes_of(path, entry).unwrap_or_default())
            });
            if told && live.as_deref() != Some(&*release) {
                self.kept.remove(&release)?;
                forgotten += 1;
            }
        }
        self.kept.sweep()?;
        Ok(forgotten)
    }
}
