//! Links, images and raw HTML of a page: each is led to what it names, or reported.
//!
//! Owns the rule by which a destination is resolved: in the page's own book, relative to its source path,
//! whichever file the text stands in. Pages are only read here, but for the one that is worked on.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::addresses::{self, Addresses, Destination};
use super::anchors::{Anchors, Label};
use super::assets::{self, Assets};
use super::draft::Origin;
use super::model::Page;
use super::raw_html;
use crate::base::{
    Diagnostic, Hash, Later, Locale, NearPaths, PathError, RelPath, Said, Span, Stored, Unread, Words, codes, is_safe,
    nearest,
};
use crate::content::data;
use crate::content::markdown::tree::{Block, BlockKind, Image, Inline, Link, Target};
use crate::content::markdown::walk::{self, Line, Visitor};
use crate::words;

/// A page, as links to it need it.
pub struct Place {
    /// Output path.
    pub path: RelPath,
    /// Title and number.
    pub label: Label,
    anchors: Later<Anchors>,
    /// Hash of it all: pages are many, and all are hashed for every build.
    key: Hash,
}

impl Place {
    /// What links need to know of a page.
    pub fn new(path: RelPath, label: Label, anchors: Anchors) -> Self {
        let key = Hash::of_value(&(&path, &label, &anchors));
        Self { path, label, anchors: Later::new(anchors), key }
    }

    /// Anchors.
    pub fn anchors(&self) -> &Anchors {
        self.anchors.get()
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Stored for Place {
    fn store(&self, to: &mut Vec<u8>) {
        self.path.store(to);
        self.label.store(to);
        self.anchors.store(to);
        self.key.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (path, label) = (Stored::restore(from)?, Stored::restore(from)?);
        Some(Self { path, label, anchors: Stored::restore(from)?, key: Stored::restore(from)? })
    }
}

impl std::hash::Hash for Place {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

/// A statistic, as links to it need it.
#[derive(Hash)]
pub struct Figure {
    /// Where it is shown.
    pub path: Option<RelPath>,
    /// The anchor there.
    pub anchor: Option<String>,
    /// It, in a line.
    pub summary: Said,
}

/// What links of one book can lead to.
#[derive(Hash)]
pub struct Places {
    /// Its locale.
    pub locale: Locale,
    /// Its pages.
    pub pages: Vec<Arc<Place>>,
    /// Its statistics.
    pub statistics: BTreeMap<String, Figure>,
}

/// Everything links can lead to.
pub struct Resolver<'a> {
    /// Names of pages.
    pub addresses: &'a Addresses,
    /// Names of pages that could not be read, which is told of already.
    pub unread: &'a Addresses,
    /// Pages of every book.
    pub books: &'a [Places],
    /// Other files.
    pub assets: &'a Assets<'a>,
    /// Raw HTML is passed through as it is.
    pub raw_html: bool,
    /// All files, for what was probably meant.
    pub near: &'a NearPaths<'a>,
    /// Hash of all of it but the content of files.
    pub state: Hash,
}

impl Resolver<'_> {
    /// Resolves everything in a page of a book; tells what is broken, and what was asked, and answered.
    pub fn page(
        &self,
        book: &Places,
        index: usize,
        page: &mut Page,
        origin: &Origin,
    ) -> (Vec<Diagnostic>, Vec<Question>) {
        let here = self.here(book, index, page);
        let text = page.text_locale.to_string();
        let mut pass = Pass { here, origin, findings: Vec::new(), block: text.clone(), text };
        let mut tree = std::mem::take(&mut page.tree);
        walk::tree(&mut tree, &mut pass);
        page.tree = tree;
        (pass.findings, pass.here.asked.into_inner())
    }

    /// Whether questions that a page asked before would be answered the same; `all`, or only those about files.
    #[must_use]
    pub fn answers(&self, book: &Places, index: usize, page: &Page, questions: &[Question], all: bool) -> bool {
        let here = self.here(book, index, page);
        let mut questions = questions.iter().filter(|question| all || question.file);
        questions.all(|question| Hash::of_value(&here.look(&question.to, question.image)) == question.answer)
    }

    fn here<'a>(&'a self, book: &'a Places, index: usize, page: &Page) -> Here<'a> {
        let (source, path) = (page.source.clone(), page.path.clone());
        Here { resolver: self, book, index, source, path, asked: RefCell::default(), file: Cell::new(false) }
    }
}

/// What a page asked, and the hash of the answer.
#[derive(Clone, Debug)]
pub struct Question {
    to: String,
    image: bool,
    /// The answer holds something of a file's content.
    file: bool,
    /// The output path of the file that is pointed at.
    pub asset: Option<RelPath>,
    /// Hash of what was found.
    pub answer: Hash,
}

/// The page that is worked on.
pub struct Here<'a> {
    resolver: &'a Resolver<'a>,
    book: &'a Places,
    index: usize,
    /// Its source path.
    source: RelPath,
    /// Its output path.
    pub path: RelPath,
    asked: RefCell<Vec<Question>>,
    /// A file was looked into for the question at hand.
    file: Cell<bool>,
}

