//! The stages up to the artifacts, each given what the one before it made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::external;
use super::pictures;
use super::timing::Timer;
use super::{BuildOptions, ElementCount, Outcome, Stage, Target, config_path};
use crate::base::{Artifact, Diagnostic, Listed, Locale, RelPath, Source, SourceText, codes, nearest};
use crate::book::ledger::{self, LEDGER, Upkeep};
use crate::book::{self, model::Handbook, model::Page};
use crate::check;
use crate::config::{self, Config, LocaleConfig};
use crate::content::markdown::tree::Tree;
use crate::content::page::ElementStatus;
use crate::content::{self, Content};
use crate::files::Project;
use crate::i18n::catalog::{self, Catalog};
use crate::i18n::translation::status::{self, LocaleStatus};
use crate::i18n::ui::Strings;
use crate::output::Publication;
use crate::render::named::Named;
use crate::render::search;
use crate::render::site::{Means, Rendered, Rendering, SiteOptions, offline};
use crate::theme::Theme;
use crate::words;

/// A site.
pub(super) struct Made {
    /// What was not handed over to be published.
    pub artifacts: Vec<Artifact>,
    pub pages: usize,
    pub ledger: Ledger,
}

/// The ledger of published addresses.
pub(super) struct Ledger {
    /// What it is to be, when it has to be written anew.
    pub text: Option<String>,
    /// A build after it was written would find the same.
    pub settled: bool,
}

/// The words of the interface in each locale.
pub(super) type Voices = BTreeMap<Locale, Arc<Strings>>;

/// The handbook, and what it is dressed in.
pub(super) struct Assembled {
    pub config: Arc<Config>,
    pub handbook: Handbook,
    pub theme: Arc<Theme>,
    pub voices: Voices,
    pub pages: usize,
    /// The content before it was translated, when the site is to tell how far each language has got.
    pub untranslated: Option<Content>,
    /// The content, for a preview that lays it beside its translations.
    pub content: Option<Content>,
    /// The configuration of the whole handbook, with the locales left out of this build.
    pub whole: Config,
}

/// Everything before rendering. `None` when there is no configuration to work with.
pub(super) fn assemble(
    root: &Path,
    project: &Project,
    options: &BuildOptions,
    timer: &mut Timer,
    outcome: &mut Outcome,
) -> Option<Assembled> {
    timer.begins(Stage::Configuration, 0);
    let config = configuration(project, &mut outcome.findings)?;
    let wanted = only(&config, &options.locales, &mut outcome.findings)?;
    outcome.summary.locales = wanted.locales.iter().map(|l| l.locale.clone()).collect();

    timer.begins(Stage::Content, 0);
    let (content, (dress, dressing)) = rayon::join(
        || content::load(project, &config),
        || {
            let started = Instant::now();
            (dress(project, &config, &wanted), started.elapsed())
        },
    );
    let (mut content, found) = content;
    outcome.findings.extend(found);
    let Dress { theme, voices, catalogs, findings: found } = dress;
    outcome.findings.extend(found);
    timer.beside(Stage::Theme, dressing);

    timer.begins(Stage::Book, 0);
    if options.target == Target::Nothing {
        outcome.findings.extend(check::run(&content, &config));
        outcome.findings.extend(options.external.into_iter().flat_map(|days| external::findings(root, &content, days)));
    }
    let told = config.translation_status_page && catalog::targets(&config).next().is_some();
    let untranslated = told.then(|| content.clone());
    catalog::translate(&mut content, &config, catalogs, project.memo());
    let whole = config;
    let config = Arc::new(wanted);
    let (handbook, found) = match options.target {
        Target::Folder(_) => {
            if config.locales.len() == 1 && untranslated.is_none() {
                content.give_away();
            }
            let (handbook, found, known) = book::assemble_known(project, Arc::clone(&config), &content);
            outcome.known = known.map(|known| known.pack());
            (handbook, found)
        }
        Target::Nothing | Target::Memory => book::assemble(project, Arc::clone(&config), &content),
    };
    outcome.findings.extend(found);
    if options.target == Target::Nothing {
        let asked = project.reads().into_iter().collect();
        outcome.findings.extend(check::unused_files(&content.files, &config.content, &asked));
    }
    let pages = handbook.books.iter().map(|book| book.pages.len()).sum();
    outcome.summary.pages = pages;
    outcome.summary.elements = elements(&handbook);
    let kept = if options.target == Target::Memory {
        Some(content)
    } else {
        forget(content);
        None
    };
    Some(Assembled { config, handbook, theme, voices, pages, untranslated, whole, content: kept })
}

