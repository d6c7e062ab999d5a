//! Which pages are open in a browser, so that they are made first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::base::RelPath;

/// How many browsers show each page, by output path.
#[derive(Clone, Debug, Default)]
pub(super) struct Readers(Arc<Mutex<BTreeMap<RelPath, usize>>>);

/// A page that is open for as long as this lives.
#[derive(Debug)]
pub(super) struct Reader {
    readers: Readers,
    page: RelPath,
}

impl Readers {
    /// A page was opened. `None` for what is no path.
    pub(super) fn open(&self, path: &str) -> Option<Reader> {
        let page = RelPath::new(path).ok()?;
        *self.pages().entry(page.clone()).or_default() += 1;
        Some(Reader { readers: self.clone(), page })
    }

    /// The open pages.
    pub(super) fn all(&self) -> BTreeSet<RelPath> {
        self.pages().keys().cloned().collect()
    }

    fn pages(&self) -> MutexGuard<'_, BTreeMap<RelPath, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let mut pages = self.readers.pages();
        if let Some(count) = pages.get_mut(&self.page) {
            *count = count.saturating_sub(1);
        }
        pages.retain(|_, count| *count > 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_open_while_anybody_shows_it() {
        let readers = Readers::default();
        let (first, second) = (readers.open("vi/a.html"), readers.open("vi/a.html"));
        drop(first);
        assert_eq!(readers.all().len(), 1);
        drop(second);
        assert!(readers.all().is_empty() && readers.open("../a").is_none());
    }
}
