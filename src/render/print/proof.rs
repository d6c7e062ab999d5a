//! A document that is set again and again while it is written.
//!
//! Owns how little is set again: a setting begins with what the last one knew of its pages, so that the compiler finds
//! all it remembers but the chapter that changed. Those pages are handed on at once. What they moved (page numbers,
//! contents, index) is set after them, round by round, until nothing moves any more; each round can be the last.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use typst::World as _;
use typst::comemo::{self, Constraint, Track};
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Bytes, Content, Output, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector};
use typst::model::Numbering;
use typst::utils::{Protected, hash128};
use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use super::Manuscript;
use super::faults;
use super::fonts::Fonts;
use super::world::{Sources, World, id};
use crate::base::{Diagnostic, RelPath, codes};
use crate::render::proof::{Mark, ProofPage, Stand};
use crate::theme::Theme;
use crate::words;

/// Rounds after which what still moves is told to be so; the compiler itself has as many.
const ROUNDS: usize = 5;
/// Times tidied up after which what the compiler remembers and nobody asked for is forgotten.
const KEPT: usize = 3;

/// One document's settings, one after the other.
pub struct Proofs {
    theme: Arc<Theme>,
    sources: Sources,
    files: HashMap<RelPath, (Arc<[u8]>, Bytes)>,
    last: Option<PagedDocument>,
}

/// The pages of one round of setting.
#[derive(Clone, Debug)]
pub struct Proof {
    document: PagedDocument,
    marks: Arc<BTreeMap<String, Mark>>,
}

impl Proofs {
    /// A document in the look of a theme, not yet set.
    #[must_use]
    pub fn new(theme: &Arc<Theme>) -> Self {
        Self { theme: Arc::clone(theme), sources: Sources::new(theme), files: HashMap::new(), last: None }
    }

    /// Takes another look, when it is another.
    pub fn dress(&mut self, theme: &Arc<Theme>) {
        if !Arc::ptr_eq(&self.theme, theme) {
            let sources = Sources::new(theme);
            if sources.hash != self.sources.hash {
                self.sources = sources;
            }
            self.theme = Arc::clone(theme);
        }
    }

    /// Sets `print/<template>` of the theme with a manuscript whose blocks are marked. `show` is given the pages of
    /// each round that can be looked at, and whether they are the last; it says whether to go on.
    ///
    /// # Errors
    /// Faults of the template, at its lines.
    pub fn set(
        &mut self,
        template: &str,
        manuscript: &Manuscript,
        fonts: &Fonts,
        show: &mut dyn FnMut(Proof, bool) -> bool,
    ) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
        let files = self.files(manuscript);
        let marks = Arc::clone(&manuscript.marks);
        let Some(world) = World::of(&self.sources, fonts, template, files) else {
            return Err(vec![no_template(template)]);
        };
        let finding = |all: &[SourceDiagnostic]| faults::findings(&world, &self.theme, all);
        let result = rounds(&world, &mut self.last, &mut |document, done| {
            show(Proof { document: document.clone(), marks: Arc::clone(&marks) }, done)
        });
        result.map(|warnings| finding(&warnings)).map_err(|errors| finding(&errors))
    }

    /// Forgets what the latest settings did not ask for; takes a while, for when nothing else is to be done.
    pub fn tidy(&mut self) {
        comemo::evict(KEPT);
    }

    /// The files of the document's world. The compiler hashes them, so each is handed over as it was.
    fn files(&mut self, manuscript: &Manuscript) -> HashMap<typst::syntax::FileId, Bytes> {
        let mut kept = std::mem::take(&mut self.files);
        for (path, bytes) in manuscript.images.iter().chain(&manuscript.texts) {
            let known = kept.remove(path).filter(|(before, _)| Arc::ptr_eq(before, bytes));
            let entry = known.unwrap_or_else(|| (Arc::clone(bytes), Bytes::new(Arc::clone(bytes))));
            self.files.insert(path.clone(), entry);
        }
        let files = self.files.iter().filter_map(|(path, (_, bytes))| Some((id(path.as_str())?, bytes.clone())));
        let data = Bytes::new(serde_json::to_vec(&manuscript.data).unwrap_or_default());
        files.chain(id("data.json").map(|id| (id, data))).collect()
    }
}

impl std::fmt::Debug for Proofs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Proofs").field("theme", &self.theme).finish_non_exhaustive()
    }
}

type Faults = EcoVec<SourceDiagnostic>;