/// The site of a handbook. `publication`: takes files as soon as they are made, so that they need not be held.
pub(super) fn make(
    project: &Project,
    assembled: Assembled,
    mut site: SiteOptions,
    publication: Option<&mut Publication>,
    timer: &mut Timer,
    outcome: &mut Outcome,
) -> Made {
    site.translation = translation(project, &assembled);
    let Assembled { mut handbook, theme, voices, pages, whole, untranslated, content, .. } = assembled;
    // Of what was read nothing is needed any more but what the books were made of.
    drop((untranslated, content));
    let ledger = ledger(project, &handbook, &whole.locales, &mut outcome.findings);
    let told: BTreeSet<&RelPath> = outcome.findings.iter().filter_map(|f| Some(&f.place.as_ref()?.path)).collect();
    project.let_go(|path| told.contains(path));
    timer.begins(Stage::Render, pages);
    let means = Means { theme: &theme, strings: &voices, options: &site };
    let mut rendering = Rendering::new(&handbook, means);
    let mut reading = search::Reading::new(&handbook, &voices, &site.memo);
    let shared = theme.assets.iter().chain(&handbook.assets).map(|asset| &asset.path);
    let mut hands = Hands { named: Named::new(shared), publication, artifacts: Vec::new() };
    for book in 0..handbook.books.len() {
        let all = handbook.books[book].pages.len();
        for first in (0..all).step_by(TOGETHER) {
            let some = first..all.min(first + TOGETHER);
            let (pages, ()) = rayon::join(
                || rendering.pages(&handbook, means, book, some.clone()),
                || reading.pages(&handbook, &voices, (&site.memo, &site.stop), book, some.clone()),
            );
            forget_texts(&mut handbook.books[book].pages[some]);
            hands.take(pages);
        }
    }
    timer.begins(Stage::Search, pages);
    let (rendered, index) = rayon::join(
        || {
            (0..handbook.books.len()).for_each(|book| rendering.rest(&handbook, means, book));
            rendering.finish(&site)
        },
        || reading.index(&handbook, &site.memo, &site.stop),
    );
    hands.take(index);
    let Rendered { artifacts: mut rest, made_from, findings } = rendered;
    outcome.made_from = made_from;
    outcome.findings.extend(findings);
    hands.named.read(&rest);
    pictures::only_named(&mut rest, &site.pictures, &hands.named);
    hands.hand_on(rest);
    let lists = hands.listed(|site| offline::files(&handbook, &theme, &voices, site));
    hands.hand_on(lists);
    forget(handbook);
    Made { artifacts: hands.artifacts, pages, ledger }
}

/// Files on their way from those who make them to the publication, or into memory where there is none.
struct Hands<'p> {
    publication: Option<&'p mut Publication>,
    artifacts: Vec<Artifact>,
    /// What of the shared files is named by those that were taken.
    named: Named,
}

impl Hands<'_> {
    fn take(&mut self, made: Vec<Artifact>) {
        self.named.read(&made);
        self.hand_on(made);
    }

    fn hand_on(&mut self, made: Vec<Artifact>) {
        match &mut self.publication {
            Some(publication) => publication.add(&made),
            None => self.artifacts.extend(made),
        }
    }

    fn listed(&self, lists: impl FnOnce(offline::Site<'_>) -> Vec<Artifact>) -> Vec<Artifact> {
        let own: Vec<Listed>;
        let files = match &self.publication {
            Some(publication) => publication.files(),
            None => {
                own = self.artifacts.par_iter().map(Listed::of).collect();
                &own
            }
        };
        lists(offline::Site { files, named: &self.named })
    }
}

