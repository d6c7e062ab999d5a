//! Markdown to tree to HTML, as a page of a handbook has it.

use std::sync::Arc;

use camnang::base::{Diagnostic, RelPath, Source, SourceText};
use camnang::content::markdown::tree::Tree;
use camnang::content::markdown::{ParseOptions, parse, parse_line};
use camnang::render::html::{self, HtmlContext, Labels, highlight::Highlighter};

/// Labels that show their own key.
struct Keys;

impl Labels for Keys {
    fn label(&self, key: &str) -> String {
        key.to_owned()
    }

    fn label_with(&self, key: &str, _: &str, value: &str) -> String {
        format!("{key} {value}")
    }
}

pub fn tree(markdown: &str) -> (Tree, Vec<Diagnostic>) {
    let source = Arc::new(Source::new(RelPath::new("a.md").unwrap(), markdown));
    parse(&Arc::new(SourceText::whole(&source, 0)), &ParseOptions::default())
}

pub fn html(markdown: &str) -> String {
    let page = RelPath::new("vi/a.html").unwrap();
    let highlighter = Highlighter::new();
    html::body(&tree(markdown).0, &HtmlContext::new(&page, &Keys, &highlighter)).replace('\n', "")
}

/// Code, line and message of every finding.
fn findings(markdown: &str) -> Vec<(&'static str, u32)> {
    let all = tree(markdown).1;
    all.into_iter().map(|d| (d.code, d.place.map_or(0, |p| p.line))).collect()
}

fn check(cases: &[(&str, &str)]) {
    for (markdown, expected) in cases {
        assert_eq!(html(markdown), *expected, "{markdown}");
    }
}

#[test]
fn headings_have_readable_anchors_that_differ() {
    let text = "## Mục tiêu\n\n## Mục tiêu\n\n## Đích {#muc-tieu-2}\n\n## !\n\n## 目的\n";
    let ids: Vec<_> = tree(text).0.blocks.into_iter().filter_map(|b| b.attributes.id.clone()).collect();
    assert_eq!(ids, ["muc-tieu", "muc-tieu-3", "muc-tieu-2", "muc", "目的"]);
    assert_eq!(findings("## A {#x}\n\n## B {#x}\n"), [("W0325", 3)]);
}

#[test]
fn directives_stand_in_lists_and_quotes_and_end_paragraphs() {
    let card = "<div class=\"box card\" role=\"group\" aria-label=\"label-card: A\"><p class=\"box-label\">label-card</p>\
                <p class=\"box-title\">A</p>";
    check(&[
        ("a\n:::card A\nb\n:::\nc", &format!("<p>a</p>{card}<p>b</p></div><p>c</p>")),
        ("> :::card A\n> b\n> :::\n", &format!("<blockquote>{card}<p>b</p></div></blockquote>")),
        (
            "- a\n  :::card A\n  b\n  :::\n- c\n",
            &format!("<ul><li>a{card}b</div></li><li>c</li></ul>").replace("b</div>", "<p>b</p></div>"),
        ),
        ("::::card A\n:::card A\nb\n:::\n::::\n", &format!("{card}{card}<p>b</p></div></div>")),
        (":::card A\n| x |\n|---|\n| y |\n:::\nz", &format!("{card}{}</div><p>z</p>", TABLE)),
        (":::card A\n- x\n\n- y\n:::\n", &format!("{card}<ul><li><p>x</p></li><li><p>y</p></li></ul></div>")),
        (":::card A\n<div>b</div>\n:::\nc", &format!("{card}<div>b</div></div>c")),
        ("::: card A\nb\n:::", &format!("{card}<p>b</p></div>")),
    ]);
}

const TABLE: &str = "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"table-scroll (1)\"><table>\
    <thead><tr><th scope=\"col\">x</th></tr></thead><tbody><tr><td>y</td></tr></tbody></table></div>";