/// Sets the document until it holds still. `last`: the setting to begin with, and afterwards the newest.
fn rounds(
    world: &World<'_>,
    last: &mut Option<PagedDocument>,
    show: &mut dyn FnMut(&PagedDocument, bool) -> bool,
) -> Result<Faults, Faults> {
    let mut sink = Sink::new();
    let content = evaluate(world, &mut sink)?;
    for _ in 0..ROUNDS {
        let begun = last.is_some();
        let (document, still, found) = round(world, &content, last.as_ref())?;
        let document = last.insert(document);
        if still {
            sink.extend_from_sink(found);
            show(document, true);
            let delayed = sink.delayed();
            return if delayed.is_empty() { Ok(sink.warnings()) } else { Err(delayed) };
        }
        // The first round of all knows no page: its contents are empty.
        if begun && !show(document, false) {
            return Ok(Faults::new());
        }
    }
    // What began with another document's pages might go round in circles: begun anew it is as it will be printed.
    let compiled = typst::compile::<PagedDocument>(world);
    show(last.insert(compiled.output?), true);
    Ok(compiled.warnings)
}

/// The template with its data, as content that is yet to be laid out.
fn evaluate(world: &World<'_>, sink: &mut Sink) -> Result<Content, Faults> {
    let main = world.source(world.main()).map_err(|error| {
        let span = typst::syntax::Span::detached();
        EcoVec::from([SourceDiagnostic::error(span, error.to_string())])
    })?;
    let (traced, route) = (Traced::default(), Route::default());
    let world: &dyn typst::World = world;
    let module =
        typst_eval::eval(world.track(), world.library(), traced.track(), sink.track_mut(), route.track(), &main)?;
    Ok(module.content())
}

/// Lays the document out once, by what is known of its pages; whether what was asked of them is still so.
fn round(
    world: &World<'_>,
    content: &Content,
    known: Option<&PagedDocument>,
) -> Result<(PagedDocument, bool, Sink), Faults> {
    let world: &dyn typst::World = world;
    let library = world.library();
    let target = TargetElem::target.set(Target::Paged).wrap();
    let base = StyleChain::new(&library.styles);
    let styles = base.chain(&target);
    let nothing = EmptyIntrospector;
    let known: &dyn Introspector = match known {
        Some(document) => Output::introspector(document),
        None => &nothing,
    };
    let (constraint, traced, mut sink) = (Constraint::new(), Traced::default(), Sink::new());
    let mut engine = Engine {
        library,
        world: world.track(),
        introspector: Protected::new(known.track_with(&constraint)),
        traced: traced.track(),
        sink: sink.track_mut(),
        route: Route::default(),
    };
    let document = PagedDocument::create(&mut engine, content, styles)?;
    let still = constraint.validate(Output::introspector(&document));
    Ok((document, still, sink))
}

impl Proof {
    /// Its pages.
    #[must_use]
    pub fn pages(&self) -> Vec<ProofPage> {
        let proof = |page: &typst_layout::Page| ProofPage {
            number: match &page.numbering {
                Some(Numbering::Pattern(pattern)) => {
                    pattern.apply(None, &[page.number]).map(String::from).unwrap_or_default()
                }
                _ => String::new(),
            },
            // Without its number, which may move while all that is drawn stays.
            look: format!("{:032x}", hash128(&(&page.frame, &page.fill))),
            width: page.frame.width().to_pt(),
            height: page.frame.height().to_pt(),
        };
        self.document.pages().par_iter().map(proof).collect()
    }

    /// A page as an SVG, counted from 0.
    #[must_use]
    pub fn draw(&self, page: usize) -> Option<String> {
        let options = SvgOptions { render_bleed: false, pretty: false };
        self.document.pages().get(page).map(|page| typst_svg::svg(page, &options))
    }

    /// Where blocks begin, page by page and from top to bottom.
    #[must_use]
    pub fn stands(&self) -> Vec<Stand> {
        let introspector: &dyn Introspector = Output::introspector(&self.document);
        let labelled = introspector.query_labelled();
        let stand = |content: &Content| {
            let mark = self.marks.get(content.label()?.resolve().as_str())?;
            let position = introspector.position(content.location()?)?.as_paged()?;
            let point = position.point;
            Some(Stand { page: position.page.get() - 1, x: point.x.to_pt(), y: point.y.to_pt(), mark: mark.clone() })
        };
        let mut stands: Vec<Stand> = labelled.iter().filter_map(stand).collect();
        stands.sort_by(|a, b| (a.page, a.y, a.x).partial_cmp(&(b.page, b.y, b.x)).unwrap_or(std::cmp::Ordering::Equal));
        stands
    }
}

fn no_template(template: &str) -> Diagnostic {
    Diagnostic::error(
        codes::THEME_TEMPLATE,
        words!("there is no print template “{template}”", "không có khuôn mẫu in “{template}”"),
    )
}