/// Pages that are rendered and read before their texts are let go of.
const TOGETHER: usize = 4 * search::BATCH;

/// Takes a large thing apart beside what is done next.
fn forget<T: Send + 'static>(thing: T) {
    rayon::spawn(move || drop(thing));
}

/// Lets go of what pages say once all is made of it that needs it: of a large handbook that is most of what a build holds.
fn forget_texts(pages: &mut [Arc<Page>]) {
    let none = Arc::new(SourceText::empty());
    pages.par_iter_mut().filter_map(Arc::get_mut).for_each(|page| {
        page.tree = Tree::default();
        page.text = Arc::clone(&none);
    });
}

/// How far each language has got. What is wrong with the catalogs has been told when they were read for their texts.
pub(super) fn translation(project: &Project, assembled: &Assembled) -> Vec<LocaleStatus> {
    let Some(content) = &assembled.untranslated else { return Vec::new() };
    let config = &assembled.whole;
    let read = catalog::targets(config).filter_map(|locale| {
        let (file, _) = catalog::file(project, config, locale)?;
        Some((locale.clone(), file))
    });
    status::of(config, content, &read.collect())
}

/// Reports published addresses that vanished; the ledger's new text, if it has one.
pub(super) fn ledger(
    project: &Project,
    handbook: &Handbook,
    configured: &[LocaleConfig],
    findings: &mut Vec<Diagnostic>,
) -> Ledger {
    let path = RelPath::new(LEDGER).unwrap_or_default();
    let mut written = None;
    if project.exists(&path) {
        match project.text(&path) {
            Ok(source) => written = Some(source),
            // One that cannot be read is not overwritten.
            Err(finding) => {
                findings.push(finding);
                return Ledger { text: None, settled: false };
            }
        }
    }
    let Upkeep { text, findings: found } = ledger::upkeep(written.as_deref(), handbook, configured);
    // Where nothing vanished nothing will have: what is added leads somewhere.
    let settled = text.as_ref().filter(|_| !found.is_empty()).is_none_or(|text| {
        let next = ledger::upkeep(Some(&Source::new(path, text)), handbook, configured);
        next == Upkeep { text: None, findings: found.clone() }
    });
    findings.extend(found);
    Ledger { text, settled }
}

fn configuration(project: &Project, findings: &mut Vec<Diagnostic>) -> Option<Config> {
    let source = project.text(&config_path()).map_err(|finding| findings.push(finding)).ok()?;
    let (config, found) = config::load(&source);
    findings.extend(found);
    config
}

/// The configuration of a site of some locales only.
fn only(config: &Config, asked: &[String], findings: &mut Vec<Diagnostic>) -> Option<Config> {
    let mut wanted = config.clone();
    if asked.is_empty() {
        return Some(wanted);
    }
    let known: Vec<&str> = config.locales.iter().map(|l| l.locale.as_str()).collect();
    let mut tags = Vec::new();
    for tag in asked {
        match Locale::from_str(tag) {
            Ok(locale) if known.contains(&locale.as_str()) => tags.push(locale),
            _ => findings.push(unknown_locale(tag, &known)),
        }
    }
    wanted.locales.retain(|l| tags.contains(&l.locale));
    (!wanted.locales.is_empty()).then_some(wanted)
}

fn unknown_locale(tag: &str, known: &[&str]) -> Diagnostic {
    let all = known.join(", ");
    let help = match nearest(tag, known.iter().copied()) {
        Some(near) => words!("did you mean `{near}`?", "có phải ý bạn là `{near}`?"),
        None => words!("the handbook has: {all}", "cẩm nang có: {all}"),
    };
    let message = words!("the handbook has no language `{tag}`", "cẩm nang không có ngôn ngữ `{tag}`");
    Diagnostic::error(codes::LOCALE_UNKNOWN, message).help(help)
}

