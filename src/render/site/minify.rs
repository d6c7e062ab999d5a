//! Smaller HTML that means the same and stays valid.

use minify_html::{Cfg, minify};

/// Minifies a page. Only what keeps the page conforming; scripts and styles are files of their own.
pub fn html(text: &str) -> Vec<u8> {
    let mut config = Cfg::new();
    config.keep_closing_tags = true;
    config.keep_html_and_head_opening_tags = true;
    minify(text.as_bytes(), &config)
}
