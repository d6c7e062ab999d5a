//! A template and its data become a PDF: the one door to the typesetter.
//!
//! Owns what is promised of every PDF: tagged PDF/UA-1 and PDF/A-2a in one file, a stable identifier, no clock. Data
//! are values, never markup: nothing in them is executed. Knows no book: cards and covers come through here too.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use typst::comemo::Track;
use typst::ecow::EcoString;
use typst::foundations::{Datetime, Label, Output, Selector, Smart};
use typst::introspection::{Introspector, Location, MetadataElem};
use typst::model::LateLinkResolver;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::Manuscript;
use super::faults;
use super::fonts::Fonts;
use super::places::is_place;
use super::world::{Sources, World};
use crate::base::{Diagnostic, Hash, RelPath, codes};
use crate::theme::Theme;
use crate::words;

/// A theme's print templates, ready to set documents with.
pub struct Typesetter<'a> {
    theme: &'a Theme,
    sources: Sources,
}

/// What a document is set with, besides its template and data.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    /// The faces it may use.
    pub fonts: &'a Fonts,
    /// Its images: path as its data name it → bytes (PNG, JPEG, GIF, WebP, SVG).
    pub images: &'a BTreeMap<RelPath, Arc<[u8]>>,
    /// What tells it from every other document, build after build.
    pub identifier: &'a str,
    /// Its date, YYYY-MM-DD; the epoch when empty, for an archive asks for one and the clock may not be looked at.
    pub date: &'a str,
}

/// The data of a document as its template reads them, written once for all who ask.
#[derive(Clone, Debug)]
pub struct Written {
    data: Arc<[u8]>,
    texts: BTreeMap<RelPath, Arc<[u8]>>,
}

impl Written {
    /// Writes them as JSON.
    #[must_use]
    pub fn new(manuscript: &Manuscript) -> Self {
        let data = serde_json::to_vec(&manuscript.data).unwrap_or_default();
        Self { data: data.into(), texts: manuscript.texts.clone() }
    }
}

/// A finished document.
#[derive(Clone, Debug)]
pub struct Typeset {
    /// The file.
    pub pdf: Vec<u8>,
    /// Its pages.
    pub pages: usize,
    /// What the typesetter warns of, at the template's lines.
    pub warnings: Vec<Diagnostic>,
    /// What the template says of itself: its `metadata` labelled `<report>`.
    pub reports: Vec<Value>,
}

impl<'a> Typesetter<'a> {
    /// A typesetter for the templates of a theme.
    #[must_use]
    pub fn new(theme: &'a Theme) -> Self {
        Self { theme, sources: Sources::new(theme) }
    }

    /// What a document is made from: of the same hash comes the same file.
    #[must_use]
    pub fn made_from(&self, template: &str, data: &Written, job: &Job<'_>) -> Hash {
        let mut all = data.data.to_vec();
        let files = data.texts.iter().chain(job.images);
        let files = files.flat_map(|(path, bytes)| [path.to_string(), Hash::of(bytes).hex()]);
        let hashes = job.fonts.hashes().iter().map(Hash::hex).chain([self.sources.hash.hex()]);
        let words = [env!("CARGO_PKG_VERSION"), template, job.identifier, job.date].map(str::to_owned);
        for part in files.chain(hashes).chain(words) {
            all.push(0);
            all.extend(part.as_bytes());
        }
        Hash::of(&all)
    }

    /// Sets `print/<template>` of the theme. The template reads its data with `json("/data.json")`, the texts of
    /// chapters and images at `/` and their path, the theme's own images at `/img/…`.
    ///
    /// # Errors
    /// Faults of the template, at its lines.
    pub fn typeset(&self, template: &str, data: &Written, job: &Job<'_>) -> Result<Typeset, Vec<Diagnostic>> {
        let files = data.texts.iter().chain(job.images);
        let Some(world) = World::new(&self.sources, job.fonts, template, Arc::clone(&data.data), files) else {
            return Err(vec![Diagnostic::error(
                codes::THEME_TEMPLATE,
                words!("there is no print template “{template}”", "không có khuôn mẫu in “{template}”"),
            )]);
        };
        let finding = |all: &[typst::diag::SourceDiagnostic]| faults::findings(&world, self.theme, all);
        let compiled = typst::compile::<PagedDocument>(&world);
        let document = compiled.output.map_err(|all| finding(&all))?;
        let options = options(job).map_err(|text| vec![refused(&text)])?;
        let pages = Output::introspector(&document);
        let links = LateLinkResolver::new(None, pages);
        let pdf = typst_pdf::pdf_in_bundle(&document, &options, &places(pages), links.track());
        let pdf = pdf.map_err(|all| finding(&all))?;
        let (pages, reports) = (document.pages().len(), reports(&document));
        Ok(Typeset { pdf, pages, warnings: finding(&compiled.warnings), reports })
    }
}

impl std::fmt::Debug for Typesetter<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Typesetter").field("theme", &self.theme).finish_non_exhaustive()
    }
}

/// The places that a PDF names besides its headings: of those labelled as places of the website's pages the first on each
/// page of the document.
fn places(pages: &dyn Introspector) -> Vec<(Location, EcoString)> {
    let mut first: BTreeMap<usize, (f64, Location, EcoString)> = BTreeMap::new();
    for content in &pages.query_labelled() {
        let name = content.label().map(Label::resolve);
        let Some(name) = name.filter(|name| is_place(name.as_str())) else { continue };
        let Some((location, position)) = content.location().and_then(|at| Some((at, pages.position(at)?.as_paged()?)))
        else {
            continue;
        };
        let (page, height) = (position.page.get(), position.point.y.to_pt());
        if first.get(&page).is_none_or(|(known, ..)| height < *known) {
            first.insert(page, (height, location, EcoString::from(name.as_str())));
        }
    }
    first.into_values().map(|(_, location, name)| (location, name)).collect()
}

/// Where a template's reports are found.
const REPORT: &str = "report";

fn reports(document: &PagedDocument) -> Vec<Value> {
    let Some(label) = Label::new(PicoStr::intern(REPORT)) else { return Vec::new() };
    let found = document.introspector().query(&Selector::Label(label));
    let metadata = found.iter().filter_map(|content| content.to_packed::<MetadataElem>());
    metadata.filter_map(|element| serde_json::to_value(&element.value).ok()).collect()
}

/// Lets go of what the typesetter remembers to be quick the next time; for programs that live on.
pub fn forget() {
    typst::comemo::evict(0);
}

fn options(job: &Job<'_>) -> Result<PdfOptions, String> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).map_err(|e| e.message().to_string())?;
    Ok(PdfOptions {
        ident: Smart::Custom(job.identifier.to_owned()),
        creator: Smart::Custom(Some(concat!("camnang ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: day(job.date).or_else(|| day("1970-01-01")).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

fn day(iso: &str) -> Option<Datetime> {
    let mut parts = iso.splitn(3, '-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Datetime::from_ymd_hms(year, month, day, 0, 0, 0)
}

fn refused(text: &str) -> Diagnostic {
    Diagnostic::error(codes::PRINT_FAILED, words!("the PDF cannot be made: {text}", "không tạo được PDF: {text}"))
}
