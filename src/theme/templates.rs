//! Tera templates: loading them, giving them words, turning their faults into findings.
//!
//! Owns the functions a template may call (`t`). May not know what a page is: data comes in as
//! something that serialises.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, ReportError, State, Tera, Value};

use super::ThemeFiles;
use crate::base::{Diagnostic, RelPath, Source, Span, codes};
use crate::words;

/// What a template's `t(key = "…", name = value)` asks.
pub trait Wording: Send + Sync + 'static {
    /// The words of `key` with its variables filled in.
    fn words(&self, key: &str, args: &BTreeMap<String, Argument>) -> String;
}

/// A variable of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// Words.
    Text(String),
    /// A count.
    Number(i64),
}

/// Room for a page: most need no more.
const USUAL: usize = 32 * 1024;

/// All templates, checked.
pub struct Templates {
    tera: Tera,
    /// Linking failed and was reported: rendering would only repeat it.
    broken: bool,
}

/// The templates speaking one locale.
pub struct Voice {
    tera: Tera,
    broken: bool,
    files: Arc<ThemeFiles>,
}

struct Silence;

impl Wording for Silence {
    fn words(&self, key: &str, _: &BTreeMap<String, Argument>) -> String {
        key.to_owned()
    }
}

impl Templates {
    /// Parses every template. One that is faulty is reported and an empty one stands in, so that
    /// all faults of all files show in one run.
    pub fn new(files: &ThemeFiles) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let mut texts: BTreeMap<&str, String> = BTreeMap::new();
        for (name, file) in files.below("templates") {
            let text = match String::from_utf8(file.bytes.to_vec()) {
                Ok(text) => text,
                Err(_) => {
                    let message = words!("the template is not UTF-8 text", "khuôn mẫu không phải văn bản UTF-8");
                    findings.push(Diagnostic::error(codes::THEME_TEMPLATE, message).in_file(&file.place(name)));
                    continue;
                }
            };
            texts.insert(name, text);
        }
        let link = |texts: &BTreeMap<&str, String>| {
            let mut tera = new_tera(Arc::new(Silence));
            let linked = tera.add_raw_templates(texts.iter().map(|(name, text)| (*name, text.as_str())));
            (tera, linked)
        };
        let (mut tera, mut linked) = link(&texts);
        if linked.is_err() {
            for (name, text) in &mut texts {
                if let Err(error) = new_tera(Arc::new(Silence)).add_raw_template(name, text)
                    && matches!(error.kind(), ErrorKind::SyntaxError(_))
                {
                    findings.extend(finding(files, &error));
                    text.clear();
                }
            }
            (tera, linked) = link(&texts);
        }
        findings.extend(linked.as_ref().err().map(|e| finding(files, e)).unwrap_or_default());
        (Self { tera, broken: linked.is_err() }, findings)
    }

    /// The same templates with the words of one locale.
    pub fn voice(&self, files: Arc<ThemeFiles>, words: Arc<dyn Wording>) -> Voice {
        let mut tera = self.tera.clone();
        register(&mut tera, words);
        Voice { tera, broken: self.broken, files }
    }
}

impl Voice {
    /// Renders a template with some data, as UTF-8 text.
    ///
    /// # Errors
    /// Findings with the template's file and line; none when loading the templates reported them already.
    pub fn render(&self, template: &str, data: &impl Serialize) -> Result<Vec<u8>, Vec<Diagnostic>> {
        if self.broken {
            return Err(Vec::new());
        }
        let mut text = Vec::with_capacity(USUAL);
        Context::from_serialize(data)
            .and_then(|context| self.tera.render_to(template, &context, &mut text))
            .map_err(|e| finding(&self.files, &e))?;
        Ok(text)
    }
}

fn new_tera(words: Arc<dyn Wording>) -> Tera {
    let mut tera = Tera::default();
    tera.set_escape_fn(escape);
    register(&mut tera, words);
    tera
}

/// Bytes that are escaped.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut rest: &[u8] = b"&<>\"'";
    while let [byte, others @ ..] = rest {
        special[*byte as usize] = true;
        rest = others;
    }
    special
};