/// What a destination was found to be.
#[derive(Hash)]
pub struct Found {
    /// Where it leads.
    pub target: Target,
    /// What an empty link is filled with.
    pub label: Label,
    /// An image's size.
    pub size: Option<(u32, u32)>,
    /// What is wrong with it: code, message, help.
    pub fault: Option<(&'static str, Words, Option<Words>)>,
}

impl Found {
    fn well(target: Target, label: Label) -> Self {
        Self { target, label, size: None, fault: None }
    }

    fn broken(code: &'static str, message: Words, help: Option<Words>) -> Self {
        let label = Label::default();
        Self { target: Target::Broken, label, size: None, fault: Some((code, message, help)) }
    }
}

impl Here<'_> {
    /// What a destination written in this page is. `image`: only a file will do.
    pub fn find(&self, to: &str, image: bool) -> Found {
        self.file.set(false);
        let found = self.look(to, image);
        let answer = Hash::of_value(&found);
        let asset = if let Target::Asset(path) = &found.target { Some(path.clone()) } else { None };
        self.asked.borrow_mut().push(Question { to: to.to_owned(), image, file: self.file.get(), asset, answer });
        found
    }

    fn look(&self, to: &str, image: bool) -> Found {
        match addresses::read(to, &self.source) {
            Destination::External => Found::well(Target::External, Label { title: to.to_owned(), ..Label::default() }),
            Destination::Statistic(id) => self.statistic(id),
            Destination::NoField => Found::broken(
                codes::FIELD_VALUE,
                words!("`{to}` is no day and no choice", "`{to}` không phải là ngày hay lựa chọn"),
                Some(words!(
                    "write `date:2026-11-15`, `date:11-15` for every year, `date:` for a day to be filled in, `choice:`",
                    "viết `date:2026-11-15`, `date:11-15` cho mọi năm, `date:` cho ngày sẽ điền, `choice:`"
                )),
            ),
            Destination::Inside { path: Err(error), .. } => outside(to, &error),
            Destination::Inside { path: Ok(path), anchor } => self.inside(to, &path, anchor.as_deref(), image),
        }
    }

    fn inside(&self, to: &str, path: &RelPath, anchor: Option<&str>, image: bool) -> Found {
        if to.starts_with('#') {
            return self.in_page(self.book, self.index, anchor);
        }
        if !image && let Some(page) = self.resolver.addresses.find(path) {
            return self.in_page(self.book, page, anchor);
        }
        if self.resolver.assets.find(path, &self.book.locale).is_some() {
            self.file.set(true);
        }
        if let Some(asset) = self.resolver.assets.get(path, &self.book.locale) {
            let label = Label { title: path.name().to_owned(), ..Label::default() };
            return Found { size: asset.size, ..Found::well(Target::Asset(asset.path.clone()), label) };
        }
        if !image && let Some(found) = self.in_other_locale(path, anchor) {
            return found;
        }
        if !image && self.resolver.unread.find(path).is_some() {
            return Found::well(Target::Broken, Label::default());
        }
        self.missing(to, path, image)
    }

    /// `../en/x.md`: a page in another locale, named on purpose.
    fn in_other_locale(&self, path: &RelPath, anchor: Option<&str>) -> Option<Found> {
        let (first, rest) = path.as_str().split_once('/')?;
        let book = self.resolver.books.iter().find(|b| b.locale.as_str() == first)?;
        let page = self.resolver.addresses.find(&RelPath::new(rest).ok()?)?;
        Some(self.in_page(book, page, anchor))
    }

