//! The page of the preview for translators, as HTML.
//!
//! Owns its words and its form. Words of a handbook are set as text, never as markup: a catalog may hold anything.

use std::fmt::Write;

use crate::base::Words;
use crate::build::beside::{Beside, Language, Pair, Run, Side, SideBySide, Stand, Way};
use crate::serve::own::{BASE, escape};
use crate::serve::speech::Speech;
use crate::serve::state::State;
use crate::words;

/// How far a text can be, the most urgent first.
const STANDS: [Stand; 5] = [Stand::Missing, Stand::Fuzzy, Stand::Stale, Stand::Added, Stand::Done];

/// The whole page; without a page of the handbook it says so.
pub(super) fn page(laid: Option<&SideBySide>, state: &State, root: &str, speech: Speech) -> String {
    let lang = speech.tag();
    let title = speech.pick(&words!("Translation", "Bản dịch")).to_owned();
    let name = laid.map(|laid| format!("{} · {title}", laid.beside.title)).unwrap_or(title);
    let editor = state.editor.as_deref().unwrap_or_default();
    let body = match laid {
        Some(laid) => Sheet { laid, speech }.body(),
        None => format!(
            "<main><h1>{}</h1><p><a href=\"/\">{}</a></p></main>",
            speech.pick(&words!("No such page or language", "Không có trang hoặc ngôn ngữ này")),
            speech.pick(&words!("Go to the start page", "Về trang đầu"))
        ),
    };
    let own = laid.and_then(|laid| laid.pages.get(laid.at)).map(|leaf| leaf.address.as_str()).unwrap_or_default();
    format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{}</title>\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
        <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"{BASE}/translation.css\">\
        <script src=\"{BASE}/translation.js\" defer></script></head>\
        <body class=\"camnang-beside\" data-page=\"{}\" data-editor=\"{}\" data-root=\"{}\" data-builds=\"{}\">{body}</body></html>",
        escape(&name),
        escape(own),
        escape(editor),
        escape(root),
        state.builds
    )
}

struct Sheet<'a> {
    laid: &'a SideBySide,
    speech: Speech,
}

impl Sheet<'_> {
    fn say<'w>(&self, words: &'w Words) -> &'w str {
        self.speech.pick(words)
    }

    fn body(&self) -> String {
        let SideBySide { beside, source, target, .. } = self.laid;
        let pairs: String = beside.pairs.iter().enumerate().map(|(at, pair)| self.pair(at, pair)).collect();
        format!(
            "<header>{}<h1{}>{}</h1>{}{}{}</header><main><div class=\"heads\" aria-hidden=\"true\">{}{}</div>\
            <ol class=\"pairs\">{pairs}</ol></main>",
            self.ways(),
            lang(source),
            escape(&beside.title),
            self.languages(),
            self.summary(beside),
            self.steps(beside),
            column(source),
            column(target)
        )
    }

    /// To the page itself, and to the pages before and after.
    fn ways(&self) -> String {
        let SideBySide { pages, at, target, .. } = self.laid;
        let mut out = format!("<nav aria-label=\"{}\" class=\"ways\">", self.say(&words!("Pages", "Các trang")));
        if let Some(own) = pages.get(*at) {
            let words = words!("The page", "Trang này");
            let _ = write!(out, "<a href=\"/{}\">{}</a>", escape(&own.address), self.say(&words));
        }
        let around = [
            (at.checked_sub(1), words!("Previous page", "Trang trước")),
            (Some(at + 1), words!("Next page", "Trang sau")),
        ];
        for (index, words) in around {
            if let Some(leaf) = index.and_then(|index| pages.get(index)) {
                let _ = write!(out, "<a href=\"{}\">{}</a>", address(&leaf.path, &target.tag), self.say(&words));
            }
        }
        out.push_str("</nav>");
        out
    }

    fn languages(&self) -> String {
        let SideBySide { pages, at, target, languages, .. } = self.laid;
        let path = pages.get(*at).map(|leaf| leaf.path.as_str()).unwrap_or_default();
        let links: String = languages
            .iter()
            .map(|language| {
                let current = if language == target { " aria-current=\"page\"" } else { "" };
                let (to, name) = (address(path, &language.tag), escape(&language.name));
                format!("<a href=\"{to}\"{}{current}>{name}</a>", lang(language))
            })
            .collect();
        format!("<nav aria-label=\"{}\" class=\"languages\">{links}</nav>", self.say(&words!("Languages", "Ngôn ngữ")))
    }

    /// Where the translation comes from, and how many texts are how far.
    fn summary(&self, beside: &Beside) -> String {
        let date = beside.date.as_deref().unwrap_or("–");
        let way = match beside.way {
            Way::Catalog => words!("Translated by the catalog", "Dịch bằng danh mục PO"),
            Way::Whole => {
                words!("A page of its own, made from the present source", "Trang dịch riêng, theo bản gốc hiện nay")
            }
            Way::Unstamped => words!(
                "A page of its own that does not say from which source",
                "Trang dịch riêng, không ghi theo bản gốc nào"
            ),
            Way::Stale => words!(
                "A page of its own of {date}; the source has changed since",
                "Trang dịch riêng ngày {date}; bản gốc đã thay đổi từ đó"
            ),
        };
        let counts: String = STANDS
            .iter()
            .filter(|stand| beside.count(**stand) > 0)
            .map(|stand| {
                let (class, name, count) = (class(*stand), self.say(&name(*stand)).to_owned(), beside.count(*stand));
                format!("<li class=\"{class}\"><span>{name}</span> <strong>{count}</strong></li>")
            })
            .collect();
        format!("<p class=\"way\">{}</p><ul class=\"counts\">{counts}</ul>", self.say(&way))
    }

    fn steps(&self, beside: &Beside) -> String {
        let left = beside.pairs.iter().filter(|pair| is_left(pair)).count();
        if left == 0 {
            let words = words!("Nothing is left to translate on this page.", "Trang này không còn gì phải dịch.");
            return format!("<p class=\"steps\" role=\"status\">{}</p>", self.say(&words));
        }
        let (next, previous) = (words!("Next to do", "Chỗ cần dịch kế tiếp"), words!("Previous", "Chỗ trước"));
        format!(
            "<p class=\"steps\"><button type=\"button\" data-step=\"1\" aria-keyshortcuts=\"F8\">{} <kbd>F8</kbd></button>\
            <button type=\"button\" data-step=\"-1\" aria-keyshortcuts=\"Shift+F8\">{} <kbd>Shift+F8</kbd></button>\
            <span role=\"status\" data-left=\"{left}\"></span></p>",
            self.say(&next),
            self.say(&previous)
        )
    }

    fn pair(&self, at: usize, pair: &Pair) -> String {
        let SideBySide { source, target, .. } = self.laid;
        let left = if is_left(pair) { " data-left" } else { "" };
        let heading = if pair.heading > 0 { format!(" data-heading=\"{}\"", pair.heading) } else { String::new() };
        let was = pair.was.as_ref().map(|was| {
            let words = words!("The guess was made for:", "Bản gợi ý làm cho câu:");
            format!("<p class=\"was\">{} <q{}>{}</q></p>", self.say(&words), lang(source), escape(was))
        });
        let nothing = if pair.stand == Stand::Added {
            words!("Not in the source", "Bản gốc không có")
        } else {
            words!("Not translated yet", "Chưa dịch")
        };
        let nothing = self.say(&nothing);
        format!(
            "<li id=\"text-{at}\" class=\"{}\" tabindex=\"-1\"{left}{heading}><p class=\"stand\">{}</p>{}{}{}</li>",
            class(pair.stand),
            self.say(&name(pair.stand)),
            side("source", source, pair.source.as_ref(), nothing),
            side("target", target, pair.target.as_ref(), nothing),
            was.unwrap_or_default()
        )
    }
}

