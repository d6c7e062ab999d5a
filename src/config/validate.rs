//! From the file as written to the configuration as used: meanings checked, defaults filled in.
//!
//! A faulty value is reported and its default stands in, so that one run tells everything; only when
//! nothing sensible can be built with (no locale, a faulty folder) there is no configuration.

use std::str::FromStr;

use url::Url;

use super::check;
use super::languages::own_name;
use super::press;
use super::resolve::{Config, ElementsConfig, Inherited, LocaleConfig, Numbering, PrintConfig, PrintLinks};
use super::schema::{Written, WrittenLanguage, WrittenPrint};
use super::table::{Findings, Located};
use crate::base::{Diagnostic, Direction, Locale, PathError, RelPath, Span, codes, nearest};
use crate::words;

/// Share of translated messages below which a page says that it is not translated whole.
const NOTICE_BELOW: u8 = 80;

pub(super) fn validate(written: Written, found: &mut Findings) -> Option<Config> {
    let title = required(found, "title", written.title.as_ref(), |title| title.value.trim().to_owned());
    let locales = locales(&written, found);
    let source = source_locale(&written, &locales, found);
    let folders = folders(&written, found);
    check_languages(&written.languages, &locales, found);
    let title = title.unwrap_or_default();
    let description = written.description.map(|d| d.value).unwrap_or_default();
    let edition = written.edition.map(|e| e.value).unwrap_or_default();
    let (parts, chapters, sections) = (&written.numbering[0], &written.numbering[1], &written.numbering[2]);
    let is_set = |switch: &Option<Located<bool>>| switch.as_ref().is_some_and(|s| s.value);
    let numbering = Numbering { parts: is_set(parts), chapters: is_set(chapters), sections: is_set(sections) };
    let base_url = written.base_url.as_ref().and_then(|url| base_url(url, found));
    let groups = written.groups.map(|groups| unique(groups, "groups", found)).unwrap_or_default();
    let check = check::resolve(written.check, found);
    let print = print(written.print, found);
    let feedback = written.feedback.as_ref().and_then(|email| email_address(email, found));
    let editor = written.editor.as_ref().and_then(|address| editor_address(address, found));
    let [content, i18n, theme, output] = folders?;
    let source = source?;
    let localised = |locale: Locale| {
        let own = written.languages.iter().find(|l| Locale::from_str(&l.tag.value).as_ref() == Ok(&locale));
        let inherits = locale != source;
        language(locale, own, [&title, &description, &edition], inherits)
    };
    Some(Config {
        locales: locales.into_iter().map(localised).collect(),
        source,
        content,
        i18n,
        theme,
        output,
        base_url,
        numbering,
        raw_html: is_set(&written.raw_html),
        elements: ElementsConfig { expected: written.expected.map(|n| n.value).unwrap_or_default(), groups },
        edition_date: written.edition_date.map(|d| d.value).unwrap_or_default(),
        elasticlunr: is_set(&written.elasticlunr),
        translation_notice_below: written.notice_below.and_then(|n| u8::try_from(n.value).ok()).unwrap_or(NOTICE_BELOW),
        translation_status_page: is_set(&written.status_page),
        print,
        check,
        feedback,
        editor,
    })
}

