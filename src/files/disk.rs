//! A project on disk: names found in any Unicode form, links kept inside, nothing read but files.
//!
//! A path is looked up name by name in folder listings rather than handed to the system whole: so a
//! decomposed name (macOS) is found by its composed path, and `A.md` is not `a.md` on any system.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File, FileType};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use unicode_normalization::UnicodeNormalization;

use super::{LARGEST_FILE, Trouble, lock};
use crate::base::{Diagnostic, RelPath, Stamp, codes, is_composed};
use crate::words;

/// Entries after which a listing is given up: links may fold a small tree into an endless one.
const MOST_ENTRIES: usize = 1_000_000;

#[derive(Debug)]
pub(super) struct Disk {
    root: PathBuf,
    folders: Mutex<BTreeMap<RelPath, Arc<Folder>>>,
}

#[derive(Debug)]
struct Folder {
    path: PathBuf,
    /// By composed name.
    entries: BTreeMap<String, Entry>,
    /// Names that are not Unicode at all.
    unnameable: Vec<OsString>,
}

#[derive(Debug)]
struct Entry {
    name: OsString,
    link: bool,
    /// What the listing says it is; of a link nothing.
    listed: Listed,
    /// Asked of the system once a build; of links every time.
    known: OnceLock<Known>,
}

/// What an entry of a folder is, without a question of its own to the system.
#[derive(Clone, Copy, Debug)]
enum Listed {
    File,
    Folder,
    Other,
}

/// What the system says of an entry.
#[derive(Clone, Debug)]
struct Known {
    file: bool,
    folder: bool,
    stamp: Stamp,
}

enum Kind {
    File(PathBuf, Stamp),
    Folder(PathBuf),
}

/// The same for whoever lists: in what state a file is costs a question for each.
enum Place {
    File,
    Folder(PathBuf),
}

impl Disk {
    pub(super) fn open(root: &Path) -> Result<Self, Diagnostic> {
        let shown = root.display();
        let root = root.canonicalize().map_err(|error| {
            Diagnostic::error(
                codes::FILE_MISSING,
                words!("the folder `{shown}` cannot be opened: {error}", "không mở được thư mục `{shown}`: {error}"),
            )
        })?;
        if root.is_dir() {
            return Ok(Self { root, folders: Mutex::default() });
        }
        Err(Diagnostic::error(
            codes::FILE_MISSING,
            words!("`{shown}` is not a folder", "`{shown}` không phải là thư mục"),
        )
        .help(words!("give the folder that holds handbook.toml", "hãy chỉ ra thư mục chứa handbook.toml")))
    }

