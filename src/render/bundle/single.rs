//! All pages of a book in one HTML file that needs no other: for phones, which open what is sent to them without
//! its neighbours.
//!
//! Owns the names that places have in the file: a page is its path below the locale without `.html`
//! (`khung/index`), an anchor of it follows a colon (`khung/index:muc-tieu`). Images and fonts are inside as
//! `data:`; the policy allows the one style sheet and the one script by their hashes and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::page_data::{Entry, File, Heading, Line, Page, Part};
use super::single_path;
use crate::base::{Artifact, ArtifactKind, Diagnostic, Locale, RelPath, escape_address};
use crate::book::model::{self, Book, Handbook};
use crate::i18n::ui::{Strings, Value};
use crate::render::html::highlight::Highlighter;
use crate::render::html::moved::{Destination, Elsewhere, moved};
use crate::render::html::notices::translation;
use crate::render::html::{self, HtmlContext, Spoken, Words};
use crate::theme::Theme;

/// What the index's scripts begin with; between it and the end stands JSON.
const TAKE: &str = "camnang.search.take(\"";

/// Renders the file; `index`: the artifacts of the search, of which this book's are taken.
///
/// # Errors
/// Faults of the template.
pub fn single(
    handbook: &Handbook,
    book: &Book,
    theme: &Theme,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    index: &[Artifact],
) -> Result<Option<Artifact>, Vec<Diagnostic>> {
    let locale = &book.locale;
    let Some(words) = strings.get(&locale.locale) else { return Ok(None) };
    let places = Places::new(handbook, book);
    let highlighter = Highlighter::new();
    let pages = book.pages.par_iter().map(|page| view(&places, page, strings, words, &highlighter)).collect();
    let (style, script) = (style(theme), script(theme));
    let file = File {
        lang: locale.locale.as_str(),
        dir: locale.direction.as_str(),
        title: &locale.title,
        description: &locale.description,
        description_lang: untranslated(handbook, book),
        policy: policy(&style, &script),
        data: data(&locale.locale, index, words),
        style,
        script,
        parts: book.parts.iter().map(|part| contents(&places, part, words)).collect(),
        pages,
    };
    let text = theme.voice(Arc::new(Spoken(Arc::clone(words)))).render("single.html", &file)?;
    Ok(Some(Artifact::new(single_path(&locale.locale), ArtifactKind::Asset, text)))
}

/// Where things are in the file.
struct Places<'a> {
    handbook: &'a Handbook,
    book: &'a Book,
    folder: RelPath,
    pages: BTreeSet<&'a RelPath>,
    images: BTreeMap<&'a RelPath, String>,
}

impl<'a> Places<'a> {
    fn new(handbook: &'a Handbook, book: &'a Book) -> Self {
        let images = handbook.assets.iter().filter_map(|asset| Some((&asset.path, address(asset)?)));
        Self {
            handbook,
            book,
            folder: RelPath::new(book.locale.locale.as_str()).unwrap_or_default(),
            pages: book.pages.iter().map(|page| &page.path).collect(),
            images: images.collect(),
        }
    }

    fn id(&self, page: &RelPath) -> String {
        let below = page.strip(&self.folder).unwrap_or_else(|| page.clone());
        let path = below.as_str().strip_suffix(".html").unwrap_or(below.as_str());
        path.replace(' ', "_")
    }

    fn href(&self, page: &RelPath, anchor: Option<&str>) -> String {
        let anchor = anchor.map(|a| format!(":{a}")).unwrap_or_default();
        format!("#{}", escape_address(&(self.id(page) + &anchor)))
    }
}

/// An image as `data:`.
fn address(asset: &Artifact) -> Option<String> {
    let kind = match asset.path.extension().as_str() {
        "svg" => "svg+xml",
        "jpg" | "jpeg" => "jpeg",
        "png" => "png",
        "gif" => "gif",
        "webp" => "webp",
        "avif" => "avif",
        _ => return None,
    };
    Some(format!("data:image/{kind};base64,{}", STANDARD.encode(&asset.bytes)))
}

/// One page's own places.
struct Here<'a> {
    places: &'a Places<'a>,
    page: &'a RelPath,
}

impl Elsewhere for Here<'_> {
    fn link(&self, destination: &Destination) -> Option<String> {
        match destination {
            Destination::Here(anchor) => Some(self.places.href(self.page, Some(anchor))),
            Destination::File(path, anchor) if self.places.pages.contains(path) => {
                Some(self.places.href(path, anchor.as_deref()))
            }
            Destination::File(path, _) if path.extension() == "html" => Some("#_contents".to_owned()),
            Destination::File(path, _) => {
                let base = self.places.handbook.config.base_url.as_ref()?;
                Some(format!("{base}{}", escape_address(path.as_str())))
            }
            Destination::Outside(address) => Some(address.clone()),
        }
    }

    fn image(&self, destination: &Destination) -> Option<String> {
        let Destination::File(path, _) = destination else { return None };
        self.places.images.get(path).cloned()
    }

    fn anchor(&self, id: &str) -> String {
        format!("{}:{id}", self.places.id(self.page))
    }
}

