//! Looks that are worth taking before a handbook is published, and too strict for every save.
//!
//! Owns what `camnang check` finds beyond a build's own findings, and which findings an editor lets stand.
//! Changes nothing, writes nothing.

mod abbreviations;
mod allow;
pub mod external;
mod figures;
mod files;
mod length;
mod people;
mod places;
mod prose;
mod records;
mod structure;
mod terms;
mod typography;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::{Diagnostic, Locale};
use crate::config::Config;
use crate::content::Content;
use crate::content::page::SourcePage;
use prose::Passage;
use terms::Terms;

pub use allow::{AllowedFiles, apply as apply_allowances, needless as needless_allowances, needless_files};
pub use files::unused as unused_files;

/// All findings over the pages of every language and the data files.
#[must_use]
pub fn run(content: &Content, config: &Config) -> Vec<Diagnostic> {
    let mut findings = records::faults(content, &config.source);
    for (locale, pages) in &content.pages {
        let terms = Terms::new(&content.data.glossary, locale);
        let pages: Vec<&SourcePage> = pages.values().map(AsRef::as_ref).collect();
        let passages: BTreeMap<&str, Vec<Passage<'_>>> =
            pages.par_iter().map(|page| (page.path.as_str(), prose::passages(page))).collect();
        let read = |page: &SourcePage| passages.get(page.path.as_str()).map_or(&[][..], Vec::as_slice);
        findings.extend(abbreviations::unexplained(&pages, &passages, &content.data, locale));
        let look = |page: &&SourcePage| look(page, read(page), locale, content, config, &terms);
        findings.par_extend(pages.par_iter().flat_map_iter(look));
    }
    findings
}

fn look(
    page: &SourcePage,
    passages: &[Passage<'_>],
    locale: &Locale,
    content: &Content,
    config: &Config,
    terms: &Terms,
) -> Vec<Diagnostic> {
    let mut findings = structure::faults_of(page);
    findings.extend(typography::slips(page, locale, passages));
    let contacts = config.check.contacts.contains(&page.path);
    // Numbers on a page of contacts are called, not quoted.
    if *locale == config.source && !contacts {
        findings.extend(figures::uncited(page));
    }
    for passage in passages {
        findings.extend(terms.misspelt(passage));
        findings.extend(places::outdated(passage, &content.data.places));
        if !contacts {
            findings.extend(people::named(passage));
        }
    }
    findings.extend(length::too_long(page, passages, &config.check));
    findings
}