/// An address that a mail program takes as it stands. What else RFC 5321 allows nobody uses.
fn email_address(written: &Located<String>, found: &mut Findings) -> Option<String> {
    let text = written.value.trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-_+".contains(c);
    let well = text.split_once('@').is_some_and(|(name, host)| {
        let whole = |part: &str| !part.is_empty() && part.chars().all(plain);
        whole(name) && whole(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    if well {
        return Some(text.to_owned());
    }
    let message = words!("`{text}` is no e-mail address", "`{text}` không phải là địa chỉ thư điện tử");
    let help = words!("write one like handbook@example.vn", "hãy viết như camnang@example.vn");
    found.add(written.span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
    None
}

/// An editor's own scheme, never a script's: the address becomes a link.
fn editor_address(written: &Located<String>, found: &mut Findings) -> Option<String> {
    let scheme = written.value.split_once(':').map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
    let named = !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    if named && !matches!(scheme.as_str(), "javascript" | "data" | "vbscript") && written.value.contains("{path}") {
        return Some(written.value.clone());
    }
    let text = &written.value;
    let message =
        words!("`{text}` opens no place in an editor", "`{text}` không mở được chỗ nào trong trình soạn thảo");
    let help = words!(
        "write it like vscode://file/{{path}}:{{line}}:{{column}}",
        "hãy viết như vscode://file/{{path}}:{{line}}:{{column}}"
    );
    found.add(written.span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
    None
}

fn print(written: WrittenPrint, found: &mut Findings) -> PrintConfig {
    let text = |value: Option<Located<String>>| value.map(|v| v.value.trim().to_owned()).unwrap_or_default();
    let known = PrintLinks::ALL.map(PrintLinks::name);
    let links = written.links.as_ref().and_then(|links| {
        let choice = PrintLinks::ALL.into_iter().find(|choice| choice.name() == links.value);
        if choice.is_none() {
            let (value, all) = (&links.value, known.join(", "));
            let message = words!("`links` cannot be `{value}`", "`links` không thể là `{value}`");
            let help = words!("write one of: {all}", "hãy viết một trong: {all}");
            found.add(links.span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
        }
        choice
    });
    PrintConfig {
        publisher: text(written.publisher),
        imprint: written.imprint.into_iter().flat_map(|lines| lines.value).map(|line| line.value).collect(),
        isbn: text(written.isbn),
        links: links.unwrap_or_default(),
        press: press::validate(&written.press, found),
    }
}

/// A key that must be there. Not asked for in a file that is broken elsewhere: it may stand in there.
fn required<T, U>(
    found: &mut Findings,
    key: &str,
    value: Option<&Located<T>>,
    read: impl Fn(&Located<T>) -> U,
) -> Option<U> {
    let named = found.list.iter().any(|f| f.message.en.starts_with(&format!("`{key}` must be")));
    if value.is_none() && !found.has_broken_lines() && !named {
        let example = match key {
            "title" => "title = \"…\"",
            "source" => "source = \"vi\"",
            _ => "locales = [\"vi\", \"en\"]",
        };
        found.add(
            Span::default(),
            Diagnostic::error(codes::CONFIG_MISSING, words!("`{key}` is missing", "thiếu khóa `{key}`"))
                .help(words!("add a line: {example}", "hãy thêm dòng: {example}")),
        );
    }
    value.map(read)
}

fn locales(written: &Written, found: &mut Findings) -> Vec<Locale> {
    let Some(tags) = required(found, "locales", written.locales.as_ref(), Clone::clone) else { return Vec::new() };
    if tags.value.is_empty() {
        found.add(
            tags.span,
            Diagnostic::error(
                codes::CONFIG_VALUE,
                words!("`locales` names no language", "`locales` không có ngôn ngữ nào"),
            )
            .help(words!("list the source language at least", "hãy ghi ít nhất ngôn ngữ nguồn")),
        );
    }
    let mut locales: Vec<Locale> = Vec::new();
    for tag in &tags.value {
        let Some(locale) = locale(tag, found) else { continue };
        if locales.contains(&locale) {
            let finding = words!("`{locale}` is listed twice", "`{locale}` được ghi hai lần");
            found.add(tag.span, Diagnostic::error(codes::CONFIG_VALUE, finding));
        } else {
            locales.push(locale);
        }
    }
    locales
}

fn locale(tag: &Located<String>, found: &mut Findings) -> Option<Locale> {
    let written = &tag.value;
    if let Ok(locale) = Locale::from_str(written) {
        // Each language is a folder of the site, and Windows has no folder `con`.
        if RelPath::new(locale.as_str()).is_ok() {
            return Some(locale);
        }
        let message =
            words!("no folder can be named `{written}` on Windows", "Windows không cho đặt tên thư mục là `{written}`");
        let help = words!("add the script or region: {written}-Latn", "hãy thêm chữ viết hoặc vùng: {written}-Latn");
        found.add(tag.span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
        return None;
    }
    let hyphened = written.replace('_', "-");
    let help = match Locale::from_str(&hyphened) {
        Ok(meant) => words!("write `{meant}`", "hãy viết `{meant}`"),
        Err(_) => words!(
            "use a BCP 47 tag such as vi, en, zh-Hans or pt-BR",
            "hãy dùng mã BCP 47 như vi, en, zh-Hans hoặc pt-BR"
        ),
    };
    let message = words!("`{written}` is not a language tag", "`{written}` không phải mã ngôn ngữ");
    found.add(tag.span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
    None
}

fn source_locale(written: &Written, locales: &[Locale], found: &mut Findings) -> Option<Locale> {
    let tag = required(found, "source", written.source.as_ref(), Clone::clone)?;
    let source = locale(&tag, found)?;
    if locales.contains(&source) {
        return Some(source);
    }
    // With no list at all, its absence has been told already.
    if written.locales.as_ref().is_some_and(|l| !l.value.is_empty()) {
        let known: Vec<&str> = locales.iter().map(Locale::as_str).collect();
        let all = known.join(", ");
        let help =
            words!("add it to `locales`, or take one of: {all}", "hãy thêm vào `locales`, hoặc chọn một trong: {all}");
        let message = words!(
            "the source language `{source}` is not among `locales`",
            "ngôn ngữ nguồn `{source}` không có trong `locales`"
        );
        found.add(tag.span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
    }
    None
}

/// Content, i18n, theme and output, in this order.
fn folders(written: &Written, found: &mut Findings) -> Option<[RelPath; 4]> {
    let content = folder("content", written.content.as_ref(), "content", found);
    let i18n = folder("i18n", written.i18n.as_ref(), "i18n", found);
    let theme = folder("theme", written.theme.as_ref(), "theme", found);
    let output = folder("output", written.output.as_ref(), "public", found);
    let [content, i18n, theme, output] = [content?, i18n?, theme?, output?];
    let inputs =
        [("content", &content, &written.content), ("i18n", &i18n, &written.i18n), ("theme", &theme, &written.theme)];
    for (key, input, place) in inputs {
        if output.holds(input) || input.holds(&output) {
            let span = written.output.as_ref().or(place.as_ref()).map(|l| l.span).unwrap_or_default();
            let message = words!(
                "the site would be written over its own sources: `output` and `{key}` overlap",
                "trang web sẽ ghi đè lên nguồn: `output` và `{key}` chồng lên nhau"
            );
            let help = words!("give each a folder of its own", "hãy dùng hai thư mục riêng");
            found.add(span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
            return None;
        }
    }
    if output.as_str().starts_with('.') {
        let span = written.output.as_ref().map(|l| l.span).unwrap_or_default();
        let message = words!(
            "folders whose name starts with a dot belong to other programs: `{output}`",
            "thư mục có tên bắt đầu bằng dấu chấm là của chương trình khác: `{output}`"
        );
        let help = words!("write to `public`, say", "hãy ghi vào `public` chẳng hạn");
        found.add(span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
        return None;
    }
    Some([content, i18n, theme, output])
}

fn folder(key: &str, written: Option<&Located<String>>, default: &str, found: &mut Findings) -> Option<RelPath> {
    let path = written.map_or(default, |w| w.value.as_str());
    let error = match RelPath::new(path) {
        Ok(folder) => return Some(folder),
        Err(error) => error,
    };
    let message = match error {
        PathError::Absolute | PathError::Escapes => {
            words!("`{key}` leads out of the project: `{path}`", "`{key}` dẫn ra ngoài thư mục dự án: `{path}`")
        }
        PathError::Unportable(part) => words!(
            "`{key}` holds a name that some systems cannot hold: `{part}`",
            "`{key}` có tên mà một số hệ điều hành không dùng được: `{part}`"
        ),
    };
    let help = words!(
        "name a folder below the one that holds handbook.toml, such as \"{default}\"",
        "hãy chỉ một thư mục nằm trong thư mục chứa handbook.toml, ví dụ \"{default}\""
    );
    let span = written.map(|w| w.span).unwrap_or_default();
    found.add(span, Diagnostic::error(codes::PATH_FORBIDDEN, message).help(help));
    None
}

/// `https://host/base/`, with its last slash.
fn base_url(written: &Located<String>, found: &mut Findings) -> Option<String> {
    let address = Url::parse(written.value.trim()).ok().filter(|url| {
        let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        ["http", "https"].contains(&url.scheme()) && url.host_str().is_some() && plain
    });
    let Some(mut address) = address else {
        let message = words!("`base_url` is not the address of a site", "`base_url` không phải địa chỉ trang web");
        let help = words!(
            "write it whole, such as \"https://example.vn/handbook/\"",
            "hãy viết đầy đủ, ví dụ \"https://example.vn/cam-nang/\""
        );
        found.add(written.span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
        return None;
    };
    if !address.path().ends_with('/') {
        let path = format!("{}/", address.path());
        address.set_path(&path);
    }
    Some(address.into())
}

fn check_languages(languages: &[WrittenLanguage], locales: &[Locale], found: &mut Findings) {
    for language in languages {
        if let Some(locale) = locale(&language.tag, found)
            && !locales.contains(&locale)
            && !locales.is_empty()
        {
            let message =
                words!("[locale.{locale}] is not among `locales`", "[locale.{locale}] không có trong `locales`");
            let finding = Diagnostic::error(codes::CONFIG_VALUE, message);
            let near = nearest(locale.as_str(), locales.iter().map(Locale::as_str)).map(str::to_owned);
            let help = match near {
                Some(near) => words!(
                    "add it to `locales`, or did you mean [locale.{near}]?",
                    "hãy thêm vào `locales`, hoặc có phải ý bạn là [locale.{near}]?"
                ),
                None => words!("add it to `locales`", "hãy thêm vào `locales`"),
            };
            found.add(language.tag.span, finding.help(help));
        }
        if let Some(dir) = &language.dir
            && direction(&dir.value).is_none()
        {
            let message = words!("`dir` must be \"ltr\" or \"rtl\"", "`dir` phải là \"ltr\" hoặc \"rtl\"");
            found.add(dir.span, Diagnostic::error(codes::CONFIG_VALUE, message));
        }
    }
}

fn direction(dir: &str) -> Option<Direction> {
    match dir {
        "ltr" => Some(Direction::Ltr),
        "rtl" => Some(Direction::Rtl),
        _ => None,
    }
}

/// A language with what was written for it; `general`: the handbook's own title, description and edition.
fn language(locale: Locale, own: Option<&WrittenLanguage>, general: [&str; 3], inherits: bool) -> LocaleConfig {
    let text = |value: Option<&Option<Located<String>>>, default: &str| {
        value.and_then(Option::as_ref).map_or(default.to_owned(), |l| l.value.trim().to_owned())
    };
    let [title, description, edition] = general;
    let unwritten = |value: Option<&Option<Located<String>>>| inherits && value.is_none_or(Option::is_none);
    LocaleConfig {
        name: text(own.map(|o| &o.name), &own_name(&locale)),
        direction: own
            .and_then(|o| o.dir.as_ref())
            .and_then(|dir| direction(&dir.value))
            .unwrap_or_else(|| locale.direction()),
        title: text(own.map(|o| &o.title), title),
        description: text(own.map(|o| &o.description), description),
        edition: text(own.map(|o| &o.edition), edition),
        inherited: Inherited {
            title: unwritten(own.map(|o| &o.title)),
            description: unwritten(own.map(|o| &o.description)),
            edition: unwritten(own.map(|o| &o.edition)),
        },
        locale,
    }
}

fn unique(items: Located<Vec<Located<String>>>, key: &str, found: &mut Findings) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for item in items.value {
        let name = item.value;
        if kept.contains(&name) {
            let message = words!("`{key}` lists `{name}` twice", "`{key}` ghi `{name}` hai lần");
            found.add(item.span, Diagnostic::error(codes::CONFIG_VALUE, message));
        } else {
            kept.push(name);
        }
    }
    kept
}
