//! Images of the handbook in their sizes, made once and kept: which are made, what is wrong with them, and which
//! files each edition takes.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::stages::Assembled;
use super::{Outcome, Target};
use crate::base::{Artifact, ArtifactKind, Diagnostic, Hash, Place, RelPath, SourceText, codes};
use crate::book::model::Page;
use crate::content::markdown::tree::{Image, Target as Leads};
use crate::content::markdown::walk::{self, Visitor};
use crate::output::Kept;
use crate::render::named::Named;
use crate::render::pictures::{self, Fault, Made, Pictures};
use crate::words;

/// Images with more pixels are worked on one at a time: decoded, each takes four bytes a pixel.
const LARGE: u64 = 12_000_000;

/// What the site is given, while the other editions carry one file an image.
#[derive(Default)]
pub(super) struct Prepared {
    /// What pages are told.
    pub(super) pictures: Pictures,
    /// All sizes, and the images as they were given.
    artifacts: Vec<Artifact>,
    originals: Vec<Artifact>,
}

/// Makes the sizes of every image that a page shows. Afterwards the handbook's assets are those of editions that
/// carry one file an image; [`Prepared::give`] gives the site its own.
///
/// For the preview nothing is made: it shows images as they are. `out`: the output folder, when it may be written to.
pub(super) fn prepare(
    assembled: &mut Assembled,
    out: Option<&Path>,
    target: &Target,
    outcome: &mut Outcome,
) -> Prepared {
    let mut prepared = Prepared::default();
    let handbook = &mut assembled.handbook;
    if *target == Target::Memory || !handbook.assets.iter().any(|asset| pictures::is_picture(&asset.path)) {
        return prepared;
    }
    let mut uses = Uses::default();
    for page in handbook.books.iter_mut().flat_map(|book| &mut book.pages) {
        uses.page(Arc::make_mut(page));
    }
    let kept = out.map(|out| Kept::new(out, "images"));
    let shown: Vec<&Artifact> = handbook.assets.iter().filter(|asset| uses.0.contains_key(&asset.path)).collect();
    let one_at_a_time = Mutex::new(());
    let made: Vec<_> = shown.par_iter().map(|asset| sizes(asset, kept.as_ref(), target, &one_at_a_time)).collect();
    if let (Target::Folder(_), Some(kept)) = (target, &kept) {
        kept.only(&shown.iter().map(|asset| key(asset)).collect::<Vec<_>>());
    }
    let mut carried = BTreeMap::new();
    for (asset, (made, fault)) in shown.into_iter().zip(made) {
        // An image that does not even say its size has been told of where its link was followed.
        let told = matches!(fault, Some(Fault::Unreadable(_))) && pictures::pixels(&asset.bytes) == 0;
        outcome.findings.extend(fault.as_ref().filter(|_| !told).map(|fault| uses.finding(asset, fault)));
        if let Some(made) = made {
            let (picture, files) = pictures::publish(&asset.path, &made);
            prepared.pictures.insert(asset.path.clone(), picture);
            prepared.artifacts.extend(files);
            if let Some(file) = pictures::carried(&asset.path, &made) {
                carried.insert(asset.path.clone(), Some(file.bytes.clone()));
            }
        } else if let Some(Fault::TooLarge(..)) = fault {
            carried.insert(asset.path.clone(), None);
        }
    }
    prepared.originals.clone_from(&handbook.assets);
    handbook.assets.retain_mut(|asset| match carried.remove(&asset.path) {
        Some(Some(bytes)) => {
            *asset = Artifact::new(asset.path.clone(), ArtifactKind::Asset, bytes);
            true
        }
        // Nothing may try to open it.
        Some(None) => false,
        None => true,
    });
    prepared
}

impl Prepared {
    /// Gives the handbook back what was given to it, and all sizes besides.
    pub(super) fn give(&mut self, assembled: &mut Assembled) {
        if !self.originals.is_empty() {
            assembled.handbook.assets = std::mem::take(&mut self.originals);
            assembled.handbook.assets.append(&mut self.artifacts);
        }
    }
}

