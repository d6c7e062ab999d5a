//! What is probably wrong with a translation: marks, numbers and words that a reader would miss.
//!
//! Owns the comparison of a message with its translation. Guesses (fuzzy) are not judged: nobody reads them.
//! A translator who means it says so in a comment of the message: `# camnang: ok`.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::features::{self, Features};
use super::scripts;
use crate::base::{Diagnostic, Locale, Span, Words, codes};
use crate::i18n::catalog::{inlines, plain_text};
use crate::i18n::po::{File, Item};
use crate::words;

/// Comment by which a translator answers for a message.
const MEANT: &str = "camnang: ok";
/// Small numbers may be words in another language, and months are.
const SPELT_OUT: u64 = 12;

/// Everything probably wrong in a catalog, in the order of its lines.
#[must_use]
pub fn of(file: &File, locale: &Locale) -> Vec<Diagnostic> {
    let found = file.items.par_iter().filter(|item| is_judged(item)).flat_map_iter(|item| {
        let mut judge = Judge { file, span: item.text_span, found: Vec::new() };
        let message = item.message();
        message.texts.iter().for_each(|text| judge.message(&message.id, text, locale));
        judge.found
    });
    found.collect()
}

fn is_judged(item: &Item) -> bool {
    let message = item.message();
    let meant = message.translator.iter().any(|comment| comment.contains(MEANT));
    message.is_live() && !message.is_fuzzy() && message.is_filled() && !meant
}

struct Judge<'f> {
    file: &'f File,
    span: Span,
    found: Vec<Diagnostic>,
}

impl Judge<'_> {
    fn message(&mut self, id: &str, text: &str, locale: &Locale) {
        let (source, target) = (Features::of(&inlines(id)), Features::of(&inlines(text)));
        self.marks(&source, &target);
        self.numbers(&source, &target);
        if source.emphasis != target.emphasis {
            let (was, is) = (source.emphasis, target.emphasis);
            let message = words!(
                "the source has {was} emphasised parts, the translation {is}",
                "bản gốc có {was} chỗ nhấn mạnh, bản dịch có {is}"
            );
            self.tell(Diagnostic::warning(codes::TRANSLATION_EMPHASIS, message));
        }
        if plain_text(id) == plain_text(text) && features::has_sentence(&source.text) {
            let message = words!("the translation is the source's text", "bản dịch giống hệt bản gốc");
            self.tell(Diagnostic::warning(codes::TRANSLATION_SAME, message));
        } else if let Some(letters) = scripts::foreign(&source.text, &target.text, locale) {
            let message = words!(
                "these letters are of another script than {locale} is written in: {letters}",
                "những chữ này không thuộc hệ chữ viết của {locale}: {letters}"
            );
            self.tell(Diagnostic::error(codes::TRANSLATION_SCRIPT, message));
        }
    }

    /// Links, notes, citations, placeholders, tags, code, blanks: as many of each, saying the same.
    fn marks(&mut self, source: &Features, target: &Features) {
        let (lost, added) = difference(&source.marks, &target.marks);
        let message = match (lost.is_empty(), added.is_empty()) {
            (true, true) => return,
            (false, true) => {
                let lost = lost.join("`, `");
                words!("the translation lacks `{lost}`", "bản dịch thiếu `{lost}`")
            }
            (true, false) => {
                let added = added.join("`, `");
                words!("the source does not have `{added}`", "bản gốc không có `{added}`")
            }
            (false, false) => {
                let (lost, added) = (lost.join("`, `"), added.join("`, `"));
                words!("`{lost}` of the source became `{added}`", "`{lost}` của bản gốc thành `{added}`")
            }
        };
        self.tell(Diagnostic::error(codes::TRANSLATION_MARKS, message));
    }

    fn numbers(&mut self, source: &Features, target: &Features) {
        let (lost, added) = difference(&source.numbers, &target.numbers);
        let large = |numbers: Vec<String>| -> Vec<String> {
            numbers.into_iter().filter(|n| n.parse::<u64>().map_or(true, |n| n > SPELT_OUT)).collect()
        };
        let (lost, added) = (large(lost), large(added));
        if lost.is_empty() && added.is_empty() {
            return;
        }
        let list = |numbers: &[String]| if numbers.is_empty() { "–".to_owned() } else { numbers.join(", ") };
        let (lost, added) = (list(&lost), list(&added));
        let message = words!(
            "numbers differ: in the source {lost}, in the translation {added}",
            "con số khác nhau: bản gốc {lost}, bản dịch {added}"
        );
        self.tell(Diagnostic::error(codes::TRANSLATION_NUMBERS, message));
    }

    fn tell(&mut self, finding: Diagnostic) {
        let help: Words = words!(
            "correct it, or answer for it with a comment above: # {MEANT}",
            "hãy sửa, hoặc ghi chú phía trên để xác nhận là cố ý: # {MEANT}"
        );
        self.found.push(finding.help(help).at(&self.file.source, self.span));
    }
}

