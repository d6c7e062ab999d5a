//! Keeping the site on a reader's device: for each locale the list of what is kept, the web app manifest, and the
//! service worker that answers without a connection.
//!
//! Owns what belongs to a locale: its own folder, and of the shared files those that its pages name. A list holds
//! the hash of every file, so that a new version costs what changed. Nothing is kept before a reader asks.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::json;

use crate::base::{Artifact, ArtifactKind, Hash, Listed, Locale, RelPath};
use crate::book::entries;
use crate::book::model::{Book, Handbook};
use crate::i18n::ui::{Strings, Value};
use crate::render::named::Named;
use crate::theme::Theme;

/// The list of a locale.
pub fn list_path(locale: &Locale) -> RelPath {
    RelPath::new(&format!("{locale}/offline.json")).unwrap_or_default()
}

/// The web app manifest of a locale.
pub fn manifest_path(locale: &Locale) -> RelPath {
    RelPath::new(&format!("{locale}/app.webmanifest")).unwrap_or_default()
}

/// At the root, because a worker answers for what lies below it.
pub fn worker_path() -> RelPath {
    RelPath::new("sw.js").unwrap_or_default()
}

/// A site as the lists see it: its files, and which shared ones they name.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// All files.
    pub files: &'a [Listed],
    /// What they name.
    pub named: &'a Named,
}

/// All of them, for a site that is in memory.
#[must_use]
pub fn files_of(
    handbook: &Handbook,
    theme: &Theme,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    site: &[Artifact],
) -> Vec<Artifact> {
    let mut named = Named::new(site.iter().map(|file| &file.path));
    named.read(site);
    let listed: Vec<Listed> = site.par_iter().map(Listed::of).collect();
    files(handbook, theme, strings, Site { files: &listed, named: &named })
}

/// All of them.
#[must_use]
pub fn files(
    handbook: &Handbook,
    theme: &Theme,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    site: Site<'_>,
) -> Vec<Artifact> {
    let Some(worker) = theme.files().get("offline/sw.js") else { return Vec::new() };
    let entry = |path, bytes: Vec<u8>| Artifact::new(path, ArtifactKind::Entry, bytes);
    let mut files = vec![entry(worker_path(), worker.bytes.to_vec())];
    for book in &handbook.books {
        let locale = &book.locale.locale;
        if let Some(words) = strings.get(locale) {
            files.push(entry(list_path(locale), list(locale, words, site).into_bytes()));
            files.push(entry(manifest_path(locale), manifest(book, theme).into_bytes()));
        }
    }
    files
}

fn list(locale: &Locale, words: &Strings, site: Site<'_>) -> String {
    let named = site.named.by(locale.as_str());
    let own = |file: &&Listed| file.path.parts().next() == Some(locale.as_str()) || named.contains(&file.path);
    let mut kept: Vec<&Listed> = site.files.iter().filter(own).collect();
    kept.sort_by(|a, b| a.path.cmp(&b.path));
    let hashed: Vec<(&str, String, u64)> =
        kept.iter().map(|file| (file.path.as_str(), file.hash.short(), file.length)).collect();
    let whole: String = hashed.iter().map(|(path, hash, _)| format!("{path} {hash}\n")).collect();
    let bytes: u64 = hashed.iter().map(|(_, _, bytes)| bytes).sum();
    let says = |key: &str, name: &str| words.text(key, &[(name, Value::Text(&format!("{{{name}}}")))]);
    json!({
        "version": Hash::of(whole.as_bytes()).short(),
        "bytes": bytes,
        "words": {
            "text": says("offline-text", ""),
            "keep": says("offline-keep", "size"),
            "progress": says("offline-progress", "percent"),
            "kept": says("offline-kept", ""),
            "remove": says("offline-remove", ""),
            "failed": says("offline-failed", ""),
            "new": says("offline-new", ""),
            "refresh": says("offline-refresh", ""),
        },
        "files": hashed,
    })
    .to_string()
}

/// The list of a locale after files of it were given other bytes. `None` where it is no list, or names none of them.
#[must_use]
pub fn again(locale: &Locale, list: &[u8], changed: &[Artifact]) -> Option<Artifact> {
    let mut list: serde_json::Value = serde_json::from_slice(list).ok()?;
    let own = |artifact: &&Artifact| artifact.path.parts().next() == Some(locale.as_str());
    let mut new: BTreeMap<&str, &Artifact> = changed.iter().filter(own).map(|a| (a.path.as_str(), a)).collect();
    let (mut whole, mut bytes) = (String::new(), 0);
    for file in list.get_mut("files")?.as_array_mut()? {
        let [path, hash, length] = file.as_array_mut()?.as_mut_slice() else { return None };
        if let Some(artifact) = new.remove(path.as_str()?) {
            (*hash, *length) = (Hash::of(&artifact.bytes).short().into(), artifact.bytes.len().into());
        }
        whole.push_str(&format!("{} {}\n", path.as_str()?, hash.as_str()?));
        bytes += length.as_u64()?;
    }
    *list.get_mut("version")? = Hash::of(whole.as_bytes()).short().into();
    *list.get_mut("bytes")? = bytes.into();
    let text = list.to_string().into_bytes();
    new.is_empty().then(|| Artifact::new(list_path(locale), ArtifactKind::Entry, text))
}

/// What an installed handbook is called and where it begins; colours are the theme's paper.
fn manifest(book: &Book, theme: &Theme) -> String {
    let (locale, here) = (&book.locale, manifest_path(&book.locale.locale));
    let icon = theme.paths.files.get("img/icon.svg").map(|path| here.address_of(path));
    let icons: Vec<_> =
        icon.map(|src| json!({ "src": src, "sizes": "any", "type": "image/svg+xml" })).into_iter().collect();
    json!({
        "name": locale.title,
        "short_name": locale.title,
        "description": locale.description,
        "lang": locale.locale.as_str(),
        "dir": locale.direction.as_str(),
        "start_url": here.address_of(&entries::home(&locale.locale)),
        "scope": "../",
        "display": "minimal-ui",
        "background_color": "#fbf8f3",
        "theme_color": "#8c2320",
        "icons": icons,
    })
    .to_string()
}
