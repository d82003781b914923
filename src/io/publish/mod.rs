//! Publishing: the site leaves for where readers find it.
