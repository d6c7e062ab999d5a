//! In which order a document's families are tried for running text, headings and code.

use serde_json::{Value, json};

use super::fonts::Fonts;
use super::scripts::Script;
use crate::base::Locale;

const TEXT: &str = "Source Serif 4";
const HEAD: &str = "Be Vietnam Pro";
const CODE: &str = "JetBrains Mono";

/// Puts the families of a document into its data: the theme's, then those of `scripts` as far as they are at hand.
pub fn families(data: &mut Value, scripts: &[Script], fonts: &Fonts, locale: &Locale) {
    // Chinese, Japanese and Korean have quotation marks and dashes of their own width.
    let cjk = matches!(locale.language(), "zh" | "ja" | "ko");
    let family = |name: &str, latin_only: bool| json!({ "name": name, "latin_only": latin_only });
    let list = |first: &[&str], of: &dyn Fn(&Script) -> &'static str| -> Value {
        let others = scripts.iter().map(|script| if fonts.has(of(script)) { of(script) } else { script.text.name });
        let others = others.filter(|name| fonts.has(name)).map(|name| family(name, false));
        first.iter().filter(|name| fonts.has(name)).map(|name| family(name, cjk)).chain(others).collect()
    };
    // Its face has no Cyrillic or Greek, and two faces in one title are one too many.
    let head: &[&str] = match locale.language() {
        "ru" | "uk" | "bg" | "be" | "sr" | "el" | "kk" | "mn" => &[TEXT],
        _ => &[HEAD, TEXT],
    };
    data["families"] = json!({
        "text": list(&[TEXT], &|script| script.text.name),
        "head": list(head, &|script| script.head.name),
        "code": list(&[CODE, TEXT], &|script| script.text.name),
    });
}
