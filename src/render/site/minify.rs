//! Smaller HTML that means the same and stays valid.

use minify_html::{Cfg, minify};

/// How deep elements may nest in what is minified: the minifier recurses, and its stack is the thread's.
const DEEPEST: usize = 400;

/// Minifies a page. Only what keeps the page conforming; scripts and styles are files of their own.
/// A page that nests deeper than any honest one is left as it is.
pub fn html(text: &str) -> Vec<u8> {
    if depth(text) > DEEPEST {
        return text.as_bytes().to_vec();
    }
    let mut config = Cfg::new();
    config.keep_closing_tags = true;
    config.keep_html_and_head_opening_tags = true;
    minify(text.as_bytes(), &config)
}

/// How deep elements nest at most, estimated from above: an element that is never closed counts on.
fn depth(text: &str) -> usize {
    const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"];
    let (mut depth, mut deepest) = (0_usize, 0);
    for after in text.split('<').skip(1) {
        if after.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let name = after.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            let tag = after.split('>').next().unwrap_or_default();
            if !VOID.contains(&name) && !tag.ends_with('/') {
                depth += 1;
                deepest = deepest.max(depth);
            }
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_counted_without_void_elements() {
        assert_eq!(depth("<ul><li>a<br>b<img src=x></li><li><b>c</b></li></ul><hr><path d=x />"), 3);
    }

    #[test]
    fn a_page_that_nests_too_deep_is_left_whole() {
        let page = format!("<p>{}x{}", "<b>".repeat(50_000), "</b>".repeat(50_000));
        assert_eq!(html(&page), page.as_bytes());
    }
}
