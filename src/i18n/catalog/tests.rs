//! Catalogs as other tools write them, good and broken, against small pages.

use std::sync::Arc;

use super::*;
use crate::base::{Hash, Source, SourceText, codes};
use crate::content::CataloguedPage;
use crate::content::markdown::tree::BlockKind;
use crate::content::markdown::{ParseOptions, parse, text};
use crate::content::page::{FrontMatter, SourcePage, Spare};

fn catalog(po: &str) -> (Catalog, Vec<(&'static str, u32)>) {
    let (file, findings) = po::read(&RelPath::new("po/vi.po").unwrap(), po);
    let config =
        crate::config::load(&Source::new(RelPath::default(), "title = \"A\"\nsource = \"en\"\nlocales = [\"en\"]\n"))
            .0
            .unwrap();
    let (content, memo) = (Content::default(), Memo::default());
    let catalog = Catalog { said: Catalog::of(&file).said.settled(&Messages::of(&content, &config, &memo), &memo) };
    (catalog, findings.into_iter().map(|d| (d.code, d.place.map_or(0, |p| p.line))).collect())
}

fn apply(catalog: &Catalog, page: &SourcePage) -> CataloguedPage {
    let source = "en".parse().unwrap();
    super::apply::apply(catalog, &source, page, &units::of(page, &source))
}

fn page(markdown: &str) -> SourcePage {
    let path = RelPath::new("a.md").unwrap();
    let source = Arc::new(Source::new(path.clone(), markdown));
    let text = Arc::new(SourceText::whole(&source, 0));
    let (tree, findings) = parse(&text, &ParseOptions::default());
    SourcePage {
        path,
        source,
        front: FrontMatter::default(),
        tree,
        text,
        hash: Hash::of(b""),
        key: Hash::of(b""),
        attached: [].into(),
        findings,
        spare: Spare::default(),
    }
}

fn words(page: &SourcePage) -> Vec<String> {
    let line = |kind: &BlockKind| match kind {
        BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => Some(text::plain(content)),
        _ => None,
    };
    page.tree.blocks.iter().filter_map(|b| line(&b.kind)).collect()
}

#[test]
fn messages_are_found_however_their_markdown_is_spelt() {
    let po = r#"
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#: src/a.md:1
msgid "A heading"
msgstr "Một đầu đề"

#: src/a.md:3
msgid ""
"Text with _emphasis_, **weight**, "
"[a link](b.md) and a note[^1]."
msgstr "Chữ _nhấn_, **đậm**, [liên kết](b.md) và chú thích[^1]."

#, fuzzy
msgid "Only guessed."
msgstr "Chỉ là đoán."

#~ msgid "gone"
#~ msgstr "đã bỏ"
"#;
    let (catalog, findings) = catalog(po);
    assert_eq!(findings, []);
    let source = page(
        "# A heading\n\nText with *emphasis*,\n__weight__, [a link](b.md) and a note[^1].\n\nOnly guessed.\n\n[^1]: Note.\n",
    );
    let applied = apply(&catalog, &source);
    assert_eq!(words(&applied.page), ["Một đầu đề", "Chữ nhấn, đậm, liên kết và chú thích.", "Only guessed."]);
    assert_eq!((applied.total, applied.translated), (4, 2));
    let langs: Vec<_> = applied.page.tree.blocks.iter().map(|b| b.lang.as_deref()).collect();
    assert_eq!(langs, [None, None, Some("en")]);
    assert_eq!(applied.page.tree.blocks[0].attributes.id, source.tree.blocks[0].attributes.id);
}

#[test]
fn every_fault_of_a_catalog_is_told_and_the_rest_still_applies() {
    let po = "msgid \"one\"\nmsgstr \"một\"\n\nmsgid \"two\nmsgstr \"hai\"\n\nnonsense\n\nmsgid \"one\"\nmsgstr \"một nữa\"\n\nmsgid \"left\"\n\nmsgid \"three\"\nmsgstr \"ba\"\n";
    let (catalog, mut findings) = catalog(po);
    findings.sort_by_key(|f| f.1);
    let expected = [
        (codes::CATALOG_SYNTAX, 4),
        (codes::CATALOG_SYNTAX, 7),
        (codes::CATALOG_TWICE, 9),
        (codes::CATALOG_SYNTAX, 12),
    ];
    assert_eq!(findings, expected);
    assert_eq!(catalog.plain("one").as_deref(), Some("một"));
    assert_eq!(catalog.plain("two"), None);
}

#[test]
fn titles_lose_their_marks_and_numbered_titles_stay_lines() {
    let (catalog, _) = catalog("msgid \"1. The _first_\"\nmsgstr \"1. Điều `đầu`\"\n");
    assert_eq!(catalog.plain("1. The *first*").as_deref(), Some("1. Điều đầu"));
}
