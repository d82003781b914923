//! Real servers on loopback for tests, and a proxy that fails on purpose.
//!
//! A server that is not installed is skipped, and that is said; where `DATELINE_HOSTS` is set (as
//! `./test` does, which installs them), it is a failure.

#![allow(dead_code, unreachable_pub, reason = "each test takes what it needs")]

pub mod line;
pub mod proxy;

use std::collections::BTreeMap;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A server that ends with the test.
pub struct Server {
    child: Child,
    pub port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program of that name: on the path, in the system's folder, or among the tools of `./test`.
pub fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools");
    let more = [PathBuf::from("/usr/sbin"), tools.join("bin"), tools.join("moto/bin")];
    let found =
        std::env::split_paths(&path).chain(more).map(|it| it.join(name)).find(|it| it.is_file());
    if found.is_none() {
        assert!(std::env::var_os("DATELINE_HOSTS").is_none(), "{name} is missing");
        eprintln!("SKIPPED: the server {name} is not installed; `./test` installs it");
    }
    found
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Starts a server, and waits until it answers.
pub fn started(command: &mut Command, port: u16) -> Server {
    let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let server = Server { child: command.spawn().unwrap(), port };
    for _ in 0..600 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return server;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("{command:?} does not answer");
}

pub const KEY: &str = "testkey";
pub const SECRET: &str = "canary-secret-5d41402abc4b";

/// The store that checks signatures: `s3s-fs`. Its objects are files in the folder.
pub fn s3s(data: &Path) -> Option<Server> {
    let program = program("s3s-fs")?;
    std::fs::create_dir_all(data.join("site")).unwrap();
    let port = free_port();
    let mut command = Command::new(program);
    command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
    command.args(["--access-key", KEY, "--secret-key", SECRET]).arg(data);
    Some(started(&mut command, port))
}

/// The store that keeps headers: `moto_server`.
pub fn moto() -> Option<Server> {
    let program = program("moto_server")?;
    let port = free_port();
    let mut command = Command::new(program);
    command.args(["-H", "127.0.0.1", "-p", &port.to_string()]);
    let server = started(&mut command, port);
    let put = format!(
        "PUT /site HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    );
    let answer = proxy::exchange(port, put.as_bytes()).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer));
    Some(server)
}

/// A web server; `inside` stands in its `server` block, its files in a folder.
pub fn nginx(here: &Path, inside: &str) -> Option<Server> {
    let program = program("nginx")?;
    let (port, at) = (free_port(), here.display());
    let is_root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let user = if is_root { "user root;" } else { "" };
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|it| format!("{it}_temp_path {at}/tmp;"))
        .concat();
    let text = format!(
        "{user} worker_processes 1; pid {at}/pid; error_log {at}/error; daemon off; master_process off; events {{}}\n\
         http {{ access_log off; {temporary}\n\
         server {{ listen 127.0.0.1:{port}; {inside} }} }}"
    );
    let config = here.join("nginx.conf");
    std::fs::write(&config, text).unwrap();
    let mut command = Command::new(program);
    command.arg("-p").arg(here).arg("-e").arg(here.join("error")).arg("-c").arg(config);
    Some(started(&mut command, port))
}

/// Another web server; `inside` stands in its configuration. It reads `.htaccess`.
pub fn apache(here: &Path, inside: &str) -> Option<Server> {
    let program = program("apache2")?;
    let (port, at) = (free_port(), here.display());
    let modules = ["mpm_event", "authz_core", "mime", "dir", "alias", "headers", "rewrite"];
    let modules = modules
        .map(|it| format!("LoadModule {it}_module /usr/lib/apache2/modules/mod_{it}.so\n"))
        .concat();
    let text = format!(
        "ServerRoot {at}\nServerName x\nListen 127.0.0.1:{port}\nPidFile {at}/apache.pid\n\
         ErrorLog {at}/apache.log\n{modules}User #65534\nGroup #65534\nTypesConfig /dev/null\n\
         <Directory {at}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n{inside}\n"
    );
    let config = here.join("apache.conf");
    std::fs::write(&config, text).unwrap();
    let mut command = Command::new(program);
    command.arg("-f").arg(config).args(["-D", "FOREGROUND"]);
    Some(started(&mut command, port))
}

/// An OpenSSH server that knows one key and allows `sftp` alone. The configuration in `ssh_config`
/// calls it `host`; in `wrong_config` another key is known of it.
pub fn sshd(state: &Path) -> Option<Server> {
    sshd_that(state, "Subsystem sftp internal-sftp\nForceCommand internal-sftp\n")
}

/// The same with a shell, as git needs it.
pub fn sshd_with_shell(state: &Path) -> Option<Server> {
    let own = state.join("bin");
    let path = std::env::var("PATH").unwrap();
    sshd_that(
        state,
        &format!("Subsystem sftp internal-sftp\nSetEnv PATH={}:{path}\n", own.display()),
    )
}

fn sshd_that(state: &Path, allows: &str) -> Option<Server> {
    let (sshd, keygen) = (program("sshd")?, program("ssh-keygen")?);
    program("sftp")?;
    let _ = std::fs::create_dir_all("/run/sshd");
    let port = free_port();
    for key in ["host", "user", "stranger"] {
        let mut command = Command::new(&keygen);
        command.args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(state.join(key));
        assert!(command.status().unwrap().success());
    }
    let at = |name: &str| state.join(name).display().to_string();
    let read = |name: &str| std::fs::read_to_string(state.join(name)).unwrap();
    let write = |name: &str, text: String| std::fs::write(state.join(name), text).unwrap();
    write("authorized", read("user.pub"));
    // The exchange of keys that OpenSSH prefers is safe from computers to come, and took half the
    // time of all tests that publish by ssh.
    let server = format!(
        "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nPidFile none\nAuthorizedKeysFile {}\n\
         StrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n\
         KexAlgorithms curve25519-sha256\n{allows}",
        at("host"),
        at("authorized")
    );
    write("sshd_config", server);
    for (known, config, key) in
        [("known", "ssh_config", "host"), ("wrong", "wrong_config", "stranger")]
    {
        write(known, format!("[127.0.0.1]:{port} {}", read(&format!("{key}.pub"))));
        let text = format!(
            "Host host\n  HostName 127.0.0.1\n  Port {port}\n  IdentityFile {}\n  IdentitiesOnly yes\n\
             \x20 UserKnownHostsFile {}\n  StrictHostKeyChecking yes\n",
            at("user"),
            at(known)
        );
        write(config, text);
    }
    let mut command = Command::new(sshd);
    command.args(["-D", "-f"]).arg(state.join("sshd_config")).arg("-E").arg(state.join("log"));
    Some(started(&mut command, port))
}

/// The files of a folder, however deep, by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Reads all files of a folder; none where it is not there.
pub fn files(top: &Path) -> Files {
    let (mut found, mut folders) = (Files::new(), vec![top.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).into_iter().flatten().map(|it| it.unwrap().path()) {
            let name = path.strip_prefix(top).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}
