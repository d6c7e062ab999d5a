//! The examples of the CommonMark and GFM specifications, through our tree to plain HTML.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use camnang::base::{RelPath, Source, SourceText};
use camnang::content::markdown::{Dialect, ParseOptions, parse};
use camnang::render::html::{self, HtmlContext, Labels, RawHtml, highlight::Highlighter};

struct NoLabels;

impl Labels for NoLabels {
    fn label(&self, _: &str) -> String {
        String::new()
    }
}

#[derive(serde::Deserialize)]
struct Example {
    example: u32,
    section: String,
    markdown: String,
    html: String,
}

/// Suite → example → why it differs.
type Differences = BTreeMap<String, BTreeMap<String, String>>;

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec").join(name)).unwrap()
}

fn plain_html(markdown: &str, dialect: Dialect) -> String {
    let page = RelPath::new("a.html").unwrap();
    let source = Arc::new(Source::new(RelPath::new("a.md").unwrap(), markdown));
    let (tree, _) = parse(&Arc::new(SourceText::whole(&source, 0)), &ParseOptions { dialect });
    let highlighter = Highlighter::new();
    let mut context = HtmlContext::new(&page, &NoLabels, &highlighter);
    context.plain = true;
    context.raw_html = RawHtml::Pass;
    html::body(&tree, &context)
}

fn run(suite: &str, file: &str, dialect: Dialect) {
    let examples: Vec<Example> = serde_json::from_str(&read(file)).unwrap();
    let all: Differences = toml::from_str(&read("known-differences.toml")).unwrap();
    let known = all.get(suite).cloned().unwrap_or_default();
    let mut faults = Vec::new();
    for Example { example, section, markdown, html } in &examples {
        let ours = plain_html(markdown, dialect);
        let same = normal(&ours) == normal(html);
        match (same, known.get(&example.to_string())) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(_)) => faults.push(format!("{example} ({section}) differs no more: strike it from the list")),
            (false, None) => faults.push(format!("{example} ({section})\n{markdown:?}\n- {html:?}\n+ {ours:?}")),
        }
    }
    assert!(
        examples.len() > 600 && faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        examples.len(),
        faults.join("\n")
    );
}

#[test]
fn commonmark_examples_give_the_html_of_the_specification() {
    run("commonmark", "commonmark-0.31.2.json", Dialect::CommonMark);
}

#[test]
fn gfm_examples_give_the_html_of_the_specification() {
    run("gfm", "gfm-0.29.json", Dialect::Gfm);
}

/// What HTML means, as the specification's own test tool sees it: order of attributes, ways of writing an
/// empty element and white space around blocks do not count.
fn normal(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    let mut pre = false;
    while !rest.is_empty() {
        if let Some((tag, after)) = split_tag(rest) {
            let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            if name == "pre" {
                pre = !tag.starts_with('/');
            }
            let block = BLOCKS.contains(&name.as_str());
            if block && !pre {
                out.truncate(out.trim_end().len());
            }
            out.push_str(&normal_tag(tag));
            rest = if block && !pre { after.trim_start() } else { after };
            continue;
        }
        let next = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(i, _)| i);
        let text = rest[..next].replace("&quot;", "\"").replace("&gt;", ">");
        if pre {
            out.push_str(&text);
        } else {
            for c in text.chars() {
                let space = matches!(c, ' ' | '\n' | '\t');
                if !(space && (out.ends_with(' ') || out.is_empty())) {
                    out.push(if space { ' ' } else { c });
                }
            }
        }
        rest = &rest[next..];
    }
    out.trim_end().to_owned()
}

const BLOCKS: [&str; 24] = [
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "br",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "section",
    "dl",
    "dd",
];

/// The inside of the tag that a text starts with, and what follows it.
fn split_tag(html: &str) -> Option<(&str, &str)> {
    let inside = html.strip_prefix('<')?;
    inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/').then(|| inside.split_once('>')).flatten()
}

fn normal_tag(tag: &str) -> String {
    let tag = tag.trim_end_matches('/').trim_end();
    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut pairs: Vec<&str> = attributes.split("\" ").map(|a| a.trim_matches(['"', ' '])).collect();
    pairs.sort_unstable();
    format!("<{name} {}>", pairs.join(" "))
}