/// A text and where it is written; the script makes the place a link to the editor.
fn side(class: &str, language: &Language, side: Option<&Side>, nothing: &str) -> String {
    let words: String = side.map(|side| side.words.iter().map(run).collect()).unwrap_or_default();
    let words = if words.is_empty() {
        format!("<p class=\"nothing\">{nothing}</p>")
    } else {
        format!("<p{}>{words}</p>", lang(language))
    };
    let place = side.map(|side| {
        let path = escape(side.path.as_str());
        format!("<code class=\"place\" data-file=\"{path}\" data-line=\"{0}\">{path}:{0}</code>", side.line)
    });
    format!("<div class=\"{class}\">{words}{}</div>", place.unwrap_or_default())
}

fn run(run: &Run) -> String {
    let mut out = escape(&run.text);
    let looks = [(run.code, "code"), (run.link, "u"), (run.emphasis, "em"), (run.strong, "strong")];
    for (_, tag) in looks.iter().filter(|(is, _)| *is) {
        out = format!("<{tag}>{out}</{tag}>");
    }
    out
}

fn is_left(pair: &Pair) -> bool {
    matches!(pair.stand, Stand::Missing | Stand::Fuzzy | Stand::Stale)
}

fn column(language: &Language) -> String {
    format!("<p{}>{}</p>", lang(language), escape(&language.name))
}

fn lang(language: &Language) -> String {
    format!(" lang=\"{}\" dir=\"{}\"", escape(&language.tag), language.dir)
}

fn address(path: &str, locale: &str) -> String {
    let path = percent_encoding::utf8_percent_encode(path, percent_encoding::NON_ALPHANUMERIC);
    format!("{BASE}/translation?page={path}&amp;locale={}", escape(locale))
}

fn class(stand: Stand) -> &'static str {
    match stand {
        Stand::Missing => "missing",
        Stand::Fuzzy => "fuzzy",
        Stand::Stale => "stale",
        Stand::Added => "added",
        Stand::Done => "done",
    }
}

fn name(stand: Stand) -> Words {
    match stand {
        Stand::Missing => words!("Missing", "Thiếu"),
        Stand::Fuzzy => words!("To be reviewed", "Chờ duyệt"),
        Stand::Stale => words!("Source has changed", "Bản gốc đã đổi"),
        Stand::Added => words!("Only here", "Chỉ có ở đây"),
        Stand::Done => words!("Translated", "Đã dịch"),
    }
}
