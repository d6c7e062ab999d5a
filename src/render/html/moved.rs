//! The HTML of a page set down elsewhere than on the website: in an e-book, in one file with all other pages.
//!
//! Owns how a page's addresses and anchors are found and put right; where things are then, the edition says
//! ([`Elsewhere`]). Works on written HTML, because authors write HTML of their own among Markdown.

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use percent_encoding::percent_decode_str;

use crate::base::RelPath;

/// What an address on a page leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A place on the same page.
    Here(String),
    /// An output file, and an anchor in it.
    File(RelPath, Option<String>),
    /// Anything outside the handbook, as written.
    Outside(String),
}

/// Where things are in an edition. All addresses are plain text: what HTML escapes is escaped by the caller.
pub trait Elsewhere {
    /// The address of a link; `None` leaves its words without a link.
    fn link(&self, destination: &Destination) -> Option<String>;
    /// The address of an image; `None` leaves its words.
    fn image(&self, destination: &Destination) -> Option<String>;
    /// An anchor under the name it has there.
    fn anchor(&self, id: &str) -> String;
    /// Whatever else has to be different, before the rest is done.
    fn element(&self, _element: &mut Element<'_, '_>) {}
}

/// Attributes that name anchors of the page, one or several.
const NAMING: [&str; 5] = ["for", "headers", "aria-controls", "aria-describedby", "aria-labelledby"];

/// The page's HTML with every address and anchor as the edition has them. A link of a page to itself
/// (for copying its address) has no sense there and goes.
#[must_use]
pub fn moved(html: &str, page: &RelPath, edition: &dyn Elsewhere) -> String {
    let handler = element!("*", |el| {
        edition.element(el);
        if !el.removed() {
            put_right(el, page, edition);
        }
        Ok(())
    });
    // Fails only when memory does: what is written then is the page as it was.
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(handler))
        .unwrap_or_else(|_| html.to_owned())
}

fn put_right(el: &mut Element<'_, '_>, page: &RelPath, edition: &dyn Elsewhere) {
    let own_link = el.get_attribute("class").is_some_and(|c| c.split(' ').any(|c| c == "self-link"));
    match el.tag_name().as_str() {
        "a" if own_link => return el.remove(),
        "a" => link(el, page, edition),
        "img" => image(el, page, edition),
        _ => {}
    }
    if let Some(id) = el.get_attribute("id") {
        set(el, "id", &edition.anchor(&unescape(&id)));
    }
    for name in NAMING {
        if let Some(ids) = el.get_attribute(name) {
            let ids: Vec<String> = unescape(&ids).split_whitespace().map(|id| edition.anchor(id)).collect();
            set(el, name, &ids.join(" "));
        }
    }
}

fn link(el: &mut Element<'_, '_>, page: &RelPath, edition: &dyn Elsewhere) {
    let Some(href) = el.get_attribute("href") else { return };
    match edition.link(&destination(&unescape(&href), page)) {
        Some(href) => set(el, "href", &href),
        None => {
            el.set_tag_name("span").ok();
            el.remove_attribute("href");
            el.remove_attribute("rel");
        }
    }
}

fn image(el: &mut Element<'_, '_>, page: &RelPath, edition: &dyn Elsewhere) {
    let source = el.get_attribute("src").unwrap_or_default();
    match edition.image(&destination(&unescape(&source), page)) {
        Some(source) => set(el, "src", &source),
        None => {
            // Already escaped: it was an attribute.
            let words = el.get_attribute("alt").unwrap_or_default();
            el.replace(&words, ContentType::Html);
        }
    }
}

/// What an address written on `page` leads to.
#[must_use]
pub fn destination(address: &str, page: &RelPath) -> Destination {
    let (path, anchor) = match address.split_once('#') {
        Some((path, anchor)) => (path, Some(decode(anchor)).filter(|a| !a.is_empty())),
        None => (address, None),
    };
    let scheme = path.split(['/', '?']).next().is_some_and(|first| first.contains(':'));
    if scheme || path.starts_with('/') {
        return Destination::Outside(address.to_owned());
    }
    if path.is_empty() {
        return Destination::Here(anchor.unwrap_or_default());
    }
    match page.link(&decode(path.split('?').next().unwrap_or_default())) {
        Ok(file) => Destination::File(file, anchor),
        Err(_) => Destination::Outside(address.to_owned()),
    }
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Sets an attribute to plain text.
pub fn set(el: &mut Element<'_, '_>, name: &str, value: &str) {
    let mut escaped = String::with_capacity(value.len());
    super::escape::push_attribute(&mut escaped, value);
    // Quotes are escaped already, so the rewriter finds none to escape again.
    el.set_attribute(name, &escaped).ok();
}

/// The text of an attribute, of which the rewriter shows the source.
fn unescape(source: &str) -> String {
    source.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Book;

    impl Elsewhere for Book {
        fn link(&self, destination: &Destination) -> Option<String> {
            match destination {
                Destination::Here(id) => Some(format!("#x-{id}")),
                Destination::File(path, anchor) if path.extension() == "html" => {
                    Some(format!("{}#{}", path.with_extension("xhtml"), anchor.as_deref().unwrap_or_default()))
                }
                Destination::File(..) => None,
                Destination::Outside(address) => Some(address.clone()),
            }
        }

        fn image(&self, destination: &Destination) -> Option<String> {
            matches!(destination, Destination::File(..)).then(|| "data:".to_owned())
        }

        fn anchor(&self, id: &str) -> String {
            format!("x-{id}")
        }
    }

    fn check(html: &str, expected: &str) {
        let page = RelPath::new("vi/khung/a.html").unwrap();
        assert_eq!(moved(html, &page, &Book), expected);
    }

    #[test]
    fn addresses_and_anchors_are_put_right() {
        check(r##"<a href="../b%20c.html#m%E1%BB%A5c">b</a>"##, r#"<a href="vi/b c.xhtml#mục">b</a>"#);
        check(r##"<h2 id="a">A<a class="self-link" href="#a"></a></h2>"##, r#"<h2 id="x-a">A</h2>"#);
        check(r##"<a href="#a">A</a>"##, r##"<a href="#x-a">A</a>"##);
        check(r#"<a href="../../media/t.csv" rel="x">t</a>"#, "<span>t</span>");
        check(r#"<a href="https://a.vn/?b=1&amp;c=2">t</a>"#, r#"<a href="https://a.vn/?b=1&amp;c=2">t</a>"#);
        check(r#"<img src="https://a.vn/b.png" alt="a &amp; &quot;b&quot;">"#, "a &amp; &quot;b&quot;");
        check(r#"<label for="a">A</label>"#, r#"<label for="x-a">A</label>"#);
    }

    #[test]
    fn what_leaves_the_site_is_outside() {
        let page = RelPath::new("vi/a.html").unwrap();
        for address in ["https://a.vn/b.html", "mailto:a@b.vn", "//a.vn/", "/root.html", "../../out.html"] {
            assert_eq!(destination(address, &page), Destination::Outside(address.to_owned()));
        }
    }
}
