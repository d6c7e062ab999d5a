//! What a project was asked and what it answered: whoever was answered the same makes the same.
//!
//! Owns which questions there are. Answers are hashes of all that was told: of a file's bytes as they are on disk, of
//! the finding when there was none to read, of a whole listing. So a file that appears where one was looked for in
//! vain counts as much as one that changed, and no file's time counts at all.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::disk::Disk;
use super::memory::Memory;
use super::{Project, lock};
use crate::base::{Diagnostic, Hash, RelPath, Stored, Unread};

/// What can be asked of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Question {
    /// What its bytes are.
    Content,
    /// Whether it is a file.
    File,
    /// Whether it is a folder.
    Folder,
    /// What lies below it.
    Below,
}

/// Questions and the hashes of their answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<(Question, RelPath), Hash>);

/// Files with other content up to which they are named: more are a build of their own.
const MOST_CHANGED: usize = 16;

impl Answers {
    /// These answers, those that `newer` has replaced. `None` where it holds one that contradicts, about any file but
    /// those in `changed`.
    #[must_use]
    pub fn with(mut self, newer: Self, changed: &[RelPath]) -> Option<Self> {
        for ((question, path), answer) in newer.0 {
            let old = self.0.insert((question, path.clone()), answer);
            let may = question == Question::Content && changed.contains(&path);
            if old.is_some_and(|old| old != answer) && !may {
                return None;
            }
        }
        Some(self)
    }

    /// The paths that were asked about, sorted.
    #[must_use]
    pub fn paths(&self) -> Vec<RelPath> {
        self.clone().into_paths()
    }

    /// The same of answers that nobody needs any more.
    #[must_use]
    pub fn into_paths(self) -> Vec<RelPath> {
        let mut paths: Vec<RelPath> = self.0.into_keys().map(|(_, path)| path).collect();
        paths.sort();
        paths.dedup();
        paths
    }
}

impl Project {
    /// What was answered so far; nothing unless [`Project::answering`].
    #[must_use]
    pub fn answers(&self) -> Option<Answers> {
        self.answers.as_ref().map(|answers| lock(answers).clone())
    }

    /// The files whose content is another one now, sorted; each file is read. `None` where anything else is answered
    /// otherwise than before, or where they are too many to be looked at one by one.
    #[must_use]
    pub fn changed(&self, known: &Answers) -> Option<Vec<RelPath>> {
        // Whole listings first, by one alone: whoever opens a file waits for that of its folder.
        let (below, questions): (Vec<_>, Vec<_>) = known.0.iter().partition(|((q, _), _)| *q == Question::Below);
        if below.into_iter().any(|((question, path), answer)| self.answer(*question, path) != *answer) {
            return None;
        }
        let count = AtomicUsize::new(0);
        let others = questions.par_iter().map(|((question, path), answer)| {
            if self.answer(*question, path) == **answer {
                return Some(None);
            }
            let few = count.fetch_add(1, Ordering::Relaxed) < MOST_CHANGED;
            (few && *question == Question::Content).then_some(Some(path))
        });
        let others: Option<Vec<Option<&RelPath>>> = others.collect();
        Some(others?.into_iter().flatten().cloned().collect())
    }

    /// The hash of a file's bytes as they are now replaces that of what was read: for a file that the build itself
    /// wrote after it had read it.
    pub fn answer_anew(&self, answers: &mut Answers, path: &RelPath) {
        for question in [Question::Content, Question::File] {
            let key = (question, path.clone());
            if let Some(answer) = answers.0.get_mut(&key) {
                *answer = self.answer(question, path);
            }
        }
    }

    fn answer(&self, question: Question, path: &RelPath) -> Hash {
        match question {
            Question::Content => of(&self.fetch(path)),
            Question::File => Hash::of_value(&self.look(path, Disk::is_file, Memory::is_file)),
            Question::Folder => Hash::of_value(&self.look(path, Disk::is_folder, Memory::is_folder)),
            Question::Below => {
                let below = self.look(path, Disk::list, |memory, path| (memory.list(path), Vec::new()));
                Hash::of_value(&below)
            }
        }
    }

    /// Writes down an answer, where that is wanted: its hash.
    pub(super) fn answered(&self, question: Question, path: &RelPath, answer: impl FnOnce() -> Hash) -> Option<Hash> {
        let answers = self.answers.as_ref()?;
        let answer = answer();
        lock(answers).0.entry((question, path.clone())).or_insert(answer);
        Some(answer)
    }
}

/// The hash of what reading a file gave.
pub(super) fn of<T: AsRef<[u8]>>(read: &Result<T, Diagnostic>) -> Hash {
    match read {
        Ok(bytes) => Hash::of(bytes.as_ref()),
        Err(finding) => Hash::of_value(finding),
    }
}

impl Stored for Answers {
    fn store(&self, to: &mut Vec<u8>) {
        self.0.len().store(to);
        for ((question, path), answer) in &self.0 {
            to.push(*question as u8);
            path.store(to);
            answer.store(to);
        }
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let questions = [Question::Content, Question::File, Question::Folder, Question::Below];
        let length = usize::restore(from)?;
        let mut answers = Vec::with_capacity(length.min(from.len()));
        for _ in 0..length {
            let question = *questions.get(usize::from(u8::restore(from)?))?;
            answers.push(((question, Stored::restore(from)?), Stored::restore(from)?));
        }
        Some(Self(answers.into_iter().collect()))
    }
}
