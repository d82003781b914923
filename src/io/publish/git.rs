//! A branch of a git repository as target: GitHub, GitLab and Codeberg Pages, and every host that
//! serves a branch.
//!
//! No work tree and no clone: a release is a commit, made in a bare repository of our own, and
//! pushed under a lease, so that another's push is never lost. What others put on the branch stays
//! (`CNAME` among it). The commit has no parents: what is retracted is in no history.

use std::ffi::OsStr;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::io::clock;
use crate::io::error::IoError;
use crate::io::publish::journal;
use crate::io::publish::program::{Input, Said, run, without_passwords};
use crate::io::publish::target::{Live, Seen, Shipment, Source, Target};
use crate::io::terminal::Progress;
use crate::io::write::error::{Refusal, Unusable};
use crate::release::manifest::Manifest;

/// The branch where none is named.
const BRANCH: &str = "gh-pages";
/// Where the manifest stands on the branch.
const MANIFEST: &str = ".dateline/manifest.json";
/// The largest file that hosts take.
const LARGEST: u64 = 100_000_000;
/// Files of the host's own: a branch that holds only these is not someone else's site.
const STEERING: [&str; 5] = ["CNAME", ".nojekyll", ".domains", ".gitignore", "README.md"];

/// A branch.
#[derive(Debug)]
pub struct Git {
    repository: PathBuf,
    remote: String,
    branch: String,
    live: String,
}

impl Git {
    /// The branch of a repository; a relative path counts from the site's root.
    ///
    /// # Errors
    /// Where git is missing, or the machine refuses.
    pub fn new(root: &Path, remote: &str, branch: Option<&str>) -> Result<Self, Unusable> {
        let branch = branch.unwrap_or(BRANCH).to_owned();
        if remote.starts_with('-') || branch.starts_with('-') {
            let message = format!("`{remote}` is no repository");
            return Err(Refusal::new(message, "write its address").into());
        }
        let repository = journal::folder(root, "git", &format!("{remote} {branch}"))?;
        let local = root.join(remote);
        let remote = if local.is_dir() { local.display().to_string() } else { remote.to_owned() };
        unlock(&repository)?;
        let git = Git { repository, remote, branch, live: String::new() };
        if !git.repository.join("HEAD").is_file() {
            git.done("make a repository", &["init", "--quiet", "--bare"])?;
        }
        Ok(git)
    }

