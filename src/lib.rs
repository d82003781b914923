//! `dateline` turns a folder of Markdown into a briefing microsite.
