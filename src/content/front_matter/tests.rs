//! Front matter cases: what is read, and every fault that must be told.

use super::*;
use crate::base::RelPath;
use crate::content::page::PageKind;

/// Splits a made-up file: fields, body, and findings as `line:column code message`.
fn read(text: &str) -> (FrontMatter, String, Vec<String>) {
    let source = Arc::new(Source::new(RelPath::new("a.md").unwrap_or_default(), text));
    let (front, body, findings) = split(&source);
    let lines = findings.iter().map(|d| {
        let at = d.place.as_ref().map_or((0, 0), |p| (p.line, p.column));
        let help = d.help.as_ref().map_or(String::new(), |h| format!(" ({})", h.en));
        format!("{}:{} {} {}{help}", at.0, at.1, d.code, d.message.en)
    });
    let body = source.text[body..].to_owned();
    (front, body, lines.collect())
}

#[test]
fn toml_and_yaml_say_the_same() {
    let toml = "+++\ntitle = \"Mục tiêu\"\nkind = \"element\"\naudience = [\"citizen\"]\nreview_by = 2027-03-31\n\
        number = 3\nstatus = \"official\"\n[document]\nid = \"x\"\n[extra]\ncolour = \"đỏ\"\n+++\nText\n";
    let yaml = "---\ntitle: Mục tiêu\nkind: element\naudience: [citizen]\nreview_by: 2027-03-31\nnumber: 3\n\
        status: official\ndocument:\n  id: x\nextra:\n  colour: đỏ\n---\nText\n";
    let (mut a, body_a, found_a) = read(toml);
    let (mut b, body_b, found_b) = read(yaml);
    assert_eq!((found_a.len(), found_b.len()), (0, 0), "{found_a:?} {found_b:?}");
    assert_eq!((body_a.as_str(), body_b.as_str()), ("Text\n", "Text\n"));
    (a.span, b.span) = (Span::default(), Span::default());
    assert_eq!(a, b);
    assert_eq!((a.kind, a.number), (PageKind::Element, Some(3)));
    assert_eq!(a.review_by.as_deref(), Some("2027-03-31"));
    assert_eq!(a.extra["colour"], "đỏ");
}

#[test]
fn a_file_without_front_matter_is_well() {
    for text in ["", "# Title\n", "---\n\nA rule, then text\n", "---\nHeading\n---\n", "a\n+++\nb\n+++\n"] {
        let (front, body, found) = read(text);
        assert_eq!((front, body.as_str(), found.len()), (FrontMatter::default(), text, 0), "{text:?}");
    }
}

#[test]
fn blank_lines_windows_ends_and_empty_front_matter_are_read() {
    assert_eq!(read("\u{feff}\r\n\r\n+++\r\ntitle = \"A\"\r\n+++\r\nB\r\n").1, "B\n");
    assert_eq!(read("+++\n+++\nB").1, "B");
    assert_eq!(read("---\n---\nB").1, "B");
    assert_eq!(read("+++\ntitle = \"A\"\n+++").0.title.as_deref(), Some("A"));
}

#[test]
fn all_faults_are_found_in_one_reading() {
    let (front, _, found) = read(
        "+++\ntitel = \"a\"\ndescription = 3\nkind = \"docment\"\naudience = [\"citizens\", 4]\nreview_by = 2027-02-29\n\
         updated = \"soon\"\nnumber = 0\nqqqqqq = 1\nsources = \"x\"\n[document]\nstat = 1\n[[entrances]]\nrole = \"press\"\n+++\n",
    );
    let expect = [
        "2:1 E0302 front matter has no key `titel` (did you mean `title`?)",
        "3:15 E0303 `description` takes text in quotes, not a number",
        "4:8 E0303 `kind` cannot be “docment” (did you mean “document”?)",
        "5:25 E0303 `audience` takes text in quotes, not a number",
    ];
    for line in expect {
        assert!(found.iter().any(|f| f == line), "{line}\n{found:#?}");
    }
    let lines: Vec<&str> = found.iter().filter_map(|f| f.split(':').next()).collect();
    assert!(["5", "6", "7", "8", "9", "10", "11", "12", "13"].iter().all(|l| lines.contains(l)), "{found:#?}");
    assert_eq!((front.kind, front.number, front.document), (PageKind::Chapter, None, None));
}

#[test]
fn yaml_faults_point_at_their_lines() {
    let (_, _, found) = read("---\ntitle: Một\naudence: [citizen]\nreview_by: 2027-13-01\n---\n");
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("3:1 E0302"), "{found:#?}");
    assert!(found[1].starts_with("4:12 E0303"), "{found:#?}");
    let (_, _, found) = read("---\ntitle: [a\nkind: b\n---\nText");
    assert!(found.len() == 1 && found[0].contains("E0301"), "{found:#?}");
}

#[test]
fn broken_toml_is_reported_and_never_hides_the_rest() {
    let (front, body, found) = read("+++\ntitle = \ndescription = \"d\"\nkinds = \"x\"\n+++\nText");
    assert!(found.iter().any(|f| f.starts_with("2:") && f.contains("E0301")), "{found:#?}");
    assert!(found.iter().any(|f| f.starts_with("4:1 E0302")), "{found:#?}");
    assert_eq!((front.description.as_deref(), body.as_str()), (Some("d"), "Text"));
    assert!(read("+++\ntitle = \"a\"\n").2[0].starts_with("1:1 E0301"));
}
