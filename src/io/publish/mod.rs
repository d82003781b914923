//! Handing a site to where readers are.

pub mod built;
pub mod compare;
pub mod connection;
pub mod current;
pub mod deliver;
pub mod folder;
pub mod git;
pub mod host_lock;
pub mod journal;
pub mod program;
pub mod s3;
pub mod sftp;
pub mod shell;
pub mod ssh;
pub mod target;
pub mod versions;
