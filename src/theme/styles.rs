//! Style sheets out of the theme's: layers in a fixed order, parsed, minified, addresses made good.
//!
//! Owns the order and the oldest browsers written for. One sheet serves every page; what only some pages need
//! stands in `css/pages/` and is a sheet of its own. May not know which page that is.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use super::ThemeFiles;
use crate::base::{Diagnostic, Hash, Memo, RelPath, Source, Span, codes};
use crate::words;

/// Sheets whose order matters, first to last; sheets not named here follow, sorted.
const ORDER: [&str; 8] =
    ["tokens.css", "fonts.css", "reset.css", "base.css", "layout.css", "components.css", "prose.css", "blocks.css"];

/// The sheet that has the last word.
const LAST: &str = "print.css";

/// The folder of sheets that only some pages load.
const PAGES: &str = "pages/";

/// All sheets of every page as one, and what was wrong with them.
pub fn bundle(files: &ThemeFiles, assets: &BTreeMap<String, RelPath>, memo: &Memo) -> (String, Vec<Diagnostic>) {
    let rank = |name: &str| match ORDER.iter().position(|o| *o == name) {
        Some(position) => position,
        None if name == LAST => usize::MAX,
        None => ORDER.len(),
    };
    let mut names: Vec<&str> = files.below("css").map(|(name, _)| name).filter(|n| n.ends_with(".css")).collect();
    names.retain(|name| !name.starts_with(PAGES));
    names.sort_by_key(|name| (rank(name), *name));
    let mut css = String::new();
    let mut findings = Vec::new();
    for name in names {
        if let Some(source) = files.source(&format!("css/{name}")) {
            let made = kept(&source, name, assets, memo);
            css.push_str(&made.0);
            findings.extend(made.1.iter().cloned());
        }
    }
    (css, findings)
}

/// The sheets of single kinds of pages, by their names (`forms`), and what was wrong with them.
pub fn of_pages(
    files: &ThemeFiles,
    assets: &BTreeMap<String, RelPath>,
    memo: &Memo,
) -> (BTreeMap<String, String>, Vec<Diagnostic>) {
    let mut sheets = BTreeMap::new();
    let mut findings = Vec::new();
    for (name, _) in files.below("css").filter(|(name, _)| name.starts_with(PAGES)) {
        let Some(stem) = name.trim_start_matches(PAGES).strip_suffix(".css") else { continue };
        if let Some(source) = files.source(&format!("css/{name}")) {
            let made = kept(&source, name, assets, memo);
            sheets.insert(stem.to_owned(), made.0.clone());
            findings.extend(made.1.iter().cloned());
        }
    }
    (sheets, findings)
}

/// The step that makes a style sheet.
pub const SHEET: &str = "style sheet";

/// A style sheet, and what was wrong with it.
pub type Sheet = (String, Vec<Diagnostic>);

fn kept(source: &Source, name: &str, assets: &BTreeMap<String, RelPath>, memo: &Memo) -> Arc<Sheet> {
    let key = Hash::of_value(&(name, &source.path, source.hash, assets));
    memo.get(SHEET, key, || one(source, name, assets))
}

/// Cascade layers set the oldest browsers: Chromium 99, Safari 15.4, Firefox 97.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets::from(Browsers {
        chrome: version(99, 0),
        edge: version(99, 0),
        android: version(99, 0),
        firefox: version(97, 0),
        safari: version(15, 4),
        ios_saf: version(15, 4),
        ..Browsers::default()
    })
}

fn one(source: &Source, name: &str, assets: &BTreeMap<String, RelPath>) -> (String, Vec<Diagnostic>) {
    let warnings = Arc::new(RwLock::new(Vec::new()));
    let options =
        ParserOptions { error_recovery: true, warnings: Some(Arc::clone(&warnings)), ..ParserOptions::default() };
    let mut findings = Vec::new();
    let printed = StyleSheet::parse(&source.text, options)
        .map_err(|e| located(source, &e.to_string(), e.loc))
        .and_then(|mut sheet| {
            sheet
                .minify(MinifyOptions { targets: targets(), ..MinifyOptions::default() })
                .map_err(|e| located(source, &e.to_string(), e.loc))?;
            let options = PrinterOptions {
                minify: true,
                targets: targets(),
                analyze_dependencies: Some(DependencyOptions { remove_imports: true }),
                ..PrinterOptions::default()
            };
            sheet.to_css(options).map_err(|e| located(source, &e.to_string(), e.loc))
        });
    if let Ok(warnings) = warnings.read() {
        findings.extend(warnings.iter().map(|w| located(source, &w.kind.to_string(), w.loc.clone())));
    }
    match printed {
        Ok(printed) => {
            let (css, faults) = addresses(source, name, printed.code, printed.dependencies.unwrap_or_default(), assets);
            findings.extend(faults);
            (css, findings)
        }
        Err(fault) => {
            findings.push(fault);
            (String::new(), findings)
        }
    }
}

/// Puts the published name of each file in place of its address in the sheet.
fn addresses(
    source: &Source,
    name: &str,
    mut css: String,
    dependencies: Vec<Dependency>,
    assets: &BTreeMap<String, RelPath>,
) -> (String, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let sheet = RelPath::new(&format!("css/{name}")).unwrap_or_default();
    for dependency in dependencies {
        let (url, placeholder) = match dependency {
            Dependency::Url(d) => (d.url, d.placeholder),
            Dependency::Import(d) => (d.url, d.placeholder),
        };
        let known = sheet.link(&url).ok().and_then(|path| assets.get(path.as_str()));
        let keep = url.starts_with("data:") || url.starts_with('#');
        if known.is_none() && !keep {
            let at = source.text.find(&url).unwrap_or_default();
            let message = words!("the theme has no file “{url}”", "giao diện không có tệp “{url}”");
            let help = words!(
                "addresses are relative to the css folder: ../fonts/…, ../img/…",
                "địa chỉ tính từ thư mục css: ../fonts/…, ../img/…"
            );
            findings.push(
                Diagnostic::error(codes::THEME_MISSING_ASSET, message)
                    .at(source, Span::new(at, at + url.len()))
                    .help(help),
            );
        }
        css = css.replace(&placeholder, known.map_or(url.as_str(), |path| path.name()));
    }
    (css, findings)
}

fn located(source: &Source, reason: &str, loc: Option<lightningcss::error::ErrorLocation>) -> Diagnostic {
    let reason = reason.split(" at :").next().unwrap_or(reason);
    let finding = Diagnostic::error(codes::THEME_STYLE, words!("style sheet: {reason}", "tệp CSS: {reason}"));
    let Some(loc) = loc else { return finding.in_file(&source.path) };
    let line_start: usize = source.text.split_inclusive('\n').take(loc.line as usize).map(str::len).sum();
    let at = (line_start + (loc.column as usize).saturating_sub(1)).min(source.text.len());
    finding.at(source, Span::new(at, at + 1))
}
