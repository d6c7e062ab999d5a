//! `handbook.toml` as its author wrote it: every key there is, each optional, each with its place.
//!
//! Owns which keys exist. What they must mean is `validate`'s.

use toml::de::DeTable;

use super::check::{self, WrittenCheck};
use super::press::{self, WrittenPress};
use super::table::{Findings, Located, Table};
use crate::base::Source;

/// Keys by the table they belong in (empty: the top), to help when one stands in the wrong table.
const HOMES: [(&str, &str); 42] = [
    ("", "title"),
    ("", "description"),
    ("", "source"),
    ("", "locales"),
    ("", "content"),
    ("", "i18n"),
    ("", "theme"),
    ("", "output"),
    ("", "base_url"),
    ("", "edition"),
    ("", "edition_date"),
    ("numbering", "parts"),
    ("numbering", "chapters"),
    ("numbering", "sections"),
    ("elements", "expected"),
    ("elements", "groups"),
    ("markdown", "raw_html"),
    ("translation", "notice_below"),
    ("translation", "status_page"),
    ("search", "elasticlunr"),
    ("print", "publisher"),
    ("print", "imprint"),
    ("print", "isbn"),
    ("print", "links"),
    ("print", "paper_gsm"),
    ("print", "paper_bulk"),
    ("print", "signature"),
    ("print", "sheet"),
    ("print", "booklet"),
    ("print", "draft"),
    ("check", "allow"),
    ("check", "contacts"),
    ("check", "words"),
    ("check.words", "citizen"),
    ("check.words", "commune"),
    ("check.words", "province"),
    ("check.words", "press"),
    ("check.words", "editor"),
    ("feedback", "email"),
    ("serve", "editor"),
    ("locale.en", "name"),
    ("locale.en", "dir"),
];

/// The file, key by key.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub title: Option<Located<String>>,
    pub description: Option<Located<String>>,
    pub source: Option<Located<String>>,
    pub locales: Option<Located<Vec<Located<String>>>>,
    pub content: Option<Located<String>>,
    pub i18n: Option<Located<String>>,
    pub theme: Option<Located<String>>,
    pub output: Option<Located<String>>,
    pub base_url: Option<Located<String>>,
    pub edition: Option<Located<String>>,
    pub edition_date: Option<Located<String>>,
    pub numbering: [Option<Located<bool>>; 3],
    pub raw_html: Option<Located<bool>>,
    pub expected: Option<Located<u32>>,
    pub groups: Option<Located<Vec<Located<String>>>>,
    pub notice_below: Option<Located<u32>>,
    pub status_page: Option<Located<bool>>,
    pub feedback: Option<Located<String>>,
    pub editor: Option<Located<String>>,
    pub elasticlunr: Option<Located<bool>>,
    pub languages: Vec<WrittenLanguage>,
    pub print: WrittenPrint,
    pub check: WrittenCheck,
}

/// `[print]`.
#[derive(Debug, Default)]
pub(super) struct WrittenPrint {
    pub publisher: Option<Located<String>>,
    pub imprint: Option<Located<Vec<Located<String>>>>,
    pub isbn: Option<Located<String>>,
    pub links: Option<Located<String>>,
    pub press: WrittenPress,
}

/// `[locale.en]`.
#[derive(Debug)]
pub(super) struct WrittenLanguage {
    pub tag: Located<String>,
    pub title: Option<Located<String>>,
    pub name: Option<Located<String>>,
    pub description: Option<Located<String>>,
    pub edition: Option<Located<String>>,
    pub dir: Option<Located<String>>,
}

/// Reads every key; whatever is wrong is in the findings, the rest is in the result.
pub(super) fn read(source: &Source) -> (Written, Findings<'_>) {
    let (top, errors) = DeTable::parse_recoverable(&source.text);
    let mut found = Findings::new(source, &errors);
    let written = read_top(Table::new("", top.get_ref()), &mut found);
    (written, found)
}

fn read_top(mut top: Table<'_>, found: &mut Findings) -> Written {
    let mut written = Written {
        title: top.string(found, "title"),
        description: top.string(found, "description"),
        source: top.string(found, "source"),
        locales: top.strings(found, "locales"),
        content: top.string(found, "content"),
        i18n: top.string(found, "i18n"),
        theme: top.string(found, "theme"),
        output: top.string(found, "output"),
        base_url: top.string(found, "base_url"),
        edition: top.string(found, "edition"),
        edition_date: top.day(found, "edition_date"),
        ..Written::default()
    };
    if let Some(mut table) = top.table(found, "numbering") {
        written.numbering = ["parts", "chapters", "sections"].map(|key| table.boolean(found, key));
        table.finish(found, &HOMES);
    }
    if let Some(mut table) = top.table(found, "elements") {
        written.expected = table.number(found, "expected", 1000);
        written.groups = table.strings(found, "groups");
        table.finish(found, &HOMES);
    }
    if let Some(mut table) = top.table(found, "markdown") {
        written.raw_html = table.boolean(found, "raw_html");
        table.finish(found, &HOMES);
    }
    if let Some(mut table) = top.table(found, "translation") {
        written.notice_below = table.number(found, "notice_below", 100);
        written.status_page = table.boolean(found, "status_page");
        table.finish(found, &HOMES);
    }
    if let Some(mut table) = top.table(found, "search") {
        written.elasticlunr = table.boolean(found, "elasticlunr");
        table.finish(found, &HOMES);
    }
    if let Some(table) = top.table(found, "locale") {
        for (tag, below) in table.tables(found) {
            written.languages.push(read_language(tag, below, found));
        }
    }
    if let Some(table) = top.table(found, "check") {
        written.check = check::read(table, found, &HOMES);
    }
    if let Some(mut table) = top.table(found, "feedback") {
        written.feedback = table.string(found, "email");
        table.finish(found, &HOMES);
    }
    if let Some(mut table) = top.table(found, "serve") {
        written.editor = table.string(found, "editor");
        table.finish(found, &HOMES);
    }
    if let Some(mut table) = top.table(found, "print") {
        written.print = WrittenPrint {
            publisher: table.string(found, "publisher"),
            imprint: table.strings(found, "imprint"),
            isbn: table.string(found, "isbn"),
            links: table.string(found, "links"),
            press: press::read(&mut table, found),
        };
        table.finish(found, &HOMES);
    }
    top.finish(found, &HOMES);
    written
}

fn read_language(tag: Located<String>, mut table: Table<'_>, found: &mut Findings) -> WrittenLanguage {
    let language = WrittenLanguage {
        tag,
        title: table.string(found, "title"),
        name: table.string(found, "name"),
        description: table.string(found, "description"),
        edition: table.string(found, "edition"),
        dir: table.string(found, "dir"),
    };
    table.finish(found, &HOMES);
    language
}