fn view(
    places: &Places<'_>,
    page: &model::Page,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    words: &Strings,
    highlighter: &Highlighter,
) -> Page {
    let here = Here { places, page: &page.path };
    let own = Words(strings.get(&page.text_locale).map_or(words, |strings| strings));
    let body = html::body(&page.tree, &HtmlContext::new(&page.path, &own, highlighter));
    let config = &places.handbook.config;
    let line = |index: Option<usize>| {
        let page = index.and_then(|index| places.book.pages.get(index));
        page.map(|p| Line {
            title: p.title.clone(),
            lang: unless(&p.title_lang, &places.book.locale.locale),
            href: places.href(&p.path, None),
        })
        .unwrap_or_default()
    };
    let part = places.book.parts.get(page.part).filter(|part| !part.title.is_empty());
    Page {
        id: places.id(&page.path),
        title: page.title.clone(),
        title_lang: unless(&page.title_lang, &page.text_locale),
        title_id: here.anchor(page.title_id.as_deref().unwrap_or("_title")),
        number: page.number.clone().unwrap_or_default(),
        lang: unless(&page.text_locale, &places.book.locale.locale),
        dir: config.locale(&page.text_locale).map_or_else(|| page.text_locale.direction(), |l| l.direction).as_str(),
        part: part.map(|part| heading(places, part, words)).unwrap_or_default(),
        notices: translation(page, config, words),
        body: moved(&body, &page.path, &here),
        previous: line(page.previous),
        next: line(page.next),
    }
}

/// The source's tag where the description is the source's own; else empty.
fn untranslated(handbook: &Handbook, book: &Book) -> String {
    if book.locale.inherited.description { unless(&handbook.config.source, &book.locale.locale) } else { String::new() }
}

/// A language's tag where it is not that of the words around; else empty.
fn unless(locale: &Locale, around: &Locale) -> String {
    if locale == around { String::new() } else { locale.to_string() }
}

fn heading(places: &Places<'_>, part: &model::Part, words: &Strings) -> Heading {
    let number = part.number.as_deref().filter(|number| !number.is_empty());
    let label = number.map(|number| words.text("part-label", &[("number", Value::Text(number))]));
    Heading { label: label.unwrap_or_default(), title: part.title.clone(), lang: listed_lang(places, part.own) }
}

fn contents(places: &Places<'_>, part: &model::Part, words: &Strings) -> Part {
    Part {
        heading: if part.title.is_empty() { Heading::default() } else { heading(places, part, words) },
        entries: part.entries.iter().map(|entry| listed(places, entry)).collect(),
    }
}

fn listed(places: &Places<'_>, entry: &model::Entry) -> Entry {
    let page = entry.page.and_then(|index| places.book.pages.get(index));
    Entry {
        title: entry.title.clone(),
        href: page.map(|page| places.href(&page.path, None)).unwrap_or_default(),
        number: entry.number.clone().unwrap_or_default(),
        lang: listed_lang(places, entry.own),
        rule_above: entry.rule_above,
        children: entry.children.iter().map(|child| listed(places, child)).collect(),
        ..Entry::default()
    }
}

fn listed_lang(places: &Places<'_>, own: bool) -> String {
    let source = &places.handbook.config.source;
    if own || *source == places.book.locale.locale { String::new() } else { source.to_string() }
}

/// The website's style sheet with its fonts inside, and what this edition adds.
fn style(theme: &Theme) -> String {
    let bytes = |path: &RelPath| theme.assets.iter().find(|asset| asset.path == *path).map(|asset| &asset.bytes);
    let more =
        ["code", "entry", "forms", "letters", "lists"].into_iter().filter_map(|name| theme.paths.sheets.get(name));
    let texts =
        std::iter::once(&theme.paths.style).chain(more).filter_map(bytes).map(|bytes| String::from_utf8_lossy(bytes));
    let mut style = without_waiting_faces(&texts.collect::<String>());
    for path in theme.paths.files.values().filter(|path| path.extension() == "woff2") {
        if let Some(bytes) = bytes(path).filter(|_| style.contains(path.name())) {
            style = style.replace(path.name(), &format!("data:font/woff2;base64,{}", STANDARD.encode(bytes)));
        }
    }
    style.push_str(&theme_text(theme, "bundle/single.css"));
    style.replace("</", "<\\/")
}

/// The sheet without the faces that a page waits for (`… disk`): here every face is at hand, and twice would be too heavy.
fn without_waiting_faces(style: &str) -> String {
    const FACE: &str = "@font-face{";
    let mut pieces = style.split(FACE);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('}') {
            Some((face, rest)) if face.contains(" disk") => out.push_str(rest),
            _ => out.extend([FACE, piece]),
        }
    }
    out
}

/// The search engine and what shows its results.
fn script(theme: &Theme) -> String {
    let engine = theme.files().below("search").filter(|(name, _)| name.starts_with("engine-"));
    let mut script: String = engine.map(|(_, file)| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    script.push_str(&theme_text(theme, "bundle/single.js"));
    script.replace("</", "<\\/")
}

fn theme_text(theme: &Theme, name: &str) -> String {
    theme.files().get(name).map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default()
}

/// The book's index by the names that the engine asks for, and the sentence that counts what was found.
fn data(locale: &Locale, index: &[Artifact], words: &Strings) -> String {
    let folder = RelPath::new(&format!("{locale}/search")).unwrap_or_default();
    let counted = words.text("search-count", &[("count", Value::Text("{count}"))]);
    let mut data = format!("{{\"found\":{}", serde_json::Value::from(counted));
    for artifact in index.iter().filter(|artifact| folder.holds(&artifact.path)) {
        let text = String::from_utf8_lossy(&artifact.bytes);
        let payload = text.strip_prefix(TAKE).and_then(|rest| rest.trim_end().strip_suffix(");"));
        if let Some((name, payload)) = payload.and_then(|rest| rest.split_once("\",")) {
            data.push_str(&format!(",\"{name}\":{payload}"));
        }
    }
    data.push('}');
    // Only strings can hold `<`, and there this means the same.
    data.replace('<', "\\u003c")
}

fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src data:; font-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(script),
        hash(style)
    )
}