    fn in_page(&self, book: &Places, page: usize, anchor: Option<&str>) -> Found {
        let Some(place) = book.pages.get(page) else {
            return Found::well(Target::Broken, Label::default());
        };
        let target =
            |anchor: Option<&str>| Target::Page { path: place.path.clone(), anchor: anchor.map(str::to_owned) };
        let Some(written) = anchor else { return Found::well(target(None), place.label.clone()) };
        if let Some((id, label)) = place.anchors().find(written) {
            let label = if label.title.is_empty() { place.label.clone() } else { label.clone() };
            return Found::well(target(Some(id)), label);
        }
        let title = &place.label.title;
        let message = words!("“{title}” has no place `#{written}`", "“{title}” không có chỗ `#{written}`");
        let help = nearest(written, place.anchors().ids())
            .map(|near| words!("did you mean `#{near}`?", "có phải bạn muốn viết `#{near}`?"));
        let fault = Some((codes::ANCHOR_BROKEN, message, help));
        Found { fault, ..Found::well(target(None), place.label.clone()) }
    }

    fn statistic(&self, id: &str) -> Found {
        if let Some(figure) = self.book.statistics.get(id) {
            let (path, anchor) = (figure.path.clone(), figure.anchor.clone());
            let target = Target::Statistic { id: id.to_owned(), path, anchor };
            let Said { text: title, lang } = figure.summary.clone();
            return Found::well(target, Label { title, number: None, lang });
        }
        let message = words!("there is no statistic `{id}`", "không có số liệu `{id}`");
        let known = self.book.statistics.keys().map(String::as_str);
        let help = nearest(id, known).map(|near| words!("did you mean `{near}`?", "có phải bạn muốn viết `{near}`?"));
        Found::broken(codes::UNKNOWN_ID, message, help)
    }

    fn missing(&self, to: &str, path: &RelPath, image: bool) -> Found {
        let near = self.resolver.near.find(path.as_str());
        let listed = |near: &str| RelPath::new(near).is_ok_and(|p| self.resolver.addresses.find(&p).is_some());
        let help = match near {
            Some(near) if near == path.as_str() && !listed(near) && !image => Some(words!(
                "the file exists, but `SUMMARY.md` does not list it",
                "tệp có thật nhưng `SUMMARY.md` không liệt kê"
            )),
            Some(near) => {
                let relative = RelPath::new(near).map_or_else(|_| near.to_owned(), |p| self.source.relative_to(&p));
                Some(words!("did you mean `{relative}`?", "có phải bạn muốn viết `{relative}`?"))
            }
            None => Some(words!(
                "write the path of a file that is there, as seen from this one",
                "hãy ghi đường dẫn tới một tệp có thật, tính từ tệp này"
            )),
        };
        let message = words!("`{to}` leads nowhere", "`{to}` không dẫn tới đâu");
        Found::broken(if image { codes::ASSET_MISSING } else { codes::LINK_BROKEN }, message, help)
    }
}

fn outside(to: &str, error: &PathError) -> Found {
    let message = words!("`{to}` leads out of the content folder", "`{to}` dẫn ra ngoài thư mục nội dung");
    let help = match error {
        PathError::Unportable(part) => {
            words!(
                "`{part}` is no name that every system can hold",
                "`{part}` không phải tên mọi hệ thống đều dùng được"
            )
        }
        _ => words!("write the path relative to this file", "hãy ghi đường dẫn tính từ tệp này"),
    };
    Found::broken(codes::LINK_BROKEN, message, Some(help))
}

struct Pass<'a> {
    here: Here<'a>,
    origin: &'a Origin,
    findings: Vec<Diagnostic>,
    /// The language of the page's text.
    text: String,
    /// That of the block at hand.
    block: String,
}