    pub(super) fn read(&self, path: &RelPath) -> Result<Vec<u8>, Trouble> {
        let file = File::open(self.file(path)?)?;
        let state = file.metadata()?;
        if !state.is_file() {
            return Err(Trouble::NotAFile);
        }
        let length = state.len();
        if length > LARGEST_FILE {
            return Err(Trouble::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        // The file may grow while it is read: it counts as it was. What has no length tells it by its end.
        file.take(if length > 0 { length } else { LARGEST_FILE + 1 }).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > LARGEST_FILE { Err(Trouble::TooLarge) } else { Ok(bytes) }
    }

    /// Where a file is to be opened. What its folder's listing calls a file is not asked about before.
    fn file(&self, path: &RelPath) -> Result<PathBuf, Trouble> {
        if path.name().is_empty() {
            return Err(Trouble::NotAFile);
        }
        let folder = self.folder(&path.parent())?;
        let entry = folder.entries.get(path.name()).ok_or(Trouble::Missing)?;
        if matches!(entry.listed, Listed::File) && !entry.link {
            return Ok(folder.path.join(&entry.name));
        }
        match self.kind(&folder, entry)? {
            Kind::File(real, _) => Ok(real),
            Kind::Folder(_) => Err(Trouble::NotAFile),
        }
    }

    /// What the system says of a file's state.
    pub(super) fn stamp(&self, path: &RelPath) -> Option<Stamp> {
        match self.find(path) {
            Ok(Kind::File(_, stamp)) => Some(stamp),
            _ => None,
        }
    }

    pub(super) fn is_file(&self, path: &RelPath) -> bool {
        matches!(self.find(path), Ok(Kind::File(..)))
    }

    pub(super) fn is_folder(&self, path: &RelPath) -> bool {
        matches!(self.find(path), Ok(Kind::Folder(_)))
    }

    pub(super) fn names(&self, folder: &RelPath) -> Vec<String> {
        self.folder(folder).map(|f| f.entries.keys().cloned().collect()).unwrap_or_default()
    }

    /// Walks with a stack of its own, each folder with the real folders above it, so that a link back
    /// up is seen and depth costs no call stack.
    pub(super) fn list(&self, folder: &RelPath) -> (Vec<RelPath>, Vec<Diagnostic>) {
        let (mut files, mut findings) = (Vec::new(), Vec::new());
        let mut waiting = vec![(folder.clone(), Vec::<PathBuf>::new())];
        let mut seen = 0_usize;
        while let Some((here, above)) = waiting.pop() {
            let listing = match self.folder(&here) {
                Ok(listing) => listing,
                Err(Trouble::Missing | Trouble::NotAFile) if &here == folder => break,
                Err(trouble) => {
                    findings.push(trouble.at(&here, &[]));
                    continue;
                }
            };
            findings.extend(listing.unnameable.iter().map(|name| unportable(&here, &name.to_string_lossy())));
            for (name, entry) in listing.entries.iter().filter(|(name, _)| !name.starts_with('.')) {
                seen += 1;
                let Ok(path) = here.join(name) else {
                    findings.push(unportable(&here, name));
                    continue;
                };
                match self.place(&listing, entry) {
                    Ok(Place::File) => files.push(path),
                    Ok(Place::Folder(real)) if real == listing.path || above.contains(&real) => {
                        findings.push(endless(&path));
                    }
                    Ok(Place::Folder(_)) => {
                        let mut above = above.clone();
                        above.push(listing.path.clone());
                        waiting.push((path, above));
                    }
                    Err(trouble) => findings.push(trouble.at(&path, &[])),
                }
            }
            if seen > MOST_ENTRIES {
                findings.push(endless(folder));
                break;
            }
        }
        files.sort();
        findings.sort();
        (files, findings)
    }

    fn find(&self, path: &RelPath) -> Result<Kind, Trouble> {
        if path.name().is_empty() {
            return Ok(Kind::Folder(self.root.clone()));
        }
        let folder = self.folder(&path.parent())?;
        let entry = folder.entries.get(path.name()).ok_or(Trouble::Missing)?;
        self.kind(&folder, entry)
    }

    /// The listing of a folder; each part of the way is looked up once a build.
    fn folder(&self, path: &RelPath) -> Result<Arc<Folder>, Trouble> {
        if let Some(known) = lock(&self.folders).get(path) {
            return Ok(Arc::clone(known));
        }
        let mut here = RelPath::default();
        let mut folder = self.listed(&here, &self.root)?;
        for part in path.parts() {
            let entry = folder.entries.get(part).ok_or(Trouble::Missing)?;
            let Kind::Folder(real) = self.kind(&folder, entry)? else { return Err(Trouble::Missing) };
            here = here.join(part).map_err(|_| Trouble::Missing)?;
            folder = self.listed(&here, &real)?;
        }
        Ok(folder)
    }

    fn listed(&self, path: &RelPath, real: &Path) -> Result<Arc<Folder>, Trouble> {
        if let Some(known) = lock(&self.folders).get(path) {
            return Ok(Arc::clone(known));
        }
        let listing = Arc::new(Folder::read(real)?);
        Ok(Arc::clone(lock(&self.folders).entry(path.clone()).or_insert(listing)))
    }

    /// Whether an entry is a file or which folder it is.
    fn place(&self, folder: &Folder, entry: &Entry) -> Result<Place, Trouble> {
        match entry.listed {
            _ if entry.link => {}
            Listed::File => return Ok(Place::File),
            Listed::Folder => return Ok(Place::Folder(folder.path.join(&entry.name))),
            Listed::Other => return Err(Trouble::NotAFile),
        }
        Ok(match self.kind(folder, entry)? {
            Kind::File(..) => Place::File,
            Kind::Folder(real) => Place::Folder(real),
        })
    }

    /// What an entry is, links followed; a link that leaves the project is refused.
    fn kind(&self, folder: &Folder, entry: &Entry) -> Result<Kind, Trouble> {
        let mut real = folder.path.join(&entry.name);
        if entry.link {
            real = real.canonicalize()?;
            if !real.starts_with(&self.root) {
                return Err(Trouble::Leaves);
            }
        }
        let known = match entry.known.get() {
            Some(known) => known.clone(),
            None => Known::of(&fs::metadata(&real)?),
        };
        if !entry.link {
            entry.known.get_or_init(|| known.clone());
        }
        match known {
            Known { file: true, stamp, .. } => Ok(Kind::File(real, stamp)),
            Known { folder: true, .. } => Ok(Kind::Folder(real)),
            _ => Err(Trouble::NotAFile),
        }
    }
}

impl Listed {
    fn of(kind: FileType) -> Self {
        if kind.is_file() {
            Self::File
        } else if kind.is_dir() {
            Self::Folder
        } else {
            Self::Other
        }
    }
}

impl Known {
    fn of(metadata: &fs::Metadata) -> Self {
        Self { file: metadata.is_file(), folder: metadata.is_dir(), stamp: Stamp::of(metadata) }
    }
}

impl Folder {
    fn read(path: &Path) -> Result<Self, Trouble> {
        let (mut entries, mut apart, mut unnameable) = (Vec::new(), Vec::new(), Vec::new());
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let name = entry.file_name();
            let kind = entry.file_type()?;
            let (link, listed) = (kind.is_symlink(), Listed::of(kind));
            let text = name.to_str().map(str::to_owned);
            let entry = Entry { name, link, listed, known: OnceLock::new() };
            match text {
                Some(text) if is_composed(&text) => entries.push((text, entry)),
                Some(text) => apart.push((text.nfc().collect(), entry)),
                None => unnameable.push(entry.name),
            }
        }
        let mut entries: BTreeMap<String, Entry> = entries.into_iter().collect();
        // Where both forms of a name stand side by side, the composed one is meant.
        for (composed, entry) in apart {
            entries.entry(composed).or_insert(entry);
        }
        unnameable.sort();
        Ok(Self { path: path.to_owned(), entries, unnameable })
    }
}

fn unportable(folder: &RelPath, name: &str) -> Diagnostic {
    let shown = if folder.name().is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    Diagnostic::warning(
        codes::PATH_FORBIDDEN,
        words!(
            "`{shown}` has a name that some systems cannot hold; it is left out",
            "`{shown}` có tên mà một số hệ điều hành không dùng được; tệp bị bỏ qua"
        ),
    )
    .help(words!(
        "rename it, best with a-z, 0-9 and hyphens",
        "hãy đổi tên, tốt nhất chỉ dùng a-z, 0-9 và dấu gạch nối"
    ))
}

fn endless(path: &RelPath) -> Diagnostic {
    Diagnostic::error(
        codes::PATH_FORBIDDEN,
        words!(
            "the folder `{path}` has no end: a link in it leads back up",
            "thư mục `{path}` lặp vô tận: có liên kết dẫn ngược lên trên"
        ),
    )
    .help(words!("remove the link", "hãy bỏ liên kết đó"))
}
