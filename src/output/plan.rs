//! What has to change in the output folder, found by comparing content.
//!
//! Reads the folder, changes nothing. Refuses whatever would lose a file that is not ours.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::RECORDS;
use super::disk::Disk;
use super::journal::Manifest;
use crate::base::{Artifact, Diagnostic, Listed, RelPath, codes};
use crate::words;

/// The changes, in the order in which they are made.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Stale files of ours that stand where a folder has to be, or the other way round.
    pub(super) remove_first: Vec<RelPath>,
    /// New and changed artifacts: assets, pages, entries.
    pub(super) write: Vec<RelPath>,
    /// Stale files of ours.
    pub(super) remove: Vec<RelPath>,
    /// What is ours afterwards.
    pub(super) manifest: Manifest,
}

impl Plan {
    /// `files`: all of the new site; `changed`: the places among them of those that were put aside.
    pub(super) fn new(old: &Manifest, files: &[Listed], changed: &[usize], keep: &dyn Fn(&RelPath) -> bool) -> Self {
        let mut plan = Self::default();
        for file in files {
            plan.manifest.0.insert(file.path.to_string(), (file.kind, file.hash.hex()));
        }
        let mut write: Vec<&Listed> = changed.iter().filter_map(|at| files.get(*at)).collect();
        write.sort_by(|a, b| (a.kind, &a.path).cmp(&(b.kind, &b.path)));
        plan.write = write.into_iter().map(|file| file.path.clone()).collect();
        keep_others(&mut plan, old, keep);
        list_stale(&mut plan, old, files);
        plan
    }

    pub(super) fn is_empty(&self) -> bool {
        self.remove_first.is_empty() && self.write.is_empty() && self.remove.is_empty()
    }
}

/// How a file of the new site is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Same,
    Differs,
}

fn keep_others(plan: &mut Plan, old: &Manifest, keep: &dyn Fn(&RelPath) -> bool) {
    for (name, record) in old.0.iter().filter(|(name, _)| RelPath::new(name).is_ok_and(|path| keep(&path))) {
        plan.manifest.0.entry(name.clone()).or_insert_with(|| record.clone());
    }
}

fn list_stale(plan: &mut Plan, old: &Manifest, files: &[Listed]) {
    let new_folders: BTreeSet<RelPath> = files.iter().flat_map(|file| folders(&file.path)).collect();
    let mut stale: Vec<_> = old.0.iter().filter(|(name, _)| !plan.manifest.0.contains_key(*name)).collect();
    // The reverse of writing: no page that is still there names an asset that is gone.
    stale.sort_by(|(a, (kind_a, _)), (b, (kind_b, _))| (kind_b, a).cmp(&(kind_a, b)));
    for (name, _) in stale {
        let Ok(path) = RelPath::new(name) else { continue };
        let under_new_file = folders(&path).any(|f| plan.manifest.owns(&f));
        if under_new_file || new_folders.contains(&path) {
            plan.remove_first.push(path);
        } else {
            plan.remove.push(path);
        }
    }
}

/// The folders above a path, nearest first.
fn folders(path: &RelPath) -> impl Iterator<Item = RelPath> + use<> {
    std::iter::successors(Some(path.parent()), |f| Some(f.parent())).take_while(|f| !f.as_str().is_empty())
}

/// Whether an artifact is in the folder as it is to be.
pub(super) fn state(disk: &Disk, old: &Manifest, artifact: &Artifact) -> Result<State, Diagnostic> {
    let place = disk.place(&artifact.path);
    let Ok(metadata) = fs::symlink_metadata(&place) else { return Ok(State::Differs) };
    if metadata.is_file() && metadata.len() == artifact.bytes.len() as u64 && is_content(&place, &artifact.bytes) {
        return Ok(State::Same);
    }
    let ours = old.owns(&artifact.path) && metadata.is_file();
    let our_folder = metadata.is_dir() && only_ours(disk, old, &artifact.path);
    if ours || our_folder { Ok(State::Differs) } else { Err(in_the_way(&place)) }
}

fn is_content(place: &Path, bytes: &[u8]) -> bool {
    fs::read(place).is_ok_and(|on_disk| on_disk == bytes)
}

/// A folder that stands where a file has to be may go when every file below it is a stale one of ours.
fn only_ours(disk: &Disk, old: &Manifest, folder: &RelPath) -> bool {
    let Ok(entries) = fs::read_dir(disk.place(folder)) else { return false };
    entries.into_iter().all(|entry| {
        let Ok(entry) = entry else { return false };
        let Some(path) = entry.file_name().to_str().and_then(|n| folder.join(n).ok()) else { return false };
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => only_ours(disk, old, &path),
            Ok(kind) => kind.is_file() && old.owns(&path),
            Err(_) => false,
        }
    })
}

fn in_the_way(place: &Path) -> Diagnostic {
    let file = place.display();
    Diagnostic::error(
        codes::OUTPUT_FOREIGN,
        words!(
            "“{file}” is in the way: camnang did not write it and will not overwrite it",
            "“{file}” đang chiếm chỗ: camnang không tạo ra tệp này nên sẽ không ghi đè"
        ),
    )
    .help(words!(
        "move it away, or choose another output folder with --out",
        "hãy chuyển tệp đi nơi khác, hoặc chọn thư mục xuất khác bằng --out"
    ))
}

/// Two artifacts at one path, also on file systems that do not tell upper from lower case.
pub(super) fn collisions(files: &[Listed]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<String, &RelPath> = BTreeMap::new();
    let mut faults = Vec::new();
    for path in files.iter().map(|file| &file.path) {
        let reserved = path.parts().next().is_none_or(|first| first == RECORDS);
        let twin = if reserved { Some(path) } else { seen.insert(path.as_str().to_lowercase(), path) };
        faults.extend(twin.map(|other| one_place(path, other)));
    }
    for path in files.iter().map(|file| &file.path) {
        let file = folders(path).find_map(|f| seen.get(&f.as_str().to_lowercase()));
        faults.extend(file.map(|file| one_place(path, file)));
    }
    faults
}

fn one_place(path: &RelPath, other: &RelPath) -> Diagnostic {
    Diagnostic::error(
        codes::OUTPUT_COLLISION,
        words!("“{path}” and “{other}” cannot both be written", "không thể ghi cùng lúc “{path}” và “{other}”"),
    )
    .help(words!(
        "rename the source of one of them: paths may not differ by case alone, nor be file and folder at once",
        "hãy đổi tên nguồn của một trong hai: đường dẫn không được chỉ khác nhau chữ hoa chữ thường, cũng không vừa là tệp vừa là thư mục"
    ))
}

/// Writing through a link would leave the output folder.
pub(super) fn links(disk: &Disk, files: &[Listed]) -> Vec<Diagnostic> {
    let all: BTreeSet<RelPath> = files.iter().flat_map(|file| folders(&file.path)).collect();
    all.iter()
        .map(|folder| disk.place(folder))
        .filter(|place| fs::symlink_metadata(place).is_ok_and(|m| m.is_symlink()))
        .map(|place| in_the_way(&place))
        .collect()
}