    fn git<S: AsRef<OsStr>>(
        &self,
        words: &[S],
        input: Option<Input<'_>>,
    ) -> Result<Said, Unusable> {
        let mut command = Command::new("git");
        command.arg("--git-dir").arg(&self.repository).args(words);
        // It never asks: whoever publishes may not be there.
        command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_ASKPASS", "").env("SSH_ASKPASS", "");
        command.env("LC_ALL", "C").env_remove("GIT_DIR").env_remove("GIT_WORK_TREE");
        if std::env::var_os("GIT_SSH_COMMAND").is_none() {
            command.env("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
        }
        run(&mut command, input)
    }

    fn done(&self, action: &str, words: &[&str]) -> Result<Vec<u8>, Unusable> {
        let said = self.git(words, None)?;
        if said.ok { Ok(said.out) } else { Err(self.failed(action, &said.err)) }
    }

    fn failed(&self, action: &str, said: &str) -> Unusable {
        let last =
            said.lines().filter(|it| !it.starts_with("hint:")).collect::<Vec<_>>().join("\n  ");
        let remote = without_passwords(&self.remote);
        let message = format!("git cannot {action} `{remote}`:\n  {}", last.trim());
        let says = |word: &str| said.contains(word);
        let help = if says("could not read Username")
            || says("Authentication failed")
            || says("403")
        {
            "give git the credentials: `git credential approve`, or an ssh key in the agent; never in dateline.yaml"
        } else if says("Host key verification failed") {
            "the host shows another key than the one that is known: ask who runs it; only then `ssh-keygen -R HOST`"
        } else if says("Permission denied") {
            "add the key to the agent with `ssh-add`, and see that it may write there"
        } else {
            "see whether the address is right and you are connected; readers see the old site"
        };
        Refusal::new(message, help).into()
    }

    /// The commit that the branch is at; empty where there is none.
    fn head(&self) -> Result<String, Unusable> {
        let name = format!("refs/heads/{}", self.branch);
        let listed = self.done("reach", &["ls-remote", &self.remote, &name])?;
        let listed = String::from_utf8_lossy(&listed);
        Ok(listed.split_whitespace().next().unwrap_or("").to_owned())
    }

    /// Moves the branch, if it is still where we saw it.
    fn push(&self, commit: &str, seen: &str) -> Result<(), Unusable> {
        let name = format!("refs/heads/{}", self.branch);
        let lease = format!("--force-with-lease={name}:{seen}");
        let refspec = format!("{commit}:{name}");
        let said = self.git(&["push", "--quiet", &lease, &self.remote, &refspec], None)?;
        if said.ok {
            return Ok(());
        }
        match self.head() {
            // It arrived, and only the answer was lost.
            Ok(head) if head == commit => Ok(()),
            Ok(head) if head != seen => {
                let what = match head.as_str() {
                    "" => "deleted the branch".to_owned(),
                    head => format!("pushed the commit {head}"),
                };
                let message = format!("another has {what} on `{}` meanwhile", self.branch);
                let help = "see what it is, then publish again; nothing of it was overwritten";
                Err(Refusal::new(message, help).into())
            }
            Ok(_) | Err(_) => Err(self.failed("push to", &said.err)),
        }
    }

    fn blob(&self, commit: &str, path: &str) -> Result<Option<Vec<u8>>, Unusable> {
        let said = self.git(&["cat-file", "blob", &format!("{commit}:{path}")], None)?;
        Ok(said.ok.then_some(said.out))
    }

    fn names(&self, commit: &str) -> Result<Vec<String>, Unusable> {
        let listed = self.done("read", &["ls-tree", "-r", "-z", "--name-only", commit])?;
        let listed = String::from_utf8_lossy(&listed).into_owned();
        Ok(listed.split('\0').filter(|it| !it.is_empty()).map(str::to_owned).collect())
    }

    /// References of releases, oldest first: number, release, commit.
    fn refs(&self) -> Result<Vec<(String, String)>, Unusable> {
        let format = "--format=%(refname:lstrip=3) %(objectname)";
        let listed = self.done("read", &["for-each-ref", format, "refs/releases/"])?;
        let listed = String::from_utf8_lossy(&listed).into_owned();
        let pairs = listed.lines().filter_map(|line| line.split_once(' '));
        Ok(pairs.map(|(name, commit)| (name.to_owned(), commit.to_owned())).collect())
    }

    /// The commit that a release was put as, the last time.
    fn commit_of(&self, release: &str) -> Result<Option<String>, Unusable> {
        let refs = self.refs()?;
        let found = refs.iter().rev().find(|(name, _)| name.rsplit('/').next() == Some(release));
        Ok(found.map(|(_, commit)| commit.clone()))
    }

    /// Writes the commit of a release.
    fn commit(&self, shipment: &Shipment<'_>) -> Result<String, Unusable> {
        let Shipment { to, live, plan, from, now, .. } = *shipment;
        let progress = Progress::new("files", plan.puts.len());
        // What is on the branch and not ours stays: the new tree begins as the old one.
        let tree = match live.version.as_str() {
            "" => String::new(),
            seen => {
                let tree = self.done("read", &["rev-parse", &format!("{seen}^{{tree}}")])?;
                String::from_utf8_lossy(&tree).trim().to_owned()
            }
        };
        let former = match from {
            Source::Built(_) => None,
            Source::Former(release) => self.commit_of(release)?,
        };
        let bytes = |path: &str| match (from, &former) {
            (Source::Built(built), _) => built.bytes(path),
            (Source::Former(release), commit) => {
                let bytes = commit.as_ref().map(|it| self.blob(it, path)).transpose()?.flatten();
                bytes.ok_or_else(|| {
                    let message = format!("`{path}` of {release} is not kept in this working copy");
                    let help = "go back in the content (`git checkout`), and publish that";
                    Refusal::new(message, help).into()
                })
            }
        };
        let mut write = |to_git: &mut dyn Write| -> Result<(), Unusable> {
            let mut out = std::io::BufWriter::new(to_git);
            let mut put = |text: &[u8]| {
                out.write_all(text).map_err(IoError::of("write to git at", &self.repository))
            };
            let message = format!("Release {}\n", to.release);
            put(format!(
                "commit refs/incoming\ncommitter dateline <dateline@localhost> {} +0000\ndata {}\n{message}",
                now.max(0),
                message.len()
            )
            .as_bytes())?;
            if !tree.is_empty() {
                put(format!("M 040000 {tree} \"\"\n").as_bytes())?;
            }
            for path in &plan.deletes {
                put(format!("D {}\n", quoted(path)).as_bytes())?;
            }
            let mut file = |path: &str, bytes: &[u8]| -> Result<(), Unusable> {
                let head = format!("M 100644 inline {}\ndata {}\n", quoted(path), bytes.len());
                put(head.as_bytes())?;
                put(bytes)?;
                Ok(put(b"\n")?)
            };
            for each in &plan.puts {
                progress.step();
                file(each.path, &bytes(each.path)?)?;
            }
            if !to.files.contains_key(".nojekyll") {
                file(".nojekyll", b"")?;
            }
            file(MANIFEST, to.to_json().as_bytes())?;
            put(b"done\n")?;
            Ok(out.flush().map_err(IoError::of("write to git at", &self.repository))?)
        };
        let words = ["fast-import", "--quiet", "--force", "--done"];
        let said = self.git(&words, Some(&mut write))?;
        if !said.ok {
            return Err(self.failed("make a commit for", &said.err));
        }
        let commit = self.done("read", &["rev-parse", "refs/incoming"])?;
        Ok(String::from_utf8_lossy(&commit).trim().to_owned())
    }

    fn remember(&self, release: &str, commit: &str) -> Result<(), Unusable> {
        let refs = self.refs()?;
        if refs.iter().any(|(name, known)| name.ends_with(release) && known == commit) {
            return Ok(());
        }
        let name = format!("refs/releases/{:06}/{release}", refs.len() + 1);
        self.done("keep a release in", &["update-ref", &name, commit])?;
        Ok(())
    }
}

/// So often it is looked whether a git that is still ending has given its locks back.
const LOOKS: u32 = 20;

/// Takes away the locks of a git that was killed: it leaves them, and none could ever write here again.
/// Nobody else works here, since we have the lock of the site.
fn unlock(repository: &Path) -> Result<(), IoError> {
    let mut looks = 0;
    loop {
        let locks = locks(repository);
        if locks.is_empty() {
            return Ok(());
        }
        if looks == LOOKS {
            return locks.iter().try_for_each(|path| match fs::remove_file(path) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    Err(IoError::new("remove", path, error))
                }
                Ok(()) | Err(_) => Ok(()),
            });
        }
        looks += 1;
        clock::wait(Duration::from_millis(50));
    }
}

