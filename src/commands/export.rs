//! `export FORMAT`: the briefing in a form that is not part of the site.

use std::path::Path;

use crate::cli::{Everywhere, Export, ExportFormat};
use crate::commands::start;
use crate::commands::stop::Stop;
use crate::engine::Engine;
use crate::io::write::copy;
use crate::io::{chromium, edit, own, terminal};
use crate::model::settings::Destination;
use crate::model::site::{Content, Exchange, Output, What};

/// Exports.
///
/// # Errors
/// Where the briefing has errors, or the machine refuses.
pub fn run(export: &Export, everywhere: &Everywhere) -> Result<(), Stop> {
    let (root, engine) = start::engine(everywhere, false)?;
    if engine.diagnostics().has_errors() {
        return Err(Stop::Errors(engine.faults()));
    }
    match export.format {
        ExportFormat::Annotations => {
            written(export, &made(&engine, &What::AnnotationsJson)?)?;
        }
        ExportFormat::Quotes => written(export, &made(&engine, &What::QuotesCsv)?)?,
        ExportFormat::Events => written(export, &made(&engine, &What::EventsCsv)?)?,
        ExportFormat::Ftm => exchanged(export, &engine, Exchange::FollowTheMoney)?,
        ExportFormat::Popolo => exchanged(export, &engine, Exchange::Popolo)?,
        ExportFormat::Timelinejs => exchanged(export, &engine, Exchange::TimelineJs)?,
        ExportFormat::Nginx => {
            written(export, engine.nginx(&served(&engine, &root)).as_bytes())?;
        }
        ExportFormat::Pdf => {
            let output = export.output.clone().unwrap_or_else(|| "briefing.pdf".into());
            told(pdf(&engine, &root, &output), &output)?;
        }
    }
    Ok(())
}

fn exchanged(export: &Export, engine: &Engine, form: Exchange) -> Result<(), Stop> {
    written(export, engine.exchange(form).as_bytes())
}

/// Writes it where that was asked for, else prints it.
fn written(export: &Export, bytes: &[u8]) -> Result<(), Stop> {
    match &export.output {
        Some(output) => told(edit::write(output, bytes), output),
        None => {
            terminal::raw_result(bytes);
            Ok(())
        }
    }
}

/// The folder that a server shows: of the first target that has one.
fn served(engine: &Engine, root: &Path) -> String {
    let folder = engine.settings().publish.iter().find_map(|target| match &target.to {
        Destination::Folder { path } => Some(root.join(&**path)),
        Destination::Ssh { path, .. } => Some(Path::new(&**path).to_path_buf()),
        Destination::Git { .. } | Destination::S3 { .. } => None,
    });
    let folder = folder.unwrap_or_else(|| "/srv/www/briefing".into());
    folder.join("current").display().to_string()
}

fn told(done: Result<(), impl Into<Stop>>, output: &Path) -> Result<(), Stop> {
    done.map_err(Into::into)?;
    terminal::result(&format!("wrote {}", output.display()));
    Ok(())
}

/// The bytes of an output that there is one of.
fn made(engine: &Engine, what: &What) -> Result<Vec<u8>, Stop> {
    let output = engine.outputs().iter().find(|output| output.what == *what);
    let made = output.map(|output| engine.make(output));
    match made {
        Some(Ok(Content::Bytes(bytes))) => Ok(bytes),
        Some(Ok(Content::Stream(stream))) => Ok(stream.bytes()),
        Some(Ok(Content::CopyOf(_))) | None => Ok(Vec::new()),
        Some(Err(wrong)) => Err(Stop::Errors(engine.with_made(wrong))),
    }
}

/// Prints `print.html`, with the files that it needs beside it.
fn pdf(engine: &Engine, root: &Path, output: &Path) -> Result<(), Stop> {
    let _lock = start::lock(root, "export")?;
    let folder = own::folder(root)?.join("print");
    edit::remove_folder(&folder)?;
    let needed = |output: &&Output| matches!(output.what, What::Print | What::Asset(_));
    let written = engine.outputs().iter().filter(needed).try_for_each(|output| {
        let content = engine.make(output).map_err(|wrong| Stop::Errors(engine.with_made(wrong)))?;
        let full = folder.join(&*output.path);
        edit::make_folder_of(&full)?;
        copy::make(root, &full, &content, (&folder, &output.path))?;
        Ok::<_, Stop>(())
    });
    let page = folder.join("print.html");
    let printed = written.and_then(|()| Ok(chromium::print(&page, output, &folder)?));
    edit::remove_folder(&folder)?;
    printed
}
