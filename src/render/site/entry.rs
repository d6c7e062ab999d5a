//! What leads to pages: language choice, 404, redirects of former addresses, sitemap, robots.

use super::frame::{Frame, choice, home};
use super::head;
use super::links::{Links, absolute, path_of};
use super::view::{Line, View};
use crate::base::{Artifact, ArtifactKind, RelPath};
use crate::book::model::TextOrigin;
use crate::theme::Shared;

/// Pages of the whole site: the language choice and the page for addresses that are not there.
pub fn views(frame: &Frame<'_>) -> Vec<(RelPath, &'static str, View)> {
    vec![(choice(), "languages.html", languages(frame)), (not_found_path(), "not-found.html", not_found(frame))]
}

fn languages(frame: &Frame<'_>) -> View {
    let links = Links::From(choice());
    let mut view = frame.view(&links);
    view.head.description.clone_from(&frame.book.locale.description);
    view.head.script = frame.theme.paths.languages.as_ref().map(|p| links.to(p)).unwrap_or_default();
    if let Some(base) = &frame.handbook.config.base_url {
        view.head.canonical = absolute(base, &choice());
    }
    view
}

fn not_found_path() -> RelPath {
    RelPath::new("404.html").unwrap_or_default()
}

/// It is served at any depth: its addresses start at the host, or, when nobody knows where the site
/// will stand, there are none and the page stands alone.
fn not_found(frame: &Frame<'_>) -> View {
    let base = frame.handbook.config.base_url.as_deref();
    let links = Links::Rooted(base.map(path_of).unwrap_or_default());
    let mut view = frame.view(&links);
    let title = frame.strings.text("not-found-title", &[]);
    view.head.title = format!("{title} · {}", frame.book.locale.title);
    view.head.noindex = true;
    if base.is_none() {
        let bare = super::view::Head {
            title: view.head.title.clone(),
            policy: view.head.policy,
            noindex: true,
            og_type: "website",
            ..Default::default()
        };
        view.head = bare;
        let locale = &frame.book.locale;
        let (title, description) = (locale.title.clone(), locale.description.clone());
        view.site = Shared::new(&super::view::Site { title, description, ..Default::default() });
        view.languages.iter_mut().for_each(|language| language.href.clear());
    }
    view
}

/// Former addresses of pages. An address that a page has now is that page's.
pub fn redirects(frame: &Frame<'_>) -> Vec<(RelPath, View)> {
    let taken: std::collections::BTreeSet<&RelPath> = frame.book.pages.iter().map(|p| &p.path).collect();
    let mut redirects = Vec::new();
    for page in &frame.book.pages {
        for alias in page.aliases.iter().filter(|alias| !taken.contains(alias)) {
            let links = Links::From(alias.clone());
            let mut view = frame.view(&links);
            view.head.title.clone_from(&page.title);
            view.head.noindex = true;
            if let Some(base) = &frame.handbook.config.base_url {
                view.head.canonical = absolute(base, &page.path);
            }
            view.head.script = frame.theme.paths.redirect.as_ref().map(|p| links.to(p)).unwrap_or_default();
            view.target = Some(Line {
                title: page.title.clone(),
                href: links.to(&page.path),
                lang: frame.lang(page),
                ..Line::default()
            });
            redirects.push((alias.clone(), view));
        }
    }
    redirects
}

/// `sitemap.xml` and `robots.txt`: both must name absolute addresses, so both need a base address.
pub fn machine_readable(frame: &Frame<'_>) -> Vec<Artifact> {
    let Some(base) = &frame.handbook.config.base_url else { return Vec::new() };
    let file = |name: &str, text: String| {
        Artifact::new(RelPath::new(name).unwrap_or_default(), ArtifactKind::Entry, text.into_bytes())
    };
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n");
    vec![file("sitemap.xml", sitemap(frame, base)), file("robots.txt", robots)]
}

/// Every page in every language it is written in, with its counterparts.
fn sitemap(frame: &Frame<'_>, base: &str) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for book in &frame.handbook.books {
        let start = home(book);
        if !book.pages.iter().any(|p| p.path == start) {
            xml.push_str(&format!("<url><loc>{}</loc></url>\n", escape(&absolute(base, &start))));
        }
        for page in book.pages.iter().filter(|p| p.origin != TextOrigin::Fallback) {
            xml.push_str(&format!("<url><loc>{}</loc>", escape(&absolute(base, &page.path))));
            if let Some(updated) = &page.updated {
                xml.push_str(&format!("<lastmod>{}</lastmod>", escape(updated)));
            }
            for other in head::alternates(frame, base, page) {
                let (lang, href) = (escape(&other.lang), escape(&other.href));
                xml.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>"));
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
