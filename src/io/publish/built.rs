//! A site that was built: its manifest, and its bytes whenever they are asked for.

use std::collections::HashMap;
use std::path::Path;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::hash;
use crate::io::error::IoError;
use crate::io::write::copy;
use crate::io::write::error::{Refusal, Unusable, WriteError};
use crate::io::write::order::Plan;
use crate::model::project::AssetBytes;
use crate::model::site::{Content, Output};
use crate::release::content_type;
use crate::release::manifest::{Class, Entry, Files, Manifest};

/// Makes a file of the site.
pub type Make<'a, E> = &'a (dyn Fn(&Output) -> Result<Content, E> + Sync);

/// A site that was built.
pub struct Built<'a, E> {
    /// Its files.
    pub manifest: Manifest,
    root: &'a Path,
    outputs: HashMap<&'a str, &'a Output, FixedState>,
    make: Make<'a, E>,
}

impl<'a, E: Send> Built<'a, E> {
    /// Builds all of it, in memory, and keeps what each file is.
    ///
    /// # Errors
    /// All that is wrong with pages, or the machine refuses.
    pub fn new(
        root: &'a Path,
        date: &str,
        outputs: &'a [Output],
        make: Make<'a, E>,
    ) -> Result<Self, WriteError<E>> {
        Plan::of(outputs)?;
        let one = |output: &Output| -> Result<(Box<str>, Entry), Result<E, IoError>> {
            let content = make(output).map_err(Ok)?;
            let (size, sha256) = match &content {
                Content::Bytes(bytes) => (bytes.len() as u64, hash::sha256_hex(bytes)),
                Content::Stream(_) | Content::CopyOf(_) => {
                    let sha256 = copy::sha256(root, &content).map_err(Err)?;
                    (copy::length(root, &content), sha256)
                }
            };
            let class = Class::of(&output.path, &output.what);
            let media_type = content_type::of(&output.path).into();
            let entry = Entry { size, sha256: sha256.into(), media_type, class };
            Ok((output.path.clone(), entry))
        };
        let mut made = Vec::new();
        outputs.par_iter().map(one).collect_into_vec(&mut made);
        let (mut files, mut wrong) = (Files::new(), Vec::new());
        let mut refused = None;
        for made in made {
            match made {
                Ok((path, entry)) => drop(files.insert(path, entry)),
                Err(Ok(error)) => wrong.push(error),
                Err(Err(error)) => refused = refused.or(Some(error)),
            }
        }
        if !wrong.is_empty() {
            return Err(WriteError::Made(wrong));
        }
        if let Some(error) = refused {
            return Err(error.into());
        }
        let outputs = outputs.iter().map(|output| (&*output.path, output)).collect();
        Ok(Built { manifest: Manifest::new(date, files), root, outputs, make })
    }

    /// The bytes of a file, made once more: they are just those of the manifest.
    ///
    /// # Errors
    /// Where a static file has been changed meanwhile, or cannot be read.
    pub fn bytes_of(&self, path: &str) -> Result<Vec<u8>, Unusable> {
        let unknown = || {
            let help = "this is a fault of the program: please report it";
            Unusable::Refused(Refusal::new(format!("`{path}` is not part of the release"), help))
        };
        let output = self.outputs.get(path).ok_or_else(unknown)?;
        let content = (self.make)(output).map_err(|_| unknown())?;
        let bytes = match content {
            Content::Bytes(bytes) => bytes,
            Content::Stream(stream) => stream.bytes(),
            Content::CopyOf(asset) => match asset.bytes {
                AssetBytes::BuiltIn(bytes) => bytes.to_vec(),
                AssetBytes::OnDisk(path) => {
                    let full = self.root.join(&*path);
                    std::fs::read(&full).map_err(IoError::of("read", &full))?
                }
            },
        };
        let entry = self.manifest.files.get(path).ok_or_else(unknown)?;
        if hash::sha256_hex(&bytes) != *entry.sha256 {
            let message = format!("`{path}` was changed while it was being published");
            return Err(Refusal::new(message, "publish again; readers see the old site").into());
        }
        Ok(bytes)
    }
}