#[test]
fn what_looks_like_a_directive_in_code_stays_code() {
    check(&[
        ("```\n:::card\n```", "<pre class=\"code\" tabindex=\"0\"><code>:::card</code></pre>"),
        ("    :::card", "<pre class=\"code\" tabindex=\"0\"><code>:::card</code></pre>"),
        ("a `:::` b", "<p>a <code>:::</code> b</p>"),
        ("<!--\n:::card\n-->\n", ""),
        ("a\n      :::card\n", "<p>a:::card</p>"),
    ]);
    assert_eq!(findings("```\n:::nothing\n```\n<!--\n:::\n-->"), []);
}

#[test]
fn faults_of_directives_are_all_told_with_their_lines() {
    assert_eq!(
        findings(
            "a\n\n:::exmple X\n:::\n\n:::\n\n:::statistic\n:::\n\n:::sources x\nb\n:::\n\n- :::card\n\n:::details\n:::\n:::card"
        ),
        [
            ("E0320", 3),
            ("W0323", 6),
            ("E0321", 8),
            ("E0321", 11),
            ("W0324", 12),
            ("E0322", 15),
            ("E0321", 17),
            ("E0322", 19)
        ]
    );
    let help = tree(":::exmple\n:::").1.remove(0).help.unwrap();
    assert!(help.en.contains("`example`") && help.vi.contains("`example`"));
}

#[test]
fn roles_inside_a_line() {
    let blank = "<span class=\"blank\" role=\"img\" aria-label=\"label-blank\">____</span>";
    check(&[
        ("[@a-1, đoạn 2]", "<p><span class=\"citation\">[a-1, đoạn 2]</span></p>"),
        ("[@a][@b]", "<p><span class=\"citation\">[a]</span><span class=\"citation\">[b]</span></p>"),
        ("\\[@a] `[@a]`", "<p>[@a] <code>[@a]</code></p>"),
        ("[x][@a]", "<p>[x]<span class=\"citation\">[a]</span></p>"),
        ("[soft power](lang:en)", "<p><span lang=\"en\">soft power</span></p>"),
        ("[hạt nhân](index:)", "<p>hạt nhân</p>"),
        ("**Họ:**____, ____/____", &format!("<p><strong>Họ:</strong>{blank}, {blank}/{blank}</p>")),
        ("`____` ```____```", "<p><code>____</code> <code>____</code></p>"),
        ("[a](http://a.vn/____b)", "<p><a href=\"http://a.vn/____b\">a</a></p>"),
        ("xem www.a.vn/b.", "<p>xem <a href=\"http://www.a.vn/b\">www.a.vn/b</a>.</p>"),
    ]);
    assert!(html("____").contains("<hr>"));
    assert!(html(":::worksheet\nA\n____\n:::").contains(&format!("<p>A</p><p>{blank}</p>")));
}

#[test]
fn a_line_of_its_own_is_read_without_blocks() {
    for (line, expected) in [("1. **a** #", 3), ("- a", 1), ("a", 1), ("", 0), ("# x", 1)] {
        let content = parse_line(line);
        assert_eq!(content.len(), expected, "{line}: {content:?}");
        assert!(!format!("{content:?}").contains('\u{1c}'));
    }
}

#[test]
fn figures_tasks_notes_definitions() {
    check(&[
        (
            "![alt](a.svg \"Cap *x*\")",
            "<figure><img src=\"a.svg\" alt=\"alt\" decoding=\"async\"><figcaption>Cap <em>x</em></figcaption></figure>",
        ),
        (
            "- [x] a\n- [ ] b",
            "<ul class=\"tasks\"><li class=\"task\"><label><input checked=\"\" disabled=\"\" type=\"checkbox\"><span>a</span></label></li>\
             <li class=\"task\"><label><input disabled=\"\" type=\"checkbox\"><span>b</span></label></li></ul>",
        ),
        ("A\n: b\n: c", "<dl><dt>A</dt><dd>b</dd><dd>c</dd></dl>"),
        (
            "> [!TIP]\n> a",
            "<aside class=\"alert alert-tip\" role=\"note\"><p class=\"alert-title\">alert-tip</p><p>a</p></aside>",
        ),
        (
            "a[^x] b[^y]\n\n[^y]: Y.\n[^x]: X.",
            "<p>a<sup class=\"footnote-reference\"><a id=\"fnref:1\" href=\"#fn:1\" aria-label=\"footnote-number 1\">1</a></sup> \
             b<sup class=\"footnote-reference\"><a id=\"fnref:2\" href=\"#fn:2\" aria-label=\"footnote-number 2\">2</a></sup></p>\
             <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"footnotes\"><ol>\
             <li id=\"fn:1\"><p>X. <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref:1\" aria-label=\"footnote-back\">↩</a></p></li>\
             <li id=\"fn:2\"><p>Y. <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref:2\" aria-label=\"footnote-back\">↩</a></p></li>\
             </ol></section>",
        ),
    ]);
}