/// The locks of a repository.
fn locks(repository: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![repository.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if entry.file_type().is_ok_and(|it| it.is_dir()) {
                // Objects have their hash as name, and no locks.
                if entry.file_name() != "objects" {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|it| it == "lock") {
                found.push(path);
            }
        }
    }
    found
}

/// A path as fast-import reads it.
fn quoted(path: &str) -> String {
    if path.contains(['"', '\\', '\n']) {
        let path = path.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        return format!("\"{path}\"");
    }
    path.to_owned()
}

impl Target for Git {
    fn live(&mut self) -> Result<Live, Unusable> {
        let head = self.head()?;
        self.live.clone_from(&head);
        if head.is_empty() {
            return Ok(Live::default());
        }
        let here = self.git(&["cat-file", "-e", &format!("{head}^{{tree}}")], None)?.ok;
        if !here {
            let refspec = format!("+refs/heads/{}:refs/live", self.branch);
            let words = ["fetch", "--quiet", "--depth=1", "--no-tags", &self.remote, &refspec];
            self.done("fetch from", &words)?;
        }
        let manifest = self.blob(&head, MANIFEST)?.and_then(|it| Manifest::from_json(&it));
        let names = if manifest.is_some() { vec![] } else { self.names(&head)? };
        let foreign = names.into_iter().find(|name| !STEERING.contains(&name.as_str()));
        Ok(Live { manifest, version: head, foreign, ..Live::default() })
    }

    fn ship(&mut self, shipment: &Shipment<'_>) -> Result<String, Unusable> {
        if let Some(large) = shipment.plan.puts.iter().find(|put| put.entry.size > LARGEST) {
            let message = format!("`{}` is larger than the 100 MB that git hosts take", large.path);
            return Err(Refusal::new(message, "publish it elsewhere, and link to it").into());
        }
        let commit = self.commit(shipment)?;
        self.push(&commit, &shipment.live.version)?;
        self.live.clone_from(&commit);
        self.remember(&shipment.to.release, &commit)?;
        Ok(shipment.to.release.to_string())
    }

    fn releases(&mut self) -> Result<Vec<String>, Unusable> {
        let mut seen = Vec::new();
        for (name, _) in self.refs()? {
            let release = name.rsplit('/').next().unwrap_or(&name).to_owned();
            if !seen.contains(&release) {
                seen.push(release);
            }
        }
        Ok(seen)
    }

    fn former(&mut self, release: &str) -> Result<Option<Manifest>, Unusable> {
        let Some(commit) = self.commit_of(release)? else { return Ok(None) };
        Ok(self.blob(&commit, MANIFEST)?.and_then(|it| Manifest::from_json(&it)))
    }

    fn switch_to(&mut self, _: &str) -> Result<bool, Unusable> {
        // Its commit would take away what others have put on the branch since.
        Ok(false)
    }

    fn read(&mut self, path: &str) -> Result<Option<Seen>, Unusable> {
        let bytes = self.blob(&self.live, path)?;
        Ok(bytes.map(|bytes| Seen { bytes, ..Seen::default() }))
    }

    fn forget(&mut self, is_told: &dyn Fn(&str, &[u8]) -> bool) -> Result<usize, Unusable> {
        let mut forgotten = 0;
        for (name, commit) in self.refs()? {
            let mut told = false;
            for path in self.names(&commit)? {
                told = is_told(&path, &self.blob(&commit, &path)?.unwrap_or_default());
                if told {
                    break;
                }
            }
            if told && commit != self.live {
                self.done("forget in", &["update-ref", "-d", &format!("refs/releases/{name}")])?;
                forgotten += 1;
            }
        }
        for own in ["refs/incoming", "refs/live"] {
            self.git(&["update-ref", "-d", own], None)?;
        }
        self.done("clean", &["reflog", "expire", "--expire=now", "--all"])?;
        // Another that was killed may be said to be at it still.
        self.done("clean", &["gc", "--quiet", "--force", "--prune=now"])?;
        Ok(forgotten)
    }
}