/// What only the first has, and what only the second has, counted.
fn difference(a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>) -> (Vec<String>, Vec<String>) {
    let more = |a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>| {
        a.iter().filter(|(what, n)| **n > b.get(*what).copied().unwrap_or_default()).map(|(w, _)| w.clone()).collect()
    };
    (more(a, b), more(b, a))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::RelPath;
    use crate::i18n::po;

    fn codes_of(locale: &str, pairs: &[(&str, &str)]) -> Vec<Vec<&'static str>> {
        let one = |(id, text): &(&str, &str)| {
            let po = format!("msgid \"{id}\"\nmsgstr \"{text}\"\n");
            let (file, faults) = po::read(&RelPath::new("x.po").unwrap(), &po);
            assert_eq!(faults, []);
            of(&file, &locale.parse().unwrap()).into_iter().map(|f| f.code).collect()
        };
        pairs.iter().map(one).collect()
    }

    #[test]
    fn what_a_reader_would_miss_is_found() {
        let (marks, numbers) = (codes::TRANSLATION_MARKS, codes::TRANSLATION_NUMBERS);
        let found = codes_of(
            "fr",
            &[
                ("Đọc [quy chế](a.md).", "Lire le règlement."),
                ("Đọc [quy chế](a.md).", "Lire le [règlement](b.md)."),
                ("Theo công văn [@cv-765, mục 1].", "Selon la lettre."),
                ("Xin chào {name}, `mã` và <kbd>x</kbd>[^1].", "Bonjour, `mã`."),
                ("Gửi trước 15/11/2026.", "Envoyer avant le 16 novembre 2026."),
                ("Có 15.000 người.", "Il y a 1500 personnes."),
                ("Việc **rất gấp** hôm nay.", "Une affaire très urgente."),
                ("Câu này chưa dịch.", "Câu này chưa dịch."),
                ("Một câu ngắn thôi.", "Une phrаse соurte."),
                ("Điền tên: ____", "Nom :"),
            ],
        );
        let expected = [
            vec![marks],
            vec![marks],
            vec![marks],
            vec![marks],
            vec![numbers],
            vec![numbers],
            vec![codes::TRANSLATION_EMPHASIS],
            vec![codes::TRANSLATION_SAME],
            vec![codes::TRANSLATION_SCRIPT],
            vec![marks],
        ];
        assert_eq!(found, expected);
        assert_eq!(
            codes_of("lo", &[("Việc cần làm ngay hôm nay.", "Viec can lam ngay")]),
            [[codes::TRANSLATION_SCRIPT]]
        );
    }

    #[test]
    fn what_a_language_writes_its_own_way_is_well() {
        let found = codes_of(
            "fr",
            &[
                ("Gửi trước 15/11/2026.", "Envoyer avant le 15 novembre 2026."),
                ("Có 15.000 người, 3,5 triệu đồng.", "15 000 personnes, 3,5 millions de dongs."),
                ("Hai nhóm, 2 việc.", "Deux groupes, deux tâches."),
                ("Zalo", "Zalo"),
                ("*Nhấn* [@cv-765, mục 1]", "_Accent_ [@cv-765, section 1]"),
                ("Tên gọi «Việt Nam»", "Le nom « Việt Nam »"),
            ],
        );
        assert_eq!(found, vec![Vec::<&str>::new(); 6]);
        let lao = codes_of("lo", &[("Ngày 10/3/2023 dùng Zalo.", "ວັນທີ ໑໐/໓/໒໐໒໓ ໃຊ້ Zalo.")]);
        assert_eq!(lao, [Vec::<&str>::new()]);
    }

    #[test]
    fn a_translator_may_answer_for_a_message() {
        let po = "# camnang: ok\nmsgid \"Có 40 người.\"\nmsgstr \"Une quarantaine.\"\n";
        let (file, _) = po::read(&RelPath::new("x.po").unwrap(), po);
        assert_eq!(of(&file, &"fr".parse().unwrap()), []);
    }
}