const A: &str = "<h2 id=\"a\">A<a class=\"self-link\" href=\"#a\" aria-label=\"copy-link A\"></a></h2>";

#[test]
fn no_link_stands_inside_another() {
    check(&[
        ("[a www.b.vn](c)", "<p><a href=\"c\">a www.b.vn</a></p>"),
        ("[*a <https://b.vn>*](c)", "<p><a href=\"c\"><em>a https://b.vn</em></a></p>"),
    ]);
}

#[test]
fn references_that_lead_nowhere_are_told() {
    assert_eq!(findings("a[^1]\n\n[b][c] [d] [@e]\n\n[^2]: f"), [("W0327", 1), ("W0328", 5), ("W0329", 3)]);
    assert_eq!(findings("a[^1] `[^x]` \\[^y]\n\n[^1]: f"), []);
}

#[test]
fn raw_html_is_sanitised_and_markdown_inside_it_untouched() {
    check(&[
        (
            "<details open onclick=\"x()\"><summary>S</summary>\n\n**a** ____ b\n\n</details>",
            "<details open=\"\"><summary>S</summary><p><strong>a</strong> <span class=\"blank\" role=\"img\" \
             aria-label=\"label-blank\">____</span> b</p></details>",
        ),
        ("a <b>c *d*", "<p>a <b>c <em>d</em></b></p>"),
        ("a</p></div> b", "<p>a b</p>"),
        ("<script>\nx\n</script>\n\na", "<p>a</p>"),
        ("<style>p{}</style>\n\na", "<p>a</p>"),
        (
            "<a href=\"javascript:x\" id=\"k\" class=\"m n\" style=\"x\">a</a>",
            "<p><a id=\"k\" class=\"m n\" rel=\"noopener\">a</a></p>",
        ),
        ("<form><input name=x></form>\n\na", "<p>a</p>"),
        ("<iframe>\n\n**a**\n\n</iframe>", "<p><strong>a</strong></p>"),
        ("<p>\n\na\n\n</p>", "<p></p><p>a</p><p></p>"),
        ("<div title=\"\n\na\n\n\">b</div>", "<p>a</p><p>\"&gt;b</p>"),
        ("<div data-piece=\"0:0\">\n\na\n\n</div>", "<div data-piece=\"0:0\"><p>a</p></div>"),
        (
            "## A\n\n<b id=\"a\">b</b> <i id=\"x\">c</i> <i id=\"x\">d</i>",
            &format!("{A}<p><b>b</b> <i id=\"x\">c</i> <i>d</i></p>"),
        ),
        ("[a](javascript:x) ![b](data:image/png,x)", "<p>a b</p>"),
    ]);
}

#[test]
fn code_is_coloured_by_classes_of_few_names() {
    check(&[
        (
            "```rust,ignore\n// a < b\nlet x = \"y\";\n```",
            "<pre class=\"code\" tabindex=\"0\"><code class=\"language-rust\"><span class=\"comment\">// a &lt; b</span>\
             <span class=\"storage\">let</span> x <span class=\"keyword\">=</span> <span class=\"string\">\"y\"</span>;</code></pre>",
        ),
        ("```nothing\na\n```", "<pre class=\"code\" tabindex=\"0\"><code class=\"language-nothing\">a</code></pre>"),
    ]);
}