/// Leaves out images as they were given which no page leads to: pages show their sizes.
pub(super) fn only_named(artifacts: &mut Vec<Artifact>, pictures: &Pictures, named: &Named) {
    artifacts.retain(|a| !pictures.contains_key(&a.path) || named.is_named(&a.path));
}

fn key(asset: &Artifact) -> Hash {
    Hash::of(format!("{} {}", pictures::RECIPE, Hash::of(&asset.bytes).hex()).as_bytes())
}

fn sizes(asset: &Artifact, kept: Option<&Kept>, target: &Target, one: &Mutex<()>) -> (Option<Made>, Option<Fault>) {
    let fault = pictures::look(&asset.path, &asset.bytes).err();
    if matches!(fault, Some(Fault::TooLarge(..) | Fault::Misnamed("gif"))) {
        return (None, fault);
    }
    let key = key(asset);
    if let Some(made) = kept.and_then(|kept| kept.get(&key)).and_then(|bytes| pictures::unpack(&bytes)) {
        return (Some(made), fault);
    }
    if *target == Target::Nothing {
        let unreadable = pictures::check(&asset.bytes).err();
        return (None, unreadable.or(fault));
    }
    let large = pictures::pixels(&asset.bytes) > LARGE;
    let _turn = large.then(|| one.lock().unwrap_or_else(PoisonError::into_inner));
    match pictures::make(&asset.bytes) {
        Ok(made) => {
            kept.inspect(|kept| kept.put(&key, &pictures::pack(&made)));
            (Some(made), fault)
        }
        Err(unreadable) => (None, Some(unreadable)),
    }
}

/// Where each image is shown first.
#[derive(Default)]
struct Uses(BTreeMap<RelPath, Option<Place>>);

struct Seen<'a> {
    uses: &'a mut Uses,
    text: &'a SourceText,
}

impl Uses {
    fn page(&mut self, page: &mut Page) {
        let text = Arc::clone(&page.text);
        walk::tree(&mut page.tree, &mut Seen { uses: self, text: &text });
    }

    fn finding(&self, asset: &Artifact, fault: &Fault) -> Diagnostic {
        let name = asset.path.name();
        let (found, help) = match fault {
            Fault::Unreadable(reason) => (
                Diagnostic::warning(
                    codes::IMAGE_UNREADABLE,
                    words!("the image cannot be decoded: {reason}", "không giải mã được hình: {reason}"),
                ),
                words!(
                    "open the file, save it again; it is published as it is, in one size",
                    "hãy mở tệp và lưu lại; tạm thời hình được đăng nguyên như vậy, một cỡ"
                ),
            ),
            Fault::TooLarge(width, height) => (
                Diagnostic::error(
                    codes::IMAGE_TOO_LARGE,
                    words!(
                        "the image has {width} × {height} pixels, more than any screen or paper can show",
                        "hình có {width} × {height} điểm ảnh, quá sức mọi màn hình và giấy in"
                    ),
                ),
                words!(
                    "make it smaller: at most 50 million pixels, 16,000 on the longer side",
                    "hãy thu nhỏ: nhiều nhất 50 triệu điểm ảnh, cạnh dài không quá 16.000"
                ),
            ),
            Fault::Misnamed(real) => (
                Diagnostic::warning(
                    codes::IMAGE_MISNAMED,
                    words!("`{name}` is a {real} file by its bytes", "xét nội dung, `{name}` là tệp {real}"),
                ),
                words!("give it the ending .{real}", "hãy đổi đuôi tệp thành .{real}"),
            ),
        };
        found.help(help).at_place(self.0.get(&asset.path).cloned().flatten())
    }
}

impl Visitor for Seen<'_> {
    fn image(&mut self, image: &mut Image) {
        if let Leads::Asset(path) = &image.target
            && pictures::is_picture(path)
        {
            self.uses.0.entry(path.clone()).or_insert_with(|| self.text.place(image.span));
        }
    }
}