impl Pass<'_> {
    /// Everything in a line whose words are in `lang`.
    fn inlines(&mut self, content: &mut [Inline], lang: &str, span: Span) {
        for inline in content {
            match inline {
                Inline::Link(link) => self.link(link, lang),
                Inline::Image(image) => self.image(image),
                Inline::Html(html) => self.html(html, span),
                _ => {}
            }
            let own = if let Inline::Foreign { lang, .. } = inline { Some(lang.clone()) } else { None };
            if let Some(inner) = walk::inside(inline) {
                self.inlines(inner, own.as_deref().unwrap_or(lang), span);
            }
        }
    }

    fn report(&mut self, found: &mut Found, span: Span) {
        if let Some((code, message, help)) = found.fault.take() {
            let finding = Diagnostic::error(code, message).at_text(&self.origin.text, span);
            self.findings.push(Diagnostic { help, ..finding });
        }
    }

    /// A link among words in `lang`.
    fn link(&mut self, link: &mut Link, lang: &str) {
        if link.target != Target::Unresolved {
            return;
        }
        if addresses::read(&link.to, &self.here.source) == Destination::External && !is_safe(&link.to) {
            self.findings.push(data::forbidden_scheme(&link.to).at_text(&self.origin.text, link.span));
        }
        let mut found = self.here.find(&link.to, false);
        self.report(&mut found, link.span);
        let foreign = !found.label.lang.is_empty() && found.label.lang != lang;
        // A tooltip cannot say that it is in another language than its link.
        if let (Target::Statistic { .. }, true, false) = (&found.target, link.title.is_empty(), foreign) {
            link.title.clone_from(&found.label.title);
        }
        if link.content.is_empty() {
            let number = found.label.number.map_or(String::new(), |n| format!("{n} "));
            let title = if found.label.title.is_empty() { link.to.clone() } else { found.label.title };
            let words = Inline::Text(format!("{number}{title}"));
            link.content.push(match foreign {
                true => Inline::Foreign { lang: found.label.lang, content: vec![words] },
                false => words,
            });
        }
        link.target = found.target;
    }

    fn image(&mut self, image: &mut Image) {
        if image.target != Target::Unresolved {
            return;
        }
        let mut found = self.here.find(&image.source, true);
        self.report(&mut found, image.span);
        if let (Target::Asset(path), None, None) = (&found.target, image.size, found.size)
            && assets::has_pixels(path)
        {
            let source = &image.source;
            let message = words!("`{source}` is no image that can be read", "`{source}` không phải hình đọc được");
            let help = words!(
                "open the file and save it again; without its size the text jumps when it loads",
                "hãy mở tệp rồi lưu lại; thiếu kích thước, chữ sẽ nhảy khi hình tải xong"
            );
            let finding = Diagnostic::warning(codes::IMAGE_UNREADABLE, message).help(help);
            self.findings.push(finding.at_text(&self.origin.text, image.span));
        }
        image.target = found.target;
        image.size = image.size.or(found.size);
    }

    fn html(&mut self, html: &mut String, span: Span) {
        let (rewritten, faults) = raw_html::rewrite(html, &self.here);
        if let Some(rewritten) = rewritten {
            *html = rewritten;
        }
        for mut found in faults {
            self.report(&mut found, span);
        }
        if let Some(idle) = self.here.resolver.raw_html.then(|| raw_html::idle(html)).flatten() {
            let message = words!(
                "browsers do not run `{idle}` here: pages allow scripts and styles from files of the site only",
                "trình duyệt không chạy `{idle}` ở đây: trang chỉ cho chạy mã và kiểu dáng từ tệp của trang web"
            );
            let help = words!(
                "put it into a file of the theme: theme/js/ or theme/css/",
                "hãy đưa vào một tệp của giao diện: theme/js/ hoặc theme/css/"
            );
            let finding = Diagnostic::warning(codes::RAW_HTML_IDLE, message).help(help);
            self.findings.push(finding.at_text(&self.origin.text, span));
        }
    }
}

impl Visitor for Pass<'_> {
    fn block(&mut self, block: &mut Block) {
        block.lang.as_deref().unwrap_or(&self.text).clone_into(&mut self.block);
        if let BlockKind::Html(html) = &mut block.kind {
            self.html(html, block.span);
        }
    }

    fn line(&mut self, _: Line, content: &mut Vec<Inline>, span: Span) {
        let lang = self.block.clone();
        self.inlines(content, &lang, span);
    }

    fn figure(&mut self, image: &mut Image) {
        self.image(image);
    }
}
