//! Writing a catalog file: what was not changed as it was read, the rest as gettext's tools write it.

use super::quote::{field_lines, packed, quote};
use super::{File, Item, Message, Raw};

/// The file's bytes.
pub(super) fn file(file: &File) -> String {
    let mut out = String::new();
    let end = if file.windows { "\r\n" } else { "\n" };
    let mut before: Option<&Item> = None;
    for item in &file.items {
        match &item.raw {
            Some(raw) if follows(raw, before) => out.push_str(&raw.text),
            Some(raw) => {
                separate(&mut out, end);
                out.push_str(raw.text.trim_start_matches(['\n', '\r']));
            }
            None => {
                separate(&mut out, end);
                let text = entry(&item.message);
                out.push_str(&if file.windows { text.replace('\n', end) } else { text });
            }
        }
        before = Some(item);
    }
    out.push_str(&file.tail);
    if file.bom { format!("\u{feff}{out}") } else { out }
}

/// An entry keeps the blank lines above it where it still follows the entry that it followed.
fn follows(raw: &Raw, before: Option<&Item>) -> bool {
    match before {
        None => raw.position == 0,
        Some(before) => before.raw.as_ref().is_some_and(|before| before.position + 1 == raw.position),
    }
}

/// One blank line above what comes.
fn separate(out: &mut String, end: &str) {
    if out.is_empty() {
        return;
    }
    if !out.ends_with('\n') {
        out.push_str(end);
    }
    let blank = out.strip_suffix('\n').is_some_and(|o| o.strip_suffix('\r').unwrap_or(o).ends_with('\n'));
    if !blank {
        out.push_str(end);
    }
}

/// One entry, in the order of comments that msgcat keeps.
fn entry(message: &Message) -> String {
    let mut out = String::new();
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    message.translator.iter().for_each(|comment| line(format!("#{comment}")));
    message.extracted.iter().for_each(|comment| line(format!("#. {comment}").trim_end().to_owned()));
    let references: Vec<String> = message.references.iter().map(|r| reference(r)).collect();
    packed("#:", &references).into_iter().for_each(&mut line);
    if !message.flags.is_empty() {
        line(format!("#, {}", message.flags.join(", ")));
    }
    let (lead, before) = if message.obsolete { ("#~ ", "#~| ") } else { ("", "#| ") };
    let previous = &message.previous;
    let mut field = |lead: &str, keyword: &str, text: &str| {
        let lines = field_lines(text, lead.len() + keyword.len() + 1);
        for (n, quoted) in lines.into_iter().enumerate() {
            line(if n == 0 { format!("{lead}{keyword} {quoted}") } else { format!("{lead}{quoted}") });
        }
    };
    let old = [("msgctxt", &previous.context), ("msgid", &previous.id), ("msgid_plural", &previous.plural)];
    for (keyword, text) in old {
        text.iter().for_each(|text| field(before, keyword, text));
    }
    message.context.iter().for_each(|text| field(lead, "msgctxt", text));
    field(lead, "msgid", &message.id);
    message.plural.iter().for_each(|text| field(lead, "msgid_plural", text));
    if message.plural.is_none() {
        field(lead, "msgstr", message.texts.first().map_or("", String::as_str));
    } else {
        for (n, text) in message.texts.iter().enumerate() {
            field(lead, &format!("msgstr[{n}]"), text);
        }
    }
    // The header is easier to read a field a line, however short.
    if message.is_header() && message.texts.first().is_some_and(|text| text.lines().count() == 1) {
        let text = quote(message.texts.first().map_or("", String::as_str));
        out = out.replace(&format!("msgstr {text}\n"), &format!("msgstr \"\"\n{text}\n"));
    }
    out
}

/// A file name with spaces stands between isolates, as gettext writes it since 0.22.
fn reference(reference: &str) -> String {
    if !reference.contains(' ') {
        return reference.to_owned();
    }
    match reference.rsplit_once(':') {
        Some((path, line)) => format!("\u{2068}{path}\u{2069}:{line}"),
        None => format!("\u{2068}{reference}\u{2069}"),
    }
}