/// What Tera's own function writes, which writes each byte for itself.
fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let bytes = text.as_bytes();
    if !bytes.iter().any(|byte| SPECIAL[usize::from(*byte)]) {
        return out.write_all(bytes);
    }
    let mut from = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let entity: &[u8] = match byte {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            b'\'' => b"&#39;",
            _ => continue,
        };
        out.write_all(&bytes[from..at])?;
        out.write_all(entity)?;
        from = at + 1;
    }
    out.write_all(&bytes[from..])
}

fn register(tera: &mut Tera, words: Arc<dyn Wording>) {
    tera.register_function("t", move |kwargs: Kwargs, _: &State| -> tera::TeraResult<String> {
        let key: String = kwargs.must_get::<String>("key")?;
        let mut args = BTreeMap::new();
        for (name, value) in kwargs.iter().filter(|(name, _)| name.as_str() != Some("key")) {
            if let (Some(name), Some(argument)) = (name.as_str(), argument(value)) {
                args.insert(name.to_owned(), argument);
            }
        }
        Ok(words.words(&key, &args))
    });
}

fn argument(value: &Value) -> Option<Argument> {
    value
        .as_i128()
        .and_then(|n| i64::try_from(n).ok())
        .map(Argument::Number)
        .or_else(|| value.as_str().map(|s| Argument::Text(s.to_owned())))
}

/// Tera's errors as findings. Faults found while linking templates come as one printed report of
/// several; each carries its place in a line `--> name:line:column`.
fn finding(files: &ThemeFiles, error: &tera::Error) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![reported(files, report)],
        ErrorKind::MissingParent { current, parent } => {
            let message = words!(
                "the template extends “{parent}”, which does not exist",
                "khuôn mẫu mở rộng “{parent}”, tệp này không có"
            );
            vec![Diagnostic::error(codes::THEME_TEMPLATE, message).in_file(&place_of(files, current))]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            let message = words!("the template includes or extends itself", "khuôn mẫu tự gọi lại chính nó");
            vec![Diagnostic::error(codes::THEME_TEMPLATE, message).in_file(&place_of(files, tpl))]
        }
        ErrorKind::Msg(text) => {
            text.split("\n\n").filter(|r| !r.starts_with("note:")).map(|r| printed(files, r)).collect()
        }
        other => vec![Diagnostic::error(codes::THEME_TEMPLATE, words!("{other}", "{other}"))],
    }
}

fn reported(files: &ThemeFiles, report: &ReportError) -> Diagnostic {
    let text = report.message();
    let finding = Diagnostic::error(codes::THEME_TEMPLATE, words!("{text}", "khuôn mẫu có lỗi: {text}"));
    match files.source(&format!("templates/{}", report.filename())) {
        Some(source) => finding.at(&source, Span::from(report.span().range.clone())),
        None => finding,
    }
}

fn printed(files: &ThemeFiles, report: &str) -> Diagnostic {
    let mut lines = report.lines();
    let text = lines.next().unwrap_or_default().trim_start_matches("error: ").to_owned();
    let finding = Diagnostic::error(codes::THEME_TEMPLATE, words!("{text}", "khuôn mẫu có lỗi: {text}"));
    let Some(locus) = lines.next().and_then(|l| l.trim_start().strip_prefix("--> ")) else { return finding };
    let mut parts = locus.rsplitn(3, ':');
    let (column, line) = (parts.next(), parts.next());
    let (Some(name), Some(line), Some(column)) = (parts.next(), number(line), number(column)) else { return finding };
    match files.source(&format!("templates/{name}")) {
        Some(source) => {
            let start = offset(&source, line, column);
            finding.at(&source, Span::new(start, start + 1))
        }
        None => finding,
    }
}

fn number(text: Option<&str>) -> Option<usize> {
    text?.parse().ok()
}

/// The byte at a line and a column in characters, both from 1.
fn offset(source: &Source, line: usize, column: usize) -> usize {
    let before: usize = source.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    before + source.text[before..].char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at)
}

fn place_of(files: &ThemeFiles, template: &str) -> RelPath {
    let name = format!("templates/{template}");
    files.get(&name).map(|f| f.place(&name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_is_escaped_as_tera_does() {
        for text in ["", "chữ", "<a href=\"x\">'&'</a>", "&", "a&amp;b"] {
            let (mut own, mut theirs) = (Vec::new(), Vec::new());
            assert!(escape(text, &mut own).is_ok() && tera::escape_html(text, &mut theirs).is_ok());
            assert_eq!(own, theirs, "{text}");
        }
    }
}
