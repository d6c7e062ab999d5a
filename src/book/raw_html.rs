//! Addresses in raw HTML, led to where a link or image of Markdown with the same address would lead.
//!
//! Owns which attributes hold an address, and what browsers will not run. Each piece of raw HTML is rewritten as it stands: an element may
//! begin in one and end in another.

use std::cell::RefCell;

use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::links::{Found, Here};
use crate::content::markdown::tree::Target;

const SELECTOR: &str = "a[href], img[src], source[src], video[src], video[poster], audio[src], track[src]";

/// The HTML with its addresses resolved, if anything in it changed, and what was wrong.
pub fn rewrite(html: &str, here: &Here<'_>) -> (Option<String>, Vec<Found>) {
    if !["href", "src", "poster"].iter().any(|name| html.to_ascii_lowercase().contains(name)) {
        return (None, Vec::new());
    }
    let faults = RefCell::new(Vec::new());
    let handler = element!(SELECTOR, |el| {
        let link = el.tag_name() == "a";
        for name in ["href", "src", "poster"] {
            let Some(written) = el.get_attribute(name) else { continue };
            let found = here.find(&written, !link);
            if let Some(address) = address(&found.target, here) {
                el.set_attribute(name, &address)?;
            }
            if let (Some((width, height)), "img") = (found.size, el.tag_name().as_str())
                && !el.has_attribute("width")
                && !el.has_attribute("height")
            {
                el.set_attribute("width", &width.to_string())?;
                el.set_attribute("height", &height.to_string())?;
            }
            if found.fault.is_some() {
                faults.borrow_mut().push(found);
            }
        }
        Ok(())
    });
    // HTML that cannot be read stays as written; the renderer sanitises it anyway.
    let settings = RewriteStrSettings::new().append_element_content_handler(handler);
    let rewritten = rewrite_str(html, settings).ok();
    (rewritten, faults.into_inner())
}

/// What of raw HTML that is passed through the site's policy keeps from running: the pages of a handbook are read with
/// `default-src 'self'`, which knows no script or style but those in files of the site.
pub fn idle(html: &str) -> Option<String> {
    let found = RefCell::new(None);
    let handler = element!("*", |el| {
        let tag = el.tag_name();
        let here = el.get_attribute("src").is_some_and(|src| !src.contains("//"));
        // Data is no script: `type="application/json"`.
        let data = el.get_attribute("type").is_some_and(|kind| kind.contains("json"));
        let named = |a: &lol_html::html_content::Attribute<'_>| a.name() == "style" || a.name().starts_with("on");
        let idle = match tag.as_str() {
            "style" => Some("<style>".to_owned()),
            "script" if !here && !data => Some("<script>".to_owned()),
            _ => el.attributes().iter().find(|a| named(a)).map(|a| format!("{}=\"…\"", a.name())),
        };
        let mut found = found.borrow_mut();
        *found = found.take().or(idle);
        Ok(())
    });
    let _ = rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(handler));
    found.into_inner()
}

fn address(target: &Target, here: &Here<'_>) -> Option<String> {
    match target {
        Target::Page { path, anchor } => {
            let same = *path == here.path && anchor.is_some();
            let page = if same { String::new() } else { here.path.address_of(path) };
            Some(page + &anchor.as_ref().map_or(String::new(), |a| format!("#{a}")))
        }
        Target::Asset(path) => Some(here.path.address_of(path)),
        _ => None,
    }
}
