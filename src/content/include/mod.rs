//! `{{#include file:2:10}}` and its kin, by mdBook's rules: a page's text is put together out of files
//! before Markdown is parsed, so includes work in code blocks too.
//!
//! Owns finding these links and choosing the lines they mean. Files are read through `files` alone,
//! hence never from outside the project. The result knows for each byte which file it came from.

mod scan;
mod select;

use std::ops::Range;
use std::sync::Arc;

use self::scan::{Kind, Link};
use self::select::Selection;
use super::front_matter;
use crate::base::{Diagnostic, PathError, RelPath, Source, SourceText, Words, codes};
use crate::files::Project;
use crate::words;

/// What every such link begins with.
pub const MARK: &str = "{{";

/// How deep includes may nest (mdBook's limit).
const DEEPEST: usize = 10;
/// The largest text that includes may add up to, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// A file's text from byte `offset` on, with everything it includes.
#[must_use]
pub fn expand(project: &Project, source: &Arc<Source>, offset: usize) -> (SourceText, Vec<Diagnostic>) {
    let mut expansion =
        Expansion { project, text: SourceText::empty(), findings: Vec::new(), way: Vec::new(), full: false };
    expansion.stretch(source, offset..source.text.len());
    (expansion.text, expansion.findings)
}

struct Expansion<'a> {
    project: &'a Project,
    text: SourceText,
    findings: Vec<Diagnostic>,
    /// The includes we are inside of, outermost first.
    way: Vec<(RelPath, Selection)>,
    /// The text has grown too large, which is said once; nothing more is included.
    full: bool,
}

impl Expansion<'_> {
    /// Appends a stretch of a file, its includes expanded.
    fn stretch(&mut self, source: &Arc<Source>, range: Range<usize>) {
        let mut done = range.start;
        for link in scan::links(&source.text, range.clone()) {
            self.text.push(source, done..link.span.start);
            self.link(source, &link);
            done = link.span.end;
        }
        self.text.push(source, done..range.end);
    }

    fn link(&mut self, source: &Arc<Source>, link: &Link<'_>) {
        let result = match &link.kind {
            // The backslash goes, the rest is shown as it stands.
            Kind::Escaped => {
                self.text.push(source, link.span.start + 1..link.span.end);
                return;
            }
            Kind::Title => return,
            _ if self.full => {
                self.text.push(source, link.span.clone());
                return;
            }
            Kind::Include { target } => self.include(source, target),
            Kind::Playground { target, attributes } => self.playground(source, link, target, attributes),
        };
        if let Err(finding) = result {
            self.findings.push(finding.at(source, link.span.clone().into()));
            self.text.push(source, link.span.clone());
        }
    }

    fn include(&mut self, source: &Arc<Source>, target: &str) -> Result<(), Diagnostic> {
        let (path, selection) = target.split_once(':').unwrap_or((target, ""));
        let selection = Selection::parse(selection);
        let file = self.open(source, path)?;
        let ranges = match &selection {
            Selection::All if file.path.extension() == "md" => {
                let (_, body, _) = front_matter::split(&file);
                std::iter::once(body..trimmed_end(&file.text)).collect()
            }
            selection => selection.ranges(&file)?,
        };
        self.enter(&file, selection, &ranges)
    }

    /// mdBook shows a whole Rust file here, in a code block that can be run; we show the code.
    fn playground(
        &mut self,
        source: &Arc<Source>,
        link: &Link<'_>,
        path: &str,
        attributes: &[&str],
    ) -> Result<(), Diagnostic> {
        let file = self.open(source, path)?;
        let fence = "`".repeat(longest_fence(&file.text).max(2) + 1);
        let info: Vec<&str> = std::iter::once("rust").chain(attributes.iter().copied()).collect();
        self.text.push_instead(source, link.span.start, &format!("{fence}{}\n", info.join(",")));
        let entered = self.enter(&file, Selection::All, std::slice::from_ref(&(0..trimmed_end(&file.text))));
        self.text.push_instead(source, link.span.start, &format!("\n{fence}\n"));
        entered
    }

    fn open(&self, source: &Source, path: &str) -> Result<Arc<Source>, Diagnostic> {
        let path = source.path.link(path).map_err(|error| forbidden(path, &error))?;
        self.project
            .text(&path)
            .map_err(|finding| if finding.help.is_none() { finding.help(from_here()) } else { finding })
    }

    fn enter(&mut self, file: &Arc<Source>, selection: Selection, ranges: &[Range<usize>]) -> Result<(), Diagnostic> {
        let here = (file.path.clone(), selection);
        let size: usize = ranges.iter().map(ExactSizeIterator::len).sum();
        if self.way.contains(&here) || self.way.len() >= DEEPEST {
            return Err(too_deep(&self.way, &file.path));
        }
        if self.text.text().len() + size > LARGEST {
            self.full = true;
            return Err(too_large());
        }
        self.way.push(here);
        for (index, range) in ranges.iter().enumerate() {
            if index > 0 {
                self.text.push_instead(file, range.start, "\n");
            }
            self.stretch(file, range.clone());
        }
        self.way.pop();
        Ok(())
    }
}

/// The text's length without one last line end.
fn trimmed_end(text: &str) -> usize {
    text.strip_suffix('\n').unwrap_or(text).len()
}

/// The longest run of backticks, so that a fence can be made longer.
fn longest_fence(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

fn forbidden(path: &str, error: &PathError) -> Diagnostic {
    let message = match error {
        PathError::Absolute | PathError::Escapes => {
            words!("`{path}` is outside the project", "`{path}` nằm ngoài thư mục dự án")
        }
        PathError::Unportable(part) => words!(
            "`{part}` is a name that some systems cannot hold",
            "`{part}` là tên mà một số hệ điều hành không chấp nhận"
        ),
    };
    Diagnostic::error(codes::PATH_FORBIDDEN, message).help(from_here())
}

fn from_here() -> Words {
    words!("paths are relative to the file they are written in", "đường dẫn tính từ chính tệp đang viết")
}

fn too_deep(way: &[(RelPath, Selection)], path: &RelPath) -> Diagnostic {
    let mut steps: Vec<&str> = way.iter().map(|(path, _)| path.as_str()).collect();
    steps.push(path.as_str());
    let chain = steps.join(" → ");
    Diagnostic::error(
        codes::INCLUDE_DEPTH,
        words!("includes nest too deep: {chain}", "các tệp lồng nhau quá sâu: {chain}"),
    )
    .help(words!(
        "a file may not include itself, nor nest more than {DEEPEST} deep",
        "tệp không được tự lồng chính nó, và không lồng quá {DEEPEST} lớp"
    ))
}

fn too_large() -> Diagnostic {
    Diagnostic::error(
        codes::INCLUDE_DEPTH,
        words!("with its includes this page is larger than 64 MB", "trang này cùng các tệp lồng vào lớn hơn 64 MB"),
    )
}

#[cfg(test)]
mod tests;
