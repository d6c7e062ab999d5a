//! Numbers of parts, chapters and sections: as configured, and never the same for two places.

use std::collections::BTreeMap;
use std::sync::Arc;

use camnang::base::RelPath;
use camnang::book::assemble;
use camnang::files::Project;
use camnang::{config, content};

/// The table of contents and the sections of a small book, one line each.
fn outline(numbering: &str) -> Vec<String> {
    let config = format!("title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\"]\n[numbering]\n{numbering}\n");
    let page = "## Mục\n\n### Tiểu mục\n\n## Mục nữa\n";
    let files = [
        ("handbook.toml", config.as_str()),
        ("content/SUMMARY.md", "# T\n\n# Phần đầu\n\n- [Một](mot.md)\n  - [Một một](mot-mot.md)\n- [Hai](hai.md)\n"),
        ("content/mot.md", page),
        ("content/mot-mot.md", page),
        ("content/hai.md", page),
    ];
    let path = |text: &str| RelPath::new(text).unwrap();
    let files = files.map(|(name, text)| (path(name), text.as_bytes().to_vec()));
    let project = Project::in_memory(BTreeMap::from(files));
    let (config, findings) = config::load(&project.text(&path("handbook.toml")).unwrap());
    assert_eq!(findings, []);
    let config = config.unwrap();
    let (content, findings) = content::load(&project, &config);
    assert_eq!(findings, []);
    let (handbook, _) = assemble(&project, Arc::new(config), &content);
    let book = &handbook.books[0];
    let mut lines: Vec<String> = book.parts.iter().filter_map(|part| part.number.clone()).collect();
    for page in &book.pages {
        lines.push(format!("{} {}", page.number.clone().unwrap_or_default(), page.title).trim().to_owned());
        lines.extend(page.sections.iter().filter_map(|section| section.number.clone()));
    }
    lines
}

#[test]
fn nothing_is_numbered_unless_asked() {
    assert_eq!(outline("chapters = false"), ["Một", "Một một", "Hai"]);
}

#[test]
fn parts_and_chapters_are_numbered() {
    assert_eq!(outline("parts = true\nchapters = true"), ["I", "1 Một", "1.1 Một một", "2 Hai"]);
}

#[test]
fn a_number_names_a_chapter_or_a_section_never_both() {
    let numbers = outline("chapters = true\nsections = true");
    let expected = ["1 Một", "1.1 Một một", "1.1.1", "1.1.1.1", "1.1.2", "2 Hai", "2.1", "2.1.1", "2.2"];
    assert_eq!(numbers, expected);
}