/// What the content is dressed in: the look, and words in each language.
pub(super) struct Dress {
    pub theme: Arc<Theme>,
    pub voices: Voices,
    pub catalogs: BTreeMap<Locale, Arc<Catalog>>,
    findings: Vec<Diagnostic>,
}

pub(super) fn dress(project: &Project, config: &Config, wanted: &Config) -> Dress {
    let (theme, mut findings) = Theme::load(project, config);
    // Of languages that are left out of this build no catalog is read, nor is anything looked for that it may translate.
    let (catalogs, found) = catalog::load(project, wanted);
    findings.extend(found);
    let mut voices = Voices::new();
    for locale in config.locales.iter().map(|l| &l.locale) {
        let (strings, found) = Strings::load(project, config, locale);
        findings.extend(found);
        voices.insert(locale.clone(), strings);
    }
    Dress { theme, voices, catalogs, findings }
}

/// Counted in one book: all locales have the same pages.
fn elements(handbook: &Handbook) -> Option<ElementCount> {
    let expected = handbook.config.elements.expected;
    let described: Vec<_> = handbook.books.first()?.pages.iter().filter_map(|page| page.element.as_ref()).collect();
    (expected > 0 || !described.is_empty()).then(|| ElementCount {
        expected,
        described: described.len(),
        with_source: described.iter().filter(|element| element.status == ElementStatus::Official).count(),
    })
}

/// The output folder.
pub(super) fn out(root: &Path, config: &Config, target: &Target) -> PathBuf {
    match target {
        Target::Folder(Some(folder)) => folder.clone(),
        _ => root.join(config.output.as_str()),
    }
}

/// What forbids writing to the output folder.
pub(super) fn obstacle(root: &Path, config: &Config, target: &Target) -> Option<Diagnostic> {
    match target {
        Target::Folder(Some(folder)) => clash(root, config, folder),
        Target::Folder(None) => leads_out(root, &out(root, config, target)),
        Target::Nothing | Target::Memory => None,
    }
}

/// The configured folder lies in the project; one that is a link may not lead out of it.
fn leads_out(root: &Path, out: &Path) -> Option<Diagnostic> {
    // What is not there yet will be made where the nearest folder above it really is.
    let (root, real) = (root.canonicalize().ok()?, out.ancestors().find_map(|folder| folder.canonicalize().ok())?);
    if real.starts_with(root) {
        return None;
    }
    let (out, real) = (out.display(), real.display());
    let message = words!(
        "the output folder is a link that leads out of the project: {out} → {real}",
        "thư mục xuất là liên kết dẫn ra ngoài dự án: {out} → {real}"
    );
    let help = words!("name the folder by hand: --out {real}", "hãy tự chỉ thư mục: --out {real}");
    Some(Diagnostic::error(codes::PATH_FORBIDDEN, message).help(help))
}

/// A folder given by hand must not lie over what is built from.
fn clash(root: &Path, config: &Config, out: &Path) -> Option<Diagnostic> {
    let whole =
        |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.into());
    let (root, out) = (whole(root), whole(out));
    let inputs = [config.content.as_str(), config.i18n.as_str(), config.theme.as_str(), ".git"];
    let inputs = inputs.map(|folder| root.join(folder));
    inputs.iter().find(|input| out.starts_with(input) || input.starts_with(&out)).map(|input| {
        let (input, out) = (input.display(), out.display());
        Diagnostic::error(
            codes::OUTPUT_OVER_SOURCES,
            words!(
                "the site would be written over its sources: {out} and {input}",
                "trang web sẽ ghi đè lên nguồn: {out} và {input}"
            ),
        )
        .help(words!("give --out a folder of its own", "hãy cho --out một thư mục riêng"))
    })
}
