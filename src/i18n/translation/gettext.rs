//! What gettext's own tools refuse in a catalog, though it can be read and used: `msgfmt --check` in our words.
//!
//! Owns no syntax: what cannot be read is told by the reader, what the header lacks by `header`.

use std::collections::HashMap;

use super::plural_forms::PluralForms;
use crate::base::{Diagnostic, Span, Words, codes};
use crate::i18n::po::{File, Item};
use crate::words;

/// Everything they would refuse, in the order of the file.
#[must_use]
pub fn faults(file: &File) -> Vec<Diagnostic> {
    let mark = file.has_byte_order_mark().then(|| {
        tell(
            file,
            Span::new(0, 0),
            words!(
                "the file begins with a byte order mark: msgfmt refuses it",
                "tệp mở đầu bằng dấu thứ tự byte: msgfmt từ chối"
            ),
            words!("save it as UTF-8 without BOM", "hãy lưu dạng UTF-8 không BOM"),
        )
    });
    let judged = |item: &&Item| {
        let message = item.message();
        message.is_live() && !message.is_fuzzy() && message.texts.iter().any(|text| !text.is_empty())
    };
    let ends = file.items.iter().filter(judged).filter_map(|item| line_ends(file, item));
    mark.into_iter().chain(twice(file)).chain(ends).chain(plurals(file)).collect()
}

fn tell(file: &File, span: Span, message: Words, help: Words) -> Diagnostic {
    Diagnostic::error(codes::CATALOG_GETTEXT, message).help(help).at(&file.source, span)
}

/// Messages of which one at least is obsolete; two live ones are told while reading.
fn twice(file: &File) -> Vec<Diagnostic> {
    let mut seen: HashMap<_, &Item> = HashMap::new();
    let mut found = Vec::new();
    for item in &file.items {
        let message = item.message();
        let first = *seen.entry((&message.context, &message.id)).or_insert(item);
        if std::ptr::eq(first, item) || !(message.obsolete || first.message().obsolete) {
            continue;
        }
        let line = file.source.place(first.id_span).line;
        found.push(tell(
            file,
            item.id_span,
            words!(
                "this message stands in line {line} already, one of the two is obsolete (#~): msgfmt takes them for duplicates",
                "thông điệp này đã có ở dòng {line}, một trong hai đã bỏ (#~): msgfmt coi là trùng"
            ),
            words!("delete the obsolete one", "hãy xóa thông điệp đã bỏ"),
        ));
    }
    found
}

/// Source and translation begin and end with a line end both, or neither.
fn line_ends(file: &File, item: &Item) -> Option<Diagnostic> {
    let message = item.message();
    let mut texts = message.plural.iter().chain(message.texts.iter().filter(|text| !text.is_empty()));
    let differs = texts.any(|text| {
        text.starts_with('\n') != message.id.starts_with('\n') || text.ends_with('\n') != message.id.ends_with('\n')
    });
    differs.then(|| {
        tell(
            file,
            item.text_span,
            words!(
                "source and translation do not both begin and end with a line end (\\n)",
                "bản gốc và bản dịch không cùng bắt đầu và kết thúc bằng xuống dòng (\\n)"
            ),
            words!("write \\n where the source has it, and only there", "hãy ghi \\n đúng ở chỗ bản gốc có"),
        )
    })
}

/// The plural forms that the header promises, and those that messages have.
fn plurals(file: &File) -> Vec<Diagnostic> {
    let plural = |item: &&Item| item.message().is_live() && item.message().plural.is_some();
    let Some(first) = file.items.iter().find(plural) else { return Vec::new() };
    let header = file.items.iter().find(|item| item.message().is_header());
    let help = || {
        words!(
            "Poedit, or msginit, knows the line of each language",
            "Poedit hoặc msginit biết dòng đúng của từng ngôn ngữ"
        )
    };
    let forms = match file.header_field("Plural-Forms").map(PluralForms::parse) {
        Some(Ok(forms)) => forms,
        Some(Err(why)) => return vec![tell(file, header.unwrap_or(first).text_span, why, help())],
        None => {
            let message = words!(
                "messages have plural forms, the header lacks Plural-Forms",
                "có câu theo số nhiều mà phần đầu thiếu Plural-Forms"
            );
            return vec![tell(file, header.unwrap_or(first).text_span, message, help())];
        }
    };
    let promised = forms.count;
    let judged = file.items.iter().filter(plural).filter(|item| item.message().texts.len() != promised);
    judged
        .map(|item| {
            let has = item.message().texts.len();
            let message = words!(
                "the header promises {promised} plural forms, this message has {has}",
                "phần đầu ghi {promised} dạng số nhiều, thông điệp này có {has}"
            );
            tell(file, item.text_span, message, help())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::base::RelPath;
    use crate::i18n::po;

    fn told(po: &str) -> Vec<(u32, String)> {
        let (file, _) = po::read(&RelPath::new("x.po").unwrap(), po);
        faults(&file).into_iter().map(|f| (f.place.as_ref().map_or(0, |p| p.line), f.message.en)).collect()
    }

    #[test]
    fn what_msgfmt_refuses_is_told_with_its_line() {
        let plural = |header: &str, rest: &str| {
            format!(
                "msgid \"\"\nmsgstr \"Plural-Forms: {header}\\n\"\n\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n{rest}"
            )
        };
        let two = "msgstr[1] \"d\"\n";
        let cases = [
            (
                "msgid \"a\"\nmsgstr \"b\"\n\n#~ msgid \"a\"\n#~ msgstr \"c\"\n".to_owned(),
                4,
                "stands in line 1 already",
            ),
            (
                "#~ msgid \"a\"\n#~ msgstr \"c\"\n\nmsgid \"a\"\nmsgstr \"b\"\n".to_owned(),
                4,
                "stands in line 1 already",
            ),
            ("msgid \"a\\n\"\nmsgstr \"b\"\n".to_owned(), 2, "begin and end"),
            ("msgid \"a\"\nmsgstr \"\\nb\"\n".to_owned(), 2, "begin and end"),
            ("\u{feff}msgid \"a\"\nmsgstr \"b\"\n".to_owned(), 1, "byte order mark"),
            (plural("nplurals=2; plural=n>1;", ""), 6, "promises 2 plural forms, this message has 1"),
            (plural("nplurals=1; plural=n>1;", ""), 2, "as large as 1"),
            (plural("nplurals=2; plural=n/0;", two), 2, "by zero"),
            (plural("nplurals=2; plural=(n >;", two), 2, "cannot be read"),
            (plural("plural=n>1;", two), 2, "cannot be read"),
        ];
        for (po, line, words) in cases {
            let told = told(&po);
            assert!(matches!(told.as_slice(), [(at, said)] if *at == line && said.contains(words)), "{po}: {told:?}");
        }
    }

    #[test]
    fn what_msgfmt_accepts_is_not_told() {
        let well = [
            "msgid \"a\"\nmsgstr \"b\"\n\nmsgctxt \"k\"\nmsgid \"a\"\nmsgstr \"c\"\n\n#~ msgctxt \"m\"\n#~ msgid \"a\"\n#~ msgstr \"c\"\n",
            "#, fuzzy\nmsgid \"a\\n\"\nmsgstr \"b\"\n",
            "msgid \"a\\n\"\nmsgstr \"\"\n",
            "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n\"\n\n\
             msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"d\"\nmsgstr[2] \"e\"\n",
        ];
        for po in well {
            assert_eq!(told(po), [], "{po}");
        }
    }
}
